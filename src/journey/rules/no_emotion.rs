//! `no-emotion`: the curve has gaps.

use super::findings::{Filled, about, named, plural};
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::journey::LaneKind;

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
        findings.add("", "the journey has no lane for the emotion", "add a lane of kind `emotion` with a score for each phase");
    }
    let filled = Filled::of(journey);
    let begun: Vec<_> = (0..journey.phases.len()).filter(|phase| filled.phase(*phase)).collect();
    let scored = Filled::by(journey, |item| item.score.is_some());
    for lane in lanes {
        let missing: Vec<_> = begun.iter().copied().filter(|phase| !scored.cell(*phase, lane)).collect();
        let title = named([journey.lanes[lane].title.as_str()].into_iter());
        let Some(first) = missing.first() else { continue };
        if missing.len() == begun.len() {
            findings.add_about(
                about(&[], &[lane]),
                format!("/lanes/{lane}/kind"),
                format!("the lane {title} has no scores"),
                "give each phase a score: `{ \"score\": 1 }`",
            );
            continue;
        }
        let message = format!(
            "the lane {title} has no score in {} of {} {}: {}",
            missing.len(),
            journey.phases.len(),
            plural(journey.phases.len(), "phase"),
            subject.phases(&missing)
        );
        let help = "say how the customer feels there, as in `{ \"score\": 1 }`";
        findings.add_about(about(&missing, &[lane]), format!("/phases/{first}/title"), message, help);
    }
}
