//! Workbooks and tables as they are read: sheets of typed cells, without a word of any file format or journey.

mod address;
mod beside;
mod grid;
mod moment;
mod shown;
mod unit;

use std::collections::BTreeMap;

use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::meta::Date;
use crate::read::limits;
use crate::tongue::say;
pub(super) use beside::{Beside, Kind, address};
pub(super) use grid::{Budget, Grid, within_sheet};
pub(super) use moment::iso_moment;
pub(super) use shown::Shown;

/// The sheets of a file; a table without sheets is one.
#[derive(Debug, Clone, Default)]
pub(super) struct Book {
    /// The sheets, in order; hidden ones are among them.
    pub sheets: Vec<Page>,
    /// Names of ranges, in the order of the file: those that point to cells of one sheet.
    pub names: Vec<RangeName>,
}

/// A sheet. Rows and columns are counted from zero.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// The name on the tab; `None` in a file that is one table.
    pub name: Option<String>,
    /// Whether a person is shown it.
    pub visible: bool,
    /// The cells from the left upper corner of the sheet, each row to its last cell with something in it; no empty rows at the end.
    pub rows: Vec<Vec<Value>>,
    /// Cells that are merged: what they hold stands in the left upper one.
    pub merged: Vec<Range>,
    /// What messages call cells of a file that has none, such as `line 7`; others are called as in spreadsheets.
    pub places: BTreeMap<At, String>,
    /// What stands on the sheet and in no cell that is shown.
    pub beside: Vec<Beside>,
}

/// A block of cells, both corners included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Range {
    pub first: At,
    pub last: At,
}

/// A place in a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    pub row: usize,
    pub column: usize,
}

/// A name of a range.
#[derive(Debug, Clone)]
pub(super) struct RangeName {
    pub name: String,
    /// The index of the sheet.
    pub sheet: usize,
    pub range: Range,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Value {
    /// Nothing, or white space.
    #[default]
    Empty,
    /// Text, not empty; line ends are `\n`.
    Text(String),
    /// A number; `percent` when it is shown as one: 0.5 as 50%.
    Number { number: f64, percent: bool },
    /// TRUE or FALSE.
    Bool(bool),
    /// A day, and the time of day in seconds when there is one.
    Day { day: Date, seconds: Option<u32> },
    /// A time of day or a length of time, in seconds.
    Time(u32),
    /// A formula whose value is not kept in the file, or an error such as `#REF!`: as it is shown.
    Unknown(String),
}

impl Book {
    /// The book, when there is anything in it.
    ///
    /// # Errors
    /// When no sheet has a cell with something in it, as where there are only charts, or the name of one is longer than the limit.
    pub fn checked(self) -> Result<Self, Diagnostic> {
        let most = limits::SHEET_NAME_BYTES;
        if self.sheets.iter().filter_map(|page| page.name.as_ref()).any(|name| name.len() > most) {
            let message = say!("sheet-name-too-long", most = most);
            return Err(Diagnostic::new(Code::TooLarge, message).help(say!("sheet-name-too-long-help")));
        }
        if self.sheets.iter().any(|page| !page.rows.is_empty()) {
            return Ok(self);
        }
        Err(Diagnostic::new(Code::NoCells, say!("no-cells")).help(say!("no-cells-help")))
    }
}

const NOTHING: &Value = &Value::Empty;

impl Range {
    /// Whether the first corner is not below or to the right of the last.
    pub fn is_upright(&self) -> bool {
        self.first.row <= self.last.row && self.first.column <= self.last.column
    }
}

impl Page {
    /// What a cell holds; nothing outside of the sheet.
    pub fn get(&self, at: At) -> &Value {
        self.rows.get(at.row).and_then(|row| row.get(at.column)).unwrap_or(NOTHING)
    }

    /// The number of columns in use.
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// The place of a cell, for messages.
    pub fn place(&self, at: At) -> CellPlace {
        CellPlace { sheet: self.name.clone(), cell: self.places.get(&at).cloned().unwrap_or_else(|| at.to_string()) }
    }
}

impl Value {
    /// What the cell says, as it is shown: whole numbers without a point, dates as `2026-11-07`, percentages with their sign.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) | Self::Unknown(text) => text.clone(),
            Self::Number { number, percent: false } => (number + 0.0).to_string(),
            Self::Number { number, percent: true } => format!("{}%", hundredfold(*number)),
            Self::Bool(true) => "TRUE".into(),
            Self::Bool(false) => "FALSE".into(),
            Self::Day { day, seconds: None } => day.to_string(),
            Self::Day { day, seconds: Some(seconds) } => format!("{day} {}", clock(*seconds)),
            Self::Time(seconds) => clock(*seconds),
        }
    }

    /// Whether there is nothing in the cell.
    pub fn is_empty(&self) -> bool {
        *self == Self::Empty
    }
}

/// A hundred times a number, without the noise of binary fractions.
fn hundredfold(number: f64) -> f64 {
    format!("{:.10}", number * 100.0).parse().unwrap_or(number * 100.0)
}

fn clock(seconds: u32) -> String {
    let (hours, minutes, rest) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if rest == 0 { format!("{hours:02}:{minutes:02}") } else { format!("{hours:02}:{minutes:02}:{rest:02}") }
}

impl std::fmt::Display for At {
    /// As in spreadsheets: `B7`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&crate::address::cell(self.row, self.column))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_say_what_they_show() {
        let day = Date::new(2026, 11, 7).unwrap();
        for (value, text) in [
            (Value::Number { number: 3.0, percent: false }, "3"),
            (Value::Number { number: -0.0, percent: false }, "0"),
            (Value::Number { number: 0.07, percent: true }, "7%"),
            (Value::Bool(true), "TRUE"),
            (Value::Day { day, seconds: None }, "2026-11-07"),
            (Value::Day { day, seconds: Some(36_000) }, "2026-11-07 10:00"),
            (Value::Time(3_661), "01:01:01"),
        ] {
            assert_eq!(value.text(), text);
        }
    }
}
