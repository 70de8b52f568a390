//! The tables of records: contact moments, personas, readings, opportunities, panels.

use std::io::Cursor;

use calamine::{Data, Reader, Xlsx, open_workbook_from_rs};
use klantreis::forms::record::{Entry, Table, tables};
use klantreis::journey::{Journey, Json, Term, normal_json};
use klantreis::layout::tabular;
use klantreis::scene::Pt;
use klantreis::sheet::{Allowed, CellRef, Print, Sheet, SheetKind, Value, limits};
use klantreis::text::office::{BODY, Pixels};
use klantreis::write::csv::Dialect;
use proptest::prelude::*;

use super::sample::fixtures;
use super::texts::within_limits;
use super::{book, csv, sheets, xlsx};
use crate::support::whole;

/// The journey in which every field of the format is set.
fn every_field() -> Journey {
    klantreis::read::json(include_str!("../../samples/every-field.json")).unwrap()
}

fn fixture(name: &str) -> Journey {
    fixtures().into_iter().find(|(own, _)| *own == name).unwrap().1
}

/// Every journey that there is: the fixtures, and the one with every field.
fn journeys() -> Vec<(&'static str, Journey)> {
    fixtures().into_iter().chain([("every-field", every_field())]).collect()
}

/// The value at a pointer of the normal form.
fn at<'a>(document: &'a Json, pointer: &str) -> Option<&'a Json> {
    pointer.split('/').skip(1).try_fold(document, |value, name| match value {
        Json::List(values) => values.get(name.parse::<usize>().ok()?),
        _ => value.get(&name.replace("~1", "/").replace("~0", "~")),
    })
}

fn texts(sheet: &Sheet) -> Vec<Vec<String>> {
    let text = |value: &Value| match value {
        Value::Empty => String::new(),
        Value::Text(text) => text.clone(),
        Value::Number(number) => number.to_string(),
        Value::Date(date) => date.to_string(),
    };
    sheet.rows.iter().map(|row| row.cells.iter().map(|cell| text(&cell.value)).collect()).collect()
}

/// The row that begins so, without what begins it.
fn row(sheet: &Sheet, first: &str) -> Vec<String> {
    let rows = texts(sheet);
    rows.into_iter()
        .find(|row| row.first().is_some_and(|cell| cell == first))
        .unwrap_or_else(|| panic!("no row {first}"))
        .split_off(1)
}

#[test]
fn a_workbook_has_a_sheet_for_all_there_is() {
    let names = |journey: &Journey| {
        let made = book(journey).made;
        made.sheets.into_iter().filter(|sheet| sheet.kind == SheetKind::Data).map(|sheet| sheet.name).collect::<Vec<_>>()
    };
    let every = ["Matrix", "Persona’s", "Empathy map", "Metingen", "Kansen", "Storyboard"];
    assert_eq!(names(&every_field()), every, "no lane of touchpoints");
    assert_eq!(names(&fixture("planboard")).len(), 7);
    assert_eq!(names(&fixture("mediacollege")), ["Matrix", "Touchpoints", "Persona’s"]);
    assert_eq!(names(&fixture("lejebil")), ["Matrix", "Kontaktpunkter"]);
    assert_eq!(names(&fixture("mini")), ["Matrix"]);
}

#[test]
fn every_value_of_a_record_is_read_as_it_was_written() {
    let mut seen = 0;
    for (name, journey) in journeys() {
        let document = normal_json(&journey);
        for table in tables::all(&journey) {
            for record in &table.rows {
                for field in &table.fields {
                    let Some(pointer) = table.pointer(record, field) else { continue };
                    let (entry, value) = (table.entry(record, field), at(&document, &pointer));
                    let read = table.read(field, &entry).unwrap();
                    // What follows from something else is told where nothing was written.
                    // A picture that stands in the journey itself is told by a word, which says that it is as it was.
                    let inside = matches!(value, Some(Json::Text(src)) if pointer.ends_with("/src") && src.starts_with("data:"));
                    if !inside && (value.is_some() || entry == Entry::Empty) {
                        assert_eq!(read.as_ref(), value, "{name} {pointer}");
                        seen += usize::from(value.is_some());
                    }
                }
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

/// Paths of the normal form below a part that no column has: ids and data of one’s own, and what the hidden sheet alone keeps.
const KEPT: [&str; 4] = ["id", "x", "language", "answers"];

#[test]
fn every_field_of_a_record_has_a_column() {
    let journey = every_field();
    let document = normal_json(&journey);
    let tables = tables::all(&journey);
    for list in ["personas", "measurements", "opportunities", "storyboard"] {
        let Some(Json::List(parts)) = document.get(list) else { panic!("no {list}") };
        for (index, part) in parts.iter().enumerate() {
            missing(&tables, part, &format!("/{list}/{index}"));
        }
    }
}

/// Panics for a text, number or the like that no field points to.
fn missing(tables: &[Table], value: &Json, pointer: &str) {
    let told = tables.iter().any(|table| {
        table.rows.iter().any(|record| table.fields.iter().any(|field| table.pointer(record, field).as_deref() == Some(pointer)))
    });
    match value {
        _ if told => {}
        Json::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| !KEPT.contains(&name.as_str()));
            fields.for_each(|(name, value)| missing(tables, value, &format!("{pointer}/{name}")));
        }
        Json::List(values) => {
            values.iter().enumerate().for_each(|(index, value)| missing(tables, value, &format!("{pointer}/{index}")));
        }
        _ => panic!("no column has {pointer}: {value:?}"),
    }
}

#[test]
fn touchpoints_stand_in_the_order_of_the_journey() {
    let made = sheets(&fixture("mediacollege"), &[&tabular::touchpoints::LAYOUT], false).made;
    let sheet = &made.sheets[0];
    let header =
        ["Stadium", "Fase", "Wanneer", "Touchpoint", "Kanaal", "Apparaat", "Beleving", "Moment of truth", "Afhaakmoment"];
    assert_eq!(row(sheet, "Nr."), header, "columns that are empty in the whole journey are left out");
    let first = ["Voor", "Bewustzijn", "september", "Filmpje van een eerstejaars over een draaidag", "TikTok", "", "0", "", ""];
    assert_eq!(row(sheet, "1"), first);
    assert_eq!(row(sheet, "4")[7..], ["★", ""]);
    assert_eq!(row(sheet, "10")[6..], ["-1", "", "⚑"]);
    assert_eq!(sheet.scales.len(), 1);
    let table = String::from_utf8(csv(&made, Dialect::ExcelNl)).unwrap();
    let lines: Vec<_> = table.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!((lines[0].split(';').count(), lines.len()), (10, 16));
    assert!(lines[1].starts_with("1;Voor;Bewustzijn;september;Filmpje"), "{}", lines[1]);
}

#[test]
fn readings_are_told_with_what_follows_from_them() {
    let made = sheets(&every_field(), &[&tabular::measurements::LAYOUT], false).made;
    let sheet = &made.sheets[0];
    let header = row(sheet, "Nr.");
    let told = |number: &str, names: [&str; 5]| {
        let cells = row(sheet, number);
        names.map(|name| cells[header.iter().position(|own| own == name).unwrap()].clone())
    };
    let names = ["Meting", "Resultaat", "Antwoorden", "Promotors", "Criticasters"];
    assert_eq!(told("3", names), ["NPS", "27.3", "44", "21", "9"]);
    assert_eq!(told("4", names), ["NPS", "25", "4", "2", "1"], "counted from the answers");
    assert_eq!(told("6", names), ["CSAT", "66.7", "3", "", ""]);
    assert_eq!(
        told("2", ["Meting", "Resultaat", "Eenheid", "Streven", "Waar in de reis"]),
        ["Wachttijd aan de kassa", "18", "minuten", "30", "Kaartje kopen"]
    );
    assert_eq!(sheet.charts.len(), 0, "a reading without a day has no place on a line");
}

#[test]
fn a_series_of_days_has_its_line() {
    let made = sheets(&fixture("planboard"), &[&tabular::measurements::LAYOUT], false).made;
    let sheet = &made.sheets[0];
    assert_eq!(sheet.charts.len(), 5);
    for chart in &sheet.charts {
        let (values, name) = chart.values[0];
        assert_eq!(values.first.row, name.row);
        assert_eq!((chart.categories.first.row, chart.categories.last.row), (values.first.row, values.last.row));
        let shown = (values.first.row..=values.last.row).map(|row| {
            match sheet.rows[row as usize].cells[usize::from(values.first.column)].value {
                Value::Number(number) => number,
                ref other => panic!("{other:?}"),
            }
        });
        assert!(shown.into_iter().all(|value| (chart.axis.0..=chart.axis.1).contains(&value)), "{:?}", chart.axis);
        let covered = (chart.frame.first.row..=chart.frame.last.row).flat_map(|row| sheet.rows[row as usize].cells.iter());
        assert_eq!(covered.count(), 0);
    }
    assert_eq!(sheet.charts[0].axis, (-100.0, 100.0));
    assert!(sheet.charts[0].frame.last.column < sheet.charts[1].frame.first.column, "two stand beside each other");
}

#[test]
fn opportunities_can_be_judged_and_chosen() {
    let made = sheets(&fixture("planboard"), &[&tabular::opportunities::LAYOUT], false).made;
    let sheet = &made.sheets[0];
    let rules: Vec<_> = sheet.inputs.iter().filter_map(|input| Some((input.title.as_str(), input.allowed.as_ref()?))).collect();
    let of = |title| rules.iter().find(|(own, _)| *own == title).map(|(_, allowed)| (*allowed).clone()).unwrap();
    assert!(matches!(of("Impact"), Allowed::Between { min: 1.0, max: 5.0, .. }));
    assert!(matches!(of("Priority"), Allowed::OneOf { words, refusal: Some(_) } if words == ["High", "Medium", "Low"]));
    assert!(matches!(of("Where in the journey"), Allowed::OneOf { words, refusal: None } if words.len() == 7));
    assert_eq!(sheet.scales.len(), 2);
    assert!(sheet.scales[0].low.1 == sheet.scales[1].high.1, "much effort is what little impact is");
    assert_eq!(row(sheet, "1")[2..4], ["4", "1"]);
}

#[test]
fn a_persona_is_a_column_without_empty_rows() {
    let made = sheets(&fixture("planboard"), &[&tabular::personas::LAYOUT, &tabular::empathy::LAYOUT], false).made;
    assert_eq!(row(&made.sheets[0], "Name"), ["Helen Marsh", "Jonas Brandt"]);
    assert_eq!(row(&made.sheets[0], "Use"), ["Medium", "Heavy"]);
    assert_eq!(row(&made.sheets[1], "Sees")[1], "• Five sites in five colours\n• A foreman sharing one tablet with six men");
    let few = sheets(&fixture("zwembad"), &[&tabular::personas::LAYOUT], false).made;
    let labels: Vec<_> =
        texts(&few.sheets[0]).into_iter().filter(|row| row.len() == 2).map(|mut row| row.swap_remove(1)).collect();
    assert!(!labels.is_empty() && labels.iter().all(|text| !text.is_empty()), "{labels:?}");
}

#[test]
fn a_text_that_no_row_can_show_goes_on_under_its_number() {
    let long = "Een kans die wat langer is dan een regel van deze kolom. ".repeat(2_000);
    let mut journey = every_field();
    journey.opportunities[0].text.clone_from(&long);
    let laid = sheets(&journey, &[&tabular::opportunities::LAYOUT], false);
    let warnings: Vec<_> = laid.warnings.iter().map(|warning| (warning.code.name(), warning.pointer.as_deref())).collect();
    assert_eq!(warnings, [("split-cell", Some("/opportunities/0/text"))]);
    let sheet = &laid.made.sheets[0];
    within_limits(sheet);
    let rows = texts(sheet);
    let parts = rows.iter().filter(|row| row.first().is_some_and(|cell| cell == "1" || cell == "1 …")).map(|row| row[1].as_str());
    assert_eq!(parts.collect::<String>(), long);
    let (_, names) = sheet.names.iter().find(|(name, _)| name == "klantreis_opportunities_text").unwrap();
    assert_eq!((names.last.row - names.first.row) as usize + 1, rows.iter().filter(|row| row.len() > 3).count() - 1);
}

/// That the sheet prints one page wide, with text of at least 8 pt.
fn legible(sheet: &Sheet) {
    let print = &sheet.print;
    let size = print.paper.oriented(print.orientation);
    let (wide, tall) = (Pt::from(size.width - Print::SIDE * 2.0), Pt::from(size.height - Print::TOP - Print::BOTTOM));
    let width: Pt = sheet.columns.iter().map(|width| Pixels::of_column(*width).points()).sum();
    let height: Pt = sheet.rows.iter().map(|row| row.height).sum();
    assert_eq!(print.pages_wide, 1);
    let scale = if print.pages_tall.is_some() { (wide / width).min(tall / height) } else { wide / width };
    assert!(BODY * scale.min(1.0) >= Pt(7.99), "{}: {:?}", sheet.name, BODY * scale);
}

#[test]
fn every_sheet_prints_one_page_wide_and_legibly() {
    for (name, journey) in journeys() {
        let made = book(&journey).made;
        for sheet in made.sheets.iter().filter(|sheet| sheet.kind != SheetKind::Store) {
            println!("{name} {}", sheet.name);
            legible(sheet);
            within_limits(sheet);
        }
    }
}

#[test]
fn an_empty_table_is_one_to_begin_with() {
    let journey = fixture("mini");
    let layouts = [&tabular::touchpoints::LAYOUT, &tabular::personas::LAYOUT, &tabular::opportunities::LAYOUT];
    for blank in [false, true] {
        let made = sheets(&journey, &layouts, blank).made;
        made.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Data).for_each(within_limits);
        assert!(!xlsx(&made).is_empty());
    }
    let made = sheets(&journey, &layouts, true).made;
    let [touchpoints, personas, ..] = made.sheets.as_slice() else { panic!() };
    assert_eq!(touchpoints.rows.iter().filter(|row| row.cells.len() > 5).count(), 13);
    assert!(personas.inputs.iter().any(|input| input.title == Term::Kind.text(journey.language.terms)), "choices");
    assert_eq!(personas.active, CellRef { row: 3, column: 1 });
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_is_told_whole(journey in whole::journey()) {
        let laid = book(&journey);
        laid.made.sheets.iter().filter(|sheet| sheet.kind == SheetKind::Data).for_each(within_limits);
        for input in laid.made.sheets.iter().flat_map(|sheet| &sheet.inputs) {
            prop_assert!(limits::units(&input.title) <= limits::MESSAGE_TITLE && limits::units(&input.message) <= limits::MESSAGE);
        }
        let mut read: Xlsx<_> = open_workbook_from_rs(Cursor::new(xlsx(&laid.made))).unwrap();
        for table in tables::all(&journey) {
            let title = table.title.text(journey.language.terms);
            let Ok(cells) = read.worksheet_range(title) else {
                prop_assert!(table.rows.is_empty(), "{} is missing", title);
                continue;
            };
            // What was split goes on below: put together again, the text of a column or row holds that of each cell.
            let told: Vec<Vec<String>> = cells.rows().map(|row| row.iter().map(Data::to_string).collect()).collect();
            let down = |column: usize| told.iter().filter_map(|row| row.get(column)).map(String::as_str).collect::<String>();
            let columns: Vec<_> = (0..cells.width()).map(down).collect();
            for record in &table.rows {
                for field in &table.fields {
                    if let Entry::Text(text) = table.entry(record, field) {
                        prop_assert!(columns.iter().any(|column| column.contains(&text)), "{title} {}: {text:?}", field.path);
                    }
                }
            }
        }
    }
}
