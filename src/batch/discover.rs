//! From the inputs named to the sources to read: folders are walked in sorted order, and what is passed over is said.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::inputs::{Input, is_pattern};
use super::save::{Role, is_as_written};
use super::search::Search;
use super::{made_reports, open};
use crate::defect::caught;
use crate::read::{READERS, Reader, holds_journey, take_in};
use crate::tongue::{Phrase, say};

/// Which files of a folder are read. A file that is named itself is read whatever it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// Journeys in JSON.
    Documents,
    /// Journeys in JSON, workbooks and tables, by their extensions or, whatever they are called, by their bytes. Where a journey stands in
    /// JSON beside a table of the same name, the JSON is it.
    Journeys,
    /// The same, but with every table that was not made of the journey beside it.
    Tables,
    /// Whatever is handed in: every file that is not hidden counts, and must be read or said to be unreadable.
    HandIns,
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
    /// A journey in JSON where it would be imported to.
    Document,
    /// A workbook or a table, where only JSON is read.
    Table,
    /// So many workbooks and tables in a folder, each of which is skipped as well.
    Tables(usize),
    /// A `~$` file, by which Office marks a document that is open.
    OfficeLock,
    /// What Windows and macOS put into folders by themselves: `Thumbs.db`, `desktop.ini`, `__MACOSX`.
    System,
    /// The folder that the outputs go to.
    OutputFolder,
    /// The file that the output goes to.
    OutputFile,
    /// A name that begins with a dot.
    Hidden,
    /// A link to a folder, which could lead in a circle.
    FolderLink,
    /// A pipe, a socket or a device, which could keep the walk waiting for ever. One that is named itself cannot be read.
    NoFile,
    /// A report of a check or an export, which lies among what it is about.
    Report,
    /// A table beside a journey in JSON of the same name.
    Beside,
    /// Something that this program has made of what stands beside it, and nobody has changed since.
    Own,
    /// A picture that a journey beside it shows.
    Picture,
    /// A poster of this program.
    Poster,
    /// The settings of a folder.
    Settings,
    /// Something that the run reads for another purpose than to look at it, such as a theme or a font.
    Tool(Role),
    /// A file or a folder that is not to be looked at.
    NotPicked,
    /// A file that no journey is read from.
    Other,
    /// So many of these in a folder, each of which is skipped as well.
    Others(usize),
}

impl Skip {
    /// Why it is passed over, in every language.
    #[must_use]
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Document => say!("skip-document"),
            Self::Table => say!("skip-tables", count = 1_usize),
            Self::Tables(count) => say!("skip-tables", count = count),
            Self::NoJourney => say!("skip-no-journey"),
            Self::OfficeLock => say!("skip-office-lock"),
            Self::System => say!("skip-system"),
            Self::OutputFolder => say!("skip-output-folder"),
            Self::OutputFile => say!("skip-output-file"),
            Self::Hidden => say!("skip-hidden"),
            Self::FolderLink => say!("skip-folder-link"),
            Self::NoFile => say!("skip-no-file"),
            Self::Report => say!("skip-report"),
            Self::Beside => say!("skip-beside"),
            Self::Own => say!("skip-own"),
            Self::Poster => say!("skip-poster"),
            Self::Picture => say!("skip-picture"),
            Self::Settings => Role::Config.name(),
            Self::Tool(role) => role.name(),
            Self::NotPicked => say!("skip-not-picked"),
            Self::Other => say!("skip-others", count = 1_usize),
            Self::Others(count) => say!("skip-others", count = count),
        }
    }
}

impl fmt::Display for Skip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.phrase().fmt(f)
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
    /// When the source is no file, or cannot be opened or read.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        match &self.origin {
            Origin::Stdin => take_in(io::stdin().lock()),
            Origin::File(path) => open::read(path),
        }
    }
}

/// How many of what was found are inputs, read or said to be unreadable.
#[must_use]
pub fn count(found: &[Found]) -> usize {
    let is_input = |found: &&Found| match found {
        Found::Source(_) | Found::Unreadable(..) => true,
        Found::Skipped(..) => false,
    };
    found.iter().filter(is_input).count()
}

/// The reader for files with the extension of this one.
fn by_extension<'a>(readers: &[&'a Reader], path: &Path) -> Option<&'a Reader> {
    let extension = path.extension()?.to_string_lossy().to_lowercase();
    readers.iter().copied().find(|reader| reader.extensions.contains(&extension.as_str()))
}

/// Whether a reader reads documents; all others read tables.
pub(super) fn reads_documents(reader: &Reader) -> bool {
    READERS.first().is_some_and(|document| document.name == reader.name)
}

/// Everything to read, in the order of the inputs and sorted by name within a folder: there the extensions of the readers say what is
/// read, of what the search picks. A file that is named twice, or named and found, comes once.
#[must_use]
pub fn discover(
    inputs: &[Input],
    output_folder: Option<&Path>,
    wanted: Wanted,
    search: &Search,
    readers: &[&Reader],
) -> Vec<Found> {
    let output = output_folder.and_then(|path| path.canonicalize().ok());
    let mut walk = Walk { output, wanted, search, readers, found: Vec::new(), seen: BTreeSet::new() };
    for input in inputs {
        match input {
            Input::Stdin => walk.found.push(Found::Source(Source { origin: Origin::Stdin, folder: PathBuf::new() })),
            Input::Path(path) | Input::Listed(path) => walk.named(path, input),
        }
    }
    if let [Found::Skipped(path, _), ..] = walk.found.as_slice()
        && walk.found.iter().all(|found| matches!(found, Found::Skipped(..)))
    {
        let error = io::Error::new(io::ErrorKind::NotFound, "this is no journey, and nothing else was named");
        walk.found.push(Found::Unreadable(path.clone(), error));
    }
    walk.found
}

struct Walk<'a> {
    output: Option<PathBuf>,
    wanted: Wanted,
    search: &'a Search,
    readers: &'a [&'a Reader],
    found: Vec<Found>,
    seen: BTreeSet<PathBuf>,
}

impl Walk<'_> {
    fn named(&mut self, path: &Path, input: &Input) {
        match fs::metadata(path) {
            Err(error) => self.found.push(Found::Unreadable(path.to_owned(), missing(input, error))),
            Ok(metadata) if metadata.is_dir() => self.named_folder(path, &input.mirror(true)),
            // A pattern of the shell finds these as well.
            Ok(_) if is_lock(path) => self.found.push(Found::Skipped(path.to_owned(), Skip::OfficeLock)),
            Ok(_) => self.source(path, &input.mirror(false)),
        }
    }

    fn named_folder(&mut self, path: &Path, mirror: &Path) {
        let before = self.found.len();
        self.folder(path, mirror, Path::new(""));
        let is_table = |found: &&Found| matches!(found, Found::Skipped(_, Skip::Table));
        let tables = self.found.get(before..).unwrap_or_default().iter().filter(is_table).count();
        if tables > 0 {
            self.found.push(Found::Skipped(path.to_owned(), Skip::Tables(tables)));
        }
        let is_other = |found: &&Found| matches!(found, Found::Skipped(_, Skip::Other));
        let others = self.found.get(before..).unwrap_or_default().iter().filter(is_other).count();
        if others > 1 {
            self.found.push(Found::Skipped(path.to_owned(), Skip::Others(others)));
        }
        let empty = self.found[before..].iter().all(|found| matches!(found, Found::Skipped(..)));
        if empty {
            let nothing = match self.wanted {
                Wanted::Documents => "there is no journey in this folder",
                Wanted::Journeys | Wanted::Tables | Wanted::HandIns => {
                    "there is no journey in this folder, and no workbook or table"
                }
            };
            let picked = if *self.search == Search::default() { "" } else { ", of what is to be looked at" };
            let error = io::Error::new(io::ErrorKind::NotFound, nothing.to_owned() + picked);
            self.found.push(Found::Unreadable(path.to_owned(), error));
        }
    }

    fn source(&mut self, path: &Path, mirror: &Path) {
        if self.seen.insert(std::path::absolute(path).unwrap_or_else(|_| path.to_owned())) {
            self.found.push(Found::Source(Source { origin: Origin::File(path.to_owned()), folder: mirror.to_owned() }));
        }
    }

    /// A folder, with what stands for it below the output folder and its path `below` the folder that was named.
    fn folder(&mut self, folder: &Path, mirror: &Path, below: &Path) {
        let listed = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
        let mut entries = match listed {
            Ok(entries) => entries,
            Err(error) => return self.found.push(Found::Unreadable(folder.to_owned(), error)),
        };
        entries.sort_by_key(fs::DirEntry::file_name);
        for entry in entries {
            self.entry(&entry, mirror, below);
        }
    }

    fn entry(&mut self, entry: &fs::DirEntry, mirror: &Path, below: &Path) {
        let (path, below) = (entry.path(), below.join(entry.file_name()));
        // The type of what a link leads to; a link that leads nowhere is unreadable.
        let (is_folder, is_file) = match fs::metadata(&path) {
            Ok(metadata) => (metadata.is_dir(), metadata.is_file()),
            Err(_) if !self.search.takes(&below) => return self.found.push(Found::Skipped(path, Skip::NotPicked)),
            Err(error) => return self.found.push(Found::Unreadable(path, error)),
        };
        let reader = by_extension(self.readers, &path).filter(|_| !is_folder);
        let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
        let skip = |skip| Found::Skipped(path.clone(), skip);
        if !(if is_folder { self.search.enters(&below) } else { self.search.takes(&below) }) {
            self.found.push(skip(Skip::NotPicked));
        } else if is_lock(&path) {
            self.found.push(skip(Skip::OfficeLock));
        } else if is_of_system(&path) {
            self.found.push(skip(Skip::System));
        } else if is_hidden && (is_folder || reader.is_some()) {
            self.found.push(skip(Skip::Hidden));
        } else if is_folder && entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
            self.found.push(skip(Skip::FolderLink));
        } else if is_folder && self.output.is_some() && path.canonicalize().ok() == self.output {
            self.found.push(skip(Skip::OutputFolder));
        } else if is_folder {
            self.folder(&path, &mirror.join(entry.file_name()), &below);
        } else if !is_file {
            if reader.is_some() || self.wanted == Wanted::HandIns {
                self.found.push(skip(Skip::NoFile));
            }
        } else if !is_hidden {
            self.file(&path, mirror, reader);
        }
    }

    /// A file, by the reader that its extension names.
    fn file(&mut self, path: &Path, mirror: &Path, reader: Option<&Reader>) {
        let mut skip = |skip| self.found.push(Found::Skipped(path.to_owned(), skip));
        let table = reader.is_some_and(|reader| !reads_documents(reader));
        match self.wanted {
            Wanted::Documents | Wanted::Journeys | Wanted::Tables if made_reports::is_report(path) => skip(Skip::Report),
            Wanted::Documents if table => skip(Skip::Table),
            Wanted::Documents if reader.is_none() => {}
            Wanted::HandIns => self.source(path, mirror),
            Wanted::Journeys if table && path.with_extension("json").is_file() => skip(Skip::Beside),
            Wanted::Journeys | Wanted::Tables if table && is_beside_its_journey(path) && is_as_written(path) => skip(Skip::Own),
            // What is broken in a table must be said.
            Wanted::Journeys | Wanted::Tables if table => self.source(path, mirror),
            Wanted::Documents | Wanted::Journeys | Wanted::Tables => match open::read(path) {
                Err(error) => self.found.push(Found::Unreadable(path.to_owned(), error)),
                // One that brings a defect to light is said to do so when it is read.
                Ok(bytes) if caught(|| holds_journey(self.readers, &bytes)).unwrap_or(true) => self.source(path, mirror),
                Ok(_) => skip(if reader.is_some() { Skip::NoJourney } else { Skip::Other }),
            },
        }
    }
}

/// Why an input is not there: a pattern can match nothing as well.
fn missing(input: &Input, error: io::Error) -> io::Error {
    match input {
        Input::Path(path) if error.kind() == io::ErrorKind::NotFound && is_pattern(path) => {
            io::Error::new(error.kind(), "there is no file of that name, and none that it matches as a pattern")
        }
        Input::Stdin | Input::Path(_) | Input::Listed(_) => error,
    }
}

/// Whether there is a journey of which a table may have been made: its name is that of the table, up to a hyphen at least.
fn is_beside_its_journey(table: &Path) -> bool {
    let stem = table.file_stem().unwrap_or_default().to_string_lossy();
    let ends = stem.match_indices('-').map(|(end, _)| end).chain([stem.len()]);
    ends.filter_map(|end| stem.get(..end)).any(|stem| table.with_file_name(format!("{stem}.json")).is_file())
}

/// Whether the system puts such a file or folder beside those of people.
fn is_of_system(path: &Path) -> bool {
    const NAMES: [&str; 5] = ["thumbs.db", "ehthumbs.db", "desktop.ini", "__macosx", "icon\r"];
    path.file_name().is_some_and(|name| NAMES.contains(&name.to_string_lossy().to_lowercase().as_str()))
}

/// Whether it is a file by which Office marks a document that is open.
fn is_lock(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("~$"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn desk(files: &[&str]) -> tempfile::TempDir {
        let root = tempfile::tempdir().unwrap();
        for file in files {
            let path = root.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, if ["other.json", "notes.txt"].contains(file) { "{}" } else { r#"{"klantreis":1}"# }).unwrap();
        }
        root
    }

    /// What is found at the desk, in words.
    fn found(root: &Path, inputs: &[Input], wanted: Wanted) -> Vec<String> {
        let shown = |found: &Found| match found {
            Found::Source(Source { origin: Origin::Stdin, .. }) => "-".to_owned(),
            Found::Source(Source { origin: Origin::File(path), folder }) => {
                format!("{} in {:?}", path.strip_prefix(root).unwrap().display(), folder.display().to_string())
            }
            Found::Skipped(path, skip) => format!("{} skipped: {skip}", path.strip_prefix(root).unwrap().display()),
            Found::Unreadable(path, error) => format!("{}: {error}", path.strip_prefix(root).unwrap().display()),
        };
        discover(inputs, Some(&root.join("out")), wanted, &Search::default(), READERS).iter().map(shown).collect()
    }

    #[test]
    fn a_folder_is_walked_in_order_and_what_is_passed_over_is_said() {
        let root = desk(&["b.json", "a.JSON", "sub/c.json", "~$b.json", "other.json", "notes.txt", ".git/x.json", "out/d.json"]);
        let inputs = [Input::Path(root.path().to_owned()), Input::Path(root.path().join("b.json")), Input::Stdin];
        assert_eq!(
            found(root.path(), &inputs, Wanted::Documents),
            [
                ".git skipped: hidden",
                "a.JSON in \"\"",
                "b.json in \"\"",
                "other.json skipped: JSON without `klantreis`",
                "out skipped: the output folder",
                "sub/c.json in \"sub\"",
                "~$b.json skipped: a lock file of Office",
                "-",
            ]
        );
    }

    #[test]
    fn each_command_takes_the_files_that_it_reads() {
        let root =
            desk(&["a.json", "other.json", "b.xlsx", "c.CSV", ".d.xlsx", "~$b.xlsx", "notes.txt", "f.download", "sub/e.ods"]);
        let inputs = [Input::Path(root.path().to_owned())];
        let common = [".d.xlsx skipped: hidden", "~$b.xlsx skipped: a lock file of Office"].map(str::to_owned);
        let table = "skipped: a workbook or table, of which `klantreis import` makes a journey";
        let journeys = ["a.json in \"\"", "b.xlsx in \"\"", "c.CSV in \"\"", "sub/e.ods in \"sub\"", "f.download in \"\""];
        let no_journey = "other.json skipped: JSON without `klantreis`";
        let other = "notes.txt skipped: nothing that a journey is read from";
        for (wanted, others) in [
            (Wanted::HandIns, [&journeys[..], &["other.json in \"\"", "notes.txt in \"\""]].concat()),
            (Wanted::Journeys, [&journeys[..], &[no_journey, other]].concat()),
            (
                Wanted::Documents,
                vec![
                    " skipped: 3 workbooks and tables, of which `klantreis import` makes journeys",
                    "a.json in \"\"",
                    no_journey,
                    &format!("b.xlsx {table}"),
                    &format!("c.CSV {table}"),
                    &format!("sub/e.ods {table}"),
                ],
            ),
        ] {
            let mut shown = found(root.path(), &inputs, wanted);
            shown.sort();
            let mut expected: Vec<_> = others.into_iter().map(str::to_owned).chain(common.clone()).collect();
            expected.sort();
            assert_eq!(shown, expected, "{wanted:?}");
        }
    }

    #[test]
    fn lock_files_that_a_shell_has_named_are_passed_over_but_not_silently() {
        let root = desk(&["~$b.xlsx", "b.xlsx"]);
        let named = |name: &str| Input::Path(root.path().join(name));
        let shown = found(root.path(), &[named("b.xlsx"), named("~$b.xlsx")], Wanted::Journeys);
        assert_eq!(shown, ["b.xlsx in \"\"", "~$b.xlsx skipped: a lock file of Office"]);
        let shown = found(root.path(), &[named("~$b.xlsx")], Wanted::Journeys);
        assert_eq!(shown[1], "~$b.xlsx: this is no journey, and nothing else was named");
    }

    #[test]
    fn what_was_made_of_a_journey_beside_it_is_no_journey_of_its_own() {
        let root = desk(&["a.json", "b.json", "c-matrix.csv", "a-touchpoints.csv"]);
        let workbook = include_bytes!("../../fixtures/import/ijssalon.csv");
        fs::write(root.path().join("b.csv"), workbook).unwrap();
        let shown = found(root.path(), &[Input::Path(root.path().to_owned())], Wanted::Journeys);
        // Nothing proves of these that this program has made them.
        let (beside, read): (Vec<_>, Vec<_>) = shown.into_iter().partition(|found| found.starts_with("b.csv"));
        assert!(read.iter().all(|found| found.ends_with("in \"\"")), "{read:?}");
        assert_eq!(beside, ["b.csv skipped: the journey of that name in JSON is read; name the table itself to read it"]);
    }

    #[cfg(unix)]
    #[test]
    fn a_walk_does_not_wait_for_a_socket_or_a_pipe() {
        let root = desk(&["a.json"]);
        let _socket = std::os::unix::net::UnixListener::bind(root.path().join("socket.json")).unwrap();
        let found = discover(&[Input::Path(root.path().to_owned())], None, Wanted::Documents, &Search::default(), READERS);
        assert!(matches!(found.as_slice(), [Found::Source(_), Found::Skipped(_, Skip::NoFile)]), "{found:?}");
    }

    #[test]
    fn what_is_not_there_and_an_empty_folder_are_reported() {
        let root = tempfile::tempdir().unwrap();
        let inputs = [Input::Path(root.path().join("none.json")), Input::Path(root.path().to_owned())];
        let found = discover(&inputs, None, Wanted::Documents, &Search::default(), READERS);
        assert!(
            matches!(found.as_slice(), [Found::Unreadable(..), Found::Unreadable(_, error)] if error.to_string().contains("no journey"))
        );
    }
}
