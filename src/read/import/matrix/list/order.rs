//! The order of the phases of a list: cards of a board come in the order in which they were made.

use std::collections::BTreeSet;

use super::super::left::{Spot, Work};
use super::super::view::name;
use super::super::words;
use super::{COLUMNS, List, Row, short};
use crate::journey::aliases::spelled;
use crate::journey::limits;
use crate::read::book::{At, Page};

/// The phases of a list, each with the row that names it first: by the numbers before their names where all have one, else by a column that
/// numbers them, else as they come.
pub(super) fn phases(page: &Page, list: &List, rows: &[Row], work: &mut Work) -> Vec<(String, usize)> {
    let (mut found, mut known) = (Vec::<(String, usize)>::new(), BTreeSet::new());
    for row in rows.iter().filter(|row| row.says_phase(page.get(At { row: row.index, column: list.text }))) {
        let Some(title) = row.phase.as_ref() else { continue };
        if found.len() < limits::PHASES && known.insert(spelled(title)) {
            found.push((title.clone(), row.index));
        }
    }
    let own = found.iter().map(|(title, _)| words::place(title)).collect::<Option<Vec<usize>>>().filter(|own| count(own));
    let numbered = || (0..page.width().min(COLUMNS)).find_map(|column| by_column(page, list, (rows, column), &found));
    let Some(places) = own.or_else(|| {
        let (column, places) = numbered()?;
        let cells = [list.top].into_iter().chain(rows.iter().map(|row| row.index));
        cells.for_each(|row| work.take(Spot { sheet: list.sheet, at: At { row, column } }));
        Some(places)
    }) else {
        return found;
    };
    let mut placed: Vec<_> = places.into_iter().zip(found).collect();
    placed.sort_by_key(|(place, _)| *place);
    placed.into_iter().map(|(_, phase)| phase).collect()
}

/// Whether numbers put what they stand before in order: no two are the same, and they begin as one counts.
fn count(places: &[usize]) -> bool {
    let mut sorted = places.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    let ends = sorted.first().zip(sorted.last());
    sorted.len() == places.len() && places.len() > 1 && ends.is_some_and(|(first, last)| *first <= 1 && *last <= 2 * places.len())
}

/// The numbers of the phases in a column that is called as those are, and has the same one in each row of a phase.
fn by_column(
    page: &Page,
    list: &List,
    (rows, column): (&[Row], usize),
    found: &[(String, usize)],
) -> Option<(usize, Vec<usize>)> {
    let called = list.top < list.start && short(page, list.top, column).is_some_and(|name| words::of_numbers(&name));
    if !called || [list.phase, list.lane, list.text].contains(&column) {
        return None;
    }
    let number = |row: usize| name(page.get(At { row, column })).and_then(|text| words::number(&text));
    let place = |(title, _): &(String, usize)| {
        let own = rows.iter().filter(|row| row.phase.as_ref().is_some_and(|phase| spelled(phase) == spelled(title)));
        let numbers: Vec<usize> = own.map(|row| number(row.index)).collect::<Option<_>>()?;
        let (first, rest) = numbers.split_first()?;
        rest.iter().all(|next| next == first).then_some(*first)
    };
    let places = found.iter().map(place).collect::<Option<Vec<usize>>>().filter(|places| count(places))?;
    Some((column, places))
}
