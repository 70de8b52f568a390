//! Every document under `fixtures/invalid/` is refused with the messages beside it, and every code of an error has one.
//!
//! `UPDATE_GOLDENS=1 cargo test --test it invalid::` writes the messages anew; look at the difference before accepting it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use klantreis::diagnostic::{Code, Diagnostic, MessageFormat, Severity, Source, render};
use klantreis::journey::limits;
use klantreis::read;

/// A document that is too large to keep; its messages are kept like those of the others.
const MADE_HERE: &str = "too-large.json";

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/invalid")
}

fn fixtures() -> Vec<PathBuf> {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    let mut fixtures: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e == "json")).collect();
    fixtures.push(folder().join(MADE_HERE));
    fixtures.sort();
    fixtures
}

fn problems(path: &Path) -> (String, String, Vec<Diagnostic>) {
    let bytes = if path.ends_with(MADE_HERE) { vec![b' '; limits::DOCUMENT_BYTES + 1] } else { fs::read(path).unwrap() };
    let problems = read::json_bytes(&bytes).expect_err(&format!("{} is valid", path.display()));
    let (shown, read) = read::read(Some("json"), &bytes, &read::Options::default());
    assert_eq!(read.map(|reading| reading.journey).expect_err("a file of it is valid"), problems, "{}", path.display());
    assert_eq!(shown, String::from_utf8_lossy(&bytes), "{}", path.display());
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    (name, String::from_utf8_lossy(&bytes).into_owned(), problems)
}

fn rendered(path: &Path, format: MessageFormat) -> String {
    let (name, text, problems) = problems(path);
    let source = Source { name: &name, text: &text };
    let parts: Vec<_> = problems.iter().map(|problem| render(problem, source, format, false)).collect();
    parts.join(if format == MessageFormat::Human { "\n" } else { "" })
}

#[test]
fn the_messages_are_those_expected() {
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let mut different = Vec::new();
    for path in fixtures() {
        let found = rendered(&path, MessageFormat::Human);
        let golden = path.with_extension("expected.txt");
        if update {
            fs::write(&golden, &found).unwrap();
        }
        if fs::read_to_string(&golden).unwrap_or_default() != found {
            different.push(format!("{}:\n{found}", golden.display()));
        }
    }
    assert!(
        different.is_empty(),
        "the messages differ from the files; UPDATE_GOLDENS=1 writes them anew\n\n{}",
        different.join("\n")
    );
}

#[test]
fn every_error_has_a_document_named_after_it() {
    let mut met = BTreeSet::new();
    for path in fixtures() {
        let (name, _, problems) = problems(&path);
        let codes: BTreeSet<_> = problems.iter().map(|problem| problem.code).collect();
        let own = codes.iter().copied().find(|code| name.starts_with(code.name()));
        met.insert(own.unwrap_or_else(|| panic!("{name} is not named after one of its own codes {codes:?}")));
        assert!(codes.len() == 1 || codes.contains(&Code::MoreProblems), "{name} is about more than one thing: {codes:?}");
    }
    // Of `fmt --check`; tests/it/fmt.rs meets it.
    met.insert(Code::NotNormal);
    // Of tables; tests/it/bad_tables.rs meets them.
    met.extend([Code::EmptyFile, Code::UnknownFormat, Code::Encrypted, Code::BrokenFile, Code::NoCells, Code::UnclosedQuote]);
    met.insert(Code::NoMatrix);
    // Of the way `tidy`; its own tests meet it.
    met.insert(Code::SeveralJourneys);
    let errors = Code::ALL.iter().filter(|code| code.severity() == Severity::Error);
    let missing: Vec<_> = errors.filter(|code| !met.contains(code)).map(|code| code.name()).collect();
    assert!(missing.is_empty(), "no document under fixtures/invalid for {missing:?}");
}

#[test]
fn no_expected_messages_are_left_without_their_document() {
    let entries = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().path());
    for path in entries.filter(|path| path.extension().is_some_and(|e| e == "txt")) {
        assert!(fixtures().contains(&path.with_extension("").with_extension("json")), "{}", path.display());
    }
}

#[test]
fn the_json_format_holds_every_field_on_one_line_each() {
    let lines = rendered(&folder().join("unknown-field.json"), MessageFormat::Json);
    let first = lines.lines().next().unwrap();
    assert_eq!(
        first,
        r#"{"code":"unknown-field","severity":"error","path":"unknown-field.json","line":5,"column":3,"pointer":"/phasse","message":"a journey has no field `phasse`","help":"did you mean `phases`?"}"#
    );
    let lines = rendered(&folder().join("syntax-missing-comma.json"), MessageFormat::Json);
    let record: serde_json::Value = serde_json::from_str(&lines).unwrap();
    assert_eq!((&record["line"], &record["pointer"]), (&serde_json::json!(4), &serde_json::Value::Null));
}
