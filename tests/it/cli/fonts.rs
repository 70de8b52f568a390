//! Folders with fonts: what is used, what is wrong and what is passed over is said.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::support::damage::{collection, record};
use crate::support::desk::{Desk, ends, records};

fn bytes(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

const CJK: &str = "tests/fonts/NotoSansCJKjp-few.otf";
const HEBREW: &str = "fonts/noto-sans-hebrew/NotoSansHebrew-Regular.ttf";
const KOREAN: &str = r#"{"klantreis": 1, "language": "ko", "title": "고객여정", "phases": [{"title": "검색", "cells": {"goal": "대학교 설명회"}}]}"#;

/// A font whose table of that name cannot be found.
fn without(table: &str) -> Vec<u8> {
    let mut font = bytes(HEBREW);
    let record = record(&font, table);
    font[record] = b'?';
    font
}

fn put(desk: &Desk, path: &str, bytes: &[u8]) {
    let path = desk.0.path().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

#[test]
fn a_collection_below_the_folder_makes_a_journey_whole() {
    let desk = Desk::with(&[("reis.json", KOREAN)]);
    put(&desk, "fonts/far/cjk.ttc", &collection(&[&bytes(HEBREW), &bytes(CJK)]));
    let alone = desk.run("export reis.json --to svg -o alone/");
    assert!(alone.err.contains("no-glyph"), "{}", alone.err);
    let done = desk.run("export reis.json --to svg,pdf --font-dir fonts -o out/ --strict");
    ends(&done, 0);
    assert!(!done.err.contains("no-glyph") && desk.files().contains(&"out/reis.pdf".to_owned()), "{}", done.err);
    let listed: Value = serde_json::from_slice(&desk.run("list fonts --font-dir fonts --json").out).unwrap();
    let names: Vec<_> = listed.as_array().unwrap().iter().rev().take(2).map(|font| font["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["Noto Sans CJK JP", "Noto Sans Hebrew Regular"]);
}

#[test]
fn a_damaged_font_is_named_with_the_reason_and_the_poster_is_made() {
    let desk = Desk::with(&[("reis.json", KOREAN)]);
    put(&desk, "fonts/x.ttf", &without("maxp"));
    put(&desk, "fonts/y.ttc", &collection(&[&bytes(CJK), &without("hmtx"), &without("hmtx")]));
    let done = desk.run("export reis.json --to svg --font-dir fonts --message-format json");
    ends(&done, 0);
    let said: Vec<Value> = records(&done.err).into_iter().filter(|record| record["code"] == "bad-font").collect();
    assert_eq!(said.len(), 2, "{}", done.err);
    assert!(said[0]["path"].as_str().unwrap().ends_with("x.ttf"));
    assert_eq!(said[0]["message"], "the table `maxp` is missing or damaged");
    assert_eq!(said[1]["message"], "faces 2, 3: the table `hmtx` is missing or damaged");
    assert!(!done.err.contains("no-glyph"), "the sound face is used: {}", done.err);
    ends(&desk.run("export reis.json --to svg --font-dir fonts --strict"), 3);
}

#[test]
fn what_is_passed_over_is_said_in_one_line() {
    let desk = Desk::with(&[("reis.json", KOREAN), ("fonts/readme.txt", "x")]);
    put(&desk, "fonts/cjk.otf", &bytes(CJK));
    for number in 0..300 {
        put(&desk, &format!("fonts/old/{number}.pfb"), b"x");
    }
    let done = desk.run("export reis.json --to csv --font-dir fonts --strict");
    ends(&done, 0);
    assert!(done.err.contains("fonts: passed over: .pfb (300), .txt (1)"), "{}", done.err);
    assert_eq!(done.err.lines().filter(|line| line.contains("fonts")).count(), 1, "{}", done.err);
}

#[test]
fn a_folder_that_adds_no_font_is_a_warning() {
    let desk = Desk::with(&[("reis.json", KOREAN), ("empty/a/readme.txt", "x"), ("bad/x.ttf", "no font")]);
    for (folder, said) in [("empty", "there is no .ttf, .otf, .ttc or .otc file"), ("bad", "of 1 font file in this folder none")]
    {
        let done = desk.run(&format!("export reis.json --to csv --font-dir {folder} --strict --message-format short"));
        ends(&done, 3);
        assert!(done.err.contains(&format!("{folder}: warning[no-font]: {said}")), "{}", done.err);
    }
}
