//! What is said is harmless to the terminal that it is shown on, and is not said hundreds of times.

use std::fs;
use std::process::Command;

use crate::support::desk::{Desk, records};

use super::JOURNEY;

/// Whether a text has something in it that a terminal obeys, that turns what stands beside it or that breaks its line, but for line feeds.
fn harmful(text: &str) -> Option<char> {
    let harms = |c: char| {
        c != '\n'
            && (c.is_control()
                || matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}'))
    };
    text.chars().find(|c| harms(*c))
}

/// One of each sort, as they stand in a document and in an argument.
const ODD: &str = "x\u{9b}31m\u{85}\u{7f}\u{202e}\u{2066}\u{200f}\u{61c}\u{2028}y";

#[test]
fn nothing_of_a_document_or_of_the_name_of_a_file_reaches_the_terminal_as_it_is() {
    let journey = format!(
        r#"{{ "klantreis": 1, "title": "{ODD}", "language": "nl", "x": {{ "{ODD}": 1 }}, "phases": [{{ "title": "{ODD} A",
        "cells": {{ "goal": "{ODD} kopen", "emotion": 1, "touchpoint": {{ "text": "{ODD}", "picture": "{ODD}.png" }} }} }}] }}"#
    );
    let wrong = journey.replace("\"language\"", &format!("\"{ODD}\": 1, \"language\""));
    let table = format!("{ODD}\n\n;{ODD} A;{ODD} B\nDoel;{ODD};c\n{ODD};e;f\n\n{ODD};{ODD}\n");
    let names = ["a", "b", "wrong"].map(|name| format!("{name}{ODD}.json"));
    let sheet = format!("c{ODD}.csv");
    let other = journey.replace(" kopen", " krijgen").replace("\": 1 }, \"phases", "\": 2 }, \"phases");
    let desk = Desk::with(&[(&names[0], &journey), (&names[1], &other), (&names[2], &wrong), (&sheet, &table)]);
    fs::create_dir(desk.0.path().join("fonts")).unwrap();
    fs::write(desk.0.path().join("fonts/x.ttf"), odd_font()).unwrap();
    let lines = [
        vec!["check", "."],
        vec!["check", ".", "--verbose"],
        vec!["check", &names[0], &names[1], &names[2], &sheet],
        vec!["diff", &names[0], &names[1]],
        vec!["diff", &names[0], &names[1], "--json"],
        vec!["list", "fonts", "--font-dir", "fonts"],
        vec!["list", "fonts", "--font-dir", "fonts", "--json"],
        vec!["merge", &names[0], &names[1], "-o", "merged.json"],
        vec!["import", &sheet, "--explain"],
        vec!["import", &sheet, "-o", "sheet.json"],
        vec!["fmt", &names[0], "--check"],
        vec!["export", &names[0], "-o", "out/", "--verbose"],
        vec!["export", ODD],
        vec!["export", &names[0], "-o", ODD, "--to", ODD],
        vec!["list", "fonts", "--font-dir", ODD],
        vec!["check", "a.json", "--against", ODD],
        vec!["check", "a.json", "--report", ODD],
        vec!["import", &sheet, "-o", ODD, "--layout", ODD],
        vec!["import", &sheet, "--language", ODD],
        vec!["export", &names[0], "--paper", ODD],
        vec!["export", &names[0], "--name", "{\u{9b}\nerror: injected}"],
        vec!["export", &names[0], "--\u{202e}"],
        vec![ODD],
        vec!["new", "--preset", ODD],
        vec!["new", "-o", ODD],
    ];
    let mut said = 0;
    for line in &lines {
        for form in ["human", "short", "json"] {
            let arguments: Vec<&str> = line.iter().copied().chain(["--message-format", form]).collect();
            let done = desk.run_arguments(&arguments, b"", &[]);
            said += done.err.len();
            assert_eq!(harmful(&done.err), None, "{arguments:?}: {:?}", done.err);
            assert!(!done.err.lines().any(|line| line.starts_with("error: injected")), "{}", done.err);
            let out = String::from_utf8(done.out).unwrap();
            assert_eq!(harmful(&out), None, "{arguments:?}: {out:?}");
            if form == "json" && done.code != 2 {
                let wrong = done.err.lines().find(|line| serde_json::from_str::<serde_json::Value>(line).is_err());
                assert_eq!(wrong, None, "{arguments:?}");
            }
        }
    }
    assert!(said > 20_000, "only {said} bytes were said");
}

/// A font with a name that turns what stands beside it and breaks its line.
fn odd_font() -> Vec<u8> {
    let mut font = fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/noto-sans-hebrew/NotoSansHebrew-Regular.ttf")).unwrap();
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    let (name, odd) = (utf16("Noto Sans"), utf16("\u{9b}\u{202e}\u{2028}\u{85} Sans"));
    for at in 0..font.len() - name.len() {
        if font[at..].starts_with(&name) {
            font[at..at + odd.len()].copy_from_slice(&odd);
        }
    }
    font
}

#[test]
fn what_programs_read_says_the_same() {
    let desk = Desk::with(&[("a.json", JOURNEY), ("b.json", &JOURNEY.replace("Iets kopen", ODD))]);
    fs::create_dir(desk.0.path().join("fonts")).unwrap();
    fs::write(desk.0.path().join("fonts/x.ttf"), odd_font()).unwrap();
    let fonts: serde_json::Value = serde_json::from_slice(&desk.run("list fonts --font-dir fonts --json").out).unwrap();
    let family = |font: &serde_json::Value| {
        font["family"].as_str().is_some_and(|name| name.starts_with("\u{9b}\u{202e}\u{2028}\u{85} Sans"))
    };
    assert!(fonts.as_array().unwrap().iter().any(family), "{fonts}");
    let changes: serde_json::Value = serde_json::from_slice(&desk.run("diff a.json b.json --json").out).unwrap();
    assert!(changes["changes"].as_array().unwrap().iter().any(|change| change["after"]["value"]["text"] == ODD), "{changes}");
    let done = desk.run("check b.json --report out.json");
    let report = String::from_utf8(desk.read("out.json")).unwrap();
    assert!(done.code == 0 && harmful(&report).is_none(), "{report}");
}

#[test]
fn what_programs_read_is_not_escaped_for_people() {
    let desk = Desk::with(&[("a.json", &JOURNEY.replace("Iets kopen", "\u{200f}א\u{202e}"))]);
    let table = String::from_utf8(desk.run("export a.json --to csv -o -").out).unwrap();
    assert!(table.contains("\u{200f}א\u{202e}"), "{table}");
    let record = records(&desk.run("check a\u{202e}.json --message-format json").err)[0]["path"].as_str().map(str::to_owned);
    assert_eq!(record.as_deref(), Some("a\u{202e}.json"), "a program is told the name as it is");
}

#[test]
fn short_messages_draw_together_what_they_repeat() {
    let rows = (1..=400).map(|row| format!("\n;;;;;;;;rest {row}")).collect::<Vec<_>>().concat();
    let desk = Desk::with(&[("a.csv", &format!("Titel\n\n;A;B\nDoel;c;d\nActie;e;f\n\n{rows}\n"))]);
    let short = desk.run("check a.csv --message-format short");
    let of_cells = |done: &str| done.lines().filter(|line| line.contains("warning[not-placed]")).count();
    assert!((1..=5).contains(&of_cells(&short.err)) && short.err.contains("more, which --verbose lists)"), "{}", short.err);
    assert!(of_cells(&desk.run("check a.csv --message-format short --verbose").err) >= 400);
    let all = records(&desk.run("check a.csv --message-format json").err);
    assert!(all.iter().filter(|record| record["code"] == "not-placed").count() >= 400, "a program is told each");
}

#[test]
fn a_panic_that_is_caught_comes_back() {
    assert!(klantreis::defect::caught(|| -> u8 { panic!("heard by nobody") }).is_err());
}

#[test]
fn a_panic_that_is_caught_says_nothing_by_itself() {
    let mut alone = Command::new(std::env::current_exe().unwrap());
    alone.args(["--exact", "cli::said::a_panic_that_is_caught_comes_back", "--nocapture"]);
    let done = alone.output().unwrap();
    let said = [done.stdout, done.stderr].map(|bytes| String::from_utf8(bytes).unwrap()).concat();
    assert!(done.status.success() && said.contains("1 passed") && !said.contains("heard by nobody"), "{said}");
}
