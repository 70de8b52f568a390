//! Fonts that a user adds: collections, faces with `CFF ` outlines, and damaged files, of which none may take the program with it.

use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::registry::Registry;
use klantreis::scene::FaceId;
use klantreis::text::{Added, FontError, Fonts, Typesetter};
use klantreis::write::svg::TextMode;
use klantreis::write::{pdf, svg};
use skrifa::{FontRef, MetadataProvider};

use crate::support::damage::{KINDS, Random, collection, damaged, record, rounds, start};
use crate::support::{pdf_text, scenes, words};

fn file(path: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
}

const HEBREW: &str = "fonts/noto-sans-hebrew/NotoSansHebrew-Regular.ttf";
const HEBREW_BOLD: &str = "fonts/noto-sans-hebrew/NotoSansHebrew-Bold.ttf";
const ARABIC: &str = "fonts/noto-sans-arabic/NotoSansArabic-Regular.ttf";
const LATIN: &str = "fonts/source-sans-3/SourceSans3-Regular.ttf";
const CJK: &str = "tests/fonts/NotoSansCJKjp-few.otf";

/// Text that only the face with `CFF ` outlines has.
const FAR: &str = "顧客の旅程を調べる。 한국 대학생 中国学习网站";

fn number(added: &Added) -> (usize, usize) {
    (added.faces.len(), added.refused.len())
}

#[test]
fn every_face_of_a_collection_is_added() {
    let mut fonts = Fonts::bundled();
    let before = fonts.faces().len();
    let added = fonts.add(collection(&[&file(HEBREW), &file(CJK), &file(HEBREW_BOLD), &file(CJK)])).unwrap();
    assert_eq!(number(&added), (4, 0));
    let names: Vec<_> = fonts.faces()[before..].iter().map(|face| face.name.as_str()).collect();
    assert_eq!(names, ["Noto Sans Hebrew Regular", "Noto Sans CJK JP", "Noto Sans Hebrew Bold", "Noto Sans CJK JP"]);
    assert!(fonts.face(added.faces[1]).has('客') && !fonts.face(added.faces[0]).has('客'));
}

#[test]
fn a_face_that_is_damaged_does_not_spoil_its_collection() {
    let mut bytes = collection(&[&file(HEBREW), &file(CJK), &file(ARABIC)]);
    let start = start(&bytes, record(&bytes, "CFF "));
    bytes[start + 200..start + 20_000].fill(0xFF);
    let added = Fonts::bundled().add(bytes).unwrap();
    assert_eq!(number(&added), (2, 1));
    assert_eq!(added.refused[0].0, 1);
}

#[test]
fn a_font_without_a_table_that_is_used_is_refused_by_its_name() {
    for table in ["head", "maxp", "cmap", "hhea", "hmtx"] {
        let mut bytes = file(HEBREW);
        let record = record(&bytes, table);
        bytes[record] = b'?';
        let error = Fonts::bundled().add(bytes).unwrap_err();
        assert_eq!(error.to_string(), format!("the table `{table}` is missing or damaged"));
    }
    let mut bytes = file(HEBREW);
    let record = record(&bytes, "glyf");
    bytes[record] = b'?';
    assert_eq!(Fonts::bundled().add(bytes), Err(FontError::NoOutlines));
}

#[test]
fn text_in_a_face_of_a_collection_is_read_back_and_drawn() {
    let mut fonts = Fonts::bundled();
    fonts.add(collection(&[&file(HEBREW), &file(CJK)])).unwrap();
    let setter = Typesetter::new(fonts);
    let scene = scenes::column(&setter, FAR, 60.0, 12.0);
    let said = pdf_text::pages(&crate::support::pdf(&scene, setter.fonts())).concat();
    assert_eq!(words(&said).concat(), words(FAR).concat());
    for mode in [TextMode::Live, TextMode::Outlines] {
        let drawn = String::from_utf8(crate::support::svg(&scene, setter.fonts(), mode)).unwrap();
        let ink: usize = drawn.match_indices(" d=\"").map(|(at, _)| drawn[at + 4..].find('"').unwrap()).sum();
        assert!(ink > 5000, "{mode:?}: {ink} bytes of outlines");
        let text: String = drawn.split('<').filter(|tag| tag.starts_with("text") || tag.contains("aria-label")).collect();
        assert!(text.contains("調べる"), "{mode:?}");
    }
}

/// Up to so many of the characters of a sound font, at even distances.
fn characters(font: &[u8], most: usize) -> String {
    let font = FontRef::new(font).unwrap();
    let known: BTreeSet<char> = font.charmap().mappings().filter_map(|(code, _)| char::from_u32(code)).collect();
    let known: Vec<char> = known.into_iter().filter(|character| !character.is_control()).collect();
    known.iter().step_by(known.len().div_ceil(most)).collect()
}

/// A journey that says a text in words, in each cut.
fn journey(text: &str) -> Journey {
    let letters: Vec<char> = text.chars().collect();
    let words: Vec<String> = letters.chunks(7).map(|word| word.iter().collect()).collect();
    let text = serde_json::to_string(&words.join(" ")).unwrap();
    let document = format!(
        r#"{{"klantreis": 1, "language": "en", "title": "A journey", "phases": [
            {{"title": "A", "cells": {{"goal": {text}, "thought": {text}, "emotion": {{"score": 1, "text": {text}}}}}}}]}}"#
    );
    klantreis::read::json(&document).unwrap_or_else(|problems| panic!("{problems:?}"))
}

/// What became of a damaged font.
#[derive(Default, Debug)]
struct Fate {
    refused: usize,
    used: usize,
    wrong: Vec<String>,
}

impl Fate {
    /// Adds a damaged font before all others and, when it is taken, makes every drawn format with it.
    fn meet(&mut self, what: &str, bytes: &[u8], text: &Journey) {
        let mut fonts = Fonts::empty();
        let added = catch_unwind(AssertUnwindSafe(|| fonts.add(bytes.to_vec())));
        match added {
            Err(_) => return self.wrong.push(format!("{what}: panicked when it was loaded")),
            Ok(Err(_)) => return self.refused += 1,
            Ok(Ok(_)) => self.used += 1,
        }
        fonts.add(file(LATIN)).unwrap();
        let setter = Typesetter::new(fonts);
        let selection = Selection::new(Registry::built_in(), &[&svg::FORMAT, &pdf::FORMAT], &[] as &[&str]).unwrap();
        for svg_text in [TextMode::Live, TextMode::Outlines] {
            let options = Options { svg_text, ..Options::default() };
            match catch_unwind(AssertUnwindSafe(|| export(text, &selection, &options, &setter))) {
                Err(_) => self.wrong.push(format!("{what}: panicked, {svg_text:?}")),
                Ok(Err(error)) => self.wrong.push(format!("{what}: {error}, {svg_text:?}")),
                Ok(Ok(exported)) => assert!(exported.outputs.len() >= 2),
            }
        }
    }
}

/// Font files and what is written in them: `glyf` and `CFF ` outlines, much and little layout, collections with shared tables.
fn sound() -> Vec<(&'static str, Vec<u8>, Journey)> {
    let mixed = collection(&[&file(HEBREW), &file(CJK), &file(HEBREW), &file(CJK)]);
    [("Hebrew", file(HEBREW)), ("CFF", file(CJK)), ("Arabic", file(ARABIC)), ("Latin", file(LATIN))]
        .map(|(name, bytes)| {
            let text = journey(&characters(&bytes, 120));
            (name, bytes, text)
        })
        .into_iter()
        .chain([("collection", mixed, journey(&(characters(&file(HEBREW), 60) + FAR)))])
        .collect()
}

fn meet_damage(seeds: impl Iterator<Item = u64>) -> Fate {
    let sound = sound();
    let mut fate = Fate::default();
    for seed in seeds {
        let (name, bytes, text) = &sound[usize::try_from(seed / KINDS).unwrap() % sound.len()];
        let (what, bytes) = damaged(bytes, seed);
        fate.meet(&format!("seed {seed}, {name}: {what}"), &bytes, text);
    }
    fate
}

#[test]
fn damaged_fonts_are_refused_or_used_and_never_panic() {
    let fate = meet_damage(0..rounds(KINDS * 10));
    println!("{} refused, {} used", fate.refused, fate.used);
    assert!(fate.wrong.is_empty(), "{:#?}", fate.wrong);
    assert!(fate.refused > 10 && fate.used > 10, "the damage is neither too small nor too great: {fate:?}");
}

#[test]
fn a_sound_font_is_used_as_damaged_ones_are() {
    for (name, bytes, text) in sound() {
        let mut fate = Fate::default();
        fate.meet(name, &bytes, &text);
        assert!(fate.used == 1 && fate.wrong.is_empty(), "{name}: {fate:?}");
    }
}

#[test]
fn damage_is_the_same_for_the_same_number() {
    let font = file(HEBREW);
    assert_eq!(damaged(&font, 12).1, damaged(&font, 12).1);
    assert!(Random(1).next() != Random(2).next());
    let differs = |seed: &u64| damaged(&font, *seed).1 != font;
    assert!((0..70).filter(differs).count() > 60);
}

#[test]
fn the_first_face_of_a_family_is_the_plainest() {
    let mut fonts = Fonts::bundled();
    let plain = file(HEBREW);
    let mut light = plain.clone();
    let os2 = start(&light, record(&light, "OS/2"));
    light[os2 + 4..os2 + 6].copy_from_slice(&300_u16.to_be_bytes());
    let light = fonts.add(light).unwrap().faces[0];
    let plain = fonts.add(plain).unwrap().faces[0];
    let order: Vec<FaceId> = fonts.candidates(klantreis::text::Cut::Regular).collect();
    let place = |id: FaceId| order.iter().position(|other| *other == id).unwrap();
    assert!(place(plain) < place(light) && place(plain) > 3, "{order:?}");
}
