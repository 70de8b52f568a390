//! What office programs and libraries read in workbooks, show of them, and leave of them when they save them again.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;

use crate::support::fixtures::{Said, assert_says};
use crate::support::tools::{files, fresh_folder, klantreis, run, text};
use crate::{EXPORTED, Exported};

/// Prints every cell that holds something as `[sheet, row, column, type, value]`; type `f` is a formula, `n` a number.
const OPENPYXL: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[sheet.title, cell.row, cell.column, cell.data_type, str(cell.value)]
    for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]))
";

#[test]
fn openpyxl_reads_every_text_as_text_and_every_score_as_a_number() {
    for exported in EXPORTED.iter() {
        let said = &exported.said;
        let cells: Value = serde_json::from_str(&run("python3", ["-c", OPENPYXL, text(&exported.file("xlsx"))])).unwrap();
        let cells = cells.as_array().unwrap();
        let of_type =
            |kind: &str| cells.iter().filter(|cell| cell[3] == kind).map(|cell| cell[4].as_str().unwrap()).collect::<Vec<_>>();
        assert_eq!(of_type("f"), [""; 0], "{}: formulas", said.name);
        // A cell that was split goes on below: column by column, what belongs together stands together.
        let mut down: Vec<_> = cells.iter().filter(|cell| cell[3] == "s").collect();
        down.sort_by_key(|cell| (cell[0].as_str(), cell[2].as_u64(), cell[1].as_u64()));
        let found: String = down.iter().map(|cell| cell[4].as_str().unwrap()).collect();
        assert_says(&format!("openpyxl, {}", said.name), &found, &said.items);
        assert_says(&format!("openpyxl, {}", said.name), &found, &said.titles);
        let numbers: Vec<f64> = of_type("n").iter().map(|number| number.parse().unwrap()).collect();
        for score in &said.scores {
            assert!(numbers.contains(score), "{}: the score {score} is no number in {numbers:?}", said.name);
        }
    }
}

/// Whether the PDF of the office suite can be searched for a text: it is for Latin, Greek and Cyrillic, but not for what it draws
/// from right to left or in a font that it picks for single characters.
fn searchable(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '\0'..='\u{52f}' | '\u{1e00}'..='\u{1fff}' | '–' | '“' | '”' | '‘' | '’' | '…' | '€'))
}

/// CSV in UTF-8 with commas and quotes, every sheet in a file of its own.
const EVERY_SHEET: &str = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

#[test]
fn libreoffice_reads_every_text_of_a_workbook_and_shows_it_in_print() {
    let folder = fresh_folder("libreoffice");
    let profile = format!("-env:UserInstallation=file://{}", text(&folder.join("profile")));
    for exported in EXPORTED.iter() {
        let (said, folder) = (&exported.said, folder.join(&exported.said.name));
        let workbook = text(&exported.file("xlsx")).to_owned();
        for kind in ["pdf", EVERY_SHEET] {
            run("soffice", [&profile, "--headless", "--convert-to", kind, "--outdir", text(&folder), &workbook]);
        }
        let tables: String = files(&folder, "csv").iter().map(|table| fs::read_to_string(table).unwrap()).collect();
        let printed = run("pdftotext", ["-raw", "-nopgbrk", text(&files(&folder, "pdf")[0]), "-"]);
        for texts in [&said.items, &said.titles] {
            assert_says(&format!("LibreOffice, {}", said.name), &tables.replace("\"\"", "\""), texts);
            let plain: Vec<_> = texts.iter().filter(|text| searchable(text)).cloned().collect();
            assert_says(&format!("LibreOffice in print, {}", said.name), &printed, &plain);
        }
    }
}

/// Every workbook there is: of each fixture, of the journey with every field, and of each preset in each language, blank.
static WORKBOOKS: LazyLock<Vec<PathBuf>> = LazyLock::new(|| {
    let folder = fresh_folder("workbooks");
    let output = |name: &str| format!("{}/{name}.xlsx", text(&folder));
    for Exported { said, .. } in EXPORTED.iter() {
        klantreis(&["export", &format!("fixtures/{}.json", said.name), "-o", &output(&said.name)]);
    }
    klantreis(&["export", "tests/samples/every-field.json", "-o", &output("every-field")]);
    for document in fs::read_dir("fixtures/presets").unwrap() {
        let name = document.unwrap().file_name().into_string().unwrap();
        let [preset, language, _] = name.split('.').collect::<Vec<_>>()[..] else { panic!("{name}") };
        klantreis(&["new", "--preset", preset, "--language", language, "-o", &output(&format!("{preset}-{language}"))]);
    }
    files(&folder, "xlsx")
});

/// Prints the text of every cell that a person is shown, by sheets, and numbers as far as they are whole.
const SHOWN: &str = "
import json, sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1])
print(json.dumps([[str(cell.value) for row in sheet.iter_rows() for cell in row if cell.data_type == 's' and cell.value]
    for sheet in book if sheet.sheet_state == 'visible']))
";

/// Copies workbooks into a folder, each to be printed at 100 % on paper on which every sheet stands whole.
const FULL_SIZE: &str = r#"
import os, re, sys, zipfile
for path in sys.argv[2:]:
    book = zipfile.ZipFile(path)
    with zipfile.ZipFile(os.path.join(sys.argv[1], os.path.basename(path)), 'w', zipfile.ZIP_DEFLATED) as copy:
        for name in book.namelist():
            part = book.read(name)
            if name.startswith('xl/worksheets/sheet'):
                part = re.sub(rb' (fitToPage|fitToWidth|fitToHeight|paperSize)="\d+"', b'', part)
                part = part.replace(b'<pageSetup', b'<pageSetup scale="100" paperWidth="3000mm" paperHeight="3000mm"')
            copy.writestr(name, part)
"#;

/// The texts of the cells of a workbook that can be searched for in print.
fn shown(workbook: &Path) -> Vec<String> {
    let sheets: Vec<Vec<String>> = serde_json::from_str(&run("python3", ["-c", SHOWN, text(workbook)])).unwrap();
    // Emoji and signs come from other faces, and are set apart.
    sheets.into_iter().flatten().filter(|text| searchable(text)).collect()
}

/// Asserts that the PDF that `LibreOffice` made of each workbook has every text of it.
fn assert_printed(folder: &Path, way: &str) {
    for workbook in WORKBOOKS.iter() {
        let pdf = folder.join(workbook.file_name().unwrap()).with_extension("pdf");
        let printed = run("pdftotext", ["-raw", "-nopgbrk", text(&pdf), "-"]);
        assert_says(&format!("{way}, {}", pdf.display()), &printed, &shown(workbook));
        assert!(!printed.contains("###"), "{}: a number without room", pdf.display());
    }
}

#[test]
fn every_sheet_is_whole_in_libreoffice_at_its_own_size_and_at_full_size() {
    let folder = fresh_folder("whole_sheets");
    let profile = format!("-env:UserInstallation=file://{}", text(&folder.join("profile")));
    let full = folder.join("full");
    fs::create_dir(&full).unwrap();
    run("python3", ["-c", FULL_SIZE, text(&full)].into_iter().chain(WORKBOOKS.iter().map(|path| text(path))));
    for (into, from) in [(&folder, &*WORKBOOKS), (&full, &files(&full, "xlsx"))] {
        let arguments = [&profile, "--headless", "--convert-to", "pdf", "--outdir", text(into)];
        run("soffice", arguments.into_iter().chain(from.iter().map(|path| text(path))));
    }
    assert_printed(&folder, "as it is printed");
    assert_printed(&full, "at 100 %");
}

#[test]
fn no_row_is_lower_than_libreoffice_makes_it_for_its_text() {
    let folder = fresh_folder("row_heights");
    let profile = format!("-env:UserInstallation=file://{}", text(&folder.join("profile")));
    // The first run makes the profile; the macro goes into it afterwards.
    run("soffice", [&profile, "--headless", "--convert-to", "csv", "--outdir", text(&folder), text(&WORKBOOKS[0])]);
    let macros = folder.join("profile/user/basic/Standard");
    fs::write(macros.join("Rows.xba"), include_str!("../support/libreoffice/Rows.xba")).unwrap();
    let library = fs::read_to_string(macros.join("script.xlb")).unwrap();
    let library = library.replace("</library:library>", " <library:element library:name=\"Rows\"/>\n</library:library>");
    fs::write(macros.join("script.xlb"), library).unwrap();
    let urls: Vec<_> = WORKBOOKS.iter().map(|path| format!("file://{}", text(path))).collect();
    let report = folder.join("heights.txt");
    let call = format!("macro:///Standard.Rows.Heights(\"{}\",\"{}\")", urls.join("|"), text(&report));
    run("soffice", [&profile, "--headless", "--norestore", &call]);
    let report = fs::read_to_string(report).unwrap();
    let (looked_at, low): (Vec<&str>, Vec<&str>) = report.lines().partition(|line| line.contains("|rows|"));
    assert!(looked_at.len() > 2 * WORKBOOKS.len(), "{report}");
    assert!(low.is_empty(), "rows that cut off their text:\n{}", low.join("\n"));
}

/// A workbook read back as the normal form of its journey.
fn read_back(file: &Path) -> String {
    let bytes = fs::read(file).unwrap();
    let extension = file.extension().unwrap().to_str().unwrap();
    let reader = klantreis::read::READERS.iter().find(|reader| reader.extensions.contains(&extension)).unwrap();
    let reading = (reader.read)(&bytes, &klantreis::read::Options::default());
    let reading = reading.unwrap_or_else(|problems| panic!("{}: {problems:#?}", file.display()));
    assert!(reading.remarks.is_empty(), "{}: {:#?}", file.display(), reading.remarks);
    klantreis::journey::normal(&reading.journey)
}

/// The normal form of a fixture.
fn normal_form(said: &Said) -> String {
    let text = fs::read_to_string(format!("{}/fixtures/{}.json", env!("CARGO_MANIFEST_DIR"), said.name)).unwrap();
    klantreis::journey::normal(&klantreis::read::json(&text).unwrap())
}

/// Reads a workbook and writes it again, in three libraries; where one warns, a warning is an error.
const SAVERS: [(&str, &[&str], &str); 3] = [
    (
        "openpyxl",
        &["python3", "-W", "error", "-c"],
        "import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])",
    ),
    (
        "SheetJS",
        &["node", "-e"],
        "const { readFile, writeFile } = require('xlsx'); writeFile(readFile(process.argv[1]), process.argv[2])",
    ),
    (
        "ExcelJS",
        &["node", "-e"],
        "const book = new (require('exceljs').Workbook)();
         book.xlsx.readFile(process.argv[1]).then(() => book.xlsx.writeFile(process.argv[2]))",
    ),
];

/// The workbook as a library of another maker has saved it.
fn saved_by((name, program, script): (&str, &[&str], &str), workbook: &Path, folder: &Path) -> PathBuf {
    let saved = folder.join(format!("{name}-{}", workbook.file_name().unwrap().display()));
    let arguments = program[1..].iter().copied().chain([script, text(workbook), text(&saved)]);
    run(program[0], arguments);
    saved
}

/// A journey full of what looks like the escapes of a workbook and the codes of headers.
const ESCAPES: &str = r#"{ "klantreis": 1, "title": "Q&Left _x000D_ &C R&D &[Page] &24 &\"Arial\" &K00FF00", "language": "en",
    "organisation": "_x005F_x000D_", "authors": [{ "name": "A & B _x0041_", "class": "_x0042_" }, "&R"], "date": "2026-11-07",
    "stages": [{ "id": "s", "title": "_x0043_ stage" }],
    "personas": [{ "name": "_x0044_ Bo", "quotes": ["_x000D_"] }],
    "phases": [
      { "title": "A _x005F_x000D_", "stage": "s", "cells": {
        "goal": ["plain _x000D_ text", "_x000a_", "_x005f_", "_xD83D__xDE00_", "_x0000_", "a __x000D__ b"],
        "emotion": { "score": 1, "text": "_x0045_" }, "touchpoint": [{ "text": "_x000D_ t", "when": "_x0009_" }] } },
      { "title": "_x000D_", "cells": { "goal": "_x000D_", "emotion": -1, "touchpoint": "_X000D_" } }
    ],
    "opportunities": [{ "text": "_x000D_ more", "owner": "&L" }],
    "x": { "_x000D_": "_x0041_" } }"#;

/// The workbook of that journey, and its normal form.
static ESCAPED: LazyLock<(PathBuf, String)> = LazyLock::new(|| {
    let folder = fresh_folder("escapes");
    fs::write(folder.join("escapes.json"), ESCAPES).unwrap();
    let workbook = folder.join("escapes.xlsx");
    klantreis(&["export", text(&folder.join("escapes.json")), "-o", text(&workbook)]);
    (workbook, klantreis::journey::normal(&klantreis::read::json(ESCAPES).unwrap()))
});

#[test]
fn a_workbook_that_another_library_saved_is_the_journey_it_was_made_from() {
    let folder = fresh_folder("saved");
    let fixtures = EXPORTED.iter().map(|exported| (exported.file("xlsx"), normal_form(&exported.said)));
    for (workbook, normal) in fixtures.chain([ESCAPED.clone()]) {
        for saver in SAVERS {
            let saved = saved_by(saver, &workbook, &folder);
            assert_eq!(read_back(&saved), normal, "{}", saved.display());
        }
    }
}

/// Prints the text of every cell of a workbook, by a library that undoes escapes as Excel does.
const AS_SHOWN: &str = "
const book = require('xlsx').readFile(process.argv[1]);
console.log(JSON.stringify(Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet)).map((cell) => String(cell.v))))
";

#[test]
fn what_looks_like_an_escape_is_shown_as_it_was_typed() {
    let cells: Vec<String> = serde_json::from_str(&run("node", ["-e", AS_SHOWN, text(&ESCAPED.0)])).unwrap();
    for typed in ["_x000D_", "A _x005F_x000D_", "_x005F_x000D_", "_x0009_"] {
        assert!(cells.iter().any(|cell| cell == typed), "{typed}: {cells:?}");
    }
    for line in ["• plain _x000D_ text", "• _xD83D__xDE00_", "• _x0000_", "• a __x000D__ b"] {
        assert!(cells.iter().any(|cell| cell.lines().any(|shown| shown == line)), "{line}: {cells:?}");
    }
}

/// Prints the headers and footers of a workbook by sheets, as they stand in the file and as `openpyxl` has saved them.
const HEADERS: &str = r"
import html, json, re, sys, zipfile
def lines(path):
    book = zipfile.ZipFile(path)
    names = sorted((n for n in book.namelist() if n.startswith('xl/worksheets/sheet')), key=lambda n: (len(n), n))
    found = [re.findall('<odd(?:Header|Footer)>(.*?)</odd', book.read(n).decode(), re.S) for n in names]
    return [[html.unescape(line) for line in sheet] for sheet in found]
print(json.dumps([lines(path) for path in sys.argv[1:]]))
";

#[test]
fn openpyxl_keeps_every_header_and_footer_and_warns_of_nothing() {
    let folder = fresh_folder("headers");
    let report = folder.join("report.xlsx");
    klantreis(&["check", "fixtures/mini.json", "fixtures/mediacollege.json", "--report", text(&report)]);
    let mut met = 0;
    for workbook in WORKBOOKS.iter().chain([&ESCAPED.0, &report]) {
        let saved = saved_by(SAVERS[0], workbook, &folder);
        let [before, after]: [Vec<Vec<String>>; 2] =
            serde_json::from_str(&run("python3", ["-c", HEADERS, text(workbook), text(&saved)])).unwrap();
        assert_eq!(before, after, "{}", workbook.display());
        let lines: Vec<_> = before.iter().flatten().collect();
        assert!(lines.iter().all(|line| !line.starts_with("&L&") || line.starts_with("&L&&")), "an empty section: {lines:?}");
        met += lines.len();
    }
    assert!(met > 3 * WORKBOOKS.len(), "only {met} headers and footers");
}

#[test]
fn a_workbook_that_libreoffice_saved_is_the_journey_it_was_made_from() {
    let folder = fresh_folder("libreoffice_saved");
    let profile = format!("-env:UserInstallation=file://{}", text(&folder.join("profile")));
    let convert = |kind: &str, from: &Path, to: &Path| {
        run("soffice", [&profile, "--headless", "--convert-to", kind, "--outdir", text(to), text(from)]);
    };
    for exported in EXPORTED.iter() {
        let (open, back) = (folder.join("ods"), folder.join("xlsx"));
        convert("ods", &exported.file("xlsx"), &open);
        let open = open.join(exported.file("xlsx").with_extension("ods").file_name().unwrap());
        assert_eq!(read_back(&open), normal_form(&exported.said), "{}, ODS", exported.said.name);
        convert("xlsx", &open, &back);
        let back = back.join(exported.file("xlsx").file_name().unwrap());
        assert_eq!(read_back(&back), normal_form(&exported.said), "{}, XLSX again", exported.said.name);
    }
}
