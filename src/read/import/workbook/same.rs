//! When two texts say the same, whatever a program that saved them did to their white space and to what cannot be seen.

use crate::journey;

/// The text without what programs drop or change: white space around it, and which and how much of it there is within; control
/// characters; what XML cannot hold.
pub fn key(text: &str) -> String {
    let kept: String = text.chars().filter(|c| c.is_whitespace() || !(c.is_control() || lost(*c))).collect();
    kept.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn lost(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fffd}' | '\u{fffe}' | '\u{ffff}')
}

/// The same of each line, without empty lines.
pub fn lines(text: &str) -> String {
    text.split('\n').map(key).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
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
