//! From the cells of a workbook or a table to a journey: the ways of understanding them.
//!
//! A way makes the document that a person would have written, and says of every cell what became of it. The document then goes
//! through the same check as any other. Adding a way is one new file and its entry in [`WAYS`].

mod facts;
mod matrix;
mod notes;
mod numbered;
mod tidy;
mod workbook;

pub(super) use matrix::{free, language_of, of_phases, scale_of};
pub(super) use notes::Notes;

use super::book::Book;
use super::{Options, Reading};
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::REPORT_MARK;
use crate::tongue::say;

/// A way of understanding tables.
pub struct Way {
    /// The name on the command line.
    pub name: &'static str,
    /// One line for help texts and lists.
    pub summary: &'static str,
    /// Whether the tables are meant in this way.
    knows: fn(&Book) -> bool,
    /// The function that reads.
    read: fn(&Book, &Options) -> Result<Reading, Vec<Diagnostic>>,
}

impl std::fmt::Debug for Way {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Every way, the most certain first.
pub static WAYS: &[&Way] = &[&workbook::WAY, &tidy::WAY, &matrix::WAY];

/// The journey in the tables, by the way that was asked for, else by the first that knows them.
///
/// # Errors
/// When no way knows them, and as the way has it.
pub(super) fn import(book: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    if book.names.iter().any(|name| name.name == REPORT_MARK) {
        let report = Diagnostic::new(Code::NoMatrix, say!("is-report"));
        return Err(vec![report.help(say!("is-report-help"))]);
    }
    let (rest, damaged) = workbook::without_damaged(book);
    let book = rest.as_ref().unwrap_or(book);
    let found = || WAYS.iter().copied().find(|way| (way.knows)(book));
    let Some(way) = options.way.or_else(found) else { return Err(vec![no_matrix()]) };
    let mut reading = (way.read)(book, options)?;
    if options.way.is_none()
        && let Some(own) = workbook::sheets_beside_a_blank(book, &reading).and_then(|rest| of_own_making(&rest, options))
    {
        reading = own;
    }
    reading.remarks.splice(..0, damaged);
    Ok(reading)
}

/// The journey on sheets beside a template that nobody has filled in, unless it is doubtful that they hold one.
fn of_own_making(rest: &Book, options: &Options) -> Option<Reading> {
    let reading = (matrix::WAY.knows)(rest).then(|| (matrix::WAY.read)(rest, options).ok())??;
    reading.remarks.iter().all(|remark| remark.code != Code::DoubtfulMatrix).then_some(reading)
}

/// Whether a label says that there is a persona.
pub(super) fn is_of_personas(label: &str) -> bool {
    facts::label(label) == Some(facts::Field::Persona)
}

/// That there is nothing like a journey.
fn no_matrix() -> Diagnostic {
    Diagnostic::new(Code::NoMatrix, say!("no-matrix")).help(say!("no-matrix-help"))
}
