//! How curves that share an area are told apart.

use crate::layout::drawn::ink::{circle, dashed, line, polygon};
use crate::layout::{curves, theme};
use crate::scene::{Color, Mm, Node, Path, Point, Segment, Stroke};

/// How the lines of several curves in one area are told apart: by line, by mark, and by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroked {
    /// A solid line with round marks.
    Solid,
    /// A dashed line with diamonds.
    Dashed,
    /// A dotted line with squares.
    Dotted,
    /// A line of dashes and dots with triangles.
    DashDotted,
}

impl Stroked {
    /// All of them, in the order in which curves take them: no more curves than these stand in one area.
    pub const ALL: [Self; curves::MOST] = [Self::Solid, Self::Dashed, Self::Dotted, Self::DashDotted];

    /// Its colour.
    #[must_use]
    pub fn color(self) -> Color {
        match self {
            Self::Solid => theme::INK,
            Self::Dashed => theme::GOOD,
            Self::Dotted => theme::BAD,
            Self::DashDotted => theme::stage(Some(2)).deep,
        }
    }

    /// A line of a width along an outline.
    #[must_use]
    pub fn line(self, segments: Vec<Segment>, width: Mm) -> Node {
        let dashes: &[f64] = match self {
            Self::Solid => &[],
            Self::Dashed => &[3.6, 2.6],
            Self::Dotted => &[0.1, 2.2],
            Self::DashDotted => &[4.4, 2.4, 0.1, 2.4],
        };
        let dashes: Vec<Mm> = dashes.iter().map(|dash| width * *dash).collect();
        let segments = if dashes.is_empty() { segments } else { dashed(&segments, &dashes) };
        let stroke = Stroke { color: self.color(), width, dashes: Vec::new() };
        Node::Path(Path { segments, fill: None, stroke: Some(stroke) })
    }

    /// A mark on the line, in a white ring that parts it from what it stands on.
    #[must_use]
    pub fn mark(self, centre: Point, radius: Mm) -> Node {
        let segments = match self {
            Self::Solid => circle(centre, radius),
            Self::Dashed => polygon([(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)], centre, radius),
            Self::Dotted => polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], centre, radius),
            Self::DashDotted => polygon([(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)], centre, radius),
        };
        let stroke = Stroke { color: Color::WHITE, width: radius * 0.3, dashes: Vec::new() };
        Node::Path(Path { segments, fill: Some(self.color()), stroke: Some(stroke) })
    }

    /// Line and mark as they stand in a legend, from a point to the right.
    #[must_use]
    pub fn sample(self, from: Point, length: Mm, em: Mm) -> Vec<Node> {
        let to = Point { x: from.x + length, ..from };
        let middle = Point { x: from.x + length / 2.0, ..from };
        vec![self.line(line(from, to), em * 0.13), self.mark(middle, em * 0.27)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_curves_stand_out_from_every_column() {
        for stroked in Stroked::ALL {
            for index in std::iter::once(None).chain((0..6).map(Some)) {
                let contrast = stroked.color().contrast(theme::stage(index).tint);
                assert!(contrast >= 3.0, "{stroked:?} on {index:?}: {contrast}");
            }
        }
    }
}
