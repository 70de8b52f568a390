//! Text runs as text-showing operators.

use std::collections::BTreeMap;

use printpdf::{Codepoint, DictItem, Op, PdfFontHandle, Pt, TextItem, TextMatrix};

use super::content::{Space, fill, real};
use super::fonts::{FontSet, Subset, plain};
use crate::scene::{Glyph, RunKind, TextRun};
use crate::write::drawn::{Cluster, clusters};

/// What a break hyphen says to a reader: a soft hyphen, which belongs to no word.
const SOFT_HYPHEN: &str = "\u{AD}";

/// Draws a run.
pub(super) fn run(run: &TextRun, space: &Space, fonts: &FontSet, ops: &mut Vec<Op>) {
    let Some(font) = fonts.get(run.face) else { return };
    if run.glyphs.is_empty() {
        return;
    }
    let whole = match run.kind {
        RunKind::Spelled => None,
        RunKind::Substitute => Some(span(&run.text)),
        RunKind::Hyphen => Some(span(SOFT_HYPHEN)),
        RunKind::Ornament => Some(Op::BeginMarkedContent { tag: "Artifact".into() }),
    };
    let spelled = whole.is_none();
    ops.extend(whole);
    ops.push(fill(run.color));
    ops.push(Op::StartTextSection);
    let size = space.length(run.size.into());
    let (x, y) = space.point(run.origin);
    ops.push(Op::SetFont { font: PdfFontHandle::External(font.id.clone()), size: Pt(size) });
    ops.push(Op::SetTextMatrix { matrix: TextMatrix::Raw([1.0, 0.0, 0.0, 1.0, x, y]) });
    let mut writer = Writer { font, size, rise: 0, pen: 0.0, items: Vec::new(), ops };
    if spelled {
        let mut pieces = clusters(run);
        if run.rtl {
            // Readers that follow the stream meet the text in logical order.
            pieces.reverse();
        }
        pieces.iter().for_each(|cluster| writer.cluster(cluster));
    } else {
        writer.glyphs(&run.glyphs, 0);
    }
    writer.finish();
    ops.push(Op::EndTextSection);
    if !spelled {
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
    fn cluster(&mut self, cluster: &Cluster<'_>) {
        let tells_itself = match cluster.glyphs {
            [glyph] => self.font.text(glyph.id) == plain(cluster.text),
            _ => false,
        };
        if tells_itself {
            return self.glyphs(cluster.glyphs, cluster.pen);
        }
        self.flush();
        self.ops.push(span(cluster.text));
        self.glyphs(cluster.glyphs, cluster.pen);
        self.set_rise(0);
        self.flush();
        self.ops.push(Op::EndMarkedContent);
    }

    /// Shows glyphs from left to right, the first at `start` font units from the run's origin.
    fn glyphs(&mut self, glyphs: &[Glyph], start: i64) {
        let em = f64::from(self.font.units_per_em);
        let mut at = start;
        for glyph in glyphs {
            let place = (at + i64::from(glyph.dx)) as f64 * 1000.0 / em;
            self.set_rise(glyph.dy);
            let back = ((self.pen - place) * 1000.0).round() / 1000.0;
            if back != 0.0 {
                self.items.push(TextItem::Offset(real(back)));
                self.pen -= back;
            }
            let cid = Some(self.font.text(glyph.id).to_owned());
            let shown = Codepoint { gid: self.font.code(glyph.id), offset: 0.0, cid };
            match self.items.last_mut() {
                Some(TextItem::GlyphIds(codepoints)) => codepoints.push(shown),
                _ => self.items.push(TextItem::GlyphIds(vec![shown])),
            }
            self.pen += self.font.nominal_width(glyph.id);
            at += i64::from(glyph.advance);
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

    fn finish(mut self) {
        self.set_rise(0);
        self.flush();
    }
}
