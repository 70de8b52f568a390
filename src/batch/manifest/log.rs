//! What a run makes, on its way into the table; and what it deletes.

use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::{fmt, fs, io};

use super::file::{self, FILE, Lock};
use super::table::{Entry, File, Key, Table, is_below};
use super::{Memory, State, Sum, real};
use crate::batch::deliver::{Claim, Placed, below};
use crate::batch::discover::Found;
use crate::batch::save::{Cause, SaveError, Saver};

/// So many inputs are made at least before the table is written anew.
const FEWEST: usize = 64;

/// What a run has made and is not in the table yet, in order.
#[derive(Default)]
pub struct Log {
    made: Vec<(Key, Entry)>,
    /// Inputs that are in it.
    saved: usize,
}

/// What became of a file whose input has gone, or which its input no longer becomes.
#[derive(Debug)]
pub enum Fate {
    /// It was deleted.
    Deleted,
    /// It is not as it was made, or somebody needs it, and stays.
    Stays,
    /// It could not be deleted.
    Failed(io::Error),
}

impl fmt::Display for Fate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Deleted => f.write_str("removed, since no input becomes it any more"),
            Self::Stays => f.write_str("no input becomes it any more; it stays, since it was changed or is needed"),
            Self::Failed(error) => write!(f, "no input becomes it any more, and it cannot be removed: {error}"),
        }
    }
}

impl Log {
    /// Takes down what was made of an input. A run that is broken off has at most an eighth of what it made, or a few inputs, to make
    /// again: so often the table is saved.
    pub(in crate::batch) fn take(
        &mut self,
        memory: &Memory,
        state: State,
        (title, warnings): (&str, usize),
        claim: Claim,
        placed: &[Placed],
        saver: &mut Saver,
    ) {
        let State { key, content, pictures } = state;
        let file = |placed: &Placed| File {
            path: below(&memory.folder, &placed.path),
            format: placed.format.clone(),
            layout: placed.layout.clone(),
            part: placed.part.clone(),
            pages: placed.pages,
            bytes: placed.bytes,
            sum: placed.sum,
        };
        let Claim { number, first } = claim;
        let first = if number == 1 { Vec::new() } else { first };
        let files = placed.iter().map(file).collect();
        let (content, title, stale) = (Some(content), title.to_owned(), Vec::new());
        self.made.push((key, Entry { content, pictures, title, warnings, number, first, files, stale }));
        if self.made.len() >= FEWEST.max(self.saved / 8) {
            // What cannot be saved now is tried again at the end, and said then.
            let _ = self.save(memory, saver);
        }
    }

    /// Brings what was made into the table of the folder, as other runs have left it by now.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn save(&mut self, memory: &Memory, saver: &mut Saver) -> Result<(), SaveError> {
        if self.made.is_empty() {
            return Ok(());
        }
        let _lock = Lock::of(&memory.root);
        let mut table = file::read(&memory.root).unwrap_or_default();
        table.take(&self.made);
        write(&table, memory, saver)?;
        self.saved += self.made.len();
        self.made.clear();
        Ok(())
    }

    /// Deletes what was made of inputs that have gone, and what inputs that are there no longer become, as far as it still is as it was made.
    /// What lies in a folder that could not be looked at is not taken to be gone. Gives what became of each file, in the order of the table.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn prune(&mut self, memory: &Memory, unseen: &[PathBuf], saver: &mut Saver) -> Result<Vec<(PathBuf, Fate)>, SaveError> {
        self.save(memory, saver)?;
        let _lock = Lock::of(&memory.root);
        let mut table = file::read(&memory.root).unwrap_or_default();
        let mut fates: BTreeMap<&Key, Vec<(String, Fate)>> = BTreeMap::new();
        let whole = table.clone();
        for (key, entry) in &whole.0 {
            for (path, sum) in leftover(key, entry, memory, unseen) {
                fates.entry(key).or_default().push((path.to_owned(), memory.delete(path, sum, saver)));
            }
        }
        if fates.is_empty() {
            return Ok(Vec::new());
        }
        for (key, fates) in &fates {
            let done = fates.iter().filter(|(_, fate)| !matches!(fate, Fate::Failed(_)));
            table.lose(key, &done.map(|(path, _)| path.as_str()).collect());
        }
        write(&table, memory, saver)?;
        // What somebody else has deleted before is nothing to speak of.
        let told = |(path, fate): (String, Fate)| (memory.folder.join(path), fate);
        Ok(fates
            .into_values()
            .flatten()
            .map(told)
            .filter(|(path, fate)| matches!(fate, Fate::Deleted) || path.symlink_metadata().is_ok())
            .collect())
    }
}

/// The places that could not be looked at, without links.
#[must_use]
pub fn unseen(found: &[Found]) -> Vec<PathBuf> {
    let unseen = |found: &Found| match found {
        Found::Unreadable(path, _) => Some(real(path)),
        Found::Source(_) | Found::Skipped(..) => None,
    };
    found.iter().filter_map(unseen).collect()
}

/// The files of an entry that have no input any more.
fn leftover<'e>(key: &Key, entry: &'e Entry, memory: &Memory, unseen: &[PathBuf]) -> Vec<(&'e str, Sum)> {
    let input = memory.root.join(&key.input);
    if is_gone(&input) {
        let place = real(input.parent().unwrap_or(&memory.root));
        let is_unseen = unseen.iter().any(|folder| place.starts_with(folder));
        return if is_unseen { Vec::new() } else { entry.all().collect() };
    }
    let stale = entry.stale.iter().filter(|_| key.recipe == memory.recipe);
    stale.map(|file| (file.path.as_str(), file.sum)).collect()
}

/// Whether there is nothing at a path, which is not so when that cannot be seen.
fn is_gone(path: &Path) -> bool {
    let gone = |error: io::Error| matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
    path.symlink_metadata().is_err_and(gone)
}

fn write(table: &Table, memory: &Memory, saver: &mut Saver) -> Result<(), SaveError> {
    let path = memory.folder.join(FILE);
    let failed = |error: serde_json::Error| SaveError { path: path.clone(), cause: Cause::System(error.into()) };
    saver.renew(&path, &file::bytes(table).map_err(failed)?)
}

impl Memory {
    /// Deletes a file, and the folders around it in which there is nothing any more.
    fn delete(&self, path: &str, sum: Sum, saver: &mut Saver) -> Fate {
        let file = self.root.join(path);
        let is_inside =
            || file.parent().and_then(|folder| folder.canonicalize().ok()).is_some_and(|folder| folder.starts_with(&self.root));
        if !is_below(path) || !is_inside() {
            return Fate::Stays;
        }
        match saver.delete(&file, sum) {
            Ok(true) => {
                let mut around = file.ancestors().skip(1).take_while(|folder| *folder != self.root);
                // One in which there is something stays, and those around it.
                let _ = around.try_for_each(fs::remove_dir);
                Fate::Deleted
            }
            Ok(false) => Fate::Stays,
            Err(error) => Fate::Failed(error),
        }
    }
}
