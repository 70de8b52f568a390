//! The contact moments of a journey in the order of time, with how the customer feels and where nothing was heard for long.

use std::collections::VecDeque;

use crate::journey::rules::{Timed, line_of_time};
use crate::journey::{Item, Journey, LaneKind, Term, TermLanguage};
use crate::layout::curves;

/// A contact moment.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// Its phase, its lane and its place in the cell.
    pub phase: usize,
    pub lane: usize,
    pub nth: usize,
    /// The phase and the place in the cell of the score that is felt there: where each contact of a phase has one.
    pub felt: Option<(usize, usize)>,
    /// Where it stands on the line of time.
    pub time: Option<Timed>,
}

/// What has a place on the line, from left to right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    /// The moment with that index.
    Moment(usize),
    /// So many minutes in which nothing is heard.
    Silence(i64),
    /// How something felt that was no contact: the phase and the place in the cell of the score.
    Felt(usize, usize),
    /// A phase without contact of which nothing is felt.
    Empty(usize),
}

/// Where a score stands on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spot {
    /// Its phase and its place in the cell.
    pub phase: usize,
    pub nth: usize,
    pub slot: usize,
    /// Whether it stands before its slot, between two contacts: it is of neither, but of the phase.
    pub before: bool,
    /// The contact that felt so.
    pub moment: Option<usize>,
}

/// A stretch is silent when it is this much longer than the middle one of all.
const SILENT: i64 = 3;

impl Moment {
    /// What it is in the journey.
    pub fn item<'a>(&self, journey: &'a Journey) -> &'a Item {
        &journey.phases[self.phase].cells[self.lane][self.nth]
    }
}

/// Whether a lane is of contacts.
pub(super) fn is_contact(kind: LaneKind) -> bool {
    kind == LaneKind::Touchpoint
}

/// The contact moments in the order of time. Those without a time that compares with that of the others stand behind the one that they
/// follow in the journey.
pub(super) fn of(journey: &Journey) -> Vec<Moment> {
    let lanes: Vec<usize> = (0..journey.lanes.len()).filter(|lane| is_contact(journey.lanes[*lane].kind)).collect();
    let curve = curves::first(&journey.lanes);
    let mut moments = Vec::new();
    for (phase, cells) in journey.phases.iter().enumerate() {
        let first = moments.len();
        for lane in &lanes {
            let own = 0..cells.cells[*lane].len();
            moments.extend(own.map(|nth| Moment { phase, lane: *lane, nth, felt: None, time: None }));
        }
        let scored = curve.map_or_else(Vec::new, |curve| scored(journey, phase, curve));
        let own = &mut moments[first..];
        if scored.len() == own.len() {
            own.iter_mut().zip(scored).for_each(|(moment, nth)| moment.felt = Some((phase, nth)));
        } else if let Some(pairs) = curve.and_then(|curve| of_one_time(journey, phase, (own, &scored, curve))) {
            for (moment, nth) in pairs {
                own[moment].felt = Some((phase, nth));
            }
        } else if let ([nth], Some(curve)) = (&scored[..], curve) {
            // What a phase turns on has a mark both as a contact and as a score.
            let mut turning = own.iter_mut().filter(|moment| moment.item(journey).moment_of_truth);
            if let (Some(turning), None) = (turning.next(), turning.next())
                && cells.cells[curve][*nth].moment_of_truth
            {
                turning.felt = Some((phase, *nth));
            }
        }
    }
    let texts: Vec<_> = moments.iter().map(|moment| (moment.phase, moment.item(journey).when.as_deref())).collect();
    let times = line_of_time(&texts, journey.language.terms);
    let mut place = i64::MIN;
    let mut keyed: Vec<(i64, Moment)> = Vec::new();
    for (moment, time) in moments.into_iter().zip(times) {
        place = time.map_or(place, |time| time.place);
        keyed.push((place, Moment { time, ..moment }));
    }
    keyed.sort_by_key(|(place, _)| *place);
    keyed.into_iter().map(|(_, moment)| moment).collect()
}

/// The contacts of a phase and its scores that are of one time, as both say in the same words.
fn of_one_time(
    journey: &Journey,
    phase: usize,
    (own, scored, curve): (&[Moment], &[usize], usize),
) -> Option<Vec<(usize, usize)>> {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for nth in scored {
        let when = journey.phases[phase].cells[curve][*nth].when.as_ref();
        let of = own.iter().enumerate().find(|(place, moment)| {
            when.is_some() && moment.item(journey).when.as_ref() == when && pairs.iter().all(|(taken, _)| taken != place)
        });
        pairs.extend(of.map(|(place, _)| (place, *nth)));
    }
    (!pairs.is_empty()).then_some(pairs)
}

/// The scores of a phase, by their places in the cell of a curve.
fn scored(journey: &Journey, phase: usize, curve: usize) -> Vec<usize> {
    let items = journey.phases[phase].cells[curve].iter().enumerate();
    items.filter(|(_, item)| item.score.is_some()).map(|(nth, _)| nth).collect()
}

/// The places on the line: the moments, the silences between them, and what felt so or so without a contact. Where a phase has more scores
/// than contacts nobody knows which is of which: the scores have places of their own, evenly between the contacts. Phases without contact
/// stand behind those before them.
pub(super) fn slots(moments: &[Moment], journey: &Journey) -> Vec<Slot> {
    let apart = |index: usize| -> Option<i64> {
        let (before, this) = (moments[index.checked_sub(1)?].time?, moments[index].time?);
        (before.measured && this.measured).then(|| between(before, this))
    };
    // Of dates that are known to the day many are the same: none of them is less than a day from another.
    let least = |index: usize| if moments[index].time.is_some_and(|time| time.to_the_minute) { 0 } else { DAY };
    let all = (0..moments.len()).filter_map(|index| Some(apart(index)?.max(least(index))));
    let mut all: Vec<i64> = all.filter(|minutes| *minutes > 0).collect();
    all.sort_unstable();
    let middle = all.get(all.len() / 2).copied().filter(|_| all.len() >= 3);
    let silent =
        |minutes: &i64| middle.is_some_and(|middle| *minutes > middle * SILENT) && words(*minutes, TermLanguage::En).is_some();
    let contacts = |phase: usize| moments.iter().any(|moment| moment.phase == phase);
    let mut empty = (0..journey.phases.len()).filter(|phase| !contacts(*phase)).peekable();
    let mut alone: Vec<VecDeque<usize>> = (0..journey.phases.len()).map(|phase| alone(moments, journey, phase)).collect();
    let without = |phase: usize, alone: &VecDeque<usize>| -> Vec<Slot> {
        if alone.is_empty() {
            return vec![Slot::Empty(phase)];
        }
        alone.iter().map(|nth| Slot::Felt(phase, *nth)).collect()
    };
    // How many contacts of each phase are still to come.
    let mut behind = vec![0; journey.phases.len()];
    for moment in moments {
        behind[moment.phase] += 1;
    }
    let mut slots = Vec::new();
    for (index, moment) in moments.iter().enumerate() {
        while let Some(phase) = empty.next_if(|phase| *phase < moment.phase) {
            slots.extend(without(phase, &alone[phase]));
        }
        slots.extend(apart(index).filter(silent).map(Slot::Silence));
        behind[moment.phase] -= 1;
        let (own, behind) = (&mut alone[moment.phase], behind[moment.phase]);
        let earlier = own.len() / (behind + 2);
        slots.extend(own.drain(..earlier).map(|nth| Slot::Felt(moment.phase, nth)));
        slots.push(Slot::Moment(index));
        if behind == 0 {
            slots.extend(own.drain(..).map(|nth| Slot::Felt(moment.phase, nth)));
        }
    }
    slots.extend(empty.flat_map(|phase| without(phase, &alone[phase])));
    slots
}

/// The scores of a phase that are of no contact, where there are more of them than contacts without a score.
fn alone(moments: &[Moment], journey: &Journey, phase: usize) -> VecDeque<usize> {
    let Some(curve) = curves::first(&journey.lanes) else { return VecDeque::new() };
    let own = || moments.iter().filter(|moment| moment.phase == phase);
    let is_felt = |nth: &usize| own().any(|moment| moment.felt == Some((phase, *nth)));
    let rest: VecDeque<usize> = scored(journey, phase, curve).into_iter().filter(|nth| !is_felt(nth)).collect();
    if rest.len() > own().filter(|moment| moment.felt.is_none()).count() { rest } else { VecDeque::new() }
}

/// Where all scores stand, from left to right. Those of a phase with more contacts than scores stand between its contacts.
pub(super) fn spots(slots: &[Slot], moments: &[Moment], journey: &Journey) -> Vec<Spot> {
    let Some(curve) = curves::first(&journey.lanes) else { return Vec::new() };
    let mut spots: Vec<Spot> = Vec::new();
    let mut contacts: Vec<Vec<usize>> = vec![Vec::new(); journey.phases.len()];
    for (slot, of) in slots.iter().enumerate() {
        match *of {
            Slot::Moment(moment) => {
                contacts[moments[moment].phase].push(slot);
                let own = |(phase, nth)| Spot { phase, nth, slot, before: false, moment: Some(moment) };
                spots.extend(moments[moment].felt.map(own));
            }
            Slot::Felt(phase, nth) => spots.push(Spot { phase, nth, slot, before: false, moment: None }),
            Slot::Silence(_) | Slot::Empty(_) => {}
        }
    }
    for (phase, contacts) in contacts.iter().enumerate() {
        let felt = |slot: usize| match slots[slot] {
            Slot::Moment(moment) => moments[moment].felt.map(|(_, nth)| nth),
            Slot::Silence(_) | Slot::Felt(..) | Slot::Empty(_) => None,
        };
        let slot_of = |nth: usize| contacts.iter().copied().find(|slot| felt(*slot) == Some(nth));
        let scored: Vec<_> = scored(journey, phase, curve).into_iter().map(|nth| (nth, slot_of(nth))).collect();
        let free: Vec<usize> = contacts.iter().copied().filter(|slot| felt(*slot).is_none()).collect();
        if scored.iter().filter(|(_, slot)| slot.is_none()).count() <= free.len() {
            let spot = |(nth, slot): (usize, usize)| Spot { phase, nth, slot, before: true, moment: None };
            spots.extend(among(&scored, &free).into_iter().map(spot));
        }
    }
    spots.sort_by_key(|spot| (spot.slot, !spot.before));
    spots
}

/// Slots of contacts for the scores that are of none, each between those around it that are of one, where there are as many contacts: evenly.
fn among(scored: &[(usize, Option<usize>)], free: &[usize]) -> Vec<(usize, usize)> {
    let even = |few: &[usize], many: &[usize]| -> Vec<(usize, usize)> {
        let (few, count, all) = (few.iter().copied().enumerate(), few.len(), many.len());
        few.map(|(at, nth)| (nth, many[(((at * 2 + 1) * all + count) / (count * 2)).min(all - count + at)])).collect()
    };
    let rest = |scores: &[(usize, Option<usize>)]| -> Vec<usize> {
        scores.iter().filter(|(_, slot)| slot.is_none()).map(|(nth, _)| *nth).collect()
    };
    let (mut found, mut left) = (Vec::new(), 0);
    for scores in scored.split_inclusive(|(_, slot)| slot.is_some()) {
        let right = scores.last().and_then(|(_, slot)| *slot).unwrap_or(usize::MAX);
        let own: Vec<usize> = free.iter().copied().filter(|slot| (left..right).contains(slot)).collect();
        let few = rest(scores);
        if few.len() > own.len() {
            return even(&rest(scored), free);
        }
        found.extend(even(&few, &own));
        left = right;
    }
    found
}

/// The minutes from one moment to another; whole days where one of them is known to the day alone, and none of less than two.
fn between(before: Timed, this: Timed) -> i64 {
    if before.to_the_minute && this.to_the_minute {
        return this.place - before.place;
    }
    let days = this.place.div_euclid(DAY) - before.place.div_euclid(DAY);
    if days < 2 { 0 } else { days * DAY }
}

const DAY: i64 = 24 * 60;

/// How long a silence was, in words; nothing for one too short to be told.
pub(super) fn words(minutes: i64, terms: TermLanguage) -> Option<String> {
    let (hours, days) = (minutes / 60, (minutes + 720) / 1440);
    let (term, number) = match (hours, days) {
        (_, 112..) => (Term::SilentMonths, (days * 2 + 30) / 61),
        (_, 14..) => (Term::SilentWeeks, (days + 3) / 7),
        (48.., _) => (Term::SilentDays, days),
        (2.., _) => (Term::SilentHours, hours),
        _ => return None,
    };
    Some(term.text(terms).replace('#', &number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gap_is_no_finer_than_its_dates() {
        let at = |hours: i64, to_the_minute: bool| Timed { place: hours * 60, month: None, measured: true, to_the_minute };
        assert_eq!(between(at(10, true), at(41, true)), 31 * 60);
        assert_eq!(between(at(0, false), at(31, true)), 0, "a day is no silence of 31 hours");
        assert_eq!(between(at(10, true), at(72, false)), 3 * DAY);
    }

    #[test]
    fn silences_are_told_in_the_unit_that_fits() {
        for (minutes, said) in [
            (50, None),
            (150, Some("2 uur stil")),
            (3 * DAY, Some("3 dagen stil")),
            (50 * DAY, Some("7 weken stil")),
            (183 * DAY, Some("6 maanden stil")),
        ] {
            assert_eq!(words(minutes, TermLanguage::Nl).as_deref(), said, "{minutes}");
        }
    }
}
