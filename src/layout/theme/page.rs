//! What a theme has on every page besides the layout: a logo, and a line at the foot.

use std::sync::Arc;

use crate::picture::Artwork;
use crate::scene::Mm;

/// A picture on every page.
#[derive(Debug, Clone)]
pub struct Logo {
    /// The path of its file, from the folder of the theme.
    pub file: String,
    /// Where it stands.
    pub place: Place,
    /// How high it is; `None` follows the paper.
    pub height: Option<Mm>,
    /// The picture, once it is loaded. A logo without one is not drawn.
    pub artwork: Option<Arc<Artwork>>,
    /// Where its path stands in the text of the theme, in bytes.
    pub at: (usize, usize),
}

/// A corner of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Place {
    /// At the top, from the left margin.
    TopLeft,
    /// At the top, to the right margin.
    TopRight,
    /// At the foot, from the left margin.
    BottomLeft,
    /// At the foot, to the right margin.
    #[default]
    BottomRight,
}

impl Place {
    /// Each with its name in a file.
    pub const ALL: [(Self, &'static str); 4] = [
        (Self::TopLeft, "top-left"),
        (Self::TopRight, "top-right"),
        (Self::BottomLeft, "bottom-left"),
        (Self::BottomRight, "bottom-right"),
    ];

    /// Whether it is at the top.
    #[must_use]
    pub fn is_top(self) -> bool {
        matches!(self, Self::TopLeft | Self::TopRight)
    }

    /// Whether it is at the right.
    #[must_use]
    pub fn is_right(self) -> bool {
        matches!(self, Self::TopRight | Self::BottomRight)
    }
}
