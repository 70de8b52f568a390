//! What a theme has on every page besides the layout: a logo, and a line at the foot.

use std::sync::Arc;

use crate::forms::LOGO;
use crate::picture::Artwork;
use crate::scene::{Mm, Rect, Size};
use crate::sheet::{CellRef, Picture};

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

impl Logo {
    /// The height in workbooks and reports of one that says none, and the most that it may have there.
    const USUAL: Mm = Mm(12.0);
    const MOST: Mm = Mm(20.0);
    /// The most of its width there.
    const WIDEST: Mm = Mm(80.0);

    /// The picture as it stands at the head of a sheet; none until it is loaded.
    #[must_use]
    pub fn at_head(&self) -> Option<Picture> {
        let artwork = self.artwork.as_ref()?;
        let height = self.height.unwrap_or(Self::USUAL).min(Self::MOST);
        let Rect { width, height, .. } = Rect::new(Mm::ZERO, Mm::ZERO, Self::WIDEST, height).contain(artwork.size());
        let size = Size { width, height };
        Some(Picture { pixels: artwork.pixels(size), at: CellRef::default(), size, description: LOGO.to_owned() })
    }
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
