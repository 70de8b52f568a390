//! The search for the plan of a poster: the way the paper lies, how its width is divided, and the size of everything.

use super::blank::Blank;
use super::content::Content;
use super::levels;
use super::lists;
use super::pages::{CURVE_SHARE, PageRows, paginate};
use super::plan::{Panel, Plan};
use super::rows::HIGHEST_ALONE;
use super::table::{Across, Room, Table, columns, panels};
use super::titles::{headed, titles};
use crate::journey::LaneKind;
use crate::layout::drawn::page::{
    ANY, BROKEN_UP_TO, Care, Frame, Head, Legend, Outcome, Setting, Sizes, TITLE_RATIO, Trial, best, down_to_half_points,
    is_hard_to_read, is_vast, may_be_advised, running_height,
};
use crate::layout::drawn::phases::{Division, arrow_room, headline, mean};
use crate::layout::drawn::text::LEADING;
use crate::paper::{Orientation, Paper};
use crate::scene::{Mm, Pt};

/// Type must come out this much larger before columns of unequal width are worth their uneven rhythm.
const WORTH_UNEVEN: f64 = 1.12;

/// The same where type is so many times its least or less, and each point counts.
const WORTH_UNEVEN_WHERE_SMALL: (f64, f64) = (1.2, 1.05);

/// Or rows come out this much lower: a long list in one cell does not dictate the height of a row of one-liners.
const WORTH_LOWER: f64 = 0.8;

/// That no phase title takes more than two lines is worth type that is smaller by no more than this.
const WORTH_NO_TOWERS: f64 = 1.08;

/// Type must come out this much larger before a poster lies so that more words are broken, or stands upright: a journey goes across.
const WORTH_TURNING: f64 = 1.15;
/// The same of a poster of curves alone, whose lines are steep where it stands upright.
const WORTH_TURNING_CURVES: f64 = 1.6;
/// The shares of a page that the curve of a map has at the least, where one that is lower than it should be saves a page.
const LOWER: [f64; 2] = [0.2, 0.14];
/// Columns of unequal width are worth a curve that gets so much of the height of the rows.
const WORTH_HIGHER: f64 = 0.97;
/// So much of the height is for rows on a poster of curves whose type is large.
const MOST_OF_ALL: f64 = 0.7;
/// Phases are divided over pages for type that is so many times as large.
const WORTH_PARTING: f64 = 1.12;

/// Two columns for a long list are worth it when rows come out this much lower, and cost no more than this of the size.
const WORTH_LISTS: f64 = 0.75;
const WORTH_SMALLER: f64 = 0.88;

/// So many pages more are worth that words stay whole.
const MORE_PAGES: usize = 2;
/// Where there are no more than this.
const FEW_PAGES: usize = 3;

/// Decides on all: the given orientation, or that with fewer pages and larger type; landscape where both are alike. On a poster that is to
/// be filled in, sticky notes in more of its columns count for more than the size of type.
pub(super) fn plan<'a>(content: &'a Content, paper: &Paper, orientation: Option<Orientation>) -> Plan<'a> {
    content.names_aside.set(false);
    let plan = largest(content, paper, orientation);
    if is_vast(plan.page_count()) {
        return plan;
    }
    let plan = if plan.loses_names() && !content.design.alone() { aside(content, plan, (paper, orientation)) } else { plan };
    if content.blank && may_be_advised(content.journey, plan.page_count()) {
        for_notes(content, plan, (paper, orientation))
    } else {
        plan
    }
}

/// The plan with the names of curves in a margin, unless it takes more pages or its phases are harder to read: else the given one.
fn aside<'a>(content: &'a Content, plan: Plan<'a>, (paper, orientation): (&Paper, Option<Orientation>)) -> Plan<'a> {
    content.names_aside.set(true);
    let other = largest(content, paper, orientation);
    content.names_aside.set(false);
    if other.page_count() <= plan.page_count() && other.reads() >= plan.reads() { other } else { plan }
}

/// The ways in which a poster may lie.
fn ways(orientation: Option<Orientation>) -> Vec<Orientation> {
    orientation.map_or_else(|| vec![Orientation::Landscape, Orientation::Portrait], |one| vec![one])
}

/// The plan with room for notes in most columns, of those that take no more pages: the given one, else one that lies the other way, else one
/// in smaller type; one whose phases are harder to read only where no other has as much room.
fn for_notes<'a>(content: &'a Content, plan: Plan<'a>, (paper, orientation): (&Paper, Option<Orientation>)) -> Plan<'a> {
    let lacking = |plan: &Plan| Blank::of(plan).map_or(0, |blank| blank.lacking());
    let hard = |plan: &Plan| is_hard_to_read(plan.care, &plan.setting);
    let (pages, was_hard, care) = (plan.page_count(), hard(&plan), plan.care.max(Care::Joints));
    let mut found = (lacking(&plan), plan);
    let turned = || {
        let turned = ways(orientation).into_iter().filter(|_| orientation.is_none());
        turned.map(|way| largest(content, paper, Some(way)))
    };
    let smaller = ways(orientation).into_iter().flat_map(|way| {
        let frame = Frame::new(paper, paper.oriented(way));
        let tried = frame.candidates().into_iter().rev().flat_map(|cell| [(cell, Division::Even), (cell, Division::ByNeed)]);
        tried.filter_map(move |(cell, division)| {
            attempt(content, Trial { frame, cell, care, most: pages }, division, 0).map(|plan| spread(plan, share(content)))
        })
    });
    let read = turned().chain(smaller).filter(|other| was_hard || !hard(other));
    for other in read.chain(turned()) {
        if found.0 == 0 {
            break;
        }
        let lacks = lacking(&other);
        if lacks < found.0 && other.page_count() <= pages {
            found = (lacks, other);
        }
    }
    found.1
}

/// How much of a page a curve may have.
fn share(content: &Content) -> f64 {
    if content.design.alone() { HIGHEST_ALONE } else { CURVE_SHARE }
}

/// So many things in a cell are few.
const FEW_THINGS: usize = 3;

/// Whether there is hardly anything on a poster: no curve, no way beside that through all phases, few things in a cell.
fn is_roomy(content: &Content) -> bool {
    let curved = content.journey.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion);
    let few = content.lanes.iter().flat_map(|lane| &lane.cells).all(|cell| cell.len() <= FEW_THINGS);
    few && !curved && content.ways.is_empty() && !content.blank
}

/// The plan with the fewest pages and the largest type.
fn largest<'a>(content: &'a Content, paper: &Paper, orientation: Option<Orientation>) -> Plan<'a> {
    let roomy = is_roomy(content);
    let frames = || ways(orientation).into_iter().map(|way| Frame { roomy, ..Frame::new(paper, paper.oriented(way)) });
    let turning = if content.design.alone() { WORTH_TURNING_CURVES } else { WORTH_TURNING };
    let better = |best: Option<Plan<'a>>, plan: Plan<'a>| match best {
        Some(best) if plan.turned() != best.turned() => Some(if plan.worth_turning(&best, turning) { plan } else { best }),
        Some(best) if !plan.betters(&best, 1.0) => Some(best),
        Some(_) | None => Some(plan),
    };
    let mut found: Option<Plan<'a>> = None;
    for frame in frames() {
        let most = found.as_ref().map_or(ANY, Plan::page_count);
        // What is a little smaller the other way may still be better.
        let less = |outcome: Outcome| Outcome { cell: Pt(outcome.cell.0 / turning), ..outcome };
        let other = found.as_ref().filter(|plan| plan.reads()).map(|plan| less(plan.outcome()));
        found = oriented(content, frame, (most, 0), other).into_iter().fold(found, better);
        if let Some(plan) = found.take_if(|plan| is_vast(plan.page_count())) {
            return spread(plan, share(content));
        }
    }
    // Rather another page or two than words in pieces.
    for more in 1..=MORE_PAGES {
        let broken = |plan: &Plan| plan.care > Care::Joints && plan.page_count() <= FEW_PAGES;
        if !found.as_ref().is_some_and(broken) || content.phases.len() <= more {
            break;
        }
        let most = found.as_ref().map_or(ANY, |plan| plan.page_count() + more);
        // With that many pages the other way may do without another panel.
        let tried = frames().flat_map(|frame| (0..=more).map(move |panels| (frame, panels)));
        let whole = tried.filter_map(|(frame, panels)| oriented(content, frame, (most, panels), None));
        // Where words are longer than any column, half as many pieces are worth it as well.
        let halves = |plan: &Plan| {
            let pieces = |found: &Plan| {
                found.broken > Care::Joints.broken_lines() && plan.care <= found.care && plan.broken <= found.broken * 0.5
            };
            found.as_ref().is_some_and(pieces)
        };
        let reads = found.as_ref().is_some_and(Plan::reads);
        let whole = whole.filter(|plan| plan.reads() || !reads);
        let whole = whole.filter(|plan| plan.care <= Care::Joints || halves(plan)).fold(None, better);
        found = whole.or(found);
    }
    if let Some(plan) = &found {
        let (pages, reads, parts) = (plan.page_count(), plan.reads(), plan.panels.len());
        // Where phases cannot be read from where they should be, they may be the other way. On a few pages they may also be divided over
        // them rather than rows: each page has all rows of some phases then, in larger type.
        let divided = if pages <= FEW_PAGES { pages } else { parts };
        let least = if reads { parts } else { 0 };
        let Outcome { care, cell, .. } = plan.outcome();
        let enough = Outcome { pages, care, cell: Pt(cell.0 * WORTH_PARTING) };
        let enough = Some(enough).filter(|_| reads);
        let most = pages.min(MORE_PAGES + 1).min(content.phases.len());
        let panels = if reads && divided <= parts { 0..0 } else { least..most };
        let tried = frames().flat_map(|frame| panels.clone().map(move |panels| (frame, panels)));
        let other = tried.filter_map(|(frame, panels)| oriented(content, frame, (pages, panels), enough));
        let larger = |other: &Plan| other.setting.sizes.cell.0 > cell.0 * WORTH_PARTING;
        let worth =
            |other: &Plan| other.panels.len() <= divided && other.betters(plan, WORTH_PARTING) && (larger(other) || !reads);
        let other = other.filter(worth).fold(None, better);
        found = other.or(found);
    }
    let plan = found.expect("nothing takes more pages than any journey does");
    let plan = flatter(content, &plan, frames()).unwrap_or(plan);
    spread(plan, share(content))
}

/// The smallest paper that holds all on one page, of a poster that has been planned for a paper. Where words would stand in pieces a poster
/// rather takes another page; so such paper counts only where no other does.
pub(super) fn smallest(content: &Content, plan: &Plan, (paper, way): (&Paper, Option<Orientation>)) -> Option<Paper> {
    let pages = plan.page_count();
    if is_vast(pages) {
        return None;
    }
    let alone = pages == 1;
    let smaller = |other: &Paper| other.size.width < paper.size.width || other.size.height < paper.size.height;
    let larger = |other: &Paper| other.size.width > paper.size.width && other.size.height > paper.size.height;
    let others = paper.growing().filter(|other| if alone { smaller(other) } else { larger(other) });
    let mut in_pieces = None;
    for other in others.filter(|other| fits(content, other, way, Care::Least)) {
        if fits(content, &other, way, Care::Joints) {
            return Some(other);
        }
        // Rather than have words in pieces it may take another page there.
        let whole = || !may_be_advised(content.journey, pages) || self::plan(content, &other, way).page_count() == 1;
        if !alone && in_pieces.is_none() && whole() {
            in_pieces = Some(other);
        }
    }
    if alone { Some(paper.clone()) } else { in_pieces }
}

/// Whether all stands on one page of a paper at its least size, with no more care than that: lying as given, or either way.
pub(super) fn fits(content: &Content, paper: &Paper, orientation: Option<Orientation>, care: Care) -> bool {
    ways(orientation).into_iter().any(|orientation| {
        let frame = Frame::new(paper, paper.oriented(orientation));
        let trial = Trial { frame, cell: frame.least.cell_min, care, most: 1 };
        let lower = |division| {
            let lower = |share: &f64| lowered(content, (frame, *share), (care.min(Care::Joints), 1), division);
            LOWER.iter().filter_map(lower).any(|plan| plan.reads())
        };
        let holds = |division| attempt(content, trial, division, 0).is_some() || lower(division);
        [Division::Even, Division::ByNeed].into_iter().any(holds)
    })
}

/// Everything in least type on at most so many pages, with a curve that has a share of the page and no more at the least. On a poster of curves
/// that is what it is about, and where it is drawn by hand it needs its room: only the curve of a filled map gives way.
fn lowered<'a>(
    content: &'a Content,
    (frame, share): (Frame, f64),
    (care, most): (Care, usize),
    division: Division,
) -> Option<Plan<'a>> {
    if content.design.spine.is_none() || content.design.alone() || content.blank {
        return None;
    }
    let frame = Frame { flat: Some(share), ..frame };
    attempt(content, Trial { frame, cell: frame.least.cell_min, care, most }, division, 0)
}

/// Whether phases can be read on a paper, and stand out beside cells: in its least type, since what is larger gives way no more than that.
pub(super) fn is_read(content: &Content, paper: &Paper, orientation: Option<Orientation>) -> bool {
    let least = |orientation| {
        let frame = Frame::new(paper, paper.oriented(orientation));
        let trial = Trial { frame, cell: frame.least.cell_min, care: Care::Least, most: ANY };
        [Division::Even, Division::ByNeed].into_iter().filter_map(move |division| attempt(content, trial, division, 0))
    };
    let plans: Vec<Plan> = ways(orientation).into_iter().flat_map(least).collect();
    let fewest = plans.iter().map(Plan::page_count).min();
    plans.iter().any(|plan| Some(plan.page_count()) == fewest && !is_hard_to_read(plan.care, &plan.setting))
}

/// The best plan on at most so many pages of a paper, with so many panels more than there must be.
fn oriented<'a>(content: &'a Content, frame: Frame, (most, more): (usize, usize), other: Option<Outcome>) -> Option<Plan<'a>> {
    let divided = |division, most, other| {
        // Where even the least type has no place for all, none larger is asked to have it.
        let mut asked = None;
        let found = best(frame, most, other, Plan::outcome, |trial| {
            let plan = attempt(content, trial, division, more)?;
            let loses = plan.loses_places();
            let asked = *asked.get_or_insert(!loses);
            (!asked || !loses || trial.cell.0 <= frame.least.cell_min.0 * BROKEN_UP_TO).then_some(plan)
        })?;
        let read = if is_vast(found.page_count()) { None } else { for_reading(content, &found, (frame, division, more)) };
        Some(read.unwrap_or(found))
    };
    let even = divided(Division::Even, most, other);
    // What is to be written has the same room in each phase.
    let alike = content.blank && even.as_ref().is_some_and(|plan| plan.care <= Care::Joints);
    if content.phases.len() < 2 || alike {
        return even;
    }
    let uneven = divided(Division::ByNeed, most, even.as_ref().map(Plan::outcome).or(other));
    let best = match (even, uneven) {
        (Some(even), Some(uneven)) => {
            let lower = uneven.rows_height() < even.rows_height() * WORTH_LOWER && !even.betters(&uneven, 1.0);
            let (small, worth) = WORTH_UNEVEN_WHERE_SMALL;
            let is_small = even.setting.sizes.cell.0 <= frame.least.cell_min.0 * small;
            if lower || uneven.betters(&even, if is_small { worth } else { WORTH_UNEVEN }) { uneven } else { even }
        }
        (even, uneven) => even.or(uneven)?,
    };
    if is_vast(best.page_count()) {
        return Some(best);
    }
    let best = without_towers(content, &best, (frame, more)).unwrap_or(best);
    let listed = for_lists(content, &best, (frame, more));
    Some(listed.unwrap_or(best))
}

/// The same in least type on fewer pages, where curves that are lower than they should be save some and nothing else gives way for it; or
/// lying, where what stands upright on as many has phases that cannot be read, or stands so on several for hardly larger type.
fn flatter<'a>(content: &'a Content, found: &Plan, frames: impl Iterator<Item = Frame>) -> Option<Plan<'a>> {
    let (pages, care, reads) = (found.page_count(), found.care.max(Care::Joints), found.reads());
    let upright = found.turned() && (!reads || pages > 1);
    let most = if upright { pages } else { pages - 1 };
    // What rows leave is the curve's.
    let is_lower = |plan: &Plan, best: &Plan| {
        !best.betters(plan, 1.0) && plan.turned() == best.turned() && plan.rows_height() < best.rows_height() * WORTH_HIGHER
    };
    let large = |plan: &Plan| plan.setting.sizes.cell.0 * WORTH_TURNING >= found.setting.sizes.cell.0;
    let lies = |frame: &Frame| frame.page.width >= frame.page.height;
    let tried: Vec<_> = frames
        .filter(|frame| pages > 1 || upright && lies(frame))
        .flat_map(|frame| [Division::Even, Division::ByNeed].map(|division| (frame, division)))
        .collect();
    let best = |share: f64| {
        let plans = tried.iter().filter_map(|(frame, division)| lowered(content, (*frame, share), (care, most), *division));
        plans
            .filter(|plan| plan.reads() || !reads && plan.page_count() < pages)
            .filter(|plan| plan.page_count() < pages || !plan.turned() && large(plan))
            .reduce(|best, plan| if plan.betters(&best, 1.0) || is_lower(&plan, &best) { plan } else { best })
    };
    // Of those that save as many pages the one with the highest curve.
    LOWER.into_iter().filter_map(best).min_by_key(Plan::page_count)
}

/// The same with phases that can be read from where they should be, where they cannot and a few more words in pieces, as small type may have
/// them, are all that it takes.
fn for_reading<'a>(content: &'a Content, found: &Plan, (frame, division, more): (Frame, Division, usize)) -> Option<Plan<'a>> {
    if found.reads() || found.care >= Care::Broken {
        return None;
    }
    let (least, pages) = (frame.least, found.page_count());
    let small = |cell: &Pt| cell.0 <= least.cell_min.0 * BROKEN_UP_TO && Sizes::new(&frame, *cell).phase >= least.phase_min;
    let cell = frame.candidates().into_iter().find(small)?;
    let read = attempt(content, Trial { frame, cell, care: Care::Broken, most: pages }, division, more)?;
    (read.reads() && (found.loses_places() || !read.loses_places())).then_some(read)
}

/// The same with no phase title on more than two lines, where some has more and that costs little of the size.
fn without_towers<'a>(content: &'a Content, found: &Plan, (frame, more): (Frame, usize)) -> Option<Plan<'a>> {
    if !found.has_towers() {
        return None;
    }
    let Outcome { pages, care, cell } = found.outcome();
    let sizes = frame.candidates().into_iter().rev().filter(|size| *size <= cell && size.0 >= cell.0 / WORTH_NO_TOWERS);
    // What has towers by its titles alone is not set for them.
    let low = |cell: &Pt| {
        let panels = panels(content, &frame, more);
        let setting = Setting::new(content.journey, content.context, frame, Sizes::new(&frame, *cell));
        let columns = panels.iter().map(|phases| columns(content, &setting, phases, Division::ByNeed)).collect::<Vec<_>>();
        let titles = titles(content, &panels, &columns);
        headline(&titles, mean(titles.iter().map(|(_, width)| *width)), &setting, care).is_some_and(|size| {
            let two = Mm::from(size) * (LEADING * 2.2);
            titles
                .iter()
                .all(|(title, width)| title.set_within(setting.typesetter(), arrow_room(*width, size), size, two).is_some())
        })
    };
    let mut tried =
        sizes.filter(low).filter_map(|cell| attempt(content, Trial { frame, cell, care, most: pages }, Division::ByNeed, more));
    tried.find(|plan| !plan.has_towers() && !found.betters(plan, WORTH_NO_TOWERS))
}

/// The same with room for two columns of the items of long lists, where that makes the rows so much lower as to be worth a little of the
/// size.
fn for_lists<'a>(content: &'a Content, best: &Plan, (frame, more): (Frame, usize)) -> Option<Plan<'a>> {
    let all = 0..content.phases.len();
    if !all.clone().any(|phase| lists::wanted(content, phase, &all).is_some()) {
        return None;
    }
    let Outcome { pages, care, cell } = best.outcome();
    let sizes = frame.candidates().into_iter().rev().filter(|size| *size <= cell && size.0 >= cell.0 * WORTH_SMALLER);
    let tried = sizes.filter_map(|cell| attempt(content, Trial { frame, cell, care, most: pages }, Division::ForLists, more));
    let mut lower = tried.filter(|plan| plan.rows_height() < best.rows_height() * WORTH_LISTS);
    lower.next()
}

/// Everything at one size; nothing as soon as it takes more than `most` pages, or more gives way than may.
fn attempt<'a>(content: &'a Content, trial: Trial, division: Division, more: usize) -> Option<Plan<'a>> {
    let Trial { frame, cell, care, most } = trial;
    let panels = panels(content, &frame, more);
    if panels.len() > most {
        return None;
    }
    let (mut setting, columns) = headed(content, (frame, cell, care), &panels, division)?;
    let mut head = Head::new(&content.head, &setting);
    // Phases give way to a long title, down to what they should be beside cells.
    let largest = head.title_size().map_or(setting.sizes.phase, |title| down_to_half_points(title / TITLE_RATIO));
    let least = Sizes::new(&frame, cell).phase.min(setting.sizes.phase);
    if largest.max(least) < setting.sizes.phase {
        setting.sizes.phase = largest.max(least);
        head = Head::new(&content.head, &setting);
    }
    let sizes = setting.sizes;
    let legend = Legend::new(&content.legend, &setting);
    let last = panels.len() - 1;
    // Every panel takes a page at least.
    let mut left = most - last;
    let mut planned = Vec::new();
    let (mut lines, mut broken, mut whole, mut parted, mut cut) = (0, 0, true, false, false);
    for (index, across_phases) in panels.into_iter().zip(columns).enumerate() {
        let first = head.overlong.iter().filter(|_| index == 0).map(|block| Across { block, first: true, number: None });
        let idle = content.idle_stages.iter().filter(|_| index == last);
        let idle = idle.map(|stage| Across { block: &content.stages[*stage].in_words, first: false, number: None });
        let across: Vec<Across> = first.chain(idle).collect();
        let room = |first: bool, headers: Mm| rows_room(headers, (&head, &legend), &frame, &sizes, first);
        let most = |headers: Mm| {
            let (first, further) = (room(index == 0, headers), room(false, headers));
            let most = all_room(first, further, left, &sizes);
            Room { most, page: first.min(further), only: (left == 1).then_some(first) }
        };
        // Type grows on a poster of curves as long as these have the most of it.
        let grown = content.design.alone() && cell.0 > frame.least.cell_min.0 * BROKEN_UP_TO;
        let crowds = |headers: Mm| grown && room(index == 0, headers) < frame.height() * MOST_OF_ALL;
        if crowds(Mm::ZERO) {
            return None;
        }
        let table = Table::new(content, &setting, across_phases, (&across, &most))?;
        let count = table.lines();
        // Small type may cost them, and needs no others for it.
        let joints = if cell.0 <= frame.least.cell_min.0 * BROKEN_UP_TO { table.arrows.joints() } else { 0 };
        (lines, broken) = (lines + count.0, broken + count.1 - joints);
        (whole, cut) = (whole && !table.arrows.in_pieces.contains(&true), cut || table.arrows.cuts());
        parted |= table.arrows.parted.contains(&true);
        let headers = table.header_height(&frame);
        if crowds(headers) {
            return None;
        }
        let pages = paginate(&table, &frame, &sizes, room(index == 0, headers), room(false, headers));
        left = (left + 1).checked_sub(pages.len()).filter(|left| *left > 0)?;
        planned.push(Panel { table, pages });
    }
    let given = if cut { Care::Least } else { Care::of((broken, lines), whole, &sizes) };
    let given = if parted { given.max(Care::Broken) } else { given };
    let broken_lines = broken as f64 / lines.max(1) as f64;
    (given <= care).then_some(Plan { setting, head, legend, panels: planned, care: given, broken: broken_lines })
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

/// Fills the pages evenly, and gives the room that is left to what can use it.
fn spread(mut plan: Plan, share: f64) -> Plan {
    let (frame, sizes) = (plan.setting.frame, plan.setting.sizes);
    for (index, panel) in plan.panels.iter_mut().enumerate() {
        let headers = panel.table.header_height(&frame);
        let room = |first: bool| rows_room(headers, (&plan.head, &plan.legend), &frame, &sizes, first);
        let rooms = (room(index == 0), room(false));
        if panel.pages.len() > 1 {
            panel.pages = evenly(&panel.table, &frame, &sizes, rooms, panel.pages.len());
        }
        for (nth, page) in panel.pages.iter_mut().enumerate() {
            page.spread(&panel.table, &frame, &sizes, (if nth == 0 { rooms.0 } else { rooms.1 }, share));
        }
    }
    levels::alike(&mut plan);
    plan
}

/// The rows on as many pages as they must take, each as full as the others: in the least room that takes no more.
fn evenly(table: &Table, frame: &Frame, sizes: &Sizes, (first, further): (Mm, Mm), pages: usize) -> Vec<PageRows> {
    let divided = |share: f64| paginate(table, frame, sizes, first * share, further * share);
    let mut best = divided(1.0);
    let (mut low, mut high) = (0.5, 1.0);
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(low, high);
        let tried = divided(middle);
        if tried.len() == pages {
            (best, high) = (tried, middle);
        } else {
            low = middle;
        }
    }
    best
}

/// Halving the room this often comes close enough to where another page begins.
const HALVINGS: usize = 6;
