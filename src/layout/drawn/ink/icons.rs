//! Line drawings of the ways in which customer and organisation meet.

use super::marks::{circle, line, rounded};
use crate::scene::{Color, Mm, Node, Path, Point, Rect, Segment};

/// A way to meet. The word for it always stands beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Icon {
    /// From person to person.
    Talk,
    /// By telephone.
    Phone,
    /// By electronic mail.
    Mail,
    /// A letter or something else that is brought by the post.
    Letter,
    /// A page on the web.
    Web,
    /// On a mobile device.
    App,
    /// Short written messages.
    Chat,
    /// Where people share with each other.
    Social,
    /// Something that is looked for.
    Search,
    /// At a place: a shop, a desk, a sign.
    Place,
    /// A form, a contract, a bill.
    Document,
    /// Where one pays.
    Payment,
    /// Moving pictures.
    Video,
    /// A screen that stands somewhere: a computer, a television.
    Screen,
    /// Something that is delivered.
    Parcel,
}

/// The width of a line, as a share of the radius.
const LINE: f64 = 0.17;

impl Icon {
    /// Every icon.
    pub const ALL: [Self; 15] = [
        Self::Talk,
        Self::Phone,
        Self::Mail,
        Self::Letter,
        Self::Web,
        Self::App,
        Self::Chat,
        Self::Social,
        Self::Search,
        Self::Place,
        Self::Document,
        Self::Payment,
        Self::Video,
        Self::Screen,
        Self::Parcel,
    ];

    /// Draws it around a centre, within a radius.
    #[must_use]
    pub fn draw(self, centre: Point, radius: Mm, color: Color) -> Vec<Node> {
        let pen = Pen { centre, radius, color };
        match self {
            Self::Talk => vec![
                pen.ring((-0.35, -0.45), 0.34),
                pen.shoulders((-0.35, 0.8), 0.62),
                pen.open(&[(0.35, -0.78), (0.62, -0.6), (0.62, -0.25), (0.35, -0.1)]),
                pen.open(&[(0.62, 0.2), (0.88, 0.42), (0.94, 0.8)]),
            ],
            Self::Phone => vec![pen.receiver()],
            Self::Mail => {
                vec![pen.frame((-0.95, -0.68), (0.95, 0.68), 0.14), pen.open(&[(-0.9, -0.5), (0.0, 0.16), (0.9, -0.5)])]
            }
            Self::Letter => vec![
                pen.frame((-0.95, -0.68), (0.95, 0.68), 0.05),
                pen.frame((0.42, -0.44), (0.7, -0.08), 0.02),
                pen.open(&[(-0.66, 0.02), (0.1, 0.02)]),
                pen.open(&[(-0.66, 0.36), (0.3, 0.36)]),
            ],
            Self::Web => vec![
                pen.frame((-0.95, -0.76), (0.95, 0.76), 0.14),
                pen.open(&[(-0.95, -0.3), (0.95, -0.3)]),
                pen.dot((-0.66, -0.53), 0.1),
            ],
            Self::App => vec![pen.frame((-0.52, -0.95), (0.52, 0.95), 0.2), pen.open(&[(-0.14, 0.66), (0.14, 0.66)])],
            Self::Chat => {
                vec![pen.bubble(), pen.dot((-0.4, -0.16), 0.11), pen.dot((0.0, -0.16), 0.11), pen.dot((0.4, -0.16), 0.11)]
            }
            Self::Social => vec![
                pen.ring((-0.66, 0.0), 0.26),
                pen.ring((0.62, -0.6), 0.26),
                pen.ring((0.62, 0.6), 0.26),
                pen.open(&[(-0.42, -0.12), (0.38, -0.48)]),
                pen.open(&[(-0.42, 0.12), (0.38, 0.48)]),
            ],
            Self::Search => vec![pen.ring((-0.18, -0.18), 0.64), pen.open(&[(0.3, 0.3), (0.88, 0.88)])],
            Self::Place => vec![pen.pin(), pen.ring((0.0, -0.3), 0.24)],
            Self::Document => vec![
                pen.closed(&[(-0.7, -0.95), (0.3, -0.95), (0.7, -0.55), (0.7, 0.95), (-0.7, 0.95)]),
                pen.open(&[(-0.36, -0.1), (0.36, -0.1)]),
                pen.open(&[(-0.36, 0.2), (0.36, 0.2)]),
                pen.open(&[(-0.36, 0.5), (0.1, 0.5)]),
            ],
            Self::Payment => vec![
                pen.frame((-0.95, -0.68), (0.95, 0.68), 0.16),
                pen.open(&[(-0.95, -0.22), (0.95, -0.22)]),
                pen.open(&[(-0.62, 0.3), (-0.1, 0.3)]),
            ],
            Self::Video => vec![
                pen.frame((-0.95, -0.6), (0.35, 0.6), 0.16),
                pen.closed(&[(0.35, -0.1), (0.95, -0.48), (0.95, 0.48), (0.35, 0.1)]),
            ],
            Self::Screen => vec![
                pen.frame((-0.95, -0.8), (0.95, 0.44), 0.12),
                pen.open(&[(0.0, 0.44), (0.0, 0.86)]),
                pen.open(&[(-0.45, 0.86), (0.45, 0.86)]),
            ],
            Self::Parcel => vec![
                pen.frame((-0.86, -0.72), (0.86, 0.86), 0.06),
                pen.open(&[(-0.86, -0.22), (0.86, -0.22)]),
                pen.open(&[(0.0, -0.72), (0.0, -0.22)]),
            ],
        }
    }
}

/// Draws in units of the radius around the centre, y downwards.
struct Pen {
    centre: Point,
    radius: Mm,
    color: Color,
}

impl Pen {
    fn at(&self, (x, y): (f64, f64)) -> Point {
        Point { x: self.centre.x + self.radius * x, y: self.centre.y + self.radius * y }
    }

    fn stroked(&self, segments: Vec<Segment>) -> Node {
        Node::Path(Path::stroked(segments, self.color, self.radius * LINE))
    }

    fn open(&self, corners: &[(f64, f64)]) -> Node {
        if let [from, to] = corners {
            return self.stroked(line(self.at(*from), self.at(*to)));
        }
        let point = |(index, corner): (usize, &(f64, f64))| {
            if index == 0 { Segment::Move(self.at(*corner)) } else { Segment::Line(self.at(*corner)) }
        };
        self.stroked(corners.iter().enumerate().map(point).collect())
    }

    fn closed(&self, corners: &[(f64, f64)]) -> Node {
        let point = |(index, corner): (usize, &(f64, f64))| {
            if index == 0 { Segment::Move(self.at(*corner)) } else { Segment::Line(self.at(*corner)) }
        };
        self.stroked(corners.iter().enumerate().map(point).chain([Segment::Close]).collect())
    }

    fn frame(&self, from: (f64, f64), to: (f64, f64), round: f64) -> Node {
        let (one, other) = (self.at(from), self.at(to));
        self.stroked(rounded(Rect::new(one.x, one.y, other.x - one.x, other.y - one.y), self.radius * round))
    }

    fn ring(&self, centre: (f64, f64), radius: f64) -> Node {
        self.stroked(circle(self.at(centre), self.radius * radius))
    }

    fn dot(&self, centre: (f64, f64), radius: f64) -> Node {
        Node::Path(Path::filled(circle(self.at(centre), self.radius * radius), self.color))
    }

    fn shoulders(&self, (x, y): (f64, f64), half: f64) -> Node {
        self.stroked(vec![
            Segment::Move(self.at((x - half, y))),
            Segment::Curve(self.at((x - half, y - half * 1.3)), self.at((x + half, y - half * 1.3)), self.at((x + half, y))),
        ])
    }

    fn receiver(&self) -> Node {
        let to = |x: f64, y: f64| Segment::Line(self.at((x, y)));
        self.stroked(vec![
            Segment::Move(self.at((-0.85, -0.62))),
            Segment::Curve(self.at((-0.7, -0.95)), self.at((-0.45, -0.95)), self.at((-0.36, -0.72))),
            to(-0.2, -0.3),
            to(-0.45, -0.04),
            Segment::Curve(self.at((-0.3, 0.26)), self.at((-0.1, 0.44)), self.at((0.12, 0.52))),
            to(0.34, 0.24),
            to(0.78, 0.42),
            Segment::Curve(self.at((1.0, 0.52)), self.at((0.92, 0.82)), self.at((0.62, 0.9))),
            Segment::Curve(self.at((-0.2, 0.98)), self.at((-0.98, 0.2)), self.at((-0.85, -0.62))),
            Segment::Close,
        ])
    }

    fn bubble(&self) -> Node {
        let to = |x: f64, y: f64| Segment::Line(self.at((x, y)));
        self.stroked(vec![
            Segment::Move(self.at((-0.75, -0.82))),
            to(0.75, -0.82),
            Segment::Curve(self.at((0.98, -0.82)), self.at((0.98, 0.5)), self.at((0.75, 0.5))),
            to(-0.15, 0.5),
            to(-0.55, 0.92),
            to(-0.55, 0.5),
            to(-0.75, 0.5),
            Segment::Curve(self.at((-0.98, 0.5)), self.at((-0.98, -0.82)), self.at((-0.75, -0.82))),
            Segment::Close,
        ])
    }

    fn pin(&self) -> Node {
        self.stroked(vec![
            Segment::Move(self.at((0.0, 0.98))),
            Segment::Curve(self.at((-0.5, 0.4)), self.at((-0.68, 0.1)), self.at((-0.68, -0.28))),
            Segment::Curve(self.at((-0.68, -1.18)), self.at((0.68, -1.18)), self.at((0.68, -0.28))),
            Segment::Curve(self.at((0.68, 0.1)), self.at((0.5, 0.4)), self.at((0.0, 0.98))),
            Segment::Close,
        ])
    }
}
