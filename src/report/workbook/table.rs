//! Rows whose heights follow from their texts, and the sheet around them.

use crate::journey::Term;
use crate::paper::{Orientation, Paper};
use crate::report::{Report, title};
use crate::scene::Pt;
use crate::sheet::{Cell, CellRef, Frozen, Print, Range, Row, RowRole, Sheet, SheetKind, Value, limits};
use crate::text::office::{INDENT, Measured, Pixels};

/// What a row has above and below its text, together.
const AIR: Pt = Pt(5.0);

/// The button of a filter, which covers the end of a header, or the foot of a turned one.
const FILTER: Pixels = Pixels(20);

/// Rows that are being put together.
pub struct Table {
    rows: Vec<(RowRole, Vec<Cell>)>,
}

/// Where the table of a sheet is, within its rows.
pub struct Frame {
    /// The row of the headers.
    pub header: u32,
    /// The last row that is sorted and filtered.
    pub last: u32,
}

impl Table {
    /// No rows yet.
    pub fn new() -> Self {
        Self { rows: Vec::new() }
    }

    /// Adds a row.
    pub fn push(&mut self, role: RowRole, cells: Vec<Cell>) {
        self.rows.push((role, cells));
    }

    /// The index of the next row.
    pub fn next(&self) -> u32 {
        u32::try_from(self.rows.len()).unwrap_or(u32::MAX)
    }

    /// The width of a column in which its texts stand on one line, within bounds; headers of narrow columns do not count.
    pub fn width(&self, column: usize, least: u32, most: u32) -> Pixels {
        let widths = self.rows.iter().filter_map(|(role, cells)| {
            let (_, cell) = placed(cells).find(|(start, cell)| *start == column && cell.span == 1 && !cell.style.turned)?;
            let width = Measured::new(text(cell)?, cell.style.bold).width(cell.style.size).0;
            let indent = if cell.style.indent { INDENT.0 } else { 0 };
            let button = if *role == RowRole::Header { FILTER.0 } else { 0 };
            Some(Pixels(width + indent + button))
        });
        widths.max().unwrap_or_default().clamp(Pixels(least), Pixels(most))
    }

    /// The sheet: printed on A4, as wide as one page, its headers on each.
    pub fn finish(self, name: &str, report: &Report, columns: &[Pixels], frame: &Frame) -> Sheet {
        let last_column = u16::try_from(columns.len().saturating_sub(1)).unwrap_or(u16::MAX);
        let first = CellRef { row: frame.header, column: 0 };
        let rows = self.rows.into_iter().map(|(role, cells)| Row { role, height: height(&cells, columns), cells });
        Sheet {
            kind: SheetKind::Data,
            name: name.to_owned(),
            columns: columns.iter().map(|width| width.characters()).collect(),
            rows: rows.collect(),
            rtl: false,
            frozen: Frozen { rows: frame.header + 1, columns: 1 },
            active: CellRef { row: frame.header + 1, column: 0 },
            print: Print {
                paper: Paper::ascending().next().unwrap_or_default(),
                orientation: Orientation::Landscape,
                pages_wide: 1,
                pages_tall: None,
                repeat_rows: Some((frame.header, frame.header)),
                repeat_columns: 0,
                header: title(report),
                footer: name.to_owned(),
                page_label: Term::Page.text(report.language).to_owned(),
            },
            charts: Vec::new(),
            inputs: Vec::new(),
            scales: Vec::new(),
            filter: (frame.last > frame.header)
                .then_some(Range { first, last: CellRef { row: frame.last, column: last_column } }),
            names: Vec::new(),
            pictures: Vec::new(),
        }
    }
}

/// The height of a row; what a row cannot show is still in its cells.
fn height(cells: &[Cell], columns: &[Pixels]) -> Pt {
    let heights = placed(cells).filter_map(|(start, cell)| {
        let measured = Measured::new(text(cell)?, cell.style.bold);
        if cell.style.turned {
            return Some(measured.width(cell.style.size).points() + FILTER.points() + AIR);
        }
        let width: u32 = columns.iter().skip(start).take(usize::from(cell.span)).map(|column| column.0).sum();
        let indent = if cell.style.indent { INDENT.0 } else { 0 };
        let lines = measured.lines(cell.style.size, Pixels(width.saturating_sub(indent)));
        Some(measured.line_height(cell.style.size) * lines as f64 + AIR)
    });
    heights.fold(Pt(20.0), Pt::max).min(limits::ROW_HEIGHT)
}

/// Each cell with the column it starts at.
fn placed(cells: &[Cell]) -> impl Iterator<Item = (usize, &Cell)> {
    cells.iter().scan(0, |next, cell| {
        let start = *next;
        *next += usize::from(cell.span);
        Some((start, cell))
    })
}

fn text(cell: &Cell) -> Option<&str> {
    match &cell.value {
        Value::Text(text) => Some(text),
        Value::Empty | Value::Number(_) | Value::Date(_) => None,
    }
}
