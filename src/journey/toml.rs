//! Files of settings in TOML, of whatever kind: what is wrong with them before anybody looks what they set.

use std::ops::Range;

use ::toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic};
use crate::nearest::nearest;
use crate::tongue::{Phrase, say};

/// What is no TOML, with its place; `example` says what would be.
pub(crate) fn not_toml(text: &str, error: &::toml::de::Error, example: impl Into<Phrase>) -> (Range<usize>, Diagnostic) {
    let at = error.span().unwrap_or(0..0);
    let again = text.get(at.clone()).filter(|_| error.message() == "duplicate key");
    let problem = match again {
        Some(key) => Diagnostic::new(Code::DuplicateKey, say!("toml-twice", name = key.trim_matches(['[', ']', ' '])))
            .help(say!("toml-twice-help")),
        None => Diagnostic::new(Code::Syntax, say!("toml-none", why = error.message())).help(example),
    };
    (at, problem)
}

/// The name of the kind of a value, with its article.
pub(crate) fn type_of(value: &DeValue) -> Phrase {
    match value {
        DeValue::String(_) => say!("toml-text"),
        DeValue::Integer(_) | DeValue::Float(_) => say!("toml-number"),
        DeValue::Boolean(_) => say!("toml-truth"),
        DeValue::Datetime(_) => say!("toml-date"),
        DeValue::Array(_) => say!("toml-list"),
        DeValue::Table(_) => say!("toml-table"),
    }
}

/// What is said to do about a wrong name: the name that was probably meant, else all of them.
pub(crate) fn meant(given: &str, names: &[&str]) -> Phrase {
    match nearest(given, names.iter().copied()) {
        Some(name) => say!("did-you-mean", name = name),
        None => say!("there-is", names = names.join(", ")),
    }
}

/// What is wrong with a value that should have been a text.
pub(crate) fn not_text(name: &str, value: &DeValue) -> Diagnostic {
    let message = match value {
        DeValue::String(_) => say!("setting-empty", name = name),
        _ => say!("setting-text", name = name, not = type_of(value)),
    };
    Diagnostic::new(Code::WrongType, message).help(say!("setting-text-help", name = name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use ::toml::de::DeTable;

    #[test]
    fn what_is_there_twice_is_named() {
        for (text, said) in
            [("ink = 1\nink = 2\n", "`ink` is already there"), ("[logo]\na = 1\n[logo]\n", "`logo` is already there")]
        {
            let error = DeTable::parse(text).unwrap_err();
            let (at, problem) = not_toml(text, &error, "");
            assert_eq!(
                (problem.message.as_str(), problem.code, at.start),
                (said, Code::DuplicateKey, text.rfind("ink").or(text.rfind("logo")).unwrap())
            );
        }
        let error = DeTable::parse("ink = \n").unwrap_err();
        assert_eq!(not_toml("ink = \n", &error, "").1.code, Code::Syntax);
    }

    #[test]
    fn what_was_meant_is_said_and_else_what_there_is() {
        assert_eq!(meant("paperr", &["paper", "theme"]).english(), "did you mean `paper`?");
        assert_eq!(meant("zzz", &["paper", "theme"]).english(), "there is paper, theme");
    }
}
