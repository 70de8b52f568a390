//! What readers of PDF and of XML find in posters: nothing wrong, every font, every text.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::EXPORTED;
use crate::support::fixtures::assert_says;
use crate::support::tools::{files, fresh_folder, klantreis, run, text};

#[test]
fn qpdf_finds_nothing_wrong() {
    for exported in EXPORTED.iter() {
        let report = run("qpdf", ["--check", text(&exported.file("pdf"))]);
        assert!(report.contains("No syntax or stream encoding errors") && !report.contains("WARNING"), "{report}");
    }
}

/// Runs a reader of PDF and returns what it said, of which nothing may be a warning.
fn read_without_warning(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    // Debian builds MuPDF without colour profiles, and it says so of every file.
    let told: Vec<_> = said.lines().filter(|line| !line.is_empty() && !line.contains("ICC support is not available")).collect();
    let told: Vec<_> = told.into_iter().filter(|line| !line.starts_with("page ")).collect();
    assert!(output.status.success() && told.is_empty(), "{program} {arguments:?}: {told:#?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Asserts that four readers of PDF have nothing to say about a file.
pub fn assert_sound(pdf: &Path) {
    let report = read_without_warning("qpdf", &["--check", text(pdf)]);
    assert!(report.contains("No syntax or stream encoding errors") && !report.contains("WARNING"), "{report}");
    read_without_warning("pdftotext", &[text(pdf), "-"]);
    read_without_warning("pdftoppm", &["-r", "20", text(pdf), text(&pdf.with_extension("ppm"))]);
    read_without_warning("mutool", &["draw", "-F", "txt", "-o", text(&pdf.with_extension("mutool.txt")), text(pdf)]);
    read_without_warning("mutool", &["draw", "-r", "20", "-o", text(&pdf.with_extension("mutool.%d.png")), text(pdf)]);
}

/// Text that has broken programs before: marks on marks, directions, joiners, what is no character, what looks like markup.
fn naughty() -> Vec<String> {
    let ranges: [(u32, u32); 12] = [
        (0, 0x2FF),
        (0x300, 0x36F),
        (0x370, 0x5FF),
        (0x600, 0x8FF),
        (0x900, 0xFFF),
        (0x1E00, 0x20FF),
        (0x2100, 0x2BFF),
        (0xD7F0, 0xE010),
        (0xFB00, 0xFFFF),
        (0x1_F000, 0x1_FAFF),
        (0xE_0000, 0xE_01EF),
        (0x10_FFF0, 0x10_FFFF),
    ];
    let all = ranges.map(|(from, to)| (from..=to).filter_map(char::from_u32).collect::<String>());
    let said = [
        format!("Z{}a{}l{}g{}o", "\u{30d}\u{489}".repeat(90), "\u{316}".repeat(200), "\u{301}".repeat(8), "\u{353}".repeat(7)),
        "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨🏽‍❤️‍💋‍👨🏿 🇳🇱🇩🇰 1️⃣ #️⃣ ❤︎".to_owned(),
        "\u{202e}tset\u{202c} \u{2066}test\u{2069} a\u{200f}b\u{200e} שלום\u{200d}העולם بِسْمِ اللَّهِ الرَّحْمَٰنِ".to_owned(),
        "\u{feff}\u{200b}\u{2060}\u{ad}\u{180e} \u{2028}\u{2029}\u{85} \u{fffd}\u{fffe}".to_owned(),
        "<script>alert(1)</script> ]]> \\ (a) (b\\) %s %n << /Type /Page >> endstream endobj $(touch x) '; DROP TABLE x;--"
            .to_owned(),
        format!("ﷺ ﷽ ﬃ {}", "W".repeat(500)),
    ];
    all.into_iter().chain(said).collect()
}

#[test]
fn four_readers_of_pdf_have_nothing_to_say_about_any_fixture() {
    for exported in EXPORTED.iter() {
        assert_sound(&exported.file("pdf"));
    }
}

#[test]
fn four_readers_of_pdf_have_nothing_to_say_about_naughty_strings() {
    let folder = fresh_folder("naughty");
    for (index, string) in naughty().into_iter().enumerate() {
        let said = |text: &str| serde_json::json!({ "text": text, "links": ["https://example.org/a?b=(c)", "tel:+31201234567"] });
        // All of it once: a cell goes on on further pages, and a title does not.
        let short: String = string.chars().take(400).collect();
        let journey = serde_json::json!({
            "klantreis": 1, "language": "en", "title": format!("{index} {short}"), "scenario": short, "authors": short,
            "phases": [{ "title": format!("x {short}"), "cells": { "goal": said(&string), "thought": short } }],
        });
        let (source, pdf) = (folder.join(format!("{index}.json")), folder.join(format!("{index}.pdf")));
        fs::write(&source, journey.to_string()).unwrap();
        klantreis(&["export", text(&source), "-o", text(&pdf)]);
        assert_sound(&pdf);
    }
}

#[test]
fn a_letter_with_two_hundred_marks_is_read_whole() {
    let folder = fresh_folder("marks");
    let word = format!("x{}", "\u{301}".repeat(200));
    let journey = serde_json::json!({
        "klantreis": 1, "language": "en", "title": "Marks", "phases": [{ "title": "A", "cells": { "goal": word } }],
    });
    let (source, pdf) = (folder.join("marks.json"), folder.join("marks.pdf"));
    fs::write(&source, journey.to_string()).unwrap();
    klantreis(&["export", text(&source), "-o", text(&pdf)]);
    let found = run("pdftotext", ["-raw", text(&pdf), "-"]);
    assert_eq!(found.matches('\u{301}').count(), 200);
}

#[test]
fn every_font_in_a_pdf_is_embedded_subset_and_mapped_to_unicode() {
    for exported in EXPORTED.iter() {
        let table = run("pdffonts", [text(&exported.file("pdf"))]);
        let fonts: Vec<_> = table.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{}: no fonts", exported.said.name);
        for font in fonts {
            // The last columns: emb, sub, uni and the two numbers of the object.
            let columns: Vec<_> = font.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(columns, ["yes", "yes", "yes"], "{}: {font}", exported.said.name);
        }
    }
}

#[test]
fn pdftotext_reads_every_text() {
    for exported in EXPORTED.iter() {
        let said = &exported.said;
        // `-raw` keeps the order of the content, which is the order of reading. Poppler puts vowel signs elsewhere.
        let found = unpointed(&run("pdftotext", ["-raw", "-nopgbrk", text(&exported.file("pdf")), "-"]));
        for texts in [&said.items, &said.titles] {
            let texts: Vec<_> = texts.iter().map(|text| unpointed(text)).collect();
            assert_says(&format!("pdftotext, {}", said.name), &found, &texts);
        }
    }
}

/// Text without hyphens, which may have been put in by line breaking, and the vowel signs of Hebrew and Arabic.
fn unpointed(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '-' | '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{652}')).collect()
}

#[test]
fn xmllint_finds_svg_well_formed() {
    for exported in EXPORTED.iter() {
        let pages = files(&exported.folder, "svg");
        assert!(!pages.is_empty(), "{}: no SVG", exported.said.name);
        run("xmllint", ["--noout", "--nonet"].into_iter().chain(pages.iter().map(|page| text(page))));
    }
}
