//! Finds a table whose lanes have names and whose phases have none: a row a phase below a header of lanes, or lanes in the first
//! column with nothing above what stands beside them.

use std::collections::BTreeSet;

use super::shape::{Look, Shape, Window};
use super::{lanes, words};
use crate::journey::LaneKind;
use crate::read::import::facts;

/// So many lanes must be known, since nothing else tells that it is a journey.
const FEWEST: usize = 3;
/// So many kinds of lane must be those of journeys and of little else.
const KINDS: usize = 2;
/// A journey has no more phases without a name: more are the entries of a log.
const MOST_PHASES: usize = 30;

/// The table of a sheet with the most lanes that are known; of equals the one with its phases across.
pub fn find(window: &Window, sheet: usize) -> Option<Shape> {
    let turned = window.turned();
    let found = [window, &turned].into_iter().flat_map(|window| {
        (0..window.columns.len()).filter_map(move |labels| {
            let block = Block::of(window, labels)?;
            let (first, column) = (*window.rows.get(block.first)?, *window.columns.get(labels)?);
            Some(Shape::unnamed(sheet, window.across, first, column, block.known))
        })
    });
    found.reduce(|best, next| if next.known() > best.known() { next } else { best })
}

/// The rows from the first lane that is known to the last.
struct Block {
    first: usize,
    known: usize,
}

impl Block {
    /// The block beside a column of names; `None` when it is no table.
    fn of(window: &Window, labels: usize) -> Option<Self> {
        let look = |row: &usize| window.label(*row, labels);
        let rows = || 0..window.cells.len();
        let names = || rows().filter_map(|row| look(&row));
        // Where a corner says that there are phases, they have names.
        let group = |row: usize| window.cells.get(row)?.get(labels.checked_sub(1)?)?.as_ref();
        let said = rows().filter_map(group).any(|look| look.is(words::of_corners));
        if said || names().any(|look| look.is(words::of_corners) || look.phase) {
            return None;
        }
        let is_known = |row: &usize| look(row).is_some_and(|look| look.lane);
        let (mut first, last) = (rows().find(is_known)?, rows().rfind(is_known)?);
        let beside = |row: usize| {
            let cells = window.cells.get(row).and_then(|row| row.get(labels + 1..)).unwrap_or_default();
            cells.iter().enumerate().filter_map(|(column, look)| Some((column, look.as_ref()?)))
        };
        // What somebody wants may stand above the table, beside who that is.
        let apart = |row: usize| window.rows.get(row).zip(window.rows.get(row + 1)).is_some_and(|(own, next)| *next > own + 1);
        while beside(first).count() == 1 && apart(first) {
            first = (first + 1..=last).find(is_known)?;
        }
        let is_lane = |row: usize| look(&row).is_some_and(|look| look.short && facts::label(&look.name).is_none());
        while let Some(above) = first.checked_sub(1).filter(|above| is_lane(*above) && beside(*above).count() > 1) {
            first = above;
        }
        let known: BTreeSet<&str> = (first..=last).filter(is_known).filter_map(|row| Some(look(&row)?.name.as_str())).collect();
        let telling = |row: usize| look(&row).filter(|look| !look.is(words::of_plans))?.kind;
        let kinds = (first..=last).filter_map(telling).filter(|kind| lanes::tells_of_a_journey(*kind));
        if kinds.map(LaneKind::name).collect::<BTreeSet<_>>().len() < KINDS {
            return None;
        }
        let named = (first..=last).filter(|row| look(row).is_some()).count();
        let cells = || (first..=last).flat_map(beside);
        let columns: BTreeSet<usize> = cells().map(|(column, _)| column).collect();
        let told = |look: &Look| look.name.chars().any(char::is_alphabetic);
        let (filled, texts) = (cells().count(), cells().filter(|(_, look)| told(look)).count());
        // Names of lanes across the whole table are those of a second one.
        let crossed = cells().filter(|(_, look)| look.lane).count();
        let full = filled * 2 >= named * columns.len() && texts * 2 >= filled && crossed * 4 <= filled;
        let sized = (2..=MOST_PHASES).contains(&columns.len()) && known.len() >= FEWEST && known.len() * 3 >= named * 2;
        (full && sized).then_some(Self { first, known: known.len() })
    }
}
