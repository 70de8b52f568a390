//! What is chosen of a paper beside its size: its margin, and that it is as large as a poster needs.

use std::fmt;

use super::{Length, Paper};
use crate::scene::{Mm, Size};

/// What such a paper is called.
pub(super) const FIT: &str = "fit";
/// The least and the greatest margin, in millimetres.
const MARGINS: (u32, u32) = (3, 60);
/// A margin takes no more of the short side than this.
const SHARE: f64 = 1.0 / 6.0;
/// The shortest and the longest short side of a paper that fits, in centimetres; the longest is that of 4A0.
const SIDES: (u32, u32) = (10, 168);
/// The side that is tried first: that of A4.
const FIRST: u32 = 21;

/// That a margin is too narrow or too wide for a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarginError {
    margin: Length,
    paper: String,
    /// The widest, in whole millimetres.
    most: u32,
}

impl fmt::Display for MarginError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { margin, paper, most } = self;
        write!(f, "a margin of {margin} is not between {} and {most} mm, which {paper} has room for", MARGINS.0)
    }
}

impl std::error::Error for MarginError {}

impl Paper {
    /// The same paper with so much white on all four sides.
    ///
    /// # Errors
    /// When that is less than 3 mm, more than 60 mm, or more than a sixth of the short side.
    pub fn with_margin(self, margin: Length) -> Result<Self, MarginError> {
        let most = if self.fits { MARGINS.1 } else { widest(self.size) };
        if margin.is_between((MARGINS.0, most)) {
            Ok(Self { margin: Some(margin), ..self })
        } else {
            Err(MarginError { margin, paper: self.name, most })
        }
    }

    /// The white on all four sides that was asked for; `None` leaves it to the size.
    #[must_use]
    pub fn margin(&self) -> Option<Length> {
        self.margin
    }

    /// A paper that is as large as a poster needs.
    pub(super) fn to_fit() -> Self {
        Self { name: FIT.to_owned(), fits: true, ..Self::default() }
    }

    /// Whether a poster on it is to be as large as what it says needs.
    #[must_use]
    pub fn fits(&self) -> bool {
        self.fits
    }

    /// The smallest paper with sides of 1 : √2, in whole centimetres of its short one, on which a poster `holds`; none where it holds on none up
    /// to 4A0. Margin and distance are as they were chosen.
    #[must_use]
    pub fn fitted(&self, mut holds: impl FnMut(&Self) -> bool) -> Option<Self> {
        let of = |cm: u32| self.of_side(cm);
        let takes = |paper: &Self| {
            let has_room = self.margin.is_none_or(|margin| margin.is_between((0, widest(paper.size))));
            has_room && paper.read_from.is_none_or(|near| paper.clone().read_from(near).is_ok())
        };
        // Of twice the area each time, and then between the last that is too small and the first that is not.
        let (mut low, mut high) = (SIDES.0 - 1, FIRST);
        while !(takes(&of(high)) && holds(&of(high))) {
            if high == SIDES.1 {
                return None;
            }
            low = high;
            high = (high * 7).div_ceil(5).min(SIDES.1);
        }
        while low + 1 < high {
            let middle = low.midpoint(high);
            if takes(&of(middle)) && holds(&of(middle)) { high = middle } else { low = middle }
        }
        Some(of(high))
    }

    /// The largest of those papers.
    #[must_use]
    pub fn largest(&self) -> Self {
        self.of_side(SIDES.1)
    }

    /// A paper with a short side of so many centimetres, called by its size.
    fn of_side(&self, cm: u32) -> Self {
        let (short, long) = (cm * 10, (f64::from(cm) * 10.0 * std::f64::consts::SQRT_2).round());
        let size = Size { width: Mm(f64::from(short)), height: Mm(long) };
        Self { name: format!("{short}x{long}mm"), size, fits: false, ..self.clone() }
    }
}

/// The widest margin on paper of that size, in whole millimetres.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "no more than 60")]
fn widest(size: Size) -> u32 {
    (size.width.min(size.height).0 * SHARE).floor().clamp(0.0, f64::from(MARGINS.1)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_as_wide_as_a_paper_has_room_for() {
        let of = |paper: &str, margin: &str| paper.parse::<Paper>().unwrap().with_margin(margin.parse().unwrap());
        assert_eq!(of("A4", "12mm").unwrap().margin(), Some(Length::micrometres(12_000)));
        let said = |paper, margin| of(paper, margin).unwrap_err().to_string();
        assert_eq!(said("A4", "36mm"), "a margin of 36mm is not between 3 and 35 mm, which A4 has room for");
        assert_eq!(said("A0", "61mm"), "a margin of 61mm is not between 3 and 60 mm, which A0 has room for");
        assert!(of("A4", "2.999mm").is_err() && of("fit", "60mm").is_ok());
    }

    #[test]
    fn the_smallest_paper_that_holds_is_found() {
        let fit = "FIT".parse::<Paper>().unwrap();
        assert!(fit.fits());
        let of = |least: f64| fit.fitted(|paper| paper.size.width.0 >= least).map_or_else(String::new, |paper| paper.name);
        assert_eq!(
            [0.0, 100.0, 295.0, 841.0, 1670.0].map(of),
            ["100x141mm", "100x141mm", "300x424mm", "850x1202mm", "1670x2362mm"]
        );
        assert_eq!((fit.fitted(|_| false), fit.largest().name.as_str()), (None, "1680x2376mm"));
        let wide = fit.with_margin("60mm".parse().unwrap()).unwrap().fitted(|_| true).unwrap();
        assert_eq!(wide.name, "360x509mm", "a sixth of its short side");
    }
}
