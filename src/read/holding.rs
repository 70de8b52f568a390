//! What is in a file that another is about to replace.

use super::package::Package;
use super::{Options, Reader, Reading, csv, json, read, text};
use crate::forms::{REPORT_MARK, store};

/// What a file holds, as far as somebody would miss it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holding {
    /// A journey in JSON, valid or not.
    Journey,
    /// A workbook, or another file of an office program.
    Office {
        /// Whether it is a workbook of this program in which nobody has changed anything, so that nothing is lost with it.
        as_written: bool,
    },
    /// A table of text: at least one of its lines is divided into cells.
    Table,
    /// Anything else, such as drawings and pages.
    Other,
}

/// What the bytes of a file hold; `extension` is that of its name, without a dot.
#[must_use]
pub fn holding(extension: Option<&str>, bytes: &[u8]) -> Holding {
    let starts = |mark: &[u8]| bytes.starts_with(mark);
    if starts(b"PK\x03\x04") || starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") {
        let as_written = is_untouched(bytes).unwrap_or_default() || reads_as_written(bytes);
        return Holding::Office { as_written };
    }
    let is_named = |reader: &Reader| {
        extension.is_some_and(|extension| reader.extensions.iter().any(|known| extension.eq_ignore_ascii_case(known)))
    };
    // What is no JSON at all claims to be a journey by the word alone, which also tables and pages may have.
    if (is_named(&json::READER) || is_braced(bytes)) && json::claims(bytes) {
        Holding::Journey
    } else if is_named(&csv::READER) && csv::is_text(bytes) && csv::has_cells(&text::decode(bytes).0) {
        Holding::Table
    } else {
        Holding::Other
    }
}

/// Whether a text begins as an object of JSON does, in UTF-8 or UTF-16.
fn is_braced(bytes: &[u8]) -> bool {
    let mut text =
        bytes.iter().filter(|byte| !matches!(byte, 0 | 0xef | 0xbb | 0xbf | 0xfe | 0xff) && !byte.is_ascii_whitespace());
    text.next() == Some(&b'{')
}

/// Whether a workbook says what it was written with: then nobody has changed anything in it, or it has been put back.
fn reads_as_written(bytes: &[u8]) -> bool {
    matches!(read(None, bytes, &Options::default()).1, Ok(Reading { as_written: true, .. }))
}

/// Whether a workbook or a report of ours was never saved by another program: those pack a file in their own manner, and write their
/// own name, their own version or the time at which they save. `None` when it has no such properties or is damaged.
fn is_untouched(bytes: &[u8]) -> Option<bool> {
    if !is_packed_as_ours(bytes)? {
        return Some(false);
    }
    let mut package = Package::open(bytes).ok()?;
    let mut part = |name| package.text(name).ok().flatten();
    let book = part("xl/workbook.xml")?;
    let is_ours = [store::SHEET, REPORT_MARK].iter().any(|mark| book.contains(&format!("name=\"{mark}\"")));
    let (program, times) = (part("docProps/app.xml")?, part("docProps/core.xml")?);
    // What the library says that writes for us.
    let is_its = within(&program, "Application")? == "Microsoft Excel" && within(&program, "AppVersion")? == "12.0000";
    Some(is_ours && is_its && within(&times, "dcterms:created")? == within(&times, "dcterms:modified")?)
}

/// Whether every part of a package is of 1 January 1980, midnight, and was packed as a stream, its size behind it: the library that
/// writes for us does both, and hardly another (APPNOTE.TXT, 4.3.12 and 4.3.16; there is no comment at the end).
fn is_packed_as_ours(bytes: &[u8]) -> Option<bool> {
    const STREAMED: usize = 1 << 3;
    const FIRST_DAY: usize = 1 << 5 | 1;
    let two = |part: &[u8], at: usize| Some(usize::from(u16::from_le_bytes(part.get(at..at + 2)?.try_into().ok()?)));
    let end = bytes.get(bytes.len().checked_sub(22)?..)?;
    let mut at = two(end, 16)? | two(end, 18)? << 16;
    for _ in 0..two(end, 10)? {
        let part = bytes.get(at..).filter(|part| part.starts_with(b"PK\x01\x02"))?;
        let (flags, time, day) = (two(part, 8)?, two(part, 12)?, two(part, 14)?);
        if flags & STREAMED == 0 || time != 0 || day != FIRST_DAY {
            return Some(false);
        }
        at += 46 + two(part, 28)? + two(part, 30)? + two(part, 32)?;
    }
    Some(end.starts_with(b"PK\x05\x06"))
}

/// The text of the first element of that name.
fn within<'t>(xml: &'t str, name: &str) -> Option<&'t str> {
    let (_, rest) = xml.split_once(&format!("<{name}"))?;
    let (_, rest) = rest.split_once('>')?;
    rest.split_once(&format!("</{name}>")).map(|(text, _)| text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_known_with_and_without_faults_and_nothing_else_is() {
        let loose = r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B" }] }"#;
        let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(loose.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (extension, bytes) in [
            (None, loose.as_bytes()),
            (Some("pdf"), loose.as_bytes()),
            (Some("JSON"), b"klantreis: 1"),
            (None, b" { \"klantreis\": 1, "),
            (None, &utf16),
        ] {
            assert_eq!(holding(extension, bytes), Holding::Journey, "{extension:?}");
        }
        let schema = crate::journey::schema();
        let page = "<!doctype html><title>klantreis check</title>";
        for (extension, text) in
            [("json", schema.as_str()), ("json", "{}"), ("csv", "klantreis {\n"), ("html", page), ("svg", ""), ("csv", "")]
        {
            assert_eq!(holding(Some(extension), text.as_bytes()), Holding::Other, "{text:?}");
        }
        for (extension, text) in [("csv", "klantreis;{\n"), ("CSV", "a\n\nb,c\n"), ("tsv", "a\tb")] {
            assert_eq!(holding(Some(extension), text.as_bytes()), Holding::Table, "{text:?}");
        }
    }

    #[test]
    fn workbooks_of_others_are_never_as_we_wrote_them() {
        for bytes in [
            include_bytes!("../../fixtures/import/fietswinkel.xlsx").as_slice(),
            include_bytes!("../../tests/samples/typed.xlsx"),
            include_bytes!("../../tests/samples/typed.xls"),
            include_bytes!("../../tests/samples/typed.ods"),
            b"PK\x03\x04 and no more",
        ] {
            assert_eq!(holding(Some("xlsx"), bytes), Holding::Office { as_written: false });
        }
    }

    #[test]
    fn an_element_is_found_by_its_whole_name() {
        assert_eq!(within("<a x=\"1\">b</a><ab>c</ab>", "a"), Some("b"));
        assert_eq!(within("<a/>", "a"), None);
        assert_eq!(within("", "a"), None);
    }
}
