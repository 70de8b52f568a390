//! What a timeline has to say of its fit.

use super::content::Content;
use super::flow::Piece;
use super::plan::{Plan, fits};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::page::Fitted;
use crate::layout::drawn::text::Place;
use crate::paper::Paper;

/// One warning for each page behind the first: the phases on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan) -> Vec<Diagnostic> {
    if plan.pages.len() == 1 {
        return Vec::new();
    }
    let paper = content.context.paper;
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let help = match paper.growing().filter(larger).find(|larger| fits(content, larger)) {
        Some(larger) => format!("all of it fits on one page of {}", larger.name),
        None => "no paper up to 4A0 holds all of it on one page; divide the journey or shorten its text".to_owned(),
    };
    let pages = plan.pages.iter().enumerate().skip(1);
    let warning = |(index, pieces): (usize, &Vec<(Piece, _)>)| {
        let systems = pieces.iter().filter_map(|(piece, _)| match piece {
            Piece::Row { system, .. } => Some(&plan.systems[*system]),
            Piece::Text(_) | Piece::Said(_) => None,
        });
        let systems: Vec<_> = systems.collect();
        let first = systems.iter().find_map(|system| system.notes.first()).map(|note| &content.moments[note.moment])?;
        let mut phases: Vec<usize> = systems.iter().flat_map(|system| &system.brackets).map(|bracket| bracket.phase).collect();
        phases.sort_unstable();
        phases.dedup();
        let names: Vec<String> = phases.iter().map(|phase| Place::name(&content.journey.phases[*phase].title)).collect();
        let message = format!(
            "page {} holds what {} has no room for at the least legible size of {} pt: {} {}",
            index + 1,
            paper.name,
            plan.setting.frame.least.cell_min.0,
            if names.len() == 1 { "phase" } else { "phases" },
            names.join(", "),
        );
        Some(
            Diagnostic::new(Code::DoesNotFit, message)
                .at(content.journey.pointer_to_cell(first.phase, first.lane))
                .help(help.clone()),
        )
    };
    pages.filter_map(warning).collect()
}

/// What there is to know of the fit. Notes stand for themselves, so that none makes another higher.
pub(super) fn fitted(content: &Content, plan: &Plan) -> Fitted {
    let smallest = content.context.paper.growing().find(|other| fits(content, other));
    Fitted { pages: plan.pages.len(), tightest: None, smallest }
}
