//! The part of a line that a diagnostic shows.

use std::ops::Range;

/// Characters of a line that are shown before the place, and in all, when the line is longer than that.
const BEFORE: usize = 50;
const SHOWN: usize = 110;

/// A line, or the part of a long one around the place, with `…` where it is cut.
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

        let whole = text[line_start..line_end].chars().nth(SHOWN).is_none();
        let shown = if whole { line_start..line_end } else { window(text, line_start, start, line_end) };
        let (head, tail) = (if shown.start > line_start { "…" } else { "" }, if shown.end < line_end { "…" } else { "" });
        let shift = |offset: usize| offset.min(shown.end) - shown.start + head.len();
        Self { marked: shift(start)..shift(end), line: format!("{head}{}{tail}", &text[shown.clone()]) }
    }
}

/// The part of a long line around `at`.
fn window(text: &str, line_start: usize, at: usize, line_end: usize) -> Range<usize> {
    let start = text[line_start..at].char_indices().rev().take(BEFORE).last().map_or(at, |(offset, _)| line_start + offset);
    let end = text[start..line_end].char_indices().nth(SHOWN).map_or(line_end, |(offset, _)| start + offset);
    start..end
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
}
