//! The search for the largest type that fits.

/// More pages than any journey takes.
pub const ANY: usize = u32::MAX as usize;

/// On more pages than this, sizes are tried from the least one up: much larger ones take more pages, and to try one is dear.
const FEW_PAGES: usize = 4;

/// The plan with the largest type that takes no more pages than the least type does; nothing when that takes more than `most`. `attempt`
/// sets everything at one of `candidates` sizes, the least first, and gives up as soon as it takes more pages than it may.
pub fn largest<P>(
    candidates: usize,
    most: usize,
    pages_of: impl Fn(&P) -> usize,
    mut attempt: impl FnMut(usize, usize) -> Option<P>,
) -> Option<P> {
    let mut best = attempt(0, most)?;
    let pages = pages_of(&best);
    let (mut low, mut high) = (0, candidates - 1);
    let mut step = 1;
    while low < high {
        let middle = (low + high).div_ceil(2);
        let middle = if pages > FEW_PAGES { middle.min(low + step) } else { middle };
        if let Some(plan) = attempt(middle, pages) {
            best = plan;
            low = middle;
            step *= 2;
        } else {
            high = middle - 1;
        }
    }
    Some(best)
}
