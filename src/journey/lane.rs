//! The kinds of lane, and the names they have in a document.

use super::record::choice;
use super::terms::{Term, TermLanguage};

choice! {
    /// What a row of the journey holds.
    pub enum LaneKind as "a lane kind", meant by translated, else crate::diagnostic::Code::UnknownKind {
        Goal = "goal", "What the customer wants to reach in this phase.";
        Action = "action", "What the customer does.";
        Touchpoint = "touchpoint", "Where customer and organisation meet.";
        Message = "message", "What is said to the customer.";
        Channel = "channel", "The channels used.";
        Device = "device", "The devices used.";
        Thought = "thought", "What the customer thinks.";
        Feeling = "feeling", "What the customer feels, in words.";
        Need = "need", "What the customer needs.";
        Barrier = "barrier", "What stands in the way.";
        Opportunity = "opportunity", "What the organisation could do better.";
        Expectation = "expectation", "What the customer expects.";
        Relation = "relation", "How customer and organisation stand to each other.";
        Quote = "quote", "What the customer says, word for word.";
        Backstage = "backstage", "The organisation's own work, out of the customer's sight.";
        Priority = "priority", "What comes first.";
        Design = "design", "What will be built.";
        Value = "value", "The valuable experience aimed at.";
        Measure = "measure", "What is measured.";
        Image = "image", "Pictures.";
        Emotion = "emotion", "Scores on a scale, drawn as a curve.";
        Text = "text", "Anything else.";
    }
}

impl LaneKind {
    /// The term that titles a lane of this kind.
    #[must_use]
    pub fn term(self) -> Term {
        match self {
            Self::Goal => Term::Goal,
            Self::Action => Term::Action,
            Self::Touchpoint => Term::Touchpoint,
            Self::Message => Term::Message,
            Self::Channel => Term::Channel,
            Self::Device => Term::Device,
            Self::Thought => Term::Thoughts,
            Self::Feeling => Term::Feelings,
            Self::Need => Term::Needs,
            Self::Barrier => Term::Barriers,
            Self::Opportunity => Term::Opportunities,
            Self::Expectation => Term::Expectation,
            Self::Relation => Term::Relation,
            Self::Quote => Term::Quote,
            Self::Backstage => Term::Backstage,
            Self::Priority => Term::Priority,
            Self::Design => Term::Design,
            Self::Value => Term::Value,
            Self::Measure => Term::Measure,
            Self::Image => Term::Image,
            Self::Emotion => Term::Experience,
            Self::Text => Term::Notes,
        }
    }
}

/// The name of the kind with this built-in title, or of the only one with this word in it, in whatever language: `goal` for `doel`.
fn translated(word: &str) -> Option<&'static str> {
    let word = word.to_lowercase();
    let only = |fits: &dyn Fn(&str) -> bool| {
        let titled = |kind: LaneKind| {
            let mut titles = TermLanguage::ALL.iter().map(|language| kind.term().text(*language));
            titles.any(|title| fits(&title.to_lowercase()))
        };
        let mut kinds = LaneKind::ALL.iter().filter(|kind| titled(**kind)).map(|kind| kind.name());
        kinds.next().filter(|_| kinds.next().is_none())
    };
    only(&|title| title == word).or_else(|| only(&|title| title.split_whitespace().any(|part| part == word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_is_known_by_its_title_in_each_language() {
        for (word, kind) in
            [("doel", Some("goal")), ("mål", Some("goal")), ("Beleving", Some("emotion")), ("klant", None), ("", None)]
        {
            assert_eq!(translated(word), kind, "{word}");
        }
    }

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in LaneKind::ALL {
            assert_eq!(LaneKind::from_name(kind.name()), Some(*kind));
        }
        assert_eq!(LaneKind::from_name("Goal"), None);
    }
}
