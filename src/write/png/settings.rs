//! What is chosen of pictures of pages: how fine, and on what ground.

use std::error::Error;
use std::fmt;
use std::str::FromStr;

use crate::scene::Mm;

/// Choices for PNG.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Settings {
    /// How fine. Default: 150 dots an inch.
    pub dpi: Dpi,
    /// What is seen where nothing is drawn. Default: white.
    pub ground: Ground,
}

/// What is seen where nothing is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Ground {
    /// White, as on paper.
    #[default]
    White,
    /// What the picture is laid on.
    Transparent,
}

/// Dots an inch, from 10 to 1200.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dpi(u16);

/// That a number of dots an inch is none that pictures are made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DpiError(String);

impl Dpi {
    /// The fewest and the most.
    const RANGE: std::ops::RangeInclusive<u16> = 10..=1200;

    /// So many dots an inch.
    ///
    /// # Errors
    /// When they are fewer than 10 or more than 1200.
    pub fn new(dots: u16) -> Result<Self, DpiError> {
        if Self::RANGE.contains(&dots) { Ok(Self(dots)) } else { Err(DpiError(dots.to_string())) }
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u16 {
        self.0
    }

    /// Pixels in a length, to the nearest whole one; at least one.
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a page is below a kilometre and has a size")]
    pub fn pixels(self, length: Mm) -> u64 {
        (length.0 * self.scale()).round().max(1.0) as u64
    }

    /// Dots in a millimetre.
    pub(super) fn scale(self) -> f64 {
        f64::from(self.0) / 25.4
    }

    /// Dots in a metre, as PNG says it.
    pub(super) fn per_metre(self) -> u32 {
        (u32::from(self.0) * 10_000 + 127) / 254
    }
}

impl Default for Dpi {
    fn default() -> Self {
        Self(150)
    }
}

impl FromStr for Dpi {
    type Err = DpiError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let dots = text.trim();
        dots.parse().ok().and_then(|dots| Self::new(dots).ok()).ok_or_else(|| DpiError(text.to_owned()))
    }
}

impl fmt::Display for Dpi {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for DpiError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (least, most) = (Dpi::RANGE.start(), Dpi::RANGE.end());
        write!(f, "`{}` is no number of dots an inch from {least} to {most}", self.0)
    }
}

impl Error for DpiError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_are_counted_to_the_nearest_pixel() {
        let dpi = Dpi::default();
        assert_eq!((dpi.pixels(Mm(841.0)), dpi.pixels(Mm(1189.0))), (4967, 7022));
        assert_eq!((dpi.pixels(Mm(297.0)), dpi.pixels(Mm(420.0))), (1754, 2480));
        assert_eq!(dpi.pixels(Mm(0.01)), 1);
        assert_eq!((dpi.per_metre(), Dpi(72).per_metre(), Dpi(300).per_metre()), (5906, 2835, 11_811));
    }

    #[test]
    fn what_is_no_number_of_dots_is_refused() {
        for text in ["", "0", "9", "1201", "-150", "150.5", "many", "99999999999"] {
            assert!(text.parse::<Dpi>().is_err(), "{text}");
        }
        assert_eq!("9".parse::<Dpi>().unwrap_err().to_string(), "`9` is no number of dots an inch from 10 to 1200");
        assert_eq!([" 10 ", "1200"].map(|text| text.parse::<Dpi>().unwrap().get()), [10, 1200]);
    }
}
