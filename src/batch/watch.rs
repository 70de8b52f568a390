//! Waits until something changes that a run reads. What the run itself writes and deletes is no change, whoever looks at it when: it is
//! known by the sums over its bytes, and not by the clock.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::deliver::Placed;
use super::inputs::{Input, is_pattern};
use super::manifest::{Sum, real};
use super::save::{TEMPORARY, sum_of};

/// It has to be quiet for so long before a run begins: an editor writes in several steps, and a folder is copied file by file.
const QUIET: Duration = Duration::from_millis(200);
/// A run begins after so long, however busy it is.
const LONGEST: Duration = Duration::from_secs(2);

/// What a run reads, and what it has written.
#[derive(Debug, Default)]
pub struct Round {
    /// Files that are read for all inputs, such as a theme, and pictures.
    pub files: Vec<PathBuf>,
    /// Folders of which everything matters, besides those that are named as inputs.
    pub folders: Vec<PathBuf>,
    written: BTreeMap<PathBuf, Sum>,
    deleted: BTreeSet<PathBuf>,
}

impl Round {
    /// Takes down files that the run has written, or left as it would write them.
    pub fn wrote(&mut self, files: &[Placed]) {
        self.written.extend(files.iter().map(|file| (real_file(&file.path), file.sum)));
    }

    /// Takes down a file that the run has written, by its path.
    pub fn wrote_to(&mut self, path: &Path) {
        if let Ok(sum) = sum_of(path) {
            self.written.insert(real_file(path), sum);
        }
    }

    /// Takes down a file that the run has deleted, perhaps with the folders around it.
    pub fn deleted(&mut self, path: &Path) {
        let path = real_file(path);
        let gone = path.ancestors().take_while(|path| path.symlink_metadata().is_err());
        self.deleted.extend(gone.map(Path::to_owned));
    }

    /// Whether what has happened at a path is the work of the run.
    fn is_own(&self, path: &Path) -> bool {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(TEMPORARY)) {
            return true;
        }
        match path.symlink_metadata() {
            Err(_) => self.deleted.contains(path),
            Ok(found) if found.is_dir() => self.written.keys().any(|file| file.starts_with(path)),
            Ok(_) => self.written.get(path).is_some_and(|sum| sum_of(path).is_ok_and(|now| now == *sum)),
        }
    }
}

/// Why nothing can be watched.
#[derive(Debug)]
pub struct WatchError(notify::Error);

impl fmt::Display for WatchError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "changes cannot be watched: {}", self.0)
    }
}

impl std::error::Error for WatchError {}

/// Watches what runs read.
pub struct Watch {
    watcher: RecommendedWatcher,
    events: Receiver<notify::Result<notify::Event>>,
    watched: BTreeMap<PathBuf, RecursiveMode>,
    /// Folders of which everything matters, without links.
    folders: BTreeSet<PathBuf>,
    /// Files that matter, without links.
    files: BTreeSet<PathBuf>,
}

impl Watch {
    /// Watches these inputs from now on.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn over(words: &[PathBuf], listed: &[Input], settings: &str) -> Result<Self, WatchError> {
        let (tell, events) = channel();
        let watcher = notify::recommended_watcher(tell).map_err(WatchError)?;
        let (watched, folders, files) = Default::default();
        let mut watch = Self { watcher, events, watched, folders, files };
        for path in words.iter().map(PathBuf::as_path).chain(listed.iter().filter_map(Input::path)) {
            watch.input(path, settings);
        }
        watch.begin()?;
        Ok(watch)
    }

    /// An input as it was named: what is below it matters, and of a file the settings beside it. Of a pattern that is what stands before its
    /// first mark.
    fn input(&mut self, path: &Path, settings: &str) {
        if path.is_dir() {
            self.folders.insert(real(path));
        } else if is_pattern(path) && path.symlink_metadata().is_err() {
            let plain = path.ancestors().find(|folder| !is_pattern(folder)).unwrap_or(Path::new(""));
            self.folders.insert(real(plain));
        } else {
            self.files.insert(real_file(path));
            self.files.insert(real_file(&path.with_file_name(settings)));
        }
    }

    /// Watches also what a run has read besides its inputs.
    ///
    /// # Errors
    /// When the system does not let us.
    pub fn also(&mut self, round: &Round) -> Result<(), WatchError> {
        self.folders.extend(round.folders.iter().map(|folder| real(folder)));
        self.files.extend(round.files.iter().map(|file| real_file(file)));
        self.begin()
    }

    /// Asks the system for whatever is not watched yet. A file is watched with its folder, since editors put a new one in its place; of what
    /// is not there the folder around it is watched.
    fn begin(&mut self) -> Result<(), WatchError> {
        let mut wanted = BTreeMap::new();
        for folder in &self.folders {
            wanted.insert(folder.clone(), RecursiveMode::Recursive);
        }
        for path in self.files.iter().chain(&self.folders) {
            let around = path.ancestors().skip(1).find(|folder| folder.is_dir());
            around.map(|around| wanted.entry(around.to_owned()).or_insert(RecursiveMode::NonRecursive));
        }
        for (path, mode) in wanted {
            if path.is_dir() && self.watched.get(&path) != Some(&mode) {
                self.watcher.watch(&path, mode).map_err(WatchError)?;
                self.watched.insert(path, mode);
            }
        }
        Ok(())
    }

    /// Waits until something changes that matters, and then until it is quiet. Gives what has changed, sorted; nothing when the system has
    /// lost count.
    pub fn wait(&mut self, last: &Round) -> BTreeSet<PathBuf> {
        let (mut changed, mut begun) = (BTreeSet::new(), None::<Instant>);
        loop {
            let event = match begun {
                None => self.events.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(begun) => self.events.recv_timeout(QUIET.min(LONGEST.saturating_sub(begun.elapsed()))),
            };
            match event {
                Ok(event) if self.matters(&event, last, &mut changed) => {
                    begun.get_or_insert_with(Instant::now);
                }
                // Others do not keep it from beginning.
                Ok(_) if begun.is_some_and(|begun| begun.elapsed() >= LONGEST) => return changed,
                Ok(_) => {}
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => return changed,
            }
        }
    }

    /// Whether something has happened that matters; it is taken down.
    fn matters(&mut self, event: &notify::Result<notify::Event>, last: &Round, changed: &mut BTreeSet<PathBuf>) -> bool {
        let event = match event {
            Ok(event) if event.need_rescan() => return true,
            Ok(event) => event,
            Err(_) => return true,
        };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        for path in &event.paths {
            if path.symlink_metadata().is_err() {
                // Should it come again, it is to be watched again.
                self.watched.remove(path);
            }
        }
        let of_interest = |path: &&PathBuf| self.is_wanted(path) && !last.is_own(path);
        let paths: Vec<_> = event.paths.iter().filter(of_interest).cloned().collect();
        let matters = !paths.is_empty();
        changed.extend(paths);
        matters
    }

    /// Whether something at a path is read, or something around it.
    fn is_wanted(&self, path: &Path) -> bool {
        let below = |folder: &PathBuf| path.starts_with(folder) || folder.starts_with(path);
        self.folders.iter().any(below) || self.files.iter().any(|file| file.starts_with(path))
    }
}

/// The path of a file with no links in its folder, as the system names it when something happens there.
fn real_file(path: &Path) -> PathBuf {
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => real(folder).join(name),
        (_, _) => real(path),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_run_has_done_itself_is_known_by_what_is_there() {
        let root = tempfile::tempdir().unwrap();
        let root = root.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("out")).unwrap();
        let (ours, other) = (root.join("out/a.svg"), root.join("out/b.svg"));
        std::fs::write(&ours, "one").unwrap();
        std::fs::write(&other, "two").unwrap();
        let mut round = Round::default();
        round.wrote_to(&ours);
        round.deleted(&root.join("out/weg/c.svg"));
        for own in ["out/a.svg", "out", "out/weg/c.svg", "out/weg", "out/.klantreis-x3.tmp", "out/.klantreis-manifest.json"] {
            assert!(round.is_own(&root.join(own)), "{own}");
        }
        for foreign in ["out/b.svg", "out/never.svg"] {
            assert!(!round.is_own(&root.join(foreign)), "{foreign}");
        }
        std::fs::write(&ours, "edited").unwrap();
        assert!(!round.is_own(&ours));
    }

    #[test]
    fn a_change_is_told_once_it_is_quiet_and_what_nobody_reads_is_none() {
        let root = tempfile::tempdir().unwrap();
        let put = |name: &str| std::fs::write(root.path().join(name), name).unwrap();
        std::fs::create_dir_all(root.path().join("in/sub")).unwrap();
        put("los.json");
        let words = [root.path().join("in"), root.path().join("los.json"), root.path().join("klas-*/x.json")];
        let mut watch = Watch::over(&words[..2], &[], "klantreis.toml").unwrap();
        put("anders.json");
        put("in/sub/a.json");
        put("los.json");
        let changed = watch.wait(&Round::default());
        let names: Vec<_> = changed.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        assert!(names.contains(&"a.json") && !names.contains(&"anders.json"), "{changed:?}");
        let watch = Watch::over(&words, &[], "klantreis.toml").unwrap();
        assert!(watch.is_wanted(&root.path().canonicalize().unwrap().join("klas-1/x.json")), "a pattern");
    }
}
