//! What validators and editors make of the schema.

use std::path::Path;

use serde_json::Value;

use crate::support::tools::{files, run, text};

/// Compiles the schema with everything that strict mode finds fault with, and prints what it refuses of a list of documents.
const STRICT: &str = "
const fs = require('fs'), Ajv = require('ajv/dist/2020');
const ajv = new Ajv({ strict: true, allErrors: true });
require('ajv-formats')(ajv);
const [schema, ...documents] = process.argv.slice(1).map((path) => JSON.parse(fs.readFileSync(path)));
const valid = ajv.compile(schema);
console.log(JSON.stringify(documents.map((document) => valid(document) ? null : valid.errors)));
";

#[test]
fn the_schema_is_strict_and_takes_every_fixture() {
    let fixtures = files(Path::new("fixtures"), "json");
    let paths = fixtures.iter().map(|path| text(path));
    let refused = run("node", ["-e", STRICT, "schema/klantreis-1.schema.json"].into_iter().chain(paths));
    let refused: Vec<Value> = serde_json::from_str(&refused).unwrap();
    assert!(refused.len() > 5 && refused.iter().all(Value::is_null), "{refused:#?}");
    let wrong = run("node", ["-e", STRICT, "schema/klantreis-1.schema.json", "fixtures/invalid/unknown-field.json"]);
    assert!(wrong.contains("must NOT have additional properties"), "{wrong}");
}

/// Prints what an editor shows over each lane of a cell, whatever stands in it.
const HOVERED: &str = "
const fs = require('fs'), editor = require('vscode-json-languageservice');
const service = editor.getLanguageService({});
service.configure({ schemas: [{ uri: 'urn:x', fileMatch: ['*.json'], schema: JSON.parse(fs.readFileSync(process.argv[1])) }] });
const cells = { goal: 'a', action: ['a'], touchpoint: { text: 'a' }, emotion: -1, need: '' };
const text = JSON.stringify({ klantreis: 1, title: 'T', language: 'nl', authors: 'Bo', phases: [{ title: 'A', cells }] });
const document = editor.TextDocument.create('file:///a.json', 'json', 1, text);
const over = async (key) => {
  const at = document.positionAt(text.indexOf(JSON.stringify(key) + ':') + 1);
  const shown = await service.doHover(document, at, service.parseJSONDocument(document));
  return [key, shown.contents.join('').replaceAll('\\\\', '')];
};
Promise.all([...Object.keys(cells), 'authors'].map(over)).then((shown) => console.log(JSON.stringify(Object.fromEntries(shown))));
";

#[test]
fn an_editor_explains_the_lane_over_a_key_of_a_cell() {
    let shown: Value = serde_json::from_str(&run("node", ["-e", HOVERED, "schema/klantreis-1.schema.json"])).unwrap();
    for (key, about) in [
        ("goal", "What the customer wants to reach in this phase."),
        ("action", "What the customer does."),
        ("touchpoint", "Where customer and organisation meet."),
        ("emotion", "Scores on a scale, drawn as a curve."),
        ("need", "What the customer needs."),
        ("authors", "Who made the journey, in the order written."),
    ] {
        assert!(shown[key].as_str().is_some_and(|text| text.contains(about)), "{key}: {shown:#}");
    }
}
