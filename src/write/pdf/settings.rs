//! What is chosen of PDF: the standard that it is written by, and what it is printed with.

use std::sync::Arc;

use crate::scene::Inks;

/// Choices for PDF.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Settings {
    /// The standard that files say they are written by, beside PDF/UA-1. Default: none.
    pub standard: Option<Standard>,
    /// What colours are printed in on a press, in place of sRGB. Default: `None`, sRGB.
    pub inks: Option<Arc<Inks>>,
}

/// How colours are said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ink {
    /// As light: sRGB.
    #[default]
    Rgb,
    /// As ink: cyan, magenta, yellow and black.
    Cmyk,
}

impl Ink {
    /// Each with its name and a line on it.
    pub const ALL: [(Self, &'static str, &'static str); 2] = [
        (Self::Rgb, "rgb", "sRGB, for screens, printers and most print shops"),
        (
            Self::Cmyk,
            "cmyk",
            "cyan, magenta, yellow and black, for offset: text and grey lines in black alone, no more than 300 % of ink",
        ),
    ];
}

/// A standard that narrows PDF.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standard {
    /// PDF/A-2a (ISO 19005-2, level A): for archives, with everything that is needed in the file, and heard as well as seen.
    A2a,
}

impl Standard {
    /// Each with its name and a line on it.
    pub const ALL: [(Self, &'static str, &'static str); 1] =
        [(Self::A2a, "a-2a", "PDF/A-2a, for archives: all that is needed is in the file, heard as well as seen")];

    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::A2a => "a-2a",
        }
    }
}
