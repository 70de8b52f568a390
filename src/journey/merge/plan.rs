//! The frame of the merged journey: its parts in their order, and the documents with ids that mean the same in all of them.

use std::collections::{BTreeMap, BTreeSet};

use super::super::check::quote;
use super::super::identity::{Renames, fold, free};
use super::super::{Journey, LaneKind, Purpose, State, TermLanguage};
use super::Document;
use super::fields::Log;
use super::join::{Entry, Slot, join};
use super::order::order;
use super::remark::{At, Matter, Remark};

/// The parts of the merged journey, each list in its order, and the documents in the ids of the merged journey.
pub(super) struct Plan {
    pub stages: Vec<Slot>,
    pub personas: Vec<Slot>,
    pub lanes: Vec<Slot>,
    pub phases: Vec<Slot>,
    pub journeys: Vec<Journey>,
}

impl Plan {
    pub fn of(documents: &[Document], log: &mut Log) -> Self {
        let mut journeys: Vec<Journey> = documents.iter().map(|document| document.journey.clone()).collect();
        keep_languages(&mut journeys);
        keep_states(&mut journeys);
        let lists = |list: &dyn Fn(&Journey) -> Vec<Entry>, journeys: &[Journey]| join(journeys.iter().map(list).collect());

        let personas = lists(&|journey| journey.personas.iter().map(Entry::persona).collect(), &journeys);
        // Before the lanes, which belong to personas.
        for (document, journey) in journeys.iter_mut().enumerate() {
            let names = new_ids(&personas, document, |index| journey.personas[index].id.to_string());
            Renames { personas: names, ..Renames::default() }.apply(journey);
        }
        let stages = lists(&|journey| journey.stages.iter().map(Entry::stage).collect(), &journeys);
        let lanes = lists(&lanes_of, &journeys);
        let phases = lists(&|journey| journey.phases.iter().map(Entry::phase).collect(), &journeys);
        let items = items(&journeys, &phases, &lanes);
        for (document, (journey, items)) in journeys.iter_mut().zip(items).enumerate() {
            let stages = new_ids(&stages, document, |index| journey.stages[index].id.to_string());
            let lanes = new_ids(&lanes, document, |index| journey.lanes[index].id.to_string());
            let mut places = new_ids(&phases, document, |index| journey.phases[index].id.to_string());
            places.extend(items.into_iter().map(|item| {
                log.remarks.extend(item.remark);
                (item.old, item.new)
            }));
            Renames { stages, lanes, personas: BTreeMap::new(), places }.apply(journey);
        }
        let mut plan = Self { stages, personas, lanes, phases, journeys };
        plan.remark_new_ids(documents, log);
        plan.put_in_order(log);
        plan
    }

    /// Whether a document has something in the cells of a phase or lane. A curve is its scores: words alone do not choose its scale.
    pub fn is_full(&self, list: &str, document: usize, index: usize) -> bool {
        let journey = &self.journeys[document];
        match list {
            "lanes" if journey.lanes[index].kind == LaneKind::Emotion => holds_scores(journey, index),
            "phases" => journey.phases[index].cells.iter().any(|cell| !cell.is_empty()),
            "lanes" => journey.phases.iter().any(|phase| phase.cells.get(index).is_some_and(|cell| !cell.is_empty())),
            _ => false,
        }
    }

    /// Remarks the parts that could not keep their ids.
    fn remark_new_ids(&self, documents: &[Document], log: &mut Log) {
        let id = |list: &str, (document, index): (usize, usize)| {
            let journey = documents[document].journey;
            match list {
                "stages" => journey.stages[index].id.to_string(),
                "personas" => journey.personas[index].id.to_string(),
                "lanes" => journey.lanes[index].id.to_string(),
                _ => journey.phases[index].id.to_string(),
            }
        };
        let lists = [
            ("stages", "stage", &self.stages),
            ("personas", "persona", &self.personas),
            ("lanes", "lane", &self.lanes),
            ("phases", "phase", &self.phases),
        ];
        for (list, what, slots) in lists {
            for slot in slots {
                let old = id(list, slot.members[0]);
                let Some(owner) = slots.iter().find(|other| other.id == old && other.id != slot.id) else { continue };
                let place = |slot: &Slot| {
                    let (document, index) = slot.members[0];
                    At { document, pointer: format!("/{list}/{index}") }
                };
                let new = slot.id.clone();
                let matter =
                    if list == "lanes" { Matter::OwnLane { id: old, new } } else { Matter::Renamed { what, id: old, new } };
                log.remarks.push(Remark { matter, here: place(slot), there: Some(place(owner)), more: 0 });
            }
        }
    }

    fn put_in_order(&mut self, log: &mut Log) {
        let count = self.journeys.len();
        let journeys = &self.journeys;
        let titles =
            |journey: &Journey, index: usize| journey.phases.get(index).map(|phase| quote(&phase.title)).unwrap_or_default();
        sort(&mut self.phases, "phases", count, &|document, index| titles(&journeys[document], index), Some(log));
        let titles =
            |journey: &Journey, index: usize| journey.stages.get(index).map(|stage| quote(&stage.title)).unwrap_or_default();
        sort(&mut self.stages, "stages", count, &|document, index| titles(&journeys[document], index), Some(log));
        // In which order a group lists its rows and its personas says nothing.
        sort(&mut self.lanes, "lanes", count, &|_, _| String::new(), None);
        sort(&mut self.personas, "personas", count, &|_, _| String::new(), None);
    }
}

/// Whether there is a score in a lane.
pub(super) fn holds_scores(journey: &Journey, lane: usize) -> bool {
    let scored = |items: &Vec<super::super::Item>| items.iter().any(|item| item.score.is_some());
    journey.lanes[lane].kind == LaneKind::Emotion && journey.phases.iter().any(|phase| phase.cells.get(lane).is_some_and(scored))
}

fn lanes_of(journey: &Journey) -> Vec<Entry> {
    let lane = |(index, lane)| {
        let lane: &super::super::Lane = lane;
        let built_in = TermLanguage::ALL.iter().any(|language| lane.kind.term().text(*language) == lane.title);
        Entry::lane(lane, built_in, holds_scores(journey, index))
    };
    journey.lanes.iter().enumerate().map(lane).collect()
}

/// Items in another language than the merged journey's, which is that of the first document, say so.
fn keep_languages(journeys: &mut [Journey]) {
    let primary = |tag: &str| tag.split('-').next().unwrap_or_default().to_ascii_lowercase();
    let Some(merged) = journeys.first().map(|journey| primary(&journey.language.tag)) else { return };
    for journey in journeys.iter_mut().filter(|journey| primary(&journey.language.tag) != merged) {
        for item in journey.phases.iter_mut().flat_map(|phase| &mut phase.cells.0).flatten() {
            item.language.get_or_insert_with(|| journey.language.clone());
        }
    }
}

/// The curves of a journey as it is and of the same as it shall be stay two, to be held against each other.
fn keep_states(journeys: &mut [Journey]) {
    let told = |state: State| journeys.iter().any(|journey| journey.state == Some(state));
    if !(told(State::AsIs) && told(State::ToBe)) {
        return;
    }
    for journey in journeys {
        let purpose = match journey.state {
            Some(State::AsIs) => Purpose::AsIs,
            Some(State::ToBe) => Purpose::ToBe,
            None => continue,
        };
        for lane in journey.lanes.iter_mut().filter(|lane| lane.kind == LaneKind::Emotion) {
            lane.purpose.get_or_insert(purpose);
        }
    }
}

/// The ids of a document's parts that are others in the merged journey.
fn new_ids(slots: &[Slot], document: usize, id: impl Fn(usize) -> String) -> BTreeMap<String, String> {
    let own = slots.iter().filter_map(|slot| {
        let (_, index) = slot.members.iter().find(|(of, _)| *of == document)?;
        Some((id(*index), slot.id.clone()))
    });
    own.filter(|(old, new)| old != new).collect()
}

/// The id of an item in the merged journey.
struct NewId {
    old: String,
    new: String,
    remark: Option<Remark>,
}

/// The ids of the items of each document. Those with the same id and text in the same cell are one item.
fn items(journeys: &[Journey], phases: &[Slot], lanes: &[Slot]) -> Vec<Vec<NewId>> {
    let mut owners: BTreeMap<String, At> = BTreeMap::new();
    for slot in phases {
        let (document, index) = slot.members[0];
        owners.insert(slot.id.clone(), At { document, pointer: format!("/phases/{index}") });
    }
    let mut taken: BTreeSet<_> = owners.keys().cloned().collect();
    let mut known = BTreeMap::new();
    let mut all = Vec::new();
    for (document, journey) in journeys.iter().enumerate() {
        let (columns, rows) = (places(phases, document), places(lanes, document));
        let mut ids = Vec::new();
        for (phase, column) in journey.phases.iter().enumerate() {
            for (lane, cell) in column.cells.iter().enumerate() {
                for (index, item) in cell.iter().enumerate() {
                    let Some(old) = item.id.as_ref().map(ToString::to_string) else { continue };
                    let home = (old.clone(), columns.get(&phase).copied(), rows.get(&lane).copied(), fold(item.text()));
                    let here = At { document, pointer: journey.pointer_to_item(phase, lane, index) };
                    let mut remark = None;
                    let new = known.entry(home).or_insert_with(|| {
                        let new = if taken.contains(&old) { free(&old, &taken) } else { old.clone() };
                        let matter = Matter::Renamed { what: "item", id: old.clone(), new: new.clone() };
                        let there = owners.get(&old).cloned();
                        remark = (new != old).then(|| Remark { matter, here: here.clone(), there, more: 0 });
                        taken.insert(new.clone());
                        owners.insert(new.clone(), here);
                        new
                    });
                    ids.push(NewId { old, new: new.clone(), remark });
                }
            }
        }
        all.push(ids);
    }
    all
}

/// The slots of a document's parts.
fn places(slots: &[Slot], document: usize) -> BTreeMap<usize, usize> {
    let own =
        |(place, slot): (usize, &Slot)| slot.members.iter().find(|(of, _)| *of == document).map(|(_, index)| (*index, place));
    slots.iter().enumerate().filter_map(own).collect()
}

/// Puts parts in their order and remarks what contradicts it.
fn sort(
    slots: &mut Vec<Slot>,
    what: &'static str,
    documents: usize,
    title: &dyn Fn(usize, usize) -> String,
    log: Option<&mut Log>,
) {
    let order = order(slots, documents);
    if let Some(log) = log {
        for (document, index) in order.against {
            let first = slots.iter().find(|slot| slot.members.contains(&(document, index)));
            let there = first
                .and_then(|slot| slot.members.first())
                .map(|(document, index)| At { document: *document, pointer: format!("/{what}/{index}") });
            let matter = Matter::Order { what, first: title(document, index), next: title(document, index + 1) };
            let here = At { document, pointer: format!("/{what}/{}", index + 1) };
            log.remarks.push(Remark { matter, here, there, more: 0 });
        }
    }
    let mut parts: Vec<_> = std::mem::take(slots).into_iter().map(Some).collect();
    slots.extend(order.places.into_iter().filter_map(|place| parts.get_mut(place)?.take()));
}
