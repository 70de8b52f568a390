//! A column of names without more, as exports of notebooks and databases have it: the phases, or the titles of records.
//!
//! ```text
//! Name     Actions   Touchpoint        Name              Phase    Touchpoint
//! Search   googles   site              Sees a sign       Search   sign
//! Buy      pays      till              Reads about us    Search   paper
//! ```

use std::collections::BTreeSet;

use super::super::lanes::tells_of_a_journey;
use super::super::{profiles, words};
use super::{Look, Window};
use crate::journey::LaneKind;

impl Window {
    /// Whether a column of names could be that of the phases: each has a name of its own, and beside them stand what is done or met, with two other
    /// lanes of a journey, and nothing that is said of persons.
    pub(super) fn is_of_titles(&self, names: &[&Look], lanes: &[&Look]) -> bool {
        const KINDS: usize = 3;
        let kinds: BTreeSet<&str> =
            lanes.iter().filter_map(|look| look.kind).filter(|kind| tells_of_a_journey(*kind)).map(LaneKind::name).collect();
        let done = kinds.contains(LaneKind::Action.name()) || kinds.contains(LaneKind::Touchpoint.name());
        let different: BTreeSet<&str> = names.iter().map(|look| look.name.as_str()).collect();
        let short = names.iter().all(|look| look.short && look.name.chars().any(char::is_alphabetic));
        let personal = lanes.iter().any(|look| profiles::is_said_of_persons(&look.name));
        !self.across && done && kinds.len() >= KINDS && different.len() == names.len() && names.len() > 1 && short && !personal
    }

    /// Whether a column of names has the titles of records, by its name or since they say more than names do: another one says that it has the phases,
    /// which come back in its rows.
    pub(super) fn is_of_records(&self, header: usize, labels: usize) -> bool {
        const WORDS: usize = 3;
        let label = |row: &[Option<Look>]| row.get(labels).and_then(Option::as_ref).map(|look| look.name.clone());
        let has_phases = |row: &Vec<Option<Look>>| {
            let names: Vec<&str> = row.iter().skip(labels + 1).flatten().map(|look| look.name.as_str()).collect();
            let different = names.iter().collect::<BTreeSet<_>>().len();
            label(row).is_some_and(|name| words::says_phases(&name)) && different > 1 && different < names.len()
        };
        let own = || self.cells.get(header).into_iter().flat_map(|row| row.iter().skip(labels + 1)).flatten();
        let wordy = own().map(|look| look.name.split_whitespace().count()).sum::<usize>() >= WORDS * own().count();
        let titled = self
            .cells
            .get(header)
            .and_then(|row| label(row))
            .is_some_and(|name| words::is_name(&name) || wordy && !words::says_phases(&name));
        !self.across && titled && self.cells.iter().skip(header + 1).any(has_phases)
    }
}
