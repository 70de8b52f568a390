//! Texts that no cell of a workbook can hold.
//!
//! Tables that are there for their data, such as `tidy`, keep each text whole, and a CSV file holds it. In a workbook what is too
//! long goes on in the row beneath. Layouts that part their rows by what can be seen leave nothing to do here.

use crate::diagnostic::{Code, Diagnostic};
use crate::layout::Laid;
use crate::sheet::{Cell, CellRef, Row, Sheet, Value, limits};

/// The sheet with its texts parted to what cells can hold, and warnings that say so. Put together again, the parts are the text.
pub fn within_limits(sheet: &Sheet) -> Laid<Sheet> {
    let (mut rows, mut warnings) = (Vec::new(), Vec::new());
    for row in &sheet.rows {
        let parts: Vec<_> = row.cells.iter().map(|cell| parts(&cell.value)).collect();
        let count = parts.iter().map(Vec::len).max().unwrap_or(0);
        if count < 2 {
            rows.push(row.clone());
            continue;
        }
        let first = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let long = (0..).zip(&parts).filter(|(_, parts)| parts.len() > 1);
        warnings.extend(long.map(|(column, _)| split(&sheet.name, CellRef { row: first, column })));
        rows.extend((0..count).map(|index| part(row, &parts, index)));
    }
    Laid { made: Sheet { rows, ..sheet.clone() }, warnings }
}

/// A row of those that came out of one.
fn part(row: &Row, parts: &[Vec<&str>], index: usize) -> Row {
    let cells = row.cells.iter().zip(parts).map(|(cell, parts)| {
        let value = match parts.get(index) {
            Some(part) => Value::Text((*part).to_owned()),
            None if index == 0 => cell.value.clone(),
            None => Value::Empty,
        };
        Cell { value, ..cell.clone() }
    });
    Row { cells: cells.collect(), ..row.clone() }
}

/// A text in pieces that cells can hold; nothing of any other value.
fn parts(value: &Value) -> Vec<&str> {
    let Value::Text(text) = value else { return Vec::new() };
    let (mut parts, mut start) = (Vec::new(), 0);
    let (mut units, mut feeds) = (0, 0);
    for (at, character) in text.char_indices() {
        let (more, feed) = (character.len_utf16(), usize::from(character == '\n'));
        if units + more > limits::CELL || feeds + feed > limits::LINE_FEEDS {
            parts.push(&text[start..at]);
            (start, units, feeds) = (at, 0, 0);
        }
        units += more;
        feeds += feed;
    }
    parts.push(&text[start..]);
    parts
}

fn split(sheet: &str, cell: CellRef) -> Diagnostic {
    let message = format!("the text in {cell} of the sheet “{sheet}” is longer than a cell can hold and goes on beneath");
    let help = "shorten the text; a CSV file holds it as it is";
    Diagnostic::new(Code::SplitCell, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_hold_all_and_fit() {
        for text in ["x".repeat(70_000), "r\n".repeat(600), "😀".repeat(40_000), "kort".into(), "\n".repeat(253)] {
            let value = Value::Text(text.clone());
            let parts = parts(&value);
            assert_eq!(parts.concat(), text);
            let fits = |part: &&str| limits::units(part) <= limits::CELL && part.matches('\n').count() <= limits::LINE_FEEDS;
            assert!(parts.iter().all(fits));
        }
        assert_eq!(parts(&Value::Text("r\n".repeat(600))).len(), 3);
        assert_eq!(parts(&Value::Number(1.0)), [] as [&str; 0]);
    }
}
