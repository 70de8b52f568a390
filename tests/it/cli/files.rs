//! Which files are read, and which are written where.

use std::fs;

use klantreis::write::FORMATS;

use super::JOURNEY;
use crate::support::desk::{Desk, ends};

#[test]
fn all_formats_that_need_not_be_named_go_into_a_folder() {
    let desk = Desk::with(&[("mediacollege.json", JOURNEY)]);
    let done = desk.run("export mediacollege.json -o out/");
    ends(&done, 0);
    assert!(done.err.contains("4 files written to out/"), "{}", done.err);
    let mut expected: Vec<_> =
        FORMATS.iter().filter(|format| !format.on_request()).map(|format| format!("out/mediacollege.{}", format.name)).collect();
    expected.push("mediacollege.json".to_owned());
    expected.sort();
    assert_eq!(desk.files(), expected);
}

#[test]
fn without_an_output_files_go_to_the_current_folder() {
    let desk = Desk::with(&[("in/reis.json", JOURNEY)]);
    ends(&desk.run("export in/reis.json --to csv"), 0);
    assert_eq!(desk.files(), ["in/reis.json", "reis.csv"]);
}

#[test]
fn the_extension_decides_the_format() {
    for format in FORMATS {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let file = format!("a/kaart.{}", format.name.to_uppercase());
        ends(&desk.run(&format!("export reis.json -o {file}")), 0);
        let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("a/")).collect();
        assert_eq!(written.len(), 1, "{written:?}");
        assert!(written[0].eq_ignore_ascii_case(&file));
    }
}

#[test]
fn a_folder_is_mirrored_and_what_is_passed_over_is_listed() {
    let desk = Desk::with(&[
        ("in/a.json", JOURNEY),
        ("in/klas 1/b.json", JOURNEY),
        ("in/~$a.json", "x"),
        ("in/package.json", "{\"keywords\":[\"klantreis\"]}"),
        ("in/notes.txt", "x"),
        ("in/out/old.json", JOURNEY),
    ]);
    let done = desk.run("export in --to csv -o in/out");
    ends(&done, 0);
    let written: Vec<_> =
        desk.files().into_iter().filter(|name| name.starts_with("in/out/") && name != "in/out/old.json").collect();
    assert_eq!(written, ["in/out/a.csv", "in/out/klas 1/b.csv"]);
    for skipped in ["~$a.json: skipped", "package.json: skipped: JSON without `klantreis`", "out: skipped: the output folder"] {
        assert!(done.err.contains(skipped), "{skipped} in {}", done.err);
    }
    assert!(!done.err.contains("notes.txt"), "only told with --verbose: {}", done.err);
    let verbose = desk.run("export in --to csv -v -o in/out").err;
    assert!(verbose.contains("in/notes.txt: skipped: nothing that a journey is read from"), "{verbose}");
}

#[test]
fn a_folder_without_journeys_fails() {
    let done = Desk::with(&[("in/x.json", "{}")]).run("export in");
    ends(&done, 1);
    assert!(done.err.contains("there is no journey in this folder"), "{}", done.err);
}

#[test]
fn names_that_clash_get_a_number() {
    let desk = Desk::with(&[("a/reis.json", JOURNEY), ("b/REIS.json", JOURNEY), ("c/reis.json", JOURNEY)]);
    ends(&desk.run("export a/reis.json b/REIS.json c/reis.json --to svg,csv -o out"), 0);
    let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("out/")).collect();
    assert_eq!(written, ["out/REIS-2.csv", "out/REIS-2.svg", "out/reis-3.csv", "out/reis-3.svg", "out/reis.csv", "out/reis.svg"]);
}

#[cfg(unix)]
#[test]
fn names_are_made_legal() {
    let desk = Desk::with(&[("in/con.json", JOURNEY), ("in/vraag: wat?.json", JOURNEY)]);
    ends(&desk.run("export in --to csv -o out"), 0);
    let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("out/")).collect();
    assert_eq!(written, ["out/con_.csv", "out/vraag- wat-.csv"]);
}

#[test]
fn an_input_is_never_overwritten() {
    let desk = Desk::with(&[("reis.csv", JOURNEY)]);
    for line in ["export reis.csv --to csv", "export reis.csv -o reis.csv", "export reis.csv -o ./x/../reis.csv"] {
        fs::create_dir_all(desk.0.path().join("x")).unwrap();
        let done = desk.run(line);
        ends(&done, 1);
        assert!(done.err.contains("is an input and is not overwritten"), "{}", done.err);
        assert_eq!(desk.read("reis.csv"), JOURNEY.as_bytes());
    }
}

#[test]
fn a_place_that_cannot_be_written_leaves_nothing() {
    let desk = Desk::with(&[("reis.json", JOURNEY), ("out/reis.pdf/x", ""), ("file", "")]);
    let done = desk.run("export reis.json -o out");
    ends(&done, 1);
    assert!(done.err.contains("reis.pdf"), "{}", done.err);
    assert_eq!(desk.files(), ["file", "out/reis.pdf/x", "reis.json"]);
    ends(&desk.run("export reis.json -o file/out/"), 1);
    assert_eq!(desk.files(), ["file", "out/reis.pdf/x", "reis.json"]);
}

#[test]
fn an_existing_output_is_replaced_whole() {
    let long = "x".repeat(1 << 20);
    let desk = Desk::with(&[("reis.json", JOURNEY), ("reis.csv", &long)]);
    ends(&desk.run("export reis.json --to csv"), 0);
    assert!(!desk.read("reis.csv").ends_with(b"x"));
}

#[test]
fn the_same_input_gives_the_same_bytes_and_the_epoch_counts() {
    let desk = Desk::with(&[("reis.json", JOURNEY)]);
    ends(&desk.run("export reis.json -o a"), 0);
    ends(&desk.run_with("export reis.json -o b", "", &[("TZ", "Asia/Tokyo"), ("LC_ALL", "da_DK.UTF-8")]), 0);
    ends(&desk.run_with("export reis.json -o c", "", &[("SOURCE_DATE_EPOCH", "1234567890")]), 0);
    ends(&desk.run_with("export reis.json -o d", "", &[("SOURCE_DATE_EPOCH", "1234567890")]), 0);
    for format in FORMATS.iter().filter(|format| !format.on_request()) {
        let read = |folder: &str| desk.read(&format!("{folder}/reis.{}", format.name));
        assert_eq!(read("a"), read("b"), "{}", format.name);
        assert_eq!(read("c"), read("d"), "{}", format.name);
    }
    for dated in ["pdf", "xlsx"] {
        assert_ne!(desk.read(&format!("a/reis.{dated}")), desk.read(&format!("c/reis.{dated}")), "{dated}");
    }
}

#[test]
fn the_same_file_named_twice_comes_once() {
    let desk = Desk::with(&[("in/reis.json", JOURNEY)]);
    ends(&desk.run("export in in/reis.json ./in/reis.json --to csv -o out"), 0);
    assert_eq!(desk.files(), ["in/reis.json", "out/reis.csv"]);
}

#[test]
fn what_is_too_large_is_refused_without_being_read_whole() {
    let large = format!("{JOURNEY}{}", " ".repeat(17 << 20));
    let done = Desk::with(&[("reis.json", &large)]).run("check reis.json --message-format short");
    ends(&done, 1);
    assert!(done.err.contains("error[too-large]"), "{}", done.err);
}
