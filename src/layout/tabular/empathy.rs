//! The empathy maps, one persona a column: the question, and the six fields.

use super::profiles;
use crate::forms::record::{Field, tables};
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "empathy",
    summary: "The empathy maps, one persona a column",
    shows: &|journey| journey.personas.iter().any(|persona| persona.empathy.is_some()),
    parts: &[Part::Empathy],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    profiles::sheet(journey, context, &tables::empathy(journey), like)
}

/// The lane that a field is like.
fn like(field: &Field) -> LaneKind {
    match field.path.as_str() {
        "pains" => LaneKind::Barrier,
        "gains" => LaneKind::Touchpoint,
        "thinks_and_feels" | "sees" | "hears" | "says_and_does" => LaneKind::Action,
        _ => LaneKind::Text,
    }
}
