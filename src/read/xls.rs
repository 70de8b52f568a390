//! Workbooks of Excel 97 to 2003 (XLS, [MS-XLS]).

use std::io::Cursor;

use calamine::{Data, ExcelDateTime, Reader as _, SheetVisible, Xls, XlsError};

use super::book::{At, Book, Budget, Grid, Range, RangeName, Value};
use super::package::{broken, encrypted};
use super::{Options, Reader, Reading, import};
use crate::diagnostic::Diagnostic;
use crate::meta::Date;

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

fn problem(error: &XlsError) -> Diagnostic {
    if matches!(error, XlsError::Password) { encrypted() } else { broken(&error.to_string()) }
}

pub(super) fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    let mut file: Xls<_> = Xls::new(Cursor::new(bytes)).map_err(|error| problem(&error))?;
    let (mut book, mut budget) = (Book::default(), Budget::default());
    for sheet in file.sheets_metadata().to_vec() {
        let mut grid = Grid::default();
        let corner = |(row, column): (u32, u32)| At { row: row as usize, column: column as usize };
        let values = file.worksheet_range(&sheet.name).map_err(|error| problem(&error))?;
        let formulas = file.worksheet_formula(&sheet.name).map_err(|error| problem(&error))?;
        let start = corner(formulas.start().unwrap_or_default());
        for (row, column, formula) in formulas.used_cells() {
            let at = At { row: start.row + row, column: start.column + column };
            grid.put(at, Value::Unknown(format!("={formula}")), &mut budget)?;
        }
        let start = corner(values.start().unwrap_or_default());
        for (row, column, data) in values.used_cells() {
            grid.put(At { row: start.row + row, column: start.column + column }, value(data), &mut budget)?;
        }
        for block in file.merge_cells_by_sheet_name(&sheet.name).map_err(|error| problem(&error))? {
            grid.merge(Range { first: corner(block.start), last: corner(block.end) }, &mut budget)?;
        }
        book.sheets.push(grid.page(Some(sheet.name), sheet.visible == SheetVisible::Visible));
    }
    for (name, formula) in file.defined_names() {
        if let Some((sheet, range)) = Range::of_sheet(formula)
            && let Some(sheet) = book.sheets.iter().position(|page| page.name.as_deref() == Some(&sheet))
        {
            book.names.push(RangeName { name: name.clone(), sheet, range });
        }
    }
    book.checked()
}

fn value(data: &Data) -> Value {
    match data {
        Data::Int(number) => Value::Number { number: *number as f64, percent: false },
        Data::Float(number) => Value::Number { number: *number, percent: false },
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Value::Text(text.clone()),
        Data::Bool(truth) => Value::Bool(*truth),
        Data::DateTime(time) => moment(time),
        Data::Error(error) => Value::Unknown(error.to_string()),
        Data::Empty => Value::Empty,
    }
}

fn moment(time: &ExcelDateTime) -> Value {
    let (year, month, day, hours, minutes, seconds, _) = time.to_ymd_hms_milli();
    let clock = u32::from(hours) * 3600 + u32::from(minutes) * 60 + u32::from(seconds);
    match Date::new(year, month, day) {
        Some(day) => Value::Day { day, seconds: (clock > 0).then_some(clock) },
        None if time.as_f64() < 1.0 => Value::Time(clock),
        None => Value::Number { number: time.as_f64(), percent: false },
    }
}
