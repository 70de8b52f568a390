//! What is the same in two documents: names that differ only in how they are written, and ids that are given anew together with
//! everything that refers to them.

use std::collections::{BTreeMap, BTreeSet};

use icu_normalizer::DecomposingNormalizerBorrowed;

use super::{EndRef, Id, Journey, PersonaRef, PlaceRef, limits};

/// A name without what careless writing changes: case, accents, and white space around and between its words.
pub(crate) fn fold(name: &str) -> String {
    let plain: String = DecomposingNormalizerBorrowed::new_nfkd()
        .normalize_iter(name.chars())
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}'))
        .flat_map(char::to_lowercase)
        .collect();
    let words: Vec<_> = plain.split_whitespace().collect();
    // A name of nothing but marks is still a name.
    if words.is_empty() { name.to_owned() } else { words.join(" ") }
}

/// New ids for those of one document, list by list.
#[derive(Debug, Default)]
pub(super) struct Renames {
    pub stages: BTreeMap<String, String>,
    pub lanes: BTreeMap<String, String>,
    pub personas: BTreeMap<String, String>,
    /// Phases and items, which share their ids.
    pub places: BTreeMap<String, String>,
}

impl Renames {
    /// Gives the parts of a journey their new ids, and all that refers to them.
    pub fn apply(&self, journey: &mut Journey) {
        let place = |place: &mut Option<PlaceRef>| {
            if let Some(new) = place.as_ref().and_then(|old| self.places.get(old.as_str())) {
                *place = Some(PlaceRef::new(new));
            }
        };
        journey.stages.iter_mut().for_each(|stage| renamed(&mut stage.id, &self.stages));
        journey.personas.iter_mut().for_each(|persona| renamed(&mut persona.id, &self.personas));
        for lane in &mut journey.lanes {
            renamed(&mut lane.id, &self.lanes);
            if let Some(new) = lane.persona.as_ref().and_then(|old| self.personas.get(old.as_str())) {
                lane.persona = Some(PersonaRef::new(new));
            }
        }
        for phase in &mut journey.phases {
            renamed(&mut phase.id, &self.places);
            for item in phase.cells.0.iter_mut().flatten() {
                item.id.iter_mut().for_each(|id| renamed(id, &self.places));
                if let Some(new) = item.until.as_ref().and_then(|old| self.places.get(old.as_str())) {
                    item.until = Some(EndRef::new(new));
                }
            }
        }
        for link in &mut journey.links {
            if let Some(new) = self.places.get(link.from.as_str()) {
                link.from = PlaceRef::new(new);
            }
            place(&mut link.to);
        }
        journey.measurements.iter_mut().for_each(|measurement| place(&mut measurement.at));
        journey.opportunities.iter_mut().for_each(|opportunity| place(&mut opportunity.at));
        journey.storyboard.iter_mut().for_each(|panel| place(&mut panel.at));
    }
}

fn renamed(id: &mut Id, names: &BTreeMap<String, String>) {
    if let Some(new) = names.get(id.as_str()) {
        *id = Id::new(new);
    }
}

/// An id like this one that is not taken.
pub(crate) fn free(id: &str, taken: &BTreeSet<String>) -> String {
    let ending = |number: usize| format!("-{number}");
    let with = |number: usize| {
        let room = limits::ID_CHARS.saturating_sub(ending(number).len());
        id.chars().take(room).collect::<String>() + &ending(number)
    };
    // One of these is free: there are more of them than ids that are taken.
    (2..taken.len() + 3).map(with).find(|id| !taken.contains(id)).unwrap_or_else(|| id.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn careless_writing_makes_no_other_name() {
        for other in ["orientatie", "  Oriëntatie ", "ORIËNTATIE", "Orie\u{308}ntatie"] {
            assert_eq!(fold(other), fold("Oriëntatie"), "{other}");
        }
        assert_eq!(fold("Voor\n de  koop"), fold("voor de koop"));
        assert_ne!(fold("Покупка"), fold("Использование"));
        assert_eq!(fold("\u{301}"), "\u{301}");
    }

    #[test]
    fn a_free_id_is_not_taken_and_not_too_long() {
        let taken: BTreeSet<_> = ["kassa", "kassa-2"].map(str::to_owned).into();
        assert_eq!(free("kassa", &taken), "kassa-3");
        assert!(free(&"é".repeat(limits::ID_CHARS), &taken).chars().count() <= limits::ID_CHARS);
    }
}
