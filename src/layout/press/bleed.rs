//! What reaches the edge of a page goes on beyond it: a side of a filled outline that lies on the edge is moved outwards, and all of the
//! outline that lies on the page stays as it is.

use crate::scene::{Mm, Node, Path, Point, Segment, Size};

/// Nearer to the edge than this is on it: a micrometre.
const ON: f64 = 0.001;

/// Lets everything that reaches the edge of a page of that size go on so far beyond it. Lines stay: one along an edge is the edge of the
/// poster, and one that ends there ends there. Pictures stay as well, of which there is no more.
pub(super) fn extend(nodes: &mut Vec<Node>, size: Size, bleed: Mm) {
    let edges = Edges { size, bleed };
    let mut out = Vec::with_capacity(nodes.len());
    for mut node in nodes.drain(..) {
        match &mut node {
            Node::Group(group) => extend(&mut group.nodes, size, bleed),
            Node::Link(link) => extend(&mut link.nodes, size, bleed),
            Node::Path(path) => out.extend(edges.filled(path).map(Node::Path)),
            Node::Text(_) | Node::Missing(_) | Node::Image(_) => {}
        }
        out.push(node);
    }
    *nodes = out;
}

/// The edges of a page.
struct Edges {
    size: Size,
    bleed: Mm,
}

/// An edge of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Left,
    Top,
    Right,
    Bottom,
}

/// A corner of an outline, with what leads from it to the next.
#[derive(Clone, Copy)]
struct Corner {
    at: Point,
    /// The two points that a curve is drawn by; a straight line has none.
    by: Option<(Point, Point)>,
}

impl Edges {
    /// Extends what a path fills. Its line, where it has one, stays where it is; then the surface is given back as a path of its own, to
    /// be painted before the path that is left.
    fn filled(&self, path: &mut Path) -> Option<Path> {
        let fill = path.fill?;
        let extended = self.outline(&path.segments)?;
        if path.stroke.is_none() {
            path.segments = extended;
            return None;
        }
        path.fill = None;
        Some(Path::filled(extended, fill))
    }

    /// The outline with all that lies on an edge moved outwards; nothing when there is nothing on an edge.
    fn outline(&self, segments: &[Segment]) -> Option<Vec<Segment>> {
        let (mut out, mut moved) = (Vec::new(), false);
        for corners in outlines(segments) {
            let edge = |nth: usize| {
                let (from, to) = (corners[nth % corners.len()], corners[(nth + 1) % corners.len()]);
                if from.by.is_some() { None } else { self.shared(from.at, to.at) }
            };
            let count = corners.len();
            let mut line: Vec<Corner> = Vec::new();
            for (nth, corner) in corners.iter().enumerate() {
                let (before, behind) = (edge(nth + count - 1), edge(nth));
                moved |= behind.is_some();
                let beyond = |sides: &[Option<Edge>]| Corner { at: self.beyond(corner.at, sides), by: None };
                match (before, behind) {
                    (None, None) => line.push(*corner),
                    (None, Some(_)) => line.extend([Corner { by: None, ..*corner }, beyond(&[behind])]),
                    (Some(_), None) => line.extend([beyond(&[before]), *corner]),
                    (Some(_), Some(_)) => line.push(beyond(&[before, behind])),
                }
            }
            draw(&line, &mut out);
        }
        moved.then_some(out)
    }

    /// The edge on which two points lie.
    fn shared(&self, one: Point, other: Point) -> Option<Edge> {
        let near = |a: Mm, b: Mm, edge: Mm| (a - edge).0.abs() < ON && (b - edge).0.abs() < ON;
        let apart = |a: Mm, b: Mm| (a - b).0.abs() >= ON;
        if apart(one.y, other.y) {
            let right = near(one.x, other.x, self.size.width).then_some(Edge::Right);
            if near(one.x, other.x, Mm::ZERO) { Some(Edge::Left) } else { right }
        } else if apart(one.x, other.x) {
            let bottom = near(one.y, other.y, self.size.height).then_some(Edge::Bottom);
            if near(one.y, other.y, Mm::ZERO) { Some(Edge::Top) } else { bottom }
        } else {
            None
        }
    }

    /// A point on some edges, moved beyond them. In a corner of the page it goes beyond both edges, so that the corner is filled.
    fn beyond(&self, point: Point, sides: &[Option<Edge>]) -> Point {
        let Size { width, height } = self.size;
        let on = |place: Mm, edge: Mm| (place - edge).0.abs() < ON;
        let mut moved = point;
        for side in sides.iter().flatten() {
            match side {
                Edge::Left | Edge::Right => {
                    moved.x = if *side == Edge::Left { -self.bleed } else { width + self.bleed };
                    if on(point.y, Mm::ZERO) {
                        moved.y = -self.bleed;
                    } else if on(point.y, height) {
                        moved.y = height + self.bleed;
                    }
                }
                Edge::Top | Edge::Bottom => {
                    moved.y = if *side == Edge::Top { -self.bleed } else { height + self.bleed };
                    if on(point.x, Mm::ZERO) {
                        moved.x = -self.bleed;
                    } else if on(point.x, width) {
                        moved.x = width + self.bleed;
                    }
                }
            }
        }
        moved
    }
}

/// The closed outlines of a path, each as its corners: what is filled is closed, whether it says so or not.
fn outlines(segments: &[Segment]) -> Vec<Vec<Corner>> {
    let mut outlines: Vec<Vec<Corner>> = Vec::new();
    let straight = |at: Point| Corner { at, by: None };
    for segment in segments {
        match *segment {
            Segment::Move(to) => outlines.push(vec![straight(to)]),
            Segment::Line(to) => outlines.last_mut().into_iter().for_each(|corners| corners.push(straight(to))),
            Segment::Curve(one, two, to) => {
                if let Some(corners) = outlines.last_mut() {
                    if let Some(last) = corners.last_mut() {
                        last.by = Some((one, two));
                    }
                    corners.push(straight(to));
                }
            }
            Segment::Close => {}
        }
    }
    for corners in &mut outlines {
        // What comes back to where it began has no corner more there.
        while corners.len() > 1 && corners.first().zip(corners.last()).is_some_and(|(first, last)| first.at == last.at) {
            corners.pop();
        }
    }
    outlines
}

/// Draws a closed outline.
fn draw(corners: &[Corner], out: &mut Vec<Segment>) {
    let Some(first) = corners.first() else { return };
    out.push(Segment::Move(first.at));
    for (nth, corner) in corners.iter().enumerate() {
        let next = corners.get(nth + 1);
        let to = next.unwrap_or(first).at;
        match corner.by {
            Some((one, two)) => out.push(Segment::Curve(one, two, to)),
            None if next.is_some() => out.push(Segment::Line(to)),
            None => {}
        }
    }
    out.push(Segment::Close);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{Color, Rect, Stroke};

    const EDGES: Edges = Edges { size: Size { width: Mm(100.0), height: Mm(50.0) }, bleed: Mm(3.0) };

    fn corners(segments: &[Segment]) -> Vec<(f64, f64)> {
        let point = |segment: &Segment| match segment {
            Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some((to.x.0, to.y.0)),
            Segment::Close => None,
        };
        segments.iter().filter_map(point).collect()
    }

    fn extended(x: f64, y: f64, width: f64, height: f64) -> Option<Vec<(f64, f64)>> {
        let outline = Path::rect(Rect::new(Mm(x), Mm(y), Mm(width), Mm(height)));
        EDGES.outline(&outline).map(|outline| corners(&outline))
    }

    #[test]
    fn a_ground_reaches_the_corners_of_the_bleed() {
        let ground = extended(0.0, 0.0, 100.0, 50.0).unwrap();
        assert_eq!(ground, [(-3.0, -3.0), (103.0, -3.0), (103.0, 53.0), (-3.0, 53.0)]);
    }

    #[test]
    fn a_band_goes_on_where_it_reaches_the_edge_and_nowhere_else() {
        let band = extended(0.0, 10.0, 100.0, 5.0).unwrap();
        let right = [(100.0, 10.0), (103.0, 10.0), (103.0, 15.0), (100.0, 15.0)];
        assert_eq!(band[2..6], right);
        assert_eq!([band[6], band[7], band[0], band[1]], [(0.0, 15.0), (-3.0, 15.0), (-3.0, 10.0), (0.0, 10.0)]);
        assert_eq!(extended(1.0, 1.0, 98.0, 48.0), None);
        assert_eq!(extended(-3.0, -3.0, 106.0, 56.0), None, "what goes beyond the edge already");
    }

    #[test]
    fn a_slanted_outline_keeps_its_slant_on_the_page() {
        let point = |x, y| Point { x: Mm(x), y: Mm(y) };
        let arrow =
            [Segment::Move(point(20.0, 0.0)), Segment::Line(point(60.0, 0.0)), Segment::Line(point(40.0, 20.0)), Segment::Close];
        let arrow = corners(&EDGES.outline(&arrow).unwrap());
        assert_eq!(arrow, [(20.0, 0.0), (20.0, -3.0), (60.0, -3.0), (60.0, 0.0), (40.0, 20.0)]);
        // A curve from edge to edge stays one.
        let hill = [
            Segment::Move(point(0.0, 50.0)),
            Segment::Curve(point(30.0, 0.0), point(60.0, 0.0), point(100.0, 50.0)),
            Segment::Line(point(0.0, 50.0)),
        ];
        let hill = EDGES.outline(&hill).unwrap();
        assert_eq!(hill[1], Segment::Line(point(0.0, 50.0)));
        assert_eq!(hill[2], Segment::Curve(point(30.0, 0.0), point(60.0, 0.0), point(100.0, 50.0)));
        assert_eq!(corners(&hill), [(-3.0, 53.0), (0.0, 50.0), (100.0, 50.0), (103.0, 53.0)]);
    }

    #[test]
    fn a_line_around_a_surface_stays_where_it_is() {
        let stroke = Some(Stroke { color: Color::BLACK, width: Mm(1.0), dashes: Vec::new() });
        let segments = Path::rect(Rect::new(Mm::ZERO, Mm::ZERO, Mm(100.0), Mm(10.0)));
        let path = Path { segments: segments.clone(), fill: Some(Color(1, 2, 3)), stroke };
        let mut nodes = vec![Node::Path(path.clone())];
        extend(&mut nodes, EDGES.size, EDGES.bleed);
        let [Node::Path(surface), Node::Path(line)] = nodes.as_slice() else { panic!("{nodes:?}") };
        assert_eq!((surface.fill, &surface.stroke), (path.fill, &None));
        assert_eq!((&line.segments, line.fill, &line.stroke), (&segments, None, &path.stroke));
    }
}
