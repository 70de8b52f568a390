//! Text runs as text-showing operators.

use std::collections::BTreeMap;

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

use super::content::{Space, fill, real};
use super::fonts::{FontSet, SOFT_HYPHEN, Subset, Told, told};
use crate::scene::{RunKind, TextRun};

/// Draws a run.
pub(super) fn run(run: &TextRun, space: &Space, fonts: &FontSet, ops: &mut Vec<Op>) {
    let Some(font) = fonts.get(run.face) else { return };
    if run.glyphs.is_empty() {
        return;
    }
    let mark = match run.kind {
        RunKind::Spelled => None,
        RunKind::Substitute => Some(span(&run.text)),
        RunKind::Hyphen => Some(span(SOFT_HYPHEN)),
        RunKind::Ornament => Some(Op::BeginMarkedContent { tag: "Artifact".into() }),
    };
    let marked = mark.is_some();
    ops.extend(mark);
    ops.push(fill(run.color));
    ops.push(Op::StartTextSection);
    let size = space.length(run.size.into());
    let (x, y) = space.point(run.origin);
    ops.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(size) });
    ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
    let mut writer = Writer { font, size, rise: 0, pen: 0.0, items: Vec::new(), ops };
    let clusters = told(run);
    for cluster in &clusters {
        writer.cluster(cluster, marked);
    }
    writer.set_rise(0);
    writer.flush();
    ops.push(Op::EndTextSection);
    for helper in clusters.iter().flatten().filter(|told| told.text.is_empty()) {
        let em = f64::from(font.units_per_em);
        let scale = f64::from(size) / em;
        let (left, base) = ((helper.pen + i64::from(helper.glyph.dx)) as f64, f64::from(helper.glyph.dy));
        let place = |(px, py): (f64, f64)| (real(f64::from(x) + (left + px) * scale), real(f64::from(y) + (base + py) * scale));
        if let Some(trace) = font.helper(helper.glyph.id) {
            trace.fill(place, ops);
        }
    }
    if marked {
        ops.push(Op::EndMarkedContent);
    }
}

/// Begins content that says `text`, whatever its glyphs look like.
fn span(text: &str) -> Op {
    let utf16 = [0xFE, 0xFF].into_iter().chain(text.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    let entry = DictItem::String { data: utf16, literal: false };
    let properties = DictItem::Dict { map: BTreeMap::from([("ActualText".to_owned(), entry)]) };
    Op::BeginMarkedContentWithProperties { tag: "Span".into(), properties }
}

/// Keeps account of where the viewer's pen is, so that rounding never adds up.
struct Writer<'a> {
    font: &'a Subset,
    size: f32,
    /// How far glyphs are raised at the moment, in font units.
    rise: i32,
    /// From the run's origin, in thousandths of an em.
    pen: f64,
    items: Vec<TextItem>,
    ops: &'a mut Vec<Op>,
}

impl Writer<'_> {
    /// Shows the glyphs of a cluster, and says its text beside them where their codes do not (`marked`: where nothing around
    /// the run does so already).
    fn cluster(&mut self, cluster: &[Told<'_>], marked: bool) {
        let told = |told: &Told<'_>| told.text.is_empty() || self.font.code(told.glyph.id, &told.text).1;
        if marked || cluster.iter().all(told) {
            return self.glyphs(cluster);
        }
        self.flush();
        self.ops.push(span(&cluster.iter().map(|told| told.text.as_str()).collect::<String>()));
        self.glyphs(cluster);
        self.set_rise(0);
        self.flush();
        self.ops.push(Op::EndMarkedContent);
    }

    fn glyphs(&mut self, cluster: &[Told<'_>]) {
        let em = f64::from(self.font.units_per_em);
        for Told { glyph, pen, text } in cluster.iter().filter(|told| !told.text.is_empty()) {
            self.set_rise(glyph.dy);
            let place = (pen + i64::from(glyph.dx)) as f64 * 1000.0 / em;
            let back = ((self.pen - place) * 1000.0).round() / 1000.0;
            if back != 0.0 {
                self.items.push(TextItem::Offset(real(back)));
                self.pen -= back;
            }
            let (code, _) = self.font.code(glyph.id, text);
            let shown = Codepoint { gid: code, offset: 0.0, cid: Some(self.font.text(code).to_owned()) };
            match self.items.last_mut() {
                Some(TextItem::GlyphIds(codes)) => codes.push(shown),
                _ => self.items.push(TextItem::GlyphIds(vec![shown])),
            }
            self.pen += self.font.nominal_width(code);
        }
    }

    fn set_rise(&mut self, rise: i32) {
        if rise != self.rise {
            self.flush();
            self.rise = rise;
            let points = f64::from(self.size) * f64::from(rise) / f64::from(self.font.units_per_em);
            self.ops.push(Op::SetLineOffset { multiplier: real(points) });
        }
    }

    fn flush(&mut self) {
        if !self.items.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(&mut self.items) });
        }
    }
}
