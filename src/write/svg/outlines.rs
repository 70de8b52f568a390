//! Glyphs as path data.

use std::collections::BTreeMap;

use skrifa::outline::OutlinePen;

use super::number::{number, scale};
use crate::scene::{FaceId, Glyph, Mm, TextRun};
use crate::text::{Face, Fonts};

/// The outlines of the glyphs that a document uses, each traced once.
pub(super) struct Outlines<'f> {
    fonts: &'f Fonts,
    glyphs: BTreeMap<(FaceId, u16), Vec<Contour>>,
}

/// A contour in font units, y upwards.
struct Contour {
    start: (f64, f64),
    /// Relative commands that draw the rest.
    rest: String,
}

impl<'f> Outlines<'f> {
    pub(super) fn new(fonts: &'f Fonts) -> Self {
        Self { fonts, glyphs: BTreeMap::new() }
    }

    /// The path data of all glyphs of a run, in font units from its origin, y upwards; empty when nothing is to be drawn.
    pub(super) fn run(&mut self, run: &TextRun) -> String {
        self.glyphs(run.face, &run.glyphs)
    }

    /// The same of glyphs side by side.
    pub(super) fn glyphs(&mut self, id: FaceId, glyphs: &[Glyph]) -> String {
        let face = self.fonts.face(id);
        let mut data = String::new();
        let mut pen = 0.0;
        for glyph in glyphs {
            let contours = self.glyphs.entry((id, glyph.id)).or_insert_with(|| trace(face, glyph.id));
            let (x, y) = (pen + f64::from(glyph.dx), f64::from(glyph.dy));
            for contour in contours {
                data.push('M');
                data.push_str(&pair(x + contour.start.0, y + contour.start.1));
                data.push_str(&contour.rest);
            }
            pen += f64::from(glyph.advance);
        }
        data
    }

    /// The font units in an em.
    pub(super) fn units_per_em(&self, face: FaceId) -> f64 {
        f64::from(self.fonts.face(face).units_per_em)
    }

    /// The transform from a run's font units to millimetres on the page.
    pub(super) fn transform(&self, run: &TextRun) -> String {
        let factor = Mm::from(run.size).0 / f64::from(self.fonts.face(run.face).units_per_em);
        let (x, y) = (number(run.origin.x.0), number(run.origin.y.0));
        format!("translate({x} {y}) scale({} {})", scale(factor), scale(-factor))
    }
}

fn trace(face: &Face, glyph: u16) -> Vec<Contour> {
    let mut tracer = Tracer::default();
    face.outline(glyph, &mut tracer);
    tracer.contours
}

fn pair(x: f64, y: f64) -> String {
    let (x, y) = (number(x), number(y));
    if y.starts_with('-') { format!("{x}{y}") } else { format!("{x} {y}") }
}

#[derive(Default)]
struct Tracer {
    contours: Vec<Contour>,
    at: (f64, f64),
}

impl Tracer {
    fn draw(&mut self, command: char, points: &[(f32, f32)]) {
        let Some(contour) = self.contours.last_mut() else { return };
        contour.rest.push(command);
        for (index, (x, y)) in points.iter().enumerate() {
            let piece = pair(f64::from(*x) - self.at.0, f64::from(*y) - self.at.1);
            if index > 0 && !piece.starts_with('-') {
                contour.rest.push(' ');
            }
            contour.rest.push_str(&piece);
        }
        if let Some((x, y)) = points.last() {
            self.at = (f64::from(*x), f64::from(*y));
        }
    }
}

impl OutlinePen for Tracer {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = (f64::from(x), f64::from(y));
        self.contours.push(Contour { start: self.at, rest: String::new() });
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.draw('l', &[(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.draw('q', &[(cx, cy), (x, y)]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.draw('c', &[(ax, ay), (bx, by), (x, y)]);
    }

    fn close(&mut self) {
        self.draw('z', &[]);
    }
}
