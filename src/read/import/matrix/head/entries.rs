//! What each cell above a table is: a fact with its label, in one cell or two, what is expected, or another text.

use super::super::left::Spot;
use super::super::{actors, profiles, words};
use crate::forms::hints;
use crate::journey::LaneKind;
use crate::journey::aliases::near_lane;
use crate::read::book::{At, Value};
use crate::read::import::facts::{self, Behind, Field};

/// A part of what stands above a table.
pub(super) enum Entry {
    /// What the one who travels expects, wants or needs: the label, and the cells of what is said.
    Trait { label: String, text: String, cells: Vec<Spot> },
    /// A fact: its value, the text in which it stands, and the cells of its label and value.
    Fact { field: Field, value: Value, cells: Vec<Spot> },
    /// What stands before a fact in the cell of that.
    Before { cell: Spot, text: String },
    /// The label of a day in a cell, that says more than that there is one.
    Day { cell: Spot, label: String },
    /// A label with nothing behind it.
    Label,
    /// Another cell. A text may be the title.
    Free { cell: Spot, title: Option<String> },
}

/// The facts and other texts of a sheet, in reading order.
pub(super) fn entries(cells: &[(Spot, &Value)]) -> Vec<Entry> {
    let (mut entries, mut block) = (Vec::new(), None);
    let rows: Vec<_> = cells.chunk_by(|(one, _), (next, _)| one.at.row == next.at.row).collect();
    for (index, row) in rows.iter().enumerate() {
        let first = entries.len();
        if rows.get(index + 1).is_some_and(|below| is_header(row, below)) {
            entries.extend(row.iter().map(|(cell, _)| Entry::Free { cell: *cell, title: None }));
            continue;
        }
        entries_of_row(row, &mut entries);
        // Whoever has an age and wants something travels, and has made nothing.
        if is_block_of_traveller(rows.get(index..).unwrap_or_default()) {
            for entry in entries.iter_mut().skip(first) {
                if let Entry::Fact { field, .. } = entry {
                    *field = Field::Persona;
                }
            }
        }
        let Some((cell, _)) = row.first() else { continue };
        let goes_on = block.is_some_and(|at: At| at.column == cell.at.column && at.row + 1 == cell.at.row);
        if let Some(told) = said_of_persona(row, entries.get(first..).unwrap_or_default()).filter(|_| goes_on) {
            entries.splice(first.., [told]);
        }
        let own = entries.get(first..).unwrap_or_default();
        let named = own.iter().any(|entry| matches!(entry, Entry::Fact { field: Field::Persona, .. }));
        block = (named || goes_on).then_some(cell.at);
    }
    go_on(&mut entries);
    entries
}

/// Whether the first of some rows has a name behind a label that says no more than that, and the rows right below tell two things at least of whoever
/// that is: what is said of persons, and what is wanted, needed or expected. Who made it has a class or a course.
fn is_block_of_traveller(rows: &[&[(Spot, &Value)]]) -> bool {
    const FEWEST: usize = 2;
    let [first, below @ ..] = rows else { return false };
    let Some(((label, _), (at, _))) = labelled(first).zip(first.first()) else { return false };
    if facts::label(&label) != Some(Field::Authors) || !profiles::is_label_of_names(&label) {
        return false;
    }
    let right_below = |(nth, row): &(usize, &&[(Spot, &Value)])| {
        row.first().is_some_and(|(cell, _)| cell.at.column == at.at.column && cell.at.row == at.at.row + nth + 1)
    };
    let told: Vec<String> =
        below.iter().enumerate().take_while(right_below).map_while(|(_, row)| Some(labelled(row)?.0)).collect();
    let personal = told.iter().filter(|label| profiles::is_said_of_persons(label)).count();
    let wanted = told.iter().filter(|label| is_trait(label)).count();
    let made = told.iter().any(|label| matches!(facts::label(label), Some(Field::Class | Field::Course | Field::Authors)));
    personal > 0 && personal + wanted >= FEWEST && !made
}

/// The label of a row and the text behind it, in two cells or one.
fn labelled(row: &[(Spot, &Value)]) -> Option<(String, String)> {
    let (label, text) = match row {
        [(_, Value::Text(label)), (_, value)] if !matches!(value, Value::Unknown(_)) => (label.as_str(), value.text()),
        [(_, Value::Text(text))] => text.split_once([':', '：']).map(|(label, text)| (label, text.to_owned()))?,
        _ => return None,
    };
    Some((joined(label.trim().trim_end_matches([':', '：'])), text.trim().to_owned()))
}

/// What is said of a persona in a row right below the name, or below another that says something: a label and a text beside it, or in one cell
/// where the label is one of what is said of persons.
fn said_of_persona(row: &[(Spot, &Value)], read: &[Entry]) -> Option<Entry> {
    const LONGEST: usize = 40;
    if !read.iter().all(|entry| matches!(entry, Entry::Free { .. })) {
        return None;
    }
    let personal = profiles::is_said_of_persons;
    let (label, text) = labelled(row).filter(|(label, _)| row.len() > 1 || personal(label))?;
    let fits = !label.is_empty() && label.chars().count() <= LONGEST && !text.trim().is_empty();
    let told = personal(&label) || !facts::is_other(&label, true);
    let cells = row.iter().map(|(cell, _)| *cell).collect();
    (fits && told).then_some(Entry::Trait { label, text, cells })
}

/// Puts what stands right below what is expected, wanted or needed, or below a text that only says so, to what the one who travels does.
fn go_on(entries: &mut [Entry]) {
    let mut above: Option<(String, At, Option<usize>)> = None;
    for index in 0..entries.len() {
        let Some(entry) = entries.get_mut(index) else { continue };
        match entry {
            Entry::Trait { label, cells, .. } => above = cells.last().map(|cell| (label.clone(), cell.at, None)),
            Entry::Free { cell, title: Some(text) } => {
                let below = |at: &At| at.column == cell.at.column && at.row + 1 == cell.at.row && at.column > 0;
                if let Some((label, at, alone)) = above.clone().filter(|(_, at, _)| below(at)) {
                    above = Some((label.clone(), At { row: at.row + 1, ..at }, None));
                    let (cell, text) = (*cell, std::mem::take(text));
                    // The label goes where the first of what is said goes.
                    let named = alone.and_then(|alone| entries.get_mut(alone));
                    let named = named.and_then(|alone| match std::mem::replace(alone, Entry::Label) {
                        Entry::Free { cell, .. } => Some(cell),
                        Entry::Fact { .. } | Entry::Before { .. } | Entry::Day { .. } | Entry::Label | Entry::Trait { .. } => {
                            None
                        }
                    });
                    entries[index] = Entry::Trait { label, text, cells: named.into_iter().chain([cell]).collect() };
                } else if is_trait(text) {
                    above = Some((joined(text.trim_end_matches([':', '：'])), cell.at, Some(index)));
                }
            }
            Entry::Fact { .. } | Entry::Before { .. } | Entry::Day { .. } | Entry::Label | Entry::Free { .. } => {}
        }
    }
}

/// Whether a text says that what stands beside it is expected, wanted or needed.
fn is_trait(text: &str) -> bool {
    const LONGEST: usize = 40;
    let kind = near_lane(text).filter(|_| text.chars().count() <= LONGEST);
    matches!(kind, Some(LaneKind::Expectation | LaneKind::Need | LaneKind::Goal))
}

/// Whether a row holds the names of columns, with a record below them: then a name such as `Name` is no label of the cell beside it.
fn is_header(row: &[(Spot, &Value)], below: &[(Spot, &Value)]) -> bool {
    let close = row.first().zip(below.first()).is_some_and(|((one, _), (next, _))| next.at.row == one.at.row + 1);
    let filled = row.iter().filter(|(cell, _)| below.iter().any(|(next, _)| next.at.column == cell.at.column)).count();
    let labels = below.iter().any(|(_, value)| is_fact(value));
    // Groups of columns stand above their names: labels beside each other, none of which is the value of another.
    let is_word =
        |value: &Value| matches!(value, Value::Text(text) if facts::label(text).is_some() || actors::is_of_actors(text));
    let groups = row.len() > 2 && row.len() < below.len() && row.iter().take(2).all(|(_, value)| is_word(value));
    close && (groups || row.len() > 3 && filled * 2 >= row.len() && !labels) && row.iter().all(|(_, value)| is_name(value))
}

fn entries_of_row(cells: &[(Spot, &Value)], all: &mut Vec<Entry>) {
    let (mut entries, mut rest) = (Vec::new(), cells);
    while let [(cell, value), after @ ..] = rest {
        rest = after;
        let next = after.first().filter(|(next, _)| beside(cell.at, next.at));
        let text = match value {
            Value::Text(text) => text.trim(),
            Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => {
                entries.push(Entry::Free { cell: *cell, title: None });
                continue;
            }
        };
        if let Some((title, course)) = facts::assigned(text) {
            let fact = |field: Field, text: &str| Entry::Fact { field, value: Value::Text(text.to_owned()), cells: vec![*cell] };
            entries.extend([fact(Field::Title, title), fact(Field::Course, course)]);
            continue;
        }
        let lines = facts::lines(text);
        let told = if lines.is_empty() { facts::behind(text) } else { Some(Behind { facts: lines, ..Behind::default() }) };
        if let Some(Behind { before, label, facts }) = told {
            let fact =
                |(field, value): (Field, &str)| Entry::Fact { field, value: Value::Text(value.to_owned()), cells: vec![*cell] };
            entries.extend(before.map(|before| Entry::Before { cell: *cell, text: before.to_owned() }));
            entries.extend(label.map(|label| Entry::Day { cell: *cell, label: label.to_owned() }));
            entries.extend(facts.into_iter().map(fact));
            continue;
        }
        if let Some(name) = actors::named(text) {
            entries.push(Entry::Fact { field: Field::Persona, value: Value::Text(name.to_owned()), cells: vec![*cell] });
            continue;
        }
        let value = next.filter(|(_, value)| !is_label(value));
        let dated = || value.is_some_and(|(_, value)| facts::is_dated(text, value)).then_some(Field::Date);
        let field = facts::label(text).or_else(dated).or_else(|| is_title(text, value).then_some(Field::Title));
        // Behind another text it is the name of a column.
        let begins = entries.iter().all(|entry| !matches!(entry, Entry::Free { .. }));
        let actor = || value.filter(|_| begins).is_some_and(|(_, value)| actors::is_actor(text, value)).then_some(Field::Persona);
        let field = field.or_else(actor);
        match (field, value) {
            (None, Some((next, value))) if is_trait(text) && matches!(value, Value::Text(_)) => {
                let label = joined(text.trim_end_matches([':', '：']));
                entries.push(Entry::Trait { label, text: value.text().trim().to_owned(), cells: vec![*cell, *next] });
                rest = after.get(1..).unwrap_or_default();
            }
            // Several personas stand side by side.
            (Some(Field::Persona), Some(_)) => {
                let is_name = |value: &Value| matches!(value, Value::Text(text) if !is_trait(text)) && !is_label(value);
                let beside = after.iter().take_while(|(_, value)| is_name(value));
                for (place, value) in beside {
                    let cells = if rest.len() == after.len() { vec![*cell, *place] } else { vec![*place] };
                    entries.push(Entry::Fact { field: Field::Persona, value: (*value).clone(), cells });
                    rest = rest.get(1..).unwrap_or_default();
                }
            }
            (Some(field), Some((next, value))) => {
                let worded = field == Field::Date && !facts::is_day(text);
                entries.extend(worded.then(|| Entry::Day { cell: *cell, label: text.trim_end_matches([':', '：']).to_owned() }));
                entries.push(Entry::Fact { field, value: (*value).clone(), cells: vec![*cell, *next] });
                rest = after.get(1..).unwrap_or_default();
            }
            (Some(_), None) if text.ends_with(':') || hints::is_our_label(text) => entries.push(Entry::Label),
            (Some(_), None) => entries.push(Entry::Free { cell: *cell, title: None }),
            (None, _) => {
                let other = facts::is_other(text, next.is_some());
                entries.push(Entry::Free { cell: *cell, title: (!other).then(|| joined(text)) });
                // What stands behind a label that nobody knows is no title.
                if let (true, Some((next, _))) = (other, value) {
                    entries.push(Entry::Free { cell: *next, title: None });
                    rest = after.get(1..).unwrap_or_default();
                }
            }
        }
    }
    // Three texts beside each other are a row of some table.
    let is_table = entries.iter().filter(|entry| matches!(entry, Entry::Free { .. })).count() > 2;
    all.extend(entries.into_iter().map(|entry| match entry {
        Entry::Free { cell, title } => Entry::Free { cell, title: title.filter(|title| !is_table && !words::is_counted(title)) },
        Entry::Fact { .. } | Entry::Before { .. } | Entry::Day { .. } | Entry::Label | Entry::Trait { .. } => entry,
    }));
}

/// Whether a text says no more than that there is a journey, and one that could be its title stands beside it.
fn is_title(text: &str, beside: Option<&(Spot, &Value)>) -> bool {
    facts::is_journey(text) && beside.is_some_and(|(_, value)| matches!(value, Value::Text(_)))
}

/// Whether a cell holds a text that could be the name of a column.
fn is_name(value: &Value) -> bool {
    matches!(value, Value::Text(text) if !text.contains([':', '：', '\n']) && text.chars().count() <= 40)
}

/// Whether a cell stands in the same row as the one before, near enough to be its value.
fn beside(at: At, next: At) -> bool {
    next.row == at.row && next.column - at.column <= 4
}

/// Whether a cell holds a label, of whatever kind, and not what one is about.
fn is_label(value: &Value) -> bool {
    is_fact(value) || matches!(value, Value::Text(text) if facts::is_other(text, true))
}

/// Whether a cell holds the label of a fact, or a fact.
fn is_fact(value: &Value) -> bool {
    match value {
        Value::Text(text) => facts::label(text).is_some() || !facts::lines(text).is_empty(),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

fn joined(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
