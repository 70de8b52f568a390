//! The journey as a column of texts, kept in a workbook where nobody looks: the mark by which the workbook is known again, then the
//! normal form in pieces that a cell can hold.

use super::line::Extent;
use crate::journey::{Journey, normal};

/// The name of the sheet.
pub const SHEET: &str = "klantreis";
/// What stands in the first cell: the mark and the version of the way of keeping.
pub const MARK: &str = "klantreis workbook 1";
/// The same in a workbook in which the contact moments have a sheet of their own, so that the matrix says less of them.
const SHORT: &str = "klantreis workbook 1, short";
/// The most characters of a piece. A cell holds 32,767 UTF-16 units.
const PIECE: usize = 16_000;

/// How much the cells of the matrix say, by the mark; `None` for a text that is none.
#[must_use]
pub fn extent(mark: &str) -> Option<Extent> {
    match mark.trim() {
        MARK => Some(Extent::Whole),
        SHORT => Some(Extent::Short),
        _ => None,
    }
}

/// The texts, from the top.
#[must_use]
pub fn write(journey: &Journey, extent: Extent) -> Vec<String> {
    let json = plain(&normal(journey));
    let characters: Vec<char> = json.chars().collect();
    let pieces = characters.chunks(PIECE).map(|piece| piece.iter().collect());
    let mark = match extent {
        Extent::Whole => MARK,
        Extent::Short => SHORT,
    };
    std::iter::once(mark.to_owned()).chain(pieces).collect()
}

/// The normal form of the journey that was written as these texts; `None` when they are not such texts.
#[must_use]
pub fn read<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let mut texts = texts.into_iter();
    texts.next().filter(|mark| extent(mark).is_some())?;
    Some(texts.collect())
}

/// JSON that every program keeps as it is: on one line, without characters that XML cannot hold, no space beside a space or at an end
/// of a piece, where some programs drop it, and nothing that looks like `_x000D_`, which some take for the character of that number
/// (ECMA-376 part 1, 22.9.2.19) although the file says that it is none, and others write as if it were.
fn plain(json: &str) -> String {
    let mut plain = String::with_capacity(json.len());
    let mut in_text = false;
    let mut escaped = false;
    let mut characters = json.chars().peekable();
    while let Some(character) = characters.next() {
        let hidden = match character {
            '\n' | ' ' if !in_text => continue,
            ' ' | '\u{fffe}' | '\u{ffff}' | '\u{7f}'..='\u{9f}' => true,
            '_' => characters.peek().is_some_and(|next| matches!(next, 'x' | 'X')),
            _ => false,
        };
        if hidden {
            plain.push_str("\\u");
            plain.extend((0..4).rev().filter_map(|digit| char::from_digit(u32::from(character) >> (4 * digit) & 15, 16)));
        } else {
            plain.push(character);
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
        let texts = write(&journey, Extent::Whole);
        assert!(texts.iter().all(|text| text == MARK || !text.contains([' ', '\n', '\u{ffff}'])), "{texts:?}");
        let back = super::read(texts.iter().map(String::as_str)).unwrap();
        assert_eq!(read::json(&back).unwrap(), journey);
        assert_eq!(super::read(["something else", "{}"]), None);
    }

    #[test]
    fn nothing_kept_looks_like_an_escape_of_a_workbook() {
        let text = r#"{ "klantreis": 1, "title": "_x000D_ _X0041_ a_x_b __x005F_x000D__", "language": "nl",
            "phases": [{ "title": "A_b" }], "x": { "_x0009_": "_x0009" } }"#;
        let journey = read::json(text).unwrap();
        let texts = write(&journey, Extent::Whole);
        assert!(!texts.concat().contains("_x") && !texts.concat().contains("_X") && texts.concat().contains("A_b"), "{texts:?}");
        assert_eq!(read::json(&super::read(texts.iter().map(String::as_str)).unwrap()).unwrap(), journey);
    }

    #[test]
    fn pieces_fit_into_cells() {
        let long = "😀".repeat(50_000);
        let journey =
            read::json(&format!(r#"{{ "klantreis": 1, "title": "{long}", "language": "nl", "phases": [{{ "title": "A" }}] }}"#));
        let texts = write(&journey.unwrap(), Extent::Whole);
        assert!(texts.len() > 3 && texts.iter().all(|text| text.encode_utf16().count() <= 32_767));
    }
}
