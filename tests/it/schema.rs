//! The JSON Schema and the check agree: the schema accepts whatever the check accepts, and refuses all that a schema can see.
//! The validator is of another maker.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use klantreis::diagnostic::Code;
use klantreis::journey::format::{Part, parts};
use klantreis::{journey, read};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

const ID: &str = "urn:klantreis:schema:1";
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// A valid journey in which every field of the format stands.
const WHOLE: &str = include_str!("../samples/every-field.json");

/// What a schema cannot see, by the beginnings of the names of fixtures, each with its reason.
const UNSEEN: &[(&str, &str)] = &[
    ("bad-date.", "how long a month is"),
    ("bad-language-country", "which words are languages"),
    ("bad-scale-downwards", "one number against another"),
    ("bad-scale-label-off", "a name of a field against a number"),
    ("bad-span", "the order of the phases"),
    ("duplicate-id", "all of a list at once"),
    ("duplicate-key", "a parser of JSON keeps one of the two"),
    ("misplaced-field-score", "a cell against the kind of its lane"),
    ("score-off-scale", "a cell against the scale of its lane"),
    ("too-deep", "how deep data of one's own goes"),
    ("too-long", "characters are counted in NFC, which may have fewer"),
    ("unknown-lane.", "whether a lane is there"),
    ("unknown-reference", "whether an id is there"),
    ("unknown-stage", "whether a stage is there"),
    ("wrong-type-score", "a cell against the kind of its lane"),
];

struct Validator {
    schemas: Schemas,
    whole: SchemaIndex,
}

impl Validator {
    /// The schema, or the part of it at a JSON pointer.
    fn of(pointer: &str) -> Self {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource(ID, schema()).unwrap();
        let whole = compiler.compile(&format!("{ID}#{pointer}"), &mut schemas).unwrap();
        Self { schemas, whole }
    }

    fn refuses(&self, document: &Value) -> Option<String> {
        self.schemas.validate(document, self.whole).err().map(|error| format!("{error:#}"))
    }
}

fn schema() -> Value {
    serde_json::from_str(&journey::schema()).unwrap()
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn documents(folder: &str) -> Vec<PathBuf> {
    let files = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "{folder} is empty");
    files
}

#[test]
fn the_shipped_copy_is_the_schema() {
    let path = root().join("schema/klantreis-1.schema.json");
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        fs::write(&path, journey::schema()).unwrap();
    }
    let shipped = fs::read_to_string(&path).unwrap_or_default();
    assert!(shipped == journey::schema(), "schema/ is stale; `UPDATE_GOLDENS=1 cargo test --test it schema::` writes it anew");
}

#[test]
fn the_schema_is_one_by_the_rules_of_its_dialect() {
    let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
    let dialect = compiler.compile(DIALECT, &mut schemas).unwrap();
    assert_eq!(schema()["$schema"], DIALECT);
    assert_eq!(schema()["$id"], ID);
    schemas.validate(&schema(), dialect).unwrap_or_else(|error| panic!("{error:#}"));
}

#[test]
fn every_definition_is_used() {
    let text = journey::schema();
    for name in schema()["$defs"].as_object().unwrap().keys() {
        assert!(text.contains(&format!("\"#/$defs/{name}\"")), "{name}");
    }
}

#[test]
fn valid_journeys_are_accepted() {
    let validator = Validator::of("");
    for path in ["fixtures", "fixtures/presets", "tests/samples"].into_iter().flat_map(documents) {
        let text = fs::read_to_string(&path).unwrap();
        let normal = journey::normal(&read::json(&text).unwrap_or_else(|problems| panic!("{}: {problems:#?}", path.display())));
        for text in [text, normal] {
            let refusal = validator.refuses(&serde_json::from_str(&text).unwrap());
            assert_eq!(refusal, None, "{}", path.display());
        }
    }
}

#[test]
fn invalid_journeys_are_refused_but_for_what_a_schema_cannot_see() {
    let validator = Validator::of("");
    let mut met: BTreeSet<&(&str, &str)> = BTreeSet::new();
    for path in documents("fixtures/invalid") {
        let name = path.file_name().unwrap().to_str().unwrap();
        // What is no JSON never comes to a schema.
        let Ok(document) = serde_json::from_slice::<Value>(&fs::read(&path).unwrap()) else { continue };
        let unseen = UNSEEN.iter().find(|(start, _)| name.starts_with(start));
        let refusal = validator.refuses(&document);
        assert_eq!(refusal.is_none(), unseen.is_some(), "{name} ({unseen:?}): {refusal:?}");
        met.extend(unseen);
    }
    let stale: Vec<_> = UNSEEN.iter().filter(|reason| !met.contains(*reason)).collect();
    assert!(stale.is_empty(), "no fixture shows that a schema cannot see these: {stale:?}");
}

/// Where each kind of object stands in [`WHOLE`].
fn place_of(record: &str) -> &'static str {
    match record {
        "Journey" => "",
        "Author" => "/authors/0",
        "Offering" => "/offering",
        "Question" => "/question",
        "Persona" => "/personas/0",
        "Fact" => "/personas/0/facts/0",
        "ProductRelation" => "/personas/0/product",
        "Picture" => "/personas/0/portrait",
        "Source" => "/personas/0/evidence/0",
        "EmpathyMap" => "/personas/0/empathy",
        "FollowUp" => "/personas/0/empathy/follow_ups/0",
        "Stage" => "/stages/0",
        "Lane" => "/lanes/1",
        "Scale" => "/lanes/1/scale",
        "Phase" => "/phases/0",
        "Risk" => "/phases/0/risks/0",
        "Item" => "/phases/0/cells/mood/0",
        "Link" => "/links/0",
        "Measurement" => "/measurements/0",
        "Reading" => "/measurements/1/series/0",
        "Counts" => "/measurements/1/series/0/counts",
        "Opportunity" => "/opportunities/0",
        "Panel" => "/storyboard/0",
        other => panic!("say where {other} stands in tests/samples/every-field.json"),
    }
}

#[test]
fn every_example_is_accepted_by_its_schema_and_by_the_check() {
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    for part in parts() {
        let Part::Record { name, fields, .. } = part else { continue };
        let place = place_of(name);
        for field in fields {
            let example: Value = serde_json::from_str(field.example).unwrap();
            let own = format!("{}/properties/{}", object_of(name), field.name);
            let refusal = Validator::of(&own.replace('$', "%24")).refuses(&example);
            assert_eq!(refusal, None, "{name}.{}", field.name);

            let at = format!("{place}/{}", field.name);
            let mut document = whole.clone();
            let object = document.pointer_mut(place).unwrap().as_object_mut().unwrap();
            object.insert(field.name.to_owned(), example);
            let problems = read::json(&document.to_string()).err().unwrap_or_default();
            let own = |pointer: &str| pointer.strip_prefix(&at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let own: Vec<_> = problems.iter().filter(|problem| problem.pointer.as_deref().is_some_and(own)).collect();
            assert!(own.is_empty(), "{name}.{}: {own:#?}", field.name);
        }
    }
}

/// The pointer to the object of a record in the schema.
fn object_of(record: &str) -> String {
    if record == "Journey" {
        return String::new();
    }
    let definition = schema()["$defs"][record].clone();
    let ways = definition["anyOf"].as_array().cloned().unwrap_or_default();
    let way = ways.iter().position(|way| way["type"] == "object");
    match way {
        Some(way) if definition["properties"].is_null() => format!("/$defs/{record}/anyOf/{way}"),
        _ => format!("/$defs/{record}"),
    }
}

#[test]
fn the_sample_has_every_field_of_the_format() {
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    let mut names = BTreeSet::new();
    gather(&whole, &mut |object| names.extend(object.keys().cloned()));
    for part in parts() {
        let Part::Record { name, fields, .. } = part else { continue };
        let missing: Vec<_> = fields.iter().filter(|field| !names.contains(field.name)).map(|field| field.name).collect();
        assert!(missing.is_empty(), "{name}: {missing:?}");
        assert!(whole.pointer(place_of(name)).is_some_and(Value::is_object), "{name}");
    }
}

fn gather(value: &Value, see: &mut impl FnMut(&Map<String, Value>)) {
    match value {
        Value::Object(fields) => {
            see(fields);
            fields.values().for_each(|value| gather(value, see));
        }
        Value::Array(values) => values.iter().for_each(|value| gather(value, see)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

/// The pointer to every value of a document.
fn pointers(value: &Value, at: &str, found: &mut Vec<String>) {
    let children: Vec<(String, &Value)> = match value {
        Value::Object(fields) => fields.iter().map(|(name, value)| (name.replace('~', "~0").replace('/', "~1"), value)).collect(),
        Value::Array(values) => values.iter().enumerate().map(|(index, value)| (index.to_string(), value)).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => Vec::new(),
    };
    for (name, child) in children {
        let at = format!("{at}/{name}");
        found.push(at.clone());
        pointers(child, &at, found);
    }
}

/// The document without the value at a pointer.
fn without(document: &Value, pointer: &str) -> Value {
    let mut document = document.clone();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    match document.pointer_mut(parent).unwrap() {
        Value::Object(fields) => drop(fields.remove(&name.replace("~1", "/").replace("~0", "~"))),
        Value::Array(values) => drop(values.remove(name.parse().unwrap())),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => unreachable!(),
    }
    document
}

/// What is put in the place of each value: what is blank in one of the ways there are, out of bounds, or right elsewhere.
fn replacements() -> Vec<Value> {
    let texts = [
        "",
        " \t\u{85}\u{a0}\u{3000}",
        "\u{feff}",
        "\u{1c}",
        "a b",
        "kassa",
        "number",
        "nps",
        "csat",
        "exit",
        "loop",
        "emotion",
        "goal",
        "b2b",
        "2026-02-28",
        "1969-12-31",
        "nl-NL",
        "a/../b.png",
        "..",
        "a..b.png",
        "/a.png",
        "a:b",
        "a/b:c.png",
        "C:x.png",
        "a\\b.png",
        "data:image/png;base64,",
        "DATA:,",
        "http://a",
        "HTTPS://a/b",
        "http:a",
        "mailto:a",
        "tel: 1",
    ];
    let numbers = [
        json!(0),
        json!(1),
        json!(1.0),
        json!(5),
        json!(6),
        json!(11),
        json!(-100),
        json!(-100.5),
        json!(2.5),
        json!(1e15),
        json!(1e16),
    ];
    let rest = [
        json!(null),
        json!(true),
        json!([]),
        json!({}),
        json!([""]),
        json!(["x"]),
        json!([1, 5]),
        json!([0, 10]),
        json!([[]]),
        json!({ "text": "x" }),
        json!({ "value": 3 }),
        json!({ "value": 3, "answers": [] }),
        json!({ "value": 3, "answers": 4 }),
        json!({ "promoters": 0, "passives": 0, "detractors": 0 }),
        json!({ "min": 0, "max": 5 }),
        json!({ "1": "x", "1e0": "y" }),
        json!({ "src": "a.png" }),
        json!([{ "value": 101 }, 7]),
    ];
    texts.into_iter().map(Value::from).chain(numbers).chain(rest).collect()
}

/// The codes of what a schema cannot see, or not always.
fn unseen_codes() -> BTreeSet<Code> {
    let unseen = |code: &&Code| UNSEEN.iter().any(|(start, _)| start.starts_with(code.name()));
    // `1.0` is the number 1 to a schema, and no version to the check.
    Code::ALL.iter().filter(unseen).copied().chain([Code::UnknownVersion]).collect()
}

#[test]
fn schema_and_check_agree_on_every_small_change_of_a_journey() {
    let (validator, unseen) = (Validator::of(""), unseen_codes());
    let whole: Value = serde_json::from_str(WHOLE).unwrap();
    let mut places = Vec::new();
    pointers(&whole, "", &mut places);
    let mut counts = [0; 2];
    for place in places {
        let replaced = replacements().into_iter().map(|value| {
            let mut document = whole.clone();
            *document.pointer_mut(&place).unwrap() = value;
            document
        });
        for document in replaced.chain([without(&whole, &place)]) {
            let (read, refusal) = (read::json(&document.to_string()), validator.refuses(&document));
            counts[usize::from(read.is_ok())] += 1;
            let shown = document.pointer(&place);
            match (read, refusal) {
                (Ok(_), Some(refusal)) => panic!("the schema alone refuses {shown:?} at {place}: {refusal}"),
                (Err(problems), None) => {
                    let seen: Vec<_> = problems.iter().filter(|problem| !unseen.contains(&problem.code)).collect();
                    assert!(seen.is_empty(), "the schema lets {shown:?} pass at {place}: {seen:#?}");
                }
                (Ok(_), None) | (Err(_), Some(_)) => {}
            }
        }
    }
    assert!(counts.iter().all(|count| *count > 1000), "one side was hardly tried: {counts:?}");
}

thread_local! {
    static VALIDATOR: Validator = Validator::of("");
}

proptest! {
    #[test]
    fn the_normal_form_of_any_journey_is_accepted(journey in crate::support::journeys::journey()) {
        let normal = journey::normal(&journey);
        let document = serde_json::from_str(&normal).unwrap();
        let refusal = VALIDATOR.with(|validator| validator.refuses(&document));
        prop_assert_eq!(refusal, None, "{}", normal);
    }
}
