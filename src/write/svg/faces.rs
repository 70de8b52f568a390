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

/// The class of text that is there to be read and is not painted.
pub(super) const UNSEEN: &str = "klantreis";

/// The faces of the live text of a page.
pub(super) struct Live {
    /// The style sheet of the page: its faces, and how its text is set.
    pub(super) css: String,
    /// Those whose text is live, each with the class of text that is set in it. That of other faces is drawn, with the text beside it.
    pub(super) classes: BTreeMap<FaceId, String>,
}

/// What the live text of a page is set in.
///
/// Several pages may stand in one web page, among text of its own. Rules hold for all of that, so they name no element, and a class says by
/// what it is made of what its rule says: two pages that have one in common mean the same by it.
pub(super) fn live(page: &Page, fonts: &Fonts) -> Live {
    let used = used(page, fonts);
    let (mut css, mut classes) = (String::new(), BTreeMap::new());
    for (id, needs) in &used {
        let face = fonts.face(*id);
        // A face of which no subset can be made is drawn.
        let Ok(data) = face.live_subset(&needs.characters, &needs.glyphs) else { continue };
        // A name that no installed font has.
        let family = format!("kr{}-{:08x}", id.index(), fingerprint([data.as_slice()]) >> 96);
        let cut = cut(face.cut);
        let _ = write!(css, "@font-face{{font-family:{family};{cut};src:url(data:font/ttf;base64,");
        STANDARD.encode_string(&data, &mut css);
        // Programs that leave out embedded faces take that of the family, where it is installed.
        let _ = writeln!(css, ")}}\n.{family}{{font-family:{family},{},sans-serif;{cut};{SET}}}", quoted(&face.family));
        classes.insert(*id, family);
    }
    let _ = writeln!(css, ".{UNSEEN}{{{SET}}}");
    Live { css, classes }
}

/// How text is set that stands unseen beside its outlines: in the face of its family where that is installed, so that what is selected is where it is
/// seen.
pub(super) fn named(page: &Page, fonts: &Fonts) -> Live {
    let (mut css, mut classes) = (String::new(), BTreeMap::new());
    for id in used(page, fonts).keys() {
        let face = fonts.face(*id);
        let rule = format!("font-family:{},sans-serif;{};{SET}", quoted(&face.family), cut(face.cut));
        let class = format!("kt{}-{:08x}", id.index(), fingerprint([rule.as_bytes()]) >> 96);
        let _ = writeln!(css, ".{class}{{{rule}}}");
        classes.insert(*id, class);
    }
    let _ = writeln!(css, ".{UNSEEN}{{{SET}}}");
    Live { css, classes }
}

/// The weight and the slant of a cut.
fn cut(cut: Cut) -> String {
    let (weight, slant) = match cut {
        Cut::Regular => (400, "normal"),
        Cut::Bold => (700, "normal"),
        Cut::Italic => (400, "italic"),
    };
    format!("font-weight:{weight};font-style:{slant}")
}

/// How all text is set. It was shaped with the features that browsers use by default, but without forms of a language of its own. No
/// `text-rendering`: with `geometricPrecision` Chromium rounds advances to 1/64 of a millimetre.
const SET: &str = "white-space:pre;unicode-bidi:bidi-override;font-feature-settings:\"locl\" 0";

/// A name as a string of CSS: what might end it, or the style sheet, is left out. No family of a font is told from others by that.
fn quoted(name: &str) -> String {
    let plain = |character: &char| !character.is_control() && !matches!(character, '"' | '\\' | '<' | '>' | '&');
    format!("\"{}\"", clean(name).chars().filter(plain).collect::<String>())
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

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_family_says_nothing_but_its_name() {
        assert_eq!(quoted("Source Sans 3"), "\"Source Sans 3\"");
        assert_eq!(quoted("a\"}\\ text{fill:red}</style>\n'b"), "\"a} text{fill:red}/style'b\"");
    }
}
