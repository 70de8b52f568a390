//! Workbooks of `LibreOffice` and others (`OpenDocument` 1.3, part 3).
//!
//! `calamine` reads these too, but neither merged cells nor percentages.

mod beside;
mod cell;

use std::collections::{BTreeMap, BTreeSet};

use super::book::{At, Beside, Book, Budget, Grid, Kind, Range, RangeName, Value, within_sheet};
use super::package::{Package, broken, encrypted};
use super::xml::{Tag, Token, Xml};
use super::{Options, Reader, Reading, import, limits};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;
use beside::Found;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "ods",
    extensions: &["ods", "ots"],
    summary: "Workbook of LibreOffice (OpenDocument)",
    claims: |_| true,
    text: |_| String::new(),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let book = book(bytes).map_err(|problem| vec![problem])?;
    import::import(&book, options)
}

pub(super) fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    let mut package = Package::open(bytes)?;
    if let Some(mut manifest) = package.xml("META-INF/manifest.xml")? {
        while let Some(token) = manifest.next()? {
            if matches!(&token, Token::Start(tag) if tag.local() == "encryption-data") {
                return Err(encrypted());
            }
        }
    }
    let Some(mut xml) = package.xml("content.xml")? else { return Err(broken("content.xml is missing")) };
    let (mut book, objects) = content(&mut xml)?;
    drop(xml);
    for object in objects {
        let Some(mut xml) = package.fresh(&format!("{}/content.xml", object.folder))? else { continue };
        let titles = beside::titles(&mut xml)?;
        let page = book.sheets.get_mut(object.sheet);
        let titles = titles.iter().filter(|title| !title.is_empty()).map(|title| Beside::new(&object.place, title, Kind::Chart));
        if let Some(page) = page {
            page.beside.extend(titles);
        }
    }
    if let Some(mut xml) = package.xml("styles.xml")? {
        let texts = beside::running(&mut xml)?;
        let first = book.sheets.first_mut();
        if let Some(page) = first {
            page.beside.extend(texts.iter().map(|text| Beside::new("", text, Kind::Running)));
        }
    }
    book.checked()
}

/// An object of a sheet that is a document of its own, such as a chart.
struct Object {
    sheet: usize,
    place: String,
    folder: String,
}

/// The sheets of a document, and the objects on them.
fn content(xml: &mut Xml) -> Result<(Book, Vec<Object>), Diagnostic> {
    let (mut book, mut budget, mut objects) = (Book::default(), Budget::default(), Vec::new());
    let (mut names, mut hidden, mut style) = (Vec::new(), BTreeSet::new(), String::new());
    // The first cell of each rule tells what it says.
    let (mut prompts, mut rule) = (Prompts::new(), String::new());
    let mut spreadsheet = false;
    while let Some(token) = xml.next()? {
        let Token::Start(tag) = token else { continue };
        match tag.name() {
            "office:spreadsheet" => spreadsheet = true,
            "style:style" => style = tag.attribute("style:name").unwrap_or_default().into_owned(),
            "style:table-properties" if tag.attribute("table:display").is_some_and(|shown| shown == "false") => {
                hidden.insert(style.clone());
            }
            "table:table" => {
                let name = tag.attribute("table:name").unwrap_or_default().into_owned();
                let visible = tag.attribute("table:style-name").is_none_or(|style| !hidden.contains(&*style));
                let (grid, own) = sheet(xml, (&mut names, &mut prompts), &mut budget)?;
                let sheet = book.sheets.len();
                objects.extend(own.into_iter().take(limits::PARTS).map(|(place, folder)| Object { sheet, place, folder }));
                book.sheets.push(grid.page(Some(name), visible));
            }
            "table:named-range" => names.extend(named(&tag)),
            "table:content-validation" => rule = tag.attribute("table:name").unwrap_or_default().into_owned(),
            "table:help-message" => {
                let text = beside::Message::of(&tag).read(xml)?;
                budget.text(text.len())?;
                prompts.insert(rule.clone(), text);
            }
            "table:tracked-changes" | "table:dde-links" => xml.skip()?,
            _ => {}
        }
        if book.sheets.len() > limits::SHEETS
            || names.len() > limits::NAMES
            || hidden.len() > limits::FORMATS
            || prompts.len() > limits::NAMES
        {
            let message = say!("too-many-sheets", sheets = limits::SHEETS, names = limits::NAMES);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("keep-the-sheet")));
        }
    }
    if !spreadsheet {
        let message = say!("unread-kind", what = say!("kind-odf"));
        return Err(Diagnostic::new(Code::UnknownFormat, message).help(say!("advice-copy-table")));
    }
    for (name, sheet, range) in names {
        if let Some(sheet) = book.sheets.iter().position(|page| page.name.as_deref() == Some(&sheet)) {
            book.names.push(RangeName { name, sheet, range });
        }
    }
    Ok((book, objects))
}

/// The name of a range, its sheet and the range.
fn named(tag: &Tag) -> Option<(String, String, Range)> {
    let (sheet, range) = Range::of_open_document(&tag.attribute("table:cell-range-address")?)?;
    Some((tag.attribute("table:name")?.into_owned(), sheet, range))
}

/// A row that may stand for several alike.
#[derive(Default)]
struct Row {
    column: usize,
    /// Values, each with its first column and the number of columns that it fills.
    cells: Vec<(usize, usize, Value)>,
    /// Merged blocks: the column, and how many columns and rows they take.
    merged: Vec<(usize, usize, usize)>,
    /// What stands beside the cells, each with its column.
    beside: Vec<(usize, Found)>,
}

/// The objects of a sheet: where each begins, and its folder in the package.
type Objects = Vec<(String, String)>;

/// Ranges with names: the name, the sheet and the cells.
type Ranges = Vec<(String, String, Range)>;
/// What is shown to who fills in a cell, by the name of the rule that says so.
type Prompts = BTreeMap<String, String>;

/// The sheet whose start was read, up to its end.
fn sheet(
    xml: &mut Xml,
    (names, prompts): (&mut Ranges, &mut Prompts),
    budget: &mut Budget,
) -> Result<(Grid, Objects), Diagnostic> {
    let (mut grid, mut objects) = (Grid::default(), Vec::new());
    let (mut first, mut repeated, mut row) = (0_usize, 1, Row::default());
    while let Some(token) = xml.next()? {
        match token {
            Token::Start(tag) => match tag.name() {
                "table:table-row" => {
                    repeated = count(&tag, "table:number-rows-repeated");
                    row = Row::default();
                }
                "table:table-cell" => {
                    let place = Place::of(&tag);
                    let prompt = tag.attribute("table:content-validation-name").and_then(|rule| prompts.remove(&*rule));
                    row.beside.extend(prompt.map(|text| (row.column, Found::Text(text, Kind::Prompt))));
                    let (value, beside) = cell::read(cell::Said::by(&tag), xml)?;
                    row.beside.extend(beside.into_iter().map(|found| (row.column, found)));
                    row.add(place, value)?;
                }
                "table:covered-table-cell" => {
                    let repeated = count(&tag, "table:number-columns-repeated");
                    let (value, beside) = cell::read(cell::Said::by(&tag), xml)?;
                    row.beside.extend(beside.into_iter().map(|found| (row.column, found)));
                    // The grid takes it out of the cell again.
                    row.add(Place { repeated, wide: 1, high: 1 }, value)?;
                }
                // One beyond the limit is enough to be told so.
                "table:named-range" if names.len() <= limits::NAMES => names.extend(named(&tag)),
                "table:shapes" | "office:forms" => {
                    let start = beside::Start::of(&tag);
                    for found in beside::read(start, xml)? {
                        put(&mut grid, String::new(), found, &mut objects, budget)?;
                    }
                }
                _ => {}
            },
            Token::End(end) => match end.name().into_inner() {
                "table:table-row" => {
                    lay(&mut grid, &row, first, repeated, budget)?;
                    for (column, found) in std::mem::take(&mut row.beside) {
                        put(&mut grid, At { row: first, column }.to_string(), found, &mut objects, budget)?;
                    }
                    first = first.saturating_add(repeated);
                }
                "table:table" => break,
                _ => {}
            },
            Token::Text(_) => {}
        }
    }
    Ok((grid, objects))
}

/// Adds what stands beside the cells.
fn put(grid: &mut Grid, place: String, found: Found, objects: &mut Objects, budget: &mut Budget) -> Result<(), Diagnostic> {
    match found {
        Found::Text(text, kind) => grid.beside(Beside::new(&place, &text, kind), budget)?,
        Found::Object(folder) => objects.push((place, folder.trim_start_matches("./").to_owned())),
    }
    Ok(())
}

/// How many columns and rows a cell takes, and how often it is repeated.
struct Place {
    repeated: usize,
    wide: usize,
    high: usize,
}

impl Place {
    fn of(tag: &Tag) -> Self {
        Self {
            repeated: count(tag, "table:number-columns-repeated"),
            wide: count(tag, "table:number-columns-spanned"),
            high: count(tag, "table:number-rows-spanned"),
        }
    }
}

impl Row {
    /// Adds a cell, as often as it is repeated. Its value is kept once.
    ///
    /// # Errors
    /// When there is something in it beyond the last column: of a row, no more is kept than a sheet has columns.
    fn add(&mut self, Place { repeated, wide, high }: Place, value: Value) -> Result<(), Diagnostic> {
        if (wide > 1 || high > 1) && self.merged.len() <= limits::MERGED {
            self.merged.push((self.column, wide, high));
        }
        if !value.is_empty() {
            within_sheet(At { row: 0, column: self.column })?;
            self.cells.push((self.column, repeated, value));
        }
        self.column = self.column.saturating_add(repeated);
        Ok(())
    }
}

/// Puts a row into the grid, as often as it is repeated.
fn lay(grid: &mut Grid, row: &Row, first: usize, repeated: usize, budget: &mut Budget) -> Result<(), Diagnostic> {
    if row.cells.is_empty() && row.merged.is_empty() {
        return Ok(());
    }
    for number in (0..repeated.min(limits::ROWS + 1)).map(|step| first.saturating_add(step)) {
        for (start, count, value) in &row.cells {
            for column in (0..*count).map(|step| start.saturating_add(step)) {
                let at = At { row: number, column };
                within_sheet(at)?;
                grid.put(at, value.clone(), budget)?;
            }
        }
        for (column, wide, high) in &row.merged {
            let first = At { row: number, column: *column };
            let last = At { row: number.saturating_add(high - 1), column: column.saturating_add(wide - 1) };
            grid.merge(Range { first, last }, budget)?;
        }
    }
    Ok(())
}

/// A count of 1 or more; 1 when it is not said.
fn count(tag: &Tag, name: &str) -> usize {
    tag.attribute(name).and_then(|number| number.parse().ok()).unwrap_or(1).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the cells of a sheet with this XML say, row by row.
    fn texts(rows: &str) -> Vec<Vec<String>> {
        let text = format!("<o><office:spreadsheet><table:table table:name='a'>{rows}</table:table></office:spreadsheet></o>");
        let page = content(&mut Xml::new("content.xml", text.as_bytes()).unwrap()).unwrap().0.sheets.remove(0);
        page.rows.iter().map(|row| row.iter().map(Value::text).collect()).collect()
    }

    #[test]
    fn the_text_of_a_cell_is_what_a_person_sees() {
        let cell = "<table:table-cell office:value-type='string'>";
        let row = format!(
            "<table:table-row>{cell}<office:annotation><text:p>een opmerking</text:p></office:annotation><text:p>  een\n <text:span>en \
             <text:s text:c='2'/>twee</text:span></text:p><text:p>drie<text:line-break/>vier</text:p><draw:frame><text:p>vorm</text:p>\
             </draw:frame></table:table-cell>{cell}<text:p><text:a>koppeling</text:a></text:p></table:table-cell></table:table-row>"
        );
        assert_eq!(texts(&row), [["een en   twee\ndrie\nvier", "koppeling"]]);
    }

    #[test]
    fn repeated_cells_and_rows_stand_as_often_as_they_say() {
        let value = |repeated: &str| format!("<table:table-cell {repeated} office:value-type='float' office:value='7'/>");
        let empty = "<table:table-cell table:number-columns-repeated='16382'/>";
        let rows = format!(
            "<table:table-row table:number-rows-repeated='2'>{}{empty}</table:table-row><table:table-row \
             table:number-rows-repeated='2'><table:table-cell/></table:table-row><table:table-row>{}</table:table-row><table:table-row \
             table:number-rows-repeated='1048570'>{empty}</table:table-row>",
            value("table:number-columns-repeated='2'"),
            value("")
        );
        let seven = vec!["7", "7"];
        assert_eq!(texts(&rows), [seven.clone(), seven, vec![], vec![], vec!["7"]]);
    }

    #[test]
    fn what_is_shown_to_who_fills_in_a_cell_stands_beside_the_first() {
        let rule = |name: &str, shown: &str| {
            format!(
                "<table:content-validation table:name='{name}'><table:help-message table:title='Cijfer' table:display='{shown}'><text:p>van 1 \
                 {name}</text:p><text:p>tot 5</text:p></table:help-message><table:error-message><text:p>nee</text:p></table:error-message>\
                 </table:content-validation>"
            )
        };
        let cells = "<table:table-row><table:table-cell/><table:table-cell table:content-validation-name='a' table:number-columns-repeated='2'/>\
                     <table:table-cell table:content-validation-name='b'/><table:table-cell table:content-validation-name='a'/></table:table-row>";
        let text = format!(
            "<o><office:spreadsheet><table:content-validations>{}{}{}</table:content-validations><table:table table:name='x'>{cells}</table:table>\
             </office:spreadsheet></o>",
            rule("a", "true"),
            rule("b", "false"),
            rule("c", "true")
        );
        let (book, _) = content(&mut Xml::new("content.xml", text.as_bytes()).unwrap()).unwrap();
        let told: Vec<_> = book.sheets[0].beside.iter().map(|beside| format!("{} {}", beside.place, beside.text)).collect();
        assert_eq!(told, ["B1 Cijfer: van 1 a\ntot 5"]);
    }

    #[test]
    fn values_of_every_kind_are_read() {
        for (cell, said) in [
            ("office:value-type='percentage' office:value='0.07'><text:p>7%</text:p>", "7%"),
            ("office:value-type='currency' office:value='3.5'><text:p>€ 3,50</text:p>", "3.5"),
            ("office:value-type='boolean' office:boolean-value='true'><text:p>WAAR</text:p>", "TRUE"),
            ("office:value-type='float' office:value='1'><text:p>TRUE</text:p>", "TRUE"),
            ("office:value-type='date' office:date-value='2026-11-07T10:00:00'><text:p>7 nov</text:p>", "2026-11-07 10:00"),
            ("office:value-type='time' office:time-value='PT30H15M00S'><text:p>30:15</text:p>", "30:15"),
            ("office:value-type='string' office:string-value='a'>", "a"),
            ("office:value-type='string' office:string-value='' calcext:value-type='error'><text:p>#NAAM?</text:p>", "#NAAM?"),
            ("table:formula='of:=SUM([.A1])'>", "=SUM([.A1])"),
        ] {
            assert_eq!(
                texts(&format!("<table:table-row><table:table-cell {cell}</table:table-cell></table:table-row>")),
                [[said]],
                "{cell}"
            );
        }
    }
}
