//! `docs/journey-format.md` says what the program does: its examples are valid, and its lists are whole.

use klantreis::diagnostic::{Code, Severity};
use klantreis::journey::{LaneKind, limits};
use klantreis::read;

const PAGE: &str = include_str!("../docs/journey-format.md");

#[test]
fn the_examples_are_valid() {
    let examples: Vec<_> = PAGE.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert_eq!(examples.len(), 2);
    for example in examples {
        read::json(example).unwrap_or_else(|problems| panic!("{example}\n{problems:#?}"));
    }
}

#[test]
fn every_error_code_is_listed_with_its_meaning() {
    for code in Code::ALL.iter().filter(|code| code.severity() == Severity::Error) {
        let row = format!("| `{}` | {} |", code.name(), code.summary());
        assert!(PAGE.contains(&row), "missing row: {row}");
    }
}

#[test]
fn every_kind_is_listed() {
    for kind in LaneKind::ALL {
        assert!(PAGE.contains(&format!("`{}`", kind.name())), "{kind:?}");
    }
}

#[test]
fn the_limits_are_those_in_force() {
    for (of, most) in [
        ("bytes of a document", limits::DOCUMENT_BYTES),
        ("levels of nested lists and objects", limits::DEPTH),
        ("stages", limits::STAGES),
        ("phases", limits::PHASES),
        ("lanes", limits::LANES),
        ("items in one cell", limits::ITEMS_IN_CELL),
        ("items in a journey", limits::ITEMS),
        ("authors", limits::AUTHORS),
        ("words on one scale", limits::SCALE_LABELS),
        ("fields of one object", limits::FIELDS),
        ("characters of one text", limits::TEXT_CHARS),
        ("characters of an id", limits::ID_CHARS),
        ("problems listed", limits::PROBLEMS),
    ] {
        let row = format!("| {of} | {most}");
        assert!(PAGE.lines().any(|line| line.starts_with(&row)), "missing row: {row}");
    }
    let score = format!("| a score, with or without its sign | {} |", limits::NUMBER);
    assert!(PAGE.contains(&score), "missing row: {score}");
}
