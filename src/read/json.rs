//! Journeys as JSON.

use serde_json::value::RawValue;

use super::{Reader, Reading, syntax, text, within_size};
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::{self, Cursor, Journey, Json};
use crate::tongue::say;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "json",
    extensions: &["json"],
    summary: "Journey as JSON: the document that everything else is made from",
    claims,
    text: |bytes| text::shown(bytes).into_owned(),
    read: |bytes, _| read(bytes),
};

/// Reads a file. One that is not UTF-8 is read in the encoding that is found out, with a warning.
fn read(bytes: &[u8]) -> Result<Reading, Vec<Diagnostic>> {
    within_size(bytes.len()).map_err(|problem| vec![problem])?;
    let Some(foreign) = text::foreign(bytes) else { return json_bytes(bytes).map(Reading::of_document) };
    let remark = other_encoding(&foreign);
    match json(&foreign.text) {
        Ok(journey) => {
            let mut reading = Reading::of_document(journey);
            reading.remarks.push(remark);
            Ok(reading)
        }
        Err(problems) => Err([remark].into_iter().chain(problems).collect()),
    }
}

/// The warning that a document is not UTF-8, at the first character by which it shows.
fn other_encoding(text::Foreign { text, encoding, first }: &text::Foreign) -> Diagnostic {
    let remark = Diagnostic::new(Code::OtherEncoding, say!("other-encoding", encoding = *encoding));
    let Some(first) = *first else { return remark.help(say!("other-encoding-help")) };
    let end = text.ceil_char_boundary(first + 1);
    remark.help(say!("other-encoding-accents-help")).span(Cursor::at_start(text).span(first..end))
}

/// Reads a journey from JSON text. A byte order mark at the start is passed over.
///
/// # Errors
/// Every problem found, at most [`limits::PROBLEMS`](crate::journey::limits::PROBLEMS) of them and a last one that counts the
/// rest, in the order of the text. What is not JSON, too large or nested too deeply is reported alone, since nothing
/// else of it can be trusted.
///
/// ```
/// let journey = klantreis::read::json(r#"{
///     "klantreis": 1, "title": "Naar het college", "language": "nl",
///     "phases": [{ "title": "Oriëntatie", "cells": { "goal": "Weten wat er is", "emotion": 1 } }]
/// }"#).unwrap();
/// assert_eq!(journey.lanes[1].title, "Beleving");
///
/// let problems = klantreis::read::json(r#"{ "klantreis": 1, "titel": "x", "language": "nl", "phases": [] }"#).unwrap_err();
/// assert_eq!(problems[0].help.as_deref(), Some("did you mean `title`?"));
/// ```
pub fn json(text: &str) -> Result<Journey, Vec<Diagnostic>> {
    within_size(text.len()).map_err(|problem| vec![problem])?;
    let document = document(text).map_err(|problem| vec![problem])?;
    journey::check(text, document)
}

/// The same from bytes, which are UTF-8 or refused; a [`Reader`] understands files in other encodings besides.
///
/// # Errors
/// As [`json`], and [`Code::NotUtf8`].
pub fn json_bytes(bytes: &[u8]) -> Result<Journey, Vec<Diagnostic>> {
    within_size(bytes.len()).map_err(|problem| vec![problem])?;
    let text = utf8(bytes).map_err(|problem| vec![problem])?;
    json(text)
}

/// Gives diagnostics that only have a JSON pointer, such as those of layouts, their place in the document. Where the document
/// leaves a value to follow from something else, place and pointer are those of the nearest value around it that is written. A
/// text that is not JSON gives none.
///
/// ```
/// use klantreis::diagnostic::{Code, Diagnostic};
///
/// let text = r#"{ "klantreis": 1, "phases": [{ "title": "A", "cells": { "goal": "Weten" } }] }"#;
/// let mut remarks = [Diagnostic::new(Code::DoesNotFit, "too much").at("/phases/0/cells/goal/0")];
/// klantreis::read::locate(text, &mut remarks);
/// assert_eq!(remarks[0].span.as_ref().unwrap().column, 65);
/// assert_eq!(remarks[0].pointer.as_deref(), Some("/phases/0/cells/goal"), "the only item stands without its list");
/// ```
pub fn locate(text: &str, diagnostics: &mut [Diagnostic]) {
    let mut placeless: Vec<&mut Diagnostic> = diagnostics.iter_mut().filter(|remark| remark.span.is_none()).collect();
    placeless.retain(|remark| remark.pointer.is_some());
    if placeless.is_empty() || within_size(text.len()).is_err() {
        return;
    }
    let Ok(document) = document(text) else { return };
    let places = journey::locate(text, document, placeless.iter().filter_map(|remark| remark.pointer.as_deref()));
    for (remark, (pointer, span)) in placeless.into_iter().zip(places) {
        (remark.pointer, remark.span) = (Some(pointer), Some(span));
    }
}

/// Whether the bytes are meant as a journey: they have a field `klantreis`, or would be likely to if they were JSON. What is no
/// JSON needs only the word, since the quotation marks may be what is wrong with it, and of UTF-16 every second byte.
pub(super) fn claims(bytes: &[u8]) -> bool {
    let mark = b"klantreis";
    if let Ok(document) = document(&text::shown(bytes)) {
        return journey::has_version(document);
    }
    let narrow: Vec<u8> = bytes.iter().copied().filter(|byte| *byte != 0).collect();
    narrow.windows(mark.len()).any(|window| window == mark)
}

/// The value of a text that is JSON of any kind, its fields in their order.
///
/// # Errors
/// When it is none, too large, or nested too deeply.
pub(super) fn tree(text: &str) -> Result<Json, Diagnostic> {
    within_size(text.len())?;
    document(text).map(journey::as_written)
}

/// Whether a text is JSON of any kind.
pub(super) fn is_json(text: &str) -> bool {
    document(text).is_ok()
}

/// The one JSON value of a text.
fn document(text: &str) -> Result<&RawValue, Diagnostic> {
    let json = text.strip_prefix('\u{feff}').unwrap_or(text);
    let parsed = serde_json::from_str(json);
    syntax::within_depth(text, parsed.as_ref().err())?;
    parsed.map_err(|error| syntax::diagnostic(text, &error))
}

/// What ZIP files begin with, among them those of Excel, Word and `LibreOffice` (APPNOTE.TXT, 4.3.7).
const ZIP: &[u8] = b"PK\x03\x04";

/// The text of bytes that are to be one.
///
/// # Errors
/// Where the bytes are no UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, Diagnostic> {
    std::str::from_utf8(bytes).map_err(|error| {
        if bytes.starts_with(ZIP) {
            return Diagnostic::new(Code::NotUtf8, say!("no-text-but-zip")).help(say!("no-text-but-zip-help"));
        }
        let start = error.valid_up_to();
        let help = match bytes {
            [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => say!("utf16-damaged"),
            _ => say!("save-as-utf8"),
        };
        let valid = bytes.get(..start).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default();
        let span = Cursor::at_start(valid).span(start..start + 1);
        let message = say!("no-utf8");
        Diagnostic::new(Code::NotUtf8, message).help(help).span(span)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lane_that_is_not_there_is_said_once() {
        let phase = |title: &str| format!("{{\"title\":\"{title}\",\"cells\":{{\"goal\":\"x\",\"gaol\":\"y\"}}}}");
        let text = |phases: &[&str]| {
            let phases: Vec<_> = phases.iter().map(|title| phase(title)).collect();
            format!(
                "{{\"klantreis\":1,\"title\":\"A\",\"language\":\"nl\",\"lanes\":[{{\"id\":\"goal\",\"kind\":\"goal\"}}],\"phases\":[{}]}}",
                phases.join(",")
            )
        };
        for (phases, elsewhere) in [
            (&["Een"][..], None),
            (&["Een", "Twee"], Some(", here and in one other cell")),
            (&["Een", "Twee", "Drie"], Some(", here and in 2 other cells")),
        ] {
            let problems = crate::read::json(&text(phases)).unwrap_err();
            let said: Vec<_> = problems.iter().filter(|problem| problem.code == Code::UnknownLane).collect();
            assert_eq!((problems.len(), said.len()), (1, 1), "{problems:?}");
            let message = &said[0].message;
            assert!(elsewhere.map_or(!message.contains(", here"), |elsewhere| message.ends_with(elsewhere)), "{message}");
        }
    }

    #[test]
    fn a_journey_is_known_by_its_mark_whatever_is_wrong_with_it() {
        let utf16: Vec<u8> = r#"{ "klantreis": 1 }"#.encode_utf16().flat_map(u16::to_le_bytes).collect();
        for meant in [r#"{ "klantreis": 1 }"#, r#"{ "klantreis": 1, "#, "{ “klantreis”: 1 }", "{ klantreis: 1 }"] {
            assert!(claims(meant.as_bytes()), "{meant}");
        }
        assert!(claims(&utf16) && claims(&[&[0xff, 0xfe], utf16.as_slice()].concat()));
        for other in ["", "{}", "[1, 2", r#"{ "about": "klantreis" }"#, r#"["klantreis"]"#] {
            assert!(!claims(other.as_bytes()), "{other}");
        }
    }
}
