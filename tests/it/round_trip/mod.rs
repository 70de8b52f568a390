//! A workbook of ours read back is the journey it was made from; and where it was changed, the journey with these changes.

#![allow(clippy::cast_possible_truncation, reason = "sheets of tests are small")]

mod desk;
mod handed_in;

use std::collections::{BTreeMap, BTreeSet};

use self::desk::{Desk, Edit, Names, edit};
use crate::support::{fixtures, journeys, scenes, whole};
use klantreis::export::{Options, Selection, export};
use klantreis::journey::presets::PRESETS;
use klantreis::journey::{Journey, TermLanguage, normal};
use klantreis::layout::tabular::{self, book};
use klantreis::layout::{Context, Make};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::read::{self, READERS, Reading};
use klantreis::registry::Registry;
use klantreis::sheet::{Row, Value, Workbook};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::{self, Write, xlsx};
use proptest::prelude::*;

fn setter() -> &'static Typesetter {
    static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));
    &SETTER
}

/// The workbook of a journey with the matrix in it; to be filled in, or not.
fn workbook(journey: &Journey, blank: bool) -> Workbook {
    let (meta, paper) = (scenes::meta(), Paper::default());
    let context = Context {
        meta: &meta,
        text: setter(),
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation: None,
        blank,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let Make::Tabular(layout) = tabular::matrix::LAYOUT.make else { panic!("the matrix is a table") };
    let sheet = (layout.fill)(journey, &context).made;
    book(journey, &context, vec![sheet])
}

/// Every sheet that a workbook can have.
const ALL: &[&str] = &["matrix", "touchpoints", "personas", "empathy", "measurements", "opportunities", "storyboard"];

/// The sheets of a workbook that are asked for: none, so that there are those with something to say; the matrix; all.
const BOOKS: &[&[&str]] = &[&[], &["matrix"], ALL];

/// The workbook of a journey as a person gets it; without layouts those that there is something to say in.
fn exported(journey: &Journey, blank: bool, layouts: &[&str]) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &[&xlsx::FORMAT], layouts).unwrap();
    let options = Options { blank, ..Options::default() };
    export(journey, &selection, &options, setter()).unwrap().outputs.remove(0).bytes
}

fn bytes(workbook: &Workbook) -> Vec<u8> {
    let Write::Book(write) = xlsx::FORMAT.write else { panic!("a workbook") };
    write(workbook, &write::Options::default()).unwrap().parts.remove(0).bytes
}

fn read(bytes: &[u8]) -> Reading {
    let reader = READERS.iter().find(|reader| reader.name == "xlsx").unwrap();
    (reader.read)(bytes, &read::Options::default()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

/// Writes a journey, reads it back and compares.
fn check(name: &str, journey: &Journey, blank: bool, books: &[&[&str]]) -> Result<(), String> {
    for layouts in books {
        let whose = format!("{name}, blank {blank}, {layouts:?}");
        let reading = read(&exported(journey, blank, layouts));
        if !reading.remarks.is_empty() {
            return Err(format!("{whose}: {:#?}", reading.remarks));
        }
        crate::support::read_back::same(&whose, &normal(journey), &normal(&reading.journey))?;
    }
    Ok(())
}

/// How many cases are tried: as many as `PROPTEST_CASES` says, or the usual number.
fn cases(usual: u32) -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(usual)
}

fn presets() -> Vec<(String, Journey)> {
    let languages = [TermLanguage::Nl, TermLanguage::Da, TermLanguage::En];
    let all = PRESETS.iter().flat_map(|preset| languages.map(|language| (preset, language)));
    all.map(|(preset, language)| (format!("{} {language:?}", preset.name), read::json(preset.json(language)).unwrap())).collect()
}

#[test]
fn what_was_written_is_read() {
    let mut wrong = Vec::new();
    for (name, journey) in fixtures().into_iter().chain(presets()) {
        for blank in [false, true] {
            wrong.extend(check(&name, &journey, blank, BOOKS).err());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(64), max_shrink_iters: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_comes_back(journey in journeys::journey(), blank in any::<bool>(), book in 0..BOOKS.len()) {
        prop_assert_eq!(check("", &journey, blank, &BOOKS[book..=book]), Ok(()));
    }

    #[test]
    fn every_field_comes_back(journey in whole::journey(), blank in any::<bool>(), book in 0..BOOKS.len()) {
        prop_assert_eq!(check("", &journey, blank, &BOOKS[book..=book]), Ok(()));
    }
}

const PAGE: &str = include_str!("../../../docs/import-workbook.md");
const EVERY_FIELD: &str = include_str!("../../samples/every-field.json");

/// Every value of a document that holds no other, by its JSON pointer.
fn values(value: &serde_json::Value, pointer: &str, into: &mut BTreeMap<String, String>) {
    match value {
        serde_json::Value::Array(all) if !all.is_empty() => {
            all.iter().enumerate().for_each(|(index, value)| values(value, &format!("{pointer}/{index}"), into));
        }
        serde_json::Value::Object(fields) if !fields.is_empty() => {
            fields.iter().for_each(|(name, value)| values(value, &format!("{pointer}/{name}"), into));
        }
        other => drop(into.insert(pointer.to_owned(), other.to_string())),
    }
}

/// The field at a pointer, by its names alone: `phases.cells.mood.channel`.
fn field(pointer: &str) -> String {
    pointer.split('/').filter(|name| !name.is_empty() && name.parse::<usize>().is_err()).collect::<Vec<_>>().join(".")
}

#[test]
fn all_fields_come_back_but_those_that_are_listed() {
    let section = PAGE.split("\n## ").find(|section| section.starts_with("What a workbook does not bring back\n")).unwrap();
    let entry = |line: &str| Some(line.strip_prefix("- `")?.split_once('`')?.0.to_owned());
    let listed: BTreeSet<String> = section.lines().filter_map(entry).collect();
    assert_eq!(listed.is_empty(), section.contains("brings back every field"), "the page says both, or neither");

    let journey = read::json(EVERY_FIELD).unwrap();
    let of = |journey: &Journey| {
        let mut all = BTreeMap::new();
        values(&serde_json::from_str(&normal(journey)).unwrap(), "", &mut all);
        all
    };
    let before = of(&journey);
    let mut lost = BTreeSet::new();
    for blank in [false, true] {
        for layouts in BOOKS {
            let after = of(&read(&exported(&journey, blank, layouts)).journey);
            let changed = before.keys().chain(after.keys()).filter(|pointer| before.get(*pointer) != after.get(*pointer));
            lost.extend(changed.map(String::as_str).map(field));
        }
    }
    assert_eq!(lost, listed);
}

/// Changes a workbook, reads it and compares.
fn check_edits(journey: &Journey, edits: &[Edit], names: Names) -> Result<(), String> {
    let mut desk = Desk::new(journey);
    let written = desk.sheet().names.clone();
    for edit in edits {
        desk.apply(edit);
    }
    desk.settle();
    let sheet = desk.sheet();
    (sheet.charts, sheet.inputs, sheet.scales) = (Vec::new(), Vec::new(), Vec::new());
    match names {
        Names::Moved => {}
        Names::Stale => sheet.names = written,
        Names::Lost => sheet.names = Vec::new(),
    }
    let reading = read(&bytes(&desk.workbook));
    if !reading.remarks.is_empty() {
        return Err(format!("{edits:?}, {names:?}: {:#?}", reading.remarks));
    }
    crate::support::read_back::same(&format!("{edits:?}, {names:?}"), &normal(&desk.journey), &normal(&reading.journey))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(96), max_shrink_iters: 500, ..ProptestConfig::default() })]

    #[test]
    fn what_was_changed_is_found_changed_and_only_that(journey in journeys::journey(), edits in prop::collection::vec(edit(), 1..5)) {
        prop_assert_eq!(check_edits(&journey, &edits, Names::Moved), Ok(()));
    }

    #[test]
    fn programs_that_do_not_keep_names_make_no_difference(journey in journeys::journey(), edit in edit(), lost in any::<bool>()) {
        prop_assert_eq!(check_edits(&journey, &[edit], if lost { Names::Lost } else { Names::Stale }), Ok(()));
    }
}

/// The value in the cell below or beside others of a sheet: the first that says exactly this.
fn find<'a>(workbook: &'a mut Workbook, sheet: &str, text: &str) -> &'a mut Value {
    let sheet = workbook.sheets.iter_mut().find(|known| known.name == sheet).unwrap();
    let cells = sheet.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.map(|cell| &mut cell.value).find(|value| **value == Value::Text(text.to_owned())).unwrap()
}

#[test]
fn a_changed_cell_of_a_further_sheet_sets_its_field() {
    let text = r#"{ "klantreis": 1, "title": "Zwemmen", "language": "nl", "personas": [{ "name": "Sanne" }],
        "opportunities": [{ "text": "Kaartjes online", "owner": "de balie" }],
        "phases": [{ "title": "Kopen", "cells": { "touchpoint": [{ "text": "Kassa", "channel": "balie", "x": { "a": 1 } }, "Poort"] } }] }"#;
    let journey = read::json(text).unwrap();
    let (meta, paper) = (scenes::meta(), Paper::default());
    let context = Context {
        meta: &meta,
        text: setter(),
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let layouts =
        [&tabular::matrix::LAYOUT, &tabular::touchpoints::LAYOUT, &tabular::personas::LAYOUT, &tabular::opportunities::LAYOUT];
    let fill = |layout: &klantreis::layout::Layout| match layout.make {
        Make::Tabular(tabular) => (tabular.fill)(&journey, &context).made,
        Make::Drawn(_) => panic!("a table"),
    };
    let mut workbook = book(&journey, &context, layouts.map(fill).into());
    *find(&mut workbook, "Touchpoints", "balie") = Value::Text("kassa 2".into());
    *find(&mut workbook, "Touchpoints", "Kopen") = Value::Text("Verkopen".into());
    *find(&mut workbook, "Persona’s", "Sanne") = Value::Text("Sanne (34)".into());
    *find(&mut workbook, "Kansen", "de balie") = Value::Empty;
    let reading = read(&bytes(&workbook));
    let (item, left) = (&reading.journey.phases[0].cells[0][0], &reading.remarks);
    assert_eq!((item.channel.as_deref(), &item.x), (Some("kassa 2"), &journey.phases[0].cells[0][0].x));
    assert_eq!((reading.journey.personas[0].name.as_str(), &reading.journey.opportunities[0].owner), ("Sanne (34)", &None));
    // The phase is only told again there.
    assert_eq!(left.len(), 1, "{left:#?}");
    assert!(normal(&reading.journey).contains("Verkopen") && reading.journey.phases[0].title == "Kopen");
}

#[test]
fn a_damaged_sheet_of_what_is_kept_leaves_the_tables() {
    let text = r#"{ "klantreis": 1, "title": "Zwemmen", "language": "nl", "phases": [
        { "title": "Kopen", "cells": { "goal": "Een kaartje", "touchpoint": "Kassa", "action": "Betalen" } },
        { "title": "Zwemmen", "cells": { "goal": "Plezier", "touchpoint": "Bad", "action": "Baantjes trekken" } }] }"#;
    let journey = read::json(text).unwrap();
    let typed: fn(&mut Vec<Row>) = |rows| rows[1].cells[0].value = Value::Text("hallo".into());
    let gone: fn(&mut Vec<Row>) = |rows| drop(rows.remove(1));
    let unmarked: fn(&mut Vec<Row>) = |rows| drop(rows.remove(0));
    for damage in [typed, gone, unmarked] {
        let mut book = workbook(&journey, false);
        let store = book.sheets.last_mut().unwrap();
        let name = store.name.clone();
        damage(&mut store.rows);
        let reading = read(&bytes(&book));
        let found: Vec<_> = reading.remarks.iter().map(|remark| (remark.code.name(), remark.cell.clone().unwrap())).collect();
        assert!(matches!(found.as_slice(), [("kept-data-damaged", place)] if place.sheet.as_ref() == Some(&name)), "{found:#?}");
        let titles: Vec<_> = reading.journey.phases.iter().map(|phase| phase.title.as_str()).collect();
        assert_eq!((titles, reading.journey.lanes.len()), (vec!["Kopen", "Zwemmen"], 3));
        assert_eq!(reading.journey.phases[1].cells[2][0].text, journey.phases[1].cells[2][0].text);
    }
}
