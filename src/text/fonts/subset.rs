//! Faces cut down to what a file shows. A library that gives up on one is an error of that face.

use std::collections::BTreeSet;

use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::raw::TableProvider;
use skrifa::raw::collections::IntSet;
use skrifa::{FontRef, GlyphId, Tag};
use subsetter::GlyphRemapper;

use super::error::{FontError, Purpose, Step};
use super::extra::{Extra, extended};
use super::face::Face;
use crate::defect::caught;

/// What a variable face has to vary by. Text is set at its default place, and a browser must not leave that for another weight.
const VARIATIONS: [Tag; 8] = [
    Tag::new(b"fvar"),
    Tag::new(b"avar"),
    Tag::new(b"gvar"),
    Tag::new(b"cvar"),
    Tag::new(b"HVAR"),
    Tag::new(b"VVAR"),
    Tag::new(b"MVAR"),
    Tag::new(b"STAT"),
];

impl Face {
    /// Whether text can be live in the face: it must have outlines that the subsetter knows, which `CFF` ones are not.
    #[must_use]
    pub fn can_be_live(&self) -> bool {
        self.font().glyf().is_ok()
    }

    /// A font file for live text in SVG, with the glyphs needed, their character map, and the substitutions and positions that
    /// apply to them: text shapes in it as it does in the whole face.
    ///
    /// # Errors
    /// When no subset can be made.
    pub fn live_subset(&self, characters: &BTreeSet<char>, glyphs: &BTreeSet<u16>) -> Result<Vec<u8>, FontError> {
        let cut = || {
            let font = self.font();
            let glyphs: IntSet<GlyphId> = glyphs.iter().map(|glyph| GlyphId::from(*glyph)).collect();
            let characters: IntSet<u32> = characters.iter().map(|character| u32::from(*character)).collect();
            let plan = Plan::new(
                &glyphs,
                &characters,
                &font,
                SubsetFlags::SUBSET_FLAGS_NO_HINTING,
                &DEFAULT_DROP_TABLES.iter().copied().chain(VARIATIONS).collect(),
                &IntSet::all(),
                &DEFAULT_LAYOUT_FEATURES.iter().copied().collect(),
                &IntSet::empty(),
                &IntSet::empty(),
            );
            subset_font(&font, &plan).ok().filter(|program| is_whole(program))
        };
        made(Purpose::Live, cut)
    }

    /// A font program for PDF with the glyphs of a remapper, under the numbers that it gives them, and more behind them: of a face with
    /// outlines that can be live alone. Tells the number of the first of those.
    ///
    /// # Errors
    /// When no subset can be made.
    pub fn print_subset(&self, remapper: &GlyphRemapper, extras: &[Extra]) -> Result<(Vec<u8>, u16), FontError> {
        let (data, index) = self.source();
        made(Purpose::Print, || {
            let program = subsetter::subset(data, index, remapper).ok()?;
            if extras.is_empty() { Some((program, remapper.num_gids())) } else { extended(&program, extras) }
        })
    }
}

/// Whether a subset for live text has what a browser needs of it.
fn is_whole(program: &[u8]) -> bool {
    FontRef::new(program).is_ok_and(|font| font.glyf().is_ok() && font.cmap().is_ok() && font.hmtx().is_ok())
}

fn made<T>(purpose: Purpose, cut: impl FnOnce() -> Option<T>) -> Result<T, FontError> {
    let program = caught(cut).map_err(|_| FontError::GaveUp(Step::Cutting(purpose)))?;
    program.ok_or(FontError::Subset(purpose))
}
