//! Language tags.

use super::super::raw::Node;
use super::{Check, text};
use crate::diagnostic::Code;
use crate::tongue::say;

/// What people write where a tag belongs, and the tag.
const NAMES: [(&str, &str); 11] = [
    ("dutch", "nl"),
    ("nederlands", "nl"),
    ("danish", "da"),
    ("dansk", "da"),
    ("deens", "da"),
    ("dk", "da"),
    ("english", "en"),
    ("engels", "en"),
    ("engelsk", "en"),
    ("german", "de"),
    ("deutsch", "de"),
];

/// The tag of a language field. `None` when it is not one; then a problem is reported.
pub(crate) fn tag<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Option<String> {
    let problems = &mut check.problems;
    let tag = text::text(node, problems)?;
    let meant = NAMES.iter().find(|(name, _)| name.eq_ignore_ascii_case(&tag)).map(|(_, tag)| *tag);
    if meant.is_none() && well_formed(&tag) {
        return Some(usual_case(&tag));
    }
    problems.tell(node, Code::BadLanguage, || {
        let underscored = tag.replace('_', "-");
        let help = match meant {
            Some(meant) => say!("write", text = meant),
            None if well_formed(&underscored) => say!("write-with-hyphen", text = underscored),
            None => say!("bad-language-help"),
        };
        (say!("bad-language", text = text::quote(&tag)), help)
    });
    None
}

/// A tag with its letters as RFC 5646, section 2.1.1, recommends; their case means nothing: `NL-be` is `nl-BE`, `zh-HANT` is `zh-Hant`.
fn usual_case(tag: &str) -> String {
    let mut plain = true;
    let subtag = |(index, subtag): (usize, &str)| {
        // The first subtag, and all from the first single letter on, stand in small letters.
        plain &= subtag.len() > 1;
        let small = subtag.to_ascii_lowercase();
        match small.len() {
            2 if index > 0 && plain => small.to_ascii_uppercase(),
            4 if index > 0 && plain => small[..1].to_ascii_uppercase() + &small[1..],
            _ => small,
        }
    };
    tag.split('-').enumerate().map(subtag).collect::<Vec<_>>().join("-")
}

/// Whether a tag has the shape of RFC 5646, section 2.1. Primary subtags of four letters and more are refused: none is in use,
/// and names of languages would pass for tags.
fn well_formed(tag: &str) -> bool {
    let subtags: Vec<&str> = tag.split('-').collect();
    if !subtags.iter().all(|subtag| (1..=8).contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphanumeric())) {
        return false;
    }
    let mut rest = subtags.as_slice();
    if !rest.first().is_some_and(|primary| is_alphabetic(primary, 2..=3)) {
        return false;
    }
    rest = &rest[1..];
    // Extended language, script, region, variants; each may be absent.
    skip(&mut rest, 3, |subtag| is_alphabetic(subtag, 3..=3));
    skip(&mut rest, 1, |subtag| is_alphabetic(subtag, 4..=4));
    skip(&mut rest, 1, |subtag| is_alphabetic(subtag, 2..=2) || (subtag.len() == 3 && is_numeric(subtag)));
    skip(&mut rest, usize::MAX, |subtag| subtag.len() >= 5 || (subtag.len() == 4 && is_numeric(&subtag[..1])));
    extensions(rest)
}

/// Extensions and private use: a single character, then at least one subtag; after `x` subtags may be of any length.
fn extensions(mut rest: &[&str]) -> bool {
    while let [singleton, after @ ..] = rest {
        if singleton.len() != 1 || after.is_empty() {
            return false;
        }
        if singleton.eq_ignore_ascii_case("x") {
            return true;
        }
        rest = after;
        if skip(&mut rest, usize::MAX, |subtag| subtag.len() >= 2) == 0 {
            return false;
        }
    }
    true
}

/// Steps over at most `most` subtags of a kind and returns how many there were.
fn skip(rest: &mut &[&str], most: usize, is_kind: impl Fn(&str) -> bool) -> usize {
    let count = rest.iter().take(most).take_while(|subtag| is_kind(subtag)).count();
    *rest = &rest[count..];
    count
}

fn is_alphabetic(subtag: &str, lengths: std::ops::RangeInclusive<usize>) -> bool {
    lengths.contains(&subtag.len()) && subtag.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_numeric(subtag: &str) -> bool {
    subtag.bytes().all(|b| b.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_have_their_usual_case() {
        for (written, usual) in [
            ("NL", "nl"),
            ("en-gb", "en-GB"),
            ("ZH-hant-tw", "zh-Hant-TW"),
            ("de-1996", "de-1996"),
            ("EN-U-CA-Buddhist", "en-u-ca-buddhist"),
        ] {
            assert_eq!(usual_case(written), usual);
        }
    }

    #[test]
    fn the_shape_of_tags() {
        for tag in ["nl", "da", "en-GB", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-1996", "en-u-ca-gregory-x-a", "zh-yue"] {
            assert!(well_formed(tag), "{tag}");
        }
        for tag in ["", "n", "nl-", "-nl", "nl_NL", "dutch", "nl--NL", "en-GB-US", "nl-u", "nl-x", "né", "nl NL", "en-abcdefghi"]
        {
            assert!(!well_formed(tag), "{tag}");
        }
    }
}
