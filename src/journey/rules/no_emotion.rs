//! `no-emotion`: the curve has gaps.

use super::findings::{Filled, about, name};
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::journey::LaneKind;
use crate::tongue::say;

/// The rule. A phase that holds nothing at all is left to `empty-cell`.
pub static RULE: Rule = Rule {
    id: "no-emotion",
    group: Group::Cells,
    summary: "An emotion lane has no score for a phase that holds something.",
    on: true,
    settings: &[AnySetting::Flag(&LANE)],
    find,
};

static LANE: Setting<bool> =
    Setting { name: "lane", about: "Whether every journey must have a lane of kind `emotion`.", default: false };

fn find(subject: &Subject, findings: &mut Findings) {
    let (journey, lanes) = (subject.journey, subject.lanes(LaneKind::Emotion));
    if lanes.is_empty() && subject.flag(&LANE) {
        findings.add("", say!("no-emotion-lane"), say!("no-emotion-lane-help", input = "json"));
    }
    let filled = Filled::of(journey);
    let begun: Vec<_> = (0..journey.phases.len()).filter(|phase| filled.phase(*phase)).collect();
    let scored = Filled::by(journey, |item| item.score.is_some());
    for lane in lanes {
        let missing: Vec<_> = begun.iter().copied().filter(|phase| !scored.cell(*phase, lane)).collect();
        let title = name(&journey.lanes[lane].title);
        let Some(first) = missing.first() else { continue };
        if missing.len() == begun.len() {
            findings.add_about(
                about(&[], &[lane]),
                format!("/lanes/{lane}/kind"),
                say!("no-scores", lane = title),
                say!("no-scores-help", input = "json"),
            );
            continue;
        }
        let (part, all, phases) = (missing.len(), journey.phases.len(), subject.phases(&missing));
        let message = say!("scores-have-gaps", lane = title, part = part, all = all, phases = phases);
        let help = say!("scores-have-gaps-help", input = "json");
        findings.add_about(about(&missing, &[lane]), format!("/phases/{first}/title"), message, help);
    }
}
