//! What a poster says: every text of the journey, prepared once for all sizes and widths.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::ops::Range;

use super::Design;
use super::beside::{Besides, Voices};
use super::lanes::{LaneText, lowest};
use super::years;
use crate::journey::{Journey, Lane, LaneKind, Phase, Purpose, Scale, Term};
use crate::layout::drawn::connect::Way;
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::items::{At, Dress, ItemText, Remark};
use crate::layout::drawn::page::{Entry, HeadText, entries, entry};
use crate::layout::drawn::phases::{PhaseText, RiskText, StageText};
use crate::layout::drawn::text::{Block, Missing, Setter};
use crate::layout::{Context, curves};
use crate::text::Cut;

/// The texts of a journey as blocks.
pub(super) struct Content<'a> {
    pub journey: &'a Journey,
    pub context: &'a Context<'a>,
    pub design: &'a Design,
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
    /// What stands at the beginning and at the end of the spine.
    pub ends: [Block; 2],
    /// Ways that are not simply the next phase.
    pub ways: Vec<Way>,
    /// What the line says below which the customer sees nothing; nothing without such a line.
    pub sight: Option<Block>,
    /// The name of the row of what is said of the phases.
    pub remarks: Block,
    /// The names of the marks that the journey uses.
    pub legend: Vec<Entry>,
    /// What stands beside points, as it was set.
    pub voices: Voices,
    /// Curves as they were measured.
    pub besides: Besides,
    /// Whether the curves of a spine are named in a margin, since a name finds no place else.
    pub names_aside: Cell<bool>,
}

impl<'a> Content<'a> {
    /// Prepares all texts. What no face has is noted in `missing`.
    pub fn new(journey: &'a Journey, context: &'a Context<'a>, design: &'a Design, missing: &'a Missing) -> Self {
        let set = Setter::new(&journey.language, context.text, missing);
        let used: BTreeSet<usize> = journey.phases.iter().filter_map(|phase| phase.stage).collect();
        let groups = curves::groups(journey);
        let backstage = journey.lanes.iter().position(|lane| lane.kind == LaneKind::Backstage);
        let year = years::shared(journey);
        let of = |group: &Range<usize>| -> Vec<LaneText> {
            group.clone().map(|index| LaneText::new(journey, index, group, year, set)).collect()
        };
        let mut lanes: Vec<LaneText> = groups.iter().flat_map(of).collect();
        for ((id, phase, nth), readings) in &design.figures {
            let lane = journey.lanes.iter().position(|lane| &*lane.id == id.as_str());
            if let Some(item) = lane.and_then(|lane| lanes[lane].cells.get_mut(*phase)?.get_mut(*nth)) {
                item.figure = Some(readings.clone());
            }
        }
        for (lane, phase, nth) in design.called.iter().copied() {
            if let Some(item) = lanes.get_mut(lane).and_then(|lane| lane.cells.get_mut(phase)?.get_mut(nth)) {
                item.set_upright(&journey.phases[phase].cells[lane][nth], At { journey, lane, phase }, set);
            }
        }
        for ((lane, phase, nth), names) in &design.turning {
            if let Some(item) = lanes.get_mut(*lane).and_then(|lane| lane.cells.get_mut(*phase)?.get_mut(*nth)) {
                let at = At { journey, lane: *lane, phase: *phase };
                item.name_turns(&journey.phases[*phase].cells[*lane][*nth], names, at, set);
            }
        }
        let mut phases = PhaseText::all(journey, set);
        join_risks(journey, &mut phases, &mut lanes, design);
        // A column has one edge of text, from the first lane to the last.
        let listed = lanes.iter().any(LaneText::is_list);
        for lane in &mut lanes {
            lane.listed = listed;
        }
        Self {
            head: HeadText::new(journey, (context.part, journey.is_blank()), set),
            stages: StageText::all(journey, set),
            phases,
            lanes,
            idle_stages: (0..journey.stages.len()).filter(|index| !used.contains(index)).collect(),
            blank: journey.is_blank(),
            remarks: set.label(remarks(journey, design).text(set.terms), Cut::Bold),
            ends: [Term::Start, Term::End].map(|term| set.label(&term.text(set.terms).to_uppercase(), Cut::Bold)),
            ways: if design.linked { Way::all(journey, set) } else { Vec::new() },
            legend: legend(journey, design, &groups, set),
            sight: (design.manners && backstage.is_some_and(|lane| lane > 0))
                .then(|| set.label(Term::LineOfVisibility.text(set.terms), Cut::Regular)),
            voices: Voices::default(),
            besides: Besides::default(),
            names_aside: Cell::new(false),
            groups,
            journey,
            context,
            design,
        }
    }

    /// Whether some lanes are those of the spine.
    pub fn is_spine(&self, lanes: &Range<usize>) -> bool {
        self.design.spine.as_ref() == Some(lanes)
    }

    /// Whether items stand in the manner of their lane. Cells that are still to be filled in are cards.
    pub fn is_dressed(&self) -> bool {
        self.design.manners && !self.blank
    }

    /// Whether a lane is the first of what the customer does not see.
    pub fn is_first_backstage(&self, lane: usize) -> bool {
        let before = self.lanes[..lane].iter().any(|lane| lane.kind == LaneKind::Backstage);
        !before && self.lanes[lane].kind == LaneKind::Backstage
    }

    /// The stage of each of some neighbouring phases.
    pub fn stages_of(&self, phases: &Range<usize>) -> Vec<Option<usize>> {
        self.journey.phases[phases.clone()].iter().map(|phase| phase.stage).collect()
    }
}

/// Lets what can go wrong in a few of the phases stand with the barriers, or else at the lowest score of the spine there: a row of their own
/// would be empty but for these.
fn join_risks(journey: &Journey, phases: &mut [PhaseText], lanes: &mut [LaneText], design: &Design) {
    let told = |phase: &PhaseText| phase.description.is_some() || phase.duration.is_some() && !design.timed;
    let risky = phases.iter().filter(|phase| !phase.risks.is_empty()).count();
    if phases.iter().any(told) || risky * 2 > phases.len() {
        return;
    }
    // A row that is still to be filled in is not filled by them.
    let said = |lane: &&mut LaneText| lane.kind == LaneKind::Barrier && lane.cells.iter().any(|cell| !cell.is_empty());
    if let Some(barriers) = lanes.iter_mut().find(said) {
        for (phase, cell) in phases.iter_mut().zip(&mut barriers.cells) {
            cell.extend(phase.risks.drain(..).map(|risk| ItemText::noted(risk.label, risk.block, risk.sign)));
        }
        return;
    }
    let Some(first) = design.spine.as_ref().map(|spine| spine.start) else { return };
    let Some(lived) = lanes.get_mut(first) else { return };
    let middle = journey.lanes[first].scale.as_ref().map_or(0.0, Scale::middle);
    let mut scores = journey.phases.iter().map(|phase| phase.cells[first].iter().map(|item| item.score).collect::<Vec<_>>());
    for ((nth, phase), cell) in phases.iter_mut().enumerate().zip(&mut lived.cells) {
        // What may stand nowhere tells nothing that must stand.
        let told =
            |(place, item): &(usize, &mut ItemText)| item.score.is_some() && !design.passing.contains(&(first, nth, *place));
        let scores = scores.next().unwrap_or_default();
        let lowest = |(nth, _): &(usize, &mut ItemText)| scores.get(*nth).copied().flatten().unwrap_or(f64::INFINITY);
        let told = cell.iter_mut().enumerate().filter(told);
        let Some((place, lowest)) = told.min_by(|one, other| lowest(one).total_cmp(&lowest(other))) else { continue };
        // Beside what felt good it would be read as the reason for that.
        if scores.get(place).copied().flatten().is_some_and(|score| score > middle) {
            continue;
        }
        // Without a sign before it, it would be a part of what is said there; but that customers leave is told above it already.
        let point = journey.phases[nth].cells[first].get(place);
        let leaves = point.is_some_and(|point| point.drop_off && !point.moment_of_truth);
        let block = |risk: RiskText| if leaves && risk.sign == Sign::DROP_OFF { risk.block } else { risk.in_words };
        lowest.remarks.extend(phase.risks.drain(..).map(|risk| Remark { block: block(risk), link: None }));
    }
}

/// What is said of the phases: of how long they take, of what can go wrong, or more.
fn remarks(journey: &Journey, design: &Design) -> Term {
    let any = |says: fn(&Phase) -> bool| journey.phases.iter().any(says);
    let (described, risky) = (any(|phase| phase.description.is_some()), any(|phase| !phase.risks.is_empty()));
    // Where arrows tell how long phases take, the row does not.
    let lasting = any(|phase| phase.duration.is_some()) && !design.manners;
    match (described, risky, lasting) {
        (false, true, false) => Term::Risks,
        (false, false, true) => Term::Duration,
        (true, _, _) | (false, true, true) | (false, false, false) => Term::AboutPhase,
    }
}

/// The marks that the journey uses and that the design gives it.
fn legend(journey: &Journey, design: &Design, groups: &[Range<usize>], set: Setter) -> Vec<Entry> {
    let mut legend = entries(journey, set);
    let items = |lane: usize| journey.phases.iter().flat_map(move |phase| &phase.cells[lane]);
    // The lowest point of an area is ringed.
    if groups.iter().cloned().flatten().any(|lane| lowest(journey, lane).is_some()) {
        legend.push(entry(Sign::Lowest, set));
    }
    if let Some(spine) = design.spine.clone().filter(|_| design.alone()) {
        legend.extend(gap_signs(journey, spine).into_iter().map(|sign| entry(sign, set)));
    }
    let ranked =
        |(lane, of): (usize, &Lane)| Dress::of(of.kind) == Dress::Ranked && items(lane).any(|item| item.importance.is_some());
    if design.manners && journey.lanes.iter().enumerate().any(ranked) {
        legend.push(entry(Sign::Priority, set));
    }
    legend
}

/// The signs for what is shown of the gap between two curves.
fn gap_signs(journey: &Journey, spine: Range<usize>) -> Vec<Sign> {
    let Some((lived, expected)) = curves::gap(&journey.lanes[spine.clone()]) else { return Vec::new() };
    let aimed = journey.lanes[spine.start + expected].purpose == Some(Purpose::ToBe);
    let drawn = |curve: usize| {
        journey.phases.iter().flat_map(|phase| &phase.cells[spine.start + curve]).filter(|item| item.score.is_some()).count() > 1
    };
    let signs = [true, false].map(|above| Sign::Gap { above, aimed });
    if drawn(lived) && drawn(expected) { signs.to_vec() } else { Vec::new() }
}
