//! The way `matrix`: a matrix that anybody made by hand, read by its shape.
//!
//! First the table is found ([`shape`]) and seen with its phases across ([`view`]). Then its phases ([`phases`]) and lanes
//! ([`lanes`]) are read, and what stands above it ([`head`]). [`draft`] makes the document of it. Whatever was not taken by then
//! is left over. The rules, for people: `docs/import.md`.

mod draft;
mod explain;
mod facts;
mod head;
mod items;
mod lanes;
mod language;
mod left;
mod names;
mod phases;
mod scores;
mod shape;
mod view;
mod words;

use super::Way;
use crate::diagnostic::Diagnostic;
use crate::journey::{Json, Term, TermLanguage};
use crate::read::book::{At, Book, Page, Value};
use crate::read::{Options, Reading};
use left::{Spot, Work};
use shape::Shape;
use view::{View, filled};

/// The registry entry.
pub(super) static WAY: Way = Way {
    name: "matrix",
    summary: "A matrix made by hand: phases across or down, lanes by their names, all else kept",
    knows: |book| shape::find(book).is_some(),
    read,
};

fn read(book: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let found = shape::find(book).and_then(|shape| Some((shape, book.sheets.get(shape.sheet)?)));
    let Some((shape, page)) = found else { return Err(vec![super::no_matrix()]) };
    let view = View::of(page, shape.across);
    let mut work = Work::of(book);
    explain::sheet(&shape, &mut work);
    let mut phases = phases::phases(&view, &shape, &mut work);
    let (stages, stage_row) = phases::stages(&view, &shape, &mut phases, &mut work);
    let lanes = lanes::lanes(&view, &shape, &phases, &mut work);
    corner(&view, &shape, &mut work);

    let top = if shape.across { stage_row.unwrap_or(shape.header) } else { shape.labels };
    let own: Vec<_> = spots(shape.sheet, page).filter(|(spot, _)| spot.at.row < top).collect();
    let covers: Vec<Vec<_>> = (0..).zip(&book.sheets).take(shape.sheet).map(|(sheet, page)| spots(sheet, page).collect()).collect();
    let head = head::read(&own, &covers, &mut work);
    explain::table(&view, &shape, (&stages, stage_row), &phases, &lanes, &mut work);

    let language = options.language.map_or_else(|| language::tag(detect(page)).to_owned(), str::to_owned);
    let mut document = vec![("klantreis".to_owned(), Json::number(1.0)), ("language".to_owned(), Json::text(&language))];
    let stem = options.stem.map(str::trim).filter(|stem| !stem.is_empty());
    let named = stem.unwrap_or_else(|| Term::Journey.text(TermLanguage::of_tag(&language)));
    document.push(("title".to_owned(), Json::text(head.title.as_ref().map_or(named, |(title, _)| title))));
    document.extend(draft::head(&head, &mut work));
    document.extend(draft::grid(&stages, &phases, &lanes, &mut work));
    leave_the_rest(book, &shape, top, bottom(&view, &phases, &lanes), &mut work);
    work.finish().finish(document)
}

/// Takes what stands between phases and lanes when it only says what they are.
fn corner(view: &View, shape: &Shape, work: &mut Work) {
    let corner = view.line(shape.header).iter().find(|(column, _)| *column == shape.labels);
    if corner.and_then(|(_, value)| view::name(value)).is_some_and(|name| words::of_corners(&name)) {
        work.take(Spot { sheet: shape.sheet, at: view.at(shape.header, shape.labels) });
    }
}

/// The last row of the sheet that belongs to the table.
fn bottom(view: &View, phases: &[phases::Phase], lanes: &[lanes::Lane]) -> usize {
    let phase = phases.last().map_or(0, |phase| phase.last);
    let lane = lanes.last().and_then(|lane| lane.rows.last()).copied().unwrap_or(0);
    view.at(lane, phase).row
}

/// Leaves over what has no place: beside and below the table, and on the sheets behind it.
fn leave_the_rest(book: &Book, shape: &Shape, top: usize, bottom: usize, work: &mut Work) {
    for (sheet, page) in (0..).zip(&book.sheets).skip(shape.sheet) {
        for (spot, _) in spots(sheet, page) {
            let why = match spot.at.row {
                _ if sheet > shape.sheet => "stands on another sheet than the table",
                row if row < top => continue,
                row if row > bottom => "stands below the table",
                _ => "stands beside the table, or has no phase or lane",
            };
            work.leave_unless_taken(spot, why);
        }
    }
}

fn spots(sheet: usize, page: &Page) -> impl Iterator<Item = (Spot, &Value)> {
    filled(page).map(move |(at, value): (At, _)| (Spot { sheet, at }, value))
}

/// The language of the texts on the sheet.
fn detect(page: &Page) -> TermLanguage {
    language::detect(filled(page).filter_map(|(_, value)| match value {
        Value::Text(text) => Some(text.as_str()),
        Value::Empty | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => None,
    }))
}
