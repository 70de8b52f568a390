//! One table of many journeys: `export --layout tidy --combine`.

use std::fs;
use std::io::{Read, Write};

use crate::support::desk::Desk;

/// A journey with so many items.
fn journey(title: &str, items: usize) -> String {
    let items: Vec<_> = (1..=items).map(|item| format!(r#""ding {item}""#)).collect();
    format!(
        r#"{{ "klantreis": 1, "title": "{title}", "language": "nl",
            "phases": [{{ "title": "Aankoop", "cells": {{ "goal": [{}], "emotion": 1.5 }} }}] }}"#,
        items.join(", ")
    )
}

const BROKEN: &str = r#"{ "klantreis": 1, "titel": "Reis", "language": "nl", "phases": [{ "title": "Aankoop" }] }"#;

/// What the rows of a table hold in the columns of those names.
fn columns(table: &str, names: &[&str]) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let places: Vec<_> = names.iter().map(|name| header.iter().position(|own| own == *name).unwrap()).collect();
    reader.records().map(|row| places.iter().map(|place| row.as_ref().unwrap()[*place].to_owned()).collect()).collect()
}

#[test]
fn a_folder_becomes_one_table() {
    let (a, b) = (journey("Naar zee", 2), journey("Naar huis", 1));
    let desk = Desk::with(&[("klas/b.json", &b), ("klas/a/reis.json", &a), ("klas/andere.json", "{}")]);
    let done = desk.run("export klas --layout tidy --combine -o uit/all.csv");
    assert_eq!((done.code, done.text()), (0, ""), "{}", done.err);
    assert!(done.err.contains("2 journeys combined into uit/all.csv"), "{}", done.err);
    let table = desk.text("uit/all.csv");
    assert!(table.starts_with("source,journey,language,"), "{table}");
    let rows = columns(&table, &["source", "journey", "phase", "lane_kind", "item_order", "text", "score"]);
    let row = |cells: [&str; 7]| cells.map(str::to_owned).to_vec();
    assert_eq!(
        rows,
        [
            row(["a/reis.json", "Naar zee", "Aankoop", "goal", "1", "ding 1", ""]),
            row(["a/reis.json", "Naar zee", "Aankoop", "goal", "2", "ding 2", ""]),
            row(["a/reis.json", "Naar zee", "Aankoop", "emotion", "1", "", "1.5"]),
            row(["b.json", "Naar huis", "Aankoop", "goal", "1", "ding 1", ""]),
            row(["b.json", "Naar huis", "Aankoop", "emotion", "1", "", "1.5"]),
        ]
    );
}

#[test]
fn several_inputs_are_called_as_they_were_named() {
    let text = journey("Reis", 1);
    let desk = Desk::with(&[("een/reis.json", &text), ("twee/reis.json", &text)]);
    let done = desk.run("export een ./twee/reis.json --combine -o -");
    let sources: Vec<_> = columns(done.text(), &["source"]).concat();
    assert_eq!(sources, ["een/reis.json", "een/reis.json", "twee/reis.json", "twee/reis.json"]);
    let done = desk.run_with("export - --layout tidy --combine -o -", &text, &[]);
    assert_eq!(columns(done.text(), &["source"]).concat(), ["-", "-"]);
}

#[test]
fn the_dialect_is_rfc4180_unless_another_is_asked_for() {
    let desk = Desk::with(&[("reis.json", &journey("Reis", 1))]);
    let plain = desk.run("export reis.json --combine -o -");
    let plain = plain.text();
    assert!(plain.contains("\r\nreis.json,Reis,nl,") && plain.contains(",1.5,"), "{plain}");
    let dutch = desk.run("export reis.json --combine -o - --csv-dialect excel-nl");
    let dutch = dutch.text();
    assert!(dutch.starts_with("\u{feff}source;journey;") && dutch.contains(";1,5;"), "{dutch}");
}

#[test]
fn what_is_not_valid_is_reported_and_left_out() {
    let desk =
        Desk::with(&[("klas/a.json", BROKEN), ("klas/b.json", &journey("Reis", 1)), ("klas/c.json", "{ \"klantreis\": 1, ")]);
    let done = desk.run("export klas --layout tidy --combine -o all.csv");
    assert_eq!(done.code, 1);
    assert!(done.err.contains("error[unknown-field]") && done.err.contains("error[syntax]"), "{}", done.err);
    assert!(done.err.contains("1 journey combined into all.csv; 2 of 3 inputs failed"), "{}", done.err);
    assert_eq!(columns(&desk.text("all.csv"), &["source"]).concat(), ["b.json", "b.json"]);
}

#[test]
fn the_file_appears_whole_or_not_at_all() {
    let desk = Desk::with(&[("a.json", BROKEN), ("b.json", &journey("Reis", 1)), ("map/x", "")]);
    let done = desk.run("export a.json --combine -o all.csv");
    assert_eq!((done.code, desk.names()), (1, vec!["a.json".into(), "b.json".into(), "map".into()]), "{}", done.err);
    fs::create_dir(desk.0.path().join("all.csv")).unwrap();
    let done = desk.run("export b.json --combine -o b.json/all.csv");
    assert_eq!(done.code, 1);
    assert!(done.err.contains("cannot write b.json/all.csv"), "{}", done.err);
    assert_eq!(desk.names(), ["a.json", "all.csv", "b.json", "map"]);
}

#[test]
fn the_table_of_an_earlier_run_is_replaced() {
    let desk = Desk::with(&[("klas/reis.json", &journey("Reis", 1))]);
    let all = desk.run("export klas --combine -o klas/all.csv");
    let first = desk.read("klas/all.csv");
    let again = desk.run("export klas --combine -o klas/all.csv");
    assert_eq!((all.code, again.code), (0, 0), "{}", again.err);
    assert_eq!(desk.read("klas/all.csv"), first);
}

#[test]
fn the_same_journeys_give_the_same_bytes_however_the_folder_came_about() {
    let names = ["c.json", "a.json", "b/x.json", "b.json"];
    let made = |order: &[usize]| {
        let desk = Desk::with(&[]);
        for index in order {
            let path = desk.0.path().join("klas").join(names[*index]);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, journey(names[*index], *index)).unwrap();
        }
        desk.run("export klas --combine -o -").text().to_owned()
    };
    let first = made(&[0, 1, 2, 3]);
    assert_eq!(first, made(&[3, 2, 1, 0]));
    let mut sources = columns(&first, &["source"]).concat();
    sources.dedup();
    assert_eq!(sources, ["a.json", "b/x.json", "b.json", "c.json"]);
}

#[test]
fn wrong_use_says_what_goes() {
    let desk = Desk::with(&[("reis.json", &journey("Reis", 1)), ("map/reis.json", &journey("Reis", 1))]);
    for (line, said) in [
        (
            "export reis.json --combine --layout matrix -o all.csv",
            "of the layout `tidy`, not of `matrix`; write --layout tidy --combine",
        ),
        ("export reis.json --combine --layout tidy,matrix -o all.csv", "not of `matrix`"),
        ("export reis.json --combine --to xlsx -o -", "--combine writes csv, not xlsx"),
        ("export reis.json --combine -o all.xlsx", "which all.xlsx is not"),
        ("export reis.json --combine -o map", "map is a folder"),
        ("export reis.json --combine", "needs a name; write --layout tidy --combine -o all.csv"),
        ("export reis.json --combine -o all.cvs", "did you mean `csv`"),
        ("export - - --combine -o -", "only once"),
    ] {
        let done = desk.run(line);
        assert_eq!((done.code, done.text()), (2, ""), "{line}: {}", done.err);
        assert!(done.err.contains(said), "{line}: {}", done.err);
    }
    assert_eq!(desk.names(), ["map", "reis.json"]);
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let desk =
        Desk::with(&[("a.json", &journey("Reis", 500)), ("b.json", &journey("Reis", 500)), ("c.json", &journey("Reis", 500))]);
    let mut child = desk.command(&["export", "a.json", "b.json", "c.json", "--combine", "-o", "-"]).spawn().unwrap();
    let mut start = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(0), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(&start, b"source,jou");
}

#[test]
fn the_table_is_streamed() {
    // The first rows are there before the last journey can be read: it comes from a pipe that is still empty.
    let desk = Desk::with(&[("a.json", &journey("Reis", 500))]);
    let mut child = desk.command(&["export", "a.json", "-", "--combine", "-o", "-"]).spawn().unwrap();
    let mut out = child.stdout.take().unwrap();
    let mut start = vec![0; 20_000];
    out.read_exact(&mut start).unwrap();
    child.stdin.take().unwrap().write_all(journey("Laatste", 1).as_bytes()).unwrap();
    let mut rest = String::new();
    out.read_to_string(&mut rest).unwrap();
    assert!(rest.contains("-,Laatste,nl,") && child.wait().unwrap().success());
}
