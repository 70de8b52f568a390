//! The table at a type size: columns by need, headers, and rows of lines with their heights.

use std::ops::Range;

use super::cells::{CellLines, items};
use super::content::{Content, LaneText};
use super::sizes::{Frame, Sizes};
use crate::journey::LaneKind;
use crate::layout::drawn::block::{Block, SetLine, height};
use crate::scene::{Mm, Pt};

/// Headers show at most this share of the page; the whole text of a longer one stands in a row of its own.
const HEADER_SHARE: f64 = 0.2;
/// A column is at least this wide, in em of the least cell text; with more phases than that they go on on further pages.
const NARROWEST: f64 = 6.0;

/// A column gets at least this share of what it would get if all were alike.
const NARROWEST_SHARE: f64 = 0.75;
/// And at most this share.
const WIDEST_SHARE: f64 = 1.5;

/// How the width is divided among the phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Division {
    /// All alike.
    Even,
    /// Wider where there is more to say.
    ByNeed,
}

/// Some neighbouring phases with all lanes: what stands side by side on a page.
pub(super) struct Table {
    /// The phases.
    pub phases: Range<usize>,
    /// The left edge and the width of the lane titles.
    pub lane_column: (Mm, Mm),
    /// The left edge and the width of each phase.
    pub columns: Vec<(Mm, Mm)>,
    pub bands: Vec<Band>,
    pub band_height: Mm,
    /// The size of the phase titles.
    pub phase_size: Pt,
    pub arrows: Vec<Vec<SetLine>>,
    pub arrow_height: Mm,
    pub rows: Vec<Row>,
}

/// A stage over neighbouring phases.
pub(super) struct Band {
    pub stage: usize,
    /// Indices into [`Table::columns`].
    pub columns: Range<usize>,
    pub title: Vec<SetLine>,
    pub subtitle: Vec<SetLine>,
    /// Whether the second name stands beside the first, not below it.
    pub beside: bool,
}

/// A row of the table.
pub(super) struct Row {
    pub kind: RowKind,
    pub header: CellLines,
    /// The width for the lines of the header.
    pub header_width: Mm,
    /// The header on the pages on which the row goes on.
    pub header_again: CellLines,
    /// One cell a column, or a single one across all columns.
    pub cells: Vec<CellLines>,
    /// The height of the curve above the cells.
    pub curve: Mm,
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
    /// The items of a lane.
    Lane(usize),
    /// A description of each phase.
    Descriptions,
    /// Text across all columns that had no room elsewhere.
    Across,
}

/// A text that stands across all columns, before or after the lanes.
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
        lane.title.widest_word().max(natural / 2.0).max(natural.min(ONE_LINE)).max(words) + axis(lane)
    };
    let wanted = content.lanes.iter().map(width).fold(0.0, f64::max);
    let needed = sizes.em() * (wanted + LANE_MARK + 0.8);
    // With few phases no word of a title is broken; with many the phases need the width more.
    let share = (1.2 / (content.phases.len() as f64 + 1.0)).clamp(0.1, 0.28);
    needed.max(frame.width() * 0.07).min(frame.width() * share) + frame.gutter
}

/// Room for the numbers of a curve at the right of a lane's title, in em of cell text.
fn axis(lane: &LaneText) -> f64 {
    if lane.kind == LaneKind::Emotion { 2.0 } else { 0.0 }
}

/// A lane title up to this width stays on one line, in em of cell text.
const ONE_LINE: f64 = 9.0;

/// Room for the mark before a lane's title, in em of cell text.
pub(super) const LANE_MARK: f64 = 1.3;

impl Table {
    /// Measures a table.
    pub fn new(
        content: &Content,
        frame: &Frame,
        sizes: &Sizes,
        phases: Range<usize>,
        division: Division,
        across: &[Across],
    ) -> Self {
        let lanes = lane_width(content, frame, sizes);
        let left = frame.margin + lanes;
        let columns = columns(content, frame, sizes, &phases, left, division);
        let bands = bands(content, frame, sizes, &phases, &columns);
        let band_height = bands.iter().map(|band| band.height(sizes)).fold(Mm::ZERO, Mm::max);
        let (phase_size, arrows) = arrows(content, frame, sizes, &phases, &columns);
        let em = Mm::from(phase_size);
        let arrow_height = arrows.iter().map(|lines| height(lines)).fold(em, Mm::max) + em * 0.9;
        let lane_column = (frame.margin, (lanes - frame.gutter).max(Mm::ZERO));
        let rows = Rows { content, frame, sizes, phases: phases.clone(), columns: &columns, lane_column }.all(across);
        Self { phases, lane_column, columns, bands, band_height, phase_size, arrows, arrow_height, rows }
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

fn columns(
    content: &Content,
    frame: &Frame,
    sizes: &Sizes,
    phases: &Range<usize>,
    left: Mm,
    division: Division,
) -> Vec<(Mm, Mm)> {
    let count = phases.len() as f64;
    let room = frame.margin + frame.width() - left - frame.gutter * (count - 1.0);
    let even = room / count;
    let shares: Vec<f64> = match division {
        Division::Even => vec![1.0; phases.len()],
        Division::ByNeed => phases.clone().map(|phase| need(content, phase)).collect(),
    };
    let mean = shares.iter().sum::<f64>() / count;
    // Half of the width is shared by need and half evenly, and an empty phase keeps room to write in: no column starves.
    let mut widths: Vec<Mm> =
        shares.iter().map(|share| even * (0.5 + 0.5 * share / mean.max(1e-9)).clamp(NARROWEST_SHARE, WIDEST_SHARE)).collect();
    if division == Division::ByNeed {
        let floor = |phase: usize| {
            let words = content.lanes.iter().flat_map(|lane| &lane.cells[phase]).map(|item| item.text.widest_word());
            sizes.em() * words.fold(0.0, f64::max) + sizes.indent() + sizes.outdent()
        };
        let floors: Vec<Mm> = phases.clone().map(|phase| floor(phase).min(even * 1.25)).collect();
        for (width, floor) in widths.iter_mut().zip(&floors) {
            *width = width.max(*floor);
        }
        let total: Mm = widths.iter().copied().sum();
        for width in &mut widths {
            *width = *width * (room / total);
        }
    }
    let mut x = left;
    widths
        .into_iter()
        .map(|width| {
            let column = (x, width);
            x += width + frame.gutter;
            column
        })
        .collect()
}

/// How much a phase has to say, as a share of width: rows are as high as their fullest cell, so the root of the amount.
fn need(content: &Content, phase: usize) -> f64 {
    let amount = |lane: &LaneText| {
        let texts: f64 = lane.cells[phase].iter().map(|item| item.text.amount()).sum();
        texts.sqrt()
    };
    1.0 + content.lanes.iter().map(amount).sum::<f64>()
}

fn bands(content: &Content, frame: &Frame, sizes: &Sizes, phases: &Range<usize>, columns: &[(Mm, Mm)]) -> Vec<Band> {
    let stages: Vec<Option<usize>> = phases.clone().map(|phase| content.journey.phases[phase].stage).collect();
    let mut bands = Vec::new();
    let mut start = 0;
    for run in stages.chunk_by(|a, b| a == b) {
        let range = start..start + run.len();
        start = range.end;
        if let Some(stage) = run[0] {
            let (title, subtitle) = &content.stages[stage];
            let width = columns[range.end - 1].0 + columns[range.end - 1].1 - columns[range.start].0;
            let natural = Mm::from(sizes.lead) * title.natural_width();
            let second = subtitle.as_ref().map_or(Mm::ZERO, |subtitle| Mm::from(sizes.note) * subtitle.natural_width());
            let beside = natural + second + sizes.em() <= width;
            let set = |block: &Block, size| limited(block.set(content.typesetter, width, size), frame).0;
            let (title, subtitle) =
                (set(title, sizes.lead), subtitle.as_ref().map_or_else(Vec::new, |subtitle| set(subtitle, sizes.note)));
            bands.push(Band { stage, columns: range, title, subtitle, beside });
        }
    }
    bands
}

impl Band {
    /// From the top of the line over the stage to the top of the arrows.
    fn height(&self, sizes: &Sizes) -> Mm {
        let (title, subtitle) = (height(&self.title), height(&self.subtitle));
        let text = if self.beside { title.max(subtitle) } else { title + subtitle };
        sizes.em() * 0.35 + text + sizes.em() * 0.25
    }
}

/// The lines that a header has room for, and whether there are more.
fn limited(mut lines: Vec<SetLine>, frame: &Frame) -> (Vec<SetLine>, bool) {
    let room = frame.height() * HEADER_SHARE / 2.0;
    let mut used = Mm::ZERO;
    let fitting = lines
        .iter()
        .take_while(|line| {
            used += line.height();
            used <= room
        })
        .count();
    let more = fitting.max(1) < lines.len();
    lines.truncate(fitting.max(1));
    (lines, more)
}

/// The width for a phase's title in an arrow of a size: without point and notch.
fn arrow_room(width: Mm, size: Pt) -> Mm {
    width - Mm::from(size) * 1.5
}

/// Phase titles as large as they can be: up to the size for far readers, no word broken, two lines at most.
fn arrows(
    content: &Content,
    frame: &Frame,
    sizes: &Sizes,
    phases: &Range<usize>,
    columns: &[(Mm, Mm)],
) -> (Pt, Vec<Vec<SetLine>>) {
    let titles = || phases.clone().map(|phase| &content.phases[phase].title).zip(columns);
    let suits = |size: Pt| {
        titles().all(|(title, (_, width))| {
            let room = arrow_room(*width, size);
            Mm::from(size) * title.widest_word() <= room && Mm::from(size) * title.natural_width() <= room * 1.7
        })
    };
    let largest = frame.title_min.max(sizes.cell).min(sizes.cell * 2.0);
    let steps = ((largest - sizes.cell).0 * 2.0).floor();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small number, not negative")]
    let mut sizes_down = (0..=steps.max(0.0) as u32).rev().map(|step| sizes.cell + Pt(f64::from(step) / 2.0));
    let size = sizes_down.find(|size| suits(*size)).unwrap_or(sizes.cell);
    let lines = titles()
        .map(|(title, (_, width))| limited(title.set(content.typesetter, arrow_room(*width, size), size), frame).0)
        .collect();
    (size, lines)
}

/// Sets the rows of a table.
struct Rows<'a> {
    content: &'a Content<'a>,
    frame: &'a Frame,
    sizes: &'a Sizes,
    phases: Range<usize>,
    columns: &'a [(Mm, Mm)],
    lane_column: (Mm, Mm),
}

impl Rows<'_> {
    fn all(&self, across: &[Across]) -> Vec<Row> {
        let wide = |first: bool| across.iter().filter(move |text| text.first == first).map(|text| self.across(text.block));
        let mut rows: Vec<Row> = wide(true).collect();
        rows.extend(self.overlong_titles());
        if self.phases.clone().any(|phase| self.content.phases[phase].description.is_some()) {
            rows.push(self.per_phase(|phase| self.content.phases[phase].description.as_ref()));
        }
        rows.extend((0..self.content.lanes.len()).map(|lane| self.lane(lane)));
        rows.extend(wide(false));
        rows
    }

    /// Text from the first column to the last.
    fn across(&self, block: &Block) -> Row {
        let width = self.columns.last().map_or(Mm::ZERO, |last| last.0 + last.1) - self.columns[0].0;
        let lines = block.set(self.content.typesetter, width - self.sizes.indent() - self.sizes.outdent(), self.sizes.cell);
        Row::plain(RowKind::Across, vec![CellLines::plain(lines)])
    }

    /// Phase titles that are longer than their arrows show.
    fn overlong_titles(&self) -> Option<Row> {
        let size = self.sizes.cell;
        let overlong = |phase: usize| {
            let title = &self.content.phases[phase].title;
            let width = arrow_room(self.columns[phase - self.phases.start].1, size);
            let (_, more) = limited(title.set(self.content.typesetter, width, size), self.frame);
            more.then_some(title)
        };
        self.phases.clone().any(|phase| overlong(phase).is_some()).then(|| self.per_phase(overlong))
    }

    /// A row with a text for each phase that has one.
    fn per_phase<'b>(&self, text: impl Fn(usize) -> Option<&'b Block>) -> Row {
        let cell = |phase: usize| {
            let width = self.columns[phase - self.phases.start].1 - self.sizes.indent() - self.sizes.outdent();
            text(phase).map_or_else(CellLines::default, |block| {
                CellLines::plain(block.set(self.content.typesetter, width, self.sizes.note))
            })
        };
        Row::plain(RowKind::Descriptions, self.phases.clone().map(cell).collect())
    }

    fn lane(&self, index: usize) -> Row {
        let lane = &self.content.lanes[index];
        let curve = self.content.journey.lanes[index].scale.is_some();
        let width = self.lane_column.1 - self.sizes.em() * (LANE_MARK + axis(lane));
        let set = |block: &Block, size| block.set(self.content.typesetter, width, size);
        let header = |title: &Block| {
            let mut lines = set(title, self.sizes.cell);
            lines.extend(lane.scale.iter().flat_map(|word| set(word, self.sizes.note)));
            CellLines::plain(lines)
        };
        let cells =
            self.phases.clone().zip(self.columns).map(|(phase, (_, width))| items(self.content, lane, phase, *width, self.sizes));
        Row {
            kind: RowKind::Lane(index),
            header: header(&lane.title),
            header_width: width,
            header_again: CellLines::plain(set(&lane.title_again, self.sizes.cell)),
            cells: cells.collect(),
            curve: if curve { self.least_curve() } else { Mm::ZERO },
        }
    }

    /// A curve needs room for its faces on each step of the scale.
    fn least_curve(&self) -> Mm {
        (self.sizes.em() * 7.0).max(self.frame.height() * 0.17)
    }
}

impl Row {
    /// A row without a title.
    fn plain(kind: RowKind, cells: Vec<CellLines>) -> Self {
        Self {
            kind,
            header: CellLines::default(),
            header_width: Mm::ZERO,
            header_again: CellLines::default(),
            cells,
            curve: Mm::ZERO,
        }
    }

    /// The height of the row as a whole, without the gutter below it.
    pub fn height(&self, sizes: &Sizes) -> Mm {
        let cells = self.cells.iter().map(|cell| cell.height(0..cell.lines.len())).fold(Mm::ZERO, Mm::max);
        let strip = if self.has_lines() || self.curve == Mm::ZERO { cells + sizes.pad() * 2.0 } else { Mm::ZERO };
        let header = self.header.height(0..self.header.lines.len()) + sizes.pad() * 2.0;
        let blank = if self.curve == Mm::ZERO { sizes.em() * 1.6 } else { Mm::ZERO };
        (self.curve + strip).max(header).max(blank)
    }

    /// Whether any cell has text.
    pub fn has_lines(&self) -> bool {
        self.cells.iter().any(|cell| !cell.lines.is_empty())
    }
}
