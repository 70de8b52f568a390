//! What programs of other makers read in our files. Runs when it is named: `cargo test --test other_readers`. Every program
//! that is called here must be there.

mod support {
    pub mod fixtures;
    pub mod picture;
    pub mod tools;
}

use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use serde_json::Value;
use support::fixtures::{Said, all, assert_says, squashed};
use support::picture::Picture;
use support::tools::{files, fresh_folder, klantreis, run, text};

/// A journey and the folder with its four outputs.
struct Exported {
    said: Said,
    folder: PathBuf,
}

impl Exported {
    fn file(&self, extension: &str) -> PathBuf {
        let [file] = &files(&self.folder, extension)[..] else { panic!("one {extension} file in {}", self.folder.display()) };
        file.clone()
    }
}

/// Every fixture, exported once for all tests.
static EXPORTED: LazyLock<Vec<Exported>> = LazyLock::new(|| {
    let root = fresh_folder("other_readers");
    let export = |said: Said| {
        let folder = root.join(&said.name);
        fs::create_dir(&folder).unwrap();
        klantreis(&["export", &format!("fixtures/{}.json", said.name), "-o", &format!("{}/", text(&folder))]);
        Exported { said, folder }
    };
    all().into_iter().map(export).collect()
});

#[test]
fn qpdf_finds_nothing_wrong() {
    for exported in EXPORTED.iter() {
        let report = run("qpdf", ["--check", text(&exported.file("pdf"))]);
        assert!(report.contains("No syntax or stream encoding errors") && !report.contains("WARNING"), "{report}");
    }
}

#[test]
fn every_font_in_a_pdf_is_embedded_subset_and_mapped_to_unicode() {
    for exported in EXPORTED.iter() {
        let table = run("pdffonts", [text(&exported.file("pdf"))]);
        let fonts: Vec<_> = table.lines().skip(2).collect();
        assert!(!fonts.is_empty(), "{}: no fonts", exported.said.name);
        for font in fonts {
            // The last columns: emb, sub, uni and the two numbers of the object.
            let columns: Vec<_> = font.split_whitespace().rev().skip(2).take(3).collect();
            assert_eq!(columns, ["yes", "yes", "yes"], "{}: {font}", exported.said.name);
        }
    }
}

#[test]
fn pdftotext_reads_every_text() {
    for exported in EXPORTED.iter() {
        let said = &exported.said;
        // `-raw` keeps the order of the content, which is the order of reading. Poppler puts vowel signs elsewhere.
        let found = unpointed(&run("pdftotext", ["-raw", "-nopgbrk", text(&exported.file("pdf")), "-"]));
        for texts in [&said.items, &said.titles] {
            let texts: Vec<_> = texts.iter().map(|text| unpointed(text)).collect();
            assert_says(&format!("pdftotext, {}", said.name), &found, &texts);
        }
    }
}

/// Text without the vowel signs of Hebrew and Arabic.
fn unpointed(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '\u{5b0}'..='\u{5c7}' | '\u{64b}'..='\u{652}')).collect()
}

#[test]
fn xmllint_finds_svg_well_formed() {
    for exported in EXPORTED.iter() {
        let pages = files(&exported.folder, "svg");
        assert!(!pages.is_empty(), "{}: no SVG", exported.said.name);
        run("xmllint", ["--noout", "--nonet"].into_iter().chain(pages.iter().map(|page| text(page))));
    }
}

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

/// Pixels an inch of the pictures that are compared: twice the CSS pixel.
const DPI: usize = 192;
/// The side of the squares over which pictures are compared, in pixels: 4 mm.
const SIDE: usize = 30;
/// The mean difference of brightness that two renderers may show in any square. Chromium and poppler, both drawing at twice the size,
/// differ by 0.034 to 0.101 on the pages of the fixtures (most at the solid edge of a keycap); a run that is moved by half a
/// millimetre, by 0.255 at least.
const WORST: f32 = 0.11;
/// How far a run is moved to see the comparison fail, in millimetres.
const MOVED: f64 = 0.5;

/// A picture of a page of live SVG, as a browser draws it. It sets baselines on whole pixels, so it draws at twice the size that is
/// compared.
fn chromium(svg: &Path, (width, height): (usize, usize)) -> Picture {
    let picture = svg.with_extension("chromium.png");
    let profile = svg.with_extension("profile");
    run(
        "chromium",
        [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--font-render-hinting=none",
            "--force-device-scale-factor=4",
            &format!("--user-data-dir={}", text(&profile)),
            &format!("--window-size={},{}", width.div_ceil(2), height.div_ceil(2)),
            &format!("--screenshot={}", text(&picture)),
            &format!("file://{}", text(svg)),
        ],
    );
    Picture::read(&picture).halved()
}

/// Pictures of the pages of a PDF, as poppler draws them. It sets each glyph on a whole pixel in y and on a quarter in x, so it
/// draws at twice the size that is compared.
fn poppler(pdf: &Path, folder: &Path) -> Vec<Picture> {
    fs::create_dir(folder).unwrap();
    run("pdftoppm", ["-r", &(2 * DPI).to_string(), "-png", text(pdf), text(&folder.join("page"))]);
    files(folder, "png").iter().map(|page| Picture::read(page).halved()).collect()
}

#[test]
fn live_svg_in_chromium_looks_like_the_pdf() {
    let mut wrong = Vec::new();
    for exported in EXPORTED.iter() {
        let (pages, drawn) = (files(&exported.folder, "svg"), poppler(&exported.file("pdf"), &exported.folder.join("pdf")));
        assert_eq!(pages.len(), drawn.len(), "{}: SVG and PDF differ in pages", exported.said.name);
        for (svg, pdf) in pages.iter().zip(&drawn) {
            let shot = chromium(svg, pdf.size());
            let (worst, place) = shot.worst_square(pdf, SIDE);
            println!("{}: {worst:.4} at {place:?}", svg.file_name().unwrap().display());
            if worst > WORST {
                wrong.push(format!("{}: {worst} at {place:?}", svg.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_run_that_is_moved_is_noticed() {
    let exported = EXPORTED.iter().find(|exported| exported.said.name == "mediacollege").unwrap();
    let folder = fresh_folder("moved");
    let svg = fs::read_to_string(exported.file("svg")).unwrap();
    let pdf = &poppler(&exported.file("pdf"), &folder.join("pdf"))[0];
    let runs = svg.match_indices("</text>").map(|(at, end)| svg[..at].rfind("<text").unwrap()..at + end.len());
    let said = |run: &Range<usize>| squashed(svg[run.clone()].trim_end_matches("</text>").rsplit('>').next().unwrap());
    let number =
        |from: &str| svg[svg.find(from).unwrap() + from.len()..].split(['m', ' ']).next().unwrap().parse::<f64>().unwrap();
    let units = number("viewBox=\"0 0 ") / number(" width=\"") * MOVED;
    let words: Vec<_> = runs.filter(|run| said(run).chars().count() >= 8).collect();
    for run in words.iter().step_by(words.len().div_ceil(4)) {
        let (before, moved, after) = (&svg[..run.start], &svg[run.clone()], &svg[run.end..]);
        let file = folder.join(format!("moved-{}.svg", run.start));
        fs::write(&file, format!("{before}<g transform=\"translate({units} 0)\">{moved}</g>{after}")).unwrap();
        let (worst, place) = chromium(&file, pdf.size()).worst_square(pdf, SIDE);
        println!("{}: {worst:.4} at {place:?}", said(run));
        assert!(worst > WORST, "{}: only {worst} at {place:?}", said(run));
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
    fs::write(macros.join("Rows.xba"), include_str!("support/libreoffice/Rows.xba")).unwrap();
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

#[test]
fn a_workbook_that_openpyxl_saved_is_the_journey_it_was_made_from() {
    let folder = fresh_folder("openpyxl_saved");
    for exported in EXPORTED.iter() {
        let saved = folder.join(format!("{}.xlsx", exported.said.name));
        let save = "import sys, openpyxl\nopenpyxl.load_workbook(sys.argv[1]).save(sys.argv[2])";
        run("python3", ["-W", "ignore", "-c", save, text(&exported.file("xlsx")), text(&saved)]);
        assert_eq!(read_back(&saved), normal_form(&exported.said), "{}", exported.said.name);
    }
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
