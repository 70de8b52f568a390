//! The records of a text, one by one, by the rules of RFC 4180.
//!
//! The `csv` crate leaves out empty lines, so that rows can no longer be named as a spreadsheet does, and takes a quotation mark
//! that is never closed for the rest of the file.

use crate::diagnostic::{Code, Diagnostic, Span};
use crate::read::limits;
use crate::tongue::say;

/// Reads record after record.
pub(super) struct Records<'a> {
    rest: &'a str,
    delimiter: char,
    quotes: bool,
}

/// A quotation mark that is never closed: how many bytes from there to the end.
#[derive(Debug)]
pub(super) struct Unclosed(pub usize);

impl<'a> Records<'a> {
    /// All records of a text.
    pub fn new(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter, quotes: true }
    }

    /// The same where a quotation mark is a character like any other.
    pub fn without_quotes(text: &'a str, delimiter: char) -> Self {
        Self { rest: text, delimiter, quotes: false }
    }

    /// The fields of the next record, `None` at the end. An empty line is a record with one empty field. Of a record with more
    /// fields than a sheet has columns those up to the last column come, and behind them the first that says something.
    pub fn take(&mut self) -> Result<Option<Vec<String>>, Unclosed> {
        if self.rest.is_empty() {
            return Ok(None);
        }
        let mut fields = Vec::new();
        loop {
            let field = self.field()?;
            if fields.len() < limits::COLUMNS || fields.len() == limits::COLUMNS && !field.trim().is_empty() {
                fields.push(field);
            }
            match self.rest.strip_prefix(self.delimiter) {
                Some(rest) => self.rest = rest,
                None => break,
            }
        }
        self.rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\r', '\n'])).unwrap_or_default();
        Ok(Some(fields))
    }

    /// The same, with an error that shows the place in the whole text, at whose end this one stands.
    pub fn next_record(&mut self, whole: &str) -> Result<Option<Vec<String>>, Diagnostic> {
        self.take().map_err(|Unclosed(left)| unclosed(whole, whole.len() - left))
    }

    /// One field, up to the delimiter or line end after it. A quoted one may go on after its closing mark.
    fn field(&mut self) -> Result<String, Unclosed> {
        let mut field = String::new();
        if self.quotes && self.rest.starts_with('"') {
            let Some((inside, after)) = quoted(self.rest) else { return Err(Unclosed(self.rest.len())) };
            (field, self.rest) = (inside, after);
        } else if self.quotes
            && let Some((inside, after)) = quoted(self.rest.trim_start_matches(' '))
            && (after.is_empty() || after.starts_with([self.delimiter, '\r', '\n']))
        {
            // Written by hand, with a space after the delimiter.
            (field, self.rest) = (inside, after);
        }
        let end = self.rest.find([self.delimiter, '\r', '\n']).unwrap_or(self.rest.len());
        let (plain, rest) = self.rest.split_at(end);
        field.push_str(plain);
        self.rest = rest;
        Ok(field)
    }
}

/// What stands between the quotation mark that a text begins with and the one that closes it, where two in a row are one in the
/// text, and what comes after; `None` when there is no such mark.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (mut field, mut rest) = (String::new(), text.strip_prefix('"')?);
    loop {
        let (inside, after) = rest.split_once('"')?;
        field.push_str(inside);
        let Some(doubled) = after.strip_prefix('"') else { return Some((field, after)) };
        field.push('"');
        rest = doubled;
    }
}

fn unclosed(text: &str, at: usize) -> Diagnostic {
    let before = text.get(..at).unwrap_or_default();
    let begin = before.rfind(['\n', '\r']).map_or(0, |end| end + 1);
    let line = 1 + before.replace("\r\n", "\n").chars().filter(|c| matches!(c, '\n' | '\r')).count();
    let column = 1 + before.get(begin..).unwrap_or_default().chars().count();
    Diagnostic::new(Code::UnclosedQuote, say!("unclosed-quote", line = line)).help(say!("unclosed-quote-help")).span(Span {
        bytes: at..at + 1,
        line,
        column,
    })
}
