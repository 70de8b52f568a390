//! A smooth line through points from left to right, and the areas between it and a level.

use crate::scene::{Mm, Point, Segment};

/// Points of a curve between two given ones when an area is cut out along it.
const STEPS: usize = 24;

/// A cubic curve between two neighbouring points.
struct Span {
    from: Point,
    to: Point,
    /// Rise per run at both ends.
    slopes: (f64, f64),
}

impl Span {
    fn controls(&self) -> (Point, Point) {
        let third = (self.to.x - self.from.x) / 3.0;
        (
            Point { x: self.from.x + third, y: self.from.y + third * self.slopes.0 },
            Point { x: self.to.x - third, y: self.to.y - third * self.slopes.1 },
        )
    }

    /// The point at a share of the way, 0.0 to 1.0. Control points at thirds make x run evenly.
    fn at(&self, share: f64) -> Point {
        let (a, b) = self.controls();
        let rest = 1.0 - share;
        let mix = |p: Mm, q: Mm, r: Mm, s: Mm| {
            p * (rest * rest * rest)
                + q * (3.0 * rest * rest * share)
                + r * (3.0 * rest * share * share)
                + s * (share * share * share)
        };
        Point { x: mix(self.from.x, a.x, b.x, self.to.x), y: mix(self.from.y, a.y, b.y, self.to.y) }
    }
}

/// The spans of a monotone cubic interpolation (Fritsch and Carlson, 1980): the line never swings beyond its points.
fn spans(points: &[Point]) -> Vec<Span> {
    let rises: Vec<f64> = points.windows(2).map(|pair| (pair[1].y - pair[0].y) / (pair[1].x - pair[0].x)).collect();
    let slope = |index: usize| -> f64 {
        let (before, after) = (index.checked_sub(1).and_then(|at| rises.get(at)), rises.get(index));
        match (before, after) {
            (Some(before), Some(after)) if before * after > 0.0 => 2.0 * before * after / (before + after),
            (Some(_), Some(_)) | (None, None) => 0.0,
            // At an end that is not level with its neighbour the line goes on.
            (Some(rise), None) | (None, Some(rise)) => *rise,
        }
    };
    points
        .windows(2)
        .enumerate()
        .map(|(index, pair)| Span { from: pair[0], to: pair[1], slopes: (slope(index), slope(index + 1)) })
        .collect()
}

/// The line through points in ascending x.
#[must_use]
pub fn smooth(points: &[Point]) -> Vec<Segment> {
    let mut segments: Vec<Segment> = points.first().map(|first| Segment::Move(*first)).into_iter().collect();
    segments.extend(spans(points).iter().map(|span| {
        let (a, b) = span.controls();
        Segment::Curve(a, b, span.to)
    }));
    segments
}

/// A curve in eight pieces, or twice as many where these are long: renderers take chords for it, and long ones differ where the line is nearly
/// level.
#[must_use]
pub fn in_pieces(from: Point, curve: Segment) -> Vec<Segment> {
    let Segment::Curve(one, other, to) = curve else { return vec![curve] };
    let mut pieces = vec![[from, one, other, to]];
    let wide = to.x - from.x > LONG_PIECE * 8.0 || from.x - to.x > LONG_PIECE * 8.0;
    for _ in 0..if wide { 4 } else { 3 } {
        pieces = pieces.into_iter().flat_map(halves).collect();
    }
    pieces.into_iter().map(|[_, one, other, to]| Segment::Curve(one, other, to)).collect()
}

/// A piece of a curve that is wider is long.
const LONG_PIECE: Mm = Mm(15.0);

/// A curve in two halves (de Casteljau).
fn halves([a, b, c, d]: [Point; 4]) -> [[Point; 4]; 2] {
    let between = |p: Point, q: Point| Point { x: (p.x + q.x) / 2.0, y: (p.y + q.y) / 2.0 };
    let (ab, bc, cd) = (between(a, b), between(b, c), between(c, d));
    let (abc, bcd) = (between(ab, bc), between(bc, cd));
    let middle = between(abc, bcd);
    [[a, ab, abc, middle], [middle, bcd, cd, d]]
}

/// The line through points in ascending x, in pieces.
#[must_use]
pub fn fine(points: &[Point]) -> Vec<Segment> {
    let whole = smooth(points);
    let pieces = points.iter().zip(whole.iter().skip(1)).flat_map(|(from, curve)| in_pieces(*from, *curve));
    whole.first().copied().into_iter().chain(pieces).collect()
}

/// Places on the line, near each other, from left to right.
#[must_use]
pub fn samples(points: &[Point]) -> Vec<Point> {
    let mut samples: Vec<Point> = points.first().copied().into_iter().collect();
    for span in spans(points) {
        samples.extend((1..=STEPS).map(|step| span.at(step as f64 / STEPS as f64)));
    }
    samples
}

/// The same places moved to the right of the way by so much as the line is at each of its points; in between by what lies between.
#[must_use]
pub fn beside(places: &[Point], shifts: &[Mm]) -> Vec<Point> {
    let mut moved: Vec<Point> = Vec::with_capacity(places.len());
    for (nth, at) in places.iter().enumerate() {
        let (span, share) = (nth / STEPS, (nth % STEPS) as f64 / STEPS as f64);
        let from = shifts.get(span).copied().unwrap_or_default();
        let shift = from + (shifts.get(span + 1).copied().unwrap_or(from) - from) * share;
        let (before, behind) = (places[nth.saturating_sub(1)], places[(nth + 1).min(places.len() - 1)]);
        let (dx, dy) = (behind.x - before.x, behind.y - before.y);
        let length = (dx.0 * dx.0 + dy.0 * dy.0).sqrt().max(f64::MIN_POSITIVE);
        let x = at.x - shift * (dy.0 / length);
        // In a narrow bend the inner line would turn back.
        let x = moved.last().map_or(x, |last| x.max(last.x));
        moved.push(Point { x, y: at.y + shift * (dx.0 / length) });
    }
    moved
}

/// The areas between the line and a level: those above it first, then those below.
#[must_use]
pub fn areas(points: &[Point], level: Mm) -> (Vec<Vec<Segment>>, Vec<Vec<Segment>>) {
    let samples = samples(points);
    let side = |above: bool| {
        let beyond = |point: Point| if above { point.y < level } else { point.y > level };
        let mut outlines = Vec::new();
        let mut run: Vec<Point> = Vec::new();
        for pair in samples.windows(2) {
            match (beyond(pair[0]), beyond(pair[1])) {
                (true, true) => run.push(pair[0]),
                (true, false) => {
                    run.extend([pair[0], crossing(pair[0], pair[1], level)]);
                    outlines.push(closed(&std::mem::take(&mut run), level));
                }
                (false, true) => run.push(crossing(pair[0], pair[1], level)),
                (false, false) => {}
            }
        }
        if let Some(last) = samples.last().filter(|last| beyond(**last)) {
            run.push(*last);
            outlines.push(closed(&run, level));
        }
        outlines
    };
    (side(true), side(false))
}

fn crossing(from: Point, to: Point, level: Mm) -> Point {
    let share = (level - from.y) / (to.y - from.y);
    Point { x: from.x + (to.x - from.x) * share, y: level }
}

fn closed(run: &[Point], level: Mm) -> Vec<Segment> {
    let ends = (run.first(), run.last());
    let (Some(first), Some(last)) = ends else { return Vec::new() };
    let mut segments = vec![Segment::Move(Point { x: first.x, y: level })];
    segments.extend(run.iter().map(|point| Segment::Line(*point)));
    segments.extend([Segment::Line(Point { x: last.x, y: level }), Segment::Close]);
    segments
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_stays_between_its_points() {
        let points = [Point::new(0.0, 0.0), Point::new(10.0, 8.0), Point::new(20.0, 8.0), Point::new(30.0, -3.0)];
        for span in spans(&points) {
            let (low, high) = (span.from.y.min(span.to.y), span.from.y.max(span.to.y));
            for step in 0..=STEPS {
                let y = span.at(step as f64 / STEPS as f64).y;
                assert!(y.0 >= low.0 - 1e-9 && y.0 <= high.0 + 1e-9, "{y:?} outside {low:?} to {high:?}");
            }
        }
    }

    #[test]
    fn a_line_ends_level_where_its_end_is_and_goes_on_where_it_is_not() {
        let slopes = |last: f64| spans(&[Point::new(0.0, 0.0), Point::new(10.0, 4.0), Point::new(20.0, last)])[1].slopes.1;
        assert!(slopes(4.0).abs() < 1e-9 && (slopes(9.0) - 0.5).abs() < 1e-9 && slopes(0.0) < 0.0);
    }

    #[test]
    fn lines_side_by_side_are_as_far_apart_on_a_slope_as_on_the_level() {
        let points = [Point::new(0.0, 0.0), Point::new(30.0, 0.0), Point::new(40.0, 50.0), Point::new(70.0, 50.0)];
        let way = samples(&points);
        let [left, right] = [-1.0, 1.0].map(|side| beside(&way, &[Mm(side); 4]));
        for at in &left {
            let apart = right.iter().map(|other| ((at.x - other.x).0.powi(2) + (at.y - other.y).0.powi(2)).sqrt());
            let apart = apart.fold(f64::INFINITY, f64::min);
            assert!((1.6..2.1).contains(&apart), "{apart} at {at:?}");
        }
        assert!(right.windows(2).all(|pair| pair[0].x <= pair[1].x));
        assert_eq!(beside(&way, &[Mm::ZERO; 4]), way);
    }

    #[test]
    fn a_line_that_crosses_the_level_has_an_area_on_each_side() {
        let points = [Point::new(0.0, -4.0), Point::new(10.0, 4.0)];
        let (above, below) = areas(&points, Mm(0.0));
        assert_eq!((above.len(), below.len()), (1, 1));
        assert!(areas(&[], Mm(0.0)).0.is_empty());
    }
}
