//! `new`: journeys and workbooks to fill in.

use klantreis::journey::presets::PRESETS;
use serde_json::Value;

use crate::support::desk::{Desk, ends};

#[test]
fn every_preset_is_a_valid_journey_in_every_language() {
    let desk = Desk::with(&[]);
    for preset in PRESETS {
        for language in ["nl", "da", "en"] {
            let done = desk.run(&format!("new --preset {} --language {language}", preset.name));
            ends(&done, 0);
            let text = String::from_utf8(done.out).unwrap();
            ends(&desk.run_with("check -", &text, &[]), 0);
            let value: Value = serde_json::from_str(&text).unwrap();
            assert_eq!(value["language"], language);
        }
    }
}

#[test]
fn a_template_is_a_workbook_or_a_document() {
    let desk = Desk::with(&[]);
    ends(&desk.run("new --preset six-phases --language nl -o a/template.xlsx --strict"), 0);
    ends(&desk.run("new --preset six-phases --language nl -o a/template.json"), 0);
    assert_eq!(desk.files(), ["a/template.json", "a/template.xlsx"]);
    assert!(desk.read("a/template.xlsx").starts_with(b"PK"));
    ends(&desk.run("check a/template.json"), 0);
}

#[test]
fn a_template_that_was_filled_in_is_not_replaced_unasked() {
    let desk = Desk::with(&[("template.json", "mine")]);
    let done = desk.run("new -o template.json");
    ends(&done, 1);
    assert!(done.err.contains("--force"), "{}", done.err);
    assert_eq!(desk.read("template.json"), b"mine");
    ends(&desk.run("new -o template.json --force"), 0);
    assert_ne!(desk.read("template.json"), b"mine");
}
