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
        (&[&["Naam", "Noor Bakker", "Klas", "MD2A"]], "Noor Bakker/MD2A"),
        (&[&["Naam", "Auteur: Noor Bakker", "Klas", "MD2A"]], "Noor Bakker/MD2A"),
    ] {
        let (journey, left) = with_rows_above(texts);
        let authors = journey.authors.iter().map(|author| format!("{}/{}", author.name, author.class.as_deref().unwrap_or("")));
        assert_eq!(authors.collect::<Vec<_>>(), [expected], "{texts:?} {left:?}");
        assert_eq!((journey.title.as_str(), left), ("Klantreis in zes fasen", vec![]), "{texts:?}");
    }
}

#[test]
fn what_is_no_name_beside_one_is_left_over() {
    let (journey, left) = with_rows_above(&[&["Naam", "Noor Bakker (12345678), noor@school.nl, MD2A"]]);
    assert_eq!((journey.authors[0].name.as_str(), journey.authors[0].class.as_deref()), ("Noor Bakker", Some("MD2A")));
    assert_eq!(left, ["this cell is neither a name nor a class"; 2]);
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

/// What is read of the template of five phases with these texts in a row of it, and of a lane of that kind: scores and texts by phase.
fn filled(row: &str, texts: &[&str]) -> (Vec<String>, Vec<String>) {
    let preset = Preset::named("five-phases").unwrap();
    let mut workbook = workbook(&json(preset.json(TermLanguage::Nl)).unwrap(), true);
    let sheet = &mut workbook.sheets[0];
    let is_row = |cell: &Cell| matches!(&cell.value, Value::Text(text) if text == row);
    let at = sheet.rows.iter().position(|row| row.cells.first().is_some_and(is_row));
    let at = at.unwrap_or_else(|| {
        panic!("{row}: {:?}", sheet.rows.iter().filter_map(|row| Some(&row.cells.first()?.value)).collect::<Vec<_>>())
    });
    for (cell, text) in sheet.rows[at].cells.iter_mut().skip(1).zip(texts) {
        cell.value = Value::Text((*text).to_owned());
    }
    let reading = read(&bytes(&workbook));
    let lane = reading.journey.lanes.iter().position(|lane| lane.title == row).unwrap();
    let item = |item: &klantreis::journey::Item| {
        format!("{}{}", item.score.map(|score| format!("{score}:")).unwrap_or_default(), item.text())
    };
    let cell = |phase: &klantreis::journey::Phase| phase.cells[lane].iter().map(item).collect::<Vec<_>>().join("+");
    let left = reading.remarks.iter().map(|remark| remark.message.clone()).collect();
    (reading.journey.phases.iter().map(cell).collect(), left)
}

#[test]
fn moods_of_a_template_are_read_as_those_of_other_tables() {
    for (texts, expected) in [
        (["😀", "🙂", "😐", "🙁", "😡"], ["2:😀", "1:🙂", "0:😐", "-1:🙁", "-2:😡"]),
        (["😀 blij", "🙂 oké", "😐 mwah", "🙁", "😡 boos"], ["2:😀 blij", "1:🙂 oké", "0:😐 mwah", "-1:🙁", "-2:😡 boos"]),
        (["++", "+", "+/-", "-", "--"], ["2:", "1:", "0:", "-1:", "-2:"]),
        (["+ vlot", "- duur", "++ gratis", "--", "+"], ["1:vlot", "-1:duur", "2:gratis", "-2:", "1:"]),
        (["goed", "heel goed", "neutraal", "slecht", "blij"], ["1:goed", "2:heel goed", "0:neutraal", "-1:slecht", "blij"]),
        (["★★★★☆", "★★★☆☆", "★★☆☆☆", "★☆☆☆☆", "★★★★★"], ["1:", "0:", "-1:", "-2:", "2:"]),
        (["1", "😡", "2", "-1 te laat", "0"], ["1:", "-2:😡", "2:", "-1:te laat", "0:"]),
        (["prima (4/5)", "3/5", "24 uur wachten", "1", "2"], ["1:prima", "0:", "24 uur wachten", "1:", "2:"]),
    ] {
        assert_eq!(filled("Beleving", &texts), (expected.map(str::to_owned).to_vec(), vec![]), "{texts:?}");
    }
}

#[test]
fn a_sign_for_nothing_is_left_over_and_stars_are_no_mark() {
    let (cells, left) = filled("Touchpoint", &["-", "–", "iets", "★★★★☆", "★ bepalend"]);
    assert_eq!(cells, ["", "", "iets", "★★★★☆", "bepalend"]);
    assert_eq!(left, ["this cell holds a sign that stands for nothing"; 2]);
    let (cells, left) = filled("Beleving", &["1", "-", "2", "0", "1"]);
    assert_eq!((cells[1].as_str(), left.len()), ("", 1), "{left:?}");
}
