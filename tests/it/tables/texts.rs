//! CSV in every dialect, and any text at all in both formats.

use calamine::Data;
use klantreis::journey::{Item, Journey, LaneKind, Scale};
use klantreis::sheet::{Sheet, SheetKind, Value, limits};
use klantreis::text::office::{INDENT, Measured, Pixels};
use klantreis::write::csv::Dialect;
use proptest::prelude::*;

use crate::support::read_back::unguarded;

use super::books;
use super::sample::{college, item, journey, lane, language, phase, score};
use super::{csv, matrix, xlsx};

fn records(bytes: &[u8], dialect: Dialect) -> Vec<Vec<String>> {
    let (delimiter, bom) = match dialect {
        Dialect::Rfc4180 => (b',', false),
        Dialect::ExcelEn => (b',', true),
        Dialect::ExcelNl | Dialect::ExcelDa => (b';', true),
        Dialect::Tsv => (b'\t', false),
    };
    assert_eq!(bytes.starts_with("\u{feff}".as_bytes()), bom, "{dialect:?}");
    let body = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    let mut reader = csv_reader(delimiter).from_reader(body);
    reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect()
}

fn csv_reader(delimiter: u8) -> csv::ReaderBuilder {
    let mut builder = csv::ReaderBuilder::new();
    builder.delimiter(delimiter).has_headers(false);
    builder
}

#[test]
fn every_dialect_holds_the_table_alone() {
    for (dialect, ..) in Dialect::ALL {
        let rows = records(&csv(&matrix(&college(), false).made, dialect), dialect);
        let firsts: Vec<_> = rows.iter().map(|row| row[0].as_str()).collect();
        let lanes = ["Doel van de klant", "Actie van de klant", "Touchpoint", "Beleving", "Beleving – in woorden"];
        assert_eq!(firsts, [["Fase", "Stadium"].as_slice(), &lanes].concat());
        assert!(rows.iter().all(|row| row.len() == 7));
        let comma = matches!(dialect, Dialect::ExcelNl | Dialect::ExcelDa);
        assert_eq!(rows[5][4], if comma { "-1,5" } else { "-1.5" });
        assert_eq!(rows[4][1], "• Mentorgesprek\n• TikTok van studenten (telefoon)");
    }
}

#[test]
fn the_bytes_of_each_dialect() {
    let cells = vec![vec![item("=1;\"2\",3\t4")], vec![score(0.5, "")]];
    let lanes = vec![lane(LaneKind::Goal, "Doel"), lane(LaneKind::Emotion, "Beleving")];
    let made = matrix(&journey(lanes, vec![phase("'s Avonds", None, cells)]), false).made;
    let expected = [
        "Fase,'s Avonds\r\nDoel,\"=1;\"\"2\"\",3\t4\"\r\nBeleving,0.5\r\n",
        "\u{feff}Fase,'s Avonds\r\nDoel,\"'=1;\"\"2\"\",3\t4\"\r\nBeleving,0.5\r\n",
        "\u{feff}Fase;'s Avonds\r\nDoel;\"'=1;\"\"2\"\",3\t4\"\r\nBeleving;0,5\r\n",
        "\u{feff}Fase;'s Avonds\r\nDoel;\"'=1;\"\"2\"\",3\t4\"\r\nBeleving;0,5\r\n",
        "Fase\t's Avonds\nDoel\t\"=1;\"\"2\"\",3\t4\"\nBeleving\t0.5\n",
    ];
    for ((dialect, ..), expected) in Dialect::ALL.into_iter().zip(expected) {
        assert_eq!(String::from_utf8(csv(&made, dialect)).unwrap(), expected, "{dialect:?}");
    }
}

#[test]
fn a_guide_is_no_data() {
    let made = matrix(&college(), true).made;
    let kinds: Vec<_> = made.sheets.iter().map(|sheet| sheet.kind).collect();
    assert_eq!(kinds, [SheetKind::Data, SheetKind::Guide, SheetKind::Store]);
    assert!(!String::from_utf8(csv(&made, Dialect::ExcelNl)).unwrap().contains("Alt+Enter"));
}

/// That a spreadsheet can hold the sheet and shows every text of it whole.
pub fn within_limits(sheet: &Sheet) {
    assert!(limits::units(&sheet.name) <= limits::NAME);
    assert!(sheet.columns.iter().all(|width| (0.0..=limits::COLUMN_WIDTH).contains(width)));
    for row in &sheet.rows {
        assert!(row.height <= limits::ROW_HEIGHT && row.height.0 > 0.0, "{:?}", row.height);
        let mut column = 0;
        for cell in &row.cells {
            let columns = sheet.columns.iter().skip(column).take(usize::from(cell.span));
            column += usize::from(cell.span);
            let Value::Text(text) = &cell.value else { continue };
            let indent = if cell.style.indent { INDENT.0 } else { 0 };
            let width = Pixels(columns.map(|width| Pixels::of_column(*width).0).sum::<u32>() - indent);
            assert!(!text.is_empty() && limits::units(text) <= limits::CELL);
            assert!(text.matches('\n').count() <= limits::LINE_FEEDS);
            // Nobody looks at what is stored.
            if sheet.kind != SheetKind::Store {
                let measured = Measured::new(text, cell.style.bold);
                let lines = measured.lines(cell.style.size, width);
                let needed = measured.line_height(cell.style.size) * lines as f64;
                assert!(needed <= row.height, "{lines} lines in {:?}: {text:?}", row.height);
            }
        }
    }
}

/// Any text, often of the kinds that trouble spreadsheets.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => any::<String>(),
        2 => "[=+@'\t\u{0}\u{8}\u{1f}_x0-9A-F&\\[\\]\"<>;,\u{fffe}\u{200d}\u{202e} \n-]{0,12}",
        1 => ("\\PC{1,4}", 1..20_000_usize).prop_map(|(piece, times)| piece.repeat(times)),
        1 => "(\\PC{0,60}\n){0,400}",
    ]
    .prop_map(|text| text.replace('\r', "\n"))
}

fn title() -> impl Strategy<Value = String> {
    text().prop_map(|text| if text.trim().is_empty() { "Reis".into() } else { text })
}

prop_compose! {
    fn items()(texts in prop::collection::vec((text(), any::<bool>(), prop::option::of(text())), 0..3)) -> Vec<Item> {
        let texts = texts.into_iter().filter(|(text, ..)| !text.is_empty());
        texts.map(|(text, moment_of_truth, when)| Item { moment_of_truth, when, ..item(&text) }).collect()
    }
}

prop_compose! {
    fn any_journey()(
        title in title(),
        scenario in prop::option::of(text()),
        tag in prop::sample::select(vec!["nl", "da", "en", "ar", "x"]),
        lane_title in title(),
        (min, length) in (-1e3..1e3_f64, 1e-3..1e3_f64),
        phases in prop::collection::vec((title(), prop::option::of(text()), items(), items(), prop::option::of(0.0..=1.0_f64)), 1..4),
    ) -> Journey {
        let emotion = klantreis::journey::Lane {
            scale: Some(Scale { min, max: min + length, labels: Vec::new() }),
            ..lane(LaneKind::Emotion, "Beleving")
        };
        let phases = phases.into_iter().map(|(title, description, items, mut moods, share)| {
            moods.extend(share.map(|share| score(min + share * length, "")));
            klantreis::journey::Phase { description, ..phase(&title, None, vec![items, moods]) }
        });
        let lanes = vec![lane(LaneKind::Quote, &lane_title), emotion];
        Journey { title, scenario, language: language(tag), ..journey(lanes, phases.collect()) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_is_written_whole(journey in any_journey(), blank in any::<bool>()) {
        let laid = matrix(&journey, blank);
        laid.made.sheets.iter().for_each(within_limits);
        let bytes = xlsx(&laid.made);
        prop_assert!(bytes == xlsx(&matrix(&journey, blank).made));
        let sheet = &laid.made.sheets[0];
        let rows = books::read(bytes);
        for (row, read) in sheet.rows.iter().zip(&rows) {
            let mut column = 0;
            for cell in &row.cells {
                match (&cell.value, &read[column]) {
                    (Value::Text(text), Data::String(read)) => prop_assert_eq!(text, read),
                    (Value::Number(number), Data::Float(read)) => prop_assert!((number - read).abs() < 1e-9),
                    (Value::Empty, Data::Empty) => {}
                    (value, read) => prop_assert!(false, "{:?} was read as {:?}", value, read),
                }
                column += usize::from(cell.span);
            }
        }
        for (index, phase) in journey.phases.iter().enumerate() {
            for items in phase.cells.iter() {
                let column: String = rows.iter().filter_map(|row| row.get(index + 1)).map(ToString::to_string).collect();
                prop_assert!(items.iter().all(|item| column.contains(item.text())));
            }
        }
    }

    #[test]
    fn any_journey_comes_back_from_csv(journey in any_journey(), which in 0..5_usize) {
        let dialect = Dialect::ALL[which].0;
        let made = matrix(&journey, false).made;
        let rows = records(&csv(&made, dialect), dialect);
        for (index, phase) in journey.phases.iter().enumerate() {
            let column: String = rows.iter().map(|row| unguarded(&row[index + 1], dialect)).collect();
            prop_assert!(phase.cells.iter().flatten().all(|item| column.contains(item.text())));
            prop_assert!(column.starts_with(&phase.title));
        }
    }
}
