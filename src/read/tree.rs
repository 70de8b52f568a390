//! Journeys as trees of other makers, in JSON or YAML: a list of phases, each with what its fields say, laid out as the matrix that a person
//! would have made of it.
//!
//! ```text
//! { "name": "Bike", "stages": [              Title  Bike
//!   { "name": "Search",
//!     "actions": ["Looks", "Asks"],   ──▶    Phase    Search          Buy
//!     "emotion": 2 },                        Actions  • Looks • Asks  Pays
//!   { "name": "Buy", "actions": ["Pays"] }]} Emotion  2
//! ```
//!
//! What else is in the tree stands above the matrix, as a label and a value, and is read or left over as that is. What lists elsewhere say of a
//! phase by its id or name stands below it. Ids say nothing themselves and are passed over.

mod contacts;
mod lay;
mod names;

use std::collections::BTreeMap;

use super::book::Book;
use super::import;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::aliases::near_lane;
use crate::journey::{Json, LaneKind, limits};
use crate::tongue::say;
use contacts::Contacts;
use lay::{Person, Sheet};
use names::{Known, humanized, is_id, is_of_lanes, is_of_phases, title_of, title_of_phase};

/// The matrix of a tree.
///
/// # Errors
/// When nothing in it is a list of phases.
pub(super) fn book(tree: &Json) -> Result<Book, Diagnostic> {
    let Some(phases) = find(tree) else {
        return Err(Diagnostic::new(Code::NoMatrix, say!("no-tree")).help(say!("no-tree-help")));
    };
    let mut matrix = Matrix {
        known: Known::of(tree),
        names: phases.names(),
        ids: phases.ids(),
        lanes: Vec::new(),
        by_title: BTreeMap::new(),
        facts: Vec::new(),
        people: Vec::new(),
    };
    for (index, phase) in phases.values.iter().enumerate() {
        let path = format!("{}[{index}]", phases.path);
        for (key, value) in fields(phase) {
            let path = format!("{path}.{key}");
            match names::lanes(key, value) {
                _ if is_id(key) || is_name(phase, key) => {}
                Some(lanes) => lanes.into_iter().for_each(|lane| matrix.lane(&lane, index, &path)),
                None => matrix.collect(key, value, index, &path, 0),
            }
        }
    }
    matrix.elsewhere("", tree, "", &phases, 0);
    matrix.book()
}

/// Whether a tree is a journey of other makers: its phases say something by lanes that are known, and none as this program writes it.
pub(super) fn is_of_others(tree: &Json) -> bool {
    let Some(phases) = find(tree) else { return false };
    let lane = |(key, value): (&str, &Json)| near_lane(&humanized(key)).is_some() || names::lanes(key, value).is_some();
    let ours = phases.values.iter().any(|phase| fields(phase).any(|(key, _)| key == "cells"));
    !ours && phases.values.iter().any(|phase| fields(phase).any(lane))
}

/// The key of the name that an object has.
pub(super) fn name_of(value: &Json) -> Option<String> {
    title_of(value).map(|(key, _)| key)
}

/// Levels of a tree below which nothing is looked for: a document has no more.
const DEEPEST: usize = 64;

/// The phases of a tree.
struct Phases<'j> {
    path: String,
    names: Vec<String>,
    values: Vec<&'j Json>,
    /// The list itself, by its address, so that it is not read again.
    list: *const Json,
}

impl Phases<'_> {
    fn names(&self) -> Vec<String> {
        self.names.clone()
    }

    /// By what other parts of the tree may call each phase.
    fn ids(&self) -> BTreeMap<String, usize> {
        let own = (0..).zip(&self.names).map(|(index, name)| (name.to_lowercase(), index));
        let ids = (0..).zip(&self.values).flat_map(|(index, phase)| {
            let ids =
                fields(phase).filter(|(key, _)| *key == "id" || *key == "key" || *key == "slug").filter_map(|(_, id)| scalar(id));
            ids.map(move |id| (id.to_lowercase(), index))
        });
        own.chain(ids).collect()
    }
}

/// Whether a field of a phase is its name.
fn is_name(phase: &Json, key: &str) -> bool {
    title_of_phase(phase).is_some_and(|(name, _)| name == key)
}

/// The first list of phases, from the top: one that is called so, else one whose entries have names and lanes that are known.
fn find(tree: &Json) -> Option<Phases<'_>> {
    let mut level: Vec<(String, &str, &Json)> = vec![(String::new(), "", tree)];
    let mut likely = None;
    for _ in 0..DEEPEST {
        for (path, key, value) in &level {
            let found = phases(path, value).or_else(|| counted(path, value).filter(|_| is_of_phases(key)));
            match found {
                Some(found) if is_of_phases(key) => return Some(found),
                Some(found) if likely.is_none() && has_lanes(value) => likely = Some(found),
                Some(_) | None => {}
            }
        }
        level = level.iter().flat_map(|(path, _, value)| children(path, value)).collect();
        if level.is_empty() {
            break;
        }
    }
    likely
}

/// What is in a value, each with its path and the key that it stands under.
fn children<'j>(path: &str, value: &'j Json) -> Vec<(String, &'j str, &'j Json)> {
    match value {
        Json::Object(fields) => {
            let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
            fields.iter().map(|(key, value)| (join(key), key.as_str(), value)).collect()
        }
        Json::List(values) => {
            (0..).zip(values).map(|(index, value): (usize, _)| (format!("{path}[{index}]"), "", value)).collect()
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => Vec::new(),
    }
}

/// The phases that a value holds, when each of its entries has a name: a list of objects or of texts, or objects by their names.
fn phases<'j>(path: &str, value: &'j Json) -> Option<Phases<'j>> {
    let (names, values): (Vec<String>, Vec<&Json>) = match value {
        Json::List(values) => {
            let name = |value: &'j Json| Some((title_of_phase(value).map(|(_, name)| name).or_else(|| scalar(value))?, value));
            values.iter().map(name).collect::<Option<Vec<_>>>()?.into_iter().unzip()
        }
        Json::Object(fields) => {
            let named = |(key, value): &'j (String, Json)| {
                let name = title_of_phase(value).map_or_else(|| humanized(key), |(_, name)| name);
                matches!(value, Json::Object(_)).then_some((name, value))
            };
            fields.iter().map(named).collect::<Option<Vec<_>>>()?.into_iter().unzip()
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => return None,
    };
    (!names.is_empty()).then(|| Phases { path: path.to_owned(), names, values, list: std::ptr::from_ref(value) })
}

/// The phases of a list without names, by their numbers.
fn counted<'j>(path: &str, value: &'j Json) -> Option<Phases<'j>> {
    let Json::List(values) = value else { return None };
    let names = (1..=values.len()).map(|number| format!("Phase {number}")).collect();
    let list = std::ptr::from_ref(value);
    has_lanes(value).then(|| Phases { path: path.to_owned(), names, values: values.iter().collect(), list })
}

/// Whether the entries of a list have lanes that are known.
fn has_lanes(value: &Json) -> bool {
    let Json::List(values) = value else { return false };
    let lanes = |value: &Json| fields(value).filter(|(key, _)| near_lane(&humanized(key)).is_some()).count();
    values.len() > 1 && values.iter().all(|value| lanes(value) > 1)
}

fn fields(value: &Json) -> impl Iterator<Item = (&str, &Json)> {
    let fields = if let Json::Object(fields) = value { fields.as_slice() } else { &[] };
    fields.iter().map(|(key, value)| (key.as_str(), value))
}

/// A text, number or the like, in one text; nothing where there is none.
fn scalar(value: &Json) -> Option<String> {
    match value {
        Json::Text(text) => (!text.trim().is_empty()).then(|| text.clone()),
        Json::Number(number) => Some(number.clone()),
        Json::Bool(is) => Some(is.to_string()),
        Json::Null | Json::List(_) | Json::Object(_) => None,
    }
}

/// A lane as it is gathered: what each phase has in it, with where that stands.
struct Lane {
    title: String,
    cells: Vec<Vec<(String, String)>>,
}

/// The matrix as it grows.
struct Matrix {
    known: Known,
    names: Vec<String>,
    ids: BTreeMap<String, usize>,
    lanes: Vec<Lane>,
    /// Their indices by their titles.
    by_title: BTreeMap<String, usize>,
    /// Labels and values, each with its path.
    facts: Vec<(String, String, String)>,
    /// Those of whom more than the name is said.
    people: Vec<Person>,
}

impl Matrix {
    /// Adds a text to the lane of a key.
    fn say(&mut self, key: &str, text: String, phase: usize, path: &str) {
        // A number is an id only where the key says so.
        let refers = names::is_reference(key) || text.trim().parse::<f64>().is_err();
        let (title, text) = (humanized(key), self.known.name(&text).filter(|_| refers).unwrap_or(text));
        let index = *self.by_title.entry(title).or_insert_with_key(|title| {
            self.lanes.push(Lane { title: title.clone(), cells: self.names.iter().map(|_| Vec::new()).collect() });
            self.lanes.len() - 1
        });
        if let Some(cell) = self.lanes.get_mut(index).and_then(|lane| lane.cells.get_mut(phase)) {
            cell.push((text, path.to_owned()));
        }
    }

    /// Adds all that a value says of a phase. An object with a name is an item, and its other fields are lanes; one without is a level that says
    /// nothing. Of a score and a comment beside it comes one item.
    fn collect(&mut self, key: &str, value: &Json, phase: usize, path: &str, depth: usize) {
        if depth > DEEPEST {
            return;
        }
        match value {
            Json::Null => {}
            Json::Bool(_) | Json::Number(_) | Json::Text(_) => {
                if let Some(text) = scalar(value) {
                    self.say(key, text, phase, path);
                }
            }
            Json::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.collect(key, value, phase, &format!("{path}[{index}]"), depth + 1);
                }
            }
            Json::Object(_) => {
                let scored = names::scored(value);
                let title = title_of(value);
                if let Some((_, text)) = &scored {
                    self.say(key, text.clone(), phase, path);
                } else if let Some((_, name)) = &title {
                    self.say(key, name.clone(), phase, path);
                }
                let told = |field: &str| match (&scored, &title) {
                    (Some((keys, _)), _) => keys.iter().any(|own| own == field),
                    (None, Some((own, _))) => own == field,
                    (None, None) => false,
                };
                for (field, value) in fields(value).filter(|(field, _)| !is_id(field) && !told(field)) {
                    self.collect(field, value, phase, &format!("{path}.{field}"), depth + 1);
                }
            }
        }
    }

    /// Adds a lane that stands in a phase, with what it holds there: a score, or what stands under a word for contents. Its other fields are
    /// lanes, as those of an item are.
    fn lane(&mut self, lane: &names::LaneOfPhase, phase: usize, path: &str) {
        let path = format!("{path}[{}]", lane.index);
        let rest = fields(lane.value).filter(|(field, _)| *field != lane.key && !is_id(field));
        let rest: Vec<(String, Json)> = rest.map(|(field, value)| (field.to_owned(), value.clone())).collect();
        let scored = names::scored(&Json::Object(rest.clone()));
        if let Some((_, text)) = &scored {
            self.say(&lane.name, text.clone(), phase, &path);
        }
        let told = |field: &str| scored.as_ref().is_some_and(|(keys, _)| keys.iter().any(|own| own == field));
        for (field, value) in rest.iter().filter(|(field, _)| !told(field)) {
            let path = format!("{path}.{field}");
            // What kind of lane it is, its name says.
            if !(is_of_lanes(field) && scalar(value).is_some()) {
                if names::is_of_contents(field) {
                    self.content(&lane.name, value, phase, &path, 1);
                } else {
                    self.collect(field, value, phase, &path, 1);
                }
            }
        }
    }

    /// Adds what a lane in a phase holds: of things without a name what stands under a word for contents.
    fn content(&mut self, lane: &str, value: &Json, phase: usize, path: &str, depth: usize) {
        match value {
            Json::List(values) if depth <= DEEPEST => {
                for (index, value) in values.iter().enumerate() {
                    self.content(lane, value, phase, &format!("{path}[{index}]"), depth + 1);
                }
            }
            Json::Object(_) if depth <= DEEPEST && title_of(value).is_none() && names::scored(value).is_none() => {
                for (field, value) in fields(value).filter(|(field, _)| !is_id(field)) {
                    let path = format!("{path}.{field}");
                    if names::is_of_contents(field) {
                        self.content(lane, value, phase, &path, depth + 1);
                    } else {
                        self.collect(field, value, phase, &path, depth + 1);
                    }
                }
            }
            _ => self.collect(lane, value, phase, path, depth),
        }
    }

    /// Adds what stands outside of the phases: of a phase by its id, one for each phase, or about the journey.
    fn elsewhere(&mut self, key: &str, value: &Json, path: &str, phases: &Phases, depth: usize) {
        if std::ptr::eq(value, phases.list) || depth > DEEPEST {
            return;
        }
        if self.is_row(key, value) {
            let Json::List(values) = value else { return };
            for (index, value) in values.iter().enumerate() {
                self.collect(key, value, index, &format!("{path}[{index}]"), depth + 1);
            }
            return;
        }
        if let Some(cells) = self.by_phase(value) {
            for (phase, value) in cells {
                self.collect(key, value, phase, path, depth + 1);
            }
            return;
        }
        if let Some((field, phase)) = self.phase_of(value) {
            let lane = self.lane_of(value);
            let own = lane.as_ref().map_or(key, |(_, lane)| lane.as_str()).to_owned();
            let rest = fields(value).filter(|(name, _)| *name != field && lane.as_ref().is_none_or(|(used, _)| used != name));
            let rest = Json::Object(rest.map(|(name, value)| (name.to_owned(), value.clone())).collect());
            self.collect(&own, &rest, phase, path, depth + 1);
            return;
        }
        if let Some(person) = self.person(key, value, path) {
            self.people.push(person);
            return;
        }
        match value {
            Json::Null => {}
            Json::Bool(_) | Json::Number(_) | Json::Text(_) => {
                if let Some(text) = scalar(value).filter(|_| !is_id(key)) {
                    self.facts.push((humanized(key), text, path.to_owned()));
                }
            }
            Json::List(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.elsewhere(key, value, &format!("{path}[{index}]"), phases, depth + 1);
                }
            }
            Json::Object(_) => {
                let title = title_of(value);
                let holds = |value: &Json| std::ptr::eq(value, phases.list);
                let around = depth == 0 || fields(value).any(|(_, value)| holds(value));
                // A row of a table has its name beside its cells, and nothing else.
                let is_name = |field: &str| title.as_ref().is_some_and(|(own, _)| own == field);
                let mut cells = fields(value).filter(|(field, _)| !is_id(field) && !is_name(field)).peekable();
                let rows = title.is_some() && !around && cells.peek().is_some() && cells.all(|(_, value)| is_row_of(self, value));
                for (field, value) in fields(value) {
                    let path = if path.is_empty() { field.to_owned() } else { format!("{path}.{field}") };
                    match &title {
                        Some((own, name)) if own == field && around => self.facts.push(("Title".to_owned(), name.clone(), path)),
                        Some((own, _)) if own == field && rows => {}
                        Some((own, _)) if own == field => self.elsewhere(key, value, &path, phases, depth + 1),
                        Some((_, name)) if rows => self.row(name, value, &path, depth),
                        Some(_) | None => self.elsewhere(field, value, &path, phases, depth + 1),
                    }
                }
            }
        }
    }

    /// What is said of a person under a key for personas, where that is more than the name, or is for one before.
    fn person(&self, key: &str, value: &Json, path: &str) -> Option<Person> {
        let label = humanized(key);
        let (own, name) = title_of(value).filter(|_| import::is_of_personas(&label) && self.people.len() < limits::PERSONAS)?;
        let mut person = vec![("Persona".to_owned(), name, format!("{path}.{own}"))];
        for (field, value) in fields(value).filter(|(field, _)| *field != own && !is_id(field)) {
            said(&humanized(field), value, &format!("{path}.{field}"), 0, &mut person);
        }
        // Those behind one of whom more is said stand with that one, in their order.
        (person.len() > 1 || !self.people.is_empty()).then_some(person)
    }

    /// Adds the cells of a lane that has its name beside them.
    fn row(&mut self, name: &str, value: &Json, path: &str, depth: usize) {
        let cells: Vec<(usize, &Json)> = match value {
            Json::List(values) => (0..).zip(values).collect(),
            _ => self.by_phase(value).unwrap_or_default(),
        };
        for (phase, value) in cells {
            self.collect(name, value, phase, path, depth + 1);
        }
    }

    /// Whether a list has as many texts as there are phases, and stands under a name.
    fn is_row(&self, key: &str, value: &Json) -> bool {
        let kind = near_lane(&humanized(key)).filter(|_| self.is_cells(value));
        // Who is in a team, or what is used, is counted with the phases by chance alone.
        kind.is_some_and(|kind| !matches!(kind, LaneKind::Backstage | LaneKind::Text) || holds_sentences(value))
    }

    fn is_cells(&self, value: &Json) -> bool {
        let Json::List(values) = value else { return false };
        let plain =
            |value: &Json| !matches!(value, Json::Object(_)) || self.phase_of(value).is_none() && title_of(value).is_none();
        values.len() == self.names.len() && values.len() > 1 && values.iter().all(plain)
    }

    /// The values of an object whose keys are phases.
    fn by_phase<'j>(&self, value: &'j Json) -> Option<Vec<(usize, &'j Json)>> {
        let Json::Object(fields) = value else { return None };
        let phase = |key: &str| self.ids.get(&key.to_lowercase()).copied();
        let cells: Option<Vec<_>> = fields.iter().map(|(key, value)| Some((phase(key)?, value))).collect();
        cells.filter(|cells| !cells.is_empty())
    }

    /// The phase that an object says it belongs to, and the field in which it does.
    fn phase_of(&self, value: &Json) -> Option<(String, usize)> {
        let of = |(key, value): (&str, &Json)| {
            let id = scalar(value).filter(|_| is_of_phases(key))?;
            Some((key.to_owned(), self.ids.get(&id.to_lowercase()).copied()?))
        };
        fields(value).find_map(of)
    }

    /// The lane that an object says it belongs to, and the field in which it does.
    fn lane_of(&self, value: &Json) -> Option<(String, String)> {
        let of = |(key, value): (&str, &Json)| {
            let text = scalar(value).filter(|_| is_of_lanes(key))?;
            let name = self.known.name(&text).or_else(|| near_lane(&humanized(&text)).map(|_| text.clone()))?;
            Some((key.to_owned(), name))
        };
        fields(value).find_map(of)
    }

    /// The one sheet of it.
    fn book(self) -> Result<Book, Diagnostic> {
        let mut sheet = Sheet::default();
        for (label, value, path) in &self.facts {
            sheet.fact(label, value, path)?;
        }
        let contacts = Contacts::of(&self.lanes);
        let widths: Vec<usize> = (0..self.names.len()).map(|phase| contacts.width(phase)).collect();
        sheet.head(&self.names, &widths)?;
        for (index, lane) in self.lanes.iter().enumerate() {
            match contacts.columns(index, lane) {
                Some(cells) => sheet.lane(&lane.title, &cells, None)?,
                None => sheet.lane(&lane.title, &lane.cells, Some(&widths))?,
            }
        }
        sheet.book(self.people)
    }
}

/// Adds what a value says of a person: each text by itself, under the nearest key.
fn said(label: &str, value: &Json, path: &str, depth: usize, person: &mut Person) {
    match value {
        _ if depth > DEEPEST => {}
        Json::List(values) => {
            for (index, value) in values.iter().enumerate() {
                said(label, value, &format!("{path}[{index}]"), depth + 1, person);
            }
        }
        Json::Object(fields) => {
            for (key, value) in fields {
                said(&humanized(key), value, &format!("{path}.{key}"), depth + 1, person);
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {
            person.extend(scalar(value).map(|text| (label.to_owned(), text, path.to_owned())));
        }
    }
}

/// Whether most entries of a list are texts of several words, and no names of people or things.
fn holds_sentences(value: &Json) -> bool {
    const WORDS: usize = 3;
    let Json::List(values) = value else { return false };
    let told = |value: &&Json| match value {
        Json::Text(text) => text.split_whitespace().count() >= WORDS,
        Json::List(_) | Json::Object(_) => true,
        Json::Null | Json::Bool(_) | Json::Number(_) => false,
    };
    values.iter().filter(told).count() * 2 > values.len()
}

/// Whether a value holds a cell for each phase.
fn is_row_of(matrix: &Matrix, value: &Json) -> bool {
    matrix.is_cells(value) || matrix.by_phase(value).is_some()
}
