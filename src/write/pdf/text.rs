//! Text runs as text-showing operators.

use super::content::{Space, real};
use super::fonts::{FontSet, HYPHEN, Ink, Subset, Told, told};
use super::forms::Forms;
use super::operators::{Operators, Shown};
use crate::scene::{RunKind, TextRun};

/// Draws a run, which is marked as what it is already.
pub(super) fn run(run: &TextRun, space: &Space, fonts: &FontSet, forms: &mut Forms, ops: &mut Operators) {
    let Some(font) = fonts.get(run.face) else { return };
    if run.glyphs.is_empty() {
        return;
    }
    let marked = run.kind != RunKind::Spelled;
    if run.kind == RunKind::Hyphen {
        ops.span(HYPHEN);
    }
    ops.text(run.color);
    ops.operator(&[], "BT");
    let size = space.length(run.size.into());
    let (x, y) = space.point(run.origin);
    ops.named(&font.id.0, &[size], "Tf");
    ops.operator(&[1.0, 0.0, 0.0, 1.0, x, y], "Tm");
    let mut writer = Writer { font, size, rise: 0, pen: 0.0, items: Vec::new(), ops };
    let clusters = told(run, font.em);
    for cluster in &clusters {
        writer.cluster(cluster, marked);
    }
    writer.set_rise(0);
    writer.flush();
    ops.operator(&[], "ET");
    for helper in clusters.iter().flatten().filter(|told| told.text.is_empty()) {
        let em = f64::from(font.units_per_em);
        let scale = f64::from(size) / em;
        let (left, base) = (helper.left as f64, f64::from(helper.rise));
        if let Some((glyph, trace)) = helper.ink.glyph().and_then(|glyph| Some((glyph, font.helper(glyph)?))) {
            let (x, y) = (real(f64::from(x) + left * scale), real(f64::from(y) + base * scale));
            ops.operator(&[], "q");
            ops.operator(&[size, 0.0, 0.0, size, x, y], "cm");
            forms.show(format!("G{}.{}", run.face.index(), glyph), || trace.form(em), ops);
            ops.operator(&[], "Q");
        }
    }
    if run.kind == RunKind::Hyphen {
        ops.end();
    }
}

/// A glyph that says a text, and how far right of the origin it stands, in em.
pub(super) struct Said<'a> {
    pub(super) glyph: u16,
    pub(super) text: &'a str,
    pub(super) left: f64,
}

/// Shows glyphs that stand apart, in the order of the text; `size` is that of the type, in the page's units.
pub(super) fn say(all: &[Said<'_>], font: &Subset, size: f32, (x, y): (f32, f32), ops: &mut Operators) {
    ops.operator(&[], "BT");
    ops.named(&font.id.0, &[size], "Tf");
    ops.operator(&[1.0, 0.0, 0.0, 1.0, x, y], "Tm");
    let mut writer = Writer { font, size, rise: 0, pen: 0.0, items: Vec::new(), ops };
    for Said { glyph, text, left } in all {
        let (code, told) = font.code(Ink::Glyph(*glyph), text);
        if !told {
            writer.flush();
            writer.ops.span(text);
        }
        writer.code(code, left * 1000.0);
        if !told {
            writer.flush();
            writer.ops.end();
        }
    }
    writer.flush();
    ops.operator(&[], "ET");
}

/// Keeps account of where the viewer's pen is, so that rounding never adds up.
struct Writer<'a> {
    font: &'a Subset,
    size: f32,
    /// How far glyphs are raised at the moment, in font units.
    rise: i32,
    /// From the run's origin, in thousandths of an em.
    pen: f64,
    items: Vec<Shown>,
    ops: &'a mut Operators,
}

impl Writer<'_> {
    /// Shows the glyphs of a cluster, and says its text beside them where their codes do not (`marked`: where nothing around
    /// the run does so already).
    fn cluster(&mut self, cluster: &[Told<'_>], marked: bool) {
        let told = |told: &Told<'_>| told.text.is_empty() || self.font.code(told.ink, &told.text).1;
        if marked || cluster.iter().all(told) {
            return self.glyphs(cluster);
        }
        self.flush();
        self.ops.span(&cluster.iter().map(|told| &*told.text).collect::<String>());
        self.glyphs(cluster);
        self.set_rise(0);
        self.flush();
        self.ops.end();
    }

    fn glyphs(&mut self, cluster: &[Told<'_>]) {
        let em = f64::from(self.font.units_per_em);
        for Told { ink, left, rise, text, apart } in cluster.iter().filter(|told| !told.text.is_empty()) {
            if *apart {
                self.flush();
                self.ops.part();
            }
            self.set_rise(*rise);
            let (code, _) = self.font.code(*ink, text);
            self.code(code, *left as f64 * 1000.0 / em);
            if *apart {
                self.flush();
                self.ops.end();
            }
        }
    }

    /// Shows a code at a place, in thousandths of an em from the run's origin.
    fn code(&mut self, code: u16, place: f64) {
        let back = ((self.pen - place) * 1000.0).round() / 1000.0;
        if back != 0.0 {
            self.items.push(Shown::Back(real(back)));
            self.pen -= back;
        }
        self.items.push(Shown::Code(code));
        self.pen += self.font.nominal_width(code);
    }

    fn set_rise(&mut self, rise: i32) {
        if rise != self.rise {
            self.flush();
            self.rise = rise;
            let points = f64::from(self.size) * f64::from(rise) / f64::from(self.font.units_per_em);
            self.ops.operator(&[real(points)], "Ts");
        }
    }

    fn flush(&mut self) {
        if !self.items.is_empty() {
            self.ops.show(&self.items);
            self.items.clear();
        }
    }
}
