//! `docs/journey-format.md` says what the program does: its tables follow from the declarations of the format, and its examples are
//! valid.
//!
//! `UPDATE_GOLDENS=1 cargo test --test it journey_format_page::` writes the tables anew.

use std::fmt::Write as _;
use std::path::Path;

use klantreis::diagnostic::{Code, Severity};
use klantreis::journey::format::{Field, Part, parts};
use klantreis::journey::{self, limits};
use klantreis::read;

const PAGE: &str = include_str!("../../docs/journey-format.md");
const END: &str = "<!-- end -->";

fn examples() -> Vec<&'static str> {
    PAGE.split("```json\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

/// The page with every block between a marker and [`END`] as it should be, and the markers.
fn renewed() -> (String, Vec<String>) {
    let (mut page, mut rest, mut markers) = (String::new(), PAGE, Vec::new());
    while let Some((before, after)) = rest.split_once("<!-- ") {
        let (marker, after) = after.split_once(" -->\n").expect("a marker ends on its line");
        let (_, after) = after.split_once(END).unwrap_or_else(|| panic!("{marker} has no end"));
        write!(page, "{before}<!-- {marker} -->\n{}{END}", block(marker)).unwrap();
        markers.push(marker.to_owned());
        rest = after;
    }
    page.push_str(rest);
    (page, markers)
}

fn block(marker: &str) -> String {
    match marker.split_once(": ") {
        Some((what @ ("fields" | "values"), name)) => {
            let part = parts().into_iter().find(|part| part.name() == name).unwrap_or_else(|| panic!("there is no {name}"));
            match part {
                Part::Record { fields, short, .. } if what == "fields" => fields_table(&fields) + &short_forms(&short),
                Part::Choice { values, .. } if what == "values" => {
                    let rows = values.into_iter().map(|(value, about)| [format!("`{value}`"), about]);
                    table(["value", "meaning"], rows)
                }
                Part::Record { .. } | Part::Choice { .. } => panic!("{name} has no {what}"),
            }
        }
        None if marker == "limits" => limits_table(),
        None if marker == "codes" => {
            let of = |severity| Code::ALL.iter().filter(move |code| code.severity() == severity);
            let severities = [Severity::Error, Severity::Warning, Severity::Note];
            let all = severities.into_iter().flat_map(|severity| of(severity).map(move |code| (severity.name(), code)));
            let row =
                |(severity, code): (&str, &Code)| [format!("`{}`", code.name()), severity.to_owned(), code.summary().to_owned()];
            table(["code", "severity", "meaning"], all.map(row))
        }
        None if marker == "normal form" => {
            let first = read::json(examples()[0]).unwrap();
            format!("```json\n{}```\n", journey::normal(&first))
        }
        _ => panic!("what is <!-- {marker} -->?"),
    }
}

fn table<const N: usize>(head: [&str; N], rows: impl IntoIterator<Item = [String; N]>) -> String {
    let line = |cells: Vec<&str>| format!("| {} |\n", cells.join(" | "));
    let rows: Vec<String> = rows.into_iter().map(|row| line(row.iter().map(String::as_str).collect())).collect();
    line(head.to_vec()) + &line(vec!["---"; N]) + &rows.concat()
}

fn fields_table(fields: &[Field]) -> String {
    let row = |field: &Field| {
        let without = field.or.unwrap_or("error");
        [
            format!("`{}`", field.name),
            field.shape.clone(),
            without.to_owned(),
            field.about.clone(),
            format!("`{}`", field.example),
        ]
    };
    table(["field", "type", "without it", "meaning", "example"], fields.iter().map(row))
}

fn short_forms(short: &[(String, &str)]) -> String {
    let ways: Vec<_> = short.iter().map(|(kind, field)| format!("{kind} alone is its `{field}`")).collect();
    if ways.is_empty() { String::new() } else { format!("\nIn short: {}.\n", ways.join(", ")) }
}

fn limits_table() -> String {
    let rows = [
        ("bytes of a document", limits::DOCUMENT_BYTES),
        ("levels of nested lists and objects", limits::DEPTH),
        ("personas", limits::PERSONAS),
        ("stages", limits::STAGES),
        ("phases", limits::PHASES),
        ("lanes", limits::LANES),
        ("items in one cell", limits::ITEMS_IN_CELL),
        ("items in a journey", limits::ITEMS),
        ("authors", limits::AUTHORS),
        ("links", limits::LINKS),
        ("measurements", limits::MEASUREMENTS),
        ("readings of one measurement", limits::READINGS),
        ("answers of one reading", limits::ANSWERS),
        ("opportunities", limits::OPPORTUNITIES),
        ("panels of a storyboard", limits::PANELS),
        ("texts, facts, risks, addresses and the like in one list", limits::TEXTS),
        ("words on one scale", limits::SCALE_LABELS),
        ("fields of one object", limits::FIELDS),
        ("characters of one text", limits::TEXT_CHARS),
        ("characters of an id", limits::ID_CHARS),
        ("problems listed; of the rest there is a count", limits::PROBLEMS),
    ];
    let number = [("a number, with or without its sign".to_owned(), limits::NUMBER.to_string())];
    let rows = rows.into_iter().map(|(of, most)| (of.to_owned(), most.to_string())).chain(number);
    table(["of", "at most"], rows.map(|(of, most)| [of, grouped(&most)]))
}

/// Digits in groups of three.
fn grouped(digits: &str) -> String {
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    groups.join(",")
}

#[test]
fn the_tables_follow_from_the_declarations() {
    let (page, _) = renewed();
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/journey-format.md"), &page).unwrap();
    } else if let Some((is, should)) = PAGE.lines().zip(page.lines()).find(|(is, should)| is != should) {
        panic!(
            "the page is stale:\n{is}\nshould be\n{should}\n`UPDATE_GOLDENS=1 cargo test --test it journey_format_page::` writes it anew"
        );
    }
    assert!(std::env::var_os("UPDATE_GOLDENS").is_some() || PAGE == page);
}

#[test]
fn every_part_of_the_format_is_on_the_page_once() {
    let (_, mut markers) = renewed();
    let mut expected: Vec<_> = ["codes", "limits", "normal form"].map(str::to_owned).into();
    expected.extend(parts().iter().map(|part| match part {
        Part::Record { name, .. } => format!("fields: {name}"),
        Part::Choice { name, .. } => format!("values: {name}"),
    }));
    markers.sort();
    expected.sort();
    assert_eq!(markers, expected);
}

#[test]
fn no_cell_breaks_its_table() {
    for line in PAGE.lines().filter(|line| line.starts_with('|')) {
        let bars = line.matches('|').count();
        assert!([3, 4, 6, 7].contains(&bars), "{line}");
    }
}

#[test]
fn the_examples_are_valid() {
    assert_eq!(examples().len(), 3);
    for example in examples() {
        read::json(example).unwrap_or_else(|problems| panic!("{example}\n{problems:#?}"));
    }
    let other: Vec<_> = PAGE.split("```json ").skip(1).filter_map(|rest| rest.split_once('\n')).collect();
    assert_eq!(other.len(), 2);
    for (what, rest) in other {
        let text = rest.split("```").next().unwrap();
        let text = if what == "fragment" { format!("{{{text}}}") } else { text.to_owned() };
        serde_json::from_str::<serde_json::Value>(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

#[test]
fn the_example_of_an_nps_is_reckoned_as_the_program_does() {
    let answers: Vec<_> = [9, 10, 7, 3].into_iter().filter_map(journey::Answer::new).collect();
    assert_eq!(journey::Counts::of(&answers).nps(), Some(25.0));
}
