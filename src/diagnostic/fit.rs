//! How a poster fits its paper, as data: what the message and the remedy of a [`Code::Fit`](super::Code::Fit) say in words.

use serde::Serialize;

/// The fit of a poster.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fit {
    /// The name of the layout.
    pub layout: String,
    /// The name of the paper.
    pub paper: String,
    /// How many pages it takes.
    pub pages: usize,
    /// The type, from what is read from afar to what is read in the hand.
    pub sizes: Vec<TypeSize>,
    /// The cells that alone make their row as high as it is; none where no cell stands out.
    pub tightest: Option<Tightest>,
    /// The smallest paper that holds all on one page; none where even the largest does not.
    pub smallest: Option<Smallest>,
}

/// The size of something on a poster, with the distance that it is for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TypeSize {
    /// What is set in it: `title`, `phases`, `cells` or `notes`.
    pub of: &'static str,
    /// From how far it is to be read, in metres; none for what is read with the poster in the hand.
    pub metres: Option<f64>,
    /// The size, in points.
    pub points: f64,
    /// What the distance asks for, in points.
    pub least: f64,
}

/// The cells of a row that say more than the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Tightest {
    /// The title of the lane.
    pub lane: String,
    /// The titles of the phases, at least one.
    pub phases: Vec<String>,
    /// By about how many characters each is to be shortened to make the row as low as its next cell.
    pub characters: usize,
}

/// A paper that would do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Smallest {
    /// Its name.
    pub paper: String,
    /// Of how many sheets of A4 it is put together.
    pub sheets_of_a4: usize,
}
