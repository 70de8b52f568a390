//! What readers of other makers find in our files.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use klantreis::write::csv::Dialect;
use klantreis::write::svg::TextMode;
use roxmltree::Node;

/// A page of SVG.
pub struct Page {
    /// All text, in the order of reading.
    pub text: String,
    /// The items that stand on the page, or the parts of them that do.
    pub items: Vec<SvgItem>,
}

/// An item, or a part of one that goes on elsewhere.
pub struct SvgItem {
    /// What the item is said to be: its whole text.
    pub label: String,
    /// The text that stands here, without remarks.
    pub text: String,
}

/// Reads an SVG file.
pub fn svg(bytes: &[u8], mode: TextMode) -> Page {
    let document = roxmltree::Document::parse(std::str::from_utf8(bytes).unwrap()).unwrap_or_else(|error| panic!("{error}"));
    let mut page = Page { text: String::new(), items: Vec::new() };
    for node in document.descendants() {
        page.text.push_str(said(node, mode).unwrap_or_default());
        if node.attribute("role") == Some("listitem") {
            let item = node.descendants().filter(|part| !part.ancestors().any(|above| above.attribute("role") == Some("note")));
            page.items.push(SvgItem {
                label: node.attribute("aria-label").expect("an item has a label").to_owned(),
                text: item.filter_map(|part| said(part, mode)).collect(),
            });
        }
    }
    page
}

/// The text of a run: in live SVG that of a `text` element, among outlines the label of a path, of an empty group when the run
/// has no ink, or of a group of references when no face has it.
fn said<'a>(node: Node<'a, '_>, mode: TextMode) -> Option<&'a str> {
    match (mode, node.tag_name().name()) {
        (TextMode::Live | TextMode::Both, "text") => Some(node.text().unwrap_or_default()),
        (TextMode::Outlines, "path") => node.attribute("aria-label"),
        (TextMode::Outlines, "g") if node.children().filter(Node::is_element).all(|child| child.has_tag_name("use")) => {
            node.attribute("aria-label")
        }
        _ => None,
    }
}

/// The text with one space for all white space at which a line may be broken, and none at the ends; without soft hyphens, which
/// are said only where a line ends at one.
pub fn spaced(text: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{202f}' | '\u{2007}');
    let text = text.replace('\u{ad}', "");
    text.split(breaks).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The text without any white space and soft hyphens.
pub fn letters(text: &str) -> String {
    text.split_whitespace().collect::<String>().replace('\u{ad}', "")
}

/// The text with U+FFFD for what XML 1.0 forbids (2.2, production 2).
pub fn xml(text: &str) -> String {
    let allowed = |c: char| matches!(c, '\t' | '\n' | '\r' | ' '..='\u{fffd}' | '\u{10000}'..);
    text.chars().map(|c| if allowed(c) { c } else { '\u{fffd}' }).collect()
}

/// An error that shows the first place where two texts differ.
pub fn same(whose: &str, wanted: &str, found: &str) -> Result<(), String> {
    if wanted == found {
        return Ok(());
    }
    let start = wanted.chars().zip(found.chars()).take_while(|(a, b)| a == b).count();
    let near = |text: &str| text.chars().skip(start.saturating_sub(20)).take(60).collect::<String>();
    Err(format!("{whose}, character {start}: {:?} and not {:?}", near(found), near(wanted)))
}

/// Finds each text in `said`, behind the one before it.
pub fn in_order<'a>(said: &str, texts: impl Iterator<Item = &'a str>) -> Result<(), String> {
    let mut rest = said;
    for text in texts {
        let at = rest.find(text).ok_or_else(|| format!("{text:?} is not in\n{rest:?}"))?;
        rest = &rest[at + text.len()..];
    }
    Ok(())
}

/// A cell of a workbook.
pub struct Cell(Data);

impl Cell {
    /// The number in it, if it is one.
    pub fn number(&self) -> Option<f64> {
        if let Data::Float(number) = self.0 { Some(number) } else { None }
    }

    /// What it says, with a comma or a point in numbers.
    pub fn text(&self, comma: bool) -> String {
        match self.number() {
            Some(number) if comma => number.to_string().replace('.', ","),
            Some(number) => number.to_string(),
            None => self.0.to_string(),
        }
    }
}

/// The rows of the first sheet of a workbook.
pub fn rows(bytes: &[u8]) -> Vec<Vec<Cell>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(range.start(), Some((0, 0)));
    range.rows().map(|row| row.iter().cloned().map(Cell).collect()).collect()
}

/// The records of a CSV file, as a program reads them that undoes what the dialect does for spreadsheets.
pub fn records(bytes: &[u8], dialect: Dialect) -> Vec<Vec<String>> {
    let (delimiter, excel) = match dialect {
        Dialect::Rfc4180 => (b',', false),
        Dialect::ExcelEn => (b',', true),
        Dialect::ExcelNl | Dialect::ExcelDa => (b';', true),
        Dialect::Tsv => (b'\t', false),
    };
    let mark = "\u{feff}".as_bytes();
    assert_eq!(bytes.starts_with(mark), excel, "{dialect:?}");
    let body = bytes.strip_prefix(mark).unwrap_or(bytes);
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).has_headers(false).from_reader(body);
    reader.records().map(|record| record.unwrap().iter().map(|field| unguarded(field, dialect).to_owned()).collect()).collect()
}

/// A field without the apostrophe that guards text like a formula.
pub fn unguarded(field: &str, dialect: Dialect) -> &str {
    let excel = matches!(dialect, Dialect::ExcelEn | Dialect::ExcelNl | Dialect::ExcelDa);
    field.strip_prefix('\'').filter(|text| excel && might_run(text)).unwrap_or(field)
}

/// Whether a spreadsheet might run a text, or one with fewer apostrophes before it, after whatever it may strip.
fn might_run(text: &str) -> bool {
    let unseen = "\'\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{2060}\u{feff}";
    let seen = |c: char| !(c.is_whitespace() || c.is_control() || unseen.contains(c));
    let sign = text.find(seen).is_some_and(|at| text[at..].starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']));
    sign || text.trim_start_matches('\'').starts_with(['\t', '\r'])
}
