//! Files of settings in TOML, of whatever kind: what is wrong with them before anybody looks what they set.

use std::ops::Range;

use ::toml::de::DeValue;

use crate::diagnostic::{Code, Diagnostic};

/// What is no TOML, with its place; `example` says what would be.
pub(crate) fn not_toml(text: &str, error: &::toml::de::Error, example: &str) -> (Range<usize>, Diagnostic) {
    let at = error.span().unwrap_or(0..0);
    let again = text.get(at.clone()).filter(|_| error.message() == "duplicate key");
    let problem = match again {
        Some(key) => Diagnostic::new(Code::DuplicateKey, format!("`{}` is already there", key.trim_matches(['[', ']', ' '])))
            .help("keep one of the two and delete the other"),
        None => Diagnostic::new(Code::Syntax, format!("this is not TOML: {}", error.message())).help(example),
    };
    (at, problem)
}

/// The name of the kind of a value, with its article.
pub(crate) fn type_of(value: &DeValue) -> &'static str {
    match value {
        DeValue::String(_) => "a text",
        DeValue::Integer(_) | DeValue::Float(_) => "a number",
        DeValue::Boolean(_) => "`true` or `false`",
        DeValue::Datetime(_) => "a date",
        DeValue::Array(_) => "a list",
        DeValue::Table(_) => "a table",
    }
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
}
