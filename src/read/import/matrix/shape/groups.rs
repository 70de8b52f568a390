//! The name of a lane where groups of lanes have theirs: it has no second level, and counts as one all the same.

use super::super::words;
use super::{Look, Window};

impl Window {
    /// The name of the lane in a row: its own, else that of a group with nothing beside it, which is known.
    pub fn label(&self, row: usize, labels: usize) -> Option<&Look> {
        let cells = self.cells.get(row)?;
        let own = cells.get(labels).and_then(Option::as_ref);
        own.or_else(|| self.label_of_group(row, labels))
    }

    fn label_of_group(&self, row: usize, labels: usize) -> Option<&Look> {
        let cells = self.cells.get(row)?;
        let group = cells.get(labels.checked_sub(1)?)?.as_ref()?;
        let known = group.lane && !group.is(words::of_corners) && group.end.0 == row;
        let filled = cells.iter().skip(labels + 1).any(Option::is_some);
        let above = self.cells.get(..row)?.iter().filter_map(|cells| cells.get(labels)?.as_ref());
        let mut held = above.filter(|look| look.end.0 >= row);
        (known && filled && held.next().is_none()).then_some(group)
    }
}
