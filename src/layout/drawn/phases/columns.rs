//! The width divided among the phases.

use crate::scene::Mm;

/// A column wants at least this share of what it would get if all were alike.
pub const NARROWEST_SHARE: f64 = 0.75;
/// And at most this share.
const WIDEST_SHARE: f64 = 1.5;

/// What the words in its cells want of a column is heard up to this share.
pub const MOST_WANTED: f64 = 1.25;
/// And what two columns of a list want.
pub const MOST_FOR_LISTS: f64 = 2.4;
/// However much the titles of others take, a column keeps this share.
pub const STARVED: f64 = 0.6;

/// The left edge and the width of a column.
pub type Column = (Mm, Mm);

/// How the width is divided among the phases.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Division {
    /// All alike.
    Even,
    /// Wider where there is more to say.
    ByNeed,
    /// The same, with room for two columns of the items of long lists.
    ForLists,
}

/// What columns are to hold.
pub struct Needs {
    /// How much each has to say, as a share of width.
    pub shares: Vec<f64>,
    /// The least that each would have by that, as a share of what it would get if all were alike.
    pub narrowest: f64,
    /// The width that each must have: that of the longest word of its title.
    pub least: Vec<Mm>,
    /// The width that each would have: that of the longest word in its cells, and how much of it is heard, as a share of what it would
    /// get if all were alike.
    pub wanted: Vec<(Mm, f64)>,
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
    let share = |share: &f64| even * (0.5 + 0.5 * share / mean.max(1e-9)).clamp(needs.narrowest, WIDEST_SHARE);
    let least: Vec<Mm> = needs.least.iter().map(|least| least.max(even * STARVED)).collect();
    let wanted =
        needs.shares.iter().map(share).zip(&needs.wanted).map(|(share, (wanted, most))| share.max((*wanted).min(even * *most)));
    let more: Vec<Mm> = least.iter().zip(wanted).map(|(least, wanted)| (wanted - *least).max(Mm::ZERO)).collect();
    let (sure, asked): (Mm, Mm) = (least.iter().copied().sum(), more.iter().copied().sum());
    let left_over = room - sure;
    let cap = cap(&least, room);
    let width = |(least, more): (&Mm, &Mm)| {
        if left_over < Mm::ZERO {
            least.min(cap)
        } else if asked > left_over {
            *least + *more * (left_over / asked)
        } else {
            *least + *more + (left_over - asked) / count
        }
    };
    placed(least.iter().zip(&more).map(width).collect(), left, gutter)
}

/// The width that no column may have more of so that all have no more than a room together: those that want most give way, and the others
/// have what they must have.
fn cap(least: &[Mm], room: Mm) -> Mm {
    let mut sorted = least.to_vec();
    sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
    let (mut left, mut count) = (room, sorted.len());
    for width in sorted {
        let share = left / count as f64;
        if width > share {
            return share;
        }
        left -= width;
        count -= 1;
    }
    Mm(f64::INFINITY)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn widths(least: &[f64], room: f64) -> Vec<f64> {
        let needs = Needs {
            shares: vec![1.0; least.len()],
            narrowest: NARROWEST_SHARE,
            least: least.iter().copied().map(Mm).collect(),
            wanted: vec![(Mm::ZERO, MOST_WANTED); least.len()],
        };
        by_need(&needs, (Mm::ZERO, Mm(room)), Mm::ZERO).into_iter().map(|(_, width)| width.0).collect()
    }

    #[test]
    fn those_that_must_have_most_give_way_where_not_all_have_room() {
        assert_eq!(widths(&[30.0, 20.0, 90.0, 80.0], 160.0), [30.0, 24.0, 53.0, 53.0]);
        assert_eq!(widths(&[50.0, 50.0], 60.0), [30.0, 30.0]);
    }

    #[test]
    fn each_has_what_it_must_have_where_there_is_room() {
        let found = widths(&[30.0, 20.0, 90.0], 180.0);
        assert!(found.iter().zip([30.0, 20.0, 90.0]).all(|(width, least)| *width >= least), "{found:?}");
        assert!((found.iter().sum::<f64>() - 180.0).abs() < 1e-9, "{found:?}");
    }
}
