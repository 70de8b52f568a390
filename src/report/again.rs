//! Who is to be asked again, and why: the same list for the page and the workbook.

use super::{HandIn, Report, Status};
use crate::journey::TermLanguage;

/// The most messages of one hand-in that are shown.
const SHOWN: usize = 2;

/// Why somebody is asked again: the first things that are wanting, and how many more there are.
pub struct Reasons {
    /// What is said of the hand-in, with what to do about it where that is said nowhere else.
    pub first: Vec<(String, Option<String>)>,
    /// How much more there is.
    pub more: usize,
}

impl Report {
    /// Who is to be asked again, with the place among the hand-ins: what cannot be read first, then what breaks the format, then what lacks
    /// something, the emptiest first.
    #[must_use]
    pub fn again(&self) -> Vec<(usize, &HandIn)> {
        let full = |row: &HandIn| row.contents.as_ref().map_or(0, |told| told.filled * 1000 / told.cells.max(1));
        let weight = |row: &HandIn| match row.status() {
            Status::Unreadable => Some((0, 0, 0)),
            Status::Invalid(_) => Some((1, 0, 0)),
            Status::Findings(lacking) => Some((2, full(row), usize::MAX - lacking)),
            Status::Complete => None,
        };
        let mut again: Vec<_> = self.rows.iter().enumerate().filter(|(_, row)| weight(row).is_some()).collect();
        again.sort_by_key(|(index, row)| (weight(row), *index));
        again
    }
}

impl HandIn {
    /// Why its makers are asked again, in a language.
    pub(super) fn reasons(&self, language: TermLanguage) -> Reasons {
        let wanting: Vec<_> = self.wanting().collect();
        let first = wanting.iter().take(SHOWN).map(|finding| {
            // What is to be done is the same for all findings of a kind, and stands below; a file is to be handed in anew.
            let help = finding.help_in(language).filter(|_| self.contents.is_none());
            (finding.message_in(language), help)
        });
        Reasons { first: first.collect(), more: wanting.len().saturating_sub(SHOWN) }
    }
}
