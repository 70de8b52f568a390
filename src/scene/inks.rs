//! Colours as a press prints them: in shares of four inks.
//!
//! A colour that a theme has inks for is printed in those. All others follow from their red, green and blue by one formula, in which black takes the
//! place of all that is grey: with r, g and b from 0 to 1, black is 1 − max(r, g, b), and cyan (1 − r − black) / (1 − black), magenta and yellow by
//! g and b. One of the three is then nothing, so that no colour takes more than three times full ink.

use super::{Color, Mm};

/// Shares of cyan, magenta, yellow and black, from 0.0 to 1.0 each.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cmyk(pub [f64; 4]);

/// Colours with inks of their own, the first of several that are the same.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inks(Vec<(Color, Cmyk)>);

/// Channels of a colour that differ by no more than this are grey, as text and lines of the house are.
const GREY: u8 = 16;
/// A surface of so much black is black: a screen of it would only make edges rough.
const DARK: f64 = 0.8;
/// Grey that is no darker than this is the paper, or stands out from something dark.
const PALE: f64 = 0.05;
/// The thinnest line: a quarter of a point.
const HAIRLINE: Mm = Mm(25.4 / 72.0 / 4.0);

impl Cmyk {
    /// Black ink alone.
    pub const BLACK: Self = Self([0.0, 0.0, 0.0, 1.0]);
    /// No ink.
    pub const PAPER: Self = Self([0.0; 4]);
    /// What a press may lay on one place, of all inks together.
    pub const MOST: f64 = 3.0;

    /// From percent of each ink; none where one has more than 100, or all together have more than 300.
    #[must_use]
    pub fn percent(inks: [u8; 4]) -> Option<Self> {
        let inks = Self(inks.map(|ink| f64::from(ink) / 100.0));
        (inks.0.iter().all(|ink| *ink <= 1.0) && inks.total() <= Self::MOST + 1e-9).then_some(inks)
    }

    /// All inks together.
    #[must_use]
    pub fn total(self) -> f64 {
        self.0.iter().sum()
    }

    /// A colour by the formula.
    #[must_use]
    pub fn of(Color(red, green, blue): Color) -> Self {
        let [red, green, blue] = [red, green, blue].map(|channel| f64::from(channel) / 255.0);
        let light = red.max(green).max(blue);
        if light <= 0.0 {
            return Self::BLACK;
        }
        let ink = |channel: f64| (light - channel) / light;
        Self([ink(red), ink(green), ink(blue), 1.0 - light])
    }

    /// So much of these inks, and the rest of others.
    #[must_use]
    pub fn over(self, other: Self, share: f64) -> Self {
        let mix = |nth: usize| self.0[nth] * share + other.0[nth] * (1.0 - share);
        Self([mix(0), mix(1), mix(2), mix(3)])
    }
}

impl Inks {
    /// From colours with their inks.
    #[must_use]
    pub fn new(own: Vec<(Color, Cmyk)>) -> Self {
        Self(own)
    }

    /// The inks of a colour that has its own.
    fn own(&self, color: Color) -> Option<Cmyk> {
        self.0.iter().find(|(own, _)| *own == color).map(|(_, inks)| *inks)
    }

    /// The inks of a surface. Grey is black alone.
    #[must_use]
    pub fn surface(&self, color: Color) -> Cmyk {
        let by_formula = || match grey(color) {
            Some(black) if black >= DARK => Cmyk::BLACK,
            Some(black) => Cmyk([0.0, 0.0, 0.0, black]),
            None => Cmyk::of(color),
        };
        self.own(color).unwrap_or_else(by_formula)
    }

    /// The inks of text: black alone, so that its edges are sharp wherever the plates lie; text that is lighter than what is behind it is that of a
    /// surface.
    #[must_use]
    pub fn text(&self, color: Color) -> Cmyk {
        if is_light(color) { self.surface(color) } else { Cmyk::BLACK }
    }

    /// The inks and the width of a line. One that is grey is black, and as much thinner as it is paler, so that it is as strong as before.
    #[must_use]
    pub fn line(&self, color: Color, width: Mm) -> (Cmyk, Mm) {
        match grey(color) {
            Some(black) if black > PALE => {
                let strength = if black >= DARK { 1.0 } else { black / DARK };
                (Cmyk::BLACK, (width * strength).max(HAIRLINE.min(width)))
            }
            Some(_) | None => (self.surface(color), width),
        }
    }
}

/// How dark a colour is that is grey.
fn grey(Color(red, green, blue): Color) -> Option<f64> {
    let (least, most) = (red.min(green).min(blue), red.max(green).max(blue));
    (most - least <= GREY).then(|| 1.0 - (f64::from(red) + f64::from(green) + f64::from(blue)) / 765.0)
}

/// Whether text in a colour can only stand on something darker: on white paper nobody could read it.
fn is_light(color: Color) -> bool {
    color.contrast(Color::WHITE) < 2.5
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_colour_takes_more_than_three_times_full_ink() {
        let inks = Inks::default();
        let steps = || (0..=255_u8).step_by(15).chain([1, 2, 254]);
        for red in steps() {
            for green in steps() {
                for blue in steps() {
                    let color = Color(red, green, blue);
                    for inks in [Cmyk::of(color), inks.surface(color), inks.text(color), inks.line(color, Mm(1.0)).0] {
                        let all = inks.0.iter().all(|ink| (0.0..=1.0).contains(ink));
                        assert!(all && inks.total() <= Cmyk::MOST, "{color:?}: {inks:?}");
                    }
                }
            }
        }
        assert_eq!(
            [Color(0, 255, 255), Color(255, 0, 0)].map(Cmyk::of).map(|inks| inks.0.to_vec()),
            [[1.0, 0.0, 0.0, 0.0], [0.0, 1.0, 1.0, 0.0]]
        );
        assert_eq!(Cmyk::percent([100, 100, 100, 0]).map(Cmyk::total), Some(3.0));
        assert_eq!([[100, 100, 100, 1], [101, 0, 0, 0]].map(Cmyk::percent), [None, None]);
    }

    #[test]
    fn text_and_grey_lines_are_black_alone() {
        let inks = Inks::new(vec![(Color(11, 110, 105), Cmyk([0.9, 0.4, 0.6, 0.2]))]);
        assert_eq!(inks.surface(Color(11, 110, 105)), Cmyk([0.9, 0.4, 0.6, 0.2]));
        for text in [Color(27, 29, 34), Color(84, 88, 96), Color(11, 110, 105), Color(176, 42, 31), Color(200, 90, 17)] {
            assert_eq!(inks.text(text), Cmyk::BLACK);
        }
        assert_eq!(inks.text(Color::WHITE), Cmyk::PAPER);
        assert_eq!(inks.line(Color(27, 29, 34), Mm(0.5)), (Cmyk::BLACK, Mm(0.5)));
        let (black, thin) = inks.line(Color(0xd5, 0xd8, 0xdd), Mm(0.5));
        assert!(black == Cmyk::BLACK && thin.0 > 0.08 && thin.0 < 0.15, "{thin:?}");
        assert_eq!(inks.line(Color::WHITE, Mm(1.0)), (Cmyk::PAPER, Mm(1.0)), "a line in the colour of the paper");
        assert_eq!(inks.line(Color(11, 110, 105), Mm(1.0)).0, Cmyk([0.9, 0.4, 0.6, 0.2]));
    }
}
