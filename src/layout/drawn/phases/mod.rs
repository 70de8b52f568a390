//! The phases across a page: their columns, the bands of their stages and their arrows.

mod arrows;
mod bands;
mod columns;
mod texts;

use crate::scene::Mm;

pub use arrows::{ARROW_SIDES, Arrows, arrow_room, draw_arrows, headline, mean, title_width, two_line_width};
pub use bands::{Band, bands, blank, draw_bands};
pub use columns::{Column, Division, MOST_FOR_LISTS, MOST_WANTED, NARROWEST_SHARE, Needs, STARVED, by_need, even};
pub use texts::{PhaseText, RiskText, StageText};

/// Headers show at most this share of the page; the whole text of a longer one stands in a row of its own.
const HEADER_SHARE: f64 = 0.2;

/// The height that a header has for one of its names, on a page with a height between its margins.
#[must_use]
pub fn header_room(height: Mm) -> Mm {
    height * HEADER_SHARE / 2.0
}
