//! Choices that come from registries: they are listed, helped with, and reach what is made.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use klantreis::journey::presets::PRESETS;
use klantreis::journey::rules::RULES;
use klantreis::layout::{LAYOUTS, Make};
use klantreis::paper::SIZES;
use klantreis::registry::Registry;
use klantreis::write::{FORMATS, Write};
use serde_json::Value;

use super::JOURNEY;
use crate::support::desk::{Desk, ends};

#[test]
fn every_layout_goes_into_every_format_of_its_kind() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    for layout in LAYOUTS {
        for format in FORMATS {
            let fits = matches!(
                (layout.make, format.write),
                (Make::Drawn(_), Write::Drawn(_)) | (Make::Tabular(_), Write::Book(_) | Write::Table(_))
            );
            if fits {
                let (layout, format) = (layout.name, format.name);
                ends(&desk.run(&format!("export reis.json --layout {layout} -o {layout}.{format}")), 0);
                assert!(!desk.read(&format!("{layout}.{format}")).is_empty());
            }
        }
    }
}

#[test]
fn help_names_every_entry_of_the_registries() {
    let help = String::from_utf8(Desk::with(&[]).run("export --help").out).unwrap();
    let words: BTreeSet<_> = help.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
    for name in FORMATS.iter().map(|format| format.name).chain(Registry::built_in().layout_names()) {
        assert!(words.contains(name), "{name}");
    }
    let help = String::from_utf8(Desk::with(&[]).run("new --help").out).unwrap();
    for preset in PRESETS {
        assert!(help.contains(preset.name), "{}", preset.name);
    }
}

#[test]
fn lists_are_those_of_the_registries() {
    let desk = Desk::with(&[]);
    let list = |what: &str| -> Vec<String> {
        let done = desk.run(&format!("list {what} --json"));
        ends(&done, 0);
        let entries: Vec<Value> = serde_json::from_slice(&done.out).unwrap();
        let names: Vec<_> = entries.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
        let plain = String::from_utf8(desk.run(&format!("list {what}")).out).unwrap();
        assert_eq!(plain.lines().count(), names.len());
        assert!(plain.lines().zip(&names).all(|(line, name)| line.starts_with(name)), "{plain}");
        names
    };
    assert_eq!(list("layouts"), LAYOUTS.iter().map(|layout| layout.name).collect::<Vec<_>>());
    assert_eq!(list("formats"), FORMATS.iter().map(|format| format.name).collect::<Vec<_>>());
    assert_eq!(list("papers"), SIZES.iter().map(|size| size.name).collect::<Vec<_>>());
    assert_eq!(list("presets"), PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>());
    assert_eq!(list("rules"), RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
    assert!(list("fonts").contains(&"Source Sans 3 Regular".to_owned()));
}

#[test]
fn fonts_of_a_folder_are_listed_behind_the_others() {
    let desk = Desk::with(&[]);
    let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/carlito/Carlito-Regular.ttf");
    fs::create_dir(desk.0.path().join("fonts")).unwrap();
    fs::copy(font, desk.0.path().join("fonts/x.TTF")).unwrap();
    let done = desk.run("list fonts --font-dir fonts --json");
    let entries: Vec<Value> = serde_json::from_slice(&done.out).unwrap();
    let last = entries.last().unwrap();
    assert_eq!((&last["name"], &last["bundled"]), (&"Carlito Regular".into(), &false.into()));
}

#[test]
fn paper_and_orientation_reach_the_poster() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    for (options, width, height) in [
        ("--paper a4 --orientation portrait", "210mm", "297mm"),
        ("--paper 300x500mm --orientation landscape", "500mm", "300mm"),
        ("--paper letter --orientation landscape", "279.4mm", "215.9mm"),
        ("", "420mm", "297mm"),
    ] {
        let done = desk.run(&format!("export reis.json --to svg -o - {options}"));
        let svg = String::from_utf8(done.out).unwrap();
        let root = &svg[svg.find("<svg").unwrap()..];
        let root = &root[..root.find('>').unwrap()];
        assert!(
            root.contains(&format!("width=\"{width}\"")) && root.contains(&format!("height=\"{height}\"")),
            "{options}: {root}"
        );
    }
}

#[test]
fn dialect_and_text_mode_reach_the_writers() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let csv = |options: &str| desk.run(&format!("export reis.json --to csv -o - {options}")).out;
    assert!(csv("").starts_with(b"\xef\xbb\xbf"), "Dutch by default");
    assert_eq!(csv(""), csv("--csv-dialect excel-nl"));
    assert!(!csv("--csv-dialect rfc4180").starts_with(b"\xef\xbb\xbf"));
    assert!(csv("--csv-dialect tsv").contains(&b'\t'));
    let svg = |mode: &str| String::from_utf8(desk.run(&format!("export reis.json --to svg -o - --text {mode}")).out).unwrap();
    assert!(svg("live").contains("<text") && !svg("outlines").contains("<text"));
    assert!(svg("both").contains("<text") && !svg("both").contains("@font-face"));
}
