//! Text: fonts, shaping, line breaking and hyphenation. Everything that has a width is measured here.

mod fonts;
pub mod office;

pub use fonts::{Cut, Face, FaceId, FaceMetrics, FontError, Fonts};

/// Fonts, shaped words and hyphenation, shared by all layouts.
pub struct Typesetter {
    fonts: Fonts,
}

impl Typesetter {
    /// A typesetter on these fonts.
    #[must_use]
    pub fn new(fonts: Fonts) -> Self {
        Self { fonts }
    }

    /// The fonts.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }
}
