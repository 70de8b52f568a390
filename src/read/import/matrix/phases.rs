//! The phases of a table, and the stages above them.

use std::collections::BTreeSet;

use super::left::{Spot, Work};
use super::shape::Shape;
use super::view::{View, name};
use super::{facts, words};
use crate::journey::aliases::{key, near_lane, near_phase};
use crate::journey::limits;
use crate::read::book::Value;

/// A phase, and the columns of the view under its name.
#[derive(Debug)]
pub struct Phase {
    /// The name, as written.
    pub title: String,
    /// The id: that of a known phase, else from the title.
    pub id: String,
    /// The index of its stage.
    pub stage: Option<usize>,
    /// The first of its columns.
    pub first: usize,
    /// The last of its columns.
    pub last: usize,
}

/// A stage.
#[derive(Debug)]
pub struct Stage {
    /// The name, as written.
    pub title: String,
    /// The id.
    pub id: String,
}

/// The phases in the header of a table.
pub fn phases(view: &View, shape: &Shape, work: &mut Work) -> Vec<Phase> {
    let mut taken = BTreeSet::new();
    let mut phases: Vec<Phase> = Vec::new();
    for (column, title) in titles(view, shape) {
        if phases.len() == limits::PHASES {
            break;
        }
        let known = near_phase(&title).filter(|id| !taken.contains(*id));
        let id = match (known, key(&title)) {
            (Some(id), _) => id.to_owned(),
            (None, slug) if slug.is_empty() => format!("phase-{}", phases.len() + 1),
            (None, slug) => slug,
        };
        let id = free(id, &mut taken);
        if let Some(before) = phases.last_mut() {
            before.last = before.last.min(column.saturating_sub(1));
        }
        let spot = Spot { sheet: shape.sheet, at: view.at(shape.header, column) };
        work.take(spot);
        work.from(format!("/phases/{}", phases.len()), spot);
        phases.push(Phase { title, id, stage: None, first: column, last: view.end(shape.header, column).1 });
    }
    phases
}

/// The names in the header: without those that belong to what stands beside the table.
fn titles(view: &View, shape: &Shape) -> Vec<(usize, String)> {
    let cells = view.line(shape.header).iter().filter(|(column, _)| *column > shape.labels);
    let mut titles: Vec<(usize, String)> = cells.filter_map(|(column, value)| Some((*column, name(value)?))).collect();
    let lane = |title: &str| near_lane(title).is_some() && near_phase(title).is_none();
    while titles.len() > 2 && titles.last().is_some_and(|(_, title)| lane(title)) {
        titles.pop();
    }
    if let Some(gap) = side_table(view, shape, &titles) {
        titles.truncate(gap);
    }
    titles
}

/// Where the names behind a gap begin that are of no phase: unknown ones, with hardly anything below them.
fn side_table(view: &View, shape: &Shape, titles: &[(usize, String)]) -> Option<usize> {
    let known = titles.iter().rposition(|(_, title)| near_phase(title).is_some()).map_or(1, |last| last + 1);
    let pairs = titles.iter().zip(titles.iter().skip(1)).enumerate();
    let gap = pairs.skip(known.saturating_sub(1)).find(|(_, ((one, _), (next, _)))| *next > view.end(shape.header, *one).1 + 1);
    let gap = gap.map(|(index, _)| index + 1).filter(|gap| *gap > 1)?;
    let start = titles.get(gap).map(|(column, _)| *column)?;
    let (mut lanes, mut before, mut behind) = (0, 0, 0);
    for line in view.lines.iter().filter(|line| line.row > shape.header) {
        let label = line.cells.iter().any(|(column, _)| *column == shape.labels);
        let filled = |first: usize, end: usize| line.cells.iter().any(|(column, _)| (first..end).contains(column));
        lanes += usize::from(label);
        before += usize::from(label && filled(shape.labels + 1, start));
        behind += usize::from(label && filled(start, usize::MAX));
    }
    (lanes > 0 && before > 0 && behind * 2 < before).then_some(gap)
}

/// The stages in the row above the phases, each put into the phases below it; and that row.
pub fn stages(view: &View, shape: &Shape, phases: &mut [Phase], work: &mut Work) -> (Vec<Stage>, Option<usize>) {
    let above = view.lines.partition_point(|line| line.row < shape.header);
    let line = above.checked_sub(1).and_then(|index| view.lines.get(index));
    // With phases down, what stands above the table is in this line too.
    let within = |column: usize| view.across || column >= shape.labels;
    let Some(line) = line else { return (Vec::new(), None) };
    let cells: Vec<_> = line.cells.iter().filter(|(column, _)| within(*column)).copied().collect();
    let Some(bands) = bands(view, shape, phases, line.row, &cells) else { return (Vec::new(), None) };
    let (mut stages, mut taken): (Vec<Stage>, _) = (Vec::new(), BTreeSet::new());
    for (index, (column, title)) in bands.iter().enumerate() {
        let next = bands.get(index + 1).map_or(usize::MAX, |(next, _)| *next);
        let known = stages.iter().position(|stage| stage.title == *title);
        if known.is_none() && stages.len() == limits::STAGES {
            break;
        }
        let stage = known.unwrap_or_else(|| {
            let slug = key(title);
            let id = if slug.is_empty() { format!("stage-{}", stages.len() + 1) } else { slug };
            stages.push(Stage { title: title.clone(), id: free(id, &mut taken) });
            stages.len() - 1
        });
        let spot = Spot { sheet: shape.sheet, at: view.at(line.row, *column) };
        work.take(spot);
        work.from(format!("/stages/{stage}"), spot);
        phases.iter_mut().filter(|phase| (*column..next).contains(&phase.first)).for_each(|phase| phase.stage = Some(stage));
    }
    for (column, value) in cells.iter().filter(|(column, _)| *column <= shape.labels) {
        if name(value).is_some_and(|name| words::of_corners(&name)) {
            work.take(Spot { sheet: shape.sheet, at: view.at(line.row, *column) });
        }
    }
    (stages, Some(line.row))
}

/// The names in a row when they are those of stages: few, above the phases, and no facts.
fn bands(view: &View, shape: &Shape, phases: &[Phase], row: usize, cells: &[(usize, &Value)]) -> Option<Vec<(usize, String)>> {
    const LONGEST: usize = 60;
    let (first, last) = (phases.first()?.first, phases.last()?.last);
    let mut bands = Vec::new();
    for (column, value) in cells {
        let title = name(value).filter(|title| title.chars().count() <= LONGEST && facts::lines(title).is_empty())?;
        let corner = *column <= shape.labels;
        if corner && !words::of_corners(&title) || !corner && (*column > last || view.end(row, *column).1 < first) {
            return None;
        }
        if !corner {
            bands.push((*column, title));
        }
    }
    let different: BTreeSet<&str> = bands.iter().map(|(_, title)| title.as_str()).collect();
    let known = different.iter().filter(|title| words::of_bands(title)).count();
    let fact = different.iter().any(|title| facts::label(title).is_some());
    let number = different.iter().all(|title| title.bytes().all(|byte| byte.is_ascii_digit()));
    let few = different.len() > 1 && different.len() < phases.len() && !fact && !number;
    // A text above some of the phases only is no title either.
    (known > 0 && known * 2 >= different.len() || few).then_some(bands)
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
