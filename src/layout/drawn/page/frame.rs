//! The type scale and the spaces of a page: everything follows from the paper and the size of cell text.

use crate::paper::Paper;
use crate::scene::{Mm, Pt, Size};

/// The page: what does not depend on the type size.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// The trimmed paper.
    pub page: Size,
    /// White space on all four sides.
    pub margin: Mm,
    /// Between columns and between rows.
    pub gutter: Mm,
    /// The least size of cell text.
    pub cell_min: Pt,
    /// The least size of the title.
    pub title_min: Pt,
}

/// Five sizes, of which the others follow from the size of cell text.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Items, and lane titles in bold.
    pub cell: Pt,
    /// Remarks, axis numbers, legend.
    pub note: Pt,
    /// Scenario, organisation, stage titles.
    pub lead: Pt,
    /// Between the edge of a column and the cards in it.
    pub gap: Mm,
    /// The greatest height of a picture in a lane of pictures; half as much in others.
    pub picture: Mm,
}

impl Frame {
    /// See the fields.
    #[must_use]
    pub fn new(paper: &Paper, page: Size) -> Self {
        let legibility = paper.legibility();
        let short = page.width.min(page.height);
        Self {
            page,
            // A1 gets 22 mm and 3 mm; desk printers need at least some 5 mm.
            margin: (short * 0.037).max(Mm(6.0)).min(Mm(32.0)),
            gutter: (short * 0.005).max(Mm(1.2)).min(Mm(4.5)),
            cell_min: legibility.cell_min,
            title_min: legibility.title_min,
        }
    }

    /// Between the left and the right margin.
    #[must_use]
    pub fn width(&self) -> Mm {
        self.page.width - self.margin * 2.0
    }

    /// Between the upper and the lower margin.
    #[must_use]
    pub fn height(&self) -> Mm {
        self.page.height - self.margin * 2.0
    }

    /// The sizes of cell text to choose from, smallest first: up to twice the least one, in steps of a half or a quarter point.
    #[must_use]
    pub fn candidates(&self) -> Vec<Pt> {
        let step = if self.cell_min.0 < 12.0 { 0.25 } else { 0.5 };
        let mut sizes = vec![self.cell_min];
        while let Some(next) = sizes.last().map(|last| *last + Pt(step)).filter(|next| next.0 <= self.cell_min.0 * 2.0) {
            sizes.push(next);
        }
        sizes
    }
}

impl Sizes {
    /// See the fields.
    #[must_use]
    pub fn new(frame: &Frame, cell: Pt) -> Self {
        let half_points = |size: f64| Pt((size * 2.0).round() / 2.0);
        Self {
            cell,
            note: half_points(cell.0 * 0.82).max(frame.cell_min),
            lead: half_points(cell.0 * 1.15),
            gap: frame.gutter * 0.6,
            picture: frame.height() * 0.16,
        }
    }

    /// One em of cell text.
    #[must_use]
    pub fn em(&self) -> Mm {
        Mm::from(self.cell)
    }

    /// Between the upper edge of a cell and its first line, and below its last.
    #[must_use]
    pub fn pad(&self) -> Mm {
        self.em() * 0.42
    }

    /// Between the left edge of a column and its text: bullets and stars hang in it.
    #[must_use]
    pub fn indent(&self) -> Mm {
        self.gap + self.em() * 1.2
    }

    /// Between text and the right edge of a column.
    #[must_use]
    pub fn outdent(&self) -> Mm {
        self.gap + self.em() * 0.4
    }
}
