//! One place for each label, so that none meets another.

use super::ground::{along, grown};
use super::{CLEAR_OF_LABEL, Spot};
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
    /// The box around each candidate and its leader, with the room that it needs.
    reaches: Vec<Vec<Rect>>,
    /// The labels of which any candidate could meet one of each.
    near: Vec<Vec<usize>>,
    /// The index of the candidate that each label has taken.
    chosen: Vec<Option<usize>>,
    em: Mm,
}

impl<'a> Board<'a> {
    fn new(candidates: &'a [Vec<Spot>], em: Mm) -> Self {
        let reach = |spots: &Vec<Spot>| spots.iter().map(|spot| spot.reach(em)).collect();
        let reaches: Vec<Vec<Rect>> = candidates.iter().map(reach).collect();
        let whole: Vec<Option<Rect>> = reaches.iter().map(|own| own.iter().copied().reduce(Rect::union)).collect();
        let meets =
            |one: usize, other: usize| whole[one].zip(whole[other]).is_some_and(|(one, other)| one.overlaps(other, Mm::ZERO));
        let labels = 0..candidates.len();
        let near =
            labels.clone().map(|one| labels.clone().filter(|other| *other != one && meets(one, *other)).collect()).collect();
        Self { candidates, reaches, near, chosen: vec![None; candidates.len()], em }
    }

    /// Gives a label the best place that is free, or makes room for it; whether anything changed.
    fn improve(&mut self, label: usize) -> bool {
        let own = &self.candidates[label];
        let best = (0..own.len()).find(|index| self.meets(label, *index).next().is_none());
        let changed = std::mem::replace(&mut self.chosen[label], best) != best;
        // What would be better by much, or than nothing, may be where another label stands that can do without.
        let now = self.cost(label);
        for (index, spot) in own.iter().enumerate().take(ASKED).take_while(|(_, spot)| spot.cost + WORTH < now) {
            let mut others = self.meets(label, index);
            let (Some(other), None) = (others.next(), others.next()) else { continue };
            drop(others);
            let (before, kept) = (now + self.cost(other), (self.chosen[label], self.chosen[other]));
            (self.chosen[label], self.chosen[other]) = (Some(index), None);
            self.chosen[other] = (0..self.candidates[other].len()).find(|place| self.meets(other, *place).next().is_none());
            if self.chosen[other].is_some() && spot.cost + self.cost(other) + WORTH < before {
                return true;
            }
            (self.chosen[label], self.chosen[other]) = kept;
        }
        changed
    }

    /// What is unwelcome about the place of a label.
    fn cost(&self, label: usize) -> f64 {
        self.chosen[label].map_or(LOST, |index| self.candidates[label][index].cost)
    }

    /// The labels whose place a candidate would meet.
    fn meets(&self, label: usize, index: usize) -> impl Iterator<Item = usize> {
        let (spot, reach) = (&self.candidates[label][index], self.reaches[label][index]);
        self.near[label].iter().filter_map(move |other| {
            let taken = self.chosen[*other]?;
            // Most stand far from each other.
            let near = reach.overlaps(self.reaches[*other][taken], Mm::ZERO);
            (near && meet(spot, &self.candidates[*other][taken], self.em)).then_some(*other)
        })
    }
}

impl Spot {
    /// The box around a label and its leader, with the room that it needs.
    fn reach(&self, em: Mm) -> Rect {
        let ends = self.leader.map_or([None; 2], |(from, to)| [Some(from), Some(to)]);
        let points = ends.into_iter().flatten().map(|at| Rect::new(at.x, at.y, Mm::ZERO, Mm::ZERO));
        grown(points.fold(self.frame, Rect::union), em * CLEAR_OF_LABEL)
    }
}

/// Whether two labels stand too close, or the line to one crosses the other or its line.
fn meet(one: &Spot, other: &Spot, em: Mm) -> bool {
    let near = em * CLEAR_OF_LABEL;
    if grown(one.frame, near).overlaps(other.frame, Mm::ZERO) {
        return true;
    }
    let covers = |frame: Rect, leader: Option<(Point, Point)>| {
        leader.is_some_and(|(from, to)| {
            (0..=8).any(|nth| {
                let at = along(from, to, f64::from(nth) / 8.0);
                grown(frame, near / 2.0).contains(Rect::new(at.x, at.y, Mm::ZERO, Mm::ZERO), Mm::ZERO)
            })
        })
    };
    let crossed = match (one.leader, other.leader) {
        (Some(one), Some(other)) => cross(one, other),
        (Some(_) | None, _) => false,
    };
    crossed || covers(one.frame, other.leader) || covers(other.frame, one.leader)
}

/// Whether two straight lines cross.
fn cross(one: (Point, Point), other: (Point, Point)) -> bool {
    let turn = |a: Point, b: Point, c: Point| (b.x - a.x).0 * (c.y - a.y).0 - (b.y - a.y).0 * (c.x - a.x).0;
    let parted = |line: (Point, Point), ends: (Point, Point)| turn(line.0, line.1, ends.0) * turn(line.0, line.1, ends.1) <= 0.0;
    parted(one, other) && parted(other, one)
}
