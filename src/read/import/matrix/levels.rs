//! A grid of moods beside one label: the levels stand between the label and the phases, each with the marks of its phases.
//!
//! ```text
//! Phase          Searching  Buying  Using
//! Actions        looks      pays    eats
//! Mood      🙂                      x
//!           😐   x
//!           🙁              x               0, −1, 1
//! ```

use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::marks;
use super::phases::Phase;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::{scores, words};
use crate::journey::LaneKind;
use crate::read::book::{Page, Value};

/// Makes scores of lanes whose rows have levels behind their label.
pub fn join<'b>(
    view: &View<'b>,
    shape: &Shape,
    (page, phases): (&'b Page, &[Phase]),
    lanes: &mut Vec<Lane<'b>>,
    work: &mut Work,
) {
    let Some(first) = phases.first().map(|phase| phase.first).filter(|first| *first > shape.labels + 1) else { return };
    for index in 0..lanes.len() {
        let Some(start) = lanes.get(index).and_then(|lane| lane.rows.first()).copied() else { continue };
        let end = lanes.get(index + 1..).unwrap_or_default().iter().find_map(|lane| lane.rows.first()).copied();
        let end = end.filter(|end| *end > start).unwrap_or(usize::MAX);
        let Some(lane) = lanes.get_mut(index) else { return };
        let found = levels(view, shape, first, (start, end), lane);
        let inner = matches!(lane.kind, Some(LaneKind::Emotion | LaneKind::Feeling)) || words::of_moods(&lane.title);
        let judged = |(_, _, value): &(usize, usize, &Value)| scores::alone(value).is_none();
        if found.len() < 2 || !(inner || lane.kind.is_none() && found.iter().all(judged)) {
            continue;
        }
        let rows: Vec<usize> = found.iter().map(|(row, ..)| *row).collect();
        let row_of = |cell: &Filled| if view.across { cell.spot.at.row } else { cell.spot.at.column };
        if lane.cells.iter().any(|cell| !rows.contains(&row_of(cell))) {
            continue;
        }
        let mut cells: Vec<Filled> = lane.cells.drain(..).collect();
        let mut moods: Vec<Lane> = Vec::new();
        for (row, column, value) in &found {
            let spot = Spot { sheet: shape.sheet, at: view.at(*row, *column) };
            let own = cells.extract_if(.., |cell| row_of(cell) == *row).collect();
            let mood = Lane::new(name(value).unwrap_or_default(), None, spot);
            moods.push(Lane { rows: vec![*row], cells: own, whose: lane.whose.clone(), ..mood });
        }
        match marks::values(&moods) {
            Some(values) => {
                for mood in &moods {
                    work.take(mood.spot);
                }
                *lane = marks::made(page, (lane.title.clone(), lane.spot), &mut moods, values);
            }
            None => lane.cells = moods.into_iter().flat_map(|mood| mood.cells).collect(),
        }
    }
}

/// The levels of a lane, row by row: one in each, behind its label or what goes on with it. Those of the last lane end with the first row that has
/// none.
fn levels<'b>(
    view: &View<'b>,
    shape: &Shape,
    first: usize,
    (start, end): (usize, usize),
    lane: &Lane,
) -> Vec<(usize, usize, &'b Value)> {
    let lines = view.lines.iter().filter(|line| (start..end).contains(&line.row));
    let level = |line: &Line<'b>| {
        let own = line.cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
        let other = own.is_some_and(|own| line.row > start && !lane.title.starts_with(&own));
        let mut between = line.cells.iter().filter(|(column, _)| (shape.labels + 1..first).contains(column));
        let one = between.next().filter(|_| between.next().is_none() && !other)?;
        Some((line.row, one.0, one.1))
    };
    lines.map_while(level).collect()
}
