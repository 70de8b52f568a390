//! Runs the program and the programs of other makers.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Runs a program and returns what it printed.
///
/// # Panics
/// When it is not installed or fails: a check that cannot run has not passed.
pub fn run<A: AsRef<OsStr>>(program: &str, arguments: impl IntoIterator<Item = A>) -> String {
    let arguments: Vec<_> = arguments.into_iter().map(|argument| argument.as_ref().to_owned()).collect();
    let Output { status, stdout, stderr } = Command::new(program)
        .args(&arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("{program} is needed for this test: {error}"));
    let (stdout, stderr) = (String::from_utf8_lossy(&stdout).into_owned(), String::from_utf8_lossy(&stderr).into_owned());
    assert!(status.success(), "{program} {arguments:?}: {status}\n{stdout}\n{stderr}");
    stdout
}

/// Runs the program of this crate.
pub fn klantreis(arguments: &[&str]) -> String {
    run(env!("CARGO_BIN_EXE_klantreis"), arguments)
}

/// An empty folder of that name in the target folder; what an earlier run left there is gone.
pub fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder).unwrap();
    }
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The files of a folder with that extension, in the order of their names (`-2` before `-10`).
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let all = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<_> = all.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    found.sort_by_key(|path| (path.as_os_str().len(), path.clone()));
    found
}

/// A path as an argument.
pub fn text(path: &Path) -> &str {
    path.to_str().expect("the paths of this repository are Unicode")
}
