//! The corpus and the dictionary of `fuzz/` keep up with the format: what the fuzzer is not shown it seldom finds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use klantreis::journey::schema;
use klantreis::read;
use serde_json::Value;

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

/// Every document of the corpus, with its name.
fn corpus() -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/read");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let committed = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut corpus: Vec<_> = committed.map(|path| (path.display().to_string(), fs::read(&path).unwrap())).collect();
    corpus.sort();
    corpus
}

#[test]
fn every_word_of_the_format_is_in_a_valid_document_and_in_the_dictionary() {
    let dictionary = include_str!("../../fuzz/read.dict");
    let valid: Vec<_> = corpus().into_iter().filter(|(_, bytes)| read::json_bytes(bytes).is_ok()).collect();
    let documents: String = valid.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes)).collect();
    for word in words() {
        assert!(documents.contains(&word), "no valid document under fuzz/corpus/read/ has {word}");
        let entry = format!("\"{}\"", word.replace('"', "\\\""));
        assert!(dictionary.lines().any(|line| line == entry), "fuzz/read.dict lacks the line {entry}");
    }
}

#[test]
fn the_documents_of_the_corpus_are_short_and_read_or_explained() {
    for (name, bytes) in corpus() {
        assert!(bytes.len() < 1000, "{name}: the fuzzer is quick with short documents");
        if let Err(problems) = read::json_bytes(&bytes) {
            crate::support::places::places_hold(&bytes, &problems);
        }
    }
}
