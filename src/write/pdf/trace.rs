//! Outlines of glyphs that are drawn as paths.

use skrifa::outline::OutlinePen;

use super::content::real;
use super::operators::Operators;
use crate::text::Face;

/// An outline in font units, y upwards: path operators and their points.
pub(super) struct Trace {
    steps: Vec<(&'static str, Vec<(f64, f64)>)>,
    at: (f64, f64),
}

impl Trace {
    /// Traces a glyph.
    pub(super) fn of(face: &Face, glyph: u16) -> Self {
        let mut trace = Self { steps: Vec::new(), at: (0.0, 0.0) };
        face.outline(glyph, &mut trace);
        trace
    }

    /// The operators that fill the outline; `place` turns font units into the page's units.
    pub(super) fn fill(&self, place: impl Fn((f64, f64)) -> (f32, f32), ops: &mut Operators) {
        if self.steps.is_empty() {
            return;
        }
        for (key, points) in self.steps.iter().chain([&("f", Vec::new())]) {
            let numbers: Vec<f32> = points.iter().flat_map(|point| <[f32; 2]>::from(place(*point))).collect();
            ops.operator(&numbers, key);
        }
    }

    /// The edges of the outline (left, bottom, right, top) and the operators that fill it, in em of so many font units.
    pub(super) fn form(&self, em: f64) -> ([f32; 4], Operators) {
        let place = |(x, y): (f64, f64)| (real(x / em), real(y / em));
        let mut edges = [0.0_f32; 4];
        for (x, y) in self.steps.iter().flat_map(|(_, points)| points).map(|point| place(*point)) {
            edges = [edges[0].min(x), edges[1].min(y), edges[2].max(x), edges[3].max(y)];
        }
        let mut content = Operators::default();
        self.fill(place, &mut content);
        (edges, content)
    }

    fn step(&mut self, key: &'static str, points: Vec<(f64, f64)>) {
        self.at = points.last().copied().unwrap_or(self.at);
        self.steps.push((key, points));
    }
}

fn point(x: f32, y: f32) -> (f64, f64) {
    (f64::from(x), f64::from(y))
}

impl OutlinePen for Trace {
    fn move_to(&mut self, x: f32, y: f32) {
        self.step("m", vec![point(x, y)]);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.step("l", vec![point(x, y)]);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        // PDF has cubic curves only: the same curve, with control points two thirds of the way.
        let (control, end) = (point(cx, cy), point(x, y));
        let towards = |from: (f64, f64)| (from.0 + (control.0 - from.0) * 2.0 / 3.0, from.1 + (control.1 - from.1) * 2.0 / 3.0);
        self.step("c", vec![towards(self.at), towards(end), end]);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.step("c", vec![point(ax, ay), point(bx, by), point(x, y)]);
    }

    fn close(&mut self) {
        self.step("h", Vec::new());
    }
}
