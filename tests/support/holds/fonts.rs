//! Fonts: what holds of a face that somebody adds, whatever is in its file.
//!
//! The bytes are damage to a bundled face. Its map of characters is another one first, so that characters which no bundled face has
//! are set in it: of a script without joining, of one with syllables and of one that joins.
//!
//! | bytes | |
//! | --- | --- |
//! | 1 | which face |
//! | 1 | from which glyph the characters are counted, in 256ths of all |
//! | 8 each | an edit: what is done, to which table, where in it (2 bytes), and with which value (4 bytes) |

use klantreis::meta::{Meta, Timestamp};
use klantreis::scene::{Color, Mm, Node, Page, Point, Pt, Scene, Size};
use klantreis::text::{Cut, Fonts, Last, Paint, Style, Typesetter, bundled_files};
use klantreis::write::svg::TextMode;

use super::drawing;

/// Ranges of characters that no bundled face has: Han, Devanagari and Syriac.
const CHARACTERS: [(u32, u32); 3] = [(0x0710, 0x074A), (0x0900, 0x097F), (0x4E00, 0x4E7F)];
/// What is set in the face.
const TEXT: &str = "世丗丘 丙业丛東 पित्रा क्षि र्क ܐܒܓܕ ܫܠܡܐ 丐丑丒专 丞丟";

/// Adds a damaged face, sets a text in it and writes it in every drawn format.
pub fn font(bytes: &[u8]) {
    let [face, glyph, edits @ ..] = bytes else { return };
    let count = bundled_files().count();
    let Some(sound) = bundled_files().nth(usize::from(*face) % count) else { return };
    let mut data = with_characters(sound, *glyph);
    for edit in edits.chunks_exact(8) {
        damage(&mut data, edit);
    }
    added(data);
}

/// Adds a face behind the bundled ones, sets a text in it and writes it in every drawn format. A face that is refused is no matter.
pub fn added(data: Vec<u8>) {
    let mut fonts = Fonts::bundled();
    if fonts.add(data).is_ok() {
        let setter = Typesetter::new(fonts);
        drawing::written(&scene(&setter), setter.fonts(), &[TextMode::Live, TextMode::Outlines]);
    }
}

/// A page with the text.
fn scene(setter: &Typesetter) -> Scene {
    let mut nodes = Vec::<Node>::new();
    let paint = Paint { size: Pt(10.0), color: Color(0, 0, 0) };
    let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
    for (index, line) in setter.paragraph(TEXT, style).lines(setter, 20.0, Last::Free).iter().enumerate() {
        line.draw(setter, Point { x: Mm(5.0), y: Mm(10.0) + Mm(5.0) * index as f64 }, paint, &mut nodes);
    }
    let meta = Meta {
        title: "Een lettertype".into(),
        authors: Vec::new(),
        subject: String::new(),
        language: "nl".into(),
        created: Timestamp::DEFAULT,
    };
    Scene { meta, pages: vec![Page::new(Size { width: Mm(100.0), height: Mm(100.0) }, nodes)] }
}

/// Where the record of a table begins, and the table with its length; records of 16 bytes follow the 12 bytes of the head.
fn records(data: &[u8]) -> Vec<(usize, usize, usize)> {
    let count = number(data, 4) >> 16;
    let record = |index: usize| {
        let at = 12 + 16 * index;
        (at, number(data, at + 8) as usize, number(data, at + 12) as usize)
    };
    (0..count as usize).map(record).filter(|(at, _, _)| at + 16 <= data.len()).collect()
}

/// Four bytes as a number; nothing beyond the end.
fn number(data: &[u8], at: usize) -> u32 {
    data.get(at..).and_then(|rest| rest.first_chunk()).map_or(0, |bytes| u32::from_be_bytes(*bytes))
}

fn put(data: &mut [u8], at: usize, bytes: &[u8]) {
    if let Some(place) = data.get_mut(at..at + bytes.len()) {
        place.copy_from_slice(bytes);
    }
}

/// The face with a map of [`CHARACTERS`] to its glyphs from a share of them on: a table of format 12 at the end of the file.
fn with_characters(sound: &[u8], share: u8) -> Vec<u8> {
    let table = |tag: &[u8]| records(sound).into_iter().find(|(at, _, _)| sound[*at..].starts_with(tag));
    let glyphs = table(b"maxp").map_or(1, |(_, offset, _)| number(sound, offset + 4) >> 16);
    let mut data = sound.to_vec();
    let begin = data.len();
    let mut map = vec![0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0];
    let long = |length: usize| u32::try_from(length).expect("a face is short");
    let groups = long(CHARACTERS.len());
    map.extend([16 + 12 * groups, 0, groups].into_iter().flat_map(u32::to_be_bytes));
    let mut glyph = glyphs * u32::from(share) / 256;
    for (first, last) in CHARACTERS {
        map.extend([first, last, glyph.min(glyphs.saturating_sub(last - first + 1))].into_iter().flat_map(u32::to_be_bytes));
        glyph += last - first + 1;
    }
    if let Some((at, _, _)) = table(b"cmap") {
        put(&mut data, at + 8, &long(begin).to_be_bytes());
        put(&mut data, at + 12, &long(map.len()).to_be_bytes());
    }
    data.extend(map);
    data
}

/// One edit of 8 bytes.
fn damage(data: &mut Vec<u8>, edit: &[u8]) {
    let [what, table, high, low, value @ ..] = edit else { return };
    let records = records(data);
    let Some((record, offset, length)) = records.get(usize::from(*table) % records.len().max(1)).copied() else { return };
    let place = usize::from(u16::from_be_bytes([*high, *low]));
    // A long table is reached to its end, in steps.
    let place = if length > 1 << 16 && what & 0x80 != 0 { place * (length >> 16) } else { place };
    let at = offset.saturating_add(place % length.max(1));
    match what % 7 {
        0 => put(data, at, &value[..1]),
        1 => put(data, at, &value[..2]),
        2 => put(data, at, value),
        3 => put(data, record + 8, value),
        4 => put(data, record + 12, value),
        5 => data.truncate(at),
        _ => {
            let from = offset.saturating_add(usize::from(u16::from_be_bytes([value[0], value[1]])));
            let copied = data.get(from..from.saturating_add(usize::from(value[2]))).map(<[u8]>::to_vec);
            put(data, at, &copied.unwrap_or_default());
        }
    }
}
