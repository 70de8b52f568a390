//! The experience curve: what people go through, large, over the phases. Several curves are named at their ends; what was expected stands
//! behind what came, with the gap between them.

mod captions;
mod stretches;
mod view;

use super::grid::{self, Design, Share};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make};
use crate::scene::Scene;

pub use view::shown;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "curve",
    summary: "What people go through as one large curve: several personas, expectation against experience",
    shows: &has_scores,
    parts: &[],
    make: Make::Drawn(&draw),
};

/// Whether there is a score to draw.
fn has_scores(journey: &Journey) -> bool {
    journey.phases.iter().any(|phase| phase.cells.iter().flatten().any(|item| item.score.is_some()))
}

fn draw(journey: &Journey, context: &Context) -> Laid<Scene> {
    let view = view::of(journey);
    let passing = view.captions.clone();
    let design =
        Design { spine: Some(view.spine.clone()), share: Share::Most, manners: true, timed: true, passing, ..Design::default() };
    let mut laid = grid::draw(&view.journey, context, &design);
    laid.warnings.iter_mut().for_each(|warning| view.trace(warning));
    // A template says what it is by itself.
    if !has_scores(journey) && !journey.is_blank() && !context.blank {
        laid.warnings.push(no_scores(journey));
    }
    laid
}

fn no_scores(journey: &Journey) -> Diagnostic {
    let lane = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Emotion);
    let help = match lane {
        Some(lane) => format!("give the phases a score in lane `{}`, such as \"{0}\": -1", journey.lanes[lane].id),
        None => "give the phases a score, such as \"emotion\": -1".to_owned(),
    };
    let message = "the journey has no scores, and a curve shows nothing else: its template was made, to be drawn in by hand";
    Diagnostic::new(Code::NothingToShow, message).at(lane.map_or_else(String::new, |lane| format!("/lanes/{lane}"))).help(help)
}
