//! The cells of the matrix as lines at a size: what is measured, divided over pages and drawn.

use std::ops::Range;

use super::content::{Content, ItemText, LaneText};
use super::sizes::Sizes;
use crate::layout::drawn::block::{Block, LEADING, SetLine};
use crate::scene::{Mm, Pt};

/// A line of a cell.
#[derive(Debug, Clone)]
pub(super) struct CellLine {
    pub set: SetLine,
    /// Space above, unless the line is the first in its cell.
    pub before: Mm,
    /// The item that the line belongs to.
    pub item: usize,
    pub part: Part,
    /// What hangs before the line.
    pub mark: Mark,
    /// Room at the right, where the marks of text hang that is read from right to left.
    pub inset: Mm,
}

/// What a line of an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    Text,
    Remark,
    /// A score that stands above its text.
    Score,
}

/// What hangs before the first line of an item.
#[derive(Debug, Clone)]
pub(super) enum Mark {
    Nothing,
    Bullet,
    Star,
    Score(Box<SetLine>),
}

/// The lines of a cell.
#[derive(Debug, Clone, Default)]
pub(super) struct CellLines {
    pub lines: Vec<CellLine>,
    /// From the usual left edge of text to the text of this cell: room for scores.
    pub hang: Mm,
}

impl CellLines {
    /// The height of some of the lines, as if the first of them stood at the top of a cell.
    pub fn height(&self, range: Range<usize>) -> Mm {
        let lines = &self.lines[range];
        let gaps: Mm = lines.iter().skip(1).map(|line| line.before).sum();
        gaps + lines.iter().map(|line| line.set.height()).sum()
    }

    /// How many lines from `start` on stand in a height.
    pub fn fitting(&self, start: usize, room: Mm) -> usize {
        let mut used = Mm::ZERO;
        self.lines[start..]
            .iter()
            .enumerate()
            .take_while(|(index, line)| {
                used += line.set.height() + if *index == 0 { Mm::ZERO } else { line.before };
                used <= room + Mm(1e-6)
            })
            .count()
    }

    /// A cell of lines without marks: a title, a description.
    pub fn plain(lines: Vec<SetLine>) -> Self {
        let line = |set| CellLine { set, before: Mm::ZERO, item: 0, part: Part::Text, mark: Mark::Nothing, inset: Mm::ZERO };
        Self { lines: lines.into_iter().map(line).collect(), hang: Mm::ZERO }
    }
}

/// How far a bullet or star stands from its text, in em.
pub(super) const HANG: f64 = 0.55;
/// A score stands before its text where that leaves this much width, in em, and above it otherwise.
const BESIDE: f64 = 6.5;

/// Sets the items of a cell in a column.
pub(super) fn items(content: &Content, lane: &LaneText, phase: usize, column: Mm, sizes: &Sizes) -> CellLines {
    let items = &lane.cells[phase];
    let widest = |item: &ItemText| item.score.as_ref().map_or(0.0, Block::natural_width);
    let scored = lane.cells.iter().flatten().map(widest).fold(0.0, f64::max);
    let room = column - sizes.indent() - sizes.outdent();
    let hang = if scored > 0.0 { sizes.em() * (scored + 0.4) } else { Mm::ZERO };
    let beside = room - hang >= sizes.em() * BESIDE;
    let hang = if beside { hang } else { Mm::ZERO };
    let mut lines = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let hangs = item.score.is_none() && (items.len() > 1 || item.moment_of_truth);
        let inset = if item.text.rtl() && hangs { sizes.em() * (HANG + 0.2) } else { Mm::ZERO };
        let first = lines.len();
        let mut push = |block: &Block, size: Pt, part| {
            for set in block.set(content.typesetter, room - hang - inset, size) {
                let opens_item = lines.len() == first;
                let gap = match part {
                    _ if opens_item => LEADING * 0.5,
                    Part::Text if set.opens => LEADING * 0.25,
                    Part::Text | Part::Remark | Part::Score => 0.0,
                };
                let mark = if opens_item { mark(content, item, items.len(), beside, sizes) } else { Mark::Nothing };
                lines.push(CellLine { set, before: sizes.em() * gap, item: index, part, mark, inset });
            }
        };
        if let Some(score) = item.score.as_ref().filter(|_| !beside) {
            push(score, sizes.cell, Part::Score);
        }
        let bare = item.score.is_some() && item.text.natural_width() <= 0.0;
        if beside || !bare {
            push(&item.text, sizes.cell, Part::Text);
        }
        if let Some(remark) = &item.remark {
            push(remark, sizes.note, Part::Remark);
        }
    }
    CellLines { lines, hang }
}

fn mark(content: &Content, item: &ItemText, count: usize, beside: bool, sizes: &Sizes) -> Mark {
    match (&item.score, item.moment_of_truth, count) {
        (Some(score), ..) if beside => {
            let line = score.set(content.typesetter, Mm(1e4), sizes.cell).into_iter().next();
            line.map_or(Mark::Nothing, |line| Mark::Score(Box::new(line)))
        }
        (Some(_), ..) | (None, false, 0 | 1) => Mark::Nothing,
        (None, true, _) => Mark::Star,
        (None, false, _) => Mark::Bullet,
    }
}
