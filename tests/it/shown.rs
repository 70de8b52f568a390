//! What of a journey is shown: in every layout, drawn and tabular, on every way into the program.

use crate::matrix::{fixture, lay_on};
use crate::support::desk::{Desk, ends, records};
use klantreis::export::{ExportError, Options, Selection, export};
use klantreis::journey::choices::{ChoiceError, Choices, Fill};
use klantreis::journey::normal;
use klantreis::paper::Paper;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};

/// A journey of which each part says something that no other does.
const JOURNEY: &str = r#"{
  "klantreis": 1, "title": "Titelwoord", "language": "nl", "scenario": "Scenariowoord", "question": "Vraagwoord",
  "authors": [{ "name": "Auteurwoord", "class": "Klaswoord" }], "x": { "geheim": "Eigenwoord" },
  "personas": [{ "name": "Sanne", "quotes": ["Sannewoord"] }, { "name": "Bo", "quotes": ["Bowoord"] }],
  "stages": [{ "id": "before", "title": "Voorwoord" }, { "id": "after", "title": "Nawoord" }],
  "lanes": [{ "kind": "goal" }, { "kind": "touchpoint" }, { "id": "s", "kind": "emotion", "title": "Stemming", "persona": "sanne" },
            { "id": "b", "kind": "emotion", "title": "Humeurwoord", "persona": "bo", "purpose": "expectation" }],
  "phases": [
    { "id": "een", "title": "Eenfase", "stage": "before", "description": "Eenwoord", "cells": { "goal": "Doelwoord", "touchpoint": { "id": "k", "text": "Kassawoord" }, "s": { "score": 1, "text": "Sanneblij" }, "b": { "score": -1, "text": "Boboos" } } },
    { "id": "twee", "title": "Tweefase", "stage": "after", "description": "Tweewoord", "cells": {
      "goal": "Tweededoel", "touchpoint": "Teken \udb40\udd00\ue000 erbij" } }],
  "measurements": [{ "title": "Metingwoord", "kind": "number", "at": "k", "series": 3 }],
  "opportunities": [{ "text": "Kanswoord", "at": "k" }],
  "storyboard": [{ "caption": "Paneelwoord", "at": "twee" }]
}"#;

/// Everything that is written of a journey, as text: posters, workbooks with their hidden sheet, tables.
fn said(choices: &Choices) -> String {
    let journey = klantreis::read::json(JOURNEY).unwrap();
    let registry = Registry::built_in();
    let typesetter = Typesetter::new(Fonts::bundled());
    let layouts: Vec<_> = registry.layout_names().collect();
    let selection = Selection::new(registry, &["svg", "csv", "xlsx"], &layouts).unwrap();
    let options = Options { choices: choices.clone(), ..Options::default() };
    let exported = export(&journey, &selection, &options, &typesetter).unwrap();
    let mut all = String::new();
    for output in exported.outputs {
        if output.format.name == "xlsx" {
            let mut parts = zip::ZipArchive::new(std::io::Cursor::new(output.bytes)).unwrap();
            for index in 0..parts.len() {
                let mut text = String::new();
                if std::io::Read::read_to_string(&mut parts.by_index(index).unwrap(), &mut text).is_ok() {
                    all.push_str(&text);
                }
            }
        } else {
            all.push_str(&String::from_utf8_lossy(&output.bytes));
        }
    }
    all
}

fn some(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

/// What is shown and what is hidden stands in all that is written, or in none of it.
fn check(choices: &Choices, shown: &[&str], hidden: &[&str]) {
    let all = said(choices);
    for word in shown {
        assert!(all.contains(word), "{choices:?} leaves out {word}");
    }
    for word in hidden {
        assert!(!all.contains(word), "{choices:?} lets {word} through");
    }
}

#[test]
fn what_is_hidden_stands_in_no_file_not_even_where_nobody_looks() {
    let everything =
        ["Doelwoord", "Kassawoord", "Sannewoord", "Bowoord", "Sanneblij", "Boboos", "Eenwoord", "Tweewoord", "Kanswoord"];
    check(&Choices::default(), &everything, &[]);
    let lanes = Choices { lanes: some(&["doel"]), ..Choices::default() };
    check(
        &lanes,
        &["Doelwoord", "Eenwoord", "Sannewoord"],
        &["Kassawoord", "Sanneblij", "Boboos", "Eigenwoord", "Humeurwoord", "Kanswoord", "Metingwoord"],
    );
    let phases = Choices { phases: some(&["Voorwoord"]), ..Choices::default() };
    check(&phases, &["Doelwoord", "Eenwoord", "Kanswoord"], &["Tweewoord", "Tweededoel", "Tweefase", "Nawoord", "Paneelwoord"]);
    let persona = Choices { personas: some(&["sanne"]), ..Choices::default() };
    check(&persona, &["Sannewoord", "Sanneblij", "Kassawoord"], &["Bowoord", "Boboos", "Humeurwoord"]);
    let curves = Choices { curves: some(&["verwachting"]), ..Choices::default() };
    check(&curves, &["Boboos", "Doelwoord"], &["Sanneblij"]);
    let titles = Choices { fill: Fill::Titles, ..Choices::default() };
    check(
        &titles,
        &["Eenwoord", "Scenariowoord", "Auteurwoord", "Sannewoord"],
        &["Doelwoord", "Sanneblij", "Kanswoord", "Paneelwoord"],
    );
    let none = Choices { fill: Fill::None, ..Choices::default() };
    let filled =
        ["Doelwoord", "Eenwoord", "Scenariowoord", "Vraagwoord", "Auteurwoord", "Klaswoord", "Sannewoord", "Metingwoord"];
    check(&none, &["Titelwoord", "Eenfase", "Tweefase", "Voorwoord", "Humeurwoord"], &filled);
}

#[test]
fn a_filtered_workbook_comes_back_as_what_was_shown() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    ends(&desk.run("export reis.json --lanes goal,s --phases een -o deel.xlsx --layout matrix"), 0);
    ends(&desk.run("import deel.xlsx -o terug.json"), 0);
    let choices = Choices { lanes: some(&["goal", "s"]), phases: some(&["een"]), ..Choices::default() };
    let whole = klantreis::read::json(JOURNEY).unwrap();
    let back = klantreis::read::json(&desk.text("terug.json")).unwrap();
    assert_eq!(normal(&back), normal(choices.of(&whole).unwrap().journey()));
}

#[test]
fn what_is_said_leads_into_the_input() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let of = |arguments: &str| {
        let done = desk.run(&format!("export reis.json --message-format json {arguments} -o a.svg"));
        let glyph = records(&done.err).into_iter().find(|record| record["code"] == "no-glyph");
        glyph.unwrap_or_else(|| panic!("{}", done.err))
    };
    let (whole, part) = (of(""), of("--phases twee --lanes touchpoint"));
    assert_eq!(part["pointer"], whole["pointer"]);
    assert!(part["line"].as_u64().is_some() && part["line"] == whole["line"] && part["column"] == whole["column"], "{part}");
    assert!(part["pointer"].as_str().unwrap().starts_with("/phases/1/"), "{part}");
}

#[test]
fn an_unknown_name_is_wrong_use_and_stops_no_other_journey() {
    let other =
        r#"{ "klantreis": 1, "title": "B", "language": "da", "phases": [{ "title": "F", "cells": { "channel": "Avis" } }] }"#;
    let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.json", other)]);
    let done = desk.run("export in --lanes kanaal --to csv -o uit");
    ends(&done, 2);
    assert!(done.err.contains("a.json") && done.err.contains("the journey has no lane `kanaal`"), "{}", done.err);
    assert_eq!(desk.files(), ["in/a.json", "in/b.json", "uit/b.csv"]);
    let done = desk.run("export in/a.json --curves expectatoin --to svg -o uit");
    ends(&done, 2);
    let done = desk.run("export in/a.json --lanes touchpiont -o a.svg");
    assert!(done.err.contains("did you mean `Touchpoint`?"), "{}", done.err);
    ends(&desk.run("export in/a.json --fill half -o a.svg"), 2);
    let done = desk.run("export in/a.json --persona Bo --combine -o all.csv");
    ends(&done, 0);
    assert!(!desk.text("all.csv").contains("Sanneblij") && desk.text("all.csv").contains("Boboos"));
}

#[test]
fn a_library_user_is_told_what_the_journey_does_not_have() {
    let options = Options { choices: Choices { phases: some(&["drie"]), ..Choices::default() }, ..Options::default() };
    let selection = Selection::new(Registry::built_in(), &["csv"], &["tidy"]).unwrap();
    let journey = klantreis::read::json(JOURNEY).unwrap();
    let error = export(&journey, &selection, &options, &Typesetter::new(Fonts::bundled())).unwrap_err();
    assert!(matches!(&error, ExportError::Choice(ChoiceError::Unknown(unknown)) if unknown.given == "drie"), "{error}");
}

#[test]
fn sticky_notes_are_no_warning() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let done = desk.run("export reis.json --fill none --paper A0 --strict -o leeg.pdf");
    ends(&done, 0);
    assert!(done.err.contains("note[sticky-notes]"), "{}", done.err);
    let quiet = desk.run("export reis.json --fill none --paper A0 --quiet -o leeg.pdf");
    assert_eq!(quiet.err, "");
}

#[test]
fn the_choices_of_fixtures_are_journeys() {
    for name in ["zwembad", "mediacollege", "lejebil", "overvol", "planboard"] {
        let journey = fixture(name);
        for (fill, ..) in Fill::ALL {
            for phase in &journey.phases {
                let choices = Choices { fill, phases: vec![phase.id.to_string()], ..Choices::default() };
                let shown = choices.of(&journey).unwrap();
                assert_eq!(&klantreis::read::json(&normal(shown.journey())).unwrap(), shown.journey(), "{name} {}", phase.id);
            }
        }
    }
}

#[test]
fn a_distance_scales_the_type_and_is_listed() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let largest = |arguments: &str| -> f64 {
        ends(&desk.run(&format!("export reis.json --text outlines --paper A1 {arguments} -o a.svg")), 0);
        let list = desk.run(&format!("list papers --json {arguments}"));
        let papers: Vec<serde_json::Value> = serde_json::from_slice(&list.out).unwrap();
        let a1 = papers.iter().find(|paper| paper["name"] == "A1").unwrap();
        let ratio = a1["phase_text_pt"].as_f64().unwrap() / a1["middle_m"].as_f64().unwrap();
        assert!((ratio - 20.0).abs() < 1e-9, "{ratio}");
        a1["title_text_pt"].as_f64().unwrap()
    };
    assert_eq!((largest(""), largest("--distance 1.8m")), (60.0, 120.0));
    let said = String::from_utf8(desk.run("list papers").out).unwrap();
    assert!(said.contains("cells 0.9 m: 18 pt  phases 1.6 m: 32 pt  title 3 m: 60 pt"), "{said}");
    for wrong in ["2", "2 km", "50m"] {
        ends(&desk.run_arguments(&["export", "reis.json", "--distance", wrong], b"", &[]), 2);
    }
    let small = desk.run("export reis.json --paper A5 --distance 2m -o a.svg");
    ends(&small, 2);
    assert!(small.err.contains("take A3 or larger"), "{}", small.err);
    let journey = klantreis::read::json(JOURNEY).unwrap();
    let cells = |distance: Option<&str>| {
        let paper: Paper = "A1".parse().unwrap();
        let paper = distance.map_or(paper.clone(), |distance| paper.read_from(distance.parse().unwrap()).unwrap());
        crate::poster_rules::cell_size(&lay_on(&journey, &paper, None).made)
    };
    assert!(cells(Some("1.5m")) >= 30.0 && cells(Some("40cm")) <= 16.0, "cells are at most twice their least size");
}
