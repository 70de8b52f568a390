//! Where words may be hyphenated: Liang's patterns for Dutch, Danish, English and German.

use hypher::Lang;

/// Words shorter than this many letters are left whole.
const SHORTEST: usize = 6;
/// What is longer than this many letters is no word of a language: the longest compounds that people write have some fifty.
const LONGEST: usize = 80;

/// The rules of one language; none for a language without patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hyphenation(Option<Lang>);

impl Hyphenation {
    /// The rules for a BCP 47 tag, by its first subtag.
    #[must_use]
    pub fn for_tag(tag: &str) -> Option<HyphenationLanguage> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "nl" => Some(HyphenationLanguage::Dutch),
            "da" => Some(HyphenationLanguage::Danish),
            "en" => Some(HyphenationLanguage::English),
            "de" => Some(HyphenationLanguage::German),
            _ => None,
        }
    }

    pub(super) fn of(language: Option<HyphenationLanguage>) -> Self {
        Self(language.map(|language| match language {
            HyphenationLanguage::Dutch => Lang::Dutch,
            HyphenationLanguage::Danish => Lang::Danish,
            HyphenationLanguage::English => Lang::English,
            HyphenationLanguage::German => Lang::German,
        }))
    }

    /// The bytes of `word` before which a hyphen and a line break may stand, in ascending order.
    pub(super) fn points(self, word: &str) -> Vec<usize> {
        let Some(lang) = self.0 else { return Vec::new() };
        let mut points = Vec::new();
        let mut start = 0;
        for run in word.split_inclusive(|character: char| !character.is_alphabetic()) {
            let letters = run.trim_end_matches(|character: char| !character.is_alphabetic());
            if (SHORTEST..=LONGEST).contains(&letters.chars().count()) && letters.chars().any(char::is_lowercase) {
                let mut at = start;
                for syllable in hypher::hyphenate(letters, lang) {
                    if at > start && !changes_spelling(lang, syllable) {
                        points.push(at);
                    }
                    at += syllable.len();
                }
            }
            start += run.len();
        }
        points
    }
}

/// The languages with hyphenation patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HyphenationLanguage {
    /// Dutch.
    Dutch,
    /// Danish.
    Danish,
    /// English.
    English,
    /// German.
    German,
}

/// Dutch drops the diaeresis at a break (`reëel` becomes `re-eel`): as text is never changed, such a break is not made.
fn changes_spelling(lang: Lang, syllable: &str) -> bool {
    lang == Lang::Dutch && syllable.starts_with(['ä', 'ë', 'ï', 'ö', 'ü'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hyphenated(tag: &str, word: &str) -> String {
        let mut out = word.to_owned();
        for point in Hyphenation::of(Hyphenation::for_tag(tag)).points(word).into_iter().rev() {
            out.insert(point, '-');
        }
        out
    }

    #[test]
    fn compounds_are_divided_by_the_rules_of_their_language() {
        assert_eq!(hyphenated("nl", "Overwegingsfase"), "Over-we-gings-fa-se");
        assert_eq!(hyphenated("da", "Sammenligningsportal"), "Sam-men-lig-nings-por-tal");
        assert_eq!(hyphenated("en-GB", "(consideration)"), "(con-sid-er-a-tion)");
        assert_eq!(hyphenated("pl", "rozważanie"), "rozważanie");
    }

    #[test]
    fn acronyms_and_short_words_stay_whole() {
        for whole in ["HBO-ICT", "fiets", &"lettergreep".repeat(20)] {
            assert_eq!(hyphenated("nl", whole), whole);
        }
    }

    #[test]
    fn a_break_that_would_change_the_spelling_is_not_made() {
        assert!(!hyphenated("nl", "geïnformeerd").starts_with("ge-ï"));
    }
}
