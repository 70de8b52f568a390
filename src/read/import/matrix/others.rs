//! Other journeys in the same file: below the table that was read, beside it, or on other sheets. They are never mixed into it; all of
//! their cells are left over, and it is said that they are there.

use super::left::{Spot, Work};
use super::shape::{self, Shape};
use super::view::View;
use super::{doubt, lanes, list, phases};
use crate::diagnostic::Code;
use crate::journey::TermLanguage;
use crate::read::book::{At, Book, Page, Value};
use crate::tongue::{names, say};

/// So many rows of a sheet are looked at, and so many columns.
const WINDOW: (usize, usize) = (1_000, 300);
/// So many names of phases and lanes must be known: that it is a journey must be beyond doubt.
const FEWEST_KNOWN: usize = 3;
/// So many journeys are named; who has more of them knows by then.
const MOST: usize = 5;

/// Says of each further journey where it stands, and what its phases are; whether there is one on the sheet that was read, from its row `top`
/// on. The columns beside a list, up to its last row, are no other journey.
pub fn tell(book: &Book, (sheet, top, list): (usize, usize, Option<usize>), work: &mut Work) -> bool {
    let (mut told, mut beside) = (0, false);
    for (index, page) in book.sheets.iter().enumerate().filter(|(_, page)| page.visible) {
        let mut rest = untold(page, index, work);
        let above = if index == sheet { list.map_or(top, |last| last + 1) } else { 0 };
        rest.rows.iter_mut().take(above).for_each(Vec::clear);
        while let Some((first, titles, cells)) = journey(&rest).filter(|_| told < MOST) {
            told += 1;
            beside |= index == sheet;
            for at in cells {
                empty(&mut rest, at);
            }
            say(Spot { sheet: index, at: first }, &titles, index == sheet, work);
        }
    }
    beside
}

fn say(spot: Spot, titles: &[String], beside: bool, work: &mut Work) {
    const SHOWN: usize = 4;
    let message = say!("further-journey", phases = names(titles, SHOWN));
    let help = if beside { say!("further-journey-beside-help") } else { say!("further-journey-help") };
    work.remark(Code::FurtherJourney, spot, message, help);
}

/// A sheet without what was taken from it.
fn untold(page: &Page, sheet: usize, work: &Work) -> Page {
    let value = |row: usize, column: usize, value: &Value| {
        let taken = work.is_taken(Spot { sheet, at: At { row, column } });
        if taken { Value::Empty } else { value.clone() }
    };
    let rows = page.rows.iter().take(WINDOW.0).enumerate().map(|(row, cells)| {
        let cells = cells.iter().take(WINDOW.1).enumerate();
        cells.map(|(column, cell)| value(row, column, cell)).collect()
    });
    Page { rows: rows.collect(), merged: page.merged.clone(), visible: true, ..Page::default() }
}

fn empty(page: &mut Page, at: At) {
    if let Some(value) = page.rows.get_mut(at.row).and_then(|row| row.get_mut(at.column)) {
        *value = Value::Empty;
    }
}

/// A journey on a sheet, if there is one beyond doubt: its first cell, its phases, and the cells that belong to it.
fn journey(page: &Page) -> Option<(At, Vec<String>, Vec<At>)> {
    let book = Book { sheets: vec![page.clone()], names: Vec::new() };
    let page = book.sheets.first()?;
    let mut work = Work::of(&book);
    let (found, lanes) = if let Some(list) = list::find(&book) {
        list::read(page, &list, &mut work)
    } else {
        let shape = shape::find(&book).filter(|shape| shape.known() >= FEWEST_KNOWN)?;
        matrix(page, &shape, &mut work)?
    };
    let cells: Vec<At> = work.taken().map(|spot| spot.at).collect();
    let filled = lanes.iter().map(|lane| lane.cells.len()).sum::<usize>();
    let first = At { row: cells.iter().map(|at| at.row).min()?, column: cells.iter().map(|at| at.column).min()? };
    let titles: Vec<String> = found.into_iter().map(|phase| phase.title).collect();
    (titles.len() > 1 && filled > 1).then_some((first, titles, cells))
}

fn matrix<'b>(page: &'b Page, shape: &Shape, work: &mut Work) -> Option<(Vec<phases::Phase>, Vec<lanes::Lane<'b>>)> {
    let view = View::of(page, shape.across);
    let phases = phases::phases(&view, shape, TermLanguage::En, work);
    let lanes = lanes::lanes(&view, shape, (&phases, None), TermLanguage::En, work);
    (shape.header.is_some() && doubt::of(shape, &phases, &lanes, (&[], &[])).is_none()).then_some((phases, lanes))
}
