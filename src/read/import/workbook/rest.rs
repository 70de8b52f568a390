//! What else stands in the workbook: what we wrote ourselves is passed over, all else is kept.

use std::collections::BTreeSet;

use super::frame::Frame;
use super::kept::{Kept, is_store};
use super::rows::Notes as Known;
use super::same;
use crate::forms::{hints, labels};
use crate::journey::Term;
use crate::read::book::{At, Book, Page};
use crate::read::import::notes::Notes;

/// Leaves over every cell that says something and was neither read nor written by us.
pub fn rest(book: &Book, frame: Option<&Frame>, kept: &Kept, used: &BTreeSet<(usize, At)>, notes: &mut Notes) {
    let known = Known::of(kept);
    let guide = guide(kept);
    for (index, page) in book.sheets.iter().enumerate().filter(|(_, page)| !is_store(page)) {
        if let Some(frame) = frame.filter(|frame| frame.sheet == index) {
            let rows = known.rows(frame);
            let note = |at: At, text: &str| (at.column == frame.labels && rows.contains(&at.row)) || known.know(text);
            for (at, text) in cells(page) {
                if !used.contains(&(index, at)) && !note(at, &text) && !same::key(&text).is_empty() {
                    notes.leave(page.place(at), text, why(frame, at));
                }
            }
            continue;
        }
        let ours = if explains(page, kept) { said(page, &guide) } else { BTreeSet::new() };
        for (at, text) in cells(page) {
            if !used.contains(&(index, at)) && !ours.contains(&at) && !same::key(&text).is_empty() {
                notes.leave(page.place(at), text, "left-sheet-of-no-journey");
            }
        }
    }
}

fn cells(page: &Page) -> impl Iterator<Item = (At, String)> {
    page.rows.iter().enumerate().flat_map(|(row, cells)| {
        let filled = cells.iter().enumerate().filter(|(_, value)| !value.is_empty());
        filled.map(move |(column, value)| (At { row, column }, value.text()))
    })
}

fn why(frame: &Frame, at: At) -> &'static str {
    if at.row < frame.header { "left-above-unknown" } else { "left-beside-or-below" }
}

/// The cells in which texts stand, a long one in several below each other.
fn said(page: &Page, texts: &BTreeSet<String>) -> BTreeSet<At> {
    let column = |column: usize| {
        let pieces: Vec<String> = (0..page.rows.len()).map(|row| same::squeezed(&page.get(At { row, column }).text())).collect();
        let within = |row: usize| {
            let whole = texts.contains(&pieces[row]).then_some(1);
            let long = || texts.iter().find_map(|text| same::together(text, pieces[row..].iter()));
            let count = if pieces[row].is_empty() { None } else { whole.or_else(long) };
            (row..row + count.unwrap_or(0)).map(|row| At { row, column }).collect::<Vec<_>>()
        };
        (0..pieces.len()).flat_map(within).collect::<Vec<_>>()
    };
    (0..page.width().min(WIDTH)).flat_map(column).collect()
}

/// The most columns of the sheet that explains.
const WIDTH: usize = 8;

/// Whether a sheet is the one that explains how to fill in the others.
fn explains(page: &Page, kept: &Kept) -> bool {
    let title = same::squeezed(hints::GUIDE.text(kept.journey.language.terms));
    cells(page).take(3).any(|(_, text)| same::squeezed(&text) == title)
}

/// What stands on the sheet that explains.
fn guide(kept: &Kept) -> BTreeSet<String> {
    let language = kept.journey.language.terms;
    let steps = hints::STEPS.iter().map(|step| step.text(language).to_owned());
    let numbers = (1..=hints::STEPS.len()).map(|number| format!("{number}."));
    let lanes = kept.journey.lanes.iter().flat_map(|lane| [lane.title.clone(), labels::hint(lane, language)]);
    let own = [hints::GUIDE.text(language), Term::Journey.text(language)].map(str::to_owned);
    own.into_iter().chain(steps).chain(numbers).chain(lanes).map(|text| same::squeezed(&text)).collect()
}
