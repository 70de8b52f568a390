//! The poster of every fixture is the same picture in SVG and in PDF, as drawn by renderers of other makers.

mod support;

use std::sync::LazyLock;

use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::{Context, LAYOUTS, Make};
use klantreis::picture::Gallery;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{RunKind, Scene};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::svg::{self, TextMode};
use support::raster::{Difference, difference, pdf_to_pixels, svg_to_pixels};
use support::scenes::nudge;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// The posters of a journey in every drawn layout.
fn posters(journey: &Journey, paper: &str) -> Vec<(&'static str, Scene)> {
    let (meta, paper) = (export::meta(journey, None), paper.parse().unwrap());
    let context = Context { meta: &meta, text: &SETTER, pictures: Gallery::EMPTY, paper: &paper, orientation: None, blank: false };
    let drawn = LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((layout.name, draw(journey, &context).made)),
        Make::Tabular(_) => None,
    });
    drawn.collect()
}

/// How much outlined SVG and PDF of each page differ.
fn differences(scene: &Scene, smooth: u32) -> Vec<Difference> {
    let files = support::write(&svg::FORMAT, scene, SETTER.fonts(), TextMode::Outlines).unwrap().parts;
    let pdf = support::pdf(scene, SETTER.fonts());
    let pages = files.iter().enumerate();
    pages.map(|(page, file)| difference(&svg_to_pixels(&file.bytes, smooth), &pdf_to_pixels(&pdf, page, smooth))).collect()
}

fn check(paper: &str) {
    for (name, journey) in support::fixtures() {
        for (layout, scene) in posters(&journey, paper) {
            let found = differences(&scene, 3);
            assert!(found.iter().all(|page| page.is_small()), "{name}, {layout} on {paper}: {found:?}");
        }
    }
}

#[test]
fn both_formats_show_the_same_posters_on_a4() {
    check("A4");
}

#[test]
fn both_formats_show_the_same_posters_on_a3() {
    check("A3");
}

#[test]
fn both_formats_show_the_same_poster_on_a0() {
    let (name, journey) = support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    for (layout, scene) in posters(&journey, "A0") {
        let found = differences(&scene, 2);
        assert!(found.iter().all(|page| page.is_small()), "{name}, {layout} on A0: {found:?}");
    }
}

#[test]
fn any_run_of_a_poster_that_is_half_a_millimetre_off_is_seen() {
    let (_, journey) = support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    for (layout, scene) in posters(&journey, "A3") {
        let drawn = svg_to_pixels(&support::svg(&scene, SETTER.fonts(), TextMode::Outlines), 3);
        for (index, text) in runs(&scene) {
            for (dx, dy) in [(0.5, 0.0), (0.0, 0.5)] {
                let mut moved = scene.clone();
                nudge(&mut moved.pages[0].nodes, &mut index.clone(), dx, dy);
                let found = difference(&drawn, &pdf_to_pixels(&support::pdf(&moved, SETTER.fonts()), 0, 3));
                assert!(!found.is_small(), "{layout}: {text:?}, moved by {dx}, {dy}: {found:?}");
            }
        }
    }
}

/// The first, a middle and the last run of the first page and its shortest one, with their places in the order of painting.
fn runs(scene: &Scene) -> Vec<(isize, String)> {
    let (mut all, mut index) = (Vec::new(), 0);
    walk(&scene.pages[0].nodes, &mut |step| {
        if let Step::Text(run) = step {
            if run.kind == RunKind::Spelled && run.text.contains(char::is_alphanumeric) {
                all.push((index, run.text.to_string()));
            }
            index += 1;
        }
    });
    let shortest = all.iter().min_by_key(|(_, text)| text.trim().chars().count());
    [all.first(), all.get(all.len() / 2), all.last(), shortest].into_iter().flatten().cloned().collect()
}
