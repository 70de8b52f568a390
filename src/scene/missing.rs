//! Characters that no face has: each in a frame with its code point in it.

use std::ops::Range;
use std::sync::Arc;

use super::{Color, FaceId, Glyph, Point, Pt};

/// Characters side by side on one baseline that no face has. Each is drawn as a frame one em wide, in which its code point stands in
/// two rows of hexadecimal digits. A text may be nothing but such characters, so that writers draw each pair of digits once.
#[derive(Debug, Clone, PartialEq)]
pub struct Missing {
    /// The left end of the baseline.
    pub origin: Point,
    /// The type size of the text; that of the digits is [`DIGITS`] of it.
    pub size: Pt,
    /// The colour of frames and digits.
    pub color: Color,
    /// What the characters say, in logical order: a slice of the source.
    pub text: Arc<str>,
    /// Whether the text is read from right to left.
    pub rtl: bool,
    /// The frames from left to right, one an em.
    pub frames: Arc<[Frame]>,
}

/// The frame of a character, which may have marks.
#[derive(Debug, Clone, PartialEq)]
pub struct Frame {
    /// Its bytes in [`Missing::text`].
    pub cluster: Range<u32>,
    /// The first digits of its code point.
    pub upper: Arc<Digits>,
    /// The last two digits.
    pub lower: Arc<Digits>,
}

/// A row of digits in a frame.
#[derive(Debug, Clone, PartialEq)]
pub struct Digits {
    /// What they are: two to four of `0` to `9` and `A` to `F`.
    pub text: Box<str>,
    /// The face.
    pub face: FaceId,
    /// From left to right.
    pub glyphs: Arc<[Glyph]>,
    /// From the left edge of the frame to the first of them, in em of the text.
    pub left: f64,
    /// From the baseline of the text up to that of the digits, in em of the text.
    pub rise: f64,
}

/// The size of the digits, in em of the text.
pub const DIGITS: f64 = 0.42;

/// The frame in em from the left end of its baseline, y upwards: corners of its outer and of its inner edge, which run against each
/// other, so that what lies between them is filled.
pub const FRAME: [[(f64, f64); 4]; 2] =
    [[(0.02, 0.82), (0.98, 0.82), (0.98, -0.12), (0.02, -0.12)], [(0.06, 0.78), (0.06, -0.08), (0.94, -0.08), (0.94, 0.78)]];

impl Missing {
    /// What a frame stands for.
    #[must_use]
    pub fn cluster(&self, frame: &Frame) -> &str {
        self.text.get(frame.cluster.start as usize..frame.cluster.end as usize).unwrap_or_default()
    }
}
