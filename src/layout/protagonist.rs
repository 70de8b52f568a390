//! What heads of posters tell of a persona beside the name, the portrait and a quote.

use crate::journey::{Fact, Persona};

/// Facts are told up to so many characters.
const FACTS: usize = 90;

/// The one line that a head tells.
pub(crate) struct Line {
    /// The field that it is of.
    pub field: &'static str,
    /// What it says.
    pub text: String,
    /// Whether all of that field is said.
    pub whole: bool,
}

/// Whom a persona stands for, or else what is known of this person, how they live, or what they are like.
pub(crate) fn line(persona: &Persona) -> Option<Line> {
    let all = |field, text: &Option<String>| text.clone().map(|text| Line { field, text, whole: true });
    let told = |field, text| all(field, text).filter(|line| line.text.chars().count() <= FACTS);
    let line = all("target_group", &persona.target_group).or_else(|| facts(&persona.facts));
    line.or_else(|| told("lifestyle", &persona.lifestyle)).or_else(|| told("character", &persona.character))
}

/// The first facts, as many as make a line or two. A number says nothing without its label.
fn facts(facts: &[Fact]) -> Option<Line> {
    let (mut text, mut whole) = (String::new(), true);
    for fact in facts {
        let label = fact.label.as_ref().filter(|_| !fact.text.chars().any(char::is_alphabetic));
        let said = label.map_or_else(|| fact.text.clone(), |label| format!("{label}: {}", fact.text));
        if !text.is_empty() && text.chars().count() + said.chars().count() > FACTS {
            whole = false;
            break;
        }
        whole &= label.is_some() == fact.label.is_some();
        if !text.is_empty() {
            text.push_str("\u{a0}· ");
        }
        text.push_str(&said);
    }
    (!text.is_empty()).then_some(Line { field: "facts", text, whole })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_are_told_as_far_as_a_line_goes() {
        let fact = |label: Option<&str>, text: &str| Fact { label: label.map(Into::into), text: text.into() };
        let told = |known: &[Fact]| facts(known).map(|line| (line.text, line.whole));
        let known = [fact(Some("Age"), "47"), fact(Some("Home"), "Derby"), fact(None, &"x".repeat(80)), fact(None, "last")];
        assert_eq!(told(&known), Some(("Age: 47\u{a0}· Derby".to_owned(), false)));
        assert_eq!(told(&[fact(Some("Age"), "47"), fact(None, "Derby")]), Some(("Age: 47\u{a0}· Derby".to_owned(), true)));
        assert_eq!(told(&[]), None);
    }
}
