//! Journeys in notations of text: diagrams of Mermaid, tables of Markdown, YAML and the Open Journey Format. Everything in them arrives, or is
//! left over with a warning.

use std::fs;
use std::path::{Path, PathBuf};

use klantreis::diagnostic::Code;
use klantreis::journey::{Journey, LaneKind, normal};
use klantreis::read::{Options, READERS, Reading, read, reader_for};
use proptest::collection::vec;
use proptest::prelude::*;

fn diagrams() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/mermaid");
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.sort();
    found
}

fn reading(extension: &str, text: &str) -> Reading {
    read(Some(extension), text.as_bytes(), &Options::default()).1.unwrap_or_else(|problems| panic!("{text}\n{problems:?}"))
}

/// The texts of all items in lanes of a kind, and their scores.
fn items(journey: &Journey, kind: LaneKind) -> Vec<String> {
    let lanes: Vec<usize> = (0..journey.lanes.len()).filter(|lane| journey.lanes[*lane].kind == kind).collect();
    let cells = journey.phases.iter().flat_map(|phase| lanes.iter().flat_map(|lane| &phase.cells[*lane]));
    cells.map(|item| item.score.map_or_else(|| item.text().to_owned(), |score| score.to_string())).collect()
}

#[test]
fn every_task_of_every_diagram_arrives_with_its_score() {
    let found = diagrams();
    assert!(found.len() >= 12);
    for path in found {
        let text = fs::read_to_string(&path).unwrap();
        // Counted here in another way than the reader does: by what stands before a number between two colons, or before the last.
        let inside = text.rsplit_once("journey").unwrap().1;
        let statements = inside.split(['\n', ';']).map(|line| line.split("%%").next().unwrap().trim());
        let tasks: Vec<(String, f64)> = statements
            .filter(|line| !line.starts_with("section") && !line.starts_with("title"))
            .filter_map(|line| {
                let parts: Vec<&str> = line.split(": ").collect();
                let at = (1..parts.len()).find(|at| parts[*at].trim().parse::<f64>().is_ok())?;
                Some((parts[..at].join(": "), parts[at].trim().parse().unwrap()))
            })
            .collect();
        assert!(tasks.len() > 2, "{}", path.display());
        let journey = reading("mmd", &text).journey;
        let names: Vec<_> = tasks.iter().map(|(name, _)| name.clone()).collect();
        let scores: Vec<_> = tasks.iter().map(|(_, score)| score.to_string()).collect();
        assert_eq!(items(&journey, LaneKind::Action), names, "{}", path.display());
        assert_eq!(items(&journey, LaneKind::Emotion), scores, "{}", path.display());
    }
}

#[test]
fn texts_are_told_by_what_they_hold_when_their_name_does_not() {
    let diagram = "journey\n  section A\n    Do: 3: Me\n";
    for (text, name) in [
        (diagram, "mermaid"),
        ("---\ntitle: x\n---\njourney\n  section A\n    Do: 3: Me\n", "mermaid"),
        ("# Reis\n\n| Fase | Zien | Kopen |\n|--|--|--|\n| Doel | a | b |\n", "markdown"),
        ("klantreis: 1\ntitle: A\nlanguage: nl\nphases:\n  - title: B\n", "yaml"),
        ("{ \"klantreis\": 1 }", "json"),
        ("Fase;Zien;Kopen\nDoel;a;b\n", "csv"),
    ] {
        for extension in [Some("txt"), None] {
            assert_eq!(reader_for(READERS, extension, text.as_bytes()).unwrap().0.name, name, "{text}");
        }
    }
    assert_eq!(reader_for(READERS, Some("md"), diagram.as_bytes()).unwrap().0.name, "markdown");
    assert_eq!(reading("md", &format!("# Dag\n\n```mermaid\n{diagram}```\n")).journey.phases[0].title, "A");
    let prose = reader_for(READERS, Some("txt"), "Een verhaal over een klant.".as_bytes()).map(|(reader, _)| reader.name);
    assert_eq!(prose.unwrap_err().code, Code::UnknownFormat);
}

/// A word that no other has.
fn word(number: usize) -> String {
    format!("w{number}q")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn no_word_of_a_diagram_is_lost(lines in vec((0..7_usize, 0..6_i32, any::<bool>()), 1..30)) {
        let line = |(number, (kind, score, more)): (usize, &(usize, i32, bool))| {
            let word = word(number);
            match kind {
                0 => format!("section {word}"),
                1 => format!("title {word}"),
                2 => format!("%% {word}"),
                3 => format!("accTitle: {word}"),
                _ if *more => format!("{word}: {score}: a{number}q, b{number}q"),
                4 => format!("{word}: {score} %% c{number}q"),
                5 => word,
                _ => format!("{word}: {score}"),
            }
        };
        let text = format!("journey\nBegin: 3\n{}\n", lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\n"));
        let found = normal(&reading("mmd", &text).journey);
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.ends_with('q')) {
            prop_assert!(found.contains(word), "{} is lost of\n{}\n{}", word, text, found);
        }
    }

    #[test]
    fn no_word_of_a_text_with_tables_is_lost(blocks in vec((0..6_usize, 1..4_usize, 1..4_usize), 0..6)) {
        let mut text = "# Reis\n\n| Fase | Zien | Kopen |\n|---|---|---|\n| Doel | v1q | v2q |\n| Actie | v3q | v4q |\n\n".to_owned();
        for (number, (kind, rows, columns)) in blocks.iter().enumerate() {
            let word = word(number);
            let row = |row: usize| {
                let cells: Vec<_> = (0..*columns).map(|column| format!("| {word}{row}x{column}q ")).collect();
                format!("{}|\n", cells.concat())
            };
            let block = match kind {
                0 => format!("## {word}\n\n"),
                1 => format!("{word} **b{word}** [l{word}](https://{word}.example)\n\n"),
                2 => format!("- {word}\n- *i{word}*\n\n"),
                3 => format!("```\n{word}\n```\n\n"),
                4 => format!("> {word}\n\n"),
                _ => {
                    let rule = "|---".repeat(*columns);
                    let below: Vec<_> = (1..=*rows).map(row).collect();
                    format!("{}{rule}|\n{}\n", row(0), below.concat())
                }
            };
            text.push_str(&block);
        }
        let found = normal(&reading("md", &text).journey);
        for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.ends_with('q')) {
            prop_assert!(found.contains(word), "{} is lost of\n{}\n{}", word, text, found);
        }
    }
}
