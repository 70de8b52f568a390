//! Properties of reading: no input makes it panic, every problem has a place in the text, and what is valid arrives unchanged.

mod support {
    pub mod places;
}

use icu_normalizer::ComposingNormalizerBorrowed;
use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::{Author, Cells, Id, Item, Journey, Lane, LaneKind, Language, Phase, Scale, Stage, TermLanguage};
use klantreis::meta::Date;
use klantreis::read;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::places::places_hold;

const VALID: &str = r#"{
  "klantreis": 1, "title": "Een dag", "scenario": "Regen", "organisation": "Bad", "language": "nl", "date": "2026-11-07",
  "authors": ["Sanne", { "name": "Bo", "class": "MEP2" }], "x": { "a": [1, 2.5e3, true, null] },
  "stages": [{ "id": "s", "title": "Voor", "subtitle": "Plannen" }],
  "lanes": [{ "kind": "goal" }, { "id": "mood", "kind": "emotion", "scale": { "min": 0, "max": 5, "labels": { "5": "top" } } }],
  "phases": [{ "title": "Komen é", "stage": "s", "cells": { "goal": ["a\n\u00e9", { "text": "b", "moment_of_truth": true }], "mood": 3 } }]
}"#;

fn reads_or_explains(bytes: &[u8]) {
    if let Err(problems) = read::json_bytes(bytes) {
        places_hold(bytes, &problems);
    }
}

/// JSON whose names and values are mostly those of the format, in any place.
fn near_json() -> impl Strategy<Value = Value> {
    let names = prop::sample::select(vec![
        "klantreis",
        "title",
        "language",
        "phases",
        "lanes",
        "stages",
        "cells",
        "kind",
        "id",
        "scale",
        "min",
        "max",
        "labels",
        "goal",
        "emotion",
        "text",
        "score",
        "stage",
        "authors",
        "name",
        "date",
        "x",
        "fase",
        "moment_of_truth",
        "a/b~c",
    ]);
    let text = prop::sample::select(vec!["goal", "emotion", "nl", "", " ", "2026-11-07", "a b", "1", "é", "en_GB", "before"]);
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-4i32..4).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((names.clone(), inner), 0..8)
                .prop_map(|members| Value::Object(members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())),
        ]
    })
}

/// A text as the model holds it: NFC, without carriage returns, not blank.
fn text() -> impl Strategy<Value = String> {
    let any_text = vec(any::<char>(), 1..12).prop_map(|chars| chars.into_iter().collect::<String>().replace('\r', ""));
    prop_oneof!["[a-zé\n ]{0,8}[A-Zø]", any_text]
        .prop_map(|text| ComposingNormalizerBorrowed::new_nfc().normalize(&text).into_owned())
        .prop_filter("says something", |text| !text.chars().all(char::is_whitespace))
}

fn item(scale: Option<(f64, f64)>) -> BoxedStrategy<Item> {
    let score = match scale {
        Some((min, max)) => option::of((0.0..=1.0).prop_map(move |t: f64| (min + t * (max - min)).clamp(min, max))).boxed(),
        None => Just(None).boxed(),
    };
    (option::of(text()), option::of(text()), option::of(text()), option::of(text()), any::<bool>(), score)
        .prop_map(|(text, when, channel, device, moment_of_truth, score)| {
            let text = text.or_else(|| score.is_none().then(|| "iets".into()));
            Item { text, when, channel, device, moment_of_truth, score, ..Item::default() }
        })
        .boxed()
}

fn lanes() -> impl Strategy<Value = Vec<Lane>> {
    let kind = prop::sample::select(LaneKind::ALL.to_vec());
    let range = (-100i32..100, 1i32..100).prop_map(|(min, span)| (f64::from(min), f64::from(min + span)));
    vec((kind, option::of(text()), range, option::of(text())), 0..5).prop_map(|lanes| {
        type Parts = (LaneKind, Option<String>, (f64, f64), Option<String>);
        let lane = |(i, (kind, title, (min, max), word)): (usize, Parts)| {
            let labels = word.map(|word| (max, word)).into_iter().collect();
            let scale = (kind == LaneKind::Emotion).then_some(Scale { min, max, labels });
            let title = title.unwrap_or_else(|| kind.term().text(TermLanguage::Da).into());
            Lane { id: Id::new(format!("l{i}")), kind, title, scale, ..Lane::default() }
        };
        lanes.into_iter().enumerate().map(lane).collect()
    })
}

fn phases(lanes: &[Lane], stages: usize) -> impl Strategy<Value = Vec<Phase>> + use<> {
    let cells: Vec<_> =
        lanes.iter().map(|lane| vec(item(lane.scale.as_ref().map(|scale| (scale.min, scale.max))), 0..4)).collect();
    let stage = option::of(any::<prop::sample::Index>());
    vec((text(), option::of(text()), stage, cells), 1..4).prop_map(move |phases| {
        let phase = |(i, (title, description, stage, cells)): (usize, (_, _, Option<prop::sample::Index>, _))| {
            let stage = stage.filter(|_| stages > 0).map(|index| index.index(stages));
            Phase { id: Id::new(format!("p{i}")), title, description, stage, cells: Cells(cells), ..Phase::default() }
        };
        phases.into_iter().enumerate().map(phase).collect()
    })
}

fn journey() -> impl Strategy<Value = Journey> {
    let author = (text(), option::of(text())).prop_map(|(name, class)| Author { name, class });
    let date = option::of((1970u16..=9999, 1u8..=12, 1u8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).unwrap()));
    let head = (text(), option::of(text()), option::of(text()), vec(author, 0..3), date);
    let stages = vec((text(), option::of(text())), 0..3).prop_map(|stages| {
        let stage = |(i, (title, subtitle))| Stage { id: Id::new(format!("s{i}")), title, subtitle, ..Stage::default() };
        stages.into_iter().enumerate().map(stage).collect::<Vec<_>>()
    });
    (head, stages, lanes()).prop_flat_map(|((title, scenario, organisation, authors, date), stages, lanes)| {
        phases(&lanes, stages.len()).prop_map(move |phases| Journey {
            title: title.clone(),
            scenario: scenario.clone(),
            organisation: organisation.clone(),
            authors: authors.clone(),
            language: Language::of_tag("da"),
            date,
            stages: stages.clone(),
            lanes: lanes.clone(),
            phases,
            ..Journey::default()
        })
    })
}

/// The journey as a document, by the shortest way of writing each thing.
fn written(journey: &Journey) -> Value {
    let stage = |s: &Stage| json!({ "id": &*s.id, "title": s.title, "subtitle": s.subtitle });
    let author = |a: &Author| json!({ "name": a.name, "class": a.class });
    without_nulls(json!({
        "klantreis": 1,
        "title": journey.title,
        "scenario": journey.scenario,
        "organisation": journey.organisation,
        "authors": journey.authors.iter().map(author).collect::<Vec<_>>(),
        "language": journey.language.tag,
        "date": journey.date.map(|date| date.to_string()),
        "stages": journey.stages.iter().map(stage).collect::<Vec<_>>(),
        "lanes": journey.lanes.iter().map(lane_written).collect::<Vec<_>>(),
        "phases": journey.phases.iter().map(|phase| phase_written(phase, journey)).collect::<Vec<_>>(),
    }))
}

fn lane_written(lane: &Lane) -> Value {
    let scale = lane.scale.as_ref().map(|scale| {
        let labels: Map<_, _> = scale.labels.iter().map(|(score, word)| (score.to_string(), json!(word))).collect();
        json!({ "min": scale.min, "max": scale.max, "labels": labels })
    });
    json!({ "id": &*lane.id, "kind": lane.kind.name(), "title": lane.title, "scale": scale })
}

fn phase_written(phase: &Phase, journey: &Journey) -> Value {
    let cells = journey.lanes.iter().zip(phase.cells.iter()).map(|(lane, cell)| (lane.id.to_string(), cell_written(cell)));
    let stage = phase.stage.map(|index| &*journey.stages[index].id);
    json!({
        "id": &*phase.id, "title": phase.title, "description": phase.description, "stage": stage,
        "cells": cells.collect::<Map<_, _>>(),
    })
}

fn cell_written(cell: &[Item]) -> Value {
    let mut items: Vec<_> = cell.iter().map(item_written).collect();
    if items.len() == 1 { items.remove(0) } else { Value::from(items) }
}

fn item_written(item: &Item) -> Value {
    if *item == (Item { text: item.text.clone(), ..Item::default() }) {
        return json!(item.text);
    }
    if *item == (Item { score: item.score, ..Item::default() }) {
        return json!(item.score);
    }
    json!({
        "text": item.text, "when": item.when, "channel": item.channel, "device": item.device,
        "moment_of_truth": item.moment_of_truth, "score": item.score,
    })
}

fn without_nulls(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            Value::Object(members.into_iter().filter(|(_, v)| !v.is_null()).map(|(k, v)| (k, without_nulls(v))).collect())
        }
        Value::Array(elements) => elements.into_iter().map(without_nulls).collect(),
        other => other,
    }
}

#[test]
fn the_document_that_the_properties_break_is_valid() {
    read::json(VALID).unwrap();
}

proptest! {
    #[test]
    fn any_bytes(bytes in vec(any::<u8>(), 0..200)) {
        reads_or_explains(&bytes);
    }

    #[test]
    fn any_text(text in "[\\[\\]{}\",:0-9a-z'/\\\\ \n\u{feff}é“+.-]{0,60}") {
        reads_or_explains(text.as_bytes());
    }

    #[test]
    fn json_near_the_format(value in near_json()) {
        reads_or_explains(value.to_string().as_bytes());
        reads_or_explains(serde_json::to_string_pretty(&value).unwrap().as_bytes());
    }

    #[test]
    fn a_field_of_a_valid_document_replaced(value in near_json(), at in any::<prop::sample::Index>()) {
        let mut document: Value = serde_json::from_str(VALID).unwrap();
        let fields: Vec<_> = document.as_object().unwrap().keys().cloned().collect();
        document[at.get(&fields)] = value;
        reads_or_explains(serde_json::to_string_pretty(&document).unwrap().as_bytes());
    }

    #[test]
    fn a_valid_document_with_bytes_lost_and_added(
        cut in any::<prop::sample::Index>(), lost in 0usize..4, added in vec(any::<u8>(), 0..3), mark in any::<bool>(),
    ) {
        let mut bytes = if mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        bytes.extend_from_slice(VALID.as_bytes());
        let start = cut.index(bytes.len());
        let end = (start + lost).min(bytes.len());
        bytes.splice(start..end, added);
        reads_or_explains(&bytes);
    }

    #[test]
    fn a_valid_journey_arrives_as_it_is(journey in journey()) {
        let text = written(&journey).to_string();
        prop_assert_eq!(read::json(&text), Ok(journey), "{}", text);
    }

    #[test]
    fn pointers_to_items_are_found_in_the_document(journey in journey()) {
        let document = written(&journey);
        let text = document.to_string();
        for (p, phase) in journey.phases.iter().enumerate() {
            for (l, cell) in phase.cells.iter().enumerate() {
                for i in 0..cell.len() {
                    let mut remarks = [Diagnostic::new(Code::DoesNotFit, "").at(journey.pointer_to_item(p, l, i))];
                    read::locate(&text, &mut remarks);
                    let span = remarks[0].span.as_ref().unwrap();
                    let at_cell = document.pointer(&journey.pointer_to_cell(p, l)).unwrap();
                    let expected = if cell.len() == 1 { at_cell } else { &at_cell[i] };
                    prop_assert!(text[span.bytes.start..].starts_with(&expected.to_string()));
                }
            }
        }
    }
}
