//! The table at a type size: columns by need, headers, and rows of lines with their heights.

mod bars;
mod columns;
mod headers;
mod rows;

use std::ops::Range;

pub(super) use self::bars::{Bar, POINT};
pub(super) use self::headers::Band;
pub(super) use self::rows::{Row, RowKind};
use super::content::{Content, LaneText};
use super::sizes::{Frame, Sizes};
use crate::journey::LaneKind;
use crate::layout::drawn::block::{Block, SetLine, height};
use crate::scene::{Mm, Pt};

/// A column is at least this wide, in em of the least cell text; with more phases than that they go on on further pages.
const NARROWEST: f64 = 6.0;

/// How the width is divided among the phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    /// All alike.
    Even,
    /// Wider where there is more to say.
    ByNeed,
}

/// Phases side by side, with all that is said of them.
pub(super) struct Table {
    pub phases: Range<usize>,
    /// Left edge and width of the lane titles.
    pub lane_column: (Mm, Mm),
    /// Left edge and width of each phase.
    pub columns: Vec<(Mm, Mm)>,
    pub bands: Vec<Band>,
    pub band_height: Mm,
    /// The size of the phase titles.
    pub phase_size: Pt,
    pub arrows: Vec<Vec<SetLine>>,
    pub arrow_height: Mm,
    pub rows: Vec<Row>,
}

/// A text that stands across all columns, before or after the lanes.
#[derive(Clone, Copy)]
pub(super) struct Across<'a> {
    pub block: &'a Block,
    pub first: bool,
}

/// The ranges of phases that stand side by side, as even as possible.
pub(super) fn panels(content: &Content, frame: &Frame) -> Vec<Range<usize>> {
    let em = Mm::from(frame.cell_min);
    let lanes = lane_width(content, frame, &Sizes::new(frame, frame.cell_min));
    let room = frame.width() - lanes;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number, or zero")]
    let most = ((room / (em * NARROWEST + frame.gutter)) as usize).max(1);
    let count = content.phases.len();
    let panels = count.div_ceil(most);
    (0..panels).map(|panel| panel * count / panels..(panel + 1) * count / panels).collect()
}

/// The width of the lane titles, with the gutter to the first phase; nothing when there are no lanes.
fn lane_width(content: &Content, frame: &Frame, sizes: &Sizes) -> Mm {
    if content.lanes.is_empty() {
        return Mm::ZERO;
    }
    let width = |lane: &LaneText| {
        let natural = lane.title.natural_width();
        let words = lane.scale.iter().map(Block::natural_width).fold(0.0, f64::max) * (sizes.note.0 / sizes.cell.0);
        lane.title.widest_word().max(natural / 2.0).max(natural.min(ONE_LINE)).max(words) + axis(lane) + slot(lane)
    };
    let wanted = content.lanes.iter().map(width).fold(0.0, f64::max);
    let needed = sizes.em() * (wanted + 0.8);
    // With few phases no word of a title is broken; with many the phases need the width more.
    let share = (1.2 / (content.phases.len() as f64 + 1.0)).clamp(0.1, 0.28);
    // But no title stands in pieces of a letter or two, however many phases there are.
    let least = |lane: &LaneText| lane.title.widest_word().clamp(3.0, 5.0) + axis(lane) + slot(lane) + 0.3;
    let least = content.lanes.iter().map(least).fold(0.0, f64::max);
    let least = (sizes.em() * least).min(frame.width() * 0.3);
    needed.max(frame.width() * 0.07).min(frame.width() * share).max(least) + frame.gutter
}

/// Room for the numbers of a curve at the right of a lane's title, in em of cell text.
fn axis(lane: &LaneText) -> f64 {
    if lane.kind == LaneKind::Emotion { 2.0 } else { 0.0 }
}

/// A lane title up to this width stays on one line, in em of cell text.
const ONE_LINE: f64 = 9.0;

/// Room for the mark before a lane's title, in em of cell text: that of its family, or a piece of its line.
pub(super) fn slot(lane: &LaneText) -> f64 {
    if lane.stroked.is_some() { 2.5 } else { 1.3 }
}

impl Table {
    /// Measures a table. `room` tells from the height of its headers how high all of its rows may be together; nothing as soon as
    /// they are higher.
    pub fn new(
        content: &Content,
        frame: &Frame,
        sizes: &Sizes,
        phases: Range<usize>,
        division: Division,
        (across, room): (&[Across], &dyn Fn(Mm) -> Mm),
    ) -> Option<Self> {
        let lanes = lane_width(content, frame, sizes);
        let left = frame.margin + lanes;
        let columns = columns::columns(content, frame, sizes, &phases, left, division);
        let bands = headers::bands(content, frame, sizes, &phases, &columns);
        let band_height = bands.iter().map(|band| band.height(sizes)).fold(Mm::ZERO, Mm::max);
        let (phase_size, arrows) = headers::arrows(content, frame, sizes, &phases, &columns);
        let em = Mm::from(phase_size);
        let arrow_height = arrows.iter().map(|lines| height(lines)).fold(em, Mm::max) + em * 0.9;
        let lane_column = (frame.margin, (lanes - frame.gutter).max(Mm::ZERO));
        // What a band leaves out stands whole before the lanes.
        let cut = bands.iter().filter(|band| band.cut);
        let cut = cut.map(|band| Across { block: &content.stages_in_words[band.stage], first: true });
        let across: Vec<Across> = across.iter().copied().chain(cut).collect();
        let mut table =
            Self { phases, lane_column, columns, bands, band_height, phase_size, arrows, arrow_height, rows: Vec::new() };
        let most = room(table.header_height(frame));
        let (phases, columns) = (table.phases.clone(), &table.columns);
        table.rows = rows::Rows { content, frame, sizes, phases, columns, lane_column }.all(&across, most)?;
        Some(table)
    }

    /// From the top of the stage bands to the top of the first row.
    pub fn header_height(&self, frame: &Frame) -> Mm {
        self.band_height + self.arrow_height + frame.gutter
    }

    /// The right edge of the last column.
    pub fn right(&self) -> Mm {
        self.columns.last().map_or(Mm::ZERO, |(left, width)| *left + *width)
    }
}
