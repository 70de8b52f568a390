//! The storyboard: a row a panel, with what it tells, what is seen and what it shows.

use super::records::{self, Extras};
use crate::forms::record::tables;
use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "storyboard",
    summary: "The panels of the storyboard, one a row",
    shows: &|journey| !journey.storyboard.is_empty(),
    parts: &[Part::Storyboard],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    records::sheet(journey, context, &tables::storyboard(journey), &Extras::default())
}
