//! The rows of the table, with the lines of their cells.

use std::ops::Range;

use super::bars::{Track, tracks};
use super::headers::{arrow_room, limited};
use super::{Across, axis, slot};
use crate::layout::drawn::block::{Block, LEADING};
use crate::layout::drawn::matrix::cells::{CellLine, CellLines, Part, items, notes};
use crate::layout::drawn::matrix::content::{Content, ItemText};
use crate::layout::drawn::matrix::sizes::{Frame, Sizes};
use crate::scene::Mm;

/// A row of the table. From its top: a curve, bars over several columns, cells.
pub(in super::super) struct Row {
    pub kind: RowKind,
    /// In the header of several curves the lines of each are an item.
    pub header: CellLines,
    /// The width for the lines of the header.
    pub header_width: Mm,
    /// The header on the pages on which the row goes on.
    pub header_again: CellLines,
    /// The height of the curve.
    pub curve: Mm,
    /// What goes on over several phases.
    pub bars: Vec<Track>,
    /// One cell a column, or a single one across all columns.
    pub cells: Vec<CellLines>,
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in super::super) enum RowKind {
    /// The items of a lane.
    Lane(usize),
    /// The curves of several lanes in one area; their words have rows of their own.
    Curves {
        /// The first of the lanes.
        first: usize,
        /// How many they are.
        count: usize,
    },
    /// What is said of each phase.
    Descriptions,
    /// Text across all columns that had no room elsewhere.
    Across,
}

/// Sets the rows of a table.
pub(super) struct Rows<'a> {
    pub content: &'a Content<'a>,
    pub frame: &'a Frame,
    pub sizes: &'a Sizes,
    pub phases: Range<usize>,
    pub columns: &'a [(Mm, Mm)],
    pub lane_column: (Mm, Mm),
}

impl Rows<'_> {
    pub fn all(&self, across: &[Across]) -> Vec<Row> {
        let wide = |first: bool| across.iter().filter(move |text| text.first == first).map(|text| self.across(text.block));
        let mut rows: Vec<Row> = wide(true).collect();
        rows.extend(self.overlong_titles());
        rows.extend(self.notes());
        rows.extend(self.content.groups.iter().flat_map(|group| self.group(group)));
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
        let set = |(phase, (_, column)): (usize, &(Mm, Mm))| {
            let title = &self.content.phases[phase].title;
            let lines = title.set(self.content.typesetter, arrow_room(*column, self.sizes.cell), self.sizes.cell);
            let (_, more) = limited(lines, self.frame);
            let width = *column - self.sizes.indent() - self.sizes.outdent();
            more.then(|| CellLines::plain(title.set(self.content.typesetter, width, self.sizes.note)))
        };
        let cells: Vec<Option<CellLines>> = self.phases.clone().zip(self.columns).map(set).collect();
        let any = cells.iter().any(Option::is_some);
        any.then(|| Row::plain(RowKind::Descriptions, cells.into_iter().map(Option::unwrap_or_default).collect()))
    }

    /// What is said of the phases, when anything is.
    fn notes(&self) -> Option<Row> {
        let texts = |phase: usize| &self.content.phases[phase].notes;
        let set = |(phase, (_, column)): (usize, &(Mm, Mm))| notes(self.content, texts(phase), *column, self.sizes);
        let any = self.phases.clone().any(|phase| !texts(phase).is_empty());
        any.then(|| Row::plain(RowKind::Descriptions, self.phases.clone().zip(self.columns).map(set).collect()))
    }

    /// A lane that stands alone; or the curves of several, and a row for the words of each that has any here.
    fn group(&self, group: &Range<usize>) -> Vec<Row> {
        if group.len() == 1 {
            let curve = self.content.journey.lanes[group.start].scale.is_some();
            return vec![self.lane(group.start, if curve { self.least_curve() } else { Mm::ZERO })];
        }
        let worded = group.clone().filter(|lane| self.worded(*lane));
        std::iter::once(self.curves(group)).chain(worded.map(|lane| self.lane(lane, Mm::ZERO))).collect()
    }

    /// Whether a lane says more here than its curve shows.
    fn worded(&self, lane: usize) -> bool {
        let cells = &self.content.lanes[lane].cells;
        let begun = |item: &ItemText| item.bar.as_ref().is_some_and(|bar| bar.until >= self.phases.start);
        cells[self.phases.clone()].iter().flatten().any(ItemText::says_more)
            || cells[..self.phases.start].iter().flatten().any(begun)
    }

    fn lane(&self, index: usize, curve: Mm) -> Row {
        let lane = &self.content.lanes[index];
        let width = self.header_width(index);
        let cell = |(phase, (_, width)): (usize, &(Mm, Mm))| items(self.content, lane, phase, *width, self.sizes);
        let again = lane.title_again.set(self.content.typesetter, width, self.sizes.cell);
        Row {
            kind: RowKind::Lane(index),
            header: CellLines { lines: self.title(index, 0, lane.stroked.is_none()), hang: Mm::ZERO },
            header_width: width,
            header_again: CellLines::plain(again),
            curve,
            bars: tracks(self.content, lane, &self.phases, self.columns, self.sizes),
            cells: self.phases.clone().zip(self.columns).map(cell).collect(),
        }
    }

    /// The area of several curves; its header is their legend.
    fn curves(&self, group: &Range<usize>) -> Row {
        let titles = || group.clone().enumerate().flat_map(|(nth, lane)| self.title(lane, nth, false));
        // The scale is the same for all; the first that has words for it says them.
        let scale = group.clone().find(|lane| !self.content.lanes[*lane].scale.is_empty());
        let mut words = scale.map_or_else(Vec::new, |lane| self.scale(lane, group.len()));
        if let Some(first) = words.first_mut() {
            first.before = self.sizes.em() * LEADING * 0.4;
        }
        let header = CellLines { lines: titles().chain(words).collect(), hang: Mm::ZERO };
        let needed = header.height(0..header.lines.len()) + self.sizes.pad() * 2.0;
        Row {
            header_width: self.header_width(group.start),
            header_again: CellLines { lines: titles().collect(), hang: Mm::ZERO },
            curve: self.least_curve().max(needed.min(self.frame.height() * 0.3)),
            header,
            ..Row::plain(RowKind::Curves { first: group.start, count: group.len() }, Vec::new())
        }
    }

    fn header_width(&self, lane: usize) -> Mm {
        let lane = &self.content.lanes[lane];
        self.lane_column.1 - self.sizes.em() * (slot(lane) + axis(lane))
    }

    /// The lines of a lane's title, of whose it is, and of its scale.
    fn title(&self, index: usize, item: usize, scale: bool) -> Vec<CellLine> {
        let lane = &self.content.lanes[index];
        let set = |block: &Block, size| block.set(self.content.typesetter, self.header_width(index), size);
        let first = |nth: usize| if nth == 0 { self.sizes.em() * LEADING * 0.4 } else { Mm::ZERO };
        let title = set(&lane.title, self.sizes.cell).into_iter().enumerate();
        let mut lines: Vec<CellLine> =
            title.map(|(nth, line)| CellLine { item, before: first(nth), ..CellLine::plain(line) }).collect();
        let aside = lane.aside.iter().flat_map(|aside| set(aside, self.sizes.note));
        lines.extend(aside.map(|line| CellLine { item, part: Part::Remark(0), ..CellLine::plain(line) }));
        if scale {
            lines.extend(self.scale(index, item));
        }
        lines
    }

    fn scale(&self, lane: usize, item: usize) -> Vec<CellLine> {
        let words = self.content.lanes[lane].scale.iter();
        let lines = words.flat_map(|word| word.set(self.content.typesetter, self.header_width(lane), self.sizes.note));
        lines.map(|line| CellLine { item, part: Part::Remark(0), ..CellLine::plain(line) }).collect()
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
            curve: Mm::ZERO,
            bars: Vec::new(),
            cells,
        }
    }

    /// The least height of a row, however little it says.
    pub fn least(&self, sizes: &Sizes) -> Mm {
        if self.curve == Mm::ZERO { sizes.em() * 1.6 } else { Mm::ZERO }
    }

    /// Whether any cell or bar has text.
    pub fn has_lines(&self) -> bool {
        !self.bars.is_empty() || self.cells.iter().any(|cell| !cell.lines.is_empty())
    }
}
