//! The way of understanding a workbook of our own, whatever was done to it.
//!
//! A hidden sheet keeps the journey as the workbook was written from it. What stands in the matrix now decides what counts: a cell
//! that still says what the kept journey says of it keeps its items with all their fields, and one that was changed is read anew, its
//! lines matched with the items that there were. Rows and columns are found by their titles, then by what stands in them, then by the
//! names in the file, then by their place; names come last but one since some programs do not move them along.

mod cells;
mod columns;
mod frame;
mod head;
mod kept;
mod lines;
mod mend;
mod pair;
mod records;
mod remarks;
mod rest;
mod rows;
mod same;
mod scores;
mod stages;
mod table;

use std::collections::BTreeSet;

use super::Way;
use super::notes::Notes;
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::store;
use crate::journey::{self, Language};
use crate::read::book::{At, Book, Page};
use crate::read::{Options, Reading};
use crate::tongue::say;
use kept::Kept;

/// The book without what it keeps of the journey, and a warning, when that was damaged: then the book is one like any other.
pub(super) fn without_damaged(book: &Book) -> (Option<Book>, Option<Diagnostic>) {
    // Its mark may be what was damaged.
    let ours = |page: &Page| kept::is_store(page) || (!page.visible && page.name.as_deref() == Some(store::SHEET));
    let store = book.sheets.iter().position(ours).filter(|_| kept::journey(book).is_none());
    let Some(store) = store else { return (None, None) };
    let place = book.sheets[store].place(At { row: 0, column: 0 });
    let mut rest = book.clone();
    for page in rest.sheets.iter_mut().filter(|page| ours(page)) {
        (page.rows, page.merged) = (Vec::new(), Vec::new());
    }
    let warning = Diagnostic::new(Code::KeptDataDamaged, say!("kept-data-damaged")).help(say!("kept-data-damaged-help"));
    (Some(rest), Some(warning.cell(place)))
}

/// The sheets that are not ours, when nobody has filled in or changed anything of ours: what was handed in stands there.
pub(super) fn sheets_beside_a_blank(book: &Book, reading: &Reading) -> Option<Book> {
    let (journey, extent) = kept::journey(book)?;
    let mut now = reading.journey.clone();
    now.x.clone_from(&journey.x);
    let blank = now == journey && journey.phases.iter().all(|phase| phase.cells.0.iter().all(Vec::is_empty));
    if !blank {
        return None;
    }
    let kept = Kept::new(journey, extent);
    let frame = frame::find(book, &kept)?;
    let own = book.sheets.get(frame.sheet)?.name.clone();
    let left: BTreeSet<_> = reading.remarks.iter().filter_map(|remark| remark.cell.as_ref()).map(|cell| &cell.sheet).collect();
    if left.contains(&own) {
        return None;
    }
    let mut rest = book.clone();
    for page in &mut rest.sheets {
        if !left.contains(&page.name) || kept::is_store(page) {
            (page.rows, page.merged, page.beside) = (Vec::new(), Vec::new(), Vec::new());
        }
    }
    Some(rest)
}

/// The registry entry.
pub(super) static WAY: Way = Way {
    name: "workbook",
    summary: "A workbook or template of ours, by what it keeps of the journey",
    knows: |book| kept::journey(book).is_some(),
    read,
};

fn read(book: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let Some((journey, extent)) = kept::journey(book) else {
        let message = say!("no-workbook-of-ours");
        return Err(vec![Diagnostic::new(Code::NoMatrix, message).help(say!("no-workbook-of-ours-help"))]);
    };
    let mut kept = Kept::new(journey, extent);
    let mut notes = Notes::of(book);
    notes.knows(journey::entries(&kept.journey));
    let mut used = BTreeSet::new();
    let mut known = records::Used::new();
    let frame = frame::find(book, &kept);
    kept.now = records::read(book, frame.as_ref().map(|frame| frame.sheet), &kept.journey, &mut notes, &mut known);
    let mut journey = match &frame {
        Some(frame) => table::read(frame, &kept, &mut notes, &mut used),
        None => kept.now.clone(),
    };
    known.extend(frame.iter().flat_map(|frame| used.iter().map(|at| (frame.sheet, *at))));
    rest::rest(book, frame.as_ref(), &kept, &known, &mut notes);
    if let Some(tag) = options.language {
        journey.language = Language::of_tag(tag);
    }
    let mut reading = notes.finish(journey::entries(&journey))?;
    reading.as_written = reading.remarks.is_empty() && reading.journey == kept.journey;
    Ok(reading)
}
