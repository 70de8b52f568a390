//! What a teacher reads in Dutch is Dutch: the report of a class of every kind, and all that is said of tables and of what journeys lack.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use calamine::{Reader, Xlsx};
use fluent_syntax::ast::{Entry, Expression, Pattern, PatternElement};
use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::TermLanguage;
use klantreis::journey::presets::Preset;
use klantreis::journey::rules::{Model, RULES, Settings, check};
use klantreis::read;
use roxmltree::{Document, ParsingOptions};

use crate::support::desk::Desk;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = entries.filter(|path| path.is_file()).collect();
    files.sort();
    files
}

/// A folder in which there is one of everything: what each rule is for, tables of others, and what no journey is read from.
fn class() -> Desk {
    let desk = Desk::with(&[
        (
            "klas/klaar.json",
            r#"{ "klantreis": 1, "title": "Naar zee", "language": "nl", "authors": [{ "name": "Bo", "class": "MEP2" }],
            "scenario": "Bo wil naar zee",
            "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": "Loket", "emotion": 1 } }] }"#,
        ),
        ("klas/foto.jpg", "\u{ff}"),
        ("klas/leeg.xlsx", ""),
        ("klas/tekst.rtf", "{\\rtf1 Reis}"),
        ("klas/verslag.pdf", "%PDF-1.7"),
        ("klas/oud.html", "<html><table></table></html>"),
        ("klas/log.csv", "Datum;Tijd;Bericht\n2026-11-01;10:00;start\n2026-11-02;11:00;stop\n"),
        ("klas/~$klaar.xlsx", ""),
        (
            "klas/plaatje.json",
            r#"{ "klantreis": 1, "title": "Met plaatje", "language": "nl", "authors": "Bo", "scenario": "Bo wil weg",
            "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": { "text": "Loket", "picture": "weg.png" } } }] }"#,
        ),
        (
            "klas/fout.json",
            r#"{ "klantreis": 1, "titel": "Met fouten", "language": "nl", "phases": [{ "cells": { "touchpiont": "Loket" } }], "y": 1 }"#,
        ),
    ]);
    for path in files("fixtures/rules").iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        fs::copy(path, desk.path("klas").join(path.file_name().unwrap())).unwrap();
    }
    fs::write(desk.path("klas/archief.zip"), b"PK\x03\x04\x14\0\0\0\0\0").unwrap();
    fs::write(desk.path("klas/beeld.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    desk
}

/// The text of a page, an element with text of its own a line.
fn shown(page: &str) -> String {
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(page, options).unwrap();
    let body = document.descendants().find(|node| node.has_tag_name("body")).unwrap();
    let rows =
        body.descendants().filter(|node| ["h1", "h2", "p", "li", "tr", "summary"].iter().any(|name| node.has_tag_name(*name)));
    let text = |node: roxmltree::Node| {
        let parts = node
            .descendants()
            .filter(roxmltree::Node::is_text)
            .filter_map(|part| part.text())
            .map(str::trim)
            .filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join(" ")
    };
    rows.map(text).filter(|line| !line.is_empty()).map(|line| line + "\n").collect()
}

/// What stands in a file of texts between the things that are put in, by id: pieces of several words.
fn pieces(language: TermLanguage) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join(format!("src/tongue/texts/{}.ftl", language.tag()))).unwrap();
    let resource = fluent_syntax::parser::parse(text).unwrap();
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        Entry::Message(message) => Some((message.id.name, message.value.unwrap())),
        _ => None,
    });
    let pieces = |pattern: &Pattern<String>| {
        let mut found = BTreeSet::new();
        gather(pattern, &mut found);
        found
    };
    messages.map(|(id, pattern)| (id, pieces(&pattern))).collect()
}

fn gather(pattern: &Pattern<String>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => {
                // What is quoted stands in other quotation marks.
                let parts = value.split('`').map(str::trim).filter(|part| part.split_whitespace().count() > 2);
                found.extend(parts.map(str::to_owned));
            }
            PatternElement::Placeable { expression: Expression::Select { variants, .. } } => {
                for variant in variants {
                    gather(&variant.value, found);
                }
            }
            PatternElement::Placeable { .. } => {}
        }
    }
}

#[test]
fn a_report_in_dutch_has_no_english_sentence() {
    let desk = class();
    for (language, golden) in [(TermLanguage::Nl, true), (TermLanguage::Da, false)] {
        let tag = language.tag();
        let line = format!("check klas --lang {tag} --against five-phases --report {tag}.html --report {tag}.xlsx");
        let done = desk.run(&line);
        assert_eq!(done.code, 1, "{}", done.err);
        let page = String::from_utf8(desk.read(&format!("{tag}.html"))).unwrap();
        assert!(page.contains(&format!("<html lang=\"{tag}\">")));
        let mut sheets = Xlsx::new(Cursor::new(desk.read(&format!("{tag}.xlsx")))).unwrap();
        let names = sheets.sheet_names();
        let cells = names
            .iter()
            .flat_map(|name| sheets.worksheet_range(name).unwrap().cells().map(|cell| cell.2.to_string()).collect::<Vec<_>>());
        let texts = [shown(&page), cells.collect::<Vec<_>>().join("\n"), names.join("\n"), done.err];
        let own = pieces(language);
        for (id, pieces) in pieces(TermLanguage::En) {
            for piece in pieces.difference(&own[&id]) {
                for text in &texts {
                    let found = text.lines().find(|line| line.contains(piece.as_str()));
                    assert_eq!(found, None, "{id} is English in {tag}");
                }
            }
        }
        if golden {
            let path = root().join("tests/it/report.nl.txt");
            if std::env::var_os("UPDATE_GOLDENS").is_some() {
                fs::write(&path, &texts[0]).unwrap();
            }
            assert_eq!(fs::read_to_string(&path).unwrap_or_default(), texts[0]);
        }
    }
}

/// Whether all that a diagnostic says stands in the table.
fn is_told(diagnostic: &Diagnostic) -> bool {
    let Some(words) = &diagnostic.words else { return false };
    let told = |phrase: &Option<klantreis::tongue::Phrase>| phrase.as_ref().is_some_and(klantreis::tongue::Phrase::is_known);
    told(&words.message) && (diagnostic.help.is_none() || told(&words.help))
}

#[test]
fn whatever_is_found_in_a_journey_stands_in_the_table_of_texts() {
    let preset = |name: &str, language: TermLanguage| read::json(Preset::named(name).unwrap().json(language)).unwrap();
    let model =
        Model::new("`five-phases`", preset("five-phases", TermLanguage::En), vec![preset("five-phases", TermLanguage::Nl)]);
    let all: Vec<&str> = RULES.iter().map(|rule| rule.id).collect();
    let mut said = BTreeSet::new();
    for path in files("fixtures/rules").into_iter().chain(files("fixtures")) {
        let Some(journey) = fs::read_to_string(&path).ok().and_then(|text| read::json(&text).ok()) else { continue };
        for finding in check(&journey, Some(&model), &Settings::only(&all)) {
            assert!(is_told(&finding), "{}: {finding:?}", path.display());
            said.insert(finding.code.name());
        }
    }
    assert_eq!(said.len(), RULES.len(), "each rule has found something: {said:?}");
}

/// Codes of what only those meet who write the rarer parts of a document by hand: these are said in English.
const TECHNICAL: [Code; 7] = [
    Code::BadMeasurement,
    Code::BadPicture,
    Code::BadScale,
    Code::BadLink,
    Code::MisplacedField,
    Code::MissingField,
    Code::UnknownLane,
];

#[test]
fn what_is_wrong_with_a_document_stands_in_the_table_of_texts() {
    let mut said = BTreeSet::new();
    for path in files("fixtures/invalid").iter().filter(|path| path.extension().is_some_and(|extension| extension == "json")) {
        for problem in read::json_bytes(&fs::read(path).unwrap()).unwrap_err() {
            if !TECHNICAL.contains(&problem.code) {
                assert!(is_told(&problem), "{}: {problem:?}", path.display());
                said.insert(problem.code.name());
            }
        }
    }
    assert!(said.len() > 20, "{said:?}");
}

#[test]
fn whatever_is_said_of_a_table_stands_in_the_table_of_texts() {
    let mut said = BTreeSet::new();
    for path in files("fixtures/import").into_iter().chain(files("fixtures/invalid")).chain(files("tests/samples")) {
        let extension = path.extension().map(|extension| extension.to_string_lossy().into_owned());
        let (_, result) = read::read(extension.as_deref(), &fs::read(&path).unwrap(), &read::Options::default());
        let remarks = result.map_or_else(|problems| problems, |reading| reading.remarks);
        for remark in remarks.iter().filter(|remark| !TECHNICAL.contains(&remark.code)) {
            assert!(is_told(remark), "{}: {remark:?}", path.display());
            said.insert(remark.code.name());
        }
    }
    assert!(said.len() > 5, "{said:?}");
}
