//! Writes csv.

use super::{Format, Options, Write, WriteError, Written};
use crate::sheet::Workbook;

/// The registry entry.
pub static FORMAT: Format = Format { name: "csv", media_type: "text/csv", summary: "", write: Write::Tabular(write) };

fn write(_input: &Workbook, _options: &Options) -> Result<Written, WriteError> {
    todo!()
}

/// The dialects of CSV.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Comma, CRLF, UTF-8 without a byte order mark, decimal point.
    #[default]
    Rfc4180,
    /// The same with a byte order mark.
    ExcelEn,
    /// Semicolon, decimal comma, with a byte order mark.
    ExcelNl,
    /// Semicolon, decimal comma, with a byte order mark.
    ExcelDa,
    /// Tab.
    Tsv,
}
