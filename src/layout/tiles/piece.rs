//! Nodes of a poster at another place and in another size, those of a piece of it alone.

use crate::scene::{Group, Image, Link, Missing, Mm, Node, Path, Point, Rect, Segment, Stroke, TextRun};
use crate::text::Fonts;

/// From places of a poster to those of a sheet.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub scale: f64,
    pub right: Mm,
    pub down: Mm,
}

/// The numbers of nodes among those of the poster: of the next, and of those that are kept.
#[derive(Default)]
pub(super) struct Numbers {
    next: usize,
    pub kept: Vec<usize>,
}

impl Place {
    /// What of some nodes reaches a piece of the poster, in its place. Links lead on; groups in which nothing is left go.
    pub fn nodes(self, nodes: &[Node], piece: Rect, fonts: &Fonts, numbers: &mut Numbers) -> Vec<Node> {
        nodes.iter().filter_map(|node| self.node(node, piece, fonts, numbers)).collect()
    }

    fn node(self, node: &Node, piece: Rect, fonts: &Fonts, numbers: &mut Numbers) -> Option<Node> {
        let before = numbers.kept.len();
        numbers.kept.push(numbers.next);
        numbers.next += 1;
        let kept = self.kept(node, piece, fonts, numbers);
        if kept.is_none() {
            numbers.kept.truncate(before);
        }
        kept
    }

    fn kept(self, node: &Node, piece: Rect, fonts: &Fonts, numbers: &mut Numbers) -> Option<Node> {
        match node {
            Node::Group(group) => {
                let nodes = self.nodes(&group.nodes, piece, fonts, numbers);
                let frame = group.frame.map(|frame| self.rect(frame));
                (!nodes.is_empty()).then(|| {
                    let (label, description, language) = (group.label.clone(), group.description.clone(), group.language.clone());
                    Node::Group(Group { role: group.role, label, description, language, frame, nodes })
                })
            }
            Node::Link(link) => {
                let nodes = self.nodes(&link.nodes, piece, fonts, numbers);
                let frame = self.rect(within(link.frame, piece)?);
                (!nodes.is_empty()).then(|| Node::Link(Link { target: link.target.clone(), frame, nodes }))
            }
            Node::Text(_) | Node::Missing(_) | Node::Path(_) | Node::Image(_) => {
                reach(node, fonts).is_some_and(|reach| reach.overlaps(piece, Mm::ZERO)).then(|| self.leaf(node))
            }
        }
    }

    fn leaf(self, node: &Node) -> Node {
        match node {
            Node::Text(run) => Node::Text(TextRun { origin: self.point(run.origin), size: run.size * self.scale, ..run.clone() }),
            Node::Missing(missing) => {
                Node::Missing(Missing { origin: self.point(missing.origin), size: missing.size * self.scale, ..missing.clone() })
            }
            Node::Path(path) => {
                let segment = |segment: &Segment| match segment {
                    Segment::Move(to) => Segment::Move(self.point(*to)),
                    Segment::Line(to) => Segment::Line(self.point(*to)),
                    Segment::Curve(a, b, to) => Segment::Curve(self.point(*a), self.point(*b), self.point(*to)),
                    Segment::Close => Segment::Close,
                };
                let stroke = path.stroke.as_ref().map(|stroke| Stroke {
                    color: stroke.color,
                    width: stroke.width * self.scale,
                    dashes: stroke.dashes.iter().map(|dash| *dash * self.scale).collect(),
                });
                Node::Path(Path { segments: path.segments.iter().map(segment).collect(), fill: path.fill, stroke })
            }
            Node::Image(image) => Node::Image(Image { frame: self.rect(image.frame), ..image.clone() }),
            Node::Group(group) => Node::Group(group.clone()),
            Node::Link(link) => Node::Link(link.clone()),
        }
    }

    pub fn point(self, point: Point) -> Point {
        Point { x: point.x * self.scale + self.right, y: point.y * self.scale + self.down }
    }

    pub fn rect(self, rect: Rect) -> Rect {
        let Point { x, y } = self.point(Point { x: rect.x, y: rect.y });
        Rect::new(x, y, rect.width * self.scale, rect.height * self.scale)
    }
}

/// What two boxes share.
fn within(one: Rect, other: Rect) -> Option<Rect> {
    let (x, y) = (one.x.max(other.x), one.y.max(other.y));
    let (width, height) = (one.right().min(other.right()) - x, one.bottom().min(other.bottom()) - y);
    (width > Mm::ZERO && height > Mm::ZERO).then(|| Rect::new(x, y, width, height))
}

/// A box that nothing of a node goes beyond; nothing of what has no place of its own.
pub(super) fn reach(node: &Node, fonts: &Fonts) -> Option<Rect> {
    match node {
        Node::Group(_) | Node::Link(_) => None,
        Node::Text(run) => {
            // No glyph is larger than this, however its face is made.
            let em = Mm::from(run.size) * 2.0;
            let width = run.width(fonts.face(run.face).units_per_em);
            Some(Rect::new(run.origin.x - em, run.origin.y - em, width + em * 2.0, em * 2.0))
        }
        Node::Missing(missing) => {
            let em = Mm::from(missing.size);
            Some(Rect::new(missing.origin.x, missing.origin.y - em, em * missing.frames.len() as f64, em * 2.0))
        }
        Node::Path(path) => {
            let line = path.stroke.as_ref().map_or(Mm::ZERO, |stroke| stroke.width);
            around(&path.segments).map(|bounds| wider(bounds, line))
        }
        Node::Image(image) => Some(image.frame),
    }
}

/// A box that is wider on each side.
pub(super) fn wider(rect: Rect, by: Mm) -> Rect {
    Rect::new(rect.x - by, rect.y - by, rect.width + by * 2.0, rect.height + by * 2.0)
}

/// The box around the points of an outline.
pub(super) fn around(segments: &[Segment]) -> Option<Rect> {
    let points = segments.iter().flat_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(a, b, to) => vec![*a, *b, *to],
        Segment::Close => Vec::new(),
    });
    points.map(|point| Rect::new(point.x, point.y, Mm::ZERO, Mm::ZERO)).reduce(Rect::union)
}
