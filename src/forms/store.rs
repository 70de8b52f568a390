//! The journey as a column of texts, kept in a workbook where nobody looks: the mark by which the workbook is known again, then the
//! normal form in pieces that a cell can hold.

use crate::journey::{Journey, normal};

/// The name of the sheet.
pub const SHEET: &str = "klantreis";
/// What stands in the first cell: the mark and the version of the way of keeping.
pub const MARK: &str = "klantreis workbook 1";
/// The most characters of a piece. A cell holds 32,767 UTF-16 units.
const PIECE: usize = 16_000;

/// The texts, from the top.
#[must_use]
pub fn write(journey: &Journey) -> Vec<String> {
    let json = plain(&normal(journey));
    let characters: Vec<char> = json.chars().collect();
    let pieces = characters.chunks(PIECE).map(|piece| piece.iter().collect());
    std::iter::once(MARK.to_owned()).chain(pieces).collect()
}

/// The normal form of the journey that was written as these texts; `None` when they are not such texts.
#[must_use]
pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut texts = texts.into_iter();
    texts.next().filter(|mark| mark.trim() == MARK)?;
    Some(texts.collect())
}

/// JSON that every program keeps as it is: on one line, without characters that XML cannot hold, and no space beside a space or at
/// an end of a piece, where some programs drop it.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    let mut in_text = false;
    let mut escaped = false;
    for character in json.chars() {
        match character {
            '\n' | ' ' if !in_text => {}
            ' ' | '\u{fffe}' | '\u{ffff}' | '\u{7f}'..='\u{9f}' => {
                plain.push_str("\\u");
                plain.extend((0..4).rev().filter_map(|digit| char::from_digit(u32::from(character) >> (4 * digit) & 15, 16)));
            }
            other => plain.push(other),
        }
        in_text ^= character == '"' && !escaped;
        escaped = in_text && character == '\\' && !escaped;
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read;

    #[test]
    fn what_was_written_is_read() {
        let text = r#"{ "klantreis": 1, "title": "a  \"b\\ \" c\\", "language": "nl",
            "phases": [{ "title": " \u0000 \uffff \n x", "cells": { "goal": "é 😀" } }], "x": { "n": [1, "  "] } }"#;
        let journey = read::json(text).unwrap();
        let texts = write(&journey);
        assert!(texts.iter().all(|text| text == MARK || !text.contains([' ', '\n', '\u{ffff}'])), "{texts:?}");
        let back = super::read(texts.iter().map(String::as_str)).unwrap();
        assert_eq!(read::json(&back).unwrap(), journey);
        assert_eq!(super::read(["something else", "{}"]), None);
    }

    #[test]
    fn pieces_fit_into_cells() {
        let long = "😀".repeat(50_000);
        let journey =
            read::json(&format!(r#"{{ "klantreis": 1, "title": "{long}", "language": "nl", "phases": [{{ "title": "A" }}] }}"#));
        let texts = write(&journey.unwrap());
        assert!(texts.len() > 3 && texts.iter().all(|text| text.encode_utf16().count() <= 32_767));
    }
}
