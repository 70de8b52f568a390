//! PDF for offset: four inks and no light, never too much of them, and text in black alone.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::layout::theme::Theme;
use klantreis::paper::press::Press;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::pdf::{FORMAT, Ink, Settings};
use klantreis::write::{self, Write};
use lopdf::content::Content;
use lopdf::{Document, Object, Stream};

use crate::matrix::{drawn, fixture};
use crate::support::desk::{Desk, ends};
use crate::support::heard::heard;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

fn pdf(journey: &Journey, layout: &str, theme: Theme, ink: Ink) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &["pdf"], &[layout]).unwrap();
    let press = Press::new("3mm".parse().unwrap(), true).unwrap();
    let options = Options { theme, ink, press, ..Options::default() };
    export(journey, &selection, &options, &SETTER).unwrap().outputs.remove(0).bytes
}

/// What a press cannot print, or not well.
fn faults(document: &Document) -> BTreeSet<String> {
    let mut faults = BTreeSet::new();
    if document.catalog().unwrap().has(b"OutputIntents") {
        faults.insert("what light means".to_owned());
    }
    for object in document.objects.values() {
        if format!("{object:?}").contains("DeviceRGB") {
            faults.insert("an object in light".to_owned());
        }
        if let Object::Stream(stream) = object {
            let is = |key: &[u8], name: &[u8]| stream.dict.get(key).and_then(Object::as_name).is_ok_and(|found| found == name);
            if is(b"Subtype", b"Form") {
                content(&plain(stream), &mut faults);
            }
            if is(b"ColorSpace", b"DeviceCMYK")
                && plain(stream).chunks(4).any(|inks| inks.iter().map(|ink| u32::from(*ink)).sum::<u32>() > 765)
            {
                faults.insert("a picture with too much ink".to_owned());
            }
        }
    }
    for page in document.page_iter() {
        if document.get_dictionary(page).unwrap().has(b"Annots") {
            faults.insert("what can be clicked".to_owned());
        }
        content(&document.get_page_content(page), &mut faults);
    }
    faults
}

fn plain(stream: &Stream) -> Vec<u8> {
    stream.get_plain_content().unwrap_or_else(|_| stream.content.clone())
}

/// Walks operators: colours that are light, places with more than 300 % of ink, text in other inks than black, and all inks elsewhere than on
/// marks around the poster, which are the last that is drawn.
fn content(content: &[u8], faults: &mut BTreeSet<String>) {
    let (mut fill, mut all, mut marks) = ([0.0; 4], false, false);
    for operation in Content::decode(content).expect("operators").operations {
        let numbers: Vec<f32> = operation.operands.iter().filter_map(|operand| operand.as_float().ok()).collect();
        match operation.operator.as_str() {
            "rg" | "RG" | "g" | "G" | "sc" | "SC" | "scn" | "cs" | "sh" => {
                faults.insert(format!("the operator {}", operation.operator));
            }
            key @ ("k" | "K") => {
                let inks: [f32; 4] = numbers.try_into().expect("four inks");
                if inks.iter().sum::<f32>() > 3.0 || inks.iter().any(|ink| !(0.0..=1.0).contains(ink)) {
                    faults.insert("too much ink".to_owned());
                }
                if key == "k" {
                    fill = inks;
                } else {
                    all = false;
                }
            }
            "TJ" => {
                let black = fill[..3].iter().all(|ink| *ink <= 0.0) && fill[3] >= 1.0;
                let pale = fill.iter().sum::<f32>() < 0.5;
                if !black && !pale {
                    faults.insert("text in several inks".to_owned());
                }
                if marks {
                    faults.insert("text behind marks".to_owned());
                }
            }
            "CS" => (all, marks) = (true, true),
            "SCN" if !all => {
                faults.insert("inks of no space".to_owned());
            }
            _ => {}
        }
    }
}

#[test]
fn every_fixture_is_printed_in_four_inks_and_never_too_much() {
    for (name, journey) in crate::support::fixtures() {
        for layout in drawn() {
            for (theme, _) in Theme::all() {
                let bytes = pdf(&journey, layout, theme.clone(), Ink::Cmyk);
                let document = Document::load_mem(&bytes).unwrap();
                let found = faults(&document);
                assert!(found.is_empty(), "{name} as {layout} in {}: {found:?}", theme.name);
                assert!(heard(&document).faults.is_empty(), "{name} as {layout}");
            }
        }
    }
}

/// Pixels with and without alpha, JPEG in colours, in greys, in inks and turned by a note, and drawings.
#[test]
fn a_picture_is_printed_in_ink_as_well() {
    let inks = Some(Arc::new(Theme::default().inks()));
    let options = write::Options { pdf: Settings { inks, ..Settings::default() }, ..write::Options::default() };
    let Write::Drawn(write) = FORMAT.write else { panic!("it is drawn") };
    let written = write(&crate::pictures::wall(), SETTER.fonts(), &options).unwrap();
    let document = Document::load_mem(&written.parts[0].bytes).unwrap();
    assert!(faults(&document).is_empty(), "{:?}", faults(&document));
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let space =
        |stream: &&Stream| stream.dict.get(b"ColorSpace").and_then(Object::as_name).is_ok_and(|space| space == b"DeviceCMYK");
    assert!(streams.filter(space).count() >= 5);
}

#[test]
fn stages_are_printed_in_the_inks_of_the_theme() {
    let lines = |theme, ink| {
        let document = Document::load_mem(&pdf(&fixture("mediacollege"), "map", theme, ink)).unwrap();
        String::from_utf8_lossy(&document.get_page_content(document.page_iter().next().unwrap())).into_owned()
    };
    let printed = lines(Theme::default(), Ink::Cmyk);
    assert!(printed.contains("0.95 0.4 0.6 0.2 k") && printed.contains("0.35 0.75 1 0.3 k"));
    assert_eq!(printed.matches("/All CS").count(), 8 + 4 * 3, "every line of a mark");
    let (own, _) = Theme::from_toml("my", "hues = [\"#123456\"]\n[cmyk]\nhues = [\"90 60 30 10\"]\n").unwrap();
    assert!(lines(own, Ink::Cmyk).contains("0.9 0.6 0.3 0.1 k"));
    let (formula, _) = Theme::from_toml("my", "hues = [\"#336699\"]\n").unwrap();
    assert!(lines(formula, Ink::Cmyk).contains("0.6667 0.3333 0 0.4 k"), "black is 1 − max, and the others what is left");
    let light = lines(Theme::default(), Ink::Rgb);
    assert!(!light.contains(" k\n") && !light.contains("/All"));
}

#[test]
fn what_a_press_cannot_print_is_found() {
    let whole = Document::load_mem(&pdf(&fixture("zwembad"), "map", Theme::default(), Ink::Cmyk)).unwrap();
    for (added, said) in [
        ("\n1 0 0 rg", "the operator rg"),
        ("\n0.5 G", "the operator G"),
        ("\n1 1 1 0.01 k", "too much ink"),
        ("\n0.2 0.2 0.2 0.8 k BT [<0001>] TJ ET", "text in several inks"),
    ] {
        let mut document = whole.clone();
        let page = document.page_iter().next().unwrap();
        let stream = document.get_dictionary(page).unwrap().get(b"Contents").and_then(Object::as_reference).unwrap();
        let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut).unwrap();
        let text = stream.get_plain_content().unwrap();
        stream.set_plain_content([text.as_slice(), added.as_bytes()].concat());
        assert!(faults(&document).contains(said), "{said}: {:?}", faults(&document));
    }
    let light = Document::load_mem(&pdf(&fixture("zwembad"), "map", Theme::default(), Ink::Rgb)).unwrap();
    let found = faults(&light);
    assert!(
        ["what light means", "what can be clicked", "an object in light", "the operator rg", "the operator RG"]
            .iter()
            .all(|said| found.contains(*said)),
        "{found:?}"
    );
}

#[test]
fn an_archive_is_not_made_in_ink() {
    let journey = r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B", "cells": { "goal": "C" } }] }"#;
    let desk = Desk::with(&[("a.json", journey)]);
    ends(&desk.run("export a.json --ink cmyk --dpi 30 --to pdf,svg,png -o out/"), 0);
    ends(&desk.run("export a.json --dpi 30 --to svg,png -o plain/"), 0);
    for name in ["a.svg", "a.png"] {
        assert_eq!(desk.read(&format!("out/{name}")), desk.read(&format!("plain/{name}")), "{name} is light always");
    }
    let done = desk.run("export a.json --ink cmyk --pdf-standard a-2a -o b.pdf");
    ends(&done, 2);
    assert!(done.err.contains("--pdf-standard a-2a does not go with --ink cmyk"), "{}", done.err);
    ends(&desk.run("export a.json --ink CMJK -o b.pdf"), 2);
}
