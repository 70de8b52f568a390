//! What a timeline has to say of its fit.

use super::content::Content;
use super::flow::Piece;
use super::plan::{Plan, fits, plan};
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::page::{Care, Fitted, Setting, is_hard_to_read, may_be_advised, readable_on};
use crate::layout::drawn::text::Place;
use crate::paper::Paper;
use crate::tongue::{Phrase, joined, say};

/// One warning for each page behind the first: the phases on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan) -> Vec<Diagnostic> {
    if plan.pages.len() == 1 {
        return Vec::new();
    }
    let paper = content.context.paper;
    let help = match larger(paper).find(|larger| fits(content, larger)) {
        Some(larger) => say!("overflow-all", paper = larger.name),
        None => say!("overflow-none"),
    };
    let pages = plan.pages.iter().enumerate().skip(1);
    let warning = |(index, pieces): (usize, &Vec<(Piece, _)>)| {
        let systems = pieces.iter().filter_map(|(piece, _)| match piece {
            Piece::Row { system, .. } => Some(&plan.systems[*system]),
            Piece::Text(_) | Piece::Said(_) => None,
        });
        let systems: Vec<_> = systems.collect();
        let first = systems.iter().find_map(|system| system.notes.first()).map(|note| &content.moments[note.moment]);
        let mut phases: Vec<usize> = systems.iter().flat_map(|system| &system.brackets).map(|bracket| bracket.phase).collect();
        phases.sort_unstable();
        phases.dedup();
        let names = Place::listed(phases.iter().map(|phase| content.journey.phases[*phase].title.as_str()));
        let named = (!phases.is_empty()).then(|| say!("overflow-phases", count = phases.len(), phases = names));
        let said = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Said(_))).then(|| say!("overflow-descriptions"));
        let across = pieces.iter().any(|(piece, _)| matches!(piece, Piece::Text(_))).then(|| say!("overflow-across"));
        let what = joined(named.into_iter().chain(said).chain(across))?;
        let pointer = first.map_or_else(String::new, |first| content.journey.pointer_to_cell(first.phase, first.lane));
        Some(does_not_fit(index + 1, paper, &plan.setting, what).at(pointer).help(help.clone()))
    };
    pages.filter_map(warning).collect()
}

/// That a page behind the first is needed, and for what.
pub(super) fn does_not_fit(page: usize, paper: &Paper, setting: &Setting, what: Phrase) -> Diagnostic {
    let points = setting.frame.least.cell_min.0;
    Diagnostic::new(Code::DoesNotFit, say!("overflow-page", page = page, paper = &paper.name, points = points, what = what))
}

/// The papers that are larger than one.
pub(super) fn larger(paper: &Paper) -> impl Iterator<Item = Paper> {
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    paper.growing().filter(larger)
}

/// The same, where it may be asked what stands on them.
pub(super) fn asked<'c>(content: &'c Content) -> impl Iterator<Item = Paper> + 'c {
    let asked = may_be_advised(content.journey);
    larger(content.context.paper).filter(move |_| asked)
}

/// The smallest larger paper on which phase titles can be read.
pub(super) fn readable(content: &Content, found: (Care, &Setting)) -> Option<Paper> {
    readable_on(asked(content), found, |other| {
        let plan = plan(content, other);
        !is_hard_to_read(plan.care, &plan.setting)
    })
}

/// What there is to know of the fit. Notes stand for themselves, so that none makes another higher.
pub(super) fn fitted(content: &Content, plan: &Plan) -> Fitted {
    let smallest = content.context.paper.growing().find(|other| fits(content, other));
    Fitted { pages: plan.pages.len(), tightest: None, smallest, notes: false }
}
