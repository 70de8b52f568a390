//! How each row and column of a table was understood, in words.

use super::lanes::Lane;
use super::left::Work;
use super::phases::{Phase, Stage};
use super::shape::Shape;
use super::view::View;
use crate::journey::LaneKind;
use crate::journey::aliases::near_phase;
use crate::read::book::At;

/// That there is a table on the sheet.
pub fn sheet(shape: &Shape, work: &mut Work) {
    let way = if shape.across { "across" } else { "down" };
    work.step_of(shape.sheet, "", format!("a matrix with its phases {way}"));
}

/// What the rows and columns of the table are.
pub fn table(
    view: &View,
    shape: &Shape,
    (stages, stage_row): (&[Stage], Option<usize>),
    phases: &[Phase],
    (lanes, folded): (&[Lane], &[(Lane, &str)]),
    work: &mut Work,
) {
    if let Some(row) = stage_row {
        let titles: Vec<_> = stages.iter().map(|stage| format!("“{}”", stage.title)).collect();
        work.step_of(shape.sheet, &row_name(view, row), format!("stages {}", titles.join(", ")));
    }
    for phase in phases {
        if !phase.named {
            let meaning = format!("a phase without a name, called “{}”", phase.title);
            work.step_of(shape.sheet, &column_name(view, phase.first), meaning);
            continue;
        }
        let known = near_phase(&phase.title).filter(|id| *id == phase.id);
        let known = known.map(|id| format!(" ({id})")).unwrap_or_default();
        work.step_of(shape.sheet, &column_name(view, phase.first), format!("phase “{}”{known}", phase.title));
    }
    for lane in lanes {
        let kind = match (lane.kind, lane.holds()) {
            (None, LaneKind::Emotion) => "emotion: it holds nothing but scores".to_owned(),
            (None, LaneKind::Measure) => "measure: it holds nothing but numbers, and nobody knows the name".to_owned(),
            (None, _) => "text: nobody knows the name".to_owned(),
            (Some(_), kind) => kind.name().to_owned(),
        };
        for (index, row) in lane.rows.iter().enumerate() {
            let says = |spot: At| if view.across { spot.row == *row } else { spot.column == *row };
            let meaning = match index {
                0 => format!("lane “{}” ({kind})", lane.title),
                _ if lane.reasons.iter().any(|cell| says(cell.spot.at)) => format!("the words to the scores of “{}”", lane.title),
                _ => format!("goes on with “{}”", lane.title),
            };
            work.step_of(shape.sheet, &row_name(view, *row), meaning);
        }
    }
    for (lane, field) in folded {
        let meaning = format!("“{}” is the {field} of the contact beside it", lane.title);
        work.step_at(lane.spot, view.across, meaning);
    }
}

/// A row of the view, as the sheet calls it.
fn row_name(view: &View, row: usize) -> String {
    if view.across { format!("row {}", row + 1) } else { format!("column {}", letters(row)) }
}

/// A column of the view, as the sheet calls it.
fn column_name(view: &View, column: usize) -> String {
    if view.across { format!("column {}", letters(column)) } else { format!("row {}", column + 1) }
}

fn letters(column: usize) -> String {
    At { row: 0, column }.to_string().trim_end_matches('1').to_owned()
}
