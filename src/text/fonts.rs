//! The faces: those compiled in, and those a user adds. Each is parsed once.

use std::borrow::Cow;
use std::fmt;

use harfrust::Font;
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider;
use skrifa::{FontRef, GlyphId, MetadataProvider, instance::LocationRef, instance::Size};

use crate::scene::FaceId;

/// The cuts of a family that the layouts use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Cut {
    /// Running text.
    Regular,
    /// Titles and names.
    Bold,
    /// Words spoken, remarks.
    Italic,
}

/// The faces, in the order in which a character looks for one.
pub struct Fonts {
    faces: Vec<Face>,
}

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
    /// Font units in the em square.
    pub units_per_em: u16,
    /// Metrics in font units, upwards from the baseline.
    pub metrics: FaceMetrics,
    data: Cow<'static, [u8]>,
    shaper: Font,
}

/// Heights of a face in font units, upwards from the baseline (so `descent` is negative).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FaceMetrics {
    /// The highest point of a line of this face.
    pub ascent: i32,
    /// The lowest point of a line of this face.
    pub descent: i32,
    /// The height of a capital letter.
    pub cap_height: i32,
    /// The height of a small x.
    pub x_height: i32,
}

/// Why a font file cannot be used.
#[derive(Debug)]
pub struct FontError(String);

impl fmt::Display for FontError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for FontError {}

macro_rules! bundled {
    ($($cut:ident $file:literal;)*) => {
        /// The faces compiled in: one humanist sans family, then Arabic, Hebrew and emoji.
        const BUNDLED: &[(Cut, &[u8])] = &[$((Cut::$cut, include_bytes!(concat!("../../fonts/", $file))),)*];
    };
}

bundled! {
    Regular "source-sans-3/SourceSans3-Regular.ttf";
    Bold "source-sans-3/SourceSans3-Bold.ttf";
    Italic "source-sans-3/SourceSans3-Italic.ttf";
    Regular "noto-sans-arabic/NotoSansArabic-Regular.ttf";
    Bold "noto-sans-arabic/NotoSansArabic-Bold.ttf";
    Regular "noto-sans-hebrew/NotoSansHebrew-Regular.ttf";
    Bold "noto-sans-hebrew/NotoSansHebrew-Bold.ttf";
    Regular "noto-emoji/NotoEmoji-Regular.ttf";
}

/// The files of the faces compiled in.
pub fn bundled_files() -> impl Iterator<Item = &'static [u8]> {
    BUNDLED.iter().map(|(_, data)| *data)
}

impl Fonts {
    /// The faces compiled in.
    ///
    /// # Panics
    /// Never: a test parses every bundled face.
    #[must_use]
    pub fn bundled() -> Self {
        let mut fonts = Self { faces: Vec::new() };
        for (cut, data) in BUNDLED {
            let face = Face::parse(Cow::Borrowed(data), Some(*cut)).expect("the bundled faces are sound: tested");
            fonts.faces.push(Face { bundled: true, ..face });
        }
        fonts
    }

    /// Adds a face as a fallback behind all others.
    ///
    /// # Errors
    /// When the bytes are no `TrueType` or `OpenType` font with outlines and a character map, or there are too many faces.
    pub fn add(&mut self, data: Vec<u8>) -> Result<FaceId, FontError> {
        let id = u16::try_from(self.faces.len()).map_err(|_| FontError("more than 65,535 faces".into()))?;
        self.faces.push(Face::parse(Cow::Owned(data), None)?);
        Ok(FaceId(id))
    }

    /// All faces; [`FaceId::index`] points into this slice.
    #[must_use]
    pub fn faces(&self) -> &[Face] {
        &self.faces
    }

    /// The face of that name.
    #[must_use]
    pub fn face(&self, id: FaceId) -> &Face {
        &self.faces[id.index()]
    }

    /// The faces in the order in which text of a cut tries them: for each family its own cut, else its regular one.
    pub fn candidates(&self, cut: Cut) -> impl Iterator<Item = FaceId> + '_ {
        self.faces.iter().enumerate().filter_map(move |(index, face)| {
            let sibling = |other: &&Face| other.family == face.family && other.cut == cut;
            let chosen = face.cut == cut || (face.cut == Cut::Regular && !self.faces.iter().any(|other| sibling(&other)));
            chosen.then(|| FaceId(u16::try_from(index).unwrap_or(u16::MAX)))
        })
    }
}

impl Face {
    #[allow(clippy::needless_pass_by_value, reason = "the face keeps the data")]
    fn parse(data: Cow<'static, [u8]>, cut: Option<Cut>) -> Result<Self, FontError> {
        let font = FontRef::new(&data).map_err(|error| FontError(format!("not a font: {error}")))?;
        let wrong = |what: &str| FontError(format!("the font has no usable {what} table"));
        let head = font.head().map_err(|_| wrong("head"))?;
        font.cmap().map_err(|_| wrong("cmap"))?;
        font.hmtx().map_err(|_| wrong("hmtx"))?;
        if font.outline_glyphs().get(GlyphId::new(0)).is_none() {
            return Err(FontError("the font has no outlines (bitmap and colour fonts cannot be printed)".into()));
        }
        let name =
            |id| font.localized_strings(id).english_or_first().map_or_else(String::new, |text| text.chars().collect::<String>());
        let family = name(skrifa::string::StringId::TYPOGRAPHIC_FAMILY_NAME);
        let family = if family.is_empty() { name(skrifa::string::StringId::FAMILY_NAME) } else { family };
        let attributes = font.attributes();
        let cut = cut.unwrap_or_else(|| {
            if attributes.style != skrifa::attribute::Style::Normal {
                Cut::Italic
            } else if attributes.weight.value() >= 600.0 {
                Cut::Bold
            } else {
                Cut::Regular
            }
        });
        let shaper = match &data {
            Cow::Borrowed(bytes) => Font::new(*bytes, 0),
            Cow::Owned(bytes) => Font::new(bytes.clone(), 0),
        }
        .ok_or_else(|| FontError("the font cannot be shaped".into()))?;
        let units_per_em = head.units_per_em();
        let metrics = font.metrics(Size::unscaled(), LocationRef::default());
        let tenths = |share: i32| i32::from(units_per_em) * share / 10;
        #[allow(clippy::cast_possible_truncation, reason = "font units are whole numbers of 16 bits")]
        let whole = |value: f32| value.round() as i32;
        let or = |value: Option<f32>, share| value.map(whole).filter(|units| *units > 0).unwrap_or(tenths(share));
        Ok(Self {
            name: name(skrifa::string::StringId::FULL_NAME),
            postscript_name: name(skrifa::string::StringId::POSTSCRIPT_NAME),
            family,
            cut,
            bundled: false,
            units_per_em,
            metrics: FaceMetrics {
                ascent: whole(metrics.ascent),
                descent: whole(metrics.descent),
                cap_height: or(metrics.cap_height, 7),
                x_height: or(metrics.x_height, 5),
            },
            shaper,
            data,
        })
    }

    /// The bytes of the font file.
    #[must_use]
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The tables.
    ///
    /// # Panics
    /// Never: the bytes were parsed when the face was made.
    #[must_use]
    pub fn font(&self) -> FontRef<'_> {
        FontRef::new(&self.data).expect("parsed when the face was made")
    }

    /// What the shaper has prepared for this face.
    pub(super) fn shaper(&self) -> &Font {
        &self.shaper
    }

    /// Whether the face has a glyph for a character.
    #[must_use]
    pub fn has(&self, character: char) -> bool {
        self.font().charmap().map(character).is_some_and(|glyph| glyph.to_u32() != 0)
    }

    /// Draws a glyph's outline with `pen`, in font units, y upwards. A glyph without an outline draws nothing.
    pub fn outline(&self, glyph: u16, pen: &mut impl OutlinePen) {
        if let Some(outline) = self.font().outline_glyphs().get(GlyphId::from(glyph)) {
            // An outline that is broken in the font is left blank, as every renderer does.
            let _ = outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), pen);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_face_parses_and_is_named() {
        let fonts = Fonts::bundled();
        assert_eq!(fonts.faces().len(), BUNDLED.len());
        for face in fonts.faces() {
            assert!(!face.name.is_empty() && !face.postscript_name.is_empty() && face.bundled, "{}", face.name);
            assert!(face.metrics.ascent > 0 && face.metrics.descent < 0, "{}", face.name);
        }
    }

    #[test]
    fn what_is_no_font_is_refused() {
        assert!(Fonts::bundled().add(b"not a font".to_vec()).is_err());
    }

    #[test]
    fn a_cut_that_a_family_lacks_falls_back_to_its_regular_one() {
        let fonts = Fonts::bundled();
        let names: Vec<_> = fonts.candidates(Cut::Italic).map(|id| fonts.face(id).name.as_str()).collect();
        assert_eq!(names, ["Source Sans 3 Italic", "Noto Sans Arabic Regular", "Noto Sans Hebrew Regular", "Noto Emoji Regular"]);
    }
}
