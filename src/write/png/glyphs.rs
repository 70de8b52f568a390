//! Outlines of glyphs, each traced once a document.

use std::collections::BTreeMap;

use skrifa::outline::OutlinePen;

use super::outlines::quadratic;
use crate::scene::{FaceId, Point, Segment};
use crate::text::Fonts;

/// The outlines that a document has needed so far.
pub(super) struct Glyphs<'f> {
    fonts: &'f Fonts,
    traced: BTreeMap<(FaceId, u16), Option<Traced>>,
}

/// A glyph in font units, y upwards.
pub(super) struct Traced {
    pub outline: Vec<Segment>,
    /// Between which heights all of it lies, generously.
    pub reach: (f64, f64),
    /// The same from left to right.
    pub across: (f64, f64),
}

impl<'f> Glyphs<'f> {
    pub fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, traced: BTreeMap::new() }
    }

    /// A glyph; nothing when it has no outline.
    pub fn traced(&mut self, face: FaceId, glyph: u16) -> Option<&Traced> {
        let fonts = self.fonts;
        let trace = || {
            let mut tracer = Tracer {
                outline: Vec::new(),
                last: Point::new(0.0, 0.0),
                reach: None,
                across: (f64::INFINITY, f64::NEG_INFINITY),
            };
            fonts.face(face).outline(glyph, &mut tracer);
            tracer.reach.map(|reach| Traced { outline: tracer.outline, reach, across: tracer.across })
        };
        self.traced.entry((face, glyph)).or_insert_with(trace).as_ref()
    }

    /// The font units in an em.
    pub fn units_per_em(&self, face: FaceId) -> f64 {
        f64::from(self.fonts.face(face).units_per_em)
    }
}

struct Tracer {
    outline: Vec<Segment>,
    last: Point,
    reach: Option<(f64, f64)>,
    across: (f64, f64),
}

impl Tracer {
    fn point(&mut self, x: f32, y: f32) -> Point {
        let (x, y) = (f64::from(x), f64::from(y));
        self.reach = Some(self.reach.map_or((y, y), |(low, high)| (low.min(y), high.max(y))));
        self.across = (self.across.0.min(x), self.across.1.max(x));
        self.last = Point::new(x, y);
        self.last
    }
}

impl OutlinePen for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.outline.push(Segment::Move(to));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.point(x, y);
        self.outline.push(Segment::Line(to));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        let from = self.last;
        let (bend, to) = (self.point(cx, cy), self.point(x, y));
        self.outline.push(quadratic(from, bend, to));
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let (one, two, to) = (self.point(ax, ay), self.point(bx, by), self.point(x, y));
        self.outline.push(Segment::Curve(one, two, to));
    }

    fn close(&mut self) {
        self.outline.push(Segment::Close);
    }
}
