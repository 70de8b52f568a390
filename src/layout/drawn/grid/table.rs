//! The table at a type size: columns by need, headers, and rows of lines with their heights.

use std::ops::Range;

use super::content::Content;
use super::lanes::LaneText;
use super::lists;
use super::notes;
use super::row::Row;
use super::rows::Rows;
use crate::journey::LaneKind;
use crate::layout::drawn::connect::Channel;
use crate::layout::drawn::items::{Insets, ItemText};
use crate::layout::drawn::page::{Frame, LEAST_PHASE_RATIO, Setting, Sizes, up_to_half_points};
use crate::layout::drawn::phases::{
    ARROW_SIDES, Arrows, Band, Column, Division, MOST_FOR_LISTS, MOST_WANTED, NARROWEST_SHARE, Needs, STARVED, bands, by_need,
    even, title_width, two_line_width,
};
use crate::layout::drawn::scores::SAMPLE;
use crate::layout::drawn::text::Block;
use crate::scene::{Mm, Pt};

/// A column is at least this wide, in em of the least cell text; with more phases than that they go on on further pages.
const NARROWEST: f64 = 6.0;

/// A word of seven letters is about this wide, in em.
const SHORT_WORDS: f64 = 4.6;

/// Phases side by side, with all that is said of them.
pub(super) struct Table {
    pub phases: Range<usize>,
    /// Left edge and width of the lane titles.
    pub lane_column: Column,
    /// Left edge and width of each phase.
    pub columns: Vec<Column>,
    pub bands: Vec<Band>,
    pub band_height: Mm,
    /// Between the bands and the arrows.
    pub channel: Channel,
    pub arrows: Arrows,
    pub rows: Vec<Row>,
}

/// A text that stands across all columns, before or after the lanes.
#[derive(Clone, Copy)]
pub(super) struct Across<'a> {
    pub block: &'a Block,
    pub first: bool,
    /// The number of the arc that it is the words for.
    pub number: Option<usize>,
}

/// The ranges of phases that stand side by side, as even as possible: as few as can be, and so many more.
pub(super) fn panels(content: &Content, frame: &Frame, more: usize) -> Vec<Range<usize>> {
    let em = Mm::from(frame.least.cell_min);
    let lanes = lane_width(content, frame, &Sizes::new(frame, frame.least.cell_min));
    let room = frame.width() - lanes - names_width_at(content, frame, frame.least.cell_min);
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number, or zero")]
    let most = ((room / (em * NARROWEST + frame.gutter)) as usize).max(1);
    let count = content.phases.len();
    let panels = (count.div_ceil(most) + more).min(count.max(1));
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
        let lead = sizes.lead.0 / sizes.cell.0;
        (lane.title.widest_word().max(natural / 2.0).max(natural.min(ONE_LINE)) * lead).max(words) + axis(lane) + slot(lane)
    };
    let wanted = content.lanes.iter().map(width).fold(0.0, f64::max);
    let needed = sizes.em() * (wanted + 0.8);
    // With few phases no word of a title is broken; with many the phases need the width more.
    let share = (1.2 / (content.phases.len() as f64 + 1.0)).clamp(0.1, 0.28);
    // But no title stands in pieces of a letter or two, however many phases there are, and the usual ones stand whole where that takes
    // no more than a sixth of the width.
    let least = |most: f64, share: f64| {
        let word = |lane: &LaneText| (lane.title.widest_word() * (sizes.lead.0 / sizes.cell.0)).clamp(3.0, most);
        let widths = content.lanes.iter().map(|lane| word(lane) + axis(lane) + slot(lane) + 0.3);
        (sizes.em() * widths.fold(0.0, f64::max)).min(frame.width() * share)
    };
    let least = least(5.0, 0.3).max(least(USUAL, 0.16));
    needed.max(frame.width() * 0.07).min(frame.width() * share).max(least) + frame.gutter
}

/// Room for the numbers of a curve at the right of a lane's title, in em of cell text.
pub(super) fn axis(lane: &LaneText) -> f64 {
    if lane.kind == LaneKind::Emotion { 2.0 } else { 0.0 }
}

/// A lane title up to this width stays on one line, in em of cell text.
const ONE_LINE: f64 = 9.0;

/// The words of the usual lane titles are no longer than this, in em of cell text.
const USUAL: f64 = 8.5;

/// Room for the mark before a lane's title, in em of cell text: that of its family, or a piece of its line.
pub(super) fn slot(lane: &LaneText) -> f64 {
    if lane.stroked.is_some() { SAMPLE + 0.4 } else { 1.3 }
}

/// Whether the curves of a spine are named in a margin: on a poster that is about them, and on others where a name finds no place else.
pub(super) fn are_named_in_margin(content: &Content, spine: &Range<usize>) -> bool {
    spine.len() > 1 && !content.blank && (content.design.alone() || content.names_aside.get())
}

/// The width of the margin in which the curves of a spine are named at their ends, which is the same for all panels.
pub(super) fn names_width(content: &Content, setting: &Setting) -> Mm {
    names_width_at(content, &setting.frame, setting.sizes.cell)
}

fn names_width_at(content: &Content, frame: &Frame, size: Pt) -> Mm {
    let spine = content.design.spine.clone().filter(|spine| are_named_in_margin(content, spine));
    let names = spine.into_iter().flatten().filter_map(|lane| content.lanes[lane].name.as_ref());
    // On a poster that is not about them they take less of the width.
    let line =
        |name: &Block| if content.design.alone() { (name.natural_width() / 2.0).max(name.natural_width().min(6.0)) } else { 0.0 };
    let width = |name: &Block| name.widest_word().max(line(name));
    let widest = names.map(width).fold(0.0, f64::max);
    if widest > 0.0 { (Mm::from(size) * (widest + 1.7)).min(frame.width() * 0.16) } else { Mm::ZERO }
}

/// The columns of neighbouring phases, from the titles of lanes to the right side of the page. Where curves are named at their ends, the names
/// stand in the last column.
pub(super) fn columns(content: &Content, setting: &Setting, phases: &Range<usize>, division: Division) -> Vec<Column> {
    let (frame, sizes) = (&setting.frame, &setting.sizes);
    let left = frame.margin + lane_width(content, frame, sizes);
    let within = |right: Mm| match division {
        Division::Even => even(phases.len(), (left, right), frame.gutter),
        Division::ByNeed | Division::ForLists => {
            let room = right - left - frame.gutter * (phases.len() - 1) as f64;
            by_need(&needs(content, setting, (phases, division), room), (left, right), frame.gutter)
        }
    };
    let (right, names) = (frame.margin + frame.width(), names_width(content, setting));
    let mut columns = within(right);
    let count = phases.len().max(1) as f64;
    let least = (right - left) / count * BESIDE_NAMES;
    if columns.last().is_some_and(|(_, width)| *width - names < least) && names > Mm::ZERO {
        // The last is as much wider than the others as leaves the curve that share of their width in it.
        let mean = (right - left - names) / (count - 1.0 + BESIDE_NAMES);
        let end = (right - names + mean * (1.0 - BESIDE_NAMES)).min(right);
        columns = within(end);
        if let Some((_, width)) = columns.last_mut() {
            *width += right - end;
        }
    }
    columns
}

/// The same as far as the curves of some lanes run in them: short of their names.
pub(super) fn curved(content: &Content, setting: &Setting, lanes: &Range<usize>, columns: &[Column]) -> Vec<Column> {
    let mut curved = columns.to_vec();
    if let Some((_, width)) = curved.last_mut().filter(|_| are_named_in_margin(content, lanes)) {
        *width -= names_width(content, setting);
    }
    curved
}

/// What is left of the last column beside the names of curves, as a share of the mean.
const BESIDE_NAMES: f64 = 0.55;

/// The height for rows.
pub(super) struct Room {
    /// Of all together, whatever pages they are divided over.
    pub most: Mm,
    /// On a page, at the least.
    pub page: Mm,
    /// The same where all of them have to stand on one.
    pub only: Option<Mm>,
}

impl Table {
    /// Measures a table. `room` tells from the height of its headers how much there is for its rows; nothing as soon as they are higher
    /// together.
    pub fn new(
        content: &Content,
        setting: &Setting,
        (phases, columns): (Range<usize>, Vec<Column>),
        (across, room): (&[Across], &dyn Fn(Mm) -> Room),
    ) -> Option<Self> {
        let (frame, sizes) = (&setting.frame, &setting.sizes);
        let bands = bands(&content.stages, &content.stages_of(&phases), &columns, setting);
        let band_height = bands.iter().map(|band| band.height(sizes)).fold(Mm::ZERO, Mm::max);
        let texts = &content.phases[phases.clone()];
        let arrows = Arrows::new(texts, &columns, setting);
        let arrows = if content.design.timed { arrows.timed(texts, &columns, setting) } else { arrows };
        let channel = Channel::new(&content.ways, &phases, &columns, setting);
        let lanes = columns.first().map_or(Mm::ZERO, |first| first.0) - frame.margin;
        let lane_column = (frame.margin, (lanes - frame.gutter).max(Mm::ZERO));
        // What a band leaves out stands whole before the lanes.
        let cut = bands.iter().filter(|band| band.cut);
        let cut = cut.map(|band| Across { block: &content.stages[band.stage].in_words, first: true, number: None });
        let listed = channel.listed.iter().map(|(way, number)| Across {
            block: &content.ways[*way].in_words,
            first: false,
            number: *number,
        });
        let across: Vec<Across> = across.iter().copied().chain(cut).chain(listed).collect();
        let mut table = Self { phases, lane_column, columns, bands, band_height, channel, arrows, rows: Vec::new() };
        let Room { most, page, only } = room(table.header_height(frame));
        let (phases, columns, arrows) = (table.phases.clone(), &table.columns, &table.arrows);
        table.rows = Rows { content, setting, phases, columns, arrows, lane_column, page, only }.all(&across, most)?;
        Some(table)
    }

    /// How many lines arrows and rows have, and how many of them end inside a word.
    pub fn lines(&self) -> (usize, usize) {
        self.rows.iter().map(Row::lines).fold(self.arrows.lines(), |(all, broken), row| (all + row.0, broken + row.1))
    }

    /// Whether the narrowest column is wide enough for a sticky note.
    pub fn holds_notes(&self, sizes: &Sizes) -> bool {
        let narrowest = self.columns.iter().map(|(_, width)| *width).fold(Mm(f64::INFINITY), Mm::min);
        narrowest - sizes.gap * 2.0 >= notes::height(1)
    }

    /// From the top of the stage bands to the top of the first row.
    pub fn header_height(&self, frame: &Frame) -> Mm {
        self.band_height + self.channel.height + self.arrows.height + frame.gutter
    }

    /// The right edge of the last column.
    pub fn right(&self) -> Mm {
        self.columns.last().map_or(Mm::ZERO, |(left, width)| *left + *width)
    }
}

/// What a title asks of the width of its column.
#[derive(Clone, Copy)]
enum Asked {
    /// Room for it on two lines.
    TwoLines,
    /// Room for its longest word.
    Whole,
    /// The same, but for overlong words that of their parts.
    AtJoints,
}

/// What the columns of phases are to hold in a width.
fn needs(content: &Content, setting: &Setting, (phases, division): (&Range<usize>, Division), room: Mm) -> Needs {
    let sizes = &setting.sizes;
    let mean = room / phases.len().max(1) as f64;
    let titles = |(size, asked): (Pt, Asked)| -> Vec<Mm> {
        let em = Mm::from(size);
        let titles = content.phases[phases.clone()].iter().map(|phase| &phase.title);
        let width = |title| match asked {
            Asked::TwoLines => two_line_width(title, mean, size, setting),
            Asked::Whole => em * Block::widest_word(title),
            Asked::AtJoints => title_width(title, mean, size, setting),
        };
        titles.map(|title| width(title) + em * (ARROW_SIDES + 0.05)).collect()
    };
    let listed = division == Division::ForLists;
    let wanted = |phase: usize| {
        let items = content.lanes.iter().flat_map(|lane| &lane.cells[phase]);
        let words = items.filter_map(|item| item.text.as_ref()).map(Block::widest_word);
        let sides = sizes.indent() + sizes.outdent();
        match lists::wanted(content, phase, phases).filter(|_| listed) {
            Some(list) => (sizes.em() * list + sides * 2.0, MOST_FOR_LISTS),
            None => (sizes.em() * words.fold(0.0, f64::max) + sides, MOST_WANTED),
        }
    };
    // Titles as large as they should be where there is the width for it: as they are read from where the poster is, else beside cells.
    let least = up_to_half_points(sizes.cell * LEAST_PHASE_RATIO);
    let ways = [Asked::TwoLines, Asked::Whole, Asked::AtJoints];
    let read = Some(setting.frame.least.phase_min).filter(|read| *read > sizes.phase);
    let ways = read.into_iter().chain([sizes.phase, least]).flat_map(|size| ways.map(|asked| (size, asked)));
    // Where there is hardly anything on a poster, no title is so large that another column is left narrow for it.
    let floor = if setting.frame.roomy { mean * ROOMY } else { Mm::ZERO };
    let titles = |way| -> Vec<Mm> { titles(way).into_iter().map(|width| width.max(floor)).collect() };
    let fitting = ways.map(titles).find(|widths| widths.iter().copied().sum::<Mm>() <= room);
    // Nor is a column narrower than its short words, which are never broken.
    let short = |phase: usize| {
        let items = content.lanes.iter().flat_map(|lane| &lane.cells[phase]).filter(|item| item.bar.is_none());
        let words = items.filter_map(|item| item.text.as_ref()).map(Block::widest_word);
        sizes.em() * words.fold(0.0, f64::max).min(SHORT_WORDS) + Insets::Narrow { listed: true }.width(sizes)
    };
    let titles = fitting.unwrap_or_else(|| titles((least, Asked::Whole)));
    Needs {
        // Two columns of a list take what short cells have no use for.
        shares: if listed { vec![0.0; phases.len()] } else { shares(content, phases, mean / sizes.em()) },
        narrowest: if listed { STARVED } else { NARROWEST_SHARE },
        least: titles.into_iter().zip(phases.clone()).map(|(title, phase)| title.max(short(phase))).collect(),
        wanted: phases.clone().map(wanted).collect(),
    }
}

/// How much each phase has to say, as a share of width, where columns are so many em wide in the mean: rows are as high as their fullest
/// cell, and these shares make all of them together about as low as any do.
fn shares(content: &Content, phases: &Range<usize>, mean: f64) -> Vec<f64> {
    let lanes = content.lanes.iter().filter(|lane| lane.kind != LaneKind::Emotion);
    let cell = |cell: &Vec<ItemText>| -> Vec<f64> {
        let texts = cell.iter().filter(|item| item.bar.is_none()).filter_map(|item| item.text.as_ref());
        texts.map(|text| text.amount() + BESIDE_TEXT).collect()
    };
    let rows: Vec<Vec<Vec<f64>>> = lanes.map(|lane| lane.cells[phases.clone()].iter().map(cell).collect()).collect();
    let mut widths = vec![mean; phases.len()];
    let mut best = (f64::INFINITY, widths.clone());
    for turn in 0..TURNS {
        // What a little more of each width would save, in lines for each em, as a share of it.
        let (mut height, mut saved) = (0.0, vec![0.0; widths.len()]);
        for row in &rows {
            let lines = |(cell, width): (&Vec<f64>, &f64)| cell.iter().map(|text| (text / width).max(1.0)).sum::<f64>();
            let heights = row.iter().zip(&widths).map(lines).enumerate();
            let Some((fullest, most)) = heights.max_by(|one, other| one.1.total_cmp(&other.1)) else { continue };
            height += most;
            let width = widths[fullest];
            saved[fullest] += row[fullest].iter().filter(|text| **text > width).map(|text| text / width).sum::<f64>();
        }
        if height < best.0 {
            best = (height, widths.clone());
        }
        let even = saved.iter().sum::<f64>() / saved.len() as f64;
        if even <= 0.0 {
            break;
        }
        let step = 0.12 * (1.0 - turn as f64 / TURNS as f64);
        for (width, saved) in widths.iter_mut().zip(&saved) {
            *width = (*width * (1.0 + step * (saved / even - 1.0).clamp(-1.0, 2.0))).clamp(mean * STARVED, mean * MOST_FOR_TEXT);
        }
        let all = widths.iter().sum::<f64>() / (mean * widths.len() as f64);
        for width in &mut widths {
            *width /= all;
        }
    }
    // As `by_need` takes them: half of the width goes by them.
    best.1.into_iter().map(|width| width / mean * 2.0 - 1.0).collect()
}

/// With hardly anything on a poster columns have this share of the mean at the least.
const ROOMY: f64 = 0.85;
/// What a text has beside it in its column, in em.
const BESIDE_TEXT: f64 = 1.5;
/// No column gets more of the width for its text than so many times the mean.
const MOST_FOR_TEXT: f64 = 1.6;
/// So often widths are tried.
const TURNS: usize = 32;
