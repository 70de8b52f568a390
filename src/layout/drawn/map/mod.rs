//! The drawn map: the whole journey on a wall. Under head, stages and arrows the curve is the spine; below it stand the lanes, each kind
//! in its own manner, and below the line of visibility what the customer does not see.

mod arrange;
mod records;

use super::grid::{self, Design};
use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make, Part};
use crate::scene::Scene;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "map",
    summary: "The whole journey as a poster: the curve as its spine, each lane in its own manner, backstage below",
    shows: &|_| true,
    parts: &[Part::Lanes, Part::Descriptions, Part::Links, Part::Measurements, Part::Opportunities],
    make: Make::Drawn(&draw),
};

fn draw(journey: &Journey, context: &Context) -> Laid<Scene> {
    let arranged = arrange::arrange(journey);
    let (spine, figures) = (arranged.spine.clone(), arranged.figures.clone());
    let design = Design { spine, manners: true, timed: true, linked: true, figures, ..Design::default() };
    let mut laid = grid::draw(&arranged.journey, context, &design);
    for warning in &mut laid.warnings {
        arranged.trace(warning);
    }
    laid
}
