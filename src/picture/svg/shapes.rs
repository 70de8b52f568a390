//! From a resolved SVG to plain shapes, when it is made of nothing else: solid fills and lines, without translucency.

use resvg::usvg::tiny_skia_path::{PathSegment, Rect, Transform};
use resvg::usvg::{self, ClipPath, Group, LineCap, LineJoin, Node, Paint, PaintOrder, Stroke, Tree};

use super::limits;
use crate::scene::{Cap, Color, Drawing, FillRule, Join, Mm, Pen, Point, Segment, Shape, ShapePaint};

/// What the longer side of a drawing measures.
const SIDE: f64 = 1000.0;
/// Coordinates beyond this, in units of the drawing, come from a slip.
const FARTHEST: f64 = 1e5;

/// The drawing; `None` when the SVG holds more than plain shapes, or so many that pixels are smaller.
pub(super) fn drawing(tree: &Tree) -> Option<Drawing> {
    let (width, height) = (f64::from(tree.size().width()), f64::from(tree.size().height()));
    let scale = SIDE / width.max(height);
    let sheet = Rect::from_xywh(0.0, 0.0, tree.size().width(), tree.size().height())?;
    let mut draughtsman = Draughtsman { scale, sheet, shapes: Vec::new(), segments: 0 };
    draughtsman.group(tree.root())?;
    Some(Drawing { width: width * scale, height: height * scale, shapes: draughtsman.shapes })
}

struct Draughtsman {
    scale: f64,
    sheet: Rect,
    shapes: Vec<Shape>,
    segments: usize,
}

impl Draughtsman {
    fn group(&mut self, group: &Group) -> Option<()> {
        let plain = group.opacity() == usvg::Opacity::ONE
            && group.blend_mode() == usvg::BlendMode::Normal
            && group.mask().is_none()
            && group.filters().is_empty();
        if !plain || group.clip_path().is_some_and(|clip| !self.clips_nothing(clip, group)) {
            return None;
        }
        for child in group.children() {
            match child {
                Node::Group(inner) => self.group(inner)?,
                Node::Path(path) => self.path(path)?,
                Node::Text(text) => self.group(text.flattened())?,
                Node::Image(_) => return None,
            }
        }
        Some(())
    }

    /// Whether a clip path is a box around all of the sheet or of the group, as drawing programs like to put there.
    fn clips_nothing(&self, clip: &ClipPath, group: &Group) -> bool {
        let [Node::Path(path)] = clip.root().children() else { return false };
        if clip.clip_path().is_some() || clip.root().clip_path().is_some() || !is_box(path.data().segments()) {
            return false;
        }
        let to_page = group.abs_transform().pre_concat(clip.transform()).pre_concat(path.abs_transform());
        let upright = to_page.kx == 0.0 && to_page.ky == 0.0;
        let slack = self.sheet.width().max(self.sheet.height()) * 1e-4;
        let around = |inner: Rect, outer: Rect| {
            inner.left() >= outer.left() - slack
                && inner.top() >= outer.top() - slack
                && inner.right() <= outer.right() + slack
                && inner.bottom() <= outer.bottom() + slack
        };
        let clipped = path.data().bounds().transform(to_page);
        upright && clipped.is_some_and(|clipped| around(self.sheet, clipped) || around(group.abs_stroke_bounding_box(), clipped))
    }

    fn path(&mut self, path: &usvg::Path) -> Option<()> {
        if !path.is_visible() {
            return Some(());
        }
        let segments = self.segments(path)?;
        let fill = match path.fill() {
            Some(fill) if fill.opacity() == usvg::Opacity::ZERO => None,
            Some(fill) => {
                let rule = match fill.rule() {
                    usvg::FillRule::NonZero => FillRule::NonZero,
                    usvg::FillRule::EvenOdd => FillRule::EvenOdd,
                };
                Some(ShapePaint::Fill(solid(fill.paint(), fill.opacity())?, rule))
            }
            None => None,
        };
        let stroke = match path.stroke() {
            Some(stroke) if stroke.opacity() == usvg::Opacity::ZERO => None,
            Some(stroke) => Some(ShapePaint::Stroke(self.pen(stroke, path.abs_transform())?)),
            None => None,
        };
        let paints = match path.paint_order() {
            PaintOrder::FillAndStroke => [fill, stroke],
            PaintOrder::StrokeAndFill => [stroke, fill],
        };
        for paint in paints.into_iter().flatten() {
            self.segments += segments.len();
            self.shapes.push(Shape { segments: segments.clone(), paint });
        }
        (self.segments <= limits::SHAPE_SEGMENTS).then_some(())
    }

    fn segments(&self, path: &usvg::Path) -> Option<Vec<Segment>> {
        let place = Place { transform: path.abs_transform(), scale: self.scale };
        let mut segments = Vec::new();
        let mut last = (0.0, 0.0);
        for segment in path.data().segments() {
            let (mapped, end) = match segment {
                PathSegment::MoveTo(to) => (Segment::Move(place.point((to.x.into(), to.y.into()))?), (to.x.into(), to.y.into())),
                PathSegment::LineTo(to) => (Segment::Line(place.point((to.x.into(), to.y.into()))?), (to.x.into(), to.y.into())),
                PathSegment::QuadTo(control, to) => {
                    let (control, to): ((f64, f64), (f64, f64)) =
                        ((control.x.into(), control.y.into()), (to.x.into(), to.y.into()));
                    // The same curve with two control points.
                    let toward =
                        |from: (f64, f64)| (from.0 + (control.0 - from.0) * 2.0 / 3.0, from.1 + (control.1 - from.1) * 2.0 / 3.0);
                    (Segment::Curve(place.point(toward(last))?, place.point(toward(to))?, place.point(to)?), to)
                }
                PathSegment::CubicTo(a, b, to) => {
                    let point = |point: resvg::tiny_skia::Point| place.point((point.x.into(), point.y.into()));
                    (Segment::Curve(point(a)?, point(b)?, point(to)?), (to.x.into(), to.y.into()))
                }
                PathSegment::Close => (Segment::Close, last),
            };
            segments.push(mapped);
            last = end;
        }
        Some(segments)
    }

    fn pen(&self, stroke: &Stroke, transform: Transform) -> Option<Pen> {
        let factor = self.scale * similarity(transform)?;
        let length = |length: f32| Mm(rounded(f64::from(length) * factor));
        let dashes: Vec<Mm> = stroke.dasharray().unwrap_or_default().iter().map(|dash| length(*dash)).collect();
        let period: Mm = dashes.iter().copied().sum();
        // Dashes finer than dust would be as many as there is room for.
        if !dashes.is_empty() && period < Mm(0.1) {
            return None;
        }
        let cap = match stroke.linecap() {
            LineCap::Butt => Cap::Butt,
            LineCap::Round => Cap::Round,
            LineCap::Square => Cap::Square,
        };
        let join = match stroke.linejoin() {
            LineJoin::Miter => Join::Miter(f64::from(stroke.miterlimit().get()).clamp(1.0, 1000.0)),
            LineJoin::Round => Join::Round,
            LineJoin::Bevel => Join::Bevel,
            LineJoin::MiterClip => return None,
        };
        let color = solid(stroke.paint(), stroke.opacity())?;
        let dash_offset = if dashes.is_empty() { Mm::ZERO } else { length(stroke.dashoffset()) };
        let width = length(stroke.width().get());
        (width.0 <= FARTHEST && dash_offset.0.abs() <= FARTHEST).then_some(Pen { color, width, cap, join, dashes, dash_offset })
    }
}

/// From the space of a path to the drawing.
struct Place {
    transform: Transform,
    scale: f64,
}

impl Place {
    fn point(&self, (x, y): (f64, f64)) -> Option<Point> {
        let Transform { sx, kx, ky, sy, tx, ty } = self.transform;
        let [sx, kx, ky, sy, tx, ty] = [sx, kx, ky, sy, tx, ty].map(f64::from);
        let (x, y) = ((sx * x + kx * y + tx) * self.scale, (ky * x + sy * y + ty) * self.scale);
        (x.abs() <= FARTHEST && y.abs() <= FARTHEST).then(|| Point::new(rounded(x), rounded(y)))
    }
}

/// To a thousandth of a unit: what is finer is not seen, and may differ from machine to machine.
fn rounded(length: f64) -> f64 {
    (length * 1000.0).round() / 1000.0
}

/// How much longer a transform makes lengths; `None` when that depends on their direction.
fn similarity(transform: Transform) -> Option<f64> {
    let [sx, kx, ky, sy] = [transform.sx, transform.kx, transform.ky, transform.sy].map(f64::from);
    let (across, down) = (sx * sx + ky * ky, kx * kx + sy * sy);
    let slack = across.max(down) * 1e-4;
    let even = (across - down).abs() <= slack && (sx * kx + ky * sy).abs() <= slack;
    (even && across > 0.0).then(|| across.sqrt())
}

fn solid(paint: &Paint, opacity: usvg::Opacity) -> Option<Color> {
    match paint {
        Paint::Color(color) if opacity == usvg::Opacity::ONE => Some(Color(color.red, color.green, color.blue)),
        Paint::Color(_) | Paint::LinearGradient(_) | Paint::RadialGradient(_) | Paint::Pattern(_) => None,
    }
}

/// Whether an outline is one box with upright sides.
#[allow(clippy::float_cmp, reason = "the sides of a box that was written as one are exactly upright")]
fn is_box(segments: impl Iterator<Item = PathSegment>) -> bool {
    let mut corners = Vec::new();
    for segment in segments {
        match segment {
            PathSegment::MoveTo(to) if corners.is_empty() => corners.push(to),
            PathSegment::LineTo(to) => corners.push(to),
            PathSegment::Close => {}
            PathSegment::MoveTo(_) | PathSegment::QuadTo(..) | PathSegment::CubicTo(..) => return false,
        }
        if corners.len() > 5 {
            return false;
        }
    }
    if corners.len() == 5 && corners.first() == corners.last() {
        corners.pop();
    }
    let [a, b, c, d] = corners[..] else { return false };
    (a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x) || (a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y)
}
