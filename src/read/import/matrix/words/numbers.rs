//! Names that count what they stand for.

use super::{NUMBERS, PHASES, STAGES, STEPS};
use crate::journey::aliases::{has, key, spelled};
use crate::meta;

/// The number that is all that a name says: `2`, `2.`, `#2`, `Step 2`, `步骤2`.
pub fn number(name: &str) -> Option<usize> {
    let spelled = spelled(name);
    let (word, digits) = spelled.split_at(spelled.find(|c: char| c.is_ascii_digit())?);
    let word = word.trim_end_matches('-');
    let signed = name.trim_start().starts_with(['-', '−', '–', '+']);
    let counts = word.is_empty() || has(PHASES, word) || has(STAGES, word) || has(STEPS, word) || has(NUMBERS, word);
    if signed || !counts { None } else { digits.parse().ok() }
}

/// Whether names are numbers that go up one by one, from nought or one.
pub fn count<'n>(names: impl Iterator<Item = &'n str>) -> bool {
    let numbers: Option<Vec<usize>> = names.map(number).collect();
    numbers.is_some_and(|numbers| {
        let first = numbers.first().copied().unwrap_or_default();
        numbers.len() > 1 && first <= 1 && numbers.iter().zip(first..).all(|(number, nth)| *number == nth)
    })
}

/// Whether a name is one of several that are counted: `Fase 1`, `2. Boeken`.
pub fn is_counted(name: &str) -> bool {
    let digits = name.bytes().take_while(u8::is_ascii_digit).count();
    let dotted = digits > 0 && name.get(digits..).is_some_and(|rest| rest.starts_with(['.', ')']));
    let key = key(name);
    let mut words = key.split('-');
    dotted
        || has(STEPS, words.next().unwrap_or_default())
            && words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The number at the beginning of a name: `2 Kopen`, `2. Kopen`, `Fase 2: Kopen`.
pub fn place(name: &str) -> Option<usize> {
    let own = spelled(name);
    let mut words = own.split('-');
    let first = words.next()?;
    let counts = has(PHASES, first) || has(STAGES, first) || has(STEPS, first);
    if counts { words.next()? } else { first }.parse().ok()
}

/// Whether a text holds nothing but a day, a time or both: `August 3, 2026 9:10 AM`, `2026-08-03T10:00Z`.
pub fn of_moments(text: &str) -> bool {
    const MARKS: &str = "am pm t z gmt utc h";
    let parts = || text.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let words = || parts().flat_map(|part| part.split(|c: char| c.is_ascii_digit())).filter(|word| !word.is_empty());
    let figures = parts().filter(|part| part.chars().any(|c| c.is_ascii_digit())).count();
    figures > 1 && words().all(|word| has(MARKS, &word.to_lowercase()) || meta::month(word).is_some())
}

/// Whether a text begins as an address on the web does.
pub fn of_addresses(text: &str) -> bool {
    text.split_whitespace().next().is_some_and(|word| word.contains("://") || word.starts_with("www."))
}
