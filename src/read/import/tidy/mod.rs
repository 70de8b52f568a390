//! The way `tidy`: a table with the columns that the layout `tidy` writes ([`crate::forms::tidy`]), in any order.
//!
//! The columns of phase, lane and text or score must be there; what another one would have said follows from these. Rows tell of
//! the same phase when they name the same id, else the same title; so do stages, lanes and personas. A cell that the format does
//! not let pass is left over, and the rest of its row is read all the same.

mod frame;
mod item;
mod parts;
mod table;

use super::super::book::{At, Book};
use super::super::{Options, Reading};
use super::Way;
use crate::diagnostic::{Code, Diagnostic};
use crate::journey::Json;
use crate::tongue::say;
use frame::Frame;
use item::Items;
use parts::Parts;
use table::{Log, Table};

/// The registry entry.
pub(super) static WAY: Way = Way {
    name: "tidy",
    summary: "One row an item, with the columns that `export --layout tidy` writes",
    knows: |book| Table::find(book).is_some(),
    read,
};

fn read(book: &Book, options: &Options) -> Result<Reading, Vec<Diagnostic>> {
    let Some(table) = Table::find(book) else { return Err(vec![no_table()]) };
    table.of_one_journey().map_err(|problem| vec![*problem])?;
    let mut log = Log::default();
    table.explain(&mut log);
    table.leave_the_rest(&mut log);
    let parts = Parts::of(&table, &mut log);
    parts.within_limits(&table).map_err(|problem| vec![*problem])?;
    if parts.phases.is_empty() {
        return Err(vec![no_phases(&table)]);
    }
    let frame = Frame::of(&parts, options, &table, &mut log)?;
    let cells = Items::of(&parts, &frame, &table, &mut log);
    log.notes(&table, book).finish(document(frame, cells))
}

/// The document: the frame with the cells of each phase.
fn document(frame: Frame, cells: Vec<Vec<(String, Json)>>) -> Vec<(String, Json)> {
    let mut document = frame.document;
    let phases = document.iter_mut().find(|(name, _)| name == "phases").map(|(_, phases)| phases);
    if let Some(Json::List(phases)) = phases {
        for (phase, cells) in phases.iter_mut().zip(cells) {
            if let Json::Object(fields) = phase {
                fields.push(("cells".to_owned(), Json::Object(cells)));
            }
        }
    }
    document
}

fn no_table() -> Diagnostic {
    Diagnostic::new(Code::NoMatrix, say!("no-tidy-table")).help(say!("no-tidy-table-help"))
}

fn no_phases(table: &Table) -> Diagnostic {
    Diagnostic::new(Code::NoMatrix, say!("no-phases"))
        .help(say!("no-phases-help"))
        .cell(table.place(At { row: table.header, column: 0 }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Diagnostic;
    use crate::journey::{Item, LaneKind, normal};
    use crate::layout::tabular::tidy::{header, rows};
    use crate::read::book::{Page, Value};
    use crate::{read, sheet};

    fn book(rows: Vec<Vec<Value>>) -> Book {
        let page = Page { name: None, visible: true, rows, ..Page::default() };
        Book { sheets: vec![page], names: Vec::new() }
    }

    /// A table as people write it: numbers are numbers, empty texts empty cells.
    fn table(lines: &[&str]) -> Book {
        let value = |text: &str| match (text, text.parse()) {
            ("", _) => Value::Empty,
            (_, Ok(number)) => Value::Number { number, percent: false },
            (text, Err(_)) => Value::Text(text.replace("\\n", "\n")),
        };
        book(lines.iter().map(|line| line.split('|').map(value).collect()).collect())
    }

    fn reading(lines: &[&str]) -> Reading {
        let options = Options { stem: Some("reis"), ..Options::default() };
        super::read(&table(lines), &options).unwrap_or_else(|problems| panic!("{problems:#?}"))
    }

    fn left(reading: &Reading) -> Vec<String> {
        let shown = |remark: &Diagnostic| format!("{}: {}", remark.cell.as_ref().unwrap(), remark.message);
        reading.remarks.iter().map(shown).collect()
    }

    #[test]
    fn what_was_written_is_read() {
        let text = include_str!("../../../../tests/samples/every-field.json");
        let journey = read::json(text).unwrap();
        let cell = |value: sheet::Value| match value {
            sheet::Value::Empty => Value::Empty,
            sheet::Value::Text(text) => Value::Text(text),
            sheet::Value::Number(number) => Value::Number { number, percent: false },
            sheet::Value::Date(day) => Value::Day { day, seconds: None },
        };
        let lines = std::iter::once(header().collect::<Vec<_>>()).chain(rows(&journey));
        let book = book(lines.map(|line| line.into_iter().map(cell).collect()).collect());
        let back = super::read(&book, &Options::default()).unwrap();
        assert_eq!(left(&back), [] as [String; 0]);
        assert_eq!(
            back.journey.phases.iter().map(|phase| &phase.cells).collect::<Vec<_>>(),
            journey.phases.iter().map(|phase| &phase.cells).collect::<Vec<_>>()
        );
        assert_eq!(back.journey.authors, journey.authors);
        assert_eq!(normal(&read::json(&normal(&back.journey)).unwrap()), normal(&back.journey));
    }

    #[test]
    fn a_few_columns_are_enough() {
        let reading = reading(&[
            "Phase|Lane|Text|Score",
            "Kiezen|Doel van de klant|Weten wat er is|",
            "Kiezen|Stemming||3",
            "Kopen|Stemming|blij|7",
            "Kopen|Doel van de klant|Snel klaar|",
            "Kopen|Doel van de klant|Niet te duur|",
            "Kopen|Iets eigens|Bonnetje|",
        ]);
        let journey = &reading.journey;
        assert_eq!((journey.title.as_str(), journey.language.tag.as_str()), ("reis", "nl"));
        assert_eq!(
            journey.lanes.iter().map(|lane| lane.kind).collect::<Vec<_>>(),
            [LaneKind::Goal, LaneKind::Emotion, LaneKind::Text]
        );
        let scale = journey.lanes[1].scale.as_ref().unwrap();
        assert_eq!((scale.min, scale.max), (1.0, 10.0));
        assert_eq!(journey.phases[1].cells[0].iter().map(Item::text).collect::<Vec<_>>(), ["Snel klaar", "Niet te duur"]);
        assert_eq!(reading.remarks, []);
    }

    #[test]
    fn orders_count_more_than_places() {
        let reading = reading(&[
            "item_order|text|lane_kind|lane_order|phase|phase_order",
            "2|b|goal|2|Na|2",
            "1|a|goal|2|Na|2",
            "1|c|action|1|Voor|1",
            "||need|3||",
            "||||Later|3",
        ]);
        let journey = &reading.journey;
        assert_eq!(journey.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>(), ["Voor", "Na", "Later"]);
        assert_eq!(journey.lanes.iter().map(|lane| lane.kind.name()).collect::<Vec<_>>(), ["action", "goal", "need"]);
        assert_eq!(journey.phases[1].cells[1].iter().map(Item::text).collect::<Vec<_>>(), ["a", "b"]);
    }

    #[test]
    fn a_column_that_numbers_the_rows_puts_them_in_order() {
        for name in ["Order", "Volgorde", "#"] {
            let header = format!("{name}|Phase|Lane|Text");
            let reading = reading(&[&header, "3|Na|Doel|c", "2|Voor|Doel|b", "1|Voor|Doel|a", "4|Na|Actie|d"]);
            let journey = &reading.journey;
            assert_eq!(journey.phases.iter().map(|phase| phase.title.as_str()).collect::<Vec<_>>(), ["Voor", "Na"], "{name}");
            assert_eq!(journey.phases[0].cells[0].iter().map(Item::text).collect::<Vec<_>>(), ["a", "b"], "{name}");
            assert_eq!(left(&reading), [] as [String; 0], "{name}");
        }
        // Orders of its own count more, and a row without a number leaves all as they come.
        let read = reading(&["Order|Phase|Phase order|Lane|Text", "1|Na|2|Doel|c", "2|Voor|1|Doel|b"]);
        assert_eq!(read.journey.phases[0].title, "Voor");
        let read = reading(&["Order|Phase|Lane|Text", "2|Na|Doel|c", "|Voor|Doel|b", "1|Toen|Doel|b"]);
        assert_eq!((read.journey.phases[0].title.as_str(), read.remarks.len()), ("Na", 3));
    }

    #[test]
    fn what_the_format_does_not_let_pass_is_left_over() {
        let reading = reading(&[
            "een kop||||||||",
            "phase|lane_kind|text|score|evidence|until|picture_alt|drop_off|eigen",
            "A|goal|x|2|seen|Z|wat|misschien|17",
            "B|gaol|y||observed|A||ja|",
            "|goal|z||||||",
            "B|goal|||observed||||",
        ]);
        assert_eq!(
            left(&reading),
            [
                "A1: this cell stands above the table",
                "I2: this cell stands in a column that is none of a journey's",
                "D3: this cell was not understood: a lane of kind `goal` holds no scores: only `emotion` lanes do",
                "E3: this cell was not understood: there is no kind of evidence `seen`",
                "F3: this cell names no phase of this table",
                "G3: this cell was not understood: a picture needs the field `src`",
                "H3: this cell says neither `TRUE` nor `FALSE`",
                "I3: this cell stands in a column that is none of a journey's",
                "B4: this cell names no kind of lane",
                "F4: this cell names a phase before that of its item",
                "C5: this cell belongs to an item, and its row names no phase",
                "E6: this cell was not understood: this item says nothing",
            ]
        );
        let item = &reading.journey.phases[0].cells[0][0];
        assert_eq!((item.text(), item.score, item.drop_off), ("x", None, false));
        assert!(reading.journey.phases[1].cells[1][0].drop_off);
        assert!(normal(&reading.journey).contains(r#"{ "cell": "E3", "text": "seen" }"#));
    }

    #[test]
    fn lanes_are_told_apart_by_persona_and_kind_where_they_have_no_ids() {
        let reading = reading(&[
            "phase|lane_kind|lane|persona|text",
            "A|goal|Doel|Sanne|x",
            "A|goal|Doel|Bo|y",
            "A|need|Doel|Bo|z",
            "B||Doel||w",
        ]);
        let lanes: Vec<_> =
            reading.journey.lanes.iter().map(|lane| (lane.id.as_str(), lane.persona.as_deref().unwrap_or_default())).collect();
        assert_eq!(lanes, [("doel", "sanne"), ("doel-2", "bo"), ("doel-3", "bo")]);
        assert_eq!(reading.journey.phases[1].cells[0][0].text(), "w");
        assert_eq!(reading.remarks, []);
    }

    #[test]
    fn a_row_that_contradicts_those_above_is_said() {
        let reading = reading(&[
            "journey|phase_id|phase|stage|lane|text|class|date",
            "Reis|a|Een|Voor|doel|x|MEP2|gisteren",
            "Reis|a|Twee|Na|doel|y|MEP2|gisteren",
        ]);
        let expected = [
            "G2: this cell does not say which author is in which class",
            "H2: this cell is no day such as 2026-11-07",
            "C3: this cell says something else of the same phase than C2",
            "D3: this cell says something else than the rows above of the same phase",
        ];
        assert_eq!(left(&reading), expected);
        assert_eq!(reading.journey.phases.len(), 1);
    }

    #[test]
    fn several_journeys_are_refused() {
        let lines = ["source|journey|phase|lane|text", "a.json|Reis|A|doel|x", "b.json|Reis|A|doel|x", "c.json|Reis|A|doel|x"];
        let problems = super::read(&table(&lines), &Options::default()).unwrap_err();
        assert_eq!(problems[0].code, Code::SeveralJourneys);
        assert_eq!(problems[0].message, "this table holds 3 journeys, by its column `source`: “a.json”, “b.json”, “c.json”");
        assert_eq!(problems[0].cell.as_ref().unwrap().to_string(), "A3");
        assert!(super::read(&table(&[lines[0], lines[1]]), &Options::default()).is_ok());
        let titles = ["journey|phase|lane|text", "a|A|doel|x", "b|A|doel|x"];
        assert!(super::read(&table(&titles), &Options::default()).unwrap_err()[0].message.contains("column `journey`"));
    }

    #[test]
    fn other_tables_are_not_known() {
        for lines in [["Fase|Kiezen|Kopen", "Doel|x|y"], ["phase|lane|when", "A|B|C"], ["phase|text|score", "A|B|1"]] {
            assert!(Table::find(&table(&lines)).is_none(), "{lines:?}");
        }
        let empty = super::read(&table(&["phase|lane|text"]), &Options::default()).unwrap_err();
        assert_eq!((empty[0].code, empty[0].cell.as_ref().unwrap().to_string()), (Code::NoMatrix, "A1".into()));
    }
}
