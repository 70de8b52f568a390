//! What is noted down while a table is read, until all of it is known: left-overs in whatever order they are met.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Diagnostic};
use crate::forms::hints;
use crate::journey::TermLanguage;
use crate::read::book::{At, Book, Kind, Page, Value};
use crate::read::import::notes::{LeftOver, Notes};
use crate::tongue::{Phrase, say};
use crate::uri::leads_out;

/// A cell of a book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Spot {
    /// The index of the sheet.
    pub sheet: usize,
    /// Where in it.
    pub at: At,
}

/// A reading under way.
pub struct Work<'b> {
    book: &'b Book,
    /// The notes.
    pub notes: Notes,
    left: Vec<(Spot, String, &'static str)>,
    count: LeftOver,
    taken: BTreeSet<Spot>,
    /// Where cells lead, by sheet and cell.
    links: BTreeMap<(usize, String), Vec<&'b str>>,
}

impl<'b> Work<'b> {
    /// Nothing noted yet.
    pub fn of(book: &'b Book) -> Self {
        let mut links = BTreeMap::<_, Vec<&str>>::new();
        for (sheet, page) in (0..).zip(&book.sheets) {
            for link in page.beside.iter().filter(|beside| beside.kind == Kind::Link) {
                links.entry((sheet, link.place.clone())).or_default().push(&link.text);
            }
        }
        let notes = Notes::of(book);
        Self { book, notes, left: Vec::new(), count: LeftOver::default(), taken: BTreeSet::new(), links }
    }

    /// Says that it may be no journey.
    pub fn doubt(&mut self, why: impl Into<Phrase>) {
        self.notes.doubt(why);
    }

    /// Says something of a cell that is worth knowing.
    pub fn remark(&mut self, code: Code, spot: Spot, message: impl Into<Phrase>, help: impl Into<Phrase>) {
        if let Some(page) = self.page(spot) {
            self.notes.remark(Diagnostic::new(code, message).help(help).cell(page.place(spot.at)));
        }
    }

    /// Whether a cell has its place in the journey, or was left over by itself.
    pub fn is_taken(&self, spot: Spot) -> bool {
        self.taken.contains(&spot)
    }

    /// The cells that have their place in the journey.
    pub fn taken(&self) -> impl Iterator<Item = &Spot> {
        self.taken.iter()
    }

    /// Keeps a cell that has no place in the journey. `why` completes “this cell …”.
    pub fn leave(&mut self, spot: Spot, why: &'static str) {
        let text = self.page(spot).map(|page| page.get(spot.at).text()).unwrap_or_default();
        if !self.is_ours(spot, &text) {
            self.leave_text(spot, text, why);
        }
    }

    /// Whether we wrote a text ourselves, as stands in a copy of a template: a note, or what explains how to fill it in, with its numbers.
    fn is_ours(&self, spot: Spot, text: &str) -> bool {
        let number = || text.trim().strip_suffix('.').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()));
        let above = || {
            let cells = self.page(spot).into_iter().flat_map(|page| page.rows.iter().flatten()).filter(|value| !value.is_empty());
            cells
                .take(3)
                .any(|value| TermLanguage::ALL.iter().any(|language| value.text().trim() == hints::GUIDE.text(*language)))
        };
        hints::are_ours(text) || number() && above()
    }

    /// Keeps a part of a cell.
    pub fn leave_text(&mut self, spot: Spot, text: String, why: &'static str) {
        let sheet = self.page(spot).and_then(|page| page.name.as_deref());
        if self.count.count(sheet, text.len()) {
            self.left.push((spot, text, why));
        } else {
            // An import with so much left over comes to nothing.
            self.left = Vec::new();
        }
    }

    /// Where a cell leads, as far as it is out of the journey.
    pub fn links(&self, spot: Spot) -> Vec<String> {
        let links = self.links.get(&(spot.sheet, spot.at.to_string()));
        let good = |address: &&&str| leads_out(address) && !address.contains(char::is_whitespace);
        links.into_iter().flatten().filter(good).map(|address| (*address).to_owned()).collect()
    }

    /// Says that a cell has its place in the journey. A formula without a value has none, whatever is read of the cells around it.
    pub fn take(&mut self, spot: Spot) {
        if !self.is_unknown(spot) {
            self.taken.insert(spot);
        }
    }

    fn is_unknown(&self, spot: Spot) -> bool {
        self.page(spot).is_some_and(|page| matches!(page.get(spot.at), Value::Unknown(_)))
    }

    /// Keeps a cell unless it has its place.
    pub fn leave_unless_taken(&mut self, spot: Spot, why: &'static str) {
        if self.taken.contains(&spot) {
            return;
        }
        let unknown = self.is_unknown(spot);
        self.leave(spot, if unknown { "left-formula-not-in-file" } else { why });
    }

    /// Says where the value with a JSON pointer stands.
    pub fn from(&mut self, pointer: impl Into<String>, spot: Spot) {
        if let Some(page) = self.page(spot) {
            self.notes.from(pointer, page.place(spot.at));
        }
    }

    /// Says how the row of a cell was understood.
    pub fn step(&mut self, spot: Spot, meaning: Phrase) {
        self.step_of(spot.sheet, Some(row(spot.at.row)), meaning);
    }

    /// Says how the row of a cell was understood, or its column where the phases go down.
    pub fn step_at(&mut self, spot: Spot, across: bool, meaning: Phrase) {
        self.step_of(spot.sheet, Some(place(spot, across)), meaning);
    }

    /// Says how a row or column was understood, or without one the sheet.
    pub fn step_of(&mut self, sheet: usize, part: Option<Phrase>, meaning: Phrase) {
        let name = self.book.sheets.get(sheet).and_then(|page| page.name.as_deref());
        let part = match (name, part) {
            (Some(name), None) => name.into(),
            (Some(name), Some(part)) => say!("part-of-sheet", sheet = name, part = part),
            (None, None) => say!("part-table"),
            (None, Some(part)) => part,
        };
        self.notes.step(part, meaning);
    }

    /// The notes, with the left-overs in reading order.
    pub fn finish(mut self) -> Notes {
        if !self.count.fits() {
            self.notes.too_much(self.count);
            return self.notes;
        }
        self.left.sort_by_key(|(spot, ..)| *spot);
        for (spot, text, why) in std::mem::take(&mut self.left) {
            if let Some(page) = self.page(spot) {
                self.notes.leave(page.place(spot.at), text, why);
            }
        }
        self.notes
    }

    fn page(&self, spot: Spot) -> Option<&'b Page> {
        self.book.sheets.get(spot.sheet)
    }
}

/// The row of a cell, or its column where the phases go down, as the sheet calls it.
pub fn place(spot: Spot, across: bool) -> Phrase {
    if across { row(spot.at.row) } else { column(spot.at.column) }
}

/// A row, as the sheet calls it.
pub fn row(row: usize) -> Phrase {
    say!("part-row", row = (row + 1).to_string())
}

/// A column, as the sheet calls it.
pub fn column(column: usize) -> Phrase {
    let letters = At { row: 0, column }.to_string();
    say!("part-column", column = letters.trim_end_matches('1'))
}
