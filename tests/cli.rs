//! The program as it is used: arguments, streams, files and exit codes.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use klantreis::export::layout_names;
use klantreis::journey::presets::PRESETS;
use klantreis::journey::rules::{RULES, example};
use klantreis::layout::{LAYOUTS, Make};
use klantreis::paper::SIZES;
use klantreis::write::{FORMATS, Write as Writes};
use serde_json::Value;
use tempfile::TempDir;

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "date": "2026-11-22",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1 } }] }"#;
const BROKEN: &str = r#"{ "klantreis": 1, "titel": "Reis", "language": "nl", "phases": [{ "title": "Aankoop" }] }"#;
/// A journey in which no rule finds anything.
const COMPLETE: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "authors": "Bo", "scenario": "Bo wil naar zee",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": "Loket", "emotion": 1 } }] }"#;
/// A character that no font has, so that there is something to warn about.
const WARNED: &str =
    r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "phases": [{ "title": "Fase", "cells": { "goal": "䷀" } }] }"#;

/// What came of a call of the program.
struct Done {
    code: i32,
    out: Vec<u8>,
    err: String,
}

/// A folder of its own for each test, in which the program is run.
struct Desk(TempDir);

impl Desk {
    fn with(files: &[(&str, &str)]) -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        for (name, text) in files {
            let path = desk.0.path().join(name);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        }
        desk
    }

    fn run(&self, line: &str) -> Done {
        self.run_with(line, "", &[])
    }

    /// Runs the program on arguments parted by spaces, with a text on its standard input and variables in its environment.
    fn run_with(&self, line: &str, input: &str, variables: &[(&str, &str)]) -> Done {
        let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
        command.args(line.split_whitespace()).current_dir(self.0.path());
        command.env_remove("SOURCE_DATE_EPOCH").env_remove("NO_COLOR").envs(variables.iter().copied());
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        // The program may end without reading.
        let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
        let output = child.wait_with_output().unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert!(!err.contains("panicked"), "{line}: {err}");
        Done { code: output.status.code().unwrap(), out: output.stdout, err }
    }

    /// Every file of the folder, sorted, with its path below it.
    fn files(&self) -> Vec<String> {
        fn walk(folder: &Path, root: &Path, into: &mut BTreeSet<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    walk(&path, root, into);
                } else {
                    into.insert(path.strip_prefix(root).unwrap().display().to_string().replace('\\', "/"));
                }
            }
        }
        let mut files = BTreeSet::new();
        walk(self.0.path(), self.0.path(), &mut files);
        files.into_iter().collect()
    }

    fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.0.path().join(name)).unwrap()
    }
}

/// Asserts an exit code, and shows what was said when it is another.
#[track_caller]
fn ends(done: &Done, code: i32) {
    assert_eq!(done.code, code, "{}", done.err);
}

/// The lines of a JSON stream, each parsed.
fn records(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

mod exit_codes {
    use super::*;

    #[test]
    fn right_is_0() {
        let desk = Desk::with(&[("reis.json", COMPLETE)]);
        ends(&desk.run("check reis.json --strict"), 0);
        ends(&desk.run("--help"), 0);
        ends(&desk.run("--version"), 0);
    }

    #[test]
    fn a_broken_or_missing_input_is_1_and_the_others_are_done() {
        let desk = Desk::with(&[("a.json", BROKEN), ("b.json", JOURNEY)]);
        let done = desk.run("export a.json none.json b.json --to csv -o out");
        ends(&done, 1);
        assert!(done.err.contains("error[unknown-field]") && done.err.contains("none.json: cannot be read"), "{}", done.err);
        assert!(done.err.contains("1 file written to out/; 2 of 3 inputs failed"), "{}", done.err);
        assert_eq!(desk.files(), ["a.json", "b.json", "out/b.csv"]);
    }

    #[test]
    fn wrong_use_is_2() {
        let files = [("reis.json", JOURNEY), ("in/reis.json", JOURNEY), ("plain", ""), ("plain.toml", "[x]")];
        let desk = Desk::with(&files);
        for (line, said) in [
            ("", "Usage"),
            ("export", "INPUT"),
            ("exprot reis.json", "export"),
            ("export reis.json --to svgg", "svg"),
            ("export reis.json --layout matrx", "matrix"),
            ("export reis.json --paper A33", "did you mean `A3`"),
            ("export reis.json --paper 900x600", "needs one unit"),
            ("export reis.json --orientation sideways", "landscape"),
            ("export reis.json -o x.pfd", "did you mean `pdf`; for"),
            ("export reis.json -o x.docx", "for a folder of that name write x.docx/"),
            ("export reis.json -o plain", "plain is a file"),
            ("export reis.json -o x.svg --to pdf", "--to pdf does not go with an output that ends in .svg"),
            ("export reis.json in/reis.json -o x.svg", "several inputs do not go into the file x.svg"),
            ("export in -o x.svg", "several inputs"),
            ("export in -o - --to csv", "several inputs do not go into the standard output"),
            ("export reis.json -o -", "the standard output takes one format"),
            ("export - --to svg,csv", "the standard output takes one format"),
            ("export - - --to svg", "only once"),
            ("check - -", "only once"),
            ("check reis.json --against six-fases", "did you mean `six-phases`?"),
            ("check reis.json --against plain", "the model plain is not a valid journey"),
            ("check reis.json --rules none.toml", "the rules none.toml cannot be read"),
            ("check reis.json --rules plain.toml", "there is no rule `x`"),
            ("list papers --toml", "only the rules"),
            ("export reis.json --font-dir none", "the font folder none cannot be read"),
            ("new -o template.pdf", "neither in .json nor in .xlsx"),
            ("new --preset seven-phases", "six-phases"),
            ("list colours", "layouts"),
            ("check reis.json -q -v", "cannot be used with"),
        ] {
            let done = desk.run(line);
            assert_eq!(done.code, 2, "{line}: {}", done.err);
            assert!(done.err.contains(said), "{line}: {}", done.err);
            assert!(done.out.is_empty(), "{line}");
        }
        assert_eq!(desk.files(), ["in/reis.json", "plain", "plain.toml", "reis.json"], "nothing was written");
    }

    #[test]
    fn an_epoch_that_is_no_number_is_2() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        for epoch in ["yesterday", "-1", "1e9", " 1"] {
            ends(&desk.run_with("export reis.json --to csv", "", &[("SOURCE_DATE_EPOCH", epoch)]), 2);
        }
        ends(&desk.run_with("export reis.json --to csv", "", &[("SOURCE_DATE_EPOCH", "")]), 0);
    }

    #[test]
    fn warnings_are_3_when_strict() {
        let desk = Desk::with(&[("reis.json", WARNED)]);
        let done = desk.run("export reis.json --to svg");
        ends(&done, 0);
        assert!(done.err.contains("warning[no-glyph]") && done.err.contains("1 warning"), "{}", done.err);
        ends(&desk.run("export reis.json --to svg --strict"), 3);
        assert_eq!(desk.files(), ["reis.json", "reis.svg"], "the files are there all the same");
    }

    #[test]
    fn a_font_that_cannot_be_used_is_a_warning() {
        let desk = Desk::with(&[("reis.json", JOURNEY), ("fonts/x.ttf", "no font"), ("fonts/readme.txt", "x")]);
        let done = desk.run("export reis.json --to csv --font-dir fonts --strict");
        ends(&done, 3);
        assert!(done.err.contains("fonts/x.ttf") && !done.err.contains("readme"), "{}", done.err);
    }

    #[test]
    fn the_help_says_them() {
        let help = Desk::with(&[]).run("--help").out;
        let help = String::from_utf8(help).unwrap();
        for line in ["0  all right", "1  an input failed", "2  the command was used wrongly", "3  all right, but with warnings"] {
            assert!(help.contains(line), "{line}");
        }
    }
}

mod streams {
    use super::*;

    #[test]
    fn the_standard_input_goes_to_the_standard_output() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let piped = desk.run_with("export - --to csv", JOURNEY, &[]);
        ends(&piped, 0);
        assert_eq!(piped.err, "");
        let named = desk.run("export reis.json -o - --to csv");
        assert_eq!(piped.out, named.out);
        assert!(String::from_utf8(piped.out).unwrap().contains("Iets kopen"));
        assert_eq!(desk.files(), ["reis.json"]);
    }

    #[test]
    fn the_standard_input_in_a_folder_is_named_by_its_title() {
        let desk = Desk::with(&[]);
        let text = JOURNEY.replace("\"Reis\"", "\"../Reis: één\"");
        ends(&desk.run_with("export - --to csv -o out/", &text, &[]), 0);
        assert_eq!(desk.files(), ["out/-Reis- één.csv"]);
    }

    #[test]
    fn a_broken_standard_input_is_named_in_messages() {
        let done = Desk::with(&[]).run_with("check - --message-format short", BROKEN, &[]);
        ends(&done, 1);
        assert!(done.err.starts_with("<stdin>:1:"), "{}", done.err);
    }

    #[test]
    fn several_pages_do_not_fit_the_standard_output() {
        let text = format!("lang {}", "woord ".repeat(4000));
        let journey = JOURNEY.replace("Iets kopen", &text);
        let done = Desk::with(&[]).run_with("export - --to svg --paper A6", &journey, &[]);
        ends(&done, 2);
        assert!(done.err.contains("the standard output takes one"), "{}", done.err);
        assert!(done.out.is_empty());
        let desk = Desk::with(&[("reis.json", &journey)]);
        ends(&desk.run("export reis.json --paper A6 -o kaart.svg"), 0);
        let files = desk.files();
        assert!(files.contains(&"kaart-1.svg".to_owned()) && files.contains(&"kaart-2.svg".to_owned()), "{files:?}");
        assert!(!files.contains(&"kaart.svg".to_owned()));
    }

    #[test]
    fn a_reader_that_has_seen_enough_is_no_error() {
        let mut child = Command::new(env!("CARGO_BIN_EXE_klantreis"))
            .args(["list", "papers"])
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), b"".as_slice()));
    }

    #[test]
    fn quiet_says_errors_only() {
        let desk = Desk::with(&[("a.json", JOURNEY), ("b.json", BROKEN)]);
        let done = desk.run("export a.json --to csv --quiet");
        assert_eq!((done.code, done.err.as_str(), done.out.len()), (0, "", 0));
        let done = desk.run("check a.json b.json --quiet --message-format short");
        assert_eq!((done.code, done.err.contains("error[unknown-field]"), done.err.contains("failed")), (1, true, false));
    }

    #[test]
    fn verbose_names_every_file() {
        let done = Desk::with(&[("a.json", JOURNEY)]).run("export a.json -o out --verbose");
        for format in FORMATS {
            assert!(done.err.contains(&format!("a.{}", format.name)), "{}", done.err);
        }
    }

    #[test]
    fn colours_are_for_terminals_and_for_those_who_ask() {
        let desk = Desk::with(&[("b.json", BROKEN)]);
        for (line, coloured) in
            [("check b.json none", false), ("check b.json none --color always", true), ("check b.json --color never", false)]
        {
            assert_eq!(desk.run(line).err.contains('\u{1b}'), coloured, "{line}");
        }
    }

    #[test]
    fn json_messages_are_one_object_a_line() {
        let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.json", BROKEN), ("in/c.json", "{}"), ("in/w.json", WARNED)]);
        let done = desk.run("export in none --to svg -o out --message-format json --verbose");
        ends(&done, 1);
        let records = records(&done.err);
        let codes: BTreeSet<_> = records.iter().map(|record| record["code"].as_str().unwrap().to_owned()).collect();
        for code in ["no-glyph", "skipped", "summary", "unknown-field", "unreadable", "written"] {
            assert!(codes.contains(code), "{code} in {codes:?}");
        }
        let field = records.iter().find(|record| record["code"] == "unknown-field").unwrap();
        assert_eq!((&field["severity"], &field["line"], &field["pointer"]), (&"error".into(), &1.into(), &"/titel".into()));
        let glyph = records.iter().find(|record| record["code"] == "no-glyph").unwrap();
        assert_eq!((&glyph["severity"], &glyph["line"]), (&"warning".into(), &1.into()), "the place of what a layout says");
        assert!(records.iter().all(|record| record.as_object().unwrap().len() == 8));
    }
}

mod files {
    use super::*;

    #[test]
    fn all_four_formats_go_into_a_folder() {
        let desk = Desk::with(&[("mediacollege.json", JOURNEY)]);
        let done = desk.run("export mediacollege.json -o out/");
        ends(&done, 0);
        assert!(done.err.contains("4 files written to out/"), "{}", done.err);
        let mut expected: Vec<_> = FORMATS.iter().map(|format| format!("out/mediacollege.{}", format.name)).collect();
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
        for skipped in ["~$a.json: skipped", "package.json: skipped: JSON without `klantreis`", "out: skipped: the output folder"]
        {
            assert!(done.err.contains(skipped), "{skipped} in {}", done.err);
        }
        assert!(!done.err.contains("notes.txt"));
    }

    #[test]
    fn a_folder_without_journeys_fails() {
        let done = Desk::with(&[("in/x.json", "{}")]).run("check in");
        ends(&done, 1);
        assert!(done.err.contains("there is no journey in this folder"), "{}", done.err);
    }

    #[test]
    fn names_that_clash_get_a_number() {
        let desk = Desk::with(&[("a/reis.json", JOURNEY), ("b/REIS.json", JOURNEY), ("c/reis.json", JOURNEY)]);
        ends(&desk.run("export a/reis.json b/REIS.json c/reis.json --to svg,csv -o out"), 0);
        let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("out/")).collect();
        assert_eq!(
            written,
            ["out/REIS-2.csv", "out/REIS-2.svg", "out/reis-3.csv", "out/reis-3.svg", "out/reis.csv", "out/reis.svg"]
        );
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
        for format in FORMATS {
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
}

mod rules {
    use super::*;

    #[test]
    fn findings_are_warnings_and_3_when_strict() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let done = desk.run("check reis.json --message-format short");
        ends(&done, 0);
        let lines: Vec<_> = done.err.lines().collect();
        assert_eq!(
            lines,
            [
                "reis.json:1:1: warning[no-author]: the journey does not say who made it",
                "reis.json:1:1: warning[no-persona]: the journey does not say who travels",
                "reis.json:1:1: warning[phase-without-touchpoint]: the journey has no lane for touchpoints",
                "1 journey valid, but not complete; 3 warnings",
            ]
        );
        ends(&desk.run("check reis.json --strict"), 3);
    }

    #[test]
    fn a_file_of_rules_switches_them() {
        let quiet = "no-author = false\nno-persona = false\nphase-without-touchpoint = false\n";
        let desk = Desk::with(&[("reis.json", JOURNEY), ("rules.toml", quiet)]);
        let done = desk.run("check reis.json --rules rules.toml --strict");
        ends(&done, 0);
        assert_eq!(done.err, "1 journey valid and complete\n");
    }

    #[test]
    fn the_listed_file_of_rules_is_read_again() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let printed = desk.run("list rules --toml").out;
        assert_eq!(String::from_utf8_lossy(&printed), example());
        fs::write(desk.0.path().join("rules.toml"), printed).unwrap();
        assert_eq!(desk.run("check reis.json --rules rules.toml").err, desk.run("check reis.json").err);
    }

    #[test]
    fn journeys_are_compared_with_a_preset_or_with_a_file() {
        let desk = Desk::with(&[("reis.json", COMPLETE), ("model.json", JOURNEY)]);
        let done = desk.run("check reis.json --against six-phases --message-format short");
        assert!(done.err.contains("5 of the 6 phases of `six-phases` are missing: `Bewustzijn`, `Oriëntatie`"), "{}", done.err);
        assert!(done.err.contains("1 of the 3 lanes of `six-phases` is missing: `Actie van de klant`"), "{}", done.err);
        ends(&desk.run("check reis.json --against model.json --strict"), 0);
        let done = desk.run("check model.json --against reis.json --message-format short");
        assert!(done.err.contains("warning[missing-lane]: 1 of the 3 lanes of `reis` is missing: `Touchpoint`"), "{}", done.err);
    }

    #[test]
    fn the_words_of_a_blank_workbook_are_placeholders() {
        let hint = "Wat wil de klant in deze fase bereiken?";
        let desk = Desk::with(&[("reis.json", &COMPLETE.replace("Iets kopen", hint))]);
        assert!(desk.run("check reis.json").err.contains("warning[placeholder]"));
    }

    #[test]
    fn several_journeys_end_in_a_table() {
        let desk = Desk::with(&[("in/a.json", COMPLETE), ("in/b.json", JOURNEY), ("in/c.json", BROKEN)]);
        let done = desk.run("check in");
        ends(&done, 1);
        let table: Vec<_> = done.err.lines().rev().take(8).map(str::trim_end).collect();
        assert_eq!(
            table,
            [
                "2 journeys valid, 1 of them complete; 1 of 3 inputs failed; 3 warnings",
                "",
                "total           2      1      ✓      ✓    3",
                "in/c.json     1 error",
                "in/b.json       2      1      ✓      ✓    3",
                "in/a.json       ✓      ✓      ✓      ✓    ✓",
                "              who  cells  texts  order  all",
                "",
            ]
        );
        assert!(desk.run("check in --against six-phases").err.contains("order  model  all"));
        for silent in ["check in/b.json", "check in --quiet", "check in --message-format short"] {
            assert!(!desk.run(silent).err.contains('✓'), "{silent}");
        }
        assert!(desk.run("check in --color always").err.contains("\u{1b}[32m      ✓\u{1b}[0m"));
    }

    #[test]
    fn to_programs_each_valid_journey_is_told_with_its_counts() {
        let desk = Desk::with(&[("in/a.json", COMPLETE), ("in/b.json", JOURNEY), ("in/c.json", BROKEN)]);
        let records = records(&desk.run("check in --message-format json").err);
        let of = |code: &str| records.iter().filter(|record| record["code"] == code).collect::<Vec<_>>();
        let checked: Vec<_> = of("checked").iter().map(|record| record["message"].as_str().unwrap()).collect();
        assert_eq!(checked, ["complete", "3 warnings: who 2, cells 1"]);
        let finding = of("no-persona")[0];
        assert_eq!((&finding["severity"], &finding["pointer"], &finding["line"]), (&"warning".into(), &"".into(), &1.into()));
        assert!(records.iter().all(|record| record.as_object().unwrap().len() == 8));
    }
}

mod choices {
    use super::*;

    #[test]
    fn every_layout_goes_into_every_format_of_its_kind() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        for layout in LAYOUTS {
            for format in FORMATS {
                let fits = matches!(
                    (layout.make, format.write),
                    (Make::Drawn(_), Writes::Drawn(_)) | (Make::Tabular(_), Writes::Book(_) | Writes::Table(_))
                );
                if fits {
                    let (layout, format) = (layout.name, format.name);
                    ends(&desk.run(&format!("export reis.json --layout {layout} -o {layout}.{format}")), 0);
                    assert!(!desk.read(&format!("{layout}.{format}")).is_empty());
                }
            }
        }
    }

    #[test]
    fn help_names_every_entry_of_the_registries() {
        let help = String::from_utf8(Desk::with(&[]).run("export --help").out).unwrap();
        let words: BTreeSet<_> = help.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
        for name in FORMATS.iter().map(|format| format.name).chain(layout_names()) {
            assert!(words.contains(name), "{name}");
        }
        let help = String::from_utf8(Desk::with(&[]).run("new --help").out).unwrap();
        for preset in PRESETS {
            assert!(help.contains(preset.name), "{}", preset.name);
        }
    }

    #[test]
    fn lists_are_those_of_the_registries() {
        let desk = Desk::with(&[]);
        let list = |what: &str| -> Vec<String> {
            let done = desk.run(&format!("list {what} --json"));
            ends(&done, 0);
            let entries: Vec<Value> = serde_json::from_slice(&done.out).unwrap();
            let names: Vec<_> = entries.iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect();
            let plain = String::from_utf8(desk.run(&format!("list {what}")).out).unwrap();
            assert_eq!(plain.lines().count(), names.len());
            assert!(plain.lines().zip(&names).all(|(line, name)| line.starts_with(name)), "{plain}");
            names
        };
        assert_eq!(list("layouts"), LAYOUTS.iter().map(|layout| layout.name).collect::<Vec<_>>());
        assert_eq!(list("formats"), FORMATS.iter().map(|format| format.name).collect::<Vec<_>>());
        assert_eq!(list("papers"), SIZES.iter().map(|size| size.name).collect::<Vec<_>>());
        assert_eq!(list("presets"), PRESETS.iter().map(|preset| preset.name).collect::<Vec<_>>());
        assert_eq!(list("rules"), RULES.iter().map(|rule| rule.id).collect::<Vec<_>>());
        assert!(list("fonts").contains(&"Source Sans 3 Regular".to_owned()));
    }

    #[test]
    fn fonts_of_a_folder_are_listed_behind_the_others() {
        let desk = Desk::with(&[]);
        let font = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts/carlito/Carlito-Regular.ttf");
        fs::create_dir(desk.0.path().join("fonts")).unwrap();
        fs::copy(font, desk.0.path().join("fonts/x.TTF")).unwrap();
        let done = desk.run("list fonts --font-dir fonts --json");
        let entries: Vec<Value> = serde_json::from_slice(&done.out).unwrap();
        let last = entries.last().unwrap();
        assert_eq!((&last["name"], &last["bundled"]), (&"Carlito Regular".into(), &false.into()));
    }

    #[test]
    fn paper_and_orientation_reach_the_poster() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        for (options, width, height) in [
            ("--paper a4 --orientation portrait", "210mm", "297mm"),
            ("--paper 300x500mm --orientation landscape", "500mm", "300mm"),
            ("--paper letter --orientation landscape", "279.4mm", "215.9mm"),
            ("", "420mm", "297mm"),
        ] {
            let done = desk.run(&format!("export reis.json --to svg -o - {options}"));
            let svg = String::from_utf8(done.out).unwrap();
            let root = &svg[svg.find("<svg").unwrap()..];
            let root = &root[..root.find('>').unwrap()];
            assert!(
                root.contains(&format!("width=\"{width}\"")) && root.contains(&format!("height=\"{height}\"")),
                "{options}: {root}"
            );
        }
    }

    #[test]
    fn dialect_and_text_mode_reach_the_writers() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let csv = |options: &str| desk.run(&format!("export reis.json --to csv -o - {options}")).out;
        assert!(csv("").starts_with(b"\xef\xbb\xbf"), "Dutch by default");
        assert_eq!(csv(""), csv("--csv-dialect excel-nl"));
        assert!(!csv("--csv-dialect rfc4180").starts_with(b"\xef\xbb\xbf"));
        assert!(csv("--csv-dialect tsv").contains(&b'\t'));
        let svg = |mode: &str| String::from_utf8(desk.run(&format!("export reis.json --to svg -o - --text {mode}")).out).unwrap();
        assert!(svg("live").contains("<text") && !svg("outlines").contains("<text"));
    }
}

mod new {
    use super::*;

    #[test]
    fn every_preset_is_a_valid_journey_in_every_language() {
        let desk = Desk::with(&[]);
        for preset in PRESETS {
            for language in ["nl", "da", "en"] {
                let done = desk.run(&format!("new --preset {} --language {language}", preset.name));
                ends(&done, 0);
                let text = String::from_utf8(done.out).unwrap();
                ends(&desk.run_with("check -", &text, &[]), 0);
                let value: Value = serde_json::from_str(&text).unwrap();
                assert_eq!(value["language"], language);
            }
        }
    }

    #[test]
    fn a_template_is_a_workbook_or_a_document() {
        let desk = Desk::with(&[]);
        ends(&desk.run("new --preset six-phases --language nl -o a/template.xlsx --strict"), 0);
        ends(&desk.run("new --preset six-phases --language nl -o a/template.json"), 0);
        assert_eq!(desk.files(), ["a/template.json", "a/template.xlsx"]);
        assert!(desk.read("a/template.xlsx").starts_with(b"PK"));
        ends(&desk.run("check a/template.json"), 0);
    }

    #[test]
    fn a_template_that_was_filled_in_is_not_replaced_unasked() {
        let desk = Desk::with(&[("template.json", "mine")]);
        let done = desk.run("new -o template.json");
        ends(&done, 1);
        assert!(done.err.contains("--force"), "{}", done.err);
        assert_eq!(desk.read("template.json"), b"mine");
        ends(&desk.run("new -o template.json --force"), 0);
        assert_ne!(desk.read("template.json"), b"mine");
    }
}

#[test]
fn the_schema_goes_to_a_file_or_to_the_standard_output() {
    let desk = Desk::with(&[]);
    let printed = desk.run("schema");
    assert_eq!((printed.code, printed.err.as_str()), (0, ""));
    assert_eq!(String::from_utf8(printed.out).unwrap(), klantreis::journey::schema());
    let written = desk.run("schema -o format/reis.schema.json");
    assert_eq!((written.code, written.out.len()), (0, 0));
    assert_eq!(fs::read_to_string(desk.0.path().join("format/reis.schema.json")).unwrap(), klantreis::journey::schema());
    assert_eq!(desk.run("schema reis.json").code, 2);
}
