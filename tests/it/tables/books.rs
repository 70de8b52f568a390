//! Workbooks, read back with calamine.

use std::io::Cursor;

use calamine::{Data, DataType, Reader, Xlsx, open_workbook_from_rs};
use klantreis::export::{self, Selection, export};
use klantreis::forms::store;
use klantreis::journey::{Journey, LaneKind};
use klantreis::layout::Laid;
use klantreis::read as reading;
use klantreis::registry::Registry;
use klantreis::scene::Pt;
use klantreis::sheet::{CellRef, RowRole, SheetKind, Value, limits};
use klantreis::text::office::{Measured, Pixels};
use klantreis::text::{Fonts, Typesetter};

use super::sample::{blank, college, fixtures, item, journey, lane, phase, score};
use super::{matrix, xlsx};

/// The cells of the first sheet, row by row.
pub fn read(bytes: Vec<u8>) -> Vec<Vec<Data>> {
    let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
    let range = book.worksheet_range_at(0).unwrap().unwrap();
    assert_eq!(range.start(), Some((0, 0)));
    range.rows().map(<[Data]>::to_vec).collect()
}

fn row<'a>(rows: &'a [Vec<Data>], title: &str) -> &'a [Data] {
    rows.iter().find(|row| row[0] == Data::String(title.into())).unwrap_or_else(|| panic!("no row {title}"))
}

#[test]
fn every_item_stands_in_its_cell() {
    let rows = read(xlsx(&matrix(&college(), false).made));
    assert_eq!(row(&rows, "Fase")[3], Data::String("Overweging".into()));
    assert_eq!(row(&rows, "Stadium")[1..4], std::array::from_fn::<_, 3, _>(|_| Data::String("Voor · kiezen".into())));
    assert_eq!(row(&rows, "Doel van de klant")[2], Data::String("Weten welke opleidingen er zijn".into()));
    assert_eq!(row(&rows, "Touchpoint")[3], Data::String("★ Open dag (7 november · op school)\n• Meeloopmiddag".into()));
    assert_eq!(row(&rows, "Beleving")[4], Data::Float(-1.5));
    assert_eq!(row(&rows, "Beleving – in woorden")[4], Data::String("zenuwachtig; het portaal liep vast".into()));
    assert_eq!(row(&rows, "Auteurs")[1], Data::String("Sam de Vries (MEP2), Noor Bakker (MEP2)".into()));
    assert!(rows.iter().any(|row| row[0].to_string().starts_with("★ Moment of truth")));
    assert!(rows.iter().any(|row| row[0].to_string().ends_with("−2 = gefrustreerd · +2 = blij")));
}

#[test]
fn the_fixtures_are_legible_on_one_page() {
    let pages = fixtures().into_iter().map(|(name, journey)| {
        let Laid { made, warnings } = matrix(&journey, false);
        assert_eq!(warnings, [], "{name}");
        let print = &made.sheets[0].print;
        (name, print.paper.name.clone(), print.pages_wide, print.pages_tall)
    });
    let a4 = |name| (name, "A4".to_owned(), 1, Some(1));
    let a3 = |name, tall| (name, "A3".to_owned(), 1, tall);
    let expected = [
        a4("mini"),
        a4("mediacollege"),
        a3("lejebil", Some(1)),
        a3("overvol", None),
        a3("schriften", Some(1)),
        a3("planboard", None),
        a4("zwembad"),
    ];
    assert_eq!(pages.collect::<Vec<_>>(), expected);
}

#[test]
fn every_item_of_the_fixtures_is_read_back() {
    for (name, journey) in fixtures() {
        let rows = read(xlsx(&matrix(&journey, false).made));
        for (phase, column) in journey.phases.iter().zip(1..) {
            let cells: Vec<_> = rows.iter().filter_map(|row| row.get(column)).collect();
            for item in phase.cells.iter().flatten() {
                let told = |cell: &&Data| cell.get_string().is_some_and(|text| text.contains(item.text()));
                assert!(item.text.is_none() || cells.iter().any(told), "{name}: {}", item.text());
                assert!(item.score.is_none_or(|score| cells.contains(&&Data::Float(score))), "{name}: {:?}", item.score);
            }
        }
    }
}

/// The sheet of the matrix as it stands in a workbook with all that there is of a journey.
fn first_sheet(journey: &Journey) -> Vec<Vec<Data>> {
    let selection = Selection::new(&Registry::default(), &["xlsx"], &[] as &[&str]).unwrap();
    let text = Typesetter::new(Fonts::bundled());
    read(export(journey, &selection, &export::Options::default(), &text).unwrap().outputs.remove(0).bytes)
}

#[test]
fn a_contact_moment_says_less_where_it_has_a_sheet_of_its_own() {
    let (_, journey) = fixtures().into_iter().find(|(name, _)| *name == "planboard").unwrap();
    let cell = |rows: &[Vec<Data>]| row(rows, "Touchpoints")[3].to_string();
    let short = "★ Demo with Brannock’s worst week (2025-02-11, 14:00 · video call)\n• Pilot on two sites → Getting it signed (3 March to 9 May 2025)";
    assert_eq!(cell(&first_sheet(&journey)), short);
    let whole = cell(&read(xlsx(&matrix(&journey, false).made)));
    for detail in ["laptop", "consultant → Helen and Jonas", "source: Recording of the call", "pictures/planning-desk.jpg"] {
        assert!(whole.contains(detail) && !short.contains(detail), "{whole}");
    }
}

#[test]
fn no_word_of_a_header_is_broken() {
    let title = "Vergelijking van arbeidsongeschiktheidsverzekeringen";
    for (long, phases) in [(1, 12), (3, 12), (6, 6), (9, 9)] {
        let phase = |nth: usize| phase(if nth < long { title } else { "Kopen" }, None, vec![vec![item("x")]]);
        let sheet = &matrix(&journey(vec![lane(LaneKind::Goal, "Doel")], (0..phases).map(phase).collect()), false).made.sheets[0];
        let header = sheet.rows.iter().find(|row| row.role == RowRole::Header).unwrap();
        for (cell, width) in header.cells.iter().zip(&sheet.columns).skip(1).take(long) {
            let word = Measured::new(title, true).widest_word(cell.style.size);
            assert!(word <= Pixels::of_column(*width), "{long} of {phases}: {} pt in {width}", cell.style.size.0);
        }
        assert!(header.cells.iter().all(|cell| cell.style.size >= Pt(8.0)) && sheet.print.pages_wide == 1);
    }
}

#[test]
fn text_is_never_a_formula() {
    for text in ["=1+1", "+31 20 123", "-", "@sam", "'=2", "\t=3", "_x0041_", "a\u{8}b\u{fffe}"] {
        let cells = vec![vec![item(text)]];
        let bytes = xlsx(&matrix(&journey(vec![lane(LaneKind::Goal, "Doel")], vec![phase("=A1", None, cells)]), false).made);
        let rows = read(bytes.clone());
        assert_eq!(row(&rows, "Doel")[1], Data::String(text.into()));
        let mut book: Xlsx<_> = open_workbook_from_rs(Cursor::new(bytes)).unwrap();
        assert_eq!(book.worksheet_formula("Matrix").unwrap().used_cells().count(), 0, "{text}");
    }
}

#[test]
fn several_scores_of_a_cell_have_rows_of_their_own() {
    let cells = vec![vec![score(1.0, "blij"), score(-2.0, "boos"), score(0.5, "")]];
    let laid = matrix(&journey(vec![lane(LaneKind::Emotion, "Beleving")], vec![phase("Kopen", None, cells)]), false);
    let rows = read(xlsx(&laid.made));
    let scores = ["Beleving", "Beleving (2)", "Beleving (3)"].map(|title| row(&rows, title)[1].clone());
    assert_eq!(scores, [1.0, -2.0, 0.5].map(Data::Float));
    assert_eq!(row(&rows, "Beleving – in woorden")[1], Data::String("• blij (+1)\n• boos (−2)".into()));
}

#[test]
fn a_cell_that_no_row_can_show_goes_on_and_is_reported() {
    let long = "Een alinea die wat langer is dan een regel van deze kolom.\n".repeat(300);
    let cells = vec![vec![item(&long)]];
    let laid = matrix(&journey(vec![lane(LaneKind::Goal, "Doel")], vec![phase("Kopen", None, cells)]), false);
    let warnings: Vec<_> = laid.warnings.iter().map(|warning| (warning.code.name(), warning.pointer.as_deref())).collect();
    assert_eq!(warnings, [("split-cell", Some("/phases/0/cells/goal"))]);
    let rows = read(xlsx(&laid.made));
    let parts = rows.iter().filter(|row| row[0].to_string().starts_with("Doel")).map(|row| row[1].to_string());
    assert_eq!(parts.collect::<String>(), long);
    assert_eq!(row(&rows, "Doel (vervolg)").len(), 2);
}

#[test]
fn the_curve_lies_beneath_its_lane_on_its_own_scale() {
    let sheet = &matrix(&college(), false).made.sheets[0];
    let [chart] = sheet.charts.as_slice() else { panic!("one chart") };
    assert_eq!(chart.axis, (-2.0, 2.0));
    assert!(chart.description.contains("Aankoop −1,5"), "{}", chart.description);
    let covered = chart.frame.first.row..=chart.frame.last.row;
    // It stands beneath the words of its lane, above the notes, and so on the page of its table.
    let role = |row: u32| sheet.rows[row as usize].role;
    assert_eq!((role(covered.start() - 1), sheet.rows[*covered.start() as usize].cells.len()), (RowRole::Body, 0));
    let words = sheet.names.iter().find(|(name, _)| name.ends_with("_words")).unwrap().1;
    assert_eq!(covered.start() - 1, words.last.row);
    assert!(sheet.rows.iter().zip(0..).all(|(row, index)| !covered.contains(&index) || row.cells.is_empty()));
    assert_eq!(sheet.scales.len(), 1);
}

#[test]
fn a_blank_workbook_asks_for_every_cell() {
    let journey = blank();
    let made = matrix(&journey, true).made;
    let sheet = &made.sheets[0];
    assert_eq!(sheet.active, CellRef { row: 1, column: 1 });
    assert_eq!(made.sheets[1].name, "Zo vul je dit in");
    for (row, index) in sheet.rows.iter().zip(0..) {
        for (cell, column) in row.cells.iter().zip(0..) {
            let at = CellRef { row: index, column };
            let asked = sheet.inputs.iter().any(|input| {
                (input.range.first.row..=input.range.last.row).contains(&at.row)
                    && (input.range.first.column..=input.range.last.column).contains(&at.column)
            });
            assert!(asked || cell.value != Value::Empty, "{at}");
        }
    }
    // The date and the scores.
    let rules = sheet.inputs.iter().filter(|input| input.allowed.is_some()).count();
    assert_eq!((rules, sheet.charts.len()), (2, 1));
    let kept = made.sheets.last().unwrap();
    assert_eq!(kept.kind, SheetKind::Store);
    let texts = kept.rows.iter().map(|row| match &row.cells[0].value {
        Value::Text(text) => text.as_str(),
        other => panic!("{other:?}"),
    });
    assert_eq!(store::read(texts).map(|json| reading::json(&json).unwrap()), Some(journey));
    assert!(sheet.names.iter().any(|(name, _)| name == "klantreis_lane_4_scores_1"));
}

#[test]
fn the_same_journey_gives_the_same_bytes() {
    for (_, journey) in fixtures() {
        for blank in [false, true] {
            assert!(xlsx(&matrix(&journey, blank).made) == xlsx(&matrix(&journey, blank).made));
        }
    }
}

#[test]
fn names_of_ranges_and_inputs_keep_to_their_limits() {
    for (_, journey) in fixtures() {
        let made = matrix(&journey, true).made;
        for input in &made.sheets[0].inputs {
            assert!(limits::units(&input.title) <= limits::MESSAGE_TITLE && limits::units(&input.message) <= limits::MESSAGE);
        }
        let mut names: Vec<_> = made.sheets[0].names.iter().map(|(name, _)| name).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all);
    }
}
