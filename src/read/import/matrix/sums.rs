//! A last column that sums up the others, or a last row of a list of records: it is no phase, and of none.
//!
//! ```text
//!          Search   Buy    Use    Ø
//! Actions  looks    pays   eats
//! Mood     2        4      3      3       the mean of the others
//! ```

use std::collections::BTreeSet;

use super::shape::Shape;
use super::view::{Line, View};
use super::{scores, words};
use crate::read::book::Value;

/// Whether the last of the columns that stand under names holds nothing but sums or means: by its name, where it has figures alone or hardly anything
/// beside the others; or since its numbers are the means or sums of these and nothing stands beside the texts of others.
pub fn is_one(view: &View, shape: &Shape, titles: &[(usize, String)]) -> bool {
    let [others @ .., (last, title)] = titles else { return false };
    let columns: Vec<usize> = others.iter().map(|(column, _)| *column).collect();
    let lines = || view.lines.iter().filter(|line| line.row >= shape.first);
    let number = |line: &Line, column: usize| {
        line.cells.iter().find(|(own, _)| *own == column).and_then(|(_, value)| scores::alone(value)).map(|score| score.value)
    };
    let said = |line: &Line, column: usize| {
        line.cells.iter().any(|(own, value)| *own == column && !scores::is_blank(value) && scores::alone(value).is_none())
    };
    if words::of_sums(title) {
        let is_text = |line: &Line, column: usize| {
            said(line, column) && !line.cells.iter().any(|(own, value)| *own == column && is_figure(value))
        };
        let texts = |column: usize| lines().filter(|line| is_text(line, column)).count();
        let mean = columns.iter().map(|column| texts(*column)).sum::<usize>() as f64 / columns.len().max(1) as f64;
        return texts(*last) as f64 <= mean * MOST_TOLD;
    }
    if lines().any(|line| said(line, *last)) {
        return false;
    }
    let sums: Vec<bool> = lines()
        .filter_map(|line| {
            let own = number(line, *last)?;
            let beside: Vec<f64> = columns.iter().filter_map(|column| number(line, *column)).collect();
            Some(sums_up(own, &beside))
        })
        .collect();
    // Each of the others has something to tell besides its numbers.
    let told: BTreeSet<usize> = lines().flat_map(|line| columns.iter().copied().filter(|column| said(line, *column))).collect();
    !sums.is_empty() && sums.iter().all(|is| *is) && columns.len() > 2 && told.len() == columns.len()
}

/// Whether a row of a list of records, with its phases down, holds nothing but a sum or a mean: figures, and one text that says what they are.
pub fn is_row(view: &View, shape: &Shape, row: usize) -> bool {
    let lines = view.lines.iter().filter(|line| Some(line.row) != shape.header);
    let cells: Vec<&Value> =
        lines.flat_map(|line| &line.cells).filter(|(column, _)| *column == row).map(|(_, value)| *value).collect();
    let filled = || cells.iter().filter(|value| !scores::is_blank(value));
    let sums = |value: &Value| matches!(value, Value::Text(text) if words::begins_sums(text));
    filled().filter(|value| sums(value)).count() == 1
        && filled().count() > 1
        && filled().all(|value| sums(value) || is_figure(value))
}

/// So much of what the others tell in texts a sum may tell: `about four weeks` in all.
const MOST_TOLD: f64 = 0.5;

/// Whether a value is a figure, with a unit or without: `16 weeks`, `ca. 16 Wochen`, `€ 12,50`.
fn is_figure(value: &Value) -> bool {
    const WORDS: usize = 3;
    match value {
        Value::Text(text) => {
            let (figures, words): (Vec<&str>, Vec<&str>) =
                text.split_whitespace().partition(|word| word.chars().any(|c| c.is_ascii_digit()));
            !figures.is_empty() && words.len() <= WORDS && !text.contains('\n')
        }
        Value::Number { .. } | Value::Day { .. } | Value::Time(_) => true,
        Value::Empty | Value::Bool(_) | Value::Unknown(_) => false,
    }
}

/// Whether a number is the mean or the sum of others, as far as it is written out.
fn sums_up(number: f64, others: &[f64]) -> bool {
    const NEAR: f64 = 0.051;
    let sum: f64 = others.iter().sum();
    let mean = sum / others.len().max(1) as f64;
    others.len() > 1 && ((number - mean).abs() < NEAR || (number - sum).abs() < 1e-6)
}
