//! Several curves in one area, told apart by line, mark and colour.

use super::scale::{self, Area};
use super::{Curve, Dot, Stroked, points, smooth};
use crate::layout::drawn::ink::{face, star};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::scene::{Group, Mm, Node, Point, Role};

/// The radius of a mark, as a share of that of a face.
const MARK: f64 = 0.42;

/// Draws the curves of lanes with the same scale. The first has faces where nothing else is near; everything else has marks.
pub(super) fn draw(of: &[Curve], columns: &[Column], area: &Area, setting: &Setting, out: &mut Vec<Node>) {
    let curves = apart(of.iter().map(|curve| curve.dots(columns, area)).collect(), area.radius * MARK);
    out.push(Node::Group(Group::new(Role::Artifact, scale::rules(area, &setting.sizes))));
    let width = area.radius * 0.2;
    let label = |nth: usize| of[nth].stroked;
    let figure = |nth: usize, nodes: Vec<Node>| {
        let figure = Group::new(Role::Figure, nodes).labelled(of[nth].description(setting));
        Node::Group(figure.framed(area.frame))
    };
    let (mut marks, mut lone) = (Vec::new(), Vec::new());
    for (nth, dots) in curves.iter().enumerate() {
        let mut own = Vec::new();
        for (index, dot) in dots.iter().enumerate() {
            let others = Others { curves: &curves, own: (nth, index) };
            if label(nth) == Stroked::Solid && others.all_beyond(dot.at, area.radius * (1.0 + MARK * 1.3)) {
                own.extend(face(dot.at, area.radius * 0.8, dot.mood));
            } else {
                own.push(label(nth).mark(dot.at, area.radius * MARK));
            }
            if dot.moment_of_truth {
                own.push(star(others.beside(dot.at, area.radius), area.radius * 0.5));
            }
        }
        match dots.len() {
            0 => {}
            // A score without a line is the figure itself.
            1 => lone.push(figure(nth, own)),
            _ => {
                out.push(figure(nth, vec![label(nth).line(smooth(&points(dots)), width)]));
                marks.extend(own);
            }
        }
    }
    // Marks stand on all lines, not only on their own.
    out.push(Node::Group(Group::new(Role::Artifact, marks)));
    out.extend(lone);
}

/// Moves scores that would hide each other to the right, by steps of a mark, as far as their columns allow.
fn apart(mut curves: Vec<Vec<Dot>>, radius: Mm) -> Vec<Vec<Dot>> {
    let step = radius * 2.5;
    let hides = step * 0.99;
    for nth in 1..curves.len() {
        let (before, rest) = curves.split_at_mut(nth);
        for index in 0..rest[0].len() {
            let limit = match rest[0].get(index + 1) {
                Some(next) => next.at.x - step,
                None => rest[0][index].column.1 - radius * 1.3,
            };
            let dot = &mut rest[0][index];
            let limit = limit.min(dot.column.1 - radius * 1.3);
            // Each of the few curves before can be in the way once.
            for _ in 0..nth {
                let hidden =
                    before.iter().flat_map(|dots| near(dots, dot.column)).any(|other| distance(other.at, dot.at) < hides);
                if hidden && dot.at.x + step <= limit {
                    dot.at.x += step;
                }
            }
        }
    }
    curves
}

/// The scores of a curve in a column.
fn near(dots: &[Dot], column: (Mm, Mm)) -> &[Dot] {
    let start = dots.partition_point(|dot| dot.column.0 < column.0);
    let end = dots.partition_point(|dot| dot.column.0 <= column.0);
    &dots[start..end]
}

fn distance(one: Point, other: Point) -> Mm {
    let (x, y) = ((one.x - other.x).0, (one.y - other.y).0);
    Mm((x * x + y * y).sqrt())
}

/// The scores of all curves but one.
struct Others<'a> {
    curves: &'a [Vec<Dot>],
    own: (usize, usize),
}

impl Others<'_> {
    fn all_beyond(&self, at: Point, distance_at_least: Mm) -> bool {
        let column = self.curves[self.own.0][self.own.1].column;
        self.curves.iter().enumerate().all(|(nth, dots)| {
            let own = |dot: &Dot| nth == self.own.0 && dot.at == self.curves[nth][self.own.1].at;
            near(dots, column).iter().all(|dot| own(dot) || distance(dot.at, at) >= distance_at_least)
        })
    }

    /// A place for a star beside a score at which no other score stands; above it at the right if all are taken.
    fn beside(&self, at: Point, radius: Mm) -> Point {
        let corner = |x: f64, y: f64| Point { x: at.x + radius * x, y: at.y + radius * y };
        let places = [corner(1.15, -0.95), corner(-1.15, -0.95), corner(1.15, 0.95), corner(-1.15, 0.95)];
        places.into_iter().find(|place| self.all_beyond(*place, radius * 0.9)).unwrap_or(places[0])
    }
}
