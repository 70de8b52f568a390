//! What is to be read, as it is named: on the command line, where a pattern that names no file stands for all that it matches, or in a
//! list.

use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::{fmt, io};

use encoding_rs::Encoding;
use glob::{MatchOptions, glob_with};

use super::open;
use crate::read::{FILE_BYTES, take_in};

/// An input as it was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Input {
    /// The standard input, named `-`.
    Stdin,
    /// A file or a folder.
    Path(PathBuf),
    /// A file or a folder that a list names. What comes of it is mirrored with the whole path, whatever else the list names: so runs over
    /// parts of a list write what one run over all of it writes.
    Listed(PathBuf),
}

/// What marks a pattern.
const MARKS: [char; 3] = ['*', '?', '['];

/// How patterns match: as those of a shell do, so that `*` stands for no hidden file and for nothing in another folder.
pub(super) const MANNER: MatchOptions =
    MatchOptions { case_sensitive: !cfg!(windows), require_literal_separator: true, require_literal_leading_dot: true };

impl Input {
    /// Where it is; `None` of the standard input.
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match self {
            Self::Stdin => None,
            Self::Path(path) | Self::Listed(path) => Some(path),
        }
    }

    /// The folder below the output folder for what comes of a file of that name, or of the files in a folder of that name.
    pub(super) fn mirror(&self, is_folder: bool) -> PathBuf {
        let Self::Listed(path) = self else { return PathBuf::new() };
        let names = if is_folder { Some(path.as_path()) } else { path.parent() };
        let name = |part| match part {
            Component::RootDir | Component::CurDir => None,
            // A name that leads nowhere else, and keeps `../a` from `a`.
            Component::ParentDir => Some(OsStr::new("_")),
            Component::Prefix(_) | Component::Normal(_) => Some(part.as_os_str()),
        };
        names.into_iter().flat_map(Path::components).filter_map(name).collect()
    }
}

/// Whether a path can be a pattern.
pub(super) fn is_pattern(path: &Path) -> bool {
    path.to_string_lossy().contains(MARKS)
}

/// The inputs that a word of the command line names: what is there of that name, else all that it matches as a pattern, sorted by name. A
/// word that names and matches nothing stays as it is, so that it is said to be missing.
#[must_use]
pub fn named(word: &Path) -> Vec<Input> {
    if word.as_os_str() == "-" {
        return vec![Input::Stdin];
    }
    let pattern = word.to_str().filter(|_| is_pattern(word) && word.symlink_metadata().is_err());
    // A folder that cannot be looked into is said to be so when it is walked.
    let matched = pattern.and_then(|pattern| glob_with(pattern, MANNER).ok());
    let matched = matched.into_iter().flatten().map(|place| place.unwrap_or_else(|error| error.path().to_owned()));
    let inputs: Vec<_> = matched.map(Input::Path).collect();
    if inputs.is_empty() { vec![Input::Path(word.to_owned())] } else { inputs }
}

/// Why the inputs of a list are not known.
#[derive(Debug)]
pub enum ListError {
    /// The list cannot be read.
    Unreadable(io::Error),
    /// It is larger than a file may be.
    TooLarge,
    /// A path in it is in no encoding that names of files have; where it stands, from 1.
    NoText(usize),
}

impl fmt::Display for ListError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => write!(f, "cannot be read: {error}"),
            Self::TooLarge => write!(f, "is larger than {} MiB; divide it over several runs", FILE_BYTES >> 20),
            Self::NoText(number) => write!(f, "has no UTF-8 in its path number {number}"),
        }
    }
}

/// The inputs that a list names, in its order; that of the standard input without a path. A NUL in it parts paths, as those of
/// `find -print0` are, else lines do. A path is taken as it stands, with all its spaces; `-` is a file of that name, and nothing is a pattern.
///
/// # Errors
/// When the list cannot be read, is too large or is no text.
pub fn listed(list: Option<&Path>) -> Result<Vec<Input>, ListError> {
    let bytes = list.map_or_else(|| take_in(io::stdin().lock()), open::read).map_err(ListError::Unreadable)?;
    if bytes.len() > FILE_BYTES {
        return Err(ListError::TooLarge);
    }
    parted(&bytes).map(|paths| paths.into_iter().map(Input::Listed).collect())
}

/// The paths of a list. With a byte order mark it is in what that says, as Windows writes it, else in the encoding of the names of files.
fn parted(bytes: &[u8]) -> Result<Vec<PathBuf>, ListError> {
    let decoded;
    let bytes = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => {
            decoded = encoding.decode_without_bom_handling_and_without_replacement(&bytes[length..]);
            decoded.as_deref().ok_or(ListError::NoText(1))?.as_bytes()
        }
        None => bytes,
    };
    let by_nul = bytes.contains(&0);
    let parts = bytes.split(|byte| *byte == if by_nul { 0 } else { b'\n' });
    let bare = |part: &'_ [u8]| -> Vec<u8> { if by_nul { part } else { part.strip_suffix(b"\r").unwrap_or(part) }.to_owned() };
    // On Unix a name may be of any bytes.
    #[cfg(unix)]
    let name = |bytes| Some::<OsString>(std::os::unix::ffi::OsStringExt::from_vec(bytes));
    #[cfg(not(unix))]
    let name = |bytes| String::from_utf8(bytes).ok().map(OsString::from);
    let paths = parts.map(bare).filter(|part| !part.is_empty()).enumerate();
    paths.map(|(index, part)| name(part).map(PathBuf::from).ok_or(ListError::NoText(index + 1))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(list: &[u8]) -> Vec<String> {
        parted(list).unwrap().iter().map(|path| path.display().to_string()).collect()
    }

    #[test]
    fn lists_are_parted_by_nul_else_by_lines() {
        assert_eq!(paths(b"a.json\r\nb c.json\n\n -\n"), ["a.json", "b c.json", " -"]);
        assert_eq!(paths(b"a\nb.json\0c.json\r\0"), ["a\nb.json", "c.json\r"]);
        assert_eq!(paths("\u{feff}één.json\n".as_bytes()), ["één.json"]);
        let wide: Vec<u8> = "\u{feff}één.json\r\ntwee.json".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(paths(&wide), ["één.json", "twee.json"]);
        assert_eq!(paths(b""), Vec::<String>::new());
        assert!(matches!(parted(b"\xff\xfe\x00\xd8\x00"), Err(ListError::NoText(1))), "half a pair of UTF-16");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_of_any_bytes_can_be_listed() {
        use std::os::unix::ffi::OsStrExt;
        assert_eq!(parted(b"a\xff.json\n").unwrap()[0].as_os_str().as_bytes(), b"a\xff.json");
    }

    #[test]
    fn what_a_list_names_is_mirrored_with_its_path() {
        let of = |path: &str, is_folder| Input::Listed(path.into()).mirror(is_folder).display().to_string();
        assert_eq!(of("klas/a/reis.json", false), "klas/a");
        assert_eq!(of("./klas//a/", true), "klas/a");
        assert_eq!(of("../klas/reis.json", false), "_/klas");
        assert_eq!(of("reis.json", false), "");
        assert_eq!(Input::Path("klas/a".into()).mirror(true), PathBuf::new());
        #[cfg(unix)]
        assert_eq!(of("/data/klas/reis.json", false), "data/klas");
    }

    #[test]
    fn a_pattern_stands_for_what_it_matches_unless_a_file_is_called_so() {
        let root = tempfile::tempdir().unwrap();
        for file in ["b.json", "a.json", "a.csv", ".c.json", "[1].json", "1.json", "sub/d.json"] {
            let path = root.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let of = |word: &str| {
            let below = |input: &Input| input.path().unwrap().strip_prefix(root.path()).unwrap().display().to_string();
            named(&root.path().join(word)).iter().map(below).collect::<Vec<_>>()
        };
        assert_eq!(of("?.json"), ["1.json", "a.json", "b.json"]);
        assert_eq!(of("**/*.json").len(), 5, "not the hidden one: {:?}", of("**/*.json"));
        assert_eq!(of("[1].json"), ["[1].json"], "and not 1.json, which it matches");
        assert_eq!(of("x*.json"), ["x*.json"]);
        assert_eq!(of("***"), ["***"], "no pattern of a shell");
        assert_eq!(named(Path::new("-")), [Input::Stdin]);
    }
}
