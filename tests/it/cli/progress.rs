//! What a run of many inputs says on its way and at its end; on a terminal it is a bar, which has tests of its own.

use super::{BROKEN, JOURNEY};
use crate::support::desk::{Desk, Done, ends, records};

/// A folder with journeys, of which two are wrong.
fn desk() -> Desk {
    let good: Vec<_> = (0..23).map(|number| format!("in/{number:02}.json")).collect();
    let good = good.iter().map(|name| (name.as_str(), JOURNEY));
    let twice = BROKEN.replace("\"title\"", "\"titel\"");
    let half = r#"{ "klantreis": 1, "titel": 1, "taal": 2, "phases": [] "#;
    Desk::with(&good.chain([("in/05b.json", twice.as_str()), ("in/x\u{202e}.json", half)]).collect::<Vec<_>>())
}

const FAILED: &str = "failed:
  in/05b.json: 1:19: a journey has no field `titel` (and 1 more)
  in/x\\u{202e}.json: 1:1: this object is never closed
";

#[test]
fn at_the_end_stands_what_failed_and_why() {
    for (line, summary) in [
        ("export in missing.json --to csv -o out/", "23 files written to out/"),
        ("export in missing.json --layout tidy --combine -o all.csv", "23 journeys combined into all.csv"),
        ("import in missing.json -o out/", "23 journeys written to out/"),
        ("fmt in missing.json", "23 files formatted"),
        ("check in missing.json", "23 journeys valid, but not complete"),
    ] {
        let Done { code, err, out } = desk().run(line);
        assert_eq!((code, out.len()), (1, 0), "{line}: {err}");
        let end = format!(
            "{FAILED}  missing.json: cannot be read: No such file or directory (os error 2)\n{summary}; 3 of 26 inputs failed"
        );
        assert!(err.contains(&end), "{line}: {err}");
        assert!(!err.contains("inputs done"), "{line}: {err}");
    }
}

#[test]
fn programs_are_told_in_records_and_the_quiet_nothing() {
    let done = desk().run("export in --to csv -o out/ --message-format json");
    let failed: Vec<_> = records(&done.err).into_iter().filter(|record| record["code"] == "failed").collect();
    let said: Vec<_> =
        failed.iter().map(|record| (record["severity"].as_str().unwrap(), record["path"].as_str().unwrap())).collect();
    assert_eq!(said, [("note", "in/05b.json"), ("note", "in/x\u{202e}.json")]);
    assert_eq!(failed[1]["message"], "1:1: this object is never closed");
    let quiet = desk().run("export in --to csv -o out/ --quiet --message-format short");
    assert!(quiet.code == 1 && quiet.err.lines().all(|line| line.contains("error[")), "{}", quiet.err);
}

#[test]
fn where_nothing_failed_or_there_is_one_input_the_end_is_a_line() {
    let desk = desk();
    let right = desk.run("export in/00.json in/01.json --to csv -o out/");
    ends(&right, 0);
    assert_eq!(right.err, "2 files written to out/\n");
    assert!(!desk.run("export in/05b.json --to csv -o out/").err.contains("failed:"));
}

#[test]
fn elsewhere_than_on_a_terminal_each_tenth_is_a_line_for_those_who_want_to_know_all() {
    for (form, first, last) in [
        ("human", "3 of 25 inputs done\n", "24 of 25 inputs done, 1 failed\n"),
        ("json", "\"message\":\"3 of 25 inputs done\"", "\"message\":\"24 of 25 inputs done, 1 failed\""),
    ] {
        let line = format!("export in --to csv -o out/ --verbose --message-format {form}");
        let done = desk().run(&line);
        assert_eq!((done.code, done.out.len()), (1, 0));
        assert!(done.err.contains(first) && done.err.contains(last), "{}", done.err);
        assert_eq!(done.err.matches("inputs done").count(), 8, "{}", done.err);
        // Where data go to the standard output nothing of it is said.
        let table = desk().run(&format!("export in --layout tidy --combine -o - --verbose --message-format {form}"));
        assert!(!table.err.contains("inputs done") && !table.out.is_empty(), "{}", table.err);
    }
}
