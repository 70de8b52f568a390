//! How long each stage takes on a journey of usual size and on a very full one: `cargo bench`.
//!
//! Fonts are parsed once, before the clock runs. `shaping_and_layout` begins with an empty store of shaped words, as every
//! process does; `layout` finds the words of the run before, as the second journey of a batch does.

use divan::{Bencher, black_box};
use klantreis::diagnostic::Diagnostic;
use klantreis::export::{Options, Selection, export, meta};
use klantreis::journey::{Journey, normal};
use klantreis::layout::{Context, Draw, LAYOUTS, Laid, Make};
use klantreis::paper::Paper;
use klantreis::picture::Gallery;
use klantreis::read;
use klantreis::registry::Registry;
use klantreis::scene::Scene;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::FORMATS;

const JOURNEYS: [&str; 2] = ["mediacollege", "overvol"];

fn main() {
    divan::main();
}

fn source(name: &str) -> String {
    let path = format!("{}/fixtures/{name}.json", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(path).expect("the fixture is shipped")
}

fn journey(name: &str) -> Journey {
    let result: Result<Journey, Vec<Diagnostic>> = read::json(&source(name));
    result.expect("the fixture is valid")
}

/// The drawn layouts.
fn drawn() -> impl Iterator<Item = (&'static str, Draw<'static>)> {
    LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((layout.name, draw)),
        Make::Tabular(_) => None,
    })
}

fn draw(layout: &str, journey: &Journey, text: &Typesetter) -> Laid<Scene> {
    let draw = drawn().find(|(name, _)| *name == layout);
    let (meta, paper) = (meta(journey, None), Paper::default());
    let context = Context {
        meta: &meta,
        text,
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    draw.expect("there is such a layout").1(journey, &context)
}

#[divan::bench(args = JOURNEYS)]
fn reading(bencher: Bencher, name: &str) {
    let text = source(name);
    bencher.bench(|| read::json(black_box(&text)));
}

#[divan::bench(args = JOURNEYS)]
fn writing_the_normal_form(bencher: Bencher, name: &str) {
    let journey = journey(name);
    bencher.bench(|| normal(black_box(&journey)));
}

/// Files of tables: matrices of other makings, and a workbook of our own.
const TABLES: [&str; 4] = ["fietswinkel.xlsx", "telefoon.xls", "concert.ods", "bookclub.csv"];

#[divan::bench(args = TABLES)]
fn importing(bencher: Bencher, name: &str) {
    let path = format!("{}/fixtures/import/{name}", env!("CARGO_MANIFEST_DIR"));
    let bytes = std::fs::read(path).expect("the fixture is shipped");
    bencher.bench(|| read::read(None, black_box(&bytes), &read::Options::default()).1.expect("it is a matrix"));
}

#[divan::bench(args = JOURNEYS)]
fn reading_own_workbooks(bencher: Bencher, name: &str) {
    let (journey, text) = (journey(name), Typesetter::new(Fonts::bundled()));
    let xlsx: Vec<_> = FORMATS.iter().copied().filter(|known| known.name == "xlsx").collect();
    let selection = Selection::new(Registry::built_in(), &xlsx, &[] as &[&str]).expect("a workbook has layouts");
    let exported = export(&journey, &selection, &Options::default(), &text).expect("it is written");
    let bytes = &exported.outputs.first().expect("there is a file").bytes;
    bencher.bench(|| read::read(None, black_box(bytes), &read::Options::default()).1.expect("it is our own"));
}

/// Documents as large as they may be: 50,000 items; sixteen texts of a million characters; data of their own on one level, and on
/// as many as there may be.
const LARGE: [&str; 4] = ["items", "texts", "data", "deep data"];

fn large(name: &str) -> String {
    let phases = |cell: &dyn Fn(usize) -> String, count: usize| {
        let phase = |index| format!(r#"{{ "title": "Fase {index}", "cells": {{ "action": [{}] }} }}"#, cell(index));
        (0..count).map(phase).collect::<Vec<_>>().join(",")
    };
    let item = r#"{ "text": "Iets dat de klant doet", "when": "10:00", "channel": "balie" }"#;
    let (phases, own) = match name {
        "items" => (phases(&|_| [item; 500].join(","), 100), String::new()),
        "texts" => (phases(&|_| format!("{:?}", "woord ".repeat(166_666)), 16), String::new()),
        "data" => (phases(&|_| "\"x\"".to_owned(), 1), vec![r#"{ "b": "twee", "a": 1.50 }"#; 500_000].join(",")),
        _ => {
            let level = r#"{ "b": "twee", "a": 1.50 },"#.repeat(8_000);
            let open = format!(r#"{{ "a": [{level}"#).repeat(29);
            (phases(&|_| "\"x\"".to_owned(), 1), format!("{open}0{}", "] }".repeat(29)))
        }
    };
    format!(r#"{{ "klantreis": 1, "title": "Veel", "language": "nl", "x": {{ "own": [{own}] }}, "phases": [{phases}] }}"#)
}

#[divan::bench(args = LARGE, sample_count = 5)]
fn reading_much(bencher: Bencher, name: &str) {
    let text = large(name);
    bencher.bench(|| read::json(black_box(&text)).expect("it is valid"));
}

#[divan::bench(args = LARGE, sample_count = 5)]
fn writing_much(bencher: Bencher, name: &str) {
    let journey = read::json(&large(name)).expect("it is valid");
    bencher.bench(|| normal(black_box(&journey)));
}

#[divan::bench]
fn parsing_fonts() -> Fonts {
    Fonts::bundled()
}

/// Each drawn layout of each journey.
fn posters() -> impl Iterator<Item = String> {
    drawn().flat_map(|(layout, _)| JOURNEYS.map(|journey| format!("{layout} {journey}")))
}

#[divan::bench(args = posters())]
fn shaping_and_layout(bencher: Bencher, case: &str) {
    let (layout, name) = case.split_once(' ').expect("two words");
    let journey = journey(name);
    bencher.with_inputs(|| Typesetter::new(Fonts::bundled())).bench_refs(|text| draw(layout, &journey, text));
}

#[divan::bench(args = posters())]
fn layout(bencher: Bencher, case: &str) {
    let (layout, name) = case.split_once(' ').expect("two words");
    let (journey, text) = (journey(name), Typesetter::new(Fonts::bundled()));
    bencher.bench(|| draw(layout, &journey, &text));
}

#[divan::bench(args = FORMATS.iter().map(|format| format.name).flat_map(|format| JOURNEYS.map(|journey| format!("{format} {journey}"))))]
fn all_but_fonts(bencher: Bencher, case: &str) {
    let (format, name) = case.split_once(' ').expect("two words");
    let (journey, text) = (journey(name), Typesetter::new(Fonts::bundled()));
    let formats: Vec<_> = FORMATS.iter().copied().filter(|known| known.name == format).collect();
    let selection = Selection::new(Registry::built_in(), &formats, &[] as &[&str]).expect("each format has a layout");
    bencher.bench(|| export(&journey, &selection, &Options::default(), &text));
}
