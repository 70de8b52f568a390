//! A desk on which the program is used.
#![allow(dead_code, missing_docs, reason = "shared by several test programs, each of which needs a part")]

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::Value;
use tempfile::TempDir;

pub struct Done {
    pub code: i32,
    pub out: Vec<u8>,
    pub err: String,
}

impl Done {
    /// What went to the standard output, as text.
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.out).unwrap()
    }
}

/// A folder of its own for each test, in which the program is run.
pub struct Desk(pub TempDir);

impl Desk {
    pub fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            let path = desk.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    pub fn run(&self, line: &str) -> Done {
        self.run_with(line, "", &[])
    }

    /// Runs the program on arguments parted by spaces, with a text on its standard input and variables in its environment.
    pub fn run_with(&self, line: &str, input: &str, variables: &[(&str, &str)]) -> Done {
        self.run_arguments(&line.split_whitespace().collect::<Vec<_>>(), input.as_bytes(), variables)
    }

    /// The same on arguments and input of any kind.
    pub fn run_arguments(&self, arguments: &[&str], input: &[u8], variables: &[(&str, &str)]) -> Done {
        let mut child = self.command(arguments).envs(variables.iter().copied()).spawn().unwrap();
        // The program may end without reading.
        let _ = child.stdin.take().unwrap().write_all(input);
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!err.contains("panicked"), "{arguments:?}: {err}");
        Done { code: output.status.code().unwrap(), out: output.stdout, err }
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The program with these arguments, its streams piped.
    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
        command.args(arguments).current_dir(self.0.path()).env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Every file of the folder, sorted, with its path below it.
    pub fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, root: &Path, into: &mut BTreeSet<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, root, into);
                } else {
                    into.insert(path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/"));
                }
            }
        }
        let mut files = BTreeSet::new();
        walk(self.0.path(), self.0.path(), &mut files);
        files.into_iter().collect()
    }

    /// The names at the top of the folder, sorted, those of folders and hidden files too.
    pub fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.read(name)).unwrap()
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap()
    }
}

/// Asserts an exit code, and shows what was said when it is another.
#[track_caller]
pub fn ends(done: &Done, code: i32) {
    assert_eq!(done.code, code, "{}", done.err);
}

/// The lines of a JSON stream, each parsed.
pub fn records(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}
