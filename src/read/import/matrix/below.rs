//! Who made a journey, where that stands below its table.

use super::head::Head;
use super::left::{Spot, Work};
use super::view::{View, name};
use super::words;
use crate::read::book::{Page, Value};
use crate::read::import::facts::{self, Field};

/// Takes the authors below a table, `Made by: Sam`, where none stand above it and no other table follows: a name alone may be any.
pub fn authors(page: &Page, (sheet, bottom): (usize, usize), head: &mut Head, work: &mut Work) {
    const WIDEST: usize = 2;
    let view = View::of(page, true);
    let start = view.lines.partition_point(|line| line.row <= bottom);
    let lines = view.lines.get(start..).unwrap_or_default();
    if !head.authors.is_empty() || lines.iter().any(|line| line.cells.len() > WIDEST) {
        return;
    }
    for line in lines {
        let spot = |column: usize| Spot { sheet, at: view.at(line.row, column) };
        let found = match line.cells.as_slice() {
            [(column, Value::Text(text))] => of_text(text).map(|names| (names.to_owned(), vec![spot(*column)])),
            [(first, label), (second, Value::Text(names))] => {
                let made = name(label).filter(|label| facts::label(label) == Some(Field::Authors) && is_maker(label));
                made.map(|_| (names.clone(), vec![spot(*first), spot(*second)]))
            }
            _ => None,
        };
        let free = |(_, cells): &(String, Vec<Spot>)| cells.iter().all(|cell| !work.is_taken(*cell));
        if let Some((names, cells)) = found.filter(free) {
            head.take(Field::Authors, &Value::Text(names), &cells, work);
            if head.authors.iter().any(|(_, spot)| cells.contains(spot)) {
                for cell in cells {
                    work.take(cell);
                }
            }
            return;
        }
    }
}

/// The names in a text that says that they made it.
fn of_text(text: &str) -> Option<&str> {
    match facts::lines(text).as_slice() {
        [(Field::Authors, names)] => {
            let label = text.split(names).next().unwrap_or_default();
            (!label.trim().is_empty() && is_maker(label)).then_some(names)
        }
        _ => None,
    }
}

/// Whether a label says more than that a name follows.
fn is_maker(label: &str) -> bool {
    !words::of_names(label) && !label.trim().is_empty()
}
