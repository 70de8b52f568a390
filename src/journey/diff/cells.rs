//! The items: which of them are the same before and after, wherever they stand, and what changed in them.

use std::collections::BTreeMap;

use super::super::{Item, Journey, Json, Phase};
use super::change::{ChangeKind, Part};
use super::compare::{Found, Place, Value};
use super::pair::{Pairs, moved};
use super::{NEW, Parts};

/// An item, and what it is known by.
struct Entry<'a> {
    item: &'a Item,
    /// The indices of its phase, its lane, and its place in the cell.
    at: (usize, usize, usize),
    /// All that it says but its id, in ids that mean the same in both documents.
    says: String,
    /// All that it says, in the ids of its own document.
    own: String,
}

/// The items of both journeys, and which are the same.
pub(super) struct Grid<'a> {
    before: Vec<Entry<'a>>,
    after: Vec<Entry<'a>>,
    pairs: Pairs,
    /// The items of each cell that is there before or after, by their indices; phases and lanes in the order of the second
    /// journey, those that it no longer has last.
    cells: BTreeMap<(Column, Column), (Vec<usize>, Vec<usize>)>,
}

/// The index of a phase or lane in the second journey, or in the first when the second does not have it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    After(usize),
    Before(usize),
}

impl Column {
    fn of_before(pairs: &Pairs, index: usize) -> Self {
        pairs.after(index).map_or(Self::Before(index), Self::After)
    }
}

impl<'a> Grid<'a> {
    /// The items of two journeys, each with its normal form.
    pub fn of((before, was): (&'a Journey, Value), (after, is): (&'a Journey, Value), parts: &Parts) -> Self {
        let (before, after) = (entries(before, was), entries(after, is));
        let mut cells: BTreeMap<_, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (index, Entry { at: (phase, lane, _), .. }) in before.iter().enumerate() {
            let cell = (Column::of_before(&parts.phases, *phase), Column::of_before(&parts.lanes, *lane));
            cells.entry(cell).or_default().0.push(index);
        }
        for (index, Entry { at: (phase, lane, _), .. }) in after.iter().enumerate() {
            cells.entry((Column::After(*phase), Column::After(*lane))).or_default().1.push(index);
        }
        let pairs = Pairs::of(before.len(), after.len());
        let mut grid = Self { before, after, pairs, cells };
        grid.pair();
        grid
    }

    fn pair(&mut self) {
        let Self { before, after, pairs, cells } = self;
        let (ones, others): (Vec<_>, Vec<_>) = ((0..before.len()).collect(), (0..after.len()).collect());
        let all = (ones.as_slice(), others.as_slice());
        pairs.by_key(all, |a| before[a].item.id.as_deref(), |b| after[b].item.id.as_deref());
        for (ones, others) in cells.values() {
            let cell = (ones.as_slice(), others.as_slice());
            pairs.by_key(cell, |a| Some(&before[a].says), |b| Some(&after[b].says));
            pairs.by_key(cell, |a| before[a].item.text.as_deref(), |b| after[b].item.text.as_deref());
        }
        // Across cells, scores alone are not enough to know an item by.
        let text = |item: &'a Item| item.text.as_deref();
        pairs.by_key(
            all,
            |a| text(before[a].item).map(|_| before[a].says.as_str()),
            |b| text(after[b].item).map(|_| after[b].says.as_str()),
        );
        pairs.by_key(all, |a| text(before[a].item), |b| text(after[b].item));
        for (ones, others) in cells.values() {
            let cell = (ones.as_slice(), others.as_slice());
            pairs.by_likeness(cell, |a| before[a].item.text(), |b| after[b].item.text());
            let wordless = |item: &Item| item.text.is_none().then_some(());
            pairs.by_key(cell, |a| wordless(before[a].item), |b| wordless(after[b].item));
        }
    }

    /// The ids by which the items of the second journey are known in the first.
    pub fn names(&self, before: &Journey, after: &Journey) -> Vec<(String, String)> {
        let known = |id: &str| before.place(id).is_some() || after.phase(id).is_some();
        let name = |(index, entry): (usize, &Entry)| {
            let id = entry.item.id.as_ref()?.to_string();
            let old = self.pairs.before(index).and_then(|partner| self.before[partner].item.id.as_ref());
            let name = match old {
                Some(old) => old.to_string(),
                None if known(&id) => format!("{NEW}{id}"),
                None => id.clone(),
            };
            Some((id, name))
        };
        self.after.iter().enumerate().filter_map(name).collect()
    }

    /// Compares the items cell by cell.
    pub fn compare(&self, (before, was): (&Journey, Value), (after, is): (&Journey, Value), found: &mut Found) {
        let (values_before, values_after) = (values(before, was), values(after, is));
        for (ones, others) in self.cells.values() {
            let moved = self.moved_within(ones, others);
            let mut told: Vec<(usize, usize, Told)> = Vec::new();
            for one in ones {
                if self.pairs.after(*one).is_none() {
                    told.push((self.before[*one].at.2, 0, Told::Removed(*one)));
                }
            }
            for other in others {
                let place = self.after[*other].at.2;
                told.push(match self.pairs.before(*other) {
                    None => (place, 1, Told::Added(*other)),
                    Some(one) => {
                        let elsewhere = ones.binary_search(&one).is_err() || moved.contains(&(one, *other));
                        (place, 1, Told::Same { one, other: *other, elsewhere })
                    }
                });
            }
            told.sort_by_key(|(place, order, _)| (*place, *order));
            for (.., told) in told {
                let one = |index: usize| (values_before[index], self.before[index].place(before));
                let other = |index: usize| (values_after[index], self.after[index].place(after));
                let whole = |(value, place): (Value, Place)| Some(place.side(Some(value.own.clone())));
                match told {
                    Told::Removed(index) => found.push(ChangeKind::Removed, Part::Item, None, whole(one(index)), None),
                    Told::Added(index) => found.push(ChangeKind::Added, Part::Item, None, None, whole(other(index))),
                    Told::Same { one: a, other: b, elsewhere } => {
                        let ((value, from), (new, to)) = (one(a), other(b));
                        if elsewhere {
                            let (from, to) = (from.clone().side(None), to.clone().side(None));
                            found.push(ChangeKind::Moved, Part::Item, None, Some(from), Some(to));
                        }
                        found.ids(Part::Item, (value, &from), (new, &to));
                        found.objects(Part::Item, "", (value, &from), (new, &to), &["id"]);
                    }
                }
            }
        }
    }

    /// The pairs of a cell that stand in another order.
    fn moved_within(&self, ones: &[usize], others: &[usize]) -> std::collections::BTreeSet<(usize, usize)> {
        let here = |one: usize| self.pairs.after(one).filter(|other| others.binary_search(other).is_ok());
        let pairs: Vec<_> = ones.iter().filter_map(|one| Some((*one, here(*one)?))).collect();
        moved(&pairs, own(&self.before, ones) > own(&self.after, others))
    }
}

/// What is told of an item, by its index.
enum Told {
    Removed(usize),
    Added(usize),
    Same { one: usize, other: usize, elsewhere: bool },
}

fn own<'e>(entries: &'e [Entry], places: &[usize]) -> Vec<&'e str> {
    places.iter().map(|place| entries[*place].own.as_str()).collect()
}

fn entries<'a>(journey: &'a Journey, written: Value) -> Vec<Entry<'a>> {
    let mut entries = Vec::new();
    let phases = written.field("phases").map(Value::elements).unwrap_or_default();
    for (phase, (column, written)) in journey.phases.iter().zip(phases).enumerate() {
        for (lane, values) in cells(&journey.phases[phase], written) {
            for (index, (item, value)) in column.cells[lane].iter().zip(values.elements()).enumerate() {
                entries.push(Entry {
                    item,
                    at: (phase, lane, index),
                    says: without_id(value.common).line(),
                    own: value.own.line(),
                });
            }
        }
    }
    entries
}

/// The cells of a phase in the normal form, each with the index of its lane: those that are not empty, in the order of the lanes.
fn cells<'j>(phase: &Phase, written: Value<'j>) -> Vec<(usize, Value<'j>)> {
    let lanes = phase.cells.iter().enumerate().filter(|(_, items)| !items.is_empty()).map(|(lane, _)| lane);
    let cells = written.field("cells").map(Value::fields).unwrap_or_default();
    lanes.zip(cells).collect()
}

fn without_id(item: &Json) -> Json {
    match item {
        Json::Object(fields) => Json::Object(fields.iter().filter(|(name, _)| name != "id").cloned().collect()),
        other => other.clone(),
    }
}

/// The items in the normal form of their journey, in the order of the entries.
fn values<'j>(journey: &Journey, written: Value<'j>) -> Vec<Value<'j>> {
    let phases = written.field("phases").map(Value::elements).unwrap_or_default();
    let cells = journey.phases.iter().zip(phases).flat_map(|(phase, written)| cells(phase, written));
    cells.flat_map(|(_, cell)| cell.elements()).collect()
}

impl Entry<'_> {
    fn place(&self, journey: &Journey) -> Place {
        let (phase, lane, index) = self.at;
        Place {
            pointer: journey.pointer_to_item(phase, lane, index),
            name: self.item.text().to_owned(),
            phase: Some(phase),
            lane: Some(lane),
        }
    }
}
