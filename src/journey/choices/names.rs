//! The names by which parts of a journey are chosen.

use super::{Part, UnknownChoice};
use crate::journey::{Journey, Lane, LaneKind, Persona, PersonaKind, Purpose, Term, TermLanguage, aliases, fold};
use crate::nearest::nearest;

/// The parts of a journey by their names.
pub(super) struct Names<'j> {
    journey: &'j Journey,
}

impl<'j> Names<'j> {
    pub fn of(journey: &'j Journey) -> Self {
        Self { journey }
    }

    /// The indices of what these names stand for; `None` where nothing was named.
    pub fn chosen(&self, part: Part, given: &[String]) -> Result<Option<Vec<usize>>, UnknownChoice> {
        if given.is_empty() {
            return Ok(None);
        }
        let mut chosen = Vec::new();
        for text in given {
            let whole = self.titled(part, text.trim());
            if !whole.is_empty() {
                // A comma may be part of a title.
                chosen.extend(whole);
                continue;
            }
            let mut names = text.split(',').map(str::trim).filter(|name| !name.is_empty()).peekable();
            if names.peek().is_none() {
                return Err(self.unknown(part, text.trim()));
            }
            for name in names {
                let found = self.find(part, name);
                if found.is_empty() && !(part == Part::Lane && self.records().any(|kind| lane_kind(name) == Some(kind))) {
                    return Err(self.unknown(part, name));
                }
                chosen.extend(found);
            }
        }
        Ok(Some(chosen))
    }

    /// Whether the records of that kind are shown, which have rows of their own: where lanes are chosen, those of them that are named by
    /// their kind, or by a lane of it.
    pub fn shows(&self, kind: LaneKind, lanes: &[String], chosen: Option<&[usize]>) -> bool {
        let of_kind = |lane: &usize| self.journey.lanes[*lane].kind == kind;
        let named = || lanes.iter().flat_map(|text| text.split(',')).any(|name| lane_kind(name.trim()) == Some(kind));
        chosen.is_none_or(|chosen| chosen.iter().any(of_kind) || named())
    }

    /// The kinds of lanes in whose place the journey has records.
    fn records(&self) -> impl Iterator<Item = LaneKind> {
        let there = [
            (LaneKind::Opportunity, !self.journey.opportunities.is_empty()),
            (LaneKind::Measure, !self.journey.measurements.is_empty()),
        ];
        there.into_iter().filter(|(_, there)| *there).map(|(kind, _)| kind)
    }

    /// What a name stands for: the parts of that id, else of that title, else of that kind.
    fn find(&self, part: Part, name: &str) -> Vec<usize> {
        let titled = self.titled(part, name);
        if !titled.is_empty() {
            return titled;
        }
        let folded = fold(name);
        let of_kind = |index: &usize| match part {
            Part::Lane => lane_kind(name) == Some(self.journey.lanes[*index].kind),
            Part::Curve => self.is(part, *index) && self.is_curve_of(*index, &folded),
            Part::Phase => self.is_phase_of(*index, name, &folded),
            // By the first name, where the whole name has more.
            Part::Persona => {
                let Persona { name, kind, .. } = &self.journey.personas[*index];
                fold(name).split(' ').any(|word| word == folded)
                    || kind.is_some_and(|kind| kind_names(kind).any(|kind| fold(kind) == folded))
            }
        };
        (0..self.named(part).len()).filter(of_kind).collect()
    }

    /// The parts of that id, else of that title.
    fn titled(&self, part: Part, name: &str) -> Vec<usize> {
        let named = self.named(part);
        let folded = fold(name);
        let among = |fits: &dyn Fn(&str, &str) -> bool| -> Vec<usize> {
            let own = named.iter().enumerate().filter(|(index, _)| self.is(part, *index));
            own.filter(|(_, (id, title))| fits(id, title)).map(|(index, _)| index).collect()
        };
        let mut found = among(&|id, _| id == name);
        if found.is_empty() {
            found = among(&|id, _| fold(id) == folded);
        }
        if found.is_empty() {
            found = among(&|_, title| fold(title) == folded);
        }
        found
    }

    /// Id and title of everything in the list of a part.
    fn named(&self, part: Part) -> Vec<(&'j str, &'j str)> {
        match part {
            Part::Lane | Part::Curve => self.journey.lanes.iter().map(|lane| (lane.id.as_str(), lane.title.as_str())).collect(),
            Part::Phase => self.journey.phases.iter().map(|phase| (phase.id.as_str(), phase.title.as_str())).collect(),
            Part::Persona => self.journey.personas.iter().map(|person| (person.id.as_str(), person.name.as_str())).collect(),
        }
    }

    /// Whether something in that list is such a part.
    fn is(&self, part: Part, index: usize) -> bool {
        part != Part::Curve || self.journey.lanes[index].scale.is_some()
    }

    /// Whether a curve is that of a person, or stands for that purpose.
    fn is_curve_of(&self, lane: usize, folded: &str) -> bool {
        let lane = &self.journey.lanes[lane];
        let persona = lane.persona.as_ref().and_then(|id| self.journey.persona(id));
        let theirs = persona.is_some_and(|persona| fold(&persona.id) == folded || fold(&persona.name) == folded);
        let stands_for = |purpose: Purpose| {
            let mut terms = TermLanguage::ALL.iter().map(|language| purpose.term().text(*language));
            fold(purpose.name()) == folded || terms.any(|term| fold(term) == folded)
        };
        theirs || lane.purpose.is_some_and(stands_for) || lane_kind(folded) == Some(LaneKind::Emotion)
    }

    /// Whether a phase stands in a stage of that name, or is the phase of the presets that it stands for.
    fn is_phase_of(&self, phase: usize, name: &str, folded: &str) -> bool {
        let phase = &self.journey.phases[phase];
        let in_stage = phase.stage.map(|stage| &self.journey.stages[stage]);
        let in_stage = in_stage.is_some_and(|stage| fold(&stage.id) == folded || fold(&stage.title) == folded);
        let preset = aliases::phase(name).is_some_and(|id| phase.id.as_str() == id || aliases::phase(&phase.title) == Some(id));
        in_stage || preset
    }

    /// By what else a part is known that the journey has: lanes by their kind, curves by their person and what they stand for.
    fn others(&self, part: Part) -> Vec<&'j str> {
        let lanes = self.journey.lanes.iter();
        match part {
            Part::Lane => {
                let called = |kind: LaneKind| TermLanguage::ALL.iter().map(move |language| kind.term().text(*language));
                lanes.flat_map(|lane| called(lane.kind).chain([lane.kind.name()])).collect()
            }
            Part::Curve => {
                let known = |lane: &'j Lane| {
                    let person = lane.persona.as_ref().and_then(|id| self.journey.persona(id)).map(|person| person.name.as_str());
                    let purpose = lane.purpose.into_iter().flat_map(|purpose| {
                        let terms = TermLanguage::ALL.iter().map(move |language| purpose.term().text(*language));
                        [purpose.name()].into_iter().chain(terms)
                    });
                    purpose.chain(person)
                };
                lanes.filter(|lane| lane.scale.is_some()).flat_map(known).collect()
            }
            Part::Persona => self.journey.personas.iter().filter_map(|persona| persona.kind).flat_map(kind_names).collect(),
            Part::Phase => Vec::new(),
        }
    }

    fn unknown(&self, part: Part, given: &str) -> UnknownChoice {
        let named = self.named(part).into_iter().enumerate().filter(|(index, _)| self.is(part, *index));
        let (ids, mut titles): (Vec<&str>, Vec<&str>) = named.map(|(_, names)| names).unzip();
        // What stands on the poster is what people read off it: stages as well.
        if part == Part::Phase {
            titles.splice(0..0, self.journey.stages.iter().map(|stage| stage.title.as_str()));
        }
        if part == Part::Lane {
            let new = self.records().map(LaneKind::name).filter(|name| !ids.contains(name)).collect::<Vec<_>>();
            titles.extend(new);
        }
        let nearest = nearest(given, titles.iter().chain(&ids).copied().chain(self.others(part))).map(str::to_owned);
        let mut known: Vec<String> = Vec::new();
        for title in titles {
            if !known.iter().any(|known| known == title) {
                known.push(title.to_owned());
            }
        }
        UnknownChoice { part, given: given.to_owned(), nearest, known }
    }
}

/// What a kind of persona is called, in any language.
fn kind_names(kind: PersonaKind) -> impl Iterator<Item = &'static str> {
    let term = match kind {
        PersonaKind::Buyer => Term::Buyer,
        PersonaKind::User => Term::User,
    };
    TermLanguage::ALL.iter().map(move |language| term.text(*language)).chain([kind.name()])
}

/// The kind of lane of a name, in any language.
fn lane_kind(name: &str) -> Option<LaneKind> {
    LaneKind::from_name(&name.to_lowercase()).or_else(|| aliases::lane(name))
}
