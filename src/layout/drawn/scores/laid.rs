//! Curves at a height: where points, signs and labels come to stand.

use std::cmp::Ordering;

use super::gap::{self, Against, Measured};
use super::line::samples;
use super::plot::Plot;
use super::scale::{self, Area};
use super::{Dot, margin, points, traced};
use crate::journey::Scale;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::labels::{
    self, CLEAR_OF_LABEL, CLEAR_OF_LINE, CLEAR_OF_THING, Disc, Ground, Known, Label, Line, Side, Spot,
};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::SetLine;
use crate::scene::{Group, Mm, Node, Point, Rect, Role};

/// The radius of the ring around the lowest point, as a share of that of its face.
pub(super) const RING: f64 = 1.36;

/// A name looks for its place along a curve at so many at the most, from the end on.
const MOST_PLACES: usize = 96;

/// How much room the parts of a curve take.
#[derive(Debug, Clone, Copy)]
pub(super) struct Extent {
    /// The width of a line.
    pub line: Mm,
    /// The radius of a face.
    pub face: Mm,
    /// The radius of a mark.
    pub mark: Mm,
    /// The radius of a star or sign.
    pub sign: Mm,
}

impl Extent {
    pub fn single(radius: Mm) -> Self {
        Self { line: radius * 0.22, face: radius * 1.08, mark: radius * 1.08, sign: radius * 0.6 }
    }

    pub fn several(radius: Mm) -> Self {
        Self { line: radius * 0.25, face: radius * 1.08, mark: radius * 0.55, sign: radius * 0.6 }
    }

    /// The radius of what stands at a point of a curve.
    pub fn of(&self, curve: usize) -> Mm {
        if curve == 0 { self.face } else { self.mark }
    }
}

/// A sign beside a point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Beside {
    pub curve: usize,
    pub dot: usize,
    pub sign: Sign,
    pub at: Point,
}

/// Curves at a height.
#[derive(Debug, Clone)]
pub struct Laid {
    /// The area of the curves.
    pub frame: Rect,
    pub(super) pads: (Mm, Mm),
    radius: Mm,
    pub(super) extent: Extent,
    pub(super) curves: Vec<Vec<Dot>>,
    pub(super) signs: Vec<Beside>,
    /// Where the labels stand: one a label of the plot.
    pub(super) spots: Vec<Option<Spot>>,
    /// The curve and the point of each label.
    of: Vec<(usize, usize)>,
    /// The words at the beginning and at the end of the first curve, where they have a place, each in its box.
    pub(super) ends: Vec<(SetLine, Rect)>,
    /// Whether the first curve is the spine of a poster, and whether it begins here and ends here.
    pub(super) is_spine: bool,
    pub(super) whole: [bool; 2],
    /// What stands at the ends of curves, where it has a place.
    pub(super) names: Vec<Option<(Vec<SetLine>, Spot)>>,
    /// Two curves with a gap between them, and the gaps that are measured.
    pub(super) against: Option<(usize, usize)>,
    pub(super) gaps: Vec<Measured>,
}

impl Laid {
    /// Lays curves in a frame, with so much room above the highest and below the lowest score.
    pub(super) fn new(plot: &Plot, frame: Rect, pads: (Mm, Mm)) -> Self {
        Self::bare(plot, frame, pads).placed(plot)
    }

    /// Nothing when all labels have a place in that frame; else what has been found out.
    pub(super) fn lacking(plot: &Plot, frame: Rect, pads: (Mm, Mm)) -> Option<Bare> {
        let mut bare = Self::bare(plot, frame, pads);
        let Bare { laid, ground, lines, known } = &mut bare;
        let hold = labels::have_places(&laid.wanted(plot, lines), plot.labels.len(), &plot.poorest, ground, known);
        (!hold).then_some(bare)
    }

    /// The same before labels and names have places.
    fn bare(plot: &Plot, frame: Rect, pads: (Mm, Mm)) -> Bare {
        let area = plot.area(frame, pads);
        let curves = plot.dots(&area);
        let extent = plot.extent(area.radius);
        let mut laid = Self {
            frame,
            pads: area.pads,
            radius: area.radius,
            extent,
            curves,
            signs: Vec::new(),
            spots: Vec::new(),
            of: plot.labels.iter().map(|label| (label.curve, label.dot)).collect(),
            ends: Vec::new(),
            is_spine: plot.words.is_some(),
            whole: plot.words.as_ref().map_or([false; 2], |words| [0, 1].map(|end| words[end].is_some())),
            names: Vec::new(),
            against: plot.against.as_ref().map(Against::curves),
            gaps: Vec::new(),
        };
        laid.gaps = gap::measured(&laid, plot);
        let lines: Vec<Vec<Point>> = laid.curves.iter().map(|dots| traced(dots)).collect();
        let gutters = plot.columns.windows(2).map(|pair| f64::midpoint((pair[0].0 + pair[0].1).0, pair[1].0.0)).map(Mm);
        let mut ground = Ground::new(frame, plot.em).ruled(gutters, [area.y(area.middle())]);
        for (nth, dots) in laid.curves.iter().enumerate() {
            if dots.len() > 1 {
                ground = ground.lined(Line::new(lines[nth].clone(), extent.line));
            }
            for (index, dot) in dots.iter().enumerate() {
                ground = ground.pointed(Disc { centre: dot.mark, radius: laid.reach(nth, index) });
            }
        }
        if let Some((lived, other)) = laid.against {
            let line = |curve: usize| Line::new(samples(&points(&laid.curves[curve])), extent.line);
            ground = ground.hatched(line(other), line(lived));
        }
        // Signs first: they are small, and say which point they belong to only when they stand close.
        for (nth, dots) in laid.curves.iter().enumerate() {
            for (index, dot) in dots.iter().enumerate() {
                let wanted = [(dot.score.moment_of_truth, Sign::MomentOfTruth), (dot.score.drop_off, Sign::DROP_OFF)];
                for (_, sign) in wanted.into_iter().filter(|(wanted, _)| *wanted) {
                    let at = corner(dot.mark, laid.reach(nth, index), extent.sign, &ground);
                    ground = ground.with(Disc { centre: at, radius: extent.sign });
                    laid.signs.push(Beside { curve: nth, dot: index, sign, at });
                }
            }
        }
        ground = laid.gaps.iter().flat_map(|gap| gap.boxes(plot.em)).fold(ground, Ground::boxed);
        let ground = laid.ended(plot, ground, lines.first().map_or(&[], Vec::as_slice));
        Bare { laid, ground, lines, known: Known::default() }
    }

    /// Gives the words at the ends of the first curve a place close to the line, where there is one.
    fn ended(&mut self, plot: &Plot, mut ground: Ground, points: &[Point]) -> Ground {
        let dots = self.curves.first().filter(|dots| dots.len() > 1).map_or(&[][..], Vec::as_slice);
        let points = if dots.is_empty() { &[] } else { points };
        let (Some(first), Some(last), Some(words)) = (points.first(), points.last(), &plot.words) else { return ground };
        let reach = |nth: Option<usize>| nth.map_or(Mm::ZERO, |nth| self.reach(0, nth));
        let reaches = [reach(Some(0)), reach(dots.len().checked_sub(1))];
        for ((at, word), reach) in [first, last].into_iter().zip(words).zip(reaches) {
            let Some(word) = word else { continue };
            let em = Mm::from(word.size);
            let (width, height) = (word.width() + em * 1.3, em * 1.45);
            let x = if at.x == first.x { at.x } else { at.x - width };
            let away = self.extent.line * 0.5 + plot.em * (CLEAR_OF_LINE + 0.02);
            // Close to the line, else over or under the face that is too near.
            let over = away.max(reach + plot.em * (CLEAR_OF_THING + 0.02));
            let places = [at.y - away - height, at.y + away, at.y - over - height, at.y + over];
            let places = places.map(|y| Rect::new(x, y, width, height));
            if let Some(place) = places.into_iter().find(|place| ground.is_free(*place)) {
                ground = ground.boxed(place);
                self.ends.push((word.clone(), place));
            }
        }
        ground
    }

    /// The labels, and behind them the names of the curves.
    fn wanted<'a>(&self, plot: &'a Plot, lines: &[Vec<Point>]) -> Vec<Label<'a>> {
        let beside = plot.labels.iter().map(|label| Label {
            anchor: self.curves[label.curve][label.dot].mark,
            radius: self.reach(label.curve, label.dot),
            shapes: &label.shapes,
            side: self.side(label.curve, label.dot),
            within: Some(self.curves[label.curve][label.dot].column),
        });
        let names = plot.ends.iter().zip(lines).map(|(shapes, line)| Label {
            anchor: line.last().copied().unwrap_or_default(),
            radius: self.extent.line * 0.5 + plot.em * 0.2,
            shapes,
            side: None,
            within: None,
        });
        beside.chain(names).collect()
    }

    /// Gives labels and names their places.
    fn place(&mut self, plot: &Plot, ground: &Ground, lines: &[Vec<Point>], known: Known) {
        let mut spots = labels::place_knowing(&self.wanted(plot, lines), ground, known);
        let mut names = spots.split_off(plot.labels.len());
        self.spots = spots;
        // A line to the end of a curve begins at that, however far from it the name has to stay.
        for (spot, line) in names.iter_mut().zip(lines) {
            let Some(spot) = spot else { continue };
            if let (Some((from, to)), Some(end)) = (&mut spot.leader, line.last()) {
                let (dx, dy) = ((to.x - end.x).0, (to.y - end.y).0);
                let length = (dx * dx + dy * dy).sqrt();
                let share = (self.extent.line.0 * 0.5 / length.max(1e-9)).min(1.0);
                *from = Point { x: end.x + Mm(dx * share), y: end.y + Mm(dy * share) };
            }
        }
        self.along(plot, ground, &mut names);
        let named = plot.names.iter().zip(names).map(|(shapes, spot)| spot.map(|spot| (shapes[spot.shape].clone(), spot)));
        self.names = named.collect();
        if plot.margined {
            margin::name(self, plot);
        }
    }

    /// Gives the names that have no place at the ends of their curves one along them, as near to the end as there is one.
    fn along(&self, plot: &Plot, ground: &Ground, names: &mut [Option<Spot>]) {
        let taken = self.labelled().chain(names.iter().flatten().map(|spot| spot.frame));
        let near = plot.em * CLEAR_OF_LABEL;
        let mut ground = taken.fold(ground.clone(), |ground, frame| ground.boxed(labels::grown(frame, near)));
        for ((shapes, dots), name) in plot.ends.iter().zip(&self.curves).zip(names) {
            if name.is_some() || shapes.all().is_empty() || plot.margined {
                continue;
            }
            let line = samples(&points(dots));
            // A few places between two points: more would look alike.
            let step = (line.len() / (dots.len().max(1) * 3)).max(1);
            let places = line.iter().rev().step_by(step).take(MOST_PLACES).filter_map(|at| {
                let radius = self.extent.line * 0.5 + plot.em * 0.2;
                let spot = labels::place(&[Label { anchor: *at, radius, shapes, side: None, within: None }], &ground)[0]?;
                spot.leader.is_none().then_some(spot)
            });
            *name = places.min_by(|one, other| one.cost.total_cmp(&other.cost));
            ground = name.iter().fold(ground, |ground, spot| ground.boxed(labels::grown(spot.frame, near)));
        }
    }

    /// The side of the line on which a text about a point belongs: over a peak, under a valley; at an end and on a level stretch, on the
    /// side of the scale on which the point stands.
    fn side(&self, curve: usize, index: usize) -> Option<Side> {
        let dots = &self.curves[curve];
        let dot = &dots[index];
        let by_mood = match dot.mood {
            mood if mood > 0.0 => Some(Side::Above),
            mood if mood < 0.0 => Some(Side::Below),
            _ => None,
        };
        let (Some(before), Some(behind)) = (index.checked_sub(1).map(|at| &dots[at]), dots.get(index + 1)) else {
            return by_mood;
        };
        let around = [before.at.y, behind.at.y].map(|y| y.0.total_cmp(&dot.at.y.0));
        match around {
            [Ordering::Less, Ordering::Less] => Some(Side::Below),
            [Ordering::Greater, Ordering::Greater] => Some(Side::Above),
            // What is said along a level stretch stands on one side of it.
            [Ordering::Equal, _] | [_, Ordering::Equal] => by_mood,
            [Ordering::Less, Ordering::Greater] | [Ordering::Greater, Ordering::Less] => None,
        }
    }

    /// The room above the highest and below the lowest of all that is drawn but the scale itself.
    pub(super) fn spare(&self) -> (Mm, Mm) {
        // Names in the margin move with the curves.
        let names = self.names.iter().flatten().map(|(_, spot)| spot.frame).filter(|frame| frame.x < self.frame.right());
        let signs = self.signs.iter().map(|sign| around(sign.at, self.extent.sign));
        let dots = self.curves.iter().enumerate().flat_map(|(curve, dots)| {
            dots.iter().enumerate().map(move |(index, dot)| around(dot.mark, self.reach(curve, index)))
        });
        let ends = self.ends.iter().map(|(_, place)| *place);
        let all = self.spots.iter().flatten().map(|spot| spot.frame).chain(names).chain(signs).chain(dots).chain(ends);
        let (mut above, mut below) = (self.frame.height, self.frame.height);
        for thing in all {
            above = above.min(thing.y - self.frame.y);
            below = below.min(self.frame.bottom() - thing.bottom());
        }
        (above, below)
    }

    /// The radius of all that is drawn around a point.
    pub(super) fn reach(&self, curve: usize, dot: usize) -> Mm {
        if self.curves[curve][dot].score.lowest { self.extent.of(curve) * (RING + 0.02) } else { self.extent.of(curve) }
    }

    /// The signs that are drawn at points, the ring around the lowest, and the pieces of a gap, whatever it is held against.
    pub fn marks(&self) -> impl Iterator<Item = Sign> {
        let lowest = self.curves.iter().flatten().find(|dot| dot.score.lowest);
        let gaps = self.against.map_or_else(Vec::new, |curves| gap::sides(self, curves));
        let gaps = gaps.into_iter().flat_map(|above| [true, false].map(|aimed| Sign::Gap { above, aimed }));
        self.signs.iter().map(|beside| beside.sign).chain(lowest.map(|_| Sign::Lowest)).chain(gaps)
    }

    /// The height of the whole scale.
    #[must_use]
    pub fn scale_height(&self) -> Mm {
        self.frame.height - self.pads.0 - self.pads.1
    }

    /// Whether all labels have a place.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.spots.iter().all(Option::is_some)
    }

    /// How many curves with a name are not named at their ends.
    pub(super) fn names_lost(&self, plot: &Plot) -> usize {
        let wanted = |(name, shapes): &(&Option<_>, &Vec<_>)| name.is_none() && !shapes.is_empty();
        self.names.iter().zip(&plot.names).filter(wanted).count()
    }

    /// Whether a curve with a name is named nowhere near its end.
    #[must_use]
    pub fn names_astray(&self, plot: &Plot) -> bool {
        let near = self.frame.right() - self.frame.width * 0.25;
        let names = self.names.iter().flatten().any(|(_, spot)| spot.frame.right() < near);
        names || self.names_lost(plot) > 0
    }

    /// What is most unwelcome about a label.
    pub(super) fn worst(&self) -> f64 {
        self.spots.iter().flatten().map(|spot| spot.cost).fold(0.0, f64::max)
    }

    /// Where a label stands, when it has a place: the index of its shape, and its frame.
    #[must_use]
    pub fn spot(&self, label: usize) -> Option<(usize, Rect)> {
        self.spots[label].map(|spot| (spot.shape, spot.frame))
    }

    /// The point that a label is beside.
    #[must_use]
    pub fn point(&self, label: usize) -> Point {
        let (curve, dot) = self.of[label];
        self.curves[curve][dot].mark
    }

    /// The sign beside the point of a label, if customers leave there: it belongs to what the label says.
    #[must_use]
    pub fn drop_off(&self, label: usize, top: Mm, setting: &Setting) -> Option<Node> {
        let own = |sign: &&Beside| (sign.curve, sign.dot) == self.of[label] && sign.sign == Sign::DROP_OFF;
        let sign = self.signs.iter().find(own)?;
        let at = Point { y: sign.at.y + top, ..sign.at };
        let figure = Group::new(Role::Figure, sign.sign.draw(at, self.extent.sign));
        Some(Node::Group(figure.labelled(sign.sign.term().text(setting.terms))))
    }

    /// The same without the labels that have no place.
    #[must_use]
    pub fn kept(mut self) -> Self {
        let of = self.of.iter().zip(&self.spots).filter(|(_, spot)| spot.is_some()).map(|(of, _)| *of);
        self.of = of.collect();
        self.spots.retain(Option::is_some);
        self
    }

    /// The signs that no label says.
    pub(super) fn own_signs(&self) -> impl Iterator<Item = &Beside> {
        self.signs.iter().filter(|sign| {
            let labelled = |(of, spot): (&(usize, usize), &Option<Spot>)| spot.is_some() && *of == (sign.curve, sign.dot);
            sign.sign == Sign::MomentOfTruth || !self.of.iter().zip(&self.spots).any(labelled)
        })
    }

    /// What the letters of labels and names cover: a line through the leading over or under them is no line through them.
    pub(super) fn texts(&self, em: Mm) -> Vec<Rect> {
        self.framed().map(|frame| letters(frame, em)).collect()
    }

    /// What labels and names cover.
    pub(super) fn framed(&self) -> impl Iterator<Item = Rect> {
        self.labelled().chain(self.names.iter().flatten().map(|(_, spot)| spot.frame))
    }

    /// What labels cover.
    pub(super) fn labelled(&self) -> impl Iterator<Item = Rect> {
        self.spots.iter().flatten().map(|spot| spot.frame)
    }

    /// The lines from points to labels that do not stand close, with their curves.
    pub(super) fn leaders(&self) -> impl Iterator<Item = (usize, (Point, Point))> {
        let beside = self.of.iter().zip(&self.spots).filter_map(|((curve, _), spot)| Some((*curve, spot.as_ref()?.leader?)));
        let names = self.names.iter().enumerate();
        beside.chain(names.filter_map(|(curve, name)| Some((curve, name.as_ref()?.1.leader?))))
    }

    /// The same with the upper side of the frame lower by a distance.
    pub(super) fn moved(&self, by: Mm) -> Self {
        let down = |at: &mut Point| at.y += by;
        let mut moved = self.clone();
        moved.frame.y += by;
        moved.curves.iter_mut().flatten().for_each(|dot| {
            down(&mut dot.at);
            down(&mut dot.mark);
            dot.crossing.iter_mut().flatten().for_each(down);
        });
        moved.signs.iter_mut().for_each(|sign| down(&mut sign.at));
        moved.ends.iter_mut().for_each(|(_, place)| place.y += by);
        moved.gaps.iter_mut().for_each(|gap| gap.moved(by));
        let names = moved.names.iter_mut().flatten().map(|(_, spot)| spot);
        for spot in moved.spots.iter_mut().flatten().chain(names) {
            spot.frame.y += by;
            if let Some((from, to)) = &mut spot.leader {
                down(from);
                down(to);
            }
        }
        moved
    }

    /// How far down a score stands, and whether the area is ruled there.
    #[must_use]
    pub fn level(&self, score: f64, scale: &Scale, setting: &Setting) -> (Mm, bool) {
        let area = self.area(scale);
        let ruled = scale::ruled(&area, &setting.sizes).iter().any(|rule| (rule - score).abs() < 1e-6);
        (area.y(score), ruled)
    }

    pub(super) fn area<'a>(&self, scale: &'a Scale) -> Area<'a> {
        Area { frame: self.frame, scale, radius: self.radius, pads: self.pads }
    }
}

/// Curves at a height before labels and names have places.
#[derive(Debug)]
pub(super) struct Bare {
    pub laid: Laid,
    /// The ground for labels.
    ground: Ground,
    /// The lines of the curves.
    lines: Vec<Vec<Point>>,
    /// What has been found out about labels.
    known: Known,
}

impl Bare {
    /// With labels and names in their places.
    pub fn placed(self, plot: &Plot) -> Laid {
        let Self { mut laid, ground, lines, known } = self;
        laid.place(plot, &ground, &lines, known);
        laid
    }
}

/// What the letters of a text cover in its box, with a little room at their sides.
fn letters(frame: Rect, em: Mm) -> Rect {
    let (side, above, below) = (em * 0.15, em * 0.1, em * 0.2);
    Rect::new(frame.x - side, frame.y + above, frame.width + side * 2.0, (frame.height - above - below).max(Mm::ZERO))
}

/// The box around something round.
fn around(centre: Point, radius: Mm) -> Rect {
    Rect::new(centre.x - radius, centre.y - radius, radius * 2.0, radius * 2.0)
}

/// A place for a sign close to a point: the first of those around it that is free; above at the right if none is.
fn corner(at: Point, reach: Mm, sign: Mm, ground: &Ground) -> Point {
    let away = reach + sign * 1.05;
    let place = |(x, y): (f64, f64)| Point { x: at.x + away * x, y: at.y + away * y };
    let places =
        [(0.78, -0.63), (-0.78, -0.63), (0.78, 0.63), (-0.78, 0.63), (0.5, -0.87), (-0.5, -0.87), (0.0, -1.0), (0.0, 1.0)];
    let places = places.map(place);
    places.into_iter().find(|centre| ground.takes(Disc { centre: *centre, radius: sign })).unwrap_or(places[0])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::drawn::ink::level;

    #[test]
    fn a_level_line_breaks_at_letters_and_not_in_their_leading() {
        let text = Rect::new(Mm(20.0), Mm(10.0), Mm(30.0), Mm(8.0));
        let pieces = |y: f64| level((Mm(0.0), Mm(100.0)), Mm(y), &[letters(text, Mm(4.0))]).len() / 2;
        assert_eq!([9.9, 10.2, 17.5, 18.1].map(pieces), [1; 4], "over, in the leading above and below, under");
        assert_eq!([11.0, 14.0, 17.0].map(pieces), [2; 3]);
    }
}
