//! What can be told apart: contrasts of everything that stands on something, and the distance of colours with and without the three
//! kinds of colour blindness.
//!
//! Contrast is that of WCAG 2.2 (1.4.3, 1.4.11). Colour blindness is reckoned by Machado, Oliveira and Fernandes (“A physiologically-based
//! model for simulation of color vision deficiency”, 2009) at its severest; distance is that of CIELAB (1976).

use super::{Hue, Palette};
use crate::scene::Color;

/// The least contrast of text that may be small.
const TEXT: f64 = 4.5;
/// The least contrast of large text, and of what is no text.
const LARGE: f64 = 3.0;
/// The least distance between the hues of neighbouring stages. Just seen beside each other are distances of 2 to 3.
const NEIGHBOURS: f64 = 12.0;
/// The least distance between any two curves, which are told apart by dashes and marks as well.
const CURVES: f64 = 8.0;

/// What bars in a colour are called, before its name.
pub(super) const BARS: &str = "bars of ";

/// Two colours that cannot be told apart as they should, each with what it is called in a file.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The one that stands on the other, or the first.
    pub one: String,
    /// The other.
    pub other: String,
    /// Contrast, or distance.
    pub found: f64,
    /// What it should be at least.
    pub least: f64,
    /// With which colour blindness; `None` for a contrast.
    pub blindness: Option<Sight>,
}

/// How somebody sees colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// All of them.
    Full,
    /// Without long waves.
    Protanopia,
    /// Without middle waves.
    Deuteranopia,
    /// Without short waves.
    Tritanopia,
}

impl Sight {
    const ALL: [Self; 4] = [Self::Full, Self::Protanopia, Self::Deuteranopia, Self::Tritanopia];

    /// The name of it, by which messages choose their words.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Protanopia => "protanopia",
            Self::Deuteranopia => "deuteranopia",
            Self::Tritanopia => "tritanopia",
        }
    }

    /// What becomes of linear red, green and blue.
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => {
                [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]]
            }
            Self::Deuteranopia => {
                [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]]
            }
            Self::Tritanopia => {
                [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]]
            }
        }
    }

    /// Lightness and the two axes of colour (CIELAB, D65).
    fn lab(self, color: Color) -> [f64; 3] {
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        let times = |matrix: [[f64; 3]; 3], v: [f64; 3]| matrix.map(|row| row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
        let seen = times(self.matrix(), [color.0, color.1, color.2].map(linear)).map(|part| part.clamp(0.0, 1.0));
        let xyz = [
            [0.412_456_4, 0.357_576_1, 0.180_437_5],
            [0.212_672_9, 0.715_152_2, 0.072_175_0],
            [0.019_333_9, 0.119_192_0, 0.950_304_1],
        ];
        let [x, y, z] = times(xyz, seen);
        let root = |t: f64| if t > 216.0 / 24389.0 { t.cbrt() } else { (24389.0 / 27.0 * t + 16.0) / 116.0 };
        let (x, y, z) = (root(x / 0.950_47), root(y), root(z / 1.088_83));
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }

    /// How far two colours are apart.
    #[must_use]
    pub fn distance(self, one: Color, other: Color) -> f64 {
        let (one, other) = (self.lab(one), self.lab(other));
        one.iter().zip(other).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
    }
}

/// A colour with its name.
type Named = (String, Color);

impl Palette {
    /// What stands on what with so many hues, each pair with the least contrast.
    fn pairs(&self, count: usize) -> Vec<(Named, Named, f64)> {
        let named = |name: &str, color: Color| (name.to_owned(), color);
        let ground = named("ground", self.ground);
        let hues = || self.hues.iter().enumerate().take(count);
        let deep = |(index, hue): (usize, &Hue)| (format!("hue {}", index + 1), hue.deep);
        let tint = |(index, hue): (usize, &Hue)| (format!("tint {}", index + 1), hue.tint);
        let mut grounds: Vec<Named> = vec![ground.clone(), named("shade", self.neutral.tint)];
        grounds.extend(hues().map(tint));
        let mut pairs = Vec::new();
        for under in &grounds {
            pairs.push((named("ink", self.ink), under.clone(), TEXT));
            pairs.push((named("quiet", self.quiet), under.clone(), TEXT));
            pairs.push((named("outline", self.outline), under.clone(), LARGE));
        }
        let accents = [("alert", self.alert), ("good", self.good), ("bad", self.bad)];
        // Curves have their names and what is said along them in their colour, on the ground and on the tints of stages.
        for under in &grounds {
            let curve = |(name, color): &(&str, Color)| (named(name, *color), under.clone(), TEXT);
            pairs.extend(accents.iter().map(curve));
        }
        // Bars are tinted with the accent of their lane.
        for (name, color) in accents.into_iter().map(|(name, color)| (name.to_owned(), color)).chain(hues().map(deep)) {
            let bar = (format!("{BARS}{name}"), color.over(self.ground, super::dress::BAR));
            pairs.push((named("ink", self.ink), bar, TEXT));
            pairs.push(((name, color), ground.clone(), LARGE));
        }
        // Names of stages in their hue, and of phases on it.
        for hue in hues().map(deep).chain([named("neutral", self.neutral.deep)]) {
            pairs.push((named("on", self.on), hue.clone(), TEXT));
            pairs.push((hue, ground.clone(), TEXT));
        }
        pairs.push((named("on", self.on), named("ink", self.ink), TEXT));
        pairs
    }

    /// The pairs that have too little contrast, where there are so many hues.
    #[must_use]
    pub fn faint(&self, hues: usize) -> Vec<Merged> {
        let mut all: Vec<Merged> = Vec::new();
        for ((one, front), (other, back), least) in self.pairs(hues) {
            let found = front.contrast(back);
            match all.iter_mut().find(|merged| merged.one == one && merged.other == other) {
                Some(known) => known.least = known.least.max(least),
                None => all.push(Merged { one, other, found, least, blindness: None }),
            }
        }
        all.retain(|merged| merged.found < merged.least);
        all
    }

    /// The hues of neighbouring stages, of so many that there are, and the curves that cannot be told apart, each with the worst sight for it.
    #[must_use]
    pub fn merged(&self, hues: usize) -> Vec<Merged> {
        let hue = |index: usize| (format!("hue {}", index % hues + 1), self.hues[index % hues].deep);
        let neighbours = (0..hues).map(|index| (hue(index), hue(index + 1), NEIGHBOURS));
        let curves = [("ink", self.ink), ("good", self.good), ("bad", self.bad), ("hue 3", self.hues[2].deep)];
        let curves = curves.map(|(name, color)| (name.to_owned(), color));
        let curve_pairs = curves
            .iter()
            .enumerate()
            .flat_map(|(index, one)| curves[index + 1..].iter().map(move |other| (one.clone(), other.clone(), CURVES)));
        let pairs: Vec<(Named, Named, f64)> = neighbours.chain(curve_pairs).filter(|(one, other, _)| one.0 != other.0).collect();
        let mut found: Vec<Merged> = Vec::new();
        for ((one, a), (other, b), least) in pairs {
            let worst =
                Sight::ALL.into_iter().map(|sight| (sight.distance(a, b), sight)).reduce(|x, y| if y.0 < x.0 { y } else { x });
            let Some((distance, sight)) = worst.filter(|(distance, _)| *distance < least) else { continue };
            let known =
                |merged: &Merged| (merged.one == one && merged.other == other) || (merged.one == other && merged.other == one);
            if !found.iter().any(known) {
                found.push(Merged { one, other, found: distance, least, blindness: Some(sight) });
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::super::Theme;
    use super::*;

    #[test]
    fn everything_that_stands_on_something_can_be_seen_in_every_built_in_theme() {
        for (theme, _) in Theme::all() {
            assert_eq!(theme.palette.faint(6), [], "{}", theme.name);
        }
        let strong = Theme::named("high-contrast").unwrap().palette;
        for ((one, front), (other, back), least) in strong.pairs(6) {
            assert!(least < TEXT || front.contrast(back) >= 7.0, "{one} on {other}: {}", front.contrast(back));
        }
    }

    #[test]
    fn stages_and_curves_are_told_apart_with_any_colour_blindness() {
        for (theme, _) in Theme::all().filter(|(theme, _)| !theme.saves_ink) {
            assert_eq!(theme.palette.merged(6), [], "{}", theme.name);
        }
    }

    #[test]
    fn what_cannot_be_told_apart_is_named() {
        let mut palette = Theme::default().palette;
        palette.hues.swap(3, 4);
        let merged = palette.merged(6);
        assert_eq!(merged.len(), 1, "{merged:?}");
        assert_eq!((merged[0].one.as_str(), merged[0].other.as_str()), ("hue 3", "hue 4"), "purple beside blue");
        assert_eq!(merged[0].blindness, Some(Sight::Deuteranopia));
        palette.quiet = Color(0x99, 0x99, 0x99);
        assert!(palette.faint(6).iter().any(|faint| faint.one == "quiet" && faint.other == "ground"));
    }

    #[test]
    fn distances_are_those_of_the_literature() {
        // Of black and white it is 100, of red and green with full sight about 170 and with deuteranopia less than half of that.
        assert!((Sight::Full.distance(Color::BLACK, Color::WHITE) - 100.0).abs() < 0.1);
        let (red, green) = (Color(0xff, 0, 0), Color(0, 0xff, 0));
        assert!((Sight::Full.distance(red, green) - 170.6).abs() < 1.0);
        assert!(Sight::Deuteranopia.distance(red, green) < 85.0);
    }
}
