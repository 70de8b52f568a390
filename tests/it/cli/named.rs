//! How inputs and choices may be named: lists, patterns that no shell has expanded, other words and other case.

use std::collections::BTreeMap;

use super::{COMPLETE, JOURNEY};
use crate::support::desk::{Desk, Done, ends};

/// The files below `out/` and what is in them.
fn made(desk: &Desk) -> BTreeMap<String, Vec<u8>> {
    let names = desk.files().into_iter().filter(|name| name.starts_with("out/"));
    names.map(|name| (name.clone(), desk.read(&name))).collect()
}

fn names(desk: &Desk) -> Vec<String> {
    made(desk).into_keys().collect()
}

fn piped(desk: &Desk, line: &str, input: &[u8]) -> Done {
    desk.run_arguments(&line.split_whitespace().collect::<Vec<_>>(), input, &[])
}

/// Journeys of the same name in several folders, and names that are hard to hand on.
const CLASS: [&str; 5] = ["klas/a/reis.json", "klas/b/reis.json", "klas/b/een reis.json", "klas/ἀ *.json", "los.json"];

fn class() -> Desk {
    let titled = |name: &str| JOURNEY.replace("Reis", name);
    let texts = CLASS.map(titled);
    Desk::with(&CLASS.iter().zip(&texts).map(|(name, text)| (*name, text.as_str())).collect::<Vec<_>>())
}

#[test]
fn a_list_names_inputs_in_lines_or_with_nul_and_from_the_standard_input() {
    let outputs = ["out/klas/a/reis.csv", "out/klas/b/een reis.csv", "out/klas/b/reis.csv", "out/klas/ἀ -.csv", "out/los.csv"];
    let lists =
        [CLASS.join("\n"), CLASS.map(|name| format!("./{name}\0")).concat(), CLASS.map(|name| format!("{name}\r\n")).concat()];
    for list in &lists {
        let desk = class();
        ends(&piped(&desk, "export --files-from - --to csv -o out", list.as_bytes()), 0);
        assert_eq!(names(&desk), outputs, "{list:?}");
        let desk = class();
        std::fs::write(desk.path("list.txt"), list).unwrap();
        ends(&desk.run("export --files-from list.txt --to csv -o out"), 0);
        assert_eq!(names(&desk), outputs, "{list:?}");
    }
    let desk = class();
    for line in ["check --files-from -", "fmt --files-from -", "import --files-from - -o json/"] {
        ends(&piped(&desk, line, CLASS.join("\n").as_bytes()), 0);
    }
    assert!(desk.files().contains(&"json/klas/b/reis.json".to_owned()), "{:?}", desk.files());
    let merged = piped(&desk, "merge --files-from -", b"klas/a/reis.json\nlos.json\n");
    assert!(merged.code == 0 && merged.text().contains("\"klantreis\""), "{}", merged.err);
}

#[test]
fn runs_on_halves_of_a_list_write_what_one_run_on_all_of_it_does() {
    let whole = class();
    ends(&piped(&whole, "export --files-from - --to csv,svg -o out", CLASS.join("\n").as_bytes()), 0);
    assert_eq!(made(&whole).len(), 2 * CLASS.len());
    for cut in 1..CLASS.len() {
        let desk = class();
        for half in [&CLASS[..cut], &CLASS[cut..]] {
            ends(&piped(&desk, "export --files-from - --to csv,svg -o out", half.join("\n").as_bytes()), 0);
        }
        assert!(made(&desk) == made(&whole), "cut at {cut}: {:?}", names(&desk));
    }
}

#[test]
fn folders_of_a_list_are_walked_and_what_is_missing_stops_nothing() {
    let desk = class();
    let done = piped(&desk, "export --files-from - los.json --to csv -o out", b"weg.json\nklas/b\n-\n*.json\n");
    ends(&done, 1);
    assert_eq!(names(&desk), ["out/klas/b/een reis.csv", "out/klas/b/reis.csv", "out/los.csv"]);
    for missing in ["weg.json: cannot be read", " -: cannot be read", "*.json: cannot be read"] {
        assert!(done.err.contains(missing), "{missing} in {}", done.err);
    }
}

#[test]
fn a_list_that_names_nothing_or_is_not_there_is_said() {
    let desk = class();
    let empty = piped(&desk, "export --files-from - -o out", b"\n\n");
    assert!(empty.code == 1 && empty.err.contains("the list <stdin> names no input"), "{}", empty.err);
    let missing = desk.run("check --files-from none.txt");
    assert!(missing.code == 2 && missing.err.contains("the list none.txt cannot be read"), "{}", missing.err);
    ends(&desk.run("check --files-from - -"), 2);
    ends(&desk.run("check"), 2);
    let list = JOURNEY.replace('\n', " ");
    let desk = Desk::with(&[("reis.json", JOURNEY), ("reis.csv", &format!("reis.json\n{list}"))]);
    let done = desk.run("export --files-from reis.csv --to csv --force");
    assert!(done.err.contains("is the list of inputs and is not overwritten"), "{}", done.err);
    assert!(desk.text("reis.csv").starts_with("reis.json\n"));
}

#[test]
fn a_pattern_that_no_shell_has_expanded_names_what_it_matches() {
    let desk = class();
    ends(&desk.run_arguments(&["export", "klas/*/reis.json", "l?s.json", "--to", "csv", "-o", "out"], b"", &[]), 0);
    assert_eq!(names(&desk), ["out/los.csv", "out/reis-2.csv", "out/reis.csv"]);
    // What is called so is meant, and nothing that it would match.
    let desk = class();
    ends(&desk.run_arguments(&["export", "klas/ἀ *.json", "--to", "csv", "-o", "out"], b"", &[]), 0);
    assert_eq!(names(&desk), ["out/ἀ -.csv"]);
    let one = desk.run_arguments(&["export", "klas/a/*.json", "-o", "out/een.csv"], b"", &[]);
    ends(&one, 0);
    let none = desk.run_arguments(&["check", "klas/*.xlsx"], b"", &[]);
    assert!(
        none.code == 1 && none.err.contains("klas/*.xlsx: cannot be read: there is no file of that name, and none"),
        "{}",
        none.err
    );
}

#[test]
fn names_are_known_in_any_case_and_by_other_words() {
    let plain = Desk::with(&[("reis.json", COMPLETE)]);
    ends(
        &plain.run("export reis.json --to svg,csv --layout matrix --fill titles --csv-dialect excel-nl --text outlines -o out"),
        0,
    );
    for line in [
        "export reis.json --to SVG,Csv --layout MATRIX --fill Titles --csv-dialect Excel-NL --text OUTLINES -o out",
        "convert reis.json --format svg,csv --layout matrix --fill titles --csv-dialect excel-nl --text outlines -o out",
    ] {
        let desk = Desk::with(&[("reis.json", COMPLETE)]);
        ends(&desk.run(line), 0);
        assert!(made(&desk) == made(&plain), "{line}: {:?}", names(&desk));
    }
    let desk = Desk::with(&[("reis.json", COMPLETE), ("a.csv", "Fase;A;B\nDoel;c;d\n")]);
    assert_eq!(desk.run("validate reis.json").err, desk.run("check reis.json").err);
    assert_eq!(
        desk.run("import a.csv --language NL --layout Matrix").out,
        desk.run("import a.csv --language nl --layout matrix").out
    );
    for other in ["NL", "Dutch", "nederlands"] {
        assert_eq!(desk.run(&format!("new --language {other}")).out, desk.run("new --language nl").out, "{other}");
    }
    assert_eq!(desk.run("list PAPERS").out, desk.run("list papers").out);
    for (line, meant) in [("check reis.json --format json", "'--message-format'"), ("export reis.json --threads 2", "'--jobs'")] {
        let suggested = desk.run(line);
        assert!(suggested.code == 2 && suggested.err.contains(meant), "{}", suggested.err);
    }
    assert!(!desk.run("fmt reis.json --threads 2").err.contains("--jobs"), "which fmt does not have");
    let unknown = desk.run("export reis.json --to docx");
    assert!(unknown.code == 2 && unknown.err.contains("[possible values: svg, pdf, png, xlsx, csv]"), "{}", unknown.err);
}
