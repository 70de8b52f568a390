//! The poster of every fixture, and every kind of picture, is the same picture in SVG and in PDF, as drawn by renderers of other makers.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use crate::support::raster::{Difference, difference, pdf_to_pixels, svg_to_pixels};
use crate::support::scenes::nudge;
use klantreis::batch::pictures;
use klantreis::diagnostic::Code;
use klantreis::export;
use klantreis::journey::Journey;
use klantreis::layout::drawn::ink::Framed;
use klantreis::layout::drawn::text::Pen;
use klantreis::layout::{Context, LAYOUTS, Make};
use klantreis::picture::Gallery;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Image, ImageData, Mm, Node, Page, Pt, Rect, RunKind, Scene, Size};
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::svg::{self, TextMode};

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// The posters of a journey in every drawn layout.
pub(crate) fn posters(journey: &Journey, paper: &str) -> Vec<(&'static str, Scene)> {
    let (meta, paper) = (export::meta(journey, None), paper.parse().unwrap());
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures: Gallery::EMPTY,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let drawn = LAYOUTS.iter().filter_map(|layout| match layout.make {
        Make::Drawn(draw) => Some((layout.name, draw(journey, &context).made)),
        Make::Tabular(_) => None,
    });
    drawn.collect()
}

/// How much outlined SVG and PDF of each page differ.
fn differences(scene: &Scene, smooth: u32) -> Vec<Difference> {
    let files = crate::support::write(&svg::FORMAT, scene, SETTER.fonts(), TextMode::Outlines).unwrap().parts;
    let pdf = crate::support::pdf(scene, SETTER.fonts());
    let pages = files.iter().enumerate();
    pages.map(|(page, file)| difference(&svg_to_pixels(&file.bytes, smooth), &pdf_to_pixels(&pdf, page, smooth))).collect()
}

fn check(paper: &str) {
    for (name, journey) in crate::support::fixtures() {
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
    let (name, journey) = crate::support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    for (layout, scene) in posters(&journey, "A0") {
        // Renderers take curves for chords up to a quarter of their pixels away: among means of fewer pixels that shows on a long one.
        let found = differences(&scene, 3);
        assert!(found.iter().all(|page| page.is_small()), "{name}, {layout} on A0: {found:?}");
    }
}

#[test]
fn any_run_of_a_poster_that_is_half_a_millimetre_off_is_seen() {
    let (_, journey) = crate::support::fixtures().into_iter().find(|(name, _)| name == "mediacollege").unwrap();
    for (layout, scene) in posters(&journey, "A3") {
        let drawn = svg_to_pixels(&crate::support::svg(&scene, SETTER.fonts(), TextMode::Outlines), 3);
        for (index, text) in runs(&scene) {
            for (dx, dy) in [(0.5, 0.0), (0.0, 0.5)] {
                let mut moved = scene.clone();
                nudge(&mut moved.pages[0].nodes, &mut index.clone(), dx, dy);
                let found = difference(&drawn, &pdf_to_pixels(&crate::support::pdf(&moved, SETTER.fonts()), 0, 3));
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

/// Every kind of picture in a box of its own, and two in whose stead there is a labelled frame.
pub fn wall() -> Scene {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = [
        "fixtures/pictures/operations-manager.png",
        "fixtures/pictures/planning-desk.jpg",
        "fixtures/pictures/planning-tool.svg",
        "fixtures/pictures/storyboard-overbooked.svg",
        "fixtures/pictures/storyboard-relief.svg",
        "tests/samples/interlaced.png",
        "tests/samples/grey.jpg",
        "tests/samples/cmyk.jpg",
        "tests/samples/shapes.svg",
        "fixtures/pictures/installation-on-the-second-day.png",
        "data:image/png;base64,broken",
        "tests/samples/quarters.jpg",
    ];
    let gallery = pictures::load(Some(folder), sources);
    let meta = crate::support::scenes::meta();
    let paper = "A3".parse().unwrap();
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures: &gallery,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let mut nodes = Vec::new();
    for (index, source) in sources.into_iter().enumerate() {
        let (x, y) = (Mm(10.0 + 102.0 * (index % 4) as f64), Mm(10.0 + 92.0 * (index / 4) as f64));
        let description = "De klant staat voor de deur en leest het bord";
        let within = Rect::new(x, y, Mm(94.0), Mm(84.0));
        Framed { source, description, size: Pt(12.0) }.draw(&context, Pen::new(context.text), within, &mut nodes);
    }
    Scene { meta, pages: vec![Page::new(Size { width: Mm(420.0), height: Mm(297.0) }, nodes)] }
}

/// Whether pictures are the same but for their edges: renderers go from one pixel to the next each in its own way.
fn is_alike(found: Difference) -> bool {
    found.share <= 0.005 && found.worst_square <= 0.1
}

#[test]
fn both_formats_show_the_same_pictures() {
    let scene = wall();
    let found = differences(&scene, 3);
    assert!(found.iter().all(|page| is_alike(*page)), "{found:?}");
    let drawn = svg_to_pixels(&crate::support::svg(&scene, SETTER.fonts(), TextMode::Outlines), 3);
    for index in 0..scene.pages[0].nodes.len() {
        let mut without = scene.clone();
        without.pages[0].nodes.remove(index);
        let found = difference(&drawn, &pdf_to_pixels(&crate::support::pdf(&without, SETTER.fonts()), 0, 3));
        assert!(!is_alike(found), "{index}: {found:?}");
    }
}

/// The number of pictures and forms that a PDF holds, masks left out.
fn objects(pdf: &[u8]) -> usize {
    let document = lopdf::Document::load_mem(pdf).unwrap();
    let streams = document.objects.values().filter_map(|object| object.as_stream().ok());
    let kind = |stream: &lopdf::Stream| stream.dict.get(b"Subtype").and_then(lopdf::Object::as_name).map(<[u8]>::to_vec);
    streams.filter(|stream| kind(stream).is_ok_and(|kind| kind == b"Image" || kind == b"Form")).count()
}

#[test]
fn a_picture_that_stands_on_a_page_several_times_is_written_once() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let sources = ["tests/samples/interlaced.png", "tests/samples/quarters.jpg", "tests/samples/shapes.svg"];
    let gallery = pictures::load(Some(folder), sources);
    let (meta, paper) = (crate::support::scenes::meta(), "A3".parse().unwrap());
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures: &gallery,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let mut nodes = Vec::new();
    for index in 0..24_u8 {
        let (x, y) = (Mm(5.0 + 50.0 * f64::from(index % 8)), Mm(5.0 + 55.0 * f64::from(index / 8)));
        let within = Rect::new(x, y, Mm(30.0 + f64::from(index % 8)), Mm(40.0));
        let source = sources[usize::from(index) % 3];
        Framed { source, description: "Een bord", size: Pt(12.0) }.draw(&context, Pen::new(context.text), within, &mut nodes);
    }
    let size = Size { width: Mm(420.0), height: Mm(297.0) };
    let pages = vec![Page::new(size, nodes.clone()), Page::new(size, nodes[..1].to_vec())];
    let scene = Scene { meta, pages };
    let found = differences(&scene, 3);
    assert!(found.iter().all(|page| is_alike(*page)), "{found:?}");
    assert_eq!(objects(&crate::support::pdf(&scene, SETTER.fonts())), 3);
    let files = crate::support::write(&svg::FORMAT, &scene, SETTER.fonts(), TextMode::Outlines).unwrap().parts;
    let text = String::from_utf8(files[0].bytes.clone()).unwrap();
    let count = |what: &str| text.matches(what).count();
    assert_eq!((count("base64,"), count("<symbol"), count("<use "), count("<image ")), (2, 1, 24, 2));
    let single = String::from_utf8(files[1].bytes.clone()).unwrap();
    assert!(!single.contains("<use") && single.matches("base64,").count() == 1, "one that stands alone stands where it is seen");
    assert!(!text.contains('\u{1}') && !single.contains('\u{1}'));
}

#[test]
fn a_jpeg_is_turned_by_its_note_in_both_formats() {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/quarters.jpg")).unwrap();
    let artwork = klantreis::picture::decode(&bytes).unwrap();
    for number in 1..=8 {
        let ImageData::Jpeg(jpeg) = artwork.data(Size::default()) else { panic!("a JPEG") };
        let mut jpeg = (*jpeg).clone();
        jpeg.orientation = klantreis::scene::Orientation::from_exif(number);
        let data = ImageData::Jpeg(jpeg.into());
        let frame = Rect::new(Mm(10.0), Mm(20.0), Mm(80.0), Mm(80.0)).contain(data.size());
        let image = Image { frame, data, description: String::new() };
        let nodes = vec![Node::Image(image.clone()), Node::Image(image)];
        let page = Page::new(Size { width: Mm(100.0), height: Mm(120.0) }, nodes);
        let scene = Scene { meta: crate::support::scenes::meta(), pages: vec![page] };
        let found = differences(&scene, 3);
        assert!(found.iter().all(|page| is_alike(*page)), "{number}: {found:?}");
        let pdf = crate::support::pdf(&scene, SETTER.fonts());
        assert_eq!(objects(&pdf), 1, "a picture that is shown twice is written once");
        // Red stands in the first quarter of the stored picture.
        let corner = [(0, 0), (1, 0), (1, 1), (0, 1), (0, 0), (1, 0), (1, 1), (0, 1)][usize::from(number) - 1];
        let pixels = pdf_to_pixels(&pdf, 0, 1);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a pixel of the page")]
        let at = |place: Mm, length: Mm, share: usize| ((place + length * (0.25 + 0.5 * share as f64)).0 * 72.0 / 25.4) as usize;
        let (column, row) = (at(frame.x, frame.width, corner.0), at(frame.y, frame.height, corner.1));
        let start = (row * pixels.width as usize + column) * 4;
        assert!(pixels.rgba[start] > 180 && pixels.rgba[start + 1] < 80, "{number}: {:?}", &pixels.rgba[start..start + 4]);
    }
}

#[test]
fn the_profile_of_a_jpeg_gives_its_colours_in_a_pdf() {
    let plain = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples/quarters.jpg")).unwrap();
    let mut profile = vec![0; 132];
    profile[3] = 132;
    profile[16..20].copy_from_slice(b"RGB ");
    profile[36..40].copy_from_slice(b"acsp");
    let segment = [&[0xFF, 0xE2, 0, 148][..], b"ICC_PROFILE\0\x01\x01", &profile].concat();
    let bytes = [&plain[..2], &segment, &plain[2..]].concat();
    let data = klantreis::picture::decode(&bytes).unwrap().data(Size::default());
    let ImageData::Jpeg(jpeg) = &data else { panic!("a JPEG") };
    assert_eq!((jpeg.profile.as_ref(), &jpeg.bytes), (Some(&profile), &bytes));
    let frame = Rect::new(Mm(1.0), Mm(1.0), Mm(48.0), Mm(32.0));
    let nodes = vec![Node::Image(Image { frame, data, description: String::new() })];
    let page = Page::new(Size { width: Mm(50.0), height: Mm(34.0) }, nodes);
    let pdf = crate::support::pdf(&Scene { meta: crate::support::scenes::meta(), pages: vec![page] }, SETTER.fonts());
    let document = lopdf::Document::load_mem(&pdf).unwrap();
    let stream = |object: &&lopdf::Object| object.as_stream().is_ok_and(|stream| stream.content == bytes);
    let picture = document.objects.values().find(stream).expect("the file as it is").as_stream().unwrap();
    assert_eq!(picture.dict.get(b"Filter").unwrap().as_name().unwrap(), b"DCTDecode");
    let space = picture.dict.get(b"ColorSpace").unwrap().as_array().unwrap();
    assert_eq!(space[0].as_name().unwrap(), b"ICCBased");
    let inside = document.get_object(space[1].as_reference().unwrap()).unwrap().as_stream().unwrap();
    assert_eq!(inside.get_plain_content().unwrap(), profile);
}

#[test]
fn a_broken_picture_is_a_frame_that_keeps_to_its_box() {
    let meta = crate::support::scenes::meta();
    let paper = "A3".parse().unwrap();
    let pictures = Gallery::EMPTY;
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures,
        paper: &paper,
        orientation: None,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    let long = "Onwaarschijnlijkelangebestandsnaamzonderspaties-van-de-afdeling.png";
    for (width, height) in
        [(90.0, 60.0), (40.0, 20.0), (20.0, 60.0), (12.0, 9.0), (5.0, 5.0), (60.0, 3.0), (0.2, 40.0), (0.0, 0.0)]
    {
        let within = Rect::new(Mm(10.0), Mm(10.0), Mm(width), Mm(height));
        let mut nodes = Vec::new();
        Framed { source: long, description: "Een lange omschrijving van wat er te zien is", size: Pt(12.0) }.draw(
            &context,
            Pen::new(context.text),
            within,
            &mut nodes,
        );
        walk(&nodes, &mut |step| match step {
            Step::Text(run) => {
                let em = Mm::from(run.size);
                let width = run.width(SETTER.fonts().face(run.face).units_per_em);
                let box_of = Rect::new(run.origin.x, run.origin.y - em * 0.75, width, em);
                assert!(within.contains(box_of, Mm(0.01)), "{:?} in {within:?}", run.text);
            }
            Step::Path(path) => {
                let pen = path.stroke.as_ref().map_or(Mm::ZERO, |stroke| stroke.width / 2.0);
                for segment in &path.segments {
                    if let klantreis::scene::Segment::Move(at) | klantreis::scene::Segment::Line(at) = segment {
                        let dot = Rect::new(at.x - pen, at.y - pen, pen * 2.0, pen * 2.0);
                        assert!(within.contains(dot, Mm(0.01)), "{at:?} in {within:?}");
                    }
                }
            }
            Step::Open(_) | Step::Close(_) | Step::OpenLink(_) | Step::CloseLink(_) | Step::Missing(_) | Step::Image(_) => {}
        });
        assert_eq!(nodes.is_empty(), width <= 0.0, "{width} × {height}");
    }
    let warning = pictures.get(long).map(|_| ()).unwrap_err().diagnostic(long);
    assert_eq!(warning.code, Code::PictureNotFound);
}
