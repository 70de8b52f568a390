//! What of a folder is read: all of it however deep, or what is picked.

use std::fs;

use super::{BROKEN, JOURNEY};
use crate::support::desk::{Desk, Done, ends};

/// A year with two classes, of which one has old work, and what else lies about.
fn year() -> Desk {
    let tables = "Fase;Oriëntatie;Keuze\nDoel;Weten;Kiezen\n";
    Desk::with(&[
        ("jaar/a.json", JOURNEY),
        ("jaar/klas-1/a.json", JOURNEY),
        ("jaar/klas-1/oud/b.json", BROKEN),
        ("jaar/klas-1/oud/deep/c.json", JOURNEY),
        ("jaar/klas-2/a.json", JOURNEY),
        ("jaar/klas-2/t.csv", tables),
        ("jaar/klas-2/~$t.csv", tables),
        ("jaar/klas-2/notes.json", "{}"),
    ])
}

/// What comes of `jaar` with some options; files below `out/`.
fn made(options: &str) -> (Done, Vec<String>) {
    let desk = year();
    let done = desk.run(&format!("export jaar --to csv -o out {options}"));
    let files = desk.files().into_iter().filter_map(|name| name.strip_prefix("out/").map(str::to_owned)).collect();
    (done, files)
}

#[test]
fn folders_are_searched_however_deep_and_mirrored_unless_that_is_not_wanted() {
    let all = ["a.csv", "klas-1/a.csv", "klas-1/oud/deep/c.csv", "klas-2/a.csv", "klas-2/t.csv"];
    for options in ["", "-r", "--recursive", "--no-recursive -r"] {
        let (done, files) = made(options);
        assert_eq!(
            (done.code, files.iter().map(String::as_str).collect::<Vec<_>>()),
            (1, all.to_vec()),
            "{options}: {}",
            done.err
        );
    }
    for options in ["--no-recursive", "-r --no-recursive"] {
        let (done, files) = made(options);
        assert_eq!((done.code, files), (0, vec!["a.csv".to_owned()]), "{options}: {}", done.err);
    }
    let told = year().run("export jaar --to csv -o out --no-recursive --verbose").err;
    assert!(told.contains("jaar/klas-1: skipped: not picked"), "{told}");
}

#[test]
fn patterns_pick_what_is_read_of_folders_and_leave_out() {
    for (options, wanted) in [
        ("--glob a.json", vec!["a.csv", "klas-1/a.csv", "klas-2/a.csv"]),
        ("--glob /*.json", vec!["a.csv"]),
        ("--glob klas-*/*", vec!["klas-1/a.csv", "klas-2/a.csv", "klas-2/t.csv"]),
        ("--glob *.csv --glob c.*", vec!["klas-1/oud/deep/c.csv", "klas-2/t.csv"]),
        ("--glob !oud", vec!["a.csv", "klas-1/a.csv", "klas-2/a.csv", "klas-2/t.csv"]),
        ("--glob klas-1/ --glob !b.json", vec!["klas-1/a.csv", "klas-1/oud/deep/c.csv"]),
        ("--glob *.json --no-recursive", vec!["a.csv"]),
    ] {
        let (done, files) = made(options);
        assert_eq!((done.code, files), (0, wanted.into_iter().map(str::to_owned).collect()), "{options}: {}", done.err);
    }
    let (done, _) = made("--glob *.json --glob !oud");
    assert!(!done.err.contains("lock file"), "what is not picked is not spoken of: {}", done.err);
}

#[test]
fn what_is_named_is_read_whatever_is_picked_and_a_folder_of_which_nothing_is_picked_is_said() {
    let desk = year();
    ends(&desk.run("export jaar/a.json jaar/klas-2 --glob *.csv --to csv -o out"), 0);
    assert!(desk.path("out/a.csv").is_file() && desk.path("out/t.csv").is_file() && !desk.path("out/a-2.csv").exists());
    let none = desk.run("export jaar --glob *.ods --to csv -o none");
    assert!(none.code == 1 && none.err.contains("no workbook or table, of what is to be looked at"), "{}", none.err);
    for wrong in ["--glob [a", "--glob ../*.json", "--glob !"] {
        ends(&desk.run(&format!("export jaar {wrong} -o none")), 2);
    }
}

#[cfg(unix)]
#[test]
fn what_leads_nowhere_is_of_no_interest_unless_it_is_picked() {
    let desk = year();
    std::os::unix::fs::symlink("weg", desk.path("jaar/x.json")).unwrap();
    ends(&desk.run("export jaar --glob a.json --to csv -o out"), 0);
    ends(&desk.run("export jaar --glob /?.json --to csv -o out"), 1);
}

#[test]
fn every_command_that_reads_folders_picks_alike() {
    let desk = year();
    let line = |command: &str| format!("{command} jaar --glob a.json");
    let checked = desk.run(&line("check"));
    assert!(checked.code == 0 && checked.err.contains("3 journeys valid"), "{}", checked.err);
    let formatted = desk.run(&(line("fmt") + " --check -v"));
    assert!(
        formatted.err.contains("klas-2/a.json") && !formatted.err.contains("klas-2/notes.json: skipped: JSON"),
        "{}",
        formatted.err
    );
    ends(&desk.run(&(line("import") + " -o json/")), 0);
    assert!(desk.path("json/klas-1/a.json").is_file() && !desk.path("json/klas-2/t.json").exists());
    ends(&desk.run(&(line("merge") + " -o all.json")), 0);
    ends(&desk.run(&(line("export") + " --layout tidy --combine -o all.csv")), 0);
    let table = fs::read_to_string(desk.path("all.csv")).unwrap();
    assert!(table.contains("klas-1/a.json") && !table.contains("c.json"), "{table}");
}
