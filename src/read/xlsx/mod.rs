//! Workbooks of Excel (ECMA-376, Office Open XML; transitional and strict).
//!
//! `calamine` reads these too, but gives up a workbook for one error value that it does not know (`#SPILL!`, and `#ERROR!` of Google
//! Sheets), and takes as much memory as a file claims to need. So the parts are read here, within the limits.

mod beside;
mod format;
mod sheet;
mod strings;
mod workbook;

use super::book::{Book, Budget, Grid, Range, RangeName, Shown};
use super::package::{Package, broken, plain};
use super::{Options, Reader, Reading, import, xml};
use crate::diagnostic::Diagnostic;
pub(super) use strings::unescaped;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "xlsx",
    extensions: &["xlsx", "xlsm", "xltx", "xltm"],
    summary: "Workbook of Excel; macros are passed over",
    claims: |_| true,
    text: |_| String::new(),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let book = book(bytes).map_err(|problem| vec![problem])?;
    import::import(&book, options)
}

/// What is the same for all sheets of a workbook.
struct Shared {
    strings: Vec<String>,
    formats: Vec<Shown>,
    /// Days are counted from 1904, as old Macs do.
    from_1904: bool,
}

/// Whether a workbook has a range of that name. What is no workbook has none.
pub(super) fn has_name(bytes: &[u8], name: &str) -> bool {
    let workbook = Package::open(bytes).and_then(|mut package| workbook::read(&mut package));
    workbook.is_ok_and(|workbook| workbook.names.iter().any(|(known, _)| known == name))
}

pub(super) fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    book_of(&mut Package::open(bytes)?)
}

fn book_of(package: &mut Package) -> Result<Book, Diagnostic> {
    let workbook = workbook::read(package)?;
    let mut budget = Budget::default();
    let strings = match package.xml(&workbook.strings)? {
        Some(mut xml) => strings::read(&mut xml, &mut budget)?,
        None => Vec::new(),
    };
    let formats = package.xml(&workbook.styles)?.map_or(Ok(Vec::new()), |mut xml| format::read(&mut xml))?;
    let shared = Shared { strings, formats, from_1904: workbook.from_1904 };
    let mut book = Book::default();
    for sheet in &workbook.sheets {
        let Some(mut xml) = package.xml(&sheet.part)? else { return Err(broken(&format!("{} is missing", sheet.part))) };
        let (mut grid, links) = sheet::read(&mut xml, &shared, &mut budget)?;
        drop(xml);
        beside::read(package, &sheet.part, &links, &mut grid, &mut budget)?;
        book.sheets.push(grid.page(Some(sheet.name.clone()), sheet.visible));
    }
    for sheet in &workbook.charts {
        let mut grid = Grid::default();
        beside::read(package, &sheet.part, &[], &mut grid, &mut budget)?;
        book.sheets.push(grid.page(Some(sheet.name.clone()), sheet.visible));
    }
    for (name, formula) in workbook.names {
        if let Some((sheet, range)) = Range::of_sheet(&formula)
            && let Some(sheet) = workbook.sheets.iter().position(|found| found.name.eq_ignore_ascii_case(&sheet))
        {
            book.names.push(RangeName { name, sheet, range });
        }
    }
    book.checked()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::book::Value;

    /// The cells of a sheet with this XML, row by row.
    fn cells(rows: &str, from_1904: bool) -> Vec<Vec<Value>> {
        let strings = vec!["gedeeld".to_owned()];
        let shared = Shared { strings, formats: vec![Shown::Number, Shown::Percent, Shown::Day], from_1904 };
        let text = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
        let mut budget = Budget::default();
        let mut xml = xml::Xml::new("sheet1.xml", text.as_bytes()).unwrap();
        sheet::read(&mut xml, &shared, &mut budget).unwrap().0.page(None, true).rows
    }

    #[test]
    fn cells_of_every_kind_are_read() {
        let text = |text: &str| Value::Text(text.to_owned());
        let number = |number| Value::Number { number, percent: false };
        let unknown = |text: &str| Value::Unknown(text.to_owned());
        for (cell, value) in [
            ("<c t='s'><v>0</v></c>", text("gedeeld")),
            ("<c t='s'><v>9</v></c>", Value::Empty),
            ("<c t='inlineStr'><is><r><t>a</t></r><r><t> b</t></r></is></c>", text("a b")),
            ("<c t='str'><f>A1</f><v>x_x000D_&#10;y</v></c>", text("x\ny")),
            ("<c t='str'><f>A1</f><v></v></c>", Value::Empty),
            ("<c><f>SUM(A1,1)</f><v>2</v></c>", number(2.0)),
            ("<c><f>SUM(A1,1)</f><v></v></c>", unknown("=SUM(A1,1)")),
            ("<c><f>SUM(A1,1)</f></c>", unknown("=SUM(A1,1)")),
            ("<c t='e'><f>A1</f><v>#SPILL!</v></c>", unknown("#SPILL!")),
            ("<c t='e'><v>#ERROR!</v></c>", unknown("#ERROR!")),
            ("<c t='b'><v>1</v></c>", Value::Bool(true)),
            ("<c t='n' s='1'><v>0.5</v></c>", Value::Number { number: 0.5, percent: true }),
            ("<c s='99'><v>1E2</v></c>", number(100.0)),
            ("<c><v> </v></c>", Value::Empty),
            ("<c><v>inf</v></c>", unknown("inf")),
            ("<x:c xmlns:x='y'><x:v>4</x:v><x:extLst><x:v>5</x:v></x:extLst></x:c>", number(4.0)),
        ] {
            let found = cells(&format!("<row>{cell}<c t='str'><v>.</v></c></row>"), false);
            assert_eq!(found[0][0], value, "{cell}");
        }
        for (from_1904, day) in [(false, "2026-11-07"), (true, "2030-11-08")] {
            assert_eq!(cells("<row><c s='2'><v>46333</v></c></row>", from_1904)[0][0].text(), day);
        }
    }

    #[test]
    fn cells_stand_where_they_say_or_after_the_one_before() {
        let rows = cells(
            "<row><c><v>1</v></c><c r='C1'><v>2</v></c><c><v>3</v></c></row><row r='4'><c><v>4</v></c></row><row><c><v>5</v></c></row>",
            false,
        );
        let found: Vec<Vec<_>> = rows.iter().map(|row| row.iter().map(Value::text).collect()).collect();
        assert_eq!(found, [vec!["1", "", "2", "3"], vec![], vec![], vec!["4"], vec!["5"]]);
    }

    #[test]
    fn a_workbook_is_read_as_it_was_written() {
        let mut book = rust_xlsxwriter::Workbook::new();
        let bold = rust_xlsxwriter::Format::new().set_bold();
        let sheet = book.add_worksheet().set_name("Sam's blad").unwrap();
        sheet.write_rich_string(0, 0, &[(&rust_xlsxwriter::Format::default(), "half "), (&bold, "vet")]).unwrap();
        sheet.write(1, 0, "_x000D_ en\r\nnog een").unwrap();
        sheet.write_formula(2, 0, rust_xlsxwriter::Formula::new("=1+1").set_result("2")).unwrap();
        sheet.write_with_format(3, 0, "=geen formule", &rust_xlsxwriter::Format::new().set_quote_prefix()).unwrap();
        book.define_name("bereik", "='Sam''s blad'!$A$1:$A$3").unwrap();
        let read = super::book(&book.save_to_buffer().unwrap()).unwrap();
        let column: Vec<_> = read.sheets[0].rows.iter().map(|row| row[0].clone()).collect();
        let text = |text: &str| Value::Text(text.to_owned());
        let two = Value::Number { number: 2.0, percent: false };
        assert_eq!(column, [text("half vet"), text("_x000D_ en\nnog een"), two, text("=geen formule")]);
        assert_eq!((read.names[0].name.as_str(), read.names[0].range.last.to_string().as_str()), ("bereik", "A3"));
    }

    #[test]
    fn every_part_is_read_once() {
        let mut book = rust_xlsxwriter::Workbook::new();
        for _ in 0..40 {
            book.add_worksheet().write(0, 0, "overal dezelfde tekst").unwrap();
        }
        let bytes = book.save_to_buffer().unwrap();
        let mut package = Package::open(&bytes).unwrap();
        let read = book_of(&mut package).unwrap();
        // Two lists of relations, the workbook, its shared texts and its formats besides the sheets.
        assert_eq!((read.sheets.len(), package.read.len()), (40, 45));
        let again = package.xml("xl/worksheets/sheet7.xml").map(|part| part.is_some()).unwrap_err();
        assert_eq!(again.code, crate::diagnostic::Code::BrokenFile);
        assert_eq!(package.read.len(), 45);
    }
}
