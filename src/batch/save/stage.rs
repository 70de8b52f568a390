//! Temporary files beside their places, and the folders that they need.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, SystemTime};

use sha2::{Digest, Sha256};
use tempfile::{Builder, NamedTempFile};

use super::mark::Sum;
use super::{mark, signals};

/// How the names of files begin that are hidden and ours.
pub(in crate::batch) const PREFIX: &str = ".klantreis-";
/// Between that and its end so many letters and digits are made up.
const MADE_UP: usize = 6;
const SUFFIX: &str = ".tmp";
/// How old a temporary file is that no run can have in hand any more.
const OLD: Duration = Duration::from_hours(1);

/// The temporary files in hand. Whoever has this list can be sure that none is made or moved meanwhile.
static IN_HAND: Mutex<BTreeSet<PathBuf>> = Mutex::new(BTreeSet::new());

fn in_hand() -> MutexGuard<'static, BTreeSet<PathBuf>> {
    IN_HAND.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Deletes the temporary files in hand and does what comes last, before any other is made or moved into place.
pub(super) fn delete_all_and(last: impl FnOnce()) {
    let mut files = in_hand();
    for file in std::mem::take(&mut *files) {
        // One that cannot be deleted is swept by a later run.
        let _ = fs::remove_file(file);
    }
    last();
}

/// A file to be, in a hidden temporary file beside its place. When it is dropped, nothing is left of it.
#[derive(Debug)]
pub(super) struct Staged {
    file: Option<NamedTempFile>,
    /// Over what was written so far.
    sum: Sha256,
    /// As much as was written of the first line, with its end.
    first_line: Vec<u8>,
    is_marked: bool,
}

impl Staged {
    /// An empty file beside a place, in a folder that is there.
    pub fn beside(place: &Path) -> io::Result<Self> {
        signals::heed();
        let mut builder = Builder::new();
        builder.prefix(PREFIX).suffix(SUFFIX).rand_bytes(MADE_UP);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            // As any new file; the system takes away what the user's umask forbids.
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut files = in_hand();
        let file = builder.tempfile_in(folder_of(place)).map_err(plain)?;
        files.insert(file.path().to_owned());
        Ok(Self { file: Some(file), sum: Sha256::new(), first_line: Vec::new(), is_marked: false })
    }

    /// The sum over what was written so far.
    pub fn sum(&self) -> Sum {
        self.sum.clone().finalize().into()
    }

    /// The first line, as far as it was written.
    pub fn first_line(&self) -> &[u8] {
        &self.first_line
    }

    /// Marks the file as ours with what was written so far, where the file system keeps such marks.
    pub fn mark(&mut self) {
        self.is_marked = self.file.as_ref().is_some_and(|file| mark::put(file.path(), self.sum()));
    }

    /// Whether the file bears a mark.
    pub fn is_marked(&self) -> bool {
        self.is_marked
    }

    /// Moves the file to its place, where it replaces one of that name.
    pub fn put(mut self, place: &Path) -> io::Result<()> {
        let Some(file) = self.file.take() else { return Ok(()) };
        let mut files = in_hand();
        files.remove(file.path());
        file.persist(place).map(drop).map_err(|failed| failed.error)
    }

    /// Moves what is at a place to that of the temporary file, and gives its path. It is no temporary file of ours then.
    pub fn take_over(mut self, place: &Path) -> io::Result<PathBuf> {
        let Some(file) = self.file.take() else { return Err(ErrorKind::NotFound.into()) };
        let mut files = in_hand();
        files.remove(file.path());
        let (_, aside) = file.keep().map_err(|failed| failed.error)?;
        match fs::rename(place, &aside) {
            Ok(()) => Ok(aside),
            Err(error) => {
                let _ = fs::remove_file(&aside);
                Err(error)
            }
        }
    }

    /// The file, by which errors do not name the temporary one.
    pub fn file(&self) -> io::Result<&File> {
        self.file.as_ref().map(NamedTempFile::as_file).ok_or_else(|| ErrorKind::NotFound.into())
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if let Some(file) = self.file.take() {
            let mut files = in_hand();
            files.remove(file.path());
            drop(file);
        }
    }
}

impl Write for Staged {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let length = self.file()?.write(bytes)?;
        let written = &bytes[..length];
        self.sum.update(written);
        if !self.first_line.ends_with(b"\n") {
            let end = written.iter().position(|byte| *byte == b'\n').map_or(length, |end| end + 1);
            self.first_line.extend_from_slice(&written[..end]);
        }
        Ok(length)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file()?.flush()
    }
}

/// What the system says, without the path of the temporary file that the crate adds.
fn plain(error: io::Error) -> io::Error {
    match error.to_string().split_once(" at path ") {
        Some((said, _)) => io::Error::new(error.kind(), said),
        None => error,
    }
}

/// The folder of a place, by a name that the system takes.
pub(super) fn folder_of(place: &Path) -> &Path {
    place.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Folders that were made for files to be. Unless they are kept, those that are still empty go when this is dropped.
#[derive(Debug, Default)]
pub(super) struct Folders(Vec<PathBuf>);

impl Folders {
    /// Makes a folder and those around it where they are missing.
    pub fn make(&mut self, folder: &Path) -> io::Result<()> {
        if folder.is_dir() {
            return Ok(());
        }
        let around: Vec<_> = folder.ancestors().filter(|folder| !folder.as_os_str().is_empty()).collect();
        for folder in around.into_iter().rev() {
            match fs::create_dir(folder) {
                Ok(()) => self.0.push(folder.to_owned()),
                Err(_) if folder.is_dir() => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// The folders stay.
    pub fn keep(mut self) {
        self.0.clear();
    }
}

impl Drop for Folders {
    fn drop(&mut self) {
        for folder in self.0.iter().rev() {
            // One in which there is something stays.
            let _ = fs::remove_dir(folder);
        }
    }
}

/// Deletes the temporary files that runs which were killed have left in a folder, but nothing that is to be `kept`.
pub(super) fn sweep(folder: &Path, kept: impl Fn(&Path) -> bool) {
    // Whatever cannot be looked at or deleted is not ours to complain about.
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_ours = name.to_str().is_some_and(is_made_up) && !kept(&entry.path());
        if is_ours && entry.metadata().is_ok_and(|file| file.is_file() && is_old(&file)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether a name is one of a temporary file: people call theirs otherwise.
fn is_made_up(name: &str) -> bool {
    let made_up = name.strip_prefix(PREFIX).and_then(|rest| rest.strip_suffix(SUFFIX));
    made_up.is_some_and(|made_up| made_up.len() == MADE_UP && made_up.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

fn is_old(file: &fs::Metadata) -> bool {
    let age = file.modified().ok().and_then(|time| SystemTime::now().duration_since(time).ok());
    age.is_some_and(|age| age > OLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn what_a_kill_left_is_swept_when_it_is_old_and_nothing_else_is() {
        let root = tempfile::tempdir().unwrap();
        let old = SystemTime::now() - OLD - Duration::from_mins(1);
        let put = |name: &str, time: SystemTime| {
            let file = File::create(root.path().join(name)).unwrap();
            file.set_modified(time).unwrap();
        };
        for name in [".klantreis-aB3dE6.tmp", ".klantreis-x", "klantreis-x.tmp", ".other.tmp"] {
            put(name, old);
        }
        put(".klantreis-young0.tmp", SystemTime::now());
        fs::create_dir(root.path().join(".klantreis-folder.tmp")).unwrap();
        put(".klantreis-mijn.tmp", old);
        put(".klantreis-input0.tmp", old);
        sweep(root.path(), |path| path.ends_with(".klantreis-input0.tmp"));
        let left = [
            ".klantreis-folder.tmp",
            ".klantreis-input0.tmp",
            ".klantreis-mijn.tmp",
            ".klantreis-x",
            ".klantreis-young0.tmp",
            ".other.tmp",
            "klantreis-x.tmp",
        ];
        assert_eq!(names(root.path()), left);
        sweep(&root.path().join("none"), |_| false);
    }

    #[test]
    fn folders_that_were_made_in_vain_go_again() {
        let root = tempfile::tempdir().unwrap();
        let mut folders = Folders::default();
        folders.make(&root.path().join("a/../b/c")).unwrap();
        assert_eq!(names(root.path()), ["a", "b"]);
        fs::write(root.path().join("b/file"), "").unwrap();
        drop(folders);
        assert_eq!((names(root.path()), names(&root.path().join("b"))), (vec!["b".to_owned()], vec!["file".to_owned()]));
        let mut folders = Folders::default();
        folders.make(&root.path().join("d")).unwrap();
        folders.keep();
        assert!(root.path().join("d").is_dir());
        assert!(Folders::default().make(&root.path().join("b/file/e")).is_err());
    }

    #[test]
    fn an_error_names_no_temporary_file() {
        let root = tempfile::tempdir().unwrap();
        let error = Staged::beside(&root.path().join("none/reis.svg")).unwrap_err();
        assert!(error.kind() == ErrorKind::NotFound && !error.to_string().contains(PREFIX), "{error}");
    }
}
