//! The corpus and the dictionary of `fuzz/` keep up with the format: what the fuzzer is not shown it seldom finds.

mod support {
    pub mod places;
}

use std::fs;
use std::path::Path;

use klantreis::journey::LaneKind;
use klantreis::read;

/// The fields in the tables of the format page, and the kinds of lane.
fn words() -> Vec<String> {
    let (page, _) = include_str!("../docs/journey-format.md").split_once("\n## Limits").unwrap();
    let fields = page.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
    let kinds = LaneKind::ALL.iter().map(|kind| kind.name());
    let words: Vec<_> = fields.map(|(name, _)| name).chain(kinds).map(|word| format!("\"{word}\"")).collect();
    assert!(words.len() > 30, "the tables of docs/journey-format.md are not found: {words:?}");
    words
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
    let dictionary = include_str!("../fuzz/read.dict");
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
            support::places::places_hold(&bytes, &problems);
        }
    }
}
