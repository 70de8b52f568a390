//! The journey that others are compared with: a preset, or one of the teacher's own.

use crate::journey::aliases;
use crate::journey::{Journey, Lane, Term, TermLanguage};

/// What journeys are to have: its stages, phases and lanes.
///
/// A journey has a phase or stage of the model when the ids are the same or the titles mean the same: Dutch `Oriëntatiefase` is
/// Danish `Orientering`. It has a lane when it has one of that kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    name: String,
    main: Journey,
    translations: Vec<Journey>,
}

/// Which parts of a journey are compared: id and title of each.
type Parts = for<'j> fn(&'j Journey) -> Vec<(&'j str, &'j str)>;

const STAGES: Parts = |journey| journey.stages.iter().map(|stage| (&*stage.id, stage.title.as_str())).collect();
const PHASES: Parts = |journey| journey.phases.iter().map(|phase| (&*phase.id, phase.title.as_str())).collect();

/// The ways in which one stage or phase is called.
struct Called {
    /// Its id, and its titles in small letters.
    names: Vec<String>,
    /// What those mean, as ids of the presets.
    meanings: Vec<&'static str>,
}

impl Called {
    fn of<'n>(names: impl Iterator<Item = &'n str>) -> Self {
        let names: Vec<_> = names.map(str::to_lowercase).collect();
        let meanings = names.iter().flat_map(|name| meanings(name)).collect();
        Self { names, meanings }
    }
}

impl Model {
    /// A model, and how messages call it. The same journey in other languages may stand beside it, its stages and phases in the
    /// same order: their titles count as well.
    #[must_use]
    pub fn new(name: impl Into<String>, main: Journey, translations: Vec<Journey>) -> Self {
        Self { name: name.into(), main, translations }
    }

    /// How messages call it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The titles of the stages that a journey lacks, and how many there are to be.
    pub(super) fn missing_stages(&self, journey: &Journey) -> (Vec<&str>, usize) {
        self.missing(journey, STAGES)
    }

    /// The same of phases.
    pub(super) fn missing_phases(&self, journey: &Journey) -> (Vec<&str>, usize) {
        self.missing(journey, PHASES)
    }

    /// The same of lanes: of each kind there are to be as many as here.
    pub(super) fn missing_lanes(&self, journey: &Journey) -> (Vec<&str>, usize) {
        let shown = self.in_language(journey.language.terms);
        let mut left: Vec<_> = journey.lanes.iter().map(|lane| lane.kind).collect();
        let mut missing = Vec::new();
        for (index, lane) in self.main.lanes.iter().enumerate() {
            match left.iter().position(|kind| *kind == lane.kind) {
                Some(found) => _ = left.swap_remove(found),
                None => missing.push(shown.lanes.get(index).unwrap_or(lane).title.as_str()),
            }
        }
        (missing, self.main.lanes.len())
    }

    /// The indices of the phases of a journey that are not here.
    pub(super) fn extra_phases(&self, journey: &Journey) -> Vec<usize> {
        let matched = self.matches(journey, PHASES);
        (0..journey.phases.len()).filter(|phase| !matched.contains(&Some(*phase))).collect()
    }

    /// Whether it has a lane of the kind of this one.
    pub(super) fn asks_for(&self, lane: &Lane) -> bool {
        self.main.lanes.iter().any(|asked| asked.kind == lane.kind)
    }

    fn in_language(&self, language: TermLanguage) -> &Journey {
        let other = self.translations.iter().find(|journey| journey.language.terms == language);
        other.filter(|_| self.main.language.terms != language).unwrap_or(&self.main)
    }

    fn missing(&self, journey: &Journey, parts: Parts) -> (Vec<&str>, usize) {
        let matched = self.matches(journey, parts);
        let (own, shown) = (parts(&self.main), parts(self.in_language(journey.language.terms)));
        let title = |index: usize| shown.get(index).or_else(|| own.get(index)).map(|(_, title)| *title);
        let missing = matched.iter().enumerate().filter(|(_, found)| found.is_none());
        (missing.filter_map(|(index, _)| title(index)).collect(), own.len())
    }

    /// For each part the index of the one in the journey that it is matched with. No two share one.
    fn matches(&self, journey: &Journey, parts: Parts) -> Vec<Option<usize>> {
        let titles = |index: usize| {
            let others = self.translations.iter().filter_map(move |journey| parts(journey).get(index).map(|(_, title)| *title));
            others.collect::<Vec<_>>()
        };
        let own = parts(&self.main).into_iter().enumerate();
        let asked: Vec<_> = own.map(|(index, (id, title))| Called::of([id, title].into_iter().chain(titles(index)))).collect();
        let there: Vec<_> = parts(journey).into_iter().map(|(id, title)| Called::of([id, title].into_iter())).collect();
        let mut matched = vec![None; asked.len()];
        let mut taken = vec![false; there.len()];
        let alike = |a: &Called, b: &Called| a.names.iter().any(|name| b.names.contains(name));
        let akin = |a: &Called, b: &Called| a.meanings.iter().any(|one| b.meanings.contains(one));
        // What has the same name goes before what only means the same.
        for fits in [&alike as &dyn Fn(&Called, &Called) -> bool, &akin] {
            for (asked, matched) in asked.iter().zip(&mut matched).filter(|(_, matched)| matched.is_none()) {
                *matched = (0..there.len()).find(|index| !taken[*index] && fits(asked, &there[*index]));
                if let Some(index) = *matched {
                    taken[index] = true;
                }
            }
        }
        matched
    }
}

/// The phase or stage of the presets that a name stands for: as a whole, else by its words, as in “Oriëntatie en zoeken”.
fn meanings(name: &str) -> Vec<&'static str> {
    let whole = aliases::phase(name).or_else(|| stage(name));
    let words = || name.split(|c: char| !c.is_alphabetic()).filter_map(aliases::phase).collect();
    whole.map_or_else(words, |id| vec![id])
}

/// The stage of the presets that a name stands for, by its id there.
fn stage(name: &str) -> Option<&'static str> {
    let stages = [("before", Term::Before), ("during", Term::During), ("after", Term::After)];
    let named = |term: Term| TermLanguage::ALL.iter().any(|language| term.text(*language).to_lowercase() == name);
    stages.into_iter().find(|(_, term)| named(*term)).map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_mean_the_same_across_languages_and_ways_of_writing() {
        for (name, expected) in [
            ("oriëntatiefase", &["orientation"] as &[&str]),
            ("fase 4: aankoop (beslissing)", &["purchase"]),
            ("oriëntatie en zoeken", &["orientation"]),
            ("aankoop en gebruik", &["purchase", "use"]),
            ("før", &["before"]),
            ("fase 1", &[]),
            ("booke og betale", &[]),
        ] {
            assert_eq!(meanings(name), expected, "{name}");
        }
    }
}
