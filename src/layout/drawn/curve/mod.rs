//! The experience curve: what people go through, large, over the phases. Several curves are named at their ends; what was expected stands
//! behind what came, with the gap between them.

mod captions;
mod stretches;
mod view;

use super::grid::{self, Design, Share};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Journey, LaneKind};
use crate::layout::{Context, Laid, Layout, Make, curves, unhide};
use crate::scene::Scene;
use crate::tongue::say;

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
    let view = view::of(journey, &curves::scale(journey, context.part));
    let (passing, called) = (view.captions.clone(), view.called.clone());
    let design = Design {
        spine: Some(view.spine.clone()),
        share: Share::Most,
        manners: true,
        timed: true,
        passing,
        called,
        turning: view.turning.clone(),
        ..Design::default()
    };
    let mut laid = grid::draw(&view.journey, context, &design);
    laid.warnings.iter_mut().for_each(|warning| view.trace(warning));
    // A template says what it is by itself.
    let lacks = !journey.is_blank() || unhide(context.part, |hidden| hidden.scored).is_some();
    if !has_scores(journey) && lacks && !context.blank {
        laid.warnings.push(no_scores(journey, context));
    }
    laid
}

fn no_scores(journey: &Journey, context: &Context) -> Diagnostic {
    if let Some(help) = unhide(context.part, |hidden| hidden.scored) {
        return Diagnostic::new(Code::NothingToShow, say!("hidden-scores")).at("").help(help);
    }
    let lane = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Emotion);
    let help = match lane.map(|lane| &journey.lanes[lane].id) {
        Some(lane) => say!("no-scores-template-help", lane = lane.as_str(), example = format!("\"{lane}\": -1")),
        None => say!("no-scores-no-lane-help", example = "\"emotion\": -1"),
    };
    let at = lane.map_or_else(String::new, |lane| format!("/lanes/{lane}"));
    Diagnostic::new(Code::NothingToShow, say!("no-scores-template")).at(at).help(help)
}
