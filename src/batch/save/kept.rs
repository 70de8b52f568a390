//! What a run keeps of earlier ones, and what it deletes of theirs.

use std::path::{Path, PathBuf};
use std::{fs, io};

use file_id::get_file_id;

use super::inputs::Role;
use super::stage::{Folders, Staged};
use super::{Cause, Kind, SaveError, Saver, mark, place_of, stage};
use crate::batch::{open, pictures};

impl Saver {
    /// A file that an earlier run has put in its place stays there: nothing of this run replaces it.
    pub(in crate::batch) fn keep(&mut self, path: &Path) {
        self.written.insert(place_of(path));
    }

    /// Writes a book of the program's own, as often as it is asked to in a run: nobody else writes into it.
    ///
    /// # Errors
    /// When it cannot be written, or what is in its place is read by the run or is no file.
    pub(in crate::batch) fn renew(&mut self, path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
        let mut anew = || {
            if let Some(there) = Self::there(path)? {
                self.inputs.role(path, there).map_or(Ok(()), |role| Err(Cause::Read(role)))?;
                // Somebody may have called a journey so.
                self.spare(path, Kind::View, false, None)?;
            }
            let mut folders = Folders::default();
            self.prepare(&mut folders, path).and_then(|()| stage(path, bytes)?.put(path)).map_err(Cause::System)?;
            folders.keep();
            Ok(())
        };
        anew().map_err(|cause| SaveError { path: path.to_owned(), cause })
    }

    /// Deletes a file if it still is what the program once wrote, which the sum over its bytes tells, and nothing that this run reads or has
    /// written; whether it did.
    ///
    /// # Errors
    /// When the file is there and cannot be read or deleted.
    pub(in crate::batch) fn delete(&mut self, path: &Path, sum: [u8; 32]) -> io::Result<bool> {
        let is_same = |path: &Path| sum_of(path).map(|found| found == sum);
        let Ok(id) = get_file_id(path) else { return Ok(false) };
        if !self.unread.is_empty() && pictures::is_picture(path) {
            self.mind_pictures();
        }
        let is_wanted = self.inputs.role(path, id).is_some() || self.written.contains(&place_of(path));
        if is_wanted || path.is_symlink() || !is_same(path)? {
            return Ok(false);
        }
        // Another run may put a new file there meanwhile: what is deleted is what was looked at.
        let aside = Staged::beside(path)?.take_over(path)?;
        if is_same(&aside)? {
            return fs::remove_file(&aside).map(|()| true);
        }
        if path.symlink_metadata().is_ok() {
            fs::remove_file(&aside)?;
        } else {
            fs::rename(&aside, path)?;
        }
        Ok(false)
    }

    /// The files of these roles, by their paths without links.
    #[must_use]
    pub fn files_of(&self, wanted: &[Role]) -> Vec<PathBuf> {
        self.inputs.of(wanted).map(Path::to_owned).collect()
    }

    /// The sums over the files of these roles, in their order.
    pub(in crate::batch) fn sums_of(&self, wanted: &[Role]) -> Vec<[u8; 32]> {
        let paths = self.inputs.of(wanted);
        let mut sums: Vec<_> = paths.filter_map(|path| sum_of(path).ok()).collect();
        sums.sort_unstable();
        sums
    }
}

/// The SHA-256 of what is in a file.
///
/// # Errors
/// When it is no file, or cannot be read.
pub(in crate::batch) fn sum_of(path: &Path) -> io::Result<[u8; 32]> {
    open::open(path).and_then(mark::sum)
}
