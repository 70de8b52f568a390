//! Long lists in a row of short cells: in two columns, so that one cell does not dictate the height of all.

use std::ops::Range;

use super::content::Content;
use super::lanes::LaneText;
use crate::layout::drawn::items::{CellLines, ItemText, Part};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::layout::drawn::text::{Block, LEADING};
use crate::scene::Mm;

/// A list has so many items at least.
const LEAST_ITEMS: usize = 4;
/// A list is long from so many times the height of the cells beside it on, and so many lines more.
const LONG: f64 = 1.5;
const LINES_MORE: f64 = 1.5;
/// Two columns are worth it when they take no more than this share of the height of one.
const WORTH: f64 = 0.78;
/// A column of a list is no narrower than this, in em.
const NARROWEST: f64 = 7.5;
/// Items up to this width, in em, are given the room for two columns of them.
const WIDEST_ITEM: f64 = 13.0;

/// Sets long lists in two columns, the highest cell first, for as long as that makes the row lower. `halves` sets a cell in half of its
/// column.
pub(super) fn halve(cells: &mut [CellLines], columns: &[Column], setting: &Setting, halves: &dyn Fn(usize) -> Option<CellLines>) {
    let height = |cell: &CellLines| cell.height(0..cell.lines.len());
    let mut said: Vec<Mm> = cells.iter().map(height).filter(|height| *height > Mm::ZERO).collect();
    said.sort_by(|one, other| one.0.total_cmp(&other.0));
    // A cell is long beside the others, so one that stands alone is not.
    let Some(usual) = said.get(said.len().saturating_sub(1) / 2).filter(|_| said.len() > 1) else { return };
    let long = *usual * LONG + setting.em() * (LEADING * LINES_MORE);
    loop {
        let highest = (0..cells.len()).max_by(|one, other| height(&cells[*one]).0.total_cmp(&height(&cells[*other]).0));
        let Some(nth) = highest.filter(|nth| !cells[*nth].halved && height(&cells[*nth]) > long) else { return };
        let Some(lines) = halves(nth).filter(|lines| is_list(&cells[nth]) && is_roomy(lines, columns[nth], setting)) else {
            return;
        };
        let tried = CellLines { halved: true, ..lines };
        if height(&tried) > height(&cells[nth]) * WORTH || tried.broken() > cells[nth].broken() {
            return;
        }
        cells[nth] = tried;
    }
}

/// Whether a cell has several items, and nothing that wants its whole width.
fn is_list(cell: &CellLines) -> bool {
    let items = cell.lines.chunk_by(|one, other| one.item == other.item).count();
    let wide = |part: Part| matches!(part, Part::Picture | Part::Figure);
    items >= LEAST_ITEMS && !cell.lines.iter().any(|line| wide(line.part))
}

/// Whether half of a column is wide enough for the words of a list.
fn is_roomy(lines: &CellLines, (_, width): Column, setting: &Setting) -> bool {
    width / 2.0 - lines.insets.width(&setting.sizes) >= setting.em() * NARROWEST
}

/// The width of cell text, in em, that a phase would have so that its long lists stand in two columns; nothing without such lists.
pub(super) fn wanted(content: &Content, phase: usize, phases: &Range<usize>) -> Option<f64> {
    let widths = content.lanes.iter().filter(|lane| is_long(lane, phase, phases)).map(|lane| {
        let natural = |item: &ItemText| item.text.as_ref().map_or(0.0, Block::natural_width);
        lane.cells[phase].iter().map(natural).fold(0.0, f64::max).min(WIDEST_ITEM)
    });
    widths.reduce(f64::max).map(|width| width * 2.0)
}

/// Whether the list of a phase is long beside the cells of the same lane.
fn is_long(lane: &LaneText, phase: usize, phases: &Range<usize>) -> bool {
    let items = |phase: usize| lane.cells[phase].iter().filter(|item| item.bar.is_none()).count();
    let mut all: Vec<usize> = phases.clone().map(items).filter(|count| *count > 0).collect();
    all.sort_unstable();
    let usual = all.get(all.len().saturating_sub(1) / 2).copied().unwrap_or(0);
    all.len() > 1 && items(phase) >= LEAST_ITEMS && items(phase) as f64 >= usual as f64 * LONG + LINES_MORE
}
