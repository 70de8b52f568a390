//! A sheet as it grows, cell by cell, within the limits.

use super::{At, Beside, Kind, Page, Range, Value};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::limits;
use crate::tongue::say;

/// How much of the limits is used up, over all sheets of a file.
#[derive(Debug, Default)]
pub(in crate::read) struct Budget {
    cells: usize,
    rows: usize,
    text: usize,
    texts: usize,
    shared: usize,
    merged: usize,
}

impl Budget {
    /// Counts a text that cells share, which is counted again for each cell that it stands in.
    ///
    /// # Errors
    /// When there are more than cells may be, or they hold more than cells may.
    pub fn text(&mut self, bytes: usize) -> Result<(), Diagnostic> {
        spend(&mut self.texts, 1, limits::CELLS, "texts")?;
        spend(&mut self.shared, bytes, limits::TEXT_BYTES, "shared")
    }
}

/// Takes from a budget.
fn spend(spent: &mut usize, more: usize, most: usize, what: &'static str) -> Result<(), Diagnostic> {
    *spent = spent.saturating_add(more);
    if *spent <= most {
        return Ok(());
    }
    Err(Diagnostic::new(Code::TooMany, say!("file-has-more-than", most = most, part = what))
        .help(say!("file-has-more-than-help")))
}

/// Refuses a place that no spreadsheet has.
///
/// # Errors
/// When it lies beyond the last row or column.
pub(in crate::read) fn within_sheet(at: At) -> Result<(), Diagnostic> {
    if at.row < limits::ROWS && at.column < limits::COLUMNS {
        return Ok(());
    }
    let message = say!("cell-beyond", rows = limits::ROWS, columns = limits::COLUMNS);
    Err(Diagnostic::new(Code::TooMany, message).help(say!("cell-beyond-help")))
}

/// The cells of a sheet that is being read.
#[derive(Debug, Default)]
pub(in crate::read) struct Grid {
    rows: Vec<Vec<Value>>,
    merged: Vec<Range>,
    beside: Vec<Beside>,
}

impl Grid {
    /// Puts a value into a cell; nothing and white space leave no trace. The cells to the left of it count too, since they take room.
    ///
    /// # Errors
    /// When the file has more cells than the limit, or the place is beyond what spreadsheets have.
    pub fn put(&mut self, at: At, value: Value, budget: &mut Budget) -> Result<(), Diagnostic> {
        let value = tidied(value);
        if value.is_empty() {
            return Ok(());
        }
        within_sheet(at)?;
        if let Value::Text(text) | Value::Unknown(text) = &value {
            spend(&mut budget.text, text.len(), limits::TEXT_BYTES, "bytes")?;
        }
        if self.rows.len() <= at.row {
            spend(&mut budget.rows, at.row + 1 - self.rows.len(), limits::ALL_ROWS, "rows")?;
            self.rows.resize_with(at.row + 1, Vec::new);
        }
        if let Some(row) = self.rows.get_mut(at.row) {
            if row.len() <= at.column {
                spend(&mut budget.cells, at.column + 1 - row.len(), limits::CELLS, "cells")?;
                if row.is_empty() {
                    // Of very many rows most have one cell or two.
                    row.reserve_exact(at.column + 1);
                }
                row.resize(at.column + 1, Value::Empty);
            }
            if let Some(cell) = row.get_mut(at.column) {
                *cell = value;
            }
        }
        Ok(())
    }

    /// Merges cells; one cell alone is not merged.
    ///
    /// # Errors
    /// When the file has more of them than the limit.
    pub fn merge(&mut self, range: Range, budget: &mut Budget) -> Result<(), Diagnostic> {
        if !range.is_upright() || range.first == range.last {
            return Ok(());
        }
        spend(&mut budget.merged, 1, limits::MERGED, "merged")?;
        self.merged.push(range);
        Ok(())
    }

    /// Adds what stands in no cell, unless it says nothing.
    ///
    /// # Errors
    /// When the file has more of it than the limits of texts.
    pub fn beside(&mut self, beside: Beside, budget: &mut Budget) -> Result<(), Diagnostic> {
        if !beside.text.is_empty() {
            budget.text(beside.text.len())?;
            self.beside.push(beside);
        }
        Ok(())
    }

    /// The finished sheet. What stands in cells that a merged one covers is taken out of them.
    pub fn page(mut self, name: Option<String>, visible: bool) -> Page {
        let mut left = limits::CELLS;
        for Range { first, last } in &self.merged {
            let rows = self.rows.iter_mut().enumerate().skip(first.row).take(last.row - first.row + 1);
            for (row, cells) in rows {
                for (column, value) in cells.iter_mut().enumerate().skip(first.column).take(last.column - first.column + 1) {
                    // Blocks lie over each other only in files that are made to take long.
                    left = left.saturating_sub(1);
                    let at = At { row, column };
                    if at != *first && !value.is_empty() && left > 0 {
                        let text = std::mem::take(value).text();
                        self.beside.push(Beside::new(&at.to_string(), &text, Kind::Covered));
                    }
                }
                if left == 0 {
                    break;
                }
            }
        }
        Page { name, visible, rows: self.rows, merged: self.merged, beside: self.beside, ..Page::default() }
    }
}

/// Text with line feeds as its only line ends; nothing when there is only white space.
fn tidied(value: Value) -> Value {
    match value {
        Value::Text(text) if text.trim().is_empty() => Value::Empty,
        Value::Text(text) if text.contains('\r') => Value::Text(text.replace("\r\n", "\n").replace('\r', "\n")),
        Value::Number { number, .. } if !number.is_finite() => Value::Unknown(number.to_string()),
        Value::Text(_)
        | Value::Empty
        | Value::Number { .. }
        | Value::Bool(_)
        | Value::Day { .. }
        | Value::Time(_)
        | Value::Unknown(_) => value,
    }
}
