//! The sheet that says how to fill in a blank workbook.

use super::draft::{Draft, text_cell};
use super::look;
use crate::forms::{hints, labels};
use crate::journey::{Journey, Term};
use crate::scene::Pt;
use crate::sheet::{Align, Cell, CellRole, Print, RowRole, Sheet, SheetKind, Style};
use crate::text::office::Pixels;

/// The widths of names and of what is said of them: as wide as an upright A4.
const COLUMNS: [Pixels; 2] = [Pixels(160), Pixels(520)];

/// The sheet: a few steps, then what belongs in each lane.
pub fn sheet(journey: &Journey) -> Sheet {
    let language = journey.language.terms;
    let title = hints::GUIDE.text(language);
    let row = |least, role, cells| Draft::new((), role, Pt(least), cells);
    let mut drafts = vec![
        row(33.0, RowRole::Head, vec![Cell::text(CellRole::Title, title, look::title()).spanning(2)]),
        row(8.0, RowRole::Head, Vec::new()),
    ];
    for (index, step) in hints::STEPS.iter().enumerate() {
        let number = Cell::text(
            CellRole::Lane,
            format!("{}.", index + 1),
            Style { align: Align::End, indent: true, ..look::fact_label() },
        );
        let step = Cell::text(CellRole::Note, step.text(language), look::plain());
        drafts.push(row(21.0, RowRole::Body, vec![number, step]));
    }
    drafts.push(row(12.0, RowRole::Body, Vec::new()));
    for lane in &journey.lanes {
        let name = text_cell(CellRole::Lane, &lane.title, look::lane(lane.kind));
        drafts.push(row(
            21.0,
            RowRole::Body,
            vec![name, Cell::text(CellRole::Note, labels::hint(lane, language), look::item(false))],
        ));
    }
    let rows = drafts.into_iter().flat_map(|draft| draft.finish(&COLUMNS, str::to_owned).rows).collect();
    let columns = COLUMNS.iter().map(|column| column.characters()).collect();
    let print = Print::upright(&journey.title, Term::Page.text(language));
    let rtl = journey.language.right_to_left();
    Sheet { rtl, ..Sheet::new(SheetKind::Guide, title, columns, rows, print) }
}
