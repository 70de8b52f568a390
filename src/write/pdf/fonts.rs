//! The fonts of a document: one subset a face, and the text that each of its glyphs stands for.

use std::collections::BTreeMap;

use printpdf::font::{FontMetrics, FontType, PdfFontMetricsStub};
use printpdf::{FontId, ParsedFont, PdfFont};
use skrifa::MetadataProvider;
use skrifa::raw::TableProvider;
use subsetter::GlyphRemapper;

use crate::scene::walk::{Step, walk};
use crate::scene::{RunKind, Scene, TextRun};
use crate::text::{Face, FaceId, Fonts};
use crate::write::drawn::{clusters, fingerprint};

/// The faces that a scene uses.
pub(super) struct FontSet(BTreeMap<FaceId, Subset>);

/// A face cut down to the glyphs used.
pub(super) struct Subset {
    /// The name of the resource.
    pub(super) id: FontId,
    pub(super) units_per_em: u16,
    remapper: GlyphRemapper,
    /// By glyph of the whole face: the text that a reader takes it for.
    texts: BTreeMap<u16, String>,
    parsed: ParsedFont,
}

impl FontSet {
    /// Subsets each face once.
    ///
    /// # Errors
    /// When a face cannot be subset; the message names it.
    pub(super) fn of(scene: &Scene, fonts: &Fonts) -> Result<Self, String> {
        let mut used: BTreeMap<FaceId, BTreeMap<u16, String>> = BTreeMap::new();
        each_run(scene, &mut |run| {
            let texts = used.entry(run.face).or_default();
            for (glyph, text) in spelled(run) {
                texts.entry(glyph).or_insert(text);
            }
        });
        // Glyphs that never stand alone for a text of the document: what the face itself says about them.
        let mut rest: BTreeMap<FaceId, Vec<u16>> = BTreeMap::new();
        each_run(scene, &mut |run| rest.entry(run.face).or_default().extend(run.glyphs.iter().map(|glyph| glyph.id)));
        for (id, glyphs) in rest {
            let texts = used.entry(id).or_default();
            if glyphs.iter().all(|glyph| texts.contains_key(glyph)) {
                continue;
            }
            let own = own_texts(fonts.face(id));
            for glyph in glyphs {
                texts.entry(glyph).or_insert_with(|| own.get(&glyph).map_or("\u{FFFD}".into(), char::to_string));
            }
        }
        let subsets = used.into_iter().map(|(id, texts)| Ok((id, Subset::of(id, fonts.face(id), texts)?)));
        subsets.collect::<Result<_, String>>().map(Self)
    }

    /// The subset of a face that the scene uses.
    pub(super) fn get(&self, face: FaceId) -> Option<&Subset> {
        self.0.get(&face)
    }

    pub(super) fn into_resources(self) -> BTreeMap<FontId, PdfFont> {
        self.0.into_values().map(|subset| (subset.id, PdfFont::new(subset.parsed))).collect()
    }
}

fn each_run(scene: &Scene, visit: &mut impl FnMut(&TextRun)) {
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| {
            if let Step::Text(run) = step {
                visit(run);
            }
        });
    }
}

/// The glyphs that stand alone for a text, and the text.
fn spelled(run: &TextRun) -> Vec<(u16, String)> {
    if run.kind != RunKind::Spelled {
        return Vec::new();
    }
    let alone = |cluster: &crate::write::drawn::Cluster<'_>| match cluster.glyphs {
        [glyph] if !cluster.text.is_empty() => Some((glyph.id, plain(cluster.text))),
        _ => None,
    };
    clusters(run).iter().filter_map(alone).collect()
}

/// White space is one space to a reader, whatever it was.
pub(super) fn plain(text: &str) -> String {
    if text.chars().all(char::is_whitespace) { " ".repeat(text.chars().count()) } else { text.to_owned() }
}

/// What the face's character map says about its glyphs.
fn own_texts(face: &Face) -> BTreeMap<u16, char> {
    let mut texts = BTreeMap::new();
    for (code, glyph) in face.font().charmap().mappings() {
        if let (Some(character), Ok(glyph)) = (char::from_u32(code), u16::try_from(glyph.to_u32())) {
            texts.entry(glyph).or_insert(character);
        }
    }
    texts
}

impl Subset {
    fn of(id: FaceId, face: &Face, texts: BTreeMap<u16, String>) -> Result<Self, String> {
        let glyphs: Vec<u16> = texts.keys().copied().collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs);
        let program = subsetter::subset(face.data(), 0, &remapper).map_err(|error| format!("{}: {error}", face.name))?;
        let advances = face.font().hmtx().map_err(|error| format!("{}: {error}", face.name))?;
        let width = |glyph: &u16| advances.advance((*glyph).into()).unwrap_or(0);
        let glyph_widths = glyphs.iter().filter_map(|glyph| Some((remapper.get(*glyph)?, width(glyph)))).collect();
        let short = |units: i32| i16::try_from(units).unwrap_or(i16::MAX);
        let parsed = ParsedFont {
            font_index: 0,
            font_name: Some(format!("{}+{}", tag(&program), resource_name(face))),
            codepoint_to_glyph: BTreeMap::new(),
            glyph_widths,
            units_per_em: face.units_per_em,
            font_metrics: FontMetrics { ascent: short(face.metrics.ascent), descent: short(face.metrics.descent) },
            font_type: FontType::TrueType,
            pdf_font_metrics: descriptor(face),
            original_bytes: program,
        };
        Ok(Self { id: FontId(format!("T{}", id.index())), units_per_em: face.units_per_em, remapper, texts, parsed })
    }

    /// The code of a glyph in content streams.
    pub(super) fn code(&self, glyph: u16) -> u16 {
        self.remapper.get(glyph).unwrap_or(0)
    }

    /// The text that a reader takes the glyph for.
    pub(super) fn text(&self, glyph: u16) -> &str {
        self.texts.get(&glyph).map_or("", String::as_str)
    }

    /// The width that a viewer takes the glyph to have, in thousandths of an em: printpdf writes whole numbers, cut off.
    pub(super) fn nominal_width(&self, glyph: u16) -> f64 {
        let units = self.parsed.glyph_widths.get(&self.code(glyph)).copied().unwrap_or(0);
        (f64::from(units) * 1000.0 / f64::from(self.units_per_em)).trunc()
    }
}

/// The six capital letters that tell a subset from other subsets of the face (ISO 32000-1, 9.6.4).
fn tag(program: &[u8]) -> String {
    let mut hash = fingerprint([program]);
    (0..6)
        .map(|_| {
            let letter = u8::try_from(hash % 26).unwrap_or(0);
            hash /= 26;
            char::from(b'A' + letter)
        })
        .collect()
}

/// The `PostScript` name, in characters that need no escape in a name object.
fn resource_name(face: &Face) -> String {
    let name: String = face.postscript_name.chars().filter(|c| c.is_ascii_alphanumeric() || "-_.".contains(*c)).collect();
    if name.is_empty() { "Font".into() } else { name }
}

fn descriptor(face: &Face) -> PdfFontMetricsStub {
    let font = face.font();
    let mut stub = PdfFontMetricsStub { units_per_em: face.units_per_em, ..PdfFontMetricsStub::default() };
    if let Ok(head) = font.head() {
        (stub.x_min, stub.y_min, stub.x_max, stub.y_max) = (head.x_min(), head.y_min(), head.x_max(), head.y_max());
    }
    if let Ok(hhea) = font.hhea() {
        (stub.caret_slope_rise, stub.caret_slope_run) = (hhea.caret_slope_rise(), hhea.caret_slope_run());
    }
    if let Ok(os2) = font.os2() {
        stub.us_weight_class = os2.us_weight_class();
    }
    stub
}
