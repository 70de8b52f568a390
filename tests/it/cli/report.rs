//! What an export came to: data, a table and a contact sheet.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{BROKEN, JOURNEY, WARNED};
use crate::support::desk::{Desk, ends};

const LINE: &str = "export in missing.json --to svg,pdf,csv --paper A6 -o out/ \
                    --report out/r/all.json --report out/r/all.csv --report out/r/all.html";

/// A folder with journeys, of which one goes over several pages and one is wrong, under names that are hard to refer to.
fn desk() -> Desk {
    let long = JOURNEY.replace("Iets kopen", &"woord ".repeat(4000));
    let titled = JOURNEY.replace("\"Reis\"", "\"<b>Reis & co</b>\"");
    Desk::with(&[
        ("in/a.json", JOURNEY),
        ("in/b/één #1?.json", &titled),
        ("in/c.json", BROKEN),
        ("in/lang.json", &long),
        ("in/w.json", WARNED),
        ("in/x.json", "{}"),
    ])
}

fn data(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&desk.read(name)).unwrap()
}

/// The same without what the clock says.
fn timeless(mut report: Value) -> Value {
    report["totals"]["seconds"] = Value::Null;
    report["inputs"].as_array_mut().unwrap().iter_mut().for_each(|input| input["seconds"] = Value::Null);
    report
}

#[test]
fn the_data_say_what_came_of_each_input_and_are_right() {
    let desk = desk();
    ends(&desk.run(LINE), 1);
    let report = data(&desk, "out/r/all.json");
    let inputs = report["inputs"].as_array().unwrap();
    let paths: Vec<_> = inputs.iter().map(|input| input["path"].as_str().unwrap()).collect();
    assert_eq!(paths, ["in/a.json", "in/b/één #1?.json", "in/c.json", "in/lang.json", "in/w.json", "missing.json"]);
    assert_eq!(report["passed_over"][0]["path"], "in/x.json");
    let mut named = BTreeMap::new();
    for output in inputs.iter().flat_map(|input| input["outputs"].as_array().unwrap()) {
        let path = output["path"].as_str().unwrap();
        let digit = |digit: u8| char::from_digit(digit.into(), 16).unwrap();
        let bytes = desk.read(path);
        let sum: String = Sha256::digest(&bytes).iter().flat_map(|byte| [byte >> 4, byte & 15]).map(digit).collect();
        assert_eq!((&output["bytes"], &output["sha256"]), (&bytes.len().into(), &sum.into()), "{path}");
        named.insert(path.to_owned(), output["pages"].clone());
    }
    let files = desk.files().into_iter().filter(|name| name.starts_with("out/") && !name.starts_with("out/r/"));
    assert_eq!(named.keys().cloned().collect::<Vec<_>>(), files.collect::<Vec<_>>(), "every file, and nothing else");
    let drawings = named.keys().filter(|name| name.contains("lang-") && name.ends_with("svg")).count();
    assert!(drawings > 1 && named["out/lang.pdf"] == drawings, "{named:?}");
    assert_eq!((&named["out/lang-01.svg"], &named["out/a.pdf"], &named["out/a.csv"]), (&1.into(), &1.into(), &Value::Null));
    let (wrong, warned, missing) = (&inputs[2], &inputs[4], &inputs[5]);
    assert_eq!((&wrong["status"], &wrong["errors"], &wrong["title"]), (&"failed".into(), &1.into(), &Value::Null));
    assert_eq!(wrong["why"], "1:19: a journey has no field `titel`");
    assert_eq!((&wrong["messages"][0]["code"], &wrong["messages"][0]["column"]), (&"unknown-field".into(), &19.into()));
    assert!(warned["status"] == "done" && warned["messages"].as_array().unwrap().iter().any(|it| it["code"] == "no-glyph"));
    assert!(missing["why"].as_str().unwrap().starts_with("cannot be read"), "{missing}");
    let totals = &report["totals"];
    assert_eq!(
        (&totals["inputs"], &totals["done"], &totals["failed"], &totals["left"]),
        (&6.into(), &4.into(), &2.into(), &0.into())
    );
    assert_eq!(totals["outputs"], named.len());
    assert!(inputs[3]["seconds"].as_f64().unwrap() > 0.0 && totals["seconds"].as_f64() >= inputs[3]["seconds"].as_f64());
}

#[test]
fn reports_are_the_same_at_any_number_of_jobs_but_for_the_times() {
    let report = |more: &str| {
        let desk = desk();
        ends(&desk.run(&format!("{LINE} {more}")), 1);
        let again = desk.run(&format!("{LINE} {more}"));
        assert!(again.code == 1 && !again.err.contains("unwritable"), "and they are written anew: {}", again.err);
        (timeless(data(&desk, "out/r/all.json")), desk.text("out/r/all.html"))
    };
    let one = report("--jobs 1");
    for jobs in ["--jobs 2", "--jobs 5"] {
        assert!(report(jobs) == one, "{jobs}");
    }
    let desk = desk();
    ends(&desk.run("export in --to csv --fail-fast -o out/ --report r.json"), 1);
    let stopped = data(&desk, "r.json");
    assert_eq!((&stopped["totals"]["inputs"], &stopped["totals"]["left"]), (&5.into(), &2.into()));
}

#[test]
fn the_table_has_a_row_for_each_file_and_each_failure() {
    let desk = desk();
    ends(&desk.run(LINE), 1);
    let report = data(&desk, "out/r/all.json");
    let table = desk.text("out/r/all.csv");
    let rows: Vec<Vec<&str>> = table.lines().map(|line| line.split(',').collect()).collect();
    assert_eq!(rows[0][..9], ["input", "status", "output", "format", "layout", "part", "pages", "bytes", "sha256"]);
    let mut expected = Vec::new();
    for input in report["inputs"].as_array().unwrap() {
        let files = input["outputs"].as_array().unwrap();
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let path = text(&input["path"]);
        if files.is_empty() {
            expected.push((path.clone(), "failed".to_owned(), String::new(), String::new()));
        }
        expected.extend(files.iter().map(|file| (path.clone(), "done".to_owned(), text(&file["path"]), text(&file["sha256"]))));
    }
    let said: Vec<_> = rows[1..].iter().map(|row| (row[0].into(), row[1].into(), row[2].into(), row[8].into())).collect();
    assert_eq!(said, expected);
}

#[test]
fn the_contact_sheet_refers_to_files_that_are_there() {
    let desk = desk();
    ends(&desk.run(LINE), 1);
    let page = desk.text("out/r/all.html");
    let document = roxmltree::Document::parse(page.trim_start_matches("<!DOCTYPE html>")).unwrap();
    let attributes = |name: &'static str| document.descendants().filter_map(move |node| node.attribute(name));
    let links: Vec<_> = attributes("href").chain(attributes("src")).filter(|link| !link.starts_with('#')).collect();
    assert!(links.len() >= 12 && links.contains(&"../b/%C3%A9%C3%A9n%20%231-.svg"), "{links:?}");
    for link in links {
        let mut bytes = Vec::new();
        let mut rest = link.as_bytes();
        while let [first, after @ ..] = rest {
            if *first == b'%' {
                bytes.push(u8::from_str_radix(std::str::from_utf8(&after[..2]).unwrap(), 16).unwrap());
                rest = &after[2..];
            } else {
                bytes.push(*first);
                rest = after;
            }
        }
        assert!(desk.path("out/r").join(String::from_utf8(bytes).unwrap()).is_file(), "{link}");
    }
    assert_eq!(attributes("loading").count(), 4, "a drawing of each journey");
    assert!(!page.contains("<b>Reis") && page.contains("&lt;b&gt;Reis &amp; co&lt;/b&gt;"));
    assert!(!page.contains("http") && !page.contains("<script"), "it needs nothing else");
}

#[test]
fn a_report_takes_the_place_of_nothing_that_somebody_would_miss() {
    let desk = Desk::with(&[("in/a.json", JOURNEY), ("eigen.csv", "Fase;A\nDoel;b\n"), ("in/reis.json", JOURNEY)]);
    for line in [
        "export in --to csv -o out/ --report in/reis.json",
        "export in --to csv -o out/ --report eigen.csv",
        "export in --to csv -o out/ --report out/r.txt",
        "export in --layout tidy --combine -o all.csv --report r.json",
    ] {
        let done = desk.run(line);
        assert!(done.code == 2 || done.code == 1, "{line}: {}", done.err);
        let left: Vec<_> = desk.files().into_iter().filter(|name| !name.starts_with("out/")).collect();
        assert_eq!(left, ["eigen.csv", "in/a.json", "in/reis.json"], "{line}: {}", done.err);
        assert!(desk.text("in/reis.json") == JOURNEY && desk.text("eigen.csv").starts_with("Fase"), "{line}");
    }
    // A report among the inputs is no input of the next run.
    ends(&desk.run("export in --to svg -o out/ --report in/r.csv --report in/r.json --report in/r.html"), 0);
    for line in [
        "export in --to svg -o out/ --report in/r.csv --report in/r.json --report in/r.html",
        "export in --layout tidy --combine -o all.csv",
        "check in",
        "fmt in",
        "merge in -o merged.json",
    ] {
        let again = desk.run(line);
        assert!(again.code == 0, "{line}: {}", again.err);
        for report in ["csv", "json", "html"] {
            assert!(again.err.contains(&format!("in/r.{report}: skipped: a report of this program")), "{line}: {}", again.err);
        }
    }
    let clash = desk.run("export in --to csv -o out/ --report out/a.csv");
    assert!(clash.code == 2 && clash.err.contains("out/a.csv was written in this run"), "{}", clash.err);
}
