//! JSON → tidy CSV → JSON: nothing is lost but what `docs/tables.md` lists, in any dialect, with any text.
//!
//! `UPDATE_GOLDENS=1 cargo test --test it tidy::` writes the lists of that page anew.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use klantreis::export::{Options, Selection, export};
use klantreis::forms::tidy::{LOST, SOURCE, columns};
use klantreis::journey::{Extension, Journey, Lane, Persona, Phase, Scale, Stage, State, normal};
use klantreis::read::{self, READERS, Reading, WAYS};
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::FORMATS;
use klantreis::write::csv::Dialect;
use proptest::prelude::*;
use serde_json::Value;

use crate::support::desk::Desk;

const PAGE: &str = include_str!("../../docs/tables.md");
const EVERY_FIELD: &str = include_str!("../samples/every-field.json");

/// The journey as a tidy table, through the program's own way.
fn table(journey: &Journey, dialect: Dialect, format: &str) -> Vec<u8> {
    thread_local! {
        static TYPESETTER: Typesetter = Typesetter::new(Fonts::bundled());
    }
    let format = FORMATS.iter().find(|known| known.name == format).unwrap();
    let selection = Selection::new(Registry::built_in(), &[format], &["tidy"]).unwrap();
    let options = Options { csv_dialect: Some(dialect), ..Options::default() };
    TYPESETTER.with(|typesetter| export(journey, &selection, &options, typesetter).unwrap().outputs.remove(0).bytes)
}

fn read_back(bytes: &[u8]) -> Reading {
    let reader = READERS.iter().find(|reader| reader.name == "csv").unwrap();
    (reader.read)(bytes, &read::Options::default()).unwrap_or_else(|problems| {
        panic!("{problems:#?}\n{}", String::from_utf8_lossy(bytes));
    })
}

/// The normal form of what a tidy table holds of a journey.
fn held(journey: &Journey) -> String {
    let journey = journey.clone();
    let personas =
        journey.personas.into_iter().map(|persona| Persona { id: persona.id, name: persona.name, ..Persona::default() });
    let stages = journey.stages.into_iter().map(|stage| Stage { id: stage.id, title: stage.title, ..Stage::default() });
    let lane = |lane: Lane| {
        let scale = lane.scale.map(|scale| Scale { labels: Vec::new(), ..scale });
        Lane { scale, x: Extension::default(), ..lane }
    };
    let phase = |phase: Phase| {
        let Phase { id, title, stage, cells, .. } = phase;
        Phase { id, title, stage, cells, ..Phase::default() }
    };
    normal(&Journey {
        title: journey.title,
        authors: journey.authors,
        language: journey.language,
        date: journey.date,
        organisation: journey.organisation,
        course: journey.course,
        scenario: journey.scenario,
        market: journey.market,
        state: journey.state,
        personas: personas.collect(),
        stages: stages.collect(),
        lanes: journey.lanes.into_iter().map(lane).collect(),
        phases: journey.phases.into_iter().map(phase).collect(),
        ..Journey::default()
    })
}

/// Every field in a document by its path without indices and ids: `phases.cells.*.channel`.
fn fields(value: &Value, path: &str, into: &mut BTreeSet<String>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| fields(value, path, into)),
        Value::Object(own) => {
            for (name, value) in own {
                let name = if path.ends_with("cells") { "*" } else { name };
                let path = if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
                into.insert(path.clone());
                if !["x", "labels"].contains(&name) {
                    fields(value, &path, into);
                }
            }
        }
        _ => {}
    }
}

fn fields_of(document: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    fields(&serde_json::from_str(document).unwrap(), "", &mut all);
    all
}

/// What is not the same after a way through a table in that dialect.
fn change(journey: &Journey, dialect: Dialect) -> Option<String> {
    let bytes = table(journey, dialect, "csv");
    let reading = read_back(&bytes);
    let (expected, back) = (held(journey), normal(&reading.journey));
    (!reading.remarks.is_empty() || expected != back)
        .then(|| format!("{}\n{:#?}\n{expected}\n{back}\n{}", dialect.name(), reading.remarks, String::from_utf8_lossy(&bytes)))
}

#[track_caller]
fn comes_back(journey: &Journey) {
    for (dialect, ..) in Dialect::ALL {
        if let Some(change) = change(journey, dialect) {
            panic!("{change}");
        }
    }
}

#[test]
fn every_field_comes_back_but_those_that_are_listed() {
    // A scale like the usual one is not written.
    let journey = read::json(&EVERY_FIELD.replace(r#""scale": { "min": -2"#, r#""scale": { "min": -3"#)).unwrap();
    let before = fields_of(&normal(&journey));
    let after = fields_of(&normal(&read_back(&table(&journey, Dialect::Rfc4180, "csv")).journey));
    let lost: BTreeSet<_> = before.difference(&after).collect();
    let listed: Vec<_> = LOST
        .iter()
        .flat_map(|(_, part, fields)| {
            fields.iter().map(move |field| if part.is_empty() { (*field).to_owned() } else { format!("{part}.{field}") })
        })
        .collect();
    let within = |path: &&String| listed.iter().any(|listed| path.starts_with(&format!("{listed}.")));
    let lost: BTreeSet<_> = lost.into_iter().filter(|path| !within(path)).cloned().collect();
    assert_eq!(lost, listed.into_iter().collect::<BTreeSet<_>>());
    assert!(after.is_subset(&before), "{after:?}");
    assert_eq!(fields_of(&held(&journey)), after);
    comes_back(&journey);
}

#[test]
fn the_fixtures_come_back() {
    for (_, journey) in crate::support::fixtures() {
        comes_back(&journey);
    }
}

#[test]
fn text_that_tables_like_to_change_comes_back() {
    let texts = [
        "=1+1",
        "'=1",
        "''-",
        "'s avonds",
        "-",
        "+31 6 1234",
        "@home",
        "1,5",
        "1.5",
        "-2",
        "007",
        "1e5",
        "TRUE",
        "waar",
        "2026-11-07",
        "50%",
        "a\nb",
        "\n=1",
        " -1",
        "\n'=1",
        "'\n=1",
        "\u{200b}@home",
        "＝1",
        "a;b",
        "a\tb",
        "\tb",
        "\"",
        "\"a\"",
        "a\"\"b",
        " a ",
        "مرحبا بالعالم",
        "a, b",
        "#REF!",
        "sep=;",
        "0",
    ];
    let items: Vec<_> = texts.iter().map(|text| serde_json::json!({ "text": text, "when": text, "channel": text })).collect();
    let document = serde_json::json!({
        "klantreis": 1, "title": "=Reis; \"x\"", "language": "ar",
        "authors": [{ "name": "a; b\\", "class": ";" }, { "name": "=c" }, { "name": "-", "class": "1,5" }],
        "phases": [{ "title": "1,5", "cells": { "goal": items } }, { "title": "'=", "id": "2" }],
    });
    comes_back(&read::json(&document.to_string()).unwrap());
}

#[test]
fn what_has_no_items_comes_back() {
    let document = serde_json::json!({
        "klantreis": 1, "title": "Leeg", "language": "nl",
        "personas": [{ "name": "Bo" }, { "name": "Sanne" }, { "name": "Alleen" }],
        "stages": [{ "title": "Na" }, { "title": "Nooit" }, { "title": "Voor" }],
        "lanes": [
            { "kind": "goal" }, { "kind": "need", "persona": "sanne" }, { "kind": "goal", "id": "g", "persona": "bo" },
            { "kind": "emotion", "purpose": "as-is", "scale": { "min": 0, "max": 0.5 } },
        ],
        "phases": [
            { "title": "Een", "stage": "voor" }, { "title": "Twee", "stage": "na", "cells": { "need": "x" } }, { "title": "Drie" },
        ],
    });
    comes_back(&read::json(&document.to_string()).unwrap());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_journey_comes_back(journey in crate::support::whole::journey(), dialect in 0..Dialect::ALL.len()) {
        let changed = change(&journey, Dialect::ALL[dialect].0);
        prop_assert!(changed.is_none(), "{}", changed.unwrap_or_default());
    }
}

/// A cell that may or may not belong in its column.
fn any_cell() -> impl Strategy<Value = String> {
    let words = vec![
        "",
        "",
        "",
        "a",
        "b",
        "goal",
        "emotion",
        "Doel",
        "-2",
        "3",
        "1,5",
        "11",
        "1e400",
        "TRUE",
        "x",
        "observed",
        "{ \"a\": [1] }",
        "{",
        "{}, {}",
        "[[",
        "https://a.example",
        "nl",
        "2026-11-07",
        "31-12-2026",
        "a b",
        "=1",
        "pictures/a.png",
        "/etc",
        "\u{1}",
        "a; b",
        "to-be",
        "\"",
    ];
    prop_oneof![4 => proptest::sample::select(words).prop_map(str::to_owned), 1 => "\\PC{0,6}"]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// An import never fails over what stands in a cell.
    #[test]
    fn any_cells_are_read_or_left_over(rows in proptest::collection::vec(proptest::collection::vec(any_cell(), columns().len()), 1..8)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(columns().iter().map(|column| &column.name)).unwrap();
        for mut row in rows {
            row[0] = "Reis".into();
            writer.write_record(&row).unwrap();
        }
        let reader = READERS.iter().find(|reader| reader.name == "csv").unwrap();
        match (reader.read)(&writer.into_inner().unwrap(), &read::Options::default()) {
            Ok(reading) => {
                let left = reading.remarks.len();
                prop_assert_eq!(normal(&reading.journey).matches("{ \"cell\": ").count(), left);
                prop_assert!(read::json(&normal(&reading.journey)).is_ok());
            }
            Err(problems) => {
                prop_assert!(problems.iter().all(|problem| problem.code == klantreis::diagnostic::Code::NoMatrix), "{:#?}", problems);
            }
        }
    }
}

#[test]
fn any_order_of_rows_and_columns_will_do() {
    let journey = read::json(EVERY_FIELD).unwrap();
    let bytes = table(&journey, Dialect::Rfc4180, "csv");
    let rows: Vec<csv::StringRecord> =
        csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice()).records().map(Result::unwrap).collect();
    let (header, body) = rows.split_first().unwrap();
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in std::iter::once(header).chain(body.iter().rev()) {
        writer.write_record(row.iter().rev()).unwrap();
    }
    let back = read_back(&writer.into_inner().unwrap());
    assert_eq!(normal(&back.journey), held(&journey));
}

#[test]
fn the_facts_of_each_journey_stand_in_every_row_of_a_class() {
    let journey = |stem: &str, personas: &str| {
        format!(
            r#"{{ "klantreis": 1, "title": "{stem}", "language": "nl", "organisation": "Bibliotheek {stem}", "course": "MEP2",
            "scenario": "Bo wil\nlezen; nu", "market": "b2c", "state": "as-is", "personas": {personas},
            "phases": [{{ "title": "Bewustzijn", "cells": {{ "goal": ["Iets", "Nog iets"] }} }}] }}"#
        )
    };
    let (a, b) = (journey("a", r#"[{ "name": "Bo; (34)" }, { "name": "Sam" }]"#), journey("b", "[]"));
    let desk = Desk::with(&[("in/a.json", &a), ("in/b.json", &b)]);
    assert_eq!(desk.run("export in --layout tidy --combine -o alles.csv").code, 0);
    let table = desk.text("alles.csv");
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let header = reader.headers().unwrap().clone();
    let at = |name: &str| header.iter().position(|known| known == name).unwrap();
    let names = ["organisation", "course", "scenario", "market", "state", "personas"];
    let mut met = BTreeSet::new();
    for row in reader.records().map(Result::unwrap) {
        let said = names.map(|name| row[at(name)].to_owned());
        let stem = &row[at("journey")];
        let personas = if stem == "a" { r"Bo\; (34); Sam" } else { "" };
        assert_eq!(said, [&format!("Bibliotheek {stem}"), "MEP2", "Bo wil\nlezen; nu", "b2c", "as-is", personas]);
        met.insert((stem.to_owned(), row[at("phase_kind")].to_owned()));
    }
    let pair = |stem: &str, kind: &str| (stem.to_owned(), kind.to_owned());
    assert!(met.is_superset(&[pair("a", "awareness"), pair("b", "awareness")].into()), "{met:?}");
}

#[test]
fn who_travels_is_read_of_a_list_as_well() {
    let table = "phase,lane,text,personas,persona,market,state\nA,doel,x,Bo; Sam,Sam,b2x,to-be\n";
    let reading = read_back(table.as_bytes());
    let journey = &reading.journey;
    assert_eq!(journey.personas.iter().map(|persona| persona.name.as_str()).collect::<Vec<_>>(), ["Sam", "Bo"]);
    assert_eq!((journey.market, journey.state.map(State::name)), (None, Some("to-be")));
    let left: Vec<_> = reading.remarks.iter().map(|remark| remark.cell.as_ref().unwrap().to_string()).collect();
    assert_eq!(left, ["F2"], "what is no market is left over: {:?}", reading.remarks);
}

#[test]
fn a_workbook_of_the_table_is_read_too() {
    let reader = READERS.iter().find(|reader| reader.name == "xlsx").unwrap();
    let options = read::Options { way: WAYS.iter().copied().find(|way| way.name == "tidy"), ..read::Options::default() };
    let journeys = crate::support::fixtures().into_iter().map(|(_, journey)| journey);
    for journey in journeys.chain([read::json(EVERY_FIELD).unwrap()]) {
        let reading = (reader.read)(&table(&journey, Dialect::Rfc4180, "xlsx"), &options).unwrap();
        assert_eq!(reading.remarks, []);
        assert_eq!(normal(&reading.journey), held(&journey));
    }
}

#[test]
fn no_text_is_too_long_for_a_workbook() {
    let long = "lang\n".repeat(10_000);
    let document = serde_json::json!({ "klantreis": 1, "title": "Lang", "language": "nl",
        "phases": [{ "title": "A", "cells": { "goal": long } }] });
    let journey = read::json(&document.to_string()).unwrap();
    comes_back(&journey);
    let bytes = table(&journey, Dialect::Rfc4180, "xlsx");
    let mut book: calamine::Xlsx<_> = calamine::open_workbook_from_rs(std::io::Cursor::new(bytes)).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "tidy").unwrap();
    let column = columns().iter().position(|column| column.name == "text").unwrap();
    let parts: Vec<_> = range.rows().skip(1).map(|row| row[column].to_string()).collect();
    assert_eq!(parts.concat(), long);
    assert!(parts.len() > 30, "{}", parts.len());
}

#[test]
fn the_way_is_known_by_its_name_and_by_the_table() {
    let way = WAYS.iter().find(|way| way.name == "tidy").unwrap();
    let reader = READERS.iter().find(|reader| reader.name == "csv").unwrap();
    let options = read::Options { way: Some(way), ..read::Options::default() };
    let problems = (reader.read)("Fase;Kopen\nDoel;Snel\n".as_bytes(), &options).unwrap_err();
    assert!(problems[0].help.as_ref().unwrap().contains("--layout tidy"), "{problems:#?}");
}

/// The page with every block between a marker and its end as it should be.
fn renewed() -> String {
    let (mut page, mut rest) = (String::new(), PAGE);
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (marker, after) = after.split_once(" -->\n").unwrap();
        let (_, after) = after.split_once("<!-- end -->").unwrap_or_else(|| panic!("{marker} has no end"));
        write!(page, "{before}<!-- {marker} -->\n{}<!-- end -->", block(marker)).unwrap();
        rest = after;
    }
    page + rest
}

fn block(marker: &str) -> String {
    match marker {
        "columns" => {
            let head = "| column | holds | meaning |\n| --- | --- | --- |\n".to_owned();
            let source = format!("| `{SOURCE}` | text | With `--combine` only: the file that the row comes from. |\n");
            let rows =
                columns().iter().map(|column| format!("| `{}` | {} | {} |\n", column.name, column.plain.called(), column.about));
            head + &source + &rows.collect::<String>()
        }
        "lost" => {
            let head = "| of | is not held |\n| --- | --- |\n".to_owned();
            let row = |(what, _, fields): &(&str, &str, &[&str])| {
                let fields: Vec<_> = fields.iter().map(|field| format!("`{field}`")).collect();
                format!("| {what} | {} |\n", fields.join(", "))
            };
            head + &LOST.iter().map(row).collect::<String>()
        }
        "dialects" => {
            let head = "| dialect | how |\n| --- | --- |\n".to_owned();
            let row = |(_, name, about): &(Dialect, &str, &str)| format!("| `{name}` | {about} |\n");
            head + &Dialect::ALL.iter().map(row).collect::<String>()
        }
        _ => panic!("what is <!-- {marker} -->?"),
    }
}

#[test]
fn the_page_lists_every_column_and_every_loss() {
    let page = renewed();
    if std::env::var_os("UPDATE_GOLDENS").is_some_and(|value| value == "1") {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/tables.md"), &page).unwrap();
    } else {
        assert!(page == PAGE, "docs/tables.md is not up to date: UPDATE_GOLDENS=1 cargo test --test it tidy::");
    }
}
