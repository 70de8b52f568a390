//! Themes: what stands in the places of the colours of the house.

use super::inks::{self, Plates};
use super::page::Logo;
use super::{ALERT, BAD, GOOD, HAIRLINE, HUES, Hue, INK, NEUTRAL_TINT, NO_STAGE, OUTLINE, QUIET, hue};
use crate::scene::Color;

/// The colours of a theme, by what they are for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The paper, and the cards on it.
    pub ground: Color,
    /// Text.
    pub ink: Color,
    /// Text that stands back.
    pub quiet: Color,
    /// Hairlines.
    pub hairline: Color,
    /// Outlines of what is to be filled in.
    pub outline: Color,
    /// Text on deep hues.
    pub on: Color,
    /// What belongs to no stage.
    pub neutral: Hue,
    /// The stages, in their order.
    pub hues: [Hue; 6],
    /// What must not be overlooked, and the accent of barriers.
    pub alert: Color,
    /// Above the middle of a scale, the second curve, and the accent of goals.
    pub good: Color,
    /// Below the middle of a scale, and the third curve.
    pub bad: Color,
}

/// How posters, workbooks and reports look: colours, and what stands on every page.
#[derive(Debug, Clone)]
pub struct Theme {
    /// The name on the command line, or that of its file.
    pub name: String,
    /// The colours.
    pub palette: Palette,
    /// Percent of cyan, magenta, yellow and black for some of its colours, when it is printed in these; see [`Theme::inks`].
    pub plates: Vec<(Color, [u8; 4])>,
    /// Whether it saves ink: no surface is filled, and stages are told apart by patterns.
    pub saves_ink: bool,
    /// A picture on every page.
    pub logo: Option<Logo>,
    /// A line at the foot of every page; what takes more than two lines of type in the hand is left out.
    pub footer: Option<String>,
    /// The family of the type, where it is not that of the house.
    pub face: Option<String>,
    /// Where its name stands in the text of the theme, in bytes.
    pub face_at: (usize, usize),
}

/// A built-in theme.
struct BuiltIn {
    name: &'static str,
    summary: &'static str,
    palette: Palette,
    plates: Option<Plates>,
    saves_ink: bool,
}

const COLOR: Palette = Palette {
    ground: Color::WHITE,
    ink: INK,
    quiet: QUIET,
    hairline: HAIRLINE,
    outline: OUTLINE,
    on: Color::WHITE,
    neutral: hue(NO_STAGE, NEUTRAL_TINT),
    hues: HUES,
    alert: ALERT,
    good: GOOD,
    bad: BAD,
};

const PRINT: Palette = {
    let plain = hue(Color::BLACK, Color::WHITE);
    Palette {
        ground: Color::WHITE,
        ink: Color::BLACK,
        quiet: Color(0x59, 0x59, 0x59),
        hairline: Color(0xb0, 0xb0, 0xb0),
        outline: Color(0x70, 0x70, 0x70),
        on: Color::WHITE,
        neutral: plain,
        hues: [plain; 6],
        alert: Color::BLACK,
        good: Color::BLACK,
        bad: Color::BLACK,
    }
};

const HIGH_CONTRAST: Palette = Palette {
    ground: Color::WHITE,
    ink: Color::BLACK,
    quiet: Color(0x2b, 0x2f, 0x36),
    hairline: Color(0x6b, 0x70, 0x78),
    outline: Color(0x33, 0x37, 0x3d),
    on: Color::WHITE,
    neutral: hue(Color(0x1f, 0x29, 0x37), Color(0xf4, 0xf5, 0xf7)),
    hues: [
        hue(Color(0x00, 0x4f, 0x4b), Color(0xee, 0xf7, 0xf6)),
        hue(Color(0x6b, 0x35, 0x00), Color(0xfd, 0xf5, 0xec)),
        hue(Color(0x3f, 0x23, 0x80), Color(0xf4, 0xf1, 0xfb)),
        hue(Color(0x7a, 0x0f, 0x3a), Color(0xfc, 0xf1, 0xf5)),
        hue(Color(0x00, 0x3f, 0x7a), Color(0xee, 0xf4, 0xfb)),
        hue(Color(0x35, 0x4a, 0x06), Color(0xf4, 0xf8, 0xeb)),
    ],
    alert: Color(0x8f, 0x10, 0x06),
    good: Color(0x0b, 0x4a, 0x8a),
    bad: Color(0x83, 0x34, 0x00),
};

/// The first is the one that is taken when nothing is said.
const BUILT_IN: [BuiltIn; 3] = [
    BuiltIn {
        name: "color",
        summary: "Colours that are told apart with any common colour blindness",
        palette: COLOR,
        plates: Some(inks::COLOR),
        saves_ink: false,
    },
    BuiltIn {
        name: "print",
        summary: "Black on white, patterns in place of colours: for a copier",
        palette: PRINT,
        plates: None,
        saves_ink: true,
    },
    BuiltIn {
        name: "high-contrast",
        summary: "Darker colours on white, contrasts of 7 : 1 and more",
        palette: HIGH_CONTRAST,
        plates: Some(inks::HIGH_CONTRAST),
        saves_ink: false,
    },
];

impl Theme {
    /// The built-in themes, each with a line on it. The first is the default.
    pub fn all() -> impl Iterator<Item = (Self, &'static str)> {
        BUILT_IN.iter().map(|built_in| (Self::of(built_in), built_in.summary))
    }

    /// Whether posters stand on white, of which nothing is drawn.
    #[must_use]
    pub fn is_on_white(&self) -> bool {
        self.palette.ground == Color::WHITE
    }

    /// The built-in theme of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        BUILT_IN.iter().find(|built_in| built_in.name == name).map(Self::of)
    }

    fn of(built_in: &BuiltIn) -> Self {
        Self {
            name: built_in.name.to_owned(),
            palette: built_in.palette,
            plates: built_in.plates.map_or_else(Vec::new, |plates| plates.of(&built_in.palette)),
            saves_ink: built_in.saves_ink,
            logo: None,
            footer: None,
            face: None,
            face_at: (0, 0),
        }
    }
}

impl Default for Theme {
    /// The colours of the house.
    fn default() -> Self {
        Self::of(&BUILT_IN[0])
    }
}
