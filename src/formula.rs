//! What a spreadsheet that opens a table of plain text would run as a formula, and the apostrophe that keeps it from doing so. One
//! rule, by which the writer puts the apostrophe and the reader takes it away.

/// Whether a spreadsheet might run a text: it begins with the sign of a formula, behind whatever spreadsheets pass over or strip
/// (white space with line ends, control characters, characters of no width), or with what has moved texts into the next cell (a
/// tab, a carriage return). Apostrophes before it make no difference, so that guarded text is told by the same rule.
fn might_run(text: &str) -> bool {
    let behind = text.trim_start_matches('\'');
    let signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    behind.starts_with(['\t', '\r']) || behind.trim_start_matches(|c| c == '\'' || is_passed_over(c)).starts_with(signs)
}

fn is_passed_over(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// The text with an apostrophe before it where a spreadsheet might run it, also behind apostrophes of its own.
pub(crate) fn guarded(text: &str) -> String {
    if might_run(text) { format!("'{text}") } else { text.to_owned() }
}

/// The text without the apostrophe that guards it.
pub(crate) fn unguarded(text: &str) -> &str {
    text.strip_prefix('\'').filter(|text| might_run(text)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_a_formula_is_guarded_and_comes_back() {
        for text in ["=1+1", "+31 6", "-", "@home", "\tx", "\rx", "'=1", "''-", "'\t"] {
            assert_eq!(guarded(text), format!("'{text}"));
            assert_eq!(unguarded(&guarded(text)), text);
        }
    }

    #[test]
    fn nothing_that_is_passed_over_hides_a_formula() {
        for before in ["\n", "\r\n", " ", " \n\t", "\u{a0}", "\u{2028}", "\u{85}", "\0", "\u{feff}", "\u{200b}", "\n' '", "'\n"] {
            for sign in ["=", "+", "-", "@", "＝", "＋", "－", "＠"] {
                let text = format!("{before}{sign}1");
                assert_eq!(guarded(&text), format!("'{text}"), "{text:?}");
                assert_eq!(unguarded(&guarded(&text)), text);
            }
        }
    }

    #[test]
    fn nothing_else_is_changed() {
        for text in ["'s avonds", "1=1", "", "'", "\nDoel", " x", "\u{200b}", "' '", "'\nx"] {
            assert_eq!((guarded(text).as_str(), unguarded(text)), (text, text));
        }
    }
}
