//! The drawing of a channel.

use super::channel::{Arc, BY_EXIT};
use super::{Channel, Way};
use crate::journey::LinkKind;
use crate::layout::drawn::ink::{circle, dashed, line, numbered, polygon};
use crate::layout::drawn::page::Setting;
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Role, Segment};

impl Channel {
    /// Draws the arcs with the foot of the channel at a height.
    pub fn draw(&self, ways: &[Way], foot: Mm, setting: &Setting, out: &mut Vec<Node>) {
        for arc in &self.arcs {
            let way = &ways[arc.way];
            let color = if way.to.is_none() { theme::ALERT } else { theme::QUIET };
            let y = foot - self.above(arc.track, setting.em());
            let figure = Group::new(Role::Figure, drawn(arc, way, (y, foot), color, setting)).labelled(way.said.clone());
            let mut nodes = vec![Node::Group(figure)];
            if let Some((line, x)) = &arc.label {
                let place = Point { x: *x, y: y - line.height() / 2.0 };
                line.draw_at(setting.pen(), place, if way.to.is_none() { theme::ALERT } else { theme::INK }, &mut nodes);
            }
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// The line of an arc with its head, and its number where it has one.
fn drawn(arc: &Arc, way: &Way, (y, foot): (Mm, Mm), color: Color, setting: &Setting) -> Vec<Node> {
    let em = setting.em();
    let width = em * 0.1;
    let ((from, to), level) = (arc.ends, foot - em * 0.12);
    let within = |x: Mm| way.to.is_some() && x > from.min(to) && x < from.max(to);
    let label = arc.label.as_ref().filter(|(_, x)| within(*x));
    let gap = label.map(|(line, x)| (*x - em * 0.3, *x + line.width() + em * 0.3));
    let tip = match (way.to, arc.open[1]) {
        (Some(_), false) => (to, level, 0.0, 1.0),
        (Some(_), true) => (to, y, sign(from, to), 0.0),
        (None, _) if to > from => (to, y, 1.0, 0.0),
        (None, _) => (to, y - em * 0.3, 0.0, -1.0),
    };
    // Up to where its head begins.
    let short = |x: Mm| x - em * (0.3 * tip.2);
    let lines = match way.to {
        Some(_) => bridge((from, short(to)), (y, level - em * 0.3), (arc.open, gap), em),
        None if to > from => hook((from, short(to)), (y, level), em),
        None => line(Point { x: from, y: level }, Point { x: from, y }),
    };
    let dashes = [em * 0.42, em * 0.32];
    let broken = way.kind == LinkKind::Loop || way.is_back();
    let segments = if broken { dashed(&lines, &dashes) } else { lines };
    let mut nodes = vec![Node::Path(Path::stroked(segments, color, width))];
    nodes.push(Node::Path(Path::filled(head(tip, em * 0.42), color)));
    if way.to.is_some() && !arc.open[0] {
        nodes.push(Node::Path(Path::filled(circle(Point { x: from, y: level - em * 0.05 }, em * 0.15), color)));
    }
    if let Some(number) = arc.number {
        let middle = match way.to {
            Some(_) => (from + to) / 2.0,
            None if to > from => from + (to - from) * 0.45,
            None => from - em * BY_EXIT,
        };
        nodes.extend(numbered(
            number,
            (Point { x: middle, y }, em * 0.52),
            (color, Color::WHITE),
            (setting.pen(), setting.sizes.note),
        ));
    }
    nodes
}

fn sign(from: Mm, to: Mm) -> f64 {
    if to >= from { 1.0 } else { -1.0 }
}

/// Up from one end, along the track and down to the other; with a gap for the label. An open end stays on the track.
fn bridge((from, to): (Mm, Mm), (y, foot): (Mm, Mm), (open, gap): ([bool; 2], Option<(Mm, Mm)>), em: Mm) -> Vec<Segment> {
    let way = sign(from, to);
    let bend = (em * 0.35).min((foot - y) * 0.8).min(Mm((to - from).0.abs()) / 2.0);
    let at = |x: Mm, y: Mm| Point { x, y };
    let near = bend * 0.45;
    let mut segments = if open[0] {
        vec![Segment::Move(at(from, y))]
    } else {
        vec![
            Segment::Move(at(from, foot + em * 0.2)),
            Segment::Line(at(from, y + bend)),
            Segment::Curve(at(from, y + near), at(from + near * way, y), at(from + bend * way, y)),
        ]
    };
    if let Some((left, right)) = gap {
        let (one, other) = if way > 0.0 { (left, right) } else { (right, left) };
        segments.extend([Segment::Line(at(one, y)), Segment::Move(at(other, y))]);
    }
    if open[1] {
        segments.push(Segment::Line(at(to, y)));
        return segments;
    }
    segments.extend([
        Segment::Line(at(to - bend * way, y)),
        Segment::Curve(at(to - near * way, y), at(to, y + near), at(to, y + bend)),
        Segment::Line(at(to, foot)),
    ]);
    segments
}

/// Up from the phase and on to the right.
fn hook((from, to): (Mm, Mm), (y, foot): (Mm, Mm), em: Mm) -> Vec<Segment> {
    let bend = (em * 0.35).min((foot - y) * 0.8).min(to - from);
    let near = bend * 0.45;
    let at = |x: Mm, y: Mm| Point { x, y };
    vec![
        Segment::Move(at(from, foot)),
        Segment::Line(at(from, y + bend)),
        Segment::Curve(at(from, y + near), at(from + near, y), at(from + bend, y)),
        Segment::Line(at(to, y)),
    ]
}

/// The head of an arrow with its tip at a place, pointing right, left, down or up.
fn head((x, y, right, down): (Mm, Mm, f64, f64), size: Mm) -> Vec<Segment> {
    let (along, across) = (down.abs() * 0.55, right.abs() * 0.55);
    let corners = [(0.0, 0.0), (-right - along, -down - across), (-right + along, -down + across)];
    polygon(corners, Point { x, y }, size)
}
