//! What the layout has to say: cells that went on on further pages.

use std::collections::BTreeSet;

use super::content::Content;
use super::fit::{self, Panel, Plan, smallest};
use super::notes;
use super::pages::{Fragment, PageRows};
use super::rows::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::text::Place;
use crate::paper::{Orientation, Paper};
use crate::scene::{Mm, Size};

/// One warning for each page behind the first: the lanes and phases on it, and the paper on which nothing would have to be.
pub(super) fn overflow(content: &Content, plan: &Plan, paper: &Paper, orientation: Option<Orientation>) -> Vec<Diagnostic> {
    if plan.page_count() == 1 {
        return Vec::new();
    }
    let help = match smallest(content, plan, (paper, orientation)) {
        Some(larger) => format!("all of it fits on one page of {}", larger.name),
        None => "no paper up to 4A0 holds all of it on one page; divide the journey or shorten its text".to_owned(),
    };
    let pages = plan.panels.iter().flat_map(|panel| panel.pages.iter().map(move |page| (panel, page)));
    let behind_the_first = pages.enumerate().skip(1);
    behind_the_first
        .filter_map(|(index, (panel, page))| {
            let cells = cells_of(panel, page);
            let (first_lane, first_phases) = cells.first()?;
            let message = format!(
                "page {} holds what {} has no room for at the least legible size of {} pt: {}",
                index + 1,
                paper.name,
                plan.setting.frame.least.cell_min.0,
                listed(content, &cells),
            );
            let pointer = content.journey.pointer_to_cell(first_phases[0], *first_lane);
            Some(Diagnostic::new(Code::DoesNotFit, message).at(pointer).help(help.clone()))
        })
        .collect()
}

/// The lanes with text on a page, each with the phases of that text.
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
    page.fragments.iter().filter_map(lane).filter(|(_, phases)| !phases.is_empty()).collect()
}

/// Lanes by name; those with the same phases together.
fn listed(content: &Content, cells: &[(usize, Vec<usize>)]) -> String {
    let lane = |index: usize| Place::name(&content.journey.lanes[index].title);
    let phase = |index: &usize| Place::name(&content.journey.phases[*index].title);
    let groups = cells.chunk_by(|a, b| a.1 == b.1).map(|group| {
        let lanes: Vec<String> = group.iter().map(|(index, _)| lane(*index)).collect();
        let phases = &group[0].1;
        let of = match phases.len() {
            1 => format!("phase {}", phase(&phases[0])),
            all if all == content.journey.phases.len() => "all phases".to_owned(),
            _ => format!("phases {}", phases.iter().map(phase).collect::<Vec<_>>().join(", ")),
        };
        format!("{} {} ({of})", if lanes.len() == 1 { "lane" } else { "lanes" }, lanes.join(", "))
    });
    groups.collect::<Vec<_>>().join("; ")
}

/// How many notes the cells of a blank poster hold, and where they hold none the paper on which they would.
pub(super) fn held_notes(content: &Content, plan: &Plan, paper: &Paper, orientation: Option<Orientation>) -> Option<Diagnostic> {
    if !content.blank {
        return None;
    }
    let cell = smallest_blank(plan)?;
    let each = held(cell);
    let size = format!("{:.0} × {:.0} mm", cell.width.0.floor(), cell.height.0.floor());
    let code = Code::StickyNotes;
    if each > 0 {
        let rows = content.journey.lanes.iter().filter(|lane| lane.scale.is_none()).count();
        let cells = content.journey.phases.len() * rows;
        let (notes, of) = (if each == 1 { "note" } else { "notes" }, if cells == 1 { "cell" } else { "cells" });
        return Some(Diagnostic::new(
            code,
            format!("each of the {cells} blank {of} ({size}) holds {each} sticky {notes} of 76 mm"),
        ));
    }
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let holds = |other: &Paper| smallest_blank(&fit::plan(content, other, orientation)).is_some_and(|cell| held(cell) > 0);
    let help = match paper.growing().filter(larger).find(holds) {
        Some(larger) => format!("{} has cells for them; on {} write in the cells, or use smaller notes", larger.name, paper.name),
        None => "no paper up to 4A0 has cells for them: take fewer phases or rows".to_owned(),
    };
    Some(Diagnostic::new(code, format!("the blank cells on {} ({size}) hold no sticky note of 76 mm", paper.name)).help(help))
}

/// The smallest width and height of cells in which nothing is written yet; none on a poster without.
fn smallest_blank(plan: &Plan) -> Option<Size> {
    let gap = plan.setting.sizes.gap;
    let cells = plan.panels.iter().flat_map(|panel| {
        let width = panel.table.columns.iter().map(|(_, width)| *width).fold(Mm(f64::INFINITY), Mm::min);
        let fragments = panel.pages.iter().flat_map(|page| &page.fragments);
        let blank = fragments.filter(|fragment| {
            let row = &panel.table.rows[fragment.row];
            matches!(row.kind, RowKind::Lane(_)) && !row.has_lines() && fragment.curve == Mm::ZERO
        });
        blank.map(move |fragment| Size { width: width - gap * 2.0, height: fragment.height - gap })
    });
    cells.reduce(|one, other| Size { width: one.width.min(other.width), height: one.height.min(other.height) })
}

/// The notes that a cell holds beside and above each other.
fn held(cell: Size) -> usize {
    let (columns, rows) = notes::held(cell);
    columns * rows
}
