//! A sheet seen with its phases across, whichever way they go: rows and columns of a view are those of the sheet, or change places.

use std::collections::BTreeMap;

use crate::journey::limits;
use crate::read::book::{At, Page, Value};

/// The cells of a sheet with something in them.
pub struct View<'b> {
    /// Whether the phases of the sheet go across; else rows and columns have changed places.
    pub across: bool,
    /// The rows of the view in which there is something, from the top.
    pub lines: Vec<Line<'b>>,
    /// The last row and column of each merged block, by its first.
    merged: BTreeMap<(usize, usize), (usize, usize)>,
}

/// A row of a view.
pub struct Line<'b> {
    /// Its index in the view.
    pub row: usize,
    /// What stands in it, by column, from the left.
    pub cells: Vec<(usize, &'b Value)>,
}

impl<'b> View<'b> {
    /// A sheet as it is, or with rows and columns exchanged.
    pub fn of(page: &'b Page, across: bool) -> Self {
        let count = if across { page.rows.len() } else { page.width() };
        let mut lines: Vec<Line> = (0..count).map(|row| Line { row, cells: Vec::new() }).collect();
        for (at, value) in filled(page) {
            let (row, column) = if across { (at.row, at.column) } else { (at.column, at.row) };
            if let Some(line) = lines.get_mut(row) {
                line.cells.push((column, value));
            }
        }
        lines.retain(|line| !line.cells.is_empty());
        let corner = |at: At| if across { (at.row, at.column) } else { (at.column, at.row) };
        let merged = page.merged.iter().map(|range| (corner(range.first), corner(range.last))).collect();
        Self { across, lines, merged }
    }

    /// Where a cell of the view stands in the sheet.
    pub fn at(&self, row: usize, column: usize) -> At {
        if self.across { At { row, column } } else { At { row: column, column: row } }
    }

    /// The last row and column of the block that begins at a cell.
    pub fn end(&self, row: usize, column: usize) -> (usize, usize) {
        self.merged.get(&(row, column)).map_or((row, column), |(last, end)| (row.max(*last), column.max(*end)))
    }

    /// What stands in a row.
    pub fn line(&self, row: usize) -> &[(usize, &'b Value)] {
        let found = self.lines.binary_search_by_key(&row, |line| line.row).ok();
        found.and_then(|index| self.lines.get(index)).map_or(&[], |line| line.cells.as_slice())
    }
}

/// The cells of a sheet with something in them, in reading order.
pub fn filled(page: &Page) -> impl Iterator<Item = (At, &Value)> {
    page.rows.iter().enumerate().flat_map(|(row, cells)| {
        let cells = cells.iter().enumerate().filter(|(_, value)| !blank(value));
        cells.map(move |(column, value)| (At { row, column }, value))
    })
}

/// Whether there is nothing to be seen in a cell.
fn blank(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Text(text) => text.chars().all(char::is_whitespace),
        Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

/// A name as written, with single spaces for all white space in it; nothing where a formula has no value, or a text is no name at all.
pub fn name(value: &Value) -> Option<String> {
    match value {
        Value::Empty | Value::Unknown(_) => None,
        Value::Text(_) | Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) => {
            let text = value.text();
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            (!words.is_empty() && text.len() <= limits::TEXT_CHARS).then_some(words)
        }
    }
}
