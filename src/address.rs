//! What spreadsheets call a cell.

/// The name of a cell, its row and column counted from zero: `B7` of row 6, column 1.
pub(crate) fn cell(row: usize, column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    let column: String = letters.iter().rev().collect();
    format!("{column}{}", row + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_spreadsheets() {
        for (row, column, name) in [(0, 0, "A1"), (6, 25, "Z7"), (6, 27, "AB7"), (1_048_575, 16_383, "XFD1048576")] {
            assert_eq!(cell(row, column), name);
        }
    }
}
