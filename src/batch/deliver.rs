//! Where files go, and what they are called.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::discover::{Found, Origin, Source};
use super::name;
use super::run::Made;
use super::save::{SaveError, put_out, save};
use crate::export::{Output, Selection};

/// Where the outputs go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Destination {
    /// The standard output; takes one file.
    Stdout,
    /// A file of that name; several pages or layouts of it become `name-1.svg`, `name-matrix.svg` …
    File(PathBuf),
    /// A folder, in which files are named after their sources and folders mirror those of the sources.
    Folder(PathBuf),
}

/// Why files did not arrive.
#[derive(Debug)]
pub enum DeliveryError {
    /// A file could not be written.
    Save(SaveError),
    /// The standard output could not be written.
    Stdout(io::Error),
    /// Several files for the standard output.
    SeveralFiles {
        /// How many.
        count: usize,
    },
    /// An output would take the place of an input.
    OverwritesInput(PathBuf),
}

impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Save(error) => error.fmt(f),
            Self::Stdout(error) => write!(f, "cannot write to the standard output: {error}"),
            Self::SeveralFiles { count } => {
                write!(f, "this makes {count} files, and the standard output takes one; name a file or a folder with -o")
            }
            Self::OverwritesInput(path) => write!(f, "{} is an input and is not overwritten", path.display()),
        }
    }
}

/// Names the files of each source and puts them in place. Within one run no file takes the place of another.
pub struct Delivery<'a> {
    destination: Destination,
    selection: &'a Selection,
    /// The inputs, with links resolved.
    inputs: BTreeSet<PathBuf>,
    /// The paths given so far, as [`name::key`] compares them.
    taken: BTreeSet<String>,
}

impl<'a> Delivery<'a> {
    /// A delivery of what is made of these inputs.
    #[must_use]
    pub fn new(destination: Destination, selection: &'a Selection, found: &[Found]) -> Self {
        let path = |found: &Found| match found {
            Found::Source(Source { origin: Origin::File(path), .. }) => path.canonicalize().ok(),
            Found::Source(Source { origin: Origin::Stdin, .. }) | Found::Skipped(..) | Found::Unreadable(..) => None,
        };
        Self { destination, selection, inputs: found.iter().filter_map(path).collect(), taken: BTreeSet::new() }
    }

    /// Puts the files of a source in place: all of them or none. Gives their paths; none for the standard output.
    ///
    /// # Errors
    /// When a file cannot be written, would overwrite an input, or is one too many for the standard output.
    pub fn deliver(&mut self, source: &Source, made: Made) -> Result<Vec<PathBuf>, DeliveryError> {
        let paths = match &self.destination {
            Destination::Stdout => return to_stdout(&made.outputs).map(|()| Vec::new()),
            Destination::File(path) => made.outputs.iter().map(|output| beside(path, &self.tail(output))).collect(),
            Destination::Folder(folder) => {
                let folder = mirrored(folder, &source.folder);
                let stem = source.stem().unwrap_or(made.title);
                let tails: Vec<_> = made.outputs.iter().map(|output| self.tail(output)).collect();
                self.claim(&folder, &stem, &tails)
            }
        };
        if let Some(path) = paths.iter().find(|path| path.canonicalize().is_ok_and(|path| self.inputs.contains(&path))) {
            return Err(DeliveryError::OverwritesInput(path.clone()));
        }
        let files: Vec<_> = paths.iter().cloned().zip(made.outputs.into_iter().map(|output| output.bytes)).collect();
        save(&files).map_err(DeliveryError::Save)?;
        Ok(paths)
    }

    /// What follows the stem: the layout where the format has several, the part, the extension.
    fn tail(&self, output: &Output) -> String {
        let layout = self.selection.is_ambiguous(output.format).then(|| output.layout.name.to_owned());
        let marks = [layout, output.part.as_deref().map(|part| name::legal(part, ""))];
        let marks = marks.into_iter().flatten().fold(String::new(), |marks, mark| marks + "-" + &mark);
        format!("{marks}.{}", output.format.name)
    }

    /// Paths in a folder that no file of this run has yet: the stem is followed by `-2`, `-3` … until all of them are free.
    fn claim(&mut self, folder: &Path, stem: &str, tails: &[String]) -> Vec<PathBuf> {
        let mut number = 1;
        loop {
            let count = if number == 1 { String::new() } else { format!("-{number}") };
            let paths: Vec<_> = tails.iter().map(|tail| folder.join(name::legal(stem, &format!("{count}{tail}")))).collect();
            let keys: Vec<_> = paths.iter().map(|path| name::key(&path.to_string_lossy())).collect();
            if !keys.iter().any(|key| self.taken.contains(key)) {
                self.taken.extend(keys);
                return paths;
            }
            number += 1;
        }
    }
}

/// The path with `tail` in the place of its extension.
fn beside(path: &Path, tail: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(tail);
    path.with_file_name(name)
}

/// A folder below the output folder, each of its names made legal.
fn mirrored(output: &Path, folder: &Path) -> PathBuf {
    let names = folder.components().map(|part| name::legal(&part.as_os_str().to_string_lossy(), ""));
    names.fold(output.to_owned(), |path, name| path.join(name))
}

fn to_stdout(outputs: &[Output]) -> Result<(), DeliveryError> {
    let [output] = outputs else {
        return Err(DeliveryError::SeveralFiles { count: outputs.len() });
    };
    put_out(&output.bytes).map_err(DeliveryError::Stdout)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::LAYOUTS;
    use crate::write::FORMATS;

    fn selection() -> Selection {
        Selection::new(FORMATS, &[] as &[&str]).unwrap()
    }

    fn output(part: Option<&str>) -> Output {
        Output { layout: LAYOUTS[0], format: FORMATS[0], part: part.map(str::to_owned), bytes: vec![1] }
    }

    fn deliver(delivery: &mut Delivery, folder: &str, stem: &str, parts: &[Option<&str>]) -> Vec<String> {
        let source = Source { origin: Origin::File(PathBuf::from(stem).with_extension("json")), folder: folder.into() };
        let made = Made { title: "x".into(), outputs: parts.iter().map(|part| output(*part)).collect() };
        let paths = delivery.deliver(&source, made).unwrap();
        paths.iter().map(|path| path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn names_that_clash_get_a_number_as_a_whole() {
        let (root, selection) = (tempfile::tempdir().unwrap(), selection());
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), &selection, &[]);
        assert_eq!(deliver(&mut delivery, "", "reis", &[None]), ["reis.svg"]);
        assert_eq!(deliver(&mut delivery, "", "REIS", &[None]), ["REIS-2.svg"]);
        assert_eq!(deliver(&mut delivery, "", "reis-2", &[None]), ["reis-2-2.svg"]);
        assert_eq!(deliver(&mut delivery, "", "a-1", &[None]), ["a-1.svg"]);
        assert_eq!(deliver(&mut delivery, "", "a", &[Some("1"), Some("2")]), ["a-2-1.svg", "a-2-2.svg"]);
        assert_eq!(deliver(&mut delivery, "sub", "reis", &[None]), ["reis.svg"]);
        assert!(root.path().join("sub/reis.svg").exists());
    }

    #[test]
    fn a_document_without_a_file_is_named_by_its_title_which_is_no_path() {
        let (root, selection) = (tempfile::tempdir().unwrap(), selection());
        let mut delivery = Delivery::new(Destination::Folder(root.path().join("out")), &selection, &[]);
        let source = Source { origin: Origin::Stdin, folder: PathBuf::new() };
        let made = Made { title: "../../Reis: 1".into(), outputs: vec![output(None)] };
        assert_eq!(delivery.deliver(&source, made).unwrap(), [root.path().join("out/-..-Reis- 1.svg")]);
    }

    #[test]
    fn a_named_file_gets_numbers_only_where_there_are_several() {
        let (root, selection) = (tempfile::tempdir().unwrap(), selection());
        let mut delivery = Delivery::new(Destination::File(root.path().join("my: poster.svg")), &selection, &[]);
        assert_eq!(deliver(&mut delivery, "", "x", &[None]), ["my: poster.svg"]);
        assert_eq!(deliver(&mut delivery, "", "x", &[Some("1"), Some("2")]), ["my: poster-1.svg", "my: poster-2.svg"]);
    }

    #[test]
    fn an_input_is_never_overwritten() {
        let (root, selection) = (tempfile::tempdir().unwrap(), selection());
        let path = root.path().join("reis.svg");
        std::fs::write(&path, "{}").unwrap();
        let source = Source { origin: Origin::File(path.clone()), folder: PathBuf::new() };
        let found = [Found::Source(source.clone())];
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), &selection, &found);
        let error = delivery.deliver(&source, Made { title: "x".into(), outputs: vec![output(None)] }).unwrap_err();
        assert!(matches!(error, DeliveryError::OverwritesInput(_)));
        assert_eq!(std::fs::read(&path).unwrap(), b"{}");
    }
}
