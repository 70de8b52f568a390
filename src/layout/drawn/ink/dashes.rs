//! Dashes as pieces of their own: renderers measure along a curve each in its own way, and would set them elsewhere.

use crate::scene::{Mm, Point, Segment};

/// Straight pieces for a cubic curve.
const STEPS: u32 = 32;

/// More periods than these nobody tells apart.
const MOST: f64 = 2000.0;

/// An outline divided into dashes: lengths of dashes and gaps by turns, beginning with a dash. It stays whole where there would be far
/// more dashes than can be seen.
#[must_use]
pub fn dashed(outline: &[Segment], lengths: &[Mm]) -> Vec<Segment> {
    let mut dashes = Dashes { lengths, at: 0, left: lengths.first().copied().unwrap_or_default(), out: Vec::new() };
    let period: Mm = lengths.iter().copied().sum();
    if lengths.iter().any(|length| *length <= Mm::ZERO) || reach(outline) / period > MOST {
        return outline.to_vec();
    }
    let (mut start, mut here) = (Point::new(0.0, 0.0), Point::new(0.0, 0.0));
    for segment in outline {
        match *segment {
            Segment::Move(to) => {
                (dashes.at, dashes.left) = (0, lengths[0]);
                dashes.out.push(Segment::Move(to));
                (start, here) = (to, to);
            }
            Segment::Line(to) => here = dashes.along(here, to),
            Segment::Curve(one, other, to) => {
                let from = here;
                for step in 1..=STEPS {
                    here = dashes.along(here, point(from, one, other, to, f64::from(step) / f64::from(STEPS)));
                }
            }
            Segment::Close => here = dashes.along(here, start),
        }
    }
    dashes.out
}

/// The length of an outline, or a little more.
fn reach(outline: &[Segment]) -> Mm {
    let mut here = Point::new(0.0, 0.0);
    let mut length = Mm::ZERO;
    for segment in outline {
        let (way, counts): (Vec<Point>, bool) = match *segment {
            Segment::Move(to) => (vec![to], false),
            Segment::Line(to) => (vec![to], true),
            Segment::Curve(one, other, to) => (vec![one, other, to], true),
            Segment::Close => (Vec::new(), false),
        };
        for to in way {
            length += if counts { distance(here, to) } else { Mm::ZERO };
            here = to;
        }
    }
    length
}

fn distance(from: Point, to: Point) -> Mm {
    let (x, y) = ((to.x - from.x).0, (to.y - from.y).0);
    Mm((x * x + y * y).sqrt())
}

/// The point of a cubic curve at a share of its way.
fn point(from: Point, one: Point, other: Point, to: Point, share: f64) -> Point {
    let rest = 1.0 - share;
    let weights = [rest * rest * rest, 3.0 * rest * rest * share, 3.0 * rest * share * share, share * share * share];
    let mix = |of: fn(Point) -> Mm| -> Mm {
        [from, one, other, to].into_iter().zip(weights).map(|(point, weight)| of(point) * weight).sum()
    };
    Point { x: mix(|point| point.x), y: mix(|point| point.y) }
}

struct Dashes<'a> {
    lengths: &'a [Mm],
    /// The index of the dash or gap in hand, and what is left of it.
    at: usize,
    left: Mm,
    out: Vec<Segment>,
}

impl Dashes<'_> {
    /// Goes straight on to a point.
    fn along(&mut self, from: Point, to: Point) -> Point {
        let length = distance(from, to);
        let mut gone = Mm::ZERO;
        while gone < length {
            let step = self.left.min(length - gone);
            gone += step;
            self.left -= step;
            let share = gone / length;
            let here = Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
            if self.at.is_multiple_of(2) {
                self.out.push(Segment::Line(here));
            }
            if self.left <= Mm(1e-9) {
                self.at = (self.at + 1) % self.lengths.len();
                self.left = self.lengths[self.at];
                if self.at.is_multiple_of(2) {
                    self.out.push(Segment::Move(here));
                }
            }
        }
        to
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_divided_by_the_lengths_of_its_dashes() {
        let line = [Segment::Move(Point::new(0.0, 0.0)), Segment::Line(Point::new(10.0, 0.0))];
        let at = |x: f64| Point::new(x, 0.0);
        let expected = [
            Segment::Move(at(0.0)),
            Segment::Line(at(3.0)),
            Segment::Move(at(5.0)),
            Segment::Line(at(8.0)),
            Segment::Move(at(10.0)),
        ];
        assert_eq!(dashed(&line, &[Mm(3.0), Mm(2.0)]), expected);
    }

    #[test]
    fn dashes_go_round_a_curve_and_end_with_it() {
        let curve = [
            Segment::Move(Point::new(0.0, 0.0)),
            Segment::Curve(Point::new(0.0, 10.0), Point::new(10.0, 10.0), Point::new(10.0, 0.0)),
        ];
        let dashes = dashed(&curve, &[Mm(1.0), Mm(1.0)]);
        let moves = dashes.iter().filter(|segment| matches!(segment, Segment::Move(_))).count();
        // The curve is 20 mm long.
        assert!((9..=11).contains(&moves), "{moves}");
    }
}
