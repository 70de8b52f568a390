//! Curves told in words, for those who cannot see them.

use crate::journey::{Scale, Term, TermLanguage};
use crate::layout::drawn::items::score_text;
use crate::text::shown;

/// A score that is told.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    /// On its scale.
    pub value: f64,
    /// Whether it is the lowest of all that stand in one area.
    pub lowest: bool,
}

/// What a curve does: the scores of each phase with its title, in order, and which of them are the lowest. Phases without a score are
/// left out; nothing when there is no score.
#[must_use]
pub fn told<'a>(phases: impl Iterator<Item = (&'a str, Vec<Told>)>, scale: &Scale, terms: TermLanguage) -> Option<String> {
    let score = |score: &Told| {
        let number = score_text(score.value, scale, terms);
        if score.lowest { format!("{} {number}", Term::Lowest.text(terms)) } else { number }
    };
    let said = phases.filter(|(_, scores)| !scores.is_empty()).map(|(phase, scores)| {
        let scores: Vec<String> = scores.iter().map(score).collect();
        format!("{} {} {phase}", scores.join(", "), Term::At.text(terms))
    });
    let said: Vec<String> = said.collect();
    (!said.is_empty()).then(|| shown(&said.join(", ")).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curve_is_told_in_each_language() {
        let score = |value: f64| Told { value, lowest: value < -1.0 };
        let phases = [("Rond\u{ad}kijken", vec![score(1.0)]), ("Wachten", vec![]), ("Betalen", vec![score(0.5), score(-2.0)])];
        let said = |terms| told(phases.iter().cloned(), &Scale::default(), terms);
        assert_eq!(said(TermLanguage::Nl).as_deref(), Some("+1 bij Rondkijken, +0,5, laagste −2 bij Betalen"));
        assert_eq!(said(TermLanguage::Da).as_deref(), Some("+1 ved Rondkijken, +0,5, lavest −2 ved Betalen"));
        assert_eq!(said(TermLanguage::En).as_deref(), Some("+1 at Rondkijken, +0.5, lowest −2 at Betalen"));
        assert_eq!(told([("Wachten", vec![])].into_iter(), &Scale::default(), TermLanguage::En), None);
    }
}
