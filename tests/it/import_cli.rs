//! `klantreis import`, and workbooks and tables wherever journeys are read.

use std::fs;

use crate::support::desk::{Desk, ends, records};
use serde_json::Value;

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl", "date": "2026-11-22", "authors": { "name": "Bo", "class": "MEP2" },
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1 } }] }"#;
const TABLE: &str = "Naar zee;;\nNaam: Sam de Wit (MEP2);;\n;Bewustzijn;Aankoop\nDoel;Weten wat er is;Een kaartje\n\
                     Actie;Zoekt op;Betaalt\nTouchpoint;Website;Loket\nBeleving;1;-1\n";
/// The same with texts below, of which no journey knows.
const LEFT: &str =
    ";Bewustzijn;Aankoop\nDoel;Weten wat er is;Een kaartje\nActie;Zoekt op;Betaalt\n\n\nEen los eind;;\nNog een;En nog een;\n";
const GRADES: &str = "naam;cijfer\nSam;7\nNoor;8\n";

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap()
}

mod one {
    use super::*;

    #[test]
    fn a_table_goes_to_the_standard_output_in_normal_form() {
        let desk = Desk::with(&[("reis.csv", TABLE)]);
        let done = desk.run("import reis.csv");
        ends(&done, 0);
        assert_eq!(done.err, "");
        let journey = json(&done.out);
        assert_eq!((&journey["title"], &journey["language"]), (&"Naar zee".into(), &"nl".into()));
        assert_eq!(journey["authors"][0]["class"], "MEP2");
        assert_eq!(journey["phases"][1]["cells"]["doel"][0]["text"], "Een kaartje");
        ends(&desk.run_with("fmt - --check", text(&done.out), &[]), 0);
        assert_eq!(desk.run("import reis.csv -o -").out, done.out);
        assert_eq!(desk.run_with("import -", TABLE, &[]).out, done.out, "a stream is known by what is in it");
        assert_eq!(desk.files(), ["reis.csv"]);
    }

    #[test]
    fn a_file_is_named_or_lies_in_a_folder() {
        let desk = Desk::with(&[("in/reis.csv", TABLE)]);
        let done = desk.run("import in/reis.csv -o out/zee.json");
        ends(&done, 0);
        assert_eq!((done.err.as_str(), done.out.len()), ("1 file written: out/zee.json\n", 0));
        let done = desk.run("import in/reis.csv -o out");
        assert_eq!((done.code, done.err.as_str()), (0, "1 journey written to out/\n"));
        assert_eq!(desk.files(), ["in/reis.csv", "out/reis.json", "out/zee.json"]);
        assert_eq!(desk.read("out/reis.json"), desk.read("out/zee.json"));
    }

    #[test]
    fn a_journey_in_json_comes_out_in_its_normal_form() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        let done = desk.run("import reis.json");
        ends(&done, 0);
        assert_eq!(done.out, desk.run("fmt reis.json --stdout").out);
    }

    #[test]
    fn a_workbook_of_ours_comes_back() {
        let desk = Desk::with(&[("reis.json", JOURNEY)]);
        ends(&desk.run("export reis.json -o reis.xlsx"), 0);
        let done = desk.run("import reis.xlsx");
        ends(&done, 0);
        let journey = json(&done.out);
        assert_eq!(journey["title"], "Reis");
        let cells = journey["phases"][0]["cells"].as_object().unwrap();
        assert!(cells.values().any(|cell| cell[0]["text"] == "Iets kopen"), "{cells:?}");
    }

    #[test]
    fn an_input_is_never_overwritten() {
        let desk = Desk::with(&[("reis.json", JOURNEY), ("in/reis.csv", TABLE), ("in/reis.json", JOURNEY)]);
        for (line, what) in [
            ("import reis.json -o reis.json", "an input"),
            ("import reis.json -o ./ --force", "an input"),
            ("import in -o in", "a journey beside the inputs"),
        ] {
            let done = desk.run(line);
            ends(&done, 1);
            assert!(done.err.contains(&format!("is {what} and is not overwritten")), "{line}: {}", done.err);
        }
        assert_eq!(desk.files(), ["in/reis.csv", "in/reis.json", "reis.json"]);
        assert_eq!((text(&desk.read("reis.json")), text(&desk.read("in/reis.json"))), (JOURNEY, JOURNEY));
    }

    #[test]
    fn what_holds_no_journey_fails_and_writes_nothing() {
        let desk = Desk::with(&[("cijfers.csv", GRADES), ("leeg.xlsx", ""), ("los.xlsx", "PK\u{3}\u{4} and no more")]);
        let done = desk.run("import cijfers.csv -o out/reis.json --message-format short");
        ends(&done, 1);
        assert!(done.err.starts_with("cijfers.csv: error[no-matrix]"), "{}", done.err);
        for file in ["leeg.xlsx", "los.xlsx", "none.xlsx"] {
            let done = desk.run(&format!("import {file}"));
            assert_eq!((done.code, done.out.len()), (1, 0), "{}", done.err);
        }
        assert_eq!(desk.files(), ["cijfers.csv", "leeg.xlsx", "los.xlsx"]);
    }
}

mod several {
    use super::*;

    #[test]
    fn a_folder_is_mirrored_and_one_bad_file_stops_no_other() {
        let desk = Desk::with(&[
            ("in/a.csv", TABLE),
            ("in/A.tsv", &TABLE.replace(';', "\t")),
            ("in/klas 1/b.csv", TABLE),
            ("in/cijfers.csv", GRADES),
            ("in/c.json", JOURNEY),
            ("in/package.json", "{}"),
            ("in/~$a.xlsx", "x"),
            ("in/._a.xlsx", "x"),
            ("in/out/old.csv", TABLE),
        ]);
        let done = desk.run("import in -o in/out");
        ends(&done, 1);
        let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("in/out/")).collect();
        assert_eq!(written, ["in/out/A.json", "in/out/a-2.json", "in/out/c.json", "in/out/klas 1/b.json", "in/out/old.csv"]);
        for said in [
            "in/._a.xlsx: skipped: hidden",
            "in/~$a.xlsx: skipped: a lock file of Office",
            "in/out: skipped: the output folder",
            "error[no-matrix]",
            "4 journeys written to in/out/; 1 of 5 inputs failed",
        ] {
            assert!(done.err.contains(said), "{said} in {}", done.err);
        }
        let here = desk.run("import in/c.json in/a.csv -o in/");
        assert!(here.err.contains("in/c.json is an input and is not overwritten"), "{}", here.err);
    }

    #[test]
    fn wrong_use_is_2() {
        let desk = Desk::with(&[("a.csv", TABLE), ("b.csv", TABLE), ("plain", "")]);
        for (line, said) in [
            ("import", "INPUT"),
            ("import a.csv b.csv", "several inputs do not go into the standard output; name a folder with -o"),
            ("import .", "several inputs do not go into the standard output"),
            ("import a.csv b.csv -o c.json", "several inputs do not go into the file c.json"),
            ("import a.csv -o c.xlsx", "an import writes journeys in JSON, and c.xlsx ends in .xlsx"),
            ("import a.csv -o plain", "plain is a file"),
            ("import a.csv --explain -o -", "--explain takes the standard output itself"),
            ("import a.csv --layout matrx", "matrix"),
            ("import a.csv --language dutch", "write `nl`"),
            ("import a.csv --name {titel}", "did you mean `{title}`?"),
            ("import a.csv --name {title} -o c.json", "-o names the file c.json"),
            ("export a.csv --name {title", "has no `}` behind it"),
            ("export a.csv --name {class}/{title}", "a name is no path"),
            ("export a.csv --name {title} -o c.pdf", "-o names the file c.pdf"),
            ("export a.csv --name {title} --to svg -o -", "-o names the standard output"),
        ] {
            let done = desk.run(line);
            assert_eq!(done.code, 2, "{line}: {}", done.err);
            assert!(done.err.contains(said), "{line}: {}", done.err);
            assert!(done.out.is_empty(), "{line}");
        }
        assert_eq!(desk.files(), ["a.csv", "b.csv", "plain"], "nothing was written");
    }
}

mod said {
    use super::*;

    #[test]
    fn an_explanation_goes_to_the_standard_output_and_nothing_is_written() {
        let desk = Desk::with(&[("a.csv", TABLE), ("b.csv", TABLE), ("c.json", JOURNEY)]);
        let done = desk.run("import a.csv b.csv c.json --explain");
        ends(&done, 0);
        let out = text(&done.out);
        let (first, rest) = out.split_once("\n\nb.csv\n").unwrap();
        let lines: Vec<_> = first.lines().collect();
        assert_eq!(lines[0], "a.csv");
        let row = lines.iter().find(|line| line.starts_with("  row 4 ")).unwrap_or_else(|| panic!("{first}"));
        assert!(row.contains("Doel") && row.contains("goal"), "{row}");
        let column = lines.iter().find(|line| line.starts_with("  column C ")).unwrap();
        assert_eq!(row.find("lane"), column.find("phase"), "in a column:\n{first}");
        assert!(rest.ends_with("\n\nc.json\n  a journey in JSON, read as it is written\n"), "{rest}");
        assert_eq!(desk.files(), ["a.csv", "b.csv", "c.json"]);
        let done = desk.run("import a.csv --explain -o a.json");
        assert_eq!(text(&done.out), format!("{first}\n"));
        assert_eq!(json(&desk.read("a.json"))["title"], "Naar zee");
    }

    #[test]
    fn to_programs_each_step_is_an_object() {
        let desk = Desk::with(&[("a.csv", TABLE), ("c.json", JOURNEY)]);
        let done = desk.run("import a.csv c.json --explain --message-format json");
        ends(&done, 0);
        let steps = records(text(&done.out));
        assert!(steps.iter().all(|step| ["path", "part", "meaning"].iter().all(|field| step[field].is_string())), "{steps:?}");
        assert!(steps.iter().any(|step| step["path"] == "a.csv" && step["part"] == "row 4"), "{steps:?}");
        assert_eq!(steps.last().unwrap()["path"], "c.json");
    }

    #[test]
    fn cells_without_a_place_are_told_together_and_each_to_those_who_ask() {
        let desk = Desk::with(&[("reis.csv", LEFT)]);
        let done = desk.run("import reis.csv");
        ends(&done, 0);
        assert_eq!(done.err.matches("warning[not-placed]").count(), 1, "{}", done.err);
        assert!(done.err.contains("reis.csv:A6") && done.err.contains("the same holds of A7, B7"), "{}", done.err);
        assert!(done.err.ends_with("3 warnings\n"), "{}", done.err);
        let left = &json(&done.out)["x"]["import"]["left"];
        assert_eq!((left.as_array().unwrap().len(), &left[0]["text"]), (3, &"Een los eind".into()));
        assert_eq!(desk.run("import reis.csv --verbose").err.matches("warning[not-placed]").count(), 3);
        let short = desk.run("import reis.csv --message-format short").err;
        assert!(
            short.contains("reis.csv:A6: warning[not-placed]") && short.contains("(and 2 more, which --verbose lists)"),
            "{short}"
        );
        let each = desk.run("import reis.csv --message-format short --verbose").err;
        assert!(each.contains("reis.csv:B7: warning[not-placed]"), "{each}");
        let told = records(&desk.run("import reis.csv --message-format json").err);
        assert_eq!(told.iter().filter(|record| record["code"] == "not-placed" && record["cell"].is_string()).count(), 3);
        ends(&desk.run("import reis.csv --strict"), 3);
    }

    #[test]
    fn language_and_way_may_be_given() {
        let desk = Desk::with(&[("reis.csv", TABLE)]);
        assert_eq!(json(&desk.run("import reis.csv --language NL-be").out)["language"], "nl-BE");
        assert_eq!(desk.run("import reis.csv --layout matrix").out, desk.run("import reis.csv").out);
    }

    #[test]
    fn readers_and_ways_are_listed() {
        let desk = Desk::with(&[]);
        let names = |what: &str| -> Vec<String> {
            let entries = json(&desk.run(&format!("list {what} --json")).out);
            entries.as_array().unwrap().iter().map(|entry| entry["name"].as_str().unwrap().to_owned()).collect()
        };
        assert_eq!(names("readers"), klantreis::read::READERS.iter().map(|reader| reader.name).collect::<Vec<_>>());
        assert_eq!(names("ways"), klantreis::read::WAYS.iter().map(|way| way.name).collect::<Vec<_>>());
        assert!(text(&desk.run("list readers").out).contains(".xlsx"));
    }
}

mod elsewhere {
    use super::*;

    #[test]
    fn a_table_becomes_a_poster_with_its_remarks() {
        let desk = Desk::with(&[("reis.csv", LEFT)]);
        let done = desk.run("export reis.csv -o poster.svg");
        ends(&done, 0);
        assert!(done.err.contains("warning[not-placed]") && done.err.contains("reis.csv:A6"), "{}", done.err);
        assert!(text(&desk.read("poster.svg")).contains("<svg"));
    }

    #[test]
    fn a_folder_gives_to_each_command_what_it_reads() {
        let files =
            [("in/a.json", JOURNEY), ("in/b.csv", TABLE), ("in/cijfers.csv", GRADES), ("in/x.json", "{}"), ("in/~$b.xlsx", "x")];
        let desk = Desk::with(&files);
        let done = desk.run("fmt in");
        ends(&done, 0);
        let tables = "in: skipped: 2 workbooks and tables, of which `klantreis import` makes journeys";
        assert!(done.err.contains(tables) && !done.err.contains("b.csv"), "{}", done.err);
        for (line, files) in [("export in --to csv -o out", "2 files written"), ("import in -o json/", "2 journeys written")] {
            let done = desk.run(line);
            ends(&done, 1);
            assert!(done.err.contains(files) && done.err.contains("1 of 3 inputs failed"), "{line}: {}", done.err);
            assert!(done.err.contains("in/x.json: skipped: JSON without"), "{line}: {}", done.err);
        }
        assert_eq!(text(&desk.read("in/b.csv")), TABLE);
        let done = desk.run("check in --message-format short");
        ends(&done, 1);
        assert!(done.err.contains("in/cijfers.csv: error[no-matrix]"), "{}", done.err);
        assert!(done.err.contains("2 journeys valid") && done.err.contains("2 of 4 inputs failed"), "{}", done.err);
        assert!(done.err.contains("in/x.json:1:1: error[missing-field]"), "what is handed in counts: {}", done.err);
    }

    #[test]
    fn what_was_made_of_a_journey_beside_it_is_not_read_again() {
        let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/b.csv", TABLE)]);
        ends(&desk.run("export in/a.json --to xlsx,csv -o in/"), 0);
        for (line, made) in [
            ("import in -o in/", "in/b.json"),
            // The second time what is there is found, and written anew.
            ("import in -o in/", "in/b.json"),
            ("import in -o json/", "json/b.json"),
            ("export in --to csv -o out/", "out/b.csv"),
        ] {
            let done = desk.run(line);
            ends(&done, 0);
            assert!(desk.files().iter().any(|name| name == made), "{line}: {:?}", desk.files());
        }
        let made = |folder: &str| desk.files().into_iter().filter(|name| name.starts_with(folder)).collect::<Vec<_>>();
        assert_eq!(
            (made("json/"), made("out/")),
            (vec!["json/a.json".into(), "json/b.json".into()], vec!["out/a.csv".into(), "out/b.csv".into()])
        );
        // What somebody has changed since is theirs.
        fs::write(desk.path("in/a.csv"), TABLE).unwrap();
        let done = desk.run("import in -o other/");
        assert!(done.err.contains("3 journeys written"), "{}", done.err);
        let done = desk.run("export in --to csv -o rest/");
        assert!(
            done.err.contains("2 files written") && done.err.contains("in/a.csv: skipped: the journey of that name"),
            "{}",
            done.err
        );
    }

    #[test]
    fn a_folder_of_tables_says_what_reads_them() {
        let done = Desk::with(&[("in/b.csv", TABLE)]).run("fmt in");
        ends(&done, 1);
        assert!(done.err.contains("a workbook or table, of which `klantreis import` makes a journey"), "{}", done.err);
        assert!(done.err.contains("there is no journey in this folder"), "{}", done.err);
    }

    #[test]
    fn fmt_never_puts_json_in_the_place_of_a_workbook() {
        let desk = Desk::with(&[("reis.json", JOURNEY), ("reis.csv", TABLE)]);
        ends(&desk.run("export reis.json -o reis.xlsx"), 0);
        let before = desk.read("reis.xlsx");
        for line in ["fmt reis.xlsx reis.csv", "fmt reis.xlsx --stdout", "fmt reis.csv --check"] {
            let done = desk.run(line);
            ends(&done, 1);
            assert!(
                done.err.contains("this is a workbook or a table and no journey in JSON, and is left as it is"),
                "{}",
                done.err
            );
            assert!(done.out.is_empty());
        }
        assert_eq!((desk.read("reis.xlsx"), text(&desk.read("reis.csv"))), (before, TABLE));
    }

    #[test]
    fn tables_are_merged_and_compared_like_documents() {
        let desk = Desk::with(&[("a.json", JOURNEY), ("b.csv", LEFT)]);
        let done = desk.run("merge a.json b.csv -o klas.json");
        ends(&done, 0);
        assert!(done.err.contains("b.csv:A6") && done.err.contains("2 journeys merged"), "{}", done.err);
        assert!(text(&desk.read("klas.json")).contains("Een kaartje"));
        let done = desk.run("diff a.json b.csv");
        ends(&done, 0);
        assert!(text(&done.out).contains("Een kaartje"), "{}", text(&done.out));
    }
}

mod names {
    use super::*;

    #[test]
    fn outputs_are_named_after_what_they_show() {
        let desk = Desk::with(&[("in/a.json", JOURNEY), ("in/sub/b.json", &JOURNEY.replace("\"Bo\"", "\"Ann\""))]);
        ends(&desk.run("export in --to csv,svg --name {class}_{author}_{title}_{layout}_{paper} -o out"), 0);
        let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("out/")).collect();
        assert_eq!(
            written,
            [
                "out/MEP2_Bo_Reis_map_A3.svg",
                "out/MEP2_Bo_Reis_matrix.csv",
                "out/sub/MEP2_Ann_Reis_map_A3.svg",
                "out/sub/MEP2_Ann_Reis_matrix.csv",
            ]
        );
    }

    #[test]
    fn inputs_of_the_same_name_get_numbers_and_titles_name_no_path() {
        let title = |title: &str| JOURNEY.replace("\"Reis\"", &format!("\"{title}\""));
        let desk = Desk::with(&[("a.json", &title("../../Zee")), ("b.json", &title("../../ZEE")), ("c.json", &title("con"))]);
        ends(&desk.run("export a.json b.json c.json --to csv --name {title}"), 0);
        assert_eq!(desk.files(), ["ZEE-2.csv", "Zee.csv", "a.json", "b.json", "c.json", "con_.csv"]);
    }

    #[test]
    fn imports_are_named_too_and_go_to_the_current_folder() {
        let desk = Desk::with(&[("in/a.csv", TABLE)]);
        let done = desk.run("import in/a.csv --name {class}-{date}-{author}");
        ends(&done, 0);
        assert_eq!(desk.files(), ["MEP2-Sam de Wit.json", "in/a.csv"]);
        let done = desk.run_with("import - --name {stem}_x -o out/", TABLE, &[]);
        ends(&done, 0);
        assert!(fs::exists(desk.0.path().join("out/Naar zee_x.json")).unwrap());
    }

    #[test]
    fn the_help_names_every_field() {
        let help = Desk::with(&[]).run("export --help").out;
        for name in klantreis::batch::pattern::Field::names() {
            assert!(text(&help).contains(&format!("{{{name}}}:")), "{name}");
        }
    }
}
