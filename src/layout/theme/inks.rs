//! What a theme is printed in on a press: the inks of its colours, where it says so.

use super::dress::{BAR, SCORES};
use super::file::TINT;
use super::{Hue, Palette, Theme};
use crate::scene::{Cmyk, Color, Inks};

/// Percent of cyan, magenta, yellow and black of the colours that a theme sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Plates {
    pub hues: [[u8; 4]; 6],
    pub neutral: [u8; 4],
    pub alert: [u8; 4],
    pub good: [u8; 4],
    pub bad: [u8; 4],
}

/// The inks of `color`.
pub(super) const COLOR: Plates = Plates {
    hues: [[95, 40, 60, 20], [35, 75, 100, 30], [80, 90, 0, 5], [30, 100, 50, 20], [95, 70, 10, 5], [70, 40, 100, 30]],
    neutral: [80, 65, 40, 45],
    alert: [20, 95, 100, 15],
    good: [95, 65, 0, 0],
    bad: [15, 80, 100, 5],
};

/// The inks of `high-contrast`.
pub(super) const HIGH_CONTRAST: Plates = Plates {
    hues: [[100, 50, 70, 45], [40, 75, 100, 55], [95, 100, 10, 15], [35, 100, 60, 45], [100, 85, 25, 20], [70, 50, 100, 55]],
    neutral: [70, 55, 40, 80],
    alert: [30, 100, 100, 35],
    good: [100, 80, 20, 10],
    bad: [30, 85, 100, 35],
};

impl Plates {
    /// The colours of a palette with these inks.
    pub fn of(&self, palette: &Palette) -> Vec<(Color, [u8; 4])> {
        let hues = palette.hues.iter().zip(self.hues).map(|(hue, inks)| (hue.deep, inks));
        let others = [
            (palette.neutral.deep, self.neutral),
            (palette.alert, self.alert),
            (palette.good, self.good),
            (palette.bad, self.bad),
        ];
        hues.chain(others).collect()
    }
}

impl Theme {
    /// What it is printed in: its own inks for its colours, and as much less of them for tints of these on its ground. What is said last, by a
    /// file over its base, goes before the others.
    #[must_use]
    pub fn inks(&self) -> Inks {
        let ground = self.palette.ground;
        let own: Vec<(Color, Cmyk)> =
            self.plates.iter().rev().filter_map(|(color, percent)| Some((*color, Cmyk::percent(*percent)?))).collect();
        let paper = Inks::new(own.clone()).surface(ground);
        let tint = |(color, inks): &(Color, Cmyk), share: f64| (color.over(ground, share), inks.over(paper, share));
        let shares = [BAR, SCORES[0], SCORES[1], TINT];
        let tints: Vec<_> = own.iter().flat_map(|one| shares.map(|share| tint(one, share))).collect();
        let pale = |hue: &Hue| {
            let (_, inks) = own.iter().find(|(color, _)| *color == hue.deep)?;
            Some((hue.tint, inks.over(paper, TINT)))
        };
        let hues = self.palette.hues.iter().filter_map(pale);
        Inks::new(own.iter().copied().chain(hues).chain(tints).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_ink_is_one_that_a_press_lays_down() {
        for (theme, _) in Theme::all() {
            assert!(theme.plates.iter().all(|(_, percent)| Cmyk::percent(*percent).is_some()), "{}", theme.name);
        }
    }

    #[test]
    fn a_hue_and_its_tints_are_printed_in_the_same_inks() {
        let theme = Theme::default();
        let inks = theme.inks();
        let hue = theme.palette.hues[0];
        assert_eq!(Some(inks.surface(hue.deep)), Cmyk::percent([95, 40, 60, 20]));
        let pale = inks.surface(hue.tint);
        assert!((pale.0[0] - 0.95 * TINT).abs() < 1e-9 && (pale.0[3] - 0.2 * TINT).abs() < 1e-9, "{pale:?}");
        assert_eq!(inks.surface(Color::WHITE), Cmyk::PAPER);
    }

    #[test]
    fn a_file_says_its_own_inks() {
        let text = "hues = [\"#123456\"]\nground = \"#fff8e8\"\n[cmyk]\nhues = [\"90 60 30 10\"]\nground = \"0 2 10 0\"\n";
        let (theme, _) = Theme::from_toml("my", text).unwrap();
        let inks = theme.inks();
        assert_eq!(inks.surface(Color(0x12, 0x34, 0x56)), Cmyk::percent([90, 60, 30, 10]).unwrap());
        assert_eq!(inks.surface(Color(0xff, 0xf8, 0xe8)), Cmyk::percent([0, 2, 10, 0]).unwrap());
        for (line, said) in [
            ("hues = [\"90 60 30\"]", "`90 60 30` is not four inks in percent"),
            ("good = \"100 100 100 1\"", "`100 100 100 1` is more than 300 % of ink"),
            ("alert = \"101 0 0 0\"", "`101 0 0 0` is not four inks in percent"),
            ("hues = [\"0 0 0 1\", \"0 0 0 1\"]", "2 inks for 1 hue"),
            ("ink = \"0 0 0 100\"", "`cmyk` has no colour `ink`"),
            ("bad = 3", "`bad` is a text"),
        ] {
            let problems = Theme::from_toml("my", &format!("hues = [\"#123456\"]\n[cmyk]\n{line}\n")).unwrap_err();
            assert!(problems[0].message.contains(said), "{line}: {problems:?}");
            assert_eq!(problems[0].span.as_ref().unwrap().line, 3, "{line}");
        }
    }
}
