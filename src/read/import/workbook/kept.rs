//! The journey as the workbook was written from it, and what its sheet said.

use super::same;
use crate::forms::line::{self, Extent};
use crate::forms::{labels, store};
use crate::journey::{Journey, LaneKind};
use crate::read::book::{At, Book, Page};
use crate::read::json;

/// The journey that a workbook keeps in its hidden sheet.
///
/// With it, how much the cells of its matrix say.
pub fn journey(book: &Book) -> Option<(Journey, Extent)> {
    book.sheets.iter().find_map(|page| {
        let extent = store::extent(&mark(page))?;
        let texts: Vec<_> = (0..page.rows.len()).map(|row| page.get(At { row, column: 0 }).text()).collect();
        Some((json(&store::read(texts.iter().map(String::as_str))?).ok()?, extent))
    })
}

/// Whether a sheet is the hidden one.
pub fn is_store(page: &Page) -> bool {
    store::extent(&mark(page)).is_some()
}

fn mark(page: &Page) -> String {
    page.get(At { row: 0, column: 0 }).text()
}

/// What a row of the matrix is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// The first row of a lane: its items, or the first scores of each cell.
    Main,
    /// The second scores of each cell (1), the third (2) …
    Scores(usize),
    /// The words beneath scores.
    Words,
}

/// The journey as it was written, with the texts of its cells.
pub struct Kept {
    pub journey: Journey,
    /// The same with what was changed on its further sheets: every item stands where it stood.
    pub now: Journey,
    /// How much the cells say.
    pub extent: Extent,
    /// What each cell says, by phase and lane.
    pub texts: Vec<Vec<String>>,
    /// The titles of the lanes as they stand in the sheet.
    pub titles: Vec<String>,
}

impl Kept {
    pub fn new(journey: Journey, extent: Extent) -> Self {
        let texts = journey.phases.iter().map(|phase| {
            phase.cells.iter().zip(&journey.lanes).map(|(items, lane)| line::cell(&journey, items, lane, extent)).collect()
        });
        let texts = texts.collect();
        let titles = journey.lanes.iter().map(|lane| line::title(&journey, lane)).collect();
        Self { texts, titles, extent, now: journey.clone(), journey }
    }

    /// The rows of the lanes with their names, as they stand in a sheet in any of its states.
    pub fn rows(&self) -> Vec<(usize, Part, String)> {
        let language = self.journey.language.terms;
        let rows = self.journey.lanes.iter().zip(&self.titles).enumerate().flat_map(|(index, (lane, title))| {
            let mut rows = vec![(index, Part::Main, title.clone())];
            if lane.kind == LaneKind::Emotion {
                let most = line::most_scores(&self.journey, index).max(4) + 1;
                rows.extend((1..most).map(|nth| (index, Part::Scores(nth), labels::scores(title, nth))));
                rows.push((index, Part::Words, labels::in_words(title, language)));
            }
            rows
        });
        rows.collect()
    }

    /// The text of a cell as it is compared; nothing for scores.
    pub fn said(&self, phase: usize, lane: usize) -> String {
        same::lines(&self.texts[phase][lane])
    }
}
