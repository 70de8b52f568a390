//! The journeys under `fixtures/`, with the presets, show the whole format: no field of it and no value of a choice that none of
//! them has. What the program ships to start from or to learn from is in its normal form.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use klantreis::journey::{normal, schema};
use klantreis::read;
use serde_json::Value;

/// Values of choices that would only be put in for this test: no fixture sets the journey of today against the one aimed at, or
/// sells goods or single tickets; `next` is what a link is without a kind.
const UNUSED: [&str; 6] = [
    "LinkKind = \"next\"",
    "State = \"to-be\"",
    "Purpose = \"as-is\"",
    "Purpose = \"to-be\"",
    "OfferingKind = \"goods\"",
    "OfferingKind = \"ticket\"",
];

fn documents(folder: &str) -> Vec<(PathBuf, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read_to_string(path).unwrap())).collect()
}

/// What of a schema a document has: `persona.name` for a field, `persona.kind = buyer` for a value of a choice.
#[derive(Default)]
struct Seen(BTreeSet<String>);

impl Seen {
    /// Walks a value with the schema that describes it; `place` names the object or field.
    fn walk(&mut self, value: &Value, schema: &Value, root: &Value, place: &str) {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.walk(value, &root["$defs"][name], root, name);
        }
        for choice in ["anyOf", "oneOf", "allOf"] {
            schema[choice].as_array().into_iter().flatten().for_each(|schema| self.walk(value, schema, root, place));
        }
        if schema.get("const").is_some_and(|constant| constant == value) {
            self.0.insert(format!("{place} = {value}"));
        }
        for (name, value) in value.as_object().into_iter().flatten() {
            if let Some(schema) = schema["properties"].get(name) {
                let place = format!("{place}.{name}");
                self.0.insert(place.clone());
                self.walk(value, schema, root, &place);
            } else if schema["additionalProperties"].is_object() {
                self.walk(value, &schema["additionalProperties"], root, place);
            }
        }
        for value in value.as_array().into_iter().flatten() {
            self.walk(value, &schema["items"], root, place);
        }
    }
}

/// Everything a schema has, in the words of [`Seen`].
fn all(schema: &Value, place: &str, found: &mut BTreeSet<String>) {
    for choice in ["anyOf", "oneOf"] {
        schema[choice].as_array().into_iter().flatten().for_each(|schema| all(schema, place, found));
    }
    if let Some(constant) = schema.get("const") {
        found.insert(format!("{place} = {constant}"));
    }
    for (name, schema) in schema["properties"].as_object().into_iter().flatten() {
        let place = format!("{place}.{name}");
        all(schema, &place, found);
        found.insert(place);
    }
    let inner = ["items", "additionalProperties"].into_iter().filter_map(|inner| schema.get(inner));
    inner.for_each(|schema| all(schema, place, found));
}

#[test]
fn every_field_and_every_choice_occurs_in_a_fixture() {
    let schema: Value = serde_json::from_str(&schema()).unwrap();
    let mut expected = BTreeSet::new();
    all(&schema, "Journey", &mut expected);
    for (name, definition) in schema["$defs"].as_object().unwrap() {
        all(definition, name, &mut expected);
    }
    // The kinds of lane are looked for as values of `kind`.
    expected.retain(|name| !name.starts_with("Phase.cells."));
    assert!(expected.contains("Item.until") && expected.contains("PersonaKind = \"buyer\""), "{expected:#?}");

    let mut seen = Seen::default();
    for (path, text) in documents("fixtures").into_iter().chain(documents("fixtures/presets")) {
        let document = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        seen.walk(&document, &schema, &schema, "Journey");
    }
    let missing: Vec<_> = expected.difference(&seen.0).filter(|name| !UNUSED.contains(&name.as_str())).collect();
    assert!(missing.is_empty(), "no fixture has {missing:#?}");
}

#[test]
fn presets_and_the_whole_journey_are_in_normal_form() {
    let whole = documents("fixtures").into_iter().filter(|(path, _)| path.ends_with("planboard.json"));
    let all: Vec<_> = documents("fixtures/presets").into_iter().chain(whole).collect();
    assert_eq!(all.len(), 16);
    for (path, text) in all {
        let journey = read::json(&text).unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()));
        assert!(text == normal(&journey), "{} is not in normal form: `klantreis fmt` writes it", path.display());
    }
}

/// Shorthand stands where the normal form has something else, and means the same.
#[test]
fn shorthand_is_covered_by_a_fixture() {
    let (_, text) = documents("fixtures").into_iter().find(|(path, _)| path.ends_with("zwembad.json")).unwrap();
    let journey = read::json(&text).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert!(document.get("lanes").is_none() && !journey.lanes.is_empty(), "lanes are implied");
    let phase = &document["phases"][0];
    assert!(phase.get("id").is_none() && phase["cells"]["goal"].is_string(), "ids and lists are left out");
    assert!(phase["cells"]["emotion"].is_number(), "a score stands for an item");
    for name in ["authors", "offering", "question", "opportunities"] {
        assert!(document[name].is_string(), "{name} is a text");
    }
    let written = normal(&journey);
    assert_ne!(written, text);
    assert_eq!(read::json(&written).unwrap(), journey);
}

#[test]
fn every_picture_that_a_fixture_names_is_beside_it() {
    let mut named = Vec::new();
    for (path, text) in documents("fixtures") {
        let document: Value = serde_json::from_str(&text).unwrap();
        sources(&document, &mut named);
        for picture in named.drain(..).filter(|picture| !picture.starts_with("data:")) {
            assert!(path.with_file_name(&picture).is_file(), "{}: there is no {picture}", path.display());
        }
    }
}

fn sources(value: &Value, found: &mut Vec<String>) {
    for (name, value) in value.as_object().into_iter().flatten() {
        let source = if name == "picture" || name == "portrait" { value["src"].as_str().or(value.as_str()) } else { None };
        found.extend(source.map(str::to_owned));
        sources(value, found);
    }
    value.as_array().into_iter().flatten().for_each(|value| sources(value, found));
}
