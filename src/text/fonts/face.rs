//! One face: its names and measures, its characters and its outlines.

use std::ops::Deref;
use std::sync::Arc;

use harfrust::Font;
use skrifa::attribute::{Attributes, Stretch, Style};
use skrifa::outline::{DrawError, DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::string::StringId;
use skrifa::{FontRef, GlyphId, MetadataProvider, Tag, instance::LocationRef, instance::Size};

use super::error::FontError;
use super::{Cut, FaceMetrics};
use crate::text::shaper::Shaper;

/// One face.
pub struct Face {
    /// The full name, such as `Source Sans 3 Bold`.
    pub name: String,
    /// The family name, such as `Source Sans 3`.
    pub family: String,
    /// The `PostScript` name, such as `SourceSans3-Bold`.
    pub postscript_name: String,
    /// Which cut of its family it is.
    pub cut: Cut,
    /// Whether it came with the program.
    pub bundled: bool,
    /// Font units in the em square; from 16 to 16,384.
    pub units_per_em: u16,
    /// Metrics in font units, upwards from the baseline.
    pub metrics: FaceMetrics,
    /// How far it is from what is looked for in a cut: first whether it is narrow or wide, then units of weight.
    pub(super) remoteness: (bool, u16),
    /// How many glyphs it has; no number of a glyph is as high.
    glyphs: u16,
    data: Data,
    index: u32,
    shaper: Shaper,
}

/// The bytes of a font file, which the faces of a collection share.
#[derive(Clone)]
pub(super) enum Data {
    /// Compiled in.
    Bundled(&'static [u8]),
    /// Read from a file.
    Loaded(Arc<Vec<u8>>),
}

impl Deref for Data {
    type Target = [u8];

    fn deref(&self) -> &[u8] {
        match self {
            Self::Bundled(bytes) => bytes,
            Self::Loaded(bytes) => bytes,
        }
    }
}

impl Data {
    fn shaper(&self, index: u32) -> Option<Font> {
        match self {
            Self::Bundled(bytes) => Font::new(*bytes, index),
            Self::Loaded(bytes) => {
                let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::clone(bytes) as _;
                Font::new(shared, index)
            }
        }
    }
}

impl Face {
    /// Reads a face of a file; `index` is 0 where the file is no collection. That it can be read does not prove that it can be used.
    pub(super) fn parse(data: Data, index: u32) -> Result<Self, FontError> {
        let font = FontRef::from_index(&data, index).map_err(|_| FontError::NoFont)?;
        let wrong = |tag: &[u8; 4]| FontError::Table(Tag::new(tag));
        let head = font.head().map_err(|_| wrong(b"head"))?;
        let units_per_em = head.units_per_em();
        if !(16..=16_384).contains(&units_per_em) {
            return Err(wrong(b"head"));
        }
        let glyphs = font.maxp().map_err(|_| wrong(b"maxp"))?.num_glyphs();
        font.cmap().map_err(|_| wrong(b"cmap"))?;
        font.hhea().map_err(|_| wrong(b"hhea"))?;
        font.hmtx().map_err(|_| wrong(b"hmtx"))?;
        if font.outline_glyphs().get(GlyphId::new(0)).is_none() {
            return Err(FontError::NoOutlines);
        }
        let name = |id| {
            let found = font.localized_strings(id).english_or_first();
            found.map_or_else(String::new, |text| text.chars().collect::<String>())
        };
        let family = name(StringId::TYPOGRAPHIC_FAMILY_NAME);
        let family = if family.is_empty() { name(StringId::FAMILY_NAME) } else { family };
        let (cut, remoteness) = classified(&font.attributes());
        Ok(Self {
            name: name(StringId::FULL_NAME),
            postscript_name: name(StringId::POSTSCRIPT_NAME),
            family,
            cut,
            bundled: false,
            units_per_em,
            metrics: metrics(&font, units_per_em),
            remoteness,
            glyphs,
            shaper: Shaper::new(data.shaper(index).ok_or(FontError::NoFont)?),
            data,
            index,
        })
    }

    /// The bytes of the font file, and which face of it this is.
    pub(super) fn source(&self) -> (&[u8], u32) {
        (&self.data, self.index)
    }

    /// The tables.
    ///
    /// # Panics
    /// Never: the bytes were parsed when the face was made.
    #[must_use]
    pub fn font(&self) -> FontRef<'_> {
        FontRef::from_index(&self.data, self.index).expect("parsed when the face was made")
    }

    /// What the shaper has prepared for this face.
    pub(in crate::text) fn shaper(&self) -> &Shaper {
        &self.shaper
    }

    /// How many glyphs there are; each has a number below it.
    #[must_use]
    pub fn glyph_count(&self) -> u16 {
        self.glyphs
    }

    /// The number of a glyph as a scene holds it: 0, the glyph for what is missing, where there is no such glyph.
    pub(in crate::text) fn glyph(&self, id: u32) -> u16 {
        u16::try_from(id).ok().filter(|id| *id < self.glyphs).unwrap_or(0)
    }

    /// Whether the face has a glyph for a character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.font().charmap().map(character).is_some_and(|glyph| self.glyph(glyph.to_u32()) != 0)
    }

    /// The glyph of a space, and how wide it is in font units.
    pub(in crate::text) fn space(&self) -> Option<(u16, i32)> {
        let font = self.font();
        let glyph = font.charmap().map(' ').filter(|glyph| self.glyph(glyph.to_u32()) != 0)?;
        let width = font.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(glyph)?;
        Some((self.glyph(glyph.to_u32()), whole(width)))
    }

    /// Draws a glyph's outline with `pen`, in font units, y upwards. A glyph without an outline draws nothing.
    pub fn outline(&self, glyph: u16, pen: &mut impl OutlinePen) {
        // An outline that is broken in the font is left blank, as every renderer does.
        let _ = self.try_outline(glyph, pen);
    }

    /// The same, and whether the outline is sound.
    pub(super) fn try_outline(&self, glyph: u16, pen: &mut impl OutlinePen) -> Result<(), DrawError> {
        let Some(outline) = self.font().outline_glyphs().get(GlyphId::from(glyph)) else { return Ok(()) };
        outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), pen).map(|_| ())
    }
}

#[allow(clippy::cast_possible_truncation, reason = "advances in font units are whole and below 65,536")]
fn whole(width: f32) -> i32 {
    width.round() as i32
}

/// Which cut of its family a face is, and how far it is from what one would take for it.
fn classified(attributes: &Attributes) -> (Cut, (bool, u16)) {
    let weight = attributes.weight.value();
    let (cut, wanted) = match attributes.style {
        Style::Italic | Style::Oblique(_) => (Cut::Italic, 400.0),
        Style::Normal if weight >= 600.0 => (Cut::Bold, 700.0),
        Style::Normal => (Cut::Regular, 400.0),
    };
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "weights lie between 1 and 1000")]
    let distance = (weight - wanted).abs() as u16;
    (cut, (attributes.stretch != Stretch::NORMAL, distance))
}

fn metrics(font: &FontRef<'_>, units_per_em: u16) -> FaceMetrics {
    let metrics = font.metrics(Size::unscaled(), LocationRef::default());
    let tenths = |share: i32| i32::from(units_per_em) * share / 10;
    #[allow(clippy::cast_possible_truncation, reason = "font units are whole numbers of 16 bits")]
    let whole = |value: f32| value.round() as i32;
    let or = |value: Option<f32>, share| value.map(whole).filter(|units| *units > 0).unwrap_or(tenths(share));
    FaceMetrics {
        ascent: whole(metrics.ascent),
        descent: whole(metrics.descent),
        cap_height: or(metrics.cap_height, 7),
        x_height: or(metrics.x_height, 5),
    }
}
