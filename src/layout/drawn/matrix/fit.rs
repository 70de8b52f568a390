//! The search for the largest type that fits: orientation, division of the width, and size of cell text.

use super::content::Content;
use super::pages::{PageRows, paginate};
use super::table::{Across, Table, panels};
use crate::layout::drawn::page::{ANY, Frame, Head, Legend, Setting, Sizes, largest, running_height};
use crate::layout::drawn::phases::Division;
use crate::paper::{Orientation, Paper};
use crate::scene::Mm;

/// Type must come out this much larger before columns of unequal width are worth their uneven rhythm.
const WORTH_UNEVEN: f64 = 1.08;

/// Everything that is decided before anything is drawn.
pub(super) struct Plan<'a> {
    pub setting: Setting<'a>,
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
    let given = orientation.unwrap_or(Orientation::Landscape);
    let plan = oriented(content, paper, given, ANY).expect("nothing takes more pages than any journey does");
    if orientation.is_some() || plan.page_count() == 1 {
        return plan;
    }
    oriented(content, paper, Orientation::Portrait, plan.page_count() - 1).unwrap_or(plan)
}

/// Whether all stands on one page of a paper at its least size: lying as given, or either way.
pub(super) fn fits(content: &Content, paper: &Paper, orientation: Option<Orientation>) -> bool {
    let ways = orientation.map_or_else(|| vec![Orientation::Landscape, Orientation::Portrait], |one| vec![one]);
    ways.into_iter().any(|orientation| {
        let frame = Frame::new(paper, paper.oriented(orientation));
        [Division::Even, Division::ByNeed].into_iter().any(|division| attempt(content, frame, 0, division, 1).is_some())
    })
}

/// The best plan on at most so many pages of a paper that lies so.
fn oriented<'a>(content: &'a Content, paper: &Paper, orientation: Orientation, most: usize) -> Option<Plan<'a>> {
    let frame = Frame::new(paper, paper.oriented(orientation));
    let even = at_its_largest(content, frame, Division::Even, most);
    let most = even.as_ref().map_or(most, Plan::page_count);
    let uneven = at_its_largest(content, frame, Division::ByNeed, most);
    let mut plan = match (even, uneven) {
        (Some(even), Some(uneven)) => {
            let better = uneven.page_count() < even.page_count()
                || (uneven.page_count() == even.page_count()
                    && uneven.setting.sizes.cell.0 >= even.setting.sizes.cell.0 * WORTH_UNEVEN);
            if better { uneven } else { even }
        }
        (even, uneven) => even.or(uneven)?,
    };
    spread(&mut plan);
    Some(plan)
}

fn at_its_largest<'a>(content: &'a Content, frame: Frame, division: Division, most: usize) -> Option<Plan<'a>> {
    largest(frame.candidates().len(), most, Plan::page_count, |candidate, most| {
        attempt(content, frame, candidate, division, most)
    })
}

/// Everything at one size; nothing as soon as it takes more than `most` pages.
fn attempt<'a>(content: &'a Content, frame: Frame, candidate: usize, division: Division, most: usize) -> Option<Plan<'a>> {
    let panels = panels(content, &frame);
    if panels.len() > most {
        return None;
    }
    let sizes = Sizes::new(&frame, frame.candidates()[candidate]);
    let setting = Setting::new(content.journey, content.context, frame, sizes);
    let head = Head::new(&content.head, &setting);
    let legend = Legend::new(&content.legend, &setting);
    let last = panels.len() - 1;
    // Every panel takes a page at least.
    let mut left = most - last;
    let mut planned = Vec::new();
    for (index, phases) in panels.into_iter().enumerate() {
        let first = head.overlong.iter().filter(|_| index == 0).map(|block| Across { block, first: true });
        let idle = content.idle_stages.iter().filter(|_| index == last);
        let idle = idle.map(|stage| Across { block: &content.stages[*stage].in_words, first: false });
        let across: Vec<Across> = first.chain(idle).collect();
        let room = |first: bool, headers: Mm| rows_room(headers, (&head, &legend), &frame, &sizes, first);
        let most = |headers: Mm| all_room(room(index == 0, headers), room(false, headers), left, &sizes);
        let table = Table::new(content, &setting, phases, division, (&across, &most))?;
        let headers = table.header_height(&frame);
        let pages = paginate(&table, &frame, &sizes, room(index == 0, headers), room(false, headers));
        left = (left + 1).checked_sub(pages.len()).filter(|left| *left > 0)?;
        planned.push(Panel { table, pages });
    }
    Some(Plan { setting, head, legend, panels: planned })
}

/// What rows can take of so many pages together at the most. Between two pages a gap is saved; and on a page that is too low for
/// a few lines what stands there is higher than its room.
fn all_room(first: Mm, further: Mm, pages: usize, sizes: &Sizes) -> Mm {
    if pages > ANY / 2 || first.min(further) < sizes.em() * 20.0 {
        return Mm(f64::INFINITY);
    }
    first + further * (pages - 1) as f64 + sizes.em() * (2.0 * pages as f64)
}

/// The height for rows on a page.
fn rows_room(headers: Mm, (head, legend): (&Head, &Legend), frame: &Frame, sizes: &Sizes, first: bool) -> Mm {
    let top = if first { head.height } else { running_height(sizes) };
    frame.height() - top - headers - legend.height
}

/// Gives the room that is left to the rows: all of it on a poster of one page, some of it on the pages of a longer one.
fn spread(plan: &mut Plan) {
    let single = plan.page_count() == 1;
    let (frame, sizes) = (plan.setting.frame, plan.setting.sizes);
    let mut first = true;
    for panel in &mut plan.panels {
        for page in &mut panel.pages {
            let headers = panel.table.header_height(&frame);
            let room = rows_room(headers, (&plan.head, &plan.legend), &frame, &sizes, std::mem::take(&mut first));
            page.spread(&panel.table, &frame, room, if single { f64::INFINITY } else { 0.6 });
        }
    }
}
