//! `klantreis fmt` as it is used: files rewritten where they are, compared, and passed through.

use std::fs;

use crate::support::desk::{Desk, Done};
use crate::support::loosen::{WAYS, loosen};
use crate::support::whole;
use klantreis::journey::normal;
use klantreis::read;
use proptest::prelude::*;

const LOOSE: &str = r#"{ "klantreis": 1, "language": "nl", "title": "Reis",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1.0 } }] }"#;
const NORMAL: &str = r#"{
  "klantreis": 1,
  "title": "Reis",
  "language": "nl",
  "lanes": [{ "id": "goal", "kind": "goal" }, { "id": "emotion", "kind": "emotion" }],
  "phases": [
    {
      "id": "aankoop",
      "title": "Aankoop",
      "cells": { "goal": [{ "text": "Iets kopen" }], "emotion": [{ "score": 1 }] }
    }
  ]
}
"#;
const BROKEN: &str = r#"{ "klantreis": 1, "titel": "Reis", "language": "nl", "phases": [{ "title": "Aankoop" }] }"#;

#[track_caller]
fn ends(done: &Done, code: i32, said: &str) {
    assert_eq!(done.code, code, "{}", done.err);
    assert!(done.err.ends_with(&format!("{said}\n")) || said.is_empty() && done.err.is_empty(), "{}", done.err);
}

#[test]
fn files_are_rewritten_where_they_are() {
    let desk = Desk::with(&[
        ("in/a.json", LOOSE),
        ("in/sub/b.json", LOOSE),
        ("in/c.json", NORMAL),
        ("in/x.json", "{}"),
        ("d.json", LOOSE),
    ]);
    let done = desk.run("fmt in d.json --verbose");
    ends(&done, 0, "3 files formatted, 1 unchanged");
    for said in ["in/x.json: skipped: JSON without `klantreis`", "d.json: written: d.json"] {
        assert!(done.err.contains(said), "{}", done.err);
    }
    for name in ["in/a.json", "in/sub/b.json", "in/c.json", "d.json"] {
        assert_eq!(desk.text(name), NORMAL, "{name}");
    }
    assert_eq!((desk.text("in/x.json").as_str(), done.text()), ("{}", ""));
    ends(&desk.run("fmt in d.json"), 0, "4 files unchanged");
    ends(&desk.run("fmt in --quiet"), 0, "");
}

#[test]
fn a_file_that_is_in_its_normal_form_is_not_touched() {
    let desk = Desk::with(&[("a.json", NORMAL)]);
    let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
    fs::File::options().write(true).open(desk.path("a.json")).unwrap().set_modified(long_ago).unwrap();
    ends(&desk.run("fmt a.json"), 0, "1 file unchanged");
    assert_eq!(fs::metadata(desk.path("a.json")).unwrap().modified().unwrap(), long_ago);
}

#[test]
fn a_broken_journey_is_left_alone_and_the_others_are_done() {
    let desk = Desk::with(&[("a.json", BROKEN), ("b.json", LOOSE)]);
    let done = desk.run("fmt a.json none.json b.json");
    ends(&done, 1, "1 file formatted; 2 of 3 inputs failed");
    assert!(done.err.contains("error[unknown-field]") && done.err.contains("none.json: cannot be read"), "{}", done.err);
    assert_eq!((desk.text("a.json").as_str(), desk.text("b.json").as_str()), (BROKEN, NORMAL));
}

#[test]
fn check_names_what_differs_and_writes_nothing() {
    let desk = Desk::with(&[
        ("a.json", LOOSE),
        ("b.json", NORMAL),
        ("c.json", BROKEN),
        ("d.json", &NORMAL.replace("\"goal\": [", "\"goal\":[")),
    ]);
    let done = desk.run("fmt a.json b.json d.json --check --message-format short");
    ends(&done, 1, "1 journey in normal form; 2 of 3 inputs failed");
    for said in [
        "a.json:1:2: error[not-normal]: this document is not in its normal form: line 1 is the first that differs\n",
        "d.json:10:25: error[not-normal]: this document is not in its normal form: line 10 is the first that differs\n",
    ] {
        assert!(done.err.contains(said), "{}", done.err);
    }
    let done = desk.run("fmt d.json c.json --check");
    ends(&done, 1, "2 of 2 inputs failed");
    assert!(done.err.contains("error[unknown-field]"), "{}", done.err);
    let help = "help: `klantreis fmt d.json` writes this line as `\"cells\": { \"goal\": [{ \"text\": \"Iets kopen\" }], ";
    assert!(done.err.contains(help), "{}", done.err);
    ends(&desk.run("fmt b.json --check"), 0, "1 journey in normal form");
    assert_eq!((desk.text("a.json").as_str(), done.text()), (LOOSE, ""));
}

#[test]
fn what_is_not_seen_is_said() {
    let marked = format!("\u{feff}{NORMAL}");
    let desk =
        Desk::with(&[("mark.json", &marked), ("ends.json", &NORMAL.replace('\n', "\r\n")), ("short.json", NORMAL.trim_end())]);
    let done = desk.run("fmt mark.json ends.json short.json --check --message-format short");
    for said in
        ["mark.json:1:1: error[not-normal]", "begins with a byte order mark", "its lines end in CR LF", "short.json:13:2: error"]
    {
        assert!(done.err.contains(said), "{said} in {}", done.err);
    }
    ends(&desk.run("fmt ."), 0, "3 files formatted");
    assert!(["mark.json", "ends.json", "short.json"].iter().all(|name| desk.text(name) == NORMAL));
}

#[test]
fn what_would_be_too_large_to_read_again_is_left_alone() {
    let values = "{\"a\":1,\"b\":2},".repeat(900_000);
    let large = LOOSE.replace("\"klantreis\"", &format!("\"x\": {{ \"a\": [{values}0] }}, \"klantreis\""));
    let desk = Desk::with(&[("a.json", &large)]);
    let done = desk.run("fmt a.json");
    ends(&done, 1, "1 of 1 input failed");
    assert!(done.err.contains("error[too-large]: the normal form of this document is larger than 16 MiB"), "{}", done.err);
    assert!(desk.text("a.json") == large);
}

#[test]
fn the_standard_input_goes_to_the_standard_output() {
    let desk = Desk::with(&[("a.json", LOOSE)]);
    for (line, input) in
        [("fmt -", LOOSE), ("fmt -", NORMAL), ("fmt - --stdout", LOOSE), ("fmt a.json --stdout", ""), ("fmt a.json -o -", "")]
    {
        let done = desk.run_with(line, input, &[]);
        ends(&done, 0, "");
        assert_eq!(done.text(), NORMAL, "{line}");
    }
    assert_eq!(desk.text("a.json"), LOOSE);
    let done = desk.run_with("fmt - --check", LOOSE, &[]);
    ends(&done, 1, "1 of 1 input failed");
    assert!(
        done.err.contains("<stdin>:1:2") && done.err.contains("`klantreis fmt -` writes") && done.out.is_empty(),
        "{}",
        done.err
    );
}

#[test]
fn wrong_use_is_2() {
    let desk = Desk::with(&[("a.json", LOOSE), ("in/b.json", LOOSE)]);
    for (line, said) in [
        ("fmt", "INPUT"),
        ("fmt a.json in/b.json --stdout", "several inputs do not go into the standard output"),
        ("fmt in -o -", "several inputs"),
        ("fmt a.json -o b.json", "invalid value 'b.json'"),
        ("fmt a.json --check --stdout", "cannot be used with"),
        ("fmt - -", "only once"),
    ] {
        let done = desk.run(line);
        assert_eq!(done.code, 2, "{line}: {}", done.err);
        assert!(done.err.contains(said) && done.out.is_empty(), "{line}: {}", done.err);
    }
    assert_eq!((desk.text("a.json").as_str(), desk.text("in/b.json").as_str()), (LOOSE, LOOSE));
}

#[cfg(unix)]
#[test]
fn permissions_and_links_are_kept() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let desk = Desk::with(&[("far/real.json", LOOSE), ("locked.json", LOOSE)]);
    let mode = |name: &str| fs::metadata(desk.path(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(desk.path("far/real.json"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::set_permissions(desk.path("locked.json"), fs::Permissions::from_mode(0o444)).unwrap();
    symlink("far/real.json", desk.path("link.json")).unwrap();
    let done = desk.run("fmt link.json locked.json");
    ends(&done, 1, "1 file formatted; 1 of 2 inputs failed");
    assert!(done.err.contains("cannot write locked.json: the file is read-only"), "{}", done.err);
    assert!(fs::symlink_metadata(desk.path("link.json")).unwrap().is_symlink());
    assert_eq!((desk.text("far/real.json").as_str(), mode("far/real.json")), (NORMAL, 0o640));
    assert_eq!((desk.text("locked.json").as_str(), fs::read_dir(desk.0.path()).unwrap().count()), (LOOSE, 3));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn twice_is_once_and_all_ways_end_alike(journeys in prop::collection::vec(whole::journey(), 1..4), seed in any::<u64>()) {
        let normal_forms: Vec<_> = journeys.iter().map(normal).collect();
        let desk = Desk::with(&[]);
        for (index, text) in normal_forms.iter().enumerate() {
            let ways = (1 << WAYS) - 1;
            fs::write(desk.path(&format!("{index}.json")), loosen(text, seed ^ index as u64, ways)).unwrap();
            fs::write(desk.path(&format!("{index}-again.json")), loosen(text, !seed, ways)).unwrap();
        }
        for done in [desk.run("fmt ."), desk.run("fmt ."), desk.run("fmt . --check")] {
            prop_assert_eq!(done.code, 0, "{}", done.err);
            for (index, text) in normal_forms.iter().enumerate() {
                prop_assert_eq!(&desk.text(&format!("{index}.json")), text);
                prop_assert_eq!(&desk.text(&format!("{index}-again.json")), text);
                prop_assert!(read::json(text).is_ok());
            }
        }
        let unchanged = format!("{} files unchanged\n", 2 * journeys.len());
        prop_assert!(desk.run("fmt .").err.ends_with(&unchanged));
    }
}
