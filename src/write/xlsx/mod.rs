//! Writes XLSX.
//!
//! Text is always a string: what looks like a formula gets the quote prefix besides, so that it stays text when it is edited. Cells
//! can hold every character (control characters are stored as `_xHHHH_`, ECMA-376 part 1, 22.9.2.19); everywhere else a character
//! that XML forbids is replaced by U+FFFD.

mod chart;
mod looks;

use std::borrow::Cow;

use rust_xlsxwriter::{
    ConditionalFormat3ColorScale, ConditionalFormatType, DataValidation, DataValidationErrorStyle, DataValidationRule,
    DocProperties, ExcelDateTime, Image, ObjectMovement, Worksheet, XlsxError,
};

use super::pixels::png;
use super::{Format, Options, Part, Problem, Write, WriteError, Written};
use crate::meta::Meta;
use crate::paper::Orientation;
use crate::scene::Mm;
use crate::sheet::{Allowed, Cell, ColorScale, Input, Picture, Print, Range, Sheet, SheetKind, Value, Workbook, limits};
use looks::{Kind, Looks};

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "xlsx",
    media_type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    summary: "A workbook for Excel, LibreOffice and Google Sheets",
    write: Write::Book(&write),
};

fn write(workbook: &Workbook, _options: &Options) -> Result<Written, WriteError> {
    let failed = |error| WriteError::new(FORMAT.name, Problem::library("rust_xlsxwriter", "the workbook", error));
    let bytes = bytes(workbook).map_err(failed)?;
    Ok(Written { parts: vec![Part { suffix: None, bytes }], warnings: Vec::new() })
}

fn bytes(workbook: &Workbook) -> Result<Vec<u8>, XlsxError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.set_properties(&properties(&workbook.meta)?);
    let mut looks = Looks::new(&workbook.meta.language);
    for sheet in &workbook.sheets {
        fill(book.add_worksheet(), sheet, &mut looks)?;
        for (name, range) in &sheet.names {
            book.define_name(name, &reference(&sheet.name, *range))?;
        }
    }
    book.save_to_buffer()
}

fn properties(meta: &Meta) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(clean(&meta.title))
        .set_subject(clean(&meta.subject))
        .set_author(clean(&meta.authors.join("; ")))
        .set_creation_datetime(&ExcelDateTime::from_timestamp(meta.created.unix())?)
        // The crate has no property of Dublin Core for it.
        .set_custom_property("Language", clean(&meta.language).into_owned()))
}

/// The text with U+FFFD in the place of characters that XML 1.0 forbids (section 2.2), which the crate would pass on.
fn clean(text: &str) -> Cow<'_, str> {
    let forbidden = |character: char| {
        (character < ' ' && !matches!(character, '\t' | '\n' | '\r')) || matches!(character, '\u{fffe}' | '\u{ffff}')
    };
    if text.contains(forbidden) { Cow::Owned(text.replace(forbidden, "\u{fffd}")) } else { Cow::Borrowed(text) }
}

/// A range as a formula: `='Sheet'!$A$1:$B$2`.
fn reference(sheet: &str, range: Range) -> String {
    let Range { first, last } = range;
    let cells = rust_xlsxwriter::utility::cell_range_absolute(first.row, first.column, last.row, last.column);
    format!("='{}'!{cells}", sheet.replace('\'', "''"))
}

fn fill(page: &mut Worksheet, sheet: &Sheet, looks: &mut Looks) -> Result<(), XlsxError> {
    page.set_name(&sheet.name)?;
    page.set_right_to_left(sheet.rtl);
    page.set_screen_gridlines(false);
    if sheet.kind == SheetKind::Store {
        page.set_very_hidden(true);
    }
    for (column, width) in (0..).zip(&sheet.columns) {
        page.set_column_width(column, *width)?;
    }
    for (index, row) in (0..).zip(&sheet.rows) {
        page.set_row_height(index, row.height.0)?;
        let mut column = 0;
        for cell in &row.cells {
            put(page, index, column, cell, looks)?;
            column += cell.span.max(1);
        }
    }
    page.set_freeze_panes(sheet.frozen.rows, sheet.frozen.columns)?;
    page.set_selection(sheet.active.row, sheet.active.column, sheet.active.row, sheet.active.column)?;
    if let Some(Range { first, last }) = sheet.filter {
        page.autofilter(first.row, first.column, last.row, last.column)?;
    }
    match sheet.kind {
        SheetKind::Data | SheetKind::Guide => print(page, &sheet.print)?,
        // Nobody prints what nobody is shown.
        SheetKind::Store => {}
    }
    for scale in &sheet.scales {
        color_scale(page, scale)?;
    }
    for rule in &sheet.inputs {
        input(page, rule)?;
    }
    for chart in &sheet.charts {
        chart::insert(page, sheet, chart, looks.date)?;
    }
    sheet.pictures.iter().try_for_each(|picture| insert(page, picture))
}

/// A picture in the corner of its cell, which stays there when cells change their size.
fn insert(page: &mut Worksheet, picture: &Picture) -> Result<(), XlsxError> {
    // Pixels of a sheet are 96 an inch.
    let pixels = |length: Mm| (length.0 / 25.4 * 96.0).round();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few millimetres")]
    let air = pixels(Picture::AIR) as u32;
    let image = Image::new_from_buffer(&png(&picture.pixels))?
        .set_scale_to_size(pixels(picture.size.width), pixels(picture.size.height), false)
        .set_object_movement(ObjectMovement::MoveButDontSizeWithCells)
        .set_alt_text(prompt(&picture.description, limits::MESSAGE));
    page.insert_image_with_offset(picture.at.row, picture.at.column, &image, air, air)?;
    Ok(())
}

fn put(page: &mut Worksheet, row: u32, column: u16, cell: &Cell, looks: &mut Looks) -> Result<(), XlsxError> {
    let kind = match &cell.value {
        Value::Text(text) if looks_like_input(text) => Kind::Quoted,
        Value::Empty | Value::Text(_) => Kind::Text,
        Value::Number(_) => Kind::Number,
        Value::Date(_) => Kind::Date,
    };
    let format = looks.format(&cell.style, kind);
    if cell.span > 1 {
        page.merge_range(row, column, row, column + cell.span - 1, "", format)?;
    }
    match &cell.value {
        Value::Empty => page.write_blank(row, column, format)?,
        Value::Text(text) => page.write_string_with_format(row, column, text, format)?,
        Value::Number(number) => page.write_number_with_format(row, column, *number, format)?,
        Value::Date(date) => {
            let (year, month, day) = date.parts();
            page.write_datetime_with_format(row, column, &ExcelDateTime::from_ymd(year, month, day)?, format)?
        }
    };
    Ok(())
}

/// Whether a spreadsheet would read a text as something else when it is typed again: a formula, or text behind an apostrophe.
fn looks_like_input(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\''])
}

/// UTF-16 units of a header or footer that stand on one line of A4 beside the page number: spreadsheets print what is longer over
/// that number or over the cells. The letters of the usual 11 pt are about 6 pt wide, and 260 mm are free.
const LINE: usize = 110;

fn print(page: &mut Worksheet, print: &Print) -> Result<(), XlsxError> {
    // Numbers of paper sizes: ECMA-376 part 1, 18.3.1.63.
    page.set_paper_size(if print.paper.name == "A3" { 8 } else { 9 });
    match print.orientation {
        Orientation::Landscape => page.set_landscape(),
        Orientation::Portrait => page.set_portrait(),
    };
    let inches = |length: Mm| length.0 / 25.4;
    let (side, edge) = (inches(Print::SIDE), inches(Print::HEADER));
    page.set_margins(side, side, inches(Print::TOP), inches(Print::BOTTOM), edge, edge);
    page.set_print_center_horizontally(true);
    page.set_print_fit_to_pages(print.pages_wide, print.pages_tall.unwrap_or(0));
    if let Some((first, last)) = print.repeat_rows {
        page.set_repeat_rows(first, last)?;
    }
    if let Some(last) = print.repeat_columns.checked_sub(1) {
        page.set_repeat_columns(0, last)?;
    }
    let (header, footer) = lines(print);
    if !header.is_empty() {
        page.set_header(header);
    }
    page.set_footer(footer);
    Ok(())
}

/// The header and the footer, with their codes. A section without text is left out: some programs drop the whole line over it.
fn lines(print: &Print) -> (String, String) {
    let line = match print.orientation {
        Orientation::Landscape => LINE,
        Orientation::Portrait => LINE * 2 / 3,
    };
    let label = coded(&print.page_label, 60);
    let number = if label.is_empty() { "&R&P / &N".to_owned() } else { format!("&R{label} &P / &N") };
    let room = limits::HEADER - 2 - limits::units(&number);
    let left = |text: &str, most| {
        let text = coded(text, most);
        if text.is_empty() { text } else { format!("&L{text}") }
    };
    (left(&print.header, line.min(limits::HEADER - 2)), left(&print.footer, line.min(room)) + &number)
}

/// Text for a header or footer: on one line, each `&` doubled, and cut so that it has at most that many UTF-16 units.
fn coded(text: &str, most: usize) -> String {
    let line = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
    let line = literal(&line);
    (0..=limits::units(&line).min(most))
        .rev()
        .map(|room| ampersands(&limits::clip(&line, room)))
        .find(|coded| limits::units(coded) <= most)
        .unwrap_or_default()
}

/// Text with each `&` doubled. Some programs, and the crate with `&[Page]` and its like, do not heed that and take what follows for a
/// code (ECMA-376 part 1, 18.3.1.46); a word joiner, which is not seen, keeps them apart.
fn ampersands(text: &str) -> String {
    let mut coded = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        coded.push(character);
        if character == '&' {
            coded.push('&');
            let code = |next: &char| matches!(next, 'L' | 'C' | 'R' | 'K' | '"' | '[') || next.is_ascii_digit();
            coded.extend(characters.peek().is_some_and(code).then_some(JOINER));
        }
    }
    coded
}

/// U+2060, a word joiner: it has no width, and nothing breaks there.
const JOINER: char = '\u{2060}';

/// Text in which nothing is taken for an escaped character, such as `_x000D_`, outside of cells: there the crate does not escape it, and
/// not every program would undo that. A word joiner behind the first sign keeps them apart.
fn literal(text: &str) -> Cow<'_, str> {
    if text.contains("_x") { Cow::Owned(text.replace("_x", "_\u{2060}x")) } else { Cow::Borrowed(text) }
}

/// What is said at a cell, of at most that many UTF-16 units.
fn prompt(text: &str, most: usize) -> String {
    limits::clip(&literal(&clean(text)), most)
}

fn color_scale(page: &mut Worksheet, scale: &ColorScale) -> Result<(), XlsxError> {
    let ((low, low_color), (high, high_color)) = (scale.low, scale.high);
    let number = ConditionalFormatType::Number;
    let format = ConditionalFormat3ColorScale::new()
        .set_minimum(number, low)
        .set_midpoint(number, low / 2.0 + high / 2.0)
        .set_maximum(number, high)
        .set_minimum_color(looks::color(low_color))
        .set_midpoint_color(looks::color(crate::scene::Color::WHITE))
        .set_maximum_color(looks::color(high_color));
    let Range { first, last } = scale.range;
    page.add_conditional_format(first.row, first.column, last.row, last.column, &format)?;
    Ok(())
}

fn input(page: &mut Worksheet, input: &Input) -> Result<(), XlsxError> {
    let Some(rule) = rule(input)? else { return Ok(()) };
    let Range { first, last } = input.range;
    page.add_data_validation(first.row, first.column, last.row, last.column, &rule)?;
    Ok(())
}

/// The rule of cells as the crate has it; none where there is nothing to say.
fn rule(input: &Input) -> Result<Option<DataValidation>, XlsxError> {
    let mut rule = DataValidation::new();
    let title = || prompt(&input.title, limits::MESSAGE_TITLE);
    if !input.message.is_empty() {
        rule = rule.set_input_title(title())?.set_input_message(prompt(&input.message, limits::MESSAGE))?;
    }
    let refusing =
        |rule: DataValidation, refusal: &str| rule.set_error_title(title())?.set_error_message(prompt(refusal, limits::MESSAGE));
    let ruled = match &input.allowed {
        None => None,
        Some(Allowed::Between { min, max, refusal }) => {
            Some(refusing(rule.clone().allow_decimal_number(DataValidationRule::Between(*min, *max)), refusal)?)
        }
        Some(Allowed::OneOf { words, refusal }) => match (list(words), refusal) {
            (None, _) => None,
            (Some(words), Some(refusal)) => Some(refusing(rule.clone().allow_list_strings(&words)?, refusal)?),
            (Some(words), None) => Some(rule.clone().allow_list_strings(&words)?.show_error_message(false)),
        },
        Some(Allowed::Day { remark }) => {
            let first = ExcelDateTime::from_ymd(1970, 1, 1)?;
            let rule = rule.clone().allow_date(DataValidationRule::GreaterThanOrEqualTo(first));
            Some(refusing(rule.set_error_style(DataValidationErrorStyle::Warning), remark)?)
        }
    };
    Ok(ruled.or_else(|| (!input.message.is_empty()).then_some(rule)))
}

/// Words as a list can hold them: none with a comma or with what would be taken for an escape, and no more than fit.
fn list(words: &[String]) -> Option<Vec<String>> {
    let words: Vec<_> = words.iter().map(|word| clean(word).into_owned()).collect();
    let length = words.iter().map(|word| limits::units(word) + 1).sum::<usize>();
    let fits = !words.is_empty()
        && length <= limits::MESSAGE + 1
        && words.iter().all(|word| !word.is_empty() && !word.contains([',', '"']) && !word.contains("_x"));
    fits.then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sheet::CellRef;

    #[test]
    fn headers_hold_any_text_within_their_limit() {
        assert_eq!(coded("Q&A\nover [Page]", 40), "Q&&A over [Page]");
        for code in ["L", "C", "R", "K00FF00", "\"Arial\"", "24 ", "[Page]"] {
            assert_eq!(coded(&format!("a &{code}"), 40), format!("a &&\u{2060}{}", code.trim_end()));
        }
        assert_eq!(coded("R&D & Q&A&", 40), "R&&D && Q&&A&&");
        assert_eq!(coded("a _x000D_", 40), "a _\u{2060}x000D_");
        let many = coded(&"&".repeat(300), 100);
        assert!(limits::units(&many) <= 100 && many.ends_with("&&…"), "{many}");
    }

    #[test]
    fn many_authors_leave_the_page_number_alone() {
        let print = |orientation| Print {
            paper: "A4".parse().unwrap(),
            orientation,
            pages_wide: 1,
            pages_tall: None,
            repeat_rows: None,
            repeat_columns: 0,
            header: "Naar het Mediacollege ".repeat(20),
            footer: "Sam de Vries (MEP2), ".repeat(20),
            page_label: "Pagina".into(),
        };
        for (orientation, most) in [(Orientation::Landscape, 110), (Orientation::Portrait, 73)] {
            let (header, footer) = lines(&print(orientation));
            let authors = footer.strip_prefix("&L").and_then(|line| line.strip_suffix("&RPagina &P / &N")).unwrap();
            assert!(limits::units(authors) <= most && authors.ends_with('…'), "{authors}");
            assert!(limits::units(&header) <= most + 2 && header.ends_with('…'), "{header}");
        }
        let bare = Print { header: " ".into(), footer: "\n".into(), page_label: String::new(), ..print(Orientation::Portrait) };
        assert_eq!(lines(&bare), (String::new(), "&R&P / &N".into()), "no section without text");
    }

    #[test]
    fn a_prompt_keeps_within_its_limit_and_holds_no_escape() {
        assert_eq!(prompt(&"_x000D_".repeat(40), 32).encode_utf16().count(), 32);
        assert_eq!(prompt("_x000D_", 32), "_\u{2060}x000D_");
        let words = |words: [&str; 2]| list(&words.map(str::to_owned)).map(|words| words.len());
        assert_eq!((words(["a", "b"]), words(["a", "_x0041_"])), (Some(2), None));
    }

    #[test]
    fn apostrophes_in_sheet_names_are_doubled() {
        let range = Range::of_row(0, (0, 2));
        assert_eq!(reference("Reis naar 't Gooi", range), "='Reis naar ''t Gooi'!$A$1:$C$1");
        assert_eq!(reference("Reis", Range::cell(CellRef { row: 4, column: 1 })), "='Reis'!$B$5");
    }

    #[test]
    fn what_xml_forbids_is_replaced() {
        assert_eq!(clean("a\u{0}b\u{b}c\nd\u{ffff}"), "a\u{fffd}b\u{fffd}c\nd\u{fffd}");
    }
}
