//! A table under each heading: the headings are the phases, and each table has the same lanes, in its first column or in its first row; or
//! the headings are the lanes, and each table has the same phases in its first row.
//!
//! ```text
//! ## Awareness                              ## Awareness
//! | Lane   | What        |                  | Goal        | Action |
//! | Goal   | To find one |                  | To find one | Looks  |
//! | Action | Looks       |                  |             | Asks   |
//!
//! ## Purchase                               ## Purchase
//! | Lane   | What        |                  | Goal        | Action |
//! | Goal   | To pay      |                  | To pay      | Pays   |
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::explain::lane_called;
use super::lanes::{Filled, Lane};
use super::left::{Spot, Work};
use super::list::phase_of;
use super::phases::Phase;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::{near_lane, near_phase, spelled};
use crate::journey::{LaneKind, limits};
use crate::read::book::{At, Book, Page, Value};
use crate::read::import::facts;
use crate::tongue::say;

/// A sheet with more rows is none that people write under headings.
const MOST_ROWS: usize = 20 * limits::LANES;
/// A heading is seldom longer.
const NAME_CHARS: usize = 60;

/// Headings with their tables on a sheet.
pub struct Sections<'b> {
    /// The index of the sheet.
    pub sheet: usize,
    /// The row of the first heading.
    pub top: usize,
    /// The last row of the last table.
    pub bottom: usize,
    way: Way,
    parts: Vec<Part<'b>>,
}

/// What the headings and the tables below them name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Phases, and lanes in the first column.
    Rows,
    /// Phases, and lanes in the first row.
    Columns,
    /// Lanes, and phases in the first row.
    Lanes,
}

/// A heading with its table.
struct Part<'b> {
    title: String,
    /// A text between the two.
    text: Option<(String, (usize, usize))>,
    /// Where the heading stands.
    heading: (usize, usize),
    /// The rows of the table, without the names of its columns.
    rows: Vec<Line<'b>>,
    /// The names of its columns, and their row, where they are no lane of their own.
    head: Option<Line<'b>>,
}

/// The sections of the first sheet that has them.
pub fn find(book: &Book) -> Option<Sections<'_>> {
    let mut pages = book.sheets.iter().enumerate().filter(|(_, page)| page.visible && page.rows.len() <= MOST_ROWS);
    pages.find_map(|(sheet, page)| on(page, sheet))
}

fn on(page: &Page, sheet: usize) -> Option<Sections<'_>> {
    let mut parts = parts(page)?;
    let named = parts.iter().filter(|part| near_phase(&part.title).is_some() || words::is_counted(&part.title)).count();
    let others = parts.iter().any(|part| is_no_phase(&part.title));
    let titles: BTreeSet<&str> = parts.iter().map(|part| part.title.as_str()).collect();
    if parts.len() < 2 || others || titles.len() < parts.len() {
        return None;
    }
    let is = |way: &Way| match way {
        Way::Columns => are_columns(&parts, named),
        Way::Rows => are_rows(&parts, named),
        Way::Lanes => are_lanes(&parts, named),
    };
    let way = [Way::Columns, Way::Rows, Way::Lanes].into_iter().find(is)?;
    // First rows that differ are no names of columns.
    if way == Way::Rows && columns(&parts).is_none() {
        for part in &mut parts {
            part.rows.splice(..0, part.head.take());
        }
    }
    let (first, last) = (parts.first()?, parts.last()?);
    let (top, bottom) = (first.heading.0, last.rows.last()?.row);
    Some(Sections { sheet, top, bottom, way, parts })
}

/// Whether a heading is about a person, or a fact.
fn is_no_phase(title: &str) -> bool {
    let words = spelled(title);
    let first = words.split('-').next().unwrap_or_default();
    facts::label(title).is_some() || facts::label(first) == Some(facts::Field::Persona) || facts::is_other(title, true)
}

/// The tables of a sheet with more than a row, each with the heading above it; none where one has no heading.
fn parts(page: &Page) -> Option<Vec<Part<'_>>> {
    let mut lines = View::of(page, true).lines.into_iter().peekable();
    let mut above: Vec<Line> = Vec::new();
    let mut parts = Vec::new();
    while let Some(line) = lines.next() {
        let goes_on = lines.peek().is_some_and(|next| next.row == line.row + 1);
        // Of a phase that has no more than one lane there is no second row.
        let alone = above.last().is_some_and(|heading| heading.cells.len() == 1) && names_a_lane(&line);
        if line.cells.len() < 2 || !goes_on && !alone {
            above.push(line);
            continue;
        }
        let mut rows = vec![line];
        while let Some(next) = lines.next_if(|next| rows.last().is_some_and(|last: &Line| next.row == last.row + 1)) {
            rows.push(next);
        }
        parts.push((std::mem::take(&mut above), rows));
    }
    // What stands between a heading and its table stands there each time.
    let between = parts.iter().skip(1).map(|(above, _)| above.len()).min()?;
    let mut found = Vec::new();
    for (nth, (above, mut rows)) in parts.into_iter().enumerate() {
        let at = if nth == 0 { above.len().checked_sub(between)? } else { 0 };
        let mut above = above.into_iter().skip(at);
        let line = above.next().filter(|line| line.cells.len() == 1)?;
        let (one, more) = (above.next(), above.next());
        let one = one.filter(|one| more.is_none() && one.cells.len() == 1);
        let text =
            one.and_then(|one| one.cells.first().map(|(column, value)| (value.text().trim().to_owned(), (one.row, *column))));
        let (column, value) = line.cells.first().filter(|(_, value)| matches!(value, Value::Text(_)))?;
        let title = name(value).filter(|title| title.chars().count() <= NAME_CHARS)?;
        let head = (!rows.is_empty()).then(|| rows.remove(0));
        found.push(Part { title, text, heading: (line.row, *column), rows, head });
    }
    Some(found)
}

/// Whether a row of two cells begins with a lane that is known.
fn names_a_lane(line: &Line) -> bool {
    let label = line.cells.first().and_then(|(_, value)| name(value));
    line.cells.len() == 2 && label.is_some_and(|label| near_lane(&label).is_some())
}

/// The names in the first row of a table, where all have the same.
fn columns(parts: &[Part]) -> Option<Vec<String>> {
    let names = |part: &Part| {
        let head = part.head.as_ref().filter(|_| !part.rows.is_empty())?;
        Some(head.cells.iter().filter_map(|(_, value)| name(value)).collect::<Vec<_>>())
    };
    let own = names(parts.first()?)?;
    parts.iter().all(|part| names(part).is_some_and(|names| names == own)).then_some(own)
}

/// Whether the headings are lanes, and all tables have the same phases in their first row.
fn are_lanes(parts: &[Part], named: usize) -> bool {
    let kinds: BTreeSet<&str> = parts.iter().filter_map(|part| near_lane(&part.title)).map(LaneKind::name).collect();
    let is_phase = |name: &&String| near_phase(name).is_some() || words::is_counted(name);
    let phases = columns(parts).map_or(0, |names| names.iter().filter(is_phase).count());
    named == 0 && kinds.len() > 1 && phases > 1
}

/// Whether all tables have the same names of lanes in their first row.
fn are_columns(parts: &[Part], named: usize) -> bool {
    let Some(own) = columns(parts) else { return false };
    let known = own.iter().filter(|name| near_lane(name).is_some()).count();
    let axis = own.iter().any(|name| words::of_corners(name) && !words::of_numbers(name));
    let one = parts.iter().all(|part| part.rows.len() == 1);
    known > 1 && known * 2 >= own.len() && if axis { named > 1 } else { named > 0 || one || parts.len() > 2 }
}

/// Whether all tables have two columns, names of lanes and what is said.
fn are_rows(parts: &[Part], named: usize) -> bool {
    const KINDS: usize = 3;
    let lines = || parts.iter().flat_map(|part| part.head.iter().chain(&part.rows));
    let columns: BTreeSet<usize> = lines().flat_map(|line| line.cells.iter().map(|(column, _)| *column)).collect();
    let label = |line: &Line| line.cells.first().and_then(|(_, value)| name(value));
    let names_of = |part: &Part| part.own_head().into_iter().chain(&part.rows).filter_map(label).collect::<Vec<_>>();
    let kinds_of = |names: &[String]| names.iter().filter_map(|name| near_lane(name)).map(LaneKind::name).collect::<Vec<_>>();
    let names: Vec<String> = parts.iter().flat_map(names_of).collect();
    let known = kinds_of(&names).len();
    let kinds: BTreeSet<&str> = kinds_of(&names).into_iter().collect();
    // What a teacher gives is a fact, and a score of its phase where lanes stand beside it.
    let facts = names.iter().any(|name| facts::is_other(name, true) && !words::of_ratings(name));
    // Headings of a report have lanes too, but each others.
    let come_back = |kinds: &BTreeSet<&str>| {
        let several = |kind: &&&str| parts.iter().filter(|part| kinds_of(&names_of(part)).contains(*kind)).count() > 1;
        kinds.iter().filter(several).count() * 2 > kinds.len()
    };
    columns.len() == 2
        && !facts
        && parts.iter().all(|part| !kinds_of(&names_of(part)).is_empty())
        && known * 3 >= names.len() * 2
        && (named > 1 && kinds.len() > 1 || parts.len() > 2 && kinds.len() >= KINDS && come_back(&kinds))
}

/// A cell of a table: what its column or row is called, what it holds, and where both stand.
struct Said<'b> {
    title: String,
    named: (usize, usize),
    value: &'b Value,
    place: (usize, usize),
}

impl<'b> Part<'b> {
    /// What the table says; in two columns its first row is a lane too where its name is known.
    fn said(&self, way: Way) -> Vec<Said<'b>> {
        let said = |line: &Line<'b>, head: &Line<'b>, (column, value): (usize, &'b Value)| {
            let title = head.cells.iter().find(|(own, _)| *own == column).and_then(|(_, value)| name(value))?;
            (!words::of_numbers(&title)).then_some(Said { title, named: (head.row, column), value, place: (line.row, column) })
        };
        if way != Way::Rows {
            let Some(head) = &self.head else { return Vec::new() };
            let cells = self.rows.iter().flat_map(|line| line.cells.iter().map(move |cell| (line, *cell)));
            return cells.filter_map(|(line, cell)| said(line, head, cell)).collect();
        }
        let pair = |line: &Line<'b>| {
            let [(column, label), (other, value)] = *line.cells.as_slice() else { return None };
            Some(Said { title: name(label)?, named: (line.row, column), value, place: (line.row, other) })
        };
        self.own_head().into_iter().chain(&self.rows).filter_map(pair).collect()
    }

    /// The first row of a table in two columns where it is one of its lanes.
    fn own_head(&self) -> Option<&Line<'b>> {
        self.head.as_ref().filter(|head| {
            let label = head.cells.first().and_then(|(_, value)| name(value));
            label.is_some_and(|label| near_lane(&label).is_some())
        })
    }
}

/// The phases and lanes of sections. What belongs to none is not taken.
pub fn read<'b>(sections: &Sections<'b>, work: &mut Work) -> (Vec<Phase>, Vec<Lane<'b>>) {
    let spot = |(row, column): (usize, usize)| Spot { sheet: sections.sheet, at: At { row, column } };
    let what = if sections.way == Way::Lanes { "lane" } else { "phase" };
    work.step_of(sections.sheet, None, say!("explain-sections", part = what));
    let mut made = Made::default();
    for part in &sections.parts {
        // The names of columns say what stands below them, or no more than that there are some.
        let head = part.head.iter().filter(|_| sections.way != Way::Rows || part.own_head().is_none());
        head.for_each(|head| head.cells.iter().for_each(|(column, _)| work.take(spot((head.row, *column)))));
        let heading = (part.title.as_str(), spot(part.heading));
        if sections.way != Way::Lanes
            && let Some(phase) = made.phase(heading, work)
            && let Some((text, place)) = &part.text
        {
            work.take(spot(*place));
            made.phases[phase].description = Some((text.clone(), spot(*place)));
        }
        for Said { title, named, value, place } in part.said(sections.way) {
            let named = (title.as_str(), spot(named));
            let (phase, lane) = if sections.way == Way::Lanes { (named, heading) } else { (heading, named) };
            let (Some(phase), Some(lane)) = (made.phase(phase, work), made.lane(lane, work)) else { continue };
            if !matches!(value, Value::Unknown(_)) {
                work.take(spot(place));
                lane.cells.push(Filled::new(spot(place), value, phase));
            }
        }
    }
    (made.phases, made.lanes)
}

/// Phases and lanes as they are met.
#[derive(Default)]
struct Made<'b> {
    phases: Vec<Phase>,
    lanes: Vec<Lane<'b>>,
    ids: BTreeSet<String>,
    known: [BTreeMap<String, usize>; 2],
}

impl<'b> Made<'b> {
    /// The index of the phase with that name, where there is room for it.
    fn phase(&mut self, (title, spot): (&str, Spot), work: &mut Work) -> Option<usize> {
        let found = self.known[0].get(title).copied();
        let room = self.phases.len() < limits::PHASES;
        let index = found.or_else(|| room.then(|| phase_of(title, spot, &mut self.phases, &mut self.ids, work)))?;
        self.known[0].insert(title.to_owned(), index);
        work.take(spot);
        Some(index)
    }

    /// The lane with that name, where there is room for it.
    fn lane(&mut self, (title, spot): (&str, Spot), work: &mut Work) -> Option<&mut Lane<'b>> {
        let name = spelled(title);
        let index = self.known[1].get(&name).copied().unwrap_or(self.lanes.len());
        if index == self.lanes.len() {
            let kind = near_lane(title);
            if self.lanes.len() == limits::LANES {
                return None;
            }
            work.step(spot, lane_called(title, kind));
            let (title, rows, cells, reasons) = (title.to_owned(), Vec::new(), Vec::new(), Vec::new());
            self.lanes.push(Lane { rows, cells, reasons, ..Lane::new(title, kind, spot) });
        }
        self.known[1].insert(name, index);
        work.take(spot);
        self.lanes.get_mut(index)
    }
}
