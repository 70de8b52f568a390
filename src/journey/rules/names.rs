//! Whether two titles mean the same phase or stage, in whatever of the three languages.

/// Words for one phase or stage: those of the terms in Dutch, Danish and English, and what lessons call it besides.
const SAME: [&[&str]; 12] = [
    &["awareness", "bewustzijn", "bewustwording", "aandacht", "opmærksomhed", "kendskab"],
    &["orientation", "oriëntatie", "oriënteren", "orientering", "interesse", "interest"],
    &["consideration", "overweging", "overwegen", "overvejelse", "overvejelser", "afweging"],
    &["purchase", "aankoop", "aanschaf", "koop", "kopen", "beslissing", "køb", "beslutning", "buy", "buying", "decision"],
    &["delivery", "levering", "bezorging"],
    &["use", "gebruik", "gebruiken", "brug", "usage", "using"],
    &["loyalty", "loyaliteit", "loyalitet", "retentie", "retention"],
    &["advocacy", "ambassadeurschap", "ambassadørskab"],
    &["before", "voor", "vooraf", "ervoor", "før"],
    &["during", "tijdens", "under", "undervejs"],
    &["after", "na", "achteraf", "nadien", "efter", "bagefter"],
    &["service", "nazorg", "aftersales"],
];

/// What lessons put behind such a word: `oriëntatiefase`.
const ENDINGS: [&str; 6] = ["sfasen", "sfase", "fasen", "fase", " phase", "phase"];

/// What a name means: its words in small letters, without numbers, punctuation and the word for a phase; a known word as the
/// first of its line in the table.
pub(super) fn meaning(name: &str) -> String {
    let name = name.to_lowercase();
    let words = name.split(|c: char| !c.is_alphabetic()).map(bare).filter(|word| !word.is_empty());
    let words: Vec<_> = words.map(|word| SAME.iter().find(|same| same.contains(&word)).map_or(word, |same| same[0])).collect();
    words.join(" ")
}

/// A word without its ending for a phase.
fn bare(word: &str) -> &str {
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).unwrap_or(word);
    match word {
        "phase" | "fase" | "fasen" | "stage" | "stadie" | "stadium" | "de" | "het" | "the" | "den" | "det" => "",
        _ => stem,
    }
}

/// Whether two meanings are those of the same thing: equal, or one of them a known word that the other has among its words.
pub(super) fn same(a: &str, b: &str) -> bool {
    let known = |name: &str| SAME.iter().any(|same| same[0] == name);
    let within = |word: &str, words: &str| known(word) && words.split(' ').any(|other| other == word);
    !a.is_empty() && (a == b || within(a, b) || within(b, a))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_mean_the_same_across_languages_and_ways_of_writing() {
        for (a, b, expected) in [
            ("Oriëntatie", "orientation", true),
            ("1. Oriëntatiefase", "Orientering", true),
            ("Aankoop (beslissing)", "Køb", true),
            ("Fase 4: aankoop", "Purchase", true),
            ("Oriëntatie en vergelijken", "Orientation", true),
            ("Gebruik", "Loyaliteit", false),
            ("Booke og betale", "Booke og betale", true),
            ("Booke og betale", "Hente bilen", false),
            ("Fase 1", "Fase 2", false),
            ("", "", false),
        ] {
            assert_eq!(same(&meaning(a), &meaning(b)), expected, "{a} {b}");
        }
    }
}
