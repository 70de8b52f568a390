//! The fonts of a document: one subset a face, and a code for each text that a glyph stands for.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use printpdf::font::{FontMetrics, FontType, PdfFontMetricsStub};
use printpdf::{Codepoint, FontId, Op, ParsedFont, PdfFont, PdfFontHandle, Pt, TextItem};
use skrifa::Tag;
use skrifa::raw::TableProvider;
use subsetter::GlyphRemapper;

use super::trace::Trace;
use crate::scene::FaceId;
use crate::scene::fingerprint;
use crate::scene::walk::{Step, walk};
use crate::scene::{Glyph, RunKind, Scene, TextRun};
use crate::text::{Extra, Face, FontError, Fonts};
use crate::write::drawn::clusters;
use crate::write::{FaceProblem, Problem};

/// The longest text of a code, in units of UTF-16. ISO 32000-1 (9.10.3) allows 256, but of what is longer than this `MuPDF` 1.21 reads
/// nothing at all; poppler 22 stops at 63. What is longer is told by `ActualText` as well.
const LONGEST: usize = 8;

/// What a hyphen that line breaking put in says to whoever looks for words, by `ToUnicode` and by `ActualText` of its content: pdf.js 4,
/// Poppler 22 and `MuPDF` 1.21 join what stands before and behind U+002D at the end of a line; before U+00AD only `MuPDF` does. Its element says
/// [`SOFT_HYPHEN`](crate::text::SOFT_HYPHEN) in its stead.
pub(super) const HYPHEN: &str = "-";

/// The faces that a scene uses.
pub(super) struct FontSet(BTreeMap<FaceId, Subset>);

/// What a code draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    /// A glyph.
    Glyph(u16),
    /// A glyph, but with an advance of its own, in font units: what several codes say is drawn by one of them.
    Narrow(u16, u16),
    /// Nothing, with an advance.
    Blank(u16),
}

/// A face cut down to the glyphs used.
pub(super) struct Subset {
    /// The name of the resource.
    pub(super) id: FontId,
    pub(super) units_per_em: u16,
    /// The code of what is drawn for a text.
    codes: BTreeMap<Ink, BTreeMap<String, u16>>,
    /// By code.
    pub(super) entries: BTreeMap<u16, Entry>,
    /// Whether the codes are the numbers of the glyphs in the subset.
    pub(super) identity: bool,
    /// The em in font units, where several codes may say what one glyph draws.
    pub(super) em: Option<u16>,
    /// By glyph of the whole face: the outlines of glyphs that only help to draw, and so are drawn as paths.
    helpers: BTreeMap<u16, Trace>,
    parsed: ParsedFont,
}

/// What a code means.
pub(super) struct Entry {
    /// The glyph in the subset.
    pub(super) glyph: u16,
    /// What a reader takes it for; no more than [`LONGEST`].
    pub(super) text: String,
}

/// What is drawn, where, and the text that it stands for; empty for a glyph that only helps to draw.
pub(super) struct Told<'r> {
    pub(super) ink: Ink,
    /// From the run's origin to the right, and from the baseline upwards, in font units.
    pub(super) left: i64,
    pub(super) rise: i32,
    pub(super) text: Cow<'r, str>,
    /// Whether it is a mark that stands apart from its letter.
    pub(super) apart: bool,
}

/// The glyphs of a run by clusters, the clusters in the order of the text; with `em` (in font units) several codes may say what one glyph draws.
pub(super) fn told(run: &TextRun, em: Option<u16>) -> Vec<Vec<Told<'_>>> {
    match run.kind {
        RunKind::Spelled => {
            let mut pieces = clusters(run);
            if run.rtl {
                pieces.reverse();
            }
            pieces.iter().map(|piece| told_together(run, piece.glyphs, piece.pen, piece.text, em)).collect()
        }
        RunKind::Hyphen => vec![told_together(run, &run.glyphs, 0, HYPHEN, em)],
        RunKind::Ornament => vec![told_together(run, &run.glyphs, 0, "", em)],
    }
}

/// Of several glyphs that draw a text together one stands for it, and the others for nothing: there is no code that says nothing
/// to every reader.
fn told_together<'r>(run: &TextRun, glyphs: &'r [Glyph], start: i64, text: &'r str, em: Option<u16>) -> Vec<Told<'r>> {
    // The letter itself rather than its marks, which stand on its left in text that is read from the right.
    let letter = |glyph: &Glyph| glyph.advance > 0;
    let speaker = if run.rtl { glyphs.iter().rposition(letter) } else { glyphs.iter().position(letter) }.unwrap_or(0);
    let alone = glyphs.iter().filter(|glyph| letter(glyph)).count() == 1;
    let spelling = em.filter(|_| alone).and_then(|em| Some((em, spelling(text, run.rtl)?)));
    let mut pen = start;
    let mut all = Vec::with_capacity(glyphs.len());
    for (index, glyph) in glyphs.iter().enumerate() {
        let left = pen + i64::from(glyph.dx);
        match &spelling {
            Some((em, letters)) if index == speaker => all.extend(spelled(letters, glyph, left, *em, run.rtl)),
            _ if index == speaker && run.rtl && glyph.advance == 0 && joins(text) => {
                let left = left - em.map_or(0, |em| i64::from(em) / ASIDE);
                all.push(Told { ink: Ink::Glyph(glyph.id), left, rise: 0, text: text.into(), apart: true });
            }
            _ => {
                let text = if index == speaker { plain(text) } else { "".into() };
                all.push(Told { ink: Ink::Glyph(glyph.id), left, rise: glyph.dy, text, apart: false });
            }
        }
        pen += i64::from(glyph.advance);
    }
    all
}

/// The letters of a text that one glyph draws, each with its marks behind it, where each of them can have a code of its own. Ghostscript 10 swaps
/// the bytes of texts that have more than one unit of UTF-16, as a ligature has; and marks come before their letters in pdf.js, and one
/// letter off in poppler, where a code says both and is read from the right. Marks that are read from the left stay with their letter.
fn spelling(text: &str, rtl: bool) -> Option<Vec<&str>> {
    let mut characters = text.char_indices();
    characters.next()?;
    characters.next()?;
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut letters = Vec::new();
    for (at, character) in text.char_indices() {
        let own = &text[at..at + character.len_utf8()];
        match categories.get(character) {
            _ if character.len_utf16() > 1 => return None,
            GeneralCategory::NonspacingMark if rtl && at > 0 => {}
            GeneralCategory::UppercaseLetter
            | GeneralCategory::LowercaseLetter
            | GeneralCategory::TitlecaseLetter
            | GeneralCategory::ModifierLetter
            | GeneralCategory::OtherLetter => {}
            _ => return None,
        }
        letters.push(own);
    }
    Some(letters)
}

/// How far on the left of its letter a mark is said, as a share of an em: poppler puts what stands there behind the letter, and it is too little
/// to be a space.
const ASIDE: i64 = 100;

/// Whether a text is a sign that joins letters or keeps them apart, as Persian words have: it stands behind a letter as marks do.
fn joins(text: &str) -> bool {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut characters = text.chars();
    characters.next().is_some_and(|character| categories.get(character) == GeneralCategory::Format) && characters.next().is_none()
}

/// The codes of what one glyph draws: each letter has its share of the advance, and the one on the left draws.
fn spelled<'r>(all: &[&'r str], glyph: &Glyph, left: i64, em: u16, rtl: bool) -> Vec<Told<'r>> {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let is_mark = |text: &&&str| text.chars().all(|character| categories.get(character) == GeneralCategory::NonspacingMark);
    let marks = all.iter().filter(is_mark).count();
    let letters = all.len() - marks;
    let share = u16::try_from(glyph.advance).unwrap_or(0) / u16::try_from(letters).unwrap_or(1).max(1);
    let draws = if rtl { letters.saturating_sub(1) } else { 0 };
    let (mut nth, mut place) = (0, left);
    let said = all.iter().map(|text| {
        if is_mark(&text) {
            let left = place - i64::from(em) / ASIDE;
            return Told { ink: Ink::Blank(0), left, rise: 0, text: (*text).into(), apart: true };
        }
        let before = if rtl { letters - 1 - nth } else { nth };
        place = left + i64::from(share) * i64::try_from(before).unwrap_or(0);
        let (ink, rise) = match nth == draws {
            true if letters == 1 => (Ink::Glyph(glyph.id), glyph.dy),
            true => (Ink::Narrow(glyph.id, share), glyph.dy),
            false => (Ink::Blank(share), glyph.dy),
        };
        nth += 1;
        Told { ink, left: place, rise, text: (*text).into(), apart: false }
    });
    said.collect()
}

/// White space is spaces to a reader, whatever it was.
fn plain(text: &str) -> Cow<'_, str> {
    let odd = |character: char| character.is_whitespace() && character != ' ';
    if text.contains(odd) { text.replace(odd, " ").into() } else { text.into() }
}

impl FontSet {
    /// Subsets each face once.
    ///
    /// # Errors
    /// When a face cannot be subset, with its name.
    pub(super) fn of(scene: &Scene, fonts: &Fonts) -> Result<Self, Problem> {
        let mut used: BTreeMap<FaceId, BTreeSet<(Ink, Cow<str>)>> = BTreeMap::new();
        for page in &scene.pages {
            walk(&page.nodes, &mut |step| {
                if let Step::Text(run) = step {
                    let told = told(run, parts(fonts.face(run.face))).into_iter().flatten().map(|told| (told.ink, told.text));
                    used.entry(run.face).or_default().extend(told);
                } else if let Step::Missing(missing) = step {
                    for frame in missing.frames.iter() {
                        let told = frame.upper.glyphs.first().map(|glyph| (Ink::Glyph(glyph.id), missing.cluster(frame).into()));
                        used.entry(frame.upper.face).or_default().extend(told);
                    }
                }
            });
        }
        let subsets = used.into_iter().map(|(id, told)| Ok((id, Subset::of(id, fonts.face(id), told)?)));
        subsets.collect::<Result<_, Problem>>().map(Self)
    }

    /// The subset of a face that the scene uses.
    pub(super) fn get(&self, face: FaceId) -> Option<&Subset> {
        self.0.get(&face)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Subset> {
        self.0.values()
    }

    /// Operators that show each code once: printpdf leaves out of a document what it does not see used. They stand on no page.
    pub(super) fn specimens(&self) -> impl Iterator<Item = Op> {
        let shown = self.iter().flat_map(|subset| {
            let shown = |(code, entry): (&u16, &Entry)| Codepoint { gid: *code, offset: 0.0, cid: Some(entry.text.clone()) };
            let items = vec![TextItem::GlyphIds(subset.entries.iter().map(shown).collect())];
            [Op::SetFont { font: PdfFontHandle::External(subset.id.clone()), size: Pt(1.0) }, Op::ShowText { items }]
        });
        [Op::StartTextSection].into_iter().chain(shown).chain([Op::EndTextSection])
    }

    /// The fonts as printpdf takes them.
    pub(super) fn resources(&self) -> BTreeMap<FontId, PdfFont> {
        self.iter().map(|subset| (subset.id.clone(), PdfFont::new(subset.parsed.clone()))).collect()
    }
}

/// The em of a face, in font units, if glyphs can be added to a program of it.
fn parts(face: &Face) -> Option<u16> {
    face.can_be_live().then_some(face.units_per_em)
}

impl Ink {
    /// The glyph that is drawn.
    pub(super) fn glyph(self) -> Option<u16> {
        match self {
            Self::Glyph(glyph) | Self::Narrow(glyph, _) => Some(glyph),
            Self::Blank(_) => None,
        }
    }

    /// The advance, where it is not that of the glyph.
    fn advance(self) -> Option<u16> {
        match self {
            Self::Glyph(_) => None,
            Self::Narrow(_, advance) | Self::Blank(advance) => Some(advance),
        }
    }
}

impl Subset {
    fn of(id: FaceId, face: &Face, told: BTreeSet<(Ink, Cow<str>)>) -> Result<Self, Problem> {
        let fail = |reason| Problem::Face { name: face.name.clone(), reason };
        let font = face.font();
        let (told, silent): (BTreeSet<_>, BTreeSet<_>) = told.into_iter().partition(|(_, text)| !text.is_empty());
        let helpers =
            silent.into_iter().filter_map(|(ink, _)| ink.glyph()).map(|glyph| (glyph, Trace::of(face, glyph))).collect();
        let glyphs: BTreeSet<u16> = told.iter().filter_map(|(ink, _)| ink.glyph()).collect();
        let remapper = GlyphRemapper::new_from_glyphs_sorted(&glyphs.iter().copied().collect::<Vec<_>>());
        let inks: BTreeSet<Ink> = told.iter().map(|(ink, _)| *ink).collect();
        let (own, added): (Vec<Ink>, Vec<Ink>) = inks.into_iter().partition(|ink| matches!(ink, Ink::Glyph(_)));
        let extra =
            |ink: &Ink| Extra { outline: ink.glyph().and_then(|glyph| remapper.get(glyph)), advance: ink.advance().unwrap_or(0) };
        let extras: Vec<Extra> = added.iter().map(extra).collect();
        let (program, first) = face.print_subset(&remapper, &extras).map_err(|error| fail(FaceProblem::Font(error)))?;
        let own = own.into_iter().map(|ink| (ink, ink.glyph().and_then(|glyph| remapper.get(glyph)).unwrap_or(0)));
        let numbers: BTreeMap<Ink, u16> = own.chain(added.into_iter().zip(first..)).collect();
        // Only TrueType fonts have a map from codes to glyphs, so that a glyph may have several codes; to others a code is
        // the number of a glyph.
        let mapped = font.glyf().is_ok();
        let mut codes: BTreeMap<Ink, BTreeMap<String, u16>> = BTreeMap::new();
        let mut entries: BTreeMap<u16, Entry> = BTreeMap::new();
        // Each glyph has a code; beyond that there are codes for so many texts.
        let mut spare = usize::from(u16::MAX).saturating_sub(numbers.len());
        for (ink, text) in told {
            let glyph = numbers.get(&ink).copied().unwrap_or(0);
            if mapped && codes.contains_key(&ink) {
                let Some(less) = spare.checked_sub(1) else { continue };
                spare = less;
            }
            let next = u16::try_from(entries.len() + 1).map_err(|_| fail(FaceProblem::Codes))?;
            let code = if mapped { next } else { glyph };
            codes.entry(ink).or_default().insert(text.clone().into_owned(), code);
            entries.entry(code).or_insert_with(|| Entry { glyph, text: beginning(text.into_owned()) });
        }
        let advances = font.hmtx().map_err(|_| fail(FaceProblem::Font(FontError::Table(Tag::new(b"hmtx")))))?;
        let natural = |ink: Ink| ink.glyph().and_then(|glyph| advances.advance(glyph.into())).unwrap_or(0);
        let width = |ink: &Ink| ink.advance().unwrap_or_else(|| natural(*ink));
        let widths = codes.iter().flat_map(|(ink, texts)| texts.values().map(move |code| (*code, width(ink))));
        let parsed = parsed(face, format!("{}+{}", tag(&program, id), resource_name(face)), widths.collect(), program);
        let identity = entries.iter().all(|(code, entry)| *code == entry.glyph);
        Ok(Self {
            id: FontId(format!("T{}", id.index())),
            units_per_em: face.units_per_em,
            codes,
            entries,
            identity,
            em: parts(face),
            helpers,
            parsed,
        })
    }

    /// The code of what is drawn for a text, and whether a reader takes the code for that text: where there are more texts than
    /// codes, it is one that the glyph has for another.
    pub(super) fn code(&self, ink: Ink, text: &str) -> (u16, bool) {
        let texts = self.codes.get(&ink);
        let code = texts.and_then(|texts| texts.get(text).or_else(|| texts.values().next())).copied().unwrap_or(0);
        (code, self.entries.get(&code).is_some_and(|entry| entry.text == text))
    }

    /// The outline of a glyph that only helps to draw.
    pub(super) fn helper(&self, glyph: u16) -> Option<&Trace> {
        self.helpers.get(&glyph)
    }

    /// The width that a viewer takes the code to have, in thousandths of an em: printpdf writes whole numbers, cut off.
    pub(super) fn nominal_width(&self, code: u16) -> f64 {
        let units = self.parsed.glyph_widths.get(&code).copied().unwrap_or(0);
        (f64::from(units) * 1000.0 / f64::from(self.units_per_em)).trunc()
    }

    /// The name of the font in the document.
    pub(super) fn name(&self) -> &str {
        self.parsed.font_name.as_deref().unwrap_or_default()
    }
}

/// As much of a text as a code can stand for.
fn beginning(mut text: String) -> String {
    let mut units = 0;
    let mut fits = |character: char| {
        units += character.len_utf16();
        units <= LONGEST
    };
    let end = text.chars().take_while(|character| fits(*character)).map(char::len_utf8).sum();
    text.truncate(end);
    text
}

/// The font as printpdf takes it; `widths` by code.
fn parsed(face: &Face, name: String, widths: BTreeMap<u16, u16>, program: Vec<u8>) -> ParsedFont {
    let short = |units: i32| i16::try_from(units).unwrap_or(i16::MAX);
    ParsedFont {
        font_index: 0,
        font_name: Some(name),
        codepoint_to_glyph: BTreeMap::new(),
        glyph_widths: widths,
        units_per_em: face.units_per_em,
        font_metrics: FontMetrics { ascent: short(face.metrics.ascent), descent: short(face.metrics.descent) },
        font_type: FontType::TrueType,
        pdf_font_metrics: descriptor(face),
        original_bytes: program,
    }
}

/// The six capital letters that tell a subset from other subsets of the face (ISO 32000-1, 9.6.4).
fn tag(program: &[u8], id: FaceId) -> String {
    let mut hash = fingerprint([program, &id.index().to_le_bytes()]);
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
