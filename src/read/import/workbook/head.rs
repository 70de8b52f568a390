//! The title and the facts above the table.

use std::collections::BTreeSet;

use super::frame::Frame;
use super::kept::Kept;
use super::same;
use crate::forms::{authors, days};
use crate::journey::{Author, Journey, limits};
use crate::read::book::{At, Value};
use crate::read::import::facts::{self, Field};
use crate::read::import::notes::Notes;

/// The columns of the head that are looked at.
const WIDEST: usize = 400;
/// The cells of the head that may say who made it.
const MOST_FREE: usize = 64;

/// The facts that stand above the table, the authors before their class.
const FIELDS: [Field; 6] = [Field::Scenario, Field::Organisation, Field::Authors, Field::Class, Field::Course, Field::Date];

/// A fact of the head.
struct Labelled {
    row: usize,
    /// The cell of the label.
    label: At,
    field: Field,
    /// The value, where it stands in the cell of the label.
    inline: Option<String>,
    /// The cell of the value, where it is not the first of the row.
    beside: Option<At>,
}

/// Reads the head into the journey. `taken` are rows above the table that are something else.
pub fn head(journey: &mut Journey, frame: &Frame, kept: &Kept, taken: &[usize], notes: &mut Notes, used: &mut BTreeSet<At>) {
    let rows: Vec<usize> = (0..frame.header).filter(|row| !taken.contains(row)).collect();
    let facts: Vec<Labelled> = rows.iter().flat_map(|row| facts(frame, *row)).collect();
    let labelled: Vec<usize> = facts.iter().map(|found| found.row).collect();
    title(journey, frame, kept, &rows, &labelled, notes, used);
    for field in FIELDS {
        let mut found = Vec::new();
        for Labelled { row, label, inline, beside, .. } in facts.iter().filter(|known| known.field == field) {
            let inline = inline.as_ref().map(|text| vec![(*label, Value::Text(text.clone()))]);
            let own = inline.or_else(|| beside.map(|at| vec![(at, frame.page.get(at).clone())]));
            let value = own.unwrap_or_else(|| values(frame, *row, &rows, &labelled));
            // Of several with one fact, the first that says something; the others are kept as they are.
            if found.is_empty() || value.is_empty() {
                used.insert(*label);
                used.extend(value.iter().map(|(at, _)| *at));
                found = if value.is_empty() { found } else { value };
                if found.is_empty() {
                    let text = frame.page.get(*label).text();
                    let place = frame.page.place(At { row: *row, column: label.column + 1 });
                    notes.blank(format!("/{}", field.name()), text.trim().trim_end_matches(':'), place);
                }
            }
        }
        set(journey, kept, field, &found, frame, notes);
    }
    if journey.authors.is_empty() {
        makers(journey, frame, &rows, notes, used);
    }
}

/// The facts of a row: the one that it begins with, and any whose value stands in the cell of its label.
fn facts(frame: &Frame, row: usize) -> Vec<Labelled> {
    let at = |column| At { row, column };
    let labelled = |label, field, inline| Labelled { row, label, field, inline, beside: None };
    let Some(first) = (0..=frame.labels + 1).find(|column| !frame.text(row, *column).is_empty()) else { return Vec::new() };
    let mut found = Vec::new();
    let text = frame.page.get(at(first)).text();
    let alone = facts::label(text.trim_end().trim_end_matches(':'));
    found.extend(alone.map(|field| labelled(at(first), field, None)));
    for column in first..frame.page.rows.get(row).map_or(0, Vec::len).min(WIDEST) {
        let text = frame.page.get(at(column)).text();
        let inline = facts::lines(&text).into_iter().map(|(field, value)| labelled(at(column), field, Some(value.to_owned())));
        found.extend(inline);
        // A class beside the author, each with its label.
        let label = facts::label(text.trim_end().trim_end_matches(':')).filter(|_| column > first + 1);
        let beside = label.filter(|_| !frame.text(row, column + 1).is_empty());
        found.extend(beside.map(|field| Labelled { beside: Some(at(column + 1)), ..labelled(at(column), field, None) }));
    }
    found.retain(|fact| FIELDS.contains(&fact.field));
    found
}

/// Names with their class in cells of their own above the table, such as `Noor Bakker MD2A`, or the one below or beside the other.
fn makers(journey: &mut Journey, frame: &Frame, rows: &[usize], notes: &mut Notes, used: &mut BTreeSet<At>) {
    let cells = rows.iter().flat_map(|row| {
        let width = frame.page.rows.get(*row).map_or(0, Vec::len).min(WIDEST);
        (0..width).map(|column| At { row: *row, column })
    });
    let free: Vec<At> = cells.filter(|at| !used.contains(at) && !frame.page.get(*at).is_empty()).take(MOST_FREE).collect();
    let text = |cells: &[At]| cells.iter().map(|at| frame.page.get(*at).text()).collect::<Vec<_>>().join(", ");
    let says = |cells: &&[At]| {
        let text = text(cells);
        authors::is_names_with_class(&text) && authors::read(&text).len() <= limits::AUTHORS
    };
    let Some(cells) = free.chunks(1).find(says).or_else(|| free.windows(2).find(says)) else { return };
    journey.authors = authors::read(&text(cells));
    notes.from("/authors", frame.page.place(cells[0]));
    used.extend(cells);
}

/// The cells of a fact: right of its label, and below, where no other label stands.
fn values(frame: &Frame, row: usize, rows: &[usize], labelled: &[usize]) -> Vec<(At, Value)> {
    let mut found = Vec::new();
    let width = frame.page.rows.get(row).map_or(0, Vec::len).min(WIDEST);
    let label = (0..width).find(|column| !frame.text(row, *column).is_empty()).unwrap_or(0);
    let Some(first) = (label + 1..width).find(|column| !frame.text(row, *column).is_empty()) else { return found };
    let more = rows.iter().copied().filter(|next| *next > row).take_while(|next| {
        let alone = (0..first).all(|column| frame.text(*next, column).is_empty());
        !labelled.contains(next) && alone && !frame.text(*next, first).is_empty()
    });
    for row in std::iter::once(row)
        .chain(more.collect::<Vec<_>>())
        .enumerate()
        .filter(|(nth, next)| *next == row + nth)
        .map(|(_, row)| row)
    {
        let at = At { row, column: first };
        found.push((at, frame.page.get(at).clone()));
    }
    found
}

fn set(journey: &mut Journey, kept: &Kept, field: Field, values: &[(At, Value)], frame: &Frame, notes: &mut Notes) {
    let text = match values {
        [(_, value)] => value.text(),
        many => {
            let texts: Vec<_> = many.iter().map(|(at, value)| (*at, value.text(), true)).collect();
            let expected = match field {
                Field::Scenario => kept.journey.scenario.clone(),
                Field::Organisation => kept.journey.organisation.clone(),
                Field::Authors => Some(authors::write(&kept.journey.authors)),
                Field::Course => kept.journey.course.clone(),
                Field::Revision => kept.journey.revision.clone(),
                Field::Class | Field::Date | Field::Title | Field::Persona | Field::TargetGroup => None,
            };
            super::cells::joined(&texts, &expected.unwrap_or_default())
        }
    };
    if let Some((at, _)) = values.first() {
        notes.from(format!("/{}", if field == Field::Class { Field::Authors } else { field }.name()), frame.page.place(*at));
    }
    let unknown = values.iter().find(|(_, value)| matches!(value, Value::Unknown(_)));
    if let Some((at, value)) = unknown {
        notes.leave(frame.page.place(*at), value.text(), "left-formula");
        return;
    }
    let text_of = |was: &Option<String>| {
        let same = |was: &&String| {
            same::squeezed(was) == same::squeezed(&text) && (values.len() > 1 || same::lines(was) == same::lines(&text))
        };
        let now = || Some(text.trim().to_owned()).filter(|text| !same::key(text).is_empty());
        was.as_ref().filter(same).cloned().or_else(now)
    };
    match field {
        Field::Scenario => journey.scenario = text_of(&kept.journey.scenario),
        Field::Organisation => journey.organisation = text_of(&kept.journey.organisation),
        Field::Authors if same::squeezed(&authors::write(&kept.journey.authors)) == same::squeezed(&text) => {}
        Field::Authors => {
            let (mut read, rest) = made_by(&text);
            for (text, (at, _)) in rest.into_iter().zip(values.iter().cycle()) {
                notes.leave(frame.page.place(*at), text, "left-no-name");
            }
            if read.len() > limits::AUTHORS {
                let rest: Vec<_> = read.drain(limits::AUTHORS..).map(|author| author.name).collect();
                if let Some((at, _)) = values.first() {
                    notes.leave(frame.page.place(*at), rest.join(", "), "left-too-many-authors");
                }
            }
            journey.authors = read;
        }
        // They stand in no row of ours, so that an empty one says nothing.
        Field::Class | Field::Course | Field::Revision if values.is_empty() => {}
        Field::Class => {
            let class = text.trim();
            journey
                .authors
                .iter_mut()
                .filter(|author| author.class.is_none())
                .for_each(|author| author.class = Some(class.to_owned()));
            if let (true, Some((at, _))) = (journey.authors.is_empty(), values.first()) {
                notes.leave(frame.page.place(*at), class, "left-class-without-authors");
            }
        }
        Field::Course => journey.course = text_of(&kept.journey.course),
        Field::Revision => journey.revision = text_of(&kept.journey.revision),
        // They are none of the facts of the head.
        Field::Title | Field::Persona | Field::TargetGroup => {}
        Field::Date => {
            journey.date = values.first().and_then(|(_, value)| value.day().or_else(|| days::read(&text)));
            if let (None, Some((at, _))) = (journey.date, values.first()) {
                notes.leave(frame.page.place(*at), text, "left-no-date");
            }
        }
    }
}

/// Who is named in the cell of the authors, where a label may stand again, and what else is said there.
fn made_by(text: &str) -> (Vec<Author>, Vec<String>) {
    let facts = facts::lines(text);
    let (mut names, mut rest) = (Vec::new(), Vec::new());
    if !facts.iter().any(|(field, _)| *field == Field::Authors) {
        return (facts::people(text), authors::besides(text));
    }
    for (field, value) in facts {
        match field {
            Field::Authors => {
                names.extend(facts::people(value));
                rest.extend(authors::besides(value));
            }
            Field::Class => {
                let without = names.iter_mut().filter(|name: &&mut Author| name.class.is_none());
                without.for_each(|name| name.class = Some(value.to_owned()));
            }
            Field::Title
            | Field::Scenario
            | Field::Organisation
            | Field::Date
            | Field::Course
            | Field::Revision
            | Field::Persona
            | Field::TargetGroup => rest.push(value.to_owned()),
        }
    }
    (names, rest)
}

/// Reads the title: the one it was, else the one with the name, else the first text above the table.
fn title(
    journey: &mut Journey,
    frame: &Frame,
    kept: &Kept,
    rows: &[usize],
    labelled: &[usize],
    notes: &mut Notes,
    used: &mut BTreeSet<At>,
) {
    let was = same::squeezed(&kept.journey.title);
    let texts = rows.iter().copied().filter(|row| !labelled.contains(row)).filter_map(|row| {
        let width = frame.page.rows.get(row).map_or(0, Vec::len).min(WIDEST);
        (0..width).map(|column| At { row, column }).find(|at| !frame.page.get(*at).is_empty())
    });
    let texts: Vec<At> = texts.collect();
    // A title that goes on in the rows below.
    let whole = (0..texts.len()).find_map(|start| {
        let mut found = String::new();
        for end in start..texts.len() {
            found.push_str(&same::squeezed(&frame.page.get(texts[end]).text()));
            if texts[end].row != texts[start].row + end - start || !was.starts_with(&found) {
                return None;
            }
            if found == was {
                return Some(texts[start..=end].to_vec());
            }
        }
        None
    });
    if let Some(places) = whole.filter(|_| !was.is_empty()) {
        notes.from("/title", frame.page.place(places[0]));
        used.extend(places);
        return;
    }
    let named = frame.name("klantreis_title").filter(|at| texts.contains(at));
    if let Some(at) = named.or(texts.first().copied()) {
        let text = frame.page.get(at).text();
        if !same::key(&text).is_empty() {
            text.trim().clone_into(&mut journey.title);
            notes.from("/title", frame.page.place(at));
            used.insert(at);
        }
    }
}
