//! What stands in the place of a file that is to be, and whether somebody would miss it.

use std::fmt;
use std::path::Path;

use super::Kind;
use crate::batch::open;
use crate::defect::caught;
use crate::read::{Holding, holding};

/// What would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A journey, where the output is none.
    Journey,
    /// A journey that stands not as this program writes one.
    OwnJourney,
    /// A journey beside the inputs.
    Beside,
    /// A workbook that was changed since this program wrote it, or another file of an office program.
    Workbook,
    /// A file that cannot be looked into.
    Unknown,
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Journey => "is a journey",
            Self::OwnJourney => "is a journey that was not written by this program",
            Self::Beside => "is a journey beside the inputs",
            Self::Workbook => "is not as this program wrote it",
            Self::Unknown => "is there and cannot be read",
        })
    }
}

/// What would be lost of the file at a path if an output of that kind took its place. With it goes nothing when the output has the
/// very same bytes; of tables of text nobody can tell who has made them.
pub(super) fn work(path: &Path, kind: Kind, beside: bool, bytes: Option<&[u8]>) -> Option<Work> {
    let Ok(there) = open::read(path) else { return Some(Work::Unknown) };
    if bytes == Some(there.as_slice()) {
        return None;
    }
    if beside {
        return Some(Work::Beside);
    }
    let extension = path.extension().map(|extension| extension.to_string_lossy());
    // A file on which a reader gives up is not as this program wrote it.
    let found = caught(|| holding(extension.as_deref(), &there)).unwrap_or(Holding::Office { as_written: false });
    match (found, kind) {
        (Holding::Other | Holding::Office { as_written: true }, _) | (Holding::Journey { normal: true }, Kind::Journey) => None,
        (Holding::Journey { .. }, Kind::View) => Some(Work::Journey),
        (Holding::Journey { normal: false }, Kind::Journey) => Some(Work::OwnJourney),
        (Holding::Office { as_written: false }, _) => Some(Work::Workbook),
    }
}
