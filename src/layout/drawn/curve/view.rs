//! The journey as its curve shows it: the lanes with scores, those on the scale of the first beside it, with what there is to say of their
//! points.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::captions::{self, Caption};
use super::stretches;
use crate::diagnostic::Diagnostic;
use crate::journey::{Id, Journey, Lane, LaneKind, Scale, Term};
use crate::layout::curves;
use crate::layout::drawn::grid::Order;

/// A journey with the lanes of curves alone.
pub(super) struct View {
    pub journey: Journey,
    /// The lanes of the curves that stand large in one area.
    pub spine: Range<usize>,
    order: Order,
    /// The points that are given something to say, by lane, phase and place in the cell.
    pub captions: BTreeSet<(usize, usize, usize)>,
    /// Those of them that are what a contact is called.
    pub called: BTreeSet<(usize, usize, usize)>,
    /// The contacts at which the journey turns and at which customers leave, by the points that are marked for them.
    pub turning: BTreeMap<(usize, usize, usize), [Option<String>; 2]>,
    /// The pointer to each of the captions, with that to what it says.
    said: BTreeMap<String, String>,
}

/// The id of the lane of a journey that has none with scores.
const DRAWN: &str = "\u{b7}curve";

/// What a curve shows of a journey whatever the paper is: the lanes with scores, and of the phases all but their descriptions. Captions are
/// said where they have room.
#[must_use]
pub fn shown(journey: &Journey) -> Journey {
    arranged(journey.clone(), &Scale::default()).0
}

/// The journey with the captions of its points; one without curves has one on this scale.
pub(super) fn of(journey: &Journey, scale: &Scale) -> View {
    let mut journey = journey.clone();
    let captions = captions::add(&mut journey);
    let pointer = |phase: usize, (lane, nth): (usize, usize)| format!("{}/{nth}", journey.pointer_to_cell(phase, lane));
    let said = captions.iter().map(|caption| (pointer(caption.phase, caption.at), pointer(caption.phase, caption.of))).collect();
    let contacts: Vec<Caption> =
        captions.iter().filter(|caption| journey.lanes[caption.of.0].kind == LaneKind::Touchpoint).copied().collect();
    let turning = named(&journey);
    let (journey, spine, order) = arranged(journey, scale);
    let turning = turning.into_iter().filter_map(|((lane, phase, nth), of)| Some(((order.place(lane)?, phase, nth), of)));
    let turning = turning.collect();
    let place = |caption: &Caption| Some((order.place(caption.at.0)?, caption.phase, caption.at.1));
    let captions = captions.iter().filter_map(place).collect();
    let called = contacts.iter().filter_map(place).collect();
    View { journey, spine, order, captions, called, turning, said }
}

/// The lanes of curves, those on the scale of the first beside it; what stands large in one area; and the order of the lanes.
fn arranged(mut journey: Journey, scale: &Scale) -> (Journey, Range<usize>, Order) {
    if !journey.lanes.iter().any(|lane| lane.kind == LaneKind::Emotion) {
        add_lane(&mut journey, scale);
    }
    let first = curves::first(&journey.lanes).unwrap_or(0);
    turning(&mut journey, first);
    let rank = |index: usize| (index != first, !curves::share(&journey.lanes[first], &journey.lanes[index]));
    let mut lanes: Vec<usize> =
        (0..journey.lanes.len()).filter(|index| journey.lanes[*index].kind == LaneKind::Emotion).collect();
    lanes.sort_by_key(|index| rank(*index));
    let order = Order::apply(lanes, &mut journey);
    for phase in &mut journey.phases {
        phase.description = None;
    }
    let spine = curves::groups(&journey).into_iter().next().unwrap_or(0..1);
    stretches::add(&mut journey, &spine);
    (journey, spine, order)
}

/// What turns the journey at a contact, or where customers leave, is marked at its score, since no contact is shown.
fn turning(journey: &mut Journey, first: usize) {
    for phase in 0..journey.phases.len() {
        let turns = curves::turns(journey, phase, first);
        let scored = journey.phases[phase].cells.0[first].iter_mut().filter(|item| item.score.is_some());
        for (item, turn) in scored.zip(turns) {
            (item.moment_of_truth, item.drop_off) = (turn.moment_of_truth, turn.drop_off);
        }
    }
}

/// What the contacts are called that mark the points of the first curve, where these say something else.
fn named(journey: &Journey) -> BTreeMap<(usize, usize, usize), [Option<String>; 2]> {
    let Some(first) = curves::first(&journey.lanes) else { return BTreeMap::new() };
    let named = |phase: usize| {
        let cells = &journey.phases[phase].cells;
        let scored = cells[first].iter().enumerate().filter(|(_, item)| item.score.is_some());
        scored.zip(curves::turning(journey, phase)).map(move |((nth, point), of)| {
            let name = |(lane, at): (usize, usize)| {
                let contact = &cells[lane][at];
                let short = contact.text().chars().count() <= LONGEST_NAME && contact.language == point.language;
                contact.text.clone().filter(|_| short && contact.text != point.text)
            };
            ((first, phase, nth), of.map(|of| of.and_then(name)))
        })
    };
    let all = (0..journey.phases.len()).flat_map(named);
    all.filter(|(_, names)| names.iter().any(Option::is_some)).collect()
}

/// The name of a contact that is longer than this, in characters, would be a text of its own.
const LONGEST_NAME: usize = 48;

/// Adds a lane in which a curve can be drawn.
fn add_lane(journey: &mut Journey, scale: &Scale) {
    let title = Term::Experience.text(journey.language.terms).to_owned();
    let kind = LaneKind::Emotion;
    journey.lanes.push(Lane { id: Id::new(DRAWN), kind, title, scale: Some(scale.clone()), ..Lane::default() });
    for phase in &mut journey.phases {
        phase.cells.0.push(Vec::new());
    }
}

impl View {
    /// Lets a warning lead to the place in the journey as it was written.
    pub fn trace(&self, warning: &mut Diagnostic) {
        self.order.trace(warning);
        let Some(pointer) = &mut warning.pointer else { return };
        let ends = pointer.match_indices('/').map(|(end, _)| end).chain([pointer.len()]);
        if let Some((end, said)) = ends.into_iter().find_map(|end| Some((end, self.said.get(&pointer[..end])?))) {
            *pointer = format!("{said}{}", &pointer[end..]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    #[test]
    fn a_warning_leads_to_what_its_own_point_says() {
        let said = [("/phases/0/cells/mood/1", "/phases/0/cells/quote/0")].map(|(at, of)| (at.to_owned(), of.to_owned()));
        let order = Order::apply(Vec::new(), &mut Journey::default());
        let view = View {
            journey: Journey::default(),
            spine: 0..1,
            order,
            captions: BTreeSet::new(),
            called: BTreeSet::new(),
            turning: BTreeMap::new(),
            said: said.into_iter().collect(),
        };
        let traced = |pointer: &str| {
            let mut warning = Diagnostic::new(Code::NothingToShow, "as a test").at(pointer.to_owned());
            view.trace(&mut warning);
            warning.pointer.unwrap_or_default()
        };
        assert_eq!(traced("/phases/0/cells/mood/1"), "/phases/0/cells/quote/0");
        assert_eq!(traced("/phases/0/cells/mood/1/text"), "/phases/0/cells/quote/0/text");
        for other in ["/phases/0/cells/mood/10", "/phases/0/cells/mood", ""] {
            assert_eq!(traced(other), other);
        }
    }
}
