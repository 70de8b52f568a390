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
    /// lanes of a journey, nothing that is said of persons, and no phases that come back from row to row.
    pub(super) fn is_of_titles(&self, (header, labels): (usize, usize), names: &[&Look], lanes: &[&Look]) -> bool {
        const KINDS: usize = 3;
        let kinds: BTreeSet<&str> =
            lanes.iter().filter_map(|look| look.kind).filter(|kind| tells_of_a_journey(*kind)).map(LaneKind::name).collect();
        let done = kinds.contains(LaneKind::Action.name()) || kinds.contains(LaneKind::Touchpoint.name());
        let different: BTreeSet<&str> = names.iter().map(|look| look.name.as_str()).collect();
        let short = names.iter().all(|look| look.short && look.name.chars().any(char::is_alphabetic));
        let personal = lanes.iter().any(|look| profiles::is_said_of_persons(&look.name));
        !self.across
            && done
            && kinds.len() >= KINDS
            && different.len() == names.len()
            && names.len() > 1
            && short
            && !personal
            && !self.has_phases_of_records(header, labels)
    }

    /// Whether another column says that it has the phases, which come back in its rows.
    fn has_phases_of_records(&self, header: usize, labels: usize) -> bool {
        self.cells.get(header + 1..).into_iter().flatten().any(|row| {
            let names: Vec<&str> = row.iter().skip(labels + 1).flatten().map(|look| look.name.as_str()).collect();
            let different = names.iter().collect::<BTreeSet<_>>().len();
            let said = row.get(labels).and_then(Option::as_ref).is_some_and(|look| words::of_corners(&look.name));
            said && different > 1 && different < names.len()
        })
    }
}
