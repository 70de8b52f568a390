//! How a page is divided into sheets: which way they lie, and where each of them is cut.
//!
//! Seams are straight, and those of one way go through the whole poster: between rows of sheets, or between columns. Those of the
//! other way may stand elsewhere in each row, or in each column, as joints do in a wall of bricks. A division that comes out even
//! leaves a seam nothing but its overlap, and of what it goes through, a row has less than a poster.

use super::harm::Harm;
use crate::paper::Orientation;
use crate::paper::tiling::{SEAM, Span, Strip, Tiling, um};
use crate::scene::{Mm, Page, Rect, Size};
use crate::text::Fonts;

/// How a page is divided.
#[derive(Debug, Clone, PartialEq)]
pub struct Grid {
    /// Which way the sheets lie.
    pub orientation: Orientation,
    /// A sheet.
    pub sheet: Size,
    /// Row by row from the top, each from left to right; all rows have as many.
    pub tiles: Vec<Vec<Tile>>,
    /// Which sheets are put together first.
    pub glued: Glued,
}

/// What a sheet has of a poster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tile {
    /// From left to right.
    pub across: Span,
    /// From top to bottom.
    pub down: Span,
}

/// Which sheets are put together first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Glued {
    /// Those of each row, and then the rows.
    Rows,
    /// Those of each column, and then the columns.
    Columns,
}

/// A way along the sides of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Axis {
    Across,
    Down,
}

impl Axis {
    pub fn other(self) -> Self {
        match self {
            Self::Across => Self::Down,
            Self::Down => Self::Across,
        }
    }

    fn side(self, size: Size) -> Mm {
        match self {
            Self::Across => size.width,
            Self::Down => size.height,
        }
    }

    /// Where a box begins and ends, in micrometres.
    pub fn ends(self, rect: &Rect) -> (i64, i64) {
        match self {
            Self::Across => (um(rect.x), um(rect.right())),
            Self::Down => (um(rect.y), um(rect.bottom())),
        }
    }
}

/// A division has to spare as much to be taken instead of one with straight seams: a glyph.
const WORTH: f64 = 1.0;

impl Grid {
    /// The division of a page: the fewer sheets of both ways they can lie, else the one that harms less; its seams go where they harm
    /// least.
    #[must_use]
    pub fn of(page: &Page, tiling: &Tiling, fonts: &Fonts) -> Self {
        let harm = Harm::of(&page.nodes, fonts);
        let count = |orientation| {
            let (columns, rows) = tiling.count(page.size, orientation);
            columns.saturating_mul(rows)
        };
        let (upright, lying) = (count(Orientation::Portrait), count(Orientation::Landscape));
        let mut best: Option<(f64, Self)> = None;
        for (orientation, own, other) in [(Orientation::Portrait, upright, lying), (Orientation::Landscape, lying, upright)] {
            if own > other {
                continue;
            }
            for along in [Axis::Across, Axis::Down] {
                let grid = Self::bricks(page, tiling, orientation, &harm, along);
                let cost = harm.through(&grid);
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    best = Some((cost, grid));
                }
            }
        }
        best.map_or_else(|| Self::even(page, tiling, Orientation::Portrait), |(_, grid)| grid)
    }

    /// The same with seams in equal steps from the first edge on, wherever they go through: what there is to compare with.
    #[must_use]
    pub fn even(page: &Page, tiling: &Tiling, orientation: Orientation) -> Self {
        let sheet = tiling.sheet(orientation);
        let columns = tiling.divide_evenly(page.size.width, sheet.width);
        let rows = tiling.divide_evenly(page.size.height, sheet.height);
        let strips = vec![columns; rows.spans.len()];
        Self { orientation, sheet, tiles: tiles(Axis::Across, &rows, &strips), glued: Glued::Rows }
    }

    /// How many sheets there are.
    #[must_use]
    pub fn sheets(&self) -> usize {
        self.rows() * self.columns()
    }

    /// How many rows of sheets there are.
    #[must_use]
    pub fn rows(&self) -> usize {
        self.tiles.len()
    }

    /// How many sheets a row has.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.tiles.first().map_or(0, Vec::len)
    }

    /// All sheets, row by row.
    pub fn all(&self) -> impl Iterator<Item = &Tile> {
        self.tiles.iter().flatten()
    }

    /// Seams through the whole poster, and between them courses of sheets that lie along a way, each with seams of its own where that spares
    /// something.
    fn bricks(page: &Page, tiling: &Tiling, orientation: Orientation, harm: &Harm, along: Axis) -> Self {
        let (stacked, sheet) = (along.other(), tiling.sheet(orientation));
        let divided = |axis: Axis, costs: &[f64]| tiling.divide(axis.side(page.size), axis.side(sheet), costs);
        let costs = |axis: Axis, within: (i64, i64)| harm.costs(axis, axis.side(page.size), within);
        let courses = divided(stacked, &costs(stacked, (0, um(along.side(page.size)))));
        let straight = divided(along, &costs(along, (0, um(stacked.side(page.size)))));
        let strip = |course: &Span| {
            let costs = costs(along, course.seen);
            let own = divided(along, &costs);
            if price(&own, &costs) + WORTH <= price(&straight, &costs) { own } else { straight.clone() }
        };
        let strips: Vec<Strip> = courses.spans.iter().map(strip).collect();
        let glued = match along {
            Axis::Down if strips.iter().any(|strip| *strip != straight) => Glued::Columns,
            Axis::Down | Axis::Across => Glued::Rows,
        };
        Self { orientation, sheet, tiles: tiles(along, &courses, &strips), glued }
    }
}

/// What the seams of a strip cost.
fn price(strip: &Strip, costs: &[f64]) -> f64 {
    let cost = |span: &Span| usize::try_from(span.seen.0 / SEAM).ok().and_then(|place| costs.get(place));
    strip.spans.iter().skip(1).filter_map(cost).sum()
}

/// The sheets of courses that lie along a way.
fn tiles(along: Axis, courses: &Strip, strips: &[Strip]) -> Vec<Vec<Tile>> {
    let course = |(course, strip): (&Span, &Strip)| -> Vec<Tile> {
        let tile = |span: &Span| match along {
            Axis::Across => Tile { across: *span, down: *course },
            Axis::Down => Tile { across: *course, down: *span },
        };
        strip.spans.iter().map(tile).collect()
    };
    let courses: Vec<Vec<Tile>> = courses.spans.iter().zip(strips).map(course).collect();
    match along {
        Axis::Across => courses,
        Axis::Down => {
            let rows = courses.first().map_or(0, Vec::len);
            (0..rows).map(|row| courses.iter().filter_map(|column| column.get(row).copied()).collect()).collect()
        }
    }
}
