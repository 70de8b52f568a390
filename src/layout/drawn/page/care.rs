//! How much of good typesetting may give way so that a poster fits its paper.

use super::frame::{LEAST_PHASE_RATIO, PHASE_RATIO};
use super::{Frame, Sizes};
use crate::scene::Pt;

/// Type up to so many times the least is small: larger type is worth nothing that gives way for it.
pub const BROKEN_UP_TO: f64 = 1.3;

/// What may give way, the least first. A poster is set with the first care at which it takes no more pages than with the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Care {
    /// Nothing: words stay whole, but for one line in fifty.
    Whole,
    /// One line in twelve may end inside a word. Only small type may cost that.
    Broken,
    /// Phase titles are not as much larger than cells as they should be.
    Small,
    /// Words of phase titles break as well, at their joints.
    Joints,
    /// Words break wherever that saves a page.
    Crowded,
    /// Phase titles are no larger than cells, or lose their end.
    Least,
}

impl Care {
    /// All of them, in that order.
    pub const ALL: [Self; 6] = [Self::Whole, Self::Broken, Self::Small, Self::Joints, Self::Crowded, Self::Least];
    /// The share of lines that may end inside a word.
    #[must_use]
    pub fn broken_lines(self) -> f64 {
        match self {
            Self::Whole => 0.02,
            Self::Broken | Self::Small | Self::Joints => 0.08,
            Self::Crowded | Self::Least => 1.0,
        }
    }

    /// How much larger than cells phase titles are at least.
    #[must_use]
    pub fn phase_ratio(self) -> f64 {
        match self {
            Self::Whole | Self::Broken => PHASE_RATIO,
            Self::Small | Self::Joints | Self::Crowded => LEAST_PHASE_RATIO,
            Self::Least => 1.0,
        }
    }

    /// The sizes of cell text that may cost this, smallest first: words are broken, and titles made small, to save the fit and never to
    /// gain size.
    #[must_use]
    pub fn candidates(self, frame: &Frame) -> Vec<Pt> {
        let all = frame.candidates();
        let most = match self {
            Self::Whole => return all,
            Self::Broken => BROKEN_UP_TO,
            Self::Small | Self::Joints | Self::Crowded | Self::Least => 1.0,
        };
        let least = frame.least.cell_min;
        all.into_iter().filter(|size| size.0 <= least.0 * most).collect()
    }

    /// What gave way when so many of so many lines end inside a word, and phase titles are of a size beside cells and in whole words or not.
    #[must_use]
    pub fn of((broken, lines): (usize, usize), whole_titles: bool, sizes: &Sizes) -> Self {
        let ratio = sizes.phase.0 / sizes.cell.0;
        let meets = |care: &Self| {
            // A poster of few lines may have one that does.
            let few = broken <= 1 && *care != Self::Whole;
            let titles = whole_titles || *care >= Self::Joints;
            titles && (few || broken as f64 <= care.broken_lines() * lines as f64) && ratio >= care.phase_ratio() - 1e-9
        };
        Self::ALL.into_iter().find(meets).unwrap_or(Self::Least)
    }
}

impl Sizes {
    /// The largest size that phase titles may take beside cells: read from the middle distance, and never out of all proportion.
    #[must_use]
    pub fn largest_phase(&self, frame: &Frame) -> Pt {
        let ratio = if frame.spares_ink { PHASE_RATIO } else { 2.1 };
        Pt((self.cell.0 * ratio * 2.0).floor() / 2.0).max(frame.least.phase_min).max(self.phase)
    }
}
