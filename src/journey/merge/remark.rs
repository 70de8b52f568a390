//! What there is to know about a merge.

use crate::tongue::{Phrase, say};

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
        owner: Phrase,
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
    pub fn message(&self, there: &str) -> Phrase {
        match &self.matter {
            Matter::Differs { field, owner, lost, stands } => {
                let differs = say!("merge-differs", field = field, owner = owner.clone(), lost = lost, more = self.more);
                say!("merge-stands", differs = differs, stands = stands, there = there)
            }
            Matter::EndsBefore { until } => say!("merge-ends-before", until = until),
            Matter::Order { what, first, next } => {
                say!("merge-order", part = *what, first = first, next = next, there = there)
            }
            Matter::OwnLane { id, new } => say!("merge-own-lane", id = id, new = new, there = there),
            Matter::Renamed { what, id, new } => say!("merge-renamed", part = *what, id = id, new = new, there = there),
            Matter::Shared { phase, lane } => say!("merge-shared", phase = phase, lane = lane, there = there),
        }
    }

    /// What to do about a conflict.
    #[must_use]
    pub fn help(&self) -> Phrase {
        match self.matter {
            Matter::Differs { .. } => say!("merge-differs-help"),
            Matter::EndsBefore { .. } => say!("merge-ends-before-help"),
            Matter::Order { .. } => say!("merge-order-help"),
            Matter::OwnLane { .. } => say!("merge-own-lane-help"),
            Matter::Renamed { .. } | Matter::Shared { .. } => say!("merge-look-help"),
        }
    }
}
