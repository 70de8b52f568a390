//! Shaping: a stretch of text becomes positioned glyphs, each stretch in one face, one direction and one script.
//!
//! Widths and extents are in em, so that a stretch is shaped once for all type sizes.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use icu_normalizer::DecomposingNormalizerBorrowed;
use icu_properties::props::{DefaultIgnorableCodePoint, EmojiPresentation, Script};
use icu_properties::{CodePointMapData, CodePointSetData};
use icu_segmenter::GraphemeClusterSegmenter;
use skrifa::{GlyphId, MetadataProvider, instance::LocationRef, instance::Size};

use super::SOFT_HYPHEN;
use super::fonts::{Cut, Face, Fonts};
use super::work::Meter;
use crate::scene::{FaceId, Glyph};

/// Text in one face, direction and script, shaped.
#[derive(Debug, Clone, PartialEq)]
pub struct Shaped {
    /// What it says, in logical order.
    pub text: Arc<str>,
    /// How it is drawn.
    pub form: Form,
    /// The bidirectional embedding level; odd for right to left.
    pub level: u8,
    /// From the left end to the right end, with what glyphs reach beyond their advances, in em.
    pub width: f64,
    /// The highest point above the baseline and the lowest below it (both positive), in em.
    pub ink: (f64, f64),
}

impl Shaped {
    /// The same without its soft hyphens, neither as text nor as glyphs.
    pub(super) fn without_soft_hyphens(self) -> Self {
        if !self.text.contains(SOFT_HYPHEN) {
            return self;
        }
        let gone: Vec<usize> = self.text.match_indices(SOFT_HYPHEN).map(|(at, _)| at).collect();
        let place = |at: u32| {
            let before = gone.partition_point(|gone| *gone < at as usize) * SOFT_HYPHEN.len_utf8();
            at.saturating_sub(u32::try_from(before).unwrap_or(u32::MAX))
        };
        let form = match self.form {
            Form::Glyphs(face, glyphs) => {
                let moved = glyphs
                    .iter()
                    .map(|glyph| Glyph { cluster: place(glyph.cluster.start)..place(glyph.cluster.end), ..glyph.clone() });
                Form::Glyphs(face, moved.filter(|glyph| !glyph.cluster.is_empty()).collect())
            }
            Form::Missing => Form::Missing,
        };
        Self { text: super::shown(&self.text).into(), form, ..self }
    }
}

/// How a stretch of text is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Form {
    /// Glyphs of a face, from left to right.
    Glyphs(FaceId, Arc<[Glyph]>),
    /// No face has the characters: the code point of each stands in a frame.
    Missing,
}

/// How far a glyph may reach beyond its advance before room is made for the rest, in em: an italic f and italic quotation marks
/// reach about as far. Where one reaches twice as far, room is made for all of it, as its neighbour may reach the other way. Cells
/// have more padding than that.
pub(super) const OVERHANG: f64 = 0.12;

/// The same within a word of several faces or directions, where no space stands between neighbours that reach towards each other.
pub(super) const OVERHANG_WITHIN: f64 = 0.05;

/// The width of the frame around a code point that no face has, in em.
pub(super) const FRAME_WIDTH: f64 = 1.0;
/// How far it reaches above the baseline and below it, in em, with a little air.
pub(super) const FRAME_INK: (f64, f64) = (0.85, 0.15);

impl Shaped {
    /// The face of the glyphs, if a face has them.
    #[must_use]
    pub fn face(&self) -> Option<FaceId> {
        match self.form {
            Form::Glyphs(face, _) => Some(face),
            Form::Missing => None,
        }
    }

    /// Whether the text is read from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.level % 2 == 1
    }
}

/// A stretch of text with one way of drawing it.
#[derive(Debug, Clone)]
pub(super) struct Stretch {
    pub range: Range<usize>,
    pub level: u8,
    pub face: Option<FaceId>,
    pub script: Script,
}

impl Stretch {
    /// Whether the text is read from right to left.
    pub(super) fn rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// Whether another is drawn in the same face and direction.
    pub(super) fn goes_with(&self, other: &Self) -> bool {
        (self.face, self.level) == (other.face, other.level)
    }
}

/// How far glyphs may reach beyond the ends of stretches that stand side by side, in em.
fn overhang<'a>(mut stretches: impl Iterator<Item = &'a Stretch>) -> f64 {
    let first = stretches.next();
    if stretches.all(|stretch| first.is_some_and(|first| stretch.goes_with(first))) { OVERHANG } else { OVERHANG_WITHIN }
}

/// Shapes stretches of `text`, in logical order.
pub(super) fn shape(fonts: &Fonts, text: &str, stretches: &[Stretch], meter: &Meter) -> Vec<Shaped> {
    let overhang = overhang(stretches.iter());
    stretches.iter().map(|stretch| shape_stretch(fonts, text, stretch, overhang, meter)).collect()
}

/// Splits text, whose bytes have the embedding levels `levels`, where level, face or script change; never within a grapheme.
pub(super) fn itemize(fonts: &Fonts, cut: Cut, text: &str, levels: &[u8]) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    // A long text says the same few clusters again and again.
    let mut known: HashMap<&str, (Option<FaceId>, Script)> = HashMap::new();
    for range in graphemes(text) {
        let cluster = &text[range.clone()];
        let (face, script) = *known.entry(cluster).or_insert_with(|| (face_for(fonts, cut, cluster), script_of(cluster)));
        let level = levels[range.start];
        match stretches.last_mut() {
            Some(last) if last.level == level && last.face == face && (face.is_none() || joins(last.script, script)) => {
                last.range.end = range.end;
                if neutral(last.script) {
                    last.script = script;
                }
            }
            _ => stretches.push(Stretch { range, level, face, script }),
        }
    }
    stretches
}

/// The byte ranges of the grapheme clusters.
pub(super) fn graphemes(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    GraphemeClusterSegmenter::new().segment_str(text).skip(1).map(move |end| std::mem::replace(&mut start, end)..end)
}

fn neutral(script: Script) -> bool {
    script == Script::Common || script == Script::Inherited
}

fn joins(last: Script, next: Script) -> bool {
    last == next || neutral(last) || neutral(next)
}

/// The script of the first character that has one.
fn script_of(cluster: &str) -> Script {
    let scripts = CodePointMapData::<Script>::new();
    cluster.chars().map(|character| scripts.get(character)).find(|script| !neutral(*script)).unwrap_or(Script::Common)
}

/// Whether a character shows nothing by itself: a joiner, a variation selector, a direction mark.
pub(super) fn invisible(character: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(character)
}

/// The first face that has every visible character of a cluster, as it stands or decomposed.
fn face_for(fonts: &Fonts, cut: Cut, cluster: &str) -> Option<FaceId> {
    let covers = |face: &Face| {
        let all = |text: &str| text.chars().all(|character| invisible(character) || face.has(character));
        all(cluster) || all(&DecomposingNormalizerBorrowed::new_nfd().normalize(cluster))
    };
    let pictured = cluster.contains('\u{fe0f}')
        || cluster.chars().next().is_some_and(|first| CodePointSetData::new::<EmojiPresentation>().contains(first));
    if pictured && let Some(emoji) = fonts.candidates(cut).find(|id| fonts.face(*id).has('\u{1f600}')) {
        // A keycap or a flag has characters that the emoji face draws only together; text faces have the digits, not the cap.
        if covers(fonts.face(emoji)) {
            return Some(emoji);
        }
    }
    fonts.candidates(cut).find(|id| covers(fonts.face(*id)))
}

/// A space wider than this, in em, belongs to pictures, not to text.
const WIDEST_SPACE: f64 = 0.5;

/// White space: each character is one space of the face wide, whatever it is. Nothing when the face has no space of a usual width.
pub(super) fn blank(fonts: &Fonts, id: FaceId, text: &str, level: u8) -> Option<Shaped> {
    let face = fonts.face(id);
    let font = face.font();
    let space = font.charmap().map(' ')?;
    #[allow(clippy::cast_possible_truncation, reason = "advances are whole numbers of 16 bits")]
    let advance = font.glyph_metrics(Size::unscaled(), LocationRef::default()).advance_width(space)? as i32;
    if f64::from(advance) > f64::from(face.units_per_em) * WIDEST_SPACE {
        return None;
    }
    let position = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let glyph = |(start, character): (usize, char)| Glyph {
        id: face.glyph(space.to_u32()),
        advance,
        dx: 0,
        dy: 0,
        cluster: position(start)..position(start + character.len_utf8()),
    };
    let mut glyphs: Vec<Glyph> = text.char_indices().map(glyph).collect();
    if level % 2 == 1 {
        glyphs.reverse();
    }
    let width = f64::from(advance) * glyphs.len() as f64 / f64::from(face.units_per_em);
    (!glyphs.is_empty()).then(|| Shaped {
        text: Arc::from(text),
        form: Form::Glyphs(id, glyphs.into()),
        level,
        width,
        ink: (0.0, 0.0),
    })
}

fn shape_stretch(fonts: &Fonts, text: &str, stretch: &Stretch, overhang: f64, meter: &Meter) -> Shaped {
    let source = &text[stretch.range.clone()];
    let (text, level) = (Arc::from(source), stretch.level);
    let Some(id) = stretch.face else {
        let width = FRAME_WIDTH * graphemes(source).count() as f64;
        return Shaped { text, form: Form::Missing, level, width, ink: FRAME_INK };
    };
    let face = fonts.face(id);
    let mut glyphs = glyphs_of(face, source, stretch, meter);
    let ink = make_room(face, &mut glyphs, overhang);
    let units: i64 = glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
    let width = units as f64 / f64::from(face.units_per_em);
    Shaped { text, form: Form::Glyphs(id, glyphs.into()), level, width, ink }
}

/// Shapes text in a face as it would be for a page, to see whether that can be done.
pub(super) fn trial(face: &Face, text: &str, rtl: bool) -> Vec<Glyph> {
    let stretch = Stretch { range: 0..text.len(), level: u8::from(rtl), face: None, script: script_of(text) };
    let mut glyphs = glyphs_of(face, text, &stretch, &Meter::default());
    make_room(face, &mut glyphs, OVERHANG);
    glyphs
}

fn glyphs_of(face: &Face, source: &str, stretch: &Stretch, meter: &Meter) -> Vec<Glyph> {
    meter.shaped(source.len());
    let buffer = face.shaper().shape(source, stretch.script, stretch.rtl());
    let (infos, positions) = (buffer.glyph_infos(), buffer.glyph_positions());
    let starts = cluster_starts(infos.iter().map(|info| info.cluster), source.len());
    infos
        .iter()
        .zip(positions)
        .map(|(info, position)| Glyph {
            id: face.glyph(info.glyph_id),
            advance: position.x_advance,
            dx: position.x_offset,
            dy: position.y_offset,
            cluster: info.cluster..end_of(&starts, info.cluster),
        })
        .collect()
}

/// Where clusters begin, in ascending order, closed by the length of the text.
fn cluster_starts(clusters: impl Iterator<Item = u32>, length: usize) -> Vec<u32> {
    let mut starts: Vec<u32> = clusters.collect();
    starts.push(u32::try_from(length).unwrap_or(u32::MAX));
    starts.sort_unstable();
    starts.dedup();
    starts
}

fn end_of(starts: &[u32], cluster: u32) -> u32 {
    let next = starts.partition_point(|start| *start <= cluster);
    starts.get(next).copied().unwrap_or(cluster)
}

/// The room that is made for glyphs that reach beyond their advances, in font units.
pub(super) fn room(em: f64, overhang: f64, reach: i64) -> i64 {
    #[allow(clippy::cast_possible_truncation, reason = "a tenth of an em is a small number")]
    let allowance = (em * overhang) as i64;
    if reach > 2 * allowance { reach } else { (reach - allowance).max(0) }
}

/// Widens the first and last advance where glyphs reach beyond them by more than `overhang`, in em, and tells how high and how deep the glyphs reach, in em.
fn make_room(face: &Face, glyphs: &mut [Glyph], overhang: f64) -> (f64, f64) {
    let metrics = face.font().glyph_metrics(Size::unscaled(), LocationRef::default());
    let (mut pen, mut left, mut right, mut top, mut bottom) = (0_i64, 0_i64, 0_i64, 0_i64, 0_i64);
    for glyph in glyphs.iter() {
        if let Some(ink) = metrics.bounds(GlyphId::from(glyph.id)) {
            #[allow(clippy::cast_possible_truncation, reason = "glyph boxes are whole numbers of 16 bits")]
            let whole = |value: f32| value as i64;
            let (x, y) = (pen + i64::from(glyph.dx), i64::from(glyph.dy));
            left = left.min(x + whole(ink.x_min));
            right = right.max(x + whole(ink.x_max));
            top = top.max(y + whole(ink.y_max));
            bottom = bottom.max(-(y + whole(ink.y_min)));
        }
        pen += i64::from(glyph.advance);
    }
    let em = f64::from(face.units_per_em);
    let (before, after) = (room(em, overhang, -left), room(em, overhang, right - pen));
    if let Some(last) = glyphs.last_mut() {
        last.advance = last.advance.saturating_add(i32::try_from(after).unwrap_or(i32::MAX));
    }
    if before > 0
        && let Some(first) = glyphs.first_mut()
    {
        let before = i32::try_from(before).unwrap_or(i32::MAX);
        first.advance = first.advance.saturating_add(before);
        // Every glyph is placed from the pen, which the first advance moves: only the first glyph itself must be moved as well.
        first.dx = first.dx.saturating_add(before);
    }
    (top as f64 / em, bottom as f64 / em)
}
