//! The search for the largest type that fits.

use super::{Care, Frame};
use crate::scene::Pt;

/// What is to be tried.
#[derive(Debug, Clone, Copy)]
pub struct Trial {
    /// The page.
    pub frame: Frame,
    /// The size of cell text.
    pub cell: Pt,
    /// What may give way.
    pub care: Care,
    /// More pages than this are not worth it.
    pub most: usize,
}

/// More pages than any journey takes.
pub const ANY: usize = u32::MAX as usize;

/// On more pages than this, sizes are tried from the least one up: much larger ones take more pages, and to try one is dear.
const FEW_PAGES: usize = 4;

/// Whether something takes so many pages that nobody hangs it up, nor finds a paper for all of it. It is set once, in least type: to look for
/// larger type, another way of the paper or a larger one takes many times as long, and what it would win is lost in the pile.
#[must_use]
pub fn is_vast(pages: usize) -> bool {
    pages > MANY_PAGES
}

/// The largest paper is 32 times the smallest of the wall.
const MANY_PAGES: usize = 32;

/// What a plan came to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome {
    /// How many pages it takes.
    pub pages: usize,
    /// What gave way.
    pub care: Care,
    /// The size of cell text.
    pub cell: Pt,
}

/// The plan with the largest type that takes no more pages than the least type does, and in which no more gives way. `attempt` sets
/// everything at a size, and gives up as soon as it takes more pages, or gives way more, than it may; `measure` tells what a plan came to.
/// Nothing when it takes more pages than `most`, or cannot come to as much as another plan that is there already.
pub fn best<P>(
    frame: Frame,
    most: usize,
    other: Option<Outcome>,
    measure: impl Fn(&P) -> Outcome,
    mut attempt: impl FnMut(Trial) -> Option<P>,
) -> Option<P> {
    // What gives way at the least size, where all may, gives way at any: the sizes above it need not ask for less.
    let mut best = attempt(Trial { frame, cell: frame.least.cell_min, care: Care::Least, most })?;
    let Outcome { pages, care, .. } = measure(&best);
    if is_vast(pages) {
        return Some(best);
    }
    let sizes = care.candidates(&frame);
    let (mut low, mut high) = (0, sizes.len() - 1);
    if let Some(other) = other {
        if (other.pages, other.care) < (pages, care) {
            return None;
        }
        if (other.pages, other.care) == (pages, care) {
            let enough = sizes.iter().position(|size| *size >= other.cell)?;
            if enough > 0 {
                best = attempt(Trial { frame, cell: sizes[enough], care, most: pages })?;
                low = enough;
            }
        }
    }
    let mut step = 1;
    while low < high {
        let middle = (low + high).div_ceil(2);
        let middle = if pages > FEW_PAGES { middle.min(low + step) } else { middle };
        if let Some(plan) = attempt(Trial { frame, cell: sizes[middle], care, most: pages }) {
            best = plan;
            low = middle;
            step *= 2;
        } else {
            high = middle - 1;
        }
    }
    Some(best)
}
