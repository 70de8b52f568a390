//! The faces of live text: subsets that shape as the whole faces do, embedded in the document's style sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use skera::{DEFAULT_DROP_TABLES, DEFAULT_LAYOUT_FEATURES, Plan, SubsetFlags, subset_font};
use skrifa::GlyphId;
use skrifa::raw::TableProvider;
use skrifa::raw::collections::IntSet;

use crate::scene::FaceId;
use crate::scene::walk::{Step, walk};
use crate::scene::{Page, RunKind};
use crate::text::{Cut, Face, Fonts};
use crate::write::drawn::fingerprint;
use crate::write::xml::clean;

/// The class of the text elements that are set in a face.
pub(super) fn class(face: FaceId) -> String {
    format!("f{}", face.index())
}

/// Whether text can be live in a face: it must have outlines that the subsetter knows, which `CFF` ones are not.
pub(super) fn can_be_live(face: &Face) -> bool {
    face.font().glyf().is_ok()
}

/// The style sheet of a page: its faces, and how its text is set.
pub(super) fn style(page: &Page, fonts: &Fonts) -> String {
    let used = used(page, fonts);
    // The text was shaped with the features that browsers use by default, but without forms of a language of its own. No
    // `text-rendering`: with `geometricPrecision` Chromium rounds advances to 1/64 of a millimetre.
    let mut css = String::from("text{white-space:pre;unicode-bidi:bidi-override;font-feature-settings:\"locl\" 0}\n");
    for (id, needs) in &used {
        let face = fonts.face(*id);
        let data = subset(face, needs);
        // A name that no installed font has, and that no other document on the same web page gives to another subset.
        let family = format!("kr{}-{:08x}", id.index(), fingerprint([data.as_slice()]) >> 96);
        let (weight, slant) = match face.cut {
            Cut::Regular => (400, "normal"),
            Cut::Bold => (700, "normal"),
            Cut::Italic => (400, "italic"),
        };
        let cut = format!("font-weight:{weight};font-style:{slant}");
        let _ = write!(css, "@font-face{{font-family:{family};{cut};src:url(data:font/ttf;base64,");
        STANDARD.encode_string(&data, &mut css);
        let _ = writeln!(css, ")}}\n.{}{{font-family:{family},sans-serif;{cut}}}", class(*id));
    }
    css
}

#[derive(Default)]
struct Needs {
    characters: BTreeSet<char>,
    glyphs: BTreeSet<u16>,
}

/// What the live text of a page needs of each face.
fn used(page: &Page, fonts: &Fonts) -> BTreeMap<FaceId, Needs> {
    let mut used: BTreeMap<FaceId, Needs> = BTreeMap::new();
    walk(&page.nodes, &mut |step| {
        if let Step::Text(run) = step
            && run.kind == RunKind::Spelled
            && can_be_live(fonts.face(run.face))
        {
            let needs = used.entry(run.face).or_default();
            needs.characters.extend(clean(&run.text).chars());
            needs.glyphs.extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    });
    used
}

/// A font file with the glyphs needed, their character map, and the substitutions and positions that apply to them; the whole
/// font where it cannot be cut.
fn subset(face: &Face, needs: &Needs) -> Vec<u8> {
    let font = face.font();
    let glyphs: IntSet<GlyphId> = needs.glyphs.iter().map(|glyph| GlyphId::from(*glyph)).collect();
    let characters: IntSet<u32> = needs.characters.iter().map(|character| u32::from(*character)).collect();
    let plan = Plan::new(
        &glyphs,
        &characters,
        &font,
        SubsetFlags::SUBSET_FLAGS_NO_HINTING,
        &DEFAULT_DROP_TABLES.iter().copied().collect(),
        &IntSet::all(),
        &DEFAULT_LAYOUT_FEATURES.iter().copied().collect(),
        &IntSet::empty(),
        &IntSet::empty(),
    );
    subset_font(&font, &plan).unwrap_or_else(|_| face.data().to_vec())
}
