//! What is heard of a PDF: each text of a journey once and in order, as what it is; and each kind of fault is found.

use std::sync::LazyLock;

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::paper::tiling::Tiling;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use lopdf::{Dictionary, Document, Object, ObjectId};
use proptest::prelude::*;

use crate::matrix::{drawn, fixture};
use crate::support::heard::{faultless, heard};
use crate::support::{journeys, pdf_text};

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

fn pdf(journey: &Journey, layout: &str, paper: &str) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &[layout]).unwrap();
    let options = Options { paper: paper.parse().unwrap(), ..Options::default() };
    export(journey, &selection, &options, &SETTER).unwrap().outputs.remove(0).bytes
}

#[test]
fn every_fixture_is_heard_without_a_fault_in_every_layout() {
    for (name, journey) in crate::support::fixtures() {
        for layout in drawn() {
            for paper in ["A4", "A2"] {
                let document = Document::load_mem(&pdf(&journey, layout, paper)).unwrap();
                let faults = heard(&document).faults;
                assert!(faults.is_empty(), "{name} as {layout} on {paper}: {faults:?}");
            }
        }
    }
}

#[test]
fn all_that_is_drawn_is_heard_in_its_order_in_every_layout() {
    let letters = |text: &str| text.chars().filter(|character| character.is_alphanumeric()).collect::<String>();
    for (name, journey) in crate::support::fixtures() {
        for layout in drawn() {
            let bytes = pdf(&journey, layout, "A0");
            let said = letters(&heard(&Document::load_mem(&bytes).unwrap()).said);
            let drawn = letters(&pdf_text::pages(&bytes).concat());
            assert!(drawn.len() > 40, "{name} as {layout}");
            assert_eq!(said, drawn, "{name} as {layout}");
        }
    }
}

/// The same on the sheets of a smaller printer.
fn tiled(journey: &Journey, layout: &str, paper: &str, sheet: &str) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &[layout]).unwrap();
    let tiling = Tiling::new(sheet.parse().unwrap(), Tiling::OVERLAP, Tiling::MARGIN).unwrap();
    let options = Options { paper: paper.parse().unwrap(), tiling: Some(tiling), ..Options::default() };
    export(journey, &selection, &options, &SETTER).unwrap().outputs.remove(0).bytes
}

/// What is heard of a line: of a figure what it shows. Letters of it may stand on another sheet than its most parts.
fn told(line: &str) -> String {
    match line.rfind('"') {
        Some(end) if line.trim_start().starts_with("Figure") => line[..=end].to_owned(),
        _ => line.to_owned(),
    }
}

#[test]
fn a_poster_on_sheets_is_heard_once_and_in_its_order() {
    for (name, journey) in crate::support::fixtures() {
        for layout in drawn() {
            let (whole, sheets) = (pdf(&journey, layout, "A1"), tiled(&journey, layout, "A1", "A4"));
            let (poster, heard) = (faultless(&whole), faultless(&sheets));
            assert_eq!(heard.iter().filter(|line| line.trim_start().starts_with("H1")).count(), 1, "{name} as {layout}");
            if Document::load_mem(&whole).unwrap().page_iter().count() > 1 {
                continue;
            }
            // What is heard before it is how the sheets are put together, under the title.
            let own: Vec<String> = poster[1..].iter().map(|line| told(&line.replacen("H1", "H2", 1))).collect();
            let end: Vec<String> = heard[heard.len() - own.len()..].iter().map(|line| told(line)).collect();
            let other = own.iter().zip(&end).find(|(one, other)| one != other);
            assert!(other.is_none(), "{name} as {layout}: {other:#?}");
            let (one, other) = (Document::load_mem(&whole).unwrap(), Document::load_mem(&sheets).unwrap());
            assert_eq!(bookmarks(&one), bookmarks(&other), "{name} as {layout}");
        }
    }
}

#[test]
fn bookmarks_of_sheets_lead_to_where_a_name_is_told() {
    let bytes = tiled(&fixture("mediacollege"), "map", "A1", "A4");
    let (document, said) = (Document::load_mem(&bytes).unwrap(), pdf_text::pages(&bytes));
    let pages: Vec<ObjectId> = document.page_iter().collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut count = 0;
    for mark in document.objects.values().filter_map(|object| object.as_dict().ok().filter(|of| of.has(b"Dest"))) {
        let page = mark.get(b"Dest").and_then(Object::as_array).unwrap()[0].as_reference().unwrap();
        let page = pages.iter().position(|known| *known == page).unwrap();
        let title = bookmark(mark);
        let first: String = title.split_whitespace().next().unwrap().chars().take(3).collect();
        assert!(said[page].contains(&first), "{title} is not said on page {page}");
        seen.insert(page);
        count += 1;
    }
    assert!(count > 8 && seen.len() > 3, "{count} bookmarks lead to {seen:?}");
}

#[test]
fn every_text_of_a_matrix_is_heard_in_its_order() {
    for (name, journey) in crate::support::fixtures() {
        let lines = faultless(&pdf(&journey, "matrix", "6000x6000mm"));
        let letters = |text: &str| text.replace(['\u{ad}', '|'], "").split_whitespace().collect::<String>();
        let all: Vec<String> = lines.iter().map(|line| letters(line)).collect();
        let mut rest = &all[..];
        for phase in &journey.phases {
            let found = rest.iter().position(|line| line.starts_with("THColumn") && line.contains(&letters(&phase.title)));
            rest = &rest[found.unwrap_or_else(|| panic!("{name}: {} is not heard", phase.title)) + 1..];
        }
        for lane in 0..journey.lanes.len() {
            for item in journey.phases.iter().flat_map(|phase| &phase.cells[lane]).filter(|_| journey.lanes[lane].scale.is_none())
            {
                let Some(text) = &item.text else { continue };
                let text = letters(text);
                let found = rest.iter().position(|line| line.contains(&text));
                rest = &rest[found.unwrap_or_else(|| panic!("{name}: {text} is not heard in its place")) + 1..];
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_is_heard_without_a_fault(journey in journeys::journey(), layout in prop::sample::select(drawn()), paper in prop::sample::select(vec!["A5", "A3"])) {
        let document = Document::load_mem(&pdf(&journey, layout, paper)).unwrap();
        let faults = heard(&document).faults;
        prop_assert!(faults.is_empty() || faults.iter().all(|fault| fault == "no bookmarks"), "{:?}", faults);
    }
}

/// The first element of a type.
fn element(document: &Document, kind: &str) -> ObjectId {
    let own = |object: &Object| {
        let dictionary = object.as_dict().ok()?;
        let named = dictionary.get(b"S").and_then(Object::as_name).ok()? == kind.as_bytes();
        (named && dictionary.has(b"P")).then_some(())
    };
    document.objects.iter().find(|(_, object)| own(object).is_some()).map_or_else(|| panic!("a {kind}"), |(id, _)| *id)
}

fn change(document: &mut Document, kind: &str, change: impl FnOnce(&mut Dictionary)) {
    let id = element(document, kind);
    change(document.get_dictionary_mut(id).unwrap());
}

fn catalog(document: &mut Document, key: &[u8]) {
    document.catalog_mut().unwrap().remove(key);
}

fn content(document: &mut Document, from: &str, to: &str) {
    let page = document.page_iter().next().unwrap();
    let stream = document.get_dictionary(page).unwrap().get(b"Contents").and_then(Object::as_reference).unwrap();
    let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut).unwrap();
    let text = String::from_utf8(stream.get_plain_content().unwrap()).unwrap();
    assert!(text.contains(from), "{from}");
    stream.set_plain_content(text.replacen(from, to, 1).into_bytes());
}

fn annotation(document: &mut Document, change: impl FnOnce(&mut Dictionary)) {
    let is_link = |object: &Object| object.as_dict().is_ok_and(|of| of.has(b"StructParent"));
    let id = document.objects.iter().find(|(_, object)| is_link(object)).map(|(id, _)| *id).unwrap();
    change(document.get_dictionary_mut(id).unwrap());
}

/// What is found, and what plants it.
type Fault = (&'static str, fn(&mut Document));

#[test]
fn a_fault_in_each_kind_of_tag_is_found() {
    let bytes = pdf(&fixture("zwembad"), "map", "A2");
    let whole = Document::load_mem(&bytes).unwrap();
    assert!(heard(&whole).faults.is_empty());
    let faults: [Fault; 22] = [
        ("no language", |document| catalog(document, b"Lang")),
        ("not marked", |document| catalog(document, b"MarkInfo")),
        ("the title is not shown", |document| catalog(document, b"ViewerPreferences")),
        ("metadata that do not say", |document| catalog(document, b"Metadata")),
        ("no bookmarks", |document| catalog(document, b"Outlines")),
        ("no tree", |document| catalog(document, b"StructTreeRoot")),
        ("a header without scope", |document| change(document, "TH", |header| drop(header.remove(b"A")))),
        ("a figure without a text", |document| change(document, "Figure", |figure| drop(figure.remove(b"Alt")))),
        ("a heading that skips", |document| change(document, "H1", |title| title.set("S", "P"))),
        ("H1 in TH", |document| change(document, "H2", |heading| heading.set("S", "H1"))),
        ("P in L", |document| change(document, "LI", |item| item.set("S", "P"))),
        ("Span in LI", |document| change(document, "LBody", |body| body.set("S", "Span"))),
        ("P in TR", |document| change(document, "TD", |cell| cell.set("S", "P"))),
        ("Div in Table", |document| change(document, "TR", |row| row.set("S", "Div"))),
        ("a table with rows of", |document| change(document, "TD", |cell| cell.set("A", lopdf::dictionary! { "ColSpan" => 9 }))),
        ("a link that leads nowhere", |document| {
            change(document, "Link", |link| {
                link.get_mut(b"K").and_then(Object::as_array_mut).unwrap().retain(|kid| kid.as_dict().is_err());
            });
        }),
        ("a link without a text", |document| annotation(document, |link| drop(link.remove(b"Contents")))),
        ("a link with another parent", |document| annotation(document, |link| link.set("StructParent", 0))),
        ("in no element", |document| change(document, "H1", |title| drop(title.remove(b"K")))),
        ("is told twice", |document| {
            change(document, "H1", |title| {
                let kids = title.get_mut(b"K").and_then(Object::as_array_mut).unwrap();
                kids.push(kids[0].clone());
            });
        }),
        ("something is painted that is not marked", |document| content(document, "/Artifact BMC", "/Span BMC")),
        ("is there twice", |document| content(document, "<</MCID 1>>", "<</MCID 0>>")),
    ];
    for (fault, plant) in faults {
        let mut document = whole.clone();
        plant(&mut document);
        let found = heard(&document).faults;
        assert!(found.iter().any(|found| found.contains(fault)), "{fault} is not found, but {found:?}");
    }
}

#[test]
fn words_in_another_language_say_so() {
    let journey = serde_json::json!({ "klantreis": 1, "title": "Le voyage", "language": "fr", "phases": [
        { "title": "Avant", "cells": { "goal": [{ "text": "Guten Tag", "language": "de" }, { "text": "Fin", "moment_of_truth": true }] } },
    ] });
    let journey = klantreis::read::json(&journey.to_string()).unwrap();
    let lines = faultless(&pdf(&journey, "matrix", "A3"));
    let said = |text: &str, language: &str| lines.iter().any(|line| line.contains(text) && line.contains(language));
    assert!(said("Moment of truth", " in en"), "{lines:#?}");
    let item = lines.iter().position(|line| line.contains("Guten Tag")).unwrap();
    assert!(lines[item - 1].contains("LI in de"), "{lines:#?}");
}

#[test]
fn built_in_words_say_which_language_they_are_in() {
    let said = |language: &str, lane: &str| {
        let journey = serde_json::json!({ "klantreis": 1, "title": "Le voyage", "language": language,
            "lanes": [{ "id": "goal", "kind": "goal", "title": lane }, { "id": "emotion", "kind": "emotion", "persona": "zoe" }],
            "personas": [{ "id": "zoe", "name": "Zoé" }],
            "phases": [{ "title": "Avant", "cells": { "goal": "Partir", "emotion": 1 } }, { "title": "Après", "cells": { "emotion": -1 } }] });
        faultless(&pdf(&klantreis::read::json(&journey.to_string()).unwrap(), "matrix", "A3"))
    };
    let around = |lines: &[String], text: &str| {
        let line = lines.iter().position(|line| line.contains(text)).unwrap_or_else(|| panic!("{text} in {lines:#?}"));
        (lines[line - 1].clone(), lines[line].clone())
    };
    let french = said("fr", "Customer’s goal");
    let (above, own) = around(&french, ": Customer’s goal");
    assert!(above.contains(" in en") || own.contains(" in en"), "{french:#?}");
    let (_, curve) = around(&french, "+1 at Avant");
    assert!(curve.contains("Figure in en"), "{curve}");
    let (above, own) = around(&french, "Zoé");
    assert!(own.contains("in fr") || !above.contains(" in en"), "{french:#?}");
    let (above, own) = around(&said("fr", "But"), ": But");
    assert!(!above.contains(" in ") && !own.contains(" in "), "{above}, {own}");
    assert!(said("nl", "Doel van de klant").iter().all(|line| !line.contains(" in nl") && !line.contains(" in en")));
}

/// What a bookmark says.
fn bookmark(mark: &Dictionary) -> String {
    let title = mark.get(b"Title").and_then(Object::as_str).unwrap();
    title.strip_prefix(&[0xFE, 0xFF]).map_or_else(|| String::from_utf8_lossy(title).into_owned(), pdf_text::utf16)
}

/// What the bookmarks of a document say.
fn bookmarks(document: &Document) -> Vec<String> {
    document.objects.values().filter_map(|object| object.as_dict().ok().filter(|of| of.has(b"Dest"))).map(bookmark).collect()
}

#[test]
fn names_of_two_parts_are_heard_as_two() {
    let journey = r#"{ "klantreis": 1, "title": "A", "language": "nl",
        "personas": [{ "id": "n", "name": "Noor" }, { "id": "o", "name": "Omar" }],
        "stages": [{ "id": "s", "title": "Vooraf", "subtitle": "kiezen" }],
        "lanes": [{ "id": "a", "kind": "emotion", "persona": "n" }, { "id": "b", "kind": "emotion", "persona": "o" },
                  { "id": "c", "kind": "opportunity" }],
        "phases": [{ "title": "Een", "stage": "s", "cells": { "a": 1, "b": -1, "c": { "text": "Bellen", "importance": "high" } } },
                   { "title": "Twee", "cells": { "a": 2, "b": 0 } }] }"#;
    let bytes = pdf(&klantreis::read::json(journey).unwrap(), "map", "A3");
    let said = bookmarks(&Document::load_mem(&bytes).unwrap());
    assert!(said.iter().any(|mark| mark == "Vooraf kiezen"), "{said:?}");
    assert!(said.iter().any(|mark| mark.contains("Noor ") && !mark.contains("NoorBeleving")), "{said:?}");
    let lines = faultless(&bytes);
    assert!(lines.iter().any(|line| line.contains("Prioriteit 1")), "{lines:#?}");
}

#[test]
fn bookmarks_lead_to_stages_with_their_phases_and_to_lanes() {
    let document = Document::load_mem(&pdf(&fixture("mediacollege"), "map", "A4")).unwrap();
    let journey = fixture("mediacollege");
    let titles = bookmarks(&document);
    for phase in &journey.phases {
        let title = phase.title.replace('\u{ad}', "");
        assert_eq!(titles.iter().filter(|known| **known == title).count(), 1, "{title} in {titles:?}");
    }
    for lane in &journey.lanes {
        assert!(titles.iter().any(|known| known.contains(&lane.title)), "{} in {titles:?}", lane.title);
    }
}
