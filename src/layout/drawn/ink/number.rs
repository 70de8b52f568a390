//! Numbers in discs.

use super::marks::circle;
use crate::layout::drawn::text::{Block, Pen};
use crate::scene::{Color, Mm, Node, Path, Point, Pt};
use crate::text::{Cut, Style};

/// A number in a disc of a radius: the colours of the disc and of the number, which is set in bold type of a size.
#[must_use]
pub fn numbered(
    number: usize,
    (centre, radius): (Point, Mm),
    (back, front): (Color, Color),
    (pen, size): (Pen, Pt),
) -> Vec<Node> {
    let mut nodes = vec![Node::Path(Path::filled(circle(centre, radius), back))];
    let style = Style { cut: Cut::Bold, hyphenation: None, rtl: false };
    let block = Block::text(pen.typesetter, &number.to_string(), style);
    if let Some(line) = block.first_line(pen.typesetter, radius * 8.0, size) {
        let place = Point { x: centre.x - line.width() / 2.0, y: centre.y + Mm::from(size) * DIGIT - line.ascent };
        line.draw_at(pen, place, front, &mut nodes);
    }
    nodes
}

/// Half of the height of a digit, in em.
const DIGIT: f64 = 0.33;
