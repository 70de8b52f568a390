//! `no-persona`: nobody travels.

use super::findings::lacking;
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::tongue::say;

/// The rule.
pub static RULE: Rule = Rule {
    id: "no-persona",
    group: Group::Who,
    summary: "The journey does not say who travels.",
    on: true,
    settings: &[AnySetting::Flag(&SCENARIO)],
    find,
};

static SCENARIO: Setting<bool> = Setting {
    name: "scenario",
    about: "Whether a scenario, which tells who travels and why, will do in place of a persona.",
    default: true,
};

fn find(subject: &Subject, findings: &mut Findings) {
    let journey = subject.journey;
    let told = subject.flag(&SCENARIO) && journey.scenario.is_some();
    if journey.personas.is_empty() && !told {
        let help = if subject.flag(&SCENARIO) {
            say!("no-persona-help", input = "json", cell = "", label = "")
        } else {
            say!("no-persona-strict-help", input = "json")
        };
        let lacks = if subject.flag(&SCENARIO) { "/scenario" } else { "/personas" };
        findings.add_about(lacking(lacks), "", say!("no-persona"), help);
    }
}
