//! The hidden sheet by which a workbook is known again, and which keeps what no other sheet shows: ids, and fields of one's own.

use crate::forms::store;
use crate::journey::Journey;
use crate::paper::{Orientation, Paper};
use crate::sheet::{Cell, CellRef, CellRole, Frozen, Print, Row, RowRole, Sheet, SheetKind};
use crate::text::office::{BODY, line_height};

use super::look;
pub use store::SHEET as NAME;

/// The sheet: a column of texts as [`store::write`] makes them.
pub fn sheet(journey: &Journey) -> Sheet {
    let row = |text: String| Row {
        role: RowRole::Body,
        height: line_height(BODY, false),
        cells: vec![Cell::text(CellRole::Item, text, look::plain())],
    };
    Sheet {
        kind: SheetKind::Store,
        name: NAME.to_owned(),
        columns: vec![20.0],
        rows: store::write(journey).into_iter().map(row).collect(),
        rtl: false,
        frozen: Frozen::default(),
        active: CellRef::default(),
        print: Print {
            paper: Paper::ascending().next().unwrap_or_default(),
            orientation: Orientation::Portrait,
            pages_wide: 1,
            pages_tall: None,
            repeat_rows: None,
            repeat_columns: 0,
            header: String::new(),
            footer: String::new(),
            page_label: String::new(),
        },
        charts: Vec::new(),
        inputs: Vec::new(),
        scales: Vec::new(),
        filter: None,
        names: Vec::new(),
    }
}
