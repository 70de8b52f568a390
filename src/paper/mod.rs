//! Paper: named sizes, orientation, and the type sizes that the viewing distance asks for.

mod distance;
mod legibility;
mod length;
mod margin;
mod parse;
pub mod press;
mod sizes;
pub mod tiling;

use crate::scene::{Mm, Size};
pub use distance::{Distance, DistanceError};
pub use legibility::Legibility;
pub use length::{Length, LengthError};
pub use margin::MarginError;
pub use parse::PaperError;
pub use sizes::{Family, NamedSize, SIZES};

/// A sheet of paper, upright: its width is not greater than its height.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// The name, such as `A3`, or the size as it was given, such as `900x600mm`.
    pub name: String,
    /// The trimmed size, upright; a whole number of micrometres.
    pub size: Size,
    /// How it lies as its size was written: `900x600mm` lies, `600x900mm` stands. None of names, and of squares.
    written: Option<Orientation>,
    /// From how far its cells are read; `None` leaves it to the size.
    read_from: Option<Distance>,
    /// White on all four sides; `None` leaves it to the size.
    margin: Option<Length>,
    /// Whether a poster on it is to be as large as what it says needs. The size is then where the search begins.
    fits: bool,
    /// The height of strips that are cut off, whichever way it lies.
    cut_off: Mm,
    /// Whether type on it is to be no larger than its distances ask for, so that it takes little ink.
    spares_ink: bool,
}

/// Which way the paper lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Orientation {
    /// The long side lies.
    Landscape,
    /// The long side stands.
    Portrait,
}

impl Paper {
    /// The paper as it lies on the table.
    #[must_use]
    pub fn oriented(&self, orientation: Orientation) -> Size {
        let Size { width, height } = self.size;
        let (short, long): (Mm, Mm) = (width.min(height), width.max(height));
        match orientation {
            Orientation::Landscape => Size { width: long, height: short - self.cut_off },
            Orientation::Portrait => Size { width: short, height: long - self.cut_off },
        }
    }

    /// How it lies as its size was written: `900x600mm` lies, `600x900mm` stands; a name says nothing of it, nor does a square.
    #[must_use]
    pub fn written(&self) -> Option<Orientation> {
        self.written
    }

    /// The same paper with so much of its height kept for something else, whichever way it lies. Its name and the distances from which
    /// it is read stay.
    #[must_use]
    pub(crate) fn lower(self, by: Mm) -> Self {
        Self { cut_off: by, ..self }
    }

    /// The same paper with type no larger than its distances ask for.
    #[must_use]
    pub(crate) fn sparing(self) -> Self {
        Self { spares_ink: true, ..self }
    }

    /// Whether type on it is to be no larger than its distances ask for.
    #[must_use]
    pub(crate) fn spares_ink(&self) -> bool {
        self.spares_ink
    }

    /// The distances from which this paper is read, and the least type sizes that they ask for.
    #[must_use]
    pub fn legibility(&self) -> Legibility {
        let usual = Legibility::of(self.size);
        self.read_from.map_or(usual, |near| usual.read_from(near))
    }

    /// The same paper, read from another distance.
    ///
    /// # Errors
    /// When the type for it would be so large that a line has no room for a word.
    pub fn read_from(self, near: Distance) -> Result<Self, DistanceError> {
        let paper = Self { read_from: Some(near), ..self };
        let most = paper.size.width.min(paper.size.height) / LEAST_EMS;
        if paper.fits || Mm::from(paper.legibility().cell_min) <= most {
            return Ok(paper);
        }
        let holds = |larger: &Self| Mm::from(larger.legibility().cell_min) <= larger.size.width / LEAST_EMS;
        let larger = paper.growing().find(holds).map(|larger| larger.name);
        Err(DistanceError::TooFar { paper: paper.name, larger })
    }

    /// How many sheets of A4 it is printed on to be put together: the fewer of those that stand and those that lie, with 5 mm that a
    /// printer leaves white around each and 10 mm under the next.
    #[must_use]
    pub fn sheets_of_a4(&self) -> usize {
        const A4: (f64, f64) = (210.0, 297.0);
        const WHITE: f64 = 10.0;
        const OVERLAP: f64 = 10.0;
        let (width, height) = (self.size.width.0, self.size.height.0);
        if width <= A4.0 && height <= A4.1 {
            return 1;
        }
        // Paper is whole micrometres, and divisions that come out even stay so.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a paper of 10 m is a few dozen sheets")]
        let along = |side: f64, sheet: f64| (((side - OVERLAP) / (sheet - WHITE - OVERLAP) - 1e-9).ceil()).max(1.0) as usize;
        let sheets = |sheet: (f64, f64)| along(width, sheet.0) * along(height, sheet.1);
        sheets(A4).min(sheets((A4.1, A4.0)))
    }

    /// The papers that a poster on this one can grow to, read from as far away where that was said.
    pub fn growing(&self) -> impl Iterator<Item = Self> {
        Self::ascending().map(|paper| Self {
            read_from: self.read_from,
            margin: self.margin,
            cut_off: self.cut_off,
            spares_ink: self.spares_ink,
            ..paper
        })
    }

    /// The papers that a poster can grow to, each twice the one before: A4, A3, A2, A1, A0, 2A0, 4A0.
    pub fn ascending() -> impl Iterator<Item = Self> {
        sizes::GROWING.iter().map(sizes::NamedSize::paper)
    }
}

/// The short side of a paper has room for so many em of cell text at least.
const LEAST_EMS: f64 = 16.0;

impl Default for Paper {
    /// A3.
    fn default() -> Self {
        sizes::A3.paper()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paper_is_put_together_of_the_fewer_sheets() {
        for (name, sheets) in [("A4", 1), ("A3", 4), ("A0", 21)] {
            assert_eq!(name.parse::<Paper>().unwrap().sheets_of_a4(), sheets, "{name}");
        }
    }
}
