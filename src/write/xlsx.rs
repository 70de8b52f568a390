//! Writes xlsx.

use super::{Format, Options, Write, WriteError, Written};
use crate::sheet::Workbook;

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    summary: "",
    write: Write::Tabular(write),
};

fn write(_input: &Workbook, _options: &Options) -> Result<Written, WriteError> {
    todo!()
}
