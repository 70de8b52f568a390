//! Tables beneath the one that was read, with the same phases and other lanes: a score for each phase, say.
//!
//! ```text
//! Stage      Goal      Emotion
//! Awareness  …         Curious
//! Purchase   …         Happy
//!
//! Stage      Score
//! Awareness  3                     joined by the name of the phase
//! Purchase   5
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::phases::Phase;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::{key, near_lane, spelled};
use crate::journey::limits;
use crate::read::book::{Page, Value};
use crate::tongue::say;

/// Adds the lanes of the tables below the row of the sheet that a table ends in. One with a lane that there is already, or with a phase that
/// there is not, is another journey.
pub fn lanes<'b>(page: &'b Page, (sheet, bottom): (usize, usize), phases: &[Phase], lanes: &mut Vec<Lane<'b>>, work: &mut Work) {
    let titles: BTreeMap<String, usize> = (0..).zip(phases).map(|(index, phase)| (spelled(&phase.title), index)).collect();
    if titles.len() != phases.len() || phases.len() < 2 {
        return;
    }
    let view = View::of(page, true);
    let start = view.lines.partition_point(|line| line.row <= bottom);
    let mut rest = view.lines.get(start..).unwrap_or_default();
    while let [first, after @ ..] = rest {
        let count = after.iter().zip(rest).take_while(|(next, before)| next.row == before.row + 1).count();
        let (block, behind) = rest.split_at(count + 1);
        rest = behind;
        let found = across(first, block, &titles).or_else(|| down(first, block, &titles));
        let Some(table) = found.filter(|table| table.is_new(lanes)) else { continue };
        table.add(&view, sheet, lanes, work);
    }
}

/// A table as it was found: rows and columns are those of the sheet.
struct Found<'b> {
    /// The names of the phases, and the corner.
    names: Vec<(usize, usize)>,
    /// The lanes: where their names stand, and what they hold, each with the index of its phase.
    lanes: Vec<(String, (usize, usize), Vec<Cell<'b>>)>,
}

/// A cell of a lane: its row and column, the index of its phase, and what it holds.
type Cell<'b> = ((usize, usize), usize, &'b Value);

impl<'b> Found<'b> {
    fn is_new(&self, lanes: &[Lane]) -> bool {
        let known: BTreeSet<String> = lanes.iter().map(|lane| key(&lane.title)).collect();
        let own: BTreeSet<String> = self.lanes.iter().map(|(title, ..)| key(title)).collect();
        let filled = self.lanes.iter().all(|(.., cells)| !cells.is_empty());
        filled && own.len() == self.lanes.len() && known.is_disjoint(&own) && lanes.len() + own.len() <= limits::LANES
    }

    fn add(self, view: &View, sheet: usize, lanes: &mut Vec<Lane<'b>>, work: &mut Work) {
        let spot = |(row, column): (usize, usize)| Spot { sheet, at: view.at(row, column) };
        self.names.into_iter().for_each(|name| work.take(spot(name)));
        for (title, place, cells) in self.lanes {
            let kind = near_lane(&title);
            work.take(spot(place));
            work.step(spot(place), say!("explain-further-lane", name = &title));
            let cell = |(place, phase, value): Cell<'b>| {
                work.take(spot(place));
                Filled::new(spot(place), value, phase)
            };
            let cells = cells.into_iter().map(cell).collect();
            lanes.push(Lane { rows: vec![place.0], cells, ..Lane::new(title, kind, spot(place)) });
        }
    }
}

/// Whether what stands before a row of names says that they are those of phases, or nothing does.
fn is_corner(value: Option<&Value>) -> bool {
    value.is_none_or(|value| name(value).is_some_and(|name| words::of_corners(&name)))
}

/// The index of the phase that a cell names.
fn phase(value: &Value, titles: &BTreeMap<String, usize>) -> Option<usize> {
    titles.get(&spelled(&name(value)?)).copied()
}

/// The name of a lane in a cell.
fn title(value: &Value) -> Option<String> {
    matches!(value, Value::Text(_)).then(|| name(value)).flatten().filter(|name| name.chars().count() <= 60)
}

/// Whether a value can stand in a lane.
fn said(value: &Value) -> bool {
    !matches!(value, Value::Unknown(_))
}

/// The table of a block with its phases in the first row.
fn across<'b>(first: &Line<'b>, block: &[Line<'b>], titles: &BTreeMap<String, usize>) -> Option<Found<'b>> {
    let corner = block.get(1)?.cells.first()?.0;
    let head = first.cells.iter().filter(|(column, _)| *column > corner);
    let phases: Option<BTreeMap<usize, usize>> = head.map(|(column, value)| Some((*column, phase(value, titles)?))).collect();
    let phases = phases.filter(|phases| phases.len() > 1 && is_different(phases.values()))?;
    let before = first.cells.iter().find(|(column, _)| *column <= corner);
    if !is_corner(before.map(|(_, value)| *value)) {
        return None;
    }
    let lane = |line: &Line<'b>| {
        let [(column, label), cells @ ..] = line.cells.as_slice() else { return None };
        let cell = |(column, value): &(usize, &'b Value)| Some(((line.row, *column), *phases.get(column)?, *value));
        let cells: Option<Vec<Cell>> = cells.iter().filter(|(_, value)| said(value)).map(cell).collect();
        (*column == corner).then_some((title(label)?, (line.row, corner), cells?))
    };
    let lanes: Option<Vec<_>> = block.iter().skip(1).map(lane).collect();
    let names = first.cells.iter().map(|(column, _)| (first.row, *column)).collect();
    Some(Found { names, lanes: lanes? })
}

/// The table of a block with its phases in the first column.
fn down<'b>(first: &Line<'b>, block: &[Line<'b>], titles: &BTreeMap<String, usize>) -> Option<Found<'b>> {
    let labels = block.get(1)?.cells.first()?.0;
    let before = first.cells.iter().find(|(column, _)| *column <= labels);
    if !is_corner(before.map(|(_, value)| *value)) {
        return None;
    }
    let named = first.cells.iter().filter(|(column, _)| *column > labels);
    let lanes: Option<Vec<_>> = named.map(|(column, value)| Some((title(value)?, (first.row, *column), Vec::new()))).collect();
    let (mut lanes, mut phases) = (lanes.filter(|lanes| !lanes.is_empty())?, BTreeMap::new());
    let mut names: Vec<_> = before.map(|(column, _)| (first.row, *column)).into_iter().collect();
    for line in block.iter().skip(1) {
        let [(column, label), cells @ ..] = line.cells.as_slice() else { return None };
        let index = phase(label, titles).filter(|_| *column == labels)?;
        phases.insert(line.row, index);
        names.push((line.row, labels));
        for (column, value) in cells.iter().filter(|(_, value)| said(value)) {
            let lane = lanes.iter_mut().find(|(_, (_, own), _)| own == column)?;
            lane.2.push(((line.row, *column), index, *value));
        }
    }
    (phases.len() > 1 && is_different(phases.values())).then_some(Found { names, lanes })
}

fn is_different<'i>(indexes: impl Iterator<Item = &'i usize> + Clone) -> bool {
    indexes.clone().collect::<BTreeSet<_>>().len() == indexes.count()
}
