//! Captions for points of a curve that say nothing themselves: peaks and troughs say what is said or thought in their phase by the person
//! whose curve it is.
//!
//! What stands beside a point is read as the reason for its score. So nothing else of the phase does: what is done and where contact is
//! made stay in their lanes, and so does what somebody else says. Where a phase has several scores, what is said in it is of no one of them;
//! but where it has one for each contact, peaks and troughs and what turns the journey say which contact it is.

use std::collections::BTreeSet;

use crate::forms::words::quoted;
use crate::journey::{Journey, Lane, LaneKind, Purpose};
use crate::layout::curves;

/// What captions are taken from, the best first.
const SOURCES: [LaneKind; 2] = [LaneKind::Quote, LaneKind::Thought];

/// A caption longer than this, in characters, would be a text of its own.
const LONGEST: usize = 90;

/// Gives points their captions, each of another item. What comes back are the items that have one, with what it is of.
pub(super) fn add(journey: &mut Journey) -> Vec<Caption> {
    let (mut found, mut taken): (Vec<Caption>, BTreeSet<(usize, Source)>) = (Vec::new(), BTreeSet::new());
    let curves: Vec<usize> = (0..journey.lanes.len()).filter(|lane| is_lived(&journey.lanes[*lane])).collect();
    let own = journey.phases.iter().flat_map(|phase| curves.iter().flat_map(|curve| &phase.cells[*curve]));
    let own: BTreeSet<String> = own.filter_map(|item| item.text.clone()).collect();
    for curve in curves {
        let extremes = extremes(journey, curve);
        for phase in 0..journey.phases.len() {
            // Nothing is said twice.
            let used = |item: &Source| taken.contains(&(phase, *item)) || own.contains(&words(journey, phase, *item));
            let points: Vec<usize> = extremes.iter().filter(|(at, _)| *at == phase).map(|(_, nth)| *nth).collect();
            let scores = scored(journey, curve, phase).count();
            let captioned: Vec<(usize, Source)> = if scores > 1 {
                contacts(journey, curve, phase, &points)
            } else {
                points.first().and_then(|nth| Some((*nth, source(journey, curve, phase, &used)?))).into_iter().collect()
            };
            for (nth, of) in captioned {
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

/// The places of the scores of a curve in the cell of a phase.
fn scored(journey: &Journey, curve: usize, phase: usize) -> impl Iterator<Item = usize> {
    let items = journey.phases[phase].cells[curve].iter().enumerate();
    items.filter(|(_, item)| item.score.is_some()).map(|(nth, _)| nth)
}

/// Which contacts some points of the first curve are, and those that turn the journey, where a phase has a score for each contact.
fn contacts(journey: &Journey, curve: usize, phase: usize, points: &[usize]) -> Vec<(usize, Source)> {
    let own = curves::contacts(journey, phase).filter(|_| curves::first(&journey.lanes) == Some(curve));
    let Some(contacts) = own else { return Vec::new() };
    let bare = |nth: usize| journey.phases[phase].cells[curve][nth].text.is_none();
    let short = |(lane, nth): Source| {
        let item = &journey.phases[phase].cells[lane][nth];
        item.text.is_some() && item.text().chars().count() <= LONGEST
    };
    let all = scored(journey, curve, phase).zip(contacts).zip(curves::turns(journey, phase, curve));
    let told = all
        .filter(|((nth, of), turn)| bare(*nth) && short(*of) && (points.contains(nth) || turn.moment_of_truth || turn.drop_off));
    told.map(|(at, _)| at).collect()
}

/// The best that a phase has to say.
fn source(journey: &Journey, curve: usize, phase: usize, used: &dyn Fn(&Source) -> bool) -> Option<Source> {
    let lanes = || 0..journey.lanes.len();
    let all = SOURCES.iter().flat_map(|kind| lanes().filter(|lane| is_open(journey, curve, *lane, *kind)));
    let mut items = all.flat_map(|lane| (0..journey.phases[phase].cells[lane].len()).map(move |nth| (lane, nth)));
    items.find(|item| is_caption(journey, curve, phase, *item) && !used(item))
}

/// Whether a lane tells what came: what somebody hopes for is not what was said on the way.
fn is_lived(lane: &Lane) -> bool {
    lane.kind == LaneKind::Emotion && !matches!(lane.purpose, Some(Purpose::Expectation | Purpose::ToBe))
}

/// Whether a lane is of a kind, and of whom a curve is. What is everybody's is said by nobody in particular where several have curves.
fn is_open(journey: &Journey, curve: usize, lane: usize, kind: LaneKind) -> bool {
    let (own, lane) = (&journey.lanes[curve], &journey.lanes[lane]);
    let alone = || journey.lanes.iter().filter(|other| is_lived(other)).all(|other| whose(journey, other) == whose(journey, own));
    lane.kind == kind && (whose(journey, lane) == whose(journey, own) || lane.persona.is_none() && alone())
}

/// The persona whose lane it is: of a journey with a single one, that.
fn whose<'a>(journey: &'a Journey, lane: &'a Lane) -> Option<&'a str> {
    let only = match &journey.personas[..] {
        [only] => Some(&*only.id),
        _ => None,
    };
    lane.persona.as_deref().or(only)
}

/// What an item says beside a point.
fn words(journey: &Journey, phase: usize, (lane, nth): Source) -> String {
    let item = &journey.phases[phase].cells[lane][nth];
    if journey.lanes[lane].kind == LaneKind::Quote { quoted(item.text(), &journey.language.tag) } else { item.text().to_owned() }
}

/// Whether an item may stand beside a point of a curve: it is short, and nobody else is named who says it.
fn is_caption(journey: &Journey, curve: usize, phase: usize, (lane, nth): Source) -> bool {
    let item = &journey.phases[phase].cells[lane][nth];
    let whose = whose(journey, &journey.lanes[curve]);
    let name = journey.personas.iter().find(|persona| whose.is_none_or(|id| *persona.id == *id)).map(|persona| &persona.name);
    let own = item.sender.is_none() || item.sender.as_ref() == name;
    own && item.text.is_some() && item.text().chars().count() <= LONGEST
}

/// The peaks and troughs of a curve that say nothing themselves: the phase and the place in the cell.
fn extremes(journey: &Journey, curve: usize) -> Vec<(usize, usize)> {
    if journey.lanes[curve].scale.is_none() {
        return Vec::new();
    }
    let items = journey
        .phases
        .iter()
        .enumerate()
        .flat_map(|(phase, cells)| (0..).zip(&cells.cells[curve]).map(move |(nth, item)| (phase, nth, item)));
    let scores: Vec<(usize, usize, f64, bool)> =
        items.filter_map(|(phase, nth, item)| Some((phase, nth, item.score?, item.text.is_none()))).collect();
    let mut found: Vec<(usize, usize)> = Vec::new();
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
        if *bare && (beyond(true) || beyond(false)) {
            found.push((*phase, *nth));
        }
    }
    found
}
