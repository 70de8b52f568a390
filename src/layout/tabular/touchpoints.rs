//! The contact moments, one below another: what a timeline shows, to sort, to filter and to count.

use super::records::{self, Extras};
use crate::forms::record::tables;
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "touchpoints",
    summary: "One row a contact moment, in the order of the journey",
    shows: &has_touchpoints,
    parts: &[],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn has_touchpoints(journey: &Journey) -> bool {
    let lanes = journey.lanes.iter().enumerate().filter(|(_, lane)| lane.kind == LaneKind::Touchpoint);
    lanes.into_iter().any(|(index, _)| journey.phases.iter().any(|phase| !phase.cells[index].is_empty()))
}

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    let scales = journey.lanes.iter().zip(1..).filter_map(|(lane, number)| {
        let scale = lane.scale.as_ref()?;
        let ((low, bad), (high, good)) = super::look::judged(scale.min, scale.max);
        Some((format!("score/{number}"), (low, bad), (high, good)))
    });
    let extras = Extras { scales: scales.collect(), lines: Vec::new() };
    records::sheet(journey, context, &tables::touchpoints(journey), &extras)
}
