//! The fit of a poster: at what sizes it is set for each distance, where it is tightest, and which paper would do.

use super::content::Content;
use super::fit::{Plan, fits};
use super::rows::RowKind;
use crate::diagnostic::{Code, Diagnostic};
use crate::layout::drawn::text::Place;
use crate::paper::{Orientation, Paper};
use crate::scene::walk::{Step, walk};
use crate::scene::{Page, Role};

/// The cell that alone makes its row as high as it is.
struct Tightest {
    lane: usize,
    phase: usize,
    /// About how many characters less would make the row as low as its next cell.
    characters: usize,
}

/// The same with the size of the title on the first page.
pub(super) fn with_title(mut fit: Diagnostic, first: Option<&Page>) -> Diagnostic {
    if let Some(size) = first.and_then(title_size) {
        fit.message = format!("title {size} pt, {}", fit.message);
    }
    fit
}

/// The size of the title on a page.
fn title_size(page: &Page) -> Option<f64> {
    let (mut within, mut size) = (false, None);
    walk(&page.nodes, &mut |step| match step {
        Step::Open(group) if group.role == Role::Title => within = true,
        Step::Close(group) if group.role == Role::Title => within = false,
        Step::Text(run) if within && size.is_none() => size = Some(run.size.0),
        Step::Open(_)
        | Step::Close(_)
        | Step::Text(_)
        | Step::OpenLink(_)
        | Step::CloseLink(_)
        | Step::Missing(_)
        | Step::Path(_)
        | Step::Image(_) => {}
    });
    size
}

/// What there is to know of the fit, but for the size of the title.
pub(super) fn report(content: &Content, plan: &Plan, (paper, orientation): (&Paper, Option<Orientation>)) -> Diagnostic {
    let (sizes, least) = (&plan.setting.sizes, &plan.setting.frame.least);
    let metres = |metres: f64| (metres * 100.0).round() / 100.0;
    let pages = match plan.page_count() {
        1 => "1 page".to_owned(),
        count => format!("{count} pages"),
    };
    let message = format!(
        "phases {} pt, cells {} pt, notes {} pt on {pages} of {}, which is read from {}, {} and {} m",
        sizes.phase.0,
        sizes.cell.0,
        sizes.note.0,
        paper.name,
        metres(least.far_metres),
        metres(least.middle_metres),
        metres(least.near_metres),
    );
    let tightest = tightest(content, plan);
    let shorter = tightest.as_ref().map(|cell| {
        let lane = Place::name(&content.journey.lanes[cell.lane].title);
        let phase = Place::name(&content.journey.phases[cell.phase].title);
        format!("tightest is lane {lane} in phase {phase}: about {} characters less make its row lower", cell.characters)
    });
    let smallest = match paper.growing().find(|other| fits(content, other, orientation)) {
        Some(smallest) => {
            let sheets = smallest.sheets_of_a4();
            let of = if sheets == 1 { "which is one sheet".to_owned() } else { format!("{sheets} sheets of A4 put together") };
            format!("the smallest paper that holds all on one page is {}, {of}", smallest.name)
        }
        None => "no paper up to 4A0 holds all of it on one page".to_owned(),
    };
    let help = shorter.into_iter().chain([smallest]).collect::<Vec<_>>().join("; ");
    let found = Diagnostic::new(Code::Fit, message).help(help);
    match tightest {
        Some(cell) => found.at(content.journey.pointer_to_cell(cell.phase, cell.lane)),
        None => found,
    }
}

/// The cell with the most lines more than any other of its row.
fn tightest(content: &Content, plan: &Plan) -> Option<Tightest> {
    let mut best: Option<(usize, Tightest)> = None;
    for panel in &plan.panels {
        for row in &panel.table.rows {
            let RowKind::Lane(lane) = row.kind else { continue };
            let mut lines: Vec<(usize, usize)> =
                panel.table.phases.clone().zip(&row.cells).map(|(phase, cell)| (cell.lines.len(), phase)).collect();
            lines.sort_unstable_by_key(|(count, phase)| (std::cmp::Reverse(*count), *phase));
            let Some((most, phase)) = lines.first().copied() else { continue };
            let more = most - lines.get(1).map_or(0, |(count, _)| *count);
            let items = content.journey.phases[phase].cells.get(lane).into_iter().flatten();
            let characters: usize = items.map(|item| item.text().chars().count()).sum();
            if more > best.as_ref().map_or(0, |(more, _)| *more) && characters > 0 {
                let characters = (characters * more).div_ceil(most);
                best = Some((more, Tightest { lane, phase, characters }));
            }
        }
    }
    best.map(|(_, cell)| cell)
}
