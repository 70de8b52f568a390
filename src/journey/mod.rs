//! The checked model of one customer journey.
//!
//! A [`Journey`] only comes out of the check ([`crate::read`] calls it): past it there is nothing left to doubt.
//! Guarantees that every layout may count on:
//!
//! - `title`, every stage title, phase title and lane title hold at least one character that is not white space;
//! - there is at least one phase; every phase has exactly one cell (`Vec<Item>`, possibly empty) for each lane, in lane order;
//! - `Phase::stage` is an index into `stages`; ids are unique within stages, lanes and phases;
//! - an item has text, or a score (then it stands in an emotion lane), or both; a score lies on its lane's scale;
//! - every lane of kind [`LaneKind::Emotion`] has a scale with `min < max`, and no other lane has one;
//! - all text is in Unicode NFC, line ends are `\n`, and the counts are within [`limits`].

mod check;
mod lane;
pub mod limits;
pub mod presets;
mod problems;
mod raw;
pub mod terms;

use crate::meta::Date;
pub(crate) use check::{check, has_version};
pub use lane::LaneKind;
pub(crate) use problems::{Cursor, locate};
pub use terms::{Term, TermLanguage};

/// One customer journey: who travels, through which phases, and what each lane says of each phase.
#[derive(Debug, Clone, PartialEq)]
pub struct Journey {
    /// The name of the journey.
    pub title: String,
    /// The situation that starts the journey.
    pub scenario: Option<String>,
    /// The organisation whose customer travels.
    pub organisation: Option<String>,
    /// Who made the journey, in the order written.
    pub authors: Vec<Author>,
    /// The language of the text and of the built-in labels.
    pub language: Language,
    /// The day the document was made or handed in.
    pub date: Option<Date>,
    /// The bands above the phases, in order; may be empty.
    pub stages: Vec<Stage>,
    /// The rows, in order; may be empty (a tiny journey of phases alone).
    pub lanes: Vec<Lane>,
    /// The columns, in order; never empty.
    pub phases: Vec<Phase>,
}

/// A person or team that made the journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Author {
    /// Name, as the author writes it.
    pub name: String,
    /// Class or team, such as `MEP2`.
    pub class: Option<String>,
}

/// The language of a journey.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag as written, such as `nl`, `da` or `en-GB`.
    pub tag: String,
    /// The language of built-in labels: the tag's own where the table of terms has it, English otherwise.
    pub terms: TermLanguage,
}

/// A band above the phases, such as before, during and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stage {
    /// Unique among the stages.
    pub id: String,
    /// The name on the band.
    pub title: String,
    /// A second name beside the first, such as "Planning".
    pub subtitle: Option<String>,
}

/// A row of the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Lane {
    /// Unique among the lanes; the key of the lane's cells.
    pub id: String,
    /// What the row holds.
    pub kind: LaneKind,
    /// The name at the left: written, or the kind's term in the journey's language.
    pub title: String,
    /// The scale of the scores; exactly the emotion lanes have one.
    pub scale: Option<Scale>,
}

/// The scale on which the scores of an emotion lane lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The lowest score.
    pub min: f64,
    /// The highest score; greater than `min`.
    pub max: f64,
    /// Words for single scores, in ascending order of score.
    pub labels: Vec<(f64, String)>,
}

/// A column of the journey.
#[derive(Debug, Clone, PartialEq)]
pub struct Phase {
    /// Unique among the phases.
    pub id: String,
    /// The name in the header.
    pub title: String,
    /// A sentence or two on what happens in this phase.
    pub description: Option<String>,
    /// Index into [`Journey::stages`].
    pub stage: Option<usize>,
    /// One cell a lane, in lane order: the items that stand in it.
    pub cells: Vec<Vec<Item>>,
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Item {
    /// What it says; may hold several paragraphs parted by `\n`. Empty only when the item is a bare score.
    pub text: String,
    /// When it happens, as written: a date, a time or an order.
    pub when: Option<String>,
    /// The channel by which contact is made.
    pub channel: Option<String>,
    /// The device on which contact is made.
    pub device: Option<String>,
    /// Whether this is a contact on which the customer's judgement turns.
    pub moment_of_truth: bool,
    /// How the customer feels here, on the lane's scale; only in emotion lanes.
    pub score: Option<f64>,
}

impl Scale {
    /// The scale of a lane that declares none: −2 to +2, without words.
    pub const DEFAULT_RANGE: (f64, f64) = (-2.0, 2.0);

    /// Where a score lies between `min` (0.0) and `max` (1.0).
    #[must_use]
    pub fn normalise(&self, score: f64) -> f64 {
        (score - self.min) / (self.max - self.min)
    }
}

impl Journey {
    /// The JSON pointer (RFC 6901) to the cell of a phase in a lane: `/phases/0/cells/goal`.
    ///
    /// # Panics
    /// When there is no such lane.
    #[must_use]
    pub fn pointer_to_cell(&self, phase: usize, lane: usize) -> String {
        format!("/phases/{phase}/cells/{}", raw::escape(&self.lanes[lane].id))
    }

    /// The JSON pointer to an item of a cell: `/phases/0/cells/goal/1`. An only item may stand in the document without its
    /// list; then the document has it at [`Self::pointer_to_cell`].
    ///
    /// # Panics
    /// When there is no such lane.
    #[must_use]
    pub fn pointer_to_item(&self, phase: usize, lane: usize, item: usize) -> String {
        format!("{}/{item}", self.pointer_to_cell(phase, lane))
    }
}
