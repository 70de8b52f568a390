//! Reports of a check as files.

use std::fmt;
use std::path::{Path, PathBuf};

use super::discover::{Found, Origin, Skip, Source};
use super::save::{SaveError, save};
use crate::meta::Timestamp;
use crate::read::is_report;
use crate::report::{Form, Report};
use crate::write::WriteError;

/// The files that a report goes to.
pub struct Reports(Vec<(PathBuf, Form)>);

/// Why a report was not written.
#[derive(Debug)]
pub enum ReportError {
    /// It would take the place of an input.
    OverwritesInput(PathBuf),
    /// A writer failed.
    Write(WriteError),
    /// A file could not be saved; then none is there.
    Save(SaveError),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::OverwritesInput(path) => {
                write!(f, "{} is an input, and no report takes its place; choose another name", path.display())
            }
            Self::Write(error) => {
                write!(f, "the report cannot be written as {error}; this is a fault of the program, please report it")
            }
            Self::Save(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ReportError {}

/// Passes over the reports of earlier checks among what was found: they are no hand-ins, and may be written anew.
#[must_use]
pub fn pass_over(found: Vec<Found>) -> Vec<Found> {
    let is_workbook = |path: &Path| path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("xlsx"));
    let pass = |found| match found {
        Found::Source(Source { origin: Origin::File(path), folder }) => {
            let source = Source { origin: Origin::File(path.clone()), folder };
            let report = is_workbook(&path) && source.read().is_ok_and(|bytes| is_report(&bytes));
            if report { Found::Skipped(path, Skip::Report) } else { Found::Source(source) }
        }
        other @ (Found::Source(_) | Found::Skipped(..) | Found::Unreadable(..)) => other,
    };
    found.into_iter().map(pass).collect()
}

impl Reports {
    /// Reports of these forms in these files.
    #[must_use]
    pub fn new(files: Vec<(PathBuf, Form)>) -> Self {
        Self(files)
    }

    /// The same, when none of the files is read in this run: neither one of those found nor one of the `others`.
    ///
    /// # Errors
    /// When a report would take the place of one.
    pub fn guard(self, found: &[Found], others: impl IntoIterator<Item = PathBuf>) -> Result<Self, ReportError> {
        let read = found.iter().filter_map(|found| match found {
            Found::Source(Source { origin: Origin::File(path), .. }) | Found::Unreadable(path, _) => Some(path.clone()),
            Found::Source(Source { origin: Origin::Stdin, .. }) | Found::Skipped(..) => None,
        });
        let read: Vec<_> = read.chain(others).filter_map(|path| path.canonicalize().ok()).collect();
        let clash = self.0.iter().find(|(path, _)| path.canonicalize().is_ok_and(|path| read.contains(&path)));
        match clash {
            Some((path, _)) => Err(ReportError::OverwritesInput(path.clone())),
            None => Ok(self),
        }
    }

    /// Writes the report to its files: to all of them or to none. Gives their paths.
    ///
    /// # Errors
    /// When it cannot be written or saved.
    pub fn save(&self, report: &Report, created: Timestamp) -> Result<Vec<PathBuf>, ReportError> {
        let file = |(path, form): &(PathBuf, Form)| Ok((path.clone(), form.write(report, created).map_err(ReportError::Write)?));
        let files: Vec<_> = self.0.iter().map(file).collect::<Result<_, _>>()?;
        save(&files).map_err(ReportError::Save)?;
        Ok(files.into_iter().map(|(path, _)| path).collect())
    }
}
