//! What changed from one journey to another: the rules, the properties, and the command.

use std::path::Path;
use std::process::{Command, Output};

use crate::support::documents;
use crate::support::journeys::{journey, text};
use klantreis::journey::diff::{Change, ChangeKind, Part, diff};
use klantreis::journey::{Item, Journey, Json, normal};
use klantreis::read::{json, json_bytes};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::Value;

/// The changes between two journeys of which only these fields differ.
fn changes(before: &str, after: &str) -> Vec<Change> {
    let read = |fields: &str| {
        let text = format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", {fields} }}"#);
        json(&text).unwrap_or_else(|problems| panic!("{problems:?}\n{text}"))
    };
    diff(&read(before), &read(after)).changes
}

/// What happened to what, on one line: `reworded item text`.
fn told(changes: &[Change]) -> Vec<String> {
    let line = |change: &Change| {
        format!("{} {} {}", change.kind.name(), change.part.name(), change.field.as_deref().unwrap_or_default()).trim().to_owned()
    };
    changes.iter().map(line).collect()
}

fn phases(list: &[&str]) -> String {
    format!(r#""phases": [{}]"#, list.join(", "))
}

/// Changes in an order that does not depend on which journey came first.
fn sorted(changes: &[Change]) -> Vec<String> {
    let mut lines: Vec<_> = changes.iter().map(|change| format!("{change:?}")).collect();
    lines.sort();
    lines
}

fn run(arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/diff");
    Command::new(env!("CARGO_BIN_EXE_klantreis")).arg("diff").args(arguments).current_dir(folder).output().unwrap()
}

#[test]
fn a_difference_is_told_to_people_and_to_programs() {
    let said = |output: &Output| String::from_utf8(output.stdout.clone()).unwrap();
    let files = ["voor.json", "na.json"];
    let human = run(&files);
    assert_eq!(human.status.code(), Some(0));
    documents::assert_golden("diff/expected.txt", &said(&human));
    let json = run(&[files[0], files[1], "--json"]);
    documents::assert_golden("diff/expected.json", &said(&json));
    let json: Value = serde_json::from_slice(&json.stdout).unwrap();
    let total: u64 = json["counts"].as_object().unwrap().values().map(|count| count.as_u64().unwrap()).sum();
    assert_eq!(total, json["changes"].as_array().unwrap().len() as u64);
    assert!(json["counts"].as_object().unwrap().values().all(|count| count != 0), "the fixture shows every kind of change");

    assert_eq!(run(&[files[0], files[1], "--strict"]).status.code(), Some(3));
    assert_eq!(run(&[files[0], "none.json"]).status.code(), Some(1));
    assert_eq!(run(&["-", "-"]).status.code(), Some(2));
    let same = run(&[files[0], files[0], "--strict"]);
    assert_eq!((same.status.code(), said(&same).as_str()), (Some(0), ""));
    assert!(said(&run(&[files[0], files[1], "--color", "always"])).contains("\u{1b}[32m+"));
}

#[test]
fn each_kind_of_change_is_known() {
    let cell =
        |items: &str| phases(&[&format!(r#"{{ "title": "A", "cells": {{ "touchpoint": {items} }} }}"#), r#"{ "title": "B" }"#]);
    let moved = phases(&[r#"{ "title": "A" }"#, r#"{ "title": "B", "cells": { "touchpoint": "Open dag" } }"#]);
    let mood = |score: &str| phases(&[&format!(r#"{{ "title": "A", "cells": {{ "emotion": {score} }} }}"#)]);
    for (before, after, expected) in [
        (cell(r#""Open dag""#), cell(r#"["Open dag", "Website"]"#), &["added item"] as &[&str]),
        (cell(r#"["Open dag", "Website"]"#), cell(r#""Open dag""#), &["removed item"]),
        (cell(r#""Open dag""#), moved, &["moved item"]),
        (cell(r#"["Open dag", "Website", "Balie"]"#), cell(r#"["Balie", "Open dag", "Website"]"#), &["moved item"]),
        (cell(r#""De open dag""#), cell(r#""De open avond""#), &["reworded item text"]),
        (cell(r#""Open dag""#), cell(r#"{ "text": "Open dag", "when": "zaterdag" }"#), &["changed item when"]),
        (
            cell(r#"{ "text": "Open dag", "when": "vrijdag" }"#),
            cell(r#"{ "text": "Open dag", "when": "zaterdag" }"#),
            &["reworded item when"],
        ),
        (mood("1"), mood("-1"), &["score item score"]),
        (mood(r#"{ "score": 1, "text": "blij" }"#), mood(r#"{ "score": 2, "text": "blij" }"#), &["score item score"]),
        (
            phases(&[r#"{ "title": "A" }"#, r#"{ "title": "B" }"#]),
            phases(&[r#"{ "title": "B" }"#, r#"{ "title": "A" }"#]),
            &["moved phase"],
        ),
        (phases(&[r#"{ "id": "a", "title": "A" }"#]), phases(&[r#"{ "id": "a", "title": "Begin" }"#]), &["reworded phase title"]),
        (
            phases(&[r#"{ "id": "a", "title": "A" }"#]),
            phases(&[r#"{ "id": "b", "title": "a " }"#]),
            &["changed phase id", "reworded phase title"],
        ),
        (phases(&[r#"{ "title": "A", "risks": ["Rij"] }"#]), phases(&[r#"{ "title": "A" }"#]), &["removed phase risks"]),
        (phases(&[r#"{ "title": "A" }"#]), phases(&[r#"{ "title": "A" }"#, r#"{ "title": "B" }"#]), &["added phase"]),
    ] {
        assert_eq!(told(&changes(&before, &after)), expected, "{before}\n{after}");
    }
}

#[test]
fn a_new_id_is_one_change_and_not_one_for_all_that_names_it() {
    let journey = |id: &str| {
        format!(
            r#""phases": [{{ "id": "{id}", "title": "Kopen", "cells": {{ "goal": {{ "text": "x", "until": "{id}" }} }} }}],
            "links": [{{ "from": "{id}", "kind": "exit" }}]"#
        )
    };
    assert_eq!(told(&changes(&journey("a"), &journey("b"))), ["changed phase id"]);
}

#[test]
fn parts_of_every_list_are_compared() {
    let before = r#""personas": [{ "name": "Noor", "facts": ["Woont in Almere"], "empathy": { "pains": ["Lange rijen"] } }],
        "phases": [{ "title": "A" }], "opportunities": [{ "text": "Kaartjes online", "impact": 4 }], "x": { "les": [1] }"#;
    let after = r#""personas": [{ "name": "Noor", "facts": ["Woont in Lelystad"], "empathy": { "pains": ["Lange rijen", "Regen"] } }],
        "phases": [{ "title": "A" }], "opportunities": [{ "text": "Kaartjes online", "impact": 5 }], "x": { "les": [2] }"#;
    let expected = [
        "changed journey opportunities.impact",
        "changed journey x.les",
        "reworded persona facts.text",
        "added persona empathy.pains",
    ];
    let changes = changes(before, after);
    assert_eq!(told(&changes), expected);
    let pointers: Vec<_> = changes.iter().filter_map(|change| Some(change.after.as_ref()?.pointer.as_str())).collect();
    assert_eq!(pointers, ["/opportunities/0/impact", "/x/les", "/personas/0/facts/0/text", "/personas/0/empathy/pains/1"]);
}

#[test]
fn long_cells_take_no_long_time() {
    let full = |word: &str| {
        let items: Vec<_> = (0..500).map(|number| format!(r#""{word} {number}""#)).collect();
        let phase = |phase: usize| format!(r#"{{ "title": "{phase}", "cells": {{ "goal": [{}] }} }}"#, items.join(","));
        let all: Vec<_> = (0..100).map(phase).collect();
        phases(&all.iter().map(String::as_str).collect::<Vec<_>>())
    };
    assert_eq!(changes(&full("oud"), &full("nieuw")).len(), 2 * 100 * 500);
}

/// Another way to write the same: an only element without its list, an item with only a text as a text.
fn loosened(value: &Value) -> Value {
    match value {
        Value::Array(values) if values.len() == 1 => loosened(&values[0]),
        Value::Array(values) => Value::Array(values.iter().map(loosened).collect()),
        Value::Object(fields) if fields.len() == 1 && fields.contains_key("text") => fields["text"].clone(),
        other => other.clone(),
    }
}

fn loose(journey: &Journey) -> String {
    let mut document: Value = serde_json::from_str(&normal(journey)).unwrap();
    for phase in document["phases"].as_array_mut().unwrap() {
        for cell in phase.get_mut("cells").and_then(Value::as_object_mut).into_iter().flat_map(|cells| cells.values_mut()) {
            *cell = loosened(cell);
        }
    }
    document.to_string()
}

/// A journey with some things changed.
fn touched() -> impl Strategy<Value = (Journey, Journey)> {
    let touch = (0..7_u8, any::<Index>(), any::<Index>(), text());
    (journey(), prop::collection::vec(touch, 0..6)).prop_map(|(before, touches)| {
        let mut after = before.clone();
        for (what, one, other, words) in touches {
            let (a, b) = (one.index(after.phases.len()), other.index(after.phases.len()));
            match what {
                0 => after.phases.swap(a, b),
                1 => after.phases[a].title = words,
                2 if after.phases.len() > 1 => drop(after.phases.remove(a)),
                3 => after.scenario = Some(words),
                _ if after.lanes.is_empty() => {}
                _ => {
                    let lane = other.index(after.lanes.len());
                    let cell = &mut after.phases[a].cells.0[lane];
                    match what {
                        4 => cell.push(Item::of_text(words)),
                        5 => cell.reverse(),
                        _ => {
                            let items = std::mem::take(cell);
                            after.phases[b].cells.0[lane].extend(items);
                        }
                    }
                }
            }
        }
        ends_later(&mut after);
        (before, after)
    })
}

/// Forgets the ends of items that no longer are in a later phase, as no journey has them.
fn ends_later(journey: &mut Journey) {
    let ids: Vec<_> = journey.phases.iter().map(|phase| phase.id.to_string()).collect();
    for (index, phase) in journey.phases.iter_mut().enumerate() {
        for item in phase.cells.0.iter_mut().flatten() {
            let later = item.until.as_ref().is_some_and(|end| ids[index + 1..].iter().any(|id| id == end.as_str()));
            item.until = item.until.take().filter(|_| later);
        }
    }
}

#[test]
fn every_document_is_itself_and_differs_the_same_both_ways() {
    let all: Vec<_> = documents::valid().iter().filter_map(|(_, bytes)| json_bytes(bytes).ok()).collect();
    for one in &all {
        assert!(diff(one, &json(&normal(one)).unwrap()).is_empty());
        for other in &all {
            let back = diff(other, one).changes.into_iter().map(Change::reversed).collect::<Vec<_>>();
            assert_eq!(sorted(&diff(one, other).changes), sorted(&back), "{} {}", one.title, other.title);
            assert_eq!(diff(one, other).is_empty(), normal(one) == normal(other));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_journey_does_not_differ_from_itself(mut journey in journey()) {
        // The parser that this test loosens the document with does not keep the last bit of every number.
        let scores = journey.phases.iter_mut().flat_map(|phase| &mut phase.cells.0).flatten().filter_map(|item| item.score.as_mut());
        scores.for_each(|score| *score = score.round());
        prop_assert!(diff(&journey, &journey).is_empty());
        prop_assert_eq!(diff(&journey, &json(&loose(&journey)).unwrap()).changes, vec![]);
    }

    #[test]
    fn the_way_back_finds_the_same((before, after) in touched()) {
        let there = diff(&before, &after);
        let back = diff(&after, &before).changes.into_iter().map(Change::reversed).collect::<Vec<_>>();
        prop_assert_eq!(there.is_empty(), normal(&before) == normal(&after));
        prop_assert_eq!(sorted(&there.changes), sorted(&back));
    }

    #[test]
    fn strangers_differ_the_same_both_ways(one in journey(), other in journey()) {
        let back = diff(&other, &one).changes.into_iter().map(Change::reversed).collect::<Vec<_>>();
        prop_assert_eq!(sorted(&diff(&one, &other).changes), sorted(&back));
    }

    #[test]
    fn what_is_added_is_told_with_its_value(mut journey in journey(), words in text()) {
        prop_assume!(!journey.lanes.is_empty());
        let before = journey.clone();
        journey.phases[0].cells.0[0].push(Item::of_text(words.clone()));
        let told = diff(&before, &journey).changes;
        prop_assert_eq!(told.len(), 1);
        prop_assert_eq!((told[0].kind, told[0].part), (ChangeKind::Added, Part::Item));
        let value = told[0].after.as_ref().unwrap().value.as_ref().unwrap();
        prop_assert_eq!(value.get("text"), Some(&Json::text(words)));
    }
}
