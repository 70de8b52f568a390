//! Where files go, and what they are called.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use super::discover::{Found, Source};
use super::name;
use super::pattern::{Facts, Field, Pattern};
use super::save::{Kind, Output, Role, SaveError, Saver, put_out};
pub use crate::report::made::File as Placed;

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

/// The files of one source, not yet named.
pub struct Made {
    /// What the journey says of itself.
    pub facts: Facts,
    /// The files.
    pub files: Vec<File>,
}

/// A file to be.
pub struct File {
    /// What it may replace.
    pub kind: Kind,
    /// The extension, which is the name of the format.
    pub extension: String,
    /// The layout that it shows; `None` of a journey itself.
    pub layout: Option<String>,
    /// Whether its source has files of the same format and other layouts.
    pub among_layouts: bool,
    /// The paper of a drawn layout.
    pub paper: Option<String>,
    /// What tells it from the other files of this layout and format, such as the page number; `None` when it is the only one.
    pub part: Option<String>,
    /// How many pages it has; `None` of what has none.
    pub pages: Option<usize>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// The names that files have among those of others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// Their number among files that would all have the same names; 1 for the first, which has none.
    pub number: usize,
    /// The names without a number, below the output folder and as [`name::key`] compares them.
    pub first: Vec<String>,
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
}

impl fmt::Display for DeliveryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Save(error) => error.fmt(f),
            Self::Stdout(error) => write!(f, "cannot write to the standard output: {error}"),
            Self::SeveralFiles { count } => {
                write!(f, "this makes {count} files, and the standard output takes one; name a file or a folder with -o")
            }
        }
    }
}

/// Names the files of each source and puts them in place. Within one run no file takes the place of another.
pub struct Delivery<'a> {
    destination: Destination,
    /// How files in a folder are named; `None` names them after their sources.
    pattern: Option<&'a Pattern>,
    saver: Saver,
    /// The paths given so far below the output folder, as [`name::key`] compares them.
    taken: BTreeSet<String>,
    /// By the paths that files would have without a number: the last number that was given instead.
    numbers: BTreeMap<Vec<String>, usize>,
    /// How often a number was tried, which is to grow with the sources and no faster.
    tried: usize,
    /// Whether a file that would take the place of an input is left out.
    spares: bool,
    /// What was left out.
    spared: Vec<PathBuf>,
}

impl<'a> Delivery<'a> {
    /// A delivery of what is made of these inputs, by a saver that knows of all else that is read.
    #[must_use]
    pub fn new(destination: Destination, pattern: Option<&'a Pattern>, found: &[Found], saver: Saver) -> Self {
        let (taken, numbers) = (BTreeSet::new(), BTreeMap::new());
        let saver = saver.minding(found);
        Self { destination, pattern, saver, taken, numbers, tried: 0, spares: false, spared: Vec::new() }
    }

    /// Puts the files of a source in place: all of them or none. Gives what is where; nothing for the standard output.
    ///
    /// # Errors
    /// When a file cannot be written, would take the place of one that is to stay, or is one too many for the standard output.
    pub fn deliver(&mut self, source: &Source, made: Made) -> Result<Vec<Placed>, DeliveryError> {
        self.deliver_claimed(source, made).map(|(placed, _)| placed)
    }

    /// The same, with the names that the files have in a folder.
    ///
    /// # Errors
    /// As [`Self::deliver`].
    pub(super) fn deliver_claimed(
        &mut self,
        source: &Source,
        mut made: Made,
    ) -> Result<(Vec<Placed>, Option<Claim>), DeliveryError> {
        let (paths, claim): (Vec<_>, _) = match &self.destination {
            Destination::Stdout => return to_stdout(&made.files).map(|()| (Vec::new(), None)),
            Destination::File(path) => (made.files.iter().map(|file| beside(path, &file.marks(true))).collect(), None),
            Destination::Folder(folder) => {
                let folder = folder.clone();
                let stem = source.stem().unwrap_or_else(|| made.facts.get(Field::Title).to_owned());
                made.facts.put(Field::Stem, &stem);
                let (paths, claim) = self.claim(&folder, &source.folder, &stem, &made);
                (self.spare(paths, &mut made.files), Some(claim))
            }
        };
        let (outputs, mut placed): (Vec<_>, Vec<_>) = paths.into_iter().zip(made.files).map(|(path, file)| file.at(path)).unzip();
        let sums = self.saver.save(&outputs).map_err(DeliveryError::Save)?;
        placed.iter_mut().zip(sums).for_each(|(placed, sum)| placed.sum = sum);
        Ok((placed, claim))
    }

    /// Leaves out what would take the place of an input, where nobody has said where files are to go, as long as others are left.
    fn spare(&mut self, paths: Vec<PathBuf>, files: &mut Vec<File>) -> Vec<PathBuf> {
        let is_input = |path: &PathBuf| self.saver.role(path) == Some(Role::Input);
        let inputs: Vec<bool> = paths.iter().map(is_input).collect();
        if !self.spares || inputs.iter().all(|is_input| *is_input) {
            return paths;
        }
        let mut marks = inputs.iter();
        files.retain(|_| marks.next() != Some(&true));
        let (spared, rest): (Vec<_>, Vec<_>) = paths.into_iter().zip(inputs).partition(|(_, is_input)| *is_input);
        self.spared.extend(spared.into_iter().map(|(path, _)| path));
        rest.into_iter().map(|(path, _)| path).collect()
    }

    /// From now on a file that would take the place of an input is left out if its source has others.
    #[must_use]
    pub fn sparing(mut self, spares: bool) -> Self {
        self.spares = spares;
        self
    }

    /// The files that were left out.
    #[must_use]
    pub fn spared(&self) -> &[PathBuf] {
        &self.spared
    }

    /// Leaves files where they are that an earlier run has put there, if this one would call them so: whether it would. Then nothing of this
    /// run takes their place. The paths are those below the output folder.
    pub(super) fn keep(&mut self, claim: &Claim, paths: &[String]) -> bool {
        let Destination::Folder(folder) = &self.destination else { return false };
        let keys: Vec<_> = paths.iter().map(|path| name::key(path)).collect();
        let next = self.numbers.get(&claim.first).map_or(1, |last| last + 1);
        if next != claim.number || keys.iter().any(|key| self.taken.contains(key)) {
            return false;
        }
        for path in paths {
            self.saver.keep(&folder.join(path));
        }
        self.taken.extend(keys);
        self.numbers.insert(claim.first.clone(), claim.number);
        true
    }

    /// The saver, which knows what the run has read and written so far.
    pub fn saver(&mut self) -> &mut Saver {
        &mut self.saver
    }

    /// The saver, which knows what the run has read and written.
    #[must_use]
    pub fn into_saver(self) -> Saver {
        self.saver
    }

    /// Paths in a folder that no file of this run has yet: what the files are called is followed by `-2`, `-3` … until all of
    /// them are free.
    fn claim(&mut self, output: &Path, mirror: &Path, stem: &str, made: &Made) -> (Vec<PathBuf>, Claim) {
        let folder = mirrored(output, mirror);
        // A pattern that names the layout tells the files apart, unless it is too long for that.
        let mut mark = !self.pattern.is_some_and(|pattern| pattern.asks_for(Field::Layout));
        let paths = |number: usize, mark: bool| -> Vec<PathBuf> {
            let count = if number == 1 { String::new() } else { format!("-{number}") };
            let name = |file: &File| {
                let tail = count.clone() + &file.tail(mark);
                match self.pattern {
                    Some(pattern) => name::legal(&pattern.fill(&file.facts(&made.facts), &tail), &tail),
                    None => name::legal(stem, &tail),
                }
            };
            made.files.iter().map(|file| folder.join(name(file))).collect()
        };
        let keys = |paths: &[PathBuf]| -> Vec<String> { paths.iter().map(|path| name::key(&below(output, path))).collect() };
        let differ = |keys: &[String]| keys.iter().collect::<BTreeSet<_>>().len() == keys.len();
        let mut first = keys(&paths(1, mark));
        if !mark && !differ(&first) {
            mark = true;
            first = keys(&paths(1, mark));
        }
        // What was taken stays taken: whoever would have the same names goes on behind the number that was given last.
        let mut number = self.numbers.get(&first).map_or(1, |last| last + 1);
        loop {
            let paths = paths(number, mark);
            let keys = keys(&paths);
            self.tried += 1;
            if keys.iter().any(|key| self.taken.contains(key)) {
                number += 1;
                continue;
            }
            self.taken.extend(keys);
            self.numbers.insert(first.clone(), number);
            return (paths, Claim { number, first });
        }
    }
}

impl File {
    /// The file in a place: what is to be written, and what is known of it once it is; its sum is known then.
    fn at(self, path: PathBuf) -> (Output, Placed) {
        let Self { kind, extension: format, layout, part, pages, bytes, .. } = self;
        let placed = Placed { path: path.clone(), format, layout, part, pages, bytes: bytes.len(), sum: [0; 32] };
        (Output { path, bytes, kind }, placed)
    }

    /// What follows the stem: what tells the file apart, and the extension.
    fn tail(&self, mark: bool) -> String {
        format!("{}.{}", self.marks(mark), self.extension)
    }

    /// The layout where that tells files apart and is to be marked, and the part.
    fn marks(&self, mark: bool) -> String {
        let layout = self.layout.clone().filter(|_| mark && self.among_layouts);
        let marks = [layout, self.part.as_deref().map(|part| name::legal(part, ""))];
        marks.into_iter().flatten().fold(String::new(), |marks, mark| marks + "-" + &mark)
    }

    /// What a pattern can say of the file, by what it can say of the journey.
    fn facts(&self, journey: &Facts) -> Facts {
        let mut facts = journey.clone();
        facts.put(Field::Layout, self.layout.as_deref().unwrap_or_default());
        facts.put(Field::Paper, self.paper.as_deref().unwrap_or_default());
        facts.put(Field::Format, &self.extension);
        facts
    }
}

/// The path with marks before its extension, which stays as it was named.
fn beside(path: &Path, marks: &str) -> PathBuf {
    let mut name = path.file_stem().unwrap_or_default().to_owned();
    name.push(marks);
    if let Some(extension) = path.extension() {
        name.push(".");
        name.push(extension);
    }
    path.with_file_name(name)
}

/// The path of a file below the output folder, with `/` between its names on every system.
pub(super) fn below(output: &Path, path: &Path) -> String {
    let names = path.strip_prefix(output).unwrap_or(path).components();
    names.map(|part| part.as_os_str().to_string_lossy().into_owned()).collect::<Vec<_>>().join("/")
}

/// A folder below the output folder, each of its names made legal.
fn mirrored(output: &Path, folder: &Path) -> PathBuf {
    let names = folder.components().map(|part| name::legal_folder(&part.as_os_str().to_string_lossy()));
    names.fold(output.to_owned(), |path, name| path.join(name))
}

fn to_stdout(files: &[File]) -> Result<(), DeliveryError> {
    let [file] = files else {
        return Err(DeliveryError::SeveralFiles { count: files.len() });
    };
    put_out(&file.bytes).map_err(DeliveryError::Stdout)
}

#[cfg(test)]
mod tests {
    use super::super::discover::Origin;
    use super::*;

    fn file(part: Option<&str>) -> File {
        let part = part.map(str::to_owned);
        File {
            kind: Kind::View,
            extension: "svg".into(),
            layout: Some("matrix".into()),
            among_layouts: false,
            paper: Some("A3".into()),
            part,
            pages: Some(1),
            bytes: vec![1],
        }
    }

    fn made(title: &str, files: Vec<File>) -> Made {
        let mut facts = Facts::default();
        facts.put(Field::Title, title);
        Made { facts, files }
    }

    fn source(folder: &str, stem: &str) -> Source {
        Source { origin: Origin::File(PathBuf::from(format!("{stem}.json"))), folder: folder.into() }
    }

    fn names(placed: &[Placed]) -> Vec<String> {
        placed.iter().map(|placed| placed.path.file_name().unwrap().to_string_lossy().into_owned()).collect()
    }

    fn deliver(delivery: &mut Delivery, folder: &str, stem: &str, parts: &[Option<&str>]) -> Vec<String> {
        let made = made("x", parts.iter().map(|part| file(*part)).collect());
        names(&delivery.deliver(&source(folder, stem), made).unwrap())
    }

    #[test]
    fn names_that_clash_get_a_number_as_a_whole() {
        let root = tempfile::tempdir().unwrap();
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), None, &[], Saver::default());
        assert_eq!(deliver(&mut delivery, "", "reis", &[None]), ["reis.svg"]);
        assert_eq!(deliver(&mut delivery, "", "REIS", &[None]), ["REIS-2.svg"]);
        assert_eq!(deliver(&mut delivery, "", "reis-2", &[None]), ["reis-2-2.svg"]);
        assert_eq!(deliver(&mut delivery, "", "a-1", &[None]), ["a-1.svg"]);
        assert_eq!(deliver(&mut delivery, "", "a", &[Some("1"), Some("2")]), ["a-2-1.svg", "a-2-2.svg"]);
        assert_eq!(deliver(&mut delivery, "sub", "reis", &[None]), ["reis.svg"]);
        assert!(root.path().join("sub/reis.svg").exists());
    }

    #[test]
    fn names_of_a_pattern_clash_too() {
        let (root, pattern) = (tempfile::tempdir().unwrap(), "{title}_{paper}".parse().unwrap());
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), Some(&pattern), &[], Saver::default());
        assert_eq!(deliver(&mut delivery, "", "a", &[None]), ["x_A3.svg"]);
        assert_eq!(deliver(&mut delivery, "", "b", &[Some("1"), Some("2")]), ["x_A3-1.svg", "x_A3-2.svg"]);
        assert_eq!(deliver(&mut delivery, "", "c", &[None]), ["x_A3-3.svg"], "`x_A3-2` is a page of the second");
        assert_eq!(deliver(&mut delivery, "sub", "d", &[None]), ["x_A3.svg"]);
    }

    #[test]
    fn layouts_are_marked_unless_the_pattern_names_them() {
        let root = tempfile::tempdir().unwrap();
        let layouts =
            || ["matrix", "tidy"].map(|layout| File { layout: Some(layout.to_owned()), among_layouts: true, ..file(None) });
        let deliver = |pattern: &str| {
            let pattern = pattern.parse().unwrap();
            let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), Some(&pattern), &[], Saver::default());
            names(&delivery.deliver(&source("", "a"), made("Reis", layouts().into())).unwrap())
        };
        assert_eq!(deliver("{title}"), ["Reis-matrix.svg", "Reis-tidy.svg"]);
        assert_eq!(deliver("{layout}, {title}"), ["matrix, Reis.svg", "tidy, Reis.svg"]);
        let cut = deliver(&("x".repeat(120) + "{layout}"));
        assert!(cut[0].ends_with("x-matrix.svg") && cut[1].ends_with("x-tidy.svg"), "{cut:?}");
    }

    #[test]
    fn a_document_without_a_file_is_named_by_its_title_which_is_no_path() {
        let root = tempfile::tempdir().unwrap();
        let mut delivery = Delivery::new(Destination::Folder(root.path().join("out")), None, &[], Saver::default());
        let source = Source { origin: Origin::Stdin, folder: PathBuf::new() };
        let placed = delivery.deliver(&source, made("../../Reis: 1", vec![file(None)])).unwrap();
        assert_eq!(placed.iter().map(|placed| placed.path.clone()).collect::<Vec<_>>(), [root.path().join("out/Reis- 1.svg")]);
    }

    #[test]
    fn a_named_file_gets_numbers_only_where_there_are_several() {
        let root = tempfile::tempdir().unwrap();
        let mut delivery = Delivery::new(Destination::File(root.path().join("my: poster.svg")), None, &[], Saver::default());
        assert_eq!(deliver(&mut delivery, "", "x", &[None]), ["my: poster.svg"]);
        assert_eq!(deliver(&mut delivery, "", "x", &[Some("1"), Some("2")]), ["my: poster-1.svg", "my: poster-2.svg"]);
        let mut delivery = Delivery::new(Destination::File(root.path().join("Poster.SVG")), None, &[], Saver::default());
        assert_eq!(deliver(&mut delivery, "", "x", &[None]), ["Poster.SVG"]);
        assert_eq!(deliver(&mut delivery, "", "x", &[Some("1"), Some("2")]), ["Poster-1.SVG", "Poster-2.SVG"]);
    }

    const JOURNEY: &str = r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B" }] }"#;

    #[test]
    fn an_input_is_never_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let path = root.path().join("reis.svg");
        std::fs::write(&path, "{}").unwrap();
        let source = Source { origin: Origin::File(path.clone()), folder: PathBuf::new() };
        let found = [Found::Source(source.clone())];
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), None, &found, Saver::new(true));
        let error = delivery.deliver(&source, made("x", vec![file(None)])).unwrap_err();
        assert!(error.to_string().contains("is an input and is not overwritten"), "{error}");
        assert_eq!(std::fs::read(&path).unwrap(), b"{}");
    }

    #[test]
    fn the_picture_of_a_journey_whose_turn_is_to_come_is_not_overwritten() {
        let root = tempfile::tempdir().unwrap();
        let picture = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>"#;
        let later = JOURNEY.replace(r#""B""#, r#""B", "cells": { "image": { "picture": "a.svg" } }"#);
        for (name, text) in [("a.json", JOURNEY), ("b.json", &later), ("a.svg", picture)] {
            std::fs::write(root.path().join(name), text).unwrap();
        }
        let source = |name: &str| Source { origin: Origin::File(root.path().join(name)), folder: PathBuf::new() };
        let found = [Found::Source(source("a.json")), Found::Source(source("b.json"))];
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), None, &found, Saver::new(true));
        let error = delivery.deliver(&source("a.json"), made("x", vec![file(None)])).unwrap_err();
        assert!(error.to_string().contains("is a picture of an input"), "{error}");
        assert_eq!(std::fs::read_to_string(root.path().join("a.svg")).unwrap(), picture);
        delivery.deliver(&source("b.json"), made("x", vec![file(None)])).unwrap();
    }

    /// Bounded work: each of many sources of one name tries a few names, however many there are.
    #[test]
    fn the_next_free_number_is_not_looked_for_from_the_first() {
        let root = tempfile::tempdir().unwrap();
        let pattern = "{title}".parse().unwrap();
        let mut delivery = Delivery::new(Destination::Folder(root.path().to_owned()), Some(&pattern), &[], Saver::default());
        let folder = root.path().join("out");
        let made = made("Reis", vec![file(None)]);
        for number in 1..=3_000 {
            let (paths, _) = delivery.claim(&folder, Path::new(""), "x", &made);
            let name = if number == 1 { "Reis.svg".to_owned() } else { format!("Reis-{number}.svg") };
            assert_eq!(paths.iter().map(|path| path.file_name().unwrap().to_string_lossy()).collect::<Vec<_>>(), [name]);
        }
        assert_eq!(delivery.tried, 3_000, "each finds its number at once");
    }
}
