//! Division over pages: which lines of which rows stand on which page, and how high they stand.

use std::ops::Range;

use super::cells::CellLines;
use super::sizes::{Frame, Sizes};
use super::table::{Row, RowKind, Table};
use crate::scene::Mm;

/// Part of a row, or all of it, on one page.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    /// Index into [`Table::rows`].
    pub row: usize,
    /// The lines of each cell.
    pub cells: Vec<Range<usize>>,
    /// The lines of the row's title; those of the repeated title when `again`.
    pub header: Range<usize>,
    /// Whether the row began on an earlier page.
    pub again: bool,
    /// Whether the row's curve stands here.
    pub curve: Mm,
    /// The height of the row on this page.
    pub height: Mm,
}

/// The rows of one page, from the top, with a gutter between them.
#[derive(Debug, Clone, Default)]
pub(super) struct PageRows {
    pub fragments: Vec<Fragment>,
}

/// Divides the rows of a table: `first` and `further` are the heights for rows on the first and on the other pages.
pub(super) fn paginate(table: &Table, frame: &Frame, sizes: &Sizes, first: Mm, further: Mm) -> Vec<PageRows> {
    let mut pages = vec![PageRows::default()];
    let mut left = first;
    for (index, row) in table.rows.iter().enumerate() {
        let mut rest = Rest::of(row, index);
        loop {
            let fresh = pages.last().is_none_or(|page| page.fragments.is_empty());
            let whole = rest.whole(row, sizes);
            let room = if pages.len() == 1 { first } else { further };
            if whole.height <= left + Mm(1e-6) {
                left -= whole.height + frame.gutter;
                push(&mut pages, whole);
                break;
            }
            // A row that fits on a page of its own is not divided, nor is a little room at the foot of a page used up.
            if !fresh && (whole.height <= further || left < room * 0.25) {
                pages.push(PageRows::default());
                left = further;
                continue;
            }
            let part = rest.part(row, sizes, left, fresh);
            if let Some(part) = part {
                push(&mut pages, part);
            }
            if rest.done(row) {
                left = Mm::ZERO;
                break;
            }
            pages.push(PageRows::default());
            left = further;
        }
    }
    pages
}

fn push(pages: &mut [PageRows], fragment: Fragment) {
    if let Some(page) = pages.last_mut() {
        page.fragments.push(fragment);
    }
}

/// What of a row has not yet been given a page.
struct Rest {
    row: usize,
    /// The first line of each cell that is left.
    cells: Vec<usize>,
    /// The first line of the title that is left; once all of it has been said it is repeated from the top.
    header: usize,
    titled: bool,
    again: bool,
}

impl Rest {
    fn of(row: &Row, index: usize) -> Self {
        Self { row: index, cells: vec![0; row.cells.len()], header: 0, titled: false, again: false }
    }

    /// The title as it stands on this page.
    fn title<'a>(&self, row: &'a Row) -> &'a CellLines {
        if self.again { &row.header_again } else { &row.header }
    }

    /// All that is left, as one fragment.
    fn whole(&self, row: &Row, sizes: &Sizes) -> Fragment {
        let cells: Vec<_> = row.cells.iter().zip(&self.cells).map(|(cell, from)| *from..cell.lines.len()).collect();
        let curve = if self.again { Mm::ZERO } else { row.curve };
        let fragment = self.fragment(row, sizes, cells, self.header..self.title(row).lines.len(), curve);
        Fragment { height: if self.again { fragment.height } else { row.height(sizes) }, ..fragment }
    }

    fn fragment(&self, row: &Row, sizes: &Sizes, cells: Vec<Range<usize>>, header: Range<usize>, curve: Mm) -> Fragment {
        let text = row.cells.iter().zip(&cells).map(|(cell, range)| cell.height(range.clone())).fold(Mm::ZERO, Mm::max);
        let title = self.title(row).height(header.clone());
        let strip = if cells.iter().all(Range::is_empty) && curve > Mm::ZERO { Mm::ZERO } else { text + sizes.pad() * 2.0 };
        let height = (curve + strip).max(title + sizes.pad() * 2.0);
        Fragment { row: self.row, cells, header, again: self.again, curve, height }
    }

    /// As many lines as fit, nothing when the curve does not; on a fresh page at least one line, so that every page brings the row
    /// forward.
    fn part(&mut self, row: &Row, sizes: &Sizes, left: Mm, fresh: bool) -> Option<Fragment> {
        if !self.again && !fresh && row.curve > left {
            return None;
        }
        // On a page too small for the curve and a line of text, the curve gives way; it is never left out.
        let curve = if self.again { Mm::ZERO } else { row.curve.min(left * 0.5) };
        let room = left - sizes.pad() * 2.0;
        let take = |cell: &CellLines, from: usize, room: Mm| {
            let least = usize::from(fresh && from < cell.lines.len());
            from..from + cell.fitting(from, room).max(least)
        };
        let cells: Vec<_> = row.cells.iter().zip(&self.cells).map(|(cell, from)| take(cell, *from, room - curve)).collect();
        let header = take(self.title(row), self.header, room);
        if cells.iter().all(Range::is_empty) && header.is_empty() {
            return None;
        }
        let fragment = self.fragment(row, sizes, cells, header, curve);
        self.cells = fragment.cells.iter().map(|range| range.end).collect();
        let finished = fragment.header.end == self.title(row).lines.len();
        self.titled |= finished;
        // A title longer than the page is said again in full by the repeated one.
        self.header = if finished || !self.again { 0 } else { fragment.header.end };
        self.again = true;
        Some(fragment)
    }

    fn done(&self, row: &Row) -> bool {
        self.titled && row.cells.iter().zip(&self.cells).all(|(cell, from)| *from >= cell.lines.len())
    }
}

impl PageRows {
    /// The height of the rows with the gutters between them.
    pub fn height(&self, frame: &Frame) -> Mm {
        let gutters = frame.gutter * (self.fragments.len().max(1) - 1) as f64;
        gutters + self.fragments.iter().map(|fragment| fragment.height).sum()
    }

    /// Gives the rows the room that is left: curves first, up to a share of the page; then rows that are blank, until they are alike;
    /// then every row of cells in proportion to its height, at most by `most` of it. Without rows of cells curves take it all.
    pub fn spread(&mut self, table: &Table, frame: &Frame, room: Mm, most: f64) {
        let mut free = (room - self.height(frame)).max(Mm::ZERO);
        let kind = |fragment: &Fragment| Growth::of(&table.rows[fragment.row], fragment);
        let curves = self.fragments.iter().filter(|fragment| kind(fragment) == Growth::Curve).count();
        let cells = self.fragments.iter().any(|fragment| matches!(kind(fragment), Growth::Blank | Growth::Cells));
        let tallest = if cells { frame.height() * 0.24 } else { frame.height() };
        let share = free * if cells { 0.6 } else { 1.0 } / curves.max(1) as f64;
        for fragment in self.fragments.iter_mut().filter(|fragment| kind(fragment) == Growth::Curve) {
            let gain = (tallest - fragment.curve).max(Mm::ZERO).min(share);
            fragment.curve += gain;
            fragment.height += gain;
            free -= gain;
        }
        let blank = self.fragments.iter().filter(|fragment| kind(fragment) == Growth::Blank).map(|fragment| fragment.height);
        let alike = blank.fold(Mm::ZERO, Mm::max);
        for fragment in self.fragments.iter_mut().filter(|fragment| kind(fragment) == Growth::Blank) {
            let gain = (alike - fragment.height).min(free);
            fragment.height += gain;
            free -= gain;
        }
        let grows = |fragment: &Fragment| matches!(kind(fragment), Growth::Blank | Growth::Cells);
        let growing: Mm = self.fragments.iter().filter(|fragment| grows(fragment)).map(|fragment| fragment.height).sum();
        let factor = if growing > Mm::ZERO { (free / growing).min(most) } else { 0.0 };
        for fragment in self.fragments.iter_mut().filter(|fragment| grows(fragment)) {
            fragment.height += fragment.height * factor;
        }
    }
}

/// How a row takes room that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Growth {
    /// By its curve.
    Curve,
    /// To the height of the other rows in which nothing is written yet.
    Blank,
    /// By its cells.
    Cells,
    /// Not at all: descriptions, texts across.
    Fixed,
}

impl Growth {
    fn of(row: &Row, fragment: &Fragment) -> Self {
        match row.kind {
            RowKind::Lane(_) if fragment.curve > Mm::ZERO => Self::Curve,
            RowKind::Lane(_) if !row.has_lines() => Self::Blank,
            RowKind::Lane(_) => Self::Cells,
            RowKind::Descriptions | RowKind::Across => Self::Fixed,
        }
    }
}
