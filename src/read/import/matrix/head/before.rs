//! What stands before a fact in the cell of that, `Gemeente Ede · Datum: 4-2-2026`: the title where there is none, an organisation, or a left-over.

use super::super::left::{Spot, Work};
use super::{Head, fits};
use crate::forms::authors;
use crate::read::import::facts;
use crate::tongue::say;

/// What parts an organisation from the rest.
const SIGNS: [&str; 8] = [" · ", " • ", " | ", " – ", " — ", " - ", ", ", ". "];

impl Head {
    /// Puts it where it belongs. `titled`: whether the title is told elsewhere.
    pub(super) fn take_before(&mut self, cell: Spot, text: &str, titled: bool, work: &mut Work) {
        const WHY: &str = "left-outside";
        if self.title.as_ref().is_some_and(|(title, _)| title == text) {
            return;
        }
        let parts = parts(text);
        let named = parts.iter().position(|part| authors::is_organisation(part)).filter(|_| self.organisation.is_none());
        if let Some((at, part)) = named.and_then(|at| Some((at, parts.get(at)?))) {
            self.organisation = Some(((*part).to_owned(), cell));
            work.step(cell, say!("explain-fact", field = facts::Field::Organisation.name()));
            for (_, rest) in parts.iter().enumerate().filter(|(other, _)| *other != at) {
                work.leave_text(cell, (*rest).to_owned(), WHY);
            }
            return;
        }
        let sentence = text.ends_with(['.', '!', '?']) || facts::is_other(text, false);
        if self.title.is_none() && !titled && !sentence && fits(text) {
            work.step(cell, say!("explain-title", name = text));
            self.title = Some((text.to_owned(), cell));
        } else {
            work.leave_text(cell, text.to_owned(), WHY);
        }
    }
}

/// The parts of a text between signs, each without the mark of its end.
fn parts(text: &str) -> Vec<&str> {
    SIGNS
        .iter()
        .fold(vec![text], |parts, sign| parts.into_iter().flat_map(|part| part.split(sign)).collect())
        .into_iter()
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| !part.is_empty())
        .collect()
}
