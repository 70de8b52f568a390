//! Cells and ranges as spreadsheets write them in formulas: `$B$7`, `'Mijn blad'!$A$1:$C$3`.

use super::{At, Range};
use crate::read::limits;

impl At {
    /// A cell such as `B7` or `$B$7`; `None` for anything else, and beyond what spreadsheets have.
    pub(in crate::read) fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix('$').unwrap_or(text);
        let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (column, row) = text.split_at_checked(letters)?;
        let row = row.strip_prefix('$').unwrap_or(row);
        if !(1..=3).contains(&letters) || row.len() > 7 || row.starts_with('0') || !row.bytes().all(|byte| byte.is_ascii_digit())
        {
            return None;
        }
        let column = column.bytes().fold(0, |sum, byte| sum * 26 + usize::from(byte.to_ascii_uppercase() - b'A') + 1) - 1;
        let row = row.parse::<usize>().ok()? - 1;
        (row < limits::ROWS && column < limits::COLUMNS).then_some(Self { row, column })
    }
}

impl Range {
    /// A range such as `$A$1:$C$3`, or a single cell.
    pub(in crate::read) fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once(':').unwrap_or((text, text));
        let range = Self { first: At::parse(first)?, last: At::parse(last)? };
        range.is_upright().then_some(range)
    }

    /// A range of a sheet such as `'Mijn blad'!$A$1:$C$3`: the name of the sheet and the range.
    pub(in crate::read) fn of_sheet(text: &str) -> Option<(String, Self)> {
        let text = text.trim();
        let (sheet, range) = text.rsplit_once('!')?;
        let sheet = match sheet.strip_prefix('\'') {
            Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
            None => sheet.to_owned(),
        };
        Some((sheet, Self::parse(range)?))
    }

    /// The same as `OpenDocument` writes it: `$Blad1.$A$1:.$C$3`, `$'Mijn blad'.A1`.
    pub(in crate::read) fn of_open_document(text: &str) -> Option<(String, Self)> {
        let corner = |text: &str| {
            let (sheet, cell) = text.rsplit_once('.')?;
            let sheet = sheet.strip_prefix('$').unwrap_or(sheet);
            let sheet = match sheet.strip_prefix('\'') {
                Some(quoted) => quoted.strip_suffix('\'')?.replace("''", "'"),
                None => sheet.to_owned(),
            };
            Some((sheet, At::parse(cell)?))
        };
        let both = text.rsplit_once(':').and_then(|(first, last)| Some((corner(first)?, At::parse(last.rsplit('.').next()?)?)));
        let ((sheet, first), last) = both.or_else(|| corner(text).map(|found| (found.clone(), found.1)))?;
        let range = Self { first, last };
        range.is_upright().then_some((sheet, range))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_and_ranges_are_read_as_they_are_written() {
        for cell in ["A1", "Z9", "AA10", "AB7", "XFD1048576"] {
            assert_eq!(At::parse(cell).unwrap().to_string(), cell);
        }
        assert_eq!(At::parse("$b$7").unwrap().to_string(), "B7");
        for other in ["", "A", "7", "A0", "A-1", "XFE1", "A1048577", "ABCD1", "A1B", "é1", "#REF!", "A01", "A$$1"] {
            assert_eq!(At::parse(other), None, "{other}");
        }
        let range = Range { first: At { row: 0, column: 0 }, last: At { row: 2, column: 1 } };
        assert_eq!(Range::of_sheet("'Sam''s blad'!$A$1:$B$3"), Some(("Sam's blad".to_owned(), range)));
        assert_eq!(Range::of_sheet("Blad1!A1:B3"), Some(("Blad1".to_owned(), range)));
        for text in ["$'Sam''s blad'.$A$1:.$B$3", "'Sam''s blad'.A1:'Sam''s blad'.B3"] {
            assert_eq!(Range::of_open_document(text), Some(("Sam's blad".to_owned(), range)), "{text}");
        }
        let single = Range { first: range.first, last: range.first };
        assert_eq!(Range::of_open_document("$'a:b'.$A$1"), Some(("a:b".to_owned(), single)));
        assert_eq!(Range::of_open_document("$Blad1.$B$2:.$A$1"), None);
        for other in ["$A$1", "Blad1!#REF!", "Blad1!$B$1:$A$1", "'Blad1!$A$1", "Blad1!$A:$A"] {
            assert_eq!(Range::of_sheet(other), None, "{other}");
        }
    }
}
