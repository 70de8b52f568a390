//! When two texts say the same, whatever a program that saved them did to their white space, to what cannot be seen and to what looks
//! like an escape.

use std::borrow::Cow;

use crate::journey;
use crate::read::xlsx::unescaped;

/// The text without what programs drop or change: white space around it, and which and how much of it there is within; control
/// characters; what XML cannot hold; escapes; and soft hyphens, which cells leave out.
pub fn key(text: &str) -> String {
    let text = without_escapes(text);
    let kept: String = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || lost(*c))).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lost(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{feff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

/// How often a text may have been read with an escape too many or too few and saved again.
const SAVED: usize = 8;

/// The text with what it is taken for in the place of what looks like an escape. A workbook holds a written `_x000D_` as
/// `_x005F_x000D_`; openpyxl reads that with every `x005F_` taken out, `SheetJS` and `ExcelJS` read it right, and all of them write
/// `_x000D_`, which is a carriage return, and a line end once it is read. `SheetJS` takes `_X000D_` for the same.
fn without_escapes(text: &str) -> Cow<'_, str> {
    const OPENPYXL: &str = "x005F_";
    let mut plain = if text.contains("_X") { Cow::Owned(text.replace("_X", "_x")) } else { Cow::Borrowed(text) };
    for _ in 0..SAVED {
        if !plain.contains("_x") && !plain.contains(OPENPYXL) {
            break;
        }
        plain = Cow::Owned(unescaped(&plain.replace(OPENPYXL, "")));
    }
    if plain.contains('\r') { Cow::Owned(plain.replace("\r\n", "\n").replace('\r', "\n")) } else { plain }
}

/// The same of each line, without empty lines.
pub fn lines(text: &str) -> String {
    without_escapes(text).split('\n').map(key).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The same without any white space: what is left of a text that was parted and put together.
pub fn squeezed(text: &str) -> String {
    key(text).replace(' ', "")
}

/// How many pieces, from the first, are a text when put together; all without white space. Pieces within may be of nothing but that.
pub fn together(text: &str, pieces: impl Iterator<Item = impl AsRef<str>>) -> Option<usize> {
    let mut rest = text;
    for (nth, piece) in pieces.enumerate() {
        let piece = piece.as_ref();
        if nth == 0 && piece.is_empty() {
            return None;
        }
        rest = rest.strip_prefix(piece)?;
        if rest.is_empty() {
            return Some(nth + 1);
        }
    }
    None
}

/// A name without regard to case and accents.
pub fn folded(name: &str) -> String {
    journey::fold(&key(name))
}

/// Whether two scores are the same, as far as programs keep digits.
pub fn score(one: f64, other: f64) -> bool {
    (one - other).abs() <= 1e-9 * one.abs().max(other.abs()).max(1e-3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_escape_says_the_same_however_it_was_saved() {
        for (text, saved) in [
            ("a _x000D_ b", "a \r b"),
            ("a _x000D_ b", "a \n b"),
            ("_x005F_x000D_", "_x000D_"),
            ("_x005f_x000D_", "_x000D_"),
            ("_xD83D__xDE00_", "😀"),
            ("ax005F_b", "ab"),
            ("a _X000D_ b", "a \n b"),
            ("_x000a_", "\n"),
        ] {
            assert_eq!(key(text), key(saved), "{text}");
            assert_eq!(lines(text), lines(saved), "{text}");
        }
        assert_ne!(key("_x0041_"), key("_x0042_"));
        assert_eq!(key("a_x b"), "a_x b");
    }
}
