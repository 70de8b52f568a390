//! From what a user writes to a paper: a name of the table, or `WIDTHxHEIGHT` with a unit.

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use super::margin::FIT;
use super::sizes::{NamedSize, SIZES, upright};
use super::{Orientation, Paper};
use crate::scene::Mm;

/// The shortest side of a custom paper in micrometres: below 50 mm not even one cell of legible text fits.
const LEAST_UM: u32 = 50_000;
/// The longest side of a custom paper in micrometres: 10 m, the longest roll that plotters take in one piece.
const MOST_UM: u32 = 10_000_000;

/// Why a text names no paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperError {
    /// No size has this name; the nearest that exists, if one is near.
    UnknownName {
        /// As written.
        given: String,
        /// A name of [`SIZES`].
        nearest: Option<&'static str>,
    },
    /// A size without `mm`, `cm` or `in`.
    NoUnit(String),
    /// A size with a side that is shorter than 50 mm or longer than 10 m.
    OutOfBounds(String),
}

impl fmt::Display for PaperError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownName { given, nearest } => {
                write!(f, "there is no paper `{given}`")?;
                match nearest {
                    Some(name) => write!(f, ", did you mean `{name}`?"),
                    None => write!(f, "; write a name such as A3 or Letter, or a size such as 900x600mm"),
                }
            }
            Self::NoUnit(given) => write!(f, "the size `{given}` needs one unit at its end: mm, cm or in, such as 900x600mm"),
            Self::OutOfBounds(given) => {
                write!(f, "the sides of `{given}` are not both between {} mm and {} m", LEAST_UM / 1000, MOST_UM / 1_000_000)
            }
        }
    }
}

impl std::error::Error for PaperError {}

impl FromStr for Paper {
    type Err = PaperError;

    /// Reads a name of [`SIZES`] (without regard to case, spaces and hyphens), `fit` for a paper that is as large as a poster needs, or `WIDTHxHEIGHT` in `mm`, `cm` or `in`, each with up
    /// to three decimals after a point. The first is the width: a poster lies on the paper so, unless its orientation is chosen.
    fn from_str(text: &str) -> Result<Self, PaperError> {
        let text = text.trim();
        if let Some(named) = named(text) {
            return Ok(named.paper());
        }
        if text.eq_ignore_ascii_case(FIT) {
            return Ok(Self::to_fit());
        }
        let lower = text.to_ascii_lowercase();
        if !lower.starts_with(|first: char| first.is_ascii_digit()) || !lower.contains(['x', '×']) {
            return Err(unknown(text));
        }
        let (unit_um, sides) = UNITS
            .iter()
            .find_map(|(unit, um)| Some((*um, lower.strip_suffix(unit)?)))
            .ok_or(PaperError::NoUnit(text.to_owned()))?;
        let (one, other) = sides.split_once(['x', '×']).ok_or_else(|| unknown(text))?;
        let (one, other) = thousandths(one).zip(thousandths(other)).ok_or_else(|| unknown(text))?;
        let side = |thousandths: u64| {
            let um = u32::try_from(thousandths.checked_mul(unit_um)?.checked_add(500)? / 1000).ok()?;
            (LEAST_UM..=MOST_UM).contains(&um).then_some(um)
        };
        let (one, other) = side(one).zip(side(other)).ok_or(PaperError::OutOfBounds(text.to_owned()))?;
        let written = match one.cmp(&other) {
            Ordering::Greater => Some(Orientation::Landscape),
            Ordering::Less => Some(Orientation::Portrait),
            Ordering::Equal => None,
        };
        Ok(Self {
            name: lower.replace('×', "x").split_whitespace().collect(),
            size: upright(one, other),
            read_from: None,
            margin: None,
            fits: false,
            cut_off: Mm::ZERO,
            written,
            spares_ink: false,
        })
    }
}

/// The units, each with its micrometres.
const UNITS: [(&str, u64); 3] = [("mm", 1000), ("cm", 10_000), ("in", 25_400)];

/// A decimal number with at most six digits before the point and three after it, in thousandths.
pub(super) fn thousandths(number: &str) -> Option<u64> {
    let (whole, fraction) = number.trim().split_once('.').map_or((number.trim(), "0"), |parts| parts);
    let digits = |part: &str, most| (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(whole, 6) || !digits(fraction, 3) {
        return None;
    }
    Some(whole.parse::<u64>().ok()? * 1000 + format!("{fraction:0<3}").parse::<u64>().ok()?)
}

/// A name as it is compared: without case, spaces, hyphens and a leading `US`.
fn folded(name: &str) -> String {
    let bare: String = name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect();
    bare.strip_prefix("us").map(str::to_owned).unwrap_or(bare)
}

fn named(text: &str) -> Option<&'static NamedSize> {
    let wanted = folded(text);
    SIZES.iter().find(|size| folded(size.name) == wanted)
}

fn unknown(text: &str) -> PaperError {
    let nearest = crate::nearest::nearest(text, SIZES.iter().map(|size| size.name));
    PaperError::UnknownName { given: text.to_owned(), nearest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sides(text: &str) -> (f64, f64) {
        let paper: Paper = text.parse().unwrap();
        (paper.size.width.0, paper.size.height.0)
    }

    #[test]
    fn every_name_of_the_table_is_read_back() {
        for size in SIZES {
            for text in [size.name.to_owned(), size.name.to_lowercase(), size.name.replace('-', " ")] {
                assert_eq!(text.parse::<Paper>().unwrap(), size.paper());
            }
        }
        assert_eq!("us letter".parse::<Paper>().unwrap().name, "Letter");
    }

    #[test]
    fn a_size_lies_as_it_is_written_and_a_name_either_way() {
        let written = |text: &str| text.parse::<Paper>().unwrap().written();
        assert_eq!(written("900x600mm"), Some(Orientation::Landscape));
        assert_eq!(written("60x90cm"), Some(Orientation::Portrait));
        assert_eq!([written("500x500mm"), written("A3"), written("fit")], [None; 3]);
    }

    #[test]
    fn custom_sizes_are_whole_micrometres_whatever_the_unit() {
        assert_eq!(sides("900x600mm"), (600.0, 900.0));
        assert_eq!(sides("60 × 90 cm"), (600.0, 900.0));
        assert_eq!(sides("24x36in"), (609.6, 914.4));
        assert_eq!(sides("8.5X11IN"), (215.9, 279.4));
        assert_eq!("60 × 90 cm".parse::<Paper>().unwrap().name, "60x90cm");
        assert_eq!("210.5x297mm".parse::<Paper>().unwrap().size.width, Mm(210.5));
    }

    #[test]
    fn what_is_no_paper_is_refused_with_a_remedy() {
        let message = |text: &str| text.parse::<Paper>().unwrap_err().to_string();
        assert_eq!(message("tabliod"), "there is no paper `tabliod`, did you mean `Tabloid`?");
        assert_eq!(
            message("poster"),
            "there is no paper `poster`; write a name such as A3 or Letter, or a size such as 900x600mm"
        );
        assert!(message("900x600").contains("needs one unit"));
        for text in ["49x600mm", "900x4.999cm", "600x10001mm", "999999x999999in", "0x0mm"] {
            assert!(message(text).contains("between 50 mm and 10 m"), "{text}: {}", message(text));
        }
        for text in ["", " ", "x", "axbmm", "1e3x600mm", "-900x600mm", "9x9x9mm", "900.1234x600mm", "NaNxinfmm", "９00x600mm"] {
            assert!(matches!(text.parse::<Paper>(), Err(PaperError::UnknownName { .. })), "{text}");
        }
    }
}
