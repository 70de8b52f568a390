//! What earlier runs have made in an output folder, and of what: what is still the same need not be made again, and what was made of an
//! input that has gone can go.
//!
//! All of it stands in [`FILE`] in that folder, a line for each input. Nothing in it is believed that cannot be seen: a file is kept, or
//! deleted, only while the sum over its bytes is the one that was written down.

mod file;
mod log;
mod state;
mod table;

use std::path::{Component, Path, PathBuf};

use super::deliver::{Claim, Placed};
use super::discover::{Origin, Source};
use super::pictures::{file_of, folder_of};
use super::save::sum_of;
use crate::journey::Journey;

pub use file::FILE;
pub use log::{Fate, Log, unseen};
pub use state::{State, recipe_sum};
use table::{Entry, File, Key, Table};

/// A SHA-256.
pub type Sum = [u8; 32];

/// What earlier runs have made in a folder, as far as a run wants to know it. It is only looked at, by any number of threads.
pub struct Memory {
    /// The output folder, as it was named.
    folder: PathBuf,
    /// The same without links.
    root: PathBuf,
    /// Over all that decides what is made of an input but the input itself.
    recipe: Sum,
    /// Whether what is there is kept.
    keeps: bool,
    table: Table,
}

/// What is kept of an input.
#[derive(Debug)]
pub struct Kept {
    /// The title of its journey.
    pub title: String,
    /// How many warnings there were.
    pub warnings: usize,
    /// The names of its files among those of others.
    pub(super) claim: Claim,
    files: Vec<File>,
}

impl Kept {
    /// The paths of the files below the output folder.
    pub(super) fn paths(&self) -> Vec<String> {
        self.files.iter().map(|file| file.path.clone()).collect()
    }
}

impl Memory {
    /// What was made in a folder by this recipe and others. Gives also why nothing is known where that should be said: the file that
    /// tells is damaged, or of a later version of the program.
    #[must_use]
    pub fn of(folder: &Path, recipe: Sum, keeps: bool) -> (Self, Option<String>) {
        let root = real(folder);
        let (table, problem) = match file::read(&root) {
            Ok(table) => (table, None),
            Err(problem) => (Table::default(), Some(problem)),
        };
        (Self { folder: folder.to_owned(), root, recipe, keeps, table }, problem)
    }

    /// What may be kept of a source: files that were made of the same by the same recipe, and are still as they were made.
    #[must_use]
    pub fn kept(&self, source: &Source) -> Option<Kept> {
        let key = self.key(source).filter(|_| self.keeps)?;
        let entry = self.table.get(&key)?;
        let is_same = entry.content? == state::content_now(source, &entry.pictures)?;
        let is_there =
            |file: &File| table::is_below(&file.path) && sum_of(&self.root.join(&file.path)).is_ok_and(|sum| sum == file.sum);
        (is_same && entry.files.iter().all(is_there)).then(|| Kept {
            title: entry.title.clone(),
            warnings: entry.warnings,
            claim: entry.claim(),
            files: entry.files.clone(),
        })
    }

    /// The state of a source of which something is to be made, by the sum over what was read of it. Of one that cannot be known again,
    /// such as the standard input, there is none.
    #[must_use]
    pub fn state(&self, source: &Source, sum: Sum, journey: &Journey, draws: bool) -> Option<State> {
        let key = self.key(source)?;
        Some(State::of(key, source, sum, journey, draws))
    }

    /// Files that are kept, as files in their places.
    pub(super) fn placed(&self, kept: &Kept) -> Vec<Placed> {
        let placed = |file: &File| Placed {
            path: self.folder.join(&file.path),
            format: file.format.clone(),
            layout: file.layout.clone(),
            part: file.part.clone(),
            pages: file.pages,
            bytes: file.bytes,
            sum: file.sum,
        };
        kept.files.iter().map(placed).collect()
    }

    /// What a source is known by; `None` of the standard input, of what is no file, and of a path that is no text.
    fn key(&self, source: &Source) -> Option<Key> {
        let Origin::File(path) = &source.origin else { return None };
        if !path.is_file() {
            return None;
        }
        Some(Key { input: way(&self.root, path)?, recipe: self.recipe })
    }
}

/// Where the pictures are of the inputs of which something was made in a folder.
#[must_use]
pub fn pictures(folder: &Path) -> Vec<PathBuf> {
    let root = real(folder);
    let table = file::read(&root).unwrap_or_default();
    let of_entry = |(key, entry): (&Key, &Entry)| {
        let beside = folder_of(&root.join(&key.input));
        entry.pictures.iter().filter_map(|src| file_of(&beside, src)).collect::<Vec<_>>()
    };
    table.0.iter().flat_map(of_entry).collect()
}

/// The way from a folder without links to a file, with `/` between names: it stays true when both are moved together. On another disk of
/// Windows there is none, and it is the whole path.
fn way(root: &Path, file: &Path) -> Option<String> {
    let file = real(file.parent()?).join(file.file_name()?);
    let (from, to): (Vec<_>, Vec<_>) = (root.components().collect(), file.components().collect());
    let common = from.iter().zip(&to).take_while(|(from, to)| from == to).count();
    if common == 0 {
        return file.to_str().map(str::to_owned);
    }
    let up = std::iter::repeat_n(Some(".."), from.len() - common);
    let names = to[common..].iter().map(|part| match part {
        Component::Normal(name) => name.to_str(),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    up.chain(names).collect::<Option<Vec<_>>>().map(|names| names.join("/"))
}

/// A folder without links, as far as it is there.
pub(super) fn real(folder: &Path) -> PathBuf {
    // The folder of a file that is named without one.
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
    let found = whole.ancestors().find_map(|around| Some((around, around.canonicalize().ok()?)));
    match found {
        Some((around, real)) => match whole.strip_prefix(around) {
            Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
            Ok(_) | Err(_) => real,
        },
        None => whole,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_way_leads_from_the_folder_to_the_input_and_stays_true_when_both_are_moved() {
        let root = tempfile::tempdir().unwrap();
        for folder in ["a/in/sub", "a/out"] {
            std::fs::create_dir_all(root.path().join(folder)).unwrap();
        }
        let way = |out: &str, file: &str| way(&real(&root.path().join(out)), &root.path().join(file)).unwrap();
        assert_eq!(way("a/out", "a/in/sub/x.json"), "../in/sub/x.json");
        assert_eq!(way("a/out", "a/out/../in/x.json"), "../in/x.json");
        assert_eq!(way("a", "a/x.json"), "x.json");
        assert!(real(Path::new("")).is_absolute(), "where a file is that is named without a folder");
        assert_eq!(way("a/not/yet", "a/in/één.json"), "../../in/één.json");
    }

    #[cfg(unix)]
    #[test]
    fn a_way_knows_a_folder_by_whatever_link() {
        let root = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(root.path().join("in")).unwrap();
        std::os::unix::fs::symlink("in", root.path().join("link")).unwrap();
        let out = real(&root.path().join("out"));
        assert_eq!(way(&out, &root.path().join("link/x.json")), way(&out, &root.path().join("in/x.json")));
    }
}
