//! The rows of the table, with the lines of their cells.

use std::ops::Range;
use std::rc::Rc;

use super::bars::tracks;
use super::beside::Beside;
use super::content::Content;
use super::lanes::LaneText;
use super::lists;
use super::row::{Row, RowKind, Stack};
use super::table::{Across, axis, slot};
use crate::journey::LaneKind;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::items::{CellLine, CellLines, HANG, Manner, Mark, Part, items, notes, picture_height};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::{Arrows, Column, PhaseText};
use crate::layout::drawn::text::{Block, LEADING};
use crate::scene::{Mm, Pt};

/// Sets the rows of a table.
pub(super) struct Rows<'a> {
    pub content: &'a Content<'a>,
    pub setting: &'a Setting<'a>,
    pub phases: Range<usize>,
    pub columns: &'a [Column],
    /// The arrows above them, which may leave out the end of a title.
    pub arrows: &'a Arrows,
    pub lane_column: (Mm, Mm),
    /// The height for rows on a page, at the least.
    pub page: Mm,
    /// The same where all of them have to stand on one.
    pub only: Option<Mm>,
}

impl Rows<'_> {
    /// All rows; nothing as soon as they are higher together than `most`, whatever pages they are divided over.
    pub fn all(&self, across: &[Across], most: Mm) -> Option<Vec<Row>> {
        let wide = |first: bool| across.iter().filter(move |text| text.first == first).map(Section::Across);
        let groups = |spine: bool| self.content.groups.iter().filter(move |group| self.content.is_spine(group) == spine);
        let parts = wide(true).chain(groups(true).map(Section::Group)).chain([Section::Titles, Section::Notes]);
        let parts: Vec<Section> = parts.chain(groups(false).map(Section::Group)).chain(wide(false)).collect();
        // Curves come last: to find room for what stands beside them is dear, and in vain where the other rows take all there is.
        let mut order: Vec<usize> = (0..parts.len()).collect();
        order.sort_by_key(|nth| self.curves_of(&parts[*nth]).is_some());
        let gutter = self.setting.frame.gutter;
        let mut left = self.only.map_or(most, |page| page + gutter);
        let mut rows: Vec<Vec<Row>> = parts.iter().map(|_| Vec::new()).collect();
        // What curves take at the least is theirs from the beginning.
        let curves = parts.iter().filter_map(|part| self.curves_of(part));
        let mut kept = self.only.map_or(Mm::ZERO, |_| curves.map(|group| self.least_curve(group) + gutter).sum());
        for nth in order {
            if self.curves_of(&parts[nth]).is_some() {
                left += std::mem::take(&mut kept);
            }
            let only = self.only.map(|page| (page, gutter));
            let mut own = Stack { rows: Vec::new(), left: left - kept, only };
            self.part(&parts[nth], &mut own)?;
            (left, rows[nth]) = (own.left + kept, own.rows);
        }
        let mut rows: Vec<Row> = rows.into_iter().flatten().collect();
        if self.content.blank {
            self.make_alike(&mut rows);
        }
        Some(rows)
    }

    /// The lanes of a part that is of curves.
    fn curves_of<'a>(&self, part: &Section<'a>) -> Option<&'a Range<usize>> {
        match part {
            Section::Group(group) => Some(*group).filter(|group| self.content.journey.lanes[group.start].scale.is_some()),
            Section::Across(_) | Section::Titles | Section::Notes => None,
        }
    }

    /// The rows of a part.
    fn part(&self, part: &Section, rows: &mut Stack) -> Option<()> {
        match part {
            Section::Across(text) => rows.push(self.across(text, rows.left)?, &self.setting.sizes),
            Section::Titles => self.overlong_titles(rows),
            Section::Notes => self.notes(rows),
            Section::Group(group) if self.content.is_spine(group) => self.group(group, rows),
            Section::Group(group) if self.is_idle(group) => Some(()),
            Section::Group(group) => {
                self.sight(group.start, rows)?;
                self.group(group, rows)
            }
        }
    }

    /// Whether a lane that says something of other phases says nothing of these. The one under the line of visibility stays as long as others
    /// do below it.
    fn is_idle(&self, group: &Range<usize>) -> bool {
        let lane = &self.content.lanes[group.start];
        let says = |phase: usize| !lane.cells[phase].is_empty();
        let lasts = lane.bars.iter().any(|((phase, _), until)| *phase < self.phases.end && *until >= self.phases.start);
        let hidden = |lane: &LaneText| lane.kind == LaneKind::Backstage;
        let holds =
            self.content.is_first_backstage(group.start) && self.content.lanes.iter().filter(|lane| hidden(lane)).count() > 1;
        let mut others = (0..self.phases.start).chain(self.phases.end..self.content.phases.len());
        let alone = group.len() == 1 && self.content.journey.lanes[group.start].scale.is_none();
        alone && !holds && !lasts && !self.phases.clone().any(says) && others.any(says)
    }

    /// Gives rows that are to be written in the height of the one with the longest title, and room to write. At the least size of type
    /// less will do: there is no more of the page.
    fn make_alike(&self, rows: &mut [Row]) {
        let sizes = &self.setting.sizes;
        let room = if self.setting.is_least() { LEAST_TO_WRITE } else { ROOM_TO_WRITE };
        let blank = |row: &&mut Row| row.curve == Mm::ZERO && matches!(row.kind, RowKind::Lane(_));
        let title = |row: &mut Row| row.header.height(0..row.header.lines.len()) + sizes.pad() * 2.0;
        let alike = rows.iter_mut().filter(blank).map(title).fold(sizes.em() * room, Mm::max);
        for row in rows.iter_mut().filter(blank) {
            row.to_write = alike;
        }
    }

    /// Text from the first column to the last.
    fn across(&self, text: &Across, most: Mm) -> Option<Row> {
        let width = self.columns.last().map_or(Mm::ZERO, |last| last.0 + last.1) - self.columns[0].0;
        let width = width - self.setting.sizes.indent() - self.setting.sizes.outdent();
        // A number hangs before its text, on whatever side that begins.
        let against = text.number.is_some() && text.block.rtl() != self.setting.rtl;
        let lead = if against { self.setting.em() * (HANG + 0.5) } else { Mm::ZERO };
        let lines = text.block.set_within(self.setting.typesetter(), width - lead, self.setting.sizes.cell, most)?;
        let mut cell = CellLines::plain(lines);
        cell.lines.iter_mut().for_each(|line| line.insets = (Mm::ZERO, lead));
        if let (Some(number), Some(first)) = (text.number, cell.lines.first_mut()) {
            first.mark = Mark::Number(number);
        }
        Some(Row::plain(RowKind::Across, vec![cell]))
    }

    /// Phase titles that are longer than their arrows show.
    fn overlong_titles(&self, rows: &mut Stack) -> Option<()> {
        let mut cells = Vec::new();
        for ((phase, (_, column)), cut) in self.phases.clone().zip(self.columns).zip(&self.arrows.cut) {
            let title = &self.content.phases[phase].title;
            let width = *column - self.setting.sizes.indent() - self.setting.sizes.outdent();
            let whole = || title.set_within(self.setting.typesetter(), width, self.setting.sizes.note, rows.left);
            cells.push(if *cut { CellLines::plain(whole()?) } else { CellLines::default() });
        }
        if cells.iter().all(|cell| cell.lines.is_empty()) {
            return Some(());
        }
        rows.push(Row::plain(RowKind::Descriptions, cells), &self.setting.sizes)
    }

    /// What is said of the phases, when anything is.
    fn notes(&self, rows: &mut Stack) -> Option<()> {
        // How long a phase takes stands here, unless its arrow says it.
        let texts = |phase: usize| {
            let text @ PhaseText { duration, .. } = &self.content.phases[phase];
            let told = !self.arrows.durations[phase - self.phases.start].is_empty();
            let duration = duration.as_ref().filter(|_| !told).map(|duration| (Some(Sign::Duration), duration));
            duration.into_iter().chain(text.notes()).collect::<Vec<_>>()
        };
        let set = |(phase, (_, column)): (usize, &Column)| notes(&texts(phase), *column, self.setting);
        if self.phases.clone().all(|phase| texts(phase).is_empty()) {
            return Some(());
        }
        // A column is wider than the room for its text.
        let least = |(phase, (_, column)): (usize, &Column)| -> Mm {
            texts(phase).iter().map(|(_, note)| note.least_height(*column, self.setting.sizes.note)).sum()
        };
        if self.phases.clone().zip(self.columns).map(least).any(|least| least > rows.left) {
            return None;
        }
        let cells = self.phases.clone().zip(self.columns).map(set).collect();
        let (header, header_width) = self.remarks();
        let row = Row { header_width, header_again: header.clone(), header, ..Row::plain(RowKind::Descriptions, cells) };
        rows.push(row, &self.setting.sizes)
    }

    /// The name of the row of what is said of the phases, as large as the titles of lanes or as it has room; and the width for it.
    fn remarks(&self) -> (CellLines, Mm) {
        let sizes = &self.setting.sizes;
        let width = self.lane_column.1
            - self.content.lanes.iter().map(|lane| sizes.em() * slot(lane)).reduce(Mm::min).unwrap_or_default();
        let whole = |size: &Pt| {
            let lines = self.content.remarks.set_within(self.setting.typesetter(), width, *size, sizes.em() * 4.0)?;
            (!lines.iter().any(|line| line.line.breaks_word())).then_some(lines)
        };
        let lines = [sizes.lead, sizes.cell, sizes.note].iter().filter(|_| width > sizes.em()).find_map(whole);
        (CellLines::plain(lines.unwrap_or_default()), width)
    }

    /// The line below which the customer sees nothing, above the first lane that stands there.
    fn sight(&self, lane: usize, rows: &mut Stack) -> Option<()> {
        let Some(said) = self.content.sight.as_ref().filter(|_| self.content.is_first_backstage(lane)) else { return Some(()) };
        let width = self.lane_column.1 - self.setting.em() * slot(&self.content.lanes[lane]);
        let lines = said.first_line(self.setting.typesetter(), width, self.setting.sizes.note);
        let header = CellLines::plain(lines.into_iter().collect());
        rows.push(
            Row { header_width: width, header_again: header.clone(), header, ..Row::plain(RowKind::Sight, Vec::new()) },
            &self.setting.sizes,
        )
    }

    /// A lane that stands alone; or the curves of several, and a row for the words of each that has any here.
    fn group(&self, group: &Range<usize>, rows: &mut Stack) -> Option<()> {
        let sizes = &self.setting.sizes;
        if self.content.journey.lanes[group.start].scale.is_none() {
            return rows.push(self.lane(group.start, None, rows.left)?, sizes);
        }
        let least = if group.len() == 1 { self.least_curve(group) } else { self.curves(group).curve };
        let highest = match (self.content.is_spine(group), self.content.design.alone()) {
            (true, true) => HIGHEST_ALONE,
            (true, false) => HIGHEST_SPINE,
            (false, _) => MOST_CURVE,
        };
        let mut best: Option<(Mm, Vec<Row>)> = None;
        // A higher curve may save the row of what has no place beside it, which is worth its height where there is room.
        for share in [1.0, 1.3, 1.6] {
            let height = (least * share).min(self.setting.frame.height() * highest).max(least);
            // What is too much where little has a place may not be where all has one.
            let Some(set) = self.curved(group, height, rows.left) else { continue };
            let taken = set.iter().map(|row| row.taken(sizes)).sum();
            let done = !set.iter().any(|row| row.beside.as_ref().is_some_and(|beside| beside.lost));
            let fits = || set.iter().map(|row| row.on_page(rows.only, sizes)).sum::<Mm>() <= rows.left + Mm(1e-6);
            if best.as_ref().is_none_or(|(least, _)| taken < *least || done && fits()) {
                best = Some((taken, set));
            }
            if done {
                break;
            }
        }
        best?.1.into_iter().try_for_each(|row| rows.push(row, sizes))
    }

    /// Curves at a height, and the rows of what has no place beside them.
    fn curved(&self, group: &Range<usize>, height: Mm, most: Mm) -> Option<Vec<Row>> {
        let beside = self.beside(group, height);
        if group.len() == 1 {
            return Some(vec![self.lane(group.start, Some(&beside), most)?.curved(Some(beside))]);
        }
        let lanes = group.clone().filter(|lane| self.worded(*lane, &beside));
        let worded = lanes.map(|lane| self.lane(lane, Some(&beside), most)).collect::<Option<Vec<_>>>()?;
        Some(std::iter::once(self.curves(group).curved(Some(beside))).chain(worded).collect())
    }

    /// Curves with what stands beside their points.
    fn beside(&self, group: &Range<usize>, height: Mm) -> Rc<Beside> {
        let Self { content, setting, phases, columns, .. } = self;
        // What stands beside points is never divided, nor is a curve lowered that has any.
        let most = if self.content.is_spine(group) { self.most_spine() } else { 0.5 };
        let labelled = height <= self.page * most;
        Beside::new(content, group, (phases, columns), (height, labelled), setting)
    }

    /// Whether a lane says more here than its curve and what stands beside it.
    fn worded(&self, lane: usize, beside: &Beside) -> bool {
        let LaneText { cells, bars, .. } = &self.content.lanes[lane];
        let begun = bars.partition_point(|((phase, _), _)| *phase < self.phases.start);
        let items = |phase: usize| cells[phase].iter().enumerate().map(move |(index, item)| (phase, index, item));
        let elsewhere = |place| beside.says(place) || self.content.design.passing.contains(&place);
        self.phases.clone().flat_map(items).any(|(phase, index, item)| item.says_more() && !elsewhere((lane, phase, index)))
            || bars[..begun].iter().any(|(_, until)| *until >= self.phases.start)
    }

    /// A row of cells without what stands `beside` points; a score alone is said by its point.
    fn lane(&self, index: usize, beside: Option<&Beside>, most: Mm) -> Option<Row> {
        let lane = &self.content.lanes[index];
        let width = self.header_width(index);
        let manner = lane.manner(self.content.is_dressed());
        let cells = self.phases.clone().zip(self.columns).map(|(phase, (_, width))| (&lane.cells[phase][..], *width));
        let manner = Manner { pictures: picture_height(cells, manner, self.setting), ..manner };
        let cell = |(phase, (_, width)): (usize, &Column)| {
            let cell = &lane.cells[phase];
            let elsewhere = |nth: usize| {
                beside
                    .is_some_and(|beside| beside.says((index, phase, nth)) || cell[nth].score.is_some() && !cell[nth].says_more())
                    || self.content.design.passing.contains(&(index, phase, nth))
            };
            items((cell, &elsewhere), manner, *width, self.setting, most)
        };
        let mut cells = self.phases.clone().zip(self.columns).map(cell).collect::<Option<Vec<_>>>()?;
        let halves = |nth: usize| {
            let (left, width) = self.columns[nth];
            cell((self.phases.start + nth, &(left, width / 2.0)))
        };
        lists::halve(&mut cells, self.columns, self.setting, &halves);
        let again = lane.title_again.set(self.setting.typesetter(), width, self.setting.sizes.lead);
        Some(Row {
            kind: RowKind::Lane(index),
            header: CellLines::new(self.title(index, 0, lane.stroked.is_none())),
            header_width: width,
            header_again: CellLines::plain(again),
            curve: Mm::ZERO,
            beside: None,
            to_write: Mm::ZERO,
            bars: tracks((lane, self.content.is_dressed()), &self.phases, self.columns, self.setting, most)?,
            cells,
        })
    }

    /// The area of several curves; its header is their legend.
    fn curves(&self, group: &Range<usize>) -> Row {
        let titles = || group.clone().enumerate().flat_map(|(nth, lane)| self.title(lane, nth, false));
        // The scale is the same for all; the first that has words for it says them.
        let scale = group.clone().find(|lane| !self.content.lanes[*lane].scale.is_empty());
        let mut words = scale.map_or_else(Vec::new, |lane| self.scale(lane, group.len()));
        if let Some(first) = words.first_mut() {
            first.before = self.setting.sizes.em() * LEADING * 0.4;
        }
        let header = CellLines::new(titles().chain(words).collect());
        let needed = header.height(0..header.lines.len()) + self.setting.sizes.pad() * 2.0;
        Row {
            header_width: self.header_width(group.start),
            header_again: CellLines::new(titles().collect()),
            curve: self.least_curve(group).max(needed.min(self.setting.frame.height() * 0.3)),
            header,
            ..Row::plain(RowKind::Curves { first: group.start, count: group.len() }, Vec::new())
        }
    }

    fn header_width(&self, lane: usize) -> Mm {
        let lane = &self.content.lanes[lane];
        self.lane_column.1 - self.setting.sizes.em() * (slot(lane) + axis(lane))
    }

    /// The lines of a lane's title, of whose it is, and of its scale.
    fn title(&self, index: usize, item: usize, scale: bool) -> Vec<CellLine> {
        let lane = &self.content.lanes[index];
        let set = |block: &Block, size| block.set(self.setting.typesetter(), self.header_width(index), size);
        let first = |nth: usize| if nth == 0 { self.setting.sizes.em() * LEADING * 0.4 } else { Mm::ZERO };
        let title = set(&lane.title, self.setting.sizes.lead).into_iter().enumerate();
        let mut lines: Vec<CellLine> =
            title.map(|(nth, line)| CellLine { item, before: first(nth), ..CellLine::plain(line) }).collect();
        let aside = lane.aside.iter().flat_map(|aside| set(aside, self.setting.sizes.note));
        lines.extend(aside.map(|line| CellLine { item, part: Part::Remark(0), ..CellLine::plain(line) }));
        if scale {
            lines.extend(self.scale(index, item));
        }
        lines
    }

    fn scale(&self, lane: usize, item: usize) -> Vec<CellLine> {
        let words = self.content.lanes[lane].scale.iter();
        let lines = words.flat_map(|word| word.set(self.setting.typesetter(), self.header_width(lane), self.setting.sizes.note));
        lines.map(|line| CellLine { item, part: SCALE, ..CellLine::plain(line) }).collect()
    }

    /// The share of the room for rows that a spine has at the most.
    fn most_spine(&self) -> f64 {
        if self.content.design.alone() { MOST_ALONE } else { MOST_SPINE }
    }

    /// A curve needs room for its faces on each step of the scale, and for what stands beside them: more of it while type is larger
    /// than it must be.
    fn least_curve(&self, group: &Range<usize>) -> Mm {
        let Setting { frame, sizes, .. } = self.setting;
        // What is to be drawn by hand gets its share of the page when the rows have room for notes.
        let by_hand = self.content.blank && !self.content.design.alone();
        if self.content.is_spine(group) && !by_hand {
            let larger = ((sizes.cell.0 / frame.least.cell_min.0 - LARGER.0) / (LARGER.1 - LARGER.0)).clamp(0.0, 1.0);
            let least = match (self.content.design.alone(), frame.flat) {
                (true, _) => LEAST_ALONE,
                (false, Some(share)) => share,
                (false, None) => LEAST_SPINE + (LEAST_LARGE - LEAST_SPINE) * larger,
            };
            return (frame.height() * least).min(self.page * self.most_spine()).max(sizes.em() * 7.0);
        }
        let cells = group.clone().flat_map(|lane| &self.content.lanes[lane].cells[self.phases.clone()]);
        let scored = cells.flatten().any(|item| item.score.is_some());
        // The line gets room before type does.
        let larger = ((sizes.cell.0 / frame.least.cell_min.0 - 1.0) / (LARGER.0 - 1.0)).clamp(0.0, 1.0);
        let share = if scored { LEAST_AMONG + (LARGE_AMONG - LEAST_AMONG) * larger } else { LEAST_AMONG };
        (sizes.em() * 7.0).max(frame.height() * share)
    }
}

/// The same of a spine that the poster is about.
const LEAST_ALONE: f64 = 0.5;
pub(super) const HIGHEST_ALONE: f64 = 0.75;
const MOST_ALONE: f64 = 0.9;

/// What the words of a scale are in the header of a row, behind whose it is.
pub(super) const SCALE: Part = Part::Remark(1);

/// The height of a row that is to be written in, in em of cell text: as a rule, and where the page is full.
const ROOM_TO_WRITE: f64 = 5.0;
const LEAST_TO_WRITE: f64 = 2.4;

/// The share of the page that a curve among other rows has at the least, and in type that is larger than it must be.
const LEAST_AMONG: f64 = 0.17;
const LARGE_AMONG: f64 = 0.28;

/// The share of the page that a curve has at the most where that saves other rows.
const MOST_CURVE: f64 = 0.42;

/// A spine has this share of the page at the least, and at the most; but it leaves something of the room for rows.
const LEAST_SPINE: f64 = 0.3;
/// More at the least while type is larger than it must be, and this once it is so many times as large: the line gets room before type does.
const LEAST_LARGE: f64 = 0.4;
const LARGER: (f64, f64) = (1.2, 1.7);
const HIGHEST_SPINE: f64 = 0.45;
const MOST_SPINE: f64 = 0.62;

/// What rows are made of, from top to bottom.
enum Section<'a> {
    /// A text from the first column to the last.
    Across(&'a Across<'a>),
    /// The titles of phases that their arrows cut.
    Titles,
    /// What is said of the phases.
    Notes,
    /// A lane, or the curves of several.
    Group(&'a Range<usize>),
}
