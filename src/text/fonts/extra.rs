//! Glyphs that are added to a `TrueType` program for print: the outline of another glyph or none, with an advance of its own. What one glyph
//! draws of several letters can so be shown by several codes.

use skrifa::Tag;
use skrifa::raw::types::GlyphId;
use skrifa::raw::{FontRef, TableProvider};

/// A glyph that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Extra {
    /// The glyph of the program whose outline it has, if it has any.
    pub outline: Option<u16>,
    /// In font units.
    pub advance: u16,
}

const GLYF: Tag = Tag::new(b"glyf");
const HEAD: Tag = Tag::new(b"head");
const HHEA: Tag = Tag::new(b"hhea");
const HMTX: Tag = Tag::new(b"hmtx");
const LOCA: Tag = Tag::new(b"loca");
const MAXP: Tag = Tag::new(b"maxp");

/// The sum over a whole file, with the number in `head` that makes it so.
const SUM: u32 = 0xB1B0_AFBA;

/// The program with more glyphs behind its own, and the number of the first of them; nothing where it is not as it should be.
pub(super) fn extended(program: &[u8], extras: &[Extra]) -> Option<(Vec<u8>, u16)> {
    let font = FontRef::new(program).ok()?;
    let first = font.maxp().ok()?.num_glyphs();
    let count = first.checked_add(u16::try_from(extras.len()).ok()?)?;
    let (loca, metrics) = (font.loca(None).ok()?, font.hmtx().ok()?);
    let places: Option<Vec<u32>> = (0..=usize::from(first)).map(|glyph| loca.get_raw(glyph)).collect();
    let mut places = places?;
    let data = font.data_for_tag(GLYF)?;
    let mut outlines = data.as_bytes().get(..*places.last()? as usize)?.to_vec();
    let metric = |glyph: u16| {
        let id = GlyphId::from(glyph);
        Some((metrics.advance(id)?, metrics.side_bearing(id)?))
    };
    let known: Option<Vec<(u16, i16)>> = (0..first).map(metric).collect();
    let mut known = known?;
    for Extra { outline, advance } in extras {
        let mut bearing = 0;
        if let Some(glyph) = outline {
            let own = *places.get(usize::from(*glyph))? as usize..*places.get(usize::from(*glyph) + 1)? as usize;
            outlines.extend_from_within(own.start.min(own.end)..own.end.min(outlines.len()));
            outlines.resize(outlines.len().next_multiple_of(4), 0);
            bearing = known.get(usize::from(*glyph))?.1;
        }
        known.push((*advance, bearing));
        places.push(u32::try_from(outlines.len()).ok()?);
    }
    let bytes = |tag: Tag| font.data_for_tag(tag).map(|data| data.as_bytes().to_vec());
    let mut tables = Vec::new();
    for record in font.table_directory().table_records() {
        let tag = record.tag();
        let mut own = bytes(tag)?;
        match tag {
            GLYF => own.clone_from(&outlines),
            LOCA => own = places.iter().flat_map(|place| place.to_be_bytes()).collect(),
            HMTX => {
                let metric = |(advance, bearing): &(u16, i16)| [advance.to_be_bytes(), bearing.to_be_bytes()];
                own = known.iter().flat_map(metric).flatten().collect();
            }
            // Places are written in four bytes each; the sum over the file comes last.
            HEAD => {
                own.get_mut(8..12)?.fill(0);
                own.get_mut(50..52)?.copy_from_slice(&1_u16.to_be_bytes());
            }
            HHEA => own.get_mut(34..36)?.copy_from_slice(&count.to_be_bytes()),
            MAXP => own.get_mut(4..6)?.copy_from_slice(&count.to_be_bytes()),
            _ => {}
        }
        tables.push((tag, own));
    }
    Some((file(&tables)?, first))
}

/// Tables as a file (OpenType, "Organization of an OpenType Font").
fn file(tables: &[(Tag, Vec<u8>)]) -> Option<Vec<u8>> {
    let count = u16::try_from(tables.len()).ok()?;
    let selector = u16::try_from(count.checked_ilog2()?).ok()?;
    let range = 16 << selector;
    let mut out = 0x0001_0000_u32.to_be_bytes().to_vec();
    for number in [count, range, selector, count * 16 - range] {
        out.extend(number.to_be_bytes());
    }
    let mut place = out.len() + tables.len() * 16;
    let mut head = None;
    for (tag, data) in tables {
        out.extend(tag.to_be_bytes());
        for number in [sum(data), u32::try_from(place).ok()?, u32::try_from(data.len()).ok()?] {
            out.extend(number.to_be_bytes());
        }
        head = head.or((*tag == HEAD).then_some(place));
        place += data.len().next_multiple_of(4);
    }
    for (_, data) in tables {
        out.extend(data);
        out.resize(out.len().next_multiple_of(4), 0);
    }
    let (adjustment, place) = (SUM.wrapping_sub(sum(&out)), head? + 8);
    out.get_mut(place..place + 4)?.copy_from_slice(&adjustment.to_be_bytes());
    Some(out)
}

/// The sum of all numbers of four bytes.
fn sum(data: &[u8]) -> u32 {
    let number = |bytes: &[u8]| (0..4).fold(0, |number, nth| number << 8 | u32::from(bytes.get(nth).copied().unwrap_or(0)));
    data.chunks(4).map(number).fold(0, u32::wrapping_add)
}

#[cfg(test)]
mod tests {
    use skrifa::MetadataProvider;
    use skrifa::instance::{LocationRef, Size};
    use skrifa::outline::DrawSettings;
    use skrifa::outline::pen::PathElement;
    use subsetter::GlyphRemapper;

    use super::*;
    use crate::text::{Cut, Fonts};

    fn drawn(font: &FontRef, glyph: u16) -> Vec<PathElement> {
        let mut path = Vec::new();
        let outline = font.outline_glyphs().get(GlyphId::from(glyph)).unwrap();
        outline.draw(DrawSettings::unhinted(Size::unscaled(), LocationRef::default()), &mut path).unwrap();
        path
    }

    #[test]
    fn glyphs_are_added_with_outlines_and_advances_and_the_others_stay() {
        let fonts = Fonts::bundled();
        for face in fonts.faces() {
            let remapper = GlyphRemapper::new_from_glyphs_sorted(&[3, 20, 40]);
            let Ok((program, first)) = face.print_subset(&remapper, &[]) else { panic!("{}", face.name) };
            let before = FontRef::new(&program).unwrap();
            let extras = [Extra { outline: None, advance: 0 }, Extra { outline: remapper.get(40), advance: 77 }];
            let (program, next) = face.print_subset(&remapper, &extras).unwrap();
            let after = FontRef::new(&program).unwrap();
            assert_eq!((first, after.maxp().unwrap().num_glyphs()), (next, next + 2));
            assert_eq!(sum(&program), SUM, "{}", face.name);
            for glyph in 0..first {
                assert_eq!(drawn(&before, glyph), drawn(&after, glyph));
                let advance = |font: &FontRef| font.hmtx().unwrap().advance(GlyphId::from(glyph));
                assert_eq!(advance(&before), advance(&after));
            }
            assert!(drawn(&after, first).is_empty());
            assert_eq!(drawn(&after, first + 1), drawn(&before, remapper.get(40).unwrap()));
            let advance = |glyph| after.hmtx().unwrap().advance(GlyphId::from(glyph));
            assert_eq!([advance(first), advance(first + 1)], [Some(0), Some(77)]);
        }
    }

    #[test]
    fn what_is_no_program_is_none_with_more_glyphs() {
        let (program, _) = Fonts::bundled()
            .candidates(Cut::Regular)
            .next()
            .map(|id| Fonts::bundled().face(id).print_subset(&GlyphRemapper::new(), &[]).unwrap())
            .unwrap();
        assert!(extended(&program, &[Extra { outline: Some(9), advance: 1 }]).is_none());
        for length in 0..program.len().min(400) {
            let _ = extended(&program[..length], &[Extra { outline: Some(0), advance: 1 }]);
        }
    }
}
