//! What pupils do to a template besides filling it in: names above its title, and a matrix of their own on another sheet.

use klantreis::journey::presets::Preset;
use klantreis::journey::{Journey, TermLanguage};
use klantreis::read::json;
use klantreis::sheet::{Cell, CellRole, Row, RowRole, Sheet, Value, Workbook};

use super::{bytes, read, workbook};

/// The template of six phases, with nothing in it.
fn template() -> Workbook {
    let preset = Preset::named("six-phases").unwrap();
    workbook(&json(preset.json(TermLanguage::Nl)).unwrap(), true)
}

/// Rows of plain texts.
fn rows(sheet: &Sheet, texts: &[&[&str]]) -> Vec<Row> {
    let row = sheet.rows.iter().find(|row| row.role == RowRole::Header).unwrap();
    let style = row.cells[0].style;
    let cells = |texts: &&[&str]| texts.iter().map(|text| Cell::text(CellRole::Note, *text, style)).collect();
    texts.iter().map(|texts| Row { role: RowRole::Head, height: row.height, cells: cells(texts) }).collect()
}

/// The journey of a template with these rows above its title, and what was left over.
fn with_rows_above(texts: &[&[&str]]) -> (Journey, Vec<String>) {
    let mut workbook = template();
    let sheet = &mut workbook.sheets[0];
    let above = rows(sheet, texts);
    sheet.rows.splice(..0, above);
    for name in &mut sheet.names {
        name.1.first.row += u32::try_from(texts.len()).unwrap();
        name.1.last.row += u32::try_from(texts.len()).unwrap();
    }
    // What is checked or coloured stands by place, and is none of this.
    (sheet.inputs, sheet.scales, sheet.charts) = (Vec::new(), Vec::new(), Vec::new());
    let reading = read(&bytes(&workbook));
    let left = reading.remarks.iter().map(|remark| remark.message.clone()).collect();
    (reading.journey, left)
}

#[test]
fn who_made_it_is_read_above_the_title() {
    for (texts, expected) in [
        (&[&["Naam: Noor Bakker  Klas: MD2A"][..]][..], "Noor Bakker/MD2A"),
        (&[&["Naam: Noor Bakker", "", "Klas: MD2A"]], "Noor Bakker/MD2A"),
        (&[&["Noor Bakker MD2A"]], "Noor Bakker/MD2A"),
        (&[&["", "Noor Bakker MD2A"]], "Noor Bakker/MD2A"),
        (&[&["Noor Bakker"], &["MD2A"]], "Noor Bakker/MD2A"),
        (&[&["Noor Bakker", "MD2A"]], "Noor Bakker/MD2A"),
        (&[&["Naam", "Bakker, Noor"], &["Klas", "MD2A"]], "Bakker, Noor/MD2A"),
    ] {
        let (journey, left) = with_rows_above(texts);
        let authors = journey.authors.iter().map(|author| format!("{}/{}", author.name, author.class.as_deref().unwrap_or("")));
        assert_eq!(authors.collect::<Vec<_>>(), [expected], "{texts:?} {left:?}");
        assert_eq!((journey.title.as_str(), left), ("Klantreis in zes fasen", vec![]), "{texts:?}");
    }
}

#[test]
fn a_text_above_the_title_that_names_nobody_is_left_over() {
    let (journey, left) = with_rows_above(&[&["Let op de kosten van 2B"]]);
    assert_eq!((journey.authors.len(), left.len()), (0, 1), "{left:?}");
}

#[test]
fn a_matrix_beside_an_untouched_template_is_what_was_handed_in() {
    let own: &[&[&str]] = &[
        &["Fase", "Doel", "Actie"],
        &["Bewustzijn", "Wil weten wat er bestaat", "Scrollt door TikTok"],
        &["Aankoop", "Wil snel klaar zijn", "Bestelt online"],
    ];
    let beside = |filled: bool, texts: &[&[&str]]| {
        let mut workbook = template();
        if filled {
            let body = workbook.sheets[0].rows.iter_mut().find(|row| row.role == RowRole::Body).unwrap();
            body.cells[1].value = Value::Text("Iets van mezelf".into());
        }
        let mut sheet = workbook.sheets[0].clone();
        sheet.rows = rows(&sheet, texts);
        sheet.name = "Blad1".to_owned();
        (sheet.names, sheet.inputs, sheet.scales, sheet.charts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        sheet.filter = None;
        (sheet.print.header, sheet.print.footer) = (String::new(), String::new());
        workbook.sheets.insert(0, sheet);
        read(&bytes(&workbook))
    };
    let reading = beside(false, own);
    let phases: Vec<_> = reading.journey.phases.iter().map(|phase| phase.title.as_str()).collect();
    assert_eq!(phases, ["Bewustzijn", "Aankoop"], "{:?}", reading.remarks);
    assert!(reading.remarks.is_empty(), "{:?}", reading.remarks);

    for (filled, texts) in [(true, own), (false, &[&["Naam", "Telefoon"], &["Noor", "06"], &["Sam", "07"]])] {
        let reading = beside(filled, texts);
        assert_eq!((reading.journey.phases.len(), reading.remarks.len()), (6, texts.iter().map(|row| row.len()).sum()));
    }
}
