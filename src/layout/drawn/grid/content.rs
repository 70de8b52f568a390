//! What a poster says: every text of the journey, prepared once for all sizes and widths.

use std::collections::BTreeSet;
use std::ops::Range;

use super::lanes::LaneText;
use crate::journey::Journey;
use crate::layout::drawn::page::{Entry, HeadText, entries};
use crate::layout::drawn::phases::{PhaseText, StageText};
use crate::layout::drawn::text::{Missing, Setter};
use crate::layout::{Context, curves};

/// The texts of a journey as blocks.
pub(super) struct Content<'a> {
    pub journey: &'a Journey,
    pub context: &'a Context<'a>,
    pub head: HeadText,
    pub stages: Vec<StageText>,
    pub phases: Vec<PhaseText>,
    pub lanes: Vec<LaneText>,
    /// The lanes, those together whose curves share an area.
    pub groups: Vec<Range<usize>>,
    /// Stages that no phase stands in.
    pub idle_stages: Vec<usize>,
    /// Whether all of it is still to be filled in.
    pub blank: bool,
    /// The names of the marks that the journey uses.
    pub legend: Vec<Entry>,
}

impl<'a> Content<'a> {
    /// Prepares all texts. What no face has is noted in `missing`.
    pub fn new(journey: &'a Journey, context: &'a Context<'a>, missing: &'a Missing) -> Self {
        let set = Setter::new(&journey.language, context.text, missing);
        let used: BTreeSet<usize> = journey.phases.iter().filter_map(|phase| phase.stage).collect();
        let groups = curves::groups(journey);
        Self {
            head: HeadText::new(journey, set),
            stages: StageText::all(journey, set),
            phases: PhaseText::all(journey, set),
            lanes: groups
                .iter()
                .flat_map(|group| group.clone().map(move |index| LaneText::new(journey, index, group, set)))
                .collect(),
            groups,
            idle_stages: (0..journey.stages.len()).filter(|index| !used.contains(index)).collect(),
            blank: journey.is_blank(),
            legend: entries(journey, set),
            journey,
            context,
        }
    }

    /// The stage of each of some neighbouring phases.
    pub fn stages_of(&self, phases: &Range<usize>) -> Vec<Option<usize>> {
        self.journey.phases[phases.clone()].iter().map(|phase| phase.stage).collect()
    }
}
