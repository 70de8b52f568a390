//! A last column that sums up the others: it is no phase.
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

/// Whether the last of the columns that stand under names holds nothing but sums or means: by its name, where it has a number at most where the others
/// have them, or since they are the means or sums of these and nothing stands beside the texts of others.
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
    if words::of_sums(title) {
        let empty = !lines().any(|line| line.cells.iter().any(|(own, _)| own == last));
        return !sums.is_empty() || empty;
    }
    // Each of the others has something to tell besides its numbers.
    let told: BTreeSet<usize> = lines().flat_map(|line| columns.iter().copied().filter(|column| said(line, *column))).collect();
    !sums.is_empty() && sums.iter().all(|is| *is) && columns.len() > 2 && told.len() == columns.len()
}

/// Whether a number is the mean or the sum of others, as far as it is written out.
fn sums_up(number: f64, others: &[f64]) -> bool {
    const NEAR: f64 = 0.051;
    let sum: f64 = others.iter().sum();
    let mean = sum / others.len().max(1) as f64;
    others.len() > 1 && ((number - mean).abs() < NEAR || (number - sum).abs() < 1e-6)
}
