//! PNG shows what PDF shows, says how large it is, and keeps to its limits.

use std::io::Cursor;
use std::sync::{Arc, LazyLock};

use crate::pictures::posters;
use crate::support::desk::{Desk, ends};
use crate::support::raster::{Pixels, averaged, difference, pdf_to_pixels};
use klantreis::meta::{Meta, Timestamp};
use klantreis::scene::{Color, Image, ImageData, Mm, Node, Page, Path, Rect, Scene, Size};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::png::{Dpi, FORMAT, Ground, Settings};
use klantreis::write::{Cause, Options, Problem, Write, WriteError, Written};

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

fn write(scene: &Scene, dpi: u16, ground: Ground) -> Result<Written, WriteError> {
    let Write::Drawn(write) = FORMAT.write else { panic!("it is drawn") };
    let png = Settings { dpi: Dpi::new(dpi).unwrap(), ground };
    write(scene, SETTER.fonts(), &Options { png, ..Options::default() })
}

/// What a file says of itself, and its pixels with four bytes each.
fn read(bytes: &[u8]) -> (png::Info<'static>, Pixels) {
    let mut reader = png::Decoder::new(Cursor::new(bytes)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    let rgba = match frame.color_type {
        png::ColorType::Rgb => pixels.chunks_exact(3).flat_map(|pixel| [pixel[0], pixel[1], pixel[2], 255]).collect(),
        png::ColorType::Rgba => pixels,
        other => panic!("{other:?}"),
    };
    (reader.info().clone(), Pixels { width: frame.width, height: frame.height, rgba })
}

fn page(nodes: Vec<Node>) -> Scene {
    let meta = Meta {
        title: "Reis".into(),
        authors: Vec::new(),
        subject: String::new(),
        language: "nl".into(),
        created: Timestamp::DEFAULT,
    };
    Scene { meta, pages: vec![Page::new(Size { width: Mm(60.0), height: Mm(90.0) }, nodes)] }
}

/// Compares each page with that of the PDF, in means of 3 × 3 pixels.
fn is_as_in_pdf(name: &str, scene: &Scene) {
    is_as_in_fine_pdf(name, scene, 3);
}

/// The same with means of as many pixels a side, of which there are 72 an inch.
fn is_as_in_fine_pdf(name: &str, scene: &Scene, fine: u16) {
    let pdf = crate::support::pdf(scene, SETTER.fonts());
    for (index, part) in write(scene, 72 * fine, Ground::White).unwrap().parts.iter().enumerate() {
        let (_, pixels) = read(&part.bytes);
        let fine = u32::from(fine);
        let found = difference(&averaged(pixels.width, &pixels.rgba, fine), &pdf_to_pixels(&pdf, index, fine));
        assert!(found.is_small(), "{name}, page {}: {found:?}", index + 1);
    }
}

#[test]
fn pictures_show_what_pdf_shows() {
    for (name, journey) in crate::support::fixtures() {
        for (layout, scene) in posters(&journey, "A4") {
            is_as_in_pdf(&format!("{name}, {layout}"), &scene);
        }
    }
}

#[test]
fn a_large_picture_shows_what_pdf_shows() {
    let (name, journey) = crate::support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    let (_, scene) = posters(&journey, "A1").remove(0);
    is_as_in_pdf(&name, &scene);
}

/// A picture of each kind, one of them turned, one translucent and one beyond the edge of the page, all of them moved a little.
fn album(aside: f64) -> Scene {
    let svg = br##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><rect x="-5" width="20" height="20" fill="#c00"/><path d="M15 10h12" stroke="#00c" stroke-width="4" stroke-dasharray="3 2"/></svg>"##;
    let artwork = klantreis::picture::decode(svg).unwrap();
    let points = |length: f64| Mm(length * 25.4 / 72.0);
    let size = |width, height| Size { width: points(width), height: points(height) };
    let raster = |alpha: u8| {
        let rgba = (0..48_u8).flat_map(|pixel| [pixel * 5, 255 - pixel * 5, pixel % 8 * 30, alpha]).collect();
        ImageData::Raster(Arc::new(klantreis::scene::Raster { width: 8, height: 6, rgba }))
    };
    let frame = |x, y, width, height| Rect::new(points(x + aside), points(y + aside), points(width), points(height));
    let image =
        |x, y, width, height, data| Node::Image(Image { frame: frame(x, y, width, height), data, description: String::new() });
    let mut scene = page(vec![
        image(15.0, 15.0, 64.0, 48.0, raster(255)),
        Node::Path(Path::filled(Path::rect(frame(15.0, 140.0, 90.0, 35.0)), Color(40, 90, 160))),
        image(30.0, 128.0, 64.0, 48.0, raster(128)),
        image(140.0, 230.0, 64.0, 48.0, raster(255)),
        image(95.0, 15.0, 72.0, 48.0, artwork.data(size(72.0, 48.0))),
        image(95.0, 75.0, 36.0, 48.0, artwork.data(size(36.0, 48.0))),
    ]);
    scene.pages[0].size = WHOLE;
    scene
}

/// A page in whole points, as the boxes of a PDF hold it: with another height all would lie a little beside the pixels.
const WHOLE: Size = Size { width: Mm(170.0 * 25.4 / 72.0), height: Mm(255.0 * 25.4 / 72.0) };

#[test]
fn pictures_in_a_picture_show_what_pdf_shows() {
    is_as_in_pdf("album", &album(0.0));
}

/// The renderer of the PDF fills a pixel that the side of a picture goes through, or leaves it; here it is mixed. That is half of a pixel at
/// most: with eight pixels in one there is nothing left of it that counts, and nothing else may be.
#[test]
fn pictures_whose_sides_go_through_pixels_show_what_pdf_shows() {
    is_as_in_fine_pdf("album", &album(0.19), 8);
    is_as_in_fine_pdf("album", &album(0.43), 8);
}

#[test]
fn a_photograph_is_turned_as_in_pdf() {
    let file = crate::pictures_in::sample("quarters.jpg");
    for orientation in 1..=8 {
        let jpeg = crate::pictures_in::with_exif(&file, orientation);
        let data = klantreis::picture::decode(&jpeg).unwrap().data(Size { width: Mm(25.4), height: Mm(38.1) });
        let frame = Rect::new(Mm(12.7), Mm(12.7), Mm(25.4), Mm(38.1));
        let mut scene = page(vec![Node::Image(Image { frame, data, description: String::new() })]);
        scene.pages[0].size = WHOLE;
        is_as_in_pdf(&format!("orientation {orientation}"), &scene);
    }
}

#[test]
fn a_transparent_ground_laid_on_white_is_the_white_ground() {
    let mut scene =
        posters(&crate::support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap().1, "A4").remove(0).1;
    scene.pages[0].nodes.extend(album(0.0).pages.remove(0).nodes);
    let [white, clear] =
        [Ground::White, Ground::Transparent].map(|ground| read(&write(&scene, 60, ground).unwrap().parts[0].bytes));
    assert_eq!((white.0.color_type, clear.0.color_type), (png::ColorType::Rgb, png::ColorType::Rgba));
    assert_eq!(clear.1.rgba[..4], [0; 4], "the corner of the page");
    for (on_white, clear) in white.1.rgba.chunks_exact(4).zip(clear.1.rgba.chunks_exact(4)) {
        let alpha = f64::from(clear[3]) / 255.0;
        for channel in 0..3 {
            let laid = f64::from(clear[channel]) * alpha + 255.0 * (1.0 - alpha);
            // What is laid on something several times is rounded as often.
            assert!((laid - f64::from(on_white[channel])).abs() <= 4.0, "{on_white:?} {clear:?}");
        }
    }
}

#[test]
fn a_picture_says_how_large_and_what_it_is() {
    let mut scene = page(Vec::new());
    scene.pages.push(scene.pages[0].clone());
    let parts = write(&scene, 150, Ground::White).unwrap().parts;
    let suffixes: Vec<_> = parts.iter().map(|part| part.suffix.as_deref()).collect();
    assert_eq!(suffixes, [Some("1"), Some("2")]);
    let (info, pixels) = read(&parts[1].bytes);
    assert_eq!((pixels.width, pixels.height), (354, 531));
    let dots = info.pixel_dims.unwrap();
    assert_eq!((dots.xppu, dots.yppu, dots.unit), (5906, 5906, png::Unit::Meter));
    assert_eq!(info.utf8_text[0].get_text().unwrap(), "Reis (2/2)");
    assert!(info.srgb.is_some());
    assert!(klantreis::write::is_drawn_here(&parts[0].bytes));
    assert_eq!(write(&page(Vec::new()), 150, Ground::White).unwrap().parts[0].suffix, None);
}

/// Lines, curves and letters across the borders of bands are as they would be within one.
#[test]
fn nothing_is_seen_of_the_bands() {
    let (_, journey) = crate::support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    let (_, mut scene) = posters(&journey, "A4").remove(0);
    let drawn = |scene: &Scene| read(&write(scene, 254, Ground::White).unwrap().parts[0].bytes).1;
    let whole = drawn(&scene);
    // A page that is 12.8 mm longer at its top: 128 rows, half of a band.
    let shift = Mm(12.8);
    scene.pages[0].size.height += shift;
    scene.pages[0].nodes.iter_mut().for_each(|node| node.lower(shift));
    let moved = drawn(&scene);
    let rows = |pixels: &Pixels, from: usize| pixels.rgba[from * pixels.width as usize * 4..].to_vec();
    let (a, b) = (rows(&whole, 0), rows(&moved, 128));
    let differs = |(_, (a, b)): &(usize, (&[u8], &[u8]))| a != b;
    let pairs = a.chunks_exact(4).zip(b.chunks_exact(4)).enumerate().filter(differs);
    let rows: std::collections::BTreeSet<_> = pairs.map(|(index, _)| index / whole.width as usize).collect();
    assert!(rows.is_empty(), "{rows:?}");
}

#[test]
fn too_many_pixels_are_refused_before_any_is_painted() {
    let mut scene = page(Vec::new());
    scene.pages.push(Page::new(Size { width: Mm(1189.0), height: Mm(1682.0) }, Vec::new()));
    let error = write(&scene, 1200, Ground::White).unwrap_err();
    assert!(matches!(error.problem, Problem::Pixels { number: 2, width: 56_173, height: 79_465, .. }), "{error}");
    assert_eq!(error.cause(), Cause::Limit);
    let narrow = Page::new(Size { width: Mm(1.0), height: Mm(20_000.0) }, Vec::new());
    scene.pages[1] = narrow;
    assert!(matches!(write(&scene, 100, Ground::White).unwrap_err().problem, Problem::Pixels { height: 78_740, .. }));
}

/// Each of them is small, and all of them would take minutes.
#[test]
fn pages_of_too_many_pixels_together_are_refused_before_the_first_is_painted() {
    let mut scene = page(Vec::new());
    scene.pages = vec![Page::new(Size { width: Mm(420.0), height: Mm(297.0) }, Vec::new()); 231];
    let error = write(&scene, 150, Ground::White).unwrap_err();
    assert!(matches!(error.problem, Problem::AllPixels { pages: 231, pixels: 1_004_831_520, .. }), "{error:?}");
    scene.pages.truncate(2);
    assert!(write(&scene, 150, Ground::White).is_ok());
}

const JOURNEY: &str =
    r#"{ "klantreis": 1, "title": "A", "language": "en", "phases": [{ "title": "B", "cells": { "goal": "C" } }] }"#;

#[test]
fn pictures_are_made_when_they_are_named() {
    let desk = Desk::with(&[("a.json", JOURNEY)]);
    ends(&desk.run("export a.json --paper A5 --dpi 72 --to png,svg -o out/"), 0);
    ends(&desk.run("export a.json --paper A5 --dpi 72 --transparent -o clear.png"), 0);
    assert_eq!(desk.files(), ["a.json", "clear.png", "out/a.png", "out/a.svg"]);
    assert_eq!(read(&desk.read("out/a.png")).1.width, 595);
    assert_eq!(read(&desk.read("clear.png")).0.color_type, png::ColorType::Rgba);
    let done = desk.run("export a.json --dpi 9 -o out.png");
    ends(&done, 2);
    assert!(done.err.contains("`9` is no number of dots an inch from 10 to 1200"), "{}", done.err);
    let done = desk.run("export a.json --paper 2A0 --dpi 1200 -o out.png");
    ends(&done, 1);
    assert!(done.err.contains("choose fewer with --dpi, or smaller paper"), "{}", done.err);
    assert!(!desk.files().contains(&"out.png".to_owned()));
}
