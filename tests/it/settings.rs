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
    for (part, name) in Part::ALL {
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
fn the_fit_of_a_poster_is_told_with_the_smallest_paper_that_would_do() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    let fits = |command: &str| -> Vec<Value> {
        let done = desk.run(&format!("{command} --message-format json"));
        ends(&done, 0);
        records(&done.err).into_iter().filter(|record| record["code"] == "fit").collect()
    };
    let checked = fits("check reis.json --paper A1 --layout matrix");
    let [fit] = checked.as_slice() else { panic!("{checked:?}") };
    assert_eq!(fit["severity"], "note");
    let message = fit["message"].as_str().unwrap();
    let cells = crate::poster_rules::cell_size(&crate::matrix::lay(&crate::matrix::fixture("mediacollege"), "A1", None).made);
    assert!(message.contains(&format!("cells {cells} pt")) && message.contains("1 page of A1"), "{message}");
    assert!(message.starts_with("title ") && message.ends_with("which is read from 3, 1.6 and 0.9 m"), "{message}");
    assert!(fit["pointer"].as_str().unwrap().starts_with("/phases/") && fit["line"].is_u64(), "{fit}");
    let help = fit["help"].as_str().unwrap();
    assert!(help.contains("characters less") && help.contains("sheet"), "{help}");
    // It is the smallest: on it there is one page, and on the one before more.
    let papers = ["A4", "A3", "A2", "A1", "A0", "2A0", "4A0"];
    let smallest = papers.iter().position(|paper| help.contains(&format!("one page is {paper},"))).expect(help);
    let pages = |paper: &str| crate::matrix::lay(&crate::matrix::fixture("mediacollege"), paper, None).made.pages.len();
    assert_eq!(pages(papers[smallest]), 1);
    assert!(smallest == 0 || pages(papers[smallest - 1]) > 1);
    // An export tells it when all is asked for, and `check` of no paper does not.
    assert_eq!(fits("export reis.json --paper A1 --to pdf --verbose -o uit/").len(), 1);
    assert_eq!(fits("export reis.json --paper A1 --to pdf -o uit/").len() + fits("check reis.json").len(), 0);
    ends(&desk.run("check reis.json --layout matrix"), 2);
    ends(&desk.run("check reis.json --paper A5 --distance 3m"), 2);
}
