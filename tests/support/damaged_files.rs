//! Damage to documents, workbooks, tables and pictures: the same damage for the same number.

use std::io::{Cursor, Read};

use super::damage::Random;
use super::holds::{package, stream};

/// What chance has a say in.
struct Dice(Random);

impl Dice {
    /// A number below another; 0 below nothing.
    fn below(&mut self, most: usize) -> usize {
        self.0.below(most.max(1))
    }

    /// One of several.
    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }

    /// A place to the left of another: one part in three each near the beginning, near the end, and anywhere.
    fn place(&mut self, length: usize) -> usize {
        match self.below(3) {
            0 => self.below(length.min(256)),
            1 => length.saturating_sub(1 + self.below(length.min(256))),
            _ => self.below(length),
        }
    }
}

/// What does harm where a text stands: numbers and places off the edge, days that there are not, names that mean something, marks of
/// the format itself, and characters that few think of.
const HOSTILE: &[&str] = &[
    "",
    "0",
    "-1",
    "-0",
    "1e308",
    "-1e308",
    "1e-320",
    "NaN",
    "inf",
    "0.1",
    "65536",
    "2147483648",
    "4294967296",
    "18446744073709551616",
    "99999999999999999999",
    "1048577",
    "16385",
    "2958466",
    "0x10",
    "A0",
    "A1048577",
    "XFE1",
    "XFD1048576",
    "A1:XFD1048576",
    "B2:A1",
    "$A$1:$ZZZ$9999999",
    "#REF!",
    "Blad1!A1",
    "2026-02-30",
    "9999-12-31",
    "0000-00-00",
    "2026-11-07T25:61:61",
    "PT99999999H",
    "PT1,5S",
    "1900-02-29",
    "=1+1",
    "'=1",
    "+2",
    "50%",
    "_x0000_",
    "_xD800_",
    "_x000D_",
    "&#0;",
    "&#x110000;",
    "&amp;",
    "&b;",
    "<!--",
    "-->",
    "]]>",
    "<![CDATA[",
    "</",
    "/>",
    "\"",
    "'",
    "\\",
    "\\ud800",
    "\\u0000",
    "\u{0}",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
    "\u{202e}",
    "\u{2028}",
    "\u{fffe}",
    "\u{10ffff}",
    "e\u{301}\u{301}\u{301}",
    "👩\u{200d}👩",
    "عربي",
    "\r",
    "\n",
    "\t",
    "true",
    "null",
    "[]",
    "{}",
    "string",
    "float",
    "str",
    "s",
    "e",
    "b",
    "d",
    "inlineStr",
    "hidden",
    "veryHidden",
    "klantreis workbook 1",
    "klantreis.report",
    "phase",
    "goal",
    "Doel",
    "Fase",
    "Emotie",
    "1. Doel",
    "emotion",
    "id",
    "x",
    "../..",
    "file:///etc/passwd",
];

/// What stands between the words of XML.
const XML: &[u8] = b"<>\"='/ :";

/// How often something is repeated that is repeated.
const OFTEN: [usize; 3] = [2, 17, 400];
/// The most bytes that damage makes of a file: more would try how large a file may be, which tests of their own do.
const MOST: usize = 1 << 20;

/// Damages a file of that extension at 1 to 4 places: as bytes, or within its container and by its own marks.
pub fn damaged(extension: &str, bytes: &[u8], seed: u64) -> Vec<u8> {
    let mut dice = Dice(Random(seed));
    if dice.below(4) == 0 {
        return several(&mut dice, bytes.to_vec(), raw);
    }
    match extension {
        "xlsx" | "ods" => parts(&mut dice, bytes),
        "xls" => records(&mut dice, bytes),
        "png" => chunks(&mut dice, bytes),
        "jpg" => several(&mut dice, bytes.to_vec(), raw),
        "svg" => several(&mut dice, bytes.to_vec(), |dice, bytes| marked(dice, bytes, XML)),
        "json" => several(&mut dice, bytes.to_vec(), |dice, bytes| marked(dice, bytes, b"{}[]:,\"")),
        _ => several(&mut dice, bytes.to_vec(), |dice, bytes| marked(dice, bytes, b",;\t\"\n")),
    }
}

fn several(dice: &mut Dice, mut bytes: Vec<u8>, damage: fn(&mut Dice, &mut Vec<u8>)) -> Vec<u8> {
    for _ in 0..=dice.below(4) {
        if !bytes.is_empty() {
            damage(dice, &mut bytes);
        }
        bytes.truncate(MOST);
    }
    bytes
}

/// Bytes that are turned, cut off, taken out, doubled, put elsewhere, or that claim another length.
fn raw(dice: &mut Dice, bytes: &mut Vec<u8>) {
    let at = dice.place(bytes.len());
    let end = (at + 1 + dice.below(64)).min(bytes.len());
    match dice.below(9) {
        0 => bytes[at] ^= 1 << dice.below(8),
        1 => bytes[at] = *dice.one(&[0, 1, 0x7f, 0x80, 0xfe, 0xff]),
        2 => bytes.truncate(at),
        3 => drop(bytes.drain(at..end)),
        4 => {
            let piece = bytes[at..end].repeat(*dice.one(&OFTEN));
            bytes.splice(at..at, piece).for_each(drop);
        }
        5 => {
            let piece: Vec<u8> = bytes.drain(at..end).collect();
            let to = dice.below(bytes.len() + 1);
            bytes.splice(to..to, piece).for_each(drop);
        }
        6 => put(bytes, at, &dice.one(&[0_u16, 1, 0x7fff, 0x8000, 0xffff]).to_le_bytes()),
        7 => put(bytes, at, &dice.one(&[0_u32, 1, 0xffff, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff]).to_le_bytes()),
        _ => {
            let random: Vec<u8> = (at..end).map(|_| dice.below(256).to_le_bytes()[0]).collect();
            put(bytes, at, &random);
        }
    }
}

/// Puts bytes over others, up to the end.
fn put(bytes: &mut [u8], at: usize, over: &[u8]) {
    let there = (bytes.len() - at).min(over.len());
    bytes[at..at + there].copy_from_slice(&over[..there]);
}

/// What stands between two marks of a text becomes something hostile, or is taken out, repeated, or changed with what stands elsewhere.
fn marked(dice: &mut Dice, bytes: &mut Vec<u8>, marks: &[u8]) {
    let places: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| marks.contains(byte)).map(|(at, _)| at).collect();
    let span = |dice: &mut Dice| {
        let first = dice.below(places.len());
        let last = (first + 1 + if dice.below(4) == 0 { dice.below(12) } else { 0 }).min(places.len().saturating_sub(1));
        places.get(first).zip(places.get(last)).map_or((0, 0), |(first, last)| ((first + 1).min(*last), *last))
    };
    let (start, end) = span(dice);
    let here = bytes[start..end].to_vec();
    match dice.below(7) {
        0..=2 => drop(bytes.splice(start..end, dice.one(HOSTILE).bytes())),
        3 => drop(bytes.drain(start..end)),
        4 => {
            let often = here.repeat((*dice.one(&OFTEN)).min(MOST / here.len().max(1)));
            bytes.splice(start..end, often).for_each(drop);
        }
        5 => {
            let (from, to) = span(dice);
            let there = bytes[from..to].to_vec();
            bytes.splice(start..end, there).for_each(drop);
        }
        _ => raw(dice, bytes),
    }
}

/// The parts of a package that readers look into.
fn is_read(name: &str) -> bool {
    matches!(name.rsplit('.').next(), Some("xml" | "rels" | "mimetype"))
}

/// Damages the XML in a package and packs it anew; parts too may be lost, change places or be stored unpacked.
fn parts(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("the file was sound");
    let mut parts = Vec::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("the file was sound");
        let mut text = Vec::new();
        part.read_to_end(&mut text).expect("the file was sound");
        let name = part.name().expect("the file was sound").into_owned();
        // What is stored comes first in files of LibreOffice, and says what they are.
        let packed = name != "mimetype" && dice.below(4) > 0;
        parts.push((name, packed, text));
    }
    let read: Vec<usize> = (0..parts.len()).filter(|index| is_read(&parts[*index].0)).collect();
    for _ in 0..=dice.below(3) {
        let index = *dice.one(&read);
        match dice.below(20) {
            0 => parts[index].2.clear(),
            1 => {
                let other = *dice.one(&read);
                let twin = parts[other].2.clone();
                parts[index].2 = twin;
            }
            2 => parts[index].0.insert(0, 'x'),
            _ => {
                let text = std::mem::take(&mut parts[index].2);
                parts[index].2 = several(dice, text, |dice, bytes| marked(dice, bytes, XML));
            }
        }
    }
    package::zip(&parts)
}

/// Damages the records of an old workbook and lays them out anew, mostly with lengths and places that are right.
fn records(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).expect("the file was sound");
    let mut whole = Vec::new();
    file.open_stream("/Workbook").and_then(|mut stream| stream.read_to_end(&mut whole)).expect("the file was sound");
    if dice.below(4) == 0 {
        return stream::compound(&several(dice, whole, raw));
    }
    let mut records = split(&whole);
    for _ in 0..=dice.below(4) {
        let (one, other) = (dice.below(records.len()), dice.below(records.len()));
        match dice.below(6) {
            0 => records.swap(one, other),
            1 => {
                let twin = records[other].clone();
                records.insert(one, twin);
            }
            2 if records.len() > 1 => drop(records.remove(one)),
            3 => records[one].0 = records[other].0,
            _ => {
                let data = std::mem::take(&mut records[one].1);
                records[one].1 = several(dice, data, raw);
            }
        }
    }
    stream::compound(&stream::laid(&records))
}

/// The records of a stream: kind and data.
fn split(mut stream: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let mut records = Vec::new();
    while let Some(([kind, other, low, high], rest)) = stream.split_first_chunk() {
        let length = usize::from(u16::from_le_bytes([*low, *high])).min(rest.len());
        let (data, after) = rest.split_at(length);
        records.push((u16::from_le_bytes([*kind, *other]), data.to_vec()));
        stream = after;
    }
    records
}

/// Damages the chunks of a PNG, each of which is told anew how long it is and what its bytes add up to.
fn chunks(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    let (head, mut rest) = bytes.split_at(8);
    let mut chunks = Vec::new();
    while let Some((length, after)) = rest.split_first_chunk() {
        let (chunk, after) = after.split_at(u32::from_be_bytes(*length) as usize + 4);
        chunks.push(chunk.to_vec());
        rest = &after[4..];
    }
    for _ in 0..=dice.below(3) {
        let (one, other) = (dice.below(chunks.len()), dice.below(chunks.len()));
        match dice.below(5) {
            0 => chunks.swap(one, other),
            1 => chunks.insert(one, chunks[other].clone()),
            _ => {
                let data = chunks[one].split_off(4);
                chunks[one].extend(several(dice, data, raw));
            }
        }
    }
    let mut whole = head.to_vec();
    for chunk in chunks {
        whole.extend(u32::try_from(chunk.len() - 4).expect("a chunk is short").to_be_bytes());
        let sum = crc(&chunk);
        whole.extend(chunk);
        whole.extend(sum.to_be_bytes());
    }
    whole
}

/// What bytes add up to (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let turn = |sum: u32, _| if sum & 1 == 1 { 0xedb8_8320 ^ (sum >> 1) } else { sum >> 1 };
    !bytes.iter().fold(u32::MAX, |sum, byte| (0..8).fold(sum ^ u32::from(*byte), turn))
}
