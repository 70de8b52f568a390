//! From how far away a poster is read.

use std::fmt;
use std::str::FromStr;

use super::parse::thousandths;

/// The distance at which the cells of a poster are read; the other distances follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Distance {
    /// Whole millimetres.
    mm: u32,
}

/// The least distance in millimetres: nearer nobody reads a poster.
const LEAST_MM: u64 = 200;
/// The greatest: type for it is 400 pt high.
const MOST_MM: u64 = 20_000;
/// The units, each with its micrometres.
const UNITS: [(&str, u64); 4] = [("cm", 10_000), ("mm", 1000), ("ft", 304_800), ("m", 1_000_000)];

/// Why a text is no distance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DistanceError {
    /// It is no number with a unit.
    Unreadable(String),
    /// It is nearer or further than posters are read from.
    OutOfBounds(String),
    /// A paper is too small for type that is read from there.
    TooFar {
        /// The paper.
        paper: String,
        /// The smallest one that would do, if there is one.
        larger: Option<String>,
    },
}

impl fmt::Display for DistanceError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(given) => write!(f, "`{given}` is no distance; write a number with m, cm or ft, such as 2m"),
            Self::OutOfBounds(given) => {
                write!(f, "`{given}` is not between {} cm and {} m", LEAST_MM / 10, MOST_MM / 1000)
            }
            Self::TooFar { paper, larger } => {
                write!(f, "on {paper} type that is read from so far away leaves no room for words")?;
                larger.as_ref().map_or(Ok(()), |larger| write!(f, "; take {larger} or larger, or a shorter distance"))
            }
        }
    }
}

impl std::error::Error for DistanceError {}

impl Distance {
    /// In metres.
    #[must_use]
    pub fn metres(self) -> f64 {
        f64::from(self.mm) / 1000.0
    }
}

impl FromStr for Distance {
    type Err = DistanceError;

    /// Reads a number with up to three decimals after a point or a comma, and `m`, `cm`, `mm` or `ft` behind it.
    fn from_str(text: &str) -> Result<Self, DistanceError> {
        let unreadable = || DistanceError::Unreadable(text.to_owned());
        let lower = text.trim().to_ascii_lowercase();
        let (number, um) = UNITS.iter().find_map(|(unit, um)| Some((lower.strip_suffix(unit)?, *um))).ok_or_else(unreadable)?;
        let number = thousandths(&number.replace(',', ".")).ok_or_else(unreadable)?;
        // Thousandths of a unit, in millimetres.
        let mm = number.saturating_mul(um).saturating_add(500_000) / 1_000_000;
        let bounded = Some(mm).filter(|mm| (LEAST_MM..=MOST_MM).contains(mm)).and_then(|mm| u32::try_from(mm).ok());
        bounded.map(|mm| Self { mm }).ok_or_else(|| DistanceError::OutOfBounds(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_read_in_the_units_of_people() {
        for (text, metres) in [("2m", 2.0), (" 2 M ", 2.0), ("1,5m", 1.5), ("80cm", 0.8), ("200mm", 0.2), ("10 ft", 3.048)] {
            assert_eq!(text.parse::<Distance>().map(Distance::metres), Ok(metres), "{text}");
        }
        for text in ["", "2", "m", "-2m", "2 km", "twee meter", "1e3m"] {
            assert!(matches!(text.parse::<Distance>(), Err(DistanceError::Unreadable(_))), "{text}");
        }
        for text in ["0m", "19cm", "21m", "999999m"] {
            assert_eq!(text.parse::<Distance>(), Err(DistanceError::OutOfBounds(text.to_owned())), "{text}");
        }
    }
}
