//! What curves have to show, whatever the height: scores in columns, and the texts beside them.

use std::cell::Cell;

use super::gap::{self, Against};
use super::laid::{Bare, Extent, Laid};
use super::scale::Area;
use super::{Beyond, Curve, Dot, Score, margin, several};
use crate::journey::Scale;
use crate::layout::drawn::labels::{Shape, Shapes};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::layout::drawn::text::{Block, LEADING, SetLine};
use crate::scene::{Mm, Point, Pt, Rect, Size};

/// Curves with the same scale over the same columns.
pub struct Plot {
    /// The scores of each curve, a list for each column.
    scores: Vec<Vec<Vec<Score>>>,
    /// Where the line of each comes from and goes to beyond the page.
    beyond: Vec<Beyond>,
    /// What stands at the end of each, in its shapes.
    pub(super) names: Vec<Vec<Vec<SetLine>>>,
    /// The same as labels: none at a point that no line leads to.
    pub(super) ends: Vec<Shapes>,
    pub(super) columns: Vec<Column>,
    scale: Scale,
    /// The size of the phases' titles: a face grows no larger.
    headline: Pt,
    pub(super) em: Mm,
    /// What stands beside points.
    pub(super) labels: Vec<Beside>,
    /// The label that was the last to lack a place.
    pub(super) poorest: Cell<usize>,
    /// What stands at the beginning and at the end of the first curve, when it is the spine of a poster.
    pub(super) words: Option<[Option<SetLine>; 2]>,
    /// Whether the names of the curves stand in a margin at their right.
    pub(super) margined: bool,
    /// Two curves of which the gap is shown.
    pub(super) against: Option<Against>,
}

/// A point of a curve.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Which {
    /// The index of the curve.
    pub curve: usize,
    /// The index of the column.
    pub column: usize,
    /// The index among the scores of the column.
    pub nth: usize,
}

/// A label beside a point.
pub(super) struct Beside {
    pub curve: usize,
    /// The index among the dots of the curve.
    pub dot: usize,
    pub score: f64,
    pub shapes: Shapes,
}

/// Room above the highest and below the lowest score for so many lines of labels: the fewest are tried first.
const PADS: [f64; 4] = [1.2, 2.3, 3.6, 7.0];
/// Those with which all labels have a place where they have it at all, but for one in seventy.
const LIKELY: [f64; 2] = [2.3, 3.6];
/// The name of a curve takes so many lines, and a label this much more than its height, in em.
const LINES_OF_A_NAME: f64 = 2.3;
const AROUND: f64 = 1.0;
/// What a label costs that has no place: more than all that is unwelcome about the others.
const LOST: f64 = 1e6;
/// What it costs that a curve is not named at its end.
const NAMELESS: f64 = 60.0;
/// What a line of room above and below costs: it makes the curve flatter.
const FLATTER: f64 = 4.0;
/// Labels at a cost up to this stand where one would put them.
const GOOD: f64 = 12.0;

impl Plot {
    /// Curves over columns, without labels.
    #[must_use]
    pub fn new(curves: &[Curve], columns: &[Column], setting: &Setting) -> Self {
        let several = curves.len() > 1;
        let name = |curve: &Curve| {
            curve.name.filter(|_| several).map_or_else(Vec::new, |name| {
                let natural = setting.em() * name.natural_width() + Mm(0.01);
                let mut shapes = vec![name.set(setting.typesetter(), natural, setting.sizes.cell)];
                if name.natural_width() > 9.0 {
                    shapes.push(name.set(setting.typesetter(), natural * 0.6, setting.sizes.cell));
                }
                shapes
            })
        };
        let names: Vec<Vec<Vec<SetLine>>> = curves.iter().map(name).collect();
        let end = |(curve, name): (&Curve, &Vec<Vec<SetLine>>)| {
            let shapes = name.iter().filter(|_| drawn(curve)).map(|lines| Shape::filled(size(lines), 0.0));
            Shapes::new(shapes.collect(), setting.em())
        };
        Self {
            scores: curves.iter().map(|curve| curve.stretches.iter().map(|stretch| stretch.scores.clone()).collect()).collect(),
            beyond: curves.iter().map(|curve| curve.beyond).collect(),
            ends: curves.iter().zip(&names).map(end).collect(),
            names,
            columns: columns.to_vec(),
            scale: curves.first().map_or_else(Scale::default, |curve| curve.scale.clone()),
            headline: setting.sizes.phase,
            em: setting.em(),
            labels: Vec::new(),
            poorest: Cell::default(),
            words: None,
            margined: false,
            against: None,
        }
    }

    /// The same as the spine of a poster: with a stronger line, and words at its beginning and at its end where they are on the page.
    #[must_use]
    pub fn spine(self, words: [Option<SetLine>; 2]) -> Self {
        Self { words: Some(words), ..self }
    }

    /// The same with the names of several curves in a margin of a width at their right, each with its last score.
    #[must_use]
    pub fn margined(mut self, curves: &[Curve], width: Mm, setting: &Setting) -> Self {
        if curves.len() < 2 {
            return self;
        }
        let room = width - setting.em() * margin::AWAY;
        let set = |block: &Block, size: Pt| block.set(setting.typesetter(), room, size);
        let names = curves.iter().map(|curve| {
            let name = curve.name.map(|name| set(name, setting.sizes.cell));
            let last = curve.last.map(|last| set(last, setting.sizes.note));
            name.map(|name| name.into_iter().chain(last.into_iter().flatten()).collect()).into_iter().collect()
        });
        self.names = names.collect();
        // A line that ends before the margin is named at its end.
        let early = |curve: &Curve| curve.stretches.last().is_some_and(|last| last.scores.is_empty()) && drawn(curve);
        let ends = curves.iter().zip(&self.names).map(|(curve, names): (&Curve, &Vec<Vec<SetLine>>)| {
            let shapes = names.iter().filter(|_| early(curve)).map(|lines| Shape::filled(size(lines), 0.0));
            Shapes::new(shapes.collect(), self.em)
        });
        self.ends = ends.collect();
        self.margined = true;
        self
    }

    /// The same with the gap between two of the curves: what is, and what it is held against.
    #[must_use]
    pub fn against(mut self, curves: (usize, usize), setting: &Setting) -> Self {
        self.against = Some(gap::against(&self.scores, curves, setting));
        self
    }

    /// Wants something beside a point, in one of several shapes.
    pub fn label(&mut self, which: Which, shapes: Vec<Shape>) {
        let before = self.scores[which.curve][..which.column].iter().map(Vec::len).sum::<usize>();
        let score = self.scores[which.curve][which.column][which.nth].value;
        self.labels.push(Beside { curve: which.curve, dot: before + which.nth, score, shapes: Shapes::new(shapes, self.em) });
    }

    /// Leaves out the labels that have no place.
    pub fn keep(&mut self, kept: &[bool]) {
        let mut kept = kept.iter();
        self.labels.retain(|_| kept.next().is_some_and(|kept| *kept));
    }

    /// What it comes to at a height, with the upper side of the frame at zero.
    #[must_use]
    pub fn laid(&self, height: Mm) -> Laid {
        self.laid_knowing(height, Vec::new())
    }

    /// The same, where something is known already about some of the rooms above and below.
    fn laid_knowing(&self, height: Mm, mut known: Vec<Bare>) -> Laid {
        let frame = self.frame(height);
        let mut lay = |pads: (Mm, Mm)| match known.iter().position(|bare| bare.laid.pads == pads) {
            Some(nth) => known.swap_remove(nth).placed(self),
            None => Laid::new(self, frame, pads),
        };
        let mut tried = vec![self.pads(height, Mm::ZERO)];
        let mut best = lay(tried[0]);
        let mut cost = self.cost(&best);
        // Labels at their very best would come to this.
        let least: f64 = self.labels.iter().map(|label| label.shapes.least()).sum();
        for lines in PADS {
            if best.is_whole() && best.names_lost(self) == 0 && best.worst() <= GOOD {
                return best;
            }
            let pads = self.pads(height, self.em * (LEADING * lines));
            if tried.contains(&pads) || least + self.flat(pads) >= cost {
                continue;
            }
            tried.push(pads);
            let laid = lay(pads);
            let other = self.cost(&laid);
            if other < cost {
                (best, cost) = (laid, other);
            }
        }
        self.trimmed(best)
    }

    /// Whether all labels have a place at a height, however good. Once in a while they have it only where room that they left unused is
    /// trimmed, which is not looked for here: it is dear, and found in one of some two hundred.
    #[must_use]
    pub fn holds(&self, height: Mm) -> bool {
        self.without_room(height).is_none()
    }

    /// Nothing when all labels have a place at a height; else the same as [`Self::laid`].
    #[must_use]
    pub fn lacking(&self, height: Mm) -> Option<Laid> {
        // Once in a while they have it where room that they left unused is trimmed, and there alone.
        self.without_room(height).map(|known| self.laid_knowing(height, known)).filter(|laid| !laid.is_whole())
    }

    /// Nothing when all labels have a place at a height with one of the rooms above and below; else what has been found out about each.
    fn without_room(&self, height: Mm) -> Option<Vec<Bare>> {
        // Where there are none, nothing can lack a place; and of thousands of points it would be dear to find that out.
        if self.labels.is_empty() {
            return None;
        }
        let mut tried: Vec<Bare> = Vec::with_capacity(LIKELY.len());
        for lines in LIKELY {
            let pads = self.pads(height, self.em * (LEADING * lines));
            if tried.iter().all(|bare| bare.laid.pads != pads) {
                tried.push(Laid::lacking(self, self.frame(height), pads)?);
            }
        }
        Some(tried)
    }

    fn frame(&self, height: Mm) -> Rect {
        let right = self.columns.last().map_or(Mm::ZERO, |(left, width)| *left + *width);
        let left = self.columns.first().map_or(Mm::ZERO, |column| column.0);
        Rect::new(left, Mm::ZERO, right - left, height)
    }

    /// The same with the room above and below that labels have left unused given to the curve, where they come to stand as well then.
    fn trimmed(&self, laid: Laid) -> Laid {
        let (least, _) = self.pads(laid.frame.height, Mm::ZERO);
        let (above, below) = laid.spare();
        let trim = |pad: Mm, spare: Mm| (pad - (spare - self.em * 0.5).max(Mm::ZERO)).max(least);
        let pads = (trim(laid.pads.0, above), trim(laid.pads.1, below));
        if pads == laid.pads {
            return laid;
        }
        let trimmed = Laid::new(self, laid.frame, pads);
        if self.cost(&trimmed) <= self.cost(&laid) + GOOD * 0.5 { trimmed } else { laid }
    }

    /// What is unwelcome about it.
    fn cost(&self, laid: &Laid) -> f64 {
        let labels: f64 = laid.spots.iter().map(|spot| spot.map_or(LOST, |spot| spot.cost)).sum();
        labels + laid.names_lost(self) as f64 * NAMELESS + self.flat(laid.pads)
    }

    /// What is unwelcome about room above and below.
    fn flat(&self, (above, below): (Mm, Mm)) -> f64 {
        let wanted = (self.labels.len() + self.names.len()) as f64;
        (above + below) / (self.em * LEADING) * FLATTER * wanted * 0.125
    }

    /// The height of what stands at the highest or at the lowest scores, in the shape that is best.
    fn wanted(&self, high: bool) -> Mm {
        let there = |score: f64| {
            let share = self.scale.normalise(score);
            if high { share > 0.75 } else { share < 0.25 }
        };
        let better = |one: &&Shape, other: &&Shape| one.cost.total_cmp(&other.cost);
        let label = |label: &Beside| label.shapes.all().iter().min_by(better).map(|shape| shape.size.height);
        let labels = self.labels.iter().filter(|label| there(label.score)).filter_map(label);
        // The names at the ends of curves stand at their last scores.
        let last = |curve: &Vec<Vec<Score>>| curve.iter().flatten().last().map(|score| score.value);
        let named = self.scores.iter().zip(&self.names).filter(|(_, name)| !name.is_empty() && !self.margined);
        let names = named.filter(|(curve, _)| last(curve).is_some_and(there)).map(|_| self.em * LEADING * LINES_OF_A_NAME);
        labels.map(|height| height + self.em * AROUND).chain(names).fold(Mm::ZERO, Mm::max)
    }

    /// The room above the highest and below the lowest score: some more where there are labels at points so high or so low, but at
    /// least three fifths of the height are the curve's.
    fn pads(&self, height: Mm, more: Mm) -> (Mm, Mm) {
        let radius = self.radius(height);
        let most = (height * 0.4 - radius * 0.9).max(Mm::ZERO);
        let wanted = [true, false].map(|high| self.wanted(high).min(more));
        // What one side does not need the other may have.
        let share = (most / wanted.into_iter().sum::<Mm>().max(most)).min(1.0);
        let [above, below] = wanted.map(|wanted| radius * 1.45 + wanted * share);
        (above, below)
    }

    /// The radius of a face: it is read from afar, so as large as the area allows, and no larger than a phase's title.
    pub(super) fn radius(&self, height: Mm) -> Mm {
        let step = |column: usize| {
            let most = self.scores.iter().map(|curve| curve[column].len()).max().unwrap_or(0).max(1);
            self.columns[column].1 / most as f64
        };
        let narrowest = (0..self.columns.len()).map(step).fold(Mm(f64::INFINITY), Mm::min);
        let several = if self.scores.len() > 1 { 0.8 } else { 1.0 };
        (Mm::from(self.headline) * 0.52).max(self.em * 0.8).min(height * 0.12).min(narrowest * 0.25) * several
    }

    /// How far labels and lines need room for what is drawn at a point.
    pub(super) fn extent(&self, radius: Mm) -> Extent {
        let extent = if self.scores.len() > 1 { Extent::several(radius) } else { Extent::single(radius) };
        if self.words.is_some() { Extent { line: radius * 0.34, ..extent } } else { extent }
    }

    /// The area in a frame.
    pub(super) fn area(&self, frame: Rect, pads: (Mm, Mm)) -> Area<'_> {
        Area { frame, scale: &self.scale, radius: self.radius(frame.height), pads }
    }

    /// Where the line from a point to a score beyond the page crosses its edge, were the columns there as wide as those here.
    fn crossing(&self, at: Point, beyond: Option<(f64, usize)>, (area, edge): (&Area, Mm)) -> Option<Point> {
        let (score, between) = beyond?;
        let column = area.frame.width / self.columns.len().max(1) as f64;
        let (here, there) = (Mm((edge - at.x).0.abs()), column * (between as f64 + 0.5));
        Some(Point { x: edge, y: at.y + (area.y(score) - at.y) * (here / (here + there)) })
    }

    /// The scores of the curves at their places, from left to right; several in one phase stand evenly in its column.
    pub(super) fn dots(&self, area: &Area) -> Vec<Vec<Dot>> {
        let curve = |(scores, beyond): (&Vec<Vec<Score>>, &Beyond)| {
            let mut dots: Vec<Dot> = Vec::new();
            for (scores, (left, width)) in scores.iter().zip(&self.columns) {
                let step = *width / scores.len() as f64;
                dots.extend(scores.iter().enumerate().map(|(index, score)| {
                    let at = Point { x: *left + step * (index as f64 + 0.5), y: area.y(score.value) };
                    let (mood, column) = (area.mood(score.value), (*left, *left + *width));
                    Dot { at, mark: at, shift: Mm::ZERO, mood, score: *score, column, crossing: [None; 2] }
                }));
            }
            if let Some(first) = dots.first_mut() {
                first.crossing[0] = self.crossing(first.at, beyond[0], (area, area.frame.x));
            }
            if let Some(last) = dots.last_mut() {
                last.crossing[1] = self.crossing(last.at, beyond[1], (area, area.frame.right()));
            }
            dots
        };
        let curves = self.scores.iter().zip(&self.beyond).map(curve).collect();
        if self.scores.len() > 1 { several::apart(curves, self.extent(area.radius)) } else { curves }
    }
}

/// Whether a curve has a line.
fn drawn(curve: &Curve) -> bool {
    curve.stretches.iter().map(|stretch| stretch.scores.len()).sum::<usize>() > 1
}

/// The box of lines that stand on each other.
fn size(lines: &[SetLine]) -> Size {
    let width = lines.iter().map(SetLine::width).fold(Mm::ZERO, Mm::max);
    Size { width: width + Mm(0.01), height: lines.iter().map(SetLine::height).sum() }
}
