//! The rules of the house: which module may know which, and that every entry of a registry is documented, listed,
//! reachable and covered by goldens.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use klantreis::layout::{LAYOUTS, Make};
use klantreis::read::{READERS, WAYS};
use klantreis::write::{FORMATS, Write};

/// What stands below the command line; `batch` may name all of it besides itself.
const BELOW: [&str; 21] = [
    "batch",
    "defect",
    "diagnostic",
    "export",
    "forms",
    "formula",
    "journey",
    "layout",
    "meta",
    "nearest",
    "paper",
    "picture",
    "read",
    "registry",
    "report",
    "scene",
    "sheet",
    "text",
    "tongue",
    "uri",
    "write",
];

/// Each module at the top of the crate, and the other ones that it may name. The order is the way of the data.
const MAY_USE: [(&str, &[&str]); 24] = [
    ("address", &[]),
    ("defect", &[]),
    ("tongue", &[]),
    ("diagnostic", &["tongue"]),
    ("formula", &[]),
    ("meta", &[]),
    ("nearest", &[]),
    ("uri", &[]),
    ("scene", &["meta"]),
    ("text", &["defect", "scene"]),
    ("paper", &["nearest", "scene"]),
    ("picture", &["defect", "diagnostic", "scene", "text", "tongue"]),
    ("sheet", &["address", "meta", "paper", "scene"]),
    ("journey", &["diagnostic", "meta", "nearest", "tongue", "uri"]),
    ("forms", &["journey", "meta", "tongue", "uri"]),
    ("read", &["address", "diagnostic", "forms", "formula", "journey", "meta", "nearest", "tongue", "uri"]),
    ("layout", &["diagnostic", "forms", "journey", "meta", "nearest", "paper", "picture", "scene", "sheet", "text", "tongue"]),
    ("write", &["diagnostic", "formula", "meta", "paper", "picture", "scene", "sheet", "text", "uri"]),
    ("registry", &["layout", "read", "write"]),
    (
        "export",
        &[
            "diagnostic",
            "journey",
            "layout",
            "meta",
            "nearest",
            "paper",
            "picture",
            "registry",
            "scene",
            "sheet",
            "text",
            "tongue",
            "write",
        ],
    ),
    ("report", &["diagnostic", "forms", "journey", "layout", "meta", "paper", "scene", "sheet", "text", "tongue", "write"]),
    ("batch", &BELOW),
    ("cli", &BELOW),
    ("lib", &[]),
];

/// The modules of the standard library that only `batch`, `cli` and `main` may use: files, environment, clock, other programs.
const OUTSIDE: [&str; 5] = ["env", "fs", "net", "process", "time"];
/// What only they may call: the terminal.
const TERMINAL: [&str; 6] = ["println!", "print!(", "dbg!", "io::stdin", "io::stdout", "io::stderr"];
/// The modules between a document and its bytes.
const ON_THE_WAY: [&str; 8] = ["read", "journey", "picture", "layout", "report", "scene", "sheet", "write"];
/// What measures text.
const MEASURES: [&str; 4] = ["Typesetter", "text::Paragraph", "text::Line", "Measured"];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file under `src`, with its module path: `src/write/svg.rs` is `["write", "svg"]`.
pub fn modules() -> Vec<(PathBuf, Vec<String>)> {
    let src = root().join("src");
    let (mut folders, mut found) = (vec![src.clone()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let inner = path.strip_prefix(&src).unwrap().with_extension("");
                let mut names: Vec<_> = inner.iter().map(|name| name.to_str().unwrap().to_owned()).collect();
                names.pop_if(|name| name == "mod");
                found.push((path, names));
            }
        }
    }
    found.sort();
    found
}

/// The code of a file without comments and without its unit tests, which stand at its end and may look further.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap();
    let (code, tests) = text.split_once("#[cfg(test)]\nmod tests {").unwrap_or((&text, ""));
    let rest = tests.split_once("\n}\n").map_or("", |(_, rest)| rest);
    assert!(!code.contains("cfg(test)") && rest.is_empty(), "{}: tests stand in one module at the end", path.display());
    let lines = code.lines();
    lines.filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

/// The top-level modules that `code` names, by `crate::` or by climbing to the root with `super::`.
fn named(code: &str, depth: usize) -> BTreeSet<String> {
    after(&["crate::", &"super::".repeat(depth)], code)
}

/// The names that follow one of `starts`, singly or in a `{…}` group.
fn after(starts: &[&str], code: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for start in starts {
        for (at, _) in code.match_indices(start) {
            let after = &code[at + start.len()..];
            match after.strip_prefix('{') {
                Some(group) => names.extend(heads(group)),
                None => names.extend(word(after)),
            }
        }
    }
    names
}

/// The first names of the entries of a `{…}` group.
fn heads(group: &str) -> Vec<String> {
    let (mut found, mut depth, mut fresh) = (Vec::new(), 0, true);
    for (at, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => fresh = true,
            _ if fresh && !character.is_whitespace() => {
                found.extend(word(&group[at..]));
                fresh = false;
            }
            _ => {}
        }
    }
    found
}

fn word(text: &str) -> Option<String> {
    let word: String = text.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    (!word.is_empty()).then_some(word)
}

#[test]
fn imports_follow_the_way_of_the_data() {
    let tops: BTreeSet<_> = MAY_USE.iter().map(|(name, _)| *name).collect();
    let mut wrong = Vec::new();
    for (path, names) in modules() {
        let own = names.first().map_or("", String::as_str);
        if own == "main" {
            continue;
        }
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == own) else {
            wrong.push(format!("{}: add `{own}` to the table of this test", path.display()));
            continue;
        };
        for name in named(&code(&path), names.len()) {
            if tops.contains(name.as_str()) && name != own && !allowed.contains(&name.as_str()) {
                wrong.push(format!("{}: `{own}` may not know `{name}`", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The rooms of drawn layouts, and the other rooms that each may know. The order has no circle; layouts know all of them, and nobody a
/// layout.
const ROOMS: [(&str, &[&str]); 9] = [
    ("text", &[]),
    ("ink", &["text"]),
    ("page", &["ink", "text"]),
    ("phases", &["ink", "page", "text"]),
    ("connect", &["ink", "page", "phases", "text"]),
    ("items", &["ink", "page", "text"]),
    ("labels", &["page", "text"]),
    ("scores", &["ink", "items", "labels", "page", "phases", "text"]),
    ("grid", &["connect", "ink", "items", "labels", "page", "phases", "scores", "text"]),
];

#[test]
fn rooms_know_no_layout_and_no_layout_another() {
    let inside = modules().into_iter().filter(|(_, names)| names.len() > 2 && names[..2] == ["layout", "drawn"]);
    let inside: Vec<_> = inside.collect();
    let all: BTreeSet<&str> = inside.iter().map(|(_, names)| names[2].as_str()).collect();
    let mut wrong = Vec::new();
    for (path, names) in &inside {
        let own = names[2].as_str();
        let allowed = ROOMS.iter().find(|(room, _)| *room == own).map(|(_, allowed)| *allowed);
        for name in after(&["crate::layout::drawn::", &"super::".repeat(names.len() - 2)], &code(path)) {
            let is_room = ROOMS.iter().any(|(room, _)| *room == name);
            let may = allowed.map_or(is_room, |allowed| allowed.contains(&name.as_str()));
            if all.contains(name.as_str()) && name != own && !may {
                wrong.push(format!("{}: `{own}` may not know `{name}`", path.display()));
            }
        }
    }
    for (index, (room, allowed)) in ROOMS.iter().enumerate() {
        let before: Vec<_> = ROOMS[..index].iter().map(|(room, _)| *room).collect();
        assert!(allowed.iter().all(|other| before.contains(other)), "{room} stands before what it knows");
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_batch_and_cli_touch_the_outside() {
    let mut wrong = Vec::new();
    for (path, names) in modules() {
        if ["batch", "cli", "main"].contains(&names[0].as_str()) {
            continue;
        }
        let code = code(&path);
        let used = after(&["std::"], &code).into_iter().filter(|name| OUTSIDE.contains(&name.as_str()));
        wrong.extend(used.map(|name| format!("{}: std::{name}", path.display())));
        let called = TERMINAL.iter().filter(|call| code.contains(**call));
        wrong.extend(called.map(|call| format!("{}: {call}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn writers_do_not_measure_text() {
    for (path, names) in modules() {
        let code = code(&path);
        let measures = MEASURES.iter().find(|name| names[0] == "write" && code.contains(**name));
        assert!(measures.is_none(), "{} has a {measures:?}", path.display());
    }
}

#[test]
fn nothing_has_a_random_order_on_the_way_to_an_output() {
    for (path, names) in modules() {
        let random =
            ON_THE_WAY.contains(&names[0].as_str()) && ["HashMap", "HashSet"].iter().any(|name| code(&path).contains(name));
        assert!(!random, "{} has a map without an order", path.display());
    }
}

#[test]
fn imports_are_found_in_every_form() {
    let code = "use crate::scene::{Mm, walk::Step};\nuse crate::{\n    layout::{self, drawn::a},\n    text,\n};\nlet x = super::super::read::json();";
    assert_eq!(named(code, 2).into_iter().collect::<Vec<_>>(), ["layout", "read", "scene", "text"]);
    let code = "use std::{fmt, fs};\nuse std::collections::BTreeMap;\nlet x = std::env::var(name);";
    assert_eq!(after(&["std::"], code).into_iter().collect::<Vec<_>>(), ["collections", "env", "fmt", "fs"]);
}

/// An entry of a registry: name, kind and one line about it.
struct Entry {
    name: &'static str,
    kind: &'static str,
    summary: &'static str,
}

fn layouts() -> Vec<Entry> {
    let kind = |make| match make {
        Make::Drawn(_) => "drawn",
        Make::Tabular(_) => "tabular",
    };
    LAYOUTS.iter().map(|entry| Entry { name: entry.name, kind: kind(entry.make), summary: entry.summary }).collect()
}

fn formats() -> Vec<Entry> {
    let kind = |write| match write {
        Write::Drawn(_) => "drawn",
        Write::Book(_) | Write::Table(_) => "tabular",
    };
    FORMATS.iter().map(|entry| Entry { name: entry.name, kind: kind(entry.write), summary: entry.summary }).collect()
}

fn document(name: &str) -> String {
    fs::read_to_string(root().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The names of the journeys under `fixtures/`, without extension.
fn fixtures() -> Vec<String> {
    let files = fs::read_dir(root().join("fixtures")).unwrap().map(|entry| entry.unwrap().path());
    let json = files.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let mut names: Vec<_> = json.map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    names.sort();
    names
}

#[test]
fn what_is_read_and_how_is_documented() {
    let readme = document("README.md");
    let extensions = |reader: &klantreis::read::Reader| {
        reader.extensions.iter().map(|extension| format!("`.{extension}`")).collect::<Vec<_>>().join(" ")
    };
    let readers = READERS.iter().map(|reader| format!("| `{}` | {} | {} |", reader.name, extensions(reader), reader.summary));
    for row in readers.chain(WAYS.iter().map(|way| format!("| `{}` | {} |", way.name, way.summary))) {
        assert!(readme.contains(&row), "README.md lacks the row\n{row}");
    }
}

#[test]
fn every_entry_is_documented() {
    let (readme, architecture) = (document("README.md"), document("ARCHITECTURE.md"));
    for Entry { name, kind, summary } in layouts().into_iter().chain(formats()) {
        let row = format!("| `{name}` | {kind} | {summary} |");
        assert!(readme.contains(&row), "README.md lacks the row\n{row}");
        assert!(!summary.is_empty() && !summary.ends_with('.'), "the summary of `{name}` is one line without a full stop");
    }
    let files = layouts().into_iter().map(|entry| format!("src/layout/{}/{}", entry.kind, entry.name));
    for file in files.chain(formats().into_iter().map(|entry| format!("src/write/{}", entry.name))) {
        let home = if root().join(&file).is_dir() { format!("{file}/") } else { format!("{file}.rs") };
        assert!(root().join(&home).exists(), "{home} is missing");
        assert!(architecture.contains(&format!("`{home}`")), "ARCHITECTURE.md does not name `{home}`");
    }
}

/// The first block of the README in that language.
fn block(language: &str) -> String {
    let readme = document("README.md");
    let (_, rest) = readme.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_journey_in_the_readme_is_valid() {
    let file = tempfile::Builder::new().suffix(".json").tempfile().unwrap();
    fs::write(file.path(), block("json")).unwrap();
    klantreis(&["check", file.path().to_str().unwrap()]);
}

#[test]
fn the_readme_shows_what_check_says() {
    let folder = tempfile::tempdir().unwrap();
    let wrong = block("json").replace("touchpoint", "touchpiont").replace("\"emotion\": 2", "\"emotion\": 3");
    fs::write(folder.path().join("coffee.json"), wrong).unwrap();
    let check = ["check", "coffee.json"];
    let output = Command::new(env!("CARGO_BIN_EXE_klantreis")).args(check).current_dir(folder.path()).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(block("console"), format!("$ klantreis check coffee.json\n{said}"));
}

#[test]
fn every_dependency_has_its_reason() {
    let (manifest, architecture) = (document("Cargo.toml"), document("ARCHITECTURE.md"));
    let sections = manifest.split("\n[").filter_map(|section| section.split_once(']'));
    let mut names = sections.filter(|(head, _)| head.ends_with("dependencies")).flat_map(|(_, lines)| lines.lines());
    let missing: Vec<_> = names
        .by_ref()
        .filter_map(|line| line.split_once(" = "))
        .filter(|(name, _)| !name.starts_with('#') && !architecture.contains(&format!("`{name}`")))
        .collect();
    assert!(missing.is_empty(), "ARCHITECTURE.md does not say why these are needed: {missing:#?}");
}

#[test]
fn every_entry_is_covered_by_goldens() {
    let hashes = document("tests/goldens/bytes.txt");
    let covers = |words: [&str; 3]| {
        hashes.lines().any(|line| {
            let found: Vec<_> = line.split(|c: char| !c.is_alphanumeric() && c != '-').collect();
            words.iter().all(|word| found.contains(word))
        })
    };
    for fixture in fixtures() {
        let journey = klantreis::read::json(&document(&format!("fixtures/{fixture}.json"))).unwrap();
        for layout in LAYOUTS {
            let kind = if layout.make.kind() == "drawn" { "scene" } else { "sheet" };
            let dump = format!("tests/goldens/{fixture}.{}.{kind}.txt", layout.name);
            let shown = (layout.shows)(&journey);
            assert_eq!(root().join(&dump).is_file(), shown, "{dump} is there just where there is something to show");
        }
        for layout in layouts() {
            for format in formats().iter().filter(|format| format.kind == layout.kind) {
                let (layout, format) = (layout.name, format.name);
                assert!(covers([fixture.as_str(), layout, format]), "bytes.txt has no line for {fixture} {layout} {format}");
            }
        }
    }
}

fn klantreis(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_klantreis")).args(arguments).current_dir(root()).output().unwrap();
    assert!(output.status.success(), "klantreis {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_entry_is_listed() {
    for (list, entries) in [("layouts", layouts()), ("formats", formats())] {
        let (plain, json) = (klantreis(&["list", list]), klantreis(&["list", list, "--json"]));
        for Entry { name, summary, .. } in entries {
            assert!(plain.lines().any(|line| line.contains(name) && line.contains(summary)), "list {list} lacks {name}");
            assert!(json.contains(&format!("\"{name}\"")), "list {list} --json lacks {name}");
        }
    }
}

#[test]
fn every_entry_is_reachable_from_the_command_line() {
    let folder = tempfile::tempdir().unwrap();
    for layout in layouts() {
        for format in formats().iter().filter(|format| format.kind == layout.kind) {
            let out = folder.path().join(format!("{}.{}.{}", layout.name, layout.kind, format.name));
            klantreis(&["export", "fixtures/mini.json", "--layout", layout.name, "-o", out.to_str().unwrap()]);
            assert!(fs::metadata(&out).unwrap().len() > 0, "{}", out.display());
        }
    }
}
