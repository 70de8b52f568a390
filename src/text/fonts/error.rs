//! Why a font cannot be used.

use std::fmt;

use skrifa::Tag;

/// What is wrong with a font, or with a face of a collection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FontError {
    /// The bytes do not begin as those of a `TrueType` or `OpenType` font or collection do.
    NoFont,
    /// There is no room for another face: a scene tells 65,535 apart.
    TooManyFaces,
    /// A table that must be there is not, or cannot be read.
    Table(Tag),
    /// There are no outlines, or not for the very first glyph: what has only bitmaps or colours cannot be printed.
    NoOutlines,
    /// No character leads to a glyph.
    NoCharacters,
    /// A glyph is wider than any can be.
    Advance {
        /// Its number.
        glyph: u16,
    },
    /// The outline of a glyph cannot be drawn.
    Outline {
        /// Its number.
        glyph: u16,
    },
    /// Text cannot be shaped.
    Shaping {
        /// Its first character.
        from: char,
    },
    /// No subset can be made.
    Subset(Purpose),
    /// A library panicked over it.
    GaveUp(Step),
}

/// What a subset is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Purpose {
    /// Live text in SVG.
    Live,
    /// PDF.
    Print,
}

/// What is done with a font.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Its tables are read.
    Reading,
    /// Glyphs are drawn.
    Drawing,
    /// Text is shaped.
    Shaping,
    /// A subset is made.
    Cutting(Purpose),
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Live => "live text in SVG",
            Self::Print => "PDF",
        })
    }
}

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoFont => f.write_str("not a TrueType or OpenType font"),
            Self::TooManyFaces => f.write_str("there are more than 65,535 faces"),
            Self::Table(tag) => write!(f, "the table `{tag}` is missing or damaged"),
            Self::NoOutlines => f.write_str("the font has no outlines (bitmap and colour fonts cannot be printed)"),
            Self::NoCharacters => f.write_str("no character leads to a glyph of it"),
            Self::Advance { glyph } => write!(f, "the width of glyph {glyph} is damaged"),
            Self::Outline { glyph } => write!(f, "the outline of glyph {glyph} is damaged"),
            Self::Shaping { from } => write!(f, "text that begins with U+{:04X} cannot be shaped", u32::from(*from)),
            Self::Subset(purpose) => write!(f, "no subset of it can be made for {purpose}"),
            Self::GaveUp(step) => {
                let doing = match step {
                    Step::Reading => "its tables were read",
                    Step::Drawing => "its glyphs were drawn",
                    Step::Shaping => "text was shaped",
                    Step::Cutting(Purpose::Live) => "a subset was made for live text in SVG",
                    Step::Cutting(Purpose::Print) => "a subset was made for PDF",
                };
                write!(f, "the font is damaged: a library gave up when {doing}")
            }
        }
    }
}

impl std::error::Error for FontError {}
