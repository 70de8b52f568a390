//! The width divided among the phases.

use crate::scene::Mm;

/// A column gets at least this share of what it would get if all were alike.
const NARROWEST_SHARE: f64 = 0.75;
/// And at most this share.
const WIDEST_SHARE: f64 = 1.5;

/// What the words in its cells want of a column is heard up to this share.
const MOST_WANTED: f64 = 1.25;
/// However much the titles of others take, a column keeps this share.
const STARVED: f64 = 0.6;

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
    /// The width that each must have: that of the longest word of its title.
    pub least: Vec<Mm>,
    /// The width that each would have: that of the longest word in its cells.
    pub wanted: Vec<Mm>,
}

/// Columns of equal width from one edge to another with a gutter between them.
#[must_use]
pub fn even(count: usize, (left, right): (Mm, Mm), gutter: Mm) -> Vec<Column> {
    let width = (right - left - gutter * (count as f64 - 1.0)) / count as f64;
    placed(vec![width; count], left, gutter)
}

/// Columns by what they are to hold. Each has the width that it must have, when there is as much; the rest is divided by what each would have
/// beside that. Half of it goes by need and half evenly, and an empty column keeps room to write in: no column starves.
#[must_use]
pub fn by_need(needs: &Needs, (left, right): (Mm, Mm), gutter: Mm) -> Vec<Column> {
    let count = needs.shares.len() as f64;
    let room = right - left - gutter * (count - 1.0);
    let even = room / count;
    let mean = needs.shares.iter().sum::<f64>() / count;
    let share = |share: &f64| even * (0.5 + 0.5 * share / mean.max(1e-9)).clamp(NARROWEST_SHARE, WIDEST_SHARE);
    let least: Vec<Mm> = needs.least.iter().map(|least| least.max(even * STARVED)).collect();
    let wanted =
        needs.shares.iter().map(share).zip(&needs.wanted).map(|(share, wanted)| share.max((*wanted).min(even * MOST_WANTED)));
    let more: Vec<Mm> = least.iter().zip(wanted).map(|(least, wanted)| (wanted - *least).max(Mm::ZERO)).collect();
    let (sure, asked): (Mm, Mm) = (least.iter().copied().sum(), more.iter().copied().sum());
    let left_over = room - sure;
    let width = |(least, more): (&Mm, &Mm)| {
        if left_over < Mm::ZERO {
            // What all can have goes to all; what is left of it to those that must have more.
            even * STARVED + (*least - even * STARVED) * ((room * (1.0 - STARVED)) / (sure - room * STARVED))
        } else if asked > left_over {
            *least + *more * (left_over / asked)
        } else {
            *least + *more + (left_over - asked) / count
        }
    };
    placed(least.iter().zip(&more).map(width).collect(), left, gutter)
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
