//! Drawings turned round, for pages that are read from right to left, and drawings moved down.

use super::{Group, Link, Missing, Mm, Node, Point, Rect, Segment, TextRun};

impl Node {
    /// Turns a node round on a page of a width: what stood at the left stands at the right. Text stays where it is, since it cannot be
    /// read backwards, and pictures are moved and not turned.
    pub fn mirror(&mut self, page: Mm) {
        let point = |point: &mut Point| point.x = page - point.x;
        let rect = |rect: &mut Rect| rect.x = page - rect.right();
        match self {
            Self::Group(Group { frame, nodes, .. }) => {
                frame.iter_mut().for_each(rect);
                for node in nodes {
                    node.mirror(page);
                }
            }
            Self::Link(Link { frame, nodes, .. }) => {
                rect(frame);
                for node in nodes {
                    node.mirror(page);
                }
            }
            Self::Path(path) => path.segments.iter_mut().for_each(|segment| match segment {
                Segment::Move(to) | Segment::Line(to) => point(to),
                Segment::Curve(one, other, to) => [one, other, to].into_iter().for_each(point),
                Segment::Close => {}
            }),
            Self::Image(image) => rect(&mut image.frame),
            Self::Text(_) | Self::Missing(_) => {}
        }
    }

    /// Moves a node down.
    pub fn lower(&mut self, by: Mm) {
        let point = |point: &mut Point| point.y += by;
        let rect = |rect: &mut Rect| rect.y += by;
        match self {
            Self::Group(Group { frame, nodes, .. }) => {
                frame.iter_mut().for_each(rect);
                for node in nodes {
                    node.lower(by);
                }
            }
            Self::Link(Link { frame, nodes, .. }) => {
                rect(frame);
                for node in nodes {
                    node.lower(by);
                }
            }
            Self::Path(path) => path.segments.iter_mut().for_each(|segment| match segment {
                Segment::Move(to) | Segment::Line(to) => point(to),
                Segment::Curve(one, other, to) => [one, other, to].into_iter().for_each(point),
                Segment::Close => {}
            }),
            Self::Image(image) => rect(&mut image.frame),
            Self::Text(TextRun { origin, .. }) | Self::Missing(Missing { origin, .. }) => point(origin),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Path, Role};

    #[test]
    fn what_is_turned_round_twice_is_as_it_was() {
        let frame = Rect::new(Mm(10.0), Mm(5.0), Mm(20.0), Mm(3.0));
        let path = Node::Path(Path::filled(Path::rect(frame), Color::BLACK));
        let whole = Node::Group(Group::new(Role::Cell, vec![path]).framed(frame));
        let mut turned = whole.clone();
        turned.mirror(Mm(100.0));
        let Node::Group(group) = &turned else { panic!("a group stays one") };
        assert_eq!(group.frame, Some(Rect::new(Mm(70.0), Mm(5.0), Mm(20.0), Mm(3.0))));
        assert_ne!(group.nodes, [Node::Path(Path::filled(Path::rect(frame), Color::BLACK))]);
        turned.mirror(Mm(100.0));
        assert_eq!(turned, whole);
    }
}
