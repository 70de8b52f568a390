//! `check` and its rules.

use std::fs;

use klantreis::journey::rules::example;

use super::{BROKEN, COMPLETE, JOURNEY};
use crate::support::desk::{Desk, ends, records};

#[test]
fn findings_are_warnings_and_3_when_strict() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let done = desk.run("check reis.json --message-format short");
    ends(&done, 0);
    let lines: Vec<_> = done.err.lines().collect();
    assert_eq!(
        lines,
        [
            "reis.json:1:1: warning[no-author]: the journey does not say who made it",
            "reis.json:1:1: warning[no-persona]: the journey does not say who travels",
            "reis.json:1:1: warning[phase-without-touchpoint]: the journey has no lane for touchpoints",
            "1 journey valid, but not complete; 3 warnings",
        ]
    );
    ends(&desk.run("check reis.json --strict"), 3);
}

#[test]
fn a_file_of_rules_switches_them() {
    let quiet = "no-author = false\nno-persona = false\nphase-without-touchpoint = false\n";
    let desk = Desk::with(&[("reis.json", JOURNEY), ("rules.toml", quiet)]);
    let done = desk.run("check reis.json --rules rules.toml --strict");
    ends(&done, 0);
    assert_eq!(done.err, "1 journey valid and complete\n");
}

#[test]
fn the_listed_file_of_rules_is_read_again() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let printed = desk.run("list rules --toml").out;
    assert_eq!(String::from_utf8_lossy(&printed), example());
    fs::write(desk.0.path().join("rules.toml"), printed).unwrap();
    assert_eq!(desk.run("check reis.json --rules rules.toml").err, desk.run("check reis.json").err);
}

#[test]
fn journeys_are_compared_with_a_preset_or_with_a_file() {
    let desk = Desk::with(&[("reis.json", COMPLETE), ("model.json", JOURNEY)]);
    let done = desk.run("check reis.json --against six-phases --message-format short");
    assert!(done.err.contains("5 of the 6 phases of `six-phases` are missing: `Bewustzijn`, `Oriëntatie`"), "{}", done.err);
    assert!(done.err.contains("1 of the 3 lanes of `six-phases` is missing: `Actie van de klant`"), "{}", done.err);
    ends(&desk.run("check reis.json --against model.json --strict"), 0);
    let done = desk.run("check model.json --against reis.json --message-format short");
    assert!(done.err.contains("warning[missing-lane]: 1 of the 3 lanes of `reis` is missing: `Touchpoint`"), "{}", done.err);
}

#[test]
fn the_words_of_a_blank_workbook_are_placeholders() {
    let hint = "Wat wil de klant in deze fase bereiken?";
    let desk = Desk::with(&[("reis.json", &COMPLETE.replace("Iets kopen", hint))]);
    assert!(desk.run("check reis.json").err.contains("warning[placeholder]"));
}

#[test]
fn several_journeys_end_in_a_table() {
    let desk = Desk::with(&[("in/a.json", COMPLETE), ("in/b.json", JOURNEY), ("in/c.json", BROKEN)]);
    let done = desk.run("check in");
    ends(&done, 1);
    let table: Vec<_> = done.err.lines().rev().take(10).map(str::trim_end).collect();
    assert_eq!(
        table,
        [
            "2 journeys valid, 1 of them complete; 1 of 3 inputs failed; 3 warnings",
            "  in/c.json: 1:19: a journey has no field `titel`",
            "failed:",
            "",
            "total           2      1      ✓      ✓    3",
            "in/c.json     1 error",
            "in/b.json       2      1      ✓      ✓    3",
            "in/a.json       ✓      ✓      ✓      ✓    ✓",
            "              who  cells  texts  order  all",
            "",
        ]
    );
    assert!(desk.run("check in --against six-phases").err.contains("order  model  all"));
    for silent in ["check in/b.json", "check in --quiet", "check in --message-format short"] {
        assert!(!desk.run(silent).err.contains('✓'), "{silent}");
    }
    assert!(desk.run("check in --color always").err.contains("\u{1b}[32m      ✓\u{1b}[0m"));
}

#[test]
fn to_programs_each_valid_journey_is_told_with_its_counts() {
    let desk = Desk::with(&[("in/a.json", COMPLETE), ("in/b.json", JOURNEY), ("in/c.json", BROKEN)]);
    let records = records(&desk.run("check in --message-format json").err);
    let of = |code: &str| records.iter().filter(|record| record["code"] == code).collect::<Vec<_>>();
    let checked: Vec<_> = of("checked").iter().map(|record| record["message"].as_str().unwrap()).collect();
    assert_eq!(checked, ["complete", "3 warnings: who 2, cells 1"]);
    let finding = of("no-persona")[0];
    assert_eq!((&finding["severity"], &finding["pointer"], &finding["line"]), (&"warning".into(), &"".into(), &1.into()));
    assert!(records.iter().all(|record| record.as_object().unwrap().len() == 8));
}
