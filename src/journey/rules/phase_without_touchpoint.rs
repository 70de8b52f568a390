//! `phase-without-touchpoint`: customer and organisation do not meet.

use super::findings::{Filled, about, share};
use super::{Findings, Group, Rule, Subject};
use crate::journey::LaneKind;

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
            let help = "add a lane of kind `touchpoint`: where do customer and organisation meet?";
            findings.add("", "the journey has no lane for touchpoints", help);
        }
        return;
    }
    let misses = |phase: &usize| filled.phase(*phase) && !lanes.iter().any(|lane| filled.cell(*phase, *lane));
    let missing: Vec<_> = (0..journey.phases.len()).filter(misses).collect();
    if let Some(first) = missing.first() {
        let message =
            format!("{} without a touchpoint: {}", share(missing.len(), journey.phases.len(), "phase"), subject.phases(&missing));
        let help = "say where customer and organisation meet there";
        findings.add_about(about(&missing, &lanes), format!("/phases/{first}/title"), message, help);
    }
}
