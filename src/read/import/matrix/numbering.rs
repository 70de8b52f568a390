//! Numbers that only count the phases: in a row above their names, or in a lane of their own.
//!
//! ```text
//!        1          2                 Nr.  Phase    Goal
//!        Searching  Buying            1    Search   …
//! Goal   …          …                 2    Buying   …
//! ```

use super::lanes::Lane;
use super::left::{Spot, Work};
use super::phases::Phase;
use super::shape::Shape;
use super::view::{Line, View, name};
use super::words;
use crate::read::book::Value;
use crate::tongue::say;

/// Takes the numbers of the phases, which say nothing more: those in the rows above their names, of which the first is told, and those in a
/// lane.
pub fn take(view: &View, shape: &Shape, phases: &[Phase], lanes: &mut Vec<Lane>, work: &mut Work) -> Option<usize> {
    // Stages may stand between.
    const NEAR: usize = 2;
    let header = shape.header?;
    let above: Vec<&Line> = view.lines.iter().take_while(|line| line.row < header).collect();
    let far = above.len().saturating_sub(NEAR);
    let rows: Vec<&Line> = above.into_iter().skip(far).filter(|line| is_row(shape, phases, line)).collect();
    for line in &rows {
        for (column, _) in within(shape, phases, line) {
            work.take(Spot { sheet: shape.sheet, at: view.at(line.row, *column) });
        }
        let spot = Spot { sheet: shape.sheet, at: view.at(line.row, shape.labels) };
        work.step_at(spot, view.across, say!("explain-numbers"));
    }
    if lanes.len() > 1 {
        lanes.retain(|lane| {
            let numbers: Vec<String> = lane.cells.iter().map(|cell| cell.value.text()).collect();
            let counts = words::of_numbers(&lane.title) && words::count(numbers.iter().map(String::as_str));
            if counts {
                work.step_at(lane.spot, view.across, say!("explain-numbers"));
            }
            !counts
        });
    }
    rows.first().map(|line| line.row)
}

/// Whether a row holds nothing in the columns of the table but numbers that count, with nothing before them or what says that they do.
pub fn is_row(shape: &Shape, phases: &[Phase], line: &Line) -> bool {
    let cells: Vec<_> = within(shape, phases, line).collect();
    let (label, numbers) = match cells.as_slice() {
        [(column, label), numbers @ ..] if *column == shape.labels => (name(label), numbers),
        numbers => (None, numbers),
    };
    let fits = label.is_none_or(|label| words::of_numbers(&label) || words::of_corners(&label));
    let numbers: Option<Vec<String>> = numbers.iter().map(|(_, value)| name(value)).collect();
    fits && numbers.is_some_and(|numbers| words::count(numbers.iter().map(String::as_str)))
}

/// The cells of a row that stand in the columns of the table.
fn within<'l, 'b>(shape: &Shape, phases: &[Phase], line: &'l Line<'b>) -> impl Iterator<Item = &'l (usize, &'b Value)> {
    let columns = shape.labels..=phases.last().map_or(shape.labels, |phase| phase.last);
    line.cells.iter().filter(move |(column, _)| columns.contains(column))
}
