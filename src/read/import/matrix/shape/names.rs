//! What the names of the phases and lanes of a table tell, and its cells: whether there is one, and how likely it is.

use std::collections::BTreeSet;

use super::super::{lanes, words};
use super::Look;
use crate::journey::LaneKind;

/// What the names of a table tell.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) phases: usize,
    pub(super) known_phases: usize,
    pub(super) lanes: usize,
    pub(super) known_lanes: usize,
    /// How many of these are written more than once.
    pub(super) again: usize,
    /// How many kinds of lane there are that a journey is known by.
    pub(super) kinds: usize,
    /// Names of lanes among the phases, and of phases among the lanes.
    pub(super) crossed: usize,
    pub(super) long: usize,
    /// Phases with names of their own.
    pub(super) different: usize,
    pub(super) twice: usize,
    /// Phases that are called by a number or a date and nothing else.
    pub(super) numbers: usize,
    /// Lanes that are called as the row of the phases is.
    pub(super) corners: usize,
    /// Questions among the lanes and numbers before the phases; and what of them stands on the other side.
    pub(super) fitting: usize,
    pub(super) unfitting: usize,
    /// Phases that are counted: `Fase 1: Kiezen`.
    pub(super) counted: usize,
    /// Phases that are called as the entries of a log or a list are.
    pub(super) entries: usize,
}

impl Names {
    pub(super) fn of(phases: &[&Look], lanes: &[&Look]) -> Self {
        let count = |looks: &[&Look], is: fn(&Look) -> bool| looks.iter().filter(|look| is(look)).count();
        // A name that is written again beside itself is that of the same phase.
        let apart = phases
            .iter()
            .enumerate()
            .filter(|(nth, look)| nth.checked_sub(1).is_none_or(|before| phases[before].name != look.name));
        let apart: Vec<&str> = apart.map(|(_, look)| look.name.as_str()).collect();
        let different: BTreeSet<&str> = apart.iter().copied().collect();
        let kinds = lanes.iter().filter_map(|look| look.kind);
        // What stands there more than once, such as waiting, speaks against it once.
        let once = |looks: &[&Look], is: fn(&Look) -> bool| {
            looks.iter().filter(|look| is(look)).map(|look| look.name.as_str()).collect::<BTreeSet<_>>().len()
        };
        Self {
            phases: phases.len(),
            known_phases: count(phases, |look| look.phase),
            lanes: lanes.len(),
            known_lanes: count(lanes, |look| look.lane),
            again: count(lanes, |look| look.lane) - once(lanes, |look| look.lane),
            kinds: kinds.filter(|kind| lanes::tells_of_a_journey(*kind)).map(LaneKind::name).collect::<BTreeSet<_>>().len(),
            crossed: once(phases, |look| look.lane && !look.phase) + once(lanes, |look| look.phase && !look.lane),
            long: count(phases, |look| !look.short) * 2 + count(lanes, |look| !look.short),
            different: different.len(),
            twice: apart.len() - different.len(),
            numbers: count(phases, |look| !look.name.chars().any(char::is_alphabetic)),
            corners: count(lanes, |look| look.is(words::of_corners)),
            fitting: count(lanes, |look| look.question) + count(phases, |look| look.counted),
            unfitting: count(phases, |look| look.question) + count(lanes, |look| look.counted),
            counted: count(phases, |look| look.counted),
            entries: count(phases, |look| look.is(words::of_entries)),
        }
    }

    /// Whether there is a matrix in this: known names on both sides or enough on one, or one where a corner says that the others are phases,
    /// or else the shape of one, with sentences in it.
    pub(super) fn make_a_table(&self, is_list: bool, is_plan: bool, named: bool, body: &Body) -> bool {
        const MOST_UNKNOWN: usize = 40;
        const MOST_OF_A_LOG: usize = 8;
        let filled = body.placed + body.stray;
        let shaped = body.wordy * 5 >= filled * 2 && body.placed * 5 >= body.grid * 2 && filled > 0 && self.lanes <= MOST_UNKNOWN;
        let (phases, lanes) = (self.known_phases, self.known_lanes);
        match (phases, lanes) {
            // A few names that come back again and again are the kinds of a log, and many numbers are those of its entries.
            _ if self.phases > MOST_OF_A_LOG && self.twice.max(self.numbers) * 2 > self.phases && !self.is_form(named) => false,
            _ if self.phases == 0 || self.lanes == 0 || self.crossed >= (phases + lanes).max(1) => false,
            (_, 3..) if named && self.different > 1 => true,
            // Who answered stands beside what they did, and is no list of people then.
            (_, 2..) if named && self.kinds > 1 && self.different > 1 => true,
            (1.., 1..) => !is_list || phases + lanes > 3,
            (2.., 0) => !is_list,
            (0, 2..) => (!is_list || self.counted > 1) && self.different > 1,
            (0, 1) if named && !is_list && self.different > 1 => true,
            (0 | 1, 0 | 1) => !is_list && !is_plan && shaped && self.different > 1 && self.lanes > 1,
        }
    }

    /// Whether it has a row for each phase of each who answered: the names of the phases come back, but the columns are those of a journey.
    pub(super) fn is_form(&self, named: bool) -> bool {
        const KINDS: usize = 3;
        named && self.kinds >= KINDS && self.numbers * 2 < self.phases
    }

    pub(super) fn score(&self, named: bool) -> f64 {
        let twice = if self.is_form(named) { 0 } else { self.twice };
        let known = 8.0 * (self.known_phases + self.known_lanes).saturating_sub(self.again) as f64;
        let named = (self.phases.min(12) + self.lanes.min(12) + 2 * self.fitting.min(12)) as f64;
        let doubts = 8 * self.crossed + 2 * self.long + 3 * twice + 6 * self.corners + 2 * self.unfitting + 3 * self.entries;
        known + named - doubts as f64
    }
}

/// What the cells of a table tell.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// The cells with a phase above and a lane before them.
    pub(super) placed: usize,
    /// The others.
    pub(super) stray: usize,
    pub(super) wordy: usize,
    /// The names of phases among them, and of lanes.
    pub(super) phases: usize,
    pub(super) lanes: usize,
    /// How many cells there are, filled or not.
    pub(super) grid: usize,
}

impl Body {
    pub(super) fn score(&self) -> f64 {
        let filled = self.placed + self.stray;
        let share = if filled == 0 { 0.5 } else { self.placed as f64 / filled as f64 };
        10.0 * share - 3.0 * (self.phases + self.lanes) as f64
    }
}
