//! The proof of a face: whatever is done with it later is done once when it is loaded, so that a damaged file is named at once and not
//! in the middle of a poster.
//!
//! Which tables a library reads, and where it gives up, depends on the glyphs it is asked for. So a face is tried with all of its
//! glyphs and characters, as long as there are no more than [`MOST_GLYPHS`] and [`MOST_CHARACTERS`]: nearly every face but those for
//! Chinese, Japanese and Korean. Of larger ones as many are tried, spread evenly over all; every script has its share. Damage that
//! lies between them is caught where it shows: a glyph without a sound outline is left blank, live text becomes outlines, and a PDF
//! is an error of its document. The faces of a collection have most of their tables in common, and those are tried once.

use std::collections::{BTreeMap, BTreeSet};

use icu_properties::CodePointMapData;
use icu_properties::props::Script;
use skrifa::outline::OutlinePen;
use skrifa::raw::TableProvider;
use skrifa::{GlyphId, MetadataProvider, Tag};
use subsetter::GlyphRemapper;
use unicode_bidi::{BidiClass, bidi_class};

use super::error::{FontError, Step};
use super::extra::Extra;
use super::face::Face;
use crate::defect::caught;
use crate::text::shape;

/// The most glyphs that are drawn and cut out.
const MOST_GLYPHS: usize = 4096;
/// The most characters that are shaped.
const MOST_CHARACTERS: usize = 2048;
/// Glyphs and characters of a subset like that of a small poster.
const FEW: usize = 97;
/// Characters that are shaped together, in words of [`WORD`].
const STRETCH: usize = 64;
const WORD: usize = 8;
/// The widest advance, in em. The widest glyphs there are, ligatures of a whole Arabic sentence, have about a quarter of it.
const WIDEST: u32 = 64;

/// The outlines and layout tables of a file that have been tried and were sound; faces of a collection share them.
#[derive(Default)]
pub(super) struct Tried(BTreeSet<Vec<(Tag, u32, u32)>>);

impl Tried {
    /// Does the work unless it has been done, without a fault, with the same tables of a face, by their places in the file. Whether it
    /// was done now.
    fn once(&mut self, face: &Face, tags: &[&[u8; 4]], work: impl FnOnce() -> Result<(), FontError>) -> Result<bool, FontError> {
        let records = face.font().table_directory().table_records().to_vec();
        let named = |tag: &Tag| tags.iter().any(|known| Tag::new(known) == *tag);
        let mut places: Vec<_> = records
            .iter()
            .map(|record| (record.tag(), record.offset(), record.length()))
            .filter(|place| named(&place.0))
            .collect();
        places.sort_unstable();
        if self.0.contains(&places) {
            return Ok(false);
        }
        work()?;
        self.0.insert(places);
        Ok(true)
    }
}

/// Tries everything that is done with a face later.
pub(super) fn prove(face: &Face, tried: &mut Tried) -> Result<(), FontError> {
    let characters = step(Step::Reading, || {
        advances(face)?;
        characters(face)
    })?;
    let all = spread((0..face.glyph_count()).collect(), MOST_GLYPHS);
    let few = spread(all.clone(), FEW);
    tried.once(face, &[b"glyf", b"loca", b"CFF ", b"CFF2", b"maxp"], || step(Step::Drawing, || draw(face, &all)))?;
    step(Step::Shaping, || shape_all(face, &characters))?;
    // What is cut out of a face is more than outlines: one with advances of its own is tried as a whole.
    let cut: [&[u8; 4]; 9] = [b"glyf", b"loca", b"CFF ", b"CFF2", b"maxp", b"head", b"hhea", b"hmtx", b"post"];
    if !tried.once(face, &cut, || print(face, &all))? {
        print(face, &few)?;
    }
    if face.can_be_live() {
        let told = |most| spread(characters.clone(), most).into_iter().collect::<BTreeSet<char>>();
        let live = |characters, glyphs: &[u16]| face.live_subset(&characters, &glyphs.iter().copied().collect()).map(|_| ());
        let cut: [&[u8; 4]; 10] = [b"glyf", b"loca", b"maxp", b"head", b"hhea", b"hmtx", b"cmap", b"GSUB", b"GPOS", b"GDEF"];
        tried.once(face, &cut, || live(told(MOST_GLYPHS), &all))?;
        live(told(FEW), &few)?;
        // Of characters alone, as of a text whose glyphs are those of its characters.
        live(told(FEW), &[])?;
    }
    Ok(())
}

fn step<T>(step: Step, work: impl FnOnce() -> Result<T, FontError>) -> Result<T, FontError> {
    caught(work).unwrap_or(Err(FontError::GaveUp(step)))
}

/// At most so many of a list, at even distances, with the first.
fn spread<T>(list: Vec<T>, most: usize) -> Vec<T> {
    let length = list.len();
    if length <= most {
        return list;
    }
    // The next of them stands where another whole share of the list has gone by.
    let chosen = |index: &usize| *index == 0 || index * most / length != (index - 1) * most / length;
    list.into_iter().enumerate().filter(|(index, _)| chosen(index)).map(|(_, item)| item).collect()
}

fn advances(face: &Face) -> Result<(), FontError> {
    let font = face.font();
    let metrics = font.hmtx().map_err(|_| FontError::Table(Tag::new(b"hmtx")))?;
    let most = u32::from(face.units_per_em) * WIDEST;
    let wide = |glyph: &u16| metrics.advance(GlyphId::from(*glyph)).is_none_or(|advance| u32::from(advance) > most);
    (0..face.glyph_count()).find(wide).map_or(Ok(()), |glyph| Err(FontError::Advance { glyph }))
}

/// The characters that have a glyph, at most [`MOST_CHARACTERS`] of them, by scripts.
fn characters(face: &Face) -> Result<Vec<char>, FontError> {
    let scripts = CodePointMapData::<Script>::new();
    let mut by_script: BTreeMap<Script, Vec<char>> = BTreeMap::new();
    let mut count = 0;
    for (code, glyph) in face.font().charmap().mappings() {
        if let Some(character) = char::from_u32(code)
            && face.glyph(glyph.to_u32()) != 0
        {
            by_script.entry(scripts.get(character)).or_default().push(character);
            count += 1;
        }
    }
    if count == 0 {
        return Err(FontError::NoCharacters);
    }
    if count <= MOST_CHARACTERS {
        return Ok(by_script.into_values().flatten().collect());
    }
    // Shares that small scripts leave go to the large ones.
    let mut left = MOST_CHARACTERS;
    let mut lists: Vec<_> = by_script.into_values().collect();
    lists.sort_by_key(Vec::len);
    let number = lists.len();
    let share = |(index, list): (usize, Vec<char>)| {
        let list = spread(list, (left / (number - index)).max(1));
        left = left.saturating_sub(list.len());
        list
    };
    Ok(lists.into_iter().enumerate().flat_map(share).collect())
}

/// Draws nothing.
struct Nothing;

impl OutlinePen for Nothing {
    fn move_to(&mut self, _: f32, _: f32) {}
    fn line_to(&mut self, _: f32, _: f32) {}
    fn quad_to(&mut self, _: f32, _: f32, _: f32, _: f32) {}
    fn curve_to(&mut self, _: f32, _: f32, _: f32, _: f32, _: f32, _: f32) {}
    fn close(&mut self) {}
}

fn draw(face: &Face, glyphs: &[u16]) -> Result<(), FontError> {
    let broken = glyphs.iter().find(|glyph| face.try_outline(**glyph, &mut Nothing).is_err());
    broken.map_or(Ok(()), |glyph| Err(FontError::Outline { glyph: *glyph }))
}

/// Shapes the characters in words, each in the direction of its script.
fn shape_all(face: &Face, characters: &[char]) -> Result<(), FontError> {
    let right_to_left = |character: &char| matches!(bidi_class(*character), BidiClass::R | BidiClass::AL);
    let same = |a: &char, b: &char| right_to_left(a) == right_to_left(b);
    for stretch in characters.chunk_by(same).flat_map(|run| run.chunks(STRETCH)) {
        let words: Vec<String> = stretch.chunks(WORD).map(|word| word.iter().collect()).collect();
        let text = words.join(" ");
        if shape::trial(face, &text, stretch.first().is_some_and(right_to_left)).is_empty() {
            return Err(FontError::Shaping { from: stretch[0] });
        }
    }
    Ok(())
}

fn print(face: &Face, glyphs: &[u16]) -> Result<(), FontError> {
    // As for ligatures and marks, where that can be.
    let extra = Extra { outline: Some(0), advance: 0 };
    let extras = if face.can_be_live() { &[extra][..] } else { &[] };
    face.print_subset(&GlyphRemapper::new_from_glyphs_sorted(glyphs), extras).map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spread_is_even_and_begins_with_the_first() {
        assert_eq!(spread((0..10).collect(), 10), (0..10).collect::<Vec<_>>());
        assert_eq!(spread((0..10).collect(), 4), [0, 3, 5, 8]);
        for length in [1, 7, 96, 97, 98, 1000, 65_535_usize] {
            let chosen = spread((0..length).collect(), 97);
            assert_eq!(chosen.len(), length.min(97));
            let gaps: BTreeSet<usize> = chosen.windows(2).map(|pair| pair[1] - pair[0]).collect();
            assert!(chosen[0] == 0 && gaps.last().unwrap_or(&1) - gaps.first().unwrap_or(&1) <= 1, "{gaps:?}");
        }
    }
}
