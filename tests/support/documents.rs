//! Documents that tests share, and texts that are compared with the ones kept.

use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every document under `fixtures/` (but the presets) and in the corpus of the fuzzer that is a valid journey, with its path.
pub fn valid() -> Vec<(PathBuf, Vec<u8>)> {
    let folders = ["fixtures", "fixtures/diff", "fixtures/merge", "fuzz/corpus/read"];
    let entries = folders.iter().flat_map(|folder| fs::read_dir(root().join(folder)).unwrap());
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().path()).filter(|path| path.is_file()).collect();
    files.sort();
    let read = files.into_iter().map(|path| (path.clone(), fs::read(path).unwrap()));
    read.filter(|(_, bytes)| klantreis::read::json_bytes(bytes).is_ok()).collect()
}

/// Compares a text with the one kept under `fixtures/`, or keeps it when `UPDATE_GOLDENS` is set.
pub fn assert_golden(name: &str, found: &str) {
    let path = root().join("fixtures").join(name);
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, found).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert_eq!(found, kept, "{name} is another one; look at it, then keep it with UPDATE_GOLDENS=1");
}
