//! What tables of other things are called than of journeys: competitors and personas side by side.

use crate::journey::aliases::{has, spelled};

/// Those who sell the same. What else is compared may be what a customer chooses from.
const COMPETITORS: &str = "concurrent concurrenten competitor competitors concurrentie konkurrent konkurrenter konkurrenten wettbewerber \
    mitbewerber concurrents competidor competidores competencia concorrente concorrenti concorrentes konkurent konkurenci \
    konkurrence konkurrenz concorrenza concurrence competidora konkurrens konkurrentanalyse concurrentieanalyse \
    konkurrencja benchmark benchmarks конкурент конкуренты 竞争对手 競合 競合他社";
/// Those who compare themselves with them, beside their names.
const OURSELVES: &str =
    "wij we ons onszelf wijzelf us ours ourselves vi os oss wir uns nous nosotros nosotras noi nos my мы 我们 我們 自社";
const PERSONAS: &str = "personas persona-s personaer personae personor persony персоны";

/// Whether a name in the corner says that the names beside or below it are those of competitors.
pub fn of_competitors(name: &str) -> bool {
    has(COMPETITORS, &spelled(name))
}

/// Whether a word of a text says that there are competitors.
pub fn speaks_of_competitors(text: &str) -> bool {
    spelled(text).split('-').any(|word| has(COMPETITORS, word))
}

/// Whether a name is that of a competitor, `Competitor A`, or of those who compare themselves with some.
pub fn is_competitor(name: &str) -> bool {
    let own = spelled(name);
    let (word, counted) = own.split_once('-').unwrap_or((&own, ""));
    has(OURSELVES, &own) || has(COMPETITORS, word) && counted.len() < 3
}

/// Whether a word of a text says that there are several personas.
pub fn speaks_of_personas(text: &str) -> bool {
    let own = spelled(text);
    let words: Vec<&str> = own.split('-').collect();
    (1..=2).flat_map(|count| words.windows(count)).any(|part| has(PERSONAS, &part.join("-")))
}
