//! The phases of a table.

use std::collections::{BTreeMap, BTreeSet};

use super::lanes::Lane;
use super::left::{Spot, Work};
use super::shape::Shape;
use super::view::{Line, View, name};
use super::{numbering, scores, sides, sums, words};
use crate::diagnostic::Code;
use crate::forms::hints::DESCRIPTION;
use crate::journey::aliases::{key, near_lane, near_phase, spelled};
use crate::journey::{LaneKind, Term, TermLanguage, limits};
use crate::read::book::Value;
use crate::read::import::facts;
use crate::tongue::say;

/// A phase, and the columns of the view under its name.
#[derive(Debug)]
pub struct Phase {
    /// The name, as written.
    pub title: String,
    /// The id: that of a known phase, else from the title.
    pub id: String,
    /// What is said of it, in a first row of descriptions.
    pub description: Option<(String, Spot)>,
    /// The index of its stage.
    pub stage: Option<usize>,
    /// The first of its columns.
    pub first: usize,
    /// The last of its columns.
    pub last: usize,
    /// Whether the table has a name for it.
    pub named: bool,
    /// The row of the view with its name, where that is none of the first table's: a table that was too wide goes on there.
    pub wrapped: Option<usize>,
}

/// The phases in the header of a table, or one for each column of a table without.
pub fn phases(view: &View, shape: &Shape, language: TermLanguage, work: &mut Work) -> Vec<Phase> {
    let Some(header) = shape.header else { return unnamed(view, shape, language) };
    let mut taken = BTreeSet::new();
    let mut phases: Vec<Phase> = Vec::new();
    let titles = titles(view, shape, header);
    // In a column numbers stand before each name; above lanes they are part of what is written there.
    let bare = if shape.across { None } else { numbering::stripped(&titles) };
    for (column, title) in bare.unwrap_or(titles) {
        if phases.len() == limits::PHASES {
            break;
        }
        let spot = Spot { sheet: shape.sheet, at: view.at(header, column) };
        // Who writes a name again beside itself means the phase that it names.
        if let Some(before) = phases.last_mut().filter(|before| before.title == title) {
            work.take(spot);
            before.last = view.end(header, column).1;
            continue;
        }
        let known = near_phase(&title).filter(|id| !taken.contains(*id));
        let id = match (known, key(&title)) {
            (Some(id), _) => id.to_owned(),
            (None, slug) if slug.is_empty() => format!("phase-{}", phases.len() + 1),
            (None, slug) => slug,
        };
        let id = free(id, &mut taken);
        if let Some(before) = phases.last_mut() {
            // With phases down, rows without a phase go on with the one above.
            let last = column.saturating_sub(1);
            before.last = if shape.across { before.last.min(last) } else { last };
        }
        work.take(spot);
        let last = view.end(header, column).1;
        phases.push(Phase { title, id, description: None, stage: None, first: column, last, named: true, wrapped: None });
    }
    if shape.across {
        sides::widen(view, (header, &under_names(view, shape)), &mut phases);
    }
    if let Some(last) = phases.last_mut().filter(|_| !shape.across) {
        let taken: BTreeSet<usize> = view.line(header).iter().map(|(column, _)| *column).collect();
        let filled = under_names(view, shape);
        let more = (last.last + 1..).take_while(|column| filled.contains(column) && !taken.contains(column));
        last.last += more.count();
        // Nothing is told of a phase in a row that sums up those above.
        if last.last > last.first && sums::is_row(view, shape, last.last) {
            last.last -= 1;
        }
    }
    phases
}

/// Whether most of the phases come back further down: a list of records that somebody has filled in more than once, or out of order. Of a journey a
/// phase or two may come back, such as waiting, and is another one each time.
fn are_records(phases: &[Phase]) -> bool {
    const FEWEST: usize = 3;
    let mut counts = BTreeMap::<String, usize>::new();
    for phase in phases {
        *counts.entry(spelled(&phase.title)).or_default() += 1;
    }
    let again = counts.values().filter(|count| **count > 1).count();
    counts.len() >= FEWEST && again * 4 >= counts.len() * 3
}

/// Puts what returns further down in a list of records, or under each of several persons, into the phase of the same name before, and says where each
/// phase stands.
pub fn unite(view: &View, shape: &Shape, persons: bool, (phases, lanes): (&mut Vec<Phase>, &mut [Lane]), work: &mut Work) {
    let Some(header) = shape.header else { return };
    let (mut kept, mut first, mut now) = (Vec::new(), BTreeMap::<String, usize>::new(), Vec::new());
    let mut again: Vec<(String, usize)> = Vec::new();
    let records = !shape.across && are_records(phases);
    for phase in phases.drain(..) {
        let known = first.get(&spelled(&phase.title)).copied().filter(|_| records || persons);
        now.push(known.unwrap_or(kept.len()));
        if known.is_some() {
            again.push((phase.title, phase.first));
            continue;
        }
        first.entry(spelled(&phase.title)).or_insert(kept.len());
        work.from(
            format!("/phases/{}", kept.len()),
            Spot { sheet: shape.sheet, at: view.at(phase.wrapped.unwrap_or(header), phase.first) },
        );
        kept.push(phase);
    }
    *phases = kept;
    let to = |index: usize| now.get(index).copied().unwrap_or(index);
    for cell in lanes.iter_mut().flat_map(|lane| lane.cells.iter_mut().chain(&mut lane.reasons)) {
        cell.phase = to(cell.phase);
        cell.until = cell.until.map(to).filter(|until| *until > cell.phase);
    }
    if let Some((title, row)) = again.first().filter(|_| !persons) {
        let spot = Spot { sheet: shape.sheet, at: view.at(header, *row) };
        let message = match again.len() - 1 {
            0 => say!("phase-returns", title = title),
            more => say!("phases-return", title = title, more = more),
        };
        work.remark(Code::PhaseReturns, spot, message, say!("phase-returns-help"));
    }
}

/// A phase for each column with something beside the names of the lanes, called by its number.
fn unnamed(view: &View, shape: &Shape, language: TermLanguage) -> Vec<Phase> {
    let columns = under_names(view, shape);
    let word = Term::Phase.text(language);
    let phase = |(number, column): (usize, usize)| {
        let title = format!("{word} {number}");
        Phase { id: key(&title), title, description: None, stage: None, first: column, last: column, named: false, wrapped: None }
    };
    (1..).zip(columns.into_iter().filter(|column| *column > shape.labels)).take(limits::PHASES).map(phase).collect()
}

/// The columns with something in a row that has a name.
fn under_names(view: &View, shape: &Shape) -> BTreeSet<usize> {
    let lines = view.lines.iter().filter(|line| line.row >= shape.first);
    let named = lines.filter(|line| line.cells.iter().any(|(column, _)| *column == shape.labels));
    named.flat_map(|line| line.cells.iter().map(|(column, _)| *column)).collect()
}

/// The names in the header: without those that belong to what stands beside the table or, with phases down, below it.
fn titles(view: &View, shape: &Shape, header: usize) -> Vec<(usize, String)> {
    let cells = view.line(header).iter().filter(|(column, _)| *column > shape.labels);
    let names = cells.filter_map(|(column, value)| Some((*column, name(value)?)));
    // What is beyond the limit is no phase, but may tell where the table ends.
    let mut titles: Vec<(usize, String)> = names.take(limits::PHASES + 50).collect();
    titles.drain(..sides::guides(view, shape, &titles));
    let known: Vec<bool> = titles.iter().map(|(_, title)| near_phase(title).is_some()).collect();
    let counts = counts(view, shape, &titles);
    let gap = |index: usize| index.checked_sub(1).and_then(|before| Some((titles.get(before)?.0, titles.get(index)?.0)));
    // With phases down, rows without a name go on with the phase above; only one with nothing in it parts two tables.
    let filled = if shape.across { BTreeSet::new() } else { under_names(view, shape) };
    let apart = |index: &usize| {
        let between = |(one, next): (usize, usize)| view.end(header, one).1 + 1..next;
        gap(*index).is_some_and(|gap| between(gap).any(|column| !filled.contains(&column)))
    };
    // What begins without a name behind an empty row is the row of the phases of another table.
    let is_nameless = |index: usize| {
        let between = gap(index).map_or(0..0, |(one, next)| view.end(header, one).1 + 1..next);
        !shape.across && between.skip_while(|column| filled.contains(column)).any(|column| filled.contains(&column))
    };
    let blanks = |index: usize| {
        gap(index).map_or(0, |(one, next)| (view.end(header, one).1 + 1..next).filter(|column| !filled.contains(column)).count())
    };
    // Blanks at an even step, with columns or rows as full as those before, go on with the table, whatever stands behind it.
    let is_even = |gap: usize| {
        let (own, other) = (titles.get(..gap).unwrap_or_default(), titles.get(gap));
        let steps = (1..gap).all(|before| blanks(before) == blanks(gap));
        let full: usize = counts.iter().take(gap).sum();
        let fresh = other.is_some_and(|(_, title)| !words::of_corners(title) && own.iter().all(|(_, before)| before != title));
        steps && fresh && full > 0 && counts.get(gap).is_some_and(|count| count * gap * 10 >= full * 7)
    };
    // A column of totals or remarks behind the last gap says nothing of what stands before that.
    let alone = titles
        .len()
        .checked_sub(1)
        .filter(|last| apart(last) && (is_remark(&titles[*last].1) || words::of_sums(&titles[*last].1)));
    let table = alone.unwrap_or(titles.len());
    let is_other = |gap: &usize| {
        let until = if *gap < table { table } else { titles.len() };
        is_nameless(*gap) || !is_even(*gap) && is_other_table(&titles[..until], &known, &counts[..until], *gap)
    };
    let end = (2..titles.len()).filter(apart).find(is_other);
    titles.truncate(end.unwrap_or(titles.len()));
    let template = counts.iter().take(titles.len()).all(|count| *count == 0);
    while let [.., (before, _), (column, title)] = titles.as_slice() {
        let hollow = counts.get(titles.len() - 1) == Some(&0);
        let close = *column <= view.end(header, *before).1 + 1;
        let note = hollow && !(template && close) && is_note(title);
        let remark = is_remark(title) && !(could_be_phase(title) && is_as_full(view, shape, &titles, &counts));
        let sums = !(template && close) && sums::is_one(view, shape, &titles);
        if titles.len() < 3 || !sums && (near_phase(title).is_some() || !(note || remark)) {
            break;
        }
        titles.pop();
    }
    titles
}

/// How many named rows have something under each name of the header.
fn counts(view: &View, shape: &Shape, titles: &[(usize, String)]) -> Vec<usize> {
    let mut counts = vec![0; titles.len()];
    for line in view.lines.iter().filter(|line| line.row >= shape.first) {
        let label = line.cells.iter().any(|(column, _)| *column == shape.labels);
        let behind = line.cells.iter().filter(|(column, _)| label && *column > shape.labels);
        let under: BTreeSet<usize> =
            behind.filter_map(|(column, _)| titles.partition_point(|(first, _)| first <= column).checked_sub(1)).collect();
        // A phase with several columns is no fuller for that.
        for index in under {
            if let Some(count) = counts.get_mut(index) {
                *count += 1;
            }
        }
    }
    counts
}

/// Whether the names behind a gap are those of another table: it says so in its corner, has the same phases, or is emptier.
fn is_other_table(titles: &[(usize, String)], known: &[bool], counts: &[usize], gap: usize) -> bool {
    let (own, other) = titles.split_at(gap);
    let (full, rest) = counts.split_at(gap);
    if other.iter().any(|(_, title)| words::of_corners(title)) {
        return true;
    }
    if known.iter().skip(gap).any(|known| *known) {
        return other.iter().filter(|(_, title)| own.iter().any(|(_, before)| before == title)).count() > 1;
    }
    let mean = |counts: &[usize]| counts.iter().sum::<usize>() as f64 / counts.len().max(1) as f64;
    mean(full) > 0.0 && (rest.first() == Some(&0) || mean(rest) < 0.7 * mean(full))
}

/// Whether a name with nothing under it is a note or a fact.
fn is_note(title: &str) -> bool {
    let counted = words::is_counted(title);
    !counted
        && (title.chars().count() > 60
            || facts::is_other(title, true)
            || title.contains(": ")
            || title.ends_with(['.', '!', ':']))
}

/// Whether a phase may be called so, though remarks are: a complaint, feedback.
fn could_be_phase(title: &str) -> bool {
    !words::of_totals(title)
        && !words::of_sources(title)
        && matches!(near_lane(title), None | Some(LaneKind::Barrier | LaneKind::Text))
}

/// Whether the last column is as full as the others of a table that says that they are its phases, with a number wherever all of them have one.
fn is_as_full(view: &View, shape: &Shape, titles: &[(usize, String)], counts: &[usize]) -> bool {
    let Some(header) = shape.header else { return false };
    let corner = view.line(header).iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let [others @ .., last] = titles else { return false };
    let own = counts.get(others.len()).copied().unwrap_or_default();
    let full = own > 0 && counts.iter().take(others.len()).all(|count| own >= *count);
    let is_number =
        |line: &Line, column: usize| line.cells.iter().any(|(own, value)| *own == column && scores::alone(value).is_some());
    let numbers = |line: &&Line| others.iter().all(|(column, _)| is_number(line, *column));
    let below = view.lines.iter().filter(|line| line.row >= shape.first);
    corner.is_some_and(|corner| words::of_corners(&corner)) && full && below.filter(numbers).all(|line| is_number(line, last.0))
}

/// Whether the last column holds what is said of the others.
fn is_remark(title: &str) -> bool {
    words::of_remarks(title)
        || words::of_sides(title)
        || matches!(
            near_lane(title),
            Some(LaneKind::Text | LaneKind::Opportunity | LaneKind::Barrier | LaneKind::Measure | LaneKind::Priority)
        )
}

/// Whether the first lane describes the phases.
pub fn begins_with_descriptions(lanes: &[Lane]) -> bool {
    let Some(first) = lanes.first() else { return false };
    let named = TermLanguage::ALL.iter().any(|language| key(DESCRIPTION.text(*language)) == key(&first.title));
    let texts = first.cells.iter().all(|cell| cell.until.is_none() && matches!(cell.value, Value::Text(_)));
    let each = first.cells.iter().map(|cell| cell.phase).collect::<BTreeSet<_>>().len() == first.cells.len();
    named && texts && each && lanes.len() > 1 && !first.cells.is_empty()
}

/// Gives the phases what a first row of descriptions says of them, when it is no more than a text a phase. As ours have it, and as
/// is left when a person copies the sheet to another workbook.
pub fn describe(phases: &mut [Phase], lanes: &mut Vec<Lane>, work: &mut Work) {
    if !begins_with_descriptions(lanes) {
        return;
    }
    let row = lanes.remove(0);
    work.step(row.spot, say!("explain-of-phases", part = "description"));
    for cell in row.cells {
        let text = cell.value.text();
        if let Some(phase) = phases.get_mut(cell.phase) {
            phase.description = Some((text.trim().to_owned(), cell.spot));
        }
    }
}

/// An id that no other has: with a number behind it where it needs one.
pub fn free(id: String, taken: &mut BTreeSet<String>) -> String {
    if taken.insert(id.clone()) {
        return id;
    }
    let with = |number: usize| format!("{id}-{number}");
    // One of these is free: there are more of them than ids that are taken.
    let found = (2..taken.len() + 3).map(with).find(|id| !taken.contains(id)).unwrap_or(id);
    taken.insert(found.clone());
    found
}
