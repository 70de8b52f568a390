//! Posters on the sheets of a smaller printer: each sheet is the paper, all of the poster is on them, and put together they are the poster.

use std::io::Cursor;
use std::sync::LazyLock;

use crate::support::desk::{Desk, ends};
use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::drawn::map::LAYOUT as MAP;
use klantreis::layout::tiles::{Glued, Grid, Harm, tiled};
use klantreis::layout::{Context, Make};
use klantreis::paper::tiling::{SEAM, Strip, Tiling, um};
use klantreis::paper::{Length, Orientation, Paper};
use klantreis::picture::Gallery;
use klantreis::scene::{Color, Mm, Node, Page, Path, Rect, Scene};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::png::{Dpi, FORMAT, Settings};
use klantreis::write::{Options, Write};
use proptest::prelude::*;

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

fn fixture(name: &str) -> Journey {
    crate::support::fixtures().into_iter().find(|(known, _)| known == name).unwrap().1
}

fn poster(name: &str, paper: &str, orientation: Option<Orientation>) -> Scene {
    let (journey, paper) = (fixture(name), paper.parse::<Paper>().unwrap());
    let meta = export::meta(&journey, None);
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let Make::Drawn(draw) = MAP.make else { panic!("it is drawn") };
    draw(&journey, &context).made
}

fn on(paper: &str) -> Tiling {
    Tiling::new(paper.parse().unwrap(), Tiling::OVERLAP, Tiling::MARGIN).unwrap()
}

/// The width of each page and its pixels, three bytes each, at 0.1 mm a pixel.
fn drawn(scene: &Scene) -> Vec<(usize, Vec<u8>)> {
    let Write::Drawn(write) = FORMAT.write else { panic!("it is drawn") };
    let png = Settings { dpi: Dpi::new(254).unwrap(), ..Settings::default() };
    let written = write(scene, SETTER.fonts(), &Options { png, ..Options::default() }).unwrap();
    let read = |bytes: &[u8]| {
        let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut pixels).unwrap();
        (frame.width as usize, pixels)
    };
    written.parts.iter().map(|part| read(&part.bytes)).collect()
}

/// The length of a tick in pixels.
const TICK: usize = 41;

/// Puts the sheets of the first page together and compares it with the poster, pixel by pixel.
fn is_whole(name: &str, paper: &str, orientation: Orientation, sheet: &str) {
    let mut scene = poster(name, paper, Some(orientation));
    scene.pages.truncate(1);
    let tiling = on(sheet);
    let grid = Grid::of(&scene.pages[0], &tiling, SETTER.fonts());
    let sheets = tiled(&scene, &tiling, &SETTER).made;
    assert_eq!(sheets.pages.len(), grid.sheets() + 1);
    assert!(sheets.pages.iter().all(|page| page.size == grid.sheet), "each page is the paper");
    let (whole, pieces) = (drawn(&scene).remove(0), drawn(&sheets));
    let pixel = |um: i64| usize::try_from(um / SEAM).unwrap();
    let margin = tiling.margin.get();
    let mut seen = vec![false; whole.1.len() / 3];
    for (tile, (width, piece)) in grid.all().zip(&pieces[1..]) {
        let (across, down) = (tile.across, tile.down);
        for y in pixel(down.seen.0)..pixel(down.seen.1) {
            for x in pixel(across.seen.0)..pixel(across.seen.1) {
                let of = y * whole.0 + x;
                let (right, under) = (x + pixel(margin) - pixel(across.printed.0), y + pixel(margin) - pixel(down.printed.0));
                let own = (under * width + right) * 3;
                assert!(!seen[of], "{name} on {paper}, in {sheet}: twice at {x}, {y}");
                seen[of] = true;
                // Where a corner has no room for ticks beyond it they lie along the cut: the knife takes them away.
                let ends = |at: usize, (from, to): (i64, i64)| (at - pixel(from)).min(pixel(to) - 1 - at);
                let (aside, under_edge) = (ends(x, across.seen), ends(y, down.seen));
                if aside.min(under_edge) == 0 && aside.max(under_edge) <= TICK {
                    continue;
                }
                assert_eq!(whole.1[of * 3..of * 3 + 3], piece[own..own + 3], "{name} on {paper}, in {sheet}: at {x}, {y}");
            }
        }
    }
    // Of a last row or column of pixels that is none in whole no sheet has more than a part.
    let missed =
        (0..seen.len()).filter(|of| !seen[*of]).find(|of| of % whole.0 + 1 < whole.0 && of / whole.0 + 1 < seen.len() / whole.0);
    assert_eq!(missed, None, "{name} on {paper}, in {sheet}: all of the poster is seen");
}

/// The papers in printers.
const SHEETS: [&str; 3] = ["A4", "A3", "Letter"];

#[test]
fn a_lying_poster_is_whole_when_it_is_put_together() {
    for sheet in SHEETS {
        is_whole("mediacollege", "A0", Orientation::Landscape, sheet);
    }
}

#[test]
fn a_standing_poster_is_whole_when_it_is_put_together() {
    for sheet in SHEETS {
        is_whole("lejebil", "A0", Orientation::Portrait, sheet);
    }
}

#[test]
fn a_lying_poster_of_two_sheets_of_a0_is_whole_when_it_is_put_together() {
    for sheet in SHEETS {
        is_whole("woning", "2A0", Orientation::Landscape, sheet);
    }
}

#[test]
fn a_standing_poster_of_two_sheets_of_a0_is_whole_when_it_is_put_together() {
    for sheet in SHEETS {
        is_whole("zwembad", "2A0", Orientation::Portrait, sheet);
    }
}

/// Glyphs that seams go through, and that an even grid of the same sheets would go through.
fn cut(name: &str, paper: &str) -> (usize, usize) {
    let (scene, tiling) = (poster(name, paper, None), on("A4"));
    let mut cut = (0, 0);
    for page in &scene.pages {
        let (grid, harm) = (Grid::of(page, &tiling, SETTER.fonts()), Harm::of(&page.nodes, SETTER.fonts()));
        let even = Grid::even(page, &tiling, grid.orientation);
        assert_eq!((even.rows(), even.columns()), (grid.rows(), grid.columns()));
        cut.0 += harm.cut(&grid);
        cut.1 += harm.cut(&even);
    }
    cut
}

/// All fixtures on three papers. Where a side is a number of sheets to the millimetre, as the width of A0 and the height of A1 are, seams have
/// nothing but the overlap there, and chance decides on a single poster: none keeps more than an even grid, no fixture more than a third.
#[test]
fn seams_cut_a_third_of_what_an_even_grid_cuts_or_less() {
    let fixtures = crate::support::fixtures();
    let posters = fixtures.iter().flat_map(|(name, _)| ["A0", "A1", "A2"].map(|paper| (name, paper)));
    let found: Vec<_> = posters.map(|(name, paper)| (name, paper, cut(name, paper))).collect();
    println!("glyphs cut, and by an even grid: {found:?}");
    for papers in found.chunk_by(|(one, ..), (other, ..)| one == other) {
        let (own, even) = papers.iter().fold((0, 0), |sum, (_, _, cut)| (sum.0 + cut.0, sum.1 + cut.1));
        assert!(own * 3 <= even, "{papers:?}");
    }
    assert!(found.iter().all(|(_, _, (own, even))| own <= even), "{found:?}");
    let all = found.iter().fold((0, 0), |sum, (_, _, cut)| (sum.0 + cut.0, sum.1 + cut.1));
    assert!(all.0 * 6 <= all.1, "{all:?}: {found:?}");
}

/// A poster of nothing but upright bars, of which those in the upper half stand elsewhere than those in the lower one.
#[test]
fn rows_have_seams_of_their_own_where_that_spares_something() {
    let paper = "A1".parse::<Paper>().unwrap().oriented(Orientation::Portrait);
    let bar = |x: f64, y: f64| Rect::new(Mm(x), Mm(y), Mm(3.0), Mm(30.0));
    let bars = (0..120).flat_map(|nth| {
        let x = f64::from(nth) * 5.0;
        [bar(x, 50.0), bar(x + 2.5, 500.0)]
    });
    let nodes = bars.map(|bar| Node::Path(Path::filled(Path::rect(bar), Color::BLACK))).collect();
    let page = Page::new(paper, nodes);
    let (fonts, tiling) = (SETTER.fonts(), on("A3"));
    let grid = Grid::of(&page, &tiling, fonts);
    let seams = |row: usize| grid.tiles[row][1].across.seen.0;
    assert_ne!(seams(0), seams(1), "{grid:?}");
    assert_eq!(grid.glued, Glued::Rows);
    let empty = Grid::of(&Page::new(paper, Vec::new()), &tiling, fonts);
    assert!(empty.tiles.iter().all(|row| row[0].across == empty.tiles[0][0].across), "straight where nothing is spared");
}

fn holds(strip: &Strip, side: i64, room: i64, overlap: i64) -> Result<(), TestCaseError> {
    let (first, last) = (strip.spans[0], strip.spans[strip.spans.len() - 1]);
    prop_assert_eq!((first.printed.0, first.seen.0, last.printed.1, last.seen.1), (0, 0, side, side));
    for span in &strip.spans {
        prop_assert!(span.printed.1 - span.printed.0 <= room, "{:?}", strip);
        prop_assert!(span.printed.0 <= span.seen.0 && span.seen.0 < span.seen.1 && span.seen.1 <= span.printed.1, "{:?}", strip);
    }
    for pair in strip.spans.windows(2) {
        prop_assert_eq!(pair[0].printed.1 - pair[1].printed.0, overlap, "they overlap as was asked");
        prop_assert_eq!(pair[0].seen.1, pair[1].seen.0, "no gap, and nothing twice");
        prop_assert!(pair[1].seen.0 > pair[1].printed.0 && pair[0].printed.1 > pair[0].seen.1, "room to cut and to glue");
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn every_point_is_seen_on_one_sheet_and_overlaps_are_as_asked(
        side in 50_000..4_000_000_i64,
        sheet in 148_000..900_000_u32,
        overlap in 5_000..=40_000_u32,
        margin in 0..=10_000_u32,
        costs in proptest::collection::vec(0..5_u8, 1..60),
    ) {
        let paper = format!("{}x{}mm", f64::from(sheet) / 1000.0, f64::from(sheet) / 1000.0);
        let tiling = Tiling::new(paper.parse().unwrap(), Length::micrometres(overlap), Length::micrometres(margin)).unwrap();
        let (length, sheet) = (Mm(side as f64 / 1000.0), Mm(f64::from(sheet) / 1000.0));
        let costs: Vec<f64> = costs.iter().cycle().take(usize::try_from(side / SEAM).unwrap() + 1).map(|cost| f64::from(*cost)).collect();
        let room = um(sheet) - 2 * i64::from(margin);
        let strip = tiling.divide(length, sheet, &costs);
        holds(&strip, side, room, i64::from(overlap))?;
        holds(&tiling.divide_evenly(length, sheet), side, room, i64::from(overlap))?;
        // No sheet more than there has to be.
        let fewer = i64::try_from(strip.spans.len()).unwrap() - 1;
        prop_assert!(fewer == 0 || fewer * room - (fewer - 1) * i64::from(overlap) < side);
    }
}

const JOURNEY: &str =
    r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B", "cells": { "goal": "C" } }] }"#;

#[test]
fn sheets_are_one_pdf_and_single_drawings_and_spoilt_ones_are_printed_again() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    ends(&desk.run("export a.json --paper A3 --tile A4 --dpi 30 --to pdf,svg,png -o out/"), 0);
    let pdf = lopdf::Document::load_mem(&desk.read("out/a.pdf")).unwrap();
    let pages = pdf.get_pages().len();
    assert_eq!(pages, 5, "an assembly sheet and four of A4");
    let preferences = pdf.catalog().unwrap().get(b"ViewerPreferences").and_then(lopdf::Object::as_dict).unwrap();
    assert_eq!(preferences.get(b"PrintScaling").and_then(lopdf::Object::as_name).unwrap(), b"None");
    let files = desk.files();
    for kind in ["svg", "png"] {
        let called = ["1", "A1", "A2", "B1", "B2"];
        assert!(called.iter().all(|name| files.contains(&format!("out/a-{name}.{kind}"))), "{files:?}");
    }
    ends(&desk.run("export a.json --paper A3 --tile A4 --pages 3,5 --to pdf,svg -o again/"), 0);
    assert_eq!(lopdf::Document::load_mem(&desk.read("again/a.pdf")).unwrap().get_pages().len(), 2);
    // A sheet is known by what stands on it, in viewers too.
    let labels = pdf.catalog().unwrap().get(b"PageLabels").and_then(lopdf::Object::as_dict).unwrap();
    let labels = labels.get(b"Nums").and_then(lopdf::Object::as_array).unwrap().iter().filter_map(|label| label.as_dict().ok());
    let named: Vec<_> = labels.filter_map(|label| label.get(b"P").and_then(lopdf::Object::as_str).ok()).collect();
    assert_eq!(named, [b"A1", b"A2", b"B1", b"B2"]);
    ends(&desk.run("export a.json --paper A3 --tile A4 --pages a2,B2 --to svg -o named/"), 0);
    assert_eq!(desk.read("named/a-B2.svg"), desk.read("again/a-B2.svg"));
    assert_eq!(desk.read("again/a-B2.svg").len(), desk.read("out/a-B2.svg").len());
    for (line, said) in [
        ("export a.json --tile A6 -o b.pdf", "A6 has less than 125 mm within its margins"),
        ("export a.json --tile A4 --overlap 50mm -o b.pdf", "the overlap is not between 5 and 40 mm"),
        ("export a.json --overlap 10mm -o b.pdf", "--tile"),
        ("export a.json --pages 0 -o b.pdf", "`0` names no pages"),
        ("export a.json --pages 2-A -o b.pdf", "`2-A` names no pages"),
    ] {
        let done = desk.run(line);
        ends(&done, 2);
        assert!(done.err.contains(said), "{line}: {}", done.err);
    }
    let done = desk.run("export a.json --pages 9 -o b.pdf");
    ends(&done, 2);
    assert!(done.err.contains("there is no page 9: it has one"), "{}", done.err);
    let done = desk.run("export a.json --paper A3 --tile A4 --pages 2-3,C1 -o b.pdf");
    ends(&done, 2);
    assert!(done.err.contains("there is no page C1: there are 1 to 5, and the sheets A1 to B2"), "{}", done.err);
}
