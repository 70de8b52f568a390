//! An export as a table: a row for each file that was made, and for each input of which none came.

use super::{Entry, File, Made, rounded};
use crate::sheet::Value;
use crate::tongue::Phrase;
use crate::write::WriteError;
use crate::write::csv::{Dialect, FORMAT, Table};

/// The names of the columns; new ones come behind them.
const HEADS: [&str; 13] =
    ["input", "status", "output", "format", "layout", "part", "pages", "bytes", "sha256", "seconds", "errors", "warnings", "why"];

/// How every such table begins.
pub fn head() -> String {
    HEADS.join(",")
}

/// The report as CSV.
///
/// # Errors
/// When it cannot be written, which nothing in it can cause.
pub fn csv(made: &Made) -> Result<Vec<u8>, WriteError> {
    write(made).map_err(|error| WriteError::own(FORMAT.name, error))
}

fn write(made: &Made) -> std::io::Result<Vec<u8>> {
    let mut table = Table::new(Vec::new(), Dialect::Rfc4180)?;
    table.row(&HEADS.map(text))?;
    for entry in &made.entries {
        if entry.files.is_empty() {
            table.row(&row(entry, None))?;
        }
        for file in &entry.files {
            table.row(&row(entry, Some(file)))?;
        }
    }
    table.finish()
}

fn row(entry: &Entry, file: Option<&File>) -> [Value; HEADS.len()] {
    let of_file = |what: fn(&File) -> Value| file.map_or(Value::Empty, what);
    [
        text(&entry.path),
        text(entry.status()),
        of_file(|file| text(&file.path.display().to_string())),
        of_file(|file| text(&file.format)),
        of_file(|file| perhaps(file.layout.as_deref())),
        of_file(|file| perhaps(file.part.as_deref())),
        of_file(|file| file.pages.map_or(Value::Empty, number)),
        of_file(|file| number(file.bytes)),
        of_file(|file| text(&file.sha256())),
        Value::Number(rounded(entry.seconds)),
        number(entry.errors),
        number(entry.warnings),
        perhaps(entry.why.as_ref().map(Phrase::english)),
    ]
}

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn perhaps(given: Option<&str>) -> Value {
    given.map_or(Value::Empty, text)
}

fn number(number: usize) -> Value {
    Value::Number(number as f64)
}
