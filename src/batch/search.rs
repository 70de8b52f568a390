//! Which files of a folder are looked at, and how deep: what is not picked is as good as not there.

use std::fmt;
use std::path::{Component, Path};
use std::str::FromStr;

use glob::Pattern;

use super::inputs::MANNER;

/// How folders that are named are searched. What is named itself is read in any case.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Search {
    /// Whether folders in it are left out. Default: no.
    pub shallow: bool,
    /// Which files are picked. Default: all.
    pub picks: Vec<Pick>,
}

/// A pattern that picks files, or leaves them out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pick {
    pattern: Pattern,
    /// Whether what matches is left out.
    leaves_out: bool,
    /// Whether it is matched with the path below the folder that was named, and not with the name alone.
    by_path: bool,
    /// Whether it names a folder.
    of_folder: bool,
}

/// Why a text is no such pattern.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickError {
    /// It says nothing.
    Empty,
    /// It is no pattern of a shell.
    NoPattern(String),
    /// It leads out of the folder.
    Outside,
}

impl fmt::Display for PickError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("it matches nothing; write it as in '*.json'"),
            Self::NoPattern(why) => write!(f, "this is no pattern: {why}"),
            Self::Outside => f.write_str("a pattern picks within the folders that are named, and `..` leads out of them"),
        }
    }
}

impl std::error::Error for PickError {}

impl FromStr for Pick {
    type Err = PickError;

    fn from_str(text: &str) -> Result<Self, PickError> {
        let (leaves_out, rest) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
        // An exclamation mark at the beginning of a name.
        let rest = rest.strip_prefix("\\!").map_or_else(|| rest.to_owned(), |rest| format!("!{rest}"));
        let bare = rest.trim_end_matches('/');
        let (of_folder, by_path) = (bare.len() < rest.len(), bare.contains('/'));
        let bare = bare.trim_start_matches("./").trim_start_matches('/');
        if bare.is_empty() {
            return Err(PickError::Empty);
        }
        if bare.split('/').any(|part| part == "..") {
            return Err(PickError::Outside);
        }
        let pattern = Pattern::new(bare).map_err(|error| PickError::NoPattern(error.msg.to_owned()))?;
        Ok(Self { pattern, leaves_out, by_path, of_folder })
    }
}

impl Pick {
    /// Whether it matches a path below the folder that was named, as it is.
    fn is_of(&self, below: &Path) -> bool {
        let names = below.components().filter_map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
        });
        // A slash parts names on every system.
        let names: Vec<_> = names.collect();
        let text = if self.by_path { names.join("/") } else { names.last().map(ToString::to_string).unwrap_or_default() };
        self.pattern.matches_with(&text, MANNER)
    }

    /// Whether it matches a folder around a file.
    fn is_around(&self, below: &Path) -> bool {
        below.ancestors().skip(1).filter(|folder| !folder.as_os_str().is_empty()).any(|folder| self.is_of(folder))
    }
}

impl Search {
    /// Whether a folder is walked, by its path below the folder that was named. One that is left out is left out with all that is in it.
    #[must_use]
    pub fn enters(&self, below: &Path) -> bool {
        !self.shallow && !self.picks.iter().any(|pick| pick.leaves_out && pick.is_of(below))
    }

    /// Whether a file is looked at, by its path below the folder that was named, in a folder that is walked.
    #[must_use]
    pub fn takes(&self, below: &Path) -> bool {
        let matches = |pick: &&Pick| if pick.of_folder { pick.is_around(below) } else { pick.is_of(below) };
        let (out, picked): (Vec<_>, Vec<_>) = self.picks.iter().partition(|pick| pick.leaves_out);
        !out.iter().any(matches) && (picked.is_empty() || picked.iter().any(matches))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn search(picks: &[&str]) -> Search {
        Search { shallow: false, picks: picks.iter().map(|pick| pick.parse().unwrap()).collect() }
    }

    /// Those of some paths that are reached and taken.
    fn taken(picks: &[&str]) -> Vec<&'static str> {
        let search = search(picks);
        let paths = ["a.json", "b.csv", "sub/a.json", "sub/deep/c.json", "sub/oud/d.json", "oud/e.json", "!f.json"];
        let is_reached =
            |path: &Path| path.ancestors().skip(1).filter(|folder| *folder != Path::new("")).all(|folder| search.enters(folder));
        paths.into_iter().filter(|path| is_reached(Path::new(path)) && search.takes(Path::new(path))).collect()
    }

    #[test]
    fn a_pattern_without_a_slash_is_for_names_at_any_depth_and_one_with_it_for_paths() {
        assert_eq!(taken(&[]).len(), 7);
        assert_eq!(taken(&["a.*"]), ["a.json", "sub/a.json"]);
        assert_eq!(taken(&["/a.*"]), ["a.json"]);
        assert_eq!(taken(&["./*.json"]), ["a.json", "!f.json"]);
        assert_eq!(taken(&["sub/*.json"]), ["sub/a.json"]);
        assert_eq!(taken(&["sub/**/*.json"]), ["sub/a.json", "sub/deep/c.json", "sub/oud/d.json"]);
        assert_eq!(taken(&["*.csv", "[cd].json"]), ["b.csv", "sub/deep/c.json", "sub/oud/d.json"]);
    }

    #[test]
    fn an_exclamation_mark_leaves_out_and_a_slash_at_the_end_means_a_folder() {
        assert_eq!(taken(&["!*.json"]), ["b.csv"]);
        assert_eq!(taken(&["!oud"]), ["a.json", "b.csv", "sub/a.json", "sub/deep/c.json", "!f.json"]);
        assert_eq!(taken(&["*.json", "!oud/"]), ["a.json", "sub/a.json", "sub/deep/c.json", "!f.json"]);
        assert_eq!(taken(&["!/oud/"]).len(), 6, "only the one at the top");
        assert_eq!(taken(&["oud/"]), ["sub/oud/d.json", "oud/e.json"]);
        assert_eq!(taken(&["sub/deep/"]), ["sub/deep/c.json"]);
        assert_eq!(taken(&["\\!*"]), ["!f.json"]);
        assert!(taken(&["e.json", "!e.json"]).is_empty(), "what is left out is so whatever else picks it");
    }

    #[test]
    fn what_is_no_pattern_is_refused() {
        for (text, said) in [("", "matches nothing"), ("!", "matches nothing"), ("a/../b", "leads out"), ("[a", "no pattern")] {
            let error = text.parse::<Pick>().unwrap_err().to_string();
            assert!(error.contains(said), "{text:?}: {error}");
        }
    }
}
