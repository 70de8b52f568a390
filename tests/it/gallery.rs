//! The gallery: how every fixture looks on small and large paper, both ways. `UPDATE_GOLDENS=1 cargo test --test it gallery::` draws it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::{Context, Draw, LAYOUTS, Make};
use klantreis::paper::Orientation;
use klantreis::picture::{Gallery, PictureError};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::svg::{self, TextMode};

use crate::support::raster::svg_to_pixels;

/// Paper, and the way it lies.
const PAPERS: [(&str, Orientation, &str); 3] = [
    ("A4", Orientation::Landscape, "landscape"),
    ("A3", Orientation::Portrait, "portrait"),
    ("A1", Orientation::Landscape, "landscape"),
];

/// The pictures are this wide, in pixels.
const WIDTH: u32 = 520;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// The first page as a PNG file.
fn picture(journey: &Journey, draw: Draw, setter: &Typesetter, paper: &str, way: Orientation) -> Vec<u8> {
    let (meta, paper) = (export::meta(journey, None), paper.parse().unwrap());
    let pictures = Gallery::load(journey.pictures().map(|(_, picture)| picture.src.as_str()), &mut |parts| {
        let path = folder().join("../fixtures").join(parts.join("/"));
        fs::read(path).map_err(|_| PictureError::NoFolder)
    });
    let context = Context {
        meta: &meta,
        text: setter,
        pictures: &pictures,
        paper: &paper,
        orientation: Some(way),
        blank: false,
        beside: &[],
        fit: false,
    };
    let scene = draw(journey, &context).made;
    let files = crate::support::write(&svg::FORMAT, &scene, setter.fonts(), TextMode::Outlines).unwrap().parts;
    let whole = svg_to_pixels(&files[0].bytes, 2);
    let size = resvg::tiny_skia::IntSize::from_wh(whole.width, whole.height).unwrap();
    let whole = resvg::tiny_skia::Pixmap::from_vec(whole.rgba, size).unwrap();
    let scale = WIDTH as f32 / whole.width() as f32;
    let mut small = resvg::tiny_skia::Pixmap::new(WIDTH, whole.height() * WIDTH / whole.width()).unwrap();
    let paint = resvg::tiny_skia::PixmapPaint { quality: resvg::tiny_skia::FilterQuality::Bicubic, ..Default::default() };
    small.draw_pixmap(0, 0, whole.as_ref(), &paint, resvg::tiny_skia::Transform::from_scale(scale, scale), None);
    small.encode_png().unwrap()
}

/// Every drawn layout with its name.
fn drawn() -> Vec<(&'static str, Draw<'static>)> {
    let drawn = LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((layout.name, draw)),
        Make::Tabular(_) => None,
    });
    drawn.collect()
}

#[test]
fn the_gallery_shows_every_fixture_on_every_paper() {
    let mut page =
        "# Gallery\n\nEvery fixture in every drawn layout, on small and large paper, both ways: the first page of each.\n\
        `UPDATE_GOLDENS=1 cargo test --test it gallery::` draws it anew.\n"
            .to_owned();
    let update = std::env::var_os("UPDATE_GOLDENS").is_some();
    let setter = Typesetter::new(Fonts::bundled());
    fs::create_dir_all(folder().join("gallery")).unwrap();
    for (name, journey) in crate::support::fixtures() {
        write!(page, "\n## {}\n\n`fixtures/{name}.json`\n\n", journey.title).unwrap();
        for (layout, draw) in drawn() {
            writeln!(page, "As a {layout}:\n").unwrap();
            for (paper, orientation, way) in PAPERS {
                let file = format!("gallery/{name}-{layout}-{paper}-{way}.png");
                if update {
                    fs::write(folder().join(&file), picture(&journey, draw, &setter, paper, orientation)).unwrap();
                }
                assert!(folder().join(&file).is_file(), "docs/{file} is missing");
                writeln!(page, "![{} as a {layout} on {paper}, {way}]({file})", journey.title).unwrap();
            }
            page.push('\n');
        }
    }
    if update {
        fs::write(folder().join("gallery.md"), &page).unwrap();
    }
    assert_eq!(fs::read_to_string(folder().join("gallery.md")).unwrap(), page, "docs/gallery.md is not up to date");
}
