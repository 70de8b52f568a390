//! The type scale and the spaces of a page: everything follows from the paper and the size of cell text.

use crate::paper::{Legibility, Length, Paper};
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
    /// From how far the paper is read, and the least type that this asks for.
    pub least: Legibility,
    /// Whether ink is spared: then type is no larger than that.
    pub spares_ink: bool,
    /// Whether nothing else takes the room that is left: then type grows further.
    pub roomy: bool,
    /// The share of the page that the curve of a map has at the least, where one that is lower than it should be saves a page.
    pub flat: Option<f64>,
}

/// Five sizes. Each stands in a fixed ratio to the next, so that all four distances from which a poster is read are told apart.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Items.
    pub cell: Pt,
    /// Remarks, axis numbers, legend: at least [`HAND_RATIO`] of cell text.
    pub note: Pt,
    /// Lane and stage titles, scenario, organisation: at least [`LEAD_RATIO`] times cell text.
    pub lead: Pt,
    /// Phase titles: [`PHASE_RATIO`] times cell text, or more where the columns have room for more.
    pub phase: Pt,
    /// Between the edge of a column and the cards in it.
    pub gap: Mm,
    /// A word of a phase title breaks at its joint where it is so many times as wide as its room.
    pub overlong: f64,
    /// The greatest height of a picture in a lane of pictures; half as much in others.
    pub picture: Mm,
}

/// Phase titles are this much larger than cell text.
pub const PHASE_RATIO: f64 = 1.5;
/// Or, where that does not fit, at least this much.
pub const LEAST_PHASE_RATIO: f64 = 1.3;
/// A word that is so many times as wide as there is room for a title, were all columns alike, breaks at its joint rather than to take
/// the room of others.
pub const OVERLONG: f64 = 1.4;
/// The same where titles that stand whole could not be read from where they should be: any that is wider than its room.
pub const TOO_LONG: f64 = 1.0;
/// And the title of the journey this much larger than the phases' titles.
pub const TITLE_RATIO: f64 = 1.4;
/// What is read from near, like cells, but stands out from them, is this much larger.
pub const LEAD_RATIO: f64 = 1.15;
/// What is read with the poster in the hand is this much of cell text.
pub const HAND_RATIO: f64 = 0.78;

impl Frame {
    /// See the fields.
    #[must_use]
    pub fn new(paper: &Paper, page: Size) -> Self {
        let short = page.width.min(page.height);
        Self {
            page,
            // A1 gets 22 mm and 3 mm; desk printers need at least some 5 mm.
            margin: paper.margin().map_or((short * 0.037).max(Mm(6.0)).min(Mm(32.0)), Length::mm),
            gutter: (short * 0.005).max(Mm(1.2)).min(Mm(4.5)),
            least: paper.legibility(),
            spares_ink: paper.spares_ink(),
            roomy: false,
            flat: None,
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

    /// How much larger than its least size cell text may be.
    fn growth(&self) -> f64 {
        match (self.spares_ink, self.roomy) {
            (true, _) => 1.0,
            (false, true) => 3.0,
            (false, false) => 2.0,
        }
    }

    /// The sizes of cell text to choose from, smallest first: up to twice the least one, or three times where nothing else takes the room, in steps of a half or a quarter point.
    #[must_use]
    pub fn candidates(&self) -> Vec<Pt> {
        let least = self.least.cell_min;
        let step = if least.0 < 12.0 { 0.25 } else { 0.5 };
        let mut sizes = vec![least];
        while let Some(next) = sizes.last().map(|last| *last + Pt(step)).filter(|next| next.0 <= least.0 * self.growth()) {
            sizes.push(next);
        }
        sizes
    }
}

impl Sizes {
    /// The sizes that go with one of cell text.
    #[must_use]
    pub fn new(frame: &Frame, cell: Pt) -> Self {
        Self {
            cell,
            note: Pt((cell.0 * HAND_RATIO * 2.0).round() / 2.0).max(frame.least.hand_min),
            lead: up_to_half_points(cell * LEAD_RATIO),
            phase: up_to_half_points(cell * PHASE_RATIO),
            gap: frame.gutter * 0.6,
            overlong: OVERLONG,
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
        self.gap + self.em() * 1.34
    }

    /// Between text and the right edge of a column.
    #[must_use]
    pub fn outdent(&self) -> Mm {
        self.gap + self.em() * 0.4
    }
}

/// The next half point that is not smaller.
pub(crate) fn up_to_half_points(size: Pt) -> Pt {
    Pt((size.0 * 2.0 - 1e-9).ceil() / 2.0)
}

/// The next half point that is not larger.
pub(crate) fn down_to_half_points(size: Pt) -> Pt {
    Pt((size.0 * 2.0 + 1e-9).floor() / 2.0)
}
