//! `empty-cell`: phases and lanes in which nothing stands.

use super::findings::{Filled, about, name, named};
use super::{AnySetting, Findings, Group, Rule, Setting, Subject};
use crate::journey::LaneKind;
use crate::tongue::say;

/// The rule. Cells of touchpoints and of scores in phases that hold something have rules of their own.
pub static RULE: Rule = Rule {
    id: "empty-cell",
    group: Group::Cells,
    summary: "Phases, lanes or single cells hold nothing.",
    on: true,
    settings: &[AnySetting::Kinds(&SPARSE)],
    find,
};

static SPARSE: Setting<&[LaneKind]> = Setting {
    name: "sparse",
    about: "Kinds of lane in which some cells may stay empty, unless the model of `--against` has the lane.",
    default: &[
        LaneKind::Message,
        LaneKind::Barrier,
        LaneKind::Opportunity,
        LaneKind::Quote,
        LaneKind::Backstage,
        LaneKind::Priority,
        LaneKind::Design,
        LaneKind::Measure,
        LaneKind::Image,
        LaneKind::Text,
    ],
};

fn find(subject: &Subject, findings: &mut Findings) {
    let journey = subject.journey;
    let filled = Filled::of(journey);
    let (begun, blank): (Vec<_>, Vec<_>) = (0..journey.phases.len()).partition(|phase| filled.phase(*phase));
    if begun.is_empty() {
        findings.add("/phases/0/title", say!("no-phase-begun"), say!("no-phase-begun-help"));
        return;
    }
    if let Some(first) = blank.first() {
        let message = say!("phases-empty", part = blank.len(), all = journey.phases.len(), names = subject.phases(&blank));
        findings.add_about(about(&blank, &[]), format!("/phases/{first}/title"), message, say!("phases-empty-help"));
    }
    lanes(subject, &filled, &begun, findings);
}

/// Lanes of which nothing stands in the phases that hold something, and lanes with gaps.
fn lanes(subject: &Subject, filled: &Filled, begun: &[usize], findings: &mut Findings) {
    let journey = subject.journey;
    let (mut blank, mut gaps) = (Vec::new(), Vec::new());
    for (lane, row) in journey.lanes.iter().enumerate() {
        if matches!(row.kind, LaneKind::Touchpoint | LaneKind::Emotion) {
            continue;
        }
        let empty: Vec<_> = begun.iter().copied().filter(|phase| !filled.cell(*phase, lane)).collect();
        let sparse = subject.has_kind(&SPARSE, row.kind) && !subject.model.is_some_and(|model| model.asks_for(row));
        if empty.len() == begun.len() {
            blank.push(lane);
        } else if !empty.is_empty() && !sparse {
            gaps.push((lane, empty));
        }
    }
    let title = |lane: &usize| journey.lanes[*lane].title.as_str();
    match blank.as_slice() {
        [] => {}
        [lane] => {
            findings.add_about(
                about(&[], &blank),
                format!("/lanes/{lane}/kind"),
                say!("lane-empty", lane = name(title(lane))),
                say!("lane-empty-help"),
            );
        }
        [first, ..] => {
            let names = named(blank.iter().map(title));
            let message = say!("lanes-empty", part = blank.len(), all = journey.lanes.len(), names = names);
            findings.add_about(about(&[], &blank), format!("/lanes/{first}/kind"), message, say!("lanes-empty-help"));
        }
    }
    for (lane, empty) in gaps {
        let (count, all, phases) = (empty.len(), journey.phases.len(), subject.phases(&empty));
        let message = say!("lane-has-gaps", lane = name(title(&lane)), part = count, all = all, phases = phases);
        findings.add_about(about(&empty, &[lane]), format!("/phases/{}/title", empty[0]), message, say!("lane-has-gaps-help"));
    }
}
