//! The small signs beside texts, each with the word that a legend and a screen reader have for it.
//!
//! No two differ by colour alone: every sign has an outline of its own.

use super::marks::{circle, polygon, star};
use crate::journey::{Evidence, LaneKind, RiskKind, Term};
use crate::layout::theme;
use crate::scene::{Color, Mm, Node, Path, Point, Segment, Stroke};

/// A sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// A star: the customer's judgement turns on this contact.
    MomentOfTruth,
    /// What can go wrong; customers who leave are an arrow that turns off.
    Risk(Option<RiskKind>),
    /// A clock: how long it takes.
    Duration,
    /// How something is known. What is assumed has a broken outline.
    Evidence(Evidence),
    /// A broken ring: where a curve is lowest.
    Lowest,
    /// A piece of the gap between two curves: what is above or below what was expected, or aimed at.
    Gap {
        /// Whether it is above.
        above: bool,
        /// Whether it was aimed at.
        aimed: bool,
    },
    /// A bar at the edge of a note, up from its middle or down: how it felt.
    Edge {
        /// Whether it felt good.
        good: bool,
    },
    /// A number in a disc: how soon something is to be done, the first before all else.
    Priority,
}

impl Sign {
    /// Customers leave here.
    pub const DROP_OFF: Self = Self::Risk(Some(RiskKind::DropOff));

    /// The word for it.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::MomentOfTruth => Term::MomentOfTruth,
            Self::Risk(Some(kind)) => kind.term(),
            Self::Risk(None) => Term::Risk,
            Self::Duration => Term::Duration,
            Self::Evidence(evidence) => evidence.term(),
            Self::Lowest => Term::LowestPoint,
            Self::Gap { above: true, aimed: false } => Term::AboveExpectation,
            Self::Gap { above: false, aimed: false } => Term::BelowExpectation,
            Self::Gap { above: true, aimed: true } => Term::AboveAim,
            Self::Gap { above: false, aimed: true } => Term::BelowAim,
            Self::Edge { good: true } => Term::FeltGood,
            Self::Edge { good: false } => Term::FeltBad,
            Self::Priority => Term::Priority,
        }
    }

    /// Draws it around a centre.
    #[must_use]
    pub fn draw(self, centre: Point, radius: Mm) -> Vec<Node> {
        let pen = Pen { centre, radius };
        match self {
            Self::MomentOfTruth => vec![star(centre, radius)],
            Self::Risk(Some(RiskKind::DropOff)) => pen.leaving(),
            Self::Risk(Some(RiskKind::Return)) => pen.turning_back(),
            Self::Risk(Some(RiskKind::Cancellation)) => {
                vec![pen.open(&[(-0.68, -0.68), (0.68, 0.68)], BOLD), pen.open(&[(-0.68, 0.68), (0.68, -0.68)], BOLD)]
            }
            Self::Risk(Some(RiskKind::Dull)) => [-0.72, 0.0, 0.72].into_iter().map(|x| pen.dot((x, 0.15), 0.22)).collect(),
            Self::Risk(None) => vec![pen.stroked(pen.closed(&[(0.0, -0.85), (0.92, 0.75), (-0.92, 0.75)]), BOLD.0, 0.2)],
            Self::Duration => vec![pen.ring((0.0, 0.0), 0.88), pen.open(&[(0.0, -0.52), (0.0, 0.0), (0.4, 0.22)], THIN)],
            Self::Evidence(Evidence::Said) => pen.speech(),
            Self::Evidence(Evidence::Observed) => pen.eye(),
            Self::Evidence(Evidence::Researched) => {
                vec![pen.ring((-0.22, -0.22), 0.62), pen.open(&[(0.25, 0.25), (0.88, 0.88)], (theme::QUIET, 0.26))]
            }
            Self::Evidence(Evidence::Assumed) => pen.question(),
            Self::Lowest => {
                let dashes = vec![radius * 0.3, radius * 0.328];
                let stroke = Stroke { color: theme::ALERT, width: radius * 0.2, dashes };
                vec![Node::Path(Path { segments: circle(centre, radius * 0.9), fill: None, stroke: Some(stroke) })]
            }
            Self::Gap { above, .. } => pen.gap(above),
            Self::Edge { good } => pen.edge(good),
            Self::Priority => {
                let one = vec![
                    Segment::Move(pen.at((-0.28, -0.28))),
                    Segment::Line(pen.at((0.08, -0.55))),
                    Segment::Line(pen.at((0.08, 0.55))),
                ];
                let disc = Path::filled(circle(centre, radius), theme::lane(LaneKind::Opportunity));
                vec![Node::Path(disc), Node::Path(Path::stroked(one, Color::WHITE, radius * 0.24))]
            }
        }
    }
}

/// Colour, and width as a share of the radius.
type Line = (Color, f64);

const BOLD: Line = (theme::ALERT, 0.28);
const THIN: Line = (theme::QUIET, 0.17);

/// Draws in units of the radius around the centre, y downwards.
struct Pen {
    centre: Point,
    radius: Mm,
}

impl Pen {
    fn at(&self, (x, y): (f64, f64)) -> Point {
        Point { x: self.centre.x + self.radius * x, y: self.centre.y + self.radius * y }
    }

    fn stroked(&self, segments: Vec<Segment>, color: Color, width: f64) -> Node {
        Node::Path(Path::stroked(segments, color, self.radius * width))
    }

    fn open(&self, corners: &[(f64, f64)], (color, width): Line) -> Node {
        let point = |(index, corner): (usize, &(f64, f64))| {
            if index == 0 { Segment::Move(self.at(*corner)) } else { Segment::Line(self.at(*corner)) }
        };
        self.stroked(corners.iter().enumerate().map(point).collect(), color, width)
    }

    fn closed(&self, corners: &[(f64, f64)]) -> Vec<Segment> {
        polygon(corners.iter().copied(), self.centre, self.radius)
    }

    fn ring(&self, centre: (f64, f64), radius: f64) -> Node {
        self.stroked(circle(self.at(centre), self.radius * radius), THIN.0, THIN.1)
    }

    fn dot(&self, centre: (f64, f64), radius: f64) -> Node {
        Node::Path(Path::filled(circle(self.at(centre), self.radius * radius), theme::ALERT))
    }

    /// A way that turns off downwards, out of the row.
    fn leaving(&self) -> Vec<Node> {
        let head = self.closed(&[(-0.42, 0.18), (0.98, 0.18), (0.28, 1.05)]);
        vec![self.open(&[(-0.9, -0.8), (0.28, -0.8), (0.28, 0.25)], BOLD), Node::Path(Path::filled(head, theme::ALERT))]
    }

    /// A way that turns round.
    fn turning_back(&self) -> Vec<Node> {
        let bend = vec![
            Segment::Move(self.at((-0.3, 0.75))),
            Segment::Line(self.at((0.3, 0.75))),
            Segment::Curve(self.at((1.05, 0.75)), self.at((1.05, -0.4)), self.at((0.3, -0.4))),
            Segment::Line(self.at((-0.3, -0.4))),
        ];
        let head = self.closed(&[(-1.05, -0.4), (-0.25, -1.0), (-0.25, 0.2)]);
        vec![self.stroked(bend, BOLD.0, BOLD.1), Node::Path(Path::filled(head, theme::ALERT))]
    }

    /// A speech bubble.
    fn speech(&self) -> Vec<Node> {
        let outline = vec![
            Segment::Move(self.at((-0.25, 0.45))),
            Segment::Curve(self.at((-1.2, 0.4)), self.at((-1.15, -0.85)), self.at((0.0, -0.85))),
            Segment::Curve(self.at((1.2, -0.85)), self.at((1.15, 0.5)), self.at((0.2, 0.47))),
            Segment::Line(self.at((-0.5, 0.95))),
            Segment::Close,
        ];
        vec![self.stroked(outline, THIN.0, THIN.1)]
    }

    fn eye(&self) -> Vec<Node> {
        let lids = vec![
            Segment::Move(self.at((-1.0, 0.0))),
            Segment::Curve(self.at((-0.5, -0.82)), self.at((0.5, -0.82)), self.at((1.0, 0.0))),
            Segment::Curve(self.at((0.5, 0.82)), self.at((-0.5, 0.82)), self.at((-1.0, 0.0))),
            Segment::Close,
        ];
        let pupil = Path::filled(circle(self.centre, self.radius * 0.3), theme::QUIET);
        vec![self.stroked(lids, THIN.0, THIN.1), Node::Path(pupil)]
    }

    /// A filled or a hatched piece.
    fn gap(&self, above: bool) -> Vec<Node> {
        let corners = [(-1.0, -0.8), (1.0, -0.8), (1.0, 0.8), (-1.0, 0.8)];
        let color = if above { theme::GOOD } else { theme::BAD };
        let filled = Node::Path(Path::filled(self.closed(&corners), color.over(Color::WHITE, 0.2)));
        let mut nodes: Vec<Node> = Some(filled).filter(|_| above).into_iter().collect();
        nodes.push(self.stroked(self.closed(&corners), color, 0.12));
        let lines = [(-1.0, 0.2, 0.0, -0.8), (-1.0, 0.8, 0.6, -0.8), (-0.4, 0.8, 1.0, -0.6), (0.2, 0.8, 1.0, 0.0)];
        nodes.extend(lines.iter().filter(|_| !above).map(|(x, y, to, up)| self.open(&[(*x, *y), (*to, *up)], (color, 0.12))));
        nodes
    }

    /// A note with a bar at its edge.
    fn edge(&self, good: bool) -> Vec<Node> {
        let note = [(-0.85, -0.95), (0.85, -0.95), (0.85, 0.95), (-0.85, 0.95)];
        let (color, from, to) = if good { (theme::GOOD, 0.0, -0.75) } else { (theme::BAD, 0.0, 0.75) };
        vec![self.stroked(self.closed(&note), theme::QUIET, 0.12), self.open(&[(-0.55, from), (-0.55, to)], (color, 0.5))]
    }

    /// A question mark in a broken ring.
    fn question(&self) -> Vec<Node> {
        let stroke =
            Stroke { color: theme::QUIET, width: self.radius * 0.17, dashes: vec![self.radius * 0.26, self.radius * 0.426] };
        let ring = Path { segments: circle(self.centre, self.radius * 0.98), fill: None, stroke: Some(stroke) };
        let hook = vec![
            Segment::Move(self.at((-0.3, -0.27))),
            Segment::Curve(self.at((-0.28, -0.68)), self.at((0.34, -0.68)), self.at((0.32, -0.25))),
            Segment::Curve(self.at((0.3, 0.02)), self.at((0.0, 0.0)), self.at((0.0, 0.24))),
        ];
        let point = Path::filled(circle(self.at((0.0, 0.54)), self.radius * 0.13), theme::QUIET);
        vec![Node::Path(ring), self.stroked(hook, THIN.0, 0.2), Node::Path(point)]
    }
}
