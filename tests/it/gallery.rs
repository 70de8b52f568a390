//! The gallery: how every fixture looks on small and large paper, both ways, and how it looks in each theme and fill. `UPDATE_GOLDENS=1 cargo test --test it gallery::` draws it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use klantreis::export;
use klantreis::journey::Journey;
use klantreis::journey::choices::{Choices, Fill};
use klantreis::layout::drawn::page::dressed;
use klantreis::layout::theme::Theme;
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
/// And those of a table of choices.
const SMALL: u32 = 260;

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// The first page as a PNG file.
fn picture(
    (journey, draw): (&Journey, Draw),
    setter: &Typesetter,
    (paper, way): (&str, Option<Orientation>),
    theme: &Theme,
    width: u32,
) -> Vec<u8> {
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
        orientation: way,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let scene = dressed(draw, journey, &context, theme).made;
    let files = crate::support::write(&svg::FORMAT, &scene, setter.fonts(), TextMode::Outlines).unwrap().parts;
    let whole = svg_to_pixels(&files[0].bytes, 2);
    let size = resvg::tiny_skia::IntSize::from_wh(whole.width, whole.height).unwrap();
    let whole = resvg::tiny_skia::Pixmap::from_vec(whole.rgba, size).unwrap();
    let scale = width as f32 / whole.width() as f32;
    let mut small = resvg::tiny_skia::Pixmap::new(width, whole.height() * width / whole.width()).unwrap();
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
                    let of = (paper, Some(orientation));
                    let picture = picture((&journey, draw), &setter, of, &Theme::default(), WIDTH);
                    fs::write(folder().join(&file), picture).unwrap();
                }
                assert!(folder().join(&file).is_file(), "docs/{file} is missing");
                writeln!(page, "![{} as a {layout} on {paper}, {way}]({file})", journey.title).unwrap();
            }
            page.push('\n');
        }
    }
    choices(&mut page, update, &setter);
    if update {
        fs::write(folder().join("gallery.md"), &page).unwrap();
    }
    assert_eq!(fs::read_to_string(folder().join("gallery.md")).unwrap(), page, "docs/gallery.md is not up to date");
}

/// A map in every theme, with every fill, on small and large paper: a table a paper.
fn choices(page: &mut String, update: bool, setter: &Typesetter) {
    let (name, layout) = ("zwembad", "map");
    let (_, journey) = crate::support::fixtures().into_iter().find(|(known, _)| known == name).unwrap();
    let (_, draw) = drawn().into_iter().find(|(known, _)| *known == layout).unwrap();
    let themes: Vec<Theme> = Theme::all().map(|(theme, _)| theme).collect();
    write!(page, "\n## Themes and fills\n\n`fixtures/{name}.json` as a {layout}, `--theme` × `--fill` × `--paper`.\n").unwrap();
    for paper in ["A4", "A0"] {
        let names: Vec<&str> = themes.iter().map(|theme| theme.name.as_str()).collect();
        write!(page, "\n| {paper} | {} |\n|{}\n", names.join(" | "), " --- |".repeat(names.len() + 1)).unwrap();
        for (fill, filled, _) in Fill::ALL {
            write!(page, "| `{filled}` |").unwrap();
            let choices = Choices { fill, ..Choices::default() };
            let shown = choices.of(&journey).unwrap();
            for theme in &themes {
                let file = format!("gallery/choices-{}-{filled}-{paper}.png", theme.name);
                if update {
                    let picture = picture((shown.journey(), draw), setter, (paper, None), theme, SMALL);
                    fs::write(folder().join(&file), picture).unwrap();
                }
                assert!(folder().join(&file).is_file(), "docs/{file} is missing");
                write!(page, " ![{} with {filled} on {paper}]({file}) |", theme.name).unwrap();
            }
            page.push('\n');
        }
    }
}
