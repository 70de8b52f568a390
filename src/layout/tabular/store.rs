//! The hidden sheet by which a workbook is known again, and which keeps what no other sheet shows: ids, and fields of one's own.

use crate::forms::line::Extent;
use crate::forms::store;
use crate::journey::Journey;
use crate::sheet::{Cell, CellRole, Print, Row, RowRole, Sheet, SheetKind};
use crate::text::office::{BODY, line_height};

use super::look;
pub use store::SHEET as NAME;

/// The sheet: a column of texts as [`store::write`] makes them.
pub fn sheet(journey: &Journey, extent: Extent) -> Sheet {
    let row = |text: String| Row {
        role: RowRole::Body,
        height: line_height(BODY, false),
        cells: vec![Cell::text(CellRole::Item, text, look::plain())],
    };
    let rows = store::write(journey, extent).into_iter().map(row).collect();
    Sheet::new(SheetKind::Store, NAME, vec![20.0], rows, Print::upright("", ""))
}
