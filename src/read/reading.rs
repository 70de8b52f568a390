//! What comes of reading a file.

use std::collections::BTreeMap;

use crate::diagnostic::{CellPlace, Diagnostic};
use crate::journey::Journey;
use crate::tongue::{Argument, Phrase};

/// A journey that was read, and how.
#[derive(Debug)]
pub struct Reading {
    /// The journey.
    pub journey: Journey,
    /// What there is to know about the reading of tables, such as cells that could not be placed; each a warning with its cell.
    pub remarks: Vec<Diagnostic>,
    /// How each row and column of a table was understood, in the order of the table. A document has none.
    pub steps: Vec<Step>,
    /// Whether it is a workbook of this program in which nobody has changed anything.
    pub as_written: bool,
    /// What was read, by the name that advice has for it.
    pub(super) input: &'static str,
    places: Places,
}

/// How a part of a table was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The part: a row, a column, a cell or a sheet, such as `Blad1!row 5`.
    pub part: Phrase,
    /// What it was taken for, in a few words.
    pub meaning: Phrase,
}

/// Where the values of a journey stand in a table: by JSON pointer (RFC 6901) in the normal form.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub values: BTreeMap<String, CellPlace>,
    /// Labels of which the value is still to be filled in, with the cell that it belongs in.
    pub blanks: BTreeMap<String, (String, CellPlace)>,
}

/// The place in a text for what was read.
const INPUT: &str = "input";
/// A document in JSON.
const DOCUMENT: &str = "json";
/// A workbook or a table of text.
const TABLE: &str = "table";
/// The same where the cell is known.
const CELL: &str = "cell";

impl Reading {
    /// A journey of which there is nothing more to say than itself, as from a document.
    #[must_use]
    pub fn of_document(journey: Journey) -> Self {
        let reading = Self::of_table(journey, Vec::new(), Vec::new(), Places::default());
        Self { input: DOCUMENT, ..reading }
    }

    pub(super) fn of_table(journey: Journey, remarks: Vec<Diagnostic>, steps: Vec<Step>, places: Places) -> Self {
        Self { journey, remarks, steps, as_written: false, input: TABLE, places }
    }

    /// Gives diagnostics that only have a JSON pointer their cell, where the journey comes from a table, and puts what they advise in the
    /// terms of what was read.
    pub fn locate(&self, diagnostics: &mut [Diagnostic]) {
        for diagnostic in diagnostics.iter_mut() {
            diagnostic.put(INPUT, &Argument::from(self.input));
        }
        self.places.locate(diagnostics);
    }
}

impl Places {
    /// Gives diagnostics the cell of the value that they point to, or of the nearest one around it.
    pub fn locate(&self, diagnostics: &mut [Diagnostic]) {
        for remark in diagnostics.iter_mut().filter(|remark| remark.cell.is_none()) {
            let lacks = remark.about.as_ref().and_then(|about| about.lacks);
            if let Some((label, place)) = lacks.and_then(|lacks| self.blanks.get(lacks)) {
                remark.put(INPUT, &Argument::from(CELL));
                remark.put("label", &Argument::from(label));
                remark.put("cell", &Argument::from(&place.cell));
                remark.cell = Some(Box::new(place.clone()));
                continue;
            }
            let mut pointer = remark.pointer.as_deref();
            while let Some(around) = pointer {
                if let Some(place) = self.values.get(around) {
                    remark.cell = Some(Box::new(place.clone()));
                    break;
                }
                pointer = around.rfind('/').map(|end| &around[..end]);
            }
        }
    }
}
