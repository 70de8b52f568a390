//! Plain shapes made into pixels, for formats that know no shapes.

use resvg::tiny_skia::{
    FillRule as SkiaRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, PremultipliedColorU8, Stroke, StrokeDash,
    Transform,
};

use crate::scene::{Cap, Color, Drawing, FillRule, Join, Mm, Pen, Point, Raster, Segment, Shape, ShapePaint};

/// A drawing at a size.
pub(super) fn pixels(drawing: &Drawing, (width, height): (u32, u32)) -> Raster {
    let mut rgba = vec![0; width as usize * height as usize * 4];
    let transform = Transform::from_scale(single(f64::from(width) / drawing.width), single(f64::from(height) / drawing.height));
    if let Some(mut pixmap) = Pixmap::new(width, height) {
        drawing.shapes.iter().for_each(|shape| draw(shape, transform, &mut pixmap));
        let straight = pixmap.pixels().iter().map(PremultipliedColorU8::demultiply);
        rgba = straight.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect();
    }
    Raster { width, height, rgba }
}

fn draw(shape: &Shape, transform: Transform, pixmap: &mut Pixmap) {
    let Some(path) = path(&shape.segments, Point::new(0.0, 0.0)) else { return };
    match &shape.paint {
        ShapePaint::Fill(color, rule) => {
            pixmap.fill_path(&path, &paint(*color), self::rule(*rule), transform, None);
        }
        ShapePaint::Stroke(pen) => pixmap.stroke_path(&path, &paint(pen.color), &stroke(pen), transform, None),
    }
}

/// An outline as seen from a point; nothing when it has no extent.
pub(crate) fn path(segments: &[Segment], origin: Point) -> Option<Path> {
    let at = |x: Mm, y: Mm| (single((x - origin.x).0), single((y - origin.y).0));
    let mut path = PathBuilder::new();
    for segment in segments {
        match segment {
            Segment::Move(to) => {
                let (x, y) = at(to.x, to.y);
                path.move_to(x, y);
            }
            Segment::Line(to) => {
                let (x, y) = at(to.x, to.y);
                path.line_to(x, y);
            }
            Segment::Curve(one, two, to) => {
                let ((x1, y1), (x2, y2), (x, y)) = (at(one.x, one.y), at(two.x, two.y), at(to.x, to.y));
                path.cubic_to(x1, y1, x2, y2, x, y);
            }
            Segment::Close => path.close(),
        }
    }
    path.finish()
}

/// A colour without translucency.
pub(crate) fn paint(color: Color) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(color.0, color.1, color.2, u8::MAX);
    paint
}

/// What is inside of an outline that crosses itself.
pub(crate) fn rule(rule: FillRule) -> SkiaRule {
    match rule {
        FillRule::NonZero => SkiaRule::Winding,
        FillRule::EvenOdd => SkiaRule::EvenOdd,
    }
}

/// How a line is drawn, in the units of its drawing.
pub(crate) fn stroke(pen: &Pen) -> Stroke {
    let dashes = || pen.dashes.iter().map(|dash| single(dash.0)).collect();
    Stroke {
        width: single(pen.width.0),
        line_cap: match pen.cap {
            Cap::Butt => LineCap::Butt,
            Cap::Round => LineCap::Round,
            Cap::Square => LineCap::Square,
        },
        line_join: match pen.join {
            Join::Miter(_) => LineJoin::Miter,
            Join::Round => LineJoin::Round,
            Join::Bevel => LineJoin::Bevel,
        },
        miter_limit: match pen.join {
            Join::Miter(limit) => single(limit),
            Join::Round | Join::Bevel => 4.0,
        },
        // Nothing comes of dashes that are none, and the line is solid.
        dash: StrokeDash::new(dashes(), single(pen.dash_offset.0)),
    }
}

#[allow(clippy::cast_possible_truncation, reason = "a place on a sheet whose longer side measures 1000")]
fn single(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use crate::picture::decode;
    use crate::scene::{Mm, Size};

    #[test]
    fn a_drawing_becomes_the_pixels_that_it_shows() {
        let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="10" height="10" fill="#c00"/><path d="M20 5h10" stroke="#00c" stroke-width="4"/></svg>"##;
        let raster = decode(svg).unwrap().pixels(Size { width: Mm(25.4), height: Mm(25.4 / 3.0) });
        assert_eq!((raster.width, raster.height), (300, 100));
        let pixel = |x: usize, y: usize| raster.rgba[(y * 300 + x) * 4..][..4].to_vec();
        assert_eq!((pixel(50, 50), pixel(150, 50)), (vec![0xcc, 0, 0, 255], vec![0, 0, 0, 0]));
        assert_eq!((pixel(250, 50), pixel(250, 10)), (vec![0, 0, 0xcc, 255], vec![0, 0, 0, 0]));
    }
}
