//! `--skip-unchanged` and `--prune`: what is still the same is left alone, and what nothing becomes any more goes.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::time::SystemTime;

use serde_json::Value;

use super::{BROKEN, JOURNEY, WARNED};
use crate::support::desk::{Desk, Done, ends};

const MANIFEST: &str = "out/.klantreis-manifest.json";
const FONT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fonts/NotoSansCJKjp-few.otf");
const LINE: &str = "export in --to svg,csv,xlsx -o out/ --skip-unchanged";

/// The files below a folder with their bytes, but for the manifest.
fn made(desk: &Desk, folder: &str) -> BTreeMap<String, Vec<u8>> {
    let below = |name: &String| name.strip_prefix(folder).map(str::to_owned);
    let names = desk.files().into_iter().filter(|name| !name.contains(".klantreis-manifest"));
    names.filter_map(|name| Some((below(&name)?, desk.read(&name)))).collect()
}

/// When the files were put in their places.
fn times(desk: &Desk) -> BTreeMap<String, SystemTime> {
    made(desk, "out/")
        .into_keys()
        .map(|name| (name.clone(), fs::metadata(desk.path(&format!("out/{name}"))).unwrap().modified().unwrap()))
        .collect()
}

fn pictured() -> String {
    let cells = r#""cells": { "image": { "picture": { "src": "foto.svg", "alt": "Foto" } } }"#;
    format!(r#"{{ "klantreis": 1, "title": "Beeld", "language": "nl", "phases": [{{ "title": "A", {cells} }}] }}"#)
}

fn picture(width: u32) -> String {
    format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20"><rect width="{width}" height="9" fill="#0b6e69"/></svg>"##
    )
}

fn desk() -> Desk {
    Desk::with(&[
        ("in/a.json", JOURNEY),
        ("in/sub/b.json", &JOURNEY.replace("Reis", "Trip")),
        ("in/sub/foto.json", &pictured()),
        ("in/sub/foto.svg", &picture(5)),
        ("thema.toml", "footer = \"klas 1\"\n"),
    ])
}

/// Runs it, and holds what is there to what a run into a new folder makes. Gives which files were put in their places.
fn renewed(desk: &Desk, line: &str) -> (Done, Vec<String>) {
    let before = times(desk);
    let done = desk.run(line);
    ends(&done, 0);
    let fresh = line.replace("-o out/", "-o fresh/").replace("--skip-unchanged", "");
    let _ = fs::remove_dir_all(desk.path("fresh"));
    ends(&desk.run(&fresh), 0);
    let (there, wanted) = (made(desk, "out/"), made(desk, "fresh/"));
    for (name, bytes) in &wanted {
        assert!(there.get(name) == Some(bytes), "{line}: {name} is not what a single run makes");
    }
    let renewed = times(desk).into_iter().filter(|(name, time)| before.get(name) != Some(time)).map(|(name, _)| name);
    (done, renewed.collect())
}

#[test]
fn what_is_the_same_is_left_alone_and_said() {
    let desk = desk();
    assert_eq!(renewed(&desk, LINE).1.len(), 9);
    let manifest = desk.read(MANIFEST);
    let (done, files) = renewed(&desk, LINE);
    assert!(files.is_empty(), "{files:?}");
    assert!(done.err.ends_with("0 files written to out/, 9 unchanged\n"), "{}", done.err);
    let told = desk.run(&format!("{LINE} -v --report r.json"));
    assert!(told.err.contains("in/a.json: unchanged: 3 files"), "{}", told.err);
    let report: Value = serde_json::from_slice(&desk.read("r.json")).unwrap();
    let input = &report["inputs"][0];
    assert_eq!(
        (&input["status"], &input["title"], input["outputs"].as_array().unwrap().len()),
        (&"unchanged".into(), &"Reis".into(), 3)
    );
    assert_eq!(report["totals"]["unchanged"], 3);
    assert_eq!(desk.read(MANIFEST), manifest);
    for jobs in [1, 4] {
        fs::remove_dir_all(desk.path("out")).unwrap();
        ends(&desk.run(&format!("{LINE} --jobs {jobs}")), 0);
        assert_eq!(desk.read(MANIFEST), manifest, "with {jobs} jobs");
    }
}

/// A change of one thing, what it is, and the files that are made again.
type Change = (&'static str, fn(&Desk), &'static str, usize);

#[test]
fn whatever_decides_what_is_made_is_looked_at() {
    let touch = |desk: &Desk, name: &str, text: &str| fs::write(desk.path(name), text).unwrap();
    let nothing = |_: &Desk| {};
    let changes: [Change; 12] = [
        ("the input", |desk| fs::write(desk.path("in/a.json"), JOURNEY.replace("Iets", "Niets")).unwrap(), "", 3),
        ("white space in it", |desk| fs::write(desk.path("in/a.json"), format!("{JOURNEY}\n")).unwrap(), "", 3),
        ("a picture", |desk| fs::write(desk.path("in/sub/foto.svg"), picture(6)).unwrap(), "", 3),
        ("a picture that is gone", |desk| fs::remove_file(desk.path("in/sub/foto.svg")).unwrap(), "", 3),
        ("the paper", nothing, "--paper A2", 9),
        ("the names", nothing, "--name {title}", 9),
        ("the theme", nothing, "--theme print", 9),
        (
            "a font",
            |desk| fs::create_dir(desk.path("fonts")).and_then(|()| fs::copy(FONT, desk.path("fonts/x.otf"))).map(drop).unwrap(),
            "--font-dir fonts",
            9,
        ),
        ("the settings", |desk| fs::write(desk.path("in/klantreis.toml"), "paper = \"A1\"\n").unwrap(), "", 9),
        ("an output that was edited", |desk| fs::write(desk.path("out/a.svg"), "<svg/>").unwrap(), "", 3),
        ("an output that was deleted", |desk| fs::remove_file(desk.path("out/sub/b.csv")).unwrap(), "", 3),
        ("nothing", nothing, "", 0),
    ];
    for (what, change, option, count) in changes {
        let desk = desk();
        renewed(&desk, LINE);
        change(&desk);
        let line = format!("{LINE} {option}");
        let (_, files) = renewed(&desk, &line);
        assert_eq!(files.len(), count, "{what}: {files:?}");
        assert_eq!(renewed(&desk, &line).1.len(), 0, "{what}, once more");
    }
    let desk = desk();
    let line = format!("{LINE} --theme thema.toml");
    renewed(&desk, &line);
    touch(&desk, "thema.toml", "footer = \"klas 2\"\n");
    assert_eq!(renewed(&desk, &line).1.len(), 9, "the file of a theme");
    let dated = desk.run_with(&line, "", &[("SOURCE_DATE_EPOCH", "1000000000")]);
    assert!(dated.err.contains("9 files written to out/\n"), "{}", dated.err);
}

#[test]
fn what_fails_is_tried_again_and_warnings_are_not_forgotten() {
    let desk = Desk::with(&[("in/a.json", BROKEN), ("in/w.json", WARNED)]);
    for _ in 0..2 {
        let done = desk.run(&format!("{LINE} --strict"));
        assert!(done.code == 1 && done.err.contains("1 warning"), "{}", done.err);
    }
    fs::remove_file(desk.path("in/a.json")).unwrap();
    let kept = desk.run(&format!("{LINE} --strict"));
    assert!(kept.code == 3 && kept.err.ends_with("0 files written to out/, 3 unchanged; 1 warning\n"), "{}", kept.err);
}

/// Several of the same name are numbered in the order of the run, whatever of them is kept.
#[test]
fn names_are_those_of_a_run_into_an_empty_folder() {
    let line = "export in --to csv --name {title} -o out/ --skip-unchanged";
    let desk = Desk::with(&[("in/b.json", JOURNEY), ("in/d.json", JOURNEY), ("in/f.json", JOURNEY)]);
    assert_eq!(renewed(&desk, line).1, ["Reis-2.csv", "Reis-3.csv", "Reis.csv"]);
    assert!(renewed(&desk, line).1.is_empty());
    // One before, one between, one less: each takes the names that it has in a new folder.
    for (name, text) in [("a", JOURNEY.replace("Iets", "Eerst")), ("c", JOURNEY.replace("Iets", "Dan"))] {
        fs::write(desk.path(&format!("in/{name}.json")), text).unwrap();
        assert!(!renewed(&desk, line).1.is_empty());
        assert!(renewed(&desk, line).1.is_empty());
    }
    fs::remove_file(desk.path("in/b.json")).unwrap();
    renewed(&desk, line);
    assert!(renewed(&desk, line).1.is_empty());
}

#[test]
fn two_recipes_into_one_folder_are_told_apart() {
    let desk = desk();
    let (svg, csv) = ("export in --to svg -o out/ --skip-unchanged", "export in --to csv -o out/ --skip-unchanged");
    for line in [svg, csv] {
        ends(&desk.run(line), 0);
    }
    for line in [svg, csv] {
        assert!(desk.run(line).err.ends_with("0 files written to out/, 3 unchanged\n"));
    }
    ends(&desk.run("export in --to svg --paper A2 -o out/ --skip-unchanged"), 0);
    assert!(desk.run(svg).err.ends_with("3 files written to out/\n"), "what another has written over is made again");
}

#[test]
fn a_file_that_tells_nothing_is_made_anew() {
    let desk = desk();
    renewed(&desk, LINE);
    let sound = desk.read(MANIFEST);
    for text in ["", "{", r#"{"klantreis_manifest": 99, "inputs": []}"#, r#"{"klantreis_manifest": 1, "inputs": [{}]}"#] {
        fs::write(desk.path(MANIFEST), text).unwrap();
        let (done, files) = renewed(&desk, LINE);
        assert!(files.len() == 9 && done.err.contains("nothing is known of earlier runs"), "{text}: {}", done.err);
        assert_eq!(desk.read(MANIFEST), sound);
    }
}

#[test]
fn there_is_nothing_to_keep_but_in_a_folder() {
    let desk = desk();
    for line in [
        "export in/a.json -o a.svg --skip-unchanged",
        "export in/a.json --to csv -o - --prune",
        "export in --layout tidy --combine -o all.csv --prune",
    ] {
        ends(&desk.run(line), 2);
    }
    let plain = desk.run("export in --to csv -o out/");
    assert!(plain.code == 0 && !desk.path(MANIFEST).exists(), "nobody has asked for it");
    ends(&desk.run_with("export - --to csv -o out/ --skip-unchanged", JOURNEY, &[]), 0);
}

#[test]
fn what_was_made_of_an_input_that_is_gone_goes_and_nothing_else() {
    let desk = desk();
    fs::create_dir_all(desk.path("out/sub")).unwrap();
    fs::write(desk.path("out/sub/mijn.txt"), "van mij").unwrap();
    fs::create_dir_all(desk.path("in/weg/diep")).unwrap();
    fs::write(desk.path("in/weg/diep/x.json"), JOURNEY).unwrap();
    ends(&desk.run(LINE), 0);
    let line = format!("{LINE} --prune");
    let untouched = desk.run(&line);
    assert!(untouched.err.ends_with("0 files written to out/, 12 unchanged\n"), "{}", untouched.err);
    fs::remove_dir_all(desk.path("in/weg")).unwrap();
    fs::remove_file(desk.path("in/sub/b.json")).unwrap();
    fs::write(desk.path("out/sub/b.svg"), "<svg/>").unwrap();
    ends(&desk.run(LINE), 0);
    assert!(desk.path("out/weg/diep/x.csv").is_file(), "nobody has asked for it");
    let done = desk.run(&line);
    ends(&done, 0);
    assert!(done.err.contains("out/weg/diep/x.svg: removed"), "{}", done.err);
    assert!(done.err.contains("out/sub/b.svg: no input becomes it any more; it stays"), "{}", done.err);
    assert!(done.err.ends_with("0 files written to out/, 6 unchanged, 5 files removed\n"), "{}", done.err);
    let left: Vec<_> = made(&desk, "out/").into_keys().collect();
    assert_eq!(left, ["a.csv", "a.svg", "a.xlsx", "sub/b.svg", "sub/foto.csv", "sub/foto.svg", "sub/foto.xlsx", "sub/mijn.txt"]);
    assert!(!desk.path("out/weg").exists(), "folders in which nothing is left go too");
    assert!(!desk.run(&line).err.contains("b.svg"), "that is said once");
}

/// A file that is named without its folder lies in this one.
#[test]
fn an_input_that_is_named_by_its_name_alone_is_not_taken_to_be_gone() {
    let desk = Desk::with(&[("a.json", JOURNEY), ("b.json", JOURNEY)]);
    let line = "export a.json b.json --to csv -o out/ --skip-unchanged --prune";
    for said in ["2 files written to out/\n", "0 files written to out/, 2 unchanged\n"] {
        let done = desk.run(line);
        assert!(done.code == 0 && done.err.ends_with(said), "{}", done.err);
    }
    assert!(desk.text(MANIFEST).contains("\"../a.json\""), "{}", desk.text(MANIFEST));
    fs::remove_file(desk.path("b.json")).unwrap();
    ends(&desk.run("export a.json --to csv -o out/ --prune"), 0);
    assert_eq!(made(&desk, "out/").into_keys().collect::<Vec<_>>(), ["a.csv"]);
}

#[test]
fn pages_that_an_input_no_longer_has_go_too() {
    let long = JOURNEY.replace("Iets kopen", &"woord ".repeat(4000));
    let desk = Desk::with(&[("in/a.json", &long)]);
    let line = "export in --to svg --paper A6 -o out/ --skip-unchanged --prune";
    ends(&desk.run(line), 0);
    assert!(desk.path("out/a-02.svg").is_file());
    fs::write(desk.path("in/a.json"), JOURNEY).unwrap();
    ends(&desk.run(line), 0);
    assert_eq!(made(&desk, "out/").into_keys().collect::<Vec<_>>(), ["a.svg"]);
}

#[test]
fn what_lies_where_nobody_could_look_is_not_taken_to_be_gone() {
    let desk = desk();
    let line = "export in/sub in/a.json --to csv -o out/ --prune";
    ends(&desk.run(line), 0);
    let all = made(&desk, "out/");
    // As when a disk is missing: an empty folder, and none at all.
    fs::rename(desk.path("in/sub"), desk.path("elders")).unwrap();
    ends(&desk.run(line), 1);
    assert_eq!(made(&desk, "out/"), all);
    fs::create_dir(desk.path("in/sub")).unwrap();
    ends(&desk.run(line), 1);
    assert_eq!(made(&desk, "out/"), all);
}

/// The file may have been written by anybody.
#[test]
fn nothing_outside_the_folder_is_removed_whatever_the_file_says() {
    let desk = desk();
    ends(&desk.run(LINE), 0);
    fs::remove_file(desk.path("in/a.json")).unwrap();
    fs::copy(desk.path("out/a.svg"), desk.path("a.svg")).unwrap();
    let text = desk.text(MANIFEST);
    for path in ["../a.svg", desk.path("a.svg").to_str().unwrap()] {
        fs::write(desk.path(MANIFEST), text.replace("\"a.svg\"", &format!("\"{path}\""))).unwrap();
        ends(&desk.run(&format!("{LINE} --prune")), 0);
        assert!(desk.path("a.svg").is_file(), "{path}");
    }
    #[cfg(unix)]
    {
        fs::create_dir(desk.path("elders")).unwrap();
        fs::copy(desk.path("a.svg"), desk.path("elders/a.svg")).unwrap();
        std::os::unix::fs::symlink(desk.path("elders"), desk.path("out/link")).unwrap();
        fs::write(desk.path(MANIFEST), text.replace("\"a.svg\"", "\"link/a.svg\"")).unwrap();
        ends(&desk.run(&format!("{LINE} --prune")), 0);
        assert!(desk.path("elders/a.svg").is_file());
    }
}

#[test]
fn what_the_run_reads_is_not_removed_though_it_was_made_once() {
    let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.json", &pictured().replace("foto.svg", "uit/a.svg"))]);
    ends(&desk.run("export in/a.json --to svg -o in/uit/ --prune"), 0);
    fs::remove_file(desk.path("in/a.json")).unwrap();
    let done = desk.run("export in/b.json --to svg -o in/uit/ --prune");
    assert!(done.code == 0 && desk.path("in/uit/a.svg").is_file(), "{}", done.err);
    assert!(done.err.contains("it stays"), "{}", done.err);
}

fn many(count: usize) -> Desk {
    let desk = Desk::with(&[]);
    fs::create_dir(desk.path("in")).unwrap();
    for number in 0..count {
        fs::write(desk.path(&format!("in/{number:03}.json")), JOURNEY.replace("Iets", &format!("Deel {number}"))).unwrap();
    }
    desk
}

/// Runs that write the table at the same time, each for its half.
#[test]
fn two_runs_into_one_folder_harm_each_other_in_nothing() {
    let desk = many(24);
    let list = |odd: usize| -> String {
        (0..24).filter(|n| n % 2 == odd).map(|n| format!("in/{n:03}.json\n")).collect::<Vec<_>>().concat()
    };
    for half in [0, 1] {
        fs::write(desk.path(&format!("{half}.txt")), list(half)).unwrap();
    }
    fs::write(desk.path("all.txt"), list(0) + &list(1)).unwrap();
    let line = |list: &str| format!("export --files-from {list}.txt --to csv,svg -o out/ --skip-unchanged --prune");
    for round in 0..4 {
        let _ = fs::remove_dir_all(desk.path("out"));
        let start = |half: usize| desk.command(&line(&half.to_string()).split(' ').collect::<Vec<_>>()).spawn().unwrap();
        let runs = [start(0), start(1), start(0)].map(|child| child.wait_with_output().unwrap());
        assert!(runs.iter().all(|run| run.status.success()), "{runs:?}");
        let whole = desk.run(&line("all"));
        assert!(
            whole.err.ends_with(
                "0 files written to out/, 48 unchanged
"
            ),
            "{round}: {}",
            whole.err
        );
    }
}

#[cfg(unix)]
#[test]
fn a_run_that_is_killed_leaves_nothing_that_the_next_takes_for_whole() {
    let desk = many(150);
    let line = "export in --to csv,svg -o out/ --skip-unchanged --jobs 2";
    for round in 0..6 {
        let mut child = desk.command(&line.split(' ').collect::<Vec<_>>()).spawn().unwrap();
        let enough = 20 + 45 * round;
        let count = |folder: &Path| fs::read_dir(folder).map_or(0, Iterator::count);
        while count(&desk.path("out")) < enough && child.try_wait().unwrap().is_none() {
            std::thread::sleep(std::time::Duration::from_millis(1));
        }
        let _ = child.kill();
        child.wait().unwrap();
    }
    let known = desk.run(line);
    ends(&known, 0);
    assert!(!known.err.contains(", 0 unchanged") && known.err.contains("unchanged"), "some of it was taken down: {}", known.err);
    ends(&desk.run("export in --to csv,svg -o fresh/"), 0);
    let whole: BTreeMap<_, _> = made(&desk, "out/").into_iter().filter(|(name, _)| !name.starts_with(".klantreis-")).collect();
    assert!(whole == made(&desk, "fresh/"));
}

#[test]
fn a_journey_that_is_called_as_the_manifest_stays() {
    let desk = Desk::with(&[("in/a.json", JOURNEY), (MANIFEST, WARNED)]);
    let done = desk.run(LINE);
    ends(&done, 1);
    assert_eq!(desk.text(MANIFEST), WARNED);
    assert!(done.err.contains("--force"), "{}", done.err);
    ends(&desk.run(&format!("{LINE} --force")), 0);
    assert_ne!(desk.text(MANIFEST), WARNED);
}
