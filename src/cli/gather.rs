//! Many remarks of one kind about one file, put so that a person reads them.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::tongue::{Phrase, joined, say};

/// Places that are named in one message.
const NAMED: usize = 12;
/// Messages about cells that could not be placed, of one file.
const SHOWN: usize = 5;

/// Where it is said how often a remark was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// In its help, with the other places.
    Help,
    /// Behind its message, as a number: where there is room for one line.
    Message,
}

/// A remark that is shown, and those that are not.
struct Group<'d> {
    first: &'d Diagnostic,
    /// Those that say the same of other places.
    more: Vec<&'d Diagnostic>,
    /// How many cells could not be placed for reasons that are not shown at all.
    untold: usize,
}

/// The diagnostics with those warnings drawn together that say the same: one each, at the first of their places, which tells of the
/// others. Reasons beyond the first few why cells could not be placed are counted.
pub(super) fn gather(diagnostics: &[Diagnostic], form: Form) -> Vec<Diagnostic> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<(Code, &str), usize> = BTreeMap::new();
    let (mut reasons, mut last_reason) = (0, 0);
    for remark in diagnostics {
        let of_reason = remark.code == Code::NotPlaced;
        if let Some(group) = known.get(&(remark.code, remark.message.as_str())) {
            groups[*group].more.push(remark);
        } else if of_reason && reasons == SHOWN {
            groups[last_reason].untold += 1;
        } else {
            if remark.code.severity() == Severity::Warning {
                known.insert((remark.code, &remark.message), groups.len());
            }
            if of_reason {
                (reasons, last_reason) = (reasons + 1, groups.len());
            }
            groups.push(Group { first: remark, more: Vec::new(), untold: 0 });
        }
    }
    groups.iter().map(|group| group.told(form)).collect()
}

impl Group<'_> {
    /// The remark that is shown, with what it says of the others.
    fn told(&self, form: Form) -> Diagnostic {
        let mut told = self.first.clone();
        let untold = (self.untold > 0).then(|| say!("more-unplaced", count = self.untold));
        match form {
            Form::Help => {
                let also = (!self.more.is_empty()).then(|| self.also());
                told.advise(joined([also, told.help_phrase(), untold].into_iter().flatten()));
            }
            Form::Message => {
                if !self.more.is_empty() {
                    told.say(say!("with-more", message = told.message_phrase(), more = self.more.len()));
                }
                if let Some(untold) = untold {
                    told.say(say!("with-aside", message = told.message_phrase(), aside = untold));
                }
            }
        }
        told
    }

    /// The places behind the first, as many as one reads.
    fn also(&self) -> Phrase {
        let mut before = self.first;
        let mut names = Vec::new();
        for remark in self.more.iter().take(NAMED) {
            names.extend(place(remark, before));
            before = remark;
        }
        let more = self.more.len() - names.len();
        match (names.is_empty(), more) {
            (true, _) => say!("so-often", count = more + 1),
            (false, 0) => say!("also-here", places = names.join(", ")),
            (false, _) => say!("also-here-and-more", places = names.join(", "), more = more),
        }
    }
}

/// Where a remark was made: a cell, or a line and a column. The name of a sheet is said where it changes.
fn place(remark: &Diagnostic, before: &Diagnostic) -> Option<String> {
    match (&remark.cell, &before.cell, &remark.span) {
        (Some(cell), Some(before), _) if before.sheet == cell.sheet => Some(cell.cell.clone()),
        (Some(cell), ..) => Some(cell.to_string()),
        (None, _, Some(span)) => Some(format!("{}:{}", span.line, span.column)),
        (None, _, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{CellPlace, Span};

    fn cell(sheet: &str, cell: &str, why: &str) -> Diagnostic {
        let place = CellPlace { sheet: Some(sheet.into()), cell: cell.into() };
        Diagnostic::new(Code::NotPlaced, format!("this cell {why}")).help("its text is kept").cell(place)
    }

    fn shown(diagnostics: &[Diagnostic]) -> Vec<String> {
        let shown = |remark: &Diagnostic| format!("{} | {}", remark.message, remark.help.as_deref().unwrap_or_default());
        gather(diagnostics, Form::Help).iter().map(shown).collect()
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
        assert_eq!(gather(&remarks, Form::Help)[0].cell.as_ref().unwrap().to_string(), "A!A1");
        assert_eq!(gather(&remarks[1..3], Form::Help), remarks[1..3], "one alone stays as it is");
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

    #[test]
    fn other_remarks_that_say_the_same_are_drawn_together_too_but_errors_are_not() {
        let at = |code, line| Diagnostic::new(code, "no picture").span(Span { bytes: 0..0, line, column: 3 });
        let lost = |line| at(Code::PictureNotFound, line);
        assert_eq!(shown(&[lost(1), lost(4), lost(6)]), ["no picture | the same holds of 4:3, 6:3"]);
        let placeless = Diagnostic::new(Code::PictureNotFound, "no picture");
        assert_eq!(shown(&[placeless.clone(), placeless.clone(), placeless]), ["no picture | this is so 3 times"]);
        assert_eq!(shown(&[at(Code::BadPicture, 1), at(Code::BadPicture, 2)]).len(), 2);
    }

    #[test]
    fn on_one_line_the_number_of_the_others_stands_behind_the_message() {
        let said = |diagnostics: &[Diagnostic]| {
            let gathered = gather(diagnostics, Form::Message);
            gathered.iter().map(|remark| remark.message.clone()).collect::<Vec<_>>()
        };
        let many: Vec<_> = (1..=40).map(|row| cell("A", &format!("A{row}"), "is apart")).collect();
        assert_eq!(said(&many), ["this cell is apart (and 39 more, which --verbose lists)"]);
        assert_eq!(said(&many[..1]), ["this cell is apart"]);
        let many: Vec<_> = (1..=40).map(|row| cell("A", &format!("A{row}"), &format!("is number {row}"))).collect();
        let said = said(&many);
        assert_eq!(said.len(), SHOWN);
        assert!(said[SHOWN - 1].ends_with("5 (and 35 more cells could not be placed: --verbose lists all)"), "{said:?}");
    }
}
