//! Outlines in their place on a page, as polygons whose corners lie on a fine grid of its pixels.
//!
//! The painter takes single floats, looks at a pixel in four rows of four places, and divides what the edge of a band cuts otherwise than
//! what it does not cut. A corner that is rounded otherwise from band to band, or on another sheet of the same poster, may come to lie beyond
//! such a row, and a pixel is then lighter or darker by a quarter. So curves are divided here, in double floats, edges at each row of
//! pixels, where bands begin and end, and corners are rounded to a grid that single floats hold exactly.

use resvg::tiny_skia::{FillRule, Mask, Paint, Path, PathBuilder, PathSegment, Pixmap, Stroke, Transform};

use crate::picture::drawn::path;
use crate::scene::{Point, Segment};

/// Parts of a pixel: on a page of 65,535 pixels a side all of them are exact as single floats.
const GRID: f64 = 256.0;
/// How far a chord may lie from its curve, in pixels.
const CHORD: f64 = 0.02;
/// A curve has no more chords.
const MOST_CHORDS: f64 = 256.0;

/// From the space of an outline to the pixels of a page.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    /// Pixels in a unit from left to right; below zero where it goes to the left.
    pub across: f64,
    /// Pixels in a unit downwards; below zero where it goes upwards.
    pub down: f64,
    /// The pixels from the left of the page to the origin.
    pub x: f64,
    /// The pixels from the top of the page to the origin.
    pub y: f64,
}

impl Place {
    /// The place of a space within this one: where its origin lies, and how many of these units one of its own has.
    pub fn within(self, (x, y): (f64, f64), (across, down): (f64, f64)) -> Self {
        let (x, y) = (self.x + x * self.across, self.y + y * self.down);
        Self { across: self.across * across, down: self.down * down, x, y }
    }

    /// The outline as a polygon that is to be filled, on a band that begins at a row; nothing when it has no extent.
    pub fn polygon(self, outline: &[Segment], top: u32) -> Option<Path> {
        self.corners(outline, top, true)
    }

    fn corners(self, outline: &[Segment], top: u32, filled: bool) -> Option<Path> {
        let at = |point: &Point| (self.x + point.x.0 * self.across, self.y + point.y.0 * self.down);
        let mut polygon = Polygon { path: PathBuilder::new(), top: f64::from(top), filled, last: (0.0, 0.0) };
        let (mut start, mut from) = ((0.0, 0.0), (0.0, 0.0));
        for segment in outline {
            match segment {
                Segment::Move(to) => {
                    (start, from) = (at(to), at(to));
                    polygon.begin(from);
                }
                Segment::Line(to) => {
                    from = at(to);
                    polygon.line(from);
                }
                Segment::Curve(one, two, to) => {
                    let to = at(to);
                    polygon.curve([from, at(one), at(two), to]);
                    from = to;
                }
                Segment::Close => {
                    from = start;
                    polygon.line(from);
                    polygon.path.close();
                }
            }
        }
        polygon.path.finish()
    }
}

/// A polygon that is being made.
struct Polygon {
    path: PathBuilder,
    /// The row at which the band begins.
    top: f64,
    /// Whether it is to be filled, and its edges divided at each row.
    filled: bool,
    /// The last corner.
    last: (f64, f64),
}

impl Polygon {
    fn begin(&mut self, to: (f64, f64)) {
        self.last = (on_grid(to.0), on_grid(to.1));
        self.path.move_to(single(self.last.0), single(self.last.1 - self.top));
    }

    fn line(&mut self, to: (f64, f64)) {
        let (from, to) = (self.last, (on_grid(to.0), on_grid(to.1)));
        if self.filled && (to.0 - from.0).abs() > 0.0 {
            let slope = (to.0 - from.0) / (to.1 - from.1);
            // Rounded from the corner on, it is the same wherever that one stands.
            let mut corner = |row: f64| self.corner((from.0 + on_grid((row - from.1) * slope), row));
            let (mut below, mut above) = (from.1.floor() + 1.0, from.1.ceil() - 1.0);
            while below < to.1 {
                corner(below);
                below += 1.0;
            }
            while above > to.1 {
                corner(above);
                above -= 1.0;
            }
        }
        self.corner(to);
    }

    fn corner(&mut self, to: (f64, f64)) {
        if to != self.last {
            self.last = to;
            self.path.line_to(single(to.0), single(to.1 - self.top));
        }
    }

    /// Chords that lie no further from a curve than is allowed: for a cubic one the bound is its greatest second difference.
    fn curve(&mut self, [from, one, two, to]: [(f64, f64); 4]) {
        let bend = |a: f64, b: f64, c: f64| (a - 2.0 * b + c).abs();
        let across = bend(from.0, one.0, two.0).max(bend(one.0, two.0, to.0));
        let down = bend(from.1, one.1, two.1).max(bend(one.1, two.1, to.1));
        let chords = (0.75 * (across + down) / CHORD).sqrt().ceil().clamp(1.0, MOST_CHORDS);
        let mut nth = 1.0;
        while nth < chords {
            let (t, left) = (nth / chords, 1.0 - nth / chords);
            let shares = [left * left * left, 3.0 * left * left * t, 3.0 * left * t * t, t * t * t];
            let mix = |a: f64, b: f64, c: f64, d: f64| shares[0] * a + shares[1] * b + shares[2] * c + shares[3] * d;
            self.line((mix(from.0, one.0, two.0, to.0), mix(from.1, one.1, two.1, to.1)));
            nth += 1.0;
        }
        self.line(to);
    }
}

/// The nearest place of the grid. What lies in the middle between two goes to the same one wherever it stands, though a double float may
/// be a little more there or a little less.
fn on_grid(place: f64) -> f64 {
    (place * GRID + 0.5 + 1e-6).floor() / GRID
}

/// A band that begins at a row of a page, and how far things are painted on it.
pub(super) struct Band<'b> {
    /// Its pixels.
    pub pixels: &'b mut Pixmap,
    /// Its first row.
    pub top: u32,
    /// Where it is open; everywhere when there is none.
    pub mask: Option<&'b Mask>,
}

impl Band<'_> {
    /// Fills an outline.
    pub fn fill(&mut self, outline: &[Segment], place: Place, paint: &Paint<'_>, rule: FillRule) {
        if let Some(polygon) = place.polygon(outline, self.top) {
            self.pixels.fill_path(&polygon, paint, rule, Transform::identity(), self.mask);
        }
    }

    /// Draws a line along an outline. What is thinner than a pixel is drawn as a pixel in a paler colour.
    pub fn stroke(&mut self, outline: &[Segment], place: Place, paint: &Paint<'_>, pen: &Stroke) {
        let Some(Segment::Move(origin)) = outline.first() else { return };
        // Around its own first point a line is the same wherever it stands.
        let place = place.within((origin.x.0, origin.y.0), (1.0, 1.0));
        let fine = single(place.across.abs().max(place.down.abs()));
        let own = path(outline, *origin);
        let dashed = |path: Path| pen.dash.as_ref().map_or_else(|| Some(path.clone()), |dash| path.dash(dash, fine));
        let Some(path) = own.and_then(dashed) else { return };
        let pen = Stroke { dash: None, ..pen.clone() };
        let width = pen.width * fine;
        if width <= 1.0 {
            if let Some(polygon) = place.corners(&segments(&path), self.top, false) {
                self.pixels.stroke_path(&polygon, paint, &Stroke { width, ..pen }, Transform::identity(), self.mask);
            }
        } else if let Some(edge) = path.stroke(&pen, fine) {
            self.fill(&segments(&edge), place, paint, FillRule::Winding);
        }
    }
}

/// What the painter has made, as an outline.
fn segments(path: &Path) -> Vec<Segment> {
    let point = |point: resvg::tiny_skia::Point| Point::new(f64::from(point.x), f64::from(point.y));
    let mut last = Point::new(0.0, 0.0);
    let segment = |segment| {
        let (segment, to) = match segment {
            PathSegment::MoveTo(to) => (Segment::Move(point(to)), point(to)),
            PathSegment::LineTo(to) => (Segment::Line(point(to)), point(to)),
            PathSegment::QuadTo(bend, to) => (quadratic(last, point(bend), point(to)), point(to)),
            PathSegment::CubicTo(one, two, to) => (Segment::Curve(point(one), point(two), point(to)), point(to)),
            PathSegment::Close => (Segment::Close, last),
        };
        last = to;
        segment
    };
    path.segments().map(segment).collect()
}

/// A curve with one point that bends it.
pub(super) fn quadratic(from: Point, bend: Point, to: Point) -> Segment {
    let near = |end: Point| Point { x: end.x + (bend.x - end.x) * (2.0 / 3.0), y: end.y + (bend.y - end.y) * (2.0 / 3.0) };
    Segment::Curve(near(from), near(to), to)
}

/// A number as the painter takes it.
#[allow(clippy::cast_possible_truncation, reason = "the scene's numbers are below a million, where a float is exact enough")]
pub(super) fn single(number: f64) -> f32 {
    number as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    type Way<'w> = &'w dyn Fn(&mut Band<'_>, Place);

    /// A pointed arch, a loop of which nothing is straight.
    fn arch() -> Vec<Segment> {
        let point = Point::new;
        vec![
            Segment::Move(point(0.13, 4.7)),
            Segment::Curve(point(0.31, 1.9), point(1.77, 0.03), point(3.0, 0.01)),
            Segment::Curve(point(4.41, 0.09), point(5.93, 2.2), point(5.7, 4.9)),
            Segment::Close,
        ]
    }

    fn place(y: f64) -> Place {
        Place { across: 7.31, down: 7.31, x: 3.217, y }
    }

    fn painted(rows: u32, top: u32, y: f64, paint: impl Fn(&mut Band<'_>, Place)) -> Vec<u8> {
        let mut pixels = Pixmap::new(50, rows).unwrap();
        paint(&mut Band { pixels: &mut pixels, top, mask: None }, place(y));
        pixels.data().to_vec()
    }

    #[test]
    fn an_outline_is_the_same_in_bands_and_on_a_page_that_begins_elsewhere() {
        let filled = |band: &mut Band<'_>, place: Place| band.fill(&arch(), place, &Paint::default(), FillRule::Winding);
        let line = |width: f32| {
            move |band: &mut Band<'_>, place: Place| {
                band.stroke(&arch(), place, &Paint::default(), &Stroke { width, ..Stroke::default() });
            }
        };
        let (thick, thin) = (line(0.7), line(0.1));
        let ways: [Way<'_>; 3] = [&filled, &thick, &thin];
        for (nth, way) in ways.into_iter().enumerate() {
            let whole = painted(48, 0, 5.139, way);
            assert!(whole.iter().any(|level| *level > 0), "{nth}");
            assert_eq!(painted(48, 5000, 5005.139, way), whole, "{nth}: further down");
            assert_eq!(painted(48, 61_000, 61_005.139, way), whole, "{nth}: near the end of the largest page");
            let bands = [0, 16, 32].map(|top| painted(16, top, 5.139, way)).concat();
            let apart = whole.iter().zip(&bands).map(|(a, b)| a.abs_diff(*b)).max();
            // A line that is thinner than a pixel is no polygon: where a band cuts it, it is seen at one of sixteen places more or less.
            assert!(apart <= Some(if nth == 2 { 16 } else { 0 }), "{nth}: {apart:?}");
        }
    }

    #[test]
    fn chords_lie_beside_their_curve() {
        let chords = place(0.0).corners(&arch(), 0, false).unwrap().segments().count();
        assert!((20..80).contains(&chords), "{chords}");
        let line = [Segment::Move(Point::new(0.0, 0.0)), Segment::Line(Point::new(1.0, 2.0))];
        let corners = |filled| place(0.0).corners(&line, 0, filled).unwrap().segments().count();
        assert_eq!((corners(false), corners(true)), (2, 16), "at each of fourteen rows");
    }
}
