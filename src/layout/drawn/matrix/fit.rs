//! The search for the largest type that fits: orientation, division of the width, and size of cell text.

use super::content::Content;
use super::head::Head;
use super::legend::Legend;
use super::pages::{PageRows, paginate};
use super::sizes::{Frame, Sizes};
use super::table::{Across, Division, Table, panels};
use crate::layout::drawn::block::LEADING;
use crate::paper::{Orientation, Paper};
use crate::scene::Mm;

/// Type must come out this much larger before columns of unequal width are worth their uneven rhythm.
const WORTH_UNEVEN: f64 = 1.08;

/// Everything that is decided before anything is drawn.
pub(super) struct Plan<'a> {
    pub frame: Frame,
    pub sizes: Sizes,
    pub head: Head<'a>,
    pub legend: Legend,
    pub panels: Vec<Panel>,
}

/// Some neighbouring phases, on one or more pages.
pub(super) struct Panel {
    pub table: Table,
    pub pages: Vec<PageRows>,
}

impl Plan<'_> {
    /// How many pages it takes.
    pub fn page_count(&self) -> usize {
        self.panels.iter().map(|panel| panel.pages.len()).sum()
    }
}

/// Decides on all: the given orientation, or landscape unless portrait saves pages.
pub(super) fn plan<'a>(content: &'a Content, paper: &Paper, orientation: Option<Orientation>) -> Plan<'a> {
    if let Some(orientation) = orientation {
        return oriented(content, paper, orientation);
    }
    let landscape = oriented(content, paper, Orientation::Landscape);
    if landscape.page_count() == 1 {
        return landscape;
    }
    let portrait = oriented(content, paper, Orientation::Portrait);
    if portrait.page_count() < landscape.page_count() { portrait } else { landscape }
}

/// Whether all stands on one page of a paper at its least size: lying as given, or either way.
pub(super) fn fits(content: &Content, paper: &Paper, orientation: Option<Orientation>) -> bool {
    let ways = orientation.map_or_else(|| vec![Orientation::Landscape, Orientation::Portrait], |one| vec![one]);
    ways.into_iter().any(|orientation| {
        let frame = Frame::new(paper, paper.oriented(orientation));
        [Division::Even, Division::ByNeed].into_iter().any(|division| attempt(content, frame, 0, division).page_count() == 1)
    })
}

fn oriented<'a>(content: &'a Content, paper: &Paper, orientation: Orientation) -> Plan<'a> {
    let frame = Frame::new(paper, paper.oriented(orientation));
    let even = largest(content, frame, Division::Even);
    let uneven = largest(content, frame, Division::ByNeed);
    let better = uneven.page_count() < even.page_count()
        || (uneven.page_count() == even.page_count() && uneven.sizes.cell.0 >= even.sizes.cell.0 * WORTH_UNEVEN);
    let mut plan = if better { uneven } else { even };
    spread(&mut plan);
    plan
}

/// The plan with the largest type that takes no more pages than the least type does.
fn largest<'a>(content: &'a Content, frame: Frame, division: Division) -> Plan<'a> {
    let mut best = attempt(content, frame, 0, division);
    let pages = best.page_count();
    let (mut low, mut high) = (0, frame.candidates().len() - 1);
    while low < high {
        let middle = (low + high).div_ceil(2);
        let plan = attempt(content, frame, middle, division);
        if plan.page_count() <= pages {
            best = plan;
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    best
}

/// Everything at one size.
fn attempt<'a>(content: &'a Content, frame: Frame, candidate: usize, division: Division) -> Plan<'a> {
    let sizes = Sizes::new(&frame, frame.candidates()[candidate]);
    let head = Head::new(content, &frame, &sizes);
    let legend = Legend::new(content, &frame, &sizes);
    let panels = panels(content, &frame);
    let last = panels.len() - 1;
    let mut planned = Vec::new();
    for (index, phases) in panels.into_iter().enumerate() {
        let first = head.overlong.iter().filter(|_| index == 0).map(|block| Across { block, first: true });
        let idle = content.idle_stages.iter().filter(|_| index == last);
        let idle = idle.map(|stage| Across { block: &content.stages_in_words[*stage], first: false });
        let across: Vec<Across> = first.chain(idle).collect();
        let table = Table::new(content, &frame, &sizes, phases, division, &across);
        let room = |first: bool| rows_room(&table, &head, &legend, &frame, &sizes, first);
        let pages = paginate(&table, &frame, &sizes, room(index == 0), room(false));
        planned.push(Panel { table, pages });
    }
    Plan { frame, sizes, head, legend, panels: planned }
}

/// The height of a running head.
pub(super) fn running_head(sizes: &Sizes) -> Mm {
    Mm::from(sizes.lead) * LEADING + sizes.em() * 0.5
}

/// The height for rows on a page.
fn rows_room(table: &Table, head: &Head, legend: &Legend, frame: &Frame, sizes: &Sizes, first: bool) -> Mm {
    let top = if first { head.height } else { running_head(sizes) };
    frame.height() - top - table.header_height(frame) - legend.height
}

/// Gives the room that is left to the rows: all of it on a poster of one page, some of it on the pages of a longer one.
fn spread(plan: &mut Plan) {
    let single = plan.page_count() == 1;
    let (frame, sizes) = (plan.frame, plan.sizes);
    let mut first = true;
    for panel in &mut plan.panels {
        for page in &mut panel.pages {
            let room = rows_room(&panel.table, &plan.head, &plan.legend, &frame, &sizes, std::mem::take(&mut first));
            page.spread(&panel.table, &frame, room, if single { f64::INFINITY } else { 0.6 });
        }
    }
}
