//! What there is to know about a merge.

/// A place in one of the documents.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At {
    /// The index of the document in the list that was merged.
    pub document: usize,
    /// The JSON pointer in that document.
    pub pointer: String,
}

/// Something to know about a merge, with both places that it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// What it is about.
    pub matter: Matter,
    /// Where it came up.
    pub here: At,
    /// What it does not go together with; `None` when that is nothing in the documents.
    pub there: Option<At>,
    /// How many further documents say the same as the one in [`Remark::here`].
    pub more: usize,
}

/// What a remark is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Matter {
    /// Two documents give a field different values. One of them stands.
    Differs {
        /// The field, such as `description` or `offering.kind`.
        field: String,
        /// Whose field it is, such as "the phase `Aankoop`".
        owner: String,
        /// The value that is set aside.
        lost: String,
        /// The value that stands.
        stands: String,
    },
    /// An item ends in a phase that comes before its own in the merged order.
    EndsBefore {
        /// The phase in which it would end.
        until: String,
    },
    /// A document has two parts in another order.
    Order {
        /// What they are: "phases" or "stages".
        what: &'static str,
        /// The part that the document has first.
        first: String,
        /// The one that it has next.
        next: String,
    },
    /// Two lanes with the same id are not the same row, so that one of them got a new id.
    OwnLane {
        /// The id that both had.
        id: String,
        /// The new one.
        new: String,
    },
    /// Something else has the same id, so that it got a new one.
    Renamed {
        /// What it is, such as "item".
        what: &'static str,
        /// The id that both had.
        id: String,
        /// The new one.
        new: String,
    },
    /// Two documents filled the same cell, each in its own way; the items of both are kept.
    Shared {
        /// The title of the phase.
        phase: String,
        /// The title of the lane.
        lane: String,
    },
}

impl Remark {
    /// Whether somebody has to decide. What is no conflict was solved without loss.
    #[must_use]
    pub fn is_conflict(&self) -> bool {
        match self.matter {
            Matter::Differs { .. } | Matter::EndsBefore { .. } | Matter::Order { .. } | Matter::OwnLane { .. } => true,
            Matter::Renamed { .. } | Matter::Shared { .. } => false,
        }
    }

    /// What to say, in one sentence without a full stop. `there` is the place of [`Remark::there`] as it is to be shown.
    #[must_use]
    pub fn message(&self, there: &str) -> String {
        let here = match self.more {
            0 => "here".to_owned(),
            1 => "here and in 1 more document".to_owned(),
            more => format!("here and in {more} more documents"),
        };
        match &self.matter {
            Matter::Differs { field, owner, lost, stands } => {
                format!("`{field}` of {owner} is {lost} {here}, but {stands} in {there}, and that stands")
            }
            Matter::EndsBefore { until } => {
                format!("this item ends in the phase `{until}`, which comes before its own in the merged journey")
            }
            Matter::Order { what, first, next } => {
                format!("the {what} {first} and {next} stand the other way round in {there}, and that order stands")
            }
            Matter::OwnLane { id, new } => {
                format!("the lane `{id}` is another row than the one in {there}; it stands beside it, as `{new}`")
            }
            Matter::Renamed { what, id, new } => {
                format!("the id `{id}` means something else in {there}; this {what} is now called `{new}`")
            }
            Matter::Shared { phase, lane } => {
                format!("the cell of {phase} in the lane {lane} is filled here and in {there}; the items of both are kept")
            }
        }
    }

    /// What to do about a conflict.
    #[must_use]
    pub fn help(&self) -> &'static str {
        match self.matter {
            Matter::Differs { .. } => "settle on one of the two; what is set aside is kept under `x.merge.conflicts`",
            Matter::EndsBefore { .. } => "give it another `until`; the one written is kept under `x.merge.conflicts`",
            Matter::Order { .. } => "move them in one of the documents, or name the one with the right order first",
            Matter::OwnLane { .. } => {
                "kind, persona, purpose and the scale of scores must be the same in both for them to become one row"
            }
            Matter::Renamed { .. } | Matter::Shared { .. } => "look whether that is what you want",
        }
    }
}
