//! Which curves of scores stand together: for drawings and for charts.

use std::ops::Range;

use crate::journey::{Journey, Lane};

/// No more curves than these stand in one area, so that all can be told apart.
pub const MOST: usize = 4;

/// The lanes in order, as groups: neighbouring curves on the same scale stand in one area; every other lane stands alone.
#[must_use]
pub fn groups(journey: &Journey) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    for (index, lane) in journey.lanes.iter().enumerate() {
        match groups.last_mut() {
            Some(group) if group.len() < MOST && share(&journey.lanes[group.start], lane) => group.end += 1,
            _ => groups.push(index..index + 1),
        }
    }
    groups
}

/// Whether two lanes have curves on the same scale, under the same words where both have any.
fn share(one: &Lane, other: &Lane) -> bool {
    let (Some(one), Some(other)) = (&one.scale, &other.scale) else { return false };
    let words = one.labels.is_empty() || other.labels.is_empty() || one.labels == other.labels;
    #[allow(clippy::float_cmp, reason = "the same scale as written, not nearly the same")]
    let ends = one.min == other.min && one.max == other.max;
    ends && words
}
