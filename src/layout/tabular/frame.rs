//! What the tables of records have alike: the head, the way they are printed, and what is said of cells that go on.

use super::draft::{Draft, text_cell};
use super::fit::Fit;
use super::look;
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::record::{Field, Table};
use crate::journey::{Journey, Term, TermLanguage};
use crate::paper::Orientation;
use crate::scene::Pt;
use crate::sheet::{CellRole, Print, RowRole, limits};

/// The name of the table, the title of the journey with its organisation, and space.
pub fn head<T: Copy>(journey: &Journey, table: &Table, span: u16, tag: T) -> [Draft<T>; 3] {
    let row = |least, cells| Draft::new(tag, RowRole::Head, Pt(least), cells);
    let title = text_cell(CellRole::Title, table.title.text(journey.language.terms), look::title());
    let whose = std::iter::once(journey.title.as_str()).chain(journey.organisation.as_deref());
    let whose = text_cell(CellRole::Fact, whose.collect::<Vec<_>>().join(" · "), look::note());
    [row(33.0, vec![title.spanning(span)]), row(18.0, vec![whose.spanning(span)]), row(8.0, Vec::new())]
}

/// How a table is printed; the row with the headers stands on every page.
pub fn print(journey: &Journey, table: &Table, fit: &Fit, orientation: Orientation, headers: u32) -> Print {
    let language = journey.language.terms;
    Print {
        paper: fit.paper.clone(),
        orientation,
        pages_wide: fit.pages_wide,
        pages_tall: fit.pages_tall,
        repeat_rows: Some((headers, headers)),
        repeat_columns: 1,
        header: format!("{} · {}", journey.title, table.title.text(language)),
        footer: crate::forms::authors::write(&journey.authors),
        page_label: Term::Page.text(language).into(),
    }
}

/// The warning that a cell goes on in the next row: that of a field of the record with an index, or one of the head.
pub fn split(table: &Table, record: usize, field: Option<&Field>) -> Diagnostic {
    let (what, pointer) = match field {
        Some(field) => {
            let pointer = table.rows.get(record).and_then(|record| table.pointer(record, field));
            (format!("“{}” of number {}", limits::clip(&field.label, 60), record + 1), pointer.unwrap_or_default())
        }
        None => ("a title".to_owned(), "/title".to_owned()),
    };
    let title = table.title.text(TermLanguage::En);
    Diagnostic::new(Code::SplitCell, format!("{title}: {what} is longer than a row can show and goes on in the next row"))
        .help("shorten the text")
        .at(pointer)
}
