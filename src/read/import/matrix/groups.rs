//! Lanes in groups, of which one has no name of its own beside that of its group.
//!
//! ```text
//!                     Search   Buy
//! Customer  Actions   …        …
//!           Thoughts  …        …
//! Ideas               …        …        a lane called Ideas, and no more of the thoughts
//! ```

use super::shape::Shape;
use super::view::{Line, View, name};
use super::words;
use crate::journey::aliases::near_lane;

/// The name of a lane where groups of lanes have theirs, with nothing beside it: the lane has no second level.
pub fn name_of(view: &View, shape: &Shape, line: &Line) -> Option<(usize, String)> {
    let (column, value) = line.cells.iter().rev().find(|(column, _)| *column < shape.labels)?;
    let (row, end) = view.end(line.row, *column);
    let held = |above: &Line| above.row < line.row && view.end(above.row, shape.labels).0 >= line.row;
    let filled = line.cells.iter().any(|(column, _)| *column > shape.labels);
    let alone = row == line.row && (end >= shape.labels || column + 1 == shape.labels);
    let named = name(value).filter(|name| near_lane(name).is_some() && !words::of_corners(name));
    named.filter(|_| filled && alone && !view.lines.iter().any(held)).map(|name| (*column, name))
}
