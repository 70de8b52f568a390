//! A list instead of a matrix: a row an item, with its phase and its lane before it, or cards with the phase as their heading.
//!
//! ```text
//! Fase        Onderdeel  Tekst              1. Bewustzijn
//! Bewustzijn  Doel       Iets lekkers           Doel   Iets lekkers
//! Bewustzijn  Actie      Loopt langs            Actie  Loopt langs
//! Aankoop     Doel       Snel klaar         2. Aankoop
//!             Actie      Rekent af              Doel   Snel klaar
//! ```

mod order;

use std::collections::{BTreeMap, BTreeSet};

use super::explain::{lane_called, phase_called};
use super::lanes::{Filled, Lane, tells_of_a_journey};
use super::left::{Spot, Work};
use super::phases::{Phase, free};
use super::scores::{self, Score};
use super::view::name;
use super::{actors, words};
use crate::journey::aliases::{key, near_lane, near_phase, spelled};
use crate::journey::{LaneKind, limits};
use crate::read::book::{At, Book, Page, Value};
use crate::read::import::facts;
use crate::tongue::say;

/// The columns stand among so many, and the list begins within so many rows.
const COLUMNS: usize = 40;
/// The rows that are looked at to find a list.
const WINDOW: usize = 200;
/// A name is seldom longer.
const NAME_CHARS: usize = 60;

/// Where a list stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct List {
    /// The index of the sheet.
    pub sheet: usize,
    /// The first row of it: the names of its columns, or the first phase.
    pub top: usize,
    /// The last row of it.
    pub bottom: usize,
    /// The first row with a phase in it.
    start: usize,
    phase: usize,
    lane: usize,
    text: usize,
    /// The column of scores, and of the channels of contacts.
    score: Option<usize>,
    channel: Option<usize>,
}

/// A row of a list.
struct Row {
    index: usize,
    /// Whether nothing but the phase stands in it.
    heading: bool,
    phase: Option<String>,
    lane: Option<String>,
}

impl Row {
    /// Whether it says of which phase it is, or the rows below it are: a heading does, and what has a lane or a text beside it.
    fn says_phase(&self, text: &Value) -> bool {
        self.heading || self.lane.is_some() || !text.is_empty()
    }
}

/// The first list of a book, on a sheet that is shown.
pub fn find(book: &Book) -> Option<List> {
    let mut pages = book.sheets.iter().enumerate().filter(|(_, page)| page.visible);
    pages.find_map(|(sheet, page)| {
        let columns = || 0..page.width().min(COLUMNS);
        let lanes = columns().filter(|column| repeats(page, *column));
        let pairs = lanes.flat_map(|lane| columns().filter(move |phase| *phase != lane).map(move |phase| (phase, lane)));
        let pairs: Vec<(usize, usize)> = pairs.collect();
        let found = |loose: bool| pairs.iter().find_map(|(phase, lane)| at(page, sheet, (*phase, *lane), loose));
        found(false).or_else(|| found(true))
    })
}

/// Whether names of lanes come back in a column: at least two of them, and each twice or more.
fn repeats(page: &Page, column: usize) -> bool {
    let (mut filled, mut known) = (0, BTreeMap::new());
    for row in 0..page.rows.len().min(WINDOW) {
        let Some(name) = short(page, row, column) else { continue };
        filled += 1;
        if let Some(kind) = near_lane(&name).filter(|_| !words::of_statuses(&name)) {
            *known.entry(kind.name()).or_insert(0_usize) += 1;
        }
    }
    let count: usize = known.values().sum();
    known.len() > 1 && count >= 2 * known.len() && count * 5 >= filled * 3
}

/// The list with these columns, if it is one: all its lanes belong to a phase, and it says which are the phases: by the name of their column,
/// or since two of them are known; where it is looked for more loosely, since each of few names has each of its lanes but once.
fn at(page: &Page, sheet: usize, (phase, lane): (usize, usize), loose: bool) -> Option<List> {
    let is_lane = |row: usize| short(page, row, lane).is_some_and(|name| near_lane(&name).is_some());
    let count = page.rows.len();
    let lane_rows: Vec<usize> = (0..count).filter(|row| is_lane(*row) && !is_header(page, *row, phase)).collect();
    let (first, last) = (*lane_rows.first()?, *lane_rows.last()?);
    let start = if short(page, first, phase).is_some() {
        first
    } else {
        before(page, first).filter(|row| is_heading(page, *row, phase, lane))?
    };
    let is_top = |row: &usize| {
        is_header(page, *row, phase) || loose && short(page, *row, phase).is_some() && short(page, *row, lane).is_some()
    };
    let top = before(page, start).filter(is_top).unwrap_or(start);
    let rows = rows(page, start, last, phase, lane);
    let names: BTreeSet<&str> = rows.iter().filter_map(|row| row.phase.as_deref()).collect();
    let known: BTreeSet<&str> = names.iter().filter_map(|name| near_phase(name)).collect();
    let headed = top < start && names.len() > 1 && names.len() < lane_rows.len();
    let text =
        if headed { named_text(page, (top, start, last), phase, lane)? } else { text_behind(page, &lane_rows, phase, lane)? };
    if loose && !(headed && are_cells(page, &lane_rows, (top, phase), (lane, text))) {
        return None;
    }
    // Where a phase has other texts in its row than that of its item, it is the first column of a matrix.
    let crowded = lane_rows.iter().filter(|row| {
        let cells = page.rows.get(**row).into_iter().flatten().enumerate();
        cells.filter(|(column, value)| ![phase, lane, text].contains(column) && !value.is_empty()).count() > 1
    });
    let crowded = !headed && crowded.count() * 4 > lane_rows.len();
    // A text below that of the last item goes on with it.
    let only_text = |row: &usize| {
        let cells = || page.rows.get(*row).into_iter().flatten().enumerate().filter(|(_, value)| !value.is_empty());
        cells().count() == 1 && cells().all(|(column, _)| column == text)
    };
    let last = last + (last + 1..count).take_while(only_text).count();
    let filled = lane_rows.iter().filter(|row| !page.get(At { row: **row, column: text }).is_empty()).count();
    let beside = |is: &dyn Fn(usize) -> bool| {
        (0..page.width().min(COLUMNS)).find(|column| headed && ![phase, lane, text].contains(column) && is(*column))
    };
    let score = beside(&|column| is_of_scores(page, (top, start, last), column));
    let channel = beside(&|column| short(page, top, column).and_then(|name| near_lane(&name)) == Some(LaneKind::Channel));
    let list = List { sheet, top, bottom: last, start, phase, lane, text, score, channel };
    ((headed || known.len() > 1) && filled > 1 && !crowded).then_some(list)
}

/// Whether the names in a column are few, and each has each of its lanes but once, as the cells of a matrix: nothing says that they are phases, and
/// nothing that they are something else.
fn are_cells(page: &Page, rows: &[usize], (top, phase): (usize, usize), (lane, text): (usize, usize)) -> bool {
    let names: Vec<Option<String>> = rows.iter().map(|row| short(page, *row, phase)).collect();
    let pairs: BTreeSet<_> = rows.iter().map(|row| (short(page, *row, phase), short(page, *row, lane))).collect();
    let different: BTreeSet<&String> = names.iter().flatten().collect();
    let is_other = |name: &String| words::of_registers(name) || words::of_plans(name) || is_of_persons(name);
    let other = short(page, top, phase).as_ref().is_some_and(is_other);
    // In a matrix what stands beside a lane goes on over several columns.
    let told = short(page, top, text).is_some_and(|name| words::of_texts(&name));
    let beside = |row: &usize| page.rows.get(*row).into_iter().flatten().filter(|value| !value.is_empty()).count();
    let alone = told || rows.iter().all(|row| beside(row) <= 3);
    let is_name =
        |name: &&String| near_lane(name).is_none() && !words::of_statuses(name) && name.chars().any(char::is_alphabetic);
    let full = pairs.len() == rows.len() && names.iter().all(Option::is_some);
    full && !other && alone && different.iter().all(is_name) && different.len() > 1 && different.len() * 2 <= rows.len()
}

/// Whether a name says that there are persons.
fn is_of_persons(name: &str) -> bool {
    facts::label(name) == Some(facts::Field::Persona) || actors::is_of_actors(name)
}

/// Whether a column has a name for moods or ratings, and holds nothing but scores.
fn is_of_scores(page: &Page, (top, first, last): (usize, usize, usize), column: usize) -> bool {
    let Some(name) = short(page, top, column) else { return false };
    let kind = near_lane(&name);
    let says = matches!(kind, Some(LaneKind::Emotion | LaneKind::Feeling))
        || words::of_moods(&name)
        || words::of_ratings(&name)
        || words::of_scores(&name);
    let cells = || (first..=last).map(|row| page.get(At { row, column })).filter(|value| !scores::is_blank(value));
    says && cells().count() > 1 && cells().all(|value| score_of(value).is_some())
}

/// The score that a cell holds and nothing else.
fn score_of(value: &Value) -> Option<Score> {
    let mood = |value: &Value| if let Value::Text(text) = value { scores::of_mood(text, true) } else { None };
    scores::alone(value).or_else(|| scores::of_share(value)).or_else(|| mood(value))
}

/// The column of the texts of a list without names: the fullest one behind the phases or the lanes.
fn text_behind(page: &Page, rows: &[usize], phase: usize, lane: usize) -> Option<usize> {
    let behind = |column: &usize| *column != phase && *column != lane && *column > phase.min(lane);
    let filled = |column: usize| rows.iter().filter(|row| !page.get(At { row: **row, column }).is_empty()).count();
    (0..page.width().min(COLUMNS)).filter(behind).max_by_key(|column| (filled(*column), usize::MAX - column))
}

/// The column of the texts where columns have names: the one with the most texts of several words that no other row has, and of those alike the one
/// with the most words. When something was made and where it leads are no texts. What every row says is said of the whole list. None where
/// another column is a lane by its name, as in a
/// matrix with its phases down.
fn named_text(page: &Page, (top, first, last): (usize, usize, usize), phase: usize, lane: usize) -> Option<usize> {
    let words = |column: usize| {
        let text = |row: usize| match page.get(At { row, column }) {
            Value::Text(text) if !words::of_moments(text) && !words::of_addresses(text) => text.as_str(),
            _ => "",
        };
        let different: BTreeSet<&str> = (first..=last).map(text).collect();
        let counts = || different.iter().map(|text| text.split_whitespace().count());
        let constant = different.len() == 1 && last > first;
        if constant { (0, 0) } else { (counts().filter(|count| *count > 1).count(), counts().sum::<usize>()) }
    };
    let others = || (0..page.width().min(COLUMNS)).filter(|column| *column != phase && *column != lane);
    let called = |column: usize| short(page, top, column).is_some_and(|name| words::of_texts(&name));
    let told = || others().filter(|column| words(*column).1 > 0);
    let named = told().filter(|column| called(*column) && words(*column).0 > 0);
    let text = |columns: &mut dyn Iterator<Item = usize>| columns.max_by_key(|column| (words(*column), usize::MAX - column));
    let text = text(&mut named.into_iter()).or_else(|| text(&mut told()))?;
    let lane_of = |name: &String| near_lane(name).filter(|_| !words::of_registers(name));
    let is_lane = |column: usize| short(page, top, column).as_ref().and_then(lane_of).is_some_and(tells_of_a_journey);
    let scored = |column: usize| is_of_scores(page, (top, first, last), column);
    (!others().any(|column| column != text && is_lane(column) && !scored(column))).then_some(text)
}

/// The rows of a list with something in the columns of phases or lanes; a text below its own has neither.
fn rows(page: &Page, start: usize, last: usize, phase: usize, lane: usize) -> Vec<Row> {
    let row = |index: usize| Row {
        index,
        heading: is_heading(page, index, phase, lane),
        phase: short(page, index, phase),
        lane: short(page, index, lane),
    };
    (start..=last).map(row).collect()
}

/// Whether a row holds nothing but a phase, with the first of its lanes below it.
fn is_heading(page: &Page, row: usize, phase: usize, lane: usize) -> bool {
    let alone =
        || page.rows.get(row).into_iter().flatten().enumerate().all(|(column, value)| column == phase || value.is_empty());
    let next = || (row + 1..page.rows.len()).find(|row| filled(page, *row));
    short(page, row, phase).is_some() && alone() && next().is_some_and(|next| short(page, next, lane).is_some())
}

/// Whether a row holds the names of the columns.
fn is_header(page: &Page, row: usize, phase: usize) -> bool {
    short(page, row, phase).is_some_and(|name| words::of_corners(&name) || words::of_boards(&name))
}

fn before(page: &Page, row: usize) -> Option<usize> {
    (0..row).rev().find(|row| filled(page, *row))
}

fn filled(page: &Page, row: usize) -> bool {
    page.rows.get(row).into_iter().flatten().any(|value| !value.is_empty())
}

/// A text that could be a name.
fn short(page: &Page, row: usize, column: usize) -> Option<String> {
    let value = page.get(At { row, column });
    let text = matches!(value, Value::Text(_)).then(|| name(value)).flatten()?;
    (text.chars().count() <= NAME_CHARS).then_some(text)
}

/// The phases and lanes of a list. What belongs to none is not taken.
pub fn read<'b>(page: &'b Page, list: &List, work: &mut Work) -> (Vec<Phase>, Vec<Lane<'b>>) {
    let spot = |row: usize, column: usize| Spot { sheet: list.sheet, at: At { row, column } };
    work.step_of(list.sheet, None, say!("explain-list"));
    let columns = [Some(list.phase), Some(list.lane), Some(list.text), list.score, list.channel];
    for column in columns.into_iter().flatten().filter(|_| list.top < list.start) {
        work.take(spot(list.top, column));
    }
    let mut curve: Vec<Filled> = Vec::new();
    let (mut phases, mut taken, mut lanes) = (Vec::<Phase>::new(), BTreeSet::new(), Vec::<Lane>::new());
    let mut known = [BTreeMap::<String, usize>::new(), BTreeMap::new()];
    let (mut phase, mut lane) = (None, None);
    let rows = order::rows(page, list, rows(page, list.start, list.bottom, list.phase, list.lane), work);
    for (title, row) in order::phases(page, list, &rows, work) {
        let index = phase_of(&title, spot(row, list.phase), &mut phases, &mut taken, work);
        known[0].insert(spelled(&title), index);
    }
    for row in rows {
        let value = page.get(At { row: row.index, column: list.text });
        if let Some(title) = row.phase.as_ref().filter(|_| row.says_phase(value)) {
            phase = known[0].get(&spelled(title)).copied();
            if phase.is_some() {
                work.take(spot(row.index, list.phase));
            }
            lane = None;
        }
        if let Some(title) = row.lane {
            let kind = near_lane(&title);
            let name = spelled(&title);
            let found = known[1].get(&name).copied();
            let spot = spot(row.index, list.lane);
            lane = found.or_else(|| {
                (lanes.len() < limits::LANES).then(|| {
                    work.step(spot, lane_called(&title, kind));
                    let title = title.clone();
                    lanes.push(Lane::new(title, kind, spot));
                    lanes.len() - 1
                })
            });
            known[1].extend(lane.map(|index| (name, index)));
            if lane.is_some() && phase.is_some() {
                work.take(spot);
            }
        }
        let place = phase.zip(lane.and_then(|lane| lanes.get_mut(lane)));
        let said = !value.is_empty() && !matches!(value, Value::Unknown(_));
        if let Some((phase, lane)) = place.filter(|_| said) {
            let place = spot(row.index, list.text);
            work.take(place);
            let mut cell = Filled::new(place, value, phase);
            let beside = |column: Option<usize>| {
                let column = column?;
                let value = page.get(At { row: row.index, column });
                (!scores::is_blank(value)).then(|| (spot(row.index, column), value))
            };
            let met = lane.kind == Some(LaneKind::Touchpoint);
            if let Some((place, channel)) = beside(list.channel).filter(|(_, value)| met && !value.text().contains('\n')) {
                work.take(place);
                cell.more.push(("channel", channel.text().trim().to_owned()));
            }
            if let Some((place, score)) = beside(list.score) {
                work.take(place);
                // What is felt has the score that stands beside it.
                if matches!(lane.kind, Some(LaneKind::Emotion | LaneKind::Feeling)) {
                    let words = value.text().trim().to_owned();
                    cell.score = score_of(score).map(|score| Score { words, ..score });
                    lane.kind = Some(LaneKind::Emotion);
                } else {
                    curve.push(Filled::new(place, score, phase));
                }
            }
            lane.cells.push(cell);
        }
    }
    if let Some(column) = list.score.filter(|_| !curve.is_empty() && lanes.len() < limits::LANES) {
        let title = short(page, list.top, column).unwrap_or_default();
        // Trackers say in brackets what the field is.
        let inner = title.split_once('(').and_then(|(_, inner)| inner.strip_suffix(')')).map(str::trim);
        let title = inner.filter(|_| key(&title).starts_with("custom-field")).map(str::to_owned).unwrap_or(title);
        let place = spot(list.top, column);
        work.step(place, lane_called(&title, Some(LaneKind::Emotion)));
        curve.sort_by_key(|cell| cell.phase);
        lanes.push(Lane { cells: curve, ..Lane::new(title, Some(LaneKind::Emotion), place) });
    }
    (phases, lanes)
}

/// The index of a new phase.
pub fn phase_of(title: &str, spot: Spot, phases: &mut Vec<Phase>, taken: &mut BTreeSet<String>, work: &mut Work) -> usize {
    let known = near_phase(title).filter(|id| !taken.contains(*id));
    let index = phases.len();
    let slug = Some(key(title)).filter(|slug| !slug.is_empty()).unwrap_or_else(|| format!("phase-{}", index + 1));
    let id = free(known.map_or(slug, str::to_owned), taken);
    work.from(format!("/phases/{index}"), spot);
    work.step(spot, phase_called(title, known));
    phases.push(Phase {
        title: title.to_owned(),
        id,
        description: None,
        stage: None,
        first: 0,
        last: 0,
        named: true,
        wrapped: None,
    });
    index
}
