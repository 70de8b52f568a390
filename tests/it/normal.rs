//! The normal form: it says all of a journey, there is one for all ways of writing it, and nothing else depends on the way.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::loosen::{self, WAYS, loosen};
use crate::support::{journeys, whole};
use icu_normalizer::ComposingNormalizerBorrowed;
use klantreis::export::{Options, Selection, export};
use klantreis::journey::{Journey, normal};
use klantreis::read;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;
use serde_json::Value;

const ALL_WAYS: u32 = (1 << WAYS) - 1;

/// Every valid document under `fixtures/`, with its name.
fn documents() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = |folder: PathBuf| fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = files(root.clone()).chain(files(root.join("presets"))).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    assert!(paths.len() >= 20, "the fixtures are missing");
    paths.into_iter().map(|path| (path.display().to_string(), fs::read_to_string(path).unwrap())).collect()
}

/// As many journeys as are asked for, the same in every run.
fn sample(count: usize) -> Vec<Journey> {
    let mut runner = TestRunner::deterministic();
    (0..count).map(|_| whole::journey().new_tree(&mut runner).unwrap().current()).collect()
}

fn is_a_normal_form_of(text: &str, journey: &Journey) -> Result<(), TestCaseError> {
    let read = read::json(text);
    prop_assert_eq!(read.as_ref(), Ok(journey), "{}", text);
    prop_assert_eq!(&normal(&read.unwrap()), text);
    let framed = text.starts_with('{') && text.ends_with("}\n");
    let ends_of_lines = text.contains(|c: char| c.is_control() && c != '\n' || matches!(c, '\u{2028}' | '\u{2029}'));
    let blanks = text.lines().any(|line| line.trim_end() != line || line.is_empty());
    prop_assert!(framed && !ends_of_lines && !blanks, "{}", text);
    serde_json::from_str::<serde::de::IgnoredAny>(text).unwrap();
    let composed = ComposingNormalizerBorrowed::new_nfc();
    for text in loosen::texts(text) {
        prop_assert!(composed.is_normalized(&text), "{:?}", text);
    }
    Ok(())
}

/// The bytes of every layout in every format.
fn outputs(text: &str, typesetter: &Typesetter) -> Vec<(String, Vec<u8>)> {
    let journey = read::json(text).unwrap_or_else(|problems| panic!("{text}: {problems:#?}"));
    let registry = Registry::built_in();
    let selection = Selection::new(registry, &registry.default_formats(), &registry.layout_names().collect::<Vec<_>>()).unwrap();
    let exported = export(&journey, &selection, &Options::default(), typesetter).unwrap();
    let name = |output: &klantreis::export::Output| format!("{} {} {:?}", output.layout.name, output.format.name, output.part);
    exported.outputs.into_iter().map(|output| (name(&output), output.bytes)).collect()
}

#[track_caller]
fn same_outputs(of: &str, one: &str, other: &str, typesetter: &Typesetter) {
    let (one, other) = (outputs(one, typesetter), outputs(other, typesetter));
    assert!(one.len() >= Registry::built_in().default_formats().len());
    assert_eq!(one.len(), other.len(), "{of}");
    for ((name, one), (_, other)) in one.iter().zip(&other) {
        assert!(one == other, "{of}: {name} differs");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_normal_form_says_all_of_a_journey(journey in whole::journey()) {
        is_a_normal_form_of(&normal(&journey), &journey)?;
    }

    #[test]
    fn a_journey_of_many_words_too(journey in journeys::journey()) {
        is_a_normal_form_of(&normal(&journey), &journey)?;
    }

    #[test]
    fn ways_of_writing_a_journey_have_one_normal_form(journey in whole::journey(), seed in any::<u64>(), ways in 0..=ALL_WAYS) {
        let normal_form = normal(&journey);
        let loose = loosen(&normal_form, seed, ways);
        match read::json(&loose) {
            Ok(read) => prop_assert_eq!(normal(&read), normal_form, "{}", loose),
            Err(problems) => prop_assert!(false, "{}\n{:#?}", loose, problems),
        }
    }

    #[test]
    fn data_of_a_document_s_own_is_kept(json in whole::own_json()) {
        let kept = whole::own(&format!("{{ \"a\": {json} }}")).object().line();
        let kept = kept.strip_prefix("{ \"a\": ").and_then(|kept| kept.strip_suffix(" }")).unwrap();
        prop_assert!(loosen::same_data(kept, &json), "{}", kept);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, max_shrink_iters: 50, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn outputs_do_not_depend_on_the_way_of_writing(journey in whole::journey(), seed in any::<u64>()) {
        let normal_form = normal(&journey);
        let typesetter = Typesetter::new(Fonts::bundled());
        same_outputs("an arbitrary journey", &normal_form, &loosen(&normal_form, seed, ALL_WAYS), &typesetter);
    }
}

#[test]
fn the_fixtures_say_the_same_in_their_normal_form() {
    for (name, text) in documents() {
        let journey = read::json(&text).unwrap();
        let normal_form = normal(&journey);
        is_a_normal_form_of(&normal_form, &journey).unwrap_or_else(|error| panic!("{name}: {error}"));
        for seed in 0..8 {
            let loose = loosen(&normal_form, seed, ALL_WAYS);
            assert_eq!(normal(&read::json(&loose).unwrap()), normal_form, "{name}");
        }
    }
}

#[test]
fn the_fixtures_look_the_same_in_their_normal_form() {
    let typesetter = Typesetter::new(Fonts::bundled());
    for (name, text) in documents() {
        let normal_form = normal(&read::json(&text).unwrap());
        same_outputs(&name, &text, &normal_form, &typesetter);
    }
}

#[test]
fn arbitrary_journeys_have_every_field_of_the_format() {
    fn properties(schema: &Value, into: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                into.extend(fields.get("properties").and_then(Value::as_object).into_iter().flat_map(|own| own.keys().cloned()));
                into.extend(fields.get("const").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| properties(value, into));
            }
            Value::Array(elements) => elements.iter().for_each(|value| properties(value, into)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut expected = BTreeSet::new();
    properties(&serde_json::from_str(&klantreis::journey::schema()).unwrap(), &mut expected);
    // What a link is when it says nothing is left out, and the two fields that `texts` passes over are looked for below.
    for left_out in ["next", "src", "x"] {
        assert!(expected.remove(left_out));
    }
    let normal_forms: Vec<_> = sample(400).iter().map(normal).collect();
    let met: BTreeSet<_> = normal_forms.iter().flat_map(|text| loosen::texts(text)).collect();
    let missing: Vec<_> = expected.difference(&met).collect();
    assert!(missing.is_empty(), "no arbitrary journey has {missing:?}");
    assert!(normal_forms.iter().any(|text| text.contains("\"src\": ") && text.contains("\"x\": ")));
}

#[test]
fn every_way_of_writing_occurs() {
    let journeys = sample(60);
    for way in 0..WAYS {
        let different = (0_u64..).zip(&journeys).filter(|(seed, journey)| {
            let normal_form = normal(journey);
            loosen(&normal_form, *seed, 1 << way) != loosen(&normal_form, *seed, 0)
        });
        assert!(different.count() >= 3, "way {way}");
    }
}

#[test]
fn a_path_keeps_its_characters_and_a_text_becomes_nfc() {
    let text = r#"{ "klantreis": 1, "title": "Cafe\u0301", "language": "nl", "x": { "e\u0301": "e\u0301\r" }, "phases": [{ "title": "A\r\nB\rC" }],
        "storyboard": [{ "caption": "i\u0308", "picture": "cafe\u0301/\u00e9.png" }, { "caption": "-", "picture": { "src": "e\u0301.png", "alt": "e\u0301" } }] }"#;
    let normal_form = normal(&read::json(text).unwrap());
    for part in [
        "\"title\": \"Café\"",
        "\"A\\nB\\nC\"",
        "\"caption\": \"ï\"",
        "\"src\": \"cafe\u{301}/é.png\"",
        "{ \"src\": \"e\u{301}.png\", \"alt\": \"é\" }",
        "\"x\": { \"e\u{301}\": \"e\u{301}\\r\" }",
    ] {
        assert!(normal_form.contains(part), "{part} in {normal_form}");
    }
}

#[test]
fn what_is_so_in_any_case_is_left_out() {
    let text = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "lanes": [{ "kind": "goal", "title": "Doel van de klant" }],
        "phases": [{ "title": "Een" , "cells": { "doel-van-de-klant": { "text": "a", "until": "een", "language": "nl", "drop_off": false } } }],
        "links": [{ "from": "een", "to": "een", "kind": "next" }] }"#;
    let expected = r#"{
  "klantreis": 1,
  "title": "Reis",
  "language": "nl",
  "lanes": [{ "id": "doel-van-de-klant", "kind": "goal" }],
  "phases": [{ "id": "een", "title": "Een", "cells": { "doel-van-de-klant": [{ "text": "a" }] } }],
  "links": [{ "from": "een", "to": "een" }]
}
"#;
    assert_eq!(normal(&read::json(text).unwrap()), expected);
}

#[test]
fn what_must_be_named_is_not_blank() {
    for part in [
        r#""links": [{ "from": " ", "to": "een" }]"#,
        r#""phases": [{ "title": "Een", "cells": { "goal": { "text": "a", "links": [""] } } }]"#,
    ] {
        let text =
            format!(r#"{{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{{ "title": "Een" }}], {part} }}"#);
        let text = if part.contains("phases") { text.replace(r#""phases": [{ "title": "Een" }], "#, "") } else { text };
        let problems = read::json(&text).unwrap_err();
        assert_eq!(problems.iter().map(|problem| problem.code.name()).collect::<Vec<_>>(), ["empty-title"], "{problems:#?}");
    }
}
