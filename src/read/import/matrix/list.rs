//! A list instead of a matrix: a row an item, with its phase and its lane before it, or cards with the phase as their heading.
//!
//! ```text
//! Fase        Onderdeel  Tekst              1. Bewustzijn
//! Bewustzijn  Doel       Iets lekkers           Doel   Iets lekkers
//! Bewustzijn  Actie      Loopt langs            Actie  Loopt langs
//! Aankoop     Doel       Snel klaar         2. Aankoop
//!             Actie      Rekent af              Doel   Snel klaar
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::explain::{lane_called, phase_called};
use super::lanes::{Filled, Lane, tells_of_a_journey};
use super::left::{Spot, Work};
use super::phases::{Phase, free};
use super::view::name;
use super::words;
use crate::journey::aliases::{key, near_lane, near_phase};
use crate::journey::limits;
use crate::read::book::{At, Book, Page, Value};
use crate::tongue::say;

/// The columns stand among so many, and the list begins within so many rows.
const COLUMNS: usize = 12;
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
}

/// A row of a list.
struct Row {
    index: usize,
    /// Whether nothing but the phase stands in it.
    heading: bool,
    phase: Option<String>,
    lane: Option<String>,
}

/// The first list of a book, on a sheet that is shown.
pub fn find(book: &Book) -> Option<List> {
    let mut pages = book.sheets.iter().enumerate().filter(|(_, page)| page.visible);
    pages.find_map(|(sheet, page)| {
        let columns = || 0..page.width().min(COLUMNS);
        let lanes = columns().filter(|column| repeats(page, *column));
        let mut pairs = lanes.flat_map(|lane| columns().filter(move |phase| *phase != lane).map(move |phase| (phase, lane)));
        pairs.find_map(|(phase, lane)| at(page, sheet, phase, lane))
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
/// or since two of them are known.
fn at(page: &Page, sheet: usize, phase: usize, lane: usize) -> Option<List> {
    let is_lane = |row: usize| short(page, row, lane).is_some_and(|name| near_lane(&name).is_some());
    let count = page.rows.len();
    let lane_rows: Vec<usize> = (0..count).filter(|row| is_lane(*row) && !is_header(page, *row, phase)).collect();
    let (first, last) = (*lane_rows.first()?, *lane_rows.last()?);
    let start = if short(page, first, phase).is_some() {
        first
    } else {
        before(page, first).filter(|row| is_heading(page, *row, phase, lane))?
    };
    let top = before(page, start).filter(|row| is_header(page, *row, phase)).unwrap_or(start);
    let rows = rows(page, start, last, phase, lane);
    let names: BTreeSet<&str> = rows.iter().filter_map(|row| row.phase.as_deref()).collect();
    let known: BTreeSet<&str> = names.iter().filter_map(|name| near_phase(name)).collect();
    let headed = top < start && names.len() > 1 && names.len() < lane_rows.len();
    let text =
        if headed { named_text(page, (top, start, last), phase, lane)? } else { text_behind(page, &lane_rows, phase, lane)? };
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
    ((headed || known.len() > 1) && filled > 1 && !crowded).then_some(List { sheet, top, bottom: last, start, phase, lane, text })
}

/// The column of the texts of a list without names: the fullest one behind the phases or the lanes.
fn text_behind(page: &Page, rows: &[usize], phase: usize, lane: usize) -> Option<usize> {
    let behind = |column: &usize| *column != phase && *column != lane && *column > phase.min(lane);
    let filled = |column: usize| rows.iter().filter(|row| !page.get(At { row: **row, column }).is_empty()).count();
    (0..page.width().min(COLUMNS)).filter(behind).max_by_key(|column| (filled(*column), usize::MAX - column))
}

/// The column of the texts where columns have names: the one with the most texts of several words that no other row has, and of those alike the one
/// with the most words. What every row says is said of the whole list. None where another column is a lane by its name, as in a
/// matrix with its phases down.
fn named_text(page: &Page, (top, first, last): (usize, usize, usize), phase: usize, lane: usize) -> Option<usize> {
    let words = |column: usize| {
        let text = |row: usize| if let Value::Text(text) = page.get(At { row, column }) { text.as_str() } else { "" };
        let different: BTreeSet<&str> = (first..=last).map(text).collect();
        let counts = || different.iter().map(|text| text.split_whitespace().count());
        let constant = different.len() == 1 && last > first;
        if constant { (0, 0) } else { (counts().filter(|count| *count > 1).count(), counts().sum::<usize>()) }
    };
    let others = || (0..page.width().min(COLUMNS)).filter(|column| *column != phase && *column != lane);
    let text = others().filter(|column| words(*column).1 > 0).max_by_key(|column| (words(*column), usize::MAX - column))?;
    let is_lane = |column: usize| short(page, top, column).and_then(|name| near_lane(&name)).is_some_and(tells_of_a_journey);
    (!others().any(|column| column != text && is_lane(column))).then_some(text)
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
    for column in [list.phase, list.lane, list.text].into_iter().filter(|_| list.top < list.start) {
        work.take(spot(list.top, column));
    }
    let (mut phases, mut taken, mut lanes) = (Vec::<Phase>::new(), BTreeSet::new(), Vec::<Lane>::new());
    let mut known = [BTreeMap::<String, usize>::new(), BTreeMap::new()];
    let (mut phase, mut lane) = (None, None);
    for row in rows(page, list.start, list.bottom, list.phase, list.lane) {
        let value = page.get(At { row: row.index, column: list.text });
        if let Some(title) = row.phase.filter(|_| row.heading || row.lane.is_some() || !value.is_empty()) {
            let name = key(&title);
            let found = known[0].get(&name).copied();
            let room = phases.len() < limits::PHASES;
            phase = found.or_else(|| room.then(|| phase_of(&title, spot(row.index, list.phase), &mut phases, &mut taken, work)));
            known[0].extend(phase.map(|index| (name, index)));
            if phase.is_some() {
                work.take(spot(row.index, list.phase));
            }
            lane = None;
        }
        if let Some(title) = row.lane {
            let kind = near_lane(&title);
            let name = key(&title);
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
            let spot = spot(row.index, list.text);
            work.take(spot);
            lane.cells.push(Filled::new(spot, value, phase));
        }
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
