//! Damaged files: whatever is wrong with one, its reader says so or reads the rest, in bounded time and without a panic.
//!
//! `KLANTREIS_DAMAGED=5000 cargo test --test it damaged::` tries as many files of each reader; without it there are a few hundred.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::FORMATS;

use crate::support::damage::rounds;
use crate::support::damaged_files::damaged;
use crate::support::holds::{documents, package, pictures, stream, tables};
use crate::support::took::took;

/// Files of each reader when nothing else is asked for.
const FEW: u64 = 200;
/// Processor time that one file may take. A file of these takes some milliseconds in a program built for speed.
const LONGEST: Duration = Duration::from_secs(5);
/// How many times as long a file may stand still, on a machine that is busy with other things, before it is taken to hang.
const PATIENCE: u32 = 12;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The files of a folder with an extension, in the order of their names.
fn files(folder: &str, extension: &str) -> Vec<(String, Vec<u8>)> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut own: Vec<_> = entries.filter(|path| path.extension().is_some_and(|own| own == extension)).collect();
    own.sort();
    own.into_iter().map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect()
}

/// The files of a target's corpus, as what they stand for.
fn corpus(target: &str, extension: &str, whole: fn(&[u8]) -> Vec<u8>) -> impl Iterator<Item = (String, Vec<u8>)> {
    files(&format!("fuzz/corpus/{target}"), extension).into_iter().map(move |(name, bytes)| (name, whole(&bytes)))
}

/// What we write of two journeys in a format, by every layout that goes to it, filled in and blank.
fn exported(format: &str) -> Vec<(String, Vec<u8>)> {
    let setter = Typesetter::new(Fonts::bundled());
    let format = FORMATS.iter().copied().find(|known| known.name == format).unwrap();
    let mut found = Vec::new();
    for (name, text) in
        [("every-field", include_str!("../samples/every-field.json")), ("mini", include_str!("../../fixtures/mini.json"))]
    {
        let journey: Journey = klantreis::read::json(text).unwrap();
        for layouts in [&[] as &[&str], &["tidy"]] {
            for blank in [false, true] {
                let selection = Selection::new(Registry::built_in(), &[format], layouts).unwrap();
                let made = export(&journey, &selection, &Options { blank, ..Options::default() }, &setter).unwrap();
                let named = |output: klantreis::export::Output| (format!("{name} {layouts:?} {blank}"), output.bytes);
                found.extend(made.outputs.into_iter().map(named));
            }
        }
    }
    found
}

/// Reads damaged copies of files, one after the other, in a thread of its own: when one takes too long, or panics, its number is
/// told and the rest is left.
fn hold(extension: &'static str, files: Vec<(String, Vec<u8>)>, read: fn(&[u8])) {
    hold_within(LONGEST, rounds(FEW), extension, files, read);
}

fn hold_within(longest: Duration, rounds: u64, extension: &'static str, files: Vec<(String, Vec<u8>)>, read: fn(&[u8])) {
    assert!(!files.is_empty());
    let (tell, told) = mpsc::channel();
    let reader = thread::spawn(move || {
        for seed in 0..rounds {
            let (name, bytes) = &files[usize::try_from(seed).unwrap() % files.len()];
            let damaged = damaged(extension, bytes, seed);
            tell.send((seed, name.clone())).unwrap();
            let ((), took) = took(|| read(&damaged));
            assert!(took < longest, "file {seed}, of {name}, took {took:?}");
        }
    });
    let mut last = None;
    loop {
        match told.recv_timeout(longest * PATIENCE) {
            Ok(file) => last = Some(file),
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
            Err(mpsc::RecvTimeoutError::Timeout) => panic!("{extension}: file {last:?} takes for ever"),
        }
    }
    assert!(reader.join().is_ok(), "{extension}: file {last:?} breaks a promise; see above");
    assert_eq!(last.map(|(seed, _)| seed + 1), Some(rounds));
}

/// A file for the tests of these tests.
fn any() -> Vec<(String, Vec<u8>)> {
    vec![("any".to_owned(), b"Doel;Weten".to_vec())]
}

#[test]
#[should_panic(expected = "file Some((0, \"any\")) breaks a promise")]
fn a_reader_that_panics_is_told() {
    hold_within(LONGEST, 3, "csv", any(), |_| panic!("as a test"));
}

#[test]
#[should_panic(expected = "file Some((0, \"any\")) breaks a promise")]
fn a_reader_that_takes_long_is_told() {
    hold_within(Duration::from_millis(100), 3, "csv", any(), |_| {
        let start = cpu_time::ThreadTime::now();
        while start.elapsed() < Duration::from_millis(120) {}
    });
}

#[test]
#[should_panic(expected = "file Some((0, \"any\")) takes for ever")]
fn a_reader_that_hangs_is_told() {
    hold_within(Duration::from_millis(50), 3, "csv", any(), |_| thread::sleep(Duration::from_mins(1)));
}

#[test]
fn no_two_files_are_damaged_alike() {
    let text = include_bytes!("../samples/every-field.json");
    let files: BTreeSet<_> = (0..100).map(|seed| damaged("json", text, seed)).collect();
    assert!(files.len() > 90, "{} of 100 differ", files.len());
    assert_eq!(damaged("json", text, 7), damaged("json", text, 7));
}

#[test]
fn damaged_documents_are_read_or_explained() {
    let mut own = files("fixtures", "json");
    own.extend(files("fuzz/corpus/read", "json"));
    own.extend(files("tests/samples", "json"));
    hold("json", own, documents::document);
}

#[test]
fn damaged_workbooks_of_excel_are_read_or_explained() {
    let mut own = exported("xlsx");
    own.extend(files("fixtures/import", "xlsx"));
    own.extend(files("tests/samples", "xlsx"));
    own.extend(corpus("xlsx", "txt", |bytes| package::of(bytes, package::XLSX)));
    hold("xlsx", own, |bytes| tables::file("xlsx", bytes));
}

#[test]
fn damaged_old_workbooks_are_read_or_explained() {
    let mut own = files("fixtures/import", "xls");
    own.extend(files("tests/samples", "xls"));
    own.extend(corpus("xls", "bin", stream::of));
    hold("xls", own, |bytes| tables::file("xls", bytes));
}

#[test]
fn damaged_workbooks_of_libreoffice_are_read_or_explained() {
    let mut own = files("fixtures/import", "ods");
    own.extend(files("tests/samples", "ods"));
    own.extend(corpus("ods", "txt", |bytes| package::of(bytes, package::ODS)));
    hold("ods", own, |bytes| tables::file("ods", bytes));
}

#[test]
fn damaged_tables_are_read_or_explained() {
    let mut own = exported("csv");
    own.extend(files("fixtures/import", "csv"));
    own.extend(files("fixtures/import", "tsv"));
    own.extend(files("fuzz/corpus/csv", "csv"));
    own.extend(files("fuzz/corpus/csv", "tsv"));
    hold("csv", own, |bytes| tables::file("csv", bytes));
}

#[test]
fn damaged_texts_in_notations_are_read_or_explained() {
    let text = |name: &str, text: &str| vec![(name.to_owned(), text.as_bytes().to_vec())];
    hold("mmd", files("fixtures/mermaid", "mmd"), |bytes| tables::file("mmd", bytes));
    let table = "# Reis\n\nNaam: Sam\n\n| Fase | Zien | Kopen |\n|:-|-:|--|\n| Doel | a<br>b | [c](https://d.example) |\n| Emotie | 1 | -2 |\n";
    hold("md", text("table", table), |bytes| tables::file("md", bytes));
    let journey = "# c\nklantreis: 1\ntitle: A\nlanguage: nl\nphases:\n  - &a\n    title: B\n    cells: {goal: 'c', emotion: 1}\n  - <<: *a\n    title: |\n      D\n";
    let mut yaml = text("ours", journey);
    yaml.extend(text(
        "other",
        "name: Bike\nstages:\n  - name: Search\n    actions: [a, b]\n  - name: Buy\n    emotion: {score: 2, label: c}\n",
    ));
    hold("yaml", yaml, |bytes| tables::file("yaml", bytes));
    let tree = r#"{"title":"Bike","phases":[{"id":"p","name":"Search"},{"id":"q","name":"Buy"}],"actions":[{"phase":"p","name":"Looks"}],"emotion":{"p":2}}"#;
    hold("ojf", text("tree", tree), |bytes| tables::file("ojf", bytes));
}

#[test]
fn damaged_pictures_are_shown_or_explained() {
    for extension in ["png", "jpg", "svg"] {
        let folders = ["fixtures/pictures", "tests/samples", "fuzz/corpus/picture"];
        let own = folders.iter().flat_map(|folder| files(folder, extension)).collect();
        hold(extension, own, pictures::picture);
    }
}
