//! What was measured, as a small drawing: a line of readings, or a gauge for a single one.

use super::marks::{circle, line, rounded};
use crate::layout::theme;
use crate::scene::{Color, Mm, Node, Path, Point, Rect, Segment, Stroke};

/// Readings of one thing, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Readings {
    /// What came out.
    pub values: Vec<f64>,
    /// What is aimed at.
    pub target: Option<f64>,
    /// The ends between which values lie, where there are any.
    pub range: Option<(f64, f64)>,
    /// The same in words, for those who cannot see the drawing.
    pub told: String,
}

impl Readings {
    /// Whether a drawing says more than the last value does.
    #[must_use]
    pub fn is_drawn(&self) -> bool {
        let finite = self.values.iter().chain(&self.target).all(|value| value.is_finite());
        finite && (self.values.len() > 1 || self.values.len() == 1 && self.range.is_some_and(|(low, high)| high > low))
    }

    /// Draws them in a box.
    #[must_use]
    pub fn draw(&self, frame: Rect, color: Color) -> Vec<Node> {
        match self.values[..] {
            [] => Vec::new(),
            [value] => self.gauge(value, frame, color),
            [.., last] => self.series(last, frame, color),
        }
    }

    /// How far between two ends a value lies.
    fn share(value: f64, (low, high): (f64, f64)) -> f64 {
        ((value - low) / (high - low).max(1e-9)).clamp(0.0, 1.0)
    }

    /// A bar over the whole range, filled from its beginning, or from zero where that lies in it; a stroke across it at what is aimed at.
    fn gauge(&self, value: f64, frame: Rect, color: Color) -> Vec<Node> {
        let Some(range) = self.range else { return Vec::new() };
        let bar = Rect::new(frame.x, frame.y + frame.height * 0.3, frame.width, frame.height * 0.4);
        let at = |value: f64| bar.x + bar.width * Self::share(value, range);
        let (zero, end) = (at(0.0), at(value));
        let filled = Rect { x: zero.min(end), width: Mm((end - zero).0.abs()), ..bar };
        let mut nodes = vec![
            Node::Path(Path::filled(rounded(bar, bar.height / 2.0), theme::HAIRLINE)),
            Node::Path(Path::filled(Path::rect(filled), color)),
        ];
        let end = Point { x: end, y: bar.y + bar.height / 2.0 };
        nodes.push(Node::Path(Path::filled(circle(end, frame.height * 0.3), color)));
        nodes.extend(self.target.map(|target| {
            let x = at(target);
            let (top, foot) = (Point { x, y: frame.y }, Point { x, y: frame.bottom() });
            Node::Path(Path::stroked(line(top, foot), theme::INK, frame.height * 0.07))
        }));
        nodes
    }

    /// A line through all readings with a dot at the last, and a broken one at what is aimed at.
    fn series(&self, last: f64, frame: Rect, color: Color) -> Vec<Node> {
        let all = || self.values.iter().chain(&self.target).copied();
        let range = (all().fold(f64::INFINITY, f64::min), all().fold(f64::NEG_INFINITY, f64::max));
        let flat = range.1 - range.0 < 1e-9;
        let dot = frame.height * 0.11;
        let y = |value: f64| {
            let share = if flat { 0.5 } else { Self::share(value, range) };
            frame.y + dot + (frame.height - dot * 2.0) * (1.0 - share)
        };
        let step = (frame.width - dot * 2.0) / (self.values.len() - 1) as f64;
        let point = |index: usize, value: f64| Point { x: frame.x + dot + step * index as f64, y: y(value) };
        let mut nodes = Vec::new();
        if let Some(target) = self.target {
            let (from, to) = (Point { x: frame.x, y: y(target) }, Point { x: frame.right(), y: y(target) });
            let stroke =
                Stroke { color: theme::QUIET, width: frame.height * 0.035, dashes: vec![frame.height * 0.1, frame.height * 0.1] };
            nodes.push(Node::Path(Path { segments: line(from, to), fill: None, stroke: Some(stroke) }));
        }
        let segment = |(index, value): (usize, &f64)| {
            let at = point(index, *value);
            if index == 0 { Segment::Move(at) } else { Segment::Line(at) }
        };
        let way = self.values.iter().enumerate().map(segment).collect();
        nodes.push(Node::Path(Path::stroked(way, color, frame.height * 0.075)));
        nodes.push(Node::Path(Path::filled(circle(point(self.values.len() - 1, last), dot), color)));
        nodes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reach(nodes: &[Node]) -> (f64, f64) {
        let mut x = (f64::INFINITY, f64::NEG_INFINITY);
        for node in nodes {
            let Node::Path(path) = node else { continue };
            for segment in &path.segments {
                if let Segment::Move(at) | Segment::Line(at) | Segment::Curve(_, _, at) = segment {
                    x = (x.0.min(at.x.0), x.1.max(at.x.0));
                }
            }
        }
        x
    }

    #[test]
    fn a_drawing_stays_in_its_box_whatever_the_values_are() {
        let frame = Rect::new(Mm(10.0), Mm(5.0), Mm(30.0), Mm(6.0));
        for values in [vec![1.0, 1.0], vec![-3.0, 1e9, 4.0], vec![0.0; 500]] {
            let readings = Readings { values, target: Some(7.0), range: None, told: String::new() };
            assert!(readings.is_drawn());
            let (left, right) = reach(&readings.draw(frame, theme::GOOD));
            assert!(left >= 10.0 - 1e-9 && right <= 40.0 + 1e-9, "{left} {right}");
        }
    }

    #[test]
    fn a_single_value_is_drawn_where_it_has_a_range() {
        let alone = Readings { values: vec![31.0], target: None, range: None, told: String::new() };
        assert!(!alone.is_drawn() && alone.draw(Rect::new(Mm(0.0), Mm(0.0), Mm(9.0), Mm(2.0)), theme::GOOD).is_empty());
        assert!(Readings { range: Some((-100.0, 100.0)), ..alone }.is_drawn());
    }
}
