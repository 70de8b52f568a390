//! What changed, as data.

use super::super::Json;

/// One change.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// What happened.
    pub kind: ChangeKind,
    /// To what kind of part.
    pub part: Part,
    /// The field of that part, such as `description` or `empathy.pains`; `None` when it is the part as a whole. The parts of the
    /// journey that stand in other lists, such as `links`, are fields of the journey.
    pub field: Option<String>,
    /// How it was; `None` when it was not there.
    pub before: Option<Side>,
    /// How it is; `None` when it is no longer there.
    pub after: Option<Side>,
}

/// One side of a change.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    /// The JSON pointer to the value in its document.
    pub pointer: String,
    /// What its part is called there: a title, a name, or the text of an item; in a list of the journey, what the entry says.
    pub name: String,
    /// The index of the phase that it belongs to.
    pub phase: Option<usize>,
    /// The index of the lane that it belongs to.
    pub lane: Option<usize>,
    /// The value in the normal form; of what was only moved `None`.
    pub value: Option<Json>,
}

macro_rules! names {
    ($(#[doc = $doc:literal])+ pub enum $name:ident { $($variant:ident = $text:literal, $about:literal;)+ }) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $(#[doc = $about] $variant,)+ }

        impl $name {
            /// Every value.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name in the JSON of a difference.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }
        }
    };
}

names! {
    /// What happened.
    pub enum ChangeKind {
        Added = "added", "It is new.";
        Removed = "removed", "It is gone.";
        Moved = "moved", "It stands elsewhere: in another cell, or at another place in the order.";
        Reworded = "reworded", "A text says it in other words.";
        Score = "score", "The score of an item is another one.";
        Changed = "changed", "Another field has another value.";
    }
}

names! {
    /// The parts of a journey that changes are told of.
    pub enum Part {
        Journey = "journey", "The journey itself, and its lists of links, measurements, opportunities and panels.";
        Persona = "persona", "A persona.";
        Stage = "stage", "A stage.";
        Lane = "lane", "A lane.";
        Phase = "phase", "A phase.";
        Item = "item", "An item in a cell.";
    }
}

impl ChangeKind {
    /// The same seen from the other side.
    #[must_use]
    pub fn reversed(self) -> Self {
        match self {
            Self::Added => Self::Removed,
            Self::Removed => Self::Added,
            Self::Moved | Self::Reworded | Self::Score | Self::Changed => self,
        }
    }
}

impl Change {
    /// The same change from after to before.
    #[must_use]
    pub fn reversed(self) -> Self {
        Self { kind: self.kind.reversed(), before: self.after, after: self.before, ..self }
    }
}
