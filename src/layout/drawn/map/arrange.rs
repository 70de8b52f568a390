//! The journey as a map shows it: the lanes in the order of the wall.

use std::borrow::Cow;
use std::ops::Range;

use super::records::{MEASURED, POSSIBLE, measurements, opportunities};
use crate::diagnostic::Diagnostic;
use crate::journey::{Cells, Journey, Lane, LaneKind};
use crate::layout::curves;
use crate::layout::drawn::grid::{Figures, template};

/// A journey with its lanes in another order.
pub(super) struct Arranged {
    pub journey: Journey,
    /// The lanes of the curves that are the spine.
    pub spine: Option<Range<usize>>,
    /// What was measured, by the items that tell it.
    pub figures: Figures,
    /// Where each lane stands in the journey as it was written; behind its lanes stand those that were added.
    origin: Vec<usize>,
}

/// Where a lane stands on the wall, from the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Zone {
    /// The curve of the experience, which comes first.
    Experience,
    /// Other curves on the same scale.
    Curves,
    /// What the customer sees and goes through.
    Front,
    /// What the customer does not see.
    Backstage,
    /// What the organisation wants to do.
    Plans,
}

/// The journey in the order of the wall. Within a zone lanes keep their order.
pub(super) fn arrange(journey: &Journey) -> Arranged {
    let (mut journey, mut figures) = (journey.clone(), Figures::new());
    let blank = journey.is_blank();
    if journey.lanes.is_empty() {
        template(&mut journey, &TEMPLATE);
    }
    // Rows that are still to be filled in are not filled by what was measured or thought of.
    if !blank {
        measurements(&mut journey, &mut figures);
        opportunities(&mut journey);
    }
    let first = curves::first(&journey.lanes);
    let backstage = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Backstage);
    let zone = |index: usize| {
        let lane = &journey.lanes[index];
        match lane.kind {
            LaneKind::Emotion if Some(index) == first => Zone::Experience,
            LaneKind::Emotion if first.is_some_and(|first| curves::share(&journey.lanes[first], lane)) => Zone::Curves,
            LaneKind::Backstage => Zone::Backstage,
            // What no customer does or feels, and stands below what they do not see, stays there: systems, documents.
            LaneKind::Text | LaneKind::Device | LaneKind::Image if backstage.is_some_and(|backstage| index > backstage) => {
                Zone::Backstage
            }
            LaneKind::Opportunity | LaneKind::Priority | LaneKind::Design | LaneKind::Measure => Zone::Plans,
            LaneKind::Emotion
            | LaneKind::Goal
            | LaneKind::Action
            | LaneKind::Touchpoint
            | LaneKind::Message
            | LaneKind::Channel
            | LaneKind::Device
            | LaneKind::Thought
            | LaneKind::Feeling
            | LaneKind::Need
            | LaneKind::Barrier
            | LaneKind::Expectation
            | LaneKind::Relation
            | LaneKind::Quote
            | LaneKind::Value
            | LaneKind::Image
            | LaneKind::Text => Zone::Front,
        }
    };
    let mut origin: Vec<usize> = (0..journey.lanes.len()).collect();
    origin.sort_by_key(|index| zone(*index));
    let mut lanes: Vec<Option<Lane>> = journey.lanes.into_iter().map(Some).collect();
    journey.lanes = origin.iter().filter_map(|index| lanes[*index].take()).collect();
    for phase in &mut journey.phases {
        let mut cells = std::mem::take(&mut phase.cells.0);
        phase.cells = Cells(origin.iter().map(|index| std::mem::take(&mut cells[*index])).collect());
    }
    let spine = first.and_then(|_| curves::groups(&journey).into_iter().next());
    Arranged { journey, spine, figures, origin }
}

/// The rows of a map of which nothing is there yet but titles.
const TEMPLATE: [LaneKind; 6] =
    [LaneKind::Emotion, LaneKind::Action, LaneKind::Touchpoint, LaneKind::Thought, LaneKind::Barrier, LaneKind::Opportunity];

impl Arranged {
    /// Lets a warning name a lane by its place in the journey as it was written.
    pub fn trace(&self, warning: &mut Diagnostic) {
        let Some(pointer) = &warning.pointer else { return };
        for (id, records) in [(POSSIBLE, "/opportunities"), (MEASURED, "/measurements")] {
            if pointer.contains(&format!("/cells/{id}")) {
                warning.pointer = Some(records.to_owned());
                return;
            }
        }
        let Some(rest) = pointer.strip_prefix("/lanes/") else { return };
        let (index, field) =
            rest.split_once('/').map_or((rest, Cow::from("")), |(index, field)| (index, format!("/{field}").into()));
        let origin = index.parse::<usize>().ok().and_then(|index| self.origin.get(index));
        if let Some(origin) = origin {
            warning.pointer = Some(format!("/lanes/{origin}{field}"));
        }
    }
}
