//! Where words may be hyphenated: at the joints of compounds, and by Liang's patterns for Dutch, Danish, English and German.

use std::ops::Range;

use hypher::Lang;

use super::heads;
use super::joints::Parts;

/// Words shorter than this many letters are left whole.
const SHORTEST: usize = 6;
/// No word is broken with fewer letters than this on either side.
const LEAST: usize = 3;
/// Words shorter than this many letters are no compounds.
const SHORT: usize = 8;
/// What is longer than this many letters is no word of a language: the longest compounds that people write have some fifty.
const LONGEST: usize = 80;

/// The rules of one language; none for a language without patterns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hyphenation(Option<HyphenationLanguage>);

/// A place in a word where a hyphen and a line break may stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Point {
    /// The byte before which the hyphen stands.
    pub at: usize,
    pub kind: PointKind,
}

/// How good a place for a hyphen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PointKind {
    /// Between the parts of a compound.
    Joint,
    /// Behind a part that belongs to what follows, within a compound of more parts: `institutions=sammen·lægning`.
    Particle,
    /// Between two syllables of a word that is not known to be a compound. Like the next, only for a word that no line can hold.
    Syllable,
    /// Between two syllables of one part of a compound.
    InPart,
}

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
        Self(language)
    }

    /// Where `word` is hyphenated, in ascending order: where it may be, with as many letters on both sides as are read at a glance.
    pub(super) fn breaks(self, word: &str) -> Vec<Point> {
        let mut points = self.points(word);
        let letters = |part: &mut dyn Iterator<Item = char>| part.take_while(|letter| letter.is_alphabetic()).count() >= LEAST;
        points.retain(|point| letters(&mut word[..point.at].chars().rev()) && letters(&mut word[point.at..].chars()));
        points
    }

    /// Where `word` may be hyphenated, in ascending order.
    pub(super) fn points(self, word: &str) -> Vec<Point> {
        let Some(language) = self.0 else { return Vec::new() };
        let mut points = Vec::new();
        let mut start = 0;
        for run in word.split_inclusive(|character: char| !character.is_alphabetic()) {
            let letters = run.trim_end_matches(|character: char| !character.is_alphabetic());
            if (SHORTEST..=LONGEST).contains(&letters.chars().count()) && letters.chars().any(char::is_lowercase) {
                let of_run = language.points(letters);
                points.extend(of_run.into_iter().map(|point| Point { at: start + point.at, ..point }));
            }
            start += run.len();
        }
        points
    }
}

impl HyphenationLanguage {
    fn patterns(self) -> Lang {
        match self {
            Self::Dutch => Lang::Dutch,
            Self::Danish => Lang::Danish,
            Self::English => Lang::English,
            Self::German => Lang::German,
        }
    }

    /// Where a word of letters alone may be hyphenated, in ascending order.
    fn points(self, word: &str) -> Vec<Point> {
        let mut syllables = Vec::new();
        let mut at = 0;
        for syllable in hypher::hyphenate(word, self.patterns()) {
            if at > 0 && !changes_spelling(self, syllable) {
                syllables.push(at);
            }
            at += syllable.len();
        }
        let count = word.chars().count();
        let joints = if count < SHORT { Vec::new() } else { self.joints(word, &syllables) };
        let known = !joints.is_empty();
        // Of a word that is not known, what begins another within it stays with that.
        let opens = |nth: usize| nth > 0 && self.is_prefix(word, syllables[nth - 1]..syllables[nth]);
        let opening: Vec<usize> = (0..syllables.len()).filter(|nth| !known && opens(*nth)).map(|nth| syllables[nth]).collect();
        syllables.retain(|at| joints.binary_search(at).is_err());
        let kind = |at: &usize| if known || opening.contains(at) { PointKind::InPart } else { PointKind::Syllable };
        let syllables = syllables.into_iter().map(|at| Point { at, kind: kind(&at) });
        let starts = [0].into_iter().chain(joints.iter().copied());
        let joints = starts.zip(&joints).map(|(from, &at)| {
            let particle = from > 0 && self.particles().contains(&&word[from..at]);
            Point { at, kind: if particle { PointKind::Particle } else { PointKind::Joint } }
        });
        let mut points: Vec<_> = joints.chain(syllables).collect();
        points.sort_unstable_by_key(|point| point.at);
        points
    }

    /// Whether a syllable is what verbs and their nouns begin with, and stands behind a consonant: between vowels it ends other words as often.
    fn is_prefix(self, word: &str, syllable: Range<usize>) -> bool {
        let prefixes: &[&str] = match self {
            Self::Dutch => &["be", "ge", "her", "ont", "ver"],
            Self::Danish => &["be", "for"],
            Self::German => &["be", "ent", "er", "ge", "ver", "zer"],
            Self::English => &[],
        };
        let before = word[..syllable.start].chars().next_back().map(lowercase);
        prefixes.contains(&&word[syllable]) && before.is_some_and(|letter| !VOWELS.contains(&letter))
    }

    /// The adverbs and prepositions that verbs and their nouns begin with.
    fn particles(self) -> &'static [&'static str] {
        match self {
            Self::Dutch => &DUTCH_PARTICLES,
            Self::Danish => &DANISH_PARTICLES,
            Self::English | Self::German => &[],
        }
    }

    /// The bytes before which the parts of a compound begin, in ascending order; `syllables` are those of its syllables.
    fn joints(self, word: &str, syllables: &[usize]) -> Vec<usize> {
        let Some(parts) = Parts::of(self) else {
            return if self == Self::German { heads::joints(word, syllables) } else { Vec::new() };
        };
        let places: Vec<_> = word.char_indices().map(|(at, _)| at).collect();
        let letters: Vec<_> = word.chars().map(lowercase).collect();
        let points: Vec<_> = syllables.iter().filter_map(|at| places.binary_search(at).ok()).collect();
        parts.joints(&letters, &points).into_iter().map(|letter| places[letter]).collect()
    }
}

const VOWELS: [char; 12] = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü', 'æ', 'ø', 'å'];

const DUTCH_PARTICLES: [&str; 27] = [
    "aan", "achter", "af", "bij", "binnen", "boven", "buiten", "door", "in", "mee", "na", "neer", "om", "onder", "op", "over",
    "samen", "tegen", "terug", "toe", "tussen", "uit", "vast", "voor", "voort", "weer", "weg",
];
const DANISH_PARTICLES: [&str; 27] = [
    "af", "an", "bag", "bi", "bort", "efter", "for", "fra", "frem", "hen", "igen", "imod", "ind", "med", "mellem", "mod", "ned",
    "om", "op", "over", "på", "sam", "sammen", "til", "tilbage", "ud", "under",
];

/// The letter in lower case; one that would become two stays as it is.
fn lowercase(letter: char) -> char {
    let mut lower = letter.to_lowercase();
    lower.next().filter(|_| lower.next().is_none()).unwrap_or(letter)
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
fn changes_spelling(language: HyphenationLanguage, syllable: &str) -> bool {
    language == HyphenationLanguage::Dutch && syllable.starts_with(['ä', 'ë', 'ï', 'ö', 'ü'])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The word with `=` at its joints and `-` between its other syllables.
    fn hyphenated(tag: &str, word: &str) -> String {
        let mut out = word.to_owned();
        for point in Hyphenation::of(Hyphenation::for_tag(tag)).points(word).into_iter().rev() {
            let sign = match point.kind {
                PointKind::Joint => '=',
                PointKind::Particle => '+',
                PointKind::Syllable | PointKind::InPart => '-',
            };
            out.insert(point.at, sign);
        }
        out
    }

    #[test]
    fn a_particle_belongs_to_what_follows() {
        assert_eq!(hyphenated("da", "institutionssammenlægning"), "in-sti-tu-tions=sam-men+læg-ning");
        assert_eq!(hyphenated("da", "Sammenlægning"), "Sam-men=læg-ning");
        assert_eq!(hyphenated("nl", "betalingsachterstanden"), "be-ta-lings=ach-ter+stan-den");
    }

    #[test]
    fn what_begins_a_part_of_an_unknown_word_stays_with_it() {
        let kind = |word: &str, begins: &str| {
            let points = Hyphenation::of(Hyphenation::for_tag("nl")).points(word);
            points.into_iter().find(|point| point.at == begins.len()).map(|point| point.kind)
        };
        let word = "Lagetemperatuurverwarming";
        assert_eq!(kind(word, "Lagetemperatuur"), Some(PointKind::Syllable));
        assert_eq!(kind(word, "Lagetemperatuurver"), Some(PointKind::InPart));
        // Behind a vowel it ends a word as often.
        assert_eq!(kind("koezoeverboeg", "koezoever"), Some(PointKind::Syllable));
    }

    #[test]
    fn german_compounds_are_divided_behind_an_s_that_links() {
        for marked in [
            "Um-zugs=un-ter-neh-men",
            "Schön-heits=re-pa-ra-tur=klau-sel",
            "Ver-si-che-rungs=ver-trags=num-mer",
            "Qua-li-täts=si-che-rung",
            "Ein-gangs=be-stä-ti-gung",
            "Freund-schafts=dienst",
            "längs-te",
            "Hengs-te",
        ] {
            let word: String = marked.split(['-', '=']).collect();
            assert_eq!(hyphenated("de", &word), marked);
        }
    }

    #[test]
    fn compounds_are_divided_by_the_rules_of_their_language() {
        assert_eq!(hyphenated("nl", "Overwegingsfase"), "Over-we-gings=fa-se");
        assert_eq!(hyphenated("da", "Sammenligningsportal"), "Sam-men=lig-nings=por-tal");
        assert_eq!(hyphenated("en-GB", "(consideration)"), "(con-sid-er-a-tion)");
        assert_eq!(hyphenated("pl", "rozważanie"), "rozważanie");
    }

    #[test]
    fn no_word_is_broken_with_fewer_than_three_letters_on_a_side() {
        let hyphenation = Hyphenation::of(Hyphenation::for_tag("nl"));
        for word in ["Overwegingsfase", "(afspraken)", "opnieuw", "bij-elkaar", "ideeënbus"] {
            let all = hyphenation.points(word);
            let kept = hyphenation.breaks(word);
            assert!(kept.iter().all(|point| all.contains(point)), "{word}");
            for point in kept {
                let run = |part: Vec<char>| part.iter().take_while(|letter| letter.is_alphabetic()).count();
                let sides = [word[..point.at].chars().rev().collect(), word[point.at..].chars().collect()].map(run);
                assert!(sides.iter().all(|letters| *letters >= 3), "{word} at {}", point.at);
            }
        }
        let last = |points: Vec<Point>| points.last().map(|point| point.at);
        assert!(last(hyphenation.points("Overwegingsfase")) > last(hyphenation.breaks("Overwegingsfase")), "“fa-se”");
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
