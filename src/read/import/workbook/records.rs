//! The further sheets: contact moments, personas, measurements and the like, a row or a column each. A cell that was changed sets its
//! field; all else is as it was.

use std::collections::{BTreeMap, BTreeSet};

use super::kept::is_store;
use super::same;
use crate::forms::record::{Codec, Entry, Field, Of, Table, tables};
use crate::journey::{Journey, Json, Term, TermLanguage, normal_json};
use crate::read::book::{At, Book, Page, Value};
use crate::read::import::notes::Notes;
use crate::read::json;
use crate::tongue::Phrase;

/// Cells that were understood, by their sheets.
pub type Used = BTreeSet<(usize, At)>;

/// A cell that was changed.
struct Change {
    sheet: usize,
    at: At,
    text: String,
    pointer: String,
    value: Option<Json>,
}

/// The journey with what was changed on its further sheets. `matrix` is the sheet that is none of them.
pub fn read(book: &Book, matrix: Option<usize>, kept: &Journey, notes: &mut Notes, used: &mut Used) -> Journey {
    let mut changes: BTreeMap<String, Change> = BTreeMap::new();
    let mut taken: BTreeSet<usize> = matrix.into_iter().collect();
    for table in tables::all(kept) {
        let Some(found) = Found::of(book, &table, kept, &taken) else { continue };
        taken.insert(found.sheet);
        used.extend(found.known.iter().map(|at| (found.sheet, *at)));
        for change in found.changes(notes, used) {
            let other = changes.get(&change.pointer).is_some_and(|other| other.value != change.value);
            if other {
                let place = book.sheets[change.sheet].place(change.at);
                notes.leave(place, change.text, "left-another-cell-says-else");
            } else {
                changes.insert(change.pointer.clone(), change);
            }
        }
    }
    apply(book, kept, changes.into_values().collect(), notes)
}

/// The most changes that are tried one by one.
const TRIES: usize = 200;

/// Makes all changes at once; where they make no journey, one by one.
fn apply(book: &Book, kept: &Journey, changes: Vec<Change>, notes: &mut Notes) -> Journey {
    if changes.is_empty() {
        return kept.clone();
    }
    let made = |document: &Json| json(&document.document()).ok().filter(|journey| same_shape(journey, kept));
    let mut all = normal_json(kept);
    if changes.iter().all(|change| set(&mut all, &change.pointer, change.value.clone()))
        && let Some(journey) = made(&all)
    {
        return journey;
    }
    let mut document = normal_json(kept);
    let mut journey = kept.clone();
    for (nth, change) in changes.into_iter().enumerate() {
        let mut next = document.clone();
        let set = nth < TRIES && set(&mut next, &change.pointer, change.value.clone());
        match Some(&next).filter(|_| set).and_then(made) {
            Some(now) => (journey, document) = (now, next),
            None => notes.leave(book.sheets[change.sheet].place(change.at), change.text, "left-field-cannot-hold"),
        }
    }
    journey
}

/// Whether every item still stands in its place, so that the matrix can be read by it.
fn same_shape(one: &Journey, other: &Journey) -> bool {
    let counts =
        |journey: &Journey| -> Vec<usize> { journey.phases.iter().flat_map(|phase| phase.cells.iter().map(Vec::len)).collect() };
    counts(one) == counts(other) && one.lanes.len() == other.lanes.len()
}

/// Sets or takes out the value at a JSON pointer; objects on the way are made. Not where there is no such place.
fn set(document: &mut Json, pointer: &str, value: Option<Json>) -> bool {
    let (first, rest) = match pointer.strip_prefix('/') {
        Some(path) => path.split_once('/').map_or((path, ""), |(first, rest)| (first, rest)),
        None => return false,
    };
    let name = first.replace("~1", "/").replace("~0", "~");
    let below = format!("/{rest}");
    match document {
        Json::List(values) if !rest.is_empty() => {
            let place = name.parse().ok().and_then(|index: usize| values.get_mut(index));
            place.is_some_and(|place| set(place, &below, value))
        }
        Json::Object(fields) => {
            let place = fields.iter().position(|(known, _)| *known == name);
            match (rest.is_empty(), place, value) {
                (true, Some(place), Some(value)) => fields[place].1 = value,
                (true, None, Some(value)) => fields.push((name, value)),
                (true, Some(place), None) => drop(fields.remove(place)),
                (_, None, None) => {}
                (false, Some(place), value) => return set(&mut fields[place].1, &below, value),
                (false, None, value) => {
                    fields.push((name, Json::Object(Vec::new())));
                    return fields.last_mut().is_some_and(|(_, made)| set(made, &below, value));
                }
            }
            true
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) => false,
    }
}

/// A table as it stands on a sheet.
struct Found<'a> {
    table: &'a Table,
    sheet: usize,
    page: &'a Page,
    /// The cells of each record and field.
    cells: BTreeMap<(usize, usize), Vec<At>>,
    /// Titles, headers and numbers.
    known: Vec<At>,
}

impl<'a> Found<'a> {
    fn of(book: &'a Book, table: &'a Table, kept: &Journey, taken: &BTreeSet<usize>) -> Option<Self> {
        let start = format!("klantreis_{}_", table.name);
        let named = book.names.iter().find(|name| name.name.to_lowercase().starts_with(&start)).map(|name| name.sheet);
        let title = same::key(table.title.text(kept.language.terms));
        let titled = |page: &Page| heads(page).any(|at| same::key(&page.get(at).text()) == title);
        let free = |sheet: &usize| !taken.contains(sheet) && !is_store(&book.sheets[*sheet]);
        let by_title = || (0..book.sheets.len()).filter(free).find(|sheet| titled(&book.sheets[*sheet]));
        let sheet = named.filter(free).or_else(by_title)?;
        let page = book.sheets.get(sheet)?;
        let mut found = Self { table, sheet, page, cells: BTreeMap::new(), known: Vec::new() };
        let whose = std::iter::once(kept.title.as_str()).chain(kept.organisation.as_deref()).collect::<Vec<_>>().join(" · ");
        let texts = [title, whose].map(|text| same::squeezed(&text));
        let head = |at: At| {
            let below = (at.row..page.rows.len()).map(|row| At { row, column: at.column });
            let pieces = || below.clone().map(|at| same::squeezed(&page.get(at).text()));
            let count = texts.iter().find_map(|text| same::together(text, pieces()));
            below.take(count.unwrap_or(0)).collect::<Vec<_>>()
        };
        found.known = heads(page).flat_map(head).collect();
        (found.down(kept.language.terms) || found.across()).then_some(found)
    }

    fn labels(&self) -> BTreeMap<String, usize> {
        let labels = self.table.fields.iter().enumerate().rev();
        labels.map(|(index, field)| (same::folded(&field.label), index)).collect()
    }

    /// A row for each record, numbered in the first column.
    fn down(&mut self, language: TermLanguage) -> bool {
        let labels = self.labels();
        let number = same::folded(Term::Number.text(language));
        let header = (0..self.page.rows.len().min(60)).find_map(|row| {
            let cells = self.page.rows[row].iter().enumerate().filter(|(_, value)| !value.is_empty());
            let folded: Vec<(usize, String)> = cells.map(|(column, value)| (column, same::folded(&value.text()))).collect();
            let numbers = folded.iter().find(|(_, text)| *text == number).map(|(column, _)| *column)?;
            let mut fields: Vec<(usize, usize)> = Vec::new();
            for (column, text) in folded.iter().filter(|(column, _)| *column != numbers) {
                // Of fields of one name, the next.
                let field = self.table.fields.iter().enumerate().position(|(index, field)| {
                    same::folded(&field.label) == *text && fields.iter().all(|(_, known)| *known != index)
                });
                fields.extend(field.or_else(|| labels.get(text).copied()).map(|field| (*column, field)));
            }
            (!fields.is_empty()).then_some((row, numbers, fields))
        });
        let Some((header, numbers, fields)) = header else { return false };
        self.known.push(At { row: header, column: numbers });
        self.known.extend(fields.iter().map(|(column, _)| At { row: header, column: *column }));
        for row in header + 1..self.page.rows.len() {
            let at = At { row, column: numbers };
            let text = self.page.get(at).text();
            let Some(record) = text.trim_end_matches(['…', ' ']).parse::<usize>().ok().and_then(|number| number.checked_sub(1))
            else {
                continue;
            };
            // A number without a record is that of a row that was left free.
            self.known.push(at);
            if record >= self.table.rows.len() {
                continue;
            }
            for (column, field) in &fields {
                self.cells.entry((record, *field)).or_default().push(At { row, column: *column });
            }
        }
        true
    }

    /// A column for each record, the fields down.
    fn across(&mut self) -> bool {
        let labels = self.labels();
        let width = self.page.width().min(300);
        let rows = self.page.rows.len().min(2_000);
        let count = |column: usize| {
            (0..rows).filter(|row| labels.contains_key(&same::folded(&self.page.get(At { row: *row, column }).text()))).count()
        };
        let Some((_, column)) =
            (0..width.min(30)).map(|column| (count(column), std::cmp::Reverse(column))).max().filter(|(count, _)| *count > 0)
        else {
            return false;
        };
        let column = column.0;
        let mut names: Option<usize> = None;
        let mut last: Option<usize> = None;
        let mut rows_of: Vec<(usize, usize)> = Vec::new();
        for row in 0..rows {
            let at = At { row, column };
            let label = self.page.get(at).text();
            let plain = label.split_once(" (").filter(|(_, end)| {
                TermLanguage::ALL.iter().any(|language| end.trim_end_matches(')') == Term::Continued.text(*language))
            });
            let folded = same::folded(plain.map_or(label.as_str(), |(label, _)| label));
            match labels.get(&folded) {
                Some(field) => {
                    self.known.push(at);
                    last = Some(*field);
                    rows_of.push((row, *field));
                    if *field == 0 && names.is_none() {
                        names = Some(row);
                    }
                }
                None if label.is_empty() => rows_of.extend(last.map(|field| (row, field))),
                None => last = None,
            }
        }
        let Some(names) = names else { return false };
        // Each record by what its first field says, then by its place.
        let columns: Vec<usize> = (column + 1..width)
            .filter(|column| rows_of.iter().any(|(row, _)| !self.page.get(At { row: *row, column: *column }).is_empty()))
            .collect();
        let said: Vec<String> =
            self.table.rows.iter().map(|row| same::squeezed(&told(&self.table.entry(row, &self.table.fields[0])))).collect();
        let records: Vec<usize> = (0..said.len()).collect();
        let mut pairs = super::pair::pair(&columns, &records, |column, record| {
            (same::squeezed(&self.page.get(At { row: names, column }).text()) == said[record]).then_some(())
        });
        let free: Vec<_> = columns.iter().copied().filter(|column| pairs.iter().all(|(known, _)| known != column)).collect();
        let missing: Vec<_> = records.into_iter().filter(|record| pairs.iter().all(|(_, known)| known != record)).collect();
        let placed = super::pair::between(&free, &missing, &pairs);
        pairs.extend(placed);
        for (column, record) in pairs {
            for (row, field) in &rows_of {
                self.cells.entry((record, *field)).or_default().push(At { row: *row, column });
            }
        }
        true
    }

    /// The cells that say something else than they did.
    fn changes(&self, notes: &mut Notes, used: &mut Used) -> Vec<Change> {
        let mut changes = Vec::new();
        for ((record, field), cells) in &self.cells {
            let (row, field) = (&self.table.rows[*record], &self.table.fields[*field]);
            let filled: Vec<At> = cells.iter().copied().filter(|at| !self.page.get(*at).is_empty()).collect();
            used.extend(filled.iter().map(|at| (self.sheet, *at)));
            let entry = self.table.entry(row, field);
            if self.says(&filled, &entry) {
                continue;
            }
            let at = filled.first().or(cells.first()).copied().unwrap_or(At { row: 0, column: 0 });
            let text = filled.iter().map(|at| self.page.get(*at).text()).collect::<Vec<_>>().join("\n");
            match self.understand(row, field, &filled, &text) {
                Ok((pointer, value)) => changes.push(Change { sheet: self.sheet, at, text, pointer, value }),
                Err(why) => notes.leave(self.page.place(at), text, why),
            }
        }
        changes
    }

    fn understand(
        &self,
        row: &crate::forms::record::Row,
        field: &Field,
        filled: &[At],
        text: &str,
    ) -> Result<(String, Option<Json>), Phrase> {
        let pointer = self.table.pointer(row, field).filter(|_| field.of != Of::Told);
        let Some(pointer) = pointer else { return Err("left-told-again".into()) };
        let entry = match filled {
            [] => Entry::Empty,
            [at] => match self.page.get(*at) {
                number @ Value::Number { .. } if field.codec == Codec::Date && number.day().is_some() => {
                    number.day().map_or(Entry::Empty, Entry::Date)
                }
                Value::Number { number, percent: false } => Entry::Number(*number),
                Value::Day { day, seconds: None } => Entry::Date(*day),
                Value::Unknown(_) => return Err("left-formula".into()),
                other => Entry::Text(other.text()),
            },
            _ => Entry::Text(text.to_owned()),
        };
        let value = self.table.read(field, &entry).map_err(|misfit| misfit.0)?;
        Ok((pointer, value))
    }

    /// Whether cells still say what they said.
    fn says(&self, filled: &[At], entry: &Entry) -> bool {
        let texts: Vec<_> = filled.iter().map(|at| self.page.get(*at).text()).collect();
        match (filled, entry) {
            ([at], Entry::Number(number)) if matches!(self.page.get(*at), Value::Number { .. }) => {
                matches!(self.page.get(*at), Value::Number { number: seen, .. } if same::score(*seen, *number))
            }
            ([at], Entry::Date(day)) if matches!(self.page.get(*at), Value::Number { .. }) => {
                self.page.get(*at).day() == Some(*day)
            }
            ([_], entry) => same::lines(&texts[0]) == same::lines(&told(entry)),
            (_, entry) => same::squeezed(&texts.concat()) == same::squeezed(&told(entry)),
        }
    }
}

/// The first cells of a sheet that hold something.
fn heads(page: &Page) -> impl Iterator<Item = At> {
    let all = page.rows.iter().enumerate().flat_map(|(row, cells)| {
        let filled = cells.iter().enumerate().filter(|(_, value)| !value.is_empty());
        filled.map(move |(column, _)| At { row, column })
    });
    all.take(8)
}

/// What an entry says, as text.
fn told(entry: &Entry) -> String {
    match entry {
        Entry::Empty => String::new(),
        Entry::Text(text) => text.clone(),
        Entry::Number(number) => (number + 0.0).to_string(),
        Entry::Date(date) => date.to_string(),
    }
}
