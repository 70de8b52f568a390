//! Where a second table begins below the lanes of the first.
//!
//! ```text
//! Phase    Realise   Search   Collect
//! Actions  …         …        …
//! Thoughts …         …        …
//!
//! Idea            Impact   Effort        a list of ideas, and no lane of them
//! Forgive typos   High     Low
//! ```

use std::collections::BTreeSet;

use super::super::phases::Phase;
use super::super::view::name;
use super::super::words;
use super::Row;
use crate::journey::aliases::{near_lane, near_phase, spelled};
use crate::read::book::Value;

/// Cuts off the rows of a second table, and what heads it.
pub(super) fn cut(rows: &mut Vec<Row>, phases: &[Phase], corner: Option<&str>) {
    let titles: BTreeSet<&str> = phases.iter().map(|phase| phase.title.as_str()).collect();
    let is_second = |nth: usize, row: &Row| {
        let before = rows.get(..nth).unwrap_or_default();
        let apart = is_apart(rows, nth);
        let again = rows
            .get(nth + 1)
            .and_then(|next| next.label.as_deref())
            .is_some_and(|label| near_lane(label).is_some() && before.iter().any(|row| row.label.as_deref() == Some(label)));
        let legend = || apart && row.label.as_deref().is_some_and(words::of_legends);
        is_header(row, &titles)
            || legend()
            || nth > 0 && is_axis(row, corner, apart)
            || apart && again && is_nameless_header(row)
            || heads_another(rows, nth, phases.len())
    };
    let Some(second) = (0..).zip(rows.iter()).position(|(nth, row)| is_second(nth, row)) else { return };
    rows.truncate(second);
    // What heads the second table is not the end of the first.
    while let Some(last) = rows.last() {
        let heading = last.cells.is_empty() && is_apart(rows, rows.len() - 1);
        if !heading && (last.kind.is_some() || last.cells.len() > 1) {
            break;
        }
        rows.pop();
    }
}

/// Whether a row stands below an empty one.
fn is_apart(rows: &[Row], nth: usize) -> bool {
    let above = nth.checked_sub(1).and_then(|above| rows.get(above));
    above.zip(rows.get(nth)).is_some_and(|(above, row)| row.index > above.end.max(above.index) + 1)
}

/// Whether a row names the columns of a table of its own, though it begins as a lane may: it stands apart, or below a heading that does, and below it
/// stand things that are no lanes, in its columns alone. These are fewer than the phases, or named as those of lists and plans are.
fn heads_another(rows: &[Row], nth: usize, phases: usize) -> bool {
    let Some((row, below)) = rows.get(nth..).and_then(<[Row]>::split_first) else { return false };
    let above = rows.get(..nth).unwrap_or_default();
    let headed = above.last().is_some_and(|row| row.cells.is_empty()) && is_apart(rows, nth - 1);
    if row.kind.is_none()
        || row.cells.is_empty()
        || !(headed || is_apart(rows, nth))
        || above.iter().all(|row| row.cells.is_empty())
    {
        return false;
    }
    let columns: BTreeSet<usize> = row.cells.iter().map(|(column, _)| *column).collect();
    let directly = below.iter().scan(row.index, |before, next| {
        let directly = next.index <= *before + 1;
        *before = next.index;
        directly.then_some(next)
    });
    let own: Vec<&Row> = directly.collect();
    let is_entry = |entry: &&Row| {
        let within = entry.cells.iter().all(|(column, _)| columns.contains(column));
        entry.kind.is_none() && entry.label.is_some() && !entry.cells.is_empty() && within
    };
    let names: Vec<String> = row.cells.iter().filter_map(|(_, value)| name(value)).collect();
    let of_lists =
        |name: &&String| words::of_registers(name) || words::of_plans(name) || words::of_sides(name) || words::of_whens(name);
    let listed = names.iter().filter(of_lists).count();
    let short = names.len() == row.cells.len() && names.iter().all(|name| name.split_whitespace().count() <= 3);
    let other = listed * 2 >= names.len() || names.len() < phases && own.len() > 1;
    short && other && !own.is_empty() && own.iter().all(is_entry)
}

/// Whether a row has the phases of a second table.
fn is_header(row: &Row, titles: &BTreeSet<&str>) -> bool {
    let same = row.cells.iter().filter(|(_, value)| name(value).is_some_and(|name| titles.contains(name.as_str()))).count();
    // A table that is too wide goes on with its other phases below.
    let label = row.label.as_deref().is_none_or(words::of_corners);
    let other = || row.cells.iter().filter(|(_, value)| name(value).is_some_and(|name| near_phase(&name).is_some())).count();
    let is_other = || label && row.cells.len() > 1 && other() == row.cells.len();
    (same > 1 && same * 2 >= row.cells.len() || is_other()) && row.kind.is_none()
}

/// Whether a row is that of the phases of another table: it is called as the row of the phases is, or says that it is one and is no lane. Stages
/// may stand below the phases too, unless they stand apart.
fn is_axis(row: &Row, corner: Option<&str>, apart: bool) -> bool {
    let Some(label) = row.label.as_deref().filter(|label| words::of_corners(label)) else { return false };
    let same = corner.is_some_and(|corner| spelled(corner) == spelled(label));
    holds_names(row) && (same || row.kind.is_none() && (apart || !words::of_stages(label)))
}

/// Whether a row could be that of the phases of a table, with nothing before it that says so.
fn is_nameless_header(row: &Row) -> bool {
    row.label.is_none() && holds_names(row)
}

fn holds_names(row: &Row) -> bool {
    let is_name = |value: &Value| matches!(value, Value::Text(text) if text.chars().count() <= 60);
    row.cells.len() > 1 && row.cells.iter().all(|(_, value)| is_name(value))
}
