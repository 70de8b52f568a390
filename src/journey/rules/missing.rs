//! `missing-stage`, `missing-phase`, `missing-lane`: what the model has and the journey lacks.

use super::findings::named;
use super::{Findings, Group, Model, Rule, Subject};
use crate::journey::Journey;
use crate::tongue::{Phrase, say};

/// The rule for stages.
pub static STAGE: Rule = Rule {
    id: "missing-stage",
    group: Group::Model,
    summary: "The model has a stage that the journey lacks.",
    on: true,
    settings: &[],
    find: |subject, findings| {
        let help = say!("missing-stages-help", input = "json");
        let place = if subject.journey.stages.is_empty() { "" } else { "/stages" };
        let message: Said =
            |count, all, model, names| say!("missing-stages", count = count, all = all, model = model, names = names);
        find(message, Model::missing_stages, (place, help), subject, findings);
    },
};

/// The rule for phases.
pub static PHASE: Rule = Rule {
    id: "missing-phase",
    group: Group::Model,
    summary: "The model has a phase that the journey lacks.",
    on: true,
    settings: &[],
    find: |subject, findings| {
        let help = say!("missing-phases-help", input = "json");
        let message: Said =
            |count, all, model, names| say!("missing-phases", count = count, all = all, model = model, names = names);
        find(message, Model::missing_phases, ("/phases", help), subject, findings);
    },
};

/// The rule for lanes.
pub static LANE: Rule = Rule {
    id: "missing-lane",
    group: Group::Model,
    summary: "The model has a lane of a kind that the journey lacks.",
    on: true,
    settings: &[],
    find: |subject, findings| {
        let help = say!("missing-lanes-help", input = "json");
        let place = if subject.journey.lanes.is_empty() { "" } else { "/lanes" };
        let message: Said =
            |count, all, model, names| say!("missing-lanes", count = count, all = all, model = model, names = names);
        find(message, Model::missing_lanes, (place, help), subject, findings);
    },
};

/// What is missing, by its titles, and how many there are to be.
type Missing = for<'m> fn(&'m Model, &Journey) -> (Vec<&'m str>, usize);

/// What is said of it: how many, of how many, of which model, and their names.
type Said = fn(usize, usize, &str, Phrase) -> Phrase;

fn find(said: Said, missing: Missing, (place, help): (&str, Phrase), subject: &Subject, findings: &mut Findings) {
    let Some(model) = subject.model else { return };
    let (missing, all) = missing(model, subject.journey);
    let (count, name) = (missing.len(), model.name());
    if count > 0 {
        let names = named(missing.iter().copied());
        findings.add(place, said(count, all, name, names), help);
    }
}
