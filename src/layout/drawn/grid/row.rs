//! A row of the table, what it takes of the height, and rows on each other.

use std::rc::Rc;

use super::bars::{Bar, Track};
use super::beside::Beside;
use super::pages::whole_height;
use crate::layout::drawn::items::CellLines;
use crate::layout::drawn::page::Sizes;
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
    /// The curve, with what stands beside its points.
    pub beside: Option<Rc<Beside>>,
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
    /// The line below which the customer sees nothing.
    Sight,
}

/// Rows on each other, and what is left of the height that they may have together.
pub(super) struct Stack {
    pub rows: Vec<Row>,
    pub left: Mm,
    /// The height of the page and the gutter, where all have to stand on one.
    pub only: Option<(Mm, Mm)>,
}

impl Stack {
    /// Puts a row below the others; nothing when there is no more room for what it says.
    pub fn push(&mut self, row: Row, sizes: &Sizes) -> Option<()> {
        self.left -= row.on_page(self.only, sizes);
        self.rows.push(row);
        (self.left >= Mm(-1e-6)).then_some(())
    }
}

impl Row {
    /// The height of what is said in cells and bars: on whatever pages the row stands, it takes no less of them together.
    fn said(&self, sizes: &Sizes) -> Mm {
        let track = |track: &Track| track.iter().map(Bar::height).fold(Mm::ZERO, Mm::max) + sizes.pad() * 2.0;
        let cells: Mm = self.cells.iter().map(|cell| cell.least_height(0..cell.lines.len())).fold(Mm::ZERO, Mm::max);
        cells.max(self.bars.iter().map(track).sum())
    }

    /// How many lines its cells, bars and title have, with those beside points, and how many of them end inside a word.
    pub fn lines(&self) -> (usize, usize) {
        let bars = self.bars.iter().flatten().map(|bar| &bar.lines);
        let lines = self.cells.iter().chain(bars).chain([&self.header]).flat_map(|cell| &cell.lines);
        let lines = lines.chain(self.beside.iter().flat_map(|beside| beside.lines()));
        lines.fold((0, 0), |(all, broken), line| (all + 1, broken + usize::from(line.set.line.breaks_word())))
    }

    /// The same with a curve above its cells.
    pub fn curved(self, beside: Option<Rc<Beside>>) -> Self {
        Self { curve: beside.as_deref().map_or(Mm::ZERO, Beside::least), beside, ..self }
    }

    /// What it takes of the height for rows: all of it where all have to stand on one page, which has some height and a gutter below each
    /// row. What is higher than a page comes in parts, or shrinks.
    pub fn on_page(&self, only: Option<(Mm, Mm)>, sizes: &Sizes) -> Mm {
        let whole = only.map(|(page, gutter)| (whole_height(self, sizes), page, gutter));
        let whole = whole.filter(|(height, page, _)| height <= page).map(|(height, _, gutter)| height + gutter);
        whole.unwrap_or_else(|| self.said(sizes))
    }

    /// About the height that it takes.
    pub fn taken(&self, sizes: &Sizes) -> Mm {
        let said = self.said(sizes);
        self.curve + said + if said > Mm::ZERO { sizes.pad() * 2.0 } else { Mm::ZERO }
    }

    /// A row without a title.
    pub fn plain(kind: RowKind, cells: Vec<CellLines>) -> Self {
        Self {
            kind,
            header: CellLines::default(),
            header_width: Mm::ZERO,
            header_again: CellLines::default(),
            curve: Mm::ZERO,
            beside: None,
            bars: Vec::new(),
            cells,
            to_write: Mm::ZERO,
        }
    }

    /// The least height of a row, however little it says.
    pub fn least(&self, sizes: &Sizes) -> Mm {
        if self.curve == Mm::ZERO { (sizes.em() * 1.6).max(self.to_write) } else { Mm::ZERO }
    }

    /// Whether no more than one of several cells has text, and no bar.
    pub fn is_of_one(&self) -> bool {
        let filled = self.cells.iter().filter(|cell| !cell.lines.is_empty()).count();
        self.bars.is_empty() && self.cells.len() > 1 && filled <= 1
    }

    /// Whether any cell or bar has text.
    pub fn has_lines(&self) -> bool {
        !self.bars.is_empty() || self.cells.iter().any(|cell| !cell.lines.is_empty())
    }
}
