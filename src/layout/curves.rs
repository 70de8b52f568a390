//! Which curves of scores stand together, and how they look: for drawings and for charts.

use std::ops::Range;

use super::theme;
use crate::journey::{Journey, Lane};
use crate::sheet::{Dash, LineLook, Marker};

/// No more curves than these stand in one area, so that all can be told apart.
pub const MOST: usize = 4;

/// How the curves of an area are told apart, in the order in which they take it: by colour, by line and by mark, so that none of these
/// has to be seen alone. Posters and workbooks draw them by this.
pub const LOOKS: [LineLook; MOST] = [
    LineLook { color: theme::INK, dash: Dash::Solid, marker: Marker::Circle },
    LineLook { color: theme::GOOD, dash: Dash::Dashed, marker: Marker::Diamond },
    LineLook { color: theme::BAD, dash: Dash::Dotted, marker: Marker::Square },
    LineLook { color: theme::AFAR, dash: Dash::DashDotted, marker: Marker::Triangle },
];

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
#[must_use]
pub fn share(one: &Lane, other: &Lane) -> bool {
    let (Some(one), Some(other)) = (&one.scale, &other.scale) else { return false };
    let words = one.labels.is_empty() || other.labels.is_empty() || one.labels == other.labels;
    #[allow(clippy::float_cmp, reason = "the same scale as written, not nearly the same")]
    let ends = one.min == other.min && one.max == other.max;
    ends && words
}
