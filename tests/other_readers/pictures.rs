//! What a browser draws of a live poster, against what a reader of PDF does.

use std::fs;
use std::ops::Range;
use std::path::Path;

use crate::EXPORTED;
use crate::pdf::assert_sound;
use crate::support::fixtures::{assert_says, squashed};
use crate::support::picture::Picture;
use crate::support::tools::{files, fresh_folder, klantreis, run, text};

/// Pixels an inch of the pictures that are compared: twice the CSS pixel.
const DPI: usize = 192;
/// The side of the squares over which pictures are compared, in pixels: 4 mm.
const SIDE: usize = 30;
/// The mean difference of brightness that two renderers may show in any square. Chromium and poppler, both drawing at twice the size,
/// differ by 0.028 to 0.083 on the pages of the fixtures; a run that is moved by half a millimetre, by 0.109 at least (a short one in the
/// smallest type).
const WORST: f32 = 0.095;
/// How far a run is moved to see the comparison fail, in millimetres.
const MOVED: f64 = 0.5;

/// A picture of a page of live SVG, as a browser draws it. It sets baselines on whole pixels, so it draws at twice the size that is
/// compared.
fn chromium(svg: &Path, (width, height): (usize, usize)) -> Picture {
    let picture = svg.with_extension("chromium.png");
    let profile = svg.with_extension("profile");
    run(
        "chromium",
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--font-render-hinting=none",
            "--force-device-scale-factor=4",
            &format!("--user-data-dir={}", text(&profile)),
            &format!("--window-size={},{}", width.div_ceil(2), height.div_ceil(2)),
            &format!("--screenshot={}", text(&picture)),
            &format!("file://{}", text(svg)),
        ],
    );
    Picture::read(&picture).halved()
}

/// Pictures of the pages of a PDF, as poppler draws them. It sets each glyph on a whole pixel in y and on a quarter in x, so it
/// draws at twice the size that is compared.
fn poppler(pdf: &Path, folder: &Path) -> Vec<Picture> {
    fs::create_dir(folder).unwrap();
    run("pdftoppm", ["-r", &(2 * DPI).to_string(), "-png", text(pdf), text(&folder.join("page"))]);
    files(folder, "png").iter().map(|page| Picture::read(page).halved()).collect()
}

#[test]
fn live_svg_in_chromium_looks_like_the_pdf() {
    let mut wrong = Vec::new();
    for exported in EXPORTED.iter() {
        let (pages, drawn) = (files(&exported.folder, "svg"), poppler(&exported.file("pdf"), &exported.folder.join("pdf")));
        assert_eq!(pages.len(), drawn.len(), "{}: SVG and PDF differ in pages", exported.said.name);
        for (svg, pdf) in pages.iter().zip(&drawn) {
            let shot = chromium(svg, pdf.size());
            let (worst, place) = shot.worst_square(pdf, SIDE);
            println!("{}: {worst:.4} at {place:?}", svg.file_name().unwrap().display());
            if worst > WORST {
                wrong.push(format!("{}: {worst} at {place:?}", svg.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_run_that_is_moved_is_noticed() {
    let exported = EXPORTED.iter().find(|exported| exported.said.name == "mediacollege").unwrap();
    let folder = fresh_folder("moved");
    let svg = fs::read_to_string(exported.file("svg")).unwrap();
    let pdf = &poppler(&exported.file("pdf"), &folder.join("pdf"))[0];
    let runs = svg.match_indices("</text>").map(|(at, end)| svg[..at].rfind("<text").unwrap()..at + end.len());
    let said = |run: &Range<usize>| squashed(svg[run.clone()].trim_end_matches("</text>").rsplit('>').next().unwrap());
    let number =
        |from: &str| svg[svg.find(from).unwrap() + from.len()..].split(['m', ' ']).next().unwrap().parse::<f64>().unwrap();
    let units = number("viewBox=\"0 0 ") / number(" width=\"") * MOVED;
    let words: Vec<_> = runs.filter(|run| said(run).chars().count() >= 8).collect();
    for run in words.iter().step_by(words.len().div_ceil(4)) {
        let (before, moved, after) = (&svg[..run.start], &svg[run.clone()], &svg[run.end..]);
        let file = folder.join(format!("moved-{}.svg", run.start));
        fs::write(&file, format!("{before}<g transform=\"translate({units} 0)\">{moved}</g>{after}")).unwrap();
        let (worst, place) = chromium(&file, pdf.size()).worst_square(pdf, SIDE);
        println!("{}: {worst:.4} at {place:?}", said(run));
        assert!(worst > WORST, "{}: only {worst} at {place:?}", said(run));
    }
}

/// Journeys in Chinese, Japanese and Korean, and what they say.
const FAR: [(&str, &[&str]); 3] = [
    ("zh", &["我的大学之旅", "报名", "了解学校开放日的时间", "不知道从哪里开始", "网站上的课程介绍"]),
    (
        "ja",
        &[
            "大学への道のり",
            "申し込み",
            "オープンキャンパスの日程を知る",
            "どこから始めればいいか分からない",
            "学校のウェブサイト",
        ],
    ),
    ("ko", &["나의 대학 여정", "등록", "입학 설명회 날짜를 알아본다", "어디서부터 시작해야 할지 모르겠다", "학교 누리집"]),
];

#[test]
fn the_fonts_of_debian_make_a_journey_of_the_far_east_whole() {
    let folder = fresh_folder("far_east");
    for (language, said) in FAR {
        let [title, phase, goal, barrier, touchpoint] = said else { panic!("five texts") };
        let journey = serde_json::json!({
            "klantreis": 1, "language": language, "title": title,
            "phases": [{ "title": phase, "cells": { "goal": goal, "barrier": barrier, "touchpoint": touchpoint } }],
        });
        let source = folder.join(format!("{language}.json"));
        fs::write(&source, journey.to_string()).unwrap();
        for (mode, to) in [("live", "svg,pdf"), ("outlines", "svg"), ("both", "svg")] {
            let out = format!("{}/", text(&folder.join(mode)));
            let fonts = ["--font-dir", "/usr/share/fonts"];
            let arguments = ["export", text(&source), "--to", to, "--text", mode, "-o", &out, fonts[0], fonts[1]];
            klantreis(&[&arguments[..], &["--message-format", "short"]].concat());
        }
        let pdf = folder.join(format!("live/{language}.pdf"));
        assert_sound(&pdf);
        let found = run("pdftotext", ["-raw", "-nopgbrk", text(&pdf), "-"]);
        let wanted: Vec<String> = said.iter().map(|text| (*text).to_owned()).collect();
        assert_says(&format!("pdftotext, {language}"), &found, &wanted);
        let [page] = &poppler(&pdf, &folder.join(format!("{language}-pdf")))[..] else { panic!("one page") };
        for mode in ["live", "outlines", "both"] {
            let svg = folder.join(format!("{mode}/{language}.svg"));
            let drawn = fs::read_to_string(&svg).unwrap();
            assert!(
                wanted.iter().all(|text| squashed(&drawn).contains(&squashed(text))) || mode == "outlines",
                "{mode}, {language}"
            );
            let (worst, place) = chromium(&svg, page.size()).worst_square(page, SIDE);
            assert!(worst <= WORST, "{mode}, {language}: {worst} at {place:?}");
        }
    }
}
