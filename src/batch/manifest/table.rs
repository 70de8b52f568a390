//! The table of what was made of what, and how runs change it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Component, Path};

use serde::{Deserialize, Serialize};

use super::Sum;
use crate::batch::deliver::Claim;
use crate::batch::name;

/// What an entry is known by.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    /// The way from the output folder to the input.
    pub input: String,
    /// The sum of the recipe.
    pub recipe: Sum,
}

/// What was made of an input by a recipe.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Over the input and its pictures. `None` when not all of what was made is there any more: then it is to be made again.
    pub content: Option<Sum>,
    pub pictures: Vec<String>,
    pub title: String,
    pub warnings: usize,
    /// The number of [`Claim`].
    pub number: usize,
    /// Its names; none where the number is 1, since they are those of the files then.
    pub first: Vec<String>,
    pub files: Vec<File>,
    /// Files that an earlier state of the input became and this one does not, such as a third page.
    pub stale: Vec<Stale>,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct File {
    /// Below the output folder, with `/` between names.
    pub path: String,
    pub format: String,
    pub layout: Option<String>,
    pub part: Option<String>,
    pub pages: Option<usize>,
    pub bytes: usize,
    #[serde(rename = "sha256", with = "super::file::hex")]
    pub sum: Sum,
}

/// A file that was made once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Stale {
    pub path: String,
    #[serde(rename = "sha256", with = "super::file::hex")]
    pub sum: Sum,
}

/// All entries, in the order of their keys.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table(pub BTreeMap<Key, Entry>);

impl Entry {
    pub fn claim(&self) -> Claim {
        let own = || self.files.iter().map(|file| name::key(&file.path)).collect();
        Claim { number: self.number, first: if self.number == 1 { own() } else { self.first.clone() } }
    }

    /// Every file that this entry answers for.
    pub fn all(&self) -> impl Iterator<Item = (&str, Sum)> {
        let files = self.files.iter().map(|file| (file.path.as_str(), file.sum));
        files.chain(self.stale.iter().map(|file| (file.path.as_str(), file.sum)))
    }

    /// Answers for these files no longer. What has lost one of its files is to be made again.
    fn lose(&mut self, paths: &BTreeSet<&str>) {
        let count = self.files.len();
        self.files.retain(|file| !paths.contains(file.path.as_str()));
        self.stale.retain(|file| !paths.contains(file.path.as_str()));
        if self.files.len() < count {
            self.content = None;
        }
    }
}

impl Table {
    pub fn get(&self, key: &Key) -> Option<&Entry> {
        self.0.get(key)
    }

    /// Takes down what was made, in order. A file is answered for by the entry that has made it last.
    pub fn take(&mut self, made: &[(Key, Entry)]) {
        let mut owners: BTreeMap<String, Key> = BTreeMap::new();
        for (key, entry) in &self.0 {
            owners.extend(entry.all().map(|(path, _)| (path.to_owned(), key.clone())));
        }
        for (key, entry) in made {
            let paths: BTreeSet<&str> = entry.files.iter().map(|file| file.path.as_str()).collect();
            let others: BTreeSet<Key> =
                paths.iter().filter_map(|path| owners.get(*path)).filter(|owner| *owner != key).cloned().collect();
            for other in others {
                self.lose(&other, &paths);
            }
            let mut entry = entry.clone();
            if let Some(before) = self.0.remove(key) {
                let stale = before.all().filter(|(path, _)| !paths.contains(path));
                entry.stale = stale.map(|(path, sum)| Stale { path: path.to_owned(), sum }).collect();
            }
            owners.extend(paths.iter().map(|path| ((*path).to_owned(), key.clone())));
            self.0.insert(key.clone(), entry);
        }
    }

    /// An entry answers for these files no longer; one that answers for none goes.
    pub fn lose(&mut self, key: &Key, paths: &BTreeSet<&str>) {
        if let Some(entry) = self.0.get_mut(key) {
            entry.lose(paths);
            if entry.all().next().is_none() {
                self.0.remove(key);
            }
        }
    }
}

/// Whether a path that was read somewhere leads to a place below a folder and nowhere else.
pub(super) fn is_below(path: &str) -> bool {
    let mut parts = Path::new(path).components();
    !path.is_empty() && parts.all(|part| matches!(part, Component::Normal(_)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(input: &str, recipe: u8) -> Key {
        Key { input: input.to_owned(), recipe: [recipe; 32] }
    }

    fn entry(paths: &[&str]) -> Entry {
        let file = |path: &&str| File {
            path: (*path).to_owned(),
            format: "svg".to_owned(),
            layout: None,
            part: None,
            pages: None,
            bytes: 1,
            sum: [1; 32],
        };
        let files = paths.iter().map(file).collect();
        let (pictures, first, stale) = Default::default();
        Entry { content: Some([2; 32]), pictures, title: "A".into(), warnings: 0, number: 1, first, files, stale }
    }

    fn paths(table: &Table, key: &Key) -> (Vec<String>, Vec<String>, bool) {
        let entry = table.get(key).unwrap();
        let files = entry.files.iter().map(|file| file.path.clone()).collect();
        (files, entry.stale.iter().map(|file| file.path.clone()).collect(), entry.content.is_some())
    }

    #[test]
    fn what_an_input_no_longer_becomes_is_remembered_until_it_is_made_again() {
        let (mut table, a) = (Table::default(), key("a", 1));
        table.take(&[(a.clone(), entry(&["a-1.svg", "a-2.svg", "a-3.svg"]))]);
        table.take(&[(a.clone(), entry(&["a-1.svg", "a-2.svg"]))]);
        assert_eq!(paths(&table, &a), (vec!["a-1.svg".into(), "a-2.svg".into()], vec!["a-3.svg".into()], true));
        table.take(&[(a.clone(), entry(&["a-1.svg", "a-2.svg", "a-3.svg"]))]);
        assert!(paths(&table, &a).1.is_empty());
    }

    #[test]
    fn a_file_is_answered_for_by_who_has_made_it_last() {
        let (mut table, one, other) = (Table::default(), key("a", 1), key("a", 2));
        table.take(&[(one.clone(), entry(&["a.svg", "a.pdf"])), (other.clone(), entry(&["a.svg"]))]);
        assert_eq!(paths(&table, &one), (vec!["a.pdf".into()], vec![], false), "it is not whole any more");
        table.take(&[(other.clone(), entry(&["a.svg", "a.pdf"]))]);
        assert!(table.get(&one).is_none(), "it answers for nothing");
        table.lose(&other, &["a.svg", "a.pdf"].into());
        assert_eq!(table, Table::default());
    }

    #[test]
    fn a_path_that_leads_elsewhere_is_none_of_ours() {
        for (path, below) in
            [("a.svg", true), ("a/b.svg", true), ("../a", false), ("a/../../b", false), ("/a", false), ("", false)]
        {
            assert_eq!(is_below(path), below, "{path}");
        }
    }
}
