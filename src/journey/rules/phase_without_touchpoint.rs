//! `phase-without-touchpoint`: customer and organisation do not meet.

use super::findings::{Filled, about};
use super::{Findings, Group, Rule, Subject};
use crate::journey::LaneKind;
use crate::tongue::say;

/// The rule. A phase that holds nothing at all is left to `empty-cell`.
pub static RULE: Rule = Rule {
    id: "phase-without-touchpoint",
    group: Group::Cells,
    summary: "A phase holds something, but no touchpoint.",
    on: true,
    settings: &[],
    find,
};

fn find(subject: &Subject, findings: &mut Findings) {
    let (journey, lanes) = (subject.journey, subject.lanes(LaneKind::Touchpoint));
    let filled = Filled::of(journey);
    if lanes.is_empty() {
        if (0..journey.phases.len()).any(|phase| filled.phase(phase)) {
            findings.add("", say!("no-touchpoint-lane"), say!("no-touchpoint-lane-help", input = "json"));
        }
        return;
    }
    let misses = |phase: &usize| filled.phase(*phase) && !lanes.iter().any(|lane| filled.cell(*phase, *lane));
    let missing: Vec<_> = (0..journey.phases.len()).filter(misses).collect();
    if let Some(first) = missing.first() {
        let (part, all, names) = (missing.len(), journey.phases.len(), subject.phases(&missing));
        let message = say!("phases-without-touchpoint", part = part, all = all, names = names);
        let help = say!("phases-without-touchpoint-help");
        findings.add_about(about(&missing, &lanes), format!("/phases/{first}/title"), message, help);
    }
}
