//! What labels must keep clear of, and what they rather would.

use std::ops::Range;

use super::{CLEAR_OF_LINE, CLEAR_OF_THING};
use crate::scene::{Mm, Point, Rect, Size};

/// Where labels may stand, and what is there already.
#[derive(Debug, Clone)]
pub struct Ground {
    /// No label leaves it.
    pub bounds: Rect,
    /// The unit of distances: one em of the labels.
    pub em: Mm,
    lines: Vec<Line>,
    discs: Vec<Disc>,
    /// Those of the discs that a label could be of.
    points: Vec<Disc>,
    boxes: Vec<Rect>,
    upright: Vec<Mm>,
    level: Vec<Mm>,
    /// The upper and the lower line of what is hatched: where the first runs above the second.
    hatched: Option<(Line, Line)>,
}

/// What stands so close over or under a point, in em, is taken for what that says.
const CLOSE: f64 = 0.9;

/// Something round.
#[derive(Debug, Clone, Copy)]
pub struct Disc {
    /// Its middle.
    pub centre: Point,
    /// Its radius, with its outline.
    pub radius: Mm,
}

/// A line that runs from left to right, known by samples. It is asked for its highest and its lowest place between two x.
#[derive(Debug, Clone)]
pub struct Line {
    /// Samples in ascending x.
    samples: Vec<Point>,
    /// Half of its width.
    half: Mm,
    /// At level k the least and the greatest y of 2ᵏ neighbouring samples from each on.
    ranges: Vec<Vec<(Mm, Mm)>>,
    /// Of as many equal stretches as there are samples, how many samples stand before each: where the search for an x begins. A
    /// label asks a thousand times, and halving the samples each time would be most of the work.
    before: Vec<usize>,
}

impl Line {
    /// A line through samples in ascending x.
    #[must_use]
    pub fn new(samples: Vec<Point>, width: Mm) -> Self {
        let mut ranges = vec![samples.iter().map(|sample| (sample.y, sample.y)).collect::<Vec<_>>()];
        let mut span = 1;
        while span * 2 <= samples.len() {
            let last = &ranges[ranges.len() - 1];
            let wider = last.iter().zip(&last[span..]).map(|(one, other)| (one.0.min(other.0), one.1.max(other.1)));
            let wider = wider.collect();
            ranges.push(wider);
            span *= 2;
        }
        let mut line = Self { before: Vec::new(), samples, half: width / 2.0, ranges };
        line.before = line.stretches();
        line
    }

    fn stretches(&self) -> Vec<usize> {
        let mut counted = 0;
        let count = |stretch: usize| {
            counted += self.samples[counted..].iter().take_while(|sample| self.stretch(sample.x) < stretch).count();
            counted
        };
        (0..self.samples.len()).map(count).collect()
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a float turns into the nearest whole number that there is"
    )]
    /// In which stretch an x lies; those left and right of the line lie in the first and the last.
    fn stretch(&self, x: Mm) -> usize {
        let (Some(first), Some(last)) = (self.samples.first(), self.samples.last()) else { return 0 };
        let share = (x - first.x) / (last.x - first.x).max(Mm(f64::MIN_POSITIVE));
        ((share * self.samples.len() as f64) as usize).min(self.samples.len() - 1)
    }

    /// How many samples stand before an x, or at it where those count as well.
    fn count(&self, x: Mm, or_at: bool) -> usize {
        let mut count = self.before[self.stretch(x)];
        while let Some(sample) = self.samples.get(count)
            && (sample.x < x || or_at && sample.x == x)
        {
            count += 1;
        }
        count
    }

    /// The highest and the lowest place between two x, up to the samples around them; nothing where the line does not run.
    fn range(&self, left: Mm, right: Mm) -> Option<(Mm, Mm)> {
        let (first, last) = (self.samples.first()?, self.samples.last()?);
        if right < first.x || left > last.x {
            return None;
        }
        let from = self.count(left, true).saturating_sub(1);
        let to = self.count(right, false).min(self.samples.len() - 1);
        let level = (to - from + 1).ilog2() as usize;
        let (one, other) = (self.ranges[level][from], self.ranges[level][to + 1 - (1 << level)]);
        Some((one.0.min(other.0), one.1.max(other.1)))
    }

    /// Whether the line comes as close as `clear` to a box.
    #[must_use]
    pub fn meets(&self, frame: Rect, clear: Mm) -> bool {
        self.over(frame, clear).is_some_and(|(high, low, clear)| high < frame.bottom() + clear && low > frame.y - clear)
    }

    /// The highest and the lowest place of the line over or under a box, and how far from its middle it must be to be as far as `clear`.
    fn over(&self, frame: Rect, clear: Mm) -> Option<(Mm, Mm, Mm)> {
        let clear = clear + self.half;
        self.range(frame.x - clear, frame.right() + clear).map(|(high, low)| (high, low, clear))
    }
}

impl Disc {
    /// Whether a box comes closer than `clear`.
    #[must_use]
    pub fn meets(&self, frame: Rect, clear: Mm) -> bool {
        let y = self.centre.y - self.centre.y.max(frame.y).min(frame.bottom());
        self.beside(frame, clear).is_some_and(|(_, aside, reach)| aside + y.0 * y.0 < reach)
    }

    /// Its height, how far it is left or right of a box, and how far it reaches when it must be as far as `clear`; both squared. Nothing
    /// when it is too far aside to be met at any height.
    fn beside(&self, frame: Rect, clear: Mm) -> Option<(Mm, f64, f64)> {
        let x = self.centre.x - self.centre.x.max(frame.x).min(frame.right());
        let reach = self.radius + clear;
        let (aside, reach) = (x.0 * x.0, reach.0 * reach.0);
        (aside < reach).then_some((self.centre.y, aside, reach))
    }
}

impl Ground {
    /// An area without anything in it.
    #[must_use]
    pub fn new(bounds: Rect, em: Mm) -> Self {
        let (lines, discs, points, boxes, upright, level, hatched) = Default::default();
        Self { bounds, em, lines, discs, points, boxes, upright, level, hatched }
    }

    /// With a line that no label covers.
    #[must_use]
    pub fn lined(mut self, line: Line) -> Self {
        self.lines.push(line);
        self
    }

    /// With something round that no label covers.
    #[must_use]
    pub fn with(mut self, disc: Disc) -> Self {
        self.discs.push(disc);
        self
    }

    /// With something round that a label could be of, and that no label covers.
    #[must_use]
    pub fn pointed(mut self, disc: Disc) -> Self {
        self.points.push(disc);
        self.with(disc)
    }

    /// With a box that no label covers.
    #[must_use]
    pub fn boxed(mut self, frame: Rect) -> Self {
        self.boxes.push(frame);
        self
    }

    /// With hairlines that labels rather do not cross: upright ones by their x, level ones by their y.
    #[must_use]
    pub fn ruled(mut self, upright: impl IntoIterator<Item = Mm>, level: impl IntoIterator<Item = Mm>) -> Self {
        self.upright.extend(upright);
        self.level.extend(level);
        self
    }

    /// With hatching that labels rather do not stand on: where the first line runs above the second.
    #[must_use]
    pub fn hatched(self, upper: Line, lower: Line) -> Self {
        Self { hatched: Some((upper, lower)), ..self }
    }

    /// What of it comes within reach of a point.
    pub(super) fn near(&self, at: Point, reach: Size) -> Near<'_> {
        let within = Rect::new(at.x - reach.width, at.y - reach.height, reach.width * 2.0, reach.height * 2.0);
        let round = |disc: &&Disc| disc.meets(within, Mm::ZERO);
        let boxes = self.boxes.iter().filter(|thing| thing.overlaps(within, Mm::ZERO));
        Near { ground: self, discs: self.discs.iter().filter(round).copied().collect(), boxes: boxes.copied().collect() }
    }

    /// Whether a box stands inside and clear of everything.
    #[must_use]
    pub fn is_free(&self, frame: Rect) -> bool {
        let middle = Point { x: frame.x + frame.width / 2.0, y: frame.y + frame.height / 2.0 };
        let reach = Size { width: frame.width / 2.0 + self.em, height: frame.height / 2.0 + self.em };
        self.near(middle, reach).is_free(frame)
    }

    /// Whether something round has room: close to other things, but on none of them.
    #[must_use]
    pub fn takes(&self, disc: Disc) -> bool {
        let half = disc.radius * 0.8;
        let frame = Rect::new(disc.centre.x - half, disc.centre.y - half, half * 2.0, half * 2.0);
        let point = Rect::new(disc.centre.x, disc.centre.y, Mm::ZERO, Mm::ZERO);
        self.bounds.contains(frame, Mm::ZERO)
            && !self.lines.iter().any(|line| line.meets(frame, self.em * 0.05))
            && !self.discs.iter().any(|other| other.meets(point, disc.radius))
            && !self.boxes.iter().any(|thing| thing.overlaps(frame, Mm::ZERO))
    }
}

/// What stands above and below stretches of x, as far as it was asked for. Many boxes are as wide as the same stretch, and whether one
/// of them is free is told by heights alone.
#[derive(Debug, Default)]
pub(super) struct Shafts {
    known: Vec<Option<Shaft>>,
    /// From where to where each box stands.
    boxes: Vec<(Mm, Mm)>,
    /// The height of each disc, how far it is aside, and how far it reaches with the room around it; both squared.
    discs: Vec<(Mm, f64, f64)>,
    /// The highest and the lowest place of each line, and the room that it needs.
    lines: Vec<(Mm, Mm, Mm)>,
}

/// Which of them stand above and below a stretch; none when it leaves the area.
#[derive(Debug, Clone)]
struct Shaft {
    within: bool,
    boxes: Range<usize>,
    discs: Range<usize>,
    lines: Range<usize>,
}

impl Shafts {
    /// So many stretches.
    pub fn new(count: usize) -> Self {
        Self { known: vec![None; count], ..Self::default() }
    }

    /// Whether a box that is as wide as a stretch stands inside and clear of everything.
    pub fn is_free(&mut self, stretch: usize, frame: Rect, near: &Near) -> bool {
        if self.known[stretch].is_none() {
            self.known[stretch] = Some(self.shaft(frame, near));
        }
        let Some(shaft) = &self.known[stretch] else { return false };
        let Ground { bounds, em, .. } = near.ground;
        let (top, bottom, room) = (frame.y, frame.bottom(), grown(frame, *em * CLEAR_OF_THING));
        let reached = |(y, aside, reach): &(Mm, f64, f64)| {
            let away = (*y - y.max(top).min(bottom)).0;
            aside + away * away < *reach
        };
        shaft.within
            && top >= bounds.y - SLACK
            && bottom <= bounds.bottom() + SLACK
            && !self.lines[shaft.lines.clone()].iter().any(|(high, low, clear)| *high < bottom + *clear && *low > top - *clear)
            && !self.discs[shaft.discs.clone()].iter().any(reached)
            && !self.boxes[shaft.boxes.clone()].iter().any(|(high, low)| room.y < *low && *high < room.bottom())
    }

    /// What stands above and below a stretch as wide as a box.
    fn shaft(&mut self, frame: Rect, near: &Near) -> Shaft {
        let Ground { bounds, em, lines, .. } = near.ground;
        let clear = *em * CLEAR_OF_THING;
        let within = frame.x >= bounds.x - SLACK && frame.right() <= bounds.right() + SLACK;
        let from = (self.boxes.len(), self.discs.len(), self.lines.len());
        if within {
            let room = grown(frame, clear);
            let across = near.boxes.iter().filter(|thing| room.x < thing.right() && thing.x < room.right());
            self.boxes.extend(across.map(|thing| (thing.y, thing.bottom())));
            self.discs.extend(near.discs.iter().filter_map(|disc| disc.beside(frame, clear)));
            self.lines.extend(lines.iter().filter_map(|line| line.over(frame, *em * CLEAR_OF_LINE)));
        }
        let [boxes, discs, lines] = [from.0..self.boxes.len(), from.1..self.discs.len(), from.2..self.lines.len()];
        Shaft { within, boxes, discs, lines }
    }
}

/// The last bits of sums never count.
const SLACK: Mm = Mm(1e-9);

/// What of a ground comes within reach of a point.
pub(super) struct Near<'a> {
    ground: &'a Ground,
    discs: Vec<Disc>,
    boxes: Vec<Rect>,
}

impl Near<'_> {
    /// One em of the labels.
    pub fn em(&self) -> Mm {
        self.ground.em
    }

    /// Whether a box stands inside and clear of everything.
    pub fn is_free(&self, frame: Rect) -> bool {
        Shafts::new(1).is_free(0, frame, self)
    }

    /// Whether the way from the edge of what stands at `anchor` to a label crosses nothing.
    pub fn is_open(&self, anchor: Point, (from, to): (Point, Point)) -> bool {
        /// Pieces that a leader is looked at by: the box around each, so that nothing slips through between them.
        const PIECES: usize = 8;
        let em = self.ground.em;
        let clear = em * CLEAR_OF_THING;
        let between = |one: f64, other: f64| {
            let [one, other] = [one, other].map(|share| along(from, to, share / PIECES as f64));
            let point = |at: Point| Rect::new(at.x, at.y, Mm::ZERO, Mm::ZERO);
            grown(point(one).union(point(other)), em * 0.05)
        };
        // Most things are far from all of it.
        let whole = between(0.0, PIECES as f64);
        let crossed =
            |meets: &dyn Fn(Rect) -> bool| meets(whole) && (0..PIECES).any(|nth| meets(between(nth as f64, nth as f64 + 1.0)));
        let others = self.discs.iter().filter(|disc| disc.centre != anchor);
        !self.ground.lines.iter().any(|line| crossed(&|piece| line.meets(piece, clear)))
            && !others.into_iter().any(|disc| crossed(&|piece| disc.meets(piece, clear)))
            && !self.boxes.iter().any(|thing| crossed(&|piece| thing.overlaps(grown(piece, clear), Mm::ZERO)))
    }

    /// Whether a box, so far away from its own point, would be taken for what another says: it stands nearer to that, or right over or
    /// under it.
    pub fn is_of_another(&self, anchor: Point, frame: Rect, away: Mm) -> bool {
        let em = self.ground.em;
        let near = away - em * 0.02;
        let close = em * CLOSE;
        self.ground.points.iter().filter(|point| point.centre != anchor).any(|point| {
            let across = frame.x < point.centre.x && point.centre.x < frame.right();
            near > Mm::ZERO && point.meets(frame, near) || across && point.meets(frame, close)
        })
    }

    /// Whether a box stands on hatching.
    pub fn is_hatched(&self, frame: Rect) -> bool {
        let Some((upper, lower)) = &self.ground.hatched else { return false };
        [0.0, 0.5, 1.0].iter().any(|share| {
            let x = frame.x + frame.width * *share;
            let (high, low) = (upper.range(x, x), lower.range(x, x));
            high.zip(low).is_some_and(|((high, _), (_, low))| high < frame.bottom() && low > frame.y)
        })
    }

    /// How many hairlines a box crosses: upright ones and level ones.
    pub fn crossed(&self, frame: Rect) -> (usize, usize) {
        (
            self.ground.upright.iter().filter(|x| frame.x < **x && **x < frame.right()).count(),
            self.ground.level.iter().filter(|y| frame.y < **y && **y < frame.bottom()).count(),
        )
    }
}

/// A point on the way between two.
pub(super) fn along(from: Point, to: Point, share: f64) -> Point {
    Point { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

/// A box with room around it.
#[must_use]
pub fn grown(frame: Rect, by: Mm) -> Rect {
    Rect::new(frame.x - by, frame.y - by, frame.width + by * 2.0, frame.height + by * 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_knows_its_highest_and_lowest_place_between_two_x() {
        let samples: Vec<Point> = (0..40).map(|nth| Point::new(f64::from(nth), f64::from(nth * 7 % 11))).collect();
        let line = Line::new(samples.clone(), Mm(0.0));
        for left in 0..39 {
            for right in left + 1..40 {
                let between = samples[left..=right].iter().map(|sample| sample.y);
                let (high, low) = line.range(Mm(left as f64), Mm(right as f64)).unwrap();
                assert_eq!(high, between.clone().fold(Mm(99.0), Mm::min));
                assert_eq!(low, between.fold(Mm::ZERO, Mm::max));
            }
        }
        assert_eq!(line.range(Mm(-3.0), Mm(-1.0)), None);
    }

    #[test]
    fn a_box_between_two_samples_of_a_steep_line_is_met() {
        let line = Line::new(vec![Point::new(0.0, 0.0), Point::new(10.0, 100.0)], Mm(1.0));
        assert!(line.meets(Rect::new(Mm(4.0), Mm(48.0), Mm(2.0), Mm(4.0)), Mm(0.1)));
        assert!(!line.meets(Rect::new(Mm(12.0), Mm(48.0), Mm(2.0), Mm(4.0)), Mm(0.1)));
    }
}
