//! The faces of live text: subsets that shape as the whole faces do, embedded in the document's style sheet.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::scene::FaceId;
use crate::scene::fingerprint;
use crate::scene::walk::{Step, walk};
use crate::scene::{Page, RunKind};
use crate::text::{Cut, Fonts};
use crate::write::xml::clean;

/// The class of the text elements that are set in a face.
pub(super) fn class(face: FaceId) -> String {
    format!("f{}", face.index())
}

/// The faces of the live text of a page.
pub(super) struct Live {
    /// The style sheet of the page: its faces, and how its text is set.
    pub(super) css: String,
    /// Those whose text is live. That of other faces is drawn, with the text beside it.
    pub(super) faces: BTreeSet<FaceId>,
}

/// What the live text of a page is set in.
pub(super) fn live(page: &Page, fonts: &Fonts) -> Live {
    let used = used(page, fonts);
    // The text was shaped with the features that browsers use by default, but without forms of a language of its own. No
    // `text-rendering`: with `geometricPrecision` Chromium rounds advances to 1/64 of a millimetre.
    let mut css = String::from("text{white-space:pre;unicode-bidi:bidi-override;font-feature-settings:\"locl\" 0}\n");
    let mut faces = BTreeSet::new();
    for (id, needs) in &used {
        let face = fonts.face(*id);
        // A face of which no subset can be made is drawn.
        let Ok(data) = face.live_subset(&needs.characters, &needs.glyphs) else { continue };
        faces.insert(*id);
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
    Live { css, faces }
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
            && fonts.face(run.face).can_be_live()
        {
            let needs = used.entry(run.face).or_default();
            needs.characters.extend(clean(&run.text).chars());
            needs.glyphs.extend(run.glyphs.iter().map(|glyph| glyph.id));
        }
    });
    used
}
