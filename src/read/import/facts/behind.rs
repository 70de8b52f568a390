//! Facts that stand behind another text in one line, `Gemeente Ede · Datum: 4-2-2026`, or behind a label that says more than which fact it is. All
//! that is before them is told too.

use super::{Field, day_of, label, lines};

/// The facts at the end of a line, and what stands before them.
#[derive(Debug, Default, PartialEq)]
pub struct Behind<'t> {
    /// What stands before the first label.
    pub before: Option<&'t str>,
    /// A label that says more than that there is a day, and of what: `Ward 4B Date`.
    pub label: Option<&'t str>,
    /// The facts.
    pub facts: Vec<(Field, &'t str)>,
}

/// What parts a text from the label behind it. A sentence keeps its mark.
const SIGNS: [&str; 15] = [" · ", " • ", " | ", " / ", " – ", " — ", " - ", "; ", ", ", ". ", "! ", "? ", "  ", "\t", "\u{a0}"];

/// The facts behind the first sign from where all is facts, or in all of a line that begins with the label of a day in other words. None where
/// the whole line is facts.
pub fn behind(text: &str) -> Option<Behind<'_>> {
    /// A longer line is a text.
    const LONGEST: usize = 300;
    let text = text.trim();
    if text.contains('\n') || text.chars().take(LONGEST + 1).count() > LONGEST || !lines(text).is_empty() {
        return None;
    }
    let mut places: Vec<(usize, &str)> = SIGNS.iter().flat_map(|sign| text.match_indices(sign)).collect();
    places.sort_unstable();
    let parts: Vec<(&str, &str)> = places
        .into_iter()
        .filter_map(|(at, sign)| {
            let mark = usize::from(sign.starts_with(['.', '!', '?']));
            Some((text.get(..at + mark)?.trim(), text.get(at + sign.len()..)?.trim_start()))
        })
        .filter(|(before, _)| before.chars().any(char::is_alphanumeric))
        .collect();
    let facts = parts
        .iter()
        .find_map(|(before, rest)| may_follow(rest).map(|facts| Behind { before: Some(*before), facts, ..Behind::default() }));
    // A label in other words begins behind the last sign before it.
    let day = || parts.iter().rev().find_map(|(before, rest)| Some(Behind { before: Some(*before), ..of_a_day(rest)? }));
    facts.or_else(day).or_else(|| of_a_day(text))
}

/// Whether a text holds facts, behind another or not.
pub fn tells(text: &str) -> bool {
    !lines(text).is_empty() || behind(text).is_some()
}

/// The facts of what may stand behind another text. A word for who made it needs a colon there, since “by” alone is one of a title; and so does a
/// version that says no more.
fn may_follow(text: &str) -> Option<Vec<(Field, &str)>> {
    let facts = lines(text);
    let colon = text.contains([':', '：']);
    let word = text.split_whitespace().next().unwrap_or_default();
    let follows = facts.first().is_some_and(|(field, _)| match field {
        Field::Authors => colon || label(word) != Some(Field::Authors),
        Field::Revision => colon || facts.len() > 1,
        Field::Date | Field::Class | Field::Course | Field::Organisation => true,
        Field::Title | Field::Scenario | Field::Persona | Field::TargetGroup => false,
    });
    follows.then_some(facts)
}

/// A day whose label is one in other words.
fn of_a_day(text: &str) -> Option<Behind<'_>> {
    let (label, day) = day_of(text)?;
    Some(Behind { before: None, label: Some(label), facts: vec![(Field::Date, day)] })
}
