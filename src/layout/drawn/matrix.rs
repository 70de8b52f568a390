//! The drawn matrix: phases across, lanes down in the order in which they are written, a card for each cell.

use super::grid::{self, Design};
use crate::layout::{Layout, Make};

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a poster",
    shows: &|_| true,
    parts: &[],
    make: Make::Drawn(&|journey, context| grid::draw(journey, context, &Design::default())),
};
