//! Where the matrix stands: its sheet, the row of the phases and the column of the lanes.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::{Kept, is_store};
use super::same;
use crate::journey::Term;
use crate::read::book::{At, Book, Page, Range};

/// The place of the matrix.
pub struct Frame<'b> {
    /// The index of the sheet.
    pub sheet: usize,
    pub page: &'b Page,
    /// The row with the titles of the phases.
    pub header: usize,
    /// The column with the titles of the lanes.
    pub labels: usize,
    /// What names of ours point to on this sheet, by the name in small letters.
    pub names: BTreeMap<String, Range>,
    /// Whether the file has names of ours at all: some programs drop them.
    pub named: bool,
    /// Merged cells, by the cell in which their text stands.
    pub merged: BTreeMap<At, Range>,
}

impl Frame<'_> {
    /// The text of a cell.
    pub fn text(&self, row: usize, column: usize) -> String {
        self.page.get(At { row, column }).text()
    }

    /// The name of a row.
    pub fn label(&self, row: usize) -> String {
        self.text(row, self.labels)
    }

    /// Where a name points to.
    pub fn name(&self, name: &str) -> Option<At> {
        self.names.get(name).map(|range| range.first)
    }

    /// The last column and row of a cell that may be merged.
    pub fn end(&self, at: At) -> At {
        self.merged.get(&at).map_or(at, |range| range.last)
    }
}

/// The prefix of our names.
const OURS: &str = "klantreis_";

/// The matrix of a workbook: the sheet on which most titles of phases and lanes stand.
pub fn find<'b>(book: &'b Book, kept: &Kept) -> Option<Frame<'b>> {
    let phases: BTreeSet<_> = kept.journey.phases.iter().map(|phase| same::folded(&phase.title)).collect();
    let lanes: BTreeSet<_> = kept.rows().iter().map(|(_, _, title)| same::folded(title)).collect();
    let corner = same::folded(Term::Phase.text(kept.journey.language.terms));
    let known = Known { phases, lanes, corner };
    let pages = book.sheets.iter().enumerate().filter(|(_, page)| !is_store(page));
    let found = pages.filter_map(|(sheet, page)| {
        let names = names(book, sheet);
        let (score, header, labels) = known.place(page, &names)?;
        Some((score, Frame { sheet, page, header, labels, named: false, merged: BTreeMap::new(), names }))
    });
    // Of sheets that are equally likely, the first.
    let (_, frame) = found.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let named = book.names.iter().any(|name| name.name.to_lowercase().starts_with(OURS));
    let merged = frame.page.merged.iter().map(|range| (range.first, *range)).collect();
    Some(Frame { named, merged, ..frame })
}

fn names(book: &Book, sheet: usize) -> BTreeMap<String, Range> {
    let ours = book.names.iter().filter(|name| name.sheet == sheet).map(|name| (name.name.to_lowercase(), name.range));
    ours.filter(|(name, _)| name.starts_with(OURS)).collect()
}

struct Known {
    phases: BTreeSet<String>,
    lanes: BTreeSet<String>,
    corner: String,
}

impl Known {
    /// How likely a sheet is to hold the matrix, the row of its phases and the column of its lanes.
    fn place(&self, page: &Page, names: &BTreeMap<String, Range>) -> Option<(usize, usize, usize)> {
        let named = |start: &str| {
            let mut count = BTreeMap::<At, usize>::new();
            names
                .iter()
                .filter(|(name, _)| name.starts_with(start))
                .for_each(|(_, range)| *count.entry(range.first).or_default() += 1);
            count
        };
        let (phase_names, lane_names) = (named("klantreis_phase_"), named("klantreis_lane_"));
        let mut rows: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        let mut columns: BTreeMap<usize, BTreeSet<String>> = BTreeMap::new();
        let mut corners: Vec<At> = Vec::new();
        for (row, cells) in page.rows.iter().enumerate() {
            for (column, value) in cells.iter().enumerate().filter(|(_, value)| !value.is_empty()) {
                let folded = same::folded(&value.text());
                if folded == self.corner {
                    corners.push(At { row, column });
                }
                if self.lanes.contains(&folded) {
                    columns.entry(column).or_default().insert(folded.clone());
                }
                if self.phases.contains(&folded) {
                    rows.entry(row).or_default().insert(folded);
                }
            }
        }
        let count = |found: &BTreeMap<usize, BTreeSet<String>>, at: usize| found.get(&at).map_or(0, BTreeSet::len);
        let row_of_names = |row: usize| phase_names.iter().filter(|(at, _)| at.row == row).map(|(_, count)| count).sum::<usize>();
        let header_score = |row: usize| {
            let corner = corners.iter().any(|at| at.row == row);
            // One text may well say what a phase is called; the corner says more than that.
            4 * count(&rows, row) + 2 * row_of_names(row).min(1) + usize::from(corner) * 5
        };
        let likely = rows.keys().copied().chain(corners.iter().map(|at| at.row)).chain(phase_names.keys().map(|at| at.row));
        let header = best(likely, header_score)?;
        // Names of lanes begin right of their titles.
        let label_score = |column: usize| {
            let corner = corners.iter().any(|at| at.row == header && at.column == column);
            4 * count(&columns, column) + 3 * usize::from(corner)
        };
        let corner_columns = corners.iter().filter(|at| at.row == header).map(|at| at.column);
        let label_column = best(columns.keys().copied().chain(corner_columns), label_score);
        let before_names = lane_names.keys().chain(phase_names.keys()).map(|at| at.column.saturating_sub(1)).min();
        let labels = label_column.or(before_names).unwrap_or(0);
        let certain = header_score(header) + label_column.map_or(0, label_score) + lane_names.len().min(3);
        (count(&rows, header) > 0 || row_of_names(header) > 0 || certain > 3).then_some((certain, header, labels))
    }
}

/// The one with the greatest score; of several the first.
fn best(of: impl Iterator<Item = usize>, score: impl Fn(usize) -> usize) -> Option<usize> {
    let mut all: Vec<_> = of.collect();
    all.sort_unstable();
    all.dedup();
    all.into_iter()
        .map(|one| (score(one), one))
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, one)| one)
}
