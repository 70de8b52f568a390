//! Posters for a print shop: boxes, bleed and marks around them, and nothing of a poster that moves.

use std::io::Cursor;
use std::sync::LazyLock;

use klantreis::export::{Options, Selection, export};
use klantreis::layout::theme::Theme;
use klantreis::paper::press::Press;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use lopdf::Document;

use crate::matrix::{drawn, fixture};
use crate::support::desk::{Desk, ends};
use crate::support::heard::heard;
use crate::support::raster::pdf_to_pixels;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// A ground that no theme has.
const GROUND: [u8; 3] = [0xff, 0xf1, 0xd6];

fn around(bleed: &str, marks: bool) -> Option<Press> {
    Press::new(bleed.parse().unwrap(), marks).unwrap()
}

/// A poster on a coloured ground, in a format.
fn poster(layout: &str, format: &str, press: Option<Press>) -> Vec<u8> {
    let selection = Selection::new(Registry::built_in(), &[format], &[layout]).unwrap();
    let (theme, _) = Theme::from_toml("ground", "ground = \"#fff1d6\"\n").unwrap();
    let options = Options { theme, press, ..Options::default() };
    export(&fixture("mediacollege"), &selection, &options, &SETTER).unwrap().outputs.remove(0).bytes
}

/// Width, height and pixels of a picture.
fn pixels(png: &[u8]) -> (usize, usize, Vec<[u8; 3]>) {
    let mut reader = png::Decoder::new(Cursor::new(png)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut bytes).unwrap();
    (frame.width as usize, frame.height as usize, bytes.as_chunks::<3>().0.to_vec())
}

fn sides(page: &lopdf::Dictionary, name: &[u8]) -> Option<Vec<f32>> {
    let sides = page.get(name).ok()?.as_array().unwrap();
    Some(sides.iter().map(|side| side.as_float().unwrap()).collect())
}

fn boxes(pdf: &[u8]) -> Vec<Option<Vec<f32>>> {
    let document = Document::load_mem(pdf).unwrap();
    let page = document.get_dictionary(document.page_iter().next().unwrap()).unwrap();
    [&b"MediaBox"[..], b"CropBox", b"BleedBox", b"TrimBox"].map(|name| sides(page, name)).to_vec()
}

/// A3, lying: 1190.55 × 841.89 points. 3 mm are 8.50, and the 10 mm around it 28.35.
#[test]
fn boxes_of_a_pdf_say_what_is_sheet_bleed_and_poster() {
    let plain = Some(vec![0.0, 0.0, 1190.55, 841.89]);
    assert_eq!(boxes(&poster("map", "pdf", None)), [plain.clone(), plain.clone(), None, plain]);
    let sheet = Some(vec![0.0, 0.0, 1207.55, 858.89]);
    let trim = Some(vec![8.5, 8.5, 1199.05, 850.39]);
    assert_eq!(boxes(&poster("map", "pdf", around("3mm", false))), [sheet.clone(), sheet.clone(), sheet, trim]);
    let sheet = Some(vec![0.0, 0.0, 1247.25, 898.59]);
    let bleed = Some(vec![19.85, 19.85, 1227.4, 878.74]);
    let trim = Some(vec![28.35, 28.35, 1218.9, 870.24]);
    assert_eq!(boxes(&poster("map", "pdf", around("3mm", true))), [sheet.clone(), sheet, bleed, trim]);
}

#[test]
fn nothing_of_a_poster_moves_in_a_picture_and_its_ground_goes_on() {
    for layout in drawn() {
        let (width, height, plain) = pixels(&poster(layout, "png", None));
        // With marks there are 10 mm around it, of which 3 mm are bleed.
        for (marks, beyond, bleed) in [(false, 17, 17), (true, 59, 17)] {
            let (wide, high, whole) = pixels(&poster(layout, "png", around("3mm", marks)));
            assert_eq!((wide, high), (width + 2 * beyond, height + 2 * beyond), "{layout}");
            for (y, row) in plain.chunks(width).enumerate() {
                let from = (y + beyond) * wide + beyond;
                assert!(row == &whole[from..from + width], "{layout}, marks {marks}: row {y} is another");
            }
            let free = beyond - bleed;
            let at = |x: usize, y: usize| whole[y * wide + x];
            for (x, y) in [(free, free), (wide - 1 - free, free), (free, high - 1 - free), (wide / 2, free), (free, high / 3)] {
                assert_eq!(at(x, y), GROUND, "{layout}, marks {marks}: at {x}, {y}");
            }
            if marks {
                assert_eq!([at(0, 0), at(free - 2, free - 2), at(wide / 3, high - 1)], [[255; 3]; 3], "{layout}");
            }
        }
    }
}

/// The operators of the first page, a line each.
fn operators(pdf: &[u8]) -> Vec<String> {
    let document = Document::load_mem(pdf).unwrap();
    let content = document.get_page_content(document.page_iter().next().unwrap());
    String::from_utf8_lossy(&content).lines().map(str::to_owned).collect()
}

#[test]
fn a_pdf_shows_a_poster_by_the_same_operators_at_another_place() {
    for layout in drawn() {
        let (plain, whole) = (poster(layout, "pdf", None), poster(layout, "pdf", around("3mm", true)));
        let (plain, whole) = (operators(&plain), operators(&whole));
        assert_eq!(whole[0], "1 0 0 1 28.35 28.35 cm", "{layout}");
        let others: Vec<_> = plain.iter().zip(&whole[1..]).filter(|(one, other)| one != other).collect();
        // The corners of the ground, and the end of the last artifact where marks follow.
        assert!(
            others.len() <= 5 && others.iter().take(4).all(|(corner, _)| corner.ends_with(['m', 'l'])),
            "{layout}: {others:?}"
        );
    }
}

/// 10.583 mm are 30 points, so that the pixels of the poster lie where they lie without bleed.
#[test]
fn nothing_of_a_poster_moves_in_a_pdf_and_its_ground_goes_on() {
    for layout in drawn() {
        let (plain, whole) = (poster(layout, "pdf", None), poster(layout, "pdf", around("10.583mm", false)));
        let (plain, whole) = (pdf_to_pixels(&plain, 0, 1), pdf_to_pixels(&whole, 0, 1));
        assert_eq!(whole.width, plain.width + 60, "{layout}");
        // The last row and column are no whole pixels: a page has 1190.55 × 841.89 points.
        let bytes = plain.width as usize * 4;
        let poster = whole.rgba.chunks(whole.width as usize * 4).skip(30).map(|row| &row[120..][..bytes - 4]);
        let rows = plain.rgba.chunks(bytes).map(|row| &row[..bytes - 4]).take(plain.height as usize - 1).zip(poster);
        let levels = rows.flat_map(|(one, other)| one.iter().zip(other).map(|(one, other)| one.abs_diff(*other)));
        let apart: Vec<u8> = levels.filter(|apart| *apart > 0).collect();
        // The renderer reckons in single floats, which round otherwise 30 points further on.
        assert!(apart.len() < 300 && apart.iter().all(|apart| *apart <= 3), "{layout}: {apart:?}");
        for corner in [0, (whole.width * (whole.height - 2)) as usize * 4] {
            assert_eq!(whole.rgba[corner..corner + 3], GROUND, "{layout}");
        }
    }
}

#[test]
fn a_drawing_for_the_web_is_the_same_within_a_larger_view() {
    let text = |press| String::from_utf8(poster("map", "svg", press)).unwrap();
    let (plain, whole) = (text(None), text(around("3mm", true)));
    assert!(whole.contains("width=\"440mm\"") && whole.contains("viewBox=\"-10 -10 440 317\""));
    // A browser prints on the sheet, where the drawing is a document of its own.
    assert!(
        whole.contains("<paper:style xmlns:paper=\"http://www.w3.org/2000/svg\">")
            && whole.contains("@page{size:440mm 317mm;margin:0}")
    );
    assert!(plain.contains("@page{size:420mm 297mm;margin:0}") && !plain.contains("<style>@page"));
    // All but the root, the paper, the ground and the marks.
    let inner = |text: &str| {
        let paper = text.find("<paper:style").unwrap()..text.find("</paper:style>").unwrap();
        let text = [&text[..paper.start], &text[paper.end..]].concat();
        let from = text.find("<style>").unwrap();
        let to = text.rfind("<g aria-hidden=\"true\">").unwrap();
        (text[from..].to_owned(), text[to..].to_owned())
    };
    let (plain, (whole, marks)) = (inner(&plain).0, inner(&whole));
    let ground = |text: &str| text.replacen("M0 0H420V297H0Z", "", 1);
    assert_eq!(marks.matches("<path ").count(), 8 + 4 * 3 + 10, "to cut by, to lay plates true by, and a bar");
    let without = whole.strip_suffix(&marks).unwrap();
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (plain, without) = (lines(&ground(&plain)), lines(&ground(without)));
    let others = plain.iter().zip(&without).filter(|(one, other)| one != other).count();
    assert_eq!(others, 1, "nothing but the ground is another");
    assert!((plain.len() - without.len()) <= 2, "{} {}", plain.len(), without.len());
}

/// What is heard does not change, and marks are painted as what nobody hears.
#[test]
fn marks_are_not_heard() {
    for layout in drawn() {
        let read = |press| Document::load_mem(&poster(layout, "pdf", press)).unwrap();
        let (plain, marked) = (read(None), read(around("3mm", true)));
        let (plain, with) = (heard(&plain), heard(&marked));
        assert!(with.faults.is_empty(), "{layout}: {:?}", with.faults);
        assert_eq!(plain.lines, with.lines, "{layout}");
        let content = operators(&poster(layout, "pdf", around("3mm", true))).join("\n");
        let last = content.rfind("/Artifact BMC").unwrap();
        // The bar is the last that is painted.
        assert!(content[last..].contains("0 1 1 rg") && content[last..].trim_end().ends_with("EMC"), "{layout}");
        assert_eq!(content[last..].matches("BDC").count(), 0, "{layout}");
    }
}

const JOURNEY: &str =
    r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B", "cells": { "goal": "C" } }] }"#;

#[test]
fn what_no_print_shop_takes_is_refused() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    ends(&desk.run("export a.json --bleed 3mm --crop-marks --dpi 30 --to pdf,svg,png -o out/"), 0);
    ends(&desk.run("export a.json --bleed 0mm -o plain.pdf"), 0);
    assert_eq!(boxes(&desk.read("plain.pdf"))[2], None, "no bleed is none");
    ends(&desk.run("export a.json --crop-marks -o marks.pdf"), 0);
    let found = boxes(&desk.read("marks.pdf"));
    assert_eq!(found[2], found[3], "marks without bleed: what is printed is what is cut out");
    for (line, said) in [
        ("export a.json --bleed 21mm -o b.pdf", "a bleed of 21mm is more than 20 mm; most print shops ask for 3mm"),
        ("export a.json --bleed 3 -o b.pdf", "`3` is no length"),
        ("export a.json --bleed=-3mm -o b.pdf", "`-3mm` is no length"),
        ("export a.json --bleed 3mm --tile A4 -o b.pdf", "--tile is for one that is printed on sheets"),
        ("export a.json --crop-marks --tile A4 -o b.pdf", "--tile is for one that is printed on sheets"),
    ] {
        let done = desk.run(line);
        ends(&done, 2);
        assert!(done.err.contains(said), "{line}: {}", done.err);
    }
    assert!(!desk.files().contains(&"b.pdf".to_owned()), "{:?}", desk.files());
}

/// Where the first text of a poster stands, and how large its page is, in millimetres.
fn corner(desk: &Desk, arguments: &str) -> (f64, f64, f64) {
    ends(&desk.run(&format!("export reis.json --layout matrix {arguments} --to pdf -o uit/ --force")), 0);
    let pdf = Document::load_mem(&desk.read("uit/reis.pdf")).unwrap();
    let page = pdf.get_dictionary(pdf.page_iter().next().unwrap()).unwrap();
    let trim = sides(page, b"TrimBox").unwrap();
    let lines = operators(&desk.read("uit/reis.pdf"));
    let left = lines.iter().filter_map(|line| line.strip_suffix(" Tm")).map(|place| {
        let numbers: Vec<f64> = place.split(' ').map(|number| number.parse().unwrap()).collect();
        numbers[4]
    });
    let mm = |points: f64| points * 25.4 / 72.0;
    (mm(left.fold(f64::INFINITY, f64::min)), mm(f64::from(trim[2])), mm(f64::from(trim[3])))
}

#[test]
fn a_margin_is_as_wide_as_asked_and_within_bounds() {
    let desk = Desk::with(&[("reis.json", include_str!("../../fixtures/mediacollege.json"))]);
    for margin in [5.0, 12.0, 40.0] {
        let (left, ..) = corner(&desk, &format!("--paper A3 --margin {margin}mm"));
        assert!((left - margin).abs() < 0.5, "{left} for {margin}");
    }
    // A folder says it with its paper.
    std::fs::write(desk.path("klantreis.toml"), "paper = \"A2\"\nmargin = \"50mm\"\n").unwrap();
    assert!((corner(&desk, "").0 - 50.0).abs() < 0.5);
    assert!(desk.run("list settings").text().contains("margin"), "{}", desk.run("list settings").text());
    let (left, wide, _) = corner(&desk, "--paper A4");
    assert!(left < 12.0 && wide < 300.0, "a margin goes with its paper: {left}");
    // With --tile it is that of the sheets, and the poster has its own.
    ends(&desk.run("export reis.json --tile A4 --margin 0mm -o a.pdf"), 0);
    std::fs::write(desk.path("klantreis.toml"), "paper = \"A4\"\nmargin = \"50mm\"\n").unwrap();
    let done = desk.run("export reis.json -o a.pdf");
    ends(&done, 2);
    assert!(done.err.contains("klantreis.toml:2:10") && done.err.contains("not between 3 and 35 mm"), "{}", done.err);
    for (line, said) in [
        (
            "export reis.json --no-config --margin 2mm -o b.pdf",
            "a margin of 2mm is not between 3 and 49 mm, which A3 has room for",
        ),
        ("export reis.json --no-config --paper A4 --margin 4cm -o b.pdf", "not between 3 and 35 mm, which A4 has room for"),
        ("export reis.json --no-config --tile A4 --margin 41mm -o b.pdf", "the margin of sheets is not between 0 and 40 mm"),
        ("check reis.json --no-config --margin 12 ", "`12` is no length"),
        ("export reis.json --no-config --tile fit -o b.pdf", "the sheets in a printer have a size of their own"),
    ] {
        let done = desk.run(line);
        ends(&done, 2);
        assert!(done.err.contains(said), "{line}: {}", done.err);
    }
}

#[test]
fn a_page_that_fits_is_as_large_as_it_has_to_be() {
    let desk = Desk::with(&[("reis.json", include_str!("../../fixtures/mediacollege.json"))]);
    let mut last = 0.0;
    for distance in ["40cm", "1m", "2m"] {
        let (_, wide, high) = corner(&desk, &format!("--paper fit --distance {distance}"));
        assert!((wide / high - std::f64::consts::SQRT_2).abs() < 0.02, "{wide} × {high}");
        assert!(wide > last, "further away asks for more: {wide}");
        last = wide;
        let pages = Document::load_mem(&desk.read("uit/reis.pdf")).unwrap().get_pages().len();
        assert_eq!(pages, 1, "{distance}");
        // A page that is a tenth smaller does not hold all of it, or not as it is to be read.
        let smaller = format!("{}x{}mm", (wide * 0.9).round(), (high * 0.9).round());
        let done = desk.run(&format!("check reis.json --layout matrix --paper {smaller} --distance {distance}"));
        assert!(done.err.contains("2 pages") || done.err.contains("hard-to-read"), "{distance}: {smaller}: {}", done.err);
    }
    let done = desk.run("check reis.json --layout matrix --paper fit --distance 1m");
    ends(&done, 0);
    assert!(done.err.contains("1 page of ") && !done.err.contains("hard-to-read"), "{}", done.err);
}
