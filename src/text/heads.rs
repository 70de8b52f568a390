//! Where German compounds have their joints: `Vermieter-zustimmung`, `Versicherungs-vertrags-nummer`.
//!
//! No list of German words has a licence that fits, so that less is known than of Dutch and Danish (`joints.rs`): the words that compounds
//! of this field end with, or go on with, which we wrote down ourselves (`words/de/parts.txt`), and the endings that take an s in compounds.
//! A word is divided from its end, where its part is known; what stands at its beginning may be anything.

use std::sync::LazyLock;

/// The words, in the order of their bytes.
static PARTS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut parts: Vec<&str> = include_str!("../../words/de/parts.txt").lines().collect();
    parts.sort_unstable();
    parts
});

/// What a part may end with beside its word: letters that link it to the next, or the ending of a case or a plural.
const ENDINGS: [&str; 10] = ["", "s", "n", "e", "es", "en", "er", "ern", "in", "innen"];

/// What verbs and their nouns begin with: it belongs to what follows.
const PARTICLES: [&str; 28] = [
    "ab", "an", "auf", "aus", "bei", "dar", "durch", "ein", "fort", "gegen", "her", "hin", "miss", "mit", "nach", "rück", "um",
    "un", "unter", "ur", "über", "vor", "weg", "wider", "wieder", "zu", "zurück", "zusammen",
];
/// The same where nothing stands before it; within words these are ends of others (`Pflege`, `Kinder`).
const PREFIXES: [&str; 9] = ["be", "emp", "ent", "er", "ge", "in", "pro", "ver", "zer"];

/// Those of them that are no end of other words, before nouns of so many letters at least, which begin with no vowel (`Server-ausfall`).
const INSEPARABLE: [&str; 4] = ["ent", "miss", "ver", "zer"];
const LEAST_MADE: usize = 6;
const VOWELS: [char; 9] = ['a', 'e', 'i', 'o', 'u', 'y', 'ä', 'ö', 'ü'];

/// What German words end with, and an s that links them to another: nouns made by these endings take it in compounds, and no simple word
/// has it inside (Duden, Die Grammatik, on linking elements).
const LINKED: [&str; 12] =
    ["ungs", "heits", "keits", "schafts", "tums", "lings", "ions", "täts", "zugs", "gangs", "trags", "hilfs"];
/// So many letters stand before a joint at least, or behind it; before an ending that takes an s, fewer.
const LEAST: usize = 3;
const LEAST_BEFORE: usize = 1;
const LEAST_BEHIND: usize = 4;

/// The bytes before which parts of a compound begin, in ascending order; `syllables` are those of its syllables.
pub(super) fn joints(word: &str, syllables: &[usize]) -> Vec<usize> {
    let lower = word.to_lowercase();
    // Letters that take other room in lower case are of no German word.
    if lower.len() != word.len() || is_part(&lower) {
        return Vec::new();
    }
    // Patterns part before a t that belongs to the word before: `Pflich-tent`.
    let inseparable = INSEPARABLE.iter().flat_map(|prefix| lower.match_indices(prefix)).map(|(at, _)| at);
    let hidden = inseparable.filter(|at| syllables.iter().chain(&[0]).any(|from| from < at && is_part(&lower[*from..*at])));
    let mut places: Vec<usize> = hidden.chain(syllables.iter().copied()).collect();
    places.sort_unstable();
    places.dedup();
    let mut joints: Vec<usize> = Vec::new();
    for at in places.into_iter().rev() {
        let (left, right) = lower.split_at(at);
        let ends = || joints.iter().copied().chain([lower.len()]);
        let known = || ends().any(|end| is_part(&lower[at..end]));
        if is_linked(left, right) || begins(left, syllables) && known() {
            joints.push(at);
        }
    }
    joints.reverse();
    // `Kranken-versicherung` knows `sicherung` as well: no part begins behind what it begins with.
    let starts = [0].into_iter().chain(joints.iter().copied()).collect::<Vec<_>>();
    let behind = |nth: usize, at: usize| !PREFIXES.contains(&&lower[starts[nth]..at]);
    joints.iter().enumerate().filter(|(nth, at)| behind(*nth, **at)).map(|(_, at)| *at).collect()
}

/// Whether something is a known word, with an ending or without, and perhaps behind what makes another of it: `Ent-bindung`.
fn is_part(of: &str) -> bool {
    let known =
        |word: &str| ENDINGS.iter().filter_map(|ending| word.strip_suffix(ending)).any(|word| PARTS.binary_search(&word).is_ok());
    let made = |prefix: &str| {
        of.strip_prefix(prefix).is_some_and(|rest| rest.len() >= LEAST_MADE && !rest.starts_with(VOWELS) && known(rest))
    };
    known(of) || INSEPARABLE.into_iter().any(made)
}

/// Whether what stands before a place can be the beginning of a compound, and ends with no particle of what follows.
fn begins(left: &str, syllables: &[usize]) -> bool {
    let starts = |particle: &str| {
        let at = left.len().checked_sub(particle.len()).filter(|_| left.ends_with(particle));
        at.is_some_and(|at| at == 0 || syllables.binary_search(&at).is_ok())
    };
    // Behind a word that is known, what would end it begins the next: `Pflicht-ent` is none.
    let open = |prefix: &str| {
        let before = left.strip_suffix(prefix).unwrap_or_default();
        !before.is_empty() && syllables.iter().chain(&[0]).any(|at| *at < before.len() && is_part(&before[*at..]))
    };
    left.chars().count() >= LEAST
        && left.contains(VOWELS)
        && !PREFIXES.contains(&left)
        && !INSEPARABLE.into_iter().any(open)
        && !PARTICLES.iter().any(|particle| starts(particle))
}

/// Whether a word has a joint between two stretches that end and begin a syllable: by the s that links them.
fn is_linked(left: &str, right: &str) -> bool {
    let ends = LINKED.iter().any(|ending| left.strip_suffix(ending).is_some_and(|stem| stem.chars().count() >= LEAST_BEFORE));
    ends && right.chars().count() >= LEAST_BEHIND
}
