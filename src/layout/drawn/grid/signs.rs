//! Which marks stand on a page: a legend lists what its page shows.

use std::collections::BTreeSet;

use super::content::Content;
use super::pages::{Fragment, PageRows};
use super::plan::Panel;
use super::row::{Row, RowKind};
use crate::journey::Level;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::items::{CellLine, Dress};
use crate::scene::Mm;

/// The marks of a page; `None` is that of what is set in bold since it is important.
pub(super) fn on_page(content: &Content, panel: &Panel, page: &PageRows) -> BTreeSet<Option<Sign>> {
    page.fragments.iter().flat_map(|fragment| of(content, panel, fragment)).collect()
}

fn of(content: &Content, panel: &Panel, fragment: &Fragment) -> BTreeSet<Option<Sign>> {
    let row = &panel.table.rows[fragment.row];
    let important = |(lane, phase, nth): (usize, usize, usize)| {
        (content.lanes[lane].cells[phase][nth].importance == Some(Level::High)).then_some(None)
    };
    let mut marks: BTreeSet<Option<Sign>> = lines(row, fragment).flat_map(CellLine::signs).map(Some).collect();
    if let RowKind::Lane(lane) = row.kind {
        // A number or a ground says it of what is ranked.
        let cells = row.cells.iter().zip(&fragment.cells).enumerate().filter(|(_, (cell, _))| cell.dress != Dress::Ranked);
        let items = cells.flat_map(|(nth, (cell, range))| {
            cell.lines[range.clone()].iter().map(move |line| (lane, panel.table.phases.start + nth, line.item))
        });
        // What goes on from an earlier page is not set in bold again.
        let bars = fragment.bars.bars(row).filter(|(bar, _)| !bar.before && !bar.is_ranked());
        let bars = bars.map(|(bar, _)| (lane, bar.item.0, bar.item.1));
        marks.extend(items.chain(bars).filter_map(important));
    }
    if let Some(beside) = row.beside.as_ref().filter(|_| fragment.curve > Mm::ZERO) {
        marks.extend(beside.laid(fragment.curve).marks().map(Some));
        marks.extend(beside.lines().flat_map(CellLine::signs).map(Some));
        marks.extend(beside.places().filter_map(important));
    }
    marks
}

/// The lines of bars and cells that stand in a fragment.
fn lines<'a>(row: &'a Row, fragment: &'a Fragment) -> impl Iterator<Item = &'a CellLine> {
    let cells = row.cells.iter().zip(&fragment.cells).flat_map(|(cell, range)| &cell.lines[range.clone()]);
    let bars = fragment.bars.bars(row).flat_map(|(bar, range)| &bar.lines.lines[range.clone()]);
    cells.chain(bars)
}
