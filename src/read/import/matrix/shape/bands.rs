//! Bands of stages above a row of steps, which are the phases.

use std::collections::BTreeSet;

use super::super::words;
use super::{Look, Window};
use crate::journey::aliases::{of_states, spelled};

impl Window {
    /// Whether a row has the bands of stages: the row right below says that it has steps, or nothing, and has names of its own in all columns of the
    /// table, more of them than there are bands, each below one of these.
    pub(super) fn is_row_of_bands(&self, header: usize, labels: usize) -> bool {
        let (Some(head), Some(below)) = (self.cells.get(header), self.cells.get(header + 1)) else { return false };
        let corner = |row: &'_ [Option<Look>]| row.get(labels).and_then(Option::as_ref).map(|look| look.name.clone());
        let (own, steps_are_said) = (corner(head), corner(below));
        let said = steps_are_said.as_deref().is_none_or(|name| words::of_step_names(name) && !words::of_stages(name));
        // A row that says that it has the phases may have steps below it that are a lane.
        let free = own.as_deref().is_none_or(|name| !words::of_corners(name) || words::of_stages(name));
        if !self.across || !said || !free {
            return false;
        }
        let names = |row: &'_ [Option<Look>]| -> Vec<(usize, Look)> {
            (0..).zip(row).skip(labels + 1).filter_map(|(column, look)| Some((column, look.clone()?))).collect()
        };
        let (bands, steps) = (names(head), names(below));
        let (Some(first), Some(last)) = (bands.first().map(|(column, _)| *column), steps.last().map(|(column, _)| *column))
        else {
            return false;
        };
        let is_name = |(_, look): &(usize, Look)| look.short && !look.question && look.name.chars().any(char::is_alphabetic);
        let different: BTreeSet<String> = steps.iter().map(|(_, look)| spelled(&look.name)).collect();
        let lanes = steps.iter().filter(|(_, look)| look.lane).count();
        let named = bands.iter().chain(&steps).all(is_name) && different.len() == steps.len() && lanes * 2 < steps.len();
        // Each column with something in it has a step, and each band goes on until the next.
        let rows =
            || self.cells.get(header + 2..).into_iter().flatten().filter(|row| row.get(labels).is_some_and(Option::is_some));
        let filled: BTreeSet<usize> =
            rows().flat_map(|row| (first..=last).filter(|column| row.get(*column).is_some_and(Option::is_some))).collect();
        let full = filled.iter().all(|column| steps.iter().any(|(own, _)| own == column));
        let under = |at: usize| {
            let (start, next) = (bands[at].0, bands.get(at + 1).map_or(last + 1, |(next, _)| *next));
            steps.iter().filter(|(column, _)| (start..next).contains(column)).count()
        };
        let counts: Vec<usize> = (0..bands.len()).map(under).collect();
        let kinds = rows().filter(|row| row.get(labels).and_then(Option::as_ref).is_some_and(|look| look.lane)).count();
        let begins = steps.first().is_some_and(|(column, _)| *column >= first);
        bands.len() > 1
            && kinds > 1
            && named
            && full
            && begins
            && counts.iter().all(|count| *count > 0)
            && counts.iter().any(|count| *count > 1)
    }

    /// Whether the names in a row only say, again and again, which state of a journey it is: `As-is`, `To-be` below each phase.
    pub(super) fn is_row_of_states(&self, header: usize, labels: usize) -> bool {
        let looks = self.cells.get(header).into_iter().flat_map(|row| row.iter().skip(labels + 1)).flatten();
        let names: Vec<&str> = looks.map(|look| look.name.as_str()).collect();
        let different = names.iter().collect::<BTreeSet<_>>().len();
        (2..names.len()).contains(&different) && names.iter().all(|name| of_states(name))
    }
}
