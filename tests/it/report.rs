//! A class at a glance: the reports of `klantreis check`.

use std::collections::BTreeSet;
use std::fs;
use std::io::Cursor;
use std::path::Path;

use calamine::{Data, Range, Reader, Xlsx};
use klantreis::diagnostic::{CellPlace, Code, Diagnostic};
use klantreis::forms::REPORT_MARK;
use klantreis::journey::rules::{Group, RULES, Settings, check};
use klantreis::meta::Timestamp;
use klantreis::read;
use klantreis::report::{Form, Recorder, Report, Status, html, json, workbook};
use roxmltree::{Document, Node, ParsingOptions};
use serde_json::Value;

use crate::support::desk::Desk;

/// A journey in which no rule finds anything.
const COMPLETE: &str = r#"{ "klantreis": 1, "title": "Naar zee", "language": "nl", "authors": [{ "name": "Bo Vermeer", "class": "MEP2" }],
    "scenario": "Bo wil naar zee",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "touchpoint": "Loket", "emotion": 1 } }] }"#;
/// A journey with a gap in a lane, a phase without a touchpoint, and nobody who made it.
const LACKING: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "scenario": "Bo wil weg",
    "phases": [{ "title": "Zoeken", "cells": { "goal": "Iets vinden", "touchpoint": "Website" } },
               { "title": "Kopen", "cells": { "action": "Betalen aan het loket" } }] }"#;
const INVALID: &str = r#"{ "klantreis": 1, "titel": "Reis", "language": "nl", "phases": [{ "title": "Aankoop" }], "y": 1 }"#;
const BROKEN: &str = r#"{ "klantreis": 1, "title": "Reis" "#;
/// Texts that would like to be something else.
const HOSTILE: &str = r#"{ "klantreis": 1, "title": "<script>alert('x')</script> & =1+1 \u0000", "language": "nl", "scenario": "x y z",
    "authors": [{ "name": "=HYPERLINK(\"http://example.org\")", "class": "]]><b>\u0007" }],
    "phases": [{ "title": "</td>&nbsp;`", "cells": { "goal": "TODO", "touchpoint": "-" } }] }"#;

/// A class: hand-ins in every state.
fn class() -> Desk {
    Desk::with(&[
        ("klas/a.json", COMPLETE),
        ("klas/b.json", LACKING),
        ("klas/c.json", INVALID),
        ("klas/d.json", BROKEN),
        ("klas/e.json", HOSTILE),
        ("klas/f.json", "{}"),
        ("klas/~$a.xlsx", ""),
        ("klas/laat/a.json", COMPLETE),
    ])
}

fn data(desk: &Desk, name: &str) -> Value {
    serde_json::from_slice(&desk.read(name)).unwrap()
}

fn sheet(desk: &Desk, name: &str, sheet: &str) -> Range<Data> {
    Xlsx::new(Cursor::new(desk.read(name))).unwrap().worksheet_range(sheet).unwrap()
}

fn list<'v>(value: &'v Value, name: &str) -> &'v Vec<Value> {
    value[name].as_array().unwrap_or_else(|| panic!("{name} in {value}"))
}

fn texts<'v>(values: &'v [Value], name: &str) -> Vec<&'v str> {
    values.iter().map(|value| value[name].as_str().unwrap()).collect()
}

/// What a report holds of these documents.
fn report(documents: &[(&str, &str)]) -> Report {
    let settings = Settings::default();
    let mut recorder = Recorder::new(&settings, None);
    for (path, text) in documents {
        match read::json(text) {
            Ok(journey) => {
                recorder.read(&journey);
                recorder.found(&check(&journey, None, &settings));
                recorder.done(path);
            }
            Err(problems) => {
                recorder.text(text);
                recorder.found(&problems);
                recorder.invalid(path);
            }
        }
    }
    recorder.finish()
}

mod data {
    use super::*;

    #[test]
    fn each_hand_in_has_a_row_and_what_was_passed_over_is_named() {
        let desk = class();
        desk.run("check klas --report klas.json");
        let data = data(&desk, "klas.json");
        let rows = list(&data, "hand_ins");
        assert_eq!(
            texts(rows, "path"),
            ["klas/a.json", "klas/b.json", "klas/c.json", "klas/d.json", "klas/e.json", "klas/f.json", "klas/laat/a.json"]
        );
        let status = ["complete", "findings", "invalid", "unreadable", "findings", "invalid", "complete"];
        assert_eq!(texts(rows, "status"), status);
        assert_eq!(texts(list(&data, "passed_over"), "path"), ["klas/~$a.xlsx"]);
        assert_eq!((&rows[0]["title"], &rows[0]["authors"][0]["class"]), (&"Naar zee".into(), &"MEP2".into()));
        assert_eq!((&rows[1]["cells"]["filled"], &rows[1]["cells"]["all"]), (&3.into(), &6.into()));
        assert!(rows[2]["why"].as_str().unwrap().ends_with("; and 1 more error"), "{}", rows[2]["why"]);
        assert!(rows[2]["counts"].is_null() && rows[2]["cells"].is_null());
    }

    #[test]
    fn who_is_to_be_asked_again_is_told_by_what_matters() {
        let journey = |authors: &str, goals: &str| {
            format!(
                r#"{{ "klantreis": 1, "title": "Naar zee", "language": "nl", "authors": "{authors}", "lanes": [{{ "kind": "goal" }}, {{ "kind": "action" }}],
                "phases": [{{ "title": "Aankoop", "cells": {{ {goals} }} }}] }}"#
            )
        };
        let documents = [
            ("k/a.json", journey("Noor Bakker", r#""goal": "Iets", "action": "Loopt""#)),
            ("k/b.json", journey("Sam", "")),
            ("k/c.json", journey("Bo", r#""goal": "Iets", "action": "Loopt", "weg": 1"#)),
            ("k/d.json", "{".to_owned()),
            ("k/e.json", journey("Noor Bakker", r#""goal": "Iets", "action": "Loopt""#)),
            ("k/f.json", journey("Bakker, Noor", r#""goal": "Iets anders""#)),
            ("k/g.json", journey("Sam", "")),
        ];
        let documents: Vec<(&str, &str)> = documents.iter().map(|(path, text)| (*path, text.as_str())).collect();
        let report = report(&documents);
        let again: Vec<_> = report.again().iter().map(|(_, row)| row.path.as_str()).collect();
        assert_eq!(again[..4], ["k/d.json", "k/c.json", "k/b.json", "k/g.json"]);
        let twins: Vec<_> = report.rows.iter().map(|row| (row.same_as.as_deref(), row.also_by.as_deref())).collect();
        assert_eq!((twins[4].0, twins[5]), (Some("k/a.json"), (None, Some("k/a.json"))), "{twins:?}");
        assert_eq!(twins[6], (None, Some("k/b.json")), "an empty one is the same as any other");
        assert_eq!((report.rows[2].title(), report.rows[2].authors()[0].name.as_str()), (Some("Naar zee"), "Bo"));
        let page = html(&report);
        let at = |text: &str| page.find(text).unwrap_or_else(|| panic!("{text}: {page}"));
        assert!(at("To ask again") < at(">Overview<") && page.contains("the same as a.json") && page.contains(">Bo<"));
    }

    #[test]
    fn there_is_a_column_for_each_rule_that_is_on() {
        let desk = class();
        let columns = |line: &str| {
            desk.run(&format!("check klas/a.json --report klas.json {line}"));
            let data = data(&desk, "klas.json");
            let names = texts(list(&data, "columns"), "id").into_iter().map(str::to_owned);
            names.collect::<Vec<_>>()
        };
        let on = |model: bool| {
            let rules = RULES.iter().filter(|rule| rule.on && (model || rule.group != Group::Model)).map(|rule| rule.id);
            rules.chain(["import"]).collect::<Vec<_>>()
        };
        assert_eq!(columns(""), on(false));
        assert_eq!(columns("--against six-phases"), on(true));
        fs::write(desk.path("rules.toml"), "empty-cell = false\nextra-phase = true\n").unwrap();
        let set = columns("--rules rules.toml --against six-phases");
        assert!(!set.contains(&"empty-cell".to_owned()) && set.contains(&"extra-phase".to_owned()), "{set:?}");
    }

    #[test]
    fn counts_are_those_of_the_diagnostics() {
        let desk = class();
        let done = desk.run("check klas --report klas.json --message-format json");
        let told: Vec<Value> = done.err.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let data = data(&desk, "klas.json");
        let count = |path: &Value, code: &str| told.iter().filter(|one| &one["path"] == path && one["code"] == code).count();
        let mut sums = 0;
        for row in list(&data, "hand_ins") {
            let severity = |name: &str| told.iter().filter(|one| one["path"] == row["path"] && one["severity"] == name).count();
            assert_eq!(row["errors"], severity("error"));
            assert_eq!(row["findings"], severity("warning"));
            assert_eq!(list(row, "messages").len(), severity("error") + severity("warning"));
            for (id, number) in row["counts"].as_object().into_iter().flatten() {
                assert_eq!(*number, count(&row["path"], id), "{id} of {}", row["path"]);
            }
            sums += severity("warning");
        }
        assert!(sums > 5);
        assert_eq!(data["totals"]["findings"], sums);
        let columns: u64 = list(&data, "columns").iter().map(|column| column["count"].as_u64().unwrap()).sum();
        assert_eq!(columns, sums as u64);
        let totals = &data["totals"];
        let numbers =
            ["hand_ins", "complete", "with_findings", "invalid", "unreadable"].map(|name| totals[name].as_u64().unwrap());
        assert_eq!(numbers, [7, 2, 2, 2, 1]);
    }

    #[test]
    fn findings_name_their_phases_and_lanes() {
        let report = report(&[("b.json", LACKING)]);
        let found: Vec<_> = report.rows[0].findings.iter().map(|f| (f.code, f.phases.join("+"), f.lanes.join("+"))).collect();
        let expected = [
            ("no-author", "", ""),
            ("empty-cell", "Kopen", "Doel van de klant"),
            ("empty-cell", "Zoeken", "Actie van de klant"),
            ("phase-without-touchpoint", "Kopen", "Touchpoint"),
        ];
        assert_eq!(found, expected.map(|(code, phases, lanes)| (code, phases.to_owned(), lanes.to_owned())));
    }

    #[test]
    fn where_a_diagnostic_names_no_phase_its_pointer_does() {
        let journey = read::json(LACKING).unwrap();
        let mut recorder = Recorder::new(&Settings::default(), None);
        recorder.read(&journey);
        for pointer in ["/phases/1/cells/action/0/picture", "/lanes/1/title", "/phases/9", "/title"] {
            recorder.found(&[Diagnostic::new(Code::PictureNotFound, "gone").at(pointer)]);
        }
        recorder.done("b.json");
        let report = recorder.finish();
        let found: Vec<_> = report.rows[0].findings.iter().map(|f| (f.phases.join("+"), f.lanes.join("+"))).collect();
        let touchpoint = journey.lanes[1].title.as_str();
        let expected = [("Kopen", "Actie van de klant"), ("", touchpoint), ("", ""), ("", "")];
        assert_eq!(found, expected.map(|(phases, lanes)| (phases.to_owned(), lanes.to_owned())));
        assert_eq!(report.columns.iter().filter(|column| column.id() == "other").count(), 1);
    }

    #[test]
    fn what_an_import_could_not_place_has_a_column_and_makes_nothing_incomplete() {
        let mut recorder = Recorder::new(&Settings::default(), None);
        recorder.read(&read::json(COMPLETE).unwrap());
        let place = CellPlace { sheet: Some("Blad1".into()), cell: "A14".into() };
        recorder.found(&[Diagnostic::new(Code::NotPlaced, "this cell stands below the table").cell(place)]);
        recorder.done("a.xlsx");
        let report = recorder.finish();
        assert_eq!(report.rows[0].status(), Status::Complete);
        let data: Value = serde_json::from_str(&json(&report)).unwrap();
        let row = &data["hand_ins"][0];
        assert_eq!((&row["counts"]["import"], &row["messages"][0]["cell"]), (&1.into(), &"Blad1!A14".into()));
        assert_eq!((&row["findings"], &data["totals"]["import"]), (&0.into(), &1.into()));
        assert!(html(&report).contains("Blad1!A14"));
    }

    #[test]
    fn workbooks_and_tables_are_imported_on_the_fly() {
        let desk =
            Desk::with(&[("klas/a.json", COMPLETE), ("klas/gebroken.xlsx", "PK\u{3}\u{4} and no more"), ("klas/leeg.ods", "")]);
        let mut expected = vec![("klas/a.json".to_owned(), Some("Naar zee".to_owned()))];
        for name in ["gebroken.xlsx", "leeg.ods"] {
            expected.push((format!("klas/{name}"), None));
        }
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import")).unwrap() {
            let path = entry.unwrap().path();
            let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
            if ["xlsx", "ods", "csv"].contains(&extension.as_str()) {
                let (bytes, stem) = (fs::read(&path).unwrap(), path.file_stem().unwrap().to_string_lossy());
                let options = read::Options { stem: Some(&stem), ..read::Options::default() };
                let (_, reading) = read::read(Some(&extension), &bytes, &options);
                let name = format!("klas/{}", path.file_name().unwrap().to_string_lossy());
                fs::write(desk.path(&name), bytes).unwrap();
                expected.push((name, reading.ok().map(|reading| reading.journey.title)));
            }
        }
        expected.sort();
        assert!(expected.len() > 20, "{expected:?}");
        assert_eq!(desk.run("check klas --report klas.json --report klas.xlsx --report klas.html").code, 1);
        let data = data(&desk, "klas.json");
        let title = |row: &Value| (row["path"].as_str().unwrap().to_owned(), row["title"].as_str().map(str::to_owned));
        let found: Vec<_> = list(&data, "hand_ins").iter().map(title).collect();
        assert_eq!(found, expected);
        let broken = list(&data, "hand_ins")
            .iter()
            .filter(|row| ["klas/gebroken.xlsx", "klas/leeg.ods"].map(Value::from).contains(&row["path"]));
        assert!(broken.clone().all(|row| row["status"] == "unreadable" && !row["why"].as_str().unwrap().is_empty()));
        assert_eq!(broken.count(), 2);
    }

    #[test]
    fn the_page_on_reports_shows_one() {
        let desk = Desk::with(&[("klas/b.json", LACKING)]);
        let off = RULES.iter().map(|rule| rule.id).filter(|id| !["empty-cell", "no-author"].contains(id));
        let off: Vec<_> = off.map(|id| format!("{id} = false")).collect();
        fs::write(desk.path("rules.toml"), off.join("\n")).unwrap();
        desk.run("check klas --rules rules.toml --report klas.json");
        let shown = String::from_utf8(desk.read("klas.json")).unwrap();
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/check-report.md");
        let page = fs::read_to_string(&path).unwrap();
        let (before, rest) = page.split_once("```json\n").unwrap();
        let (example, after) = rest.split_once("```").unwrap();
        if std::env::var_os("UPDATE_GOLDENS").is_some() {
            fs::write(&path, format!("{before}```json\n{shown}```{after}")).unwrap();
        } else {
            assert_eq!(example, shown);
        }
    }
}

mod workbooks {
    use super::*;

    /// The text of a cell; a number without decimals.
    fn text(cell: &Data) -> String {
        assert!(!matches!(cell, Data::Error(_)), "{cell:?}");
        cell.to_string()
    }

    #[test]
    fn the_overview_says_what_the_data_say() {
        let desk = class();
        desk.run("check klas --report klas.json --report klas.xlsx");
        let (data, sheet) = (data(&desk, "klas.json"), sheet(&desk, "klas.xlsx", "Overview"));
        let rows: Vec<Vec<String>> = sheet.rows().map(|row| row.iter().map(text).collect()).collect();
        let header = rows.iter().position(|row| row[0] == "Hand-in").unwrap();
        let ids = texts(list(&data, "columns"), "id");
        assert_eq!(rows[header][8..8 + ids.len()], ids);
        for (row, hand_in) in rows[header + 1..].iter().zip(list(&data, "hand_ins")) {
            assert_eq!(format!("klas/{}", row[0]), hand_in["path"]);
            let expected = |value: &Value| value.as_u64().map_or("–".to_owned(), |number| number.to_string());
            for (cell, id) in row[8..].iter().zip(&ids) {
                assert_eq!(*cell, expected(&hand_in["counts"][id]), "{id} of {}", row[0]);
            }
            assert_eq!(row[4], expected(&hand_in["cells"]["filled"]));
            let why = row.last().unwrap();
            assert_eq!(why.is_empty(), hand_in["why"].is_null(), "{why}");
        }
        let states: Vec<_> = rows[header + 1..header + 8].iter().map(|row| row[6].as_str()).collect();
        assert_eq!(states[..4], ["✓ complete", "▲ 4 findings", "✗ invalid", "✗ cannot be read"]);
        let total = &rows[header + 8];
        assert_eq!((total[0].as_str(), total[6].as_str()), ("Total", "2 of 7 complete"));
        for (cell, column) in total[8..].iter().zip(list(&data, "columns")) {
            assert_eq!(*cell, column["count"].to_string());
        }
        assert!(rows.iter().any(|row| row[0].contains("klas/~$a.xlsx")), "what was passed over is named");
    }

    #[test]
    fn each_finding_has_a_row_and_each_column_its_meaning() {
        let desk = class();
        desk.run("check klas --report klas.json --report klas.xlsx");
        let data = data(&desk, "klas.json");
        let messages: usize = list(&data, "hand_ins").iter().map(|row| list(row, "messages").len()).sum();
        let findings = sheet(&desk, "klas.xlsx", "Findings");
        assert_eq!(findings.height(), messages + 1);
        let row: Vec<_> = findings.rows().find(|row| text(&row[3]) == "Kopen").unwrap().iter().map(text).collect();
        assert_eq!(row[..5], ["b.json", "▲ finding", "empty-cell", "Kopen", "Doel van de klant"]);
        assert_eq!((row[5].as_str(), row[7].as_str()), ("line 3", "fill in the lane there"));
        let rules: BTreeSet<_> = sheet(&desk, "klas.xlsx", "Rules").rows().map(|row| text(&row[0])).collect();
        assert!(RULES.iter().all(|rule| rules.contains(rule.id)), "{rules:?}");
    }

    #[test]
    fn who_is_to_be_asked_again_has_a_sheet_that_says_what_the_page_says() {
        let desk = class();
        desk.run("check klas --lang nl --report klas.xlsx --report klas.html");
        let rows: Vec<Vec<String>> =
            sheet(&desk, "klas.xlsx", "Opnieuw te vragen").rows().map(|row| row.iter().map(text).collect()).collect();
        assert_eq!(rows[0], ["Inlevering", "Gemaakt door", "Stand", "Waarom"]);
        let names: Vec<_> = rows[1..].iter().map(|row| row[0].as_str()).collect();
        assert_eq!(names, ["d.json", "c.json", "f.json", "b.json", "e.json"], "{rows:#?}");
        let page = desk.text("klas.html");
        let section = &page[page.find("id=\"again\"").unwrap()..];
        let section = &section[..section.find("</section>").unwrap()];
        let bare = |text: &str| text.replace(['‘', '’', '“', '”', '`', '"'], "");
        let section = bare(&section.replace("<code>", "").replace("</code>", "").replace("&quot;", ""));
        let section = section.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        for row in &rows[1..] {
            for line in row[3].lines() {
                assert!(section.contains(&bare(line)), "{line}: {section}");
            }
        }
        assert!(rows.iter().any(|row| row[3].ends_with("\nen nog 2")), "{rows:#?}");
        desk.run("check klas/a.json --lang nl --report klaar.xlsx");
        let names = Xlsx::new(Cursor::new(desk.read("klaar.xlsx"))).unwrap().sheet_names();
        assert_eq!(names, ["Overzicht", "Bevindingen", "Regels"], "nobody is to be asked");
    }

    #[test]
    fn nothing_that_others_wrote_is_a_formula() {
        let desk = class();
        desk.run("check klas --report klas.xlsx");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(desk.read("klas.xlsx"))).unwrap();
        for name in book.sheet_names() {
            assert!(book.worksheet_formula(&name).unwrap().used_cells().next().is_none(), "{name}");
        }
        let sheet = sheet(&desk, "klas.xlsx", "Overview");
        assert!(sheet.used_cells().any(|(_, _, cell)| *cell == Data::String("=HYPERLINK(\"http://example.org\")".into())));
        assert!(book.defined_names().iter().any(|(name, _)| name == REPORT_MARK), "a report is told from a hand-in");
    }

    #[test]
    fn rows_show_the_whole_of_usual_texts() {
        let report = report(&[("klas/a.json", COMPLETE), ("klas/b.json", LACKING), ("klas/c.json", INVALID)]);
        for sheet in workbook(&report, Timestamp::DEFAULT).sheets {
            assert!(sheet.rows.iter().all(|row| row.height.0 < 200.0), "{}", sheet.name);
            assert!(sheet.columns.iter().all(|width| *width > 3.0));
            assert!(sheet.filter.is_some() && sheet.print.repeat_rows.is_some(), "{}", sheet.name);
        }
    }
}

mod pages {
    use super::*;

    fn parsed(page: &str) -> Document<'_> {
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        Document::parse_with_options(page, options).unwrap_or_else(|error| panic!("{error}\n{page}"))
    }

    fn all<'a>(document: &'a Document, name: &'static str) -> impl Iterator<Item = Node<'a, 'a>> {
        document.descendants().filter(move |node| node.has_tag_name(name))
    }

    fn words(node: Node) -> String {
        node.descendants().filter(Node::is_text).filter_map(|text| text.text()).collect()
    }

    #[test]
    fn a_page_is_well_formed_and_every_row_is_as_wide_as_the_others() {
        let desk = class();
        desk.run("check klas --report klas.html");
        let page = String::from_utf8(desk.read("klas.html")).unwrap();
        let document = parsed(&page);
        assert_eq!(document.root_element().attribute("lang"), Some("en"));
        for table in all(&document, "table") {
            let rows = table.descendants().filter(|node| node.has_tag_name("tr"));
            let span = |cell: Node| cell.attribute("colspan").map_or(1, |span| span.parse::<usize>().unwrap());
            let widths: BTreeSet<usize> = rows.map(|row| row.children().filter(Node::is_element).map(span).sum()).collect();
            assert_eq!(widths.len(), 1, "{widths:?}");
        }
        assert!(all(&document, "th").all(|head| head.attribute("scope").is_some()));
        let links = all(&document, "a").filter_map(|link| link.attribute("href")?.strip_prefix('#'));
        let ids: BTreeSet<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        let links: Vec<_> = links.collect();
        assert!(links.len() == 10 && links.iter().all(|link| ids.contains(link)), "{links:?}");
        for other in ["<script", "<link", "src=", "url(", "@import"] {
            assert!(!page.contains(other), "{other}: the page needs no other file");
        }
    }

    #[test]
    fn colour_never_says_anything_alone() {
        let desk = class();
        desk.run("check klas --report klas.html");
        let page = String::from_utf8(desk.read("klas.html")).unwrap();
        let document = parsed(&page);
        let coloured = |node: &Node| {
            node.attribute("class").is_some_and(|class| class.split(' ').any(|c| ["good", "fair", "bad"].contains(&c)))
        };
        let mut seen = 0;
        for node in document.descendants().filter(coloured).filter(|node| !node.has_tag_name("i")) {
            assert!(!words(node).trim().is_empty(), "{node:?}");
            seen += 1;
        }
        assert!(seen > 10);
        // What is only seen has its text beside it.
        for tick in document.descendants().filter(|node| node.attribute("aria-hidden").is_some() && !node.has_tag_name("div")) {
            let around = words(tick.parent().unwrap());
            assert!(around.trim() != words(tick).trim(), "{around}");
        }
    }

    #[test]
    fn what_others_wrote_is_text() {
        let desk = class();
        desk.run("check klas --report klas.html");
        let page = String::from_utf8(desk.read("klas.html")).unwrap();
        assert!(!page.contains("<script") && page.contains("&lt;script&gt;alert"));
        let document = parsed(&page);
        assert!(all(&document, "td").any(|cell| words(cell).starts_with("<script>alert('x')</script> & =1+1")));
        assert_eq!(all(&document, "b").filter(|b| words(*b).parse::<usize>().is_err()).count(), 0);
    }

    #[test]
    fn of_very_many_errors_the_first_are_shown() {
        let phases = "3,".repeat(90);
        let text = format!(r#"{{ "klantreis": 1, "title": "R", "language": "nl", "phases": [{phases} 3] }}"#);
        let page = html(&report(&[("a.json", &text)]));
        let document = parsed(&page);
        let list = all(&document, "details").next().unwrap();
        assert_eq!(list.descendants().filter(|node| node.has_tag_name("tr")).count(), 1 + 25 + 1);
        assert!(words(list).contains("and 66 more"), "{}", words(list));
    }

    #[test]
    fn an_empty_report_is_a_page_and_a_workbook_too() {
        let report = report(&[]);
        parsed(&html(&report));
        for (form, _) in Form::ALL {
            assert!(!form.write(&report, Timestamp::DEFAULT).unwrap().is_empty());
        }
    }
}

mod files {
    use super::*;

    #[test]
    fn the_same_class_gives_the_same_bytes() {
        let line = "check klas --against six-phases --report klas.xlsx --report klas.html --report klas.json";
        let runs = [class(), class()].map(|desk| {
            desk.run(line);
            ["klas.xlsx", "klas.html", "klas.json"].map(|name| desk.read(name))
        });
        assert_eq!(runs[0], runs[1]);
    }

    #[test]
    fn a_report_changes_no_exit_code_and_no_message() {
        let desk = class();
        for line in ["check klas/a.json", "check klas/b.json", "check klas/b.json --strict", "check klas", "check none.json"] {
            let (without, with) = (desk.run(line), desk.run(&format!("{line} --report out/klas.HTML")));
            assert_eq!(with.code, without.code, "{line}");
            assert_eq!(
                with.err.lines().filter(|said| !said.starts_with("written: ")).collect::<Vec<_>>(),
                without.err.lines().collect::<Vec<_>>()
            );
            assert!(desk.path("out/klas.HTML").exists());
            fs::remove_dir_all(desk.path("out")).unwrap();
        }
        assert_eq!(
            [0, 0, 3, 1, 1],
            ["a.json", "b.json", "b.json --strict", "", "../none.json"].map(|name| desk.run(&format!("check klas/{name}")).code)
        );
    }

    #[test]
    fn an_input_is_never_overwritten() {
        let desk = class();
        for line in ["check klas --report klas/a.json", "check klas/a.json --against klas/b.json --report ./klas/../klas/b.json"]
        {
            let done = desk.run(line);
            assert_eq!(done.code, 2, "{}", done.err);
            assert!(done.err.contains("and is not overwritten"), "{}", done.err);
        }
        assert_eq!((desk.read("klas/a.json"), desk.read("klas/b.json")), (COMPLETE.into(), LACKING.into()));
    }

    #[test]
    fn a_report_in_the_folder_of_the_hand_ins_is_none_of_them() {
        let desk = Desk::with(&[("klas/b.json", LACKING)]);
        let line = "check klas --report klas/overzicht.json --report klas/overzicht.html --report klas/overzicht.xlsx";
        let runs = [(), ()].map(|()| {
            let done = desk.run(line);
            assert_eq!(done.code, 0, "{}", done.err);
            data(&desk, "klas/overzicht.json")["hand_ins"].clone()
        });
        assert_eq!(runs[0], runs[1]);
        assert_eq!(runs[0].as_array().unwrap().len(), 1);
        let passed = texts(list(&data(&desk, "klas/overzicht.json"), "passed_over"), "path").join(" ");
        assert!(passed.contains("overzicht.xlsx"), "{passed}");
    }

    #[test]
    fn only_the_three_extensions_are_reports() {
        let desk = class();
        for name in ["klas.pdf", "klas", "-", "klas.json.txt"] {
            let done = desk.run(&format!("check klas --report {name}"));
            assert_eq!(done.code, 2, "{name}");
            assert!(done.err.contains(".xlsx, .html, .json"), "{}", done.err);
            assert!(!done.err.contains("warning["), "nothing is checked first");
        }
    }

    #[test]
    fn all_reports_are_written_or_none() {
        let desk = class();
        fs::create_dir(desk.path("klas.html")).unwrap();
        let done = desk.run("check klas/a.json --report klas.json --report klas.html");
        assert_eq!(done.code, 1);
        assert!(done.err.contains("cannot write klas.html") && !desk.path("klas.json").exists(), "{}", done.err);
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_opened_has_a_row_that_says_why() {
        let desk = class();
        std::os::unix::fs::symlink("nowhere.json", desk.path("klas/z.json")).unwrap();
        assert_eq!(desk.run("check klas --report klas.json").code, 1);
        let data = data(&desk, "klas.json");
        let row = list(&data, "hand_ins").iter().find(|row| row["path"] == "klas/z.json").unwrap().clone();
        assert_eq!((&row["status"], &row["messages"][0]["code"]), (&"unreadable".into(), &"unreadable".into()));
        assert!(!row["why"].as_str().unwrap().is_empty());
    }
}
