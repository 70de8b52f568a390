//! Workbooks of Excel (XLSX, XLSM; ECMA-376).

use std::io::Cursor;

use calamine::{DataRef, ExcelDateTime, Reader as _, SheetType, SheetVisible, Xlsx};

use super::book::{At, Book, Budget, Grid, Range, RangeName, Value};
use super::{Options, Reader, Reading, import};
use crate::diagnostic::{Code, Diagnostic};
use crate::meta::Date;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "xlsx",
    extensions: &["xlsx", "xlsm", "xltx", "xltm"],
    summary: "Workbook of Excel",
    claims: |bytes| bytes.starts_with(b"PK\x03\x04"),
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let book = book(bytes).map_err(|problem| vec![problem])?;
    import::import(&book, options)
}

fn broken(error: &calamine::XlsxError) -> Diagnostic {
    Diagnostic::new(Code::BrokenFile, format!("the workbook is damaged: {error}"))
        .help("open it in Excel or LibreOffice, save it anew and try again")
}

fn book(bytes: &[u8]) -> Result<Book, Diagnostic> {
    let mut file: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| broken(&error))?;
    let mut book = Book::default();
    let mut budget = Budget::default();
    let sheets: Vec<_> = file.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).cloned().collect();
    for sheet in sheets {
        let mut grid = Grid::default();
        let mut hollow = Vec::new();
        let mut cells = file.worksheet_cells_reader(&sheet.name).map_err(|error| broken(&error))?;
        let percents: Vec<bool> = cells
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().is_some_and(|format| format.format_code.contains('%')))
            .collect();
        while let Some((cell, style)) = cells.next_cell_with_style_id().map_err(|error| broken(&error))? {
            let (row, column) = cell.get_position();
            let at = At { row: row as usize, column: column as usize };
            let percent = percents.get(style).copied().unwrap_or(false);
            let value = value(cell.get_value(), percent);
            if value.is_empty() {
                hollow.push(at);
            }
            grid.put(at, value, &mut budget)?;
        }
        drop(cells);
        let formulas = file.worksheet_formula(&sheet.name).map_err(|error| broken(&error))?;
        let start = formulas.start().unwrap_or_default();
        for (row, column, formula) in formulas.used_cells() {
            let at = At { row: row + start.0 as usize, column: column + start.1 as usize };
            if hollow.binary_search(&at).is_ok() {
                grid.put(at, Value::Unknown(format!("={formula}")), &mut budget)?;
            }
        }
        for block in file.merge_cells_by_sheet_name(&sheet.name).map_err(|error| broken(&error))? {
            let corner = |(row, column): (u32, u32)| At { row: row as usize, column: column as usize };
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
    Ok(book)
}

fn value(data: &DataRef, percent: bool) -> Value {
    match data {
        DataRef::Int(number) => Value::Number { number: *number as f64, percent },
        DataRef::Float(number) => Value::Number { number: *number, percent },
        DataRef::String(text) => Value::Text(text.clone()),
        DataRef::SharedString(text) => Value::Text((*text).to_owned()),
        DataRef::Bool(truth) => Value::Bool(*truth),
        DataRef::DateTime(time) => moment(time),
        DataRef::DateTimeIso(text) => {
            Date::parse(text).map_or(Value::Text(text.clone()), |day| Value::Day { day, seconds: None })
        }
        DataRef::DurationIso(text) => Value::Text(text.clone()),
        DataRef::Error(error) => Value::Unknown(error.to_string()),
        DataRef::Empty => Value::Empty,
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
