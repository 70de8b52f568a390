//! Workbooks of Excel (ECMA-376, Office Open XML; transitional and strict).
//!
//! `calamine` reads these too, but gives up a workbook for one error value that it does not know (`#SPILL!`, and `#ERROR!` of Google
//! Sheets), and takes as much memory as a file claims to need. So the parts are read here, within the limits.

mod format;
mod sheet;
mod strings;
mod workbook;

use super::book::{Book, Budget, Range, RangeName, Shown};
use super::package::{Package, broken};
use super::{Options, Reader, Reading, import, xml};
use crate::diagnostic::Diagnostic;

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

pub(super) fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    let mut package = Package::open(bytes)?;
    let workbook = workbook::read(&mut package)?;
    let mut budget = Budget::default();
    let strings = match package.text(&workbook.strings)? {
        Some(text) => strings::read(&text, &mut budget)?,
        None => Vec::new(),
    };
    let formats = package.text(&workbook.styles)?.map_or(Ok(Vec::new()), |text| format::read(&text))?;
    let shared = Shared { strings, formats, from_1904: workbook.from_1904 };
    let mut book = Book::default();
    for sheet in &workbook.sheets {
        let Some(text) = package.text(&sheet.part)? else { return Err(broken(&format!("{} is missing", sheet.part))) };
        let grid = sheet::read(&sheet.part, &text, &shared, &mut budget)?;
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
