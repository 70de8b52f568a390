//! What codes mean: to a viewer, which glyph; to a reader, which text.

use std::fmt::Write;

use lopdf::{Document, Object, Stream, dictionary};

use super::fonts::{Entry, FontSet, Subset};

/// Adds the maps to the fonts that printpdf wrote, which knows one text for each glyph only.
pub(super) fn complete(document: &mut Document, fonts: &FontSet) {
    for subset in fonts.iter() {
        let Some(id) = find(document, subset) else { continue };
        let texts = document.add_object(Stream::new(dictionary! {}, texts(subset).into_bytes()));
        let glyphs = (!subset.identity).then(|| document.add_object(Stream::new(dictionary! {}, glyphs(subset))));
        let Ok(font) = document.get_dictionary_mut(id) else { continue };
        let old = font.get(b"ToUnicode").and_then(Object::as_reference);
        font.set("ToUnicode", texts);
        if let Some(glyphs) = glyphs
            && let Ok([Object::Dictionary(descendant)]) =
                font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).map(Vec::as_mut_slice)
        {
            descendant.set("CIDToGIDMap", glyphs);
        }
        if let Ok(old) = old {
            document.objects.remove(&old);
        }
    }
}

/// The font object of a subset, by its name, which no other font of the document has.
fn find(document: &Document, subset: &Subset) -> Option<lopdf::ObjectId> {
    let named = |object: &Object| {
        let font = object.as_dict().ok()?;
        let composite = font.get(b"Subtype").and_then(Object::as_name).ok()? == b"Type0";
        let name = font.get(b"BaseFont").and_then(Object::as_name).ok()?;
        (composite && name == subset.name().as_bytes()).then_some(())
    };
    document.objects.iter().find(|(_, object)| named(object).is_some()).map(|(id, _)| *id)
}

/// Two bytes for each code from 0: the number of a glyph in the subset (ISO 32000-1, 9.7.4.3).
fn glyphs(subset: &Subset) -> Vec<u8> {
    let last = subset.entries.keys().next_back().copied().unwrap_or(0);
    let glyph = |code: u16| subset.entries.get(&code).map_or(0, |entry| entry.glyph);
    (0..=last).flat_map(|code| glyph(code).to_be_bytes()).collect()
}

/// A character map from codes to texts (ISO 32000-1, 9.10.3).
fn texts(subset: &Subset) -> String {
    let mut map = String::from(
        "/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
",
    );
    let entries: Vec<(&u16, &Entry)> = subset.entries.iter().collect();
    for hundred in entries.chunks(100) {
        let _ = writeln!(map, "{} beginbfchar", hundred.len());
        for (code, entry) in hundred {
            let _ = write!(map, "<{code:04X}> <");
            for unit in entry.text.encode_utf16() {
                let _ = write!(map, "{unit:04X}");
            }
            map.push_str(">\n");
        }
        map.push_str("endbfchar\n");
    }
    map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    map
}
