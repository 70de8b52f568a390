//! From the inputs named to the sources to read: folders are walked in sorted order, and what is passed over is said.

use std::collections::BTreeSet;
use std::fmt;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::IgnoredAny;

use crate::journey::limits::DOCUMENT_BYTES;

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
    /// A JSON document without `klantreis` among its fields.
    NoJourney,
    /// A `~$` file, by which Office marks a document that is open.
    OfficeLock,
    /// The folder that the outputs go to.
    OutputFolder,
    /// A name that begins with a dot.
    Hidden,
    /// A link to a folder, which could lead in a circle.
    FolderLink,
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoJourney => "JSON without `klantreis`",
            Self::OfficeLock => "a lock file of Office",
            Self::OutputFolder => "the output folder",
            Self::Hidden => "hidden",
            Self::FolderLink => "a link to a folder",
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

    /// The bytes of the document: at most one more than a document may have, so that a reader can tell that there are too many.
    ///
    /// # Errors
    /// When the source cannot be opened or read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match &self.origin {
            Origin::Stdin => read_limited(io::stdin().lock()),
            Origin::File(path) => read_limited(File::open(path)?),
        }
    }
}

fn read_limited(from: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    from.take(DOCUMENT_BYTES as u64 + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
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
        let is_folder = match fs::metadata(&path) {
            Ok(metadata) => metadata.is_dir(),
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
        } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            match File::open(&path).and_then(read_limited) {
                Err(error) => self.found.push(Found::Unreadable(path, error)),
                Ok(bytes) if is_journey(&bytes) => self.source(&path, mirror),
                Ok(_) => self.found.push(skip(Skip::NoJourney)),
            }
        }
    }
}

/// Whether a JSON document in a folder is meant as a journey: its outer object has the field `klantreis`. One that is broken counts
/// when the field's name occurs anywhere in it, so that its errors are shown.
fn is_journey(bytes: &[u8]) -> bool {
    /// What of a document tells whether it is a journey.
    #[derive(Deserialize)]
    struct Marked {
        #[serde(default, deserialize_with = "present")]
        klantreis: bool,
    }
    /// Any value, `null` too, counts.
    fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<bool, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| true)
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let name = b"\"klantreis\"";
    let mentioned = || bytes.windows(name.len()).any(|window| window == name);
    let is_list = bytes.trim_ascii_start().first() == Some(&b'[');
    !is_list && serde_json::from_slice::<Marked>(bytes).map_or_else(|_| mentioned(), |marked| marked.klantreis)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn journeys_are_told_from_other_json() {
        for journey in [
            r#"{"klantreis":1}"#,
            r#"{"title":"x","klantreis":null}"#,
            "\u{feff}{\"klantreis\":1}",
            r#"{"klantreis":1,"klantreis":1}"#,
            r#"{"klantreis":1,"#,
            r#"{"\u006blantreis":1}"#,
        ] {
            assert!(is_journey(journey.as_bytes()), "{journey}");
        }
        let other =
            [r#"{"keywords":["klantreis"]}"#, r#"["klantreis"]"#, "", "{", "{}", "1", r#"{"x":{"klantreis":1}}"#, "\u{0}"];
        for other in other {
            assert!(!is_journey(other.as_bytes()), "{other}");
        }
        let deep = format!("{}\"klantreis\"", "[".repeat(100_000));
        assert!(!is_journey(deep.as_bytes()), "an array is no journey, however deep");
    }

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

    #[test]
    fn what_is_not_there_and_an_empty_folder_are_reported() {
        let root = tempfile::tempdir().unwrap();
        let inputs = [Input::Path(root.path().join("none.json")), Input::Path(root.path().to_owned())];
        let found = discover(&inputs, None);
        assert!(
            matches!(found.as_slice(), [Found::Unreadable(..), Found::Unreadable(_, error)] if error.to_string().contains("no journey"))
        );
    }

    #[test]
    fn no_more_is_read_than_tells_that_it_is_too_much() {
        assert_eq!(read_limited(io::repeat(b' ')).unwrap().len(), DOCUMENT_BYTES + 1);
    }
}
