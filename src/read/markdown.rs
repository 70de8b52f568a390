//! Tables in texts of Markdown (`CommonMark`, with the tables of GitHub): the text is laid out as the sheet that it looks like.
//!
//! A table keeps its rows and columns. Each line of the text around it is a cell of its own, so that a title and facts such as `Naam: Sam` are read
//! as above any other table, and what has no place is left over. Bold, italics and code are only looks; of a link the address is kept, and its
//! title. What a row has more than the header of its table is a cell all the same, as it is in any other table. Tables of HTML are read as such
//! ([`html`]), and in a text without a table so are lists of names with what is said of them ([`lists`]). A text without either in which there is a
//! diagram of Mermaid is read as that.

mod html;
mod lists;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Event, Options as Extensions, Parser, Tag, TagEnd};

use super::book::{At, Book, Budget, Grid, Range as Block, Value};
use super::{Options, Reader, Reading, import, mermaid, text, yaml};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "markdown",
    extensions: &["md", "markdown"],
    summary: "Text in Markdown with tables; what stands around them is read as above any table, looks are passed over",
    claims: |bytes| holds_rows(&text::shown(bytes)),
    text: |bytes| text::decode(bytes).0,
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let (text, remark) = text::decode(bytes);
    let read = if !holds_rows(&text) && mermaid::is_journey(&text) {
        mermaid::diagram(&text, options)
    } else {
        let of_book = |(book, shifted): (Book, Option<usize>)| {
            let mut reading = import::import(&book, options)?;
            reading.remarks.splice(0..0, shifted.map(shift));
            Ok(reading)
        };
        book(&text).map_err(|problem| vec![problem]).and_then(of_book)
    };
    match read {
        Ok(mut reading) => {
            reading.remarks.splice(0..0, remark);
            Ok(reading)
        }
        Err(problems) => Err(remark.into_iter().chain(problems).collect()),
    }
}

fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Extensions::ENABLE_TABLES | Extensions::ENABLE_YAML_STYLE_METADATA_BLOCKS)
}

/// Whether there is a table in a text.
pub(super) fn has_table(text: &str) -> bool {
    parser(text).any(|event| matches!(event, Event::Start(Tag::Table(_)))) || !html::places(text).is_empty()
}

/// Whether there is a table in a text, or lists that are laid out as one.
fn holds_rows(text: &str) -> bool {
    has_table(text) || lists::parts(text).is_some()
}

/// That a row has more cells than others of its table, by its line.
fn shift(line: usize) -> Diagnostic {
    let why = say!("doubt-shifted", line = line);
    Diagnostic::new(Code::DoubtfulMatrix, say!("doubtful", why = why)).help(say!("doubt-shifted-help"))
}

/// The sheet of a text, and the line of a row with more cells than the header of its table, where others have no more.
fn book(text: &str) -> Result<(Book, Option<usize>), Diagnostic> {
    let starts: Vec<usize> = text.match_indices('\n').map(|(at, _)| at).collect();
    let (grid, budget) = (Grid::default(), Budget::default());
    let mut sheet = Sheet { starts, row: 0, column: 0, grid, budget, places: BTreeMap::new(), shifted: None };
    if let Some(parts) = Some(text).filter(|text| !has_table(text)).and_then(lists::parts) {
        sheet.parts(parts)?;
    } else {
        let (mut from, page) = (0, html::is_page(text));
        let outside = |sheet: &mut Sheet, part: Range<usize>| {
            if !page {
                return sheet.markdown(text, part);
            }
            let lines = html::lines(text.get(part.clone()).unwrap_or_default(), part.start);
            lines.into_iter().try_for_each(|(from, line)| sheet.lines(&line, from))
        };
        for place in html::places(text) {
            outside(&mut sheet, from..place.start)?;
            sheet.html(html::table(text.get(place.clone()).unwrap_or_default(), place.start))?;
            from = place.end;
        }
        outside(&mut sheet, from..text.len())?;
    }
    let mut page = sheet.grid.page(None, true);
    page.places = sheet.places;
    Ok((Book { sheets: vec![page], names: Vec::new() }.checked()?, sheet.shifted))
}

/// The cells of a row beyond those of the header, by what stands in the row behind the last of these.
fn surplus(rest: &str) -> Vec<String> {
    let (mut pieces, mut escaped) = (vec![String::new()], false);
    for character in rest.trim().chars() {
        match pieces.last_mut() {
            Some(piece) if character != '|' || escaped => piece.push(character),
            _ => pieces.push(String::new()),
        }
        escaped = character == '\\' && !escaped;
    }
    // Alone in a table of its own each is read as any other cell.
    let read = |piece: String| {
        let mut said = Said::default();
        parser(&format!("|{piece}|\n|-|")).for_each(|event| said.hear(event));
        said.text
    };
    pieces.into_iter().skip(1).map(read).collect()
}

/// What a text says, without its looks.
#[derive(Default)]
struct Said {
    text: String,
    /// The links that are open: where they lead, with their titles, and where their texts begin.
    links: Vec<(String, String, usize)>,
}

impl Said {
    fn take(&mut self) -> String {
        std::mem::take(&mut self.text)
    }

    fn hear(&mut self, event: Event) {
        match event {
            Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => {
                self.links.push((dest_url.to_string(), title.to_string(), self.text.len()));
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some((address, title, start)) = self.links.pop() else { return };
                let said = self.text.get(start..).is_some_and(|text| address.ends_with(text.trim()));
                let told = [address, title].into_iter().skip(usize::from(said)).filter(|part| !part.trim().is_empty());
                let told = told.collect::<Vec<_>>().join(", ");
                if !told.is_empty() {
                    self.text.extend([" (", &told, ")"]);
                }
            }
            Event::Text(part) | Event::Code(part) => self.text.push_str(&part),
            Event::SoftBreak | Event::HardBreak => self.text.push('\n'),
            Event::InlineHtml(tag) | Event::Html(tag) => self.text.push_str(if is_break(&tag) { "\n" } else { &tag }),
            Event::Start(_)
            | Event::End(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_)
            | Event::FootnoteReference(_)
            | Event::Rule
            | Event::TaskListMarker(_) => {}
        }
    }
}

/// Whether a tag of HTML ends a line.
fn is_break(tag: &str) -> bool {
    let name: String = tag.chars().filter(char::is_ascii_alphabetic).collect();
    name.eq_ignore_ascii_case("br")
}

/// The sheet as it grows.
struct Sheet {
    /// Where the line breaks of the text are.
    starts: Vec<usize>,
    row: usize,
    column: usize,
    grid: Grid,
    budget: Budget,
    places: BTreeMap<At, String>,
    /// The line of the first row that has more cells than the header of its table, where another row has not.
    shifted: Option<usize>,
}

impl Sheet {
    /// Adds a part of a text with its tables.
    fn markdown(&mut self, text: &str, part: Range<usize>) -> Result<(), Diagnostic> {
        let start = part.start;
        let text = text.get(part).unwrap_or_default();
        let (mut said, mut from, mut table, mut end) = (Said::default(), start, false, start);
        // The rows of a table beneath its header: how many there are, and the lines of those with more cells than that.
        let (mut rows, mut longer) = (0_usize, Vec::new());
        for (event, range) in parser(text).into_offset_iter() {
            let range = range.start + start..range.end + start;
            if said.text.is_empty() {
                from = range.start;
            }
            match event {
                Event::Start(Tag::Table(_)) => (table, self.row, rows, longer) = (true, self.row + 1, 0, Vec::new()),
                Event::End(TagEnd::Table) => {
                    (table, self.row) = (false, self.row + 1);
                    // A bar within a text shifts one row; where all are longer, it is the header that is too short.
                    let shifted = longer.first().copied().filter(|_| longer.len() < rows);
                    self.shifted = self.shifted.or(shifted);
                }
                Event::Start(Tag::TableHead | Tag::TableRow) => self.column = 0,
                Event::End(TagEnd::TableHead) => self.row += 1,
                Event::End(TagEnd::TableRow) => {
                    let more = surplus(text.get(end - start..range.end - start).unwrap_or_default());
                    rows += 1;
                    longer.extend(more.iter().any(|cell| !cell.trim().is_empty()).then(|| self.line(range.start)));
                    for cell in more {
                        self.put(&cell, &range)?;
                        self.column += 1;
                    }
                    self.row += 1;
                }
                Event::End(TagEnd::TableCell) => {
                    self.put(&said.take(), &range)?;
                    self.column += 1;
                    end = range.end;
                }
                Event::End(TagEnd::MetadataBlock(_)) => self.facts(&said.take(), from)?,
                Event::Start(
                    Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_),
                )
                | Event::End(TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock)
                    if !table =>
                {
                    self.lines(&said.take(), from)?;
                }
                event => said.hear(event),
            }
        }
        self.lines(&said.text, from)
    }

    /// Adds a table of HTML.
    fn html(&mut self, table: html::Table) -> Result<(), Diagnostic> {
        let first = table.rows.iter().flatten().next().map_or(0, |cell| cell.from);
        self.lines(&table.caption, first)?;
        self.row += 1;
        // The row beneath the last one that a cell of a column above goes on to.
        let mut taken: BTreeMap<usize, usize> = BTreeMap::new();
        for row in table.rows {
            self.column = 0;
            for cell in row {
                while taken.get(&self.column).is_some_and(|free| *free > self.row) {
                    self.column += 1;
                }
                let first = At { row: self.row, column: self.column };
                let last = At { row: self.row + cell.high - 1, column: self.column + cell.wide - 1 };
                self.put(&cell.text, &(cell.from..cell.from))?;
                self.grid.merge(Block { first, last }, &mut self.budget)?;
                taken.extend((first.column..=last.column).map(|column| (column, last.row + 1)));
                self.column = last.column + 1;
            }
            self.row += 1;
        }
        self.row += 1;
        Ok(())
    }

    /// Adds the parts of a text with lists.
    fn parts(&mut self, parts: Vec<lists::Part>) -> Result<(), Diagnostic> {
        let mut within = false;
        for lists::Part { from, holds } in parts {
            let named = matches!(holds, lists::Holds::Named(..));
            self.row += usize::from(named != within);
            within = named;
            match holds {
                lists::Holds::Facts(text) => self.facts(&text, from)?,
                lists::Holds::Lines(text) => self.lines(&text, from)?,
                lists::Holds::Named(name, said) => {
                    self.column = 0;
                    for text in [name, said] {
                        self.put(&text, &(from..from))?;
                        self.column += 1;
                    }
                    self.row += 1;
                }
            }
        }
        Ok(())
    }

    /// The number of the line at a place in the text.
    fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start < at) + 1
    }

    fn put(&mut self, text: &str, range: &Range<usize>) -> Result<(), Diagnostic> {
        let at = At { row: self.row, column: self.column };
        self.places.insert(at, format!("line {}, column {}", self.line(range.start), self.column + 1));
        self.grid.put(at, value(text.trim()), &mut self.budget)
    }

    /// Adds what stands at the head of a text between lines of its own, as YAML where it is that: labels with their values.
    fn facts(&mut self, text: &str, from: usize) -> Result<(), Diagnostic> {
        for (line, label, said) in yaml::facts(text) {
            let place = format!("line {}", self.line(from) + line.saturating_sub(1));
            let mut put = |column: usize, text: String| {
                let at = At { row: self.row, column };
                self.places.insert(at, place.clone());
                self.grid.put(at, Value::Text(text), &mut self.budget)
            };
            match label {
                // The colon says that it is a label, whatever stands beside it.
                Some(label) => put(0, format!("{label}:")).and_then(|()| put(1, said.trim().to_owned()))?,
                None => put(0, said.trim().to_owned())?,
            }
            self.row += 1;
        }
        Ok(())
    }

    /// Adds the lines of a text outside of tables, each in a row of its own.
    fn lines(&mut self, text: &str, from: usize) -> Result<(), Diagnostic> {
        self.column = 0;
        for (nth, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let at = At { row: self.row, column: 0 };
            self.places.insert(at, format!("line {}", self.line(from) + nth));
            self.grid.put(at, Value::Text(line.trim().to_owned()), &mut self.budget)?;
            self.row += 1;
        }
        Ok(())
    }
}

/// A cell: a number where it is one.
fn value(text: &str) -> Value {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() && text.bytes().all(|b| b.is_ascii_digit() || b"+-.".contains(&b)) => {
            Value::Number { number, percent: false }
        }
        Ok(_) | Err(_) => Value::Text(text.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::{Journey, normal};

    fn journey(text: &str) -> Journey {
        let options = Options { stem: Some("reis"), ..Options::default() };
        read(text.as_bytes(), &options).unwrap_or_else(|problems| panic!("{text}\n{problems:?}")).journey
    }

    #[test]
    fn a_table_is_read_with_what_stands_around_it() {
        let read = journey(
            "# Fietswinkel\n\nNaam: Sam de Wit  \nKlas: 2B\n\nEen verhaal vooraf.\n\n| Fase | Oriëntatie | **Aankoop** |\n|---|:-:|--|\n\
             | Doel | een fiets<br>die past | zekerheid \\| gemak |\n| Touchpoint | [site](https://fiets.example) | `kassa` |\n\
             | Emotie | -1 | 2 |\n\nBron: *gesprek*\n",
        );
        assert_eq!(
            (read.title.as_str(), &*read.authors[0].name, read.authors[0].class.as_deref()),
            ("Fietswinkel", "Sam de Wit", Some("2B"))
        );
        let cells: Vec<Vec<String>> =
            read.phases[0].cells.iter().map(|cell| cell.iter().map(|item| item.text().to_owned()).collect()).collect();
        assert_eq!(
            cells,
            [vec!["een fiets".to_owned(), "die past".into()], vec!["site (https://fiets.example)".into()], vec![String::new()]]
        );
        assert_eq!((read.phases[1].title.as_str(), read.phases[1].cells[0][0].text()), ("Aankoop", "zekerheid | gemak"));
        assert_eq!((read.phases[1].cells[1][0].text(), read.phases[1].cells[2][0].score), ("kassa", Some(2.0)));
        let left = normal(&read);
        for entry in
            [r#"{ "cell": "line 6", "text": "Een verhaal vooraf." }"#, r#"{ "cell": "line 14", "text": "Bron: gesprek" }"#]
        {
            assert!(left.contains(entry), "{entry}\n{left}");
        }
    }

    #[test]
    fn what_stands_at_the_head_is_yaml() {
        let table =
            "\n# De Kluis\n\n| Fase | Zoeken | Boeken |\n|--|--|--|\n| Actie | kijkt | betaalt |\n| Contact | site | balie |\n";
        for (head, title, authors) in [
            ("title: \"De Kluis\"\nauthor: 'Fenna B'", "De Kluis", "Fenna B"),
            ("titel: Reis: naar de kluis\nauteurs: [Fenna B, \"Ali C\"]", "Reis: naar de kluis", "Fenna B|Ali C"),
            ("title: De Kluis\nauthors:\n  - Fenna B\n  - Ali C (2B)", "De Kluis", "Fenna B|Ali C/2B"),
            ("title: >\n  De\n  Kluis\nforfattere:\n- Ida Holm # og\n- Emil", "De Kluis", "Ida Holm|Emil"),
            ("title: De Kluis\nauteurs:\n  - naam: Fenna B\n    klas: 2B", "De Kluis", "Fenna B/2B"),
            ("autor: Ana Ruiz", "De Kluis", "Ana Ruiz"),
        ] {
            let read = journey(&format!("---\n{head}\n---\n{table}"));
            let shown = read.authors.iter().map(|author| match &author.class {
                Some(class) => format!("{}/{class}", author.name),
                None => author.name.clone(),
            });
            assert_eq!((read.title.as_str(), shown.collect::<Vec<_>>().join("|").as_str()), (title, authors), "{head}");
            let left = normal(&read);
            assert_eq!(left.contains("\"# og\"") || left.contains("\"og\""), head.contains("# og"), "{left}");
            // A heading that only says the title again says nothing.
            assert_eq!(left.matches("De Kluis").count(), 1, "{left}");
        }
        let read = journey(&format!("---\nlayout: [post, \"klant\"]\nfoo: \"bar: baz\"\n---\n{table}"));
        let left = normal(&read);
        assert!(left.contains("post; klant") && left.contains("bar: baz") && left.contains("line 3"), "{left}");
    }

    #[test]
    fn of_several_tables_the_journey_is_read_and_the_others_are_left_over() {
        let read = journey(
            "| Wie | Wat |\n|--|--|\n| Sam | poster |\n\n## Reis\n\n| Stage | Goal | Action |\n|--|--|--|\n| Search | a | b |\n| Buy | c | d |\n\n\
             | Stage | Score |\n|--|--|\n| Search | 3 |\n| Buy | 5 |\n",
        );
        assert_eq!((read.phases.len(), read.lanes.len(), read.phases[1].cells[2][0].score), (2, 3, Some(5.0)));
        assert!(["Wie", "Sam", "poster"].iter().all(|word| normal(&read).contains(word)), "{}", normal(&read));
    }

    #[test]
    fn what_a_row_has_more_than_its_header_is_a_cell() {
        for (row, left) in [
            ("| Actie | googelt | vraagt | **later** | [plan](https://p.example) |", &["later", "plan (https://p.example)"][..]),
            ("| Actie | googelt | vraagt Tom | of Sue | betaalt \\| pint |", &["of Sue", "betaalt | pint"]),
            ("Actie | googelt | vraagt | 1. voorbij de rand", &["1. voorbij de rand"]),
            ("> Actie | googelt | vraagt | - voorbij", &["- voorbij"]),
        ] {
            let quote = if row.starts_with('>') { "> " } else { "" };
            let (head, last) = ("| Fase | Zoeken | Kopen |", "| Contact | site | balie |");
            let read = journey(&format!("# Reis\n\n{quote}{head}\n{quote}|--|--|--|\n{row}\n{quote}{last}\n"));
            let normal = normal(&read);
            assert_eq!((read.phases.len(), read.lanes.len()), (2, 2), "{normal}");
            for text in left {
                assert!(normal.contains(&format!("{text:?}")), "{text}\n{normal}");
            }
        }
        let read = journey(
            "# Reis\n\n| Fase | Zoeken | Kopen |\n|--|--|--|\n| Actie | [kijkt](https://a.example \"elke dag\") | pint |\n| Contact | x | y |",
        );
        assert_eq!(read.phases[0].cells[0][0].text(), "kijkt (https://a.example, elke dag)");
    }

    #[test]
    fn a_row_with_more_cells_than_others_is_doubted() {
        let doubted = |rows: &str| {
            let text = format!("| Fase | Zoeken | Kopen |\n|--|--|--|\n{rows}");
            let read = read(text.as_bytes(), &Options::default()).unwrap();
            read.remarks.iter().any(|remark| remark.code == Code::DoubtfulMatrix && remark.message.contains("line 3"))
        };
        assert!(doubted("| Actie | vraagt Tom | of Sue | betaalt |\n| Contact | site | balie |"));
        assert!(!doubted("| Actie | vraagt Tom | betaalt | |\n| Contact | site | balie |"));
        assert!(!doubted("| Actie | vraagt | betaalt | eet |\n| Contact | site | balie | bank |"));
        assert!(!doubted("| Actie | Tom \\| Sue | betaalt |\n| Contact | site | balie |"));
    }

    #[test]
    fn a_table_of_html_is_read_with_its_merged_cells() {
        let read = journey(
            "# Tuin\n\nNaam: Sam\n\n<table>\n<tr><th>Fase</th><th>Zoeken</th><th>Kopen</th></tr>\n\n<tr><td>Actie</td><td><p>kijkt</p><p>vraagt</p></td>\n\
             <td>pint &amp; gaat</td></tr>\n<tr><td>Contact</td><td colspan=\"2\">balie</td></tr></table>\n\nBron: *gesprek*\n",
        );
        assert_eq!((read.title.as_str(), read.authors[0].name.as_str()), ("Tuin", "Sam"));
        let texts: Vec<Vec<&str>> =
            read.phases.iter().map(|phase| phase.cells.iter().flatten().map(crate::journey::Item::text).collect()).collect();
        assert_eq!(texts, [vec!["kijkt", "vraagt", "balie"], vec!["pint & gaat"]]);
        assert!(normal(&read).contains("\"until\"") && normal(&read).contains("Bron: gesprek"), "{}", normal(&read));
    }

    #[test]
    fn lists_under_headings_are_read_where_there_is_no_table() {
        let read = journey(
            "# Reis naar de voedselbank\n\nDoor het team.\n\n## Intake\n- **Doet:** neemt papieren mee\n- **Denkt:** mag dit?\n- **Contactpunt:** kamer\n\n\
             ## Ophalen\n- **Doet:**\n  - staat in de rij\n  - kiest groente\n- **Denkt:** fijn\n- **Contactpunt:** uitgifte\n\n\
             ## Stoppen\n- **Doet:** geeft de pas terug\n- **Denkt:** dank\n- **Contactpunt:** balie\n",
        );
        assert_eq!(read.title, "Reis naar de voedselbank");
        assert_eq!(read.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>(), ["Intake", "Ophalen", "Stoppen"]);
        assert_eq!(read.lanes.iter().map(|lane| lane.kind.name()).collect::<Vec<_>>(), ["action", "thought", "touchpoint"]);
        assert_eq!(
            read.phases[1].cells[0].iter().map(crate::journey::Item::text).collect::<Vec<_>>(),
            ["staat in de rij", "kiest groente"]
        );
    }

    #[test]
    fn a_diagram_is_read_where_there_is_no_table() {
        let read = journey("# A day\n\n```mermaid\njourney\n  section Go\n    Tea: 5: Me\n```\n");
        assert_eq!(read.phases[0].title, "Go");
        assert!(!has_table("a | b\nc | d") && has_table("a | b\n--|--\nc | d"));
    }
}
