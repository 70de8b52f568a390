//! What the layout has to say: what went on on further pages.

use std::collections::BTreeSet;

use super::content::Content;
use super::fit::{fits, is_read, smallest};
use super::pages::{Fragment, PageRows};
use super::plan::{Panel, Plan};
use super::row::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::page::{Care, may_be_advised, readable_on};
use crate::layout::drawn::text::Place;
use crate::paper::{Orientation, Paper};
use crate::tongue::{Phrase, joined, say};

/// One warning for each page behind the first: what stands on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan, paper: &Paper, orientation: Option<Orientation>) -> Vec<Diagnostic> {
    if plan.page_count() == 1 {
        return Vec::new();
    }
    let help = match smallest(content, plan, (paper, orientation)) {
        Some(larger) => say!("overflow-all", paper = larger.name),
        None => say!("overflow-none"),
    };
    // All of it may have room on the page, but not in whole words.
    let in_pieces = may_be_advised(content.journey, plan.page_count()) && fits(content, paper, orientation, Care::Least);
    let pages = plan.panels.iter().flat_map(|panel| panel.pages.iter().map(move |page| (panel, page)));
    let behind_the_first = pages.enumerate().skip(1);
    behind_the_first
        .map(|(index, (panel, page))| {
            let (what, pointer) = on(content, panel, page);
            let (page, paper, points) = (index + 1, &paper.name, plan.setting.frame.least.cell_min.0);
            let message = if in_pieces {
                say!("overflow-in-pieces", page = page, paper = paper, what = what)
            } else {
                say!("overflow-page", page = page, paper = paper, points = points, what = what)
            };
            Diagnostic::new(Code::DoesNotFit, message).at(pointer).help(help.clone())
        })
        .collect()
}

/// What stands on a page in words, and where the first of it stands in the journey.
fn on(content: &Content, panel: &Panel, page: &PageRows) -> (Phrase, String) {
    let cells = cells_of(panel, page);
    let first = panel.table.phases.start;
    let pointer = match cells.first() {
        Some((lane, phases)) => content.journey.pointer_to_cell(phases.first().copied().unwrap_or(first), *lane),
        None => format!("/phases/{first}"),
    };
    let kinds = || page.fragments.iter().map(|fragment| panel.table.rows[fragment.row].kind);
    let curve = kinds().any(|kind| matches!(kind, RowKind::Curves { .. })).then(|| say!("overflow-curve"));
    let said = kinds().any(|kind| kind == RowKind::Descriptions).then(|| say!("overflow-descriptions"));
    let across = kinds().any(|kind| kind == RowKind::Across).then(|| say!("overflow-across"));
    let what = curve.into_iter().chain(listed(content, &cells)).chain(said).chain(across);
    // A page of phases with nothing in them is named by these.
    let what = joined(what).unwrap_or_else(|| phases_named(content, panel.table.phases.clone()));
    (what, pointer)
}

/// The lanes on a page, each with the phases of its text; of one that is still to be written in, none.
fn cells_of(panel: &Panel, page: &PageRows) -> Vec<(usize, Vec<usize>)> {
    let phases = |fragment: &Fragment| {
        let cells = panel.table.phases.clone().zip(&fragment.cells);
        let mut phases: BTreeSet<usize> = cells.filter(|(_, lines)| !lines.is_empty()).map(|(phase, _)| phase).collect();
        let bars = fragment.bars.bars(&panel.table.rows[fragment.row]);
        phases.extend(bars.filter(|(bar, _)| !bar.before).map(|(bar, _)| bar.item.0));
        phases.into_iter().collect::<Vec<_>>()
    };
    let lane = |fragment: &Fragment| match panel.table.rows[fragment.row].kind {
        RowKind::Lane(lane) => Some((lane, phases(fragment))),
        RowKind::Curves { .. } | RowKind::Descriptions | RowKind::Across | RowKind::Sight => None,
    };
    let lanes: Vec<_> = page.fragments.iter().filter_map(lane).collect();
    let filled: Vec<_> = lanes.iter().filter(|(_, phases)| !phases.is_empty()).cloned().collect();
    if filled.is_empty() { lanes } else { filled }
}

/// Lanes by name; those with the same phases together.
fn listed(content: &Content, cells: &[(usize, Vec<usize>)]) -> Vec<Phrase> {
    // Of a lane that stands here with all that it says, no phases are named.
    let said = |lane: usize| {
        let cells = content.lanes[lane].cells.iter().enumerate();
        cells.filter(|(_, cell)| !cell.is_empty()).map(|(phase, _)| phase).collect::<Vec<_>>()
    };
    let all = content.journey.phases.len();
    let short = |(lane, phases): &(usize, Vec<usize>)| {
        let whole = phases.len() < all && said(*lane) == *phases;
        (*lane, if whole { Vec::new() } else { phases.clone() })
    };
    let cells: Vec<(usize, Vec<usize>)> = cells.iter().map(short).collect();
    let groups = cells.chunk_by(|a, b| a.1 == b.1).map(|group| {
        let lanes = Place::listed(group.iter().map(|(lane, _)| content.journey.lanes[*lane].title.as_str()));
        let phases = &group[0].1;
        let of = match phases.len() {
            0 => return say!("overflow-empty-lanes", count = group.len(), lanes = lanes),
            all if all == content.journey.phases.len() && all > 1 => say!("overflow-all-phases"),
            _ => phases_named(content, phases.iter().copied()),
        };
        say!("overflow-lanes", count = group.len(), lanes = lanes, phases = of)
    });
    groups.collect()
}

/// Phases by name.
fn phases_named(content: &Content, phases: impl ExactSizeIterator<Item = usize>) -> Phrase {
    let count = phases.len();
    let names = Place::listed(phases.map(|phase| content.journey.phases[phase].title.as_str()));
    say!("overflow-phases", count = count, phases = names)
}

/// The smallest larger paper on which phase titles can be read.
pub(super) fn readable(content: &Content, plan: &Plan, (paper, orientation): Of) -> Option<Paper> {
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let asked = may_be_advised(content.journey, plan.page_count());
    readable_on(paper.growing().filter(larger).filter(|_| asked), (plan.care, &plan.setting), |other| {
        is_read(content, other, orientation)
    })
}

/// The paper of a poster, and how it was asked to lie.
type Of<'a> = (&'a Paper, Option<Orientation>);
