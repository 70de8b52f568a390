//! The documents of a command that needs all of them at once.

use std::path::PathBuf;

use super::console::Console;
use crate::batch::discover::{Found, Origin, Source};
use crate::batch::pictures::folder_of;
use crate::batch::run::{Event, Failure, Loaded, Manner, Tally, load_so};
use crate::defect::caught;
use crate::diagnostic::{Diagnostic, Severity};
use crate::journey::Journey;
use crate::read::{Reading, locate};
use crate::tongue::Phrase;

/// A document that was read.
pub(super) struct Read {
    pub name: String,
    /// Its text, for places; empty of a workbook or table.
    pub text: String,
    pub reading: Reading,
    /// Where its pictures are; `None` of the standard input.
    pub folder: Option<PathBuf>,
}

/// Every document; `None` when one of them is no valid journey. Then everything that is wrong with any of them is said, and at the
/// end that `nothing` came of it.
pub(super) fn read_all(found: Vec<Found>, manner: Manner, nothing: Phrase, console: &Console) -> Option<Vec<Read>> {
    let mut documents = Vec::new();
    let mut tally = Tally::default();
    for found in found {
        let (name, result) = match found {
            Found::Skipped(path, skip) => {
                console.tell(&Event::Skipped(&path, skip));
                continue;
            }
            Found::Unreadable(path, error) => (path.display().to_string(), Err(Failure::Unreadable(error))),
            Found::Source(source) => {
                let result = caught(|| read(&source, manner, console));
                (source.name(), result.unwrap_or_else(|defect| Err(Failure::Defect(defect))))
            }
        };
        match result {
            Ok(read) => documents.push(read),
            Err(failure) => {
                tally.failed += 1;
                console.tell(&Event::Failed { name: &name, failure: &failure });
            }
        }
    }
    if tally.failed == 0 {
        return Some(documents);
    }
    console.sum_up(Some(nothing), Tally { done: documents.len(), ..tally });
    None
}

impl Read {
    pub fn journey(&self) -> &Journey {
        &self.reading.journey
    }

    /// Warnings about how it was read.
    pub fn warnings(&self) -> usize {
        self.reading.remarks.iter().filter(|remark| remark.code.severity() == Severity::Warning).count()
    }

    /// Gives diagnostics with a JSON pointer their place in the text or in the table.
    pub fn locate(&self, diagnostics: &mut [Diagnostic]) {
        locate(&self.text, diagnostics);
        self.reading.locate(diagnostics);
    }
}

fn read(source: &Source, manner: Manner, console: &Console) -> Result<Read, Failure> {
    let Loaded { text, reading, .. } = load_so(source, manner)?;
    let name = source.name();
    match reading {
        Ok(reading) => {
            if !reading.remarks.is_empty() {
                console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &reading.remarks });
            }
            let folder = match &source.origin {
                Origin::File(path) => Some(folder_of(path)),
                Origin::Stdin => None,
            };
            Ok(Read { name, text, reading, folder })
        }
        Err(problems) => {
            console.tell(&Event::Diagnosed { name: &name, text: &text, diagnostics: &problems });
            Err(Failure::Invalid)
        }
    }
}
