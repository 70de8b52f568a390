//! A folder of what a class hands in: every file that is not hidden is accounted for.

use std::fs;

use crate::support::desk::Desk;

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Naar zee", "language": "nl", "authors": "Bo", "scenario": "Bo wil naar zee",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": "Loket", "emotion": 1,
        "image": { "picture": { "src": "foto's/strand.png", "alt": "Het strand" } } } }] }"#;

/// The smallest PNG: a grey dot.
const DOT: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0\x3a\x7e\x9b\x55\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01\x48\xaf\xa4\x71\0\0\0\0IEND\xaeB`\x82";

fn class() -> Desk {
    let desk = Desk::with(&[
        ("klas/a.json", JOURNEY),
        ("klas/b.json", ""),
        ("klas/c.mmd", "%% van mij\njourney\n  title Naar zee\n  section Aankoop\n    Kaartje kopen: 5: Bo, Sam\n"),
        ("klas/d.md", "# Reis\n\n| Fase | Aankoop |\n|---|:--|\n| Doel | Iets kopen |\n"),
        ("klas/e.yaml", "klantreis: 1\ntitle: Naar zee\nlanguage: nl\nphases:\n  - title: Aankoop\n"),
        ("klas/f.txt", "Mijn klantreis staat in de bijlage"),
        ("klas/g.docx", "PK\u{3}\u{4}"),
        ("klas/.DS_Store", "x"),
        ("klas/Thumbs.db", "x"),
        ("klas/desktop.ini", "[.ShellClassInfo]"),
        ("klas/__MACOSX/._a.json", "x"),
        ("klas/i.gsheet", r#"{"doc_id":"1x","email":"noor@school.nl"}"#),
        ("klas/h.JPG", "\u{ff}"),
        ("klas/klein.txt", JOURNEY),
        ("klas/foto's/strand.png", ""),
        ("klas/foto's/ander.png", ""),
    ]);
    fs::write(desk.path("klas/h.JPG"), b"\xff\xd8\xff\xe0").unwrap();
    for name in ["strand", "ander"] {
        fs::write(desk.path(&format!("klas/foto's/{name}.png")), DOT).unwrap();
    }
    desk
}

#[test]
fn every_file_that_is_not_hidden_has_a_row() {
    let desk = class();
    let done = desk.run("check klas --report r.json --message-format short");
    assert_eq!(done.code, 1, "{}", done.err);
    let report: serde_json::Value = serde_json::from_slice(&desk.read("r.json")).unwrap();
    let rows = |list: &str| -> Vec<String> {
        report[list].as_array().unwrap().iter().map(|row| row["path"].as_str().unwrap()["klas/".len()..].to_owned()).collect()
    };
    let all =
        ["a.json", "b.json", "c.mmd", "d.md", "e.yaml", "f.txt", "foto's/ander.png", "g.docx", "h.JPG", "i.gsheet", "klein.txt"];
    assert_eq!(rows("hand_ins"), all);
    let passed = ["Thumbs.db", "__MACOSX", "desktop.ini", "foto's/strand.png"];
    assert_eq!(rows("passed_over"), passed, "the picture of a journey is a part of it");
    for (file, what) in [
        ("b.json", "the document is empty"),
        ("f.txt", "a text without a table"),
        ("g.docx", "ZIP"),
        ("h.JPG", "a picture"),
        ("i.gsheet", "a shortcut to a document of Google"),
        ("foto's/ander.png", "a picture"),
    ] {
        let said = done.err.lines().find(|line| line.starts_with(&format!("klas/{file}"))).unwrap_or_default();
        assert!(said.contains("error[") && said.contains(what), "{file}: {said:?}\n{}", done.err);
    }
    assert!(done.err.contains("6 of 11 inputs failed"), "{}", done.err);
}

#[test]
fn the_posters_and_reports_of_a_folder_are_no_hand_ins() {
    let desk = Desk::with(&[("klas/a.json", &JOURNEY.replace("foto's/strand.png", "weg.png"))]);
    for line in ["export klas/a.json --to pdf,svg -o klas/", "export klas/a.json --to svg --text outlines -o klas/omtrek.svg"] {
        assert_eq!(desk.run(line).code, 0);
    }
    let reports = "check klas --report klas/r.html --report klas/r.json --report klas/r.xlsx";
    for time in 0..2 {
        let done = desk.run(reports);
        assert!(done.code == 0 && done.err.contains("1 journey valid"), "{time}: {}", done.err);
    }
    assert_eq!(desk.files().len(), 7, "{:?}", desk.files());
}

#[test]
fn what_a_folder_holds_under_another_name_is_read_by_every_command() {
    let desk = Desk::with(&[("klas/a.json", &JOURNEY.replace("foto's/strand.png", "weg.png"))]);
    assert_eq!(desk.run("export klas/a.json -o klas/b.xlsx").code, 0);
    fs::rename(desk.path("klas/b.xlsx"), desk.path("klas/b.xlsx.download")).unwrap();
    fs::rename(desk.path("klas/a.json"), desk.path("klas/a")).unwrap();
    for (line, files) in [("export klas --to csv -o out/", 2), ("import klas -o json/", 2)] {
        let done = desk.run(line);
        assert!(done.code == 0 && done.err.contains(&format!("{files} ")), "{line}: {}", done.err);
    }
    assert_eq!(desk.files().len(), 6, "{:?}", desk.files());
}

#[test]
fn what_a_workbook_is_made_into_beside_it_leaves_out_the_workbook() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    assert_eq!(desk.run("export a.json -o reis.xlsx").code, 0);
    let before = desk.read("reis.xlsx");
    let done = desk.run("export reis.xlsx");
    assert_eq!(done.code, 0, "{}", done.err);
    assert!(done.err.contains("reis.xlsx is the input and was left out"), "{}", done.err);
    assert_eq!(desk.read("reis.xlsx"), before);
    for format in ["svg", "pdf", "csv"] {
        assert!(desk.files().iter().any(|file| file.ends_with(&format!("reis.{format}"))), "{format}: {:?}", desk.files());
    }
    let alone = desk.run("export reis.xlsx --to xlsx");
    assert!(alone.code == 1 && alone.err.contains("is an input and is not overwritten"), "{}", alone.err);
}

#[test]
fn a_title_that_a_preset_came_with_is_no_title() {
    let desk = Desk::with(&[("a.json", &JOURNEY.replace("Naar zee", "Klantreis in zes fasen"))]);
    let done = desk.run("check a.json --message-format short");
    assert!(done.err.contains("placeholder") && done.err.contains("zes fasen"), "{}", done.err);
}
