//! The drawn matrix: phases across, lanes down.

use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make};
use crate::scene::Scene;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a poster",
    make: Make::Drawn(draw),
};

fn draw(_journey: &Journey, _context: &Context) -> Laid<Scene> {
    todo!()
}
