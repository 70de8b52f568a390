//! Dull and dangerous stretches of the first curve, by a rule.
//!
//! A phase is dangerous when what came is below what was expected, or is aimed at, by half of the scale or more: phases after each other
//! are one stretch, named at the deepest. Where customers leave, that is said at the point. A phase is dull when the curve does not move
//! from the score before it to the score behind it, and stays within the middle half of the scale. What the author says of a phase is not
//! said twice.

use std::ops::Range;

use crate::journey::{Journey, Purpose, Risk, RiskKind, Scale, Term};
use crate::layout::curves;
use crate::layout::drawn::items::score_text;

/// Adds to each phase what the rule says of it.
pub(super) fn add(journey: &mut Journey, spine: &Range<usize>) {
    let Some(scale) = journey.lanes[spine.start].scale.clone() else { return };
    let gap = curves::gap(&journey.lanes[spine.clone()]).map(|(lived, other)| (spine.start + lived, spine.start + other));
    let terms = journey.language.terms;
    let scores = |phase: usize, lane: usize| -> Vec<f64> {
        journey.phases[phase].cells[lane].iter().filter_map(|item| item.score).collect()
    };
    let below: Vec<Option<f64>> = (0..journey.phases.len())
        .map(|phase| {
            let below = gap.and_then(|(lived, other)| deepest(&scores(phase, lived), &scores(phase, other)));
            below.filter(|gap| *gap <= (scale.max - scale.min) * -0.5 + 1e-9)
        })
        .collect();
    let is_aim = gap.is_some_and(|(_, other)| journey.lanes[other].purpose == Some(Purpose::ToBe));
    let term = if is_aim { Term::BelowAim } else { Term::BelowExpectation };
    let counted = Scale { min: 0.0, ..scale.clone() };
    let under = |Danger { gap, phases, .. }: &Danger| {
        let below = format!("{} {}", score_text(-gap, &counted, terms), term.text(terms));
        let title = |phase: usize| &journey.phases[phase].title;
        if phases.len() == 1 { below } else { format!("{below} ({} – {})", title(phases.start), title(phases.end - 1)) }
    };
    let dangers = dangers(&below);
    let found = (0..journey.phases.len()).map(|phase| {
        let own = &journey.phases[phase];
        let says = |kind: RiskKind| own.risks.iter().any(|risk| risk.kind == Some(kind));
        let below = dangers.iter().find(|danger| danger.at == phase);
        let dull = !says(RiskKind::Dull) && is_dull(&|phase| scores(phase, spine.start), phase, journey.phases.len(), &scale);
        let dull = dull.then(|| Risk { text: Term::DullStretch.text(terms).to_owned(), kind: Some(RiskKind::Dull) });
        below.map(under).map(|text| Risk { text, kind: None }).into_iter().chain(dull).collect::<Vec<_>>()
    });
    let found: Vec<Vec<Risk>> = found.collect();
    for (phase, risks) in journey.phases.iter_mut().zip(found) {
        phase.risks.extend(risks);
    }
}

/// A dangerous stretch: its phases, the deepest of them, and how deep that is.
struct Danger {
    phases: Range<usize>,
    at: usize,
    gap: f64,
}

/// The dangerous stretches, where each phase is so far below or not at all.
fn dangers(below: &[Option<f64>]) -> Vec<Danger> {
    let mut dangers: Vec<Danger> = Vec::new();
    for (phase, gap) in below.iter().enumerate().filter_map(|(phase, gap)| Some((phase, (*gap)?))) {
        match dangers.last_mut().filter(|last| last.phases.end == phase) {
            Some(last) => {
                last.phases.end = phase + 1;
                if gap < last.gap {
                    (last.at, last.gap) = (phase, gap);
                }
            }
            None => dangers.push(Danger { phases: phase..phase + 1, at: phase, gap }),
        }
    }
    dangers
}

/// How far what came lies below what was expected at the most; each score is held against the one at about its place.
fn deepest(lived: &[f64], expected: &[f64]) -> Option<f64> {
    let at = |nth: usize| curves::counterpart(nth, lived.len(), expected.len());
    lived.iter().enumerate().filter_map(|(nth, score)| Some(score - expected[at(nth)?])).reduce(f64::min)
}

fn is_dull(scores: &dyn Fn(usize) -> Vec<f64>, phase: usize, phases: usize, scale: &Scale) -> bool {
    let own = scores(phase);
    let Some(first) = own.first() else { return false };
    let before = (0..phase).rev().find_map(|phase| scores(phase).last().copied());
    let behind = (phase + 1..phases).find_map(|phase| scores(phase).first().copied());
    let level = |score: f64| (score - first).abs() < 1e-9;
    let middle = (scale.normalise(*first) - 0.5).abs() <= 0.25;
    let around = [before, behind];
    middle && own.iter().all(|score| level(*score)) && around.iter().all(|score| score.is_some_and(level))
}
