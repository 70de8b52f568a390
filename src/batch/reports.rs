//! Reports of a check as files.

use std::fmt;
use std::path::PathBuf;

use super::save::{Kind, Output, SaveError, Saver};
use crate::meta::Timestamp;
use crate::report::{Form, Report};
use crate::write::WriteError;

/// The files that a report goes to.
pub struct Reports(Vec<(PathBuf, Form)>);

/// Why a report was not written.
#[derive(Debug)]
pub enum ReportError {
    /// A writer failed.
    Write(WriteError),
    /// A file could not be saved; then none is there.
    Save(SaveError),
}

impl fmt::Display for ReportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Write(error) => {
                write!(f, "the report cannot be written as {error}; this is a fault of the program, please report it")
            }
            Self::Save(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ReportError {}

impl Reports {
    /// Reports of these forms in these files.
    #[must_use]
    pub fn new(files: Vec<(PathBuf, Form)>) -> Self {
        Self(files)
    }

    /// Whether each of the files may be written, as far as can be seen before the check.
    ///
    /// # Errors
    /// When a report would take the place of something that is to stay.
    pub fn may_be_saved(&self, saver: &mut Saver) -> Result<(), SaveError> {
        self.0.iter().try_for_each(|(path, _)| saver.may_take(path, Kind::View))
    }

    /// Writes the report to its files: to all of them or to none. Gives their paths.
    ///
    /// # Errors
    /// When it cannot be written or saved.
    pub fn save(&self, report: &Report, created: Timestamp, saver: &mut Saver) -> Result<Vec<PathBuf>, ReportError> {
        let file = |(path, form): &(PathBuf, Form)| {
            let bytes = form.write(report, created).map_err(ReportError::Write)?;
            Ok(Output { path: path.clone(), bytes, kind: Kind::View })
        };
        let files: Vec<_> = self.0.iter().map(file).collect::<Result<_, _>>()?;
        saver.save(&files).map_err(ReportError::Save)?;
        Ok(files.into_iter().map(|file| file.path).collect())
    }
}
