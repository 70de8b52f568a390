//! The colours of stages, lanes and scores, the same in posters and in workbooks.
//!
//! Hues were chosen so that no common form of colour blindness merges neighbours; text on a deep hue is white with a contrast of
//! at least 4.5 : 1, and every colour comes with a mark, a name or a sign.

//!
//! These are the colours of the house, in which every layout draws. A [`Theme`] says what stands in their places, and is put on what was
//! made (`dress`), so that no layout has to know of themes. Each colour here therefore means one thing: accents of lanes are those of a hue
//! or of a score.

mod dress;
mod file;
mod inks;
mod page;
mod palette;
mod sight;
mod spare;

use crate::journey::LaneKind;
use crate::scene::Color;
pub use file::example;
pub use page::{Logo, Place};
pub use palette::{Palette, Theme};
pub use sight::{Merged, Sight};

/// Text.
pub const INK: Color = Color(0x1b, 0x1d, 0x22);
/// Text that stands back: remarks, units, page numbers.
pub const QUIET: Color = Color(0x54, 0x58, 0x60);
/// Hairlines.
pub const HAIRLINE: Color = Color(0xd5, 0xd8, 0xdd);
/// Outlines of what is to be filled in: they stand out from paper and tints when they are printed.
pub const OUTLINE: Color = Color(0x76, 0x7b, 0x84);
/// A tint for what belongs to no stage.
pub const NEUTRAL_TINT: Color = Color(0xf2, 0xf3, 0xf5);

/// A stage's colours: the deep hue under white text, and its pale tint under black text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hue {
    /// Under white text.
    pub deep: Color,
    /// Under black text.
    pub tint: Color,
}

/// The hues of stages, in their order; after the last the first comes again. Neighbours are told apart with any common colour blindness.
pub(crate) const HUES: [Hue; 6] = [
    hue(Color(0x0b, 0x6e, 0x69), Color(0xe8, 0xf3, 0xf2)),
    hue(Color(0x8a, 0x4b, 0x08), Color(0xfb, 0xf0, 0xe4)),
    hue(Color(0x5b, 0x3e, 0x96), Color(0xf0, 0xec, 0xf8)),
    hue(Color(0x9b, 0x2c, 0x54), Color(0xfa, 0xeb, 0xf1)),
    hue(Color(0x1f, 0x5c, 0x99), Color(0xe8, 0xf0, 0xf9)),
    hue(Color(0x4c, 0x66, 0x14), Color(0xf0, 0xf4, 0xe4)),
];

/// The hue of what stands in no stage.
pub(crate) const NO_STAGE: Color = Color(0x33, 0x41, 0x55);

const fn hue(deep: Color, tint: Color) -> Hue {
    Hue { deep, tint }
}

/// The colours of the stage with that index, or of a phase without a stage.
#[must_use]
pub fn stage(index: Option<usize>) -> Hue {
    index.map_or(hue(NO_STAGE, NEUTRAL_TINT), |index| HUES[index % HUES.len()])
}

/// The accent of a lane kind; always shown with the lane's mark or title as well.
#[must_use]
pub fn lane(kind: LaneKind) -> Color {
    match kind {
        LaneKind::Goal | LaneKind::Need | LaneKind::Expectation | LaneKind::Value => GOOD,
        LaneKind::Action | LaneKind::Backstage | LaneKind::Design | LaneKind::Priority => HUES[2].deep,
        LaneKind::Touchpoint | LaneKind::Channel | LaneKind::Device | LaneKind::Relation => HUES[0].deep,
        LaneKind::Barrier => ALERT,
        LaneKind::Opportunity | LaneKind::Message | LaneKind::Measure => HUES[1].deep,
        LaneKind::Thought | LaneKind::Feeling | LaneKind::Quote | LaneKind::Emotion | LaneKind::Image | LaneKind::Text => QUIET,
    }
}

/// What must not be overlooked: moments of truth.
pub const ALERT: Color = Color(0xb0, 0x2a, 0x1f);
/// Above the middle of a scale.
pub const GOOD: Color = Color(0x1f, 0x66, 0xb0);
/// Below the middle of a scale.
pub const BAD: Color = Color(0xb0, 0x4d, 0x0c);
/// The last of several curves.
pub const AFAR: Color = HUES[2].deep;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        for index in std::iter::once(None).chain((0..HUES.len()).map(Some)) {
            let Hue { deep, tint } = stage(index);
            assert!(deep.contrast(Color::WHITE) >= 4.5, "{index:?}");
            assert!(OUTLINE.contrast(Color::WHITE) >= 3.0 && OUTLINE.contrast(tint) >= 3.0, "{index:?}");
            assert!(INK.contrast(tint) >= 4.5 && QUIET.contrast(tint) >= 4.5, "{index:?}");
        }
        for &kind in LaneKind::ALL {
            assert!(lane(kind).contrast(Color::WHITE) >= 4.5, "{kind:?}");
        }
    }
}
