//! A table that was too wide and goes on below: the same lanes in the same order, with further phases.
//!
//! ```text
//! Phase   Search  Ask
//! Goal    …       …
//! Action  …       …
//!
//! Phase   Pay     Use        two more phases of the same journey
//! Goal    …       …
//! Action  …       …
//! ```

use std::collections::BTreeSet;

use super::lanes::{self, Lane};
use super::left::{Spot, Work};
use super::phases::{Phase, free};
use super::shape::Shape;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::{key, near_phase, spelled};
use crate::journey::limits;
use crate::read::book::Value;
use crate::tongue::say;

/// A row of the first table: its label, the index of its lane, and whether it says why the scores above are what they are.
struct Row {
    label: Option<String>,
    lane: usize,
    reason: bool,
}

/// Takes in the further phases of a table that goes on below itself, as often as it does.
pub fn take<'b>(view: &View<'b>, shape: &Shape, phases: &mut Vec<Phase>, lanes: &mut [Lane<'b>], work: &mut Work) {
    let Some(header) = shape.header.filter(|_| shape.across) else { return };
    let corner = label(view.line(header), shape);
    let rows = rows(view, shape, lanes);
    if lanes.len() < 2 || lanes.iter().any(|lane| lane.whose.is_some()) {
        return;
    }
    while let Some((found, last)) = next(view, shape, (corner.as_deref(), &rows), phases, lanes) {
        found.add(view, shape, phases, lanes, work);
        if last.is_none() {
            return;
        }
    }
}

/// The label of a row.
fn label(cells: &[(usize, &Value)], shape: &Shape) -> Option<String> {
    cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value))
}

/// The rows of the lanes, from the top.
fn rows(view: &View, shape: &Shape, lanes: &[Lane]) -> Vec<Row> {
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for (index, lane) in lanes.iter().enumerate() {
        for row in &lane.rows {
            let reason = lane.reasons.iter().any(|cell| view.at(*row, 0).row == cell.spot.at.row);
            rows.push((*row, Row { label: label(view.line(*row), shape), lane: index, reason }));
        }
    }
    rows.sort_by_key(|(row, _)| *row);
    rows.into_iter().map(|(_, row)| row).filter(|row| row.label.is_some()).collect()
}

/// What goes on: the text that says so, the header with its phases, and the rows of the lanes with the index of each.
struct Found<'v, 'b> {
    onward: Option<&'v Line<'b>>,
    header: &'v Line<'b>,
    titles: Vec<(usize, String)>,
    rows: Vec<(&'v Line<'b>, usize, bool)>,
}

/// What goes on right below the last row of the lanes, and its last row.
fn next<'v, 'b>(
    view: &'v View<'b>,
    shape: &Shape,
    (corner, rows): (Option<&str>, &[Row]),
    phases: &[Phase],
    lanes: &[Lane],
) -> Option<(Found<'v, 'b>, Option<usize>)> {
    const FAR: usize = 4;
    const NAME_CHARS: usize = 60;
    let end = lanes.iter().flat_map(|lane| &lane.rows).max()?;
    let start = view.lines.partition_point(|line| line.row <= *end);
    let mut lines = view.lines.get(start..)?;
    let says =
        |line: &Line| matches!(line.cells.as_slice(), [(_, value)] if name(value).is_some_and(|text| words::of_onward(&text)));
    let onward = lines.first().filter(|line| says(line));
    if onward.is_some() {
        lines = lines.get(1..)?;
    }
    let (header, below) = lines.split_first()?;
    let own = label(&header.cells, shape);
    let same = match (corner, own.as_deref()) {
        (Some(corner), Some(own)) => spelled(corner) == spelled(own),
        (None, None) => true,
        (None, Some(_)) | (Some(_), None) => false,
    };
    let behind = header.cells.iter().filter(|(column, _)| *column != shape.labels);
    let title = |(column, value): &(usize, &Value)| {
        let fits = *column > shape.labels && matches!(value, Value::Text(_));
        Some((*column, name(value).filter(|title| fits && title.chars().count() <= NAME_CHARS)?))
    };
    let titles: Vec<(usize, String)> = behind.map(title).collect::<Option<_>>()?;
    let fewest = if own.is_some() { 1 } else { 2 };
    if !same || header.row > end + FAR || titles.len() < fewest || !are_further(&titles, phases) {
        return None;
    }
    // Rows without a name go on with the one above, as in the first table.
    let (mut found, mut known, mut row, mut lane) = (Vec::new(), rows.iter().peekable(), header.row, None);
    for line in below {
        let next = label(&line.cells, shape);
        let apart = line.row > row + 1;
        match (next, known.peek()) {
            (Some(own), Some(next)) if next.label.as_deref().is_some_and(|label| spelled(label) == spelled(&own)) => {
                lane = Some((next.lane, next.reason));
                known.next();
            }
            (None, _) if !apart && lane.is_some() => {}
            _ => break,
        }
        let Some((lane, reason)) = lane else { break };
        row = line.row;
        found.push((line, lane, reason));
    }
    let last = found.last().map(|(line, ..)| line.row);
    // One with further lanes is another table.
    let more = below.get(found.len()).is_some_and(|line| line.row == row + 1 && line.cells.len() > 1);
    if more {
        return None;
    }
    known.peek().is_none().then_some((Found { onward, header, titles, rows: found }, last))
}

/// Whether phases are other ones than those above, and none of those that are known comes before them.
fn are_further(titles: &[(usize, String)], phases: &[Phase]) -> bool {
    const ORDER: [&str; 7] = ["awareness", "orientation", "consideration", "purchase", "delivery", "use", "loyalty"];
    let rank = |title: &str| near_phase(title).and_then(|id| ORDER.iter().position(|one| *one == id));
    let known: BTreeSet<String> = phases.iter().map(|phase| spelled(&phase.title)).collect();
    let new: BTreeSet<String> = titles.iter().map(|(_, title)| spelled(title)).collect();
    let last = phases.iter().filter_map(|phase| rank(&phase.title)).max();
    let ordered = titles.iter().filter_map(|(_, title)| rank(title)).all(|rank| last.is_none_or(|last| rank > last));
    let lanes = titles.iter().any(|(_, title)| words::of_corners(title));
    known.is_disjoint(&new) && new.len() == titles.len() && ordered && !lanes && phases.len() + titles.len() <= limits::PHASES
}

impl<'b> Found<'_, 'b> {
    fn add(self, view: &View<'b>, shape: &Shape, phases: &mut Vec<Phase>, lanes: &mut [Lane<'b>], work: &mut Work) {
        let spot = |row: usize, column: usize| Spot { sheet: shape.sheet, at: view.at(row, column) };
        for line in [self.onward, Some(self.header)].into_iter().flatten() {
            line.cells.iter().for_each(|(column, _)| work.take(spot(line.row, *column)));
        }
        let mut taken: BTreeSet<String> = phases.iter().map(|phase| phase.id.clone()).collect();
        let before = phases.len();
        let mut own: Vec<Phase> = Vec::new();
        for (column, title) in self.titles {
            let slug = Some(key(&title)).filter(|slug| !slug.is_empty());
            let known = near_phase(&title).filter(|id| !taken.contains(*id)).map(str::to_owned);
            let id = known.or(slug).unwrap_or_else(|| format!("phase-{}", before + own.len() + 1));
            let id = free(id, &mut taken);
            if let Some(last) = own.last_mut() {
                last.last = last.last.min(column.saturating_sub(1));
            }
            let last = view.end(self.header.row, column).1;
            let wrapped = Some(self.header.row);
            own.push(Phase { title, id, description: None, stage: None, first: column, last, named: true, wrapped });
        }
        work.step(spot(self.header.row, shape.labels), say!("explain-wrapped"));
        for (line, index, reason) in self.rows {
            let Some(lane) = lanes.get_mut(index) else { continue };
            lane.rows.push(line.row);
            for (column, value) in &line.cells {
                let spot = spot(line.row, *column);
                if *column == shape.labels {
                    work.take(spot);
                    continue;
                }
                let Some(mut filled) = lanes::filled(view, &own, spot, (line.row, *column), value) else { continue };
                filled.phase += before;
                filled.until = filled.until.map(|until| until + before);
                work.take(spot);
                if reason { lane.reasons.push(filled) } else { lane.cells.push(filled) }
            }
        }
        phases.extend(own);
    }
}
