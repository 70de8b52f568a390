//! The gap between two curves: what was gone through against what was expected, or what is against what is aimed at. Where the first runs
//! above the second the gap is filled, where it runs below it is hatched; in each column the largest gap has a line with its figure.

use super::laid::Laid;
use super::line::samples;
use super::plot::Plot;
use super::{Score, points, traced};
use crate::journey::Scale;
use crate::layout::curves;
use crate::layout::drawn::ink::{line, polygon, rounded};
use crate::layout::drawn::items::score_text;
use crate::layout::drawn::labels::{Disc, Line};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::{Block, SetLine};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Rect, Role, Segment};
use crate::text::{Cut, Style};

/// Two of the curves of a plot, and what stands between them.
pub(super) struct Against {
    /// The curve of what is, and that which it is held against.
    curves: (usize, usize),
    /// The largest gap of each column that has one.
    largest: Vec<Largest>,
}

/// The largest gap of a column, as the scores tell it.
struct Largest {
    /// The index among the dots of the curve of what is.
    dot: usize,
    figure: SetLine,
}

/// A gap at its place.
#[derive(Debug, Clone)]
pub(super) struct Measured {
    /// From the curve of what is to the other.
    from: Point,
    to: Point,
    figure: SetLine,
    /// The box of the figure.
    pub frame: Rect,
}

impl Measured {
    /// What no label may cover: the line, and the figure on it.
    pub fn boxes(&self, em: Mm) -> [Rect; 2] {
        let (top, foot) = (self.from.y.min(self.to.y), self.from.y.max(self.to.y));
        [Rect::new(self.from.x - em * 0.2, top, em * 0.4, foot - top), self.frame]
    }

    pub fn moved(&mut self, by: Mm) {
        self.from.y += by;
        self.to.y += by;
        self.frame.y += by;
    }
}

/// The gaps of the scores of two curves, column by column.
pub(super) fn against(scores: &[Vec<Vec<Score>>], curves: (usize, usize), setting: &Setting) -> Against {
    let mut largest = Vec::new();
    let mut dot = 0;
    for (lived, expected) in scores[curves.0].iter().zip(&scores[curves.1]) {
        let gaps = gaps(lived, expected).enumerate();
        let found = gaps.reduce(|most, next| if next.1.abs() > most.1.abs() { next } else { most });
        if let Some((nth, gap)) = found.filter(|(_, gap)| gap.abs() > 1e-9) {
            let figure = score_text(gap, &Scale::default(), setting.terms);
            let block = Block::text(setting.typesetter(), &figure, Style { cut: Cut::Bold, hyphenation: None, rtl: false });
            let set = block.first_line(setting.typesetter(), Mm(1e4), setting.sizes.cell);
            largest.extend(set.map(|figure| Largest { dot: dot + nth, figure }));
        }
        dot += lived.len();
    }
    Against { curves, largest }
}

/// How far each score of a column lies above that of the other curve at about the same place in it.
pub(super) fn gaps<'a>(lived: &'a [Score], expected: &'a [Score]) -> impl Iterator<Item = f64> + 'a {
    let at = |nth: usize| curves::counterpart(nth, lived.len(), expected.len());
    lived.iter().enumerate().filter_map(move |(nth, score)| Some(score.value - expected[at(nth)?].value))
}

/// The gaps that have room for a line and their figure.
pub(super) fn measured(laid: &Laid, plot: &Plot) -> Vec<Measured> {
    let Some(Against { curves, largest }) = &plot.against else { return Vec::new() };
    let other = samples(&points(&laid.curves[curves.1]));
    let measured = largest.iter().filter_map(|Largest { dot, figure }| {
        let at = laid.curves[curves.0][*dot].at;
        let there = height_at(&other, at.x)?;
        let way = if there < at.y { -1.0 } else { 1.0 };
        let from = at.y + laid.reach(curves.0, *dot) * (way * 1.12);
        let to = there - laid.extent.line * (way * 0.9);
        let (width, height) = (figure.width() + plot.em * 0.5, Mm::from(figure.size) * 1.15);
        if (to - from) * way < height * 1.5 {
            return None;
        }
        let place = |share: f64| {
            let middle = from + (to - from) * share;
            Rect::new(at.x - width / 2.0, middle - height / 2.0, width, height)
        };
        let inside = |frame: &Rect| frame.y >= from.min(to) && frame.bottom() <= from.max(to);
        // In the middle, or where no other curve is.
        let places = ALONG.map(place);
        let frame = places.into_iter().find(|frame| inside(frame) && !met(laid, *curves, *frame)).unwrap_or(places[0]);
        Some(Measured { from: Point { y: from, ..at }, to: Point { x: at.x, y: to }, figure: figure.clone(), frame })
    });
    measured.collect()
}

/// Where on its line a figure may stand, the best first.
const ALONG: [f64; 7] = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/// Whether a box meets a curve that is neither of the two.
fn met(laid: &Laid, two: (usize, usize), frame: Rect) -> bool {
    let others = laid.curves.iter().enumerate().filter(|(curve, dots)| ![two.0, two.1].contains(curve) && dots.len() > 1);
    others.into_iter().any(|(curve, dots)| {
        let clear = laid.extent.line * 0.5;
        let marks = dots.iter().map(|dot| Disc { centre: dot.mark, radius: laid.extent.of(curve) });
        Line::new(traced(dots), laid.extent.line).meets(frame, clear) || marks.into_iter().any(|mark| mark.meets(frame, clear))
    })
}

/// The least width of the lines of hatching: thinner ones are drawn wider than they are by some programs.
const HATCHED: Mm = Mm(0.27);

/// The colour of a gap: above what was expected, and below it.
fn color(above: bool) -> Color {
    if above { theme::GOOD } else { theme::BAD }
}

/// The runs between the two curves that are deep enough to be seen.
fn drawn(laid: &Laid, curves: (usize, usize)) -> impl Iterator<Item = Run> {
    let line = |curve: usize| samples(&points(&laid.curves[curve]));
    let deep = laid.extent.line * 2.0;
    runs(&line(curves.0), &line(curves.1))
        .into_iter()
        .filter(move |run| run.places.iter().any(|(_, high, low)| *low - *high >= deep))
}

/// On which sides of what it is held against the first curve is seen: above it, below it.
pub(super) fn sides(laid: &Laid, curves: (usize, usize)) -> Vec<bool> {
    let runs: Vec<Run> = drawn(laid, curves).collect();
    [true, false].into_iter().filter(|above| runs.iter().any(|run| run.above == *above)).collect()
}

/// What lies between the two curves, behind them.
pub(super) fn between(laid: &Laid, curves: (usize, usize), em: Mm) -> Vec<Node> {
    let mut nodes = Vec::new();
    for Run { above, places } in drawn(laid, curves) {
        let upper = places.iter().map(|(x, high, _)| Point { x: *x, y: *high });
        let lower = places.iter().rev().map(|(x, _, low)| Point { x: *x, y: *low });
        let corners = upper.chain(lower).enumerate();
        let outline = corners.map(|(nth, at)| if nth == 0 { Segment::Move(at) } else { Segment::Line(at) });
        let outline: Vec<Segment> = outline.chain([Segment::Close]).collect();
        nodes.push(if above {
            Node::Path(Path::filled(outline, color(above).over(Color::WHITE, 0.2)))
        } else {
            Node::Path(Path::stroked(hatch(&places, em * 0.7), color(above), (em * 0.07).max(HATCHED)))
        });
    }
    nodes
}

/// The lines with their figures.
pub(super) fn draw(measured: &[Measured], setting: &Setting, out: &mut Vec<Node>) {
    if measured.is_empty() {
        return;
    }
    let em = setting.em();
    let (mut marks, mut figures) = (Vec::new(), Vec::new());
    for Measured { from, to, figure, frame } in measured {
        let color = color(from.y < to.y);
        marks.push(Node::Path(Path::stroked(line(*from, *to), color, em * 0.09)));
        for (tip, way) in [(from, if from.y < to.y { -1.0 } else { 1.0 }), (to, if from.y < to.y { 1.0 } else { -1.0 })] {
            let head = polygon([(0.0, 0.0), (-0.6, -way), (0.6, -way)], *tip, em * 0.34);
            marks.push(Node::Path(Path::filled(head, color)));
        }
        marks.push(Node::Path(Path::filled(rounded(*frame, frame.height / 2.0), Color::WHITE)));
        let y = frame.y + frame.height / 2.0 + Mm::from(figure.size) * 0.34 - figure.ascent;
        let place = Point { x: frame.x + (frame.width - figure.width()) / 2.0, y };
        figure.draw_at(setting.pen(), place, color, &mut figures);
    }
    out.push(Node::Group(Group::new(Role::Artifact, marks)));
    out.push(Node::Group(Group::new(Role::Note, figures)));
}

/// Where neither of two lines crosses the other: x, and the upper and the lower of both there, from left to right.
struct Run {
    /// Whether the first line is the upper one.
    above: bool,
    places: Vec<(Mm, Mm, Mm)>,
}

fn runs(first: &[Point], second: &[Point]) -> Vec<Run> {
    let mut xs: Vec<Mm> = first.iter().chain(second).map(|point| point.x).collect();
    xs.sort_by(|one, other| one.0.total_cmp(&other.0));
    xs.dedup();
    let both = xs.into_iter().filter_map(|x| Some((x, height_at(first, x)?, height_at(second, x)?)));
    let both: Vec<(Mm, Mm, Mm)> = both.collect();
    let mut runs: Vec<Run> = Vec::new();
    let mut put = |above: bool, (x, one, other): (Mm, Mm, Mm)| {
        let place = (x, one.min(other), one.max(other));
        match runs.last_mut().filter(|run| run.above == above) {
            Some(run) => run.places.push(place),
            None => runs.push(Run { above, places: vec![place] }),
        }
    };
    for pair in both.windows(2) {
        let (before, behind) = (pair[0], pair[1]);
        let (from, to) = (before.2 - before.1, behind.2 - behind.1);
        if from.0 * to.0 < 0.0 {
            let share = from.0 / (from - to).0;
            let mix = |one: Mm, other: Mm| one + (other - one) * share;
            let y = mix(before.1, behind.1);
            let crossing = (mix(before.0, behind.0), y, y);
            put(from.0 > 0.0, before);
            put(from.0 > 0.0, crossing);
            put(to.0 > 0.0, crossing);
        } else {
            let above = from.0 + to.0 > 0.0;
            put(above, before);
            put(above, behind);
        }
    }
    runs
}

/// Lines from the lower left to the upper right within a run, so far apart.
fn hatch(places: &[(Mm, Mm, Mm)], apart: Mm) -> Vec<Segment> {
    let step = apart * std::f64::consts::SQRT_2;
    let sums = |pick: fn(&(Mm, Mm, Mm)) -> Mm| places.iter().map(pick);
    let least = sums(|(x, high, _)| *x + *high).fold(Mm(f64::INFINITY), Mm::min);
    let most = sums(|(x, _, low)| *x + *low).fold(Mm(f64::NEG_INFINITY), Mm::max);
    let mut segments = Vec::new();
    let mut sum = step * (least / step).ceil();
    while sum < most {
        let mut last: Option<Point> = None;
        for pair in places.windows(2) {
            let ((left, high, low), (right, next_high, next_low)) = (pair[0], pair[1]);
            // Below the upper and above the lower line, both straight between two places: the part of the way for which that holds.
            let below = (sum - left - high, sum - right - next_high);
            let above = (low - (sum - left), next_low - (sum - right));
            let Some((from, to)) = part(below, above) else { continue };
            let at = |share: f64| {
                let x = left + (right - left) * share;
                Point { x, y: sum - x }
            };
            if last.is_none_or(|last| (at(from).x - last.x).0 > 1e-6) {
                segments.push(Segment::Move(at(from)));
            } else {
                segments.pop();
            }
            segments.push(Segment::Line(at(to)));
            last = Some(at(to));
        }
        sum += step;
    }
    segments
}

/// Where between 0.0 and 1.0 two straight lines, each given at both ends, are above zero.
fn part(one: (Mm, Mm), other: (Mm, Mm)) -> Option<(f64, f64)> {
    let (mut from, mut to) = (0.0_f64, 1.0_f64);
    for (start, end) in [one, other] {
        match (start.0 > 0.0, end.0 > 0.0) {
            (true, true) => {}
            (true, false) => to = to.min(start.0 / (start - end).0),
            (false, true) => from = from.max(start.0 / (start - end).0),
            (false, false) => return None,
        }
    }
    (to - from > 1e-9).then_some((from, to))
}

/// The height of a line through samples at an x; nothing where it does not run.
pub(super) fn height_at(samples: &[Point], x: Mm) -> Option<Mm> {
    let behind = samples.partition_point(|sample| sample.x < x);
    let next = samples.get(behind)?;
    let Some(before) = behind.checked_sub(1).map(|index| samples[index]) else {
        return (next.x <= x).then_some(next.y);
    };
    let share = (x - before.x) / (next.x - before.x);
    Some(before.y + (next.y - before.y) * share)
}

impl Against {
    pub fn curves(&self) -> (usize, usize) {
        self.curves
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_cross_have_a_run_on_each_side() {
        let first = [Point::new(0.0, 0.0), Point::new(10.0, 10.0)];
        let second = [Point::new(0.0, 6.0), Point::new(10.0, 6.0)];
        let runs = runs(&first, &second);
        assert_eq!(runs.iter().map(|run| run.above).collect::<Vec<_>>(), [true, false]);
        assert!((runs[0].places.last().unwrap().0.0 - 6.0).abs() < 1e-9);
        assert!(runs.iter().flat_map(|run| &run.places).all(|(_, high, low)| high <= low));
    }

    #[test]
    fn hatching_stays_between_its_lines() {
        let places: Vec<_> =
            (0..40).map(|nth| (Mm(f64::from(nth)), Mm(f64::from(nth % 7)), Mm(f64::from(10 + nth % 5)))).collect();
        let upper: Vec<_> = places.iter().map(|(x, high, _)| Point { x: *x, y: *high }).collect();
        let lower: Vec<_> = places.iter().map(|(x, _, low)| Point { x: *x, y: *low }).collect();
        let segments = hatch(&places, Mm(0.9));
        assert!(segments.len() > 40, "{}", segments.len());
        for segment in segments {
            let (Segment::Move(at) | Segment::Line(at)) = segment else { panic!("{segment:?}") };
            let (high, low) = (height_at(&upper, at.x).unwrap(), height_at(&lower, at.x).unwrap());
            assert!(at.y.0 > high.0 - 1e-6 && at.y.0 < low.0 + 1e-6, "{at:?} between {high:?} and {low:?}");
        }
    }

    #[test]
    fn each_score_is_held_against_the_one_at_its_place() {
        let score = |value: f64| Score { value, moment_of_truth: false, drop_off: false, lowest: false };
        let (lived, expected) = ([score(1.0), score(-2.0)], [score(2.0), score(0.0)]);
        assert_eq!(gaps(&lived, &expected).collect::<Vec<_>>(), [-1.0, -2.0]);
        assert_eq!(gaps(&lived, &expected[..1]).collect::<Vec<_>>(), [-1.0, -4.0]);
        assert_eq!(gaps(&lived[..1], &expected).collect::<Vec<_>>(), [1.0], "of two the one in the middle");
        assert_eq!(gaps(&lived, &[]).count(), 0);
    }
}
