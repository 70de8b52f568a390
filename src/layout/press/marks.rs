//! Marks around a poster: where it is cut, whether the plates lie true, and how strong the inks are.

use crate::scene::{Color, Mm, Path, Point, Rect, Segment, Size};

/// Marks begin so far outside of the bleed, and so far from the poster where there is little bleed or none.
const CLEAR: Mm = Mm(1.0);
const LEAST: Mm = Mm(3.0);
/// The length of a mark to cut by, and what is left free of the sheet beyond it.
const LENGTH: Mm = Mm(5.0);
const FREE: Mm = Mm(1.0);
/// The lines of marks: a quarter of a point.
const LINE: Mm = Mm(25.4 / 72.0 / 4.0);
/// The circle of a registration mark.
const RADIUS: Mm = Mm(1.5);
/// From the middle of the circle to the corners by which a quarter of it is drawn, as a share of its radius.
const ROUND: f64 = 0.552_284_75;
/// The fields of the colour bar: the inks, two of them on each other, and greys from dark to pale.
const BAR: [Color; 10] = [
    Color(0, 255, 255),
    Color(255, 0, 255),
    Color(255, 255, 0),
    Color(0, 0, 0),
    Color(0, 0, 255),
    Color(0, 255, 0),
    Color(255, 0, 0),
    Color(64, 64, 64),
    Color(128, 128, 128),
    Color(191, 191, 191),
];
/// The side of a field, where the poster has room for that.
const FIELD: Mm = Mm(4.0);

/// How far the sheet reaches beyond a poster of that size with so much bleed, and the marks on it.
pub(super) fn around(size: Size, bleed: Mm) -> (Mm, Vec<Path>) {
    let start = (bleed + CLEAR).max(LEAST);
    let mut marks = Vec::new();
    for (x, outward) in [(Mm::ZERO, -1.0), (size.width, 1.0)] {
        for (y, down) in [(Mm::ZERO, -1.0), (size.height, 1.0)] {
            let (near, far) = (start, start + LENGTH);
            mark(Point { x: x + near * outward, y }, Point { x: x + far * outward, y }, &mut marks);
            mark(Point { x, y: y + near * down }, Point { x, y: y + far * down }, &mut marks);
        }
    }
    let (middle, center) = (start + LENGTH / 2.0, Point { x: size.width / 2.0, y: size.height / 2.0 });
    for aside in [-middle, size.width + middle] {
        registration(Point { x: aside, ..center }, &mut marks);
    }
    for aside in [-middle, size.height + middle] {
        registration(Point { y: aside, ..center }, &mut marks);
    }
    bar(size, start, &mut marks);
    (start + LENGTH + FREE, marks)
}

fn mark(from: Point, to: Point, marks: &mut Vec<Path>) {
    marks.push(Path::stroked(vec![Segment::Move(from), Segment::Line(to)], Color::BLACK, LINE));
}

/// A circle and a cross through it, which all inks print on each other.
fn registration(at: Point, marks: &mut Vec<Path>) {
    let half = LENGTH / 2.0;
    mark(Point { x: at.x - half, ..at }, Point { x: at.x + half, ..at }, marks);
    mark(Point { y: at.y - half, ..at }, Point { y: at.y + half, ..at }, marks);
    let point = |x: f64, y: f64| Point { x: at.x + RADIUS * x, y: at.y + RADIUS * y };
    let circle = vec![
        Segment::Move(point(1.0, 0.0)),
        Segment::Curve(point(1.0, ROUND), point(ROUND, 1.0), point(0.0, 1.0)),
        Segment::Curve(point(-ROUND, 1.0), point(-1.0, ROUND), point(-1.0, 0.0)),
        Segment::Curve(point(-1.0, -ROUND), point(-ROUND, -1.0), point(0.0, -1.0)),
        Segment::Curve(point(ROUND, -1.0), point(1.0, -ROUND), point(1.0, 0.0)),
        Segment::Close,
    ];
    marks.push(Path::stroked(circle, Color::BLACK, LINE));
}

/// A row of fields below the poster, between its left edge and the mark in the middle.
fn bar(size: Size, start: Mm, marks: &mut Vec<Path>) {
    let room = size.width / 2.0 - LENGTH * 2.0;
    let side = FIELD.min(room / BAR.len() as f64);
    let top = size.height + start + (LENGTH - side) / 2.0;
    for (nth, color) in BAR.into_iter().enumerate() {
        let field = Rect::new(LENGTH + side * nth as f64, top, side, side);
        marks.push(Path::filled(Path::rect(field), color));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// On the smallest paper as well as on a large one, with the most bleed and without.
    #[test]
    fn marks_stand_outside_of_the_bleed_and_on_the_sheet() {
        for (width, height) in [(50.0, 50.0), (841.0, 1189.0)] {
            for bleed in [0.0, 3.0, 20.0] {
                let size = Size { width: Mm(width), height: Mm(height) };
                let (beyond, marks) = around(size, Mm(bleed));
                for path in &marks {
                    let points = path.segments.iter().filter_map(|segment| match segment {
                        Segment::Move(to) | Segment::Line(to) | Segment::Curve(_, _, to) => Some(*to),
                        Segment::Close => None,
                    });
                    let points: Vec<Point> = points.collect();
                    let outside = |far: f64| {
                        let all = |holds: &dyn Fn(&Point) -> bool| points.iter().all(holds);
                        all(&|point| point.x.0 < -far)
                            || all(&|point| point.y.0 < -far)
                            || all(&|point| point.x.0 > width + far)
                            || all(&|point| point.y.0 > height + far)
                    };
                    assert!(outside(bleed + 0.5), "{path:?}");
                    let on = |place: f64, side: f64| (-beyond.0..=side + beyond.0).contains(&place);
                    assert!(points.iter().all(|point| on(point.x.0, width) && on(point.y.0, height)), "{path:?}");
                }
            }
        }
    }
}
