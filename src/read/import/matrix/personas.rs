//! Lanes that say who travels: their names are personas.

use super::head::Head;
use super::lanes::Lane;
use super::left::{Spot, Work};
use crate::journey::aliases::key;
use crate::journey::limits;
use crate::read::book::Value;
use crate::read::import::facts::{self, Field};
use crate::tongue::say;

/// A name is seldom longer; more is a description.
const NAME_CHARS: usize = 60;

/// Gives the journey the personas that lanes of that name hold. A lane with one name throughout says nothing more and goes; one with several
/// stays, since it tells which of them is where.
pub fn take(lanes: &mut Vec<Lane>, head: &mut Head, work: &mut Work) {
    if lanes.len() < 2 {
        return;
    }
    let mut index = 0;
    while let Some(lane) = lanes.get(index) {
        let names = if facts::label(&lane.title) == Some(Field::Persona) { names(lane) } else { Vec::new() };
        let room = usize::from(head.persona.is_some()) + head.travellers.len() + names.len() <= limits::PERSONAS;
        if names.is_empty() || !room {
            index += 1;
            continue;
        }
        if names.len() == 1 {
            work.step(lane.spot, say!("explain-persona", name = &names[0].0));
            lanes.remove(index);
        } else {
            index += 1;
        }
        let known: Vec<String> = head.persona.iter().chain(&head.travellers).map(|(name, _)| key(name)).collect();
        let new: Vec<_> = names.into_iter().filter(|(name, _)| !known.contains(&key(name))).collect();
        head.travellers.extend(new);
    }
}

/// The different names in a lane, each with where it stands first; none where a cell holds anything else.
fn names(lane: &Lane) -> Vec<(String, Spot)> {
    let mut names: Vec<(String, Spot)> = Vec::new();
    for cell in &lane.cells {
        let text = cell.value.text().trim().to_owned();
        let is_name = matches!(cell.value, Value::Text(_)) && text.chars().count() <= NAME_CHARS && !text.contains(['\n', ';']);
        if !is_name || text.is_empty() {
            return Vec::new();
        }
        if names.iter().all(|(known, _)| key(known) != key(&text)) {
            names.push((text, cell.spot));
        }
    }
    names
}
