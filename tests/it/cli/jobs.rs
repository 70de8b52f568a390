//! A batch on several threads: what comes out, and what is said of it, is the same at any number.

use std::collections::BTreeMap;
use std::fs;

use crate::support::desk::{Desk, Done};

/// Journeys, good and bad, of which the first takes longest, and whatever else lies in a folder.
fn desk() -> Desk {
    let fixture = |name: &str| fs::read_to_string(format!("{}/fixtures/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let (large, small) = (fixture("lejebil.json"), fixture("mini.json"));
    let same = small.replace("\"title\": \"", "\"title\": \"Nog eens: ");
    let pictured = r#"{ "klantreis": 1, "title": "Foto", "language": "nl", "phases":
        [{ "title": "A", "cells": { "image": { "picture": { "src": "weg.png", "alt": "Weg" } } } }] }"#;
    let files = [
        ("in/a.json", large.as_str()),
        ("in/b/half.json", r#"{ "klantreis": 1, "title": "Half", "#),
        ("in/b/mini.json", small.as_str()),
        ("in/c.json", pictured),
        ("in/d.json", r#"{ "klantreis": 1, "titel": "x", "language": "nl", "phases": [] }"#),
        ("in/e.json", same.as_str()),
        ("in/f.json", "{}"),
        ("in/g.csv", "Fase;Oriëntatie;Keuze\nDoel;Weten;Kiezen\nElders;;\n"),
    ];
    Desk::with(&files)
}

/// What a run leaves and says.
fn run(line: &str, jobs: usize) -> (i32, Vec<u8>, String, BTreeMap<String, Vec<u8>>) {
    let desk = desk();
    let Done { code, out, err } = desk.run(&format!("{line} --jobs {jobs}"));
    let made = desk.files().into_iter().filter(|name| !name.starts_with("in/"));
    let made = made.map(|name| (name.clone(), fs::read(desk.path(&name)).unwrap())).collect();
    (code, out, err, made)
}

#[test]
fn the_number_of_jobs_changes_nothing_of_what_comes_out() {
    for (line, files) in [
        ("export in --to svg,pdf,xlsx,csv -v -o out/", 12),
        ("export in --to csv --name {title} -o out/", 4),
        ("export in --layout tidy --combine -o all.csv", 1),
        ("check in -v --report r.json --report r.xlsx", 2),
        ("import in --explain -o out/", 1),
    ] {
        let one = run(line, 1);
        assert!(one.3.len() >= files, "{line}: {:?}\n{}", one.3.keys(), one.2);
        for jobs in [2, 5] {
            let more = run(line, jobs);
            assert_eq!((more.0, &more.2), (one.0, &one.2), "{line} with {jobs} jobs");
            assert!((&more.1, &more.3) == (&one.1, &one.3), "{line} with {jobs} jobs makes other files");
        }
    }
}

#[test]
fn to_fail_fast_is_to_stop_at_the_first_failure_in_order() {
    for jobs in [1, 3] {
        let (code, _, said, made) = run("export in --to csv --fail-fast -o out/", jobs);
        assert_eq!((code, made.keys().map(String::as_str).collect::<Vec<_>>()), (1, vec!["out/a.csv"]), "{said}");
        assert!(said.contains("in/b/half.json") && !said.contains("in/d.json"), "{said}");
        assert!(said.ends_with("1 file written to out/; 1 of 2 inputs failed; 5 more inputs not looked at\n"), "{said}");
        let (code, _, said, made) = run("export in --layout tidy --combine --fail-fast -o all.csv", jobs);
        assert!(code == 1 && made.is_empty(), "no table without what failed: {said}");
        let (_, _, said, _) = run("check in --fail-fast", jobs);
        assert!(said.contains("1 of 2 inputs failed") && !said.contains("in/d.json"), "{said}");
    }
    let whole = run("export in/a.json in/e.json --to csv --fail-fast -o out/", 2);
    assert!(whole.0 == 0 && whole.3.len() == 2 && !whole.2.contains("not looked at"), "{}", whole.2);
}

#[test]
fn no_jobs_are_too_few() {
    let refused = desk().run("check in --jobs 0");
    assert_eq!(refused.code, 2, "{}", refused.err);
}
