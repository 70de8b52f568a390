//! What is known of the whole of a journey of which a part is shown, so that both look alike beside each other.

use super::Part;
use super::trace::Kept;
use crate::journey::{Journey, Lane};

/// A part of a journey, to the whole of it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Excerpt {
    /// The place of each stage that is shown among all of them; none where all are shown.
    stages: Option<Vec<usize>>,
    /// Whether phases before those that are shown are hidden, and whether any behind them are.
    cut: [bool; 2],
    /// Whose journey the whole is, among the personas that are shown.
    protagonist: Option<usize>,
    /// The lanes of which nothing is shown; none where all of the journey is.
    hidden: Option<Vec<Hidden>>,
}

/// A lane of the whole of which nothing is shown: it is hidden itself, or every phase in which it has something.
#[derive(Debug, Clone, PartialEq)]
pub struct Hidden {
    /// The lane.
    pub lane: Lane,
    /// What was chosen otherwise; for [`Part::Phase`] the lane itself is shown.
    pub by: Part,
    /// Whether anything stands in it.
    pub filled: bool,
    /// Whether it has a score.
    pub scored: bool,
}

impl Excerpt {
    /// All of a journey.
    pub const WHOLE: Self = Self { stages: None, cut: [false; 2], protagonist: None, hidden: None };

    /// `by` tells what hides a lane that is not kept.
    pub(super) fn of(journey: &Journey, kept: &Kept, by: impl Fn(usize) -> Part) -> Self {
        let last = journey.phases.len() - 1;
        let ends = |end: usize| !kept.phases.contains(&end);
        let protagonist = journey.protagonist().and_then(|whose| kept.personas.iter().position(|kept| *kept == whose));
        let hidden = (0..journey.lanes.len()).filter_map(|lane| {
            let items = |phase: usize| journey.phases[phase].cells[lane].as_slice();
            let (is_kept, said) = (kept.lanes.contains(&lane), |phase: &usize| !items(*phase).is_empty());
            if is_kept && (kept.phases.iter().any(said) || !(0..=last).any(|phase| said(&phase))) {
                return None;
            }
            let all = || (0..=last).flat_map(items);
            Some(Hidden {
                lane: journey.lanes[lane].clone(),
                by: if is_kept { Part::Phase } else { by(lane) },
                filled: all().next().is_some(),
                scored: all().any(|item| item.score.is_some()),
            })
        });
        Self { stages: Some(kept.stages.clone()), cut: [ends(0), ends(last)], protagonist, hidden: Some(hidden.collect()) }
    }

    /// The lanes of which nothing is shown, in the order of the journey.
    #[must_use]
    pub fn hidden(&self) -> &[Hidden] {
        self.hidden.as_deref().unwrap_or_default()
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
