//! The page: its frame and type scale, its head and foot, and the search for the largest type that fits.

mod care;
mod fit;
mod frame;
mod head;
mod legend;
mod search;
mod strips;
mod warnings;

use super::text::Pen;
use crate::journey::{Journey, TermLanguage};
use crate::layout::Context;
use crate::scene::Mm;
use crate::text::Typesetter;

pub use care::{BROKEN_UP_TO, Care};
pub use fit::Fitted;
pub use frame::{Frame, HAND_RATIO, LEAD_RATIO, LEAST_PHASE_RATIO, OVERLONG, PHASE_RATIO, Sizes, TITLE_RATIO, TOO_LONG};
pub(crate) use frame::{down_to_half_points, up_to_half_points};
pub use head::{Head, HeadText, running_head, running_height};
pub use legend::{AIR, Entry, Legend, entries, entry};
pub use search::{ANY, Outcome, Trial, best, is_vast};
pub use strips::dressed;
pub use warnings::{hard_to_read, is_hard_to_read, may_be_advised, readable_on};

/// What the parts of a page are set with.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// Fonts, pictures and paper.
    pub context: &'a Context<'a>,
    /// The page.
    pub frame: Frame,
    /// The type scale.
    pub sizes: Sizes,
    /// The language of built-in labels.
    pub terms: TermLanguage,
    /// Its tag, where it is not the journey's.
    pub labels: Option<&'static str>,
    /// Whether the page is read from right to left.
    pub rtl: bool,
}

impl<'a> Setting<'a> {
    /// The setting of a journey's pages at a size.
    #[must_use]
    pub fn new(journey: &Journey, context: &'a Context<'a>, frame: Frame, sizes: Sizes) -> Self {
        let language = &journey.language;
        Self { context, frame, sizes, terms: language.terms, labels: language.other_labels(), rtl: language.right_to_left() }
    }

    /// Whether cells have their least legible size: nothing gives way further.
    #[must_use]
    pub fn is_least(&self) -> bool {
        self.sizes.cell <= self.frame.least.cell_min
    }

    /// Fonts and shaping.
    #[must_use]
    pub fn typesetter(&self) -> &'a Typesetter {
        self.context.text
    }

    /// What draws text on the page.
    #[must_use]
    pub fn pen(&self) -> Pen<'a> {
        Pen { typesetter: self.context.text, mirrored: self.rtl.then_some(self.frame.page.width) }
    }

    /// One em of cell text.
    #[must_use]
    pub fn em(&self) -> Mm {
        self.sizes.em()
    }
}
