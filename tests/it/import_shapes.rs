//! Matrices that people made by hand, in every shape under `fixtures/import/`: each must give the journey that stands beside it,
//! cell by cell. The expectations were written by hand, by the rules of `docs/import.md`.

use std::fs;
use std::path::{Path, PathBuf};

use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::normal;
use klantreis::read::{self, Options, READERS, Reading, WAYS};

/// What a file has behind its name when it is the journey expected of another.
const EXPECTED: &str = ".expected.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import")
}

/// Each file with a journey expected of it, by name.
fn shapes() -> Vec<(PathBuf, String)> {
    let paths = || fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut shapes: Vec<_> = paths()
        .filter_map(|path| {
            let expected = fs::read_to_string(path.with_extension("expected.json")).ok()?;
            (!path.to_str().unwrap().ends_with(EXPECTED)).then_some((path, expected))
        })
        .collect();
    shapes.sort();
    shapes
}

fn import(name: &str, bytes: &[u8]) -> Result<Reading, Vec<Diagnostic>> {
    let (stem, extension) = name.rsplit_once('.').unwrap();
    let reader = READERS.iter().find(|reader| reader.extensions.contains(&extension));
    let missing = || vec![Diagnostic::new(Code::Syntax, format!("no reader for {name}"))];
    let reader = reader.ok_or_else(missing)?;
    let way = WAYS.iter().copied().find(|way| way.name == "matrix");
    (reader.read)(bytes, &Options { stem: Some(stem), way, ..Options::default() })
}

fn name(path: &Path) -> &str {
    path.file_name().unwrap().to_str().unwrap()
}

/// The lines of one text that the other does not have at their place, for a message.
fn difference(expected: &str, found: &str) -> String {
    let (expected, found): (Vec<_>, Vec<_>) = (expected.lines().collect(), found.lines().collect());
    let same = expected.iter().zip(&found).take_while(|(one, other)| one == other).count();
    let excerpt = |lines: &[&str]| lines.iter().skip(same).take(6).copied().collect::<Vec<_>>().join("\n    ");
    format!("line {}\n  expected\n    {}\n  found\n    {}", same + 1, excerpt(&expected), excerpt(&found))
}

#[test]
fn every_shape_gives_the_journey_expected_of_it() {
    let shapes = shapes();
    assert!(shapes.len() >= 15, "the shapes are missing");
    let mut wrong = Vec::new();
    for (path, expected) in &shapes {
        // An expectation is a journey in its normal form, whatever became of the form since it was written.
        let expected = read::json(expected).map_or_else(|problems| panic!("{path:?}: {problems:?}"), |journey| normal(&journey));
        match import(name(path), &fs::read(path).unwrap()) {
            Ok(reading) if normal(&reading.journey) == expected => {}
            Ok(reading) => wrong.push(format!("{}: {}", name(path), difference(&expected, &normal(&reading.journey)))),
            Err(problems) => wrong.push(format!("{}: {problems:?}", name(path))),
        }
    }
    assert!(wrong.is_empty(), "{} of {} are read wrongly:\n{}", wrong.len(), shapes.len(), wrong.join("\n"));
}

#[test]
fn what_is_left_over_is_reported_at_its_cell() {
    for (path, _) in shapes() {
        let Ok(reading) = import(name(&path), &fs::read(&path).unwrap()) else { continue };
        let journey = serde_json::from_str::<serde_json::Value>(&normal(&reading.journey)).unwrap();
        let left = journey["x"]["import"]["left"].as_array().cloned().unwrap_or_default();
        let reported = reading.remarks.iter().filter(|remark| remark.code == Code::NotPlaced);
        let cells: Vec<_> = reported.map(|remark| remark.cell.as_ref().unwrap().to_string()).collect();
        let left: Vec<_> = left.iter().map(|entry| entry["cell"].as_str().unwrap().to_owned()).collect();
        assert_eq!(cells, left, "{}", path.display());
    }
}
