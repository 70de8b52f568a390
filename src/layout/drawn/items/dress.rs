//! How the items of a lane are dressed: with the mark of their lane, as cards, as speech.

use super::lines::HANG;
use crate::journey::LaneKind;
use crate::layout::drawn::ink::{line, rounded};
use crate::layout::drawn::page::Sizes;
use crate::layout::theme;
use crate::scene::{Color, Mm, Node, Path, Point, Rect, Segment, Stroke};

/// What is drawn behind and before an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Dress {
    /// Nothing: several items of a cell have bullets.
    #[default]
    Plain,
    /// The mark of its lane.
    Marked,
    /// A white card, with the icon of its channel.
    Card,
    /// A bubble.
    Speech,
    /// A white card with an edge: work that the customer does not see.
    Edged,
    /// A frame with the number of its priority; the first is filled.
    Ranked,
    /// Nothing: it stands on a note, beside whose first line its icon stands where it has one.
    Noted,
}

/// From the side of a column to a box in it, in em; beside half of the gap that the column has anyhow.
const SIDE: f64 = 0.15;
/// From the side of a box to its text, in em.
const PAD: f64 = 0.42;
/// From the top of a box to its first line, and from its last line to its foot, in em.
const RISE: f64 = 0.2;
/// Room for what stands before the text in a box, in em.
const SLOT: f64 = 1.2;
/// The corners of boxes, in em.
const ROUND: f64 = 0.24;
/// How far the point of a bubble reaches below it, in em.
const TAIL: f64 = 0.24;

impl Dress {
    /// How the items of a lane of a kind are dressed.
    #[must_use]
    pub fn of(kind: LaneKind) -> Self {
        match kind {
            LaneKind::Touchpoint | LaneKind::Channel | LaneKind::Device | LaneKind::Message | LaneKind::Measure => Self::Card,
            LaneKind::Thought | LaneKind::Quote => Self::Speech,
            LaneKind::Backstage => Self::Edged,
            LaneKind::Opportunity | LaneKind::Priority => Self::Ranked,
            LaneKind::Emotion | LaneKind::Image | LaneKind::Text => Self::Plain,
            LaneKind::Goal
            | LaneKind::Action
            | LaneKind::Feeling
            | LaneKind::Need
            | LaneKind::Barrier
            | LaneKind::Expectation
            | LaneKind::Relation
            | LaneKind::Design
            | LaneKind::Value => Self::Marked,
        }
    }

    /// Whether there is a box around each item.
    #[must_use]
    pub fn is_boxed(self) -> bool {
        match self {
            Self::Plain | Self::Marked => false,
            Self::Card | Self::Speech | Self::Edged | Self::Ranked | Self::Noted => true,
        }
    }

    /// Whether something stands in the box before the text.
    fn has_slot(self) -> bool {
        match self {
            Self::Plain | Self::Marked | Self::Speech | Self::Edged | Self::Noted => false,
            Self::Card | Self::Ranked => true,
        }
    }

    /// What stays free where reading begins, and where it ends, in a column that is narrow or not.
    #[must_use]
    pub fn sides(self, narrow: bool, sizes: &Sizes) -> (Mm, Mm) {
        let pad = if narrow { PAD * 0.7 } else { PAD };
        let slot = if self.has_slot() { SLOT } else { 0.0 };
        let side = sizes.gap * 0.5 + sizes.em() * SIDE;
        (side + sizes.em() * (pad + slot), side + sizes.em() * pad)
    }

    /// Between two items, in em.
    #[must_use]
    pub fn apart(self) -> f64 {
        match self {
            Self::Plain | Self::Noted => 0.63,
            Self::Marked => 0.4,
            Self::Card | Self::Edged | Self::Ranked => RISE * 2.0 + 0.26,
            Self::Speech => RISE * 2.0 + TAIL + 0.2,
        }
    }

    /// Where the middle of what stands before the text is, from the text, in em.
    #[must_use]
    pub fn hang(self) -> f64 {
        if self.has_slot() { SLOT * 0.5 + 0.13 } else { HANG }
    }
}

/// An item in its place.
pub(super) struct Dressed {
    pub dress: Dress,
    pub kind: LaneKind,
    /// What its lines cover, with what stands behind the first.
    pub text: Rect,
    /// The sides of the text's column.
    pub column: (Mm, Mm),
    /// Whether a narrower bubble has its point at the right.
    pub against: bool,
    /// Whether it comes first.
    pub filled: bool,
}

impl Dressed {
    /// What is behind the item.
    pub fn back(&self, sizes: &Sizes) -> Vec<Node> {
        let em = sizes.em();
        let (start, end) = self.dress.sides(false, sizes);
        let side = sizes.gap * 0.5 + em * SIDE;
        let (pad, slot) = (end - side, start - end);
        let all = Rect::new(
            self.column.0 - pad - slot,
            self.text.y - em * RISE,
            self.column.1 - self.column.0 + pad * 2.0 + slot,
            self.text.height + em * (RISE * 2.0),
        );
        let round = em * ROUND;
        let accent = theme::lane(self.kind);
        let stroke = |color: Color, width: f64| Some(Stroke { color, width: em * width, dashes: Vec::new() });
        match self.dress {
            Dress::Plain | Dress::Marked | Dress::Noted => Vec::new(),
            Dress::Card => vec![Node::Path(Path::filled(rounded(all, round), Color::WHITE))],
            Dress::Edged => {
                let edge = Rect { width: em * 0.14, ..all };
                vec![Node::Path(Path::filled(Path::rect(all), Color::WHITE)), Node::Path(Path::filled(Path::rect(edge), accent))]
            }
            Dress::Ranked => vec![ranked_box(all, accent, self.filled, em)],
            Dress::Speech => {
                let width = (self.text.width + pad * 2.0).min(all.width);
                let x = if self.against { all.right() - width } else { all.x };
                let bubble = bubble(Rect { x, width, ..all }, em, self.against);
                vec![Node::Path(Path { segments: bubble, fill: Some(Color::WHITE), stroke: stroke(theme::QUIET, 0.045) })]
            }
        }
    }
}

/// The frame of what is ranked in the accent of its lane; the first is filled.
#[must_use]
pub fn ranked_box(frame: Rect, accent: Color, filled: bool, em: Mm) -> Node {
    let stroke = Stroke { color: accent, width: em * 0.07, dashes: Vec::new() };
    let fill = if filled { accent } else { Color::WHITE };
    Node::Path(Path { fill: Some(fill), stroke: Some(stroke), segments: rounded(frame, em * ROUND) })
}

/// A box with round corners and a point below it, near the side where reading begins.
fn bubble(frame: Rect, em: Mm, against: bool) -> Vec<Segment> {
    let mut segments = rounded(frame, em * 0.4);
    // The lower side runs from right to left: the point is let into it.
    let foot = frame.bottom();
    let (near, far) =
        if against { (frame.right() - em * 0.6, frame.right() - em * 1.2) } else { (frame.x + em * 1.2, frame.x + em * 0.6) };
    if frame.width < em * 2.4 {
        return segments;
    }
    let tip = Point { x: if against { near } else { far }, y: foot + em * TAIL };
    let at = segments.iter().position(|segment| matches!(segment, Segment::Line(to) if to.y == foot)).unwrap_or(0);
    let point = [Point { x: near, y: foot }, tip, Point { x: far, y: foot }].map(Segment::Line);
    segments.splice(at..at, point);
    segments
}

/// The line under what leads somewhere.
pub(super) fn underline(rect: &Rect, thin: Mm, color: Color) -> Node {
    let y = rect.bottom() - thin * 2.0;
    Node::Path(Path::stroked(line(Point { x: rect.x, y }, Point { x: rect.right(), y }), color, thin))
}
