//! Each bound of workbooks by itself: a file that is over one of them and under all others is refused in the words of that one. What they
//! are, and why, stands in `src/read/limits.rs`.

use std::fmt::Write as _;

use crate::bad_tables::{ods, package, problems, sheets, xls};

/// What is said first of a file.
fn refused(extension: &str, bytes: &[u8]) -> String {
    problems(extension, bytes).remove(0).message
}

/// So many sheets with the same cells, each of its own part.
fn workbook(count: usize, cells: &str) -> Vec<u8> {
    let named = |number: usize| (format!("Blad {number}"), format!("worksheets/sheet{number}.xml"));
    sheets(&(0..count).map(named).collect::<Vec<_>>(), cells)
}

/// A workbook of one sheet with more parts, and what the book says before its sheets.
fn beside(book: &str, sheet: &str, parts: &[(&str, &str)]) -> Vec<u8> {
    const TYPE: &str = "http://x/relationships";
    let root = format!(
        "<Relationships><Relationship Id=\"a\" Type=\"{TYPE}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let book = format!("<workbook>{book}<sheets><sheet name=\"Blad\" r:id=\"s\"/></sheets></workbook>");
    let links = format!(
        "<Relationships><Relationship Id=\"s\" Type=\"{TYPE}/worksheet\" Target=\"worksheets/sheet1.xml\"/>\
         <Relationship Id=\"f\" Type=\"{TYPE}/styles\" Target=\"styles.xml\"/></Relationships>"
    );
    let own = [
        ("_rels/.rels", root.as_str()),
        ("xl/workbook.xml", &book),
        ("xl/_rels/workbook.xml.rels", &links),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    let all: Vec<(&str, &[u8])> = own.iter().chain(parts).map(|(name, text)| (*name, text.as_bytes())).collect();
    package(&all, true)
}

const ONE_CELL: &str = "<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>";

fn record(kind: u16, body: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(body.len()).unwrap().to_le_bytes(), body].concat()
}

/// The globals of an old workbook with these records in them.
fn globals(records: &[u8]) -> Vec<u8> {
    xls("Workbook", &[&record(0x0809, &[0, 6, 5, 0])[..], records, &record(0x000A, &[])].concat())
}

fn content(tables: &str) -> Vec<u8> {
    ods(&format!("<o><office:spreadsheet>{tables}</office:spreadsheet></o>"), "<m/>")
}

#[test]
fn what_unpacks_to_very_much_in_many_tags_is_refused() {
    // No tag and no text is long.
    let tag = format!("<a b=\"{}\"/>", " ".repeat(1 << 20));
    let sheet = format!("<worksheet>{}</worksheet>", tag.repeat(257));
    let said = refused("xlsx", &beside("", &sheet, &[]));
    assert!(said.contains("larger than 256 MiB when it is unpacked"), "{said}");
}

#[test]
fn rows_of_all_sheets_are_counted() {
    let last = "<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>";
    let said = refused("xlsx", &workbook(4, last));
    assert!(said.contains("more than 4000000 rows"), "{said}");
}

#[test]
fn merged_blocks_are_counted() {
    let mut blocks = String::new();
    for row in 1..=5_001 {
        let _ = write!(blocks, "<mergeCell ref=\"A{row}:B{row}\"/>");
    }
    let sheet = format!("<worksheet><sheetData/><mergeCells>{blocks}</mergeCells></worksheet>");
    let said = refused("xlsx", &beside("", &sheet, &[]));
    assert!(said.contains("more than 5000 merged cells"), "{said}");
    let row = "<table:table-row><table:table-cell table:number-columns-spanned=\"2\" office:value-type=\"string\"><text:p>x</text:p>\
               </table:table-cell></table:table-row>";
    let said = refused("ods", &content(&format!("<table:table table:name=\"a\">{}</table:table>", row.repeat(5_001))));
    assert!(said.contains("more than 5000 merged cells"), "{said}");
}

#[test]
fn sheets_are_counted() {
    let said = refused("xlsx", &workbook(501, "<row><c><v>1</v></c></row>"));
    assert!(said.contains("more than 500 sheets"), "{said}");
    let said = refused("ods", &content(&"<table:table table:name=\"a\"/>".repeat(501)));
    assert!(said.contains("more than 500 sheets"), "{said}");
    let said = refused("xls", &globals(&record(0x0085, &[0, 0, 0, 0, 0, 0, 1, 0, b'a']).repeat(501)));
    assert!(said.contains("more than 500 sheets"), "{said}");
}

#[test]
fn names_are_counted() {
    let mut names = String::new();
    for number in 0..10_001 {
        let _ = write!(names, "<definedName name=\"n{number}\">Blad!A1</definedName>");
    }
    let said = refused("xlsx", &beside(&names, ONE_CELL, &[]));
    assert!(said.contains("or 10000 names"), "{said}");
    let named = "<table:named-range table:name=\"n\" table:cell-range-address=\"$a.$A$1\"/>".repeat(10_001);
    let said = refused(
        "ods",
        &content(&format!("<table:table table:name=\"a\"/><table:named-expressions>{named}</table:named-expressions>")),
    );
    assert!(said.contains("or 10000 names"), "{said}");
    // A name of one letter that stands for the cell A1 of the first sheet.
    let formula = [0x3A, 0, 0, 0, 0, 0, 0];
    let name = [&[0, 0, 0, 1][..], &[7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], b"n", &formula].concat();
    let said = refused("xls", &globals(&record(0x0018, &name).repeat(10_001)));
    assert!(said.contains("or 10000 names"), "{said}");
}

#[test]
fn formats_of_cells_are_counted() {
    let styles = format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf numFmtId=\"0\"/>".repeat(100_001));
    let said = refused("xlsx", &beside("", ONE_CELL, &[("xl/styles.xml", &styles)]));
    assert!(said.contains("more than 100000 formats of cells"), "{said}");
}

#[test]
fn records_of_old_workbooks_are_counted() {
    let said = refused("xls", &globals(&record(0x0001, &[]).repeat(5_000_000)));
    assert!(said.contains("more than 5000000 records"), "{said}");
}
