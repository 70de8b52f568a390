//! Several curves in one area, told apart by line, mark and colour, each named at its end.

use super::laid::Extent;
use super::scale::{self, Area};
use super::{Curve, Dot, Laid, gap, leaders, points, ring, smooth};
use crate::layout::drawn::ink::{face, rounded};
use crate::layout::drawn::labels::grown;
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::text::draw as draw_lines;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Role};

/// From one of two lines that coincide to the other, in widths of a line.
const SIDE_BY_SIDE: f64 = 1.5;

/// Draws the curves of lanes with the same scale: the first has faces, each other one marks.
pub(super) fn draw(of: &[Curve], laid: &Laid, area: &Area, setting: &Setting, out: &mut Vec<Node>) {
    let mut behind = laid.against.map_or_else(Vec::new, |curves| gap::between(laid, curves, setting.em()));
    behind.extend(scale::rules(area, &setting.sizes));
    // No text stands on hatching.
    let white = |frame| Node::Path(Path::filled(rounded(grown(frame, setting.em() * 0.1), setting.em() * 0.3), Color::WHITE));
    behind.extend(laid.labelled().filter(|_| laid.against.is_some()).map(white));
    out.push(Node::Group(Group::new(Role::Artifact, behind)));
    let (width, mark) = (laid.extent.line, laid.extent.mark * 0.8);
    let figure = |nth: usize, nodes: Vec<Node>| of[nth].figure(nodes, area.frame, setting);
    let (mut marks, mut lone) = (Vec::new(), Vec::new());
    for (nth, dots) in laid.curves.iter().enumerate() {
        let stroked = of[nth].stroked;
        let mut own = Vec::new();
        for dot in dots {
            if nth == 0 {
                own.extend(dot.score.lowest.then(|| ring(dot.at, area.radius)));
                own.extend(face(dot.at, area.radius, dot.mood));
            } else {
                own.push(stroked.mark(dot.at, mark));
            }
        }
        let signs = laid.own_signs().filter(|sign| sign.curve == nth);
        own.extend(signs.flat_map(|sign| sign.sign.draw(sign.at, laid.extent.sign)));
        match dots.len() {
            0 => {}
            // A score without a line is the figure itself.
            1 => lone.push(figure(nth, own)),
            _ => {
                let line = smooth(&points(dots));
                let casing = Node::Path(Path::stroked(line.clone(), Color::WHITE, width * 1.8));
                out.push(figure(nth, vec![casing, stroked.line(line, width)]));
                marks.extend(own);
            }
        }
    }
    gap::draw(&laid.gaps, setting, out);
    // Marks stand on all lines, not only on their own.
    out.push(leaders(laid, setting, |curve| of[curve].stroked.color()));
    out.push(Node::Group(Group::new(Role::Artifact, marks)));
    out.extend(lone);
    for (curve, name) in of.iter().zip(&laid.names) {
        if let Some((lines, spot)) = name {
            let mut nodes = Vec::new();
            let corner = Point { x: spot.frame.x, y: spot.frame.y };
            draw_lines(setting.pen(), lines, corner, spot.frame.width, curve.stroked.color(), &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// Parts what would hide each other: lines through the same places run side by side, and marks move aside as far as their columns
/// allow, so that each is seen.
pub(super) fn apart(mut curves: Vec<Vec<Dot>>, extent: Extent) -> Vec<Vec<Dot>> {
    let before = curves.clone();
    for (nth, dots) in curves.iter_mut().enumerate() {
        for dot in dots {
            let there =
                |other: &Vec<Dot>| near(other, dot.column).iter().any(|other| distance(other.at, dot.at) < extent.line * 0.5);
            let with: Vec<usize> = before.iter().enumerate().filter(|(_, other)| there(other)).map(|(other, _)| other).collect();
            let rank = with.iter().filter(|other| **other < nth).count() as f64;
            let middle = (with.len().max(1) - 1) as f64 / 2.0;
            dot.at.y += extent.line * (SIDE_BY_SIDE * (rank - middle));
        }
    }
    for nth in 1..curves.len() {
        let (before, rest) = curves.split_at_mut(nth);
        for index in 0..rest[0].len() {
            let end = |other: Option<&Dot>, or: Mm| other.map_or(or, |other| other.at.x);
            let dot = rest[0][index];
            let left = end(index.checked_sub(1).map(|at| &rest[0][at]), dot.column.0).max(dot.column.0) + extent.mark * 1.2;
            let right = end(rest[0].get(index + 1), dot.column.1).min(dot.column.1) - extent.mark * 1.2;
            let hidden = |x: Mm| {
                before.iter().enumerate().any(|(other, dots)| {
                    let apart = extent.of(other) + extent.mark * 1.1;
                    near(dots, dot.column).iter().any(|there| distance(there.at, Point { x, ..dot.at }) < apart)
                })
            };
            // Beside a face, beside a face and a mark, and so on, by turns at the right and at the left.
            let beside = extent.face + extent.mark * 1.12;
            let steps = (0..nth).flat_map(|step| [1.0, -1.0].map(|way| (beside + extent.mark * (2.2 * step as f64)) * way));
            let places = std::iter::once(Mm::ZERO).chain(steps).map(|step| dot.at.x + step);
            let free = places.filter(|x| *x == dot.at.x || (left..=right).contains(x)).find(|x| !hidden(*x));
            rest[0][index].at.x = free.unwrap_or(dot.at.x);
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
