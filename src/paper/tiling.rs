//! How a poster is divided over smaller sheets, in whole micrometres.
//!
//! Along a side, every sheet but the last prints as far as the next one begins and an overlap more. The next sheet is cut off within
//! that overlap and laid over what is left of it, the glue edge. Where it is cut is the seam: all that is seen of the poster lies
//! between two seams. Sheets may begin anywhere that leaves no gap, so that seams go where they harm least.

use std::fmt;

use super::{Length, Orientation, Paper};
use crate::scene::{Mm, Size};

/// The sheets that a poster is printed on.
#[derive(Debug, Clone, PartialEq)]
pub struct Tiling {
    /// The paper in the printer.
    pub paper: Paper,
    /// What neighbouring sheets both print. Default: 10 mm.
    pub overlap: Length,
    /// What the printer leaves white at each edge. Default: 5 mm.
    pub margin: Length,
}

/// Why a poster cannot be divided so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TilingError {
    /// A length that is too short or too long.
    Bounds {
        /// What it is for.
        what: &'static str,
        /// The shortest and the longest, in millimetres.
        between: (u32, u32),
    },
    /// The paper of a printer is said to be as large as it has to be.
    Fit,
    /// The sheet has too little room within its margins.
    Small {
        /// The name of the paper.
        paper: String,
    },
}

/// The sheets along one side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Strip {
    /// From the left or from the top.
    pub spans: Vec<Span>,
}

/// What a sheet has of one side of the poster, in micrometres from its left or upper edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// Where printing begins and ends.
    pub printed: (i64, i64),
    /// The seams between which the sheet is seen.
    pub seen: (i64, i64),
}

/// What sheets need within their margins: for a ruler of 100 mm and a name beside it.
const LEAST_ROOM: i64 = 125_000;
/// Sheets may begin at each so many micrometres.
const STEP: i64 = 500;
/// Seams lie at each so many micrometres.
pub const SEAM: i64 = 100;
/// No sheet shows less than this share of what it could.
const LEAST_SHARE: i64 = 4;

impl fmt::Display for TilingError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Bounds { what, between: (least, most) } => write!(f, "the {what} is not between {least} and {most} mm"),
            Self::Fit => f.write_str("the sheets in a printer have a size of their own, and `fit` is none; name it, such as A4"),
            Self::Small { paper } => {
                write!(f, "{paper} has less than {} mm within its margins, which is too little for a sheet", LEAST_ROOM / 1000)
            }
        }
    }
}

impl std::error::Error for TilingError {}

impl Tiling {
    /// The overlap that is taken when none is given.
    pub const OVERLAP: Length = Length::micrometres(10_000);
    /// The margin that is taken when none is given.
    pub const MARGIN: Length = Length::micrometres(5_000);
    /// The least and the greatest overlap, in millimetres.
    const OVERLAPS: (u32, u32) = (5, 40);
    /// The least and the greatest margin, in millimetres.
    const MARGINS: (u32, u32) = (0, 40);

    /// Sheets of a paper.
    ///
    /// # Errors
    /// When overlap or margin is out of bounds, or leaves too little of the paper.
    pub fn new(paper: Paper, overlap: Length, margin: Length) -> Result<Self, TilingError> {
        for (what, length, between) in [("overlap", overlap, Self::OVERLAPS), ("margin of sheets", margin, Self::MARGINS)] {
            if !length.is_between(between) {
                return Err(TilingError::Bounds { what, between });
            }
        }
        if paper.fits() {
            return Err(TilingError::Fit);
        }
        let tiling = Self { paper, overlap, margin };
        let short = um(tiling.paper.size.width.min(tiling.paper.size.height)) - 2 * margin.get();
        if short < LEAST_ROOM {
            return Err(TilingError::Small { paper: tiling.paper.name });
        }
        Ok(tiling)
    }

    /// The paper as it lies.
    #[must_use]
    pub fn sheet(&self, orientation: Orientation) -> Size {
        self.paper.oriented(orientation)
    }

    /// How many sheets lie beside each other and how many under each other.
    #[must_use]
    pub fn count(&self, poster: Size, orientation: Orientation) -> (usize, usize) {
        let sheet = self.sheet(orientation);
        (self.along(um(poster.width), um(sheet.width)), self.along(um(poster.height), um(sheet.height)))
    }

    fn along(&self, side: i64, sheet: i64) -> usize {
        let room = sheet - 2 * self.margin.get();
        let more = (side - room).max(0);
        let step = room - self.overlap.get();
        1 + usize::try_from((more + step - 1) / step).unwrap_or(usize::MAX - 1)
    }

    /// Divides one side of a poster, where `costs` says what a seam at each place costs: a number for every [`SEAM`] micrometres. Of
    /// divisions that cost the same it takes the one that is most even.
    #[must_use]
    pub fn divide(&self, side: Mm, sheet: Mm, costs: &[f64]) -> Strip {
        let side = um(side);
        let count = self.along(side, um(sheet));
        let room = um(sheet) - 2 * self.margin.get();
        Divide { side, room, overlap: self.overlap.get(), count, costs }.strip()
    }

    /// The same with seams in equal steps from the first edge on, wherever they go through: what there is to compare with.
    #[must_use]
    pub fn divide_evenly(&self, side: Mm, sheet: Mm) -> Strip {
        let side = um(side);
        let room = um(sheet) - 2 * self.margin.get();
        let overlap = self.overlap.get();
        let count = self.along(side, um(sheet));
        let begins = (0..count).scan(0, |at, _| {
            let begin = *at;
            *at += room - overlap;
            Some((begin, begin + overlap / 2))
        });
        spans(side, overlap, &begins.collect::<Vec<_>>())
    }
}

/// A length as whole micrometres.
#[allow(clippy::cast_possible_truncation, reason = "a page is below a kilometre")]
#[must_use]
pub fn um(length: Mm) -> i64 {
    (length.0 * 1000.0).round() as i64
}

/// Spans from where each sheet begins and where it is cut.
fn spans(side: i64, overlap: i64, begins: &[(i64, i64)]) -> Strip {
    let span = |(index, (begin, seam)): (usize, &(i64, i64))| {
        let next = begins.get(index + 1);
        Span {
            printed: (*begin, next.map_or(side, |(next, _)| next + overlap)),
            seen: (if index == 0 { 0 } else { *seam }, next.map_or(side, |(_, seam)| *seam)),
        }
    };
    Strip { spans: begins.iter().enumerate().map(span).collect() }
}

/// A side that is divided.
struct Divide<'c> {
    side: i64,
    room: i64,
    overlap: i64,
    count: usize,
    costs: &'c [f64],
}

/// Where a sheet may begin, with what the best seam there costs, all sheets before it included.
struct Begin {
    at: i64,
    seam: i64,
    cost: f64,
    /// The place of the sheet before it among its own.
    before: usize,
}

impl Divide<'_> {
    fn strip(&self) -> Strip {
        let mut sheets = vec![vec![Begin { at: 0, seam: 0, cost: 0.0, before: 0 }]];
        for index in 1..self.count {
            let begins = self.begins(index, &sheets[index - 1]);
            sheets.push(begins);
        }
        let cheapest = |begins: &[Begin]| (0..begins.len()).reduce(|a, b| if begins[b].cost < begins[a].cost { b } else { a });
        let mut place = sheets.last().and_then(|begins| cheapest(begins)).unwrap_or(0);
        let mut taken = Vec::new();
        for begins in sheets.iter().rev() {
            let begin = &begins[place];
            taken.push((begin.at, begin.seam));
            place = begin.before;
        }
        taken.reverse();
        spans(self.side, self.overlap, &taken)
    }

    /// Every place at which a sheet may begin.
    fn begins(&self, index: usize, before: &[Begin]) -> Vec<Begin> {
        let step = self.room - self.overlap;
        let sheets = |count: usize| i64::try_from(count).unwrap_or(i64::MAX / self.side.max(1));
        let last = sheets(index) * step;
        let first = self.side - self.room - sheets(self.count - 1 - index) * step;
        let even = (first + last) as f64 / 2.0;
        let places = (0..=(last - first) / STEP).map(|nth| last - nth * STEP);
        let mut begins: Vec<Begin> = Vec::new();
        for at in places.chain([first]) {
            let reached = |begin: &Begin| (step / LEAST_SHARE..=step).contains(&(at - begin.at));
            let before = before.iter().enumerate().filter(|(_, begin)| reached(begin));
            let before = before.reduce(|a, b| if b.1.cost < a.1.cost { b } else { a });
            let Some((before, best)) = before else { continue };
            let (seam, cost) = self.seam(at);
            let uneven = (at as f64 - even).abs() * 1e-9;
            begins.push(Begin { at, seam, cost: best.cost + cost + uneven, before });
        }
        begins
    }

    /// The cheapest seam in the overlap at the beginning of a sheet, the one nearest to its middle of several. On either side room is
    /// left, for marks before it and for glue behind it.
    fn seam(&self, at: i64) -> (i64, f64) {
        let (first, last) = (at + self.overlap / 5, at + self.overlap * 4 / 5);
        let middle = at + self.overlap / 2;
        let mut best = (middle, f64::INFINITY);
        for nth in (first + SEAM - 1).div_euclid(SEAM)..=last.div_euclid(SEAM) {
            let cost = usize::try_from(nth).ok().and_then(|nth| self.costs.get(nth)).copied().unwrap_or(0.0);
            let seam = nth * SEAM;
            if cost < best.1 || cost <= best.1 && (seam - middle).abs() < (best.0 - middle).abs() {
                best = (seam, cost);
            }
        }
        best
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a4() -> Tiling {
        Tiling::new("A4".parse().unwrap(), Tiling::OVERLAP, Tiling::MARGIN).unwrap()
    }

    #[test]
    fn divisions_that_come_out_even_take_no_sheet_more() {
        let a0 = "A0".parse::<Paper>().unwrap().oriented(Orientation::Landscape);
        assert_eq!(a4().count(a0, Orientation::Portrait), (7, 3));
        assert_eq!(a4().count(a0, Orientation::Landscape), (5, 5));
        let a1 = "A1".parse::<Paper>().unwrap().oriented(Orientation::Portrait);
        let sra3 = Tiling::new("SRA3".parse().unwrap(), Tiling::OVERLAP, Tiling::MARGIN).unwrap();
        assert_eq!(sra3.count(a1, Orientation::Portrait), (2, 2), "A1 on four SRA3");
    }

    #[test]
    fn seams_go_where_they_cost_least() {
        // 500 mm on three sheets, where all but one millimetre costs something.
        let mut costs = vec![1.0; 5001];
        costs[1700..1710].fill(0.0);
        let strip = a4().divide(Mm(500.0), Mm(210.0), &costs);
        assert_eq!(strip.spans.len(), 3);
        assert!((170_000..171_000).contains(&strip.spans[0].seen.1), "{strip:?}");
    }

    #[test]
    fn what_leaves_too_little_of_a_sheet_is_refused() {
        let small = Tiling::new("A6".parse().unwrap(), Tiling::OVERLAP, Tiling::MARGIN).unwrap_err();
        assert!(small.to_string().starts_with("A6 has less than 125 mm"), "{small}");
        assert!(Tiling::new("A4".parse().unwrap(), Length::micrometres(4_999), Tiling::MARGIN).is_err());
        assert!(Tiling::new("A4".parse().unwrap(), Tiling::OVERLAP, Length::micrometres(40_001)).is_err());
    }
}
