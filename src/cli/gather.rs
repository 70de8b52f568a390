//! Many remarks of one kind about one file, put so that a person reads them.

use crate::diagnostic::{CellPlace, Code, Diagnostic};

/// Cells that are named in one message.
const NAMED: usize = 12;
/// Messages about cells that could not be placed, of one file.
const SHOWN: usize = 5;

/// The diagnostics with those about cells that could not be placed drawn together: one for each reason, at the first of its cells,
/// with the others named in its help. Reasons beyond the first few are counted.
pub(super) fn gather(diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut gathered: Vec<Diagnostic> = Vec::new();
    let mut reasons: Vec<(usize, Vec<&CellPlace>)> = Vec::new();
    let mut untold = 0;
    for remark in diagnostics {
        if remark.code != Code::NotPlaced {
            gathered.push(remark.clone());
        } else if let Some((_, cells)) = reasons.iter_mut().find(|(first, _)| gathered[*first].message == remark.message) {
            cells.extend(remark.cell.as_deref());
        } else if reasons.len() < SHOWN {
            reasons.push((gathered.len(), remark.cell.as_deref().into_iter().collect()));
            gathered.push(remark.clone());
        } else {
            untold += 1;
        }
    }
    for (first, cells) in &reasons {
        if cells.len() > 1 {
            let also = named(cells);
            let help = gathered[*first].help.take();
            let help = help.map_or(also.clone(), |help| format!("{also}; {help}").into_boxed_str());
            gathered[*first].help = Some(help);
        }
    }
    if let (Some((last, _)), 1..) = (reasons.last(), untold) {
        let cells = if untold == 1 { "1 more cell".to_owned() } else { format!("{untold} more cells") };
        let help = gathered[*last].help.take().unwrap_or_default();
        gathered[*last].help = Some(format!("{help}; and {cells} could not be placed: --verbose lists all").into_boxed_str());
    }
    gathered
}

/// The cells behind the first, as many as one reads.
fn named(cells: &[&CellPlace]) -> Box<str> {
    // The name of a sheet is said where it changes.
    let pairs = cells.windows(2).take(NAMED);
    let names = pairs.filter_map(|pair| match pair {
        [before, cell] if before.sheet == cell.sheet => Some(cell.cell.clone()),
        [_, cell] => Some(cell.to_string()),
        _ => None,
    });
    let names: Vec<_> = names.collect();
    let more = cells.len() - 1 - names.len();
    let rest = if more > 0 { format!(" and {more} more, which --verbose lists") } else { String::new() };
    format!("the same holds of {}{rest}", names.join(", ")).into_boxed_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(sheet: &str, cell: &str, why: &str) -> Diagnostic {
        let place = CellPlace { sheet: Some(sheet.into()), cell: cell.into() };
        Diagnostic::new(Code::NotPlaced, format!("this cell {why}")).help("its text is kept").cell(place)
    }

    fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
        let shown = |remark: &Diagnostic| format!("{} | {}", remark.message, remark.help.as_deref().unwrap_or_default());
        gather(diagnostics).iter().map(shown).collect()
    }

    #[test]
    fn cells_of_one_reason_are_named_together() {
        let other = Diagnostic::new(Code::NoGlyph, "no glyph");
        let remarks = [
            cell("A", "A1", "is apart"),
            other,
            cell("A", "B1", "is odd"),
            cell("A", "A2", "is apart"),
            cell("B", "A3", "is apart"),
            cell("B", "A4", "is apart"),
        ];
        assert_eq!(
            shown(&remarks),
            [
                "this cell is apart | the same holds of A2, B!A3, A4; its text is kept",
                "no glyph | ",
                "this cell is odd | its text is kept"
            ]
        );
        assert_eq!(gather(&remarks)[0].cell.as_ref().unwrap().to_string(), "A!A1");
        assert_eq!(gather(&remarks[1..3]), remarks[1..3], "one alone stays as it is");
    }

    #[test]
    fn what_is_too_much_to_read_is_counted() {
        let many: Vec<_> = (1..=40).map(|row| cell("A", &format!("A{row}"), "is apart")).collect();
        let said = shown(&many);
        assert!(said[0].contains("A2, A3") && said[0].contains("A13 and 27 more, which --verbose lists;"), "{said:?}");
        let many: Vec<_> = (1..=40).map(|row| cell("A", &format!("A{row}"), &format!("is number {row}"))).collect();
        let said = shown(&many);
        assert_eq!(said.len(), SHOWN);
        assert!(
            said[SHOWN - 1].ends_with("its text is kept; and 35 more cells could not be placed: --verbose lists all"),
            "{said:?}"
        );
    }
}
