//! Merging values of the normal form: fields one by one, lists by what stands in them, and every conflict written down.

use std::collections::{BTreeMap, BTreeSet};

use super::super::check::quote;
use super::super::identity::fold;
use super::super::raw::escape;
use super::super::{Json, LaneKind};
use super::remark::{At, Matter, Remark};
use crate::tongue::{Phrase, say};

/// The fields by which an object of the format is known: objects that differ in them are not mixed.
const HEADS: [(&str, &[&str]); 5] =
    [("offering", &["name"]), ("question", &["text"]), ("portrait", &["src"]), ("picture", &["src"]), ("scale", &["min", "max"])];
/// Fields in which case, accents and white space make no difference.
const NAMES: [&str; 3] = ["title", "name", "language"];
/// Where a merged journey keeps what was set aside.
const CONFLICTS: &str = "/x/merge/conflicts";

/// A value in one of the documents.
#[derive(Clone)]
pub(super) struct Side<'a> {
    pub document: usize,
    /// Where it stands there.
    pub pointer: String,
    pub value: &'a Json,
    /// Whether the document fills the part that the value belongs to. Of different values that of such a document stands.
    pub full: bool,
}

impl<'a> Side<'a> {
    /// The value of a field.
    pub fn field(&self, name: &str) -> Option<Self> {
        let value = self.value.get(name)?;
        Some(Self { pointer: format!("{}/{}", self.pointer, escape(name)), value, ..*self })
    }

    /// The elements of a list.
    pub fn elements(&self) -> Vec<Self> {
        let Json::List(values) = self.value else { return Vec::new() };
        let element = |(index, value): (usize, &'a Json)| Self { pointer: format!("{}/{index}", self.pointer), value, ..*self };
        values.iter().enumerate().map(element).collect()
    }

    pub fn at(&self) -> At {
        At { document: self.document, pointer: self.pointer.clone() }
    }
}

/// A place in the merged journey.
#[derive(Clone)]
pub(super) struct Spot {
    pub pointer: String,
    /// Whose value it is, for messages: "the phase `Aankoop`".
    pub owner: Phrase,
    /// The field, for messages: `offering.kind`.
    pub field: String,
}

impl Spot {
    /// The place of a part.
    pub fn of(pointer: String, owner: Phrase) -> Self {
        Self { pointer, owner, field: String::new() }
    }

    fn field(&self, name: &str) -> Self {
        let field = if self.field.is_empty() { name.to_owned() } else { format!("{}.{name}", self.field) };
        Self { pointer: format!("{}/{}", self.pointer, escape(name)), owner: self.owner.clone(), field }
    }

    /// Whether it lies in data of a document's own, of which nothing is known.
    fn is_own(&self) -> bool {
        self.field.split('.').any(|name| name == "x")
    }
}

/// What is remarked and set aside on the way.
#[derive(Default)]
pub(super) struct Log {
    pub remarks: Vec<Remark>,
    /// Where each value was to stand, the value, and its document.
    pub aside: Vec<(String, Json, usize)>,
}

impl Log {
    /// Merges the fields of objects.
    pub fn object(&mut self, spot: &Spot, sides: &[Side]) -> Json {
        let mut names = Vec::new();
        let mut seen = BTreeSet::new();
        for side in sides {
            if let Json::Object(fields) = side.value {
                names.extend(fields.iter().map(|(name, _)| name).filter(|name| seen.insert(name.as_str())));
            }
        }
        let fields = names.into_iter().map(|name| {
            let sides: Vec<_> = sides.iter().filter_map(|side| side.field(name)).collect();
            (name.clone(), self.value(&spot.field(name), &sides))
        });
        Json::Object(fields.collect())
    }

    /// Merges values of the same field.
    pub fn value(&mut self, spot: &Spot, sides: &[Side]) -> Json {
        let Some(chosen) = sides.iter().find(|side| side.full).or(sides.first()) else { return Json::Null };
        let name = spot.pointer.rsplit('/').next().unwrap_or_default();
        // Of ways to write the same name, the first.
        let stands = sides.iter().find(|side| same_value(name, chosen.value, side.value)).unwrap_or(chosen);
        if sides.iter().all(|side| side.value == stands.value) {
            return stands.value.clone();
        }
        let lists = sides.iter().all(|side| matches!(side.value, Json::List(_)));
        if lists && (!spot.is_own() || spot.pointer == CONFLICTS) {
            return self.list(spot, sides);
        }
        let (alike, others): (Vec<_>, Vec<_>) =
            sides.iter().cloned().partition(|side| same_thing(name, stands.value, side.value));
        let mut lost: Vec<(Side, usize)> = Vec::new();
        for side in others.into_iter().filter(|side| !same_value(name, stands.value, side.value)) {
            match lost.iter_mut().find(|(other, _)| other.value == side.value) {
                Some((_, more)) => *more += 1,
                None => lost.push((side, 0)),
            }
        }
        for (side, more) in lost {
            self.set_aside(spot, &side, stands, more);
        }
        if alike.len() > 1 { self.object(spot, &alike) } else { stands.value.clone() }
    }

    fn set_aside(&mut self, spot: &Spot, side: &Side, stands: &Side, more: usize) {
        let matter = Matter::Differs {
            field: spot.field.clone(),
            owner: spot.owner.clone(),
            lost: shown(side.value),
            stands: shown(stands.value),
        };
        self.remarks.push(Remark { matter, here: side.at(), there: Some(stands.at()), more });
        self.aside.push((spot.pointer.clone(), side.value.clone(), side.document));
    }

    /// Everything that stands in the lists, once: as often as the document that has it most often.
    pub fn list(&mut self, spot: &Spot, sides: &[Side]) -> Json {
        let alike = if spot.field == "authors" { Alike::Authors } else { Alike::Whole };
        let groups = union(sides, alike);
        Json::List(groups.iter().enumerate().map(|(index, group)| self.element(spot, index, group)).collect())
    }

    /// An element of a list that several documents have.
    pub fn element(&mut self, spot: &Spot, index: usize, group: &[Side]) -> Json {
        match group {
            [only] => only.value.clone(),
            group => self.value(&Spot { pointer: format!("{}/{index}", spot.pointer), ..spot.clone() }, group),
        }
    }
}

/// By what elements of lists are the same.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Alike {
    /// All of it.
    Whole,
    /// The name without regard to case, and the class where both give one.
    Authors,
    /// The id, or all else where only one of the two has an id.
    Items,
}

/// What an element is known by, and what may be missing in one of two that are the same.
fn key(element: &Json, alike: Alike) -> (String, Option<String>) {
    let text = |name| match element.get(name) {
        Some(Json::Text(text)) => Some(text.as_str()),
        _ => None,
    };
    match (alike, element) {
        (Alike::Authors, _) => (fold(text("name").unwrap_or_default()), text("class").map(fold)),
        (Alike::Items, Json::Object(fields)) => {
            let rest = fields.iter().filter(|(name, _)| name != "id").cloned().collect();
            (Json::Object(rest).line(), text("id").map(str::to_owned))
        }
        (Alike::Whole | Alike::Items, _) => (element.line(), None),
    }
}

/// Groups the elements that are the same, each group with at most one of a document, in the order of first appearance.
pub(super) fn union<'a>(sides: &[Side<'a>], alike: Alike) -> Vec<Vec<Side<'a>>> {
    let mut groups: Vec<(Vec<Side>, Option<String>)> = Vec::new();
    let mut by_key: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    for side in sides {
        let mut used = BTreeSet::new();
        let elements: Vec<_> = side.elements().into_iter().map(|element| (key(element.value, alike), element)).collect();
        let mut left = Vec::new();
        // First what is the same in all respects, so that it does not go to what is only like it.
        for exact in [true, false] {
            let round = if exact { elements.iter().collect() } else { std::mem::take(&mut left) };
            for entry in round {
                let ((key, mark), element) = entry;
                let twin = mark.as_ref().filter(|_| alike == Alike::Items).and_then(|id| by_id.get(id)).copied();
                let goes = |group: &usize| {
                    let own = &groups[*group].1;
                    !used.contains(group) && (own == mark || (!exact && (own.is_none() || mark.is_none())))
                };
                let found = twin.filter(|group| !used.contains(group));
                let found = found.or_else(|| by_key.get(key).into_iter().flatten().copied().find(goes));
                match found {
                    Some(group) => {
                        used.insert(group);
                        groups[group].0.push(element.clone());
                        groups[group].1 = groups[group].1.take().or_else(|| mark.clone());
                        by_id.extend(mark.clone().map(|mark| (mark, group)));
                    }
                    None => left.push(entry),
                }
            }
        }
        // What is new comes last, in its own order.
        for ((key, mark), element) in left {
            by_key.entry(key.clone()).or_default().push(groups.len());
            by_id.extend(mark.clone().map(|mark| (mark, groups.len())));
            groups.push((vec![element.clone()], mark.clone()));
        }
    }
    groups.into_iter().map(|(group, _)| group).collect()
}

/// Whether two values say the same, however they are written.
fn same_value(name: &str, one: &Json, other: &Json) -> bool {
    match (one, other) {
        (Json::Text(one), Json::Text(other)) => one == other || (NAMES.contains(&name) && fold(one) == fold(other)),
        _ => one == other,
    }
}

/// Whether two values are objects that can be merged field by field.
fn same_thing(name: &str, one: &Json, other: &Json) -> bool {
    let heads = HEADS.iter().find(|(field, _)| *field == name).map_or(&[] as &[_], |(_, heads)| heads);
    let objects = matches!((one, other), (Json::Object(_), Json::Object(_)));
    objects && heads.iter().all(|head| one.get(head) == other.get(head))
}

/// A value as messages show it.
fn shown(value: &Json) -> String {
    match value {
        Json::Text(text) => quote(text),
        other => quote(&other.line()),
    }
}

/// A part as messages call it: "the phase `Aankoop`".
pub(super) fn called(what: &str, part: &Json) -> Phrase {
    let text = |name| match part.get(name) {
        Some(Json::Text(text)) => Some(quote(text)),
        _ => None,
    };
    let kind = || match part.get("kind") {
        Some(Json::Text(kind)) => LaneKind::from_name(kind).map(|kind| quote(kind.name())),
        _ => None,
    };
    let name = text("title").or_else(|| text("name")).or_else(|| text("id")).or_else(kind).unwrap_or_default();
    match name.as_str() {
        "" => say!("the-part", part = what),
        name => say!("the-part-called", part = what, name = name),
    }
}
