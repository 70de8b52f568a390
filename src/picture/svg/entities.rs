//! Entities, by which a short file can stand for a very long one.

use super::{broken, limits, too_many};
use crate::picture::error::PictureError;

const DECLARATION: &str = "<!ENTITY";

/// Refuses entities that hold entities, and more of them than the limit takes. Drawing programs use a few, for names of namespaces.
pub(super) fn check(text: &str) -> Result<(), PictureError> {
    let (Some(first), Some(last)) = (text.find(DECLARATION), text.rfind(DECLARATION)) else { return Ok(()) };
    // From the first declaration to the end of the last one's value: no value is longer than that.
    let value = text[last..].find(['"', '\'']).map_or(text.len(), |open| last + open);
    let quote = text[value..].chars().next().unwrap_or('"');
    let end = text[value..].char_indices().skip(1).find(|(_, c)| *c == quote).map_or(text.len(), |(at, _)| value + at);
    let declared = &text[first..end];
    if declared.match_indices('&').any(|(at, _)| !declared[at + 1..].starts_with('#')) {
        return Err(broken("an entity is made of others"));
    }
    let uses = text.matches('&').count();
    if uses.saturating_mul(declared.len()) > limits::SVG_ENTITY_BYTES { Err(too_many("entities")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_namespaces_pass_and_bombs_do_not() {
        let fine =
            "<!DOCTYPE svg [<!ENTITY a \"http://www.w3.org/2000/svg\"> <!ENTITY b '&#38;x'>]><svg xmlns=\"&a;\">&b;&amp;</svg>";
        assert!(check(fine).is_ok() && check("<svg>&amp;</svg>").is_ok());
        let laughs = "<!DOCTYPE svg [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><svg>&b;</svg>";
        assert!(check(laughs).is_err());
        let long = format!("<!DOCTYPE svg [<!ENTITY a \"{}\">]><svg>{}</svg>", "x".repeat(100_000), "&a;".repeat(100));
        assert_eq!(check(&long), Err(too_many("entities")));
        for odd in ["<!ENTITY", "<!ENTITY a \"", "<!ENTITY a 'é", "<!ENTITY<!ENTITY '"] {
            let _ = check(odd);
        }
    }
}
