//! A curve alone: a solid line with faces, shaded to the middle of the scale.

use super::scale::{self, Area};
use super::{Curve, Dot, areas, points, smooth};
use crate::layout::drawn::ink::{face, star};
use crate::layout::drawn::page::Setting;
use crate::layout::drawn::phases::Column;
use crate::layout::theme;
use crate::scene::{Color, Group, Node, Path, Point, Role};

/// Draws a curve that has its area for itself.
pub(super) fn draw(curve: &Curve, columns: &[Column], area: &Area, setting: &Setting, out: &mut Vec<Node>) {
    let radius = area.radius;
    let dots = curve.dots(columns, area);
    let mut nodes = shading(area, &dots);
    nodes.extend(scale::rules(area, &setting.sizes));
    if dots.len() > 1 {
        nodes.push(Node::Path(Path::stroked(smooth(&points(&dots)), theme::INK, radius * 0.22)));
    }
    for dot in &dots {
        nodes.extend(face(dot.at, radius, dot.mood));
        if dot.moment_of_truth {
            let side = Point { x: dot.at.x + radius * 1.25, y: dot.at.y - radius * 1.05 };
            nodes.push(star(side, radius * 0.6));
        }
    }
    out.push(Node::Group(Group::new(Role::Figure, nodes).labelled(curve.description(setting)).framed(area.frame)));
}

fn shading(area: &Area, dots: &[Dot]) -> Vec<Node> {
    if dots.len() < 2 {
        return Vec::new();
    }
    let (above, below) = areas(&points(dots), area.y(area.middle()));
    let fill = |color: Color| move |outline| Node::Path(Path::filled(outline, color.over(Color::WHITE, 0.2)));
    above.into_iter().map(fill(theme::GOOD)).chain(below.into_iter().map(fill(theme::BAD))).collect()
}
