//! What is known of the whole of a journey of which a part is shown, so that both look alike beside each other.

use super::trace::Kept;
use crate::journey::Journey;

/// A part of a journey, to the whole of it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Excerpt {
    /// The place of each stage that is shown among all of them; none where all are shown.
    stages: Option<Vec<usize>>,
    /// Whether phases before those that are shown are hidden, and whether any behind them are.
    cut: [bool; 2],
    /// Whose journey the whole is, among the personas that are shown.
    protagonist: Option<usize>,
}

impl Excerpt {
    /// All of a journey.
    pub const WHOLE: Self = Self { stages: None, cut: [false; 2], protagonist: None };

    pub(super) fn of(journey: &Journey, kept: &Kept) -> Self {
        let last = journey.phases.len() - 1;
        let ends = |end: usize| !kept.phases.contains(&end);
        let protagonist = journey.protagonist().and_then(|whose| kept.personas.iter().position(|kept| *kept == whose));
        Self { stages: Some(kept.stages.clone()), cut: [ends(0), ends(last)], protagonist }
    }

    /// The place of a stage that is shown among all of the journey: its colour follows it.
    #[must_use]
    pub fn stage(&self, shown: Option<usize>) -> Option<usize> {
        shown.map(|index| self.stages.as_ref().and_then(|stages| stages.get(index)).copied().unwrap_or(index))
    }

    /// Whether the first phase that is shown is the first of the journey, and whether the last is its last.
    #[must_use]
    pub fn ends(&self) -> [bool; 2] {
        self.cut.map(|cut| !cut)
    }

    /// Whose journey it is, where that is one of the personas that are shown.
    #[must_use]
    pub fn protagonist(&self, shown: &Journey) -> Option<usize> {
        self.protagonist.or_else(|| shown.protagonist())
    }
}
