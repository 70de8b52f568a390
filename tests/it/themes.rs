//! Themes: put on everything that is made, in one place, and read from files of one's own.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::matrix::fixture;
use crate::support::desk::{Desk, ends, records};
use crate::support::raster::pdf_to_pixels;
use crate::support::scenes;
use klantreis::diagnostic::{MessageFormat, Severity, Source, render};
use klantreis::export::{Options, Selection, export};
use klantreis::journey::Journey;
use klantreis::journey::choices::{Choices, Fill};
use klantreis::layout::drawn::page;
use klantreis::layout::theme::{Hue, Palette, Theme};
use klantreis::layout::{Context, LAYOUTS, Laid, Layout, Make};
use klantreis::paper::{Orientation, Paper};
use klantreis::picture::Gallery;
use klantreis::registry::Registry;
use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Color, Node, Scene, Segment};
use klantreis::text::{Fonts, Typesetter};

static SETTER: std::sync::LazyLock<Typesetter> = std::sync::LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// A journey in a drawn layout, in a theme.
fn dressed(journey: &Journey, layout: &Layout, paper: &str, theme: &Theme) -> Option<Laid<Scene>> {
    dressed_on(journey, layout, (&paper.parse().unwrap(), None), theme)
}

/// The same on a paper that lies some way.
pub fn dressed_on(
    journey: &Journey,
    layout: &Layout,
    (paper, orientation): (&Paper, Option<Orientation>),
    theme: &Theme,
) -> Option<Laid<Scene>> {
    let Make::Drawn(draw) = layout.make else { return None };
    let meta = scenes::meta();
    let context = Context {
        meta: &meta,
        text: &SETTER,
        pictures: Gallery::EMPTY,
        paper,
        orientation,
        blank: false,
        beside: &[],
        part: &klantreis::journey::choices::Excerpt::WHOLE,
        fit: false,
        pages: usize::MAX,
    };
    Some(page::dressed(draw, journey, &context, theme))
}

/// Every colour of a drawing.
pub fn colors(scene: &Scene) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| match step {
            Step::Path(path) => {
                found.extend(path.fill.map(Color::hex));
                found.extend(path.stroke.as_ref().map(|stroke| stroke.color.hex()));
            }
            Step::Text(run) => {
                found.insert(run.color.hex());
            }
            Step::Missing(missing) => {
                found.insert(missing.color.hex());
            }
            Step::Open(_) | Step::Close(_) | Step::Image(_) | Step::OpenLink(_) | Step::CloseLink(_) => {}
        });
    }
    found
}

/// What a drawing says, each text with its colour.
fn texts(scene: &Scene) -> Vec<(String, Color)> {
    let mut found = Vec::new();
    for page in &scene.pages {
        walk(&page.nodes, &mut |step| {
            if let Step::Text(run) = step {
                found.push((run.text.to_string(), run.color));
            }
        });
    }
    found
}

/// A theme in which everything is of one colour.
fn of_one_color(color: Color) -> Theme {
    let hue = Hue { deep: color, tint: color };
    let palette = Palette {
        ground: color,
        ink: color,
        quiet: color,
        hairline: color,
        outline: color,
        on: color,
        neutral: hue,
        hues: [hue; 6],
        alert: color,
        good: color,
        bad: color,
    };
    Theme { palette, ..Theme::default() }
}

#[test]
fn no_layout_draws_in_a_colour_that_a_theme_cannot_change() {
    let odd = Color(0x12, 0x34, 0x56);
    let theme = of_one_color(odd);
    for (name, journey) in crate::support::fixtures() {
        for (fill, ..) in Fill::ALL {
            let choices = Choices { fill, ..Choices::default() };
            for layout in LAYOUTS {
                if let Some(laid) = dressed(choices.of(&journey).unwrap().journey(), layout, "A3", &theme) {
                    assert_eq!(colors(&laid.made), BTreeSet::from([odd.hex()]), "{name} {fill:?} {}", layout.name);
                }
            }
        }
    }
}

/// The parts of a workbook by their names: text as it is, of pictures nothing.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, String> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let (name, mut bytes) = (part.name().unwrap().into_owned(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        parts.insert(name, String::from_utf8(bytes).unwrap_or_default());
    }
    parts
}

#[test]
fn a_workbook_takes_hues_and_curves_from_a_theme() {
    let journey = fixture("planboard");
    let selection = Selection::new(Registry::built_in(), &["xlsx"], &[] as &[&str]).unwrap();
    let said = |theme: Theme| {
        let options = Options { theme, ..Options::default() };
        let exported = export(&journey, &selection, &options, &SETTER).unwrap();
        let parts = parts(&exported.outputs[0].bytes);
        ["xl/styles.xml", "xl/charts/chart1.xml"].map(|name| parts[name].to_uppercase()).concat()
    };
    let house = said(Theme::default());
    assert!(house.contains("0B6E69") && house.contains("1F66B0"), "{house}");
    let strong = said(Theme::named("high-contrast").unwrap());
    assert!(strong.contains("004F4B") && strong.contains("0B4A8A") && !strong.contains("0B6E69") && !strong.contains("1F66B0"));
    // What saves ink fills no cell, in greys.
    let print = said(Theme::named("print").unwrap());
    let colors: BTreeSet<&str> = print.match_indices("RGB=\"FF").map(|(at, _)| &print[at + 7..at + 13]).collect();
    assert!(
        colors.contains("000000") && colors.iter().all(|color| color[..2] == color[2..4] && color[2..4] == color[4..]),
        "{colors:?}"
    );
    assert!(!print.contains("FGCOLOR RGB=\"FF0"), "no cell is black");
}

#[test]
fn a_workbook_has_the_logo_at_its_head_and_covers_nothing_with_it() {
    let desk = Desk::with(&[
        ("reis.json", include_str!("../../fixtures/mediacollege.json")),
        ("my.toml", "[logo]\nfile = \"logo.svg\"\n"),
        (
            "logo.svg",
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>"##,
        ),
    ]);
    for fill in ["all", "none"] {
        ends(&desk.run(&format!("export reis.json --fill {fill} -o zonder.xlsx --force")), 0);
        ends(&desk.run(&format!("export reis.json --fill {fill} --theme my.toml -o met.xlsx --force")), 0);
        let (without, with) = (parts(&desk.read("zonder.xlsx")), parts(&desk.read("met.xlsx")));
        let drawing = &with["xl/drawings/drawing1.xml"];
        assert!(drawing.contains("descr=\"logo\"") && with.contains_key("xl/media/image1.png"), "{drawing}");
        // It stands in the first row, which has no cell.
        let picture = drawing.split("<xdr:twoCellAnchor").find(|anchor| anchor.contains("<xdr:pic>")).unwrap();
        let row = |end: &str| {
            picture.split(end).nth(1).unwrap().split("<xdr:row>").nth(1).unwrap().split('<').next().unwrap().to_owned()
        };
        assert_eq!((row("<xdr:from>"), row("<xdr:to>")), ("0".to_owned(), "0".to_owned()), "{picture}");
        let sheet = &with["xl/worksheets/sheet1.xml"];
        assert!(!sheet.contains("r=\"A1\"") && sheet.contains("r=\"A2\""), "{}", &sheet[..1500]);
        // Everything else is one row lower, and comes back.
        let cells = |sheet: &str| sheet.matches("<c r=").count();
        assert_eq!(cells(sheet), cells(&without["xl/worksheets/sheet1.xml"]));
        for name in ["zonder", "met"] {
            ends(&desk.run(&format!("import {name}.xlsx -o {name}.json --force")), 0);
        }
        assert_eq!(desk.text("met.json"), desk.text("zonder.json"), "{fill}");
    }
}

/// Ink on the first page of a drawing: black, and what cyan, magenta and yellow add to it, as a share of the page.
fn ink(scene: &Scene) -> f64 {
    let pixels = pdf_to_pixels(&crate::support::pdf(scene, SETTER.fonts()), 0, 1);
    let mut ink = 0_u64;
    for pixel in pixels.rgba.as_chunks::<4>().0 {
        let [r, g, b, _] = pixel.map(u64::from);
        // (255 − most) + (most − r) + (most − g) + (most − b)
        ink += 255 + 2 * r.max(g).max(b) - r - g - b;
    }
    ink as f64 / 255.0 / (pixels.rgba.len() / 4) as f64
}

/// The first page of a drawing without its text.
fn wordless(scene: &Scene) -> Scene {
    fn strip(nodes: &mut Vec<Node>) {
        nodes.retain_mut(|node| match node {
            Node::Text(_) | Node::Missing(_) => false,
            Node::Group(group) => {
                strip(&mut group.nodes);
                true
            }
            Node::Link(link) => {
                strip(&mut link.nodes);
                true
            }
            Node::Path(_) | Node::Image(_) => true,
        });
    }
    let mut scene = scene.clone();
    scene.pages.truncate(1);
    strip(&mut scene.pages[0].nodes);
    scene
}

/// Journeys so full that text at its least size alone takes more than a quarter of the ink of `color`.
/// The signs of a timeline stand as close as its text there, and take up to two fifths of what is no text.
const FULL: [(&str, &str); 5] =
    [("matrix", "overvol"), ("map", "overvol"), ("timeline", "overvol"), ("timeline", "planboard"), ("timeline", "woning")];

/// Where this share of the page is all that has ink besides text, nothing is filled and there is nothing to save: a template of fields.
const LINES_ALONE: f64 = 0.01;

#[test]
fn print_takes_a_third_of_the_ink_at_the_most() {
    let print = Theme::named("print").unwrap();
    for layout in LAYOUTS.iter().filter(|layout| matches!(layout.make, Make::Drawn(_))) {
        for (name, journey) in crate::support::fixtures() {
            let of = |theme: &Theme| {
                let scene = dressed(&journey, layout, "A1", theme).unwrap().made;
                (ink(&scene), ink(&wordless(&scene)))
            };
            let ((all, surfaces), (print_all, print_surfaces)) = (of(&Theme::default()), of(&print));
            let (share, of_surfaces) = (print_all / all, print_surfaces / surfaces);
            let text = print_all - print_surfaces;
            println!(
                "{} {name}: {share:.3} of the ink, {:.3} of it by text alone, {of_surfaces:.3} of what is no text, which was {surfaces:.4}",
                layout.name,
                text / all
            );
            if surfaces < LINES_ALONE {
                assert!(share <= 1.0, "{name} as {} takes {share}", layout.name);
                continue;
            }
            let full = layout.name == "timeline" && FULL.contains(&(layout.name, name.as_str()));
            let most = if full { 0.4 } else { 1.0 / 3.0 };
            assert!(of_surfaces <= most, "{name} as {} takes {of_surfaces} of what is no text", layout.name);
            assert!(
                share <= 1.0 / 3.0 || FULL.contains(&(layout.name, name.as_str())),
                "{name} as {} takes {share}",
                layout.name
            );
            assert!(share <= 1.0 / 3.0 || text / all > 0.25, "{name} as {} takes {share}", layout.name);
        }
    }
}

#[test]
fn print_draws_all_curves_as_wide_whatever_colour_they_have_else() {
    let lanes: Vec<_> = (0..4)
        .map(|nth| serde_json::json!({ "id": format!("c{nth}"), "kind": "emotion", "title": format!("Wie {nth}") }))
        .collect();
    let phase = |nth: i64| {
        let cells: serde_json::Map<_, _> =
            (0..4).map(|curve| (format!("c{curve}"), ((nth * 3 + curve * 2) % 5 - 2).into())).collect();
        serde_json::json!({ "title": format!("Fase {nth}"), "cells": cells })
    };
    let phases: Vec<_> = (0..5).map(phase).collect();
    let whole = serde_json::json!({ "klantreis": 1, "title": "Vier", "language": "nl", "lanes": lanes, "phases": phases });
    let journey = klantreis::read::json(&whole.to_string()).unwrap();
    let layout = LAYOUTS.iter().find(|layout| layout.name == "map").unwrap();
    let scene = dressed(&journey, layout, "A1", &Theme::named("print").unwrap()).unwrap().made;
    let mut widths: Vec<f64> = Vec::new();
    walk(&scene.pages[0].nodes, &mut |step| {
        let Step::Path(path) = step else { return };
        let curved = path.segments.len() > 8 && crate::timeline::bounds(path).width.0 > 100.0;
        if let (Some(stroke), true, true) = (&path.stroke, curved, !path.segments.contains(&Segment::Close)) {
            widths.extend((stroke.color != Color::WHITE).then_some(stroke.width.0));
        }
    });
    let most = widths.iter().copied().fold(0.0, f64::max);
    let broad = widths.iter().filter(|width| **width > most * 0.9).count();
    assert!(broad >= 4 && widths.iter().all(|width| *width > most * 0.5), "{widths:?}");
}

#[test]
fn print_is_in_greys() {
    let print = Theme::named("print").unwrap();
    for (name, journey) in crate::support::fixtures() {
        for laid in LAYOUTS.iter().filter_map(|layout| dressed(&journey, layout, "A2", &print)) {
            for color in colors(&laid.made) {
                assert!(color[1..3] == color[3..5] && color[3..5] == color[5..7], "{name}: {color}");
            }
            for (text, color) in texts(&laid.made) {
                assert!(color.contrast(Color::WHITE) >= 7.0, "{name}: {text} in {}", color.hex());
            }
        }
    }
}

#[test]
fn photographs_are_in_grey_where_ink_is_saved() {
    let desk = Desk::with(&[]);
    let fixture = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/planboard.json");
    let photos = |theme: &str| {
        let done = desk.run(&format!("export {} --theme {theme} --layout timeline --paper A2 -o {theme}.svg", fixture.display()));
        ends(&done, 0);
        let svg = fs::read_to_string(desk.path(&format!("{theme}.svg"))).unwrap();
        (svg.matches("data:image/jpeg").count(), svg.matches("data:image/").count())
    };
    let (color, print) = (photos("color"), photos("print"));
    assert!(color.0 > 0, "{color:?}");
    assert_eq!(print, (0, color.1), "as many pictures, and none as it came");
}

fn malformed() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/invalid/themes");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    assert!(files.len() >= 6);
    files
}

#[test]
fn malformed_and_doubtful_themes_are_answered_with_their_places() {
    for path in malformed() {
        let text = fs::read_to_string(&path).unwrap();
        let name = path.file_name().unwrap().to_str().unwrap();
        let said = match Theme::from_toml("theme", &text) {
            Ok((_, warnings)) => {
                assert!(name.starts_with("theme-"), "{name} is read");
                warnings
            }
            Err(problems) => {
                assert!(problems.iter().all(|problem| problem.code.severity() == Severity::Error), "{name}");
                problems
            }
        };
        assert!(!said.is_empty() && said.iter().all(|said| said.span.is_some() && said.help.is_some()), "{name}: {said:?}");
        let source = Source { name, text: &text };
        let shown: Vec<_> = said.iter().map(|said| render(said, source, MessageFormat::Human, false)).collect();
        let golden = format!("invalid/themes/{}.expected.txt", name.trim_end_matches(".toml"));
        crate::support::documents::assert_golden(&golden, &shown.join("\n"));
    }
}

#[test]
fn a_theme_of_ones_own_is_found_written_checked_and_put_on() {
    let journey = include_str!("../../fixtures/mediacollege.json");
    let logo =
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>"##;
    let own = "hues = [\"#003b5c\"]\nfooter = \"Bureau Noord\"\n[logo]\nfile = \"logo.svg\"\nplace = \"top-left\"\n";
    let desk = Desk::with(&[("reis.json", journey), ("huis/my.toml", own), ("huis/logo.svg", logo), ("bad.toml", "inkt = 3\n")]);
    ends(&desk.run("export reis.json --theme huis/my.toml --strict --text outlines -o a.svg"), 0);
    let svg = desk.text("a.svg");
    assert!(svg.contains("#003b5c") && svg.contains("#cc0000"), "hue and logo");
    let said = desk.run("export reis.json --theme prnt -o b.svg");
    ends(&said, 2);
    assert!(said.err.contains("did you mean `print`?"), "{}", said.err);
    let said = desk.run("export reis.json --theme bad.toml -o b.svg --message-format json");
    ends(&said, 2);
    let problem = &records(&said.err)[0];
    assert_eq!((problem["code"].as_str(), problem["line"].as_u64()), (Some("unknown-field"), Some(1)), "{problem}");
    // A logo that is not there is a warning, and the rest is made.
    fs::remove_file(desk.path("huis/logo.svg")).unwrap();
    let said = desk.run("export reis.json --theme huis/my.toml --strict -o c.svg");
    ends(&said, 3);
    assert!(said.err.contains("huis/my.toml:4:8") && said.err.contains("picture-not-found"), "{}", said.err);
    // A font that is not there is wrong use.
    fs::write(desk.path("face.toml"), "face = \"Nergens\"\n").unwrap();
    for (line, code) in [("export reis.json --theme face.toml -o d.svg", 2), ("theme face.toml", 1)] {
        let said = desk.run(line);
        ends(&said, code);
        assert!(said.err.contains("face.toml:1:8") && said.err.contains("`Nergens`"), "{line}: {}", said.err);
    }
    fs::write(desk.path("face.toml"), "face = \"source sans 3\"\n").unwrap();
    ends(&desk.run("theme face.toml"), 0);
    // Written, it is the theme of the house.
    ends(&desk.run("theme --new new.toml"), 0);
    ends(&desk.run("theme --new new.toml"), 2);
    ends(&desk.run("theme new.toml --strict"), 0);
    ends(&desk.run("export reis.json -o e.svg"), 0);
    ends(&desk.run("export reis.json --theme new.toml -o f.svg"), 0);
    assert_eq!(desk.read("e.svg"), desk.read("f.svg"));
    ends(&desk.run("export reis.json --theme new.toml --to svg -o new.toml"), 2);
}
