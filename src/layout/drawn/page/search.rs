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

/// The plan with the largest type that takes no more pages than the least type does, and in which no more gives way; nothing when that takes
/// more than `most`. `attempt` sets everything at a size, and gives up as soon as it takes more pages, or gives way more, than it may;
/// `measure` tells of a plan what gave way and how many pages it takes.
pub fn best<P>(
    frame: Frame,
    most: usize,
    measure: impl Fn(&P) -> (Care, usize),
    mut attempt: impl FnMut(Trial) -> Option<P>,
) -> Option<P> {
    // What gives way at the least size, where all may, gives way at any: the sizes above it need not ask for less.
    let mut best = attempt(Trial { frame, cell: frame.least.cell_min, care: Care::Least, most })?;
    let (care, pages) = measure(&best);
    let sizes = care.candidates(&frame);
    let (mut low, mut high) = (0, sizes.len() - 1);
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
