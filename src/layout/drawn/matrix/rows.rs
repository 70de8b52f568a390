//! The rows of the table, with the lines of their cells.

use std::ops::Range;

use super::bars::{Bar, Track, tracks};
use super::content::Content;
use super::lanes::LaneText;
use super::table::{Across, axis, slot};
use crate::layout::drawn::items::{CellLine, CellLines, ItemText, Part, items, notes};
use crate::layout::drawn::page::{Setting, Sizes};
use crate::layout::drawn::phases::Column;
use crate::layout::drawn::text::{Block, LEADING};
use crate::scene::Mm;

/// A row of the table. From its top: a curve, bars over several columns, cells.
pub(super) struct Row {
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
    /// The least height of a row that is to be written in, which all of them have.
    pub to_write: Mm,
}

/// What a row holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowKind {
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
    pub setting: &'a Setting<'a>,
    pub phases: Range<usize>,
    pub columns: &'a [Column],
    /// The phases whose arrows leave out the end of their title.
    pub cut_titles: &'a [bool],
    pub lane_column: (Mm, Mm),
}

impl Rows<'_> {
    /// All rows; nothing as soon as they are higher together than `most`, whatever pages they are divided over.
    pub fn all(&self, across: &[Across], most: Mm) -> Option<Vec<Row>> {
        let mut rows = Stack { rows: Vec::new(), left: most };
        let wide = |first: bool| across.iter().filter(move |text| text.first == first);
        for text in wide(true) {
            rows.push(self.across(text.block, rows.left)?, &self.setting.sizes)?;
        }
        self.overlong_titles(&mut rows)?;
        self.notes(&mut rows)?;
        for group in &self.content.groups {
            self.group(group, &mut rows)?;
        }
        for text in wide(false) {
            rows.push(self.across(text.block, rows.left)?, &self.setting.sizes)?;
        }
        if self.content.blank {
            self.make_alike(&mut rows.rows);
        }
        Some(rows.rows)
    }

    /// Gives rows that are to be written in the height of the one with the longest title, and room to write. At the least size of type
    /// less will do: there is no more of the page.
    fn make_alike(&self, rows: &mut [Row]) {
        let sizes = &self.setting.sizes;
        let room = if sizes.cell > self.setting.frame.least.cell_min { ROOM_TO_WRITE } else { LEAST_TO_WRITE };
        let blank = |row: &&mut Row| row.curve == Mm::ZERO && matches!(row.kind, RowKind::Lane(_));
        let title = |row: &mut Row| row.header.height(0..row.header.lines.len()) + sizes.pad() * 2.0;
        let alike = rows.iter_mut().filter(blank).map(title).fold(sizes.em() * room, Mm::max);
        for row in rows.iter_mut().filter(blank) {
            row.to_write = alike;
        }
    }

    /// Text from the first column to the last.
    fn across(&self, block: &Block, most: Mm) -> Option<Row> {
        let width = self.columns.last().map_or(Mm::ZERO, |last| last.0 + last.1) - self.columns[0].0;
        let width = width - self.setting.sizes.indent() - self.setting.sizes.outdent();
        let lines = block.set_within(self.setting.typesetter(), width, self.setting.sizes.cell, most)?;
        Some(Row::plain(RowKind::Across, vec![CellLines::plain(lines)]))
    }

    /// Phase titles that are longer than their arrows show.
    fn overlong_titles(&self, rows: &mut Stack) -> Option<()> {
        let mut cells = Vec::new();
        for ((phase, (_, column)), cut) in self.phases.clone().zip(self.columns).zip(self.cut_titles) {
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
        let texts = |phase: usize| &self.content.phases[phase].notes;
        let set = |(phase, (_, column)): (usize, &Column)| notes(texts(phase), *column, self.setting);
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
        rows.push(Row::plain(RowKind::Descriptions, cells), &self.setting.sizes)
    }

    /// A lane that stands alone; or the curves of several, and a row for the words of each that has any here.
    fn group(&self, group: &Range<usize>, rows: &mut Stack) -> Option<()> {
        if group.len() == 1 {
            let curve = self.content.journey.lanes[group.start].scale.is_some();
            let curve = if curve { self.least_curve() } else { Mm::ZERO };
            return rows.push(self.lane(group.start, curve, rows.left)?, &self.setting.sizes);
        }
        rows.push(self.curves(group), &self.setting.sizes)?;
        group.clone().filter(|lane| self.worded(*lane)).try_for_each(|lane| {
            let row = self.lane(lane, Mm::ZERO, rows.left)?;
            rows.push(row, &self.setting.sizes)
        })
    }

    /// Whether a lane says more here than its curve shows.
    fn worded(&self, lane: usize) -> bool {
        let LaneText { cells, bars, .. } = &self.content.lanes[lane];
        let begun = bars.partition_point(|((phase, _), _)| *phase < self.phases.start);
        cells[self.phases.clone()].iter().flatten().any(ItemText::says_more)
            || bars[..begun].iter().any(|(_, until)| *until >= self.phases.start)
    }

    fn lane(&self, index: usize, curve: Mm, most: Mm) -> Option<Row> {
        let lane = &self.content.lanes[index];
        let width = self.header_width(index);
        let cell = |(phase, (_, width)): (usize, &Column)| items(&lane.cells[phase], lane.manner(), *width, self.setting, most);
        let again = lane.title_again.set(self.setting.typesetter(), width, self.setting.sizes.lead);
        Some(Row {
            kind: RowKind::Lane(index),
            header: CellLines { lines: self.title(index, 0, lane.stroked.is_none()), hang: Mm::ZERO },
            header_width: width,
            header_again: CellLines::plain(again),
            curve,
            to_write: Mm::ZERO,
            bars: tracks(lane, &self.phases, self.columns, self.setting, most)?,
            cells: self.phases.clone().zip(self.columns).map(cell).collect::<Option<_>>()?,
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
        let header = CellLines { lines: titles().chain(words).collect(), hang: Mm::ZERO };
        let needed = header.height(0..header.lines.len()) + self.setting.sizes.pad() * 2.0;
        Row {
            header_width: self.header_width(group.start),
            header_again: CellLines { lines: titles().collect(), hang: Mm::ZERO },
            curve: self.least_curve().max(needed.min(self.setting.frame.height() * 0.3)),
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
        lines.map(|line| CellLine { item, part: Part::Remark(0), ..CellLine::plain(line) }).collect()
    }

    /// A curve needs room for its faces on each step of the scale.
    fn least_curve(&self) -> Mm {
        (self.setting.sizes.em() * 7.0).max(self.setting.frame.height() * 0.17)
    }
}

/// The height of a row that is to be written in, in em of cell text: as a rule, and where the page is full.
const ROOM_TO_WRITE: f64 = 5.0;
const LEAST_TO_WRITE: f64 = 2.4;

/// Rows on each other, and what is left of the height that they may have together.
struct Stack {
    rows: Vec<Row>,
    left: Mm,
}

impl Stack {
    /// Puts a row below the others; nothing when there is no more room for what it says.
    fn push(&mut self, row: Row, sizes: &Sizes) -> Option<()> {
        self.left -= row.said(sizes);
        self.rows.push(row);
        (self.left >= Mm::ZERO).then_some(())
    }
}

impl Row {
    /// The height of what is said in cells and bars: on whatever pages the row stands, it takes no less of them together.
    fn said(&self, sizes: &Sizes) -> Mm {
        let track = |track: &Track| track.iter().map(Bar::height).fold(Mm::ZERO, Mm::max) + sizes.pad() * 2.0;
        let lines = |cell: &CellLines| cell.lines.iter().map(|line| line.set.height()).sum();
        let cells: Mm = self.cells.iter().map(lines).fold(Mm::ZERO, Mm::max);
        cells.max(self.bars.iter().map(track).sum())
    }

    /// How many lines its cells, bars and title have, and how many of them end inside a word.
    pub fn lines(&self) -> (usize, usize) {
        let bars = self.bars.iter().flatten().map(|bar| &bar.lines);
        let lines = self.cells.iter().chain(bars).chain([&self.header]).flat_map(|cell| &cell.lines);
        lines.fold((0, 0), |(all, broken), line| (all + 1, broken + usize::from(line.set.line.breaks_word())))
    }

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
            to_write: Mm::ZERO,
        }
    }

    /// The least height of a row, however little it says.
    pub fn least(&self, sizes: &Sizes) -> Mm {
        if self.curve == Mm::ZERO { (sizes.em() * 1.6).max(self.to_write) } else { Mm::ZERO }
    }

    /// Whether any cell or bar has text.
    pub fn has_lines(&self) -> bool {
        !self.bars.is_empty() || self.cells.iter().any(|cell| !cell.lines.is_empty())
    }
}
