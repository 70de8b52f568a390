//! Which curves of scores stand together, and how they look: for drawings and for charts.

use std::ops::Range;

use super::theme;
use crate::journey::choices::Excerpt;
use crate::journey::{Item, Journey, Lane, LaneKind, Purpose, RiskKind, Scale};
use crate::sheet::{Dash, LineLook, Marker};

/// No more curves than these stand in one area, so that all can be told apart.
pub const MOST: usize = 4;

/// How the curves of an area are told apart, in the order in which they take it: by colour, by line and by mark, so that none of these
/// has to be seen alone. Posters and workbooks draw them by this.
pub const LOOKS: [LineLook; MOST] = [
    LineLook { color: theme::INK, dash: Dash::Solid, marker: Marker::Circle },
    LineLook { color: theme::GOOD, dash: Dash::Dashed, marker: Marker::Diamond },
    LineLook { color: theme::BAD, dash: Dash::Dotted, marker: Marker::Square },
    LineLook { color: theme::AFAR, dash: Dash::DashDotted, marker: Marker::Triangle },
];

/// So many scores are the lowest at the most: more of them single out nothing.
const MOST_LOWEST: usize = 2;

/// Which of all the scores that are as low as any, in order, are shown to be the lowest: all of a few, else the first.
#[must_use]
pub fn ringed<T>(mut lowest: Vec<T>) -> Vec<T> {
    if lowest.len() > MOST_LOWEST {
        lowest.truncate(1);
    }
    lowest
}

/// The lanes in order, as groups: neighbouring curves on the same scale stand in one area; every other lane stands alone.
#[must_use]
pub fn groups(journey: &Journey) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, lane) in journey.lanes.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.len() < MOST && share(&journey.lanes[group.start], lane) => group.end += 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// The contacts of a phase, each as its lane and its place in the cell, when the first curve has a score for each of them: then one tells of
/// the other. Nothing when there are more of one.
#[must_use]
pub fn contacts(journey: &Journey, phase: usize) -> Option<Vec<(usize, usize)>> {
    let scores = scored(journey, phase, first(&journey.lanes)?).count();
    let contacts = all_contacts(journey, phase);
    (contacts.len() == scores).then_some(contacts)
}

fn all_contacts(journey: &Journey, phase: usize) -> Vec<(usize, usize)> {
    let lanes = (0..journey.lanes.len()).filter(|lane| journey.lanes[*lane].kind == LaneKind::Touchpoint);
    lanes.flat_map(|lane| (0..journey.phases[phase].cells[lane].len()).map(move |nth| (lane, nth))).collect()
}

fn scored(journey: &Journey, phase: usize, curve: usize) -> impl Iterator<Item = &Item> {
    journey.phases[phase].cells[curve].iter().filter(|item| item.score.is_some())
}

/// What the journey turns on at a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Turn {
    /// Whether it is a moment of truth.
    pub moment_of_truth: bool,
    /// Whether customers leave there.
    pub drop_off: bool,
}

/// What the journey turns on at each score of a curve in a phase. A contact tells of the first curve's score that is as far along the phase;
/// that customers leave somewhere in the phase is told at its lowest score, when nothing tells where, unless even that felt good.
#[must_use]
pub fn turns(journey: &Journey, phase: usize, curve: usize) -> Vec<Turn> {
    let own = |item: &Item| Turn { moment_of_truth: item.moment_of_truth, drop_off: item.drop_off };
    let mut turns: Vec<Turn> = scored(journey, phase, curve).map(own).collect();
    if turns.is_empty() || first(&journey.lanes) != Some(curve) {
        return turns;
    }
    let middle = journey.lanes[curve].scale.as_ref().map_or(0.0, Scale::middle);
    let scores: Vec<f64> = scored(journey, phase, curve).filter_map(|item| item.score).collect();
    let contacts = all_contacts(journey, phase);
    for (nth, (lane, at)) in contacts.iter().enumerate() {
        let item = &journey.phases[phase].cells[*lane][*at];
        let about = (nth * 2 + 1) * turns.len() / (contacts.len() * 2);
        let turn = &mut turns[about];
        turn.moment_of_truth |= item.moment_of_truth;
        // Customers who leave somewhere in a phase leave at no score at which it felt good, unless that is the contact's own.
        turn.drop_off |= item.drop_off && (contacts.len() == scores.len() || scores[about] <= middle);
    }
    let left = journey.phases[phase].risks.iter().any(|risk| risk.kind == Some(RiskKind::DropOff));
    let untold = left && !turns.iter().any(|turn| turn.drop_off);
    let lowest = scores.iter().enumerate().rev().min_by(|(_, one), (_, other)| one.total_cmp(other));
    if let Some((lowest, _)) = lowest.filter(|(_, score)| untold && **score <= middle) {
        turns[lowest].drop_off = true;
    }
    turns
}

/// The contact on which the journey turns at each score of the first curve in a phase, and that at which customers leave there, as their
/// lanes and places in the cell: where it is one alone.
#[must_use]
pub fn turning(journey: &Journey, phase: usize) -> Vec<[Option<(usize, usize)>; 2]> {
    let Some(curve) = first(&journey.lanes) else { return Vec::new() };
    let mut found = vec![[const { Vec::new() }; 2]; scored(journey, phase, curve).count()];
    let contacts = all_contacts(journey, phase);
    for (nth, (lane, at)) in contacts.iter().copied().enumerate() {
        let about = (nth * 2 + 1) * found.len() / (contacts.len() * 2);
        let item = &journey.phases[phase].cells[lane][at];
        let Some(found) = found.get_mut(about) else { continue };
        for (found, marked) in found.iter_mut().zip([item.moment_of_truth, item.drop_off]) {
            found.extend(marked.then_some((lane, at)));
        }
    }
    let alone = |found: Vec<(usize, usize)>| <[(usize, usize); 1]>::try_from(found).ok().map(|[one]| one);
    found.into_iter().map(|found| found.map(alone)).collect()
}

/// The curve that comes first: the first of what customers go through, not of what they expect or shall go through; else the first.
#[must_use]
pub fn first(lanes: &[Lane]) -> Option<usize> {
    let curve = |wanted: &dyn Fn(Option<Purpose>) -> bool| {
        lanes.iter().position(|lane| lane.kind == LaneKind::Emotion && wanted(lane.purpose))
    };
    let lived = |purpose| matches!(purpose, None | Some(Purpose::Experience | Purpose::AsIs));
    curve(&lived).or_else(|| curve(&|_| true))
}

/// The scale on which curves are drawn by hand: that of the curve that comes first, and where none is shown of the first that is hidden.
#[must_use]
pub fn scale(journey: &Journey, part: &Excerpt) -> Scale {
    let of = |lanes: &[Lane]| first(lanes).and_then(|lane| lanes[lane].scale.clone());
    let hidden = || part.hidden().iter().map(|hidden| hidden.lane.clone()).collect::<Vec<_>>();
    of(&journey.lanes).or_else(|| of(&hidden())).unwrap_or_default()
}

/// The places of some lanes with the curve that comes first before all others, which keep their order.
#[must_use]
pub fn ranked(lanes: &[Lane]) -> Vec<usize> {
    let lead = first(lanes);
    let mut places: Vec<usize> = (0..lanes.len()).collect();
    places.sort_by_key(|place| Some(*place) != lead);
    places
}

/// The first two of some curves of which the gap tells something: what one and the same persona goes through and what was expected, or the
/// journey as it is and as it shall be; where no persona has both, what one goes through and what is said of nobody in particular, or the
/// other way round. First the one of what is.
#[must_use]
pub fn gap(lanes: &[Lane]) -> Option<(usize, usize)> {
    let held_against = |lane: &Lane, other: &Lane| {
        let lived = matches!(lane.purpose, None | Some(Purpose::Experience | Purpose::AsIs));
        lived && matches!(other.purpose, Some(Purpose::Expectation | Purpose::ToBe))
    };
    let pairs = || {
        let pairs = (0..lanes.len()).flat_map(|lane| (0..lanes.len()).map(move |other| (lane, other)));
        pairs.filter(|(lane, other)| held_against(&lanes[*lane], &lanes[*other]))
    };
    let personas = |(lane, other): &(usize, usize)| (&lanes[*lane].persona, &lanes[*other].persona);
    let own = pairs().find(|pair| personas(pair).0 == personas(pair).1);
    own.or_else(|| pairs().find(|pair| matches!(personas(pair), (None, _) | (_, None))))
}

/// The score that the one at a place in a phase is held against, where one curve has so many there and the other so many: that at about the
/// same place. Nothing where the other has none.
#[must_use]
pub fn counterpart(nth: usize, of: usize, others: usize) -> Option<usize> {
    (others > 0 && nth < of).then(|| (nth * 2 + 1) * others / (of * 2))
}

/// Whether two lanes have curves on the same scale, under the same words where both have any.
#[must_use]
pub fn share(one: &Lane, other: &Lane) -> bool {
    let (Some(one), Some(other)) = (&one.scale, &other.scale) else { return false };
    let words = one.labels.is_empty() || other.labels.is_empty() || one.labels == other.labels;
    #[allow(clippy::float_cmp, reason = "the same scale as written, not nearly the same")]
    let ends = one.min == other.min && one.max == other.max;
    ends && words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::PersonaRef;

    #[test]
    fn the_first_lived_curve_leads_and_the_others_keep_their_order() {
        let lane = |purpose| Lane { kind: LaneKind::Emotion, purpose, ..Lane::default() };
        let lanes = [Some(Purpose::Expectation), Some(Purpose::ToBe), Some(Purpose::Experience), None].map(lane);
        assert_eq!(ranked(&lanes), [2, 0, 1, 3]);
        assert_eq!(ranked(&lanes[..2]), [0, 1]);
        assert_eq!(ranked(&[Lane::default()]), [0]);
    }

    #[test]
    fn an_expectation_is_held_against_the_persona_who_has_it_else_against_the_first() {
        let lane = |persona: Option<&str>, purpose| Lane {
            kind: LaneKind::Emotion,
            persona: persona.map(PersonaRef::new),
            purpose: Some(purpose),
            ..Lane::default()
        };
        let (lived, expected) = (Purpose::Experience, Purpose::Expectation);
        let two = |whose| [lane(Some("ann"), lived), lane(Some("bo"), lived), lane(whose, expected)];
        assert_eq!(gap(&two(Some("bo"))), Some((1, 2)));
        assert_eq!(gap(&two(None)), Some((0, 2)));
        assert_eq!(gap(&two(Some("cas"))), None);
        assert_eq!(gap(&[lane(Some("ann"), expected), lane(None, lived)]), Some((1, 0)));
    }

    /// A phase with so many contacts and scores: the contacts of some places turn the journey, and those of others are left.
    fn phase(contacts: usize, scores: usize, stars: &[usize], leaves: &[usize], risk: bool) -> Journey {
        felt(-1, (contacts, scores), (stars, leaves), risk)
    }

    /// The same with scores of a height.
    fn felt(score: i8, (contacts, scores): (usize, usize), (stars, leaves): (&[usize], &[usize]), risk: bool) -> Journey {
        let cell = |nth: usize| {
            format!(r#"{{"text": "c", "moment_of_truth": {}, "drop_off": {}}}"#, stars.contains(&nth), leaves.contains(&nth))
        };
        let cells = (0..contacts).map(cell).collect::<Vec<_>>().join(",");
        let scored = vec![score.to_string(); scores].join(",");
        let risks = if risk { r#""risks": [{"text": "weg", "kind": "drop-off"}],"# } else { "" };
        let json = format!(
            r#"{{"klantreis": 1, "title": "t", "language": "nl", "lanes": [{{"kind": "touchpoint"}}, {{"kind": "emotion"}}],
               "phases": [{{"title": "p", {risks} "cells": {{"touchpoint": [{cells}], "emotion": [{scored}]}}}}]}}"#
        );
        crate::read::json(&json).unwrap_or_else(|problems| panic!("{json}: {problems:?}"))
    }

    #[test]
    fn what_turns_the_journey_at_any_contact_turns_it_at_the_score_that_is_as_far() {
        for (journey, stars, leaves) in [
            (phase(1, 1, &[0], &[], false), vec![0], vec![]),
            (phase(4, 1, &[2], &[3], false), vec![0], vec![0]),
            (phase(4, 2, &[1], &[2], false), vec![0], vec![1]),
            (phase(1, 3, &[0], &[], false), vec![1], vec![]),
            (phase(2, 2, &[], &[], true), vec![], vec![1]),
            (phase(2, 2, &[], &[0], true), vec![], vec![0]),
            (phase(3, 0, &[1], &[2], true), vec![], vec![]),
            // Nobody leaves at what felt good, but at a contact that did.
            (felt(2, (3, 1), (&[1], &[2]), false), vec![0], vec![]),
            (felt(2, (2, 2), (&[], &[1]), false), vec![], vec![1]),
            (felt(2, (2, 2), (&[], &[]), true), vec![], vec![]),
            (felt(0, (2, 2), (&[], &[]), true), vec![], vec![1]),
        ] {
            let turns = turns(&journey, 0, 1);
            let places = |wanted: fn(&Turn) -> bool| {
                turns.iter().enumerate().filter(|(_, turn)| wanted(turn)).map(|(nth, _)| nth).collect::<Vec<_>>()
            };
            let found = (places(|turn| turn.moment_of_truth), places(|turn| turn.drop_off));
            assert_eq!(found, (stars, leaves), "{:?}", journey.phases[0].cells);
        }
    }
}
