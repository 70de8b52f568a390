//! The box around a figure.

use crate::scene::walk::{Step, walk};
use crate::scene::{Group, Mm, Point, Rect, Segment};

/// The frame of a group, else the box around the outlines and pictures in it; nothing where there are none.
pub(in crate::write::pdf) fn bounds(group: &Group) -> Option<Rect> {
    group.frame.or_else(|| {
        let mut all: Option<Rect> = None;
        let mut add = |rect: Rect| all = Some(all.map_or(rect, |all| all.union(rect)));
        walk(&group.nodes, &mut |step| match step {
            Step::Path(path) => path.segments.iter().for_each(|segment| match segment {
                Segment::Move(to) | Segment::Line(to) => add(at(*to)),
                Segment::Curve(one, other, to) => [one, other, to].into_iter().for_each(|point| add(at(*point))),
                Segment::Close => {}
            }),
            Step::Image(image) => add(image.frame),
            Step::Text(run) => add(at(run.origin)),
            Step::Missing(missing) => add(at(missing.origin)),
            Step::Open(_) | Step::Close(_) | Step::OpenLink(_) | Step::CloseLink(_) => {}
        });
        all
    })
}

fn at(point: Point) -> Rect {
    Rect::new(point.x, point.y, Mm::ZERO, Mm::ZERO)
}
