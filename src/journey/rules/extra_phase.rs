//! `extra-phase`: the journey has phases that the model does not have.

use super::findings::about;
use super::{Findings, Group, Rule, Subject};
use crate::tongue::say;

/// The rule. It is off unless it is asked for: a phase of one's own is seldom a fault.
pub static RULE: Rule = Rule {
    id: "extra-phase",
    group: Group::Model,
    summary: "The journey has a phase that the model does not have.",
    on: false,
    settings: &[],
    find,
};

fn find(subject: &Subject, findings: &mut Findings) {
    let Some(model) = subject.model else { return };
    let extra = model.extra_phases(subject.journey);
    if let Some(first) = extra.first() {
        let (part, all) = (extra.len(), subject.journey.phases.len());
        let message = say!("extra-phases", part = part, all = all, model = model.name(), names = subject.phases(&extra));
        let help = say!("extra-phases-help", input = "json");
        findings.add_about(about(&extra, &[]), format!("/phases/{first}/title"), message, help);
    }
}
