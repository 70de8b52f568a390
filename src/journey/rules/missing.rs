//! `missing-stage`, `missing-phase`, `missing-lane`: what the model has and the journey lacks.

use super::findings::{be, named};
use super::{Findings, Group, Model, Rule, Subject};
use crate::journey::Journey;

/// The rule for stages.
pub static STAGE: Rule = Rule {
    id: "missing-stage",
    group: Group::Model,
    summary: "The model has a stage that the journey lacks.",
    on: true,
    settings: &[],
    find: |subject, findings| {
        let help = "add it to `stages`, or give one of your own its title or id";
        let place = if subject.journey.stages.is_empty() { "" } else { "/stages" };
        find("stages", Model::missing_stages, (place, help), subject, findings);
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
        let help = "add it to `phases`, or give one of your own its title or id";
        find("phases", Model::missing_phases, ("/phases", help), subject, findings);
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
        let help = "add a lane of that kind to `lanes`, and fill it in";
        let place = if subject.journey.lanes.is_empty() { "" } else { "/lanes" };
        find("lanes", Model::missing_lanes, (place, help), subject, findings);
    },
};

/// What is missing, by its titles, and how many there are to be.
type Missing = for<'m> fn(&'m Model, &Journey) -> (Vec<&'m str>, usize);

fn find(noun: &str, missing: Missing, (place, help): (&str, &str), subject: &Subject, findings: &mut Findings) {
    let Some(model) = subject.model else { return };
    let (missing, all) = missing(model, subject.journey);
    let (count, name) = (missing.len(), model.name());
    if count > 0 {
        let names = named(missing.iter().copied());
        findings.add(place, format!("{count} of the {all} {noun} of {name} {} missing: {names}", be(count)), help);
    }
}
