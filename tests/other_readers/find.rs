//! What whoever looks for a word in a poster finds: with pdf.js (Firefox), Poppler and `MuPDF`, and after Ghostscript has written the file anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use icu_normalizer::ComposingNormalizerBorrowed;
use icu_properties::CodePointMapData;
use icu_properties::props::GeneralCategory;
use serde::Deserialize;

use crate::support::fixtures::all;
use crate::support::tools::{fresh_folder, klantreis, run, text};

/// What pdf.js reads and finds in a file.
#[derive(Deserialize)]
struct Found {
    text: String,
    found: BTreeMap<String, usize>,
}

fn pdf_js(pdf: &Path, words: &BTreeSet<String>) -> Found {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/other_readers/find.cjs");
    let mut node = Command::new("node")
        .args([script.as_path(), pdf])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node is needed for this test");
    node.stdin.take().unwrap().write_all(serde_json::to_string(words).unwrap().as_bytes()).unwrap();
    let output = node.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", pdf.display());
    serde_json::from_slice::<Vec<Found>>(&output.stdout).unwrap().remove(0)
}

/// The words of a text in letters and marks, from so many on.
fn words(text: &str, least: usize) -> BTreeSet<String> {
    let categories = CodePointMapData::<GeneralCategory>::new();
    let mut joined = String::new();
    for character in ComposingNormalizerBorrowed::new_nfc().normalize(text).chars() {
        // Joiners and signs of direction are no part of what is looked for: pdf.js has none.
        match character {
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {}
            letter if letter.is_alphabetic() || categories.get(letter) == GeneralCategory::NonspacingMark => joined.push(letter),
            _ => joined.push(' '),
        }
    }
    joined.split(' ').filter(|word| word.chars().count() >= least).map(str::to_owned).collect()
}

fn exported(folder: &Path, name: &str, source: &str, paper: &str, layout: &str) -> PathBuf {
    let pdf = folder.join(format!("{name}-{layout}.pdf"));
    klantreis(&["export", source, "--paper", paper, "--layout", layout, "-o", text(&pdf)]);
    pdf
}

/// A text with the words whole that a line breaks.
fn joined(text: &str) -> String {
    let mut joined = text.to_owned();
    for hyphen in ["-", "\u{2010}", "\u{ad}"] {
        joined = joined.replace(&format!("{hyphen} \n"), "").replace(&format!("{hyphen}\n"), "");
    }
    joined
}

#[test]
fn words_that_a_line_breaks_are_found_by_three_readers() {
    let folder = fresh_folder("broken-words");
    let (mut broken, mut missed) = (0, BTreeMap::<&str, usize>::new());
    for (name, paper, layout) in [
        ("overvol", "A3", "map"),
        ("overvol", "A3", "matrix"),
        ("overvol", "A4", "map"),
        ("overvol", "A4", "matrix"),
        ("mediacollege", "A3", "map"),
    ] {
        let said = all().into_iter().find(|said| said.name == name).unwrap();
        let all_words: BTreeSet<String> = said.items.iter().flat_map(|text| words(text, 5)).collect();
        let pdf = exported(&folder, name, &format!("fixtures/{name}.json"), paper, layout);
        let found = pdf_js(&pdf, &all_words);
        let whole = joined(&found.text);
        let torn: Vec<&String> =
            all_words.iter().filter(|word| whole.contains(*word) && !found.text.contains(word.as_str())).collect();
        broken += torn.len();
        let poppler = run("pdftotext", [text(&pdf), "-"]);
        let read = pdf.with_extension("mupdf.txt");
        run("mutool", ["convert", "-F", "text", "-O", "dehyphenate", "-o", text(&read), text(&pdf)]);
        let mupdf = fs::read_to_string(&read).unwrap();
        for word in torn {
            for (reader, found) in
                [("pdf.js", found.found[word] > 0), ("Poppler", poppler.contains(word)), ("MuPDF", mupdf.contains(word))]
            {
                *missed.entry(reader).or_default() += usize::from(!found);
            }
        }
    }
    assert!(broken > 30, "{broken} words are broken: too few to tell");
    for (reader, missed) in missed {
        println!("{reader}: {missed} of {broken}");
        // Where cells stand side by side, a reader may take a line of the next cell for the next line.
        assert!(missed * 5 <= broken, "{reader} does not find {missed} of {broken} words that are broken");
    }
}

#[test]
fn ligatures_keep_their_letters_through_ghostscript() {
    let folder = fresh_folder("ligatures");
    let cell = "Wat heeft het effect: afficheren, fiets, koffie, officieel, afluisteren, schrijft, stoffig, fjord";
    let journey = serde_json::json!({
        "klantreis": 1, "language": "nl", "title": "Heeft effect",
        "phases": [{ "title": "Koffie aftappen", "cells": { "goal": cell, "thought": "zij heeft het", "emotion": 1 } }],
    });
    let source = folder.join("ligatures.json");
    fs::write(&source, journey.to_string()).unwrap();
    for layout in ["map", "matrix"] {
        let pdf = exported(&folder, "ligatures", text(&source), "A3", layout);
        let anew = pdf.with_extension("gs.pdf");
        run("gs", ["-q", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", text(&anew), text(&pdf)]);
        for file in [&pdf, &anew] {
            let read = run("pdftotext", [text(file), "-"]).replace("-\n", "");
            for word in words(&format!("{cell} Heeft effect Koffie aftappen"), 2) {
                assert!(read.contains(&word), "{word} in {}: {read}", file.display());
            }
        }
        let found = pdf_js(&pdf, &words(cell, 2));
        assert!(found.found.values().all(|times| *times > 0), "{:?}", found.found);
    }
}

#[test]
fn words_with_marks_that_are_read_from_the_right_are_read_whole() {
    let folder = fresh_folder("right-to-left");
    for (language, cell) in [
        ("ar", "المدّة الطلب يُقدَّم إلى الجهة المختصّة، شكرًا لأنّه مُؤهَّل رخصة لا إلا"),
        ("fa", "داروخانهٔ شهر مؤثّر نسخهٔ بیمه لطفاً دقیقاً پزشک معالج"),
        ("he", "שָׁלוֹם לְכֻלָּם רוּחַ בְּרֵאשִׁית מִסְמָךְ פשוט"),
    ] {
        let journey = serde_json::json!({
            "klantreis": 1, "language": language, "title": "A",
            "phases": [{ "title": "B", "cells": { "goal": cell } }, { "title": "C", "cells": { "thought": cell } }],
        });
        let source = folder.join(format!("{language}.json"));
        fs::write(&source, journey.to_string()).unwrap();
        let pdf = exported(&folder, language, text(&source), "A3", "matrix");
        let all_words = words(cell, 2);
        let js = pdf_js(&pdf, &all_words);
        let poppler = run("pdftotext", [text(&pdf), "-"]);
        let mupdf = run("mutool", ["draw", "-q", "-F", "txt", text(&pdf)]);
        for (reader, read) in [("Poppler", &poppler), ("MuPDF", &mupdf)] {
            // A reader may join a word with what stands beside its cell.
            let read: String = words(read, 1).into_iter().collect::<Vec<_>>().join(" ");
            let missing: Vec<&String> = all_words.iter().filter(|word| !read.contains(*word)).collect();
            assert!(missing.is_empty(), "{reader} does not read {missing:?} of {language}");
        }
        // It leaves out the spaces between words that are shown in the order in which they are read from the right.
        let missing: Vec<_> = js.found.iter().filter(|(_, times)| **times < 2).collect();
        assert!(missing.is_empty(), "pdf.js does not find {missing:?} of {language} as often as they are there");
    }
}
