//! Blocks of rows of a person each, where the names stand in a column before the lanes, or alone in a row above them.
//!
//! ```text
//! Persona  Lane      Search     Buy
//! Fatima   Doing     looks      pays
//!          Mood      2          1         the curve of Fatima
//! Joop     Doing     asks       waits
//!          Mood      1          -1        that of Joop
//! ```

use std::collections::{BTreeMap, BTreeSet};

use super::actors;
use super::left::{Spot, Work};
use super::personas::is_person;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::{key, spelled};
use crate::journey::limits;
use crate::read::import::facts::{self, Field};

/// Whose rows are whose.
#[derive(Default)]
pub struct Persons {
    /// The name of whom the rows tell from that one on, with where it stands first.
    starts: BTreeMap<usize, (String, Spot)>,
    /// The rows that hold a name and nothing else.
    alone: BTreeSet<usize>,
}

impl Persons {
    /// Of whom a row tells.
    pub fn of(&self, row: usize) -> Option<&(String, Spot)> {
        self.starts.range(..=row).next_back().map(|(_, person)| person)
    }

    /// Whether a row says no more than whose are those below it.
    pub fn is_heading(&self, row: usize) -> bool {
        self.alone.contains(&row)
    }

    /// The persons of a table. Their names are taken.
    pub fn find(view: &View, shape: &Shape, work: &mut Work) -> Self {
        let lines: Vec<&Line> = view.lines.iter().filter(|line| line.row >= shape.first).collect();
        let spot = |row: usize, column: usize| Spot { sheet: shape.sheet, at: view.at(row, column) };
        let label =
            |line: &&Line| line.cells.iter().find(|(column, _)| *column == shape.labels).and_then(|(_, value)| name(value));
        let before =
            lines.iter().flat_map(|line| line.cells.iter().map(|(column, _)| *column)).filter(|column| *column < shape.labels);
        if let Some(column) = before.max() {
            let head = shape
                .header
                .and_then(|header| view.line(header).iter().find(|(own, _)| *own == column).and_then(|(_, value)| name(value)));
            let said =
                head.as_deref().is_some_and(|head| facts::label(head) == Some(Field::Persona) || actors::is_of_actors(head));
            let named = |line: &&Line| {
                let own = line.cells.iter().find(|(own, _)| *own == column).and_then(|(_, value)| name(value));
                Some((line.row, own?))
            };
            let names: Vec<(usize, String)> = lines.iter().filter_map(named).collect();
            // The corner that says that there are phases may stand over the persons.
            let cornered = head.as_deref().is_none_or(words::of_corners);
            if (said || cornered) && are_blocks(&lines, &names, label, said) {
                let mut first: BTreeMap<String, Spot> = BTreeMap::new();
                let mut starts = BTreeMap::new();
                for (row, name) in names {
                    let place = *first.entry(key(&name)).or_insert_with(|| spot(row, column));
                    work.take(spot(row, column));
                    starts.insert(row, (name, place));
                }
                shape.header.filter(|_| head.is_some()).into_iter().for_each(|header| work.take(spot(header, column)));
                return Self { starts, alone: BTreeSet::new() };
            }
        }
        let alone = |line: &&Line| label(line).filter(|_| line.cells.len() == 1).map(|own| (line.row, own));
        let Some(names) = few(lines.iter().filter_map(alone).filter(|(_, own)| is_person(own))) else { return Self::default() };
        if !are_blocks(&lines, &names, label, false) {
            return Self::default();
        }
        let alone = names.iter().map(|(row, _)| *row).collect();
        let starts = names.into_iter().map(|(row, name)| (row, (name, spot(row, shape.labels)))).collect();
        Self { starts, alone }
    }
}

/// Names with their rows, unless more than a journey can have are different: of those that come then no more is asked.
fn few(names: impl Iterator<Item = (usize, String)>) -> Option<Vec<(usize, String)>> {
    let mut different = BTreeSet::new();
    names
        .map(|(row, name)| {
            different.insert(key(&name));
            (different.len() <= limits::PERSONAS).then_some((row, name))
        })
        .collect()
}

/// Whether names divide rows so that the same lanes stand below each: at least two persons, and where nothing says that they are, two lanes each.
fn are_blocks(lines: &[&Line], names: &[(usize, String)], label: impl Fn(&&Line) -> Option<String>, said: bool) -> bool {
    let different: BTreeSet<String> = names.iter().map(|(_, name)| key(name)).collect();
    let is_named = |(_, name): &(usize, String)| if said { name.chars().count() <= 60 } else { is_person(name) };
    if !(2..=limits::PERSONAS).contains(&different.len()) || !names.iter().all(is_named) {
        return false;
    }
    let begins = |line: &&Line| {
        let until = names.partition_point(|(row, _)| *row <= line.row);
        until.checked_sub(1).and_then(|last| names.get(last)).map(|(_, name)| key(name))
    };
    let mut lanes: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for line in lines {
        let own = label(line).filter(|_| line.cells.len() > 1);
        if let (Some(name), Some(own)) = (begins(line), own) {
            lanes.entry(name).or_default().insert(spelled(&own));
        }
    }
    let mut owners: BTreeMap<&str, usize> = BTreeMap::new();
    for lane in lanes.values().flatten() {
        *owners.entry(lane).or_default() += 1;
    }
    let again = |name: &String| {
        let own = || lanes.get(name).into_iter().flatten();
        let same = own().filter(|lane| owners.get(lane.as_str()).is_some_and(|owners| *owners > 1)).count();
        same >= if said { 1 } else { 2 } && same * 2 >= own().count()
    };
    different.iter().all(again)
}
