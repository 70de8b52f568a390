//! What XML 1.0 can hold. Nothing escapes a control character: those that XML forbids must be replaced before writing.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic};

/// Whether a document may hold the character (XML 1.0, section 2.2, `Char`).
fn allowed(character: char) -> bool {
    matches!(character, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..)
}

/// The text with U+FFFD for each forbidden character.
pub(super) fn clean(text: &str) -> Cow<'_, str> {
    if text.chars().all(allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().map(|character| if allowed(character) { character } else { '\u{FFFD}' }).collect())
}

/// The text as it stands between tags or in an attribute.
pub(crate) fn escape(text: &str) -> String {
    clean(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Forbidden characters met while a document is written, with how often each stands in the text that is shown.
#[derive(Default)]
pub(super) struct Forbidden(BTreeMap<char, usize>);

impl Forbidden {
    /// Cleans text that is shown, and counts.
    pub(super) fn shown<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        self.note(text, 1);
        clean(text)
    }

    /// Cleans text that says again what is shown, or is a property of the document.
    pub(super) fn unseen<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        self.note(text, 0);
        clean(text)
    }

    fn note(&mut self, text: &str, times: usize) {
        for character in text.chars().filter(|character| !allowed(*character)) {
            *self.0.entry(character).or_insert(0) += times;
        }
    }

    /// One warning for each distinct character, in the order of their code points.
    pub(super) fn warnings(&self, format: &str) -> Vec<Diagnostic> {
        let warn = |(character, times): (&char, &usize)| {
            let place = match times {
                0 => "in the document's properties".to_owned(),
                1 => "once".to_owned(),
                more => format!("{more} times"),
            };
            let code = u32::from(*character);
            Diagnostic::new(Code::ForbiddenCharacter, format!("{format} cannot hold U+{code:04X}: U+FFFD stands for it, {place}"))
                .help("remove the character from the journey; it has no visible form")
        };
        self.0.iter().map(warn).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_xml_forbids_is_replaced_and_counted() {
        let mut forbidden = Forbidden::default();
        assert_eq!(forbidden.shown("a\0b\u{8}\u{FFFE}c\0\t\n"), "a\u{FFFD}b\u{FFFD}\u{FFFD}c\u{FFFD}\t\n");
        forbidden.unseen("\0\u{B}");
        let messages: Vec<_> = forbidden.warnings("svg").into_iter().map(|warning| warning.message).collect();
        assert_eq!(messages.len(), 4);
        assert!(messages[0].contains("U+0000") && messages[0].ends_with("2 times"), "{messages:?}");
        assert!(messages[2].contains("U+000B") && messages[2].ends_with("properties"), "{messages:?}");
    }

    #[test]
    fn clean_text_is_borrowed() {
        assert!(matches!(clean("schön 😀 \u{10FFFF}"), Cow::Borrowed(_)));
    }
}
