//! Texts: NFC, one kind of line end, a length within the limit.

use icu_normalizer::ComposingNormalizerBorrowed;

use super::super::limits;
use super::super::problems::Problems;
use super::super::raw::{Node, Type};
use super::Check;
use super::fields::not_a_text;
use crate::diagnostic::Code;
use crate::tongue::say;

/// The text of a string value. `None` when there is none to use; then a problem is reported.
pub(super) fn text<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Option<String> {
    if node.kind() != Type::Text {
        not_a_text(node, say!("type-text"), problems);
        return None;
    }
    let Some(decoded) = node.text() else {
        problems.tell(node, Code::Syntax, || (say!("half-character-in-text"), say!("half-character-help")));
        return None;
    };
    let text = normal(&decoded);
    let length = text.chars().count();
    if length > limits::TEXT_CHARS {
        problems.tell(node, Code::TooLong, || {
            (say!("text-too-long", count = length, most = limits::TEXT_CHARS), say!("text-too-long-help"))
        });
        return None;
    }
    Some(text)
}

/// The text of a string value, or `None` when it is blank: in a field that may be left out, that is how it is left out.
pub(super) fn filled<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Option<String> {
    text(node, problems).filter(|text| !is_blank(text))
}

/// A text that must say something. A placeholder after a problem is empty.
pub(crate) fn title<'t>(node: &Node<'t>, check: &mut Check<'t>) -> String {
    let Some(text) = text(node, &mut check.problems) else { return String::new() };
    if is_blank(&text) {
        check.problems.tell(node, Code::EmptyTitle, || {
            let name = node.pointer.rsplit('/').next().unwrap_or_default();
            if name.bytes().all(|byte| byte.is_ascii_digit()) {
                return (say!("text-empty"), say!("text-empty-help"));
            }
            (say!("field-empty", field = name), say!("field-empty-help"))
        });
        return String::new();
    }
    text
}

/// Whether a value is a text that holds nothing but white space.
pub(crate) fn is_blank_text(node: &Node) -> bool {
    let plain = node.raw.as_bytes().get(1).is_some_and(u8::is_ascii_alphanumeric);
    node.kind() == Type::Text && !plain && node.text().is_some_and(|text| is_blank(&text))
}

/// In Unicode NFC, with `\n` as the only line end.
pub(super) fn normal(text: &str) -> String {
    let text = ComposingNormalizerBorrowed::new_nfc().normalize(text);
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.into_owned() }
}

/// Whether a text holds nothing but white space.
pub(super) fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// What was written, between backticks, cut to a length that a message can bear.
pub(crate) fn quote(written: &str) -> String {
    const MOST: usize = 60;
    match written.char_indices().nth(MOST) {
        Some((end, _)) => format!("`{}…`", &written[..end]),
        None => format!("`{written}`"),
    }
}
