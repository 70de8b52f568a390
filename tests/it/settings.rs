//! Settings of a folder: what the command line leaves unsaid, and where it comes from.

use std::fs;

use crate::support::desk::{Desk, ends, records};
use klantreis::layout::{LAYOUTS, Layout, Make, Part};
use serde_json::Value;

const JOURNEY: &str = include_str!("../../fixtures/mediacollege.json");
const SETTINGS: &str =
    "# Of our class.\npaper = \"A1\"\ntheme = \"huis.toml\"\nlayouts = [\"tidy\"]\nname = \"{class}_{title}\"\n";

fn desk() -> Desk {
    Desk::with(&[
        ("klas/reis.json", JOURNEY),
        ("klas/klantreis.toml", SETTINGS),
        ("klas/huis.toml", "hues = [\"#003b5c\"]\n"),
        ("los/reis.json", JOURNEY),
    ])
}

const LOGO: &str =
    r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10"><rect width="30" height="10" fill="#c00"/></svg>"##;

/// The width in millimetres that an SVG says it has.
fn width(svg: &str) -> f64 {
    let start = svg.find("width=\"").unwrap() + 7;
    svg[start..].split("mm").next().unwrap().parse().unwrap()
}

#[test]
fn a_folder_sets_what_the_command_line_leaves_unsaid() {
    let desk = desk();
    ends(&desk.run("export klas --to svg,csv --text outlines -o uit/"), 0);
    let names: Vec<String> = desk.files().into_iter().filter(|name| name.starts_with("uit/")).collect();
    assert_eq!(names, ["uit/MEP2_Naar het Mediacollege.csv", "uit/MEP2_Naar het Mediacollege.svg"]);
    let svg = desk.text(&names[1]);
    assert!((width(&svg) - 841.0).abs() < 0.01 && svg.contains("#003b5c"));
    assert!(
        desk.text(&names[0]).trim_start_matches('\u{feff}').starts_with("journey;"),
        "the tidy table: {}",
        &desk.text(&names[0])[..60]
    );
    // A folder that is still to be made is one without a stroke behind it as well.
    ends(&desk.run("export klas/reis.json --to svg -o nieuw"), 0);
    assert!(desk.path("nieuw/MEP2_Naar het Mediacollege.svg").exists(), "{:?}", desk.files());
    // What is said on the command line wins, and a file that is named keeps its name.
    ends(&desk.run("export klas/reis.json --paper A4 --theme color --text outlines -o een.svg"), 0);
    let svg = desk.text("een.svg");
    assert!(width(&svg) < 297.1 && !svg.contains("#003b5c"));
    // Elsewhere, and without them, all is as ever.
    ends(&desk.run("export los/reis.json -o los.svg"), 0);
    ends(&desk.run("export klas/reis.json --no-config -o zonder.svg"), 0);
    assert_eq!(desk.read("los.svg"), desk.read("zonder.svg"));
    // Settings are read, and never written over; two of them are one too many.
    ends(&desk.run("export klas/reis.json --to svg -o klas/klantreis.toml"), 2);
    fs::write(desk.path("los/klantreis.toml"), "paper = \"A2\"\n").unwrap();
    let both = desk.run("export klas/reis.json los/reis.json -o beide/");
    ends(&both, 2);
    assert!(both.err.contains("--no-config"), "{}", both.err);
}

#[test]
fn what_is_in_force_is_listed_with_where_it_comes_from() {
    let desk = desk();
    let done = desk.run("list settings klas --json");
    ends(&done, 0);
    let entries: Vec<Value> = serde_json::from_slice(&done.out).unwrap();
    let of = |name: &str| entries.iter().find(|entry| entry["name"] == name).unwrap();
    assert_eq!(of("paper")["value"], "A1");
    assert!(of("paper")["from"].as_str().unwrap().ends_with("klantreis.toml:2"), "{}", of("paper"));
    assert_eq!(of("language")["from"], "built in");
    ends(&desk.run("list settings"), 0);
}

#[test]
fn malformed_settings_are_answered_with_their_places() {
    let folder = format!("{}/fixtures/invalid/settings", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    assert!(files.len() >= 3);
    for path in files {
        let desk = Desk::with(&[("reis.json", JOURNEY), ("klantreis.toml", &fs::read_to_string(&path).unwrap())]);
        let done = desk.run("export reis.json -o a.svg --message-format json");
        ends(&done, 2);
        let said = records(&done.err);
        let shown: Vec<String> = said
            .iter()
            .filter(|record| record["line"].is_u64())
            .map(|record| format!("{}:{} {} {}\n", record["line"], record["column"], record["code"], record["message"]))
            .collect();
        assert!(!shown.is_empty(), "{}", done.err);
        let name = path.file_stem().unwrap().to_str().unwrap();
        crate::support::documents::assert_golden(&format!("invalid/settings/{name}.expected.txt"), &shown.concat());
        assert!(!desk.path("a.svg").exists());
        ends(&desk.run("export reis.json -o a.svg --no-config"), 0);
    }
}

/// A journey with every part, and the same without one of them.
fn with_and_without(part: Part) -> (Value, Value) {
    let whole: Value = serde_json::from_str(include_str!("../samples/every-field.json")).unwrap();
    let mut less = whole.clone();
    match part {
        Part::Links => drop(less.as_object_mut().unwrap().remove("links")),
        Part::Measurements => drop(less.as_object_mut().unwrap().remove("measurements")),
        Part::Opportunities => drop(less.as_object_mut().unwrap().remove("opportunities")),
        Part::Storyboard => drop(less.as_object_mut().unwrap().remove("storyboard")),
        Part::Lanes => {
            for phase in less["phases"].as_array_mut().unwrap() {
                phase["cells"].as_object_mut().unwrap().remove("goal");
            }
        }
        Part::Descriptions => {
            for phase in less["phases"].as_array_mut().unwrap() {
                phase.as_object_mut().unwrap().remove("description");
            }
        }
        Part::Empathy => {
            for persona in less["personas"].as_array_mut().unwrap() {
                persona.as_object_mut().unwrap().remove("empathy");
            }
        }
        Part::Personas => {
            for persona in less["personas"].as_array_mut().unwrap() {
                for field in ["lifestyle", "character", "generation", "interests", "opinions", "media", "evidence", "product"] {
                    persona.as_object_mut().unwrap().remove(field);
                }
            }
        }
    }
    (whole, less)
}

#[test]
fn a_layout_shows_the_parts_that_it_says_it_shows_and_no_others() {
    let dump = |layout: &Layout, journey: &Value| {
        let journey = klantreis::read::json(&journey.to_string()).unwrap();
        let formats = match layout.make {
            Make::Drawn(_) => "svg",
            Make::Tabular(_) => "csv",
        };
        let registry = klantreis::registry::Registry::built_in();
        let selection = klantreis::export::Selection::new(registry, &[formats], &[layout.name]).unwrap();
        let typesetter = klantreis::text::Typesetter::new(klantreis::text::Fonts::bundled());
        let made = klantreis::export::export(&journey, &selection, &klantreis::export::Options::default(), &typesetter).unwrap();
        made.outputs.into_iter().map(|output| output.bytes).collect::<Vec<_>>()
    };
    for part in Part::ALL {
        let name = part.said();
        let (whole, less) = with_and_without(part);
        assert_ne!(whole, less, "{name}");
        for layout in LAYOUTS {
            let shows = dump(layout, &whole) != dump(layout, &less);
            assert_eq!(layout.parts.contains(&part), shows, "{} and {name}", layout.name);
        }
    }
}

#[test]
fn what_no_layout_shows_is_said_once_with_those_that_do() {
    let desk = Desk::with(&[("reis.json", include_str!("../samples/every-field.json"))]);
    let said = |arguments: &str| {
        let done = desk.run(&format!("export reis.json {arguments} --message-format json"));
        let said: Vec<Value> = records(&done.err).into_iter().filter(|record| record["code"] == "not-shown").collect();
        assert!(said.len() <= 1, "{}", done.err);
        said.into_iter().next()
    };
    let matrix = said("--layout matrix --to svg,pdf -o uit/").unwrap();
    assert_eq!(matrix["severity"], "note");
    let message = matrix["message"].as_str().unwrap();
    assert!(message.starts_with("the layout `matrix` does not show") && message.contains("the links"), "{message}");
    assert!(matrix["help"].as_str().unwrap().contains("`map` shows the links"), "{matrix}");
    assert!(
        said("--layout map --to svg -o uit/").unwrap()["help"].as_str().unwrap().contains("`storyboard` shows the storyboard")
    );
    assert_eq!(said("-o alles/"), None, "workbook and map show all of it together");
}

#[test]
fn a_check_takes_the_settings_of_its_folder_and_passes_over_what_it_is_made_with() {
    let desk = desk();
    fs::write(desk.path("klas/logo.svg"), LOGO).unwrap();
    fs::write(desk.path("klas/huis.toml"), "hues = [\"#003b5c\"]\n[logo]\nfile = \"logo.svg\"\n").unwrap();
    let fits = |arguments: &str| -> Vec<Value> {
        let done = desk.run(&format!("check {arguments} --message-format json"));
        ends(&done, 0);
        records(&done.err).into_iter().filter(|record| record["code"] == "fit").map(|record| record["fit"].clone()).collect()
    };
    assert_eq!(fits("klas/reis.json")[0]["paper"], "A1", "and the layouts that are drawn");
    assert_eq!(fits("klas/reis.json --paper A2")[0]["paper"], "A2");
    assert_eq!(fits("klas/reis.json --no-config --layout matrix")[0]["paper"], "A3");
    assert_eq!(fits("klas/reis.json --no-config").len(), 0, "nobody asked");
    // Settings, theme and logo are no hand-ins; nor are rules.
    ends(&desk.run("list rules --toml"), 0);
    fs::write(desk.path("klas/regels.toml"), desk.run("list rules --toml").out).unwrap();
    let done = desk.run("check klas --rules klas/regels.toml --report klas.html --report klas.xlsx --report klas.json");
    ends(&done, 0);
    assert!(done.err.contains("1 journey valid") && !done.err.contains("failed"), "{}", done.err);
    assert!(!done.err.contains("note[fit]"), "of many only to those who want to know all: {}", done.err);
    ends(&desk.run("check klas --no-config --rules klas/regels.toml"), 1);
    // The report takes hue and logo.
    let page = desk.text("klas.html");
    assert!(page.contains("--band:#003b5c") && page.contains("src=\"data:image/png;base64,"), "{}", &page[..2000]);
    assert!(page.contains("alt=\"logo\""));
    let book = crate::themes::parts(&desk.read("klas.xlsx"));
    assert!(book["xl/styles.xml"].to_uppercase().contains("003B5C") && book.contains_key("xl/media/image1.png"));
    // Passed over, they are told in the data.
    let told: Value = serde_json::from_slice(&desk.read("klas.json")).unwrap();
    let passed: Vec<&str> =
        told["passed_over"].as_array().unwrap().iter().map(|passed| passed["why"].as_str().unwrap()).collect();
    assert_eq!(passed, ["the theme", "the settings of a folder", "the logo of the theme", "the file of rules"]);
    fs::write(desk.path("klas/klantreis.toml"), "papper = \"A1\"\n").unwrap();
    for command in ["check klas", "export klas --combine -o alles.csv", "new -o klas/nieuw.xlsx", "import klas -o uit/"] {
        let done = desk.run(command);
        ends(&done, 2);
        assert!(done.err.contains("did you mean `paper`?"), "{command}: {}", done.err);
        let unset = command.replace("klas ", "klas/reis.json ").replace("check klas", "check klas/reis.json");
        ends(&desk.run(&format!("{unset} --no-config")), 0);
    }
}

#[test]
fn what_is_new_is_in_the_language_and_the_looks_of_its_folder() {
    let desk = desk();
    fs::write(desk.path("klas/logo.svg"), LOGO).unwrap();
    fs::write(desk.path("klas/huis.toml"), "hues = [\"#003b5c\"]\n[logo]\nfile = \"logo.svg\"\n").unwrap();
    fs::write(desk.path("klas/klantreis.toml"), "theme = \"huis.toml\"\nlanguage = \"da\"\n").unwrap();
    let language = |arguments: &str| {
        ends(&desk.run(&format!("new --force {arguments} -o klas/nieuw.json")), 0);
        klantreis::read::json(&desk.text("klas/nieuw.json")).unwrap().language.tag
    };
    assert_eq!((language(""), language("--language nl"), language("--no-config")), ("da".into(), "nl".into(), "en".into()));
    let book = |arguments: &str| {
        ends(&desk.run(&format!("new --force {arguments} -o klas/nieuw.xlsx")), 0);
        crate::themes::parts(&desk.read("klas/nieuw.xlsx"))
    };
    assert!(book("")["xl/styles.xml"].to_uppercase().contains("003B5C"));
    assert!(book("").contains_key("xl/media/image1.png") && !book("--theme color").contains_key("xl/media/image1.png"));
    ends(&desk.run("check klas/nieuw.xlsx --no-config"), 0);
    ends(&desk.run("new --theme klas/huis.toml -o klas/huis.toml"), 2);
}

#[test]
fn tables_are_read_in_the_language_of_their_folder() {
    let table = "Reis;A;B\nDoel;een;twee\nTouchpoint;drie;vier\n";
    let desk = Desk::with(&[("in/reis.csv", table), ("in/klantreis.toml", "language = \"da\"\n")]);
    let said = |command: &str| {
        let done = desk.run(command);
        ends(&done, 0);
        done.text().to_owned()
    };
    assert!(
        said("export in/reis.csv --to csv --layout tidy -o -").contains(";da;"),
        "{}",
        said("export in/reis.csv --to csv --layout tidy -o -")
    );
    assert!(said("export in --combine -o -").contains(",da,"));
    assert!(!said("export in --combine --no-config -o -").contains(",da,"));
}

#[test]
fn what_is_wrong_with_settings_and_themes_is_said_in_three_languages() {
    let desk = Desk::with(&[
        (
            "reis.json",
            r#"{ "klantreis": 1, "title": "T", "language": "nl", "phases": [{ "title": "A", "cells": { "goal": "x" } }] }"#,
        ),
        ("klantreis.toml", "papper = \"A1\"\nname = 3\n"),
        ("bad.toml", "ink = 3\ntints = [\"#ffffff\"]\n[logo]\nplace = \"left\"\n"),
    ]);
    for (language, settings, theme) in [
        ("en", ["there is no setting", "`name` is a text, not a number"], ["is a colour, not a number", "1 tint for 6 hues"]),
        (
            "nl",
            ["er is geen instelling", "`name` is een tekst, en dit is een getal"],
            ["en dit is een getal", "1 tint bij 6 kleuren"],
        ),
        (
            "da",
            ["der er ingen indstilling", "`name` er en tekst, og dette er et tal"],
            ["og dette er et tal", "1 tone til 6 farver"],
        ),
    ] {
        for (line, code, wanted) in [("export reis.json --to svg", 2, settings), ("theme bad.toml", 1, theme)] {
            let said = desk.run(&format!("{line} --lang {language}"));
            ends(&said, code);
            let plain = |text: &str| text.replace(['`', '‘', '’', '“', '”', '„', '»', '«'], "");
            for wanted in wanted {
                assert!(plain(&said.err).contains(&plain(wanted)), "{wanted}: {}", said.err);
            }
        }
    }
}
