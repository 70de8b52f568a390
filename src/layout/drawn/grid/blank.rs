//! What a poster that is still to be filled in has room for: sticky notes in its cells, and where there are none for them, what would do.

use super::content::Content;
use super::fit::plan;
use super::notes;
use super::plan::Plan;
use super::row::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Cells, Journey};
use crate::layout::drawn::page::may_be_advised;
use crate::layout::drawn::text::Missing;
use crate::paper::{Orientation, Paper};
use crate::scene::{Mm, Size};
use crate::tongue::{joined, say};

/// The cells in which nothing is written yet, by the widths of their columns and the heights of their rows.
pub(super) struct Blank {
    widths: Vec<Mm>,
    heights: Vec<Mm>,
}

impl Blank {
    /// Those of a plan; none on a poster without.
    pub fn of(plan: &Plan) -> Option<Self> {
        let gap = plan.setting.sizes.gap;
        let (mut widths, mut heights) = (Vec::new(), Vec::new());
        for panel in &plan.panels {
            let fragments = panel.pages.iter().flat_map(|page| &page.fragments);
            let blank = fragments.filter(|fragment| {
                let row = &panel.table.rows[fragment.row];
                matches!(row.kind, RowKind::Lane(_)) && !row.has_lines() && fragment.curve == Mm::ZERO
            });
            heights.extend(blank.map(|fragment| fragment.height - gap));
            widths.extend(panel.table.columns.iter().map(|(_, width)| *width - gap * 2.0));
        }
        (!heights.is_empty() && !widths.is_empty()).then_some(Self { widths, heights })
    }

    /// How many columns and how many rows are too small for a note.
    fn small(&self) -> (usize, usize) {
        let small = |sides: &[Mm]| sides.iter().filter(|side| **side < notes::height(1)).count();
        (small(&self.widths), small(&self.heights))
    }

    /// How many columns have no note in some of their cells.
    pub fn lacking(&self) -> usize {
        let (columns, rows) = self.small();
        if rows > 0 { self.widths.len() } else { columns }
    }

    /// The smallest width and height.
    fn smallest(&self) -> Size {
        let least = |sides: &[Mm]| sides.iter().copied().fold(Mm(f64::INFINITY), Mm::min);
        Size { width: least(&self.widths), height: least(&self.heights) }
    }
}

/// Whether all stands on one page of a paper with room for a note in each cell; also where there are none.
fn holds(content: &Content, paper: &Paper, orientation: Option<Orientation>) -> bool {
    let plan = plan(content, paper, orientation);
    plan.page_count() == 1 && Blank::of(&plan).is_none_or(|blank| blank.lacking() == 0)
}

/// The smallest paper with room for a note in each cell.
pub(super) fn smallest(content: &Content, plan: &Plan, (paper, orientation): (&Paper, Option<Orientation>)) -> Option<Paper> {
    let asked = may_be_advised(content.journey, plan.page_count());
    paper.growing().filter(|_| asked).find(|other| holds(content, other, orientation))
}

/// How many notes the cells of a blank poster hold, and where some hold none, what has room for them: the paper lying the other way, fewer
/// lanes, or a larger paper.
pub(super) fn held_notes(content: &Content, plan: &Plan, paper: &Paper, orientation: Option<Orientation>) -> Option<Diagnostic> {
    if !content.blank {
        return None;
    }
    let blank = Blank::of(plan)?;
    let cell = blank.smallest();
    let size = format!("{:.0} × {:.0} mm", cell.width.0.floor(), cell.height.0.floor());
    let (columns, rows) = notes::held(cell);
    if columns * rows > 0 {
        let rows = content.journey.lanes.iter().filter(|lane| lane.scale.is_none()).count();
        let cells = content.journey.phases.len() * rows;
        let notes = columns * notes::held(cell).1;
        return Some(Diagnostic::new(Code::StickyNotes, say!("notes-each", cells = cells, size = size, notes = notes)));
    }
    let (columns, rows) = blank.small();
    let mm = |side: Mm| format!("{:.0} mm", side.0.floor());
    let message = if columns < blank.widths.len() && rows == 0 {
        say!("notes-columns", part = columns, all = blank.widths.len(), paper = &paper.name, size = mm(cell.width))
    } else if rows < blank.heights.len() && columns == 0 {
        say!("notes-rows", part = rows, all = blank.heights.len(), paper = &paper.name, size = mm(cell.height))
    } else {
        say!("notes-none", paper = &paper.name, size = size)
    };
    let turned = orientation.map(|way| match way {
        Orientation::Landscape => (Orientation::Portrait, "portrait"),
        Orientation::Portrait => (Orientation::Landscape, "landscape"),
    });
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let help = if !may_be_advised(content.journey, plan.page_count()) {
        say!("notes-nowhere")
    } else if let Some((_, way)) = turned.filter(|(way, _)| holds(content, paper, Some(*way))) {
        say!("notes-turn", way = way)
    } else {
        let fewer = fewer_lanes(content, paper, orientation).map(|count| say!("notes-lanes", count = count));
        let other = paper.growing().filter(larger).find(|other| holds(content, other, orientation));
        let other = other.map(|other| say!("notes-paper", larger = other.name, paper = &paper.name));
        joined(fewer.into_iter().chain(other)).unwrap_or_else(|| say!("notes-nowhere"))
    };
    Some(Diagnostic::new(Code::StickyNotes, message).help(help))
}

/// The most lanes without scores with which each cell has room for a note, of those that there are.
fn fewer_lanes(content: &Content, paper: &Paper, orientation: Option<Orientation>) -> Option<usize> {
    let kept = content.design.spine.as_ref().map_or(0, |spine| spine.end);
    let written = |lane: &usize| content.journey.lanes[*lane].scale.is_none();
    let lanes: Vec<usize> = (kept..content.journey.lanes.len()).filter(written).collect();
    let holds = |count: usize| {
        let journey = without(content.journey, &lanes[count..]);
        let missing = Missing::default();
        let content = Content::new(&journey, content.context, content.design, &missing);
        holds(&content, paper, orientation)
    };
    // Rows are the higher the fewer there are.
    let (mut low, mut high) = (0, lanes.len().saturating_sub(1));
    while low < high {
        let middle = (low + high).div_ceil(2);
        if holds(middle) { low = middle } else { high = middle - 1 }
    }
    (low > 0).then_some(low)
}

/// A journey without some of its lanes.
fn without(journey: &Journey, lanes: &[usize]) -> Journey {
    let mut journey = journey.clone();
    let mut index = 0..;
    let mut stays = || !index.next().is_some_and(|index| lanes.contains(&index));
    journey.lanes.retain(|_| stays());
    for phase in &mut journey.phases {
        let cells = std::mem::take(&mut phase.cells.0).into_iter().enumerate();
        phase.cells = Cells(cells.filter(|(lane, _)| !lanes.contains(lane)).map(|(_, cell)| cell).collect());
    }
    journey
}
