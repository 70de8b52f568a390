//! Text that comes from elsewhere, made such that it can be shown: a terminal obeys nothing in it, and nothing in it turns round or
//! breaks the line that it stands in.
//!
//! Everything that is printed for people goes through [`one_line`], and everything that is JSON for
//! programs through [`json`], [`pretty_json`] or [`harmless`]. A journey is data, and stands in its own normal form.

use std::fmt::Write;

use serde::Serialize;

/// Whether a character does something instead of being seen: the control characters of ASCII and ISO 6429 (of which a terminal obeys
/// U+009B as it does ESC `[`), the controls of the bidirectional algorithm (UAX 9, with the deprecated ones beside them), and the line
/// and paragraph separators.
pub(super) fn is_harmful(c: char) -> bool {
    c.is_control() || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}')
}

/// Adds a character as it is shown: itself, or an escape such as `\u{9b}` or `\n`.
pub(super) fn push(c: char, shown: &mut String) {
    if is_harmful(c) { shown.extend(c.escape_default()) } else { shown.push(c) }
}

/// A text on one line, with nothing in it that a terminal would obey or that turns what stands beside it.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    text.chars().for_each(|c| push(c, &mut line));
    line
}

/// The same for a page or a sheet, where a mark of direction stays: it belongs to text that is read from the right, and cannot turn
/// what stands beside it as embeddings, overrides and isolates do.
pub(crate) fn on_page(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}') { line.push(c) } else { push(c, &mut line) }
    }
    line
}

/// A record as JSON on one line, for programs.
pub(crate) fn json(record: &impl Serialize) -> String {
    // Strings, numbers and lists of them always serialise.
    harmless(&serde_json::to_string(record).unwrap_or_default())
}

/// The same over several lines.
pub(crate) fn pretty_json(record: &impl Serialize) -> String {
    harmless(&serde_json::to_string_pretty(record).unwrap_or_default())
}

/// A document in JSON that says the same, with `\u202e` and the like for what would do harm on the terminal of somebody who looks at
/// it.
pub(crate) fn harmless(document: &str) -> String {
    let mut shown = String::with_capacity(document.len());
    for c in document.chars() {
        // Outside its strings JSON is ASCII that is seen and space between, and inside them line feeds are escaped.
        if is_harmful(c) && c != '\n' {
            // A text takes all that is written to it.
            let _ = write!(shown, "\\u{:04x}", u32::from(c));
        } else {
            shown.push(c);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One of each sort, with the ends of the ranges.
    const HARMFUL: &str = "\0\t\n\r\u{1b}\u{7f}\u{80}\u{85}\u{9b}\u{9f}\u{61c}\u{200e}\u{200f}\u{2028}\u{2029}\u{202a}\u{202e}\u{2066}\u{2069}\u{206f}";

    #[test]
    fn what_does_harm_is_told_by_its_number() {
        assert_eq!(one_line("a\n\u{9b}31m\u{202e}b"), "a\\n\\u{9b}31m\\u{202e}b");
        assert!(!one_line(HARMFUL).contains(is_harmful));
        assert!(one_line(HARMFUL).is_ascii());
    }

    #[test]
    fn what_is_only_seen_stays() {
        for text in ["Ünïcode — “é”", "שלום", "👩‍👩‍👧‍👦", "a\u{301}\u{200b}\u{ad}\u{feff}", "\\u{9b}", "\u{a0}"]
        {
            assert_eq!(one_line(text), text);
        }
    }

    #[test]
    fn json_says_the_same_without_harm() {
        let (texts, plain) = ([HARMFUL, "\"\\é"], |c| is_harmful(c) && c != '\n');
        let line = json(&texts);
        assert!(!line.contains(is_harmful), "{line}");
        for document in [line, pretty_json(&texts), harmless(&serde_json::to_string(&texts).unwrap())] {
            assert!(!document.contains(plain), "{document}");
            assert_eq!(serde_json::from_str::<Vec<String>>(&document).unwrap(), texts);
        }
    }

    #[test]
    fn marks_of_direction_stay_on_a_page() {
        assert_eq!(on_page("\u{200f}א\u{9b}\n\u{202e}"), "\u{200f}א\\u{9b}\\n\\u{202e}");
    }
}
