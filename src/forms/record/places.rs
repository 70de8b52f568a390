//! Phases and contact moments by names that people can read and choose from.

use std::collections::BTreeMap;

use crate::journey::{Item, Journey};

/// The most characters of an item's text in its name.
const SHORT: usize = 60;

/// The names of all phases, and of the items that have an id: of a phase its title, of an item the title of its phase and its text,
/// as in “Kaartje kopen › Kassa”. Where several have the same name, the id stands behind it.
#[derive(Debug, Default)]
pub struct Places {
    names: BTreeMap<String, String>,
    ids: BTreeMap<String, String>,
    phases: Vec<String>,
}

impl Places {
    /// The places of a journey.
    #[must_use]
    pub fn of(journey: &Journey) -> Self {
        let mut all: Vec<(String, String)> = Vec::new();
        for phase in &journey.phases {
            let title = in_line(&phase.title);
            all.push((phase.id.to_string(), title.clone()));
            for item in phase.cells.iter().flatten() {
                let Some(id) = &item.id else { continue };
                all.push((id.to_string(), format!("{title} › {}", said(item, id))));
            }
        }
        let mut times = BTreeMap::new();
        for (_, name) in &all {
            *times.entry(key(name)).or_insert(0) += 1;
        }
        let mut places = Self::default();
        for (id, name) in all {
            let name = if times.get(&key(&name)) == Some(&1) { name } else { format!("{name} ({id})") };
            // A name that is another's id with its name before it is too rare to look further: the first has it.
            places.ids.entry(key(&name)).or_insert_with(|| id.clone());
            places.names.insert(id, name);
        }
        places.phases = journey.phases.iter().filter_map(|phase| places.name(&phase.id)).map(str::to_owned).collect();
        places
    }

    /// The name of the phase or item with that id.
    #[must_use]
    pub fn name(&self, id: &str) -> Option<&str> {
        self.names.get(id).map(String::as_str)
    }

    /// The id of the phase or item with that name, whatever its case; an id is its own name.
    #[must_use]
    pub fn id(&self, name: &str) -> Option<&str> {
        let known = self.names.get_key_value(name.trim()).map(|(id, _)| id);
        self.ids.get(&key(name)).or(known).map(String::as_str)
    }

    /// The names of the phases, in their order.
    #[must_use]
    pub fn phases(&self) -> &[String] {
        &self.phases
    }
}

/// What an item is called.
fn said(item: &Item, id: &str) -> String {
    let text = in_line(item.text());
    match text.char_indices().nth(SHORT) {
        _ if text.is_empty() => id.to_owned(),
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text,
    }
}

fn in_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn key(name: &str) -> String {
    in_line(name).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn places_are_known_by_their_names() {
        let text = r#"{ "klantreis": 1, "title": "T", "language": "nl", "phases": [
            { "id": "a", "title": "Kaartje kopen", "cells": { "touchpoint": [{ "id": "kassa", "text": "De\nkassa" }, { "id": "nog", "text": "de kassa" }] } },
            { "id": "b", "title": "Zwemmen", "cells": { "touchpoint": { "id": "bad", "picture": "bad.png" } } } ] }"#;
        let places = Places::of(&read::json(text).unwrap());
        for (id, name) in [
            ("a", "Kaartje kopen"),
            ("kassa", "Kaartje kopen › De kassa (kassa)"),
            ("nog", "Kaartje kopen › de kassa (nog)"),
            ("bad", "Zwemmen › bad"),
        ] {
            assert_eq!((places.name(id), places.id(name)), (Some(name), Some(id)));
        }
        assert_eq!((places.id(" zwemmen"), places.id("bad"), places.id("strand")), (Some("b"), Some("bad"), None));
        assert_eq!(places.phases(), ["Kaartje kopen", "Zwemmen"]);
    }
}
