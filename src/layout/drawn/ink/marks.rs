//! The drawn signs of the layouts: cards, arrows, faces, stars, and a mark for each family of lanes.

use crate::journey::LaneKind;
use crate::layout::theme;
use crate::scene::{Color, Mm, Node, Path, Point, Rect, Segment, Stroke};

/// The control point's share of the radius for a quarter circle of one cubic curve.
const ROUND: f64 = 0.552_284_75;

fn at(x: Mm, y: Mm) -> Point {
    Point { x, y }
}

/// A box with round corners.
#[must_use]
pub fn rounded(rect: Rect, radius: Mm) -> Vec<Segment> {
    let r = radius.min(rect.width / 2.0).min(rect.height / 2.0);
    let k = r * (1.0 - ROUND);
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    vec![
        Segment::Move(at(left + r, top)),
        Segment::Line(at(right - r, top)),
        Segment::Curve(at(right - k, top), at(right, top + k), at(right, top + r)),
        Segment::Line(at(right, bottom - r)),
        Segment::Curve(at(right, bottom - k), at(right - k, bottom), at(right - r, bottom)),
        Segment::Line(at(left + r, bottom)),
        Segment::Curve(at(left + k, bottom), at(left, bottom - k), at(left, bottom - r)),
        Segment::Line(at(left, top + r)),
        Segment::Curve(at(left, top + k), at(left + k, top), at(left + r, top)),
        Segment::Close,
    ]
}

/// A circle.
#[must_use]
pub fn circle(centre: Point, radius: Mm) -> Vec<Segment> {
    rounded(Rect::new(centre.x - radius, centre.y - radius, radius * 2.0, radius * 2.0), radius)
}

/// A level hairline behind texts, which breaks where they stand.
#[must_use]
pub fn level((left, right): (Mm, Mm), y: Mm, texts: &[Rect]) -> Vec<Segment> {
    let mut covered: Vec<&Rect> = texts.iter().filter(|text| text.y < y && y < text.bottom()).collect();
    covered.sort_by(|one, other| one.x.0.total_cmp(&other.x.0));
    let (mut from, mut segments) = (left, Vec::new());
    let end = Rect::new(right, y, Mm::ZERO, Mm::ZERO);
    for text in covered.into_iter().chain([&end]) {
        let to = text.x.min(right);
        if to > from {
            segments.extend(line(Point { x: from, y }, Point { x: to, y }));
        }
        from = from.max(text.right());
    }
    segments
}

/// An upright hairline behind texts, which breaks where they stand.
#[must_use]
pub fn upright((top, foot): (Mm, Mm), x: Mm, texts: &[Rect]) -> Vec<Segment> {
    let turned = |text: &Rect| Rect::new(text.y, text.x, text.height, text.width);
    let texts: Vec<Rect> = texts.iter().map(turned).collect();
    let turned = |at: Point| Point { x: at.y, y: at.x };
    let pieces = level((top, foot), x, &texts).into_iter().map(|segment| match segment {
        Segment::Move(to) => Segment::Move(turned(to)),
        Segment::Line(to) => Segment::Line(turned(to)),
        other @ (Segment::Curve(..) | Segment::Close) => other,
    });
    pieces.collect()
}

/// A straight line.
#[must_use]
pub fn line(from: Point, to: Point) -> Vec<Segment> {
    vec![Segment::Move(from), Segment::Line(to)]
}

/// A phase's arrow: a box with a point at the right and, unless it is the first, a notch at the left.
#[must_use]
pub fn arrow(rect: Rect, point: Mm, notch: bool) -> Vec<Segment> {
    let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
    let middle = top + rect.height / 2.0;
    let mut segments = vec![
        Segment::Move(at(left, top)),
        Segment::Line(at(right - point, top)),
        Segment::Line(at(right, middle)),
        Segment::Line(at(right - point, bottom)),
        Segment::Line(at(left, bottom)),
    ];
    if notch {
        segments.push(Segment::Line(at(left + point, middle)));
    }
    segments.push(Segment::Close);
    segments
}

/// A closed outline through corners.
pub fn polygon(corners: impl IntoIterator<Item = (f64, f64)>, centre: Point, radius: Mm) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for (x, y) in corners {
        let corner = at(centre.x + radius * x, centre.y + radius * y);
        segments.push(if segments.is_empty() { Segment::Move(corner) } else { Segment::Line(corner) });
    }
    segments.push(Segment::Close);
    segments
}

/// A five-pointed star, for a moment of truth.
#[must_use]
pub fn star(centre: Point, radius: Mm) -> Node {
    // Corners at every 36°, by turns on the outer and the inner circle; sines written out, as they must be the same everywhere.
    const CORNERS: [(f64, f64); 10] = [
        (0.0, -1.0),
        (0.235_114, -0.323_607),
        (0.951_057, -0.309_017),
        (0.380_423, 0.123_607),
        (0.587_785, 0.809_017),
        (0.0, 0.4),
        (-0.587_785, 0.809_017),
        (-0.380_423, 0.123_607),
        (-0.951_057, -0.309_017),
        (-0.235_114, -0.323_607),
    ];
    Node::Path(Path::filled(polygon(CORNERS, centre, radius), theme::ALERT))
}

/// A bullet of a list.
#[must_use]
pub fn bullet(centre: Point, radius: Mm, color: Color) -> Node {
    Node::Path(Path::filled(circle(centre, radius), color))
}

/// The mark of a lane's family: shape and colour, so that neither has to be seen alone.
#[must_use]
pub fn lane(kind: LaneKind, centre: Point, radius: Mm) -> Node {
    let square = || Path::rect(Rect::new(centre.x - radius * 0.85, centre.y - radius * 0.85, radius * 1.7, radius * 1.7));
    let segments = match kind {
        LaneKind::Goal | LaneKind::Need | LaneKind::Expectation | LaneKind::Value => {
            polygon([(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)], centre, radius)
        }
        LaneKind::Action => polygon([(-0.8, -1.0), (1.0, 0.0), (-0.8, 1.0)], centre, radius),
        LaneKind::Backstage | LaneKind::Design | LaneKind::Priority => {
            let hexagon = [(-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87), (-1.0, 0.0)];
            polygon(hexagon, centre, radius * 0.84)
        }
        LaneKind::Touchpoint | LaneKind::Relation => circle(centre, radius),
        // A ring, a wave.
        LaneKind::Channel | LaneKind::Device => {
            return Node::Path(Path::stroked(circle(centre, radius * 0.76), theme::lane(kind), radius * 0.46));
        }
        LaneKind::Emotion => {
            let place = |x: f64, y: f64| at(centre.x + radius * x, centre.y + radius * y);
            let wave = vec![
                Segment::Move(place(-1.2, 0.35)),
                Segment::Curve(place(-0.7, -1.0), place(-0.4, -1.0), place(0.0, 0.0)),
                Segment::Curve(place(0.4, 1.0), place(0.7, 1.0), place(1.2, -0.35)),
            ];
            return Node::Path(Path::stroked(wave, theme::lane(kind), radius * 0.5));
        }
        LaneKind::Barrier => polygon([(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)], centre, radius),
        // A balloon, and three bars.
        LaneKind::Message => {
            let balloon = [(-1.0, -0.85), (1.0, -0.85), (1.0, 0.4), (0.1, 0.4), (-0.5, 1.0), (-0.5, 0.4), (-1.0, 0.4)];
            polygon(balloon, centre, radius)
        }
        LaneKind::Measure => [(-0.9, 0.2), (-0.25, -0.3), (0.4, -0.9)]
            .into_iter()
            .flat_map(|(left, top)| {
                let (x, y) = (centre.x + radius * left, centre.y + radius * top);
                Path::rect(Rect::new(x, y, radius * 0.5, radius * (0.9 - top)))
            })
            .collect(),
        LaneKind::Opportunity => polygon(
            [
                (-0.35, -1.0),
                (0.35, -1.0),
                (0.35, -0.35),
                (1.0, -0.35),
                (1.0, 0.35),
                (0.35, 0.35),
                (0.35, 1.0),
                (-0.35, 1.0),
                (-0.35, 0.35),
                (-1.0, 0.35),
                (-1.0, -0.35),
                (-0.35, -0.35),
            ],
            centre,
            radius,
        ),
        LaneKind::Thought | LaneKind::Feeling | LaneKind::Quote | LaneKind::Image | LaneKind::Text => square(),
    };
    Node::Path(Path::filled(segments, theme::lane(kind)))
}

/// How far a mood has gone from one to another, 0.0 to 1.0.
fn reached(mood: f64, from: f64, to: f64) -> f64 {
    ((mood - from) / (to - from)).clamp(0.0, 1.0)
}

/// A face whose mouth and brows say how high a score is: `mood` from −1.0 (lowest) to 1.0 (highest). The mouth bends with it; towards
/// the ends it opens into a laugh under raised brows, or sinks below slanted ones, so that the last two steps of a scale are told
/// apart from afar.
#[must_use]
pub fn face(centre: Point, radius: Mm, mood: f64) -> Vec<Node> {
    let stroke = radius * 0.16;
    let place = |x: f64, y: f64| at(centre.x + radius * x, centre.y + radius * y);
    let ring = Path {
        segments: circle(centre, radius),
        fill: Some(Color::WHITE),
        stroke: Some(Stroke { color: theme::INK, width: stroke, dashes: Vec::new() }),
    };
    let (joy, grief) = (reached(mood, 0.6, 1.0), reached(-mood, 0.6, 1.0));
    let eye = |side: f64| Node::Path(Path::filled(circle(place(0.34 * side, -0.2 + 0.04 * grief), radius * 0.12), theme::INK));
    let mut nodes = vec![Node::Path(ring), eye(-1.0), eye(1.0)];
    nodes.push(mouth(&place, stroke, mood, joy, grief));
    if joy > 0.5 {
        nodes.extend([-1.0, 1.0].map(|side| {
            let brow = vec![
                Segment::Move(place(0.54 * side, -0.44)),
                Segment::Curve(place(0.44 * side, -0.64), place(0.24 * side, -0.64), place(0.14 * side, -0.46)),
            ];
            Node::Path(Path::stroked(brow, theme::INK, stroke * 0.7))
        }));
    }
    if grief > 0.5 {
        nodes.extend([-1.0, 1.0].map(|side| {
            Node::Path(Path::stroked(line(place(0.6 * side, -0.38), place(0.16 * side, -0.6)), theme::INK, stroke * 0.8))
        }));
    }
    nodes
}

/// The mouth of a face: a line that bends with the mood, open when it laughs.
fn mouth(place: &dyn Fn(f64, f64) -> Point, stroke: Mm, mood: f64, joy: f64, grief: f64) -> Node {
    let half = 0.46 + 0.08 * joy;
    let bend = 0.44 * mood - 0.22 * grief;
    let y = 0.34 - bend * 0.45 - 0.06 * joy + 0.06 * grief;
    let lip = |bend: f64, from: f64, to: f64| {
        let inner = |x: f64| if x < 0.0 { -half * 0.5 } else { half * 0.5 };
        Segment::Curve(place(inner(from), y + bend), place(inner(to), y + bend), place(to, y))
    };
    let mut segments = vec![Segment::Move(place(-half, y)), lip(bend + 0.34 * joy, -half, half)];
    if joy > 0.5 {
        segments.extend([lip(0.06, half, -half), Segment::Close]);
        let stroke = Some(Stroke { color: theme::INK, width: stroke * 0.8, dashes: Vec::new() });
        return Node::Path(Path { segments, fill: Some(theme::INK), stroke });
    }
    Node::Path(Path::stroked(segments, theme::INK, stroke))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lanes_that_stand_on_one_poster_have_marks_of_their_own() {
        let kinds = [
            LaneKind::Action,
            LaneKind::Touchpoint,
            LaneKind::Channel,
            LaneKind::Emotion,
            LaneKind::Thought,
            LaneKind::Barrier,
            LaneKind::Need,
            LaneKind::Opportunity,
            LaneKind::Backstage,
            LaneKind::Measure,
            LaneKind::Message,
        ];
        let shapes = kinds.map(|kind| match lane(kind, at(Mm(10.0), Mm(10.0)), Mm(2.0)) {
            Node::Path(path) => format!("{:?}", path.segments),
            other => panic!("{other:?}"),
        });
        for (nth, shape) in shapes.iter().enumerate() {
            assert!(!shapes[..nth].contains(shape), "{:?}", kinds[nth]);
        }
    }
}
