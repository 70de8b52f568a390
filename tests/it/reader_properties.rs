//! Properties of reading: no input makes it panic, every problem has a place in the text, and the place of an item is found. What is valid
//! arrives unchanged: that is in `normal.rs`.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::support::loosen::{Way, loosen};
use crate::support::places::places_hold;
use crate::support::{journeys, whole};
use klantreis::diagnostic::{Code, Diagnostic};
use klantreis::journey::normal;
use klantreis::read;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::Value;

fn reads_or_explains(bytes: &[u8]) {
    if let Err(problems) = read::json_bytes(bytes) {
        places_hold(bytes, &problems);
    }
}

/// The names of all fields, and the values of all choices, as the schema has them.
fn names_and_values() -> &'static (Vec<String>, Vec<String>) {
    fn walk(schema: &Value, names: &mut BTreeSet<String>, values: &mut BTreeSet<String>) {
        match schema {
            Value::Object(fields) => {
                names.extend(fields.get("properties").and_then(Value::as_object).into_iter().flat_map(|own| own.keys().cloned()));
                values.extend(fields.get("const").and_then(Value::as_str).map(str::to_owned));
                fields.values().for_each(|value| walk(value, names, values));
            }
            Value::Array(elements) => elements.iter().for_each(|value| walk(value, names, values)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    static FOUND: LazyLock<(Vec<String>, Vec<String>)> = LazyLock::new(|| {
        let (mut names, mut values) = (BTreeSet::new(), BTreeSet::new());
        walk(&serde_json::from_str(&klantreis::journey::schema()).unwrap(), &mut names, &mut values);
        assert!(names.len() > 90 && values.len() > 50, "{names:?} {values:?}");
        (names.into_iter().collect(), values.into_iter().collect())
    });
    &FOUND
}

/// JSON whose names and values are mostly those of the format, in any place.
fn near_json() -> impl Strategy<Value = Value> {
    let (names, values) = names_and_values();
    let names = prop_oneof![
        6 => select(names.as_slice()),
        2 => select(values.as_slice()),
        1 => select(vec!["fase", "titel", "a/b~c", "0", "-2", "e\u{301}"]).prop_map(str::to_owned),
    ];
    let odd = ["nl", "", " ", "2026-11-07", "a b", "1", "é", "en_GB", "../x.png", "data:,", "https://x", "e\u{301}", "before"];
    let text = prop_oneof![select(values.as_slice()), select(odd.to_vec()).prop_map(str::to_owned)];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-4i32..12).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 60, 6, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..5).prop_map(Value::from),
            vec((names.clone(), inner), 0..8).prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

/// The pointers to all values of a document.
fn pointers(value: &Value, pointer: &str, into: &mut Vec<String>) {
    into.push(pointer.to_owned());
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                pointers(value, &format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1")), into);
            }
        }
        Value::Array(elements) => {
            elements.iter().enumerate().for_each(|(i, value)| pointers(value, &format!("{pointer}/{i}"), into));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
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
    fn any_value_of_a_valid_document_replaced(journey in whole::journey(), value in near_json(), at in any::<Index>()) {
        // Some numbers of its own data are greater than this reader knows.
        if let Ok(mut document) = serde_json::from_str::<Value>(&normal(&journey)) {
            let mut places = Vec::new();
            pointers(&document, "", &mut places);
            *document.pointer_mut(at.get(places.as_slice()).as_str()).unwrap() = value;
            reads_or_explains(serde_json::to_string_pretty(&document).unwrap().as_bytes());
        }
    }

    #[test]
    fn a_valid_document_with_bytes_lost_and_added(
        journey in whole::journey(), cut in any::<Index>(), lost in 0usize..4, added in vec(any::<u8>(), 0..3), mark in any::<bool>(),
    ) {
        let mut bytes = if mark { "\u{feff}".as_bytes().to_vec() } else { Vec::new() };
        bytes.extend_from_slice(normal(&journey).as_bytes());
        let start = cut.index(bytes.len());
        let end = (start + lost).min(bytes.len());
        bytes.splice(start..end, added);
        reads_or_explains(&bytes);
    }

    #[test]
    fn pointers_to_items_are_found_in_the_document(journey in journeys::journey(), seed in any::<u64>()) {
        let text = loosen(&normal(&journey), seed, 1 << Way::Short as u32 | 1 << Way::Single as u32 | 1 << Way::Space as u32);
        let document: Value = serde_json::from_str(text.trim_start_matches('\u{feff}')).unwrap();
        for (p, phase) in journey.phases.iter().enumerate() {
            for (l, cell) in phase.cells.iter().enumerate() {
                for i in 0..cell.len() {
                    let mut remarks = [Diagnostic::new(Code::DoesNotFit, "").at(journey.pointer_to_item(p, l, i))];
                    read::locate(&text, &mut remarks);
                    let start = remarks[0].span.as_ref().unwrap().bytes.start;
                    let found = serde_json::Deserializer::from_str(&text[start..]).into_iter::<Value>().next().unwrap().unwrap();
                    let at_cell = document.pointer(&journey.pointer_to_cell(p, l)).unwrap();
                    prop_assert_eq!(&found, if at_cell.is_array() { &at_cell[i] } else { at_cell });
                }
            }
        }
    }
}
