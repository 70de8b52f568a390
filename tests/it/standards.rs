//! PDF by a standard: what a checker by clause finds, each kind of fault planted and found, and what is refused.

use std::sync::LazyLock;

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::pdf::Standard;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use crate::matrix::{drawn, fixture};
use crate::support::archive::faults;
use crate::support::desk::{Desk, ends};
use crate::support::heard::heard;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

fn archived(journey: &Journey, layout: &str, paper: &str) -> Document {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &[layout]).unwrap();
    let options = Options { paper: paper.parse().unwrap(), pdf_standard: Some(Standard::A2a), ..Options::default() };
    Document::load_mem(&export(journey, &selection, &options, &SETTER).unwrap().outputs.remove(0).bytes).unwrap()
}

#[test]
fn every_fixture_in_every_layout_is_as_an_archive_wants_it() {
    for (name, journey) in crate::support::fixtures() {
        for layout in drawn() {
            let document = archived(&journey, layout, "A3");
            assert_eq!(faults(&document).into_iter().collect::<Vec<_>>(), Vec::<String>::new(), "{name} as {layout}");
            assert!(heard(&document).faults.is_empty(), "{name} as {layout}");
        }
    }
}

#[test]
fn other_files_are_so_as_well_and_do_not_say_it() {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &["map"]).unwrap();
    let bytes = export(&fixture("zwembad"), &selection, &Options::default(), &SETTER).unwrap().outputs.remove(0).bytes;
    let found: Vec<_> = faults(&Document::load_mem(&bytes).unwrap()).into_iter().collect();
    let metadata = [
        "6.6.2.3: http://www.aiim.org/pdfua/ns/id/ is not described",
        "6.6.4: the level of the standard",
        "6.6.4: the part of the standard",
    ];
    assert_eq!(found, metadata);
}

fn set(document: &mut Document, found: impl Fn(&Dictionary) -> bool, change: impl Fn(&mut Dictionary)) {
    let of = |object: &Object| match object {
        Object::Dictionary(dictionary) => Some(found(dictionary)),
        Object::Stream(stream) => Some(found(&stream.dict)),
        _ => None,
    };
    let id = document.objects.iter().find(|(_, object)| of(object) == Some(true)).map(|(id, _)| *id).expect("such an object");
    match document.objects.get_mut(&id).unwrap() {
        Object::Dictionary(dictionary) => change(dictionary),
        Object::Stream(stream) => change(&mut stream.dict),
        _ => {}
    }
}

fn catalog(document: &mut Document, change: impl Fn(&mut Dictionary)) {
    change(document.catalog_mut().unwrap());
}

fn is(of: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    of.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}

fn descendant(document: &mut Document, change: impl Fn(&mut Dictionary)) {
    set(
        document,
        |of| is(of, b"Subtype", b"Type0"),
        |font| {
            let fonts = font.get_mut(b"DescendantFonts").and_then(Object::as_array_mut).unwrap();
            change(fonts[0].as_dict_mut().unwrap());
        },
    );
}

fn metadata(document: &mut Document, from: &str, to: &str) {
    let id: ObjectId = document.catalog().unwrap().get(b"Metadata").and_then(Object::as_reference).unwrap();
    let stream = document.get_object_mut(id).and_then(Object::as_stream_mut).unwrap();
    let text = String::from_utf8(stream.content.clone()).unwrap();
    assert!(text.contains(from), "{from}");
    stream.set_plain_content(text.replacen(from, to, 1).into_bytes());
}

fn content(document: &mut Document, added: &str) {
    let page = document.page_iter().next().unwrap();
    let stream = document.get_dictionary(page).unwrap().get(b"Contents").and_then(Object::as_reference).unwrap();
    let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut).unwrap();
    let text = stream.get_plain_content().unwrap();
    stream.set_plain_content([text.as_slice(), added.as_bytes()].concat());
}

/// The clause that is found, and what plants the fault.
type Fault = (&'static str, fn(&mut Document));

#[test]
fn a_fault_against_each_clause_is_found() {
    let whole = archived(&fixture("zwembad"), "map", "A2");
    let all: [Fault; 24] = [
        ("6.1.2", |document| document.version = "1.4".to_owned()),
        ("6.1.3", |document| drop(document.trailer.remove(b"ID"))),
        ("6.5 to 6.11", |document| catalog(document, |of| of.set("OCProperties", Dictionary::new()))),
        ("6.7.2", |document| catalog(document, |of| drop(of.remove(b"MarkInfo")))),
        ("6.7.3", |document| catalog(document, |of| drop(of.remove(b"StructTreeRoot")))),
        ("6.7.4", |document| catalog(document, |of| drop(of.remove(b"Lang")))),
        ("6.2.3: no output", |document| catalog(document, |of| drop(of.remove(b"OutputIntents")))),
        ("6.2.3: the profile", |document| set(document, |of| of.has(b"N") && of.has(b"Alternate"), |of| of.set("N", 4))),
        ("6.6.2", |document| catalog(document, |of| drop(of.remove(b"Metadata")))),
        ("6.6.4: the level", |document| metadata(document, "<pdfaid:conformance>A", "<pdfaid:conformance>B")),
        ("6.6.2.3", |document| metadata(document, "<pdfaSchema:namespaceURI>", "<pdfaSchema:namespaceURI>x")),
        ("6.6.3", |document| metadata(document, "<xmp:CreateDate>2", "<xmp:CreateDate>1")),
        ("6.1.13: a string", |document| catalog(document, |of| of.set("Lang", Object::string_literal("n".repeat(40_000))))),
        ("6.2.11.7", |document| set(document, |of| is(of, b"Subtype", b"Type0"), |of| drop(of.remove(b"ToUnicode")))),
        ("6.2.11.3: no map", |document| descendant(document, |of| drop(of.remove(b"CIDToGIDMap")))),
        ("6.2.11.4", |document| set(document, |of| of.has(b"FontFile2"), |of| drop(of.remove(b"FontFile2")))),
        ("6.2.11.5", |document| descendant(document, |of| drop(of.remove(b"W")))),
        ("6.3.2", |document| set(document, |of| is(of, b"Subtype", b"Link"), |of| of.set("F", 2))),
        ("6.5.1", |document| {
            let action = dictionary! { "S" => "Launch" };
            set(document, |of| is(of, b"Subtype", b"Link"), |of| of.set("A", action.clone()));
        }),
        ("6.2.4: colours", |document| content(document, "\n0 0 0 1 k")),
        ("6.2.2: the operator", |document| content(document, "\n/Sh sh")),
        ("6.2.11: a code", |document| content(document, "\nBT /T0 1 Tf [<FFFF>] TJ ET")),
        ("6.1.13: states", |document| content(document, &"\nq".repeat(29))),
        ("6.1.13: a page", |document| {
            let sides = [0.0, 0.0, 15_000.0, 9.0].map(Object::Real).to_vec();
            set(document, |of| is(of, b"Type", b"Page"), |of| of.set("MediaBox", sides.clone()));
        }),
    ];
    for (clause, plant) in all {
        let mut document = whole.clone();
        plant(&mut document);
        let found = faults(&document);
        assert!(found.iter().any(|fault| fault.starts_with(clause)), "{clause}: {found:?}");
    }
}

#[test]
fn what_a_standard_forbids_is_refused_by_name() {
    let journey = |text: &str, scenario: &str| {
        let cells = format!(r#"[{{ "title": "B", "cells": {{ "goal": "{text}" }} }}]"#);
        format!(r#"{{ "klantreis": 1, "title": "A", "language": "en", "scenario": "{scenario}", "phases": {cells} }}"#)
    };
    let long = "woord ".repeat(6_000);
    let desk = Desk::with(&[
        ("plain.json", &journey("C", "D")),
        ("private.json", &journey("\u{E000}", "D")),
        ("long.json", &journey("C", long.trim_end())),
    ]);
    ends(&desk.run("export plain.json --pdf-standard a-2a -o plain.pdf"), 0);
    for (name, said) in
        [("private", "it cannot be written by a-2a: it holds the character U+E000"), ("long", "takes more than 32,767 bytes")]
    {
        ends(&desk.run(&format!("export {name}.json -o {name}.pdf")), 0);
        let done = desk.run(&format!("export {name}.json --pdf-standard a-2a -o {name}-a.pdf"));
        ends(&done, 1);
        assert!(done.err.contains(said), "{}", done.err);
    }
    let done = desk.run("export plain.json --pdf-standard a-9 -o b.pdf");
    ends(&done, 2);
    assert!(done.err.contains("a-2a"), "{}", done.err);
}
