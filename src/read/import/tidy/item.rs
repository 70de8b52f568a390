//! From the cells of a row to an item, as far as the format lets them pass.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::value::RawValue;

use super::frame::Frame;
use super::parts::{Parts, Row, number, truth};
use super::table::{self, Log, Table};
use crate::diagnostic::Diagnostic;
use crate::forms::tidy::{Column, Plain, Tells};
use crate::journey::{Journey, Json, Lane};
use crate::read::book::{At, Value};
use crate::read::json;
use crate::tongue::{Phrase, say};

/// Where the item stands in a document that holds no other.
const ALONE: &str = "/phases/0/cells/l/0";

/// The items of a table.
pub struct Items<'a, 'b> {
    frame: &'a Frame,
    table: &'a Table<'a>,
    log: &'b mut Log,
    /// The ids of phases and of the items so far.
    taken: BTreeSet<String>,
}

impl<'a, 'b> Items<'a, 'b> {
    /// The cells of each phase: the ids of lanes with their items.
    pub fn of(parts: &Parts, frame: &'a Frame, table: &'a Table, log: &'b mut Log) -> Vec<Vec<(String, Json)>> {
        let taken = frame.journey.phases.iter().map(|phase| phase.id.to_string()).collect();
        let mut items = Items { frame, table, log, taken };
        let mut cells: Vec<Vec<(String, Json)>> = vec![Vec::new(); frame.journey.phases.len()];
        for cell in parts.items.chunk_by(|one, other| (one.phase, one.lane) == (other.phase, other.lane)) {
            let Some((phase, lane)) = cell.first().and_then(|row| Some((row.phase, frame.journey.lanes.get(row.lane)?))) else {
                continue;
            };
            let pointer = frame.journey.pointer_to_cell(phase, cell[0].lane);
            let mut found = Vec::new();
            for row in cell {
                found.extend(items.item(row, lane, &format!("{pointer}/{}", found.len())));
            }
            if let (false, Some(cells)) = (found.is_empty(), cells.get_mut(phase)) {
                cells.push((lane.id.to_string(), Json::List(found)));
            }
        }
        cells
    }

    /// The item of a row, if it says anything.
    fn item(&mut self, row: &Row, lane: &Lane, pointer: &str) -> Option<Json> {
        let (mut fields, mut cells) = (Vec::new(), BTreeMap::new());
        for (at, column) in &self.table.columns {
            let Tells::Item(path) = &column.tells else { continue };
            let at = At { row: row.at, column: *at };
            let value = self.table.get(at);
            if value.is_empty() {
                continue;
            }
            match self.value(column, path, value, row) {
                Ok(Some(json)) => {
                    put(&mut fields, path, json);
                    cells.insert(format!("{ALONE}/{}", path.join("/")), at);
                }
                Ok(None) => {}
                Err(why) => self.log.leave(at, why),
            }
        }
        let until = take(&mut fields, "until");
        let mut document = alone(lane, &self.frame.journey, Json::Object(fields));
        if let Err(problems) = mend(&mut document, &cells, self.table, self.log, true) {
            for at in cells.values() {
                self.log.leave(*at, say!("not-understood", why = reason(problems.first())));
            }
            return None;
        }
        let Json::Object(mut fields) = document_item(&document)?.clone() else { return None };
        fields.extend(until.map(|until| ("until".to_owned(), until)));
        if let Some(Json::Text(id)) = Json::Object(fields.clone()).get("id") {
            self.taken.insert(id.clone());
        }
        let nth = pointer.rsplit('/').next().map_or(1, next);
        let of = say!("explain-item", nth = nth.to_string(), lane = &lane.title, phase = self.phase(row));
        self.log.step(self.table.part(table::row(row.at)), of);
        for (own, at) in cells {
            self.log.from(own.replacen(ALONE, pointer, 1), self.table.place(at));
        }
        self.log.from(pointer, self.table.place(At { row: row.at, column: 0 }));
        Some(Json::Object(fields))
    }

    fn phase(&self, row: &Row) -> &str {
        self.frame.journey.phases.get(row.phase).map(|phase| phase.title.as_str()).unwrap_or_default()
    }

    /// The phase of an id, else of a title.
    fn phase_called(&self, name: &str) -> Option<(usize, &str)> {
        let phases = &self.frame.journey.phases;
        let titled = || phases.iter().position(|phase| phase.title == name);
        self.frame.journey.phase(name).or_else(titled).map(|index| (index, phases[index].id.as_str()))
    }

    /// What a cell says, or why it does not; nothing for what goes without saying.
    fn value(&self, column: &Column, path: &[&str], value: &Value, row: &Row) -> Result<Option<Json>, Phrase> {
        let text = value.text();
        match (path, column.plain) {
            (["id"], _) if self.taken.contains(&text) => Err("left-id-taken".into()),
            (["until"], _) => match self.phase_called(text.trim()) {
                Some((end, id)) if end >= row.phase => Ok(Some(Json::text(id))),
                Some(_) => Err("left-phase-before".into()),
                None => Err("left-phase-not-there".into()),
            },
            (_, Plain::Number) => number(value).map(|number| Some(Json::number(number))).ok_or("left-no-number".into()),
            (_, Plain::Truth) => match truth(value) {
                Some(truth) => Ok(truth.then_some(Json::Bool(true))),
                None => Err("left-no-truth".into()),
            },
            (_, Plain::Lines) => {
                Ok(Some(Json::List(text.lines().filter(|line| !line.trim().is_empty()).map(Json::text).collect())))
            }
            ([name], Plain::Json) => own_json(name, &text).map(Some),
            (_, Plain::Text | Plain::Json | Plain::Day | Plain::List) => Ok(Some(Json::Text(text))),
        }
    }
}

fn next(place: &str) -> usize {
    place.parse::<usize>().map_or(1, |place| place + 1)
}

/// Adds a value to an object, at a path of one or two names.
fn put(fields: &mut Vec<(String, Json)>, path: &[&str], value: Json) {
    match path {
        [] => {}
        [name] => fields.push(((*name).to_owned(), value)),
        [name, rest @ ..] => {
            let within = fields.iter_mut().find_map(|(own, value)| match value {
                Json::Object(fields) if own == name => Some(fields),
                Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
            });
            if let Some(within) = within {
                put(within, rest, value);
            } else {
                let mut within = Vec::new();
                put(&mut within, rest, value);
                fields.push(((*name).to_owned(), Json::Object(within)));
            }
        }
    }
}

fn take(fields: &mut Vec<(String, Json)>, name: &str) -> Option<Json> {
    let at = fields.iter().position(|(own, _)| own == name)?;
    Some(fields.remove(at).1)
}

/// JSON of one's own, checked where it is to stand.
fn own_json(name: &str, text: &str) -> Result<Json, Phrase> {
    // What follows puts the text into a document: it must be one value.
    let value: &RawValue = serde_json::from_str(text).map_err(|_| "left-no-json")?;
    let document = format!(
        r#"{{ "klantreis": 1, "title": "x", "language": "en", "phases": [{{ "title": "x", "cells": {{ "goal": [{{ "text": "x", "{name}": {value} }}] }} }}] }}"#
    );
    let journey = json(&document).map_err(|problems| reason(problems.first()))?;
    let item = journey.phases.first().and_then(|phase| phase.cells.first()?.first()).map(|item| item.as_object(&journey));
    Ok(item.and_then(|item| item.get(name).cloned()).unwrap_or(Json::Object(Vec::new())))
}

/// A document in which an item stands alone, in a lane like its own.
fn alone(lane: &Lane, journey: &Journey, item: Json) -> Json {
    let scale = lane
        .scale
        .as_ref()
        .map(|scale| ("scale", Json::object([("min", Json::number(scale.min)), ("max", Json::number(scale.max))])));
    let kind = [("id", Json::text("l")), ("kind", Json::text(lane.kind.name()))];
    let cells = Json::object([("l", Json::List(vec![item]))]);
    Json::object([
        ("klantreis", Json::number(1.0)),
        ("title", Json::text("x")),
        ("language", Json::text(&journey.language.tag)),
        ("lanes", Json::List(vec![Json::object(kind.into_iter().chain(scale))])),
        ("phases", Json::List(vec![Json::object([("title", Json::text("x")), ("cells", cells)])])),
    ])
}

/// The item that stands alone; nothing when it was taken out.
fn document_item(document: &Json) -> Option<&Json> {
    at(document, ALONE)
}

/// Takes out of a document what the check does not let pass, leaves over the cells that it comes from, and gives the journey that
/// remains. `wholly` also takes out objects and items that lack something, with all the cells within.
///
/// # Errors
/// Problems with what comes from no cell.
pub fn mend(
    document: &mut Json,
    cells: &BTreeMap<String, At>,
    table: &Table,
    log: &mut Log,
    wholly: bool,
) -> Result<Journey, Vec<Diagnostic>> {
    let mut out: BTreeSet<&str> = BTreeSet::new();
    loop {
        let mut problems = match json(&document.document()) {
            Ok(journey) => return Ok(journey),
            Err(problems) => problems,
        };
        let before = out.len();
        for problem in &problems {
            let Some(pointer) = problem.pointer.as_deref() else { continue };
            let around = around(pointer).find_map(|pointer| cells.get_key_value(pointer));
            let within = cells.range(format!("{pointer}/")..).take_while(|(own, _)| own.starts_with(&format!("{pointer}/")));
            let (gone, found): (&str, Vec<_>) = match around {
                Some(cell) => (cell.0, vec![cell]),
                None if wholly => (pointer, within.collect()),
                None => continue,
            };
            let fresh: Vec<_> = found.into_iter().filter(|(own, _)| out.insert(own)).collect();
            if !fresh.is_empty() {
                remove(document, gone);
            }
            for (_, at) in fresh {
                log.leave(*at, say!("not-understood", why = reason(Some(problem))));
            }
        }
        if out.len() == before {
            for problem in &mut problems {
                let found = problem.pointer.as_deref().and_then(|pointer| around(pointer).find_map(|pointer| cells.get(pointer)));
                problem.cell = found.map(|at| Box::new(table.place(*at)));
                problem.span = None;
            }
            return Err(problems);
        }
    }
}

/// A pointer and those around it.
fn around(pointer: &str) -> impl Iterator<Item = &str> {
    std::iter::successors(Some(pointer), |pointer| pointer.rfind('/').map(|end| &pointer[..end]))
}

/// What is wrong, and what was meant when that is known.
fn reason(problem: Option<&Diagnostic>) -> Phrase {
    let Some(problem) = problem else { return say!("left-not-allowed") };
    match problem.help.as_deref().filter(|help| help.starts_with("did you mean")) {
        Some(help) => format!("{}, {help}", problem.message).into(),
        None => problem.message_phrase(),
    }
}

/// The value at a JSON pointer without escapes.
fn at<'a>(document: &'a Json, pointer: &str) -> Option<&'a Json> {
    pointer.split('/').skip(1).try_fold(document, |value, name| match value {
        Json::List(values) => values.get(name.parse::<usize>().ok()?),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::Object(_) => value.get(name),
    })
}

/// Takes the value at a JSON pointer without escapes out of its object or list.
fn remove(document: &mut Json, pointer: &str) {
    let mut names: Vec<_> = pointer.split('/').skip(1).collect();
    let Some(last) = names.pop() else { return };
    let mut value = document;
    for name in names {
        let found = match value {
            Json::List(values) => name.parse().ok().and_then(|index: usize| values.get_mut(index)),
            Json::Object(fields) => fields.iter_mut().find(|(own, _)| own == name).map(|(_, value)| value),
            Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
        };
        let Some(found) = found else { return };
        value = found;
    }
    match value {
        Json::Object(fields) => fields.retain(|(own, _)| own != last),
        Json::List(values) => {
            if let Some(index) = last.parse().ok().filter(|index: &usize| *index < values.len()) {
                values.remove(index);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}
