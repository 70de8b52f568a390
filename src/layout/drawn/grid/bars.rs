//! What goes on over several phases: bars, stacked where they would meet.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::ops::Range;

use super::lanes::LaneText;
use crate::layout::drawn::items::{CellLines, HANG, Mark, bar};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::scene::Mm;

/// Bars beside each other, from left to right.
pub(super) type Track = Vec<Bar>;

/// An item over several columns.
pub(super) struct Bar {
    /// The phase in which it begins, and its place in the cell.
    pub item: (usize, usize),
    /// Indices into [`super::table::Table::columns`].
    pub columns: Range<usize>,
    /// Whether it began on an earlier page.
    pub before: bool,
    /// Whether it goes on on a further page.
    pub after: bool,
    pub lines: CellLines,
}

/// How far the point of an open end reaches, in em.
pub(super) const POINT: f64 = 0.45;

/// The bars of a lane over some phases, in the manner of their lane where it is `dressed`. Each takes the track that has been free for the longest time. Nothing as soon as the tracks
/// are higher than `most`.
pub(super) fn tracks(
    (lane, dressed): (&LaneText, bool),
    phases: &Range<usize>,
    columns: &[Column],
    setting: &Setting,
    most: Mm,
) -> Option<Vec<Track>> {
    let mut tracks: Vec<Track> = Vec::new();
    let (mut heights, mut used): (Vec<Mm>, Mm) = (Vec::new(), Mm::ZERO);
    // The first column that each track has free.
    let mut free: BinaryHeap<Reverse<(usize, usize)>> = BinaryHeap::new();
    for (item, columns_of_bar) in spans(lane, phases) {
        let bar = set((lane, dressed), item, (phases, columns, columns_of_bar), setting);
        let (end, height) = (bar.columns.end, bar.height());
        match free.peek().copied() {
            Some(Reverse((from, track))) if from <= bar.columns.start => {
                free.pop();
                free.push(Reverse((end, track)));
                used += (height - heights[track]).max(Mm::ZERO);
                heights[track] = heights[track].max(height);
                tracks[track].push(bar);
            }
            Some(_) | None => {
                free.push(Reverse((end, tracks.len())));
                used += height;
                heights.push(height);
                tracks.push(vec![bar]);
            }
        }
        if used > most {
            return None;
        }
    }
    Some(tracks)
}

impl Bar {
    /// Whether a number tells how much it matters.
    pub fn is_ranked(&self) -> bool {
        self.lines.lines.iter().any(|line| matches!(line.mark, Mark::Rank(_)))
    }

    /// The height of all of its lines.
    pub fn height(&self) -> Mm {
        self.lines.height(0..self.lines.lines.len())
    }
}

/// The items that go on over several phases and touch some phases, with the columns that they cover there, by the column at which
/// they begin there.
fn spans(lane: &LaneText, phases: &Range<usize>) -> Vec<((usize, usize), Range<usize>)> {
    let begun = lane.bars.partition_point(|((phase, _), _)| *phase < phases.end);
    let touching = lane.bars[..begun].iter().filter(|(_, until)| *until >= phases.start);
    let columns =
        |phase: usize, until: usize| phase.max(phases.start) - phases.start..until.min(phases.end - 1) - phases.start + 1;
    let mut spans: Vec<_> = touching.map(|(item, until)| (*item, columns(item.0, *until))).collect();
    // Those from earlier pages begin together, and the order of the items is kept.
    spans.sort_by_key(|(_, columns)| columns.start);
    spans
}

fn set(
    (lane, dressed): (&LaneText, bool),
    item: (usize, usize),
    (phases, columns, covered): (&Range<usize>, &[Column], Range<usize>),
    setting: &Setting,
) -> Bar {
    let sizes = &setting.sizes;
    let (last, width) = columns[covered.end - 1];
    let width = last + width - columns[covered.start].0;
    let text = lane.cells[item.0][item.1].bar.as_ref();
    let before = item.0 < phases.start;
    let after = text.is_some_and(|bar| bar.until >= phases.end);
    let room = if after { width - sizes.em() * POINT } else { width };
    let lines = match text.filter(|_| before) {
        Some(text) => {
            let room = room - sizes.indent() - sizes.outdent() - sizes.em() * HANG;
            CellLines::plain(text.again.set(setting.typesetter(), room, sizes.cell))
        }
        None => bar(&lane.cells[item.0][item.1], item.1, lane.manner(dressed), room, setting),
    };
    Bar { item, columns: covered, before, after, lines }
}
