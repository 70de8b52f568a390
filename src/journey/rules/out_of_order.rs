//! `out-of-order`: touchpoints that stand behind later ones.

use super::chronology::When;
use super::findings::{about, name, quoted};
use super::{Findings, Group, Rule, Subject};
use crate::journey::{Item, LaneKind};
use crate::tongue::say;

/// The rule. In each lane of touchpoints, what says when it happens is compared with the one before it that says so in the same way:
/// dates with dates, times with times. What cannot be read, and what stands apart by another kind of time, is left alone.
pub static RULE: Rule = Rule {
    id: "out-of-order",
    group: Group::Order,
    summary: "A touchpoint happens before one that stands earlier in its lane.",
    on: true,
    settings: &[],
    find,
};

/// A touchpoint with its time, and where it stands.
#[derive(Clone, Copy)]
struct Met<'a> {
    item: &'a Item,
    when: When,
    phase: usize,
    index: usize,
}

fn find(subject: &Subject, findings: &mut Findings) {
    let journey = subject.journey;
    for lane in subject.lanes(LaneKind::Touchpoint) {
        let wrong = wrong_in(subject, lane);
        let Some((earlier, later)) = wrong.first() else { continue };
        let pointer = format!("{}/when", journey.pointer_to_item(later.phase, lane, later.index));
        let help = say!("out-of-order-help", input = "json");
        let (first, then, title) = (said(earlier), said(later), name(&journey.lanes[lane].title));
        let message = match wrong.len() - 1 {
            0 => say!("out-of-order", later = then, earlier = first),
            more => say!("out-of-order-more", later = then, earlier = first, more = more, lane = title),
        };
        findings.add_about(about(&[later.phase], &[lane]), pointer, message, help);
    }
}

fn said(met: &Met) -> String {
    let when = quoted(met.item.when.as_deref().unwrap_or_default());
    met.item.text.as_deref().map_or(when.clone(), |text| format!("{} ({when})", quoted(text)))
}

/// The pairs of a lane that are out of order: each with the one before it that can be compared, so that one slip is one pair.
fn wrong_in<'a>(subject: &Subject<'a>, lane: usize) -> Vec<(Met<'a>, Met<'a>)> {
    let journey = subject.journey;
    let mut wrong = Vec::new();
    // The last day with its year, and the last time of any other kind since then.
    let (mut day, mut other): (Option<Met>, Option<Met>) = (None, None);
    for (phase, column) in journey.phases.iter().enumerate() {
        for (index, item) in column.cells[lane].iter().enumerate() {
            let Some(written) = &item.when else { continue };
            let Some(when) = When::read(written, journey.language.terms) else {
                // It may be on another day, after which times begin anew.
                other = None;
                continue;
            };
            let met = Met { item, when, phase, index };
            let last = if matches!(when, When::Calendar { .. }) {
                other = None;
                day.replace(met)
            } else {
                other.replace(met)
            };
            wrong.extend(last.filter(|last| when.is_before(last.when)).map(|last| (last, met)));
        }
    }
    wrong
}
