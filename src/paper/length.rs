//! Lengths as somebody writes them, in whole micrometres.

use std::fmt;
use std::str::FromStr;

use super::parse::thousandths;
use crate::scene::Mm;

/// A length in whole micrometres.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Length(u32);

/// That a text is no length.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LengthError(String);

impl Length {
    /// So many micrometres.
    #[must_use]
    pub const fn micrometres(um: u32) -> Self {
        Self(um)
    }

    /// The number of micrometres.
    #[must_use]
    pub fn get(self) -> i64 {
        i64::from(self.0)
    }

    /// In millimetres.
    #[must_use]
    pub fn mm(self) -> Mm {
        Mm(f64::from(self.0) / 1000.0)
    }

    /// Whether it is not shorter and not longer than so many millimetres.
    #[must_use]
    pub fn is_between(self, (least, most): (u32, u32)) -> bool {
        (least * 1000..=most * 1000).contains(&self.0)
    }
}

impl FromStr for Length {
    type Err = LengthError;

    /// Reads a number with up to three decimals and `mm`, `cm` or `in`.
    fn from_str(text: &str) -> Result<Self, LengthError> {
        let lower = text.trim().to_ascii_lowercase();
        let units = [("mm", 1000_u64), ("cm", 10_000), ("in", 25_400)];
        let found = units.iter().find_map(|(unit, um)| Some((lower.strip_suffix(unit)?.trim_end(), *um)));
        let length = found.and_then(|(number, um)| u32::try_from(thousandths(number)?.checked_mul(um)? / 1000).ok());
        length.map(Self).ok_or_else(|| LengthError(text.to_owned()))
    }
}

impl fmt::Display for Length {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}mm", self.mm().0)
    }
}

impl fmt::Display for LengthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is no length; write a number with mm, cm or in, such as 10mm", self.0)
    }
}

impl std::error::Error for LengthError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_with_their_unit() {
        assert_eq!(["10mm", "1 cm", "0.5in"].map(|text| text.parse::<Length>().unwrap().get()), [10_000, 10_000, 12_700]);
        for text in ["", "10", "mm", "-1mm", "1e3mm", "1,5mm", "99999999999mm"] {
            assert!(text.parse::<Length>().is_err(), "{text}");
        }
        assert_eq!(Length::micrometres(10_500).to_string(), "10.5mm");
    }
}
