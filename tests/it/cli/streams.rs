//! What goes to which stream, and what is said there.

use std::collections::BTreeSet;
use std::process::{Command, Stdio};

use klantreis::write::FORMATS;

use super::{BROKEN, JOURNEY, WARNED};
use crate::support::desk::{Desk, ends, records};

#[test]
fn the_standard_input_goes_to_the_standard_output() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let piped = desk.run_with("export - --to csv", JOURNEY, &[]);
    ends(&piped, 0);
    assert_eq!(piped.err, "");
    let named = desk.run("export reis.json -o - --to csv");
    assert_eq!(piped.out, named.out);
    assert!(String::from_utf8(piped.out).unwrap().contains("Iets kopen"));
    assert_eq!(desk.files(), ["reis.json"]);
}

#[test]
fn the_standard_input_in_a_folder_is_named_by_its_title() {
    let desk = Desk::with(&[]);
    let text = JOURNEY.replace("\"Reis\"", "\"../Reis: één\"");
    ends(&desk.run_with("export - --to csv -o out/", &text, &[]), 0);
    assert_eq!(desk.files(), ["out/Reis- één.csv"]);
}

#[test]
fn a_broken_standard_input_is_named_in_messages() {
    let done = Desk::with(&[]).run_with("check - --message-format short", BROKEN, &[]);
    ends(&done, 1);
    assert!(done.err.starts_with("<stdin>:1:"), "{}", done.err);
}

#[test]
fn several_pages_do_not_fit_the_standard_output() {
    let text = format!("lang {}", "woord ".repeat(4000));
    let journey = JOURNEY.replace("Iets kopen", &text);
    let done = Desk::with(&[]).run_with("export - --to svg --paper A6", &journey, &[]);
    ends(&done, 2);
    assert!(done.err.contains("the standard output takes one"), "{}", done.err);
    assert!(done.out.is_empty());
    let desk = Desk::with(&[("reis.json", &journey)]);
    ends(&desk.run("export reis.json --paper A6 -o kaart.svg"), 0);
    let files = desk.files();
    assert!(files.contains(&"kaart-01.svg".to_owned()) && files.contains(&"kaart-02.svg".to_owned()), "{files:?}");
    assert!(!files.contains(&"kaart.svg".to_owned()));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_error() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_klantreis"))
        .args(["list", "papers"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
}

#[test]
fn quiet_says_errors_only() {
    let desk = Desk::with(&[("a.json", JOURNEY), ("b.json", BROKEN)]);
    let done = desk.run("export a.json --to csv --quiet");
    assert_eq!((done.code, done.err.as_str(), done.out.len()), (0, "", 0));
    let done = desk.run("check a.json b.json --quiet --message-format short");
    assert_eq!((done.code, done.err.contains("error[unknown-field]"), done.err.contains("failed")), (1, true, false));
}

#[test]
fn verbose_names_every_file() {
    let done = Desk::with(&[("a.json", JOURNEY)]).run("export a.json -o out --verbose");
    for format in FORMATS.iter().filter(|format| !format.on_request()) {
        assert!(done.err.contains(&format!("a.{}", format.name)), "{}", done.err);
    }
}

#[test]
fn colours_are_for_terminals_and_for_those_who_ask() {
    let desk = Desk::with(&[("b.json", BROKEN)]);
    for (line, coloured) in
        [("check b.json none", false), ("check b.json none --color always", true), ("check b.json --color never", false)]
    {
        assert_eq!(desk.run(line).err.contains('\u{1b}'), coloured, "{line}");
    }
}

#[test]
fn json_messages_are_one_object_a_line() {
    let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.json", BROKEN), ("in/c.json", "{}"), ("in/w.json", WARNED)]);
    let done = desk.run("export in none --to svg -o out --message-format json --verbose");
    ends(&done, 1);
    let records = records(&done.err);
    let codes: BTreeSet<_> = records.iter().map(|record| record["code"].as_str().unwrap().to_owned()).collect();
    for code in ["no-glyph", "skipped", "summary", "unknown-field", "unreadable", "written"] {
        assert!(codes.contains(code), "{code} in {codes:?}");
    }
    let field = records.iter().find(|record| record["code"] == "unknown-field").unwrap();
    assert_eq!((&field["severity"], &field["line"], &field["pointer"]), (&"error".into(), &1.into(), &"/titel".into()));
    let glyph = records.iter().find(|record| record["code"] == "no-glyph").unwrap();
    assert_eq!((&glyph["severity"], &glyph["line"]), (&"warning".into(), &1.into()), "the place of what a layout says");
    let more = |record: &serde_json::Value| usize::from(record["code"] == "fit");
    assert!(records.iter().all(|record| record.as_object().unwrap().len() == 8 + more(record)));
}
