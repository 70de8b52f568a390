//! `extra-phase`: the journey has phases that the model does not have.

use super::findings::{about, share};
use super::{Findings, Group, Rule, Subject};

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
        let share = share(extra.len(), subject.journey.phases.len(), "phase");
        let message = format!("{share} not in {}: {}", model.name(), subject.phases(&extra));
        let help = "take it out, or give it the title or id that the model has";
        findings.add_about(about(&extra, &[]), format!("/phases/{first}/title"), message, help);
    }
}
