//! Workbooks of Excel 97 to 2003 (BIFF8, [MS-XLS]).
//!
//! `calamine` reads these too, but without percentages, and with lengths from the file that it does not doubt: a damaged one makes it
//! panic, and a cell far away takes the memory of all cells before it.

mod globals;
mod record;
mod sheet;

use std::io::{Cursor, Read};
use std::ops::Range;

use super::book::{Book, Budget, RangeName};
use super::package::{broken, encrypted};
use super::{Options, Reader, Reading, import};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;
use record::Records;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "xls",
    extensions: &["xls", "xlt"],
    summary: "Workbook of Excel 97 to 2003",
    claims: |_| true,
    text: |_| String::new(),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let book = book(bytes).map_err(|problem| vec![problem])?;
    import::import(&book, options)
}

pub(super) fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    let stream = stream(bytes)?;
    let (mut book, mut budget) = (Book::default(), Budget::default());
    let (mut count, mut read) = (0, Vec::<Range<usize>>::new());
    let globals = globals::read(Records::new(&stream, &mut count), &mut budget)?;
    for sheet in &globals.sheets {
        let Some(from) = stream.get(sheet.position..) else { return Err(broken("a sheet lies beyond the end of the file")) };
        // Sheets that share records would be read as often as there are sheets.
        let shared = |place: &Range<usize>| read.iter().any(|other| place.start < other.end && other.start < place.end);
        let apart = |place: Range<usize>| {
            if shared(&place) { Err(broken("two of its sheets stand in the same place")) } else { Ok(place) }
        };
        apart(sheet.position..sheet.position.saturating_add(1))?;
        let mut records = Records::new(from, &mut count);
        let grid = sheet::read(&mut records, &globals, &mut budget)?;
        let place = apart(sheet.position..stream.len() - records.left())?;
        read.push(place);
        book.sheets.push(grid.page(Some(sheet.name.clone()), sheet.visible));
    }
    book.names = globals
        .names
        .into_iter()
        .filter_map(|(name, link, range)| {
            let sheet = *globals.links.get(link)?;
            (sheet < book.sheets.len()).then_some(RangeName { name, sheet, range })
        })
        .collect();
    book.checked()
}

/// The stream with all records ([MS-XLS], 2.1.2).
fn stream(bytes: &[u8]) -> Result<Vec<u8>, Diagnostic> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
    if file.exists("/Book") && !file.exists("/Workbook") {
        let message = say!("unread-kind", what = say!("kind-excel-95"));
        return Err(Diagnostic::new(Code::UnknownFormat, message).help(say!("advice-save-xlsx")));
    }
    let mut read = Vec::new();
    let most = bytes.len() as u64;
    let done = file.open_stream("/Workbook").and_then(|stream| stream.take(most).read_to_end(&mut read));
    done.map_err(|error| broken(&error.to_string()))?;
    Ok(read)
}
