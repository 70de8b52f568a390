//! The lanes of a table: which rows are theirs, where the table ends, and what stands in their cells.

use std::collections::BTreeSet;

use super::left::{Spot, Work};
use super::phases::Phase;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::{scores, words};
use crate::journey::aliases::{near_lane, near_phase};
use crate::journey::{LaneKind, limits};
use crate::read::book::Value;
use crate::read::import::facts;

/// The rows that are looked at. Twenty for each lane that a journey may have are more than anybody writes.
const MOST_ROWS: usize = 20 * limits::LANES;

/// A lane as it stands in the table.
#[derive(Debug)]
pub struct Lane<'b> {
    /// The name, as written.
    pub title: String,
    /// Its kind when the name is known.
    pub kind: Option<LaneKind>,
    /// Where the name stands.
    pub spot: Spot,
    /// The rows of the view that belong to it.
    pub rows: Vec<usize>,
    /// What stands in it, from the top.
    pub cells: Vec<Filled<'b>>,
    /// What stands in the row beneath that says why the scores are what they are.
    pub reasons: Vec<Filled<'b>>,
}

impl Lane<'_> {
    /// Whether it says what no other table does: what the customer wants, does, meets, thinks or feels, or what is in the way of that.
    pub fn tells_of_a_journey(&self) -> bool {
        tells_of_a_journey(self.holds())
    }

    /// What it holds: by its name; scores when there is nothing else in its cells, and its name is unknown or says that it is about
    /// feelings.
    pub fn holds(&self) -> LaneKind {
        let filled = || self.cells.iter().filter(|cell| !scores::is_blank(cell.value));
        let scored: Vec<_> = filled().filter_map(|cell| scores::alone(cell.value)).collect();
        let all = !scored.is_empty() && scored.len() == filled().count() && scores::on_a_scale(&scored.iter());
        match self.kind {
            None | Some(LaneKind::Feeling) if all => LaneKind::Emotion,
            Some(LaneKind::Feeling) if filled().count() > 0 && filled().all(|cell| is_mood(cell.value)) => LaneKind::Emotion,
            None => LaneKind::Text,
            Some(kind) => kind,
        }
    }
}

/// Whether a cell beside feelings is a score in all but digits: a face, a sign, stars, a word for a mood, or words with a score out of a
/// number.
fn is_mood(value: &Value) -> bool {
    let Value::Text(text) = value else { return false };
    let scored = scores::of_text(text).is_some_and(|score| score.top.is_some());
    scored || scores::stars(text).is_some() || scores::of_mood(text, true).is_some()
}

/// Whether lanes of a kind are those by which a journey is known.
pub fn tells_of_a_journey(kind: LaneKind) -> bool {
    match kind {
        LaneKind::Goal
        | LaneKind::Action
        | LaneKind::Touchpoint
        | LaneKind::Thought
        | LaneKind::Feeling
        | LaneKind::Need
        | LaneKind::Barrier
        | LaneKind::Expectation
        | LaneKind::Relation
        | LaneKind::Quote
        | LaneKind::Value
        | LaneKind::Emotion => true,
        LaneKind::Message
        | LaneKind::Channel
        | LaneKind::Device
        | LaneKind::Opportunity
        | LaneKind::Backstage
        | LaneKind::Priority
        | LaneKind::Design
        | LaneKind::Measure
        | LaneKind::Image
        | LaneKind::Text => false,
    }
}

/// A cell with something in it.
#[derive(Debug)]
pub struct Filled<'b> {
    /// Where.
    pub spot: Spot,
    /// What.
    pub value: &'b Value,
    /// The index of its phase.
    pub phase: usize,
    /// The index of the last phase that it is merged over.
    pub until: Option<usize>,
    /// What other lanes say of the same contact, by the name of its field.
    pub more: Vec<(&'static str, String)>,
}

impl Filled<'_> {
    /// Its column of the view.
    pub fn column(&self, across: bool) -> usize {
        if across { self.spot.at.column } else { self.spot.at.row }
    }
}

/// A row of the view below the phases.
struct Row<'b> {
    index: usize,
    /// The last row that its name is merged over.
    end: usize,
    label: Option<String>,
    kind: Option<LaneKind>,
    /// The columns with their values, those under a phase only.
    cells: Vec<(usize, &'b Value)>,
}

/// The lanes of a table. What belongs to none is not taken.
pub fn lanes<'b>(view: &View<'b>, shape: &Shape, phases: &[Phase], work: &mut Work) -> Vec<Lane<'b>> {
    let mut lanes: Vec<Lane> = Vec::new();
    for row in rows(view, shape, phases) {
        let at = |column| Spot { sheet: shape.sheet, at: view.at(row.index, column) };
        let (mut reason, spot) = (false, at(shape.labels));
        if let Some(label) = &row.label {
            reason = lanes.last().is_some_and(|lane| is_reason(lane, &row, label));
            let again = lanes.last().is_some_and(|lane| lane.title == *label);
            if row.cells.is_empty() && row.kind.is_none() && !name_like(label) {
                continue;
            }
            if !reason && !again {
                if lanes.len() == limits::LANES {
                    break;
                }
                let title = label.clone();
                lanes.push(Lane { title, kind: row.kind, spot, rows: Vec::new(), cells: Vec::new(), reasons: Vec::new() });
            }
            work.take(spot);
        }
        let Some(lane) = lanes.last_mut() else { continue };
        lane.rows.push(row.index);
        for (column, value) in &row.cells {
            let Some(filled) = filled(view, phases, at(*column), (row.index, *column), value) else { continue };
            work.take(filled.spot);
            if reason { lane.reasons.push(filled) } else { lane.cells.push(filled) }
        }
    }
    lanes
}

/// A cell with its phases; nothing when its formula has no value.
fn filled<'b>(view: &View, phases: &[Phase], spot: Spot, (row, column): (usize, usize), value: &'b Value) -> Option<Filled<'b>> {
    let phase = under(phases, column, view.end(row, column).1)?;
    let last = phases.partition_point(|phase| phase.first <= view.end(row, column).1).saturating_sub(1);
    let known = !matches!(value, Value::Unknown(_));
    known.then_some(Filled { spot, value, phase, until: (last > phase).then_some(last), more: Vec::new() })
}

/// The phase above a cell: the first of those that it covers.
fn under(phases: &[Phase], column: usize, end: usize) -> Option<usize> {
    let index = phases.partition_point(|phase| phase.last < column);
    phases.get(index).filter(|phase| phase.first <= end).map(|_| index)
}

/// Whether a row says why the scores of the lane above it are what they are.
fn is_reason(lane: &Lane, row: &Row, label: &str) -> bool {
    let holds_scores = || lane.holds() == LaneKind::Emotion && lane.cells.iter().any(|cell| scores::alone(cell.value).is_some());
    let directly = lane.rows.last().is_some_and(|last| row.index <= last + 1);
    directly && lane.reasons.is_empty() && words::of_reasons(label) && holds_scores()
}

/// The rows of the table, without what stands below it.
fn rows<'b>(view: &View<'b>, shape: &Shape, phases: &[Phase]) -> Vec<Row<'b>> {
    let below = view.lines.partition_point(|line| line.row < shape.first);
    let lines = view.lines.get(below..).unwrap_or_default();
    let mut rows: Vec<Row> = lines.iter().filter_map(|line| row(view, shape, phases, line)).take(MOST_ROWS).collect();
    let titles: BTreeSet<&str> = phases.iter().map(|phase| phase.title.as_str()).collect();
    let second = rows.iter().position(|row| is_header(row, &titles)).unwrap_or(rows.len());
    rows.truncate(second);
    rows.truncate(end(&rows, phases.len()));
    while rows.last().is_some_and(is_note) {
        rows.pop();
    }
    rows
}

fn row<'b>(view: &View<'b>, shape: &Shape, phases: &[Phase], line: &Line<'b>) -> Option<Row<'b>> {
    let label = line.cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let under = |column: usize| under(phases, column, view.end(line.row, column).1).is_some();
    let right = line.cells.iter().filter(|(column, _)| *column > shape.labels);
    let cells: Vec<_> = right.filter(|(column, _)| under(*column)).copied().collect();
    let kind = label.as_deref().and_then(near_lane);
    let (end, width) = if label.is_some() { view.end(line.row, shape.labels) } else { (line.row, 0) };
    // A text over all of the table is a heading or a note, and no name of a lane that nobody knows.
    let heading = phases.first().is_some_and(|first| width >= first.first) && kind.is_none();
    let label = label.filter(|_| !heading);
    (label.is_some() || !cells.is_empty()).then_some(Row { index: line.row, end, label, kind, cells })
}

/// Whether a row has the phases of a second table.
fn is_header(row: &Row, titles: &BTreeSet<&str>) -> bool {
    let same = row.cells.iter().filter(|(_, value)| name(value).is_some_and(|name| titles.contains(name.as_str()))).count();
    // A table that is too wide goes on with its other phases below.
    let label = row.label.as_deref().is_none_or(words::of_corners);
    let other = || row.cells.iter().filter(|(_, value)| name(value).is_some_and(|name| near_phase(&name).is_some())).count();
    let is_other = || label && row.cells.len() > 1 && other() == row.cells.len();
    (same > 1 && same * 2 >= row.cells.len() || is_other()) && row.kind.is_none()
}

/// Where the table ends: behind an empty row there must be a lane that is known, further on at least, or rows as full as those of a
/// table are.
fn end(rows: &[Row], phases: usize) -> usize {
    let mut blocks: Vec<&[Row]> = rows.chunk_by(|one, next| next.index <= one.end.max(one.index) + 1).collect();
    // “Task” is a lane within a table, and below it the first word of a plan.
    let is_lane = |row: &Row| row.kind.is_some() && row.label.as_deref().is_none_or(|label| !words::of_plans(label));
    let known = |block: &&[Row]| block.iter().any(is_lane);
    let certain = blocks.iter().rposition(known).map_or(1, |last| last + 1).min(blocks.len());
    let likely = blocks.split_off(certain).into_iter().take_while(|block| is_full(block, phases));
    blocks.iter().copied().chain(likely).map(<[Row]>::len).sum()
}

/// Whether the rows behind an empty one are those of a table with that many phases.
fn is_full(block: &[Row], phases: usize) -> bool {
    let filled: usize = block.iter().map(|row| row.cells.len()).sum();
    let begins = block.first().is_some_and(|row| row.cells.len() > 1);
    begins && filled * 4 >= block.len() * phases * 3
}

/// Whether the last row of a table is none of its lanes: a note, or a fact.
fn is_note(row: &Row) -> bool {
    let Some(label) = &row.label else { return false };
    let fact = facts::label(label).is_some() || label.ends_with(':') || facts::is_other(label, true);
    row.kind.is_none() && !words::of_reasons(label) && (row.cells.is_empty() && !name_like(label) || row.cells.len() < 2 && fact)
}

/// Whether a text without anything beside it could be the name of a lane.
fn name_like(label: &str) -> bool {
    let words = label.split_whitespace().count();
    words <= 4
        && label.chars().count() <= 40
        && !label.contains([':', '.', '!', '/', '@', ';'])
        && !label.bytes().any(|b| b.is_ascii_digit())
}
