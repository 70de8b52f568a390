//! What comes of reading a file.

use std::collections::BTreeMap;

use crate::diagnostic::{CellPlace, Diagnostic};
use crate::journey::Journey;

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
    places: Places,
}

/// How a part of a table was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The part: a row, a column, a cell or a sheet, such as `Blad1!row 5`.
    pub part: String,
    /// What it was taken for, in a few words.
    pub meaning: String,
}

/// Where the values of a journey stand in a table: by JSON pointer (RFC 6901) in the normal form.
#[derive(Debug, Default)]
pub(super) struct Places(pub BTreeMap<String, CellPlace>);

impl Reading {
    /// A journey of which there is nothing more to say than itself, as from a document.
    #[must_use]
    pub fn of_document(journey: Journey) -> Self {
        Self::of_table(journey, Vec::new(), Vec::new(), Places::default())
    }

    pub(super) fn of_table(journey: Journey, remarks: Vec<Diagnostic>, steps: Vec<Step>, places: Places) -> Self {
        Self { journey, remarks, steps, as_written: false, places }
    }

    /// Gives diagnostics that only have a JSON pointer their cell, where the journey comes from a table.
    pub fn locate(&self, diagnostics: &mut [Diagnostic]) {
        self.places.locate(diagnostics);
    }
}

impl Places {
    /// Gives diagnostics the cell of the value that they point to, or of the nearest one around it.
    pub fn locate(&self, diagnostics: &mut [Diagnostic]) {
        for remark in diagnostics.iter_mut().filter(|remark| remark.cell.is_none()) {
            let mut pointer = remark.pointer.as_deref();
            while let Some(around) = pointer {
                if let Some(place) = self.0.get(around) {
                    remark.cell = Some(Box::new(place.clone()));
                    break;
                }
                pointer = around.rfind('/').map(|end| &around[..end]);
            }
        }
    }
}
