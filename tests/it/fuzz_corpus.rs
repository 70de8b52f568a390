//! The corpora and the dictionaries of `fuzz/` keep up with what is read and drawn: what the fuzzer is not shown it seldom finds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use klantreis::forms::tidy::columns;
use klantreis::journey::schema;
use klantreis::picture;
use klantreis::read::{self, Options, READERS, WAYS};
use serde_json::Value;

use crate::support::holds::{TARGETS, drawing, package};

/// The names of all fields and choices, as the schema has them, in quotation marks.
fn words() -> Vec<String> {
    fn gather(schema: &Value, words: &mut BTreeSet<String>) {
        match schema {
            Value::Object(members) => {
                let fields = members.get("properties").and_then(Value::as_object).into_iter().flat_map(|fields| fields.keys());
                let choice = members.get("const").and_then(Value::as_str).map(str::to_owned);
                words.extend(fields.cloned().chain(choice).map(|word| format!("\"{word}\"")));
                members.values().for_each(|value| gather(value, words));
            }
            Value::Array(elements) => elements.iter().for_each(|value| gather(value, words)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut words = BTreeSet::new();
    gather(&serde_json::from_str(&schema()).unwrap(), &mut words);
    assert!(words.len() > 100, "{words:?}");
    words.into_iter().collect()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every file of a target's corpus that is kept, with its name. What a run of the fuzzer adds has no extension.
fn corpus(target: &str) -> Vec<(String, Vec<u8>)> {
    let files = fs::read_dir(root().join("fuzz/corpus").join(target)).unwrap().map(|entry| entry.unwrap().path());
    let committed = files.filter(|path| path.extension().is_some());
    let mut corpus: Vec<_> = committed.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect();
    corpus.sort();
    assert!(!corpus.is_empty(), "fuzz/corpus/{target}/ is empty");
    corpus
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn every_word_of_the_format_is_in_a_valid_document_and_in_the_dictionary() {
    let dictionary = include_str!("../../fuzz/read.dict");
    let valid: Vec<_> = corpus("read").into_iter().filter(|(_, bytes)| read::json_bytes(bytes).is_ok()).collect();
    let documents: String = valid.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    for word in words() {
        assert!(documents.contains(&word), "no valid document under fuzz/corpus/read/ has {word}");
        let entry = format!("\"{}\"", word.replace('"', "\\\""));
        assert!(dictionary.lines().any(|line| line == entry), "fuzz/read.dict lacks the line {entry}");
    }
}

#[test]
fn every_file_of_a_corpus_is_short_and_holds() {
    for (target, holds) in TARGETS {
        for (name, bytes) in corpus(target) {
            assert!(bytes.len() < 1100, "{name}: the fuzzer is quick with short files");
            holds(&bytes);
        }
    }
}

#[test]
fn every_target_is_built_and_told_of() {
    let (manifest, contributing) = (document("fuzz/Cargo.toml"), document("CONTRIBUTING.md"));
    let programs = fs::read_dir(root().join("fuzz/fuzz_targets")).unwrap().count();
    assert_eq!(programs, TARGETS.len(), "fuzz/fuzz_targets/ and the list of targets differ");
    for (target, _) in TARGETS {
        let program = document(&format!("fuzz/fuzz_targets/{target}.rs"));
        assert!(program.contains("fuzz_target!"), "{target}");
        assert!(manifest.contains(&format!("name = \"{target}\"")), "fuzz/Cargo.toml does not build {target}");
        assert!(contributing.contains(&format!("| `{target}` |")), "CONTRIBUTING.md has no row for {target}");
    }
}

#[test]
fn every_reader_of_tables_is_a_target() {
    for reader in READERS.iter().filter(|reader| reader.name != "json") {
        assert!(TARGETS.iter().any(|(target, _)| *target == reader.name), "{} is not fuzzed", reader.name);
    }
}

#[test]
fn every_way_of_understanding_tables_reads_a_file_of_the_corpus() {
    let books: Vec<_> = corpus("xlsx").into_iter().map(|(_, bytes)| package::of(&bytes, package::XLSX)).collect();
    for way in WAYS {
        let options = Options { way: Some(way), ..Options::default() };
        let reads = books.iter().any(|book| read::read(Some("xlsx"), book, &options).1.is_ok());
        assert!(reads, "no file under fuzz/corpus/xlsx/ is read by the way {way:?}");
    }
}

#[test]
fn every_column_of_a_tidy_table_is_in_the_dictionary() {
    let dictionary = document("fuzz/csv.dict");
    for column in columns() {
        let entry = format!("\"{}\"", column.name);
        assert!(dictionary.lines().any(|line| line == entry), "fuzz/csv.dict lacks the line {entry}");
    }
}

#[test]
fn every_kind_of_picture_is_in_the_corpus() {
    let shown: Vec<_> = corpus("picture").into_iter().filter(|(_, bytes)| picture::decode(bytes).is_ok()).collect();
    for extension in ["png", "jpg", "svg"] {
        let sound = shown.iter().filter(|(name, _)| name.ends_with(extension)).count();
        assert!(sound >= 3, "fuzz/corpus/picture/ has {sound} pictures that are shown of kind {extension}");
    }
}

#[test]
fn every_mark_of_a_drawing_is_in_the_corpus() {
    let texts: Vec<_> = corpus("drawing").iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    for mark in drawing::MARKS {
        let begun = texts.iter().flat_map(|text| text.lines()).any(|line| line.starts_with(mark));
        assert!(begun, "no line under fuzz/corpus/drawing/ begins with {mark}");
    }
    for (name, bytes) in corpus("drawing") {
        assert!(drawing::journey(&bytes).is_some(), "{name} is no journey, and nothing is drawn");
    }
}
