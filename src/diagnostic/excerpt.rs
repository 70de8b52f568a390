//! The part of a line that a diagnostic shows.

use std::ops::Range;

use super::harmless;

/// Characters of a line that are shown before the place, and in all, when the line is longer than that; an escape counts as it is
/// written.
const BEFORE: usize = 50;
const SHOWN: usize = 110;

/// A line, or the part of a long one around the place, with `…` where it is cut and escapes for what would do harm.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    /// The text shown, without a line end.
    pub line: String,
    /// The bytes of it to mark.
    pub marked: Range<usize>,
}

impl Excerpt {
    /// The excerpt for some bytes of a text. Bytes outside the text, on a further line or amid a character are left out.
    pub fn of(text: &str, bytes: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(bytes.start);
        let line_start = text[..start].rfind('\n').map_or(0, |end| end + 1);
        let line_start = if line_start == 0 && start > 0 && text.starts_with('\u{feff}') { 3 } else { line_start };
        let line_end = text[start..].find('\n').map_or(text.len(), |length| start + length);
        let line_end = if start < line_end && text[..line_end].ends_with('\r') { line_end - 1 } else { line_end };
        let end = text.ceil_char_boundary(bytes.end).clamp(start, line_end);

        let whole = cut(text[line_start..line_end].chars(), SHOWN).is_none();
        let shown = if whole { line_start..line_end } else { window(text, line_start, start, line_end) };
        let mut line = String::from(if shown.start > line_start { "…" } else { "" });
        let mut marked = line.len()..line.len();
        for (at, c) in text[shown.clone()].char_indices() {
            push(c, &mut line);
            if shown.start + at < start {
                marked = line.len()..line.len();
            } else if shown.start + at < end {
                marked.end = line.len();
            }
        }
        line.push_str(if shown.end < line_end { "…" } else { "" });
        Self { line, marked }
    }
}

/// The part of a long line around `at`.
fn window(text: &str, line_start: usize, at: usize, line_end: usize) -> Range<usize> {
    let start = cut(text[line_start..at].chars().rev(), BEFORE).map_or(line_start, |length| at - length);
    let end = cut(text[start..line_end].chars(), SHOWN).map_or(line_end, |length| start + length);
    start..end
}

/// How many bytes of the text stand on that many columns; `None` when it has no more than those.
fn cut(text: impl Iterator<Item = char>, columns: usize) -> Option<usize> {
    let (mut used, mut length, mut shown) = (0, 0, String::new());
    for c in text {
        shown.clear();
        push(c, &mut shown);
        used += shown.chars().count();
        if used > columns {
            return Some(length);
        }
        length += c.len_utf8();
    }
    None
}

/// Adds a character as an excerpt has it. A tab stays, which whoever draws the excerpt sets as spaces.
fn push(c: char, line: &mut String) {
    if c == '\t' { line.push(c) } else { harmless::push(c, line) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, bytes: Range<usize>) -> (String, String) {
        let Excerpt { line, marked } = Excerpt::of(text, &bytes);
        (line.clone(), line[marked].to_owned())
    }

    #[test]
    fn a_short_line_is_whole() {
        assert_eq!(shown("één\ntwee\r\ndrie", 6..8), ("twee".into(), "tw".into()));
        assert_eq!(shown("één\ntwee\r\ndrie", 8..14), ("twee".into(), "ee".into()));
        assert_eq!(shown("a\n", 2..2), (String::new(), String::new()));
        assert_eq!(shown("\u{feff}abc", 3..4), ("abc".into(), "a".into()));
        assert_eq!(shown("é", 1..9), ("é".into(), "é".into()));
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        let text = format!("{}GOAL{}", "é".repeat(1000), "ø".repeat(1000));
        let (line, marked) = shown(&text, 2000..2004);
        assert_eq!(marked, "GOAL");
        assert_eq!(line, format!("…{}GOAL{}…", "é".repeat(BEFORE), "ø".repeat(SHOWN - BEFORE - 4)));
        assert_eq!(shown(&text, 2000..4004).1.chars().count(), SHOWN - BEFORE);
    }

    #[test]
    fn escapes_are_marked_as_they_are_written_and_count_as_such() {
        assert_eq!(shown("a\u{9b}b\u{202e}c", 4..7), ("a\\u{9b}b\\u{202e}c".into(), "\\u{202e}".into()));
        assert_eq!(shown("a\tb", 2..3), ("a\tb".into(), "b".into()));
        let text = "\u{9b}".repeat(1000);
        let (line, marked) = shown(&text, 1000..1002);
        assert_eq!(marked, "\\u{9b}");
        assert_eq!(line, format!("…{}…", "\\u{9b}".repeat(SHOWN / 6)));
        let turned = format!("{}GOAL", "\u{2028}".repeat(40));
        assert_eq!(shown(&turned, 120..124).0, format!("…{}GOAL", "\\u{2028}".repeat(BEFORE / 8)));
    }
}
