//! Writes CSV: the table of a sheet, in the dialect of the spreadsheet that will open it.
//!
//! A file holds the table alone: the column headers, the bands above them, what is said of the columns, then the body. Titles and
//! remarks stay behind. Line feeds, tabs and delimiters inside a text are kept, in quotes; this holds for `tsv` too.

use std::io::{self, Write};

use csv::{QuoteStyle, Terminator, WriterBuilder};

use super::{Format, Options, Part, Problem, WriteError, Written};
use crate::formula::guarded;
use crate::sheet::{Row, RowRole, Sheet, Value};

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "csv",
    media_type: "text/csv",
    summary: "A table of plain text; the dialect follows the language unless it is given",
    write: super::Write::Table(&write),
};

/// The dialects of CSV. All are UTF-8.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dialect {
    /// Comma, CRLF, without a byte order mark, decimal point: RFC 4180. Text is never changed.
    #[default]
    Rfc4180,
    /// The same with a byte order mark; text like a formula gets an apostrophe.
    ExcelEn,
    /// Semicolon, CRLF, decimal comma, with a byte order mark; text like a formula gets an apostrophe.
    ExcelNl,
    /// The same as [`Self::ExcelNl`], for Danish.
    ExcelDa,
    /// Tab, LF, without a byte order mark, decimal point. Text is never changed.
    Tsv,
}

impl Dialect {
    /// Every dialect with its name on the command line and a line on it.
    pub const ALL: [(Self, &'static str, &'static str); 5] = [
        (Self::Rfc4180, "rfc4180", "comma, CRLF, decimal point, no byte order mark"),
        (Self::ExcelEn, "excel-en", "comma, CRLF, decimal point, byte order mark: opens in English Excel"),
        (Self::ExcelNl, "excel-nl", "semicolon, CRLF, decimal comma, byte order mark: opens in Dutch Excel"),
        (Self::ExcelDa, "excel-da", "semicolon, CRLF, decimal comma, byte order mark: opens in Danish Excel"),
        (Self::Tsv, "tsv", "tab, LF, decimal point, no byte order mark"),
    ];

    /// The dialect of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(dialect, ..)| *dialect)
    }

    /// The name on the command line, such as `excel-nl`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// The dialect that the spreadsheets of a language (a BCP 47 tag) open by a double click: Dutch, Danish and English have
    /// one, all others [`Self::Rfc4180`].
    #[must_use]
    pub fn for_language(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        [("nl", Self::ExcelNl), ("da", Self::ExcelDa), ("en", Self::ExcelEn)]
            .into_iter()
            .find(|(known, _)| known.eq_ignore_ascii_case(primary))
            .map_or(Self::Rfc4180, |(_, dialect)| dialect)
    }

    fn delimiter(self) -> u8 {
        match self {
            Self::Rfc4180 | Self::ExcelEn => b',',
            Self::ExcelNl | Self::ExcelDa => b';',
            Self::Tsv => b'\t',
        }
    }

    fn terminator(self) -> Terminator {
        match self {
            Self::Rfc4180 | Self::ExcelEn | Self::ExcelNl | Self::ExcelDa => Terminator::CRLF,
            Self::Tsv => Terminator::Any(b'\n'),
        }
    }

    fn decimal_comma(self) -> bool {
        match self {
            Self::ExcelNl | Self::ExcelDa => true,
            Self::Rfc4180 | Self::ExcelEn | Self::Tsv => false,
        }
    }

    /// Whether a byte order mark is written and text like a formula is guarded: both are for spreadsheets alone.
    fn excel(self) -> bool {
        match self {
            Self::ExcelEn | Self::ExcelNl | Self::ExcelDa => true,
            Self::Rfc4180 | Self::Tsv => false,
        }
    }
}

fn write(sheet: &Sheet, options: &Options) -> Result<Written, WriteError> {
    let bytes = table(sheet, options.csv_dialect).map_err(failed)?;
    Ok(Written { parts: vec![Part { suffix: None, bytes }], warnings: Vec::new() })
}

fn failed(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> WriteError {
    WriteError::new(FORMAT.name, Problem::library("csv", "the table", error))
}

/// A table that is written row by row: what was written is not kept.
pub struct Table<W: Write> {
    writer: csv::Writer<W>,
    dialect: Dialect,
}

impl<W: Write> Table<W> {
    /// An empty table, with a byte order mark where the dialect has one.
    ///
    /// # Errors
    /// Those of `out`.
    pub fn new(mut out: W, dialect: Dialect) -> io::Result<Self> {
        if dialect.excel() {
            out.write_all("\u{feff}".as_bytes())?;
        }
        let mut builder = WriterBuilder::new();
        builder.delimiter(dialect.delimiter()).terminator(dialect.terminator()).quote_style(QuoteStyle::Necessary);
        Ok(Self { writer: builder.from_writer(out), dialect })
    }

    /// Writes a row. All rows must have as many values.
    ///
    /// # Errors
    /// Those of the output, and when the row has another number of values than the first.
    pub fn row<'v>(&mut self, values: impl IntoIterator<Item = &'v Value>) -> io::Result<()> {
        let dialect = self.dialect;
        let fields = values.into_iter().map(|value| field(value, dialect));
        self.writer.write_record(fields).map_err(|error| match error.into_kind() {
            csv::ErrorKind::Io(error) => error,
            other => io::Error::other(format!("{other:?}")),
        })
    }

    /// The output, to which all is written.
    ///
    /// # Errors
    /// Those of the output.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

fn table(sheet: &Sheet, dialect: Dialect) -> io::Result<Vec<u8>> {
    let mut table = Table::new(Vec::new(), dialect)?;
    for role in [RowRole::Header, RowRole::Band, RowRole::Remark, RowRole::Body] {
        for row in sheet.rows.iter().filter(|row| row.role == role) {
            table.row(values(row, sheet.columns.len()))?;
        }
    }
    table.finish()
}

/// The values of a row, as many as the sheet has columns.
fn values(row: &Row, columns: usize) -> Vec<&Value> {
    let mut values = Vec::with_capacity(columns);
    for cell in &row.cells {
        values.push(&cell.value);
        values.extend(std::iter::repeat_n(&Value::Empty, usize::from(cell.span.saturating_sub(1))));
    }
    values.resize(columns, &Value::Empty);
    values
}

fn field(value: &Value, dialect: Dialect) -> String {
    match value {
        Value::Empty => String::new(),
        Value::Text(text) if dialect.excel() => guarded(text),
        Value::Text(text) => text.clone(),
        // Adding zero makes minus zero plain zero.
        Value::Number(number) if dialect.decimal_comma() => (number + 0.0).to_string().replace('.', ","),
        Value::Number(number) => (number + 0.0).to_string(),
        Value::Date(date) => date.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (dialect, name, _) in Dialect::ALL {
            assert_eq!((dialect.name(), Dialect::from_name(name)), (name, Some(dialect)));
        }
    }

    #[test]
    fn the_default_follows_the_language() {
        for (tag, name) in
            [("nl", "excel-nl"), ("NL-be", "excel-nl"), ("da", "excel-da"), ("en-GB", "excel-en"), ("ar", "rfc4180")]
        {
            assert_eq!(Dialect::for_language(tag).name(), name, "{tag}");
        }
    }
}
