//! What changed from one journey to another.
//!
//! - Stages, lanes, phases and personas are the same when they have the same id, else the same title (without regard to case,
//!   accents and white space); else, of lanes, when they are of one kind, and of the others when titles or contents are alike.
//! - Items are the same when they have the same id; else, in one cell, when they say the same, have the same text, or texts that are
//!   alike; else, in different cells, when they say the same or have the same text.
//! - Everything else is compared field by field in the normal form, so that no field can be forgotten and no shorthand is
//!   taken for a difference.
//!
//! The way back finds the same as the way there: what was added is removed, and old and new are exchanged.

mod cells;
mod change;
mod compare;
mod pair;

use self::cells::Grid;
pub use self::change::{Change, ChangeKind, Part, Side};
use self::compare::{Found, Place, Value};
use self::pair::{Pairs, moved};
use super::identity::{Renames, fold};
use super::record::Around;
use super::record::Value as _;
use super::{Journey, Json};

/// What begins the ids of parts that the first journey does not have: no id holds control characters.
const NEW: char = '\u{1}';

/// What changed, and which phases and lanes are the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The changes in the order of the normal form: the journey, its personas, stages, lanes and phases, then the items phase by
    /// phase and lane by lane.
    pub changes: Vec<Change>,
    /// For each phase of the first journey, its index in the second.
    pub phases: Vec<Option<usize>>,
    /// For each lane of the first journey, its index in the second.
    pub lanes: Vec<Option<usize>>,
}

impl Difference {
    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }
}

/// Everything that changed from one journey to another; the module says by which rules.
///
/// ```
/// use klantreis::journey::diff::{ChangeKind, diff};
///
/// let journey = |goal: &str| {
///     let text = format!(
///         r#"{{ "klantreis": 1, "title": "Thee", "language": "nl", "phases": [{{ "title": "Zetten", "cells": {{ "goal": {goal} }} }}] }}"#
///     );
///     klantreis::read::json(&text).unwrap()
/// };
/// assert!(diff(&journey(r#""Warm worden""#), &journey(r#"[{ "text": "Warm worden" }]"#)).is_empty());
/// let changed = diff(&journey(r#""Warm worden""#), &journey(r#""Weer warm worden""#));
/// assert_eq!(changed.changes[0].kind, ChangeKind::Reworded);
/// ```
#[must_use]
pub fn diff(before: &Journey, after: &Journey) -> Difference {
    let parts = Parts::of(before, after);
    let mut names = parts.names(before, after);
    let (was, is) = (written(before), written(after));
    let common = renamed(after, &names);
    let grid = Grid::of((before, Value { own: &was, common: &was }), (after, Value { own: &is, common: &common }), &parts);
    names.places.extend(grid.names(before, after));
    let common = renamed(after, &names);
    let (was, is) = (Value { own: &was, common: &was }, Value { own: &is, common: &common });

    let mut found = Found::default();
    let place = |journey: &Journey| Place { pointer: String::new(), name: journey.title.clone(), phase: None, lane: None };
    let but = ["personas", "stages", "lanes", "phases"];
    found.objects(Part::Journey, "", (was, &place(before)), (is, &place(after)), &but);
    let lists = [
        (Part::Persona, "personas", &parts.personas),
        (Part::Stage, "stages", &parts.stages),
        (Part::Lane, "lanes", &parts.lanes),
        (Part::Phase, "phases", &parts.phases),
    ];
    for (part, list, pairs) in lists {
        found.parts(part, &placed(part, list, (before, was)), &placed(part, list, (after, is)), pairs);
    }
    grid.compare((before, was), (after, is), &mut found);
    let indices = |pairs: &Pairs, count: usize| (0..count).map(|index| pairs.after(index)).collect();
    let phases = indices(&parts.phases, before.phases.len());
    Difference { changes: found.0, phases, lanes: indices(&parts.lanes, before.lanes.len()) }
}

/// The journey in its normal form.
fn written(journey: &Journey) -> Json {
    let around = Around { language: journey.language.terms, stages: &journey.stages, lanes: &journey.lanes };
    journey.write(&around).unwrap_or(Json::Null)
}

/// The journey in its normal form, with other ids.
fn renamed(journey: &Journey, names: &Renames) -> Json {
    let mut journey = journey.clone();
    names.apply(&mut journey);
    written(&journey)
}

/// The parts of a list, each with its place.
fn placed<'a>(part: Part, list: &str, (journey, value): (&Journey, Value<'a>)) -> Vec<(Value<'a>, Place)> {
    let values = value.field(list).map(Value::elements).unwrap_or_default();
    values.into_iter().enumerate().map(|(index, value)| (value, place_of(part, list, journey, index))).collect()
}

fn place_of(part: Part, list: &str, journey: &Journey, index: usize) -> Place {
    let name = match part {
        Part::Persona => &journey.personas[index].name,
        Part::Stage => &journey.stages[index].title,
        Part::Lane => &journey.lanes[index].title,
        Part::Phase => &journey.phases[index].title,
        Part::Journey | Part::Item => &journey.title,
    };
    let of = |wanted: Part| (part == wanted).then_some(index);
    Place { pointer: format!("/{list}/{index}"), name: name.clone(), phase: of(Part::Phase), lane: of(Part::Lane) }
}

impl Found {
    /// Compares the parts of a list that have ids.
    fn parts(&mut self, part: Part, ones: &[(Value, Place)], others: &[(Value, Place)], pairs: &Pairs) {
        let lines = |side: &[(Value, Place)]| side.iter().map(|(value, _)| value.own.line()).collect::<Vec<_>>();
        let moved = moved(&pairs.all(), lines(ones) > lines(others));
        let whole = |(value, place): &(Value, Place)| Some(place.clone().side(Some(without_cells(value.own))));
        for (index, one) in ones.iter().enumerate() {
            let Some(partner) = pairs.after(index) else {
                self.push(ChangeKind::Removed, part, None, whole(one), None);
                continue;
            };
            let other = &others[partner];
            if moved.contains(&(index, partner)) {
                self.push(ChangeKind::Moved, part, None, Some(one.1.clone().side(None)), Some(other.1.clone().side(None)));
            }
            self.ids(part, (one.0, &one.1), (other.0, &other.1));
            self.objects(part, "", (one.0, &one.1), (other.0, &other.1), &["id", "cells"]);
        }
        for other in others.iter().enumerate().filter(|(index, _)| pairs.before(*index).is_none()).map(|(_, other)| other) {
            self.push(ChangeKind::Added, part, None, None, whole(other));
        }
    }
}

fn without_cells(part: &Json) -> Json {
    match part {
        Json::Object(fields) => Json::Object(fields.iter().filter(|(name, _)| name != "cells").cloned().collect()),
        other => other.clone(),
    }
}

/// The parts with ids that are the same before and after.
struct Parts {
    personas: Pairs,
    stages: Pairs,
    lanes: Pairs,
    phases: Pairs,
}

impl Parts {
    fn of(before: &Journey, after: &Journey) -> Self {
        let personas =
            |journey: &Journey| journey.personas.iter().map(|part| (part.id.to_string(), part.name.clone())).collect::<Vec<_>>();
        let stages =
            |journey: &Journey| journey.stages.iter().map(|part| (part.id.to_string(), part.title.clone())).collect::<Vec<_>>();
        let lanes =
            |journey: &Journey| journey.lanes.iter().map(|part| (part.id.to_string(), part.title.clone())).collect::<Vec<_>>();
        let phases =
            |journey: &Journey| journey.phases.iter().map(|part| (part.id.to_string(), part.title.clone())).collect::<Vec<_>>();
        let mut pairs = Self {
            personas: named(&personas(before), &personas(after)),
            stages: named(&stages(before), &stages(after)),
            lanes: named(&lanes(before), &lanes(after)),
            phases: named(&phases(before), &phases(after)),
        };
        let count = |before: usize, after: usize| ((0..before).collect::<Vec<_>>(), (0..after).collect::<Vec<_>>());
        let (ones, others) = count(before.lanes.len(), after.lanes.len());
        pairs.lanes.by_key((&ones, &others), |a| Some(before.lanes[a].kind), |b| Some(after.lanes[b].kind));
        let (ones, others) = count(before.phases.len(), after.phases.len());
        pairs.phases.by_likeness((&ones, &others), |a| &before.phases[a].title, |b| &after.phases[b].title);
        let contents = |journey: &Journey| journey.phases.iter().map(says).collect::<Vec<_>>();
        let (said, says) = (contents(before), contents(after));
        pairs.phases.by_likeness((&ones, &others), |a| &said[a], |b| &says[b]);
        let (ones, others) = count(before.stages.len(), after.stages.len());
        pairs.stages.by_likeness((&ones, &others), |a| &before.stages[a].title, |b| &after.stages[b].title);
        let (ones, others) = count(before.personas.len(), after.personas.len());
        pairs.personas.by_likeness((&ones, &others), |a| &before.personas[a].name, |b| &after.personas[b].name);
        pairs
    }

    /// The ids by which the parts of the second journey are known in the first. What is new has one that no other has.
    fn names(&self, before: &Journey, after: &Journey) -> Renames {
        let names = |pairs: &Pairs, old: &dyn Fn(usize) -> String, new: Vec<String>| {
            let name = |(index, id): (usize, String)| {
                let known = pairs.before(index).map_or_else(|| format!("{NEW}{id}"), old);
                (id, known)
            };
            new.into_iter().enumerate().map(name).collect()
        };
        let ids = |ids: &mut dyn Iterator<Item = &super::Id>| ids.map(ToString::to_string).collect::<Vec<_>>();
        Renames {
            personas: names(
                &self.personas,
                &|index| before.personas[index].id.to_string(),
                ids(&mut after.personas.iter().map(|part| &part.id)),
            ),
            stages: names(
                &self.stages,
                &|index| before.stages[index].id.to_string(),
                ids(&mut after.stages.iter().map(|part| &part.id)),
            ),
            lanes: names(
                &self.lanes,
                &|index| before.lanes[index].id.to_string(),
                ids(&mut after.lanes.iter().map(|part| &part.id)),
            ),
            places: names(
                &self.phases,
                &|index| before.phases[index].id.to_string(),
                ids(&mut after.phases.iter().map(|part| &part.id)),
            ),
        }
    }
}

/// Pairs parts by their ids, then by their titles.
fn named(before: &[(String, String)], after: &[(String, String)]) -> Pairs {
    let (ones, others): (Vec<_>, Vec<_>) = ((0..before.len()).collect(), (0..after.len()).collect());
    let mut pairs = Pairs::of(before.len(), after.len());
    let all = (ones.as_slice(), others.as_slice());
    pairs.by_key(all, |a| Some(&before[a].0), |b| Some(&after[b].0));
    pairs.by_key(all, |a| Some(fold(&before[a].1)), |b| Some(fold(&after[b].1)));
    pairs
}

/// What the items of a phase say.
fn says(phase: &super::Phase) -> String {
    phase.cells.iter().flatten().filter_map(|item| item.text.as_deref()).collect::<Vec<_>>().join("\n")
}
