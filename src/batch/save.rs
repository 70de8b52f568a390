//! Files appear whole or not at all; what goes to the standard output goes there at once.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::{fmt, fs};

use tempfile::{Builder, NamedTempFile};

/// Why files could not be saved. None of the files saved together is there, unless another program put it there.
#[derive(Debug)]
pub struct SaveError {
    /// The file that was to be.
    pub path: PathBuf,
    /// What the system says.
    pub cause: io::Error,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot write {}: {}", self.path.display(), self.cause)
    }
}

impl std::error::Error for SaveError {}

/// Writes files that belong together. Each is first written whole beside its place, in a hidden temporary file; only when all are,
/// they are moved into place. Folders are made where they are missing; a file of that name is replaced.
///
/// # Errors
/// When a folder cannot be made or a file not written.
pub fn save(files: &[(PathBuf, Vec<u8>)]) -> Result<(), SaveError> {
    let error = |path: &Path| {
        let path = path.to_owned();
        move |cause| SaveError { path, cause }
    };
    let mut staged = Vec::with_capacity(files.len());
    for (path, bytes) in files {
        staged.push((path, stage(path, bytes).map_err(error(path))?));
    }
    for (path, file) in staged {
        file.persist(path).map_err(|failed| error(path)(failed.error))?;
    }
    Ok(())
}

/// A file that grows bit by bit in a hidden temporary file beside its place, and appears there only when it is whole. When it is
/// dropped before, nothing is left of it.
pub struct Growing {
    file: NamedTempFile,
    path: PathBuf,
}

impl Growing {
    /// A file to be. Folders are made where they are missing.
    ///
    /// # Errors
    /// When a folder or the temporary file cannot be made, or there is a folder of that name.
    pub fn begin(path: &Path) -> Result<Self, SaveError> {
        let path = path.to_owned();
        match temporary(&path) {
            Ok(file) => Ok(Self { file, path }),
            Err(cause) => Err(SaveError { path, cause }),
        }
    }

    /// Puts the file in its place, where it replaces one of that name.
    ///
    /// # Errors
    /// When the file cannot be moved there.
    pub fn finish(self) -> Result<(), SaveError> {
        let Self { file, path } = self;
        file.persist(&path).map(drop).map_err(|failed| SaveError { path, cause: failed.error })
    }
}

impl Write for Growing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// Writes a file anew, whole or not at all. It keeps its permissions, and where a link leads to it the link stays. A name that it
/// has besides (a hard link) keeps what was in it before.
///
/// # Errors
/// When the file is not there, is read-only or cannot be written.
pub fn rewrite(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let anew = || {
        let target = path.canonicalize()?;
        let permissions = fs::metadata(&target)?.permissions();
        if permissions.readonly() {
            return Err(io::Error::new(io::ErrorKind::PermissionDenied, "the file is read-only"));
        }
        let file = stage(&target, bytes)?;
        file.as_file().set_permissions(permissions)?;
        file.persist(&target).map_err(|failed| failed.error)
    };
    anew().map(drop).map_err(|cause| SaveError { path: path.to_owned(), cause })
}

/// Writes data to the standard output. When whoever reads it has seen enough, as `head` does, that is all right.
///
/// # Errors
/// When the standard output cannot be written for another reason.
pub fn put_out(bytes: &[u8]) -> io::Result<()> {
    let mut stdout = io::stdout().lock();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

fn stage(path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let mut file = temporary(path)?;
    file.write_all(bytes)?;
    Ok(file)
}

/// An empty file beside a place.
fn temporary(path: &Path) -> io::Result<NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    if path.is_dir() {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "there is a folder of that name"));
    }
    let mut builder = Builder::new();
    builder.prefix(".klantreis-").suffix(".tmp");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // As any new file; the system takes away what the user's umask forbids.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> =
            fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn folders_are_made_and_files_replaced() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("a/b/c.svg");
        for bytes in [b"one", b"two"] {
            save(&[(path.clone(), bytes.to_vec())]).unwrap();
            assert_eq!(fs::read(&path).unwrap(), bytes);
        }
        assert_eq!(names(path.parent().unwrap()), ["c.svg"]);
    }

    #[test]
    fn when_one_file_cannot_be_none_is() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("b.pdf")).unwrap();
        let error = save(&[(root.path().join("a.svg"), vec![1]), (root.path().join("b.pdf"), vec![2])]).unwrap_err();
        assert!(error.to_string().contains("b.pdf"), "{error}");
        assert_eq!(names(root.path()), ["b.pdf"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_written_anew_keeps_its_permissions_and_its_links() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let root = tempfile::tempdir().unwrap();
        let (file, link) = (root.path().join("file"), root.path().join("link"));
        fs::write(&file, "one").unwrap();
        symlink("file", &link).unwrap();
        for mode in [0o600, 0o664, 0o755] {
            fs::set_permissions(&file, fs::Permissions::from_mode(mode)).unwrap();
            rewrite(&link, b"two").unwrap();
            assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, mode);
        }
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        assert_eq!(fs::read(&file).unwrap(), b"two");
        fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
        assert!(rewrite(&link, b"three").unwrap_err().to_string().ends_with("the file is read-only"));
        assert_eq!((fs::read(&file).unwrap().as_slice(), names(root.path()).len()), (b"two".as_slice(), 2));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_as_open_to_others_as_any_new_file() {
        use std::os::unix::fs::PermissionsExt;
        let root = tempfile::tempdir().unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode();
        let (ours, plain) = (root.path().join("ours"), root.path().join("plain"));
        save(&[(ours.clone(), vec![])]).unwrap();
        fs::write(&plain, "").unwrap();
        assert_eq!(mode(&ours), mode(&plain));
    }
}
