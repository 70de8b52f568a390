//! Tables of HTML in a text of Markdown, as wikis write them where cells are merged: rows and cells as they say, looks are passed over.

use std::ops::Range;

use super::{Said, parser};

/// A cell: what it says, and how many columns and rows it takes.
#[derive(Debug, PartialEq)]
pub(super) struct Cell {
    pub text: String,
    pub wide: usize,
    pub high: usize,
    /// Where it begins in the text.
    pub from: usize,
}

/// A table: the line above its rows, and the cells of each.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Table {
    pub caption: String,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell takes no more columns or rows.
const WIDEST: usize = 100;

/// Where the tables of a text are that stand in no block of code. One in another is a part of it.
pub(super) fn places(text: &str) -> Vec<Range<usize>> {
    let small = text.to_ascii_lowercase();
    let (mut found, mut from, mut fences) = (Vec::new(), 0, 0_usize);
    while let Some(start) = small.get(from..).and_then(|rest| rest.find("<table")).map(|at| from + at) {
        let between = small.get(from..start).unwrap_or_default();
        fences += between.lines().filter(|line| line.trim_start().starts_with("```")).count();
        let whole = small.get(start..).and_then(|rest| rest.find("</table>")).map(|at| start + at + "</table>".len());
        let Some(end) = whole else { break };
        if fences % 2 == 0 && small.get(start..end).is_some_and(|table| table.contains("<tr")) {
            found.push(start..end);
        }
        from = end;
    }
    found
}

/// The table in a text that begins at a place of the whole.
pub(super) fn table(text: &str, start: usize) -> Table {
    let (mut table, mut open, mut links) = (Table::default(), Open::Nothing, Vec::new());
    let mut rest = text;
    while !rest.is_empty() {
        let at = start + (text.len() - rest.len());
        let Some(tag) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>').map(|(tag, _)| tag)) else {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(at, _)| at);
            let (said, behind) = rest.split_at(end);
            table.say(&open, &plain(said));
            rest = behind;
            continue;
        };
        let name = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default().trim_end_matches('/').to_ascii_lowercase();
        match name.as_str() {
            "tr" => table.rows.push(Vec::new()),
            "td" | "th" => {
                let count = |name: &str| attribute(tag, name).and_then(|count| count.parse().ok()).unwrap_or(1).clamp(1, WIDEST);
                let cell = Cell { text: String::new(), wide: count("colspan"), high: count("rowspan"), from: at };
                match table.rows.last_mut() {
                    Some(row) => row.push(cell),
                    None => table.rows.push(vec![cell]),
                }
                open = Open::Cell;
            }
            "caption" => open = Open::Caption,
            "/td" | "/th" | "/caption" | "/tr" => open = Open::Nothing,
            "br" | "p" | "/p" | "li" | "div" | "/div" => table.say(&open, "\n"),
            "a" => links.extend(attribute(tag, "href")),
            "/a" => {
                let address = links.pop().unwrap_or_default();
                if !address.is_empty() && !table.said(&open).ends_with(address.trim()) {
                    table.say(&open, &format!(" ({address})"));
                }
            }
            _ => {}
        }
        let end = if name.starts_with("!--") { rest.find("-->").map_or(rest.len(), |at| at + 3) } else { tag.len() + 2 };
        rest = rest.get(end..).unwrap_or_default();
    }
    table
}

/// Whether a text is a page of HTML from its beginning, and no Markdown with tables of HTML in it.
pub(super) fn is_page(text: &str) -> bool {
    let begin: String = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').chars().take(9).collect();
    ["<!doctype", "<html", "<table"].iter().any(|tag| begin.to_ascii_lowercase().starts_with(tag))
}

/// The lines that a part of a page shows outside of tables, each with where it begins. A tag ends a line unless it is one of looks or a link; what is in
/// the head, in scripts and in comments is not shown.
pub(super) fn lines(text: &str, start: usize) -> Vec<(usize, String)> {
    const HIDDEN: [(&str, &str); 4] = [("!--", "-->"), ("head", "</head>"), ("style", "</style>"), ("script", "</script>")];
    const LOOKS: [&str; 14] = ["b", "strong", "i", "em", "u", "s", "span", "font", "small", "sub", "sup", "code", "mark", "o:p"];
    let small = text.to_ascii_lowercase();
    let (mut lines, mut said, mut links, mut at) = (Vec::new(), (start, String::new()), Vec::new(), 0);
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let Some(tag) = rest.strip_prefix('<').and_then(|inner| inner.split_once('>').map(|(tag, _)| tag)) else {
            let end = rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(end, _)| end);
            let shown = plain(rest.get(..end).unwrap_or_default());
            if said.1.trim().is_empty() {
                said = (start + at, String::new());
            }
            said.1.push_str(&shown);
            at += end;
            continue;
        };
        let name = tag.split(|c: char| c.is_whitespace()).next().unwrap_or_default().trim_end_matches('/').to_ascii_lowercase();
        let hidden = HIDDEN.iter().find(|(hidden, _)| name == *hidden || *hidden == "!--" && name.starts_with(hidden));
        let close = hidden.map_or(">", |(_, close)| close);
        at = small.get(at..).and_then(|rest| rest.find(close)).map_or(text.len(), |end| at + end + close.len());
        match name.trim_start_matches('/') {
            "a" if name == "a" => links.push(attribute(tag, "href").unwrap_or_default()),
            "a" => {
                let address = links.pop().unwrap_or_default();
                if !address.is_empty() && !said.1.ends_with(address.trim()) {
                    said.1.extend([" (", &address, ")"]);
                }
            }
            looks if LOOKS.contains(&looks) || looks.starts_with("!--") => {}
            _ => lines.push(std::mem::take(&mut said)),
        }
    }
    lines.push(said);
    lines.retain(|(_, line)| !line.trim().is_empty());
    lines
}

/// What a text is a part of.
enum Open {
    Nothing,
    Caption,
    Cell,
}

impl Table {
    fn place(&mut self, open: &Open) -> Option<&mut String> {
        match open {
            Open::Nothing => None,
            Open::Caption => Some(&mut self.caption),
            Open::Cell => self.rows.last_mut()?.last_mut().map(|cell| &mut cell.text),
        }
    }

    fn say(&mut self, open: &Open, text: &str) {
        // What stands between the cells is shown above the table.
        let open = if matches!(open, Open::Nothing) && !text.trim().is_empty() { &Open::Caption } else { open };
        self.place(open).into_iter().for_each(|said| said.push_str(text));
    }

    fn said(&mut self, open: &Open) -> &str {
        self.place(open).map_or("", |said| said.as_str())
    }
}

/// The value of an attribute in a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let small = tag.to_ascii_lowercase();
    let at = small.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = small.get(..*at).unwrap_or_default();
        before.ends_with(char::is_whitespace)
            && small.get(at + name.len()..).is_some_and(|rest| rest.trim_start().starts_with('='))
    })?;
    let value = tag.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
    let end = |value: &str| value.find(|c: char| c.is_whitespace()).unwrap_or(value.len());
    let quoted = ['"', '\''].into_iter().find_map(|quote| value.strip_prefix(quote)?.split_once(quote).map(|(value, _)| value));
    Some(plain(quoted.unwrap_or_else(|| value.get(..end(value)).unwrap_or_default())))
}

/// A text with the characters that its entities stand for, and single spaces for white space.
fn plain(text: &str) -> String {
    let mut plain = String::new();
    for (nth, piece) in text.split('&').enumerate() {
        let entity = piece.split_once(';').filter(|(name, _)| nth > 0 && !name.is_empty() && name.len() < 33);
        let known =
            entity.filter(|(name, _)| name.chars().all(|c| c.is_ascii_alphanumeric() || c == '#')).map(|(name, behind)| {
                let mut said = Said::default();
                parser(&format!("&{name};")).for_each(|event| said.hear(event));
                said.text + behind
            });
        plain.push_str(if nth > 0 && known.is_none() { "&" } else { "" });
        plain.push_str(known.as_deref().unwrap_or(piece));
    }
    let (first, last) = (plain.starts_with(char::is_whitespace), plain.ends_with(char::is_whitespace));
    let words = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let space = |is: bool| if is { " " } else { "" };
    if words.is_empty() { space(first).to_owned() } else { format!("{}{words}{}", space(first), space(last)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::normal;
    use crate::read::kind::reader_for;
    use crate::read::{Options, READERS};

    #[test]
    fn a_page_shows_its_lines_without_their_looks() {
        let text = "<html><head><title>x</title><style><!-- p {a>b} --></style></head>\n<body lang=DA><h1>Reis &amp; meer<o:p></o:p></h1>\n\
                    <p class=a><b>Door:</b>\nSam <!-- > no --><a href=u>t</a><br>en zo</p><p>&nbsp;</p></body>";
        assert!(is_page(text) && is_page("\u{feff}\n<TABLE><tr>") && !is_page("# a\n<table>") && !is_page("<b>x</b>"));
        // It is none of a kind of its own, but in a file of Markdown.
        let reader = |name: Option<&str>| reader_for(READERS, name, text.as_bytes()).map(|(reader, _)| reader.name);
        assert!(reader(Some("MD")) == Ok("markdown") && reader(Some("html")).is_err() && reader(None).is_err());
        let lines = lines(text, 3);
        let shown: Vec<&str> = lines.iter().map(|(_, line)| line.trim()).collect();
        assert_eq!(shown, ["Reis & meer", "Door: Sam t (u)", "en zo"]);
        assert_eq!(lines[0].0, 3 + text.find("Reis").unwrap());
    }

    #[test]
    fn a_page_of_html_is_read_as_what_it_shows() {
        let rows = "<tr><th></th><th colspan=2>VOORAF</th><th>NA</th></tr><tr><th>Fase</th><th><p>Zoeken</p></th><th>Kopen</th><th>Thuis</th></tr>\
                    <tr><td>Actie</td><td>kijkt</td><td>pint</td><td><ul><li>pakt uit</li><li>belt</li></ul></td></tr><tr><td>Contact</td><td>site</td>\
                    <td>balie</td><td>mail</td></tr></table>";
        for (head, title, author) in [
            ("<table>", "reis", None),
            (
                "<html>\n<head><title>x</title></head><body><h1>Tuin</h1><p><b>Naam:</b> Sam</p><table class=a>",
                "Tuin",
                Some("Sam"),
            ),
        ] {
            let text = format!("{head}{rows}\n<p>Bron: <i>gesprek</i></p>");
            let options = Options { stem: Some("reis"), ..Options::default() };
            let read = super::super::read(text.as_bytes(), &options).unwrap().journey;
            assert_eq!((read.title.as_str(), read.authors.first().map(|author| author.name.as_str())), (title, author));
            assert_eq!((read.phases.len(), read.stages.len(), read.phases[2].cells[0].len()), (3, 2, 2), "{head}");
            assert!(normal(&read).contains("\"Bron: gesprek\""), "{}", normal(&read));
        }
    }

    #[test]
    fn cells_say_what_a_page_shows_of_them() {
        let text = "a <table class=x><caption>Top</caption><tr><TH colspan='2'>A &amp; B</th></tr>\n<tr><td rowspan=3>x<br>y</td>\n\
                    <td><p>caf&eacute; &lt;b <b>bold</b>\n  one</p><ul><li>two</li></ul> <!-- > no --><a href=\"u?a&amp;b\">t</a> AT&T; &copy</td></tr></table> b";
        let places = places(text);
        assert_eq!(places.len(), 1);
        let table = table(&text[places[0].clone()], places[0].start);
        let cells: Vec<(String, usize, usize)> =
            table.rows.iter().flatten().map(|cell| (cell.text.trim().to_owned(), cell.wide, cell.high)).collect();
        assert_eq!(table.caption, "Top");
        let last = "café <b bold one\n\ntwo t (u?a&b) AT&T; &copy";
        assert_eq!(cells, [("A & B".into(), 2, 1), ("x\ny".into(), 1, 3), (last.into(), 1, 1)]);
        assert!(super::places("```\n<table><tr><td>a</td></tr></table>\n```\n<table></table> <table><tr>").is_empty());
    }
}
