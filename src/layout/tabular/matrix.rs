//! The tabular matrix: phases across, lanes down.

use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make};
use crate::sheet::Workbook;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a sheet",
    make: Make::Tabular(fill),
};

fn fill(_journey: &Journey, _context: &Context) -> Laid<Workbook> {
    todo!()
}
