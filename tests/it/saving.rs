//! What is saved where: no road leads to an input, nobody's work is replaced unasked, and what the program wrote it may write anew.

use std::fs;
use std::io::Cursor;

use klantreis::layout::{LAYOUTS, Make};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::support::desk::{Desk, ends};

const JOURNEY: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl",
    "phases": [{ "title": "Aankoop", "cells": { "goal": "Iets kopen", "emotion": 1 } }] }"#;
const WITH_PICTURE: &str = r#"{ "klantreis": 1, "title": "Reis", "language": "nl",
    "phases": [{ "title": "Aankoop", "cells": { "image": { "picture": "foto.svg" } } }] }"#;
const PICTURE: &str = r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><rect width="4" height="3"/></svg>"#;
const TABLE: &str = "IJs halen;Zin krijgen;Bestellen\nDoel;Iets kouds;Snel klaar\nBeleving;1;2\n";
const RULES: &str = "[too-short]\non = false\n";

/// A command, with `{}` for its output, and the file that it reads and must not hit.
const COMMANDS: [(&str, &str); 19] = [
    ("merge a.json b.json -o {}", "a.json"),
    ("merge a.json b.json -o {}", "b.json"),
    ("check a.json --report {}", "a.json"),
    ("check a.json --report ok.html --report {}", "a.json"),
    ("check a.json --against b.json --report {}", "b.json"),
    ("check a.json --rules rules.json --report {}", "rules.json"),
    ("check picture.json --report {}", "foto.svg"),
    ("export table.csv -o {}", "table.csv"),
    ("export picture.json -o {}", "foto.svg"),
    ("check picture.json invalid.json --report {}", "foto.svg"),
    ("check invalid.json --report {}", "foto.svg"),
    ("check broken.json --report {}", "foto.svg"),
    ("check bare.json --report {}", "foto.svg"),
    ("check a.json --against picture.json --report {}", "foto.svg"),
    ("merge a.json picture.json -o {}", "foto.svg"),
    ("import picture.json -o {}", "foto.svg"),
    ("export invalid.json a.json --combine -o {}", "foto.svg"),
    ("import a.json -o {}", "a.json"),
    ("export a.json table.csv --combine -o {}", "table.csv"),
];

fn desk() -> Desk {
    Desk::with(&[
        ("a.json", JOURNEY),
        ("b.json", JOURNEY),
        ("picture.json", WITH_PICTURE),
        ("invalid.json", &WITH_PICTURE.replace(r#""title": "Reis""#, r#""titel": "Reis""#)),
        ("broken.json", &WITH_PICTURE.replace("foto", "f\\u006fto").replace("}]", "},]")),
        ("bare.json", "klantreis: 1\nphases:\n- cells: { image: { picture: foto.svg } }\n"),
        ("foto.svg", PICTURE),
        ("table.csv", TABLE),
        ("rules.json", RULES),
    ])
}

/// Every road to the file `name` that this system has, each of a name with an extension that the command takes.
fn roads(desk: &Desk, command: &str, name: &str) -> Vec<String> {
    let at = |name: &str| desk.0.path().join(name);
    let (_, extension) = name.rsplit_once('.').unwrap();
    let extension = match command.split_whitespace().next() {
        Some("check") if extension == "svg" => "html",
        Some("merge" | "import") => "json",
        Some("export") if command.contains("--combine") => "csv",
        _ => extension,
    };
    let (hard, link) = (format!("hard.{extension}"), format!("link.{extension}"));
    fs::hard_link(at(name), at(&hard)).unwrap();
    let mut roads = vec![hard.clone(), format!("new/../{hard}"), format!("new/deep/../../{hard}")];
    if name.ends_with(extension) {
        roads.extend([name.to_owned(), format!("./{name}"), format!("new/../{name}"), format!("new/x/../../new/../{name}")]);
        roads.push(at(name).display().to_string());
    }
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(name, at(&link)).unwrap();
        std::os::unix::fs::symlink(".", at("folder")).unwrap();
        roads.extend([link, format!("folder/{hard}"), format!("new/../folder/folder/{hard}")]);
    }
    roads
}

#[test]
fn no_road_leads_an_output_to_what_the_run_reads() {
    for (command, name) in COMMANDS {
        let desk = desk();
        let before = desk.read(name);
        for road in roads(&desk, command, name) {
            for force in ["", " --force"] {
                let line = command.replace("{}", &road) + force;
                let files = desk.files();
                let done = desk.run(&line);
                assert!([1, 2].contains(&done.code), "{line}: {} {}", done.code, done.err);
                assert!(done.err.contains("and is not overwritten"), "{line}: {}", done.err);
                assert!(!done.err.contains(".klantreis-"), "{line}: {}", done.err);
                assert_eq!(desk.read(name), before, "{line}");
                assert_eq!(desk.files(), files, "{line}");
                assert!(!desk.0.path().join("new").exists(), "{line}: a folder is left that was made in vain");
            }
        }
    }
}

#[cfg(unix)]
#[test]
fn no_road_leads_to_what_the_shell_hands_in_as_standard_input() {
    use std::process::{Command, Stdio};
    for (line, name) in [
        ("import - -o {}", "a.json"),
        ("merge - b.json -o {}", "a.json"),
        ("check - --report {}", "a.json"),
        ("export - -o {}", "table.csv"),
        ("export - b.json --combine -o {}", "table.csv"),
        ("export - --to csv --name table -o .", "table.csv"),
    ] {
        let desk = desk();
        let before = desk.read(name);
        for road in roads(&desk, line, name) {
            for force in ["", " --force"] {
                let line = line.replace("{}", &road) + force;
                let stdin = Stdio::from(fs::File::open(desk.0.path().join(name)).unwrap());
                let mut command = Command::new(env!("CARGO_BIN_EXE_klantreis"));
                let done = command.args(line.split_whitespace()).current_dir(desk.0.path()).stdin(stdin).output().unwrap();
                let said = String::from_utf8(done.stderr).unwrap();
                assert!(!done.status.success() && said.contains("is an input and is not overwritten"), "{line}: {said}");
                assert_eq!(desk.read(name), before, "{line}");
            }
        }
    }
}

#[test]
fn the_pictures_of_an_invalid_journey_in_the_same_folder_are_not_overwritten() {
    let desk = Desk::with(&[
        ("a.json", JOURNEY),
        ("invalid.json", &WITH_PICTURE.replace("Iets", "x").replace("foto", "a").replace("\"nl\"", "7")),
        ("a.svg", PICTURE),
    ]);
    let done = desk.run("export . --to svg -o . --force");
    ends(&done, 1);
    assert!(done.err.contains("a.svg is a picture of an input and is not overwritten"), "{}", done.err);
    assert_eq!(desk.read("a.svg"), PICTURE.as_bytes());
}

#[test]
fn no_road_leads_a_report_or_a_poster_to_a_font() {
    let desk = desk();
    let font = concat!(env!("CARGO_MANIFEST_DIR"), "/fonts/carlito/Carlito-Regular.ttf");
    fs::create_dir(desk.0.path().join("fonts")).unwrap();
    fs::copy(font, desk.0.path().join("fonts/x.ttf")).unwrap();
    fs::hard_link(desk.0.path().join("fonts/x.ttf"), desk.0.path().join("poster.pdf")).unwrap();
    let done = desk.run("export a.json --font-dir fonts -o poster.pdf --force");
    ends(&done, 1);
    assert!(done.err.contains("poster.pdf is a font that is used and is not overwritten"), "{}", done.err);
    assert_eq!(desk.read("poster.pdf"), fs::read(font).unwrap());
}

#[test]
fn outputs_of_one_run_do_not_take_each_others_place() {
    let desk = desk();
    for (line, said) in [
        ("check a.json --report out/k.html --report out/./k.html", "was written in this run"),
        ("check a.json --report out/k.html --report out/../out/K.HTML", "was written in this run"),
    ] {
        let done = desk.run(line);
        assert!(done.code != 0 && done.err.contains(said), "{line}: {}", done.err);
        assert!(!desk.0.path().join("out").exists(), "{line}: all or none");
    }
}

/// Lines that write what is no journey, or a new one, or a journey in the place of one that somebody wrote.
const REPLACING: [(&str, &str); 8] = [
    ("schema -o there.json", "there.json"),
    ("check a.json --report there.json", "there.json"),
    ("check a.json --report there.xlsx", "there.xlsx"),
    ("new -o there.json", "there.json"),
    ("export a.json -o there.pdf", "there.pdf"),
    ("export a.json -o there.csv", "there.csv"),
    ("export table.csv a.json --combine -o there.csv", "there.csv"),
    ("merge a.json b.json -o there.json", "there.json"),
];

#[test]
fn a_journey_or_a_workbook_of_somebody_is_replaced_only_when_that_is_asked_for() {
    let workbook = include_bytes!("../../fixtures/import/fietswinkel.xlsx").as_slice();
    for (line, name) in REPLACING.into_iter().chain([("import table.csv -o there.json", "there.json")]) {
        for there in [JOURNEY.as_bytes(), workbook] {
            let desk = desk();
            fs::write(desk.0.path().join(name), there).unwrap();
            let files = desk.files();
            let done = desk.run(line);
            ends(&done, 1);
            assert!(done.err.contains("--force"), "{line}: {}", done.err);
            assert_eq!(desk.read(name), there, "{line}");
            assert_eq!(desk.files(), files, "{line}");
            let done = desk.run(&format!("{line} --force"));
            assert!(done.code == 0, "{line}: {}", done.err);
            assert_ne!(desk.read(name), there, "{line}");
        }
    }
}

#[test]
fn a_report_that_may_not_be_written_is_refused_before_anything_is_checked() {
    let desk = desk();
    for line in ["check invalid.json --report b.json", "check invalid.json --report ok.html --report b.json"] {
        let done = desk.run(line);
        ends(&done, 1);
        assert!(done.err.contains("b.json is a journey and is not overwritten") && !done.err.contains("error["), "{}", done.err);
    }
}

#[test]
fn a_journey_in_normal_form_is_no_less_somebodys_for_what_is_none() {
    let desk = desk();
    ends(&desk.run("fmt a.json"), 0);
    fs::copy(desk.0.path().join("a.json"), desk.0.path().join("there.json")).unwrap();
    for line in ["schema -o there.json", "check b.json --report there.json"] {
        let done = desk.run(line);
        ends(&done, 1);
        assert!(done.err.contains("there.json is a journey and is not overwritten"), "{}", done.err);
    }
    assert_eq!(desk.read("there.json"), desk.read("a.json"));
}

/// Lines whose outputs people write as well, with an input that changes what comes out.
const RENEWING: [(&str, &str, &str); 5] = [
    ("merge a.json b.json -o out/there.json", "out/there.json", "b.json"),
    ("import b.json -o out/there.json", "out/there.json", "b.json"),
    ("import table.csv -o out", "out/table.json", "table.csv"),
    ("export b.json -o out/there.csv", "out/there.csv", "b.json"),
    ("export a.json b.json --combine -o out/there.csv", "out/there.csv", "b.json"),
];

/// Changes a word in a file, as an editor does that writes into the file or one that puts another in its place.
fn edit(desk: &Desk, name: &str, from: &str, to: &str, in_place: bool) {
    let path = desk.0.path().join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{text}");
    if !in_place {
        fs::remove_file(&path).unwrap();
    }
    fs::write(path, text.replace(from, to)).unwrap();
}

#[test]
fn what_somebody_has_written_or_changed_is_renewed_only_when_that_is_asked_for() {
    for (line, name, input) in RENEWING {
        let desk = desk();
        let refused = |what: &str| {
            let (there, files) = (desk.read(name), desk.files());
            let done = desk.run(line);
            ends(&done, 1);
            let said = "that this program has not written, or that was changed since, and is not overwritten";
            assert!(done.err.contains(said) && done.err.contains("--force"), "{line}, {what}: {}", done.err);
            assert!(desk.read(name) == there && desk.files() == files, "{line}, {what}");
        };
        let renewed = |line: &str| {
            let there = desk.read(name);
            ends(&desk.run(line), 0);
            assert_ne!(desk.read(name), there, "{line}");
        };
        ends(&desk.run(line), 0);
        edit(&desk, input, "Iets", "Niets", true);
        renewed(line);
        edit(&desk, input, "Niets", "Wat", true);
        renewed(line);
        // With nothing to lose, there is nothing to ask.
        edit(&desk, name, "Wat", "Wat", false);
        ends(&desk.run(line), 0);
        for in_place in [true, false] {
            edit(&desk, name, "Wat", "Dit", in_place);
            refused("changed, and still in normal form");
            if !line.starts_with("export") {
                edit(&desk, name, "{ ", "{  ", in_place);
                ends(&desk.run(&format!("fmt {name}")), 0);
                refused("changed and formatted");
            }
            renewed(&format!("{line} --force"));
            ends(&desk.run(line), 0);
        }
        edit(&desk, input, "Wat", "Dat", true);
        edit(&desk, name, "Wat", "Wat", false);
        refused("a copy");
    }
}

#[test]
fn a_journey_that_was_written_by_hand_in_normal_form_is_somebodys() {
    let desk = desk();
    ends(&desk.run("fmt a.json"), 0);
    for line in ["import table.csv -o there.json", "import picture.json -o there.json", "merge b.json picture.json -o there.json"]
    {
        fs::write(desk.0.path().join("there.json"), desk.read("a.json")).unwrap();
        ends(&desk.run(line), 1);
        assert_eq!(desk.read("there.json"), desk.read("a.json"), "{line}");
    }
    ends(&desk.run("import b.json -o there.json"), 0);
}

#[test]
fn what_the_program_wrote_it_may_write_anew() {
    let desk = desk();
    for line in [
        "export a.json picture.json -o out/",
        "export table.csv -o out/table.xlsx --paper A4",
        "export a.json table.csv --combine -o out/all.csv",
        "export a.json table.csv out/all.csv --combine -o out/all.csv",
        "check a.json b.json --report out/k.html --report out/k.json --report out/k.xlsx",
        "merge a.json b.json -o out/all.json",
        "import table.csv -o out/ijs.json",
        "import table.csv -o out/",
        "schema -o out/schema.json",
        "new -o out/new.xlsx --force",
    ] {
        ends(&desk.run(line), 0);
        let files = desk.files();
        ends(&desk.run(line), 0);
        assert_eq!(desk.files(), files, "{line}");
    }
    // And with something else in it.
    fs::write(desk.0.path().join("table.csv"), TABLE.replace("Iets kouds", "Iets heel kouds")).unwrap();
    for line in ["import table.csv -o out/ijs.json", "export table.csv -o out/table.xlsx", "merge b.json -o out/all.json"] {
        ends(&desk.run(line), 0);
    }
    assert!(String::from_utf8(desk.read("out/ijs.json")).unwrap().contains("heel kouds"));
}

#[test]
fn a_workbook_of_any_layout_is_known_as_ours_until_another_program_has_saved_it() {
    let fixtures = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures");
    let tabular = LAYOUTS.iter().filter(|layout| matches!(layout.make, Make::Tabular(_))).map(|layout| layout.name);
    let all = tabular.clone().collect::<Vec<_>>().join(",");
    for layout in tabular.map(str::to_owned).chain([all]) {
        let desk = Desk::with(&[]);
        for fixture in ["zwembad", "planboard", "schriften"] {
            let line = format!("export {fixtures}/{fixture}.json --layout {layout} -o {fixture}.xlsx --quiet");
            ends(&desk.run(&line), 0);
            let done = desk.run(&(line.clone() + " --paper A4"));
            assert!(done.code == 0, "{line}: {}", done.err);
            // As a program does that packs the very same parts in its own manner.
            let repacked = repacked(&desk.read(&format!("{fixture}.xlsx")));
            fs::write(desk.0.path().join(format!("{fixture}.xlsx")), repacked).unwrap();
            if !["matrix", "personas", "empathy"].contains(&layout.as_str()) && fixture == "planboard" {
                assert_eq!(desk.run(&line).code, 1, "{line}");
            }
        }
    }
}

/// The parts of a package, packed anew.
fn repacked(bytes: &[u8]) -> Vec<u8> {
    let mut package = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut anew = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..package.len() {
        let mut part = package.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        anew.start_file(name, SimpleFileOptions::default()).unwrap();
        std::io::copy(&mut part, &mut anew).unwrap();
    }
    anew.finish().unwrap().into_inner()
}

#[test]
fn what_is_no_file_is_no_place_for_an_output() {
    let desk = desk();
    fs::create_dir(desk.0.path().join("folder.json")).unwrap();
    let done = desk.run("schema -o folder.json");
    assert!(done.code != 0 && done.err.contains("cannot write folder.json: there is a folder"), "{}", done.err);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink("missing/disk.json", desk.0.path().join("link.json")).unwrap();
        for line in ["schema -o link.json --force", "import a.json -o link.json", "merge a.json b.json -o link.json"] {
            let done = desk.run(line);
            assert!(
                done.code != 0 && done.err.contains("link.json: there is a link of that name, which leads nowhere"),
                "{}",
                done.err
            );
            assert!(desk.0.path().join("link.json").is_symlink(), "{line}");
        }
        let _socket = std::os::unix::net::UnixListener::bind(desk.0.path().join("socket.json")).unwrap();
        std::os::unix::fs::symlink("/dev/null", desk.0.path().join("null.json")).unwrap();
        for name in ["socket.json", "null.json"] {
            let done = desk.run(&format!("schema -o {name} --force"));
            assert!(done.code == 1 && done.err.contains("there is a pipe or a device of that name"), "{}", done.err);
        }
    }
}

#[test]
fn a_file_is_called_as_it_was_named() {
    let desk = desk();
    for name in ["WB.XLSX", "Poster.Pdf", "x.Svg", "T.CSV"] {
        ends(&desk.run(&format!("export a.json -o out/{name}")), 0);
    }
    ends(&desk.run("import table.csv -o out/J.JSON"), 0);
    let written: Vec<_> = desk.files().into_iter().filter_map(|name| name.strip_prefix("out/").map(str::to_owned)).collect();
    assert_eq!(written, ["J.JSON", "Poster.Pdf", "T.CSV", "WB.XLSX", "x.Svg"]);
}

#[test]
fn a_made_up_name_never_begins_with_a_hyphen() {
    let desk = Desk::with(&[("in/-rf/--x.json", JOURNEY), ("b.json", &JOURNEY.replace("Reis", "-o kwaad"))]);
    ends(&desk.run("export in --to csv -o out"), 0);
    ends(&desk.run("export b.json --to csv --name {title} -o out"), 0);
    ends(&desk.run("export b.json --to csv --name=-{title}- -o out"), 0);
    let written: Vec<_> = desk.files().into_iter().filter(|name| name.starts_with("out/")).collect();
    assert_eq!(written, ["out/o kwaad-.csv", "out/o kwaad.csv", "out/rf/x.csv"]);
}
