//! The text of a PDF in the order of its content streams, by `ToUnicode` and `ActualText`: what a reader that follows the
//! specification (ISO 32000-1, 9.10 and 14.9.4) makes of it.

use std::collections::BTreeMap;

use lopdf::content::Content;
use lopdf::{Dictionary, Document, Object};

/// What content says by `ActualText` that is a hyphen put in by line breaking; no other content needs to say it so.
pub const HYPHEN: &str = "-";

/// The text of each page. Runs follow each other as they stand in the content stream; artifacts are left out, and so are hyphens put in by
/// line breaking.
pub fn pages(bytes: &[u8]) -> Vec<String> {
    let document = Document::load_mem(bytes).expect("the PDF can be read");
    document.get_pages().into_values().map(|page| page_text(&document, page)).collect()
}

/// What a marked-content sequence does to the text in it.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    /// Nothing.
    Plain,
    /// Something else is said instead, or nothing at all.
    Replaced,
}

fn page_text(document: &Document, page: lopdf::ObjectId) -> String {
    let fonts: BTreeMap<Vec<u8>, BTreeMap<u16, String>> = document
        .get_page_fonts(page)
        .expect("the page has fonts")
        .into_iter()
        .map(|(name, font)| (name, to_unicode(document, font)))
        .collect();
    let content = Content::decode(&document.get_page_content(page)).expect("operators");
    let (mut text, mut font, mut marks) = (String::new(), None, Vec::new());
    for operation in content.operations {
        let operands = &operation.operands;
        match operation.operator.as_str() {
            "Tf" => font = fonts.get(operands[0].as_name().expect("a font name")),
            "BMC" | "BDC" => {
                let actual = operands.get(1).and_then(|entries| entries.as_dict().ok()?.get(b"ActualText").ok()?.as_str().ok());
                let artifact = operands[0].as_name().is_ok_and(|tag| tag == b"Artifact");
                let silent = marks.contains(&Mark::Replaced);
                if let Some(actual) = actual
                    && !silent
                {
                    let actual = utf16(actual.strip_prefix(&[0xFE, 0xFF]).expect("a byte order mark"));
                    text.push_str(if actual == HYPHEN { "" } else { &actual });
                }
                marks.push(if actual.is_some() || artifact { Mark::Replaced } else { Mark::Plain });
            }
            "EMC" => assert!(marks.pop().is_some(), "marked content ends that did not begin"),
            "TJ" if !marks.contains(&Mark::Replaced) => {
                let shown = operands[0].as_array().expect("an array").iter().filter_map(|item| item.as_str().ok());
                let codes = shown.flat_map(|codes| codes.chunks(2)).map(|code| u16::from_be_bytes([code[0], code[1]]));
                let map = font.expect("a font is chosen before text is shown");
                text.extend(codes.map(|code| map.get(&code).expect("every glyph has a text").as_str()));
            }
            "Tj" | "'" | "\"" => panic!("text is shown by TJ only"),
            _ => {}
        }
    }
    assert!(marks.is_empty(), "marked content that does not end");
    text
}

/// The most units of UTF-16 that a code stands for.
pub fn longest_code(bytes: &[u8]) -> usize {
    let document = Document::load_mem(bytes).expect("a PDF");
    let fonts = document.page_iter().flat_map(|page| document.get_page_fonts(page).expect("the page has fonts").into_values());
    let texts = fonts.flat_map(|font| to_unicode(&document, font).into_values());
    texts.map(|text| text.encode_utf16().count()).max().unwrap_or(0)
}

pub fn to_unicode(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let stream = font.get_deref(b"ToUnicode", document).and_then(Object::as_stream).expect("a ToUnicode map");
    let map = String::from_utf8(stream.get_plain_content().expect("a stream")).expect("ASCII");
    let mut texts = BTreeMap::new();
    let mut inside = false;
    for line in map.lines() {
        match line.trim() {
            entry if entry.ends_with("beginbfchar") => inside = true,
            "endbfchar" => inside = false,
            entry if inside => {
                let (code, text) = entry.split_once(' ').expect("code and text");
                let bytes = hexadecimal(text);
                texts.insert(u16::from_str_radix(code.trim_matches(['<', '>']), 16).expect("a code"), utf16(&bytes));
            }
            _ => {}
        }
    }
    texts
}

fn hexadecimal(text: &str) -> Vec<u8> {
    let digits = text.trim_matches(['<', '>']);
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).expect("digits")).collect()
}

pub fn utf16(bytes: &[u8]) -> String {
    let units: Vec<u16> = bytes.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}
