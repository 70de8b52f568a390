//! How tables of every making were understood, as `import --explain` says it.
//!
//! `UPDATE_GOLDENS=1 cargo test --test it explained::` writes what is said anew.

use std::fs;
use std::path::Path;

use crate::support::desk::{Desk, ends};

/// Tables of others, one for each way to lay one out.
const TABLES: [&str; 9] = [
    "import/bibliotheek.xlsx",
    "import/bookclub.csv",
    "import/camping.tsv",
    "import/concert.ods",
    "import/kagekasse.xlsx",
    "import/museum.xlsx",
    "import/telefoon.xls",
    "import/twee-tabellen.xlsx",
    "mermaid/dutch.mmd",
];

/// The tables, and two that this program has written, with what is said of them all.
fn explained(language: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::with(&[]);
    let mut names = Vec::new();
    for table in TABLES {
        let name = table.rsplit('/').next().unwrap();
        fs::copy(root.join("fixtures").join(table), desk.path(name)).unwrap();
        names.push(name);
    }
    fs::copy(root.join("fixtures/mini.json"), desk.path("mini.json")).unwrap();
    ends(&desk.run("export mini.json --layout tidy --csv-dialect rfc4180 -o tidy.csv"), 0);
    ends(&desk.run("export mini.json -o mini.xlsx"), 0);
    names.extend(["tidy.csv", "mini.xlsx", "mini.json"]);
    let done = desk.run(&format!("import {} --explain --lang {language}", names.join(" ")));
    ends(&done, 0);
    String::from_utf8(done.out).unwrap()
}

fn compare(language: &str, said: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/it/explained.{language}.txt"));
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        fs::write(&path, said).unwrap();
    }
    let known = fs::read_to_string(&path).unwrap_or_default();
    let differs = known.lines().zip(said.lines()).find(|(one, other)| one != other);
    assert!(known == said, "{} says something else, first: {differs:?}", path.display());
}

#[test]
fn every_row_and_column_is_explained_as_it_was_read() {
    compare("en", &explained("en"));
}

#[test]
fn it_is_explained_in_dutch_to_who_reads_dutch() {
    compare("nl", &explained("nl"));
}
