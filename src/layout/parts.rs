//! The parts of a journey that stand beside its phases and lanes, and that not every layout shows.

use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{Journey, Persona};

use super::Layout;

/// A part of a journey. What stands in the cells of the grid is none: every layout says of itself what it shows of that.
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
}

impl Part {
    /// Every part, with what it is called in messages.
    pub const ALL: [(Self, &'static str); 6] = [
        (Self::Personas, "all that is said of the personas"),
        (Self::Empathy, "the empathy maps"),
        (Self::Links, "the links"),
        (Self::Measurements, "the measurements"),
        (Self::Opportunities, "the opportunities"),
        (Self::Storyboard, "the storyboard"),
    ];

    /// Whether a journey has it.
    #[must_use]
    pub fn is_in(self, journey: &Journey) -> bool {
        match self {
            // Of all but the first a head tells the name alone.
            Self::Personas => {
                journey.personas.iter().any(says_more)
                    || journey.personas.iter().skip(1).any(|persona| !persona.quotes.is_empty())
            }
            Self::Empathy => journey.personas.iter().any(|persona| persona.empathy.is_some()),
            Self::Links => !journey.links.is_empty(),
            Self::Measurements => !journey.measurements.is_empty(),
            Self::Opportunities => !journey.opportunities.is_empty(),
            Self::Storyboard => !journey.storyboard.is_empty(),
        }
    }
}

/// Whether more is said of a persona than heads of posters show.
fn says_more(persona: &Persona) -> bool {
    let Persona { facts, generation, lifestyle, character, activities, interests, opinions, product, media, evidence, .. } =
        persona;
    let texts = [generation, lifestyle, character].into_iter().any(Option::is_some);
    let lists = [activities, interests, opinions, media].into_iter().any(|list| !list.is_empty());
    texts || lists || !facts.is_empty() || product.is_some() || !evidence.is_empty()
}

/// What a journey has and none of the layouts that are made shows: said once, with the layouts that do.
#[must_use]
pub fn not_shown(journey: &Journey, made: &[&Layout], all: &[&Layout]) -> Option<Diagnostic> {
    let missing =
        Part::ALL.into_iter().filter(|(part, _)| part.is_in(journey) && !made.iter().any(|layout| layout.parts.contains(part)));
    let missing: Vec<_> = missing.collect();
    if missing.is_empty() || made.is_empty() {
        return None;
    }
    let names = |layouts: &[&str]| layouts.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
    let mut own: Vec<&str> = made.iter().map(|layout| layout.name).collect();
    own.dedup();
    let parts: Vec<_> = missing.iter().map(|(_, name)| *name).collect();
    let does = if own.len() == 1 { "the layout" } else { "the layouts" };
    let verb = if own.len() == 1 { "does" } else { "do" };
    let message = format!("{does} {} {verb} not show {}", names(&own), listed(&parts));
    let help = missing.iter().map(|(part, name)| {
        let mut shows: Vec<&str> = all.iter().filter(|layout| layout.parts.contains(part)).map(|layout| layout.name).collect();
        shows.dedup();
        if shows.is_empty() { format!("no layout shows {name} yet") } else { format!("{} shows {name}", names(&shows)) }
    });
    Some(Diagnostic::new(Code::NotShown, message).help(help.collect::<Vec<_>>().join("; ")))
}

/// A list as it is said: with "and" before the last.
fn listed(parts: &[&str]) -> String {
    match parts {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
