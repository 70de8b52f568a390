//! The font files in a folder and the folders below it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The extensions of fonts and of collections of fonts.
const EXTENSIONS: [&str; 4] = ["ttf", "otf", "ttc", "otc"];
/// How many folders deep fonts are looked for, and how many files and folders are looked at: no store of fonts has a tenth of it.
const DEEPEST: usize = 16;
const MOST_ENTRIES: usize = 100_000;
/// How many kinds of file that are passed over are named.
const KINDS: usize = 6;

/// What was found in a folder.
#[derive(Debug, Default)]
pub(super) struct FontFiles {
    /// The font files, in the order of their paths.
    pub files: Vec<PathBuf>,
    /// Folders and files that cannot be looked at.
    pub unreadable: Vec<(PathBuf, io::Error)>,
    /// How many files of each kind are passed over; a kind is an extension with its dot, or said in words.
    passed: BTreeMap<String, usize>,
    /// The places already looked at, without links: one that is met again is the same font, or a circle.
    seen: BTreeSet<PathBuf>,
    entries: usize,
}

/// Looks for font files. Links are followed, each place once.
///
/// # Errors
/// When the folder itself cannot be read.
pub(super) fn find(folder: &Path) -> io::Result<FontFiles> {
    let mut found = FontFiles::default();
    found.seen.insert(fs::canonicalize(folder)?);
    found.look_into(folder, 0)?;
    Ok(found)
}

impl FontFiles {
    fn look_into(&mut self, folder: &Path, depth: usize) -> io::Result<()> {
        let mut entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path())).collect::<io::Result<Vec<_>>>()?;
        entries.sort();
        for path in entries {
            self.entries += 1;
            if self.entries > MOST_ENTRIES {
                self.pass_over(format!("what comes after {MOST_ENTRIES} files"));
                break;
            }
            if let Err(error) = self.look_at(&path, depth) {
                self.unreadable.push((path, error));
            }
        }
        Ok(())
    }

    fn look_at(&mut self, path: &Path, depth: usize) -> io::Result<()> {
        let metadata = match fs::metadata(path) {
            Ok(metadata) => metadata,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.pass_over("links that lead nowhere".to_owned());
                return Ok(());
            }
            Err(error) => return Err(error),
        };
        let kind = path.extension().map(|extension| extension.to_string_lossy().to_lowercase());
        let is_font = kind.as_deref().is_some_and(|kind| EXTENSIONS.contains(&kind));
        if metadata.is_dir() {
            if depth == DEEPEST {
                self.pass_over(format!("folders below {DEEPEST} others"));
            } else if self.seen.insert(fs::canonicalize(path)?) {
                self.look_into(path, depth + 1)?;
            }
        } else if !metadata.is_file() {
            self.pass_over("no regular file".to_owned());
        } else if !is_font {
            self.pass_over(kind.map_or_else(|| "without an extension".to_owned(), |kind| format!(".{kind}")));
        } else if self.seen.insert(fs::canonicalize(path)?) {
            self.files.push(path.to_owned());
        }
        Ok(())
    }

    fn pass_over(&mut self, kind: String) {
        *self.passed.entry(kind).or_insert(0) += 1;
    }

    /// What is passed over, in a few words: how many of each kind, the most frequent first.
    pub fn passed_over(&self) -> Option<String> {
        let mut kinds: Vec<_> = self.passed.iter().collect();
        kinds.sort_by_key(|(kind, number)| (std::cmp::Reverse(**number), kind.as_str()));
        let named = kinds.iter().take(KINDS).map(|(kind, number)| format!("{kind} ({number})"));
        let rest: usize = kinds.iter().skip(KINDS).map(|(_, number)| **number).sum();
        let more = (rest > 0).then(|| format!("other kinds ({rest})"));
        let all: Vec<_> = named.chain(more).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, file).unwrap();
        }
        folder
    }

    fn names(folder: &Path, found: &FontFiles) -> Vec<String> {
        found.files.iter().map(|path| path.strip_prefix(folder).unwrap().display().to_string().replace('\\', "/")).collect()
    }

    #[test]
    fn fonts_and_collections_are_found_in_folders_below() {
        let folder = with(&["b.TTF", "a/x.otc", "a/b/y.ttc", "a/b/z.otf", "a/readme.txt", "a/b/note.txt", "fonts", "old.pfb"]);
        let found = find(folder.path()).unwrap();
        assert_eq!(names(folder.path(), &found), ["a/b/y.ttc", "a/b/z.otf", "a/x.otc", "b.TTF"]);
        assert_eq!(found.passed_over().as_deref(), Some(".txt (2), .pfb (1), without an extension (1)"));
        assert!(find(&folder.path().join("none")).is_err());
    }

    #[test]
    fn kinds_without_number_are_counted_together() {
        let files: Vec<_> = (0..20).map(|kind| format!("x.{kind:02}")).collect();
        let folder = with(&files.iter().map(String::as_str).collect::<Vec<_>>());
        let passed = find(folder.path()).unwrap().passed_over().unwrap();
        assert!(passed.starts_with(".00 (1), .01 (1), ") && passed.ends_with(".05 (1), other kinds (14)"), "{passed}");
    }

    #[test]
    fn folders_are_looked_into_so_far_and_no_further() {
        let path = |depth: usize| format!("{}x.ttf", "d/".repeat(depth));
        let folder = with(&[&path(DEEPEST), &path(DEEPEST + 1)]);
        let found = find(folder.path()).unwrap();
        assert_eq!(names(folder.path(), &found), [path(DEEPEST)]);
        assert_eq!(found.passed_over().as_deref(), Some("folders below 16 others (1)"));
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_once_and_never_in_a_circle() {
        use std::os::unix::fs::symlink;
        let folder = with(&["a/x.ttf", "away/y.ttf"]);
        symlink("..", folder.path().join("a/up")).unwrap();
        symlink("away", folder.path().join("b")).unwrap();
        symlink("a/x.ttf", folder.path().join("z.ttf")).unwrap();
        symlink("nowhere", folder.path().join("w.ttf")).unwrap();
        let found = find(folder.path()).unwrap();
        assert_eq!(names(folder.path(), &found), ["a/x.ttf", "away/y.ttf"]);
        assert_eq!(found.passed_over().as_deref(), Some("links that lead nowhere (1)"));
    }
}
