//! The kinds of lane, and the names they have in a document.

use super::terms::Term;

/// What a row of the journey holds. One table, [`LaneKind::ALL`], gives each kind its name in JSON and its term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum LaneKind {
    /// What the customer wants to reach in this phase.
    Goal,
    /// What the customer does.
    Action,
    /// Where customer and organisation meet.
    Touchpoint,
    /// What is said to the customer.
    Message,
    /// The channels used.
    Channel,
    /// The devices used.
    Device,
    /// What the customer thinks.
    Thought,
    /// What the customer feels, in words.
    Feeling,
    /// What the customer needs.
    Need,
    /// What stands in the way.
    Barrier,
    /// What the organisation could do better.
    Opportunity,
    /// What the customer expects.
    Expectation,
    /// How customer and organisation stand to each other.
    Relation,
    /// What the customer says, word for word.
    Quote,
    /// The organisation's own work, out of the customer's sight.
    Backstage,
    /// What comes first.
    Priority,
    /// What will be built.
    Design,
    /// The valuable experience aimed at.
    Value,
    /// What is measured.
    Measure,
    /// Pictures.
    Image,
    /// Scores on a scale, drawn as a curve.
    Emotion,
    /// Anything else.
    Text,
}

impl LaneKind {
    /// Every kind with its name in a document and the term that titles a lane without a title of its own.
    pub const ALL: [(Self, &'static str, Term); 22] = [
        (Self::Goal, "goal", Term::Goal),
        (Self::Action, "action", Term::Action),
        (Self::Touchpoint, "touchpoint", Term::Touchpoint),
        (Self::Message, "message", Term::Message),
        (Self::Channel, "channel", Term::Channel),
        (Self::Device, "device", Term::Device),
        (Self::Thought, "thought", Term::Thoughts),
        (Self::Feeling, "feeling", Term::Feelings),
        (Self::Need, "need", Term::Needs),
        (Self::Barrier, "barrier", Term::Barriers),
        (Self::Opportunity, "opportunity", Term::Opportunities),
        (Self::Expectation, "expectation", Term::Expectation),
        (Self::Relation, "relation", Term::Relation),
        (Self::Quote, "quote", Term::Quote),
        (Self::Backstage, "backstage", Term::Backstage),
        (Self::Priority, "priority", Term::Priority),
        (Self::Design, "design", Term::Design),
        (Self::Value, "value", Term::Value),
        (Self::Measure, "measure", Term::Measure),
        (Self::Image, "image", Term::Image),
        (Self::Emotion, "emotion", Term::Experience),
        (Self::Text, "text", Term::Notes),
    ];

    /// The kind of that name in a document.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known, _)| *known == name).map(|(kind, ..)| *kind)
    }

    /// The kind's name in a document, such as `touchpoint`.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().1
    }

    /// The term that titles a lane of this kind.
    #[must_use]
    pub fn term(self) -> Term {
        self.entry().2
    }

    fn entry(self) -> &'static (Self, &'static str, Term) {
        &Self::ALL[self as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (kind, name, term) in LaneKind::ALL {
            assert_eq!((kind.name(), kind.term(), LaneKind::from_name(name)), (name, term, Some(kind)));
        }
    }
}
