//! How each row and column of a table was understood, in words.

use super::lanes::Lane;
use super::left::{self, Work};
use super::phases::Phase;
use super::shape::Shape;
use super::stages::Stage;
use super::view::View;
use crate::journey::LaneKind;
use crate::journey::aliases::near_phase;
use crate::read::book::At;
use crate::tongue::{Phrase, say};

/// That there is a table on the sheet.
pub fn sheet(shape: &Shape, work: &mut Work) {
    let way = if shape.across { "across" } else { "down" };
    work.step_of(shape.sheet, None, say!("explain-matrix", way = way));
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
        work.step_of(shape.sheet, Some(row_name(view, row)), say!("explain-stages", names = titles.join(", ")));
    }
    for phase in phases {
        if !phase.named {
            let meaning = say!("explain-nameless", name = &phase.title);
            work.step_of(shape.sheet, Some(column_name(view, phase.first)), meaning);
            continue;
        }
        let known = near_phase(&phase.title).filter(|id| *id == phase.id);
        let place = phase.wrapped.map_or_else(|| column_name(view, phase.first), |row| row_name(view, row));
        work.step_of(shape.sheet, Some(place), phase_called(&phase.title, known));
    }
    for lane in lanes {
        let kind = match (lane.kind, lane.holds()) {
            (None, LaneKind::Emotion) => say!("explain-only-scores"),
            (None, LaneKind::Measure) => say!("explain-only-numbers"),
            (None, _) => say!("explain-unknown-lane"),
            (Some(_), kind) => kind.name().into(),
        };
        for (index, row) in lane.rows.iter().enumerate() {
            let says = |spot: At| if view.across { spot.row == *row } else { spot.column == *row };
            let meaning = match index {
                0 => say!("explain-lane", name = &lane.title, kind = kind.clone()),
                _ if lane.reasons.iter().any(|cell| says(cell.spot.at)) => say!("explain-words", name = &lane.title),
                _ => say!("explain-goes-on", name = &lane.title),
            };
            work.step_of(shape.sheet, Some(row_name(view, *row)), meaning);
        }
    }
    for (lane, field) in folded {
        let meaning = say!("explain-folded", name = &lane.title, field = *field);
        work.step_at(lane.spot, view.across, meaning);
    }
}

/// A row of the view, as the sheet calls it.
fn row_name(view: &View, row: usize) -> Phrase {
    if view.across { left::row(row) } else { left::column(row) }
}

/// A column of the view, as the sheet calls it.
fn column_name(view: &View, column: usize) -> Phrase {
    if view.across { left::column(column) } else { left::row(column) }
}

/// A phase, with what it is called in any journey where that is known.
pub fn phase_called(title: &str, known: Option<&str>) -> Phrase {
    match known {
        Some(id) => say!("explain-known-phase", name = title, id = id),
        None => say!("explain-phase", name = title),
    }
}

/// A lane, with what it holds where its name is known.
pub fn lane_called(title: &str, kind: Option<LaneKind>) -> Phrase {
    let kind = kind.map_or_else(|| say!("explain-unknown-lane"), |kind| kind.name().into());
    say!("explain-lane", name = title, kind = kind)
}
