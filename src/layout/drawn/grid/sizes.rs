//! The fit of a grid: where it is tightest, and which paper would do.

use super::blank::{self, Blank};
use super::content::Content;
use super::fit::smallest;
use super::plan::Plan;
use super::row::{Row, RowKind};
use crate::diagnostic::Tightest;
use crate::layout::drawn::page::Fitted;
use crate::paper::{Orientation, Paper};

/// What there is to know of the fit, and the place of the first of the tightest cells.
pub(super) fn fitted(content: &Content, plan: &Plan, (paper, way): (&Paper, Option<Orientation>)) -> (Fitted, Option<String>) {
    let tightest = plan
        .panels
        .iter()
        .flat_map(|panel| panel.table.rows.iter().filter_map(|row| Tight::of(content, row, panel.table.phases.start)));
    // Of rows that gain as much, the first.
    let tightest = tightest.reduce(|best, next| if next.gain() > best.gain() { next } else { best });
    let pointer = tightest.as_ref().map(|tight| content.journey.pointer_to_cell(tight.phases[0], tight.lane));
    let named = tightest.map(|Tight { lane, phases, characters, .. }| Tightest {
        lane: content.journey.lanes[lane].title.clone(),
        phases: phases.iter().map(|phase| content.journey.phases[*phase].title.clone()).collect(),
        characters,
    });
    let notes = content.blank && Blank::of(plan).is_some();
    let smallest = if notes { blank::smallest(content, plan, (paper, way)) } else { smallest(content, plan, (paper, way)) };
    (Fitted { pages: plan.page_count(), tightest: named, smallest, notes }, pointer)
}

/// The cells with the most lines of a row.
struct Tight {
    lane: usize,
    /// At least one.
    phases: Vec<usize>,
    /// How many lines they have more than the next.
    lines: usize,
    /// About how many characters those are in each.
    characters: usize,
}

impl Tight {
    /// Those of a row whose first column is a phase; none in a row in which all say as much.
    fn of(content: &Content, row: &Row, first: usize) -> Option<Self> {
        let RowKind::Lane(lane) = row.kind else { return None };
        let most = row.cells.iter().map(|cell| cell.lines.len()).max()?;
        let next = row.cells.iter().map(|cell| cell.lines.len()).filter(|count| *count < most).max()?;
        let highest = row.cells.iter().enumerate().filter(|(_, cell)| cell.lines.len() == most);
        let phases: Vec<usize> = highest.map(|(column, _)| first + column).collect();
        let said = |phase: &usize| -> usize {
            let items = content.journey.phases[*phase].cells.get(lane).into_iter().flatten();
            items.map(|item| item.text().chars().count()).sum()
        };
        let characters = phases.iter().map(said).max().filter(|characters| *characters > 0)?;
        let lines = most - next;
        Some(Self { lane, phases, lines, characters: (characters * lines).div_ceil(most) })
    }

    /// The lines that are saved for each cell that is shortened, in the sixtieths that make it a whole number for up to six.
    fn gain(&self) -> usize {
        self.lines * 60 / self.phases.len()
    }
}
