//! Files that are no good, each with what is said of it: in bounded time, without a panic.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use std::time::Duration;

use klantreis::diagnostic::Diagnostic;
use klantreis::read::{Options, read};
use rust_xlsxwriter::{Format, Workbook};
use zip::write::{SimpleFileOptions, ZipWriter};

use crate::support::took::took;

const XLSX_ROOT: &str = r#"<Relationships xmlns="x"><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const XLSX_BOOK: &str = r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>"#;
const XLSX_LINKS: &str = r#"<Relationships><Relationship Id="a" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const ODS_TYPE: &str = "application/vnd.oasis.opendocument.spreadsheet";

/// What is said of a file that is read, be it a journey or not.
const READ: [&str; 0] = [];

/// The codes of what is said of a file, in order; whether there is a journey in its cells does not matter here.
fn codes(extension: &str, bytes: &[u8]) -> Vec<&'static str> {
    let codes = problems(extension, bytes).into_iter().map(|problem| problem.code.name());
    codes.filter(|code| !["doubtful-matrix", "no-matrix", "not-placed"].contains(code)).collect()
}

pub(crate) fn problems(extension: &str, bytes: &[u8]) -> Vec<Diagnostic> {
    let problems = match read(Some(extension), bytes, &Options::default()).1 {
        Ok(reading) => reading.remarks,
        Err(problems) => problems,
    };
    for problem in &problems {
        assert!(problem.help.as_ref().is_some_and(|help| !help.is_empty()), "{problem:?} does not say what to do");
    }
    problems
}

/// A package with these parts.
pub(crate) fn package(parts: &[(&str, &[u8])], packed: bool) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let method = if packed { zip::CompressionMethod::Deflated } else { zip::CompressionMethod::Stored };
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// A workbook of Excel with one sheet.
fn xlsx(sheet: &[u8], packed: bool) -> Vec<u8> {
    let parts = [
        ("_rels/.rels", XLSX_ROOT.as_bytes()),
        ("xl/workbook.xml", XLSX_BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", XLSX_LINKS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet),
    ];
    package(&parts, packed)
}

pub(crate) fn ods(content: &str, manifest: &str) -> Vec<u8> {
    let parts = [("mimetype", ODS_TYPE), ("META-INF/manifest.xml", manifest), ("content.xml", content)];
    package(&parts.map(|(name, text)| (name, text.as_bytes())), false)
}

/// A compound file with nothing but a directory of streams.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0; 1024];
    bytes[..8].copy_from_slice(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1");
    let name: Vec<u8> = stream.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    bytes[512..512 + name.len()].copy_from_slice(&name);
    bytes[512 + 64] = u8::try_from(name.len()).unwrap();
    bytes
}

/// An old workbook with these records in one stream.
pub(crate) fn xls(stream: &str, records: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).unwrap();
    file.create_stream(format!("/{stream}")).unwrap().write_all(records).unwrap();
    file.into_inner().into_inner()
}

/// A small workbook as this program's library writes it.
fn written() -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Niets van een klantreis").unwrap();
    sheet.write_with_format(1, 0, 0.5, &Format::new().set_num_format("0%")).unwrap();
    sheet.merge_range(2, 0, 2, 3, "één", &Format::new()).unwrap();
    book.save_to_buffer().unwrap()
}

fn within(seconds: u64, what: impl FnOnce()) {
    let ((), took) = took(what);
    assert!(took < Duration::from_secs(seconds), "{took:?}");
}

#[test]
fn a_file_that_is_protected_says_so() {
    assert_eq!(codes("xlsx", &compound("EncryptedPackage")), ["encrypted"]);
    let manifest =
        "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>";
    assert_eq!(codes("ods", &ods("???", manifest)), ["encrypted"]);
}

#[test]
fn an_empty_file_says_so() {
    for extension in ["xlsx", "xls", "ods", "csv", "tsv"] {
        assert_eq!(codes(extension, b""), ["empty-file"]);
        assert_eq!(codes(extension, b" \r\n"), ["empty-file"]);
    }
    assert_eq!(codes("csv", b";;\n;;\n"), ["no-cells"]);
}

#[test]
fn old_workbooks_are_held_to_their_records() {
    let first: &[u8] = &[0x09, 0x08, 0x02, 0, 0x00, 0x06];
    let last: &[u8] = &[0x0A, 0, 0, 0];
    // A sheet that begins after its own record, with a name of one letter.
    let tab: &[u8] = &[0x85, 0, 9, 0, 23, 0, 0, 0, 0, 0, 1, 0, b'A'];
    let cell = |row: u16, column: u16| {
        let mut bytes = vec![0x03, 0x02, 14, 0];
        bytes.extend([row, column, 0].into_iter().flat_map(u16::to_le_bytes));
        bytes.extend(1.5_f64.to_le_bytes());
        bytes
    };
    let book = |cells: &[u8]| xls("Workbook", &[first, tab, last, first, cells, last].concat());
    assert_eq!(codes("xls", &book(&cell(0, 0))), READ);
    assert_eq!(codes("xls", &book(&cell(u16::MAX, 0xFF))), READ);
    assert_eq!(codes("xls", &book(&cell(0, u16::MAX))), ["too-many"]);
    assert_eq!(codes("xls", &book(&[])), ["no-cells"]);
    assert_eq!(codes("xls", &book(&cell(0, 0)[..12])), ["broken-file"]);
    assert_eq!(codes("xls", &xls("Workbook", &[first, tab, last].concat())), ["no-cells"]);
    assert_eq!(codes("xls", &xls("Workbook", &[first, &tab[..4], &[99; 9]].concat())), ["no-cells"]);
    assert_eq!(codes("xls", &xls("Workbook", &[first, &[0x2F, 0, 2, 0, 1, 0]].concat())), ["encrypted"]);
    assert_eq!(codes("xls", &xls("Workbook", &[0x09, 0x08, 0x02, 0, 0x00, 0x05])), ["broken-file"]);
    assert_eq!(codes("xls", &xls("Book", first)), ["unknown-format"]);
    // Texts that go on in thousands of records, and end too soon.
    let mut texts = vec![0xFC, 0, 11, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0xFF, 0xFF, 0];
    texts.extend([0x3C, 0, 2, 0, 0, b'x'].repeat(50_000));
    within(5, || assert_eq!(codes("xls", &xls("Workbook", &[first, &texts].concat())), ["broken-file"]));
}

#[test]
fn a_file_that_is_cut_off_says_so() {
    let whole = written();
    for length in (8..whole.len()).step_by(whole.len() / 40) {
        let found = codes("xlsx", &whole[..length]);
        assert!(matches!(found.as_slice(), ["broken-file" | "unknown-format"]), "{length} of {}: {found:?}", whole.len());
    }
    assert_eq!(codes("xlsx", &whole), READ);
}

#[test]
fn parts_that_are_missing_or_no_xml_are_named() {
    let without =
        package(&[("xl/workbook.xml", XLSX_BOOK.as_bytes()), ("xl/_rels/workbook.xml.rels", XLSX_LINKS.as_bytes())], false);
    assert!(problems("xlsx", &without)[0].message.contains("xl/worksheets/sheet1.xml is missing"));
    for sheet in ["<worksheet><sheetData>", "<a></b>", "no XML <", "\u{0}"] {
        let found = problems("xlsx", &xlsx(sheet.as_bytes(), false));
        assert!(matches!(found[0].code.name(), "broken-file" | "no-cells"), "{sheet:?}: {found:?}");
    }
    assert_eq!(codes("xlsx", &xlsx(b"\xff\xff", false)), ["broken-file"]);
}

#[test]
fn a_file_that_unpacks_to_very_much_is_refused() {
    let mut sheet = b"<worksheet><sheetData>".to_vec();
    sheet.resize(300 << 20, b' ');
    let mut bomb = xlsx(&sheet, true);
    drop(sheet);
    assert!(bomb.len() < 2 << 20);
    within(20, || assert_eq!(codes("xlsx", &bomb), ["too-large"]));
    // The same where the headers say that it is small.
    let size = (300_u32 << 20).to_le_bytes();
    for at in 0..bomb.len() - 4 {
        if bomb[at..at + 4] == size {
            bomb[at..at + 4].copy_from_slice(&100_u32.to_le_bytes());
        }
    }
    within(20, || assert!(matches!(codes("xlsx", &bomb).as_slice(), ["too-large" | "broken-file"])));
}

#[test]
fn a_workbook_with_very_many_parts_is_refused() {
    let names: Vec<_> = (0..10_001).map(|number| format!("xl/{number}")).collect();
    let parts: Vec<_> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(codes("xlsx", &package(&parts, false)), ["too-many"]);
}

#[test]
fn names_of_parts_that_lie_in_each_other_are_looked_through_once() {
    // Heads of parts every 30 bytes, each with a name of 64 KiB.
    let head = [b"PK\x03\x04".as_slice(), &[0x80; 22], &[0xFF; 4]].concat();
    within(5, || assert_eq!(codes("xlsx", &head.repeat(1_000_000 / head.len())), ["unknown-format"]));
}

#[test]
fn a_million_rows_are_read_or_refused_soon() {
    let rows = |cells: &str| {
        let mut sheet = String::from("<worksheet><sheetData>");
        for row in 1..=1_000_000 {
            let _ = write!(sheet, "<row r=\"{row}\">{cells}</row>");
        }
        sheet.push_str("</sheetData></worksheet>");
        xlsx(sheet.as_bytes(), true)
    };
    let (formatted, full) = (rows("<c s=\"0\"/>"), rows("<c><v>1</v></c><c><v>2</v></c><c><v>3</v></c>"));
    within(20, || assert_eq!(codes("xlsx", &formatted), ["no-cells"]));
    within(20, || assert_eq!(codes("xlsx", &full), ["too-many"]));
    let lines = "1;2;3\n".repeat(1_000_000);
    within(20, || assert_eq!(codes("csv", lines.as_bytes()), ["too-many"]));
    let repeated = "<o><office:spreadsheet><table:table table:name=\"a\"><table:table-row table:number-rows-repeated=\"999999999999\">\
                    <table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"float\" office:value=\"1\"/>\
                    </table:table-row></table:table></office:spreadsheet></o>";
    within(20, || assert_eq!(codes("ods", &ods(repeated, "<m/>")), ["too-many"]));
}

#[test]
fn cells_far_away_and_texts_in_many_cells_take_no_memory() {
    let cell = |place: &str| format!("<row><c r=\"{place}\"><v>1</v></c></row>");
    let sheet = |rows: &str| xlsx(format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes(), false);
    within(5, || assert_eq!(codes("xlsx", &sheet(&cell("XFD1048576"))), READ));
    let corner: String = (1..500).map(|row| cell(&format!("XFD{row}"))).collect();
    within(5, || assert_eq!(codes("xlsx", &sheet(&corner)), ["too-many"]));
    let shared = format!("<sst uniqueCount=\"99999999999999\"><si><t>{}</t></si></sst>", "x".repeat(1 << 20));
    let text = "<row><c t=\"s\"><v>0</v></c></row>".repeat(100);
    let text = format!("<worksheet><sheetData>{text}</sheetData></worksheet>");
    let parts = [
        ("_rels/.rels", XLSX_ROOT.as_bytes()),
        ("xl/workbook.xml", XLSX_BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", XLSX_LINKS.as_bytes()),
        ("xl/worksheets/sheet1.xml", text.as_bytes()),
        ("xl/sharedStrings.xml", shared.as_bytes()),
    ];
    within(5, || assert_eq!(codes("xlsx", &package(&parts, true)), ["too-many"]));
}

/// A workbook of Excel with these sheets: names and parts.
pub(crate) fn sheets(sheets: &[(String, String)], cells: &str) -> Vec<u8> {
    let (mut book, mut links) = (String::from("<workbook><sheets>"), String::from("<Relationships>"));
    for (number, (name, part)) in sheets.iter().enumerate() {
        let _ = write!(book, "<sheet name=\"{name}\" r:id=\"r{number}\"/>");
        let _ = write!(links, "<Relationship Id=\"r{number}\" Type=\"x/worksheet\" Target=\"{part}\"/>");
    }
    book.push_str("</sheets></workbook>");
    links.push_str("</Relationships>");
    let cells = format!("<worksheet><sheetData>{cells}</sheetData></worksheet>");
    let mut parts = vec![
        ("_rels/.rels".to_owned(), XLSX_ROOT.to_owned()),
        ("xl/workbook.xml".to_owned(), book),
        ("xl/_rels/workbook.xml.rels".to_owned(), links),
    ];
    parts.extend(sheets.iter().map(|(_, part)| (format!("xl/{}", part.to_lowercase()), cells.clone())));
    parts.sort();
    parts.dedup();
    let parts: Vec<_> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    package(&parts, true)
}

#[test]
fn a_part_that_several_sheets_share_is_not_read_for_each() {
    let mut rows = String::new();
    for row in 0..4_000 {
        let _ = write!(rows, "<row><c t=\"str\"><v>rij {row}</v></c></row>");
    }
    let named = |number: usize, part: &str| (format!("Blad {number}"), part.to_owned());
    let all: Vec<_> = (0..498).map(|number| named(number, "worksheets/sheet1.xml")).collect();
    within(2, || assert_eq!(codes("xlsx", &sheets(&all, &rows)), ["broken-file"]));
    let spelt = [named(1, "worksheets/sheet1.xml"), named(2, "worksheets/SHEET1.xml")];
    assert_eq!(codes("xlsx", &sheets(&spelt, "<row><c><v>1</v></c></row>")), ["broken-file"]);
    let apart = [named(1, "worksheets/sheet1.xml"), named(2, "worksheets/sheet2.xml")];
    assert_eq!(codes("xlsx", &sheets(&apart, "<row><c><v>1</v></c></row>")), READ);
}

#[test]
fn records_that_several_old_sheets_share_are_not_read_for_each() {
    let record =
        |kind: u16, body: &[u8]| [&kind.to_le_bytes()[..], &u16::try_from(body.len()).unwrap().to_le_bytes(), body].concat();
    let start = record(0x0809, &[0, 6, 5, 0]);
    let end = record(0x000A, &[]);
    let cell = record(0x0203, &[&[0, 0, 0, 0, 0, 0][..], &1.0_f64.to_le_bytes()].concat());
    let book = |positions: [u32; 2]| {
        let tab = |position: u32| record(0x0085, &[&position.to_le_bytes()[..], &[0, 0, 1, 0, b'a']].concat());
        let globals = [start.clone(), tab(positions[0]), tab(positions[1]), end.clone()].concat();
        let one = [start.clone(), cell.clone(), end.clone()].concat();
        [globals, one.clone(), one].concat()
    };
    let first = u32::try_from(book([0, 0]).len() - 2 * (start.len() + cell.len() + end.len())).unwrap();
    let second = first + u32::try_from(start.len() + cell.len() + end.len()).unwrap();
    assert_eq!(codes("xls", &xls("Workbook", &book([first, second]))), READ);
    assert_eq!(codes("xls", &xls("Workbook", &book([first, first]))), ["broken-file"]);
    // From the start of one into it, in either order.
    let within = first + u32::try_from(start.len()).unwrap();
    assert_eq!(codes("xls", &xls("Workbook", &book([first, within]))), ["broken-file"]);
    assert_eq!(codes("xls", &xls("Workbook", &book([within, first]))), ["broken-file"]);
}

#[test]
fn cells_and_spaces_that_are_repeated_take_no_memory_before_they_are_counted() {
    let table = |cells: &str| {
        let start = "<o><office:spreadsheet><table:table table:name=\"a\"><table:table-row>";
        ods(&format!("{start}{cells}</table:table-row></table:table></office:spreadsheet></o>"), "<m/>")
    };
    let text = format!(
        "<table:table-cell table:number-columns-repeated=\"16384\" office:value-type=\"string\"><text:p>{}</text:p></table:table-cell>",
        "x".repeat(100_000)
    );
    within(5, || assert_eq!(codes("ods", &table(&text.repeat(50))), ["too-many"]));
    let spaces = "<text:s text:c=\"1000\"/>".repeat(500_000);
    let spaces = format!("<table:table-cell office:value-type=\"string\"><text:p>x{spaces}</text:p></table:table-cell>");
    within(10, || assert_eq!(codes("ods", &table(&spaces)), ["too-large"]));
    let covered = "<table:covered-table-cell table:number-columns-repeated=\"99999999999\"/>".repeat(10_000);
    within(5, || assert_eq!(codes("ods", &table(&covered)), ["no-cells"]));
}

#[test]
fn a_line_of_nothing_but_delimiters_takes_no_memory() {
    let commas = ",".repeat(2 << 20);
    within(10, || assert_eq!(codes("csv", format!("a,b\nc,d{commas}\n").as_bytes()), READ));
    within(10, || assert_eq!(codes("csv", format!("a,b\nc,d{commas}x\n").as_bytes()), ["too-many"]));
}

#[test]
fn the_name_of_a_sheet_is_no_book() {
    let named = [("n".repeat(2_000), "worksheets/sheet1.xml".to_owned())];
    assert_eq!(codes("xlsx", &sheets(&named, "<row><c><v>1</v></c></row>")), ["too-large"]);
}

#[test]
fn what_is_left_over_is_counted_and_has_a_message_of_its_own() {
    let table = ";Bewustzijn;Aankoop\nDoel;a;b\nActie;c;d\n\n\n";
    let problem = |rest: &str| problems("csv", format!("{table}{rest}").as_bytes()).remove(0);
    let many = problem(&"x\n".repeat(300_000));
    assert_eq!((many.code.name(), many.message.contains("250000 cells")), ("too-many", true), "{}", many.message);
    let long = problem(&format!("{}\n", "x".repeat(9_000)).repeat(2_000));
    assert_eq!((long.code.name(), long.message.contains("no place in the journey")), ("too-large", true), "{}", long.message);
    let few = problem(&"x\n".repeat(100));
    assert_eq!(few.code.name(), "not-placed");
}

#[test]
fn entities_are_not_expanded() {
    let mut sheet = String::from("<!DOCTYPE a [<!ENTITY e0 \"lol\">");
    for level in 1..30 {
        let _ = write!(sheet, "<!ENTITY e{level} \"{}\">", format!("&e{};", level - 1).repeat(10));
    }
    sheet.push_str("]><worksheet><sheetData><row><c t=\"str\"><v>&e29;</v></c></row></sheetData></worksheet>");
    within(5, || assert_eq!(codes("xlsx", &xlsx(sheet.as_bytes(), true)), READ));
}

#[test]
fn a_workbook_without_cells_says_so() {
    let mut book = Workbook::new();
    book.add_worksheet();
    assert_eq!(codes("xlsx", &book.save_to_buffer().unwrap()), ["no-cells"]);
    let charts = XLSX_LINKS.replace("relationships/worksheet", "relationships/chartsheet");
    let parts =
        [("xl/workbook.xml", XLSX_BOOK), ("xl/_rels/workbook.xml.rels", &charts), ("xl/worksheets/sheet1.xml", "<chartsheet/>")];
    assert_eq!(codes("xlsx", &package(&parts.map(|(name, text)| (name, text.as_bytes())), false)), ["no-cells"]);
    assert_eq!(codes("ods", &ods("<o><office:spreadsheet/></o>", "<m/>")), ["no-cells"]);
}

#[test]
fn a_wrong_extension_is_said_and_the_file_is_read() {
    let book = written();
    let sheet = ods(
        "<o><office:spreadsheet><table:table table:name=\"a\"><table:table-row><table:table-cell office:value-type=\"string\">\
         <text:p>x</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></o>",
        "<m/>",
    );
    for (extension, bytes) in [
        ("csv", book.as_slice()),
        ("ods", &book),
        ("json", &book),
        ("xls", &book),
        ("xlsx", &sheet),
        ("xlsx", b"a;b\nc;d\n"),
        ("xls", b"a\tb\nc\td\n"),
    ] {
        assert_eq!(codes(extension, bytes), ["wrong-extension"], "{extension}");
    }
    assert_eq!(codes("xlsm", &book), READ);
    assert_eq!(codes("XLSX", &book), READ);
    let journey = br#"{ "klantreis": 1, "title": "x", "language": "nl", "phases": [{ "title": "A" }] }"#;
    assert_eq!(codes("xlsx", journey), ["wrong-extension"]);
    assert_eq!(codes("csv", journey), ["wrong-extension"]);
}

#[test]
fn what_cannot_be_read_is_named() {
    for (bytes, what) in [
        (b"%PDF-1.7".to_vec(), "a PDF"),
        (b"\x89PNG\r\n\x1a\n".to_vec(), "a picture"),
        (b"<!DOCTYPE html><table><tr><td>x".to_vec(), "a web page"),
        (b"<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">".to_vec(), "XML workbook of Excel 2003"),
        (b"{\\rtf1 x}".to_vec(), "RTF"),
        (compound("WordDocument"), "a document of Word"),
        (compound("Something"), "no workbook"),
        (package(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")], false), "a document of Word"),
        (package(&[("ppt/presentation.xml", b"x")], false), "a presentation"),
        (package(&[("xl/workbook.bin", b"x")], false), "a binary workbook"),
        (package(&[("Index/Document.iwa", b"x")], false), "Apple Numbers"),
        (package(&[("mimetype", b"application/vnd.oasis.opendocument.text")], false), "a text of LibreOffice"),
        (package(&[("readme.txt", b"x")], false), "a ZIP file"),
        (vec![0, 1, 2, 3, 4, 5, 6, 7], "no text and no workbook"),
    ] {
        for extension in ["xlsx", "csv", "ods"] {
            let found = problems(extension, &bytes);
            assert_eq!(found[0].code.name(), "unknown-format", "{what}: {found:?}");
            assert!(found[0].message.contains(what), "{}", found[0].message);
        }
    }
}

#[test]
fn an_open_quotation_mark_is_shown_in_its_line() {
    let (text, reading) = read(Some("csv"), "Fase;Eén\nDoel;\"Weten\nActie;Kijken\n".as_bytes(), &Options::default());
    let problem = &reading.unwrap_err()[0];
    let span = problem.span.as_ref().unwrap();
    assert_eq!((problem.code.name(), span.line, &text[span.bytes.clone()]), ("unclosed-quote", 2, "\""));
}
