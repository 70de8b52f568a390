//! Which curves of scores stand together, and how they look: for drawings and for charts.

use std::ops::Range;

use super::theme;
use crate::journey::{Journey, Lane, LaneKind, Purpose};
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
    let cells = &journey.phases[phase].cells;
    let scores = cells[first(&journey.lanes)?].iter().filter(|item| item.score.is_some()).count();
    let lanes = (0..journey.lanes.len()).filter(|lane| journey.lanes[*lane].kind == LaneKind::Touchpoint);
    let contacts: Vec<(usize, usize)> = lanes.flat_map(|lane| (0..cells[lane].len()).map(move |nth| (lane, nth))).collect();
    (contacts.len() == scores).then_some(contacts)
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
}
