//! The parts of a journey that not every layout shows.

use crate::diagnostic::{Code, Diagnostic};
use crate::journey::choices::{self, Excerpt, Hidden};
use crate::journey::{Journey, LaneKind, Persona};
use crate::tongue::{Phrase, joined, listed, names, say};

use super::{Layout, protagonist};

/// A part of a journey. Curves and contact moments are none: the layouts that are of these say of themselves what they show of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Part {
    /// What is said of a persona besides the name, the portrait and a quote.
    Personas,
    /// The empathy maps.
    Empathy,
    /// The ways through the journey.
    Links,
    /// What was measured.
    Measurements,
    /// What could be better.
    Opportunities,
    /// The strip of pictures.
    Storyboard,
    /// What stands in lanes that are neither curves nor contact moments.
    Lanes,
    /// What is said of phases below their titles.
    Descriptions,
}

impl Part {
    /// Every part.
    pub const ALL: [Self; 8] = [
        Self::Lanes,
        Self::Descriptions,
        Self::Personas,
        Self::Empathy,
        Self::Links,
        Self::Measurements,
        Self::Opportunities,
        Self::Storyboard,
    ];

    /// What it is called in messages.
    #[must_use]
    pub fn said(self) -> Phrase {
        match self {
            Self::Personas => say!("part-personas"),
            Self::Empathy => say!("part-empathy"),
            Self::Links => say!("part-links"),
            Self::Measurements => say!("part-measurements"),
            Self::Opportunities => say!("part-opportunities"),
            Self::Storyboard => say!("part-storyboard"),
            Self::Lanes => say!("part-lanes"),
            Self::Descriptions => say!("part-descriptions"),
        }
    }

    /// Whether a journey has it.
    #[must_use]
    pub fn is_in(self, journey: &Journey) -> bool {
        match self {
            // Of all but the protagonist a head tells the name alone.
            Self::Personas => {
                let whose = journey.protagonist();
                let unsaid = |(index, persona): (usize, &Persona)| {
                    let of_another = || protagonist::line(persona).is_some() || !persona.quotes.is_empty();
                    says_more(persona) || Some(index) != whose && of_another()
                };
                journey.personas.iter().enumerate().any(unsaid)
            }
            Self::Empathy => journey.personas.iter().any(|persona| persona.empathy.is_some()),
            Self::Links => !journey.links.is_empty(),
            Self::Measurements => !journey.measurements.is_empty(),
            Self::Opportunities => !journey.opportunities.is_empty(),
            Self::Storyboard => !journey.storyboard.is_empty(),
            Self::Lanes => {
                let other = |kind: LaneKind| !matches!(kind, LaneKind::Emotion | LaneKind::Touchpoint);
                let lanes = journey.lanes.iter().enumerate().filter(|(_, lane)| other(lane.kind));
                lanes.into_iter().any(|(lane, _)| journey.phases.iter().any(|phase| !phase.cells[lane].is_empty()))
            }
            Self::Descriptions => journey.phases.iter().any(|phase| phase.description.is_some()),
        }
    }
}

/// Whether more is said of a persona than heads of posters show.
fn says_more(persona: &Persona) -> bool {
    let Persona { facts, generation, lifestyle, character, activities, interests, opinions, product, media, evidence, .. } =
        persona;
    let line = protagonist::line(persona);
    let told = |field: &str| line.as_ref().is_some_and(|line| line.field == field && line.whole);
    let texts = [("generation", generation), ("lifestyle", lifestyle), ("character", character)];
    let texts = texts.into_iter().any(|(field, text)| text.is_some() && !told(field));
    let lists = [activities, interests, opinions, media].into_iter().any(|list| !list.is_empty());
    let facts = !facts.is_empty() && !told("facts");
    texts || lists || facts || product.is_some() || !evidence.is_empty() || persona.quotes.len() > 1
}

/// What a journey has and none of the layouts that are made shows: said once, with the layouts that do.
#[must_use]
pub fn not_shown(journey: &Journey, made: &[&Layout], all: &[&Layout]) -> Option<Diagnostic> {
    let missing = Part::ALL.into_iter().filter(|part| part.is_in(journey));
    let missing: Vec<Part> = missing.filter(|part| !made.iter().any(|layout| layout.parts.contains(part))).collect();
    if missing.is_empty() || made.is_empty() {
        return None;
    }
    let quoted = |layouts: &[&str]| listed(layouts.iter().map(|name| format!("`{name}`").into()));
    let mut own: Vec<&str> = made.iter().map(|layout| layout.name).collect();
    own.dedup();
    let parts = with_and(missing.iter().map(|part| part.said()).collect())?;
    let message = say!("not-shown", count = own.len(), layouts = quoted(&own)?, parts = parts);
    let help = missing.iter().map(|part| {
        let mut shows: Vec<&str> = all.iter().filter(|layout| layout.parts.contains(part)).map(|layout| layout.name).collect();
        shows.dedup();
        match quoted(&shows) {
            Some(layouts) => say!("shown-by", count = shows.len(), layouts = layouts, part = part.said()),
            None => say!("shown-by-none", part = part.said()),
        }
    });
    Some(Diagnostic::new(Code::NotShown, message).help(joined(help)?))
}

/// That what documents say of themselves, such as START or the names of kinds of lanes, is in another language than the journey.
#[must_use]
pub fn other_labels(journey: &Journey) -> Option<Diagnostic> {
    journey.language.other_labels()?;
    let message = say!("other-labels", language = &journey.language.tag);
    Some(Diagnostic::new(Code::OtherLabels, message).at("/language").help(say!("other-labels-help")))
}

/// A list as it is said: with "and" before the last.
fn with_and(mut parts: Vec<Phrase>) -> Option<Phrase> {
    let last = parts.pop()?;
    Some(match listed(parts) {
        Some(first) => say!("listed-and", first = first, last = last),
        None => last,
    })
}

/// How the first thing that hides lanes which a layout would show can be chosen otherwise; nothing where none is hidden.
#[must_use]
pub(crate) fn unhide(part: &Excerpt, shows: impl Fn(&Hidden) -> bool) -> Option<Phrase> {
    let mut lanes = part.hidden().iter().filter(|hidden| shows(hidden)).peekable();
    let by = lanes.peek()?.by;
    let titles: Vec<&str> = lanes.filter(|hidden| hidden.by == by).map(|hidden| hidden.lane.title.as_str()).collect();
    let (option, count, lanes) = (by.option(), titles.len(), names(&titles, MOST_NAMES));
    Some(match by {
        choices::Part::Phase => say!("unhide-phases", count = count, lanes = lanes),
        choices::Part::Persona => say!("unhide-persona", count = count, lanes = lanes),
        choices::Part::Lane | choices::Part::Curve => say!("unhide-lanes", option = option, count = count, lanes = lanes),
    })
}

/// So many lanes are named.
const MOST_NAMES: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    fn personas(personas: &str) -> bool {
        let json = format!(
            r#"{{"klantreis": 1, "title": "t", "language": "nl", "personas": {personas}, "phases": [{{"title": "p", "cells": {{"action": "a"}}}}]}}"#
        );
        Part::Personas.is_in(&crate::read::json(&json).unwrap_or_else(|problems| panic!("{json}: {problems:?}")))
    }

    #[test]
    fn of_a_persona_of_whom_a_head_tells_all_nothing_is_not_shown() {
        for told in [
            r#"[{"name": "Noor"}]"#,
            r#"[{"name": "Noor", "facts": ["Verpleegkundige", "Twee kinderen"], "quotes": "Vooruit"}]"#,
            r#"[{"name": "Noor", "character": "Rustig"}, {"name": "Bo"}]"#,
            r#"[{"name": "Noor"}, {"name": "Bo", "facts": ["Student"]}]"#,
        ] {
            assert!(!personas(told), "{told}");
        }
        for more in [
            r#"[{"name": "Noor", "facts": [{"label": "Woont in", "text": "Almere"}]}]"#,
            r#"[{"name": "Noor", "target_group": "Gezinnen", "facts": ["Twee kinderen"]}]"#,
            r#"[{"name": "Noor", "quotes": ["Een", "Twee"]}]"#,
            r#"[{"name": "Noor", "media": ["radio"]}]"#,
            r#"[{"name": "Noor", "facts": ["Moeder"]}, {"name": "Bo", "facts": ["Student"]}]"#,
        ] {
            assert!(personas(more), "{more}");
        }
    }
}
