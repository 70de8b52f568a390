//! The colours of what became of a hand-in; each comes with a sign or a number.

use super::Status;
use crate::layout::theme::{self, Palette, Theme};
use crate::scene::Color;

/// Behind white text.
pub const DEEP: Color = Color(0x33, 0x41, 0x55);
/// Text that says that all is right.
pub const GOOD: Color = Color(0x14, 0x6c, 0x43);
/// Text that says that something is lacking.
pub const FAIR: Color = Color(0x7a, 0x45, 0x00);
/// Behind [`FAIR`].
pub const FAIR_TINT: Color = Color(0xfd, 0xee, 0xd0);

/// The colour behind the names of columns, and of these names: of a theme with hues of its own its first.
pub fn band(theme: &Theme) -> (Color, Color) {
    let Palette { hues, on, .. } = theme.palette;
    if hues == Theme::default().palette.hues { (DEEP, Color::WHITE) } else { (hues[0].deep, on) }
}

/// The colours of pages, in the light and in the dark, by the names that the style sheet has for them.
pub const PAGE: [(&str, Color, Color); 11] = [
    ("ink", theme::INK, Color(0xe8, 0xea, 0xed)),
    ("quiet", theme::QUIET, Color(0xa9, 0xb0, 0xba)),
    ("paper", Color::WHITE, Color(0x15, 0x18, 0x1d)),
    ("shade", theme::NEUTRAL_TINT, Color(0x20, 0x25, 0x2d)),
    ("line", theme::HAIRLINE, Color(0x3a, 0x41, 0x4c)),
    ("good", GOOD, Color(0x7f, 0xd8, 0xa8)),
    ("good-tint", Color(0xe3, 0xf3, 0xea), Color(0x14, 0x33, 0x24)),
    ("fair", FAIR, Color(0xf6, 0xc4, 0x77)),
    ("fair-tint", FAIR_TINT, Color(0x3d, 0x2c, 0x0e)),
    ("bad", Color(0xa3, 0x1d, 0x1d), Color(0xff, 0xa8, 0xa1)),
    ("bad-tint", Color(0xfb, 0xe4, 0xe2), Color(0x46, 0x1a, 0x1a)),
];

/// The name of the colours of a status.
pub fn name(status: Status) -> &'static str {
    match status {
        Status::Complete => "good",
        Status::Findings(_) => "fair",
        Status::Invalid(_) | Status::Unreadable => "bad",
    }
}

/// The colours of a status in the light: of the text, and behind it.
pub fn of(status: Status) -> (Color, Color) {
    let light = |name: &str| PAGE.iter().find(|(known, ..)| *known == name).map_or(theme::INK, |(_, light, _)| *light);
    let name = name(status);
    (light(name), light(&format!("{name}-tint")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stands_out_from_what_is_behind_it() {
        let colours =
            |name: &str| PAGE.iter().find(|(known, ..)| *known == name).map(|(_, light, dark)| [*light, *dark]).unwrap();
        let pairs = [
            ("ink", "paper"),
            ("ink", "shade"),
            ("quiet", "paper"),
            ("quiet", "shade"),
            ("good", "paper"),
            ("good", "good-tint"),
            ("fair", "paper"),
            ("fair", "fair-tint"),
            ("bad", "paper"),
            ("bad", "bad-tint"),
        ];
        for (text, behind) in pairs {
            for (text, behind) in colours(text).into_iter().zip(colours(behind)) {
                assert!(text.contrast(behind) >= 4.5, "{} on {}", text.hex(), behind.hex());
            }
        }
        for (theme, _) in Theme::all() {
            let (behind, text) = band(&theme);
            assert!(text.contrast(behind) >= 4.5, "{}", theme.name);
        }
        assert_eq!(of(Status::Findings(1)), (FAIR, FAIR_TINT));
    }
}
