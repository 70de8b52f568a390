//! What drawings and sheets word alike.

use crate::journey::{Journey, Lane, Term, TermLanguage};

/// Whose lane it is and what its curve stands for; a purpose that the title tells is not told twice.
#[must_use]
pub fn aside<'a>(journey: &'a Journey, lane: &Lane, language: TermLanguage) -> Vec<&'a str> {
    let told = |word: &str| lane.title.to_lowercase().contains(&word.to_lowercase());
    let persona = lane.persona.as_ref().and_then(|id| journey.persona(id)).map(|persona| persona.name.as_str());
    let purpose = lane.purpose.map(|purpose| Term::text(purpose.term(), language)).filter(|purpose| !told(purpose));
    persona.into_iter().chain(purpose).collect()
}

/// The quotation marks of languages, by the first subtag of their tag; the others have “these”. After the Unicode CLDR (`quotationStart`,
/// `quotationEnd`), but for Arabic, where the angled marks of its press are taken.
const MARKS: [(&[&str], (&str, &str)); 7] = [
    (&["de", "cs", "sk", "sl", "bg", "et", "lt", "is"], ("„", "“")),
    (&["pl", "hu", "ro"], ("„", "”")),
    (&["sv", "fi"], ("”", "”")),
    (&["es", "it", "no", "nb", "nn", "el", "ru", "uk", "be", "ca", "ar", "fa"], ("«", "»")),
    (&["fr"], ("«\u{202f}", "\u{202f}»")),
    (&["he"], ("”", "”")),
    (&["ja"], ("「", "」")),
];

/// What somebody brings their own quotation marks with.
pub const OWN_MARKS: [char; 12] = ['“', '”', '„', '‚', '‘', '"', '«', '»', '‹', '›', '「', '『'];

/// What is said, in the quotation marks of a language, unless it brings its own.
#[must_use]
pub fn quoted(text: &str, tag: &str) -> String {
    let language = tag.split(['-', '_']).next().unwrap_or_default();
    let known = MARKS.iter().find(|(tags, _)| tags.iter().any(|tag| tag.eq_ignore_ascii_case(language)));
    let (open, close) = known.map_or(("“", "”"), |(_, marks)| *marks);
    if text.starts_with(OWN_MARKS) { text.to_owned() } else { format!("{open}{text}{close}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_stands_in_the_marks_of_its_language() {
        for (tag, said) in [
            ("nl", "“Ja”"),
            ("de-AT", "„Ja“"),
            ("ja", "「Ja」"),
            ("FR", "«\u{202f}Ja\u{202f}»"),
            ("pt-BR", "“Ja”"),
            ("", "“Ja”"),
            ("fa", "«Ja»"),
        ] {
            assert_eq!(quoted("Ja", tag), said, "{tag}");
        }
        assert_eq!(quoted("«Oui»", "de"), "«Oui»");
    }
}
