//! Division over pages: which lines of which rows stand on which page, and how high they stand.

use std::ops::Range;

use super::bars::Bar;
use super::beside::Beside;
use super::notes;
use super::row::{Row, RowKind};
use super::table::Table;
use crate::layout::drawn::items::CellLines;
use crate::layout::drawn::page::{AIR, Frame, Sizes};
use crate::layout::drawn::text::LEADING;
use crate::scene::Mm;

/// Part of a row, or all of it, on one page.
#[derive(Debug, Clone)]
pub(super) struct Fragment {
    /// Index into [`Table::rows`].
    pub row: usize,
    /// The tracks of bars of which something stands here.
    pub bars: Tracks,
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

/// Neighbouring tracks of a row, with the lines of each of their bars.
#[derive(Debug, Clone, Default)]
pub(super) struct Tracks {
    /// The index of the first of them.
    first: usize,
    lines: Vec<Vec<Range<usize>>>,
}

impl Tracks {
    /// The tracks of a row that stand here, each bar with its lines.
    pub fn of<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a [Bar], &'a [Range<usize>])> {
        row.bars[self.first..].iter().zip(&self.lines).map(|(track, ranges)| (&**track, &**ranges))
    }

    /// The bars that stand here, each with its lines.
    pub fn bars<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a Bar, &'a Range<usize>)> {
        self.of(row).flat_map(|(track, ranges)| track.iter().zip(ranges)).filter(|(_, range)| !range.is_empty())
    }
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
            // A row of many pages is not put together on each of them only to see that it does not fit.
            let whole = (rest.least(row) <= left.max(further)).then(|| rest.whole(row, sizes));
            let room = if pages.len() == 1 { first } else { further };
            let whole = match whole {
                Some(whole) if whole.height <= left + Mm(1e-6) => {
                    left -= whole.height + frame.gutter;
                    push(&mut pages, whole);
                    break;
                }
                other => other,
            };
            // A row that fits on a page of its own is not divided, nor is a little room at the foot of a page used up.
            if !fresh && (whole.is_some_and(|whole| whole.height <= further) || left < room * 0.25) {
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

/// The height of all of a row on one page.
pub(super) fn whole_height(row: &Row, sizes: &Sizes) -> Mm {
    Rest::of(row, 0).whole(row, sizes).height
}

fn push(pages: &mut [PageRows], fragment: Fragment) {
    if let Some(page) = pages.last_mut() {
        page.fragments.push(fragment);
    }
}

/// What of a row has not yet been given a page.
struct Rest {
    row: usize,
    /// The first track that is left: all before it have been said.
    track: usize,
    /// The first line of each bar of that track that is left; nothing of those below it has been said.
    bars: Vec<usize>,
    /// The height of all tracks from each on, without the spaces around them.
    below: Vec<Mm>,
    /// The first line of each cell that is left.
    cells: Vec<usize>,
    /// The height of all lines of each cell that are left, without the gaps between them.
    cells_left: Vec<Mm>,
    /// The first line of the title that is left; once all of it has been said it is repeated from the top.
    header: usize,
    titled: bool,
    again: bool,
}

impl Rest {
    fn of(row: &Row, index: usize) -> Self {
        let mut below = vec![Mm::ZERO];
        for track in row.bars.iter().rev() {
            below.push(below[below.len() - 1] + track.iter().map(Bar::height).fold(Mm::ZERO, Mm::max));
        }
        below.reverse();
        Self {
            row: index,
            track: 0,
            bars: vec![0; row.bars.first().map_or(0, Vec::len)],
            below,
            cells: vec![0; row.cells.len()],
            cells_left: row.cells.iter().map(|cell| cell.least_height(0..cell.lines.len())).collect(),
            header: 0,
            titled: false,
            again: false,
        }
    }

    /// What is not more than the height of all that is left.
    fn least(&self, row: &Row) -> Mm {
        let bars = self.below.get(self.track + 1).copied().unwrap_or(Mm::ZERO);
        let curve = if self.again { Mm::ZERO } else { row.curve };
        // The last bits of sums that were made in another order never count.
        curve + self.cells_left.iter().copied().fold(bars, Mm::max) - Mm(1e-3)
    }

    /// The tracks that are left, each with the first line of each bar that is.
    fn tracks<'a>(&'a self, row: &'a Row) -> impl Iterator<Item = (&'a [Bar], std::borrow::Cow<'a, [usize]>)> {
        let left = row.bars.iter().enumerate().skip(self.track);
        left.map(|(index, track)| {
            (&**track, if index == self.track { (&*self.bars).into() } else { vec![0; track.len()].into() })
        })
    }

    /// The title as it stands on this page.
    fn title<'a>(&self, row: &'a Row) -> &'a CellLines {
        if self.again { &row.header_again } else { &row.header }
    }

    /// All that is left, as one fragment.
    fn whole(&self, row: &Row, sizes: &Sizes) -> Fragment {
        let all = |(track, from): (&[Bar], std::borrow::Cow<[usize]>)| {
            track.iter().zip(&*from).map(|(bar, from)| *from..bar.lines.lines.len()).collect()
        };
        let bars = Tracks { first: self.track, lines: self.tracks(row).map(all).collect() };
        let cells = row.cells.iter().zip(&self.cells).map(|(cell, from)| *from..cell.lines.len());
        let curve = if self.again { Mm::ZERO } else { row.curve };
        let lines = (bars, cells.collect());
        let fragment = self.fragment(row, sizes, lines, self.header..self.title(row).lines.len(), curve);
        if self.again { fragment } else { Fragment { height: fragment.height.max(row.least(sizes)), ..fragment } }
    }

    fn fragment(&self, row: &Row, sizes: &Sizes, (bars, cells): Lines, header: Range<usize>, curve: Mm) -> Fragment {
        let (ends, covered) = stack(row, &bars, sizes);
        let bars_end = ends.last().copied().unwrap_or(Mm::ZERO);
        let pads = sizes.pad() * 2.0;
        let strip = |(index, (cell, range)): (usize, (&CellLines, &Range<usize>))| {
            let above = covered.get(index).copied().unwrap_or(Mm::ZERO);
            if range.is_empty() { Mm::ZERO } else { above + cell.height(range.clone()) + pads }
        };
        let text = row.cells.iter().zip(&cells).enumerate().map(strip).fold(bars_end, Mm::max);
        let strip = if text == Mm::ZERO && curve == Mm::ZERO { pads } else { text };
        let height = (curve + strip).max(self.title(row).height(header.clone()) + pads);
        Fragment { row: self.row, bars, cells, header, again: self.again, curve, height }
    }

    /// As many lines as fit, nothing when the curve does not; on a fresh page at least one line, so that every page brings the row
    /// forward.
    fn part(&mut self, row: &Row, sizes: &Sizes, left: Mm, fresh: bool) -> Option<Fragment> {
        let whole = row.beside.as_deref().is_some_and(Beside::is_labelled);
        if !self.again && !fresh && row.curve > left {
            return None;
        }
        // On a page too small for the curve and a line of text, the curve gives way; it is never left out.
        // What stands beside its points has no place on a lower one.
        let curve = match (self.again, whole) {
            (true, _) => Mm::ZERO,
            (false, true) => row.curve,
            (false, false) => row.curve.min(left * 0.5),
        };
        let room = left - sizes.pad() * 2.0;
        let take = |cell: &CellLines, from: usize, room: Mm, fresh: bool| {
            let least = usize::from(fresh && from < cell.lines.len());
            from..from + cell.fitting(from, room).max(least)
        };
        let mut below = room - curve;
        // Bars stand above cells: what is below them waits until all of them have been said.
        let (mut fresh_still, mut waiting) = (fresh, false);
        let mut bars = Tracks { first: self.track, lines: Vec::new() };
        for (track, from) in self.tracks(row) {
            let take = |(bar, from): (&Bar, &usize)| take(&bar.lines, *from, below, fresh_still);
            let ranges: Vec<_> = track.iter().zip(&*from).map(take).collect();
            waiting = track.iter().zip(&ranges).any(|(bar, range)| range.end < bar.lines.lines.len());
            fresh_still &= ranges.iter().all(Range::is_empty);
            below -= track_height(track, &ranges, sizes);
            bars.lines.push(ranges);
            if waiting {
                break;
            }
        }
        let (_, covered) = stack(row, &bars, sizes);
        let cells = row.cells.iter().zip(&self.cells).enumerate().map(|(index, (cell, from))| {
            let above = covered.get(index).copied().unwrap_or(Mm::ZERO);
            if waiting { *from..*from } else { take(cell, *from, room - curve - above, fresh_still) }
        });
        let cells: Vec<_> = cells.collect();
        let header = take(self.title(row), self.header, room, fresh);
        if bars.lines.iter().flatten().chain(&cells).all(Range::is_empty) && header.is_empty() {
            return None;
        }
        let fragment = self.fragment(row, sizes, (bars, cells), header, curve);
        self.take(row, &fragment, waiting);
        let finished = fragment.header.end == self.title(row).lines.len();
        self.titled |= finished;
        // A title longer than the page is said again in full by the repeated one.
        self.header = if finished || !self.again { 0 } else { fragment.header.end };
        self.again = true;
        Some(fragment)
    }

    /// Notes what a fragment has said; `waiting` when its last track has not been said to the end.
    fn take(&mut self, row: &Row, fragment: &Fragment, waiting: bool) {
        let said = fragment.bars.lines.len();
        if waiting {
            self.track += said - 1;
            self.bars = fragment.bars.lines[said - 1].iter().map(|range| range.end).collect();
        } else {
            self.track += said;
            self.bars = Vec::new();
        }
        for ((left, range), cell) in self.cells_left.iter_mut().zip(&fragment.cells).zip(&row.cells) {
            *left -= cell.least_height(range.clone());
        }
        self.cells = fragment.cells.iter().map(|range| range.end).collect();
    }

    fn done(&self, row: &Row) -> bool {
        self.titled && self.track == row.bars.len() && row.cells.iter().zip(&self.cells).all(said)
    }
}

/// The lines of bars and of cells.
type Lines = (Tracks, Vec<Range<usize>>);

fn said((cell, from): (&CellLines, &usize)) -> bool {
    *from >= cell.lines.len()
}

/// How far down each of the tracks ends, and for each column the last bar in it: there its cell begins.
pub(super) fn stack(row: &Row, bars: &Tracks, sizes: &Sizes) -> (Vec<Mm>, Vec<Mm>) {
    let (mut ends, mut covered) = (Vec::new(), vec![Mm::ZERO; row.cells.len()]);
    let mut end = Mm::ZERO;
    for (track, ranges) in bars.of(row) {
        end += track_height(track, ranges, sizes);
        ends.push(end);
        for bar in track.iter().zip(ranges).filter(|(_, range)| !range.is_empty()).map(|(bar, _)| bar) {
            covered[bar.columns.clone()].fill(end);
        }
    }
    (ends, covered)
}

/// The height of bars beside each other; nothing when none of their lines stands here.
fn track_height(track: &[Bar], ranges: &[Range<usize>], sizes: &Sizes) -> Mm {
    if ranges.iter().all(Range::is_empty) {
        return Mm::ZERO;
    }
    let heights = track.iter().zip(ranges).map(|(bar, range)| bar.lines.height(range.clone()));
    heights.fold(Mm::ZERO, Mm::max) + sizes.pad() * 2.0
}

impl PageRows {
    /// The height of the rows with the gutters between them.
    pub fn height(&self, frame: &Frame) -> Mm {
        let gutters = frame.gutter * (self.fragments.len().max(1) - 1) as f64;
        gutters + self.fragments.iter().map(|fragment| fragment.height).sum()
    }

    /// Gives the rows the room that is left: curves first, up to a share of the page; then a line at most to each row, since rows hug what
    /// they say, and all of it where there is hardly anything on the poster. What is left after that stays white, below the rows. Rows that are
    /// to be written in take all of it.
    pub fn spread(&mut self, table: &Table, frame: &Frame, sizes: &Sizes, (room, share): (Mm, f64)) {
        // A curve beside a high title takes the height that its row has anyhow.
        for fragment in self.fragments.iter_mut().filter(|fragment| fragment.curve > Mm::ZERO) {
            let row = &table.rows[fragment.row];
            if !row.has_lines() {
                fragment.curve += grown(row, fragment.curve, fragment.height - fragment.curve);
            }
        }
        let mut free = (room - self.height(frame)).max(Mm::ZERO);
        let kind = |fragment: &Fragment| match Growth::of(&table.rows[fragment.row], fragment) {
            // A row for one cell is no higher than that.
            Growth::Cells if !frame.roomy && table.rows[fragment.row].is_of_one() => Growth::Fixed,
            kind => kind,
        };
        let count = |wanted: &[Growth]| self.fragments.iter().filter(|fragment| wanted.contains(&kind(fragment))).count();
        let (curves, cells, blank) = (count(&[Growth::Curve]), count(&[Growth::Cells]), count(&[Growth::Blank]));
        if cells == 0 && blank > 0 {
            let rows = (room - self.height(frame)).max(Mm::ZERO) + self.blank_height(table);
            let drawn: Mm = self.fragments.iter().map(|fragment| fragment.curve).sum();
            let even = (rows + drawn) / (blank as f64 + CURVE_ROWS * curves as f64);
            let notes = |count: usize| notes::height(count) + sizes.gap;
            // More notes above each other, as long as there is room to draw the curves.
            let drawable = frame.height() * LEAST_DRAWN * curves as f64;
            let most = rows.min(rows + drawn - drawable);
            let many = notes::MOST_ROWS.filter(|_| curves > 0 && table.holds_notes(sizes)).map(notes);
            let many = many.rev().find(|high| *high * blank as f64 <= most);
            let one = Some(notes(1)).filter(|high| *high * blank as f64 <= rows);
            let wanted = many.or(one).unwrap_or_else(|| even.min(rows / blank as f64));
            free -= self.spread_blank(table, free, Some(wanted));
        }
        // The legend stands as far from the grid as rows from each other, where there is room for that.
        if blank == 0 {
            free = (free - sizes.em() * AIR).max(Mm::ZERO);
        }
        let tallest = if cells + blank > 0 { frame.height() * share } else { frame.height() };
        let each = free / curves.max(1) as f64;
        for fragment in self.fragments.iter_mut().filter(|fragment| kind(fragment) == Growth::Curve) {
            let gain = (tallest - fragment.curve).max(Mm::ZERO).min(each);
            let gain = grown(&table.rows[fragment.row], fragment.curve, gain);
            fragment.curve += gain;
            fragment.height += gain;
            free -= gain;
        }
        if cells == 0 && blank > 0 {
            self.spread_blank(table, free, None);
            return;
        }
        let gain = free / (cells + blank).max(1) as f64;
        for fragment in self.fragments.iter_mut().filter(|fragment| matches!(kind(fragment), Growth::Blank | Growth::Cells)) {
            fragment.height += if frame.roomy { gain } else { gain.min(sizes.em() * LEADING) };
        }
    }

    /// The height of the rows in which nothing is written yet.
    fn blank_height(&self, table: &Table) -> Mm {
        let blank = |fragment: &&Fragment| Growth::of(&table.rows[fragment.row], fragment) == Growth::Blank;
        self.fragments.iter().filter(blank).map(|fragment| fragment.height).sum()
    }

    /// Makes the rows in which nothing is written yet alike, as high as `wanted` if there is room for that, or as there is room for. What
    /// it takes of the room comes back.
    fn spread_blank(&mut self, table: &Table, free: Mm, wanted: Option<Mm>) -> Mm {
        let blank = |fragment: &Fragment| Growth::of(&table.rows[fragment.row], fragment) == Growth::Blank;
        let heights: Vec<Mm> = self.fragments.iter().filter(|fragment| blank(fragment)).map(|fragment| fragment.height).collect();
        let (sum, tallest) = (heights.iter().copied().sum::<Mm>(), heights.iter().copied().fold(Mm::ZERO, Mm::max));
        let most = (sum + free) / heights.len().max(1) as f64;
        let alike = wanted.map_or(most, |wanted| wanted.max(tallest));
        // The last bits of sums never count.
        if alike < tallest || alike > most + Mm(1e-6) {
            return Mm::ZERO;
        }
        for fragment in self.fragments.iter_mut().filter(|fragment| blank(fragment)) {
            fragment.height = alike;
        }
        alike * heights.len() as f64 - sum
    }
}

/// A curve that is drawn by hand has at least this share of the page's height before there are more notes above each other.
const LEAST_DRAWN: f64 = 0.18;
/// A curve that is still to be drawn is as high as so many rows that are to be written in.
const CURVE_ROWS: f64 = 2.5;

/// A curve takes at most this share of the page's height beside rows of cells.
pub(super) const CURVE_SHARE: f64 = 0.45;

/// How much of a gain in height a curve takes: all of it or a part, but never so that what stands beside its points loses its place.
fn grown(row: &Row, height: Mm, gain: Mm) -> Mm {
    let Some(beside) = row.beside.as_ref().filter(|_| gain > Mm::ZERO) else { return gain };
    // A spine is worth a closer look.
    let steps: i32 = if beside.is_spine { 16 } else { 4 };
    let shares = (1..=steps).rev().map(|step| f64::from(step) / f64::from(steps));
    shares.map(|share| gain * share).find(|gain| beside.holds(height + *gain)).unwrap_or(Mm::ZERO)
}

/// How a row takes room that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Growth {
    /// By its curve.
    Curve,
    /// As the other rows in which nothing is written yet.
    Blank,
    /// By its cells.
    Cells,
    /// Not at all: descriptions, texts across.
    Fixed,
}

impl Growth {
    fn of(row: &Row, fragment: &Fragment) -> Self {
        match row.kind {
            RowKind::Lane(_) | RowKind::Curves { .. } if fragment.curve > Mm::ZERO => Self::Curve,
            RowKind::Lane(_) if row.to_write > Mm::ZERO => Self::Blank,
            RowKind::Lane(_) => Self::Cells,
            RowKind::Curves { .. } | RowKind::Descriptions | RowKind::Across | RowKind::Sight => Self::Fixed,
        }
    }
}
