//! The tables, each with its fields in the order of the columns.

mod empathy;
mod measurements;
mod opportunities;
mod personas;
mod storyboard;
mod touchpoints;

use super::Table;
use crate::journey::Journey;
pub use empathy::empathy;
pub use measurements::measurements;
pub use opportunities::opportunities;
pub use personas::personas;
pub use storyboard::storyboard;
pub use touchpoints::touchpoints;

/// Every table of a journey, in the order of a workbook.
#[must_use]
pub fn all(journey: &Journey) -> Vec<Table> {
    [touchpoints, personas, empathy, measurements, opportunities, storyboard].map(|table| table(journey)).into()
}
