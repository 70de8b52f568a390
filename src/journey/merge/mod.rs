//! Several documents in one: six groups, a phase each, become one journey.
//!
//! - Stages, lanes, phases and personas of several documents are one when they have the same id, else when they have the same
//!   title (without regard to case, accents and white space). Lanes must also be of one kind, persona and purpose, and of one
//!   scale when both hold scores; so must lanes that are the only ones of their kind, which are one whatever they are called.
//!   Phases are also one when their titles are names for the same phase of the presets ([`aliases`](super::aliases)).
//!   Personas must begin with the same word. What is not one stays apart, and of the same ids one becomes another, with all that
//!   refers to it.
//! - Their order is that of the documents: none stands before one that some document has before it; where that leaves a choice
//!   the earlier document goes first, and where documents contradict each other the earlier one is followed.
//! - Lists are united: what is equal comes once, all else in the order of the documents. A cell holds the items of all. Items with
//!   the same id and text in the same cell are one.
//! - Of a field with different values the first stands. In a phase or lane that is the first of the documents which have
//!   something in its cells: a group's own phase is said by the group. What is set aside is remarked, and kept in the result under
//!   `x.merge.conflicts`: a list of objects with `pointer` (where it would stand in the merged journey), `value`, and `from` (the name
//!   of its document). Titles, names and language tags that differ only in case, accents or white space are the same.
//! - Where one document is of a journey as it is and another as it shall be, curves whose purpose is not told are of that state, and so
//!   stay apart.
//! - Items of a document in another language than the merged journey's keep theirs.
//!
//! The merge of one document is its normal form, and so is the merge of a document with itself.

mod fields;
mod join;
mod order;
mod plan;
mod remark;

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use self::fields::{Alike, Log, Side, Spot, called, union};
use self::join::Slot;
use self::plan::Plan;
pub use self::remark::{At, Matter, Remark};
use super::record::{Around, Record};
use super::{Journey, Json, Scale, check};
use crate::diagnostic::Diagnostic;
use crate::tongue::say;

/// A document to merge.
#[derive(Debug, Clone, Copy)]
pub struct Document<'a> {
    /// What it is called where its values are set aside.
    pub name: &'a str,
    /// The journey in it.
    pub journey: &'a Journey,
}

/// What came of a merge.
#[derive(Debug, Clone, PartialEq)]
pub struct Merged {
    /// The journey.
    pub journey: Journey,
    /// What there is to know, in the order of the merged journey.
    pub remarks: Vec<Remark>,
}

/// Why nothing came of a merge: all documents together are more than one journey may hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Refused {
    /// The merged document.
    pub text: String,
    /// What is wrong with it.
    pub problems: Vec<Diagnostic>,
}

/// Merges documents into one journey; the module says by which rules. The order of the documents counts.
///
/// # Errors
/// When the merged journey would break the rules of the format: it holds more of a thing than the [limits](super::limits)
/// allow, or there are no documents.
///
/// ```
/// use klantreis::journey::merge::{Document, merge};
///
/// let group = |phase: &str| {
///     let text = format!(r#"{{ "klantreis": 1, "title": "Thee", "language": "nl", "phases": [{{ "title": "{phase}" }}] }}"#);
///     klantreis::read::json(&text).unwrap()
/// };
/// let (one, other) = (group("Zetten"), group("Drinken"));
/// let documents = [Document { name: "1.json", journey: &one }, Document { name: "2.json", journey: &other }];
/// let merged = merge(&documents).unwrap();
/// assert_eq!(merged.journey.phases.len(), 2);
/// assert!(merged.remarks.is_empty());
/// ```
pub fn merge(documents: &[Document]) -> Result<Merged, Refused> {
    let mut log = Log::default();
    let plan = Plan::of(documents, &mut log);
    let values: Vec<_> = plan.journeys.iter().map(written).collect();
    let mut work = Work { documents, plan: &plan, values: &values, log };
    let mut fields: Vec<_> = Journey::NAMES.iter().filter_map(|name| Some(((*name).to_owned(), work.field(name)?))).collect();
    let Log { remarks, aside } = work.log;
    keep(&mut fields, aside, documents);
    let text = Json::Object(fields).document();
    let checked =
        serde_json::from_str::<&RawValue>(&text).map_or_else(|_| Err(Vec::new()), |document| check::check(&text, document));
    match checked {
        Ok(journey) => Ok(Merged { journey, remarks }),
        Err(problems) => Err(Refused { text, problems }),
    }
}

/// The journey in its normal form, but with the scale of every lane in which there are scores.
fn written(journey: &Journey) -> Json {
    let around = Around { language: journey.language.terms, stages: &journey.stages, lanes: &journey.lanes };
    let mut fields = journey.entries(&around);
    for (name, value) in &mut fields {
        let Json::List(lanes) = value else { continue };
        if name != "lanes" {
            continue;
        }
        for (index, (lane, value)) in journey.lanes.iter().zip(lanes).enumerate() {
            let Json::Object(fields) = value else { continue };
            let default = lane.scale == Some(Scale::default()) && plan::holds_scores(journey, index);
            let scale = super::record::Value::write(&Scale::default(), &around).filter(|_| default);
            fields.extend(scale.map(|scale| ("scale".to_owned(), scale)));
        }
    }
    Json::Object(fields)
}

struct Work<'a> {
    documents: &'a [Document<'a>],
    plan: &'a Plan,
    values: &'a [Json],
    log: Log,
}

impl<'a> Work<'a> {
    /// A field of the journey; `None` where no document has it.
    fn field(&mut self, name: &str) -> Option<Json> {
        let plan = self.plan;
        let parts = match name {
            "stages" => self.parts("stage", name, &plan.stages),
            "personas" => self.parts("persona", name, &plan.personas),
            "lanes" => self.parts("lane", name, &plan.lanes),
            "phases" => self.phases(),
            _ => {
                let side = |(document, value)| Side { document, pointer: String::new(), value, full: false };
                let sides: Vec<_> = self.values.iter().enumerate().map(side).filter_map(|side| side.field(name)).collect();
                let spot =
                    Spot { pointer: format!("/{name}"), owner: say!("the-part", part = "journey"), field: name.to_owned() };
                return (!sides.is_empty()).then(|| self.log.value(&spot, &sides));
            }
        };
        (!parts.is_empty()).then_some(Json::List(parts))
    }

    /// What the documents say of a part, and what to call it.
    fn members(&self, list: &str, slot: &Slot) -> Vec<Side<'a>> {
        let member = |(document, index): &(usize, usize)| {
            let Some(Json::List(parts)) = self.values[*document].get(list) else { return None };
            let full = self.plan.is_full(list, *document, *index);
            Some(Side { document: *document, pointer: format!("/{list}/{index}"), value: parts.get(*index)?, full })
        };
        slot.members.iter().filter_map(member).collect()
    }

    fn parts(&mut self, what: &str, list: &str, slots: &[Slot]) -> Vec<Json> {
        let part = |(place, slot): (usize, &Slot)| {
            let sides = self.members(list, slot);
            let owner = sides.first().map_or_else(|| say!("the-part", part = what), |side| called(what, side.value));
            self.log.object(&Spot::of(format!("/{list}/{place}"), owner), &sides)
        };
        slots.iter().enumerate().map(part).collect()
    }

    fn phases(&mut self) -> Vec<Json> {
        let places: BTreeMap<_, _> = self.plan.phases.iter().enumerate().map(|(place, slot)| (slot.id.as_str(), place)).collect();
        let mut phases = Vec::new();
        for (place, slot) in self.plan.phases.iter().enumerate() {
            let sides = self.members("phases", slot);
            let Some(first) = sides.first() else { continue };
            let owner = called("phase", first.value);
            let bare: Vec<_> = sides.iter().map(|side| without_cells(side.value)).collect();
            let bare: Vec<_> = sides.iter().zip(&bare).map(|(side, value)| Side { value, ..side.clone() }).collect();
            let spot = Spot::of(format!("/phases/{place}"), owner.clone());
            let Json::Object(mut fields) = self.log.object(&spot, &bare) else { continue };
            let cells: Vec<_> = self
                .plan
                .lanes
                .iter()
                .filter_map(|lane| Some((lane.id.clone(), self.cell(place, slot, lane, &places)?)))
                .collect();
            fields.push(("cells".to_owned(), Json::Object(cells)));
            phases.push(Json::Object(fields));
        }
        phases
    }

    /// The items of a cell; `None` where no document has one.
    fn cell(&mut self, place: usize, phase: &Slot, lane: &Slot, places: &BTreeMap<&str, usize>) -> Option<Json> {
        let mut sides = Vec::new();
        for (document, phase) in &phase.members {
            let Some((_, row)) = lane.members.iter().find(|(of, _)| of == document) else { continue };
            let journey = self.documents[*document].journey;
            let Some(Json::List(phases)) = self.values[*document].get("phases") else { continue };
            let value = phases.get(*phase)?.get("cells").and_then(|cells| cells.get(&lane.id));
            let pointer = journey.pointer_to_cell(*phase, *row);
            sides.extend(value.map(|value| Side { document: *document, pointer, value, full: true }));
        }
        let groups = union(&sides, Alike::Items);
        self.remark_shared(phase, lane, &groups);
        let spot = Spot::of(format!("/phases/{place}/cells/{}", super::raw::escape(&lane.id)), say!("the-part", part = "item"));
        let mut items = Vec::new();
        for (index, group) in groups.iter().enumerate() {
            let mut item = self.log.element(&spot, index, group);
            self.log.end_in_time(&mut item, &format!("{}/{index}", spot.pointer), &group[0], |id| {
                places.get(id).is_none_or(|end| *end >= place)
            });
            items.push(item);
        }
        (!items.is_empty()).then_some(Json::List(items))
    }

    /// Remarks a cell to which a document adds items beside those of another.
    fn remark_shared(&mut self, phase: &Slot, lane: &Slot, groups: &[Vec<Side>]) {
        let Some(first) = groups.first().map(|group| &group[0]) else { return };
        let Some(other) = groups.iter().map(|group| &group[0]).find(|item| item.document != first.document) else { return };
        let journey = self.documents[first.document].journey;
        let title = |slot: &Slot| slot.members.iter().find(|(document, _)| *document == first.document).map(|(_, index)| *index);
        let (Some(phase), Some(lane)) = (title(phase), title(lane)) else { return };
        let (phase, lane) = (check::quote(&journey.phases[phase].title), check::quote(&journey.lanes[lane].title));
        let matter = Matter::Shared { phase, lane };
        self.log.remarks.push(Remark { matter, here: other.at(), there: Some(first.at()), more: 0 });
    }
}

impl Log {
    /// Takes away the end of an item that would come before its beginning.
    fn end_in_time(&mut self, item: &mut Json, pointer: &str, side: &Side, in_time: impl Fn(&str) -> bool) {
        let Json::Object(fields) = item else { return };
        let Some(index) =
            fields.iter().position(|(name, until)| name == "until" && matches!(until, Json::Text(id) if !in_time(id)))
        else {
            return;
        };
        let (_, until) = fields.remove(index);
        let Json::Text(id) = &until else { return };
        let here = At { document: side.document, pointer: format!("{}/until", side.pointer) };
        self.remarks.push(Remark { matter: Matter::EndsBefore { until: id.clone() }, here, there: None, more: 0 });
        self.aside.push((format!("{pointer}/until"), until, side.document));
    }
}

fn without_cells(phase: &Json) -> Json {
    match phase {
        Json::Object(fields) => Json::Object(fields.iter().filter(|(name, _)| name != "cells").cloned().collect()),
        other => other.clone(),
    }
}

/// Writes what was set aside under `x.merge.conflicts`, after what earlier merges set aside.
fn keep(fields: &mut Vec<(String, Json)>, aside: Vec<(String, Json, usize)>, documents: &[Document]) {
    if aside.is_empty() {
        return;
    }
    let new = aside.into_iter().map(|(pointer, value, document)| {
        let name = Json::text(documents[document].name);
        Json::object([("from", name), ("pointer", Json::Text(pointer)), ("value", value)])
    });
    let merge = entry(entry_of_fields(fields, "x"), "merge");
    match entry(merge, "conflicts") {
        Json::List(old) => old.extend(new),
        other => *other = Json::List(new.collect()),
    }
}

/// A field of an object, which is made when it is not there. What was no object is kept in one, as `value`.
fn entry<'j>(object: &'j mut Json, name: &str) -> &'j mut Json {
    if !matches!(object, Json::Object(_)) {
        let old = std::mem::replace(object, Json::Object(Vec::new()));
        if let (Json::Object(fields), true) = (&mut *object, old != Json::Null) {
            fields.push(("value".to_owned(), old));
        }
    }
    match object {
        Json::Object(fields) => entry_of_fields(fields, name),
        other => other,
    }
}

fn entry_of_fields<'j>(fields: &'j mut Vec<(String, Json)>, name: &str) -> &'j mut Json {
    let index = fields.iter().position(|(own, _)| own == name).unwrap_or_else(|| {
        fields.push((name.to_owned(), Json::Null));
        fields.len() - 1
    });
    &mut fields[index].1
}
