//! A curve alone: a solid line with faces, shaded to the middle of the scale.

use super::line::fine;
use super::scale::{self, Area};
use super::{Curve, Dot, Laid, areas, leaders, points, ring};
use crate::layout::drawn::ink::face;
use crate::layout::drawn::page::Setting;
use crate::layout::theme;
use crate::scene::{Color, Mm, Node, Path};

/// Draws a curve that has its area for itself.
pub(super) fn draw(curve: &Curve, laid: &Laid, (area, partings): (&Area, &[(Mm, Mm)]), setting: &Setting, out: &mut Vec<Node>) {
    let dots = laid.curves.first().map_or(&[][..], Vec::as_slice);
    let mut nodes = shading(area, dots);
    nodes.extend(scale::rules(area, partings, laid, &setting.sizes));
    if dots.len() > 1 {
        nodes.push(Node::Path(Path::stroked(fine(&points(dots)), theme::INK, laid.extent.line)));
    }
    nodes.push(leaders(laid, setting, |_| theme::QUIET));
    for dot in dots {
        if dot.score.lowest {
            nodes.push(ring(dot.at, area.radius));
        }
        nodes.extend(face(dot.at, area.radius, dot.mood));
    }
    nodes.extend(laid.own_signs().flat_map(|sign| sign.sign.draw(sign.at, laid.extent.sign)));
    out.push(curve.figure(nodes, area.frame, setting));
}

fn shading(area: &Area, dots: &[Dot]) -> Vec<Node> {
    if dots.len() < 2 {
        return Vec::new();
    }
    let (above, below) = areas(&points(dots), area.y(area.middle()));
    let fill = |color: Color| move |outline| Node::Path(Path::filled(outline, color.over(Color::WHITE, 0.2)));
    above.into_iter().map(fill(theme::GOOD)).chain(below.into_iter().map(fill(theme::BAD))).collect()
}
