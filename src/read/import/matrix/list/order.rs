//! The order of the phases of a list: cards of a board come in the order in which they were made.

use std::collections::BTreeSet;

use super::super::left::{Spot, Work};
use super::super::view::name;
use super::super::words;
use super::{COLUMNS, List, Row, short};
use crate::journey::aliases::spelled;
use crate::journey::limits;
use crate::read::book::{At, Page};
use crate::read::import::numbered;

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

/// The rows of a list in the order of the column that numbers them, where each says its phase, its lane and its number; else as they come.
pub(super) fn rows(page: &Page, list: &List, rows: Vec<Row>, work: &mut Work) -> Vec<Row> {
    let said = |column: usize| {
        let number = |row: &Row| name(page.get(At { row: row.index, column })).and_then(|text| words::number(&text));
        let of = |row: &Row| Some((spelled(row.phase.as_ref().filter(|_| row.lane.is_some())?), number(row)?));
        rows.iter().map(of).collect::<Option<Vec<_>>>()
    };
    let mut columns = (0..page.width().min(COLUMNS)).filter(|column| is_of_numbers(page, list, *column));
    let Some((column, numbers)) = columns.find_map(|column| Some((column, said(column)?))) else { return rows };
    let cells = [list.top].into_iter().chain(rows.iter().map(|row| row.index));
    cells.for_each(|row| work.take(Spot { sheet: list.sheet, at: At { row, column } }));
    let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
    numbered::order(&numbers).into_iter().filter_map(|index| rows.get_mut(index).and_then(Option::take)).collect()
}

/// Whether a column is called as one of numbers is.
fn is_of_numbers(page: &Page, list: &List, column: usize) -> bool {
    let called = list.top < list.start && short(page, list.top, column).is_some_and(|name| words::of_numbers(&name));
    called && ![list.phase, list.lane, list.text].contains(&column)
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
    if !is_of_numbers(page, list, column) {
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
