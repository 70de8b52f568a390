//! The width divided among the phases.

use crate::scene::Mm;

/// A column gets at least this share of what it would get if all were alike.
const NARROWEST_SHARE: f64 = 0.75;
/// And at most this share.
const WIDEST_SHARE: f64 = 1.5;

/// The left edge and the width of a column.
pub type Column = (Mm, Mm);

/// How the width is divided among the phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// All alike.
    Even,
    /// Wider where there is more to say.
    ByNeed,
}

/// What columns are to hold.
pub struct Needs {
    /// How much each has to say, as a share of width.
    pub shares: Vec<f64>,
    /// The width that each wants in any case.
    pub floors: Vec<Mm>,
}

/// Columns of equal width from one edge to another with a gutter between them.
#[must_use]
pub fn even(count: usize, (left, right): (Mm, Mm), gutter: Mm) -> Vec<Column> {
    let width = (right - left - gutter * (count as f64 - 1.0)) / count as f64;
    placed(vec![width; count], left, gutter)
}

/// Columns by what they are to hold. Half of the width is shared by need and half evenly, and an empty column keeps room to write in:
/// no column starves.
#[must_use]
pub fn by_need(needs: &Needs, (left, right): (Mm, Mm), gutter: Mm) -> Vec<Column> {
    let count = needs.shares.len() as f64;
    let room = right - left - gutter * (count - 1.0);
    let even = room / count;
    let mean = needs.shares.iter().sum::<f64>() / count;
    let share = |share: &f64| even * (0.5 + 0.5 * share / mean.max(1e-9)).clamp(NARROWEST_SHARE, WIDEST_SHARE);
    let wanted = needs.shares.iter().map(share).zip(&needs.floors);
    let mut widths: Vec<Mm> = wanted.map(|(width, floor)| width.max((*floor).min(even * 1.25))).collect();
    let total: Mm = widths.iter().copied().sum();
    for width in &mut widths {
        *width = *width * (room / total);
    }
    placed(widths, left, gutter)
}

fn placed(widths: Vec<Mm>, left: Mm, gutter: Mm) -> Vec<Column> {
    let mut x = left;
    let columns = widths.into_iter().map(|width| {
        let column = (x, width);
        x += width + gutter;
        column
    });
    columns.collect()
}
