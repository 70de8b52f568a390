//! The drawn writers: well-formed, readable, the same every time, and the same picture in both formats.

use crate::support::desk::{Desk, ends};
use crate::support::raster::{difference, pdf_to_pixels, svg_to_pixels};
use crate::support::scenes::nudge;
use crate::support::{pdf_text, scenes, words};
use klantreis::diagnostic::Code;
use klantreis::scene::{ImageData, Mm, Node, Page, Path, Point, Rect, Scene, Segment, Size};
use klantreis::text::{Cut, Fonts, Typesetter};
use klantreis::write::svg::TextMode;
use klantreis::write::{Format, pdf, svg};
use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};

const BOTH: [TextMode; 2] = [TextMode::Live, TextMode::Outlines];
/// Pixels are means of so many by so many.
const SMOOTH: u32 = 3;
const DRAWN: [&Format; 2] = [&svg::FORMAT, &pdf::FORMAT];

fn setter() -> Typesetter {
    Typesetter::new(Fonts::bundled())
}

/// What an XML reader finds: the content of the `text` elements, or the labels of outlined runs.
fn svg_text(bytes: &[u8], mode: TextMode) -> String {
    let source = std::str::from_utf8(bytes).unwrap();
    let document = roxmltree::Document::parse(source).unwrap_or_else(|error| panic!("{error}"));
    let said = |node: roxmltree::Node<'_, '_>| match (mode, node.tag_name().name()) {
        (TextMode::Live | TextMode::Both, "text") => Some(node.text().unwrap_or("").to_owned()),
        (TextMode::Outlines, "path" | "g") => node.attribute("aria-label").map(|label| format!("{label} ")),
        _ => None,
    };
    document.descendants().filter_map(said).collect()
}

#[test]
fn every_text_is_read_back_from_svg_at_any_width() {
    let setter = setter();
    for text in scenes::TEXTS {
        for width in [18.0, 47.0, 300.0] {
            let scene = scenes::column(&setter, text, width, 10.0);
            let live = svg_text(&crate::support::svg(&scene, setter.fonts(), TextMode::Live), TextMode::Live);
            assert_eq!(words(&live), words(text), "{width}");
        }
    }
}

#[test]
fn every_text_is_read_back_from_outlines() {
    let setter = setter();
    for text in scenes::TEXTS {
        // One line: where a word is broken, its two labels stand apart.
        let scene = scenes::column(&setter, text, 400.0, 10.0);
        let said = svg_text(&crate::support::svg(&scene, setter.fonts(), TextMode::Outlines), TextMode::Outlines);
        let letters = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(letters(&said), letters(text));
    }
}

#[test]
fn every_text_is_read_back_from_pdf_at_any_width() {
    let setter = setter();
    for text in scenes::TEXTS {
        for width in [18.0, 47.0, 300.0] {
            let scene = scenes::column(&setter, text, width, 10.0);
            let pages = pdf_text::pages(&crate::support::pdf(&scene, setter.fonts()));
            assert_eq!(pages.iter().map(|page| words(page)).collect::<Vec<_>>(), [words(text)], "{width}");
        }
    }
}

#[test]
fn hyphens_of_line_breaking_are_drawn_and_not_said() {
    let setter = setter();
    let scene = scenes::column(&setter, "mediacollegevoorlichtingsavonden", 20.0, 12.0);
    let bytes = crate::support::svg(&scene, setter.fonts(), TextMode::Live);
    let document = roxmltree::Document::parse(std::str::from_utf8(&bytes).unwrap()).unwrap();
    let drawn = document.descendants().filter(|node| node.attribute("aria-hidden") == Some("true")).count();
    assert!(drawn >= 2, "{drawn} hyphens");
    assert!(!svg_text(&bytes, TextMode::Live).contains('-'));
}

#[test]
fn a_letter_with_marks_without_number_is_told_beside_its_code() {
    let setter = setter();
    for marks in [0, 3, 7, 8, 70, 700] {
        let text = format!("voor x{} na", "\u{301}".repeat(marks));
        let bytes = crate::support::pdf(&scenes::column(&setter, &text, 150.0, 12.0), setter.fonts());
        assert_eq!(words(&pdf_text::pages(&bytes).concat()), words(&text), "{marks} marks");
        let longest = pdf_text::longest_code(&bytes);
        assert!(longest <= 8, "{marks} marks: a code stands for {longest} units, of which some readers take none");
    }
}

/// Every character up to U+02FF, and what breaks careless markup.
fn hostile() -> String {
    let all: String = ('\0'..'\u{300}').collect();
    format!("{all} \u{FFFE}\u{FFFF}\u{FEFF}\u{202E}\u{2028} ]]> --> <script>alert(1)</script> &amp; &#0; <!DOCTYPE x> '\"` \\")
}

#[test]
fn svg_is_well_formed_for_any_text() {
    let setter = setter();
    let mut scene = scenes::column(&setter, &hostile(), 150.0, 9.0);
    scene.meta.title = hostile();
    scene.meta.subject = hostile();
    scene.meta.language = "nl\0\"><script/>".into();
    if let Node::Group(group) = &mut scene.pages[0].nodes[0] {
        group.label = Some(hostile());
    }
    for mode in BOTH {
        let written = crate::support::write(&svg::FORMAT, &scene, setter.fonts(), mode).unwrap();
        let source = String::from_utf8(written.parts[0].bytes.clone()).unwrap();
        let document = roxmltree::Document::parse(&source).unwrap_or_else(|error| panic!("{mode:?}: {error}"));
        assert!(document.descendants().all(|node| !matches!(node.tag_name().name(), "script" | "foreignObject")));
        assert_eq!(written.warnings.iter().filter(|warning| warning.message.contains("U+0000")).count(), 1);
        assert!(written.warnings.iter().all(|warning| warning.code == Code::ForbiddenCharacter));
        // All controls but tab, line feed and carriage return, and the two that are no characters.
        assert_eq!(written.warnings.len(), 32 - 3 + 2, "{:?}", written.warnings);
    }
}

#[test]
fn pdf_takes_any_text() {
    let setter = setter();
    let mut scene = scenes::column(&setter, &hostile(), 150.0, 9.0);
    scene.meta.title = hostile();
    scene.meta.subject = hostile();
    scene.meta.authors = vec![hostile()];
    let bytes = crate::support::pdf(&scene, setter.fonts());
    let shown = |text: &str| text.split_whitespace().collect::<String>().replace('\u{AD}', "");
    assert_eq!(shown(&pdf_text::pages(&bytes)[0]), shown(&hostile()));
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let xmp = document.catalog().unwrap().get_deref(b"Metadata", &document).unwrap().as_stream().unwrap().content.clone();
    let xmp = String::from_utf8(xmp).unwrap();
    roxmltree::Document::parse(&xmp).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_back_from_both_formats(text in "\\PC{0,40}", width in 5.0..120.0_f64) {
        let setter = setter();
        let scene = scenes::column(&setter, &text, width, 11.0);
        let live = svg_text(&crate::support::svg(&scene, setter.fonts(), TextMode::Live), TextMode::Live);
        // What XML cannot hold is replaced.
        let held = text.replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}");
        prop_assert_eq!(words(&live), words(&held));
        let printed = pdf_text::pages(&crate::support::pdf(&scene, setter.fonts())).concat();
        let printable = text.replace('\u{AD}', "");
        prop_assert_eq!(words(&printed), words(&printable));
    }
}

#[test]
fn both_formats_show_the_same_picture() {
    let setter = setter();
    let scene = scenes::sheet(&setter);
    let drawn = svg_to_pixels(&crate::support::svg(&scene, setter.fonts(), TextMode::Outlines), SMOOTH);
    let printed = pdf_to_pixels(&crate::support::pdf(&scene, setter.fonts()), 0, SMOOTH);
    let found = difference(&drawn, &printed);
    assert!(found.is_small(), "{found:?}");
}

#[test]
fn text_beside_outlines_is_read_and_not_seen() {
    let setter = setter();
    let drawn = |scene: &Scene, mode| crate::support::svg(scene, setter.fonts(), mode);
    let sheet = scenes::sheet(&setter);
    let pixels = |mode| svg_to_pixels(&drawn(&sheet, mode), SMOOTH);
    assert!(pixels(TextMode::Both) == pixels(TextMode::Outlines), "text is seen beside its outlines");
    for text in scenes::TEXTS {
        let both = drawn(&scenes::column(&setter, text, 47.0, 10.0), TextMode::Both);
        assert_eq!(words(&svg_text(&both, TextMode::Both)), words(text));
        let both = String::from_utf8(both).unwrap();
        assert!(!both.contains("@font-face") && both.matches("pointer-events=\"all\"").count() > 0);
        assert!(
            both.split("<text").skip(1).all(|element| element.split('>').next().is_some_and(|tag| tag.contains("fill=\"none\"")))
        );
    }
}

/// Characters that no bundled face has, in order from the common ones on.
fn without_a_face(count: usize) -> String {
    (0x4E00..0x9FA6).chain(0x2_0000..0x2_A6D7).chain(0x1_3000..0x1_342F).filter_map(char::from_u32).cycle().take(count).collect()
}

#[test]
fn characters_without_a_face_look_the_same_in_both_formats_from_either_side() {
    let setter = setter();
    // Adlam is read from the right.
    for text in ["漢字𓀀𪜀 en 漢", "\u{1E900}\u{1E901}\u{1E902} \u{1E903}", &without_a_face(300)] {
        let scene = scenes::column(&setter, text, 60.0, 14.0);
        let printed = crate::support::pdf(&scene, setter.fonts());
        assert_eq!(pdf_text::pages(&printed).iter().map(|page| words(page)).collect::<Vec<_>>(), [words(text)]);
        for mode in BOTH {
            let drawn = crate::support::svg(&scene, setter.fonts(), mode);
            let letters = |text: &str| text.split_whitespace().collect::<String>();
            assert_eq!(letters(&svg_text(&drawn, mode)), letters(text));
        }
        let drawn = crate::support::svg(&scene, setter.fonts(), TextMode::Outlines);
        let found = difference(&svg_to_pixels(&drawn, SMOOTH), &pdf_to_pixels(&printed, 0, SMOOTH));
        assert!(found.is_small(), "{text}: {found:?}");
    }
}

#[test]
fn a_text_of_characters_without_a_face_takes_some_bytes_for_each() {
    let setter = setter();
    let sizes = [4_000, 8_000].map(|count| {
        let scene = scenes::column(&setter, &without_a_face(count), 250.0, 8.0);
        let drawn = BOTH.map(|mode| crate::support::svg(&scene, setter.fonts(), mode).len());
        [drawn[0], drawn[1], crate::support::pdf(&scene, setter.fonts()).len()]
    });
    let more: Vec<usize> = sizes[1].iter().zip(sizes[0]).map(|(long, short)| (long - short) / 4_000).collect();
    assert!(more[0] < 120 && more[1] < 120 && more[2] < 80, "bytes a character: {more:?}");
}

#[test]
fn there_may_be_more_characters_without_a_face_than_a_font_has_codes() {
    let setter = setter();
    let text = without_a_face(66_000);
    let scene = scenes::column(&setter, &text, 1000.0, 4.0);
    assert_eq!(pdf_text::pages(&crate::support::pdf(&scene, setter.fonts())), [text]);
}

#[test]
fn a_run_that_is_half_a_millimetre_off_is_seen() {
    let setter = setter();
    let scene = scenes::sheet(&setter);
    let drawn = svg_to_pixels(&crate::support::svg(&scene, setter.fonts(), TextMode::Outlines), SMOOTH);
    for (dx, dy) in [(0.5, 0.0), (0.0, 0.5)] {
        for index in [0, 3, 12] {
            let mut moved = scene.clone();
            let mut left = index;
            nudge(&mut moved.pages[0].nodes, &mut left, dx, dy);
            let printed = pdf_to_pixels(&crate::support::pdf(&moved, setter.fonts()), 0, SMOOTH);
            let found = difference(&drawn, &printed);
            assert!(!found.is_small(), "run {index} by {dx}, {dy}: {found:?}");
        }
    }
}

#[test]
fn the_same_scene_gives_the_same_bytes() {
    let write = || {
        let setter = setter();
        let scene = scenes::sheet(&setter);
        let once = [crate::support::svg(&scene, setter.fonts(), TextMode::Live), crate::support::pdf(&scene, setter.fonts())];
        let again = [crate::support::svg(&scene, setter.fonts(), TextMode::Live), crate::support::pdf(&scene, setter.fonts())];
        assert!(once == again);
        once
    };
    assert!(write() == write());
}

#[test]
fn each_page_is_a_file_of_svg_and_a_page_of_pdf() {
    let setter = setter();
    let mut scene = scenes::column(&setter, "een", 50.0, 12.0);
    scene.pages.push(scenes::column(&setter, "twee", 80.0, 12.0).pages.remove(0));
    let files = crate::support::write(&svg::FORMAT, &scene, setter.fonts(), TextMode::Live).unwrap().parts;
    let suffixes: Vec<_> = files.iter().map(|part| part.suffix.as_deref()).collect();
    assert_eq!(suffixes, [Some("1"), Some("2")]);
    assert_eq!(svg_text(&files[1].bytes, TextMode::Live), "twee");
    assert_eq!(pdf_text::pages(&crate::support::pdf(&scene, setter.fonts())), ["een", "twee"]);
}

#[test]
fn a_number_that_is_none_is_an_error() {
    let setter = setter();
    let broken: [fn(&mut Scene); 6] = [
        |scene| scene.pages[0].size.width = Mm(f64::NAN),
        |scene| scene.pages[0].size.height = Mm(0.0),
        |scene| scene.pages.clear(),
        |scene| nudge(&mut scene.pages[0].nodes, &mut 0, f64::INFINITY, 0.0),
        |scene| {
            let far = vec![Segment::Move(Point::new(0.0, 0.0)), Segment::Line(Point::new(1e300, 0.0))];
            scene.pages[0].nodes.push(Node::Path(Path::filled(far, scenes::INK)));
        },
        |scene| {
            let mut image = scenes::picture(Rect::new(Mm(0.0), Mm(0.0), Mm(9.0), Mm(9.0)));
            let broken = klantreis::scene::Raster { width: 16, height: 16, rgba: vec![0; 7] };
            image.data = ImageData::Raster(std::sync::Arc::new(broken));
            scene.pages[0].nodes.push(Node::Image(image));
        },
    ];
    for (index, spoil) in broken.iter().enumerate() {
        let mut scene = scenes::column(&setter, "klant", 50.0, 12.0);
        spoil(&mut scene);
        for format in DRAWN {
            assert!(crate::support::write(format, &scene, setter.fonts(), TextMode::Live).is_err(), "{} {index}", format.name);
        }
    }
}

#[test]
fn links_lead_to_the_web_to_mail_and_to_telephones_only() {
    let setter = setter();
    let targets = [
        ("https://example.org/a b", true),
        ("MAILTO:x@y.nl", true),
        ("tel:+31201234567", true),
        ("javascript:alert(1)", false),
        ("file:///etc", false),
    ];
    for (target, leads) in targets {
        let mut scene = scenes::column(&setter, "hier", 50.0, 12.0);
        let nodes = std::mem::take(&mut scene.pages[0].nodes);
        let frame = Rect::new(Mm(1.0), Mm(1.0), Mm(9.0), Mm(9.0));
        scene.pages[0].nodes = vec![Node::Link(klantreis::scene::Link { target: target.into(), frame, nodes })];
        let drawn = String::from_utf8(crate::support::svg(&scene, setter.fonts(), TextMode::Live)).unwrap();
        assert_eq!(drawn.contains("<a href="), leads, "{target}");
        let document = roxmltree::Document::parse(&drawn).unwrap();
        let anchor = document.descendants().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "a")));
        let older = anchor.and_then(|anchor| anchor.attribute(("http://www.w3.org/1999/xlink", "href")));
        assert_eq!(older, anchor.and_then(|anchor| anchor.attribute("href")), "{target}");
        assert_eq!(older.is_some(), leads, "{target}");
        let printed = lopdf::Document::load_mem(&crate::support::pdf(&scene, setter.fonts())).unwrap();
        let page = printed.page_iter().next().unwrap();
        let page = printed.get_dictionary(page).unwrap();
        assert_eq!(page.has(b"Annots"), leads, "{target}");
        for annotation in page.get(b"Annots").and_then(lopdf::Object::as_array).into_iter().flatten() {
            let (_, annotation) = printed.dereference(annotation).unwrap();
            let annotation = annotation.as_dict().unwrap();
            assert_eq!(annotation.get(b"Contents").unwrap().as_str().unwrap(), b"hier");
            assert!(annotation.get(b"A").unwrap().as_dict().unwrap().has(b"URI"));
        }
        assert!(svg_text(drawn.as_bytes(), TextMode::Live).contains("hier"));
    }
}

/// The rules of a style sheet: what each begins with, and what it says.
fn rules(svg: &str) -> Vec<(String, String)> {
    let document = roxmltree::Document::parse(svg).unwrap();
    let style = document.descendants().find(|node| node.has_tag_name("style")).unwrap().text().unwrap();
    let rules = style.trim().split_terminator('}').map(|rule| rule.trim().split_once('{').expect("a rule"));
    rules.map(|(begin, said)| (begin.to_owned(), said.to_owned())).collect()
}

/// All of them hold for the whole of a web page: for text of its own, and for other posters in it.
#[test]
fn two_live_pages_and_text_of_ones_own_go_together_in_a_web_page() {
    let setter = setter();
    let texts = ["Eén kaart op de muur", "Heel andere letters: xyz, שלום, 🚂", "Fjorten dage i Ærø"];
    let drawn = texts.map(|text| {
        let scene = scenes::column(&setter, text, 80.0, 12.0);
        String::from_utf8(crate::support::svg(&scene, setter.fonts(), TextMode::Live)).unwrap()
    });
    let mut said = std::collections::BTreeMap::new();
    let mut faces = std::collections::BTreeMap::new();
    for svg in &drawn {
        let mut own = std::collections::BTreeSet::new();
        for (begin, rule) in rules(svg) {
            if begin == "@font-face" {
                let (family, face) = rule.split_once(';').unwrap();
                assert_eq!(faces.entry(family.to_owned()).or_insert_with(|| face.to_owned()), face, "two faces of one name");
                continue;
            }
            let class = begin.strip_prefix('.').unwrap_or_else(|| panic!("`{begin}` is more than a class"));
            assert!(class.chars().all(|character| character.is_ascii_alphanumeric() || character == '-'), "{class}");
            assert_eq!(said.entry(class.to_owned()).or_insert_with(|| rule.clone()), &rule, "two rules of one name");
            own.insert(class.to_owned());
        }
        let document = roxmltree::Document::parse(svg).unwrap();
        assert_eq!(document.root_element().attribute("stroke"), Some("none"));
        for text in document.descendants().filter(|node| node.has_tag_name("text")) {
            assert!(own.contains(text.attribute("class").unwrap()), "{text:?}");
        }
    }
    assert!(faces.len() >= 3 && said.len() >= 4, "{said:?}");
    let families = said.values().filter(|rule| rule.contains("font-family"));
    assert!(families.clone().all(|rule| rule.contains("\",sans-serif;")), "{said:?}");
    assert!(families.clone().any(|rule| rule.contains("\"Source Sans 3\"")), "{said:?}");
}

#[test]
fn a_pdf_says_what_it_is() {
    let setter = setter();
    let document = lopdf::Document::load_mem(&crate::support::pdf(&scenes::sheet(&setter), setter.fonts())).unwrap();
    assert_eq!(document.version, "1.7");
    let catalog = document.catalog().unwrap();
    assert_eq!(catalog.get(b"Lang").unwrap().as_str().unwrap(), b"nl");
    assert!(catalog.get(b"ViewerPreferences").unwrap().as_dict().unwrap().get(b"DisplayDocTitle").unwrap().as_bool().unwrap());
    let page = document.get_dictionary(document.page_iter().next().unwrap()).unwrap();
    for name in [&b"MediaBox"[..], b"TrimBox"] {
        let sides: Vec<f32> = page.get(name).unwrap().as_array().unwrap().iter().map(|side| side.as_float().unwrap()).collect();
        assert_eq!(sides, [0.0, 0.0, 841.89, 595.28]);
    }
    let info = document.trailer.get_deref(b"Info", &document).unwrap().as_dict().unwrap();
    assert_eq!(info.get(b"CreationDate").unwrap().as_str().unwrap(), b"D:20000101000000Z");
    let producer = info.get(b"Producer").unwrap().as_str().unwrap();
    assert!(producer.starts_with(b"klantreis "));
}

#[test]
fn pages_over_two_hundred_inches_count_in_larger_units() {
    let setter = setter();
    let mut nodes = Vec::new();
    scenes::paragraph(&setter, "groot", Point::new(100.0, 100.0), Mm(5000.0), 900.0, Cut::Bold, &mut nodes);
    let size = Size { width: Mm(9000.0), height: Mm(6000.0) };
    let scene = Scene { meta: scenes::meta(), pages: vec![Page::new(size, nodes)] };
    let bytes = crate::support::pdf(&scene, setter.fonts());
    let document = lopdf::Document::load_mem(&bytes).unwrap();
    let page = document.get_dictionary(document.page_iter().next().unwrap()).unwrap();
    assert!((page.get(b"UserUnit").unwrap().as_float().unwrap() - 2.0).abs() < 1e-6);
    let width = page.get(b"MediaBox").unwrap().as_array().unwrap()[2].as_float().unwrap();
    assert!((width - 12_755.91).abs() < 0.001, "{width}");
}

#[test]
fn pictures_are_kept_without_loss() {
    let setter = setter();
    let mut scene = scenes::column(&setter, "beeld", 50.0, 12.0);
    let image = scenes::picture(Rect::new(Mm(5.0), Mm(12.0), Mm(20.0), Mm(20.0)));
    scene.pages[0].nodes.extend([Node::Image(image.clone()), Node::Image(image.clone())]);
    let document = lopdf::Document::load_mem(&crate::support::pdf(&scene, setter.fonts())).unwrap();
    let pictures = document.objects.values().filter_map(|object| object.as_stream().ok());
    let pictures: Vec<_> = pictures
        .filter(|stream| stream.dict.get(b"Subtype").is_ok_and(|kind| kind.as_name().is_ok_and(|name| name == b"Image")))
        .collect();
    assert_eq!(pictures.len(), 2, "one picture and its mask, however often it is shown");
    let colours = pictures.iter().find(|picture| picture.dict.has(b"SMask")).unwrap().get_plain_content().unwrap();
    let ImageData::Raster(raster) = &image.data else { panic!("pixels") };
    let expected: Vec<u8> = raster.rgba.chunks(4).flat_map(|pixel| pixel[..3].to_vec()).collect();
    assert_eq!(colours, expected);
    let drawn = String::from_utf8(crate::support::svg(&scene, setter.fonts(), TextMode::Live)).unwrap();
    assert!(drawn.contains("aria-label=\"Een vlak &quot;verloop&quot;\"") && drawn.contains("data:image/png;base64,"));
}

#[test]
fn more_pages_than_anybody_hangs_up_are_asked_for_in_parts() {
    let text = "a\\n".repeat(40_000);
    let journey = format!(
        r#"{{ "klantreis": 1, "title": "R", "language": "nl", "phases": [{{ "title": "A", "cells": {{ "goal": "{text}" }} }}] }}"#
    );
    let desk = Desk::with(&[("a.json", &journey)]);
    let done = desk.run("export a.json --to svg --paper A6 -o out/");
    ends(&done, 1);
    assert!(done.err.contains("1000 are written at the most") && done.err.contains("--pages"), "{}", done.err);
    assert_eq!(desk.files(), ["a.json"], "nothing is half written");
    ends(&desk.run("export a.json --to svg --paper A6 --pages 1-2 -o out/"), 0);
    assert_eq!(desk.files().len(), 3);
}
