//! How curves that share an area are told apart.

use crate::layout::curves;
use crate::layout::drawn::ink::{circle, dashed, line, polygon};
use crate::scene::{Color, Mm, Node, Path, Point, Segment, Stroke};
use crate::sheet::{Dash, LineLook, Marker};

/// How the line of one of several curves is drawn: its colour, its dashes and its mark, as in the chart of a workbook.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stroked(&'static LineLook);

/// The width of the line in a legend, in em.
const SAMPLE_WIDTH: f64 = 0.09;
/// The radius of the mark in a legend, in em.
const SAMPLE_MARK: f64 = 0.22;

impl Stroked {
    /// How the curve with that index in its area is drawn.
    #[must_use]
    pub fn nth(index: usize) -> Self {
        Self(&curves::LOOKS[index % curves::MOST])
    }

    /// Its colour.
    #[must_use]
    pub fn color(self) -> Color {
        self.0.color
    }

    /// Lengths of dashes and gaps by turns, in widths of the line; the ends of dashes are round.
    fn dashes(self) -> &'static [f64] {
        match self.0.dash {
            Dash::Solid => &[],
            Dash::Dashed => &[3.6, 2.6],
            Dash::Dotted => &[0.1, 2.2],
            Dash::DashDotted => &[4.4, 2.4, 0.1, 2.4],
        }
    }

    /// A line of a width along an outline.
    #[must_use]
    pub fn line(self, segments: Vec<Segment>, width: Mm) -> Node {
        let dashes: Vec<Mm> = self.dashes().iter().map(|dash| width * *dash).collect();
        let segments = if dashes.is_empty() { segments } else { dashed(&segments, &dashes) };
        let stroke = Stroke { color: self.color(), width, dashes: Vec::new() };
        Node::Path(Path { segments, fill: None, stroke: Some(stroke) })
    }

    /// A mark on the line, in a white ring that parts it from what it stands on.
    #[must_use]
    pub fn mark(self, centre: Point, radius: Mm) -> Node {
        let segments = match self.0.marker {
            Marker::Circle => circle(centre, radius),
            Marker::Diamond => polygon([(0.0, -1.2), (1.2, 0.0), (0.0, 1.2), (-1.2, 0.0)], centre, radius),
            Marker::Square => polygon([(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)], centre, radius),
            Marker::Triangle => polygon([(0.0, -1.2), (1.15, 0.85), (-1.15, 0.85)], centre, radius),
        };
        let stroke = Stroke { color: Color::WHITE, width: radius * 0.3, dashes: Vec::new() };
        Node::Path(Path { segments, fill: Some(self.color()), stroke: Some(stroke) })
    }

    /// Line and mark as they stand in a legend, from a point to the right: a whole period of the line on each side of the mark.
    #[must_use]
    pub fn sample(self, from: Point, em: Mm) -> Vec<Node> {
        let middle = Point { x: from.x + em * (SAMPLE / 2.0), ..from };
        let aside = em * (SAMPLE_MARK * 1.35 + SAMPLE_WIDTH * 0.5);
        let right = Point { x: from.x + em * SAMPLE, ..from };
        let (before, behind) = (Point { x: middle.x - aside, ..from }, Point { x: middle.x + aside, ..from });
        let piece = |from, to| self.line(line(from, to), em * SAMPLE_WIDTH);
        vec![piece(before, from), piece(behind, right), self.mark(middle, em * SAMPLE_MARK)]
    }
}

/// The length of a line in a legend, in em.
pub const SAMPLE: f64 = 2.36;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::theme;

    #[test]
    fn a_legend_shows_two_whole_periods_of_every_line() {
        for stroked in (0..curves::MOST).map(Stroked::nth) {
            let period: f64 = stroked.dashes().iter().sum::<f64>() * SAMPLE_WIDTH;
            let side = (SAMPLE - SAMPLE_MARK * 2.7 - SAMPLE_WIDTH) / 2.0;
            assert!(side >= period - 1e-9, "{stroked:?}: {side} of {period}");
        }
    }

    #[test]
    fn lines_of_curves_stand_out_from_every_column() {
        for stroked in (0..curves::MOST).map(Stroked::nth) {
            for index in std::iter::once(None).chain((0..6).map(Some)) {
                let contrast = stroked.color().contrast(theme::stage(index).tint);
                assert!(contrast >= 3.0, "{stroked:?} on {index:?}: {contrast}");
            }
        }
    }
}
