//! What labels must keep clear of, and what they rather would.

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
        let x = self.centre.x - self.centre.x.max(frame.x).min(frame.right());
        let y = self.centre.y - self.centre.y.max(frame.y).min(frame.bottom());
        let reach = self.radius + clear;
        x.0 * x.0 + y.0 * y.0 < reach.0 * reach.0
    }

    /// Its height, and from how far above and below that it is met by a box that must be as far as `clear`. Nothing when it is too far
    /// aside to be met at any height.
    fn beside(&self, frame: Rect, clear: Mm) -> Option<(Mm, Mm)> {
        let x = self.centre.x - self.centre.x.max(frame.x).min(frame.right());
        let reach = self.radius + clear;
        let left = reach.0 * reach.0 - x.0 * x.0;
        (left > 0.0).then(|| (self.centre.y, Mm(left.sqrt())))
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

    /// What of it comes within reach of a point. What is so far `away` from its own point may be nearer to one that is out of reach.
    pub(super) fn near(&self, at: Point, reach: Size, away: Mm) -> Near<'_> {
        let within = Rect::new(at.x - reach.width, at.y - reach.height, reach.width * 2.0, reach.height * 2.0);
        let round = |discs: &[Disc], clear: Mm| discs.iter().filter(|disc| disc.meets(within, clear)).copied().collect();
        let boxes = self.boxes.iter().filter(|thing| thing.overlaps(within, Mm::ZERO)).copied().collect();
        let others = self.points.iter().filter(|point| point.centre != at && point.meets(within, away));
        Near { ground: self, discs: round(&self.discs, Mm::ZERO), others: others.copied().collect(), boxes }
    }

    /// Whether a box stands inside and clear of everything.
    #[must_use]
    pub fn is_free(&self, frame: Rect) -> bool {
        let middle = Point { x: frame.x + frame.width / 2.0, y: frame.y + frame.height / 2.0 };
        let reach = Size { width: frame.width / 2.0 + self.em, height: frame.height / 2.0 + self.em };
        self.near(middle, reach, Mm::ZERO).is_free(frame)
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
    /// Which of the bars are those of a stretch.
    known: Vec<Option<(u32, u32)>>,
    /// From where to where nothing can stand, with the room around it.
    bars: Vec<(Mm, Mm)>,
    /// Of the heights that a box can have over a stretch those that are free, a bit each, on the side at hand.
    free: Vec<Option<u8>>,
    /// How many upright hairlines are over a stretch.
    crossed: Vec<Option<usize>>,
}

/// A box has at most so many heights over a stretch on a side.
pub(super) const STEPS: usize = 6;

impl Shafts {
    /// So many stretches.
    pub fn new(count: usize) -> Self {
        let (known, free, crossed) = (vec![None; count], vec![None; count], vec![None; count]);
        Self { known, bars: Vec::with_capacity(count * 5), free, crossed }
    }

    /// Goes on to another side: what stands over the stretches is the same, the heights of boxes are others.
    pub fn turn(&mut self) {
        self.free.fill(None);
    }

    /// At which heights boxes that are as wide as a stretch, and as high as this one, stand inside and clear of everything: a bit for each
    /// of the `tops`.
    #[inline]
    pub fn free(&mut self, stretch: usize, frame: Rect, tops: impl Fn() -> [Mm; STEPS], near: &Near) -> u8 {
        match self.free[stretch] {
            Some(free) => free,
            None => self.looked_at(stretch, frame, tops(), near),
        }
    }

    /// The same where it is not known yet.
    fn looked_at(&mut self, stretch: usize, frame: Rect, tops: [Mm; STEPS], near: &Near) -> u8 {
        let (from, to) = self.known[stretch].unwrap_or_else(|| self.dug(stretch, frame, near));
        let bottoms = tops.map(|top| top + frame.height);
        // All heights at once: a number each, so that the processor compares two of them in one go.
        let mut met = [0_u64; STEPS];
        for (high, low) in &self.bars[from as usize..to as usize] {
            for ((met, top), bottom) in met.iter_mut().zip(&tops).zip(&bottoms) {
                *met |= u64::from(high < bottom) & u64::from(low > top);
            }
        }
        let free = met.iter().enumerate().fold(0, |free, (nth, met)| free | u8::from(*met == 0) << nth);
        self.free[stretch] = Some(free);
        free
    }

    /// How many hairlines a box over a stretch crosses: upright ones and level ones.
    pub fn crossed(&mut self, stretch: usize, frame: Rect, near: &Near) -> (usize, usize) {
        let Ground { upright, level, .. } = near.ground;
        let count = || upright.iter().filter(|x| frame.x < **x && **x < frame.right()).count();
        let upright = *self.crossed[stretch].get_or_insert_with(count);
        (upright, level.iter().filter(|y| frame.y < **y && **y < frame.bottom()).count())
    }

    /// What stands above and below a stretch as wide as a box.
    #[allow(clippy::cast_possible_truncation, reason = "a few for each of some hundred stretches")]
    fn dug(&mut self, stretch: usize, frame: Rect, near: &Near) -> (u32, u32) {
        const ENDLESS: Mm = Mm(f64::INFINITY);
        let Ground { bounds, em, lines, .. } = near.ground;
        let clear = *em * CLEAR_OF_THING;
        let from = self.bars.len();
        if frame.x >= bounds.x - SLACK && frame.right() <= bounds.right() + SLACK {
            self.bars.extend([(-ENDLESS, bounds.y - SLACK), (bounds.bottom() + SLACK, ENDLESS)]);
            for line in lines {
                let over = line.over(frame, *em * CLEAR_OF_LINE);
                self.bars.extend(over.map(|(high, low, clear)| (high - clear, low + clear)));
            }
            for disc in &near.discs {
                self.bars.extend(disc.beside(frame, clear).map(|(y, half)| (y - half, y + half)));
            }
            let room = grown(frame, clear);
            for thing in near.boxes.iter().filter(|thing| room.x < thing.right() && thing.x < room.right()) {
                self.bars.push((thing.y - clear, thing.bottom() + clear));
            }
        } else {
            self.bars.push((-ENDLESS, ENDLESS));
        }
        let bars = (from as u32, self.bars.len() as u32);
        self.known[stretch] = Some(bars);
        bars
    }
}

/// The ways from a point that were looked at last, by where they lead to.
#[derive(Debug)]
pub(super) struct Ways([Option<(To, Option<bool>)>; WAYS]);

/// Where a way leads to, in whole steps.
type To = (i64, i64);

/// So many are remembered.
const WAYS: usize = 64;

impl Ways {
    /// None yet.
    pub fn new() -> Self {
        Self([None; WAYS])
    }

    /// Whether the way to a place is open, as far as that is known. What the last bits of sums tell apart is the same place.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "places are on a page, and mixed bits are only bits"
    )]
    fn entry(&mut self, to: Point) -> &mut Option<bool> {
        const FINE: f64 = 1e6;
        let key = ((to.x.0 * FINE) as i64, (to.y.0 * FINE) as i64);
        let mixed = (key.0 as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ (key.1 as u64).wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
        let slot = &mut self.0[(mixed >> 58) as usize];
        if slot.is_some_and(|(known, _)| known != key) {
            *slot = None;
        }
        &mut slot.get_or_insert((key, None)).1
    }
}

/// The last bits of sums never count.
const SLACK: Mm = Mm(1e-9);

/// What of a ground comes within reach of a point.
pub(super) struct Near<'a> {
    ground: &'a Ground,
    discs: Vec<Disc>,
    /// The points that a label here could be taken to be of, but its own.
    others: Vec<Disc>,
    boxes: Vec<Rect>,
}

impl Near<'_> {
    /// One em of the labels.
    pub fn em(&self) -> Mm {
        self.ground.em
    }

    /// Whether a box stands inside and clear of everything.
    pub fn is_free(&self, frame: Rect) -> bool {
        Shafts::new(1).free(0, frame, || [frame.y; STEPS], self) & 1 != 0
    }

    /// Whether the way from the edge of what stands at `anchor` to a label crosses nothing. Many labels around a point are met by the same.
    pub fn is_open(&self, point: (Point, Mm), way: (Point, Point), ways: &mut Ways) -> bool {
        *ways.entry(way.1).get_or_insert_with(|| self.is_clear(point, way))
    }

    /// The same, looked at anew.
    fn is_clear(&self, (anchor, radius): (Point, Mm), (from, to): (Point, Point)) -> bool {
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
        // A line that runs through the point itself is met by every leader where that begins.
        let first = between(0.0, 1.0);
        let own = |line: &Line| line.meets(Rect::new(anchor.x, anchor.y, Mm::ZERO, Mm::ZERO), radius);
        let lines = self.ground.lines.iter();
        !lines.into_iter().any(|line| crossed(&|piece| line.meets(piece, clear) && (piece != first || !own(line))))
            && !others.into_iter().any(|disc| crossed(&|piece| disc.meets(piece, clear)))
            && !self.boxes.iter().any(|thing| crossed(&|piece| thing.overlaps(grown(piece, clear), Mm::ZERO)))
    }

    /// Whether a box, so far away from its own point, would be taken for what another says: it stands nearer to that, or right over or
    /// under it.
    pub fn is_of_another(&self, frame: Rect, away: Mm) -> bool {
        let em = self.ground.em;
        let near = away - em * 0.02;
        let close = em * CLOSE;
        self.others.iter().any(|point| {
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
