//! What stands in the place of a file that is to be, and whether somebody would miss it.

use std::fmt;
use std::io::{self, Seek};
use std::path::Path;

use super::stage::Staged;
use super::{Kind, mark};
use crate::batch::open;
use crate::defect::caught;
use crate::read::{Holding, holding, take_in};

/// What would be lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// A journey, where the output is none.
    Journey,
    /// A journey that this program has not written, or that was changed since.
    OwnJourney,
    /// A journey beside the inputs.
    Beside,
    /// A table of text that this program has not written, or that was changed since.
    OwnTable,
    /// A workbook that was changed since this program wrote it, or another file of an office program.
    Workbook,
    /// A file that cannot be looked into.
    Unknown,
}

impl fmt::Display for Work {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Journey => "is a journey",
            Self::OwnJourney => "is a journey that this program has not written, or that was changed since,",
            Self::Beside => "is a journey beside the inputs",
            Self::OwnTable => "is a table that this program has not written, or that was changed since,",
            Self::Workbook => "is not as this program wrote it",
            Self::Unknown => "is there and cannot be read",
        })
    }
}

/// What would be lost of the file at a path if an output of that kind took its place. As long as nothing is known of the output, it is
/// not asked who has written what is of its kind: with a file that holds the very same goes nothing.
pub(super) fn work(path: &Path, kind: Kind, beside: bool, output: Option<&Staged>) -> Option<Work> {
    look_into(path, kind, beside, output).unwrap_or(Some(Work::Unknown))
}

fn look_into(path: &Path, kind: Kind, beside: bool, output: Option<&Staged>) -> io::Result<Option<Work>> {
    let mut file = open::open(path)?;
    let sum = mark::sum(&file)?;
    if output.is_some_and(|output| output.sum() == sum) {
        return Ok(None);
    }
    if beside {
        return Ok(Some(Work::Beside));
    }
    file.rewind()?;
    let there = take_in(&file)?;
    let extension = path.extension().map(|extension| extension.to_string_lossy());
    // A file on which a reader gives up is not as this program wrote it.
    let found = caught(|| holding(extension.as_deref(), &there)).unwrap_or(Holding::Office { as_written: false });
    let is_ours = || mark::is_untouched(path, &file, sum);
    let is_anothers = |output: &Staged| !(is_ours() || is_alike(&there, output));
    Ok(match (found, kind) {
        (Holding::Office { as_written: true } | Holding::Other, _) | (Holding::Table, Kind::Journey | Kind::View) => None,
        (Holding::Office { as_written: false }, _) => Some(Work::Workbook),
        (Holding::Journey, Kind::Table | Kind::View) => Some(Work::Journey),
        (Holding::Journey, Kind::Journey) => output.is_some_and(|_| !is_ours()).then_some(Work::OwnJourney),
        (Holding::Table, Kind::Table) => output.is_some_and(is_anothers).then_some(Work::OwnTable),
    })
}

/// Whether a table or a workbook is as this program wrote it; what cannot be read is not.
#[must_use]
pub fn is_as_written(path: &Path) -> bool {
    let look = || {
        let mut file = open::open(path)?;
        let sum = mark::sum(&file)?;
        if mark::is_untouched(path, &file, sum) {
            return Ok(true);
        }
        file.rewind()?;
        let there = take_in(&file)?;
        io::Result::Ok(caught(|| holding(None, &there)) == Ok(Holding::Office { as_written: true }))
    };
    look().unwrap_or(false)
}

/// Whether a table is taken for one of ours where no marks are kept, or no table could be written there twice: it begins with the same
/// names of columns.
fn is_alike(there: &[u8], output: &Staged) -> bool {
    !output.is_marked() && !output.first_line().is_empty() && there.starts_with(output.first_line())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_looked_into_would_be_missed() {
        let root = tempfile::tempdir().unwrap();
        for kind in [Kind::Journey, Kind::Table, Kind::View] {
            assert_eq!(work(&root.path().join("gone"), kind, false, None), Some(Work::Unknown));
        }
    }

    /// Where a disk keeps no marks.
    #[test]
    fn a_table_with_the_same_columns_is_renewed_where_there_are_no_marks() {
        use std::io::Write;
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("there.csv");
        let mut output = Staged::beside(&path).unwrap();
        output.write_all(b"a;").unwrap();
        output.write_all(b"b\n3;4\n").unwrap();
        for (there, lost) in [("a;b\n1;2\n", None), ("a;c\n1;2\n", Some(Work::OwnTable)), ("a;b", Some(Work::OwnTable))] {
            std::fs::write(&path, there).unwrap();
            assert_eq!(work(&path, Kind::Table, false, Some(&output)), lost, "{there:?}");
        }
        output.mark();
        if output.is_marked() {
            std::fs::write(&path, "a;b\n1;2\n").unwrap();
            assert_eq!(work(&path, Kind::Table, false, Some(&output)), Some(Work::OwnTable));
        }
    }
}
