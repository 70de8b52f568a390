//! The drawn matrix: phases across, lanes down in the order in which they are written, a card for each cell. Among curves that share an
//! area the one of what customers go through comes first, and has the faces.

use super::grid::{self, Design, Order};
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make, Part, curves};
use crate::scene::Scene;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a poster",
    shows: &|_| true,
    parts: &[Part::Lanes, Part::Descriptions],
    make: Make::Drawn(&draw),
};

/// The rows of a matrix of which nothing is there yet but titles.
const TEMPLATE: [LaneKind; 5] =
    [LaneKind::Action, LaneKind::Touchpoint, LaneKind::Emotion, LaneKind::Barrier, LaneKind::Opportunity];

fn draw(journey: &Journey, context: &Context) -> Laid<Scene> {
    let ranked = |group: std::ops::Range<usize>| {
        let places = curves::ranked(&journey.lanes[group.clone()]);
        places.into_iter().map(move |place| group.start + place)
    };
    if journey.lanes.is_empty() {
        let mut journey = journey.clone();
        grid::template(&mut journey, &TEMPLATE);
        return grid::draw(&journey, context, &Design::default());
    }
    let lanes: Vec<usize> = curves::groups(journey).into_iter().flat_map(ranked).collect();
    if lanes.is_sorted() {
        return grid::draw(journey, context, &Design::default());
    }
    let mut journey = journey.clone();
    let order = Order::apply(lanes, &mut journey);
    let mut laid = grid::draw(&journey, context, &Design::default());
    laid.warnings.iter_mut().for_each(|warning| order.trace(warning));
    laid
}
