//! The examples of layouts and formats of one's own: what they add is listed, documented and made.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use klantreis::journey::LaneKind;

/// An example program, built like the programs of the tests: at once when all tests are run, now when only some are.
fn example(name: &str) -> PathBuf {
    let build = ["build", "--quiet", "--profile", "test", "--example", name];
    let built = Command::new(env!("CARGO")).args(build).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap();
    assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    let program = Path::new(env!("CARGO_BIN_EXE_klantreis")).with_file_name("examples");
    program.join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

fn run(program: &Path, arguments: &[&str]) -> Output {
    Command::new(program).args(arguments).current_dir(env!("CARGO_MANIFEST_DIR")).output().unwrap()
}

/// What it says when all goes right.
fn said(program: &Path, arguments: &[&str]) -> String {
    let output = run(program, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// The letters and digits of all text in a drawing.
fn drawn(svg: &str) -> String {
    let document = roxmltree::Document::parse(svg).unwrap();
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    letters(&texts.filter_map(|text| text.text()).collect::<String>())
}

#[test]
fn each_stands_in_less_than_a_hundred_lines() {
    for name in ["own_layout", "own_format"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name).with_extension("rs");
        let lines = std::fs::read_to_string(path).unwrap().lines().count();
        assert!(lines < 100, "{name} has {lines} lines");
    }
}

#[test]
fn a_layout_of_ones_own_is_listed_documented_and_drawn() {
    let program = example("own_layout");
    let listed = said(&program, &["list", "layouts"]);
    let row = listed.lines().find(|line| line.starts_with("reading-list ")).unwrap();
    assert!(row.contains("drawn") && row.contains("svg,pdf") && row.contains("Touchpoints below each other"), "{row}");
    assert!(said(&program, &["export", "--help"]).contains("reading-list"));

    let folder = tempfile::tempdir().unwrap();
    for fixture in ["mediacollege", "lejebil", "planboard"] {
        let (input, out) = (format!("fixtures/{fixture}.json"), folder.path().join(format!("{fixture}.svg")));
        said(&program, &["export", &input, "--layout", "reading-list", "--paper", "A1", "-o", out.to_str().unwrap()]);
        let drawn = drawn(&std::fs::read_to_string(out).unwrap());
        let text = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(input)).unwrap();
        let journey = klantreis::read::json(&text).unwrap();
        assert!(drawn.contains(&letters(&journey.phases[0].title)), "{fixture}");
        let touchpoints = journey.lanes.iter().enumerate().filter(|(_, lane)| lane.kind == LaneKind::Touchpoint);
        let cells = touchpoints.flat_map(|(lane, _)| journey.phases.iter().map(move |phase| &phase.cells[lane]));
        let said: Vec<_> = cells.flatten().filter_map(|item| item.text.as_deref()).collect();
        assert!(!said.is_empty(), "{fixture} has touchpoints");
        for text in said {
            assert!(drawn.contains(&letters(text)), "{fixture} lacks {text}");
        }
    }
    let pdf = folder.path().join("reis.pdf");
    said(&program, &["export", "fixtures/mini.json", "--layout", "reading-list", "-o", pdf.to_str().unwrap()]);
    assert!(std::fs::read(pdf).unwrap().starts_with(b"%PDF"));
    let first = said(
        &program,
        &["export", "-", "--to", "svg"]
            .map(|word| if word == "-" { "fixtures/mini.json" } else { word })
            .into_iter()
            .chain(["-o", "-"])
            .collect::<Vec<_>>(),
    );
    let plain = said(Path::new(env!("CARGO_BIN_EXE_klantreis")), &["export", "fixtures/mini.json", "--to", "svg", "-o", "-"]);
    assert_eq!(first, plain, "unasked, the built-in layout is drawn");
}

#[test]
fn a_format_of_ones_own_is_listed_documented_and_written() {
    let program = example("own_format");
    let listed = said(&program, &["list", "formats", "--json"]);
    assert!(listed.contains("\"html\"") && listed.contains("\"text/html\""), "{listed}");
    assert!(
        said(&program, &["list", "layouts"]).lines().any(|line| line.starts_with("matrix") && line.contains("svg,pdf,png,html"))
    );
    assert!(said(&program, &["export", "--help"]).contains("A web page with the whole poster in it"));

    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("reis.html");
    said(&program, &["export", "fixtures/overvol.json", "--paper", "A4", "-o", out.to_str().unwrap()]);
    let html = std::fs::read_to_string(&out).unwrap();
    let svg = folder.path().join("svg/");
    said(&program, &["export", "fixtures/overvol.json", "--paper", "A4", "--to", "svg", "-o", svg.to_str().unwrap()]);
    let mut pages: Vec<_> = std::fs::read_dir(svg).unwrap().map(|entry| entry.unwrap().path()).collect();
    pages.sort();
    assert!(pages.len() > 1 && html.starts_with("<!DOCTYPE html>\n<html lang=\"nl\">"), "{} pages", pages.len());
    assert_eq!(html.matches("xmlns=\"http://www.w3.org/2000/svg\"").count(), pages.len());
    for page in pages {
        assert!(html.contains(&std::fs::read_to_string(page).unwrap()), "each page is in it as it is alone");
    }
    assert!(!html.contains("src=\"") && !html.contains("<link"), "it stands alone");
}

#[test]
fn a_reason_of_ones_own_is_said_as_it_is() {
    let program = example("own_format");
    let out = tempfile::tempdir().unwrap();
    let path = out.path().join("reis.html");
    let arguments = ["export", "fixtures/mini.json", "-o", path.to_str().unwrap()];
    let output =
        Command::new(&program).args(arguments).env("OWN_STYLE", "</style>").current_dir(env!("CARGO_MANIFEST_DIR")).output();
    let output = output.unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("cannot be written as html: the style sheet ends before its end"), "{said}");
    assert!(!said.contains("report it") && !path.exists(), "{said}");
}

#[test]
fn what_is_not_there_is_refused_with_what_there_is() {
    let program = example("own_format");
    let output = run(&program, &["export", "fixtures/mini.json", "--to", "htm"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("[possible values: svg, pdf, png, xlsx, csv, html]"), "{said}");
}
