//! The lines of a blueprint between what a customer sees and what not.

use crate::journey::aliases::spelled;

/// What begins or ends the name of a line between what a customer sees and what not.
const LINES: [&str; 6] = ["line", "ligne", "linea", "linha", "linia", "линия"];
/// The same as the end of a compound.
const LINE_ENDS: [&str; 5] = ["lijn", "linje", "linie", "线", "線"];
/// What such a line is about, as its word begins.
const SEEN: [&str; 13] = [
    "visib",
    "zichtbaar",
    "synlig",
    "sichtbar",
    "widoczn",
    "видим",
    "interac",
    "interactie",
    "interak",
    "interaz",
    "взаимо",
    "可见",
    "可視",
];

/// Whether a name is that of a line between what a customer sees and what not, as blueprints have them.
pub fn of_dividers(name: &str) -> bool {
    const MOST: usize = 5;
    let spelled = spelled(name);
    let is_line = |word: &str| LINES.contains(&word) || LINE_ENDS.iter().any(|end| word.ends_with(end));
    let is_seen = |word: &str| SEEN.iter().any(|seen| word.contains(seen));
    let words = || spelled.split('-').filter(|word| !word.is_empty());
    words().count() <= MOST && words().any(is_line) && words().any(is_seen)
}
