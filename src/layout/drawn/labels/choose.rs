//! One place for each label, so that none meets another.

use super::ground::grown;
use super::{CLEAR_ASIDE, CLEAR_OF_LABEL, Spot};
use crate::scene::{Mm, Point, Rect};

/// Rounds in which labels look for a better place at the most.
const ROUNDS: usize = 6;

/// A label asks another to move for so many of its places at the most, and where both together are better by so much.
const ASKED: usize = 48;
const WORTH: f64 = 1.0;
/// What it costs to have no place.
const LOST: f64 = 1e6;

/// What places are chosen for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// To stand there.
    Best,
    /// To know whether each has one: none that has one loses it while better ones are looked for.
    Any,
}

/// For each label one of its candidates, which stand by their cost: the most constrained chooses first; then each looks for a better
/// one, and asks another to move where both together come to stand better. Ties go to the label with the lower index.
pub(super) fn choose(candidates: &[Vec<Spot>], em: Mm, aim: Aim) -> Vec<Option<Spot>> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    order.sort_by_key(|label| candidates[*label].len());
    let mut board = Board::new(candidates, em);
    for _ in 0..=ROUNDS {
        let mut changed = false;
        for label in &order {
            changed |= board.improve(*label);
        }
        if !changed || aim == Aim::Any && board.chosen.iter().all(Option::is_some) {
            break;
        }
    }
    board.chosen.iter().zip(candidates).map(|(chosen, spots)| chosen.map(|index| spots[index])).collect()
}

struct Board<'a> {
    candidates: &'a [Vec<Spot>],
    /// The box around each candidate and its leader, with half of the room that it needs.
    reaches: Vec<Vec<Reach>>,
    /// The labels of which any candidate could meet one of each.
    near: Vec<Vec<usize>>,
    /// The index of the candidate that each label has taken.
    chosen: Vec<Option<usize>>,
    /// The box around what each label has taken.
    taken: Vec<Reach>,
    em: Mm,
}

impl<'a> Board<'a> {
    fn new(candidates: &'a [Vec<Spot>], em: Mm) -> Self {
        let reach = |spots: &Vec<Spot>| spots.iter().map(|spot| spot.reach(em)).collect();
        let reaches: Vec<Vec<Reach>> = candidates.iter().map(reach).collect();
        let whole: Vec<Reach> = reaches.iter().map(|own| own.iter().copied().fold(Reach::NONE, Reach::union)).collect();
        let labels = 0..candidates.len();
        let near = |one: usize| labels.clone().filter(|other| *other != one && whole[one].meets(whole[*other])).collect();
        let near = labels.clone().map(near).collect();
        Self { candidates, reaches, near, chosen: vec![None; candidates.len()], taken: vec![Reach::NONE; candidates.len()], em }
    }

    /// Gives a label the best place that is free, or makes room for it; whether anything changed.
    fn improve(&mut self, label: usize) -> bool {
        let own = &self.candidates[label];
        let best = (0..own.len()).find(|index| self.meets(label, *index).next().is_none());
        let changed = self.chosen[label] != best;
        self.take(label, best);
        // What would be better by much, or than nothing, may be where another label stands that can do without.
        let now = self.cost(label);
        let mut spares: Vec<Spare> = Vec::new();
        for (index, spot) in own.iter().enumerate().take(ASKED).take_while(|(_, spot)| spot.cost + WORTH < now) {
            let mut others = self.meets(label, index);
            let (Some(other), None) = (others.next(), others.next()) else { continue };
            drop(others);
            let known = spares.iter().position(|spare| spare.of == other).unwrap_or_else(|| {
                spares.push(Spare { of: other, places: Vec::new(), asked: 0 });
                spares.len() - 1
            });
            let Some(place) = self.spare(&mut spares[known], (label, index)) else { continue };
            if spot.cost + self.candidates[other][place].cost + WORTH < now + self.cost(other) {
                self.take(label, Some(index));
                self.take(other, Some(place));
                return true;
            }
        }
        changed
    }

    /// Gives a label a place, or none.
    fn take(&mut self, label: usize, place: Option<usize>) {
        self.chosen[label] = place;
        self.taken[label] = place.map_or(Reach::NONE, |place| self.reaches[label][place]);
    }

    /// The best place of another label that is free once a label stands at a candidate.
    fn spare(&self, spare: &mut Spare, (label, index): (usize, usize)) -> Option<usize> {
        let other = spare.of;
        let (spot, reach) = (&self.candidates[label][index], self.reaches[label][index]);
        let clear =
            |place: &usize| !(self.reaches[other][*place].meets(reach) && meet(&self.candidates[other][*place], spot, self.em));
        if let Some(place) = spare.places.iter().copied().find(clear) {
            return Some(place);
        }
        while spare.asked < self.candidates[other].len() {
            let place = spare.asked;
            spare.asked += 1;
            if self.meets(other, place).all(|third| third == label) {
                spare.places.push(place);
                if clear(&place) {
                    return Some(place);
                }
            }
        }
        None
    }

    /// What is unwelcome about the place of a label.
    fn cost(&self, label: usize) -> f64 {
        self.chosen[label].map_or(LOST, |index| self.candidates[label][index].cost)
    }

    /// The labels whose place a candidate would meet.
    fn meets(&self, label: usize, index: usize) -> impl Iterator<Item = usize> {
        let (spot, reach) = (&self.candidates[label][index], self.reaches[label][index]);
        self.near[label].iter().copied().filter(move |other| {
            // Most stand far from each other.
            let taken = reach.meets(self.taken[*other]).then(|| self.chosen[*other]).flatten();
            taken.is_some_and(|taken| meet(spot, &self.candidates[*other][taken], self.em))
        })
    }
}

/// The places of a label that meet no other label but the one that asks it to move, as far as it has been asked for them: nothing moves
/// meanwhile.
struct Spare {
    of: usize,
    places: Vec<usize>,
    /// So many of its candidates have been looked at.
    asked: usize,
}

/// A box by its sides.
#[derive(Debug, Clone, Copy)]
struct Reach {
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Reach {
    /// What meets nothing.
    const NONE: Self = Self { left: f64::INFINITY, top: f64::INFINITY, right: f64::NEG_INFINITY, bottom: f64::NEG_INFINITY };

    fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    fn union(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }
}

impl Spot {
    /// The box around a label and its leader, with half of the room that has to lie between it and another: what meets has boxes that do.
    fn reach(&self, em: Mm) -> Reach {
        let ends = self.leader.map_or([None; 2], |(from, to)| [Some(from), Some(to)]);
        let points = ends.into_iter().flatten().map(|at| Rect::new(at.x, at.y, Mm::ZERO, Mm::ZERO));
        let reach = apart(points.fold(self.frame, Rect::union), em / 2.0);
        Reach { left: reach.x.0, top: reach.y.0, right: reach.right().0, bottom: reach.bottom().0 }
    }
}

/// A box with the room around it in which no other label stands.
fn apart(frame: Rect, em: Mm) -> Rect {
    let (aside, near) = (em * CLEAR_ASIDE, em * CLEAR_OF_LABEL);
    Rect::new(frame.x - aside, frame.y - near, frame.width + aside * 2.0, frame.height + near * 2.0)
}

/// Whether two labels stand too close, or the line to one crosses the other or its line.
fn meet(one: &Spot, other: &Spot, em: Mm) -> bool {
    let near = em * CLEAR_OF_LABEL;
    if apart(one.frame, em).overlaps(other.frame, Mm::ZERO) {
        return true;
    }
    let covers =
        |frame: Rect, leader: Option<(Point, Point)>| leader.is_some_and(|leader| passes(leader, grown(frame, near / 2.0)));
    let crossed = match (one.leader, other.leader) {
        (Some(one), Some(other)) => cross(one, other),
        (Some(_) | None, _) => false,
    };
    crossed || covers(one.frame, other.leader) || covers(other.frame, one.leader)
}

/// Whether a straight line has a part in a box, however small that is.
fn passes((from, to): (Point, Point), frame: Rect) -> bool {
    // From where to where on the line its places are between two sides, as shares of it.
    let between = |start: Mm, end: Mm, low: Mm, high: Mm| {
        let long = (end - start).0;
        if long.abs() < 1e-9 {
            return if low <= start && start <= high { (0.0, 1.0) } else { (1.0, 0.0) };
        }
        let (one, other) = ((low - start).0 / long, (high - start).0 / long);
        (one.min(other), one.max(other))
    };
    let across = between(from.x, to.x, frame.x, frame.right());
    let down = between(from.y, to.y, frame.y, frame.bottom());
    across.0.max(down.0).max(0.0) <= across.1.min(down.1).min(1.0)
}

/// Whether two straight lines cross.
fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x).0 * (c.y - a.y).0 - (b.y - a.y).0 * (c.x - a.x).0;
    let parted = |line: (Point, Point), ends: (Point, Point)| turn(line.0, line.1, ends.0) * turn(line.0, line.1, ends.1) <= 0.0;
    parted(one, other) && parted(other, one)
}
