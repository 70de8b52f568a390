//! From the inputs named to the sources to read: folders are walked in sorted order, and what is passed over is said.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use crate::read::{READERS, Reader, take_in};

/// An input as it was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The standard input, named `-`.
    Stdin,
    /// A file or a folder.
    Path(PathBuf),
}

/// Where a document is read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// The standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

/// A document to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Where it is.
    pub origin: Origin,
    /// The folder below the output folder that mirrors where it was found; empty at the top.
    pub folder: PathBuf,
}

/// What was found at one place, in the order of the walk.
#[derive(Debug)]
pub enum Found {
    /// A document to read.
    Source(Source),
    /// Something that is no input, and why.
    Skipped(PathBuf, Skip),
    /// Something that could not be looked at, and why.
    Unreadable(PathBuf, io::Error),
}

/// Why something in a folder is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skip {
    /// A document that its reader does not take for a journey, such as JSON without the field `klantreis`.
    NoJourney,
    /// A `~$` file, by which Office marks a document that is open.
    OfficeLock,
    /// The folder that the outputs go to.
    OutputFolder,
    /// A name that begins with a dot.
    Hidden,
    /// A link to a folder, which could lead in a circle.
    FolderLink,
    /// A pipe, a socket or a device, which could keep the walk waiting for ever. One that is named itself is read.
    NoFile,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoJourney => "JSON without `klantreis`",
            Self::OfficeLock => "a lock file of Office",
            Self::OutputFolder => "the output folder",
            Self::Hidden => "hidden",
            Self::FolderLink => "a link to a folder",
            Self::NoFile => "no regular file",
        })
    }
}

impl Source {
    /// What the source is called in messages: its path as it was named, or `<stdin>`.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.origin {
            Origin::Stdin => "<stdin>".to_owned(),
            Origin::File(path) => path.display().to_string(),
        }
    }

    /// The name of the file without its extension; `None` for the standard input.
    #[must_use]
    pub fn stem(&self) -> Option<String> {
        match &self.origin {
            Origin::Stdin => None,
            Origin::File(path) => path.file_stem().map(|stem| stem.to_string_lossy().into_owned()),
        }
    }

    /// The bytes of the document, no more of them than [`take_in`] takes.
    ///
    /// # Errors
    /// When the source cannot be opened or read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match &self.origin {
            Origin::Stdin => take_in(io::stdin().lock()),
            Origin::File(path) => take_in(File::open(path)?),
        }
    }
}

/// The reader for files with the extension of this one.
pub(super) fn reader_of(path: &Path) -> Option<&'static Reader> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    READERS.iter().copied().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Everything to read, in the order of the inputs and sorted by name within a folder. A file that is named twice, or named and
/// found, comes once.
#[must_use]
pub fn discover(inputs: &[Input], output_folder: Option<&Path>) -> Vec<Found> {
    let mut walk =
        Walk { output: output_folder.and_then(|path| path.canonicalize().ok()), found: Vec::new(), seen: BTreeSet::new() };
    for input in inputs {
        match input {
            Input::Stdin => walk.found.push(Found::Source(Source { origin: Origin::Stdin, folder: PathBuf::new() })),
            Input::Path(path) => walk.named(path),
        }
    }
    walk.found
}

struct Walk {
    output: Option<PathBuf>,
    found: Vec<Found>,
    seen: BTreeSet<PathBuf>,
}

impl Walk {
    fn named(&mut self, path: &Path) {
        match fs::metadata(path) {
            Err(error) => self.found.push(Found::Unreadable(path.to_owned(), error)),
            Ok(metadata) if metadata.is_dir() => {
                let before = self.found.len();
                self.folder(path, Path::new(""));
                let empty = !self.found[before..].iter().any(|found| !matches!(found, Found::Skipped(..)));
                if empty {
                    let error = io::Error::new(io::ErrorKind::NotFound, "there is no journey in this folder");
                    self.found.push(Found::Unreadable(path.to_owned(), error));
                }
            }
            Ok(_) => self.source(path, Path::new("")),
        }
    }

    fn source(&mut self, path: &Path, mirror: &Path) {
        if self.seen.insert(std::path::absolute(path).unwrap_or_else(|_| path.to_owned())) {
            self.found.push(Found::Source(Source { origin: Origin::File(path.to_owned()), folder: mirror.to_owned() }));
        }
    }

    fn folder(&mut self, folder: &Path, mirror: &Path) {
        let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match listed {
            Ok(entries) => entries,
            Err(error) => return self.found.push(Found::Unreadable(folder.to_owned(), error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.entry(&entry, mirror);
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, mirror: &Path) {
        let (path, name) = (entry.path(), entry.file_name());
        // The type of what a link leads to; a link that leads nowhere is unreadable.
        let (is_folder, is_file) = match fs::metadata(&path) {
            Ok(metadata) => (metadata.is_dir(), metadata.is_file()),
            Err(error) => return self.found.push(Found::Unreadable(path, error)),
        };
        let skip = |skip| Found::Skipped(path.clone(), skip);
        let name = name.to_string_lossy();
        if name.starts_with("~$") {
            self.found.push(skip(Skip::OfficeLock));
        } else if is_folder && name.starts_with('.') {
            self.found.push(skip(Skip::Hidden));
        } else if is_folder && entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            self.found.push(skip(Skip::FolderLink));
        } else if is_folder && self.output.is_some() && path.canonicalize().ok() == self.output {
            self.found.push(skip(Skip::OutputFolder));
        } else if is_folder {
            self.folder(&path, &mirror.join(entry.file_name()));
        } else if let Some(reader) = reader_of(&path) {
            if !is_file {
                return self.found.push(skip(Skip::NoFile));
            }
            match File::open(&path).and_then(take_in) {
                Err(error) => self.found.push(Found::Unreadable(path, error)),
                Ok(bytes) if (reader.claims)(&bytes) => self.source(&path, mirror),
                Ok(_) => self.found.push(skip(Skip::NoJourney)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_walked_in_order_and_what_is_passed_over_is_said() {
        let root = tempfile::tempdir().unwrap();
        let journey = r#"{"klantreis":1}"#;
        let files = ["b.json", "a.JSON", "sub/c.json", "~$b.json", "other.json", "notes.txt", ".git/x.json", "out/d.json"];
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, if file == "other.json" { "{}" } else { journey }).unwrap();
        }
        let inputs = [Input::Path(root.path().to_owned()), Input::Path(root.path().join("b.json")), Input::Stdin];
        let shown: Vec<_> = discover(&inputs, Some(&root.path().join("out")))
            .iter()
            .map(|found| match found {
                Found::Source(source) => {
                    format!("{} in {:?}", source.stem().unwrap_or_default(), source.folder.display().to_string())
                }
                Found::Skipped(path, skip) => format!("{} skipped: {skip}", path.strip_prefix(root.path()).unwrap().display()),
                Found::Unreadable(path, error) => format!("{}: {error}", path.display()),
            })
            .collect();
        assert_eq!(
            shown,
            [
                ".git skipped: hidden",
                "a in \"\"",
                "b in \"\"",
                "other.json skipped: JSON without `klantreis`",
                "out skipped: the output folder",
                "c in \"sub\"",
                "~$b.json skipped: a lock file of Office",
                " in \"\"",
            ]
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_walk_does_not_wait_for_a_socket_or_a_pipe() {
        let root = tempfile::tempdir().unwrap();
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("socket.json")).unwrap();
        fs::write(root.path().join("a.json"), r#"{"klantreis":1}"#).unwrap();
        let found = discover(&[Input::Path(root.path().to_owned())], None);
        assert!(matches!(found.as_slice(), [Found::Source(_), Found::Skipped(_, Skip::NoFile)]), "{found:?}");
    }

    #[test]
    fn what_is_not_there_and_an_empty_folder_are_reported() {
        let root = tempfile::tempdir().unwrap();
        let inputs = [Input::Path(root.path().join("none.json")), Input::Path(root.path().to_owned())];
        let found = discover(&inputs, None);
        assert!(
            matches!(found.as_slice(), [Found::Unreadable(..), Found::Unreadable(_, error)] if error.to_string().contains("no journey"))
        );
    }
}
