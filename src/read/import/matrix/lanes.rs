//! The lanes of a table: which rows are theirs, where the table ends, and what stands in their cells.

mod before;
mod second;

use super::left::{Spot, Work};
use super::persons::Persons;
use super::phases::Phase;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::{circles, groups, marks, scores, stars, travellers, words};
use crate::journey::aliases::near_lane;
use crate::journey::{LaneKind, TermLanguage, limits};
use crate::read::book::Value;
use crate::read::import::facts::{self, Field};
use crate::tongue::say;

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
    /// Words for steps of its scale that stand nowhere else.
    pub levels: Vec<(f64, String)>,
    /// The scale that its scores share with those of other lanes.
    pub scale: Option<(f64, f64)>,
    /// Of whom it tells, and where that stands: in a row above it, over the whole table.
    pub whose: Option<(String, Spot)>,
}

impl Lane<'_> {
    /// A lane with nothing in it yet.
    pub fn new(title: String, kind: Option<LaneKind>, spot: Spot) -> Self {
        let (rows, cells, reasons, levels) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { title, kind, spot, rows, cells, reasons, levels, scale: None, whose: None }
    }

    /// A lane for what one of several tells of it, with nothing in it yet: theirs where they are persons.
    pub fn part_of(&self, (name, spot): (&str, Spot), persons: bool) -> Self {
        let part = Lane::new(format!("{} – {}", self.title, travellers::first(name)), self.kind, self.spot);
        let whose = persons.then(|| (name.to_owned(), spot));
        Lane { rows: self.rows.clone(), levels: self.levels.clone(), whose, ..part }
    }

    /// Whether it says what no other table does: what the customer wants, does, meets, thinks or feels, or what is in the way of that. Anything
    /// is rated.
    pub fn tells_of_a_journey(&self) -> bool {
        tells_of_a_journey(self.holds()) && !self.is_rated()
    }

    /// Whether it is a curve by a word for ratings alone.
    pub fn is_rated(&self) -> bool {
        self.kind != Some(LaneKind::Emotion) && words::of_ratings(&self.title) && self.holds() == LaneKind::Emotion
    }

    /// What it holds: by its name; scores when there is nothing else in its cells, and its name is unknown or says that it is about
    /// feelings.
    pub fn holds(&self) -> LaneKind {
        let filled = || self.cells.iter().filter(|cell| !scores::is_blank(cell.value));
        let scored: Vec<_> = filled().filter_map(|cell| scores::alone(cell.value)).collect();
        let all = !scored.is_empty() && scored.len() == filled().count() && scores::on_a_scale(&scored.iter());
        let numbers = || !scored.is_empty() && scored.len() == filled().count();
        let starred = self.counts_stars();
        let moods = || all || circles::are_all(self) || filled().count() > 0 && filled().all(|cell| is_mood(cell.value, starred));
        match self.kind {
            // Only what speaks of moods is a curve; numbers of which nobody knows what they are about are measured.
            Some(LaneKind::Feeling) if moods() => LaneKind::Emotion,
            None if words::of_moods(&self.title) && moods() => LaneKind::Emotion,
            None | Some(LaneKind::Text | LaneKind::Measure | LaneKind::Value) if words::of_ratings(&self.title) && moods() => {
                LaneKind::Emotion
            }
            // What is expected in scores is a curve beside that of what was had.
            Some(LaneKind::Expectation) if all => LaneKind::Emotion,
            // A time of day says when, and is nothing that is measured.
            None | Some(LaneKind::Measure) if words::of_whens(&self.title) && self.holds_times() => LaneKind::Text,
            // How many complaints there were is counted; what they were is told. Of what nobody knows, numbers of any size are figures.
            None if numbers() => LaneKind::Measure,
            Some(LaneKind::Barrier) if all => LaneKind::Measure,
            None => LaneKind::Text,
            Some(kind) => kind,
        }
    }

    /// Whether all in it are times of a day: `10.05`, `14:30`.
    pub fn holds_times(&self) -> bool {
        let filled = || self.cells.iter().filter(|cell| !scores::is_blank(cell.value));
        filled().count() > 1 && filled().all(|cell| is_time(cell.value, words::of_clocks(&self.title)))
    }

    /// Whether full stars are counted in it, so that one alone is the lowest rating and no mark: where some are empty, the others are too.
    pub fn counts_stars(&self) -> bool {
        let texts = || self.cells.iter().filter_map(|cell| if let Value::Text(text) = cell.value { Some(text) } else { None });
        let counted = texts().any(|text| text.lines().any(|line| stars::stars(line).is_some()));
        counted && !texts().any(|text| text.contains('☆'))
    }
}

/// Whether a cell holds a time of day: hours and two digits of minutes. A number is one where the lane says that it has those: 13.1 is ten past one.
fn is_time(value: &Value, numbers: bool) -> bool {
    let below = |text: &str, most: u32| text.parse::<u32>().is_ok_and(|number| number < most);
    match value {
        Value::Time(_) => true,
        // From one until another.
        Value::Text(text) => text.split(['-', '–', '—']).map(str::trim).all(|text| {
            text.split_once([':', '.', 'h']).is_some_and(|(hour, minutes)| {
                (1..=2).contains(&hour.len()) && minutes.len() == 2 && below(hour, 24) && below(minutes, 60)
            })
        }),
        Value::Number { number, percent: false } => {
            numbers && (0.0..24.0).contains(number) && (number.fract() * 100.0).round() < 60.0
        }
        Value::Number { .. } | Value::Empty | Value::Bool(_) | Value::Day { .. } | Value::Unknown(_) => false,
    }
}

/// Whether a cell beside feelings is a score, or one in all but digits: a face, a sign, stars, a word for a mood, or words with a score out
/// of a number; or several of these, a line each. One star is a score where others are `starred`.
fn is_mood(value: &Value, starred: bool) -> bool {
    let Value::Text(text) = value else { return scores::of_number(value).or_else(|| scores::of_share(value)).is_some() };
    let of_share = |line: &str| scores::of_share(&Value::Text(line.to_owned())).is_some();
    let is_one = |line: &str| {
        let scored = scores::of_text(line).is_some_and(|score| score.top.is_some() || score.words.is_empty());
        let star = || stars::stars(line).or_else(|| stars::one(line).filter(|_| starred)).is_some();
        scored || star() || scores::of_mood(line, true).is_some() || of_share(line)
    };
    text.lines().filter(|line| !line.trim().is_empty()).all(is_one)
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
    /// The score that a mark in it stands for.
    pub score: Option<scores::Score>,
    /// The name that a mark in it stands for.
    pub said: Option<String>,
    /// Whether a tick in another lane says that it is a moment of truth.
    pub moment_of_truth: bool,
    /// Whether one says that people drop off there.
    pub drop_off: bool,
}

impl<'b> Filled<'b> {
    /// A cell of one phase.
    pub fn new(spot: Spot, value: &'b Value, phase: usize) -> Self {
        let (more, until, score, said) = (Vec::new(), None, None, None);
        Self { spot, value, phase, until, more, score, said, moment_of_truth: false, drop_off: false }
    }

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
    /// The column of the label.
    column: usize,
    kind: Option<LaneKind>,
    /// The columns with their values, those under a phase only.
    cells: Vec<(usize, &'b Value)>,
}

/// The lanes of a table, without the row that has its stages. What belongs to none is not taken.
pub fn lanes<'b>(
    view: &View<'b>,
    shape: &Shape,
    (phases, stages): (&[Phase], Option<usize>),
    language: TermLanguage,
    work: &mut Work,
) -> Vec<Lane<'b>> {
    let mut lanes: Vec<Lane> = Vec::new();
    let mut whose: Option<(String, Spot)> = None;
    let persons = Persons::find(view, shape, work);
    for row in rows(view, shape, (phases, stages), language) {
        let at = |column| Spot { sheet: shape.sheet, at: view.at(row.index, column) };
        let (mut reason, spot) = (false, at(row.column));
        whose = persons.of(row.index).cloned().or(whose);
        if let Some(label) = &row.label {
            if persons.is_heading(row.index) {
                work.take(spot);
                continue;
            }
            if is_divider(&row, label) {
                work.step_at(spot, view.across, say!("explain-divider"));
                continue;
            }
            if let Some(name) = person(label).filter(|_| row.cells.is_empty()) {
                work.take(spot);
                whose = Some((name.to_owned(), spot));
                continue;
            }
            let title =
                whose.as_ref().map_or_else(|| label.clone(), |(name, _)| format!("{label} – {}", travellers::first(name)));
            let above = lanes.last().filter(|lane| lane.whose == whose);
            reason = above.is_some_and(|lane| is_reason(lane, &row, label));
            let again = above.is_some_and(|lane| lane.title == title);
            if row.cells.is_empty() && row.kind.is_none() && !name_like(label) {
                continue;
            }
            if !reason && !again {
                if lanes.len() == limits::LANES {
                    break;
                }
                lanes.push(Lane { whose: whose.clone(), ..Lane::new(title, row.kind, spot) });
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

/// Whether a row is a line between what a customer sees and what not, with nothing in it but dashes.
fn is_divider(row: &Row, label: &str) -> bool {
    let dashes = |value: &Value| matches!(value, Value::Text(text) if !text.contains(char::is_alphanumeric));
    words::of_dividers(label) && row.cells.iter().all(|(_, value)| dashes(value))
}

/// Who travels, in a row that says no more than that: `Persona 1: Sanne`.
fn person(label: &str) -> Option<&str> {
    match facts::lines(label).as_slice() {
        [(Field::Persona, name)] if !travellers::read(name).is_empty() => Some(name),
        _ => None,
    }
}

/// A cell with its phases; nothing when its formula has no value.
pub fn filled<'b>(
    view: &View,
    phases: &[Phase],
    spot: Spot,
    (row, column): (usize, usize),
    value: &'b Value,
) -> Option<Filled<'b>> {
    let phase = under(phases, column, view.end(row, column).1)?;
    let last = phases.partition_point(|phase| phase.first <= view.end(row, column).1).saturating_sub(1);
    let known = !matches!(value, Value::Unknown(_));
    known.then(|| Filled { until: (last > phase).then_some(last), ..Filled::new(spot, value, phase) })
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
fn rows<'b>(view: &View<'b>, shape: &Shape, (phases, stages): (&[Phase], Option<usize>), language: TermLanguage) -> Vec<Row<'b>> {
    let below = view.lines.partition_point(|line| line.row < shape.first);
    let lines = view.lines.get(below..).unwrap_or_default().iter().filter(|line| Some(line.row) != stages);
    let mut rows: Vec<Row> = lines.filter_map(|line| row(view, shape, phases, line)).take(MOST_ROWS).collect();
    // Who made a record, and when, is said of the record.
    rows.retain(|row| shape.across || row.kind.is_some() || !row.label.as_deref().is_some_and(words::of_records_kept));
    let before = before::rows(view, shape, (phases, &rows), language);
    rows.splice(..0, before).for_each(drop);
    let corner = shape.header.and_then(|header| view.line(header).iter().find(|(column, _)| *column == shape.labels));
    let corner = corner.and_then(|(_, value)| name(value)).filter(|name| words::of_corners(name));
    // What names the steps right below the row that names the phases is a lane.
    if let (Some(_), Some(first)) = (&corner, rows.first_mut()) {
        let steps = first.label.as_deref().is_some_and(words::of_steps);
        first.kind = first.kind.or(steps.then_some(LaneKind::Action));
    }
    second::cut(&mut rows, phases, corner.as_deref());
    rows.truncate(end(&rows, phases.len()));
    while rows.last().is_some_and(is_note) || told_alone(&rows) {
        rows.pop();
    }
    rows
}

fn row<'b>(view: &View<'b>, shape: &Shape, phases: &[Phase], line: &Line<'b>) -> Option<Row<'b>> {
    let own = line.cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
    let (column, label) = match own {
        None => groups::name_of(view, shape, line).map_or((shape.labels, None), |(column, label)| (column, Some(label))),
        own => (shape.labels, own),
    };
    let under = |column: usize| under(phases, column, view.end(line.row, column).1).is_some();
    let right = line.cells.iter().filter(|(column, _)| *column > shape.labels);
    let cells: Vec<_> = right.filter(|(column, _)| under(*column)).copied().collect();
    let kind = label.as_deref().and_then(near_lane);
    let (end, width) = if label.is_some() { view.end(line.row, column) } else { (line.row, 0) };
    // A text over all of the table is a heading or a note, and no name of a lane that nobody knows.
    let heading = phases.first().is_some_and(|first| width >= first.first) && kind.is_none();
    let label = label.filter(|label| !heading || words::of_dividers(label) || person(label).is_some());
    // A level with no mark beside it is one of its grid.
    let between = |column: usize| column > shape.labels && phases.first().is_some_and(|first| column < first.first);
    let level =
        || line.cells.iter().any(|(column, value)| between(*column) && name(value).is_some_and(|text| marks::is_level(&text)));
    (label.is_some() || !cells.is_empty() || level()).then_some(Row { index: line.row, end, label, column, kind, cells })
}

/// Where the table ends: behind an empty row there must be a lane that is known, further on at least, or rows as full as those of a
/// table are.
fn end(rows: &[Row], phases: usize) -> usize {
    let mut blocks: Vec<&[Row]> = rows.chunk_by(|one, next| next.index <= one.end.max(one.index) + 1).collect();
    let mut notes = false;
    while blocks.len() > 1 && blocks.last().is_some_and(|block| are_notes(block, &blocks, notes)) {
        notes = true;
        blocks.pop();
    }
    // “Task” is a lane within a table, and below it the first word of a plan.
    let is_lane = |row: &Row| row.kind.is_some() && row.label.as_deref().is_none_or(|label| !words::of_plans(label));
    let known = |block: &&[Row]| block.iter().any(is_lane);
    let certain = blocks.iter().rposition(known).map_or(1, |last| last + 1).min(blocks.len());
    let likely = blocks.split_off(certain).into_iter().take_while(|block| is_full(block, phases));
    blocks.iter().copied().chain(likely).map(<[Row]>::len).sum()
}

/// Whether the last of some blocks of rows are notes: nothing stands beside them, and nobody knows some, or such are `below` what only heads them. In
/// a table of which all rows stand apart, an empty one is a lane.
fn are_notes(block: &[Row], blocks: &[&[Row]], below: bool) -> bool {
    let heads = || below && block.len() == 1 && blocks.iter().any(|other| other.len() > 1);
    block.iter().all(|row| row.cells.is_empty()) && (block.iter().any(|row| row.kind.is_none()) || heads())
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
    let fact = facts::label(label).is_some() || facts::tells(label) || label.ends_with(':') || facts::is_other(label, true);
    row.kind.is_none() && !words::of_reasons(label) && (row.cells.is_empty() && !name_like(label) || row.cells.len() < 2 && fact)
}

/// Whether the last row is a text of its own below a table with something in it: one that says what it is about before a colon, or one that
/// stands apart or among full rows, with a name that nobody knows.
fn told_alone(rows: &[Row]) -> bool {
    let [before @ .., last] = rows else { return false };
    let (Some(label), true, Some(above)) = (&last.label, last.cells.is_empty(), before.last()) else { return false };
    let filled = before.iter().filter(|row| !row.cells.is_empty()).count();
    let told = label.split_once([':', '：']).is_some_and(|(_, told)| !told.trim().is_empty() && !told.ends_with('?'));
    let apart = last.index > above.end.max(above.index) + 1;
    filled > 0 && (told || last.kind.is_none() && (apart || filled * 4 >= before.len() * 3))
}

/// Whether a text without anything beside it could be the name of a lane.
fn name_like(label: &str) -> bool {
    let words = label.split_whitespace().count();
    words <= 4
        && label.chars().count() <= 40
        && !label.contains([':', '.', '!', '/', '@', ';'])
        && !label.bytes().any(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, short};

    #[test]
    fn figures_of_any_size_are_measures_and_times_of_a_day_are_none() {
        for (row, expected) in [
            ("Wachttijd (min)|0|120|45", "Wachttijd (min)=measure: 0 | 120 | 45"),
            ("Ventetid|100|125|170", "Ventetid=measure: 100 | 125 | 170"),
            ("Czas [min]|6|48|9", "Czas [min]=measure: 6 | 48 | 9"),
            ("Bezoekers|1200|3|90000", "Bezoekers=measure: 1200 | 3 | 90000"),
            // They say when the rest is.
            ("Tidspunkt|10.05|10.15|13.10", "Acties=action: Belt de balie | Pint aan de kassa | Pakt uit"),
            ("Tijd|9:30|12:10|14:00", "Acties=action: Belt de balie | Pint aan de kassa | Pakt uit"),
            ("Tijd|1.5|2.25|0.5", "Tijd=measure: 1.5 | 2.25 | 0.5"),
            ("Tijd|5|10|90", "Tijd=measure: 5 | 10 | 90"),
        ] {
            let read = journey(&format!("Fase|Zoeken|Betalen|Thuis\nActies|Belt de balie|Pint aan de kassa|Pakt uit\n{row}"));
            assert!(short(&read).ends_with(expected), "{row}\n{}", short(&read));
        }
    }
}
