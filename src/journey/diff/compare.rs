//! Comparing values of the normal form, whatever fields they have.

use std::collections::BTreeSet;

use super::super::Json;
use super::super::raw::escape;
use super::change::{Change, ChangeKind, Part, Side};
use super::pair::{Pairs, moved};

/// Fields whose text is no prose but a name for something: a change of it is no rewording.
const TOKENS: [&str; 24] = [
    "$schema",
    "at",
    "date",
    "evidence",
    "from",
    "id",
    "importance",
    "involvement",
    "kind",
    "language",
    "link",
    "links",
    "market",
    "persona",
    "portrait",
    "priority",
    "purpose",
    "src",
    "stage",
    "state",
    "status",
    "to",
    "until",
    "use",
];
/// The fields that tell what an object in a list is about.
const HEADS: [&str; 8] = ["text", "title", "caption", "name", "question", "label", "from", "date"];

/// A value of one document.
#[derive(Clone, Copy)]
pub(super) struct Value<'a> {
    /// As it is in its normal form.
    pub own: &'a Json,
    /// The same with ids that mean the same in both documents.
    pub common: &'a Json,
}

/// Where a value stands.
#[derive(Clone)]
pub(super) struct Place {
    pub pointer: String,
    pub name: String,
    pub phase: Option<usize>,
    pub lane: Option<usize>,
}

impl Place {
    fn below(&self, token: &str) -> Self {
        Self { pointer: format!("{}/{}", self.pointer, escape(token)), ..self.clone() }
    }

    /// The place of an entry of one of the journey's lists, called by what it says.
    fn of_entry(self, part: Part, entry: &Json) -> Self {
        let name = HEADS.iter().find_map(|name| match entry.get(name) {
            Some(Json::Text(text)) => Some(text.clone()),
            _ => None,
        });
        match name {
            Some(name) if part == Part::Journey => Self { name, ..self },
            _ => self,
        }
    }

    pub fn side(self, value: Option<Json>) -> Side {
        Side { pointer: self.pointer, name: self.name, phase: self.phase, lane: self.lane, value }
    }
}

impl<'a> Value<'a> {
    pub fn field(self, name: &str) -> Option<Self> {
        Some(Self { own: self.own.get(name)?, common: self.common.get(name)? })
    }

    pub fn elements(self) -> Vec<Self> {
        let (Json::List(own), Json::List(common)) = (self.own, self.common) else { return Vec::new() };
        own.iter().zip(common).map(|(own, common)| Self { own, common }).collect()
    }

    /// The values of the fields.
    pub fn fields(self) -> Vec<Self> {
        let (Json::Object(own), Json::Object(common)) = (self.own, self.common) else { return Vec::new() };
        own.iter().zip(common).map(|((_, own), (_, common))| Self { own, common }).collect()
    }

    fn names(self) -> impl Iterator<Item = &'a str> {
        let fields = if let Json::Object(fields) = self.own { fields.as_slice() } else { &[] };
        fields.iter().map(|(name, _)| name.as_str())
    }
}

/// The changes found so far.
#[derive(Default)]
pub(super) struct Found(pub Vec<Change>);

impl Found {
    pub fn push(&mut self, kind: ChangeKind, part: Part, field: Option<&str>, before: Option<Side>, after: Option<Side>) {
        self.0.push(Change { kind, part, field: field.map(str::to_owned), before, after });
    }

    /// Compares the ids of a part, as they are: those that both have in common say nothing of what was written.
    pub fn ids(&mut self, part: Part, (one, from): (Value, &Place), (other, to): (Value, &Place)) {
        let id = |value: Value, place: &Place| value.own.get("id").cloned().map(|id| (id, place.below("id")));
        let (before, after) = (id(one, from), id(other, to));
        if before.as_ref().map(|(id, _)| id) != after.as_ref().map(|(id, _)| id) {
            let side = |id: Option<(Json, Place)>| id.map(|(id, place)| place.side(Some(id)));
            self.push(ChangeKind::Changed, part, Some("id"), side(before), side(after));
        }
    }

    /// Compares the fields of two objects but those named. `field` is the path so far, empty at the part itself.
    pub fn objects(&mut self, part: Part, field: &str, (one, from): (Value, &Place), (other, to): (Value, &Place), but: &[&str]) {
        let mut seen = BTreeSet::new();
        for name in one.names().chain(other.names()).filter(|name| !but.contains(name) && seen.insert(*name)) {
            let path = if field.is_empty() { name.to_owned() } else { format!("{field}.{name}") };
            let (from, to) = (from.below(name), to.below(name));
            self.values(part, &path, one.field(name).map(|value| (value, from)), other.field(name).map(|value| (value, to)));
        }
    }

    /// Compares two values of a field, of which one may not be there.
    pub fn values(&mut self, part: Part, field: &str, before: Option<(Value, Place)>, after: Option<(Value, Place)>) {
        let own = field.split('.').any(|name| name == "x");
        match (&before, &after) {
            (Some((one, _)), Some((other, _))) if one.common == other.common => return,
            (Some((one, from)), Some((other, to))) => match (one.own, other.own) {
                (Json::Object(_), Json::Object(_)) => return self.objects(part, field, (*one, from), (*other, to), &[]),
                (Json::List(_), Json::List(_)) if !own => {
                    return self.lists(part, field, (&one.elements(), from), (&other.elements(), to));
                }
                _ => {}
            },
            (Some((one, from)), None) if matches!(one.own, Json::List(_)) && !own => {
                return self.lists(part, field, (&one.elements(), from), (&[], from));
            }
            (None, Some((other, to))) if matches!(other.own, Json::List(_)) && !own => {
                return self.lists(part, field, (&[], to), (&other.elements(), to));
            }
            _ => {}
        }
        let texts =
            [&before, &after].iter().all(|side| side.as_ref().is_some_and(|(value, _)| matches!(value.own, Json::Text(_))));
        let name = field.rsplit('.').next().unwrap_or_default();
        let kind = match (part, field) {
            (Part::Item, "score") => ChangeKind::Score,
            _ if texts && !own && !TOKENS.contains(&name) => ChangeKind::Reworded,
            _ => ChangeKind::Changed,
        };
        let side = |side: Option<(Value, Place)>| side.map(|(value, place)| place.side(Some(value.own.clone())));
        self.push(kind, part, Some(field), side(before), side(after));
    }

    /// Compares two lists: what is equal, what is about the same, and what is like it belongs together.
    fn lists(&mut self, part: Part, field: &str, (ones, from): (&[Value], &Place), (others, to): (&[Value], &Place)) {
        let (before, after): (Vec<_>, Vec<_>) = ((0..ones.len()).collect(), (0..others.len()).collect());
        let lines = |values: &[Value]| values.iter().map(|value| value.common.line()).collect::<Vec<_>>();
        let (lines_before, lines_after) = (lines(ones), lines(others));
        let mut pairs = Pairs::of(ones.len(), others.len());
        let all = (before.as_slice(), after.as_slice());
        pairs.by_key(all, |a| Some(&lines_before[a]), |b| Some(&lines_after[b]));
        pairs.by_key(all, |a| head(ones[a].common), |b| head(others[b].common));
        let prose = |values: &[Value]| values.iter().map(|value| prose(value.own)).collect::<Vec<_>>();
        let (prose_before, prose_after) = (prose(ones), prose(others));
        pairs.by_likeness(all, |a| &prose_before[a], |b| &prose_after[b]);
        let own_lines = |values: &[Value]| values.iter().map(|value| value.own.line()).collect::<Vec<_>>();
        let moved = moved(&pairs.all(), own_lines(ones) > own_lines(others));
        let side = |value: &Value, place: &Place, index: usize, shown: bool| {
            Some(place.below(&index.to_string()).side(shown.then(|| value.own.clone())))
        };
        for (index, value) in ones.iter().enumerate() {
            let Some(partner) = pairs.after(index) else {
                self.push(ChangeKind::Removed, part, Some(field), side(value, from, index, true), None);
                continue;
            };
            let other = &others[partner];
            if moved.contains(&(index, partner)) {
                let (before, after) = (side(value, from, index, true), side(other, to, partner, true));
                self.push(ChangeKind::Moved, part, Some(field), before, after);
            }
            let entry = |value: &Value, place: &Place, index: usize| place.below(&index.to_string()).of_entry(part, value.own);
            let (from, to) = (entry(value, from, index), entry(other, to, partner));
            self.values(part, field, Some((*value, from)), Some((*other, to)));
        }
        for (index, value) in others.iter().enumerate().filter(|(index, _)| pairs.before(*index).is_none()) {
            self.push(ChangeKind::Added, part, Some(field), None, side(value, to, index, true));
        }
    }
}

/// What an object in a list is about; two that are about the same are the same one.
fn head(value: &Json) -> Option<String> {
    let heads: Vec<_> = HEADS.iter().filter_map(|name| Some(value.get(name)?.line())).collect();
    (!heads.is_empty()).then(|| heads.join("\n"))
}

/// The texts of an entry of a list, without those that only name something.
fn prose(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        Json::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| !TOKENS.contains(&name.as_str()) && name != "x");
            fields.map(|(_, value)| prose(value)).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
        }
        Json::List(values) => values.iter().map(prose).filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n"),
        Json::Null | Json::Bool(_) | Json::Number(_) => String::new(),
    }
}
