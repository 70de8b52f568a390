//! Captions for points of a curve that say nothing themselves.
//!
//! Where a phase has as many contact moments as scores, each score is of the contact at its place. Otherwise peaks and troughs say what is
//! said, thought or felt in their phase, or else where contact is made.

use std::collections::BTreeSet;

use crate::forms::words::quoted;
use crate::journey::{Journey, Lane, LaneKind, Purpose};

/// What captions are taken from, the best first.
const SOURCES: [LaneKind; 5] = [LaneKind::Quote, LaneKind::Thought, LaneKind::Feeling, LaneKind::Touchpoint, LaneKind::Action];

/// A caption longer than this, in characters, would be a text of its own.
const LONGEST: usize = 90;

/// Gives points their captions, each of another item. What comes back are the items that have one, with what it is of.
pub(super) fn add(journey: &mut Journey) -> Vec<Caption> {
    let (mut found, mut taken): (Vec<Caption>, BTreeSet<(usize, Source)>) = (Vec::new(), BTreeSet::new());
    // What somebody hopes for is not what was said on the way.
    let lived =
        |lane: &Lane| lane.kind == LaneKind::Emotion && !matches!(lane.purpose, Some(Purpose::Expectation | Purpose::ToBe));
    let curves: Vec<usize> = (0..journey.lanes.len()).filter(|lane| lived(&journey.lanes[*lane])).collect();
    let own = journey.phases.iter().flat_map(|phase| curves.iter().flat_map(|curve| &phase.cells[*curve]));
    let own: BTreeSet<String> = own.filter_map(|item| item.text.clone()).collect();
    for curve in curves {
        let extremes = extremes(journey, curve);
        for phase in 0..journey.phases.len() {
            // Nothing is said twice.
            let used = |item: &Source| taken.contains(&(phase, *item)) || own.contains(&words(journey, phase, *item));
            let of_contacts = contacts(journey, curve, phase, &used);
            let extreme = extremes.iter().find(|(at, _)| *at == phase);
            let of_extreme = || extreme.and_then(|(_, nth)| Some((*nth, source(journey, curve, phase, &used)?)));
            let wanted = of_contacts.unwrap_or_else(|| of_extreme().into_iter().collect());
            for (nth, of) in wanted {
                let text = words(journey, phase, of);
                let language = journey.phases[phase].cells[of.0][of.1].language.clone();
                let said = &mut journey.phases[phase].cells.0[curve][nth];
                (said.text, said.language) = (Some(text), language);
                taken.insert((phase, of));
                found.push(Caption { phase, at: (curve, nth), of });
            }
        }
    }
    found
}

/// What a point is given to say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Caption {
    pub phase: usize,
    /// The item of the point.
    pub at: Source,
    /// The item that says it.
    pub of: Source,
}

/// An item of a phase: its lane and its place in the cell.
pub(super) type Source = (usize, usize);

/// The contact of each score of a phase, where there are as many of both and no score says anything itself.
fn contacts(journey: &Journey, curve: usize, phase: usize, used: &dyn Fn(&Source) -> bool) -> Option<Vec<(usize, Source)>> {
    let cells = &journey.phases[phase].cells;
    let lane = (0..journey.lanes.len()).find(|lane| is_open(journey, curve, *lane, LaneKind::Touchpoint))?;
    let fits = cells[lane].len() == cells[curve].len()
        && cells[curve].iter().all(|item| item.score.is_some() && item.text.is_none())
        && (0..cells[lane].len()).all(|nth| is_caption(journey, phase, (lane, nth)) && !used(&(lane, nth)));
    (fits && cells[curve].len() > 1).then(|| (0..cells[curve].len()).map(|nth| (nth, (lane, nth))).collect())
}

/// The best that a phase has to say.
fn source(journey: &Journey, curve: usize, phase: usize, used: &dyn Fn(&Source) -> bool) -> Option<Source> {
    let lanes = || 0..journey.lanes.len();
    let all = SOURCES.iter().flat_map(|kind| lanes().filter(|lane| is_open(journey, curve, *lane, *kind)));
    let mut items = all.flat_map(|lane| (0..journey.phases[phase].cells[lane].len()).map(move |nth| (lane, nth)));
    items.find(|item| is_caption(journey, phase, *item) && !used(item))
}

/// Whether a lane is of a kind, and everybody's or of the persona of a curve.
fn is_open(journey: &Journey, curve: usize, lane: usize, kind: LaneKind) -> bool {
    let (own, lane) = (&journey.lanes[curve], &journey.lanes[lane]);
    lane.kind == kind && (lane.persona.is_none() || lane.persona == own.persona)
}

/// What an item says beside a point.
fn words(journey: &Journey, phase: usize, (lane, nth): Source) -> String {
    let item = &journey.phases[phase].cells[lane][nth];
    if journey.lanes[lane].kind == LaneKind::Quote { quoted(item.text()) } else { item.text().to_owned() }
}

fn is_caption(journey: &Journey, phase: usize, (lane, nth): Source) -> bool {
    let item = &journey.phases[phase].cells[lane][nth];
    item.text.is_some() && item.text().chars().count() <= LONGEST
}

/// The peaks and troughs of a curve that say nothing themselves: the phase and the place in the cell. One a phase, the farthest from the
/// middle of the scale.
fn extremes(journey: &Journey, curve: usize) -> Vec<(usize, usize)> {
    let Some(scale) = &journey.lanes[curve].scale else { return Vec::new() };
    let items = journey
        .phases
        .iter()
        .enumerate()
        .flat_map(|(phase, cells)| (0..).zip(&cells.cells[curve]).map(move |(nth, item)| (phase, nth, item)));
    let scores: Vec<(usize, usize, f64, bool)> =
        items.filter_map(|(phase, nth, item)| Some((phase, nth, item.score?, item.text.is_none()))).collect();
    let mut found: Vec<(usize, usize, f64)> = Vec::new();
    for (index, (phase, nth, score, bare)) in scores.iter().enumerate() {
        let beyond = |higher: bool| {
            // The nearest scores at both sides that differ: a level stretch is one peak, at its first point.
            let differs = |other: &&(usize, usize, f64, bool)| (other.2 - score).abs() > 1e-9;
            let before = scores[..index].last().filter(differs);
            let behind = scores[index + 1..].iter().find(differs);
            let under = |other: &(usize, usize, f64, bool)| (other.2 < *score) == higher;
            let first = index == 0 || before.is_some();
            first
                && before.is_none_or(under)
                && behind.is_none_or(under)
                && (before.is_some() || behind.is_some() || scores.len() == 1)
        };
        let away = (score - scale.middle()).abs();
        if !*bare || !(beyond(true) || beyond(false)) {
            continue;
        }
        match found.last_mut().filter(|last| last.0 == *phase) {
            Some(last) if last.2 < away => *last = (*phase, *nth, away),
            Some(_) => {}
            None => found.push((*phase, *nth, away)),
        }
    }
    found.into_iter().map(|(phase, nth, _)| (phase, nth)).collect()
}
