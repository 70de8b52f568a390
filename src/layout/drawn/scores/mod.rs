//! Curves of scores: lines through the middles of columns, with faces and with what is said of each score beside its point. They
//! know columns and scores, and no layout.
//!
//! A [`Plot`] knows what is to be drawn, at any height; [`Laid`] is what it comes to at one: where the points stand, and which labels
//! have a place. [`draw`] draws that.

mod gap;
mod laid;
mod line;
mod margin;
mod plot;
mod scale;
mod several;
mod single;
mod strokes;
mod told;

use super::page::Setting;
use super::text::Block;
use crate::journey::Scale;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Path, Point, Rect, Role, Segment};
use crate::text::shown;

pub use laid::Laid;
pub use line::{areas, in_pieces, samples, smooth};
pub use plot::{Plot, Which};
pub use strokes::{SAMPLE, Stroked};
pub use told::{Told, told};

/// A curve, as it stands on a page.
pub struct Curve<'a> {
    /// What the curve is of.
    pub title: &'a str,
    /// What stands at its end among others.
    pub name: Option<&'a Block>,
    /// Its last score, which stands below its name in a margin.
    pub last: Option<&'a Block>,
    /// The scale of its scores.
    pub scale: &'a Scale,
    /// How it is told apart from others in its area.
    pub stroked: Stroked,
    /// One stretch a column.
    pub stretches: Vec<Stretch<'a>>,
    /// Where its line comes from and goes to beyond the page.
    pub beyond: Beyond,
}

/// The score on an earlier page that a line comes from, and that on a later one that it goes to, each with how many columns lie between.
pub type Beyond = [Option<(f64, usize)>; 2];

/// What a curve does in a column.
pub struct Stretch<'a> {
    /// The title of the phase.
    pub phase: &'a str,
    /// Its scores, in order.
    pub scores: Vec<Score>,
}

/// A score of a curve.
#[derive(Debug, Clone, Copy)]
pub struct Score {
    /// On the scale of its curve.
    pub value: f64,
    /// Whether the journey turns on it.
    pub moment_of_truth: bool,
    /// Whether customers leave there.
    pub drop_off: bool,
    /// Whether no curve of the area is lower anywhere, on no page, and this one is below the middle here.
    pub lowest: bool,
}

/// A score at its place.
#[derive(Debug, Clone, Copy)]
struct Dot {
    /// Where the score stands.
    at: Point,
    /// Where its face or its mark stands: there, or beside it where something else hides it.
    mark: Point,
    /// How far its line runs beside that place, to the right of its way, where another one goes through the same.
    shift: Mm,
    /// −1.0 to 1.0.
    mood: f64,
    score: Score,
    /// The left and the right side of its column.
    column: (Mm, Mm),
    /// Where its line comes from or goes to beyond the page: the places at which it crosses the left and the right edge.
    crossing: [Option<Point>; 2],
}

/// Draws curves with the same scale as they have been laid, with their frame at `top`. The numbers of the scale stand at the left of it; what
/// parts the phases is given by where it stands and how wide it is.
pub fn draw(curves: &[Curve], laid: &Laid, top: Mm, (partings, setting): (&[(Mm, Mm)], &Setting), out: &mut Vec<Node>) {
    let Some(first) = curves.first() else { return };
    let laid = laid.moved(top);
    let area = laid.area(first.scale);
    match curves {
        [curve] => single::draw(curve, &laid, (&area, partings), setting, out),
        _ => several::draw(curves, &laid, (&area, partings), setting, out),
    }
    ends(&laid, setting, out);
    scale::axis(&area, laid.is_spine, setting, out);
    if curves.iter().flat_map(|curve| &curve.stretches).all(|stretch| stretch.scores.is_empty()) {
        scale::faces(&area, setting, out);
    }
}

/// The beginning and the end of the spine: a bar across the line, and the word for it.
fn ends(laid: &Laid, setting: &Setting, out: &mut Vec<Node>) {
    let points = laid.curves.first().map_or_else(Vec::new, |dots| traced(dots));
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return };
    if !laid.is_spine || points.len() < 4 {
        return;
    }
    let (half, width) = (laid.extent.line * 1.5, laid.extent.line);
    let there = [first, last].into_iter().zip(laid.whole).filter(|(_, there)| *there);
    let bars = there.map(|(at, _)| {
        // Around the end, so that the line's own round end stays in it.
        let bar = super::ink::line(Point { y: at.y - half, ..*at }, Point { y: at.y + half, ..*at });
        Node::Path(Path::stroked(bar, theme::INK, width))
    });
    out.push(Node::Group(Group::new(Role::Artifact, bars.collect())));
    for (word, place) in &laid.ends {
        let pill = Path::filled(super::ink::rounded(*place, place.height / 2.0), theme::INK);
        let mut nodes = vec![Node::Group(Group::new(Role::Artifact, vec![Node::Path(pill)]))];
        let y = place.y + place.height / 2.0 + Mm::from(word.size) * 0.33 - word.ascent;
        word.draw_at(
            setting.pen(),
            Point { x: place.x + (place.width - word.width()) / 2.0, y },
            crate::scene::Color::WHITE,
            &mut nodes,
        );
        out.push(Node::Group(Group::new(Role::Note, nodes).speaking(setting.labels)));
    }
}

impl Curve<'_> {
    /// Its drawing, with its name, and what it does in words.
    fn figure(&self, nodes: Vec<Node>, frame: Rect, setting: &Setting) -> Node {
        let told = told(
            self.stretches.iter().map(|stretch| {
                let scores = stretch.scores.iter().map(|score| Told { value: score.value, lowest: score.lowest });
                (stretch.phase, scores.collect())
            }),
            self.scale,
            setting.terms,
        );
        let figure = Group::new(Role::Figure, nodes).labelled(shown(self.title)).framed(frame);
        Node::Group(Group { description: told, ..figure })
    }
}

/// The points of the line: the dots, with level ends out to the sides of the first and the last column that has one, so that the
/// line begins and ends with the grid; where it goes on beyond the page, it does so at the edge.
fn points(dots: &[Dot]) -> Vec<Point> {
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return Vec::new() };
    let start = first.crossing[0].unwrap_or(Point { x: first.column.0, y: first.at.y });
    let end = last.crossing[1].unwrap_or(Point { x: last.column.1, y: last.at.y });
    [start].into_iter().chain(dots.iter().map(|dot| dot.at)).chain([end]).collect()
}

/// Places on the line of dots as it is drawn, near each other, from left to right: where it shares its way with others, beside them.
fn traced(dots: &[Dot]) -> Vec<Point> {
    let places = samples(&points(dots));
    let (Some(first), Some(last)) = (dots.first(), dots.last()) else { return places };
    let shifts: Vec<Mm> = [first].into_iter().chain(dots).chain([last]).map(|dot| dot.shift).collect();
    line::beside(&places, &shifts)
}

/// Of so many places on a line one is enough for a smooth line through them.
const EVERY: usize = 2;

/// The same as an outline.
fn outline(dots: &[Dot]) -> Vec<Segment> {
    if dots.iter().all(|dot| dot.shift == Mm::ZERO) {
        return line::fine(&points(dots));
    }
    let places = traced(dots);
    let last = places.len().saturating_sub(1);
    let mut chosen: Vec<Point> = Vec::with_capacity(places.len() / EVERY + 2);
    for (nth, at) in places.iter().enumerate().filter(|(nth, _)| nth.is_multiple_of(EVERY) || *nth == last) {
        // In a narrow bend places stand above each other, and a smooth line needs the next one at its right.
        if nth == last {
            while chosen.pop_if(|before| before.x + Mm(1e-3) > at.x).is_some() {}
        }
        if chosen.last().is_none_or(|before| before.x + Mm(1e-3) <= at.x) {
            chosen.push(*at);
        }
    }
    smooth(&chosen)
}

/// The lines from points to what stands beside them.
fn leaders(laid: &Laid, setting: &Setting, color: impl Fn(usize) -> crate::scene::Color) -> Node {
    let width = setting.em() * 0.06;
    let lines =
        laid.leaders().map(|(curve, (from, to))| Node::Path(Path::stroked(super::ink::line(from, to), color(curve), width)));
    Node::Group(Group::new(Role::Artifact, lines.collect()))
}

/// The broken ring around a lowest point.
fn ring(centre: Point, radius: Mm) -> Node {
    let width = radius * 0.14;
    let stroke = crate::scene::Stroke { color: theme::ALERT, width, dashes: vec![radius * 0.3, radius * 0.33] };
    Node::Path(Path { segments: super::ink::circle(centre, radius * laid::RING), fill: None, stroke: Some(stroke) })
}
