//! What stands on a sheet and in no cell that is shown is left over with a warning: a word that is planted there is found again.

use klantreis::diagnostic::Code;
use klantreis::journey::normal;
use klantreis::read::{Options, Reading, read};
use proptest::prelude::*;
use rust_xlsxwriter::{Chart, ChartType, DataValidation, Format, Note, Shape, Url, Workbook};

/// The places in which a word may stand.
const PLACES: [&str; 11] =
    ["note", "shape", "chart", "series", "header", "footer", "hidden row", "hidden sheet", "prompt", "tip", "unit"];

/// A workbook with a matrix, and a word in each place that is chosen.
fn workbook(chosen: &[bool]) -> Vec<u8> {
    let mut book = Workbook::new();
    let is = |place: &str| PLACES.iter().position(|known| *known == place).is_some_and(|at| chosen[at]);
    let word = |place: &str| format!("Woord{}", place.replace(' ', ""));
    let sheet = book.add_worksheet();
    for (row, cells) in
        [["", "Bewustzijn", "Aankoop"], ["Doel", "a", "b"], ["Actie", "c", "d"], ["Emotie", "1", "2"]].iter().enumerate()
    {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            sheet.write(u32::try_from(row).unwrap(), u16::try_from(column).unwrap(), *text).unwrap();
        }
    }
    if is("note") {
        sheet.insert_note(1, 1, &Note::new(word("note")).set_author("x")).unwrap();
    }
    if is("shape") {
        sheet.insert_shape(2, 1, &Shape::textbox().set_text(word("shape"))).unwrap();
    }
    if is("chart") || is("series") {
        let mut chart = Chart::new(ChartType::Line);
        let series = chart.add_series().set_values(("Sheet1", 3, 1, 3, 2));
        if is("series") {
            series.set_name(word("series").as_str());
        }
        if is("chart") {
            chart.title().set_name(&word("chart"));
        }
        sheet.insert_chart(8, 1, &chart).unwrap();
    }
    if is("prompt") {
        let rule = DataValidation::new().set_input_title("Vraag").unwrap().set_input_message(word("prompt")).unwrap();
        sheet.add_data_validation(1, 1, 1, 2, &rule).unwrap();
    }
    if is("tip") {
        sheet.write_url(2, 2, Url::new("https://kassa.example").set_text("d").set_tip(word("tip"))).unwrap();
    }
    if is("unit") {
        sheet.write_with_format(1, 2, 12, &Format::new().set_num_format(format!("0\" {}\"", word("unit")))).unwrap();
    }
    if is("header") {
        sheet.set_header(format!("&L{}&R&P", word("header")));
    }
    if is("footer") {
        sheet.set_footer(format!("&CPagina &P van {}", word("footer")));
    }
    if is("hidden row") {
        sheet.write(9, 0, word("hidden row")).unwrap();
        sheet.set_row_hidden(9).unwrap();
    }
    sheet.merge_range(5, 0, 5, 1, "Bron", &Format::new()).unwrap();
    if is("hidden sheet") {
        let other = book.add_worksheet();
        other.write(0, 0, word("hidden sheet")).unwrap().set_hidden(true);
    }
    book.save_to_buffer().unwrap()
}

fn reading(extension: &str, bytes: &[u8]) -> Reading {
    read(Some(extension), bytes, &Options::default()).1.unwrap_or_else(|problems| panic!("{problems:?}"))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn a_word_in_any_place_is_found_again(chosen in proptest::collection::vec(any::<bool>(), PLACES.len())) {
        let reading = reading("xlsx", &workbook(&chosen));
        let found = normal(&reading.journey);
        for (place, _) in PLACES.iter().zip(&chosen).filter(|(_, chosen)| **chosen) {
            let word = format!("Woord{}", place.replace(' ', ""));
            prop_assert!(found.contains(&word), "{} is lost\n{}", place, found);
        }
        let left = reading.remarks.iter().filter(|remark| remark.code == Code::NotPlaced).count();
        // A unit stands in its cell.
        let told = PLACES.iter().zip(&chosen).filter(|(place, chosen)| **chosen && **place != "unit").count();
        prop_assert!(left > told, "{:?}", reading.remarks);
    }
}
