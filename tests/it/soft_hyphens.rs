//! A soft hyphen at which no line ends is in no drawing, no text layer and no cell; the journey keeps it.

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::read;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::svg::TextMode;
use klantreis::write::{Format, csv, pdf, svg, xlsx};

use crate::support::parts::Parts;
use crate::support::{pdf_text, read_back};

/// A journey with soft hyphens wherever there is text.
fn journey() -> Journey {
    let source = r#"{ "klantreis": 1, "title": "Ti~tel", "scenario": "Sce~nario", "organisation": "Or~ganisatie", "language": "nl",
        "authors": [{ "name": "Noor de Wa~al", "class": "MEP~2" }],
        "personas": [{ "id": "a", "name": "San~ne", "quotes": ["Een op~leiding vinden"] }],
        "stages": [{ "id": "s", "title": "Voor~af", "subtitle": "Be~fore" }],
        "lanes": [{ "id": "goal", "kind": "goal", "title": "Doe~len", "persona": "a" }, { "id": "emotion", "kind": "emotion" }],
        "opportunities": ["Kaart~jes online"],
        "phases": [{ "title": "Over~wegen", "stage": "s", "description": "Kie~zen", "duration": "Een we~ek", "risks": ["Ri~sico"], "cells": {
            "goal": [{ "text": "woord~afbreking", "when": "och~tend", "message": "Be~richt", "source": "Bo~ek" }, "~", "een~"],
            "emotion": { "score": 1, "text": "Ge~voel" } } }] }"#;
    read::json(&source.replace('~', "\u{ad}")).unwrap()
}

fn bytes(format: &'static Format) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &[format], &[] as &[&str]).unwrap();
    let options = Options { paper: "A2".parse().unwrap(), ..Options::default() };
    let exported = export(&journey(), &selection, &options, &Typesetter::new(Fonts::bundled())).unwrap();
    assert_eq!(exported.outputs.len(), 1);
    exported.outputs[0].bytes.clone()
}

#[test]
fn none_is_in_a_drawing_or_its_text() {
    let source = String::from_utf8(bytes(&svg::FORMAT)).unwrap();
    assert!(!source.contains('\u{ad}'), "in SVG");
    let page = read_back::svg(source.as_bytes(), TextMode::Live);
    assert!(page.text.contains("woordafbreking"), "{}", page.text);
    let printed = bytes(&pdf::FORMAT);
    // The reader of PDF says soft hyphens as they are only in the maps of the fonts, which hold them in hexadecimal.
    let printed = pdf_text::pages(&printed).concat();
    assert!(printed.contains("woordafbreking"), "{printed}");
}

#[test]
fn none_is_in_a_cell() {
    let table = String::from_utf8(bytes(&csv::FORMAT)).unwrap();
    assert!(table.contains("woordafbreking") && !table.contains('\u{ad}'), "{table}");
    let parts = Parts::of(&journey(), false, &Typesetter::new(Fonts::bundled()));
    let strings = parts.read("xl/sharedStrings.xml");
    let strings: Vec<&str> = strings.split("</si>").filter(|text| text.contains('\u{ad}')).collect();
    // The hidden sheet keeps the journey as JSON.
    assert!(strings.iter().all(|text| text.contains("&quot;") || text.contains('"') && text.contains('{')), "{strings:?}");
}

#[test]
fn all_are_in_the_journey_that_a_workbook_gives_back() {
    let workbook = bytes(&xlsx::FORMAT);
    let reading = read::read(None, &workbook, &read::Options::default()).1.unwrap();
    assert_eq!(reading.journey, journey());
}

#[test]
fn one_at_which_a_line_ends_is_still_said() {
    let source = r#"{ "klantreis": 1, "title": "T", "language": "xx", "phases": [{ "title": "P", "cells": { "goal": "W" } }] }"#;
    let long = format!("{}\u{ad}{}", "Xq".repeat(60), "Zq".repeat(60));
    let journey = read::json(&source.replace('W', &long)).unwrap();
    let selection = Selection::new(Registry::built_in(), &[&svg::FORMAT], &[] as &[&str]).unwrap();
    let options = Options { paper: "A5".parse().unwrap(), ..Options::default() };
    let exported = export(&journey, &selection, &options, &Typesetter::new(Fonts::bundled())).unwrap();
    let page = read_back::svg(&exported.outputs[0].bytes, TextMode::Live);
    assert!(page.text.matches('\u{ad}').count() <= 1, "{}", page.text);
    assert_eq!(read_back::letters(&page.items[0].text), read_back::letters(&long));
}
