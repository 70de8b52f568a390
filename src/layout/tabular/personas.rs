//! The personas, one a column: who they are, how they live, and what they have to do with the product.

use super::profiles;
use crate::forms::record::{Field, tables};
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "personas",
    summary: "The personas, one a column",
    shows: &|journey| !journey.personas.is_empty(),
    parts: &[Part::Personas],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    profiles::sheet(journey, context, &tables::personas(journey), like)
}

/// The lane that a field is like.
fn like(field: &Field) -> LaneKind {
    match field.path.split('/').next() {
        Some("product") => LaneKind::Touchpoint,
        Some("activities" | "interests" | "opinions" | "lifestyle" | "character" | "generation") => LaneKind::Action,
        Some("quotes" | "media") => LaneKind::Opportunity,
        _ => LaneKind::Text,
    }
}
