//! Tables of text: CSV and TSV (RFC 4180, and what spreadsheets write instead).

mod dialect;
mod records;

use super::book::{At, Book, Budget, Grid};
use super::{Options, Reader, Reading, import, text};
use crate::diagnostic::Diagnostic;
use dialect::Dialect;

/// The registry entry.
pub(super) static READER: Reader = Reader {
    name: "csv",
    extensions: &["csv", "tsv", "tab"],
    summary: "Table of text with commas, semicolons, tabs or bars between the cells; the encoding and the delimiter are found out",
    claims: |_| true,
    text: |bytes| text::decode(bytes).0,
    read,
};

fn read(bytes: &[u8], options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let (book, remark) = book(bytes).map_err(|problem| vec![problem])?;
    match import::import(&book, options) {
        Ok(mut reading) => {
            reading.remarks.splice(0..0, remark);
            Ok(reading)
        }
        Err(problems) => Err(remark.into_iter().chain(problems).collect()),
    }
}

/// The one table of a text, and what there is to know about the reading.
fn book(bytes: &[u8]) -> Result<(Book, Option<Diagnostic>), Diagnostic> {
    let (text, remark) = text::decode(bytes);
    let dialect = Dialect::of(&text);
    let table = dialect.table(&text);
    let (mut grid, mut budget) = (Grid::default(), Budget::default());
    let mut records = records::Records::new(table, dialect.delimiter);
    let mut row = 0;
    while let Some(fields) = records.next_record(&text)? {
        for (column, field) in fields.iter().enumerate() {
            grid.put(At { row: row + dialect.first_row, column }, dialect.value(field), &mut budget)?;
        }
        row += 1;
    }
    let page = grid.page(None, true);
    Ok((Book { sheets: vec![page], names: Vec::new() }.checked()?, remark))
}

/// Whether the bytes look like text in an encoding that is understood.
pub(super) fn is_text(bytes: &[u8]) -> bool {
    text::plain(bytes)
}

/// Whether a text has cells: at least one of its lines is divided.
pub(super) fn has_cells(text: &str) -> bool {
    dialect::has_cells(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::book::Value;

    fn rows(bytes: &[u8]) -> Vec<Vec<Value>> {
        book(bytes).unwrap().0.sheets.remove(0).rows
    }

    fn texts(bytes: &[u8]) -> Vec<Vec<String>> {
        rows(bytes).iter().map(|row| row.iter().map(Value::text).collect()).collect()
    }

    #[test]
    fn every_delimiter_is_found() {
        let table = [["Fase", "Oriënteren", "Kiezen, en dan"], ["Doel", "Weten; of niet", "\"a|b\"\tc"], ["Beleving", "-2", "1"]];
        for delimiter in [",", ";", "\t", "|"] {
            let quoted = table.map(|row| row.map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).join(delimiter));
            assert_eq!(texts(quoted.join("\r\n").as_bytes()), table, "{delimiter:?}");
        }
        assert_eq!(texts(b"sep=|\na,b|c,d\n"), [vec![], vec!["a,b".to_owned(), "c,d".into()]]);
        assert_eq!(texts("Doel;Een, twee\nActie;Drie, vier\n".as_bytes())[1], ["Actie", "Drie, vier"]);
    }

    #[test]
    fn quotation_marks_count_at_the_start_of_a_cell() {
        assert_eq!(texts(b"a, \"b, c\",d\n e \"f\",\"g\"h, \"i\n"), [vec!["a", "b, c", "d"], vec![" e \"f\"", "gh", " \"i"]]);
    }

    #[test]
    fn line_ends_may_be_mixed_and_empty_lines_count() {
        assert_eq!(texts(b"a,b\rc,d\r\n\n\"e\r\nf\rg\",h\n"), [vec!["a", "b"], vec!["c", "d"], vec![], vec!["e\nf\ng", "h"]]);
    }

    #[test]
    fn only_plain_numbers_are_numbers() {
        let number = |number| Value::Number { number, percent: false };
        for (text, expected) in [
            ("x;1,5\n", Value::Text("1,5".into())),
            ("x,1.5\n", number(1.5)),
            ("x\t1,5\n", Value::Text("1,5".into())),
            ("x\t1.5\n", number(1.5)),
            ("x,-2\n", number(-2.0)),
            ("x,0\n", number(0.0)),
        ] {
            assert_eq!(rows(text.as_bytes())[0][1], expected, "{text:?}");
        }
        for text in
            ["007", "+31612345678", "1.50", "12345678901234567890", "1e5", "-0", "1.", ".5", "0x10", "nan", "inf", "7/10", "50%"]
        {
            assert_eq!(rows(format!("x,{text}\n").as_bytes())[0][1], Value::Text(text.into()));
        }
        assert_eq!(rows(b"x;1.5\n")[0][1], Value::Text("1.5".into()));
        assert_eq!(rows(b"x,\"1,5\"\n")[0][1], Value::Text("1,5".into()));
    }

    #[test]
    fn an_apostrophe_before_a_formula_is_taken_away_where_spreadsheets_put_it() {
        for (text, expected) in
            [("x;'=1", "=1"), ("\u{feff}x,'=1", "=1"), ("x,'=1", "'=1"), ("x;''-", "'-"), ("x;'s avonds", "'s avonds")]
        {
            assert_eq!(texts(text.as_bytes())[0][1], expected, "{text:?}");
        }
    }

    #[test]
    fn an_open_quotation_mark_is_shown() {
        let problem = book("Doel;\"Weten\nActie;Kijken\n".as_bytes()).unwrap_err();
        let span = problem.span.unwrap();
        assert_eq!((problem.code.name(), span.line, span.column), ("unclosed-quote", 1, 6));
    }

    #[test]
    fn every_encoding_is_understood() {
        let text = "Fase;Oriënteren\nDoel;“Weten”\n";
        let wide = |big: bool, mark: &str| -> Vec<u8> {
            format!("{mark}{text}")
                .encode_utf16()
                .flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() })
                .collect()
        };
        let expected = texts(text.as_bytes());
        for bytes in [
            wide(true, "\u{feff}"),
            wide(false, "\u{feff}"),
            wide(true, ""),
            wide(false, ""),
            format!("\u{feff}{text}").into_bytes(),
        ] {
            assert_eq!(texts(&bytes), expected);
        }
        let (book, remark) = book(b"Fase;Ori\xebnteren\nDoel;\x93Weten\x94\n").unwrap();
        assert_eq!(book.sheets[0].rows[1][1], Value::Text("“Weten”".into()));
        assert_eq!(remark.unwrap().code, crate::diagnostic::Code::GuessedEncoding);
    }
}
