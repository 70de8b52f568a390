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
use std::process::Command;
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

/// Runs a reader of PDF and returns what it said, of which nothing may be a warning.
fn read_without_warning(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output().unwrap_or_else(|error| panic!("{program} is needed: {error}"));
    let said = String::from_utf8_lossy(&output.stderr);
    // Debian builds MuPDF without colour profiles, and it says so of every file.
    let told: Vec<_> = said.lines().filter(|line| !line.is_empty() && !line.contains("ICC support is not available")).collect();
    let told: Vec<_> = told.into_iter().filter(|line| !line.starts_with("page ")).collect();
    assert!(output.status.success() && told.is_empty(), "{program} {arguments:?}: {told:#?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Asserts that four readers of PDF have nothing to say about a file.
fn assert_sound(pdf: &Path) {
    let report = read_without_warning("qpdf", &["--check", text(pdf)]);
    assert!(report.contains("No syntax or stream encoding errors") && !report.contains("WARNING"), "{report}");
    read_without_warning("pdftotext", &[text(pdf), "-"]);
    read_without_warning("pdftoppm", &["-r", "20", text(pdf), text(&pdf.with_extension("ppm"))]);
    read_without_warning("mutool", &["draw", "-F", "txt", "-o", text(&pdf.with_extension("mutool.txt")), text(pdf)]);
    read_without_warning("mutool", &["draw", "-r", "20", "-o", text(&pdf.with_extension("mutool.%d.png")), text(pdf)]);
}

/// Text that has broken programs before: marks on marks, directions, joiners, what is no character, what looks like markup.
fn naughty() -> Vec<String> {
    let ranges: [(u32, u32); 12] = [
        (0, 0x2FF),
        (0x300, 0x36F),
        (0x370, 0x5FF),
        (0x600, 0x8FF),
        (0x900, 0xFFF),
        (0x1E00, 0x20FF),
        (0x2100, 0x2BFF),
        (0xD7F0, 0xE010),
        (0xFB00, 0xFFFF),
        (0x1_F000, 0x1_FAFF),
        (0xE_0000, 0xE_01EF),
        (0x10_FFF0, 0x10_FFFF),
    ];
    let all = ranges.map(|(from, to)| (from..=to).filter_map(char::from_u32).collect::<String>());
    let said = [
        format!("Z{}a{}l{}g{}o", "\u{30d}\u{489}".repeat(90), "\u{316}".repeat(200), "\u{301}".repeat(8), "\u{353}".repeat(7)),
        "👨‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👨🏽‍❤️‍💋‍👨🏿 🇳🇱🇩🇰 1️⃣ #️⃣ ❤︎".to_owned(),
        "\u{202e}tset\u{202c} \u{2066}test\u{2069} a\u{200f}b\u{200e} שלום\u{200d}העולם بِسْمِ اللَّهِ الرَّحْمَٰنِ".to_owned(),
        "\u{feff}\u{200b}\u{2060}\u{ad}\u{180e} \u{2028}\u{2029}\u{85} \u{fffd}\u{fffe}".to_owned(),
        "<script>alert(1)</script> ]]> \\ (a) (b\\) %s %n << /Type /Page >> endstream endobj $(touch x) '; DROP TABLE x;--"
            .to_owned(),
        format!("ﷺ ﷽ ﬃ {}", "W".repeat(500)),
    ];
    all.into_iter().chain(said).collect()
}

#[test]
fn four_readers_of_pdf_have_nothing_to_say_about_any_fixture() {
    for exported in EXPORTED.iter() {
        assert_sound(&exported.file("pdf"));
    }
}

#[test]
fn four_readers_of_pdf_have_nothing_to_say_about_naughty_strings() {
    let folder = fresh_folder("naughty");
    for (index, string) in naughty().into_iter().enumerate() {
        let said = |text: &str| serde_json::json!({ "text": text, "links": ["https://example.org/a?b=(c)", "tel:+31201234567"] });
        // All of it once: a cell goes on on further pages, and a title does not.
        let short: String = string.chars().take(400).collect();
        let journey = serde_json::json!({
            "klantreis": 1, "language": "en", "title": format!("{index} {short}"), "scenario": short, "authors": short,
            "phases": [{ "title": format!("x {short}"), "cells": { "goal": said(&string), "thought": short } }],
        });
        let (source, pdf) = (folder.join(format!("{index}.json")), folder.join(format!("{index}.pdf")));
        fs::write(&source, journey.to_string()).unwrap();
        klantreis(&["export", text(&source), "-o", text(&pdf)]);
        assert_sound(&pdf);
    }
}

#[test]
fn a_letter_with_two_hundred_marks_is_read_whole() {
    let folder = fresh_folder("marks");
    let word = format!("x{}", "\u{301}".repeat(200));
    let journey = serde_json::json!({
        "klantreis": 1, "language": "en", "title": "Marks", "phases": [{ "title": "A", "cells": { "goal": word } }],
    });
    let (source, pdf) = (folder.join("marks.json"), folder.join("marks.pdf"));
    fs::write(&source, journey.to_string()).unwrap();
    klantreis(&["export", text(&source), "-o", text(&pdf)]);
    let found = run("pdftotext", ["-raw", text(&pdf), "-"]);
    assert_eq!(found.matches('\u{301}').count(), 200);
}

/// Journeys in Chinese, Japanese and Korean, and what they say.
const FAR: [(&str, &[&str]); 3] = [
    ("zh", &["我的大学之旅", "报名", "了解学校开放日的时间", "不知道从哪里开始", "网站上的课程介绍"]),
    (
        "ja",
        &[
            "大学への道のり",
            "申し込み",
            "オープンキャンパスの日程を知る",
            "どこから始めればいいか分からない",
            "学校のウェブサイト",
        ],
    ),
    ("ko", &["나의 대학 여정", "등록", "입학 설명회 날짜를 알아본다", "어디서부터 시작해야 할지 모르겠다", "학교 누리집"]),
];

#[test]
fn the_fonts_of_debian_make_a_journey_of_the_far_east_whole() {
    let folder = fresh_folder("far_east");
    for (language, said) in FAR {
        let [title, phase, goal, barrier, touchpoint] = said else { panic!("five texts") };
        let journey = serde_json::json!({
            "klantreis": 1, "language": language, "title": title,
            "phases": [{ "title": phase, "cells": { "goal": goal, "barrier": barrier, "touchpoint": touchpoint } }],
        });
        let source = folder.join(format!("{language}.json"));
        fs::write(&source, journey.to_string()).unwrap();
        for (mode, to) in [("live", "svg,pdf"), ("outlines", "svg")] {
            let out = format!("{}/", text(&folder.join(mode)));
            let fonts = ["--font-dir", "/usr/share/fonts"];
            let arguments = ["export", text(&source), "--to", to, "--text", mode, "-o", &out, fonts[0], fonts[1]];
            klantreis(&[&arguments[..], &["--message-format", "short"]].concat());
        }
        let pdf = folder.join(format!("live/{language}.pdf"));
        assert_sound(&pdf);
        let found = run("pdftotext", ["-raw", "-nopgbrk", text(&pdf), "-"]);
        let wanted: Vec<String> = said.iter().map(|text| (*text).to_owned()).collect();
        assert_says(&format!("pdftotext, {language}"), &found, &wanted);
        let [page] = &poppler(&pdf, &folder.join(format!("{language}-pdf")))[..] else { panic!("one page") };
        for mode in ["live", "outlines"] {
            let svg = folder.join(format!("{mode}/{language}.svg"));
            let drawn = fs::read_to_string(&svg).unwrap();
            assert!(
                wanted.iter().all(|text| squashed(&drawn).contains(&squashed(text))) || mode == "outlines",
                "{mode}, {language}"
            );
            let (worst, place) = chromium(&svg, page.size()).worst_square(page, SIDE);
            assert!(worst <= WORST, "{mode}, {language}: {worst} at {place:?}");
        }
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
/// differ by 0.028 to 0.083 on the pages of the fixtures; a run that is moved by half a millimetre, by 0.109 at least (a short one in the
/// smallest type).
const WORST: f32 = 0.095;
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

/// Compiles the schema with everything that strict mode finds fault with, and prints what it refuses of a list of documents.
const STRICT: &str = "
const fs = require('fs'), Ajv = require('ajv/dist/2020');
const ajv = new Ajv({ strict: true, allErrors: true });
require('ajv-formats')(ajv);
const [schema, ...documents] = process.argv.slice(1).map((path) => JSON.parse(fs.readFileSync(path)));
const valid = ajv.compile(schema);
console.log(JSON.stringify(documents.map((document) => valid(document) ? null : valid.errors)));
";

#[test]
fn the_schema_is_strict_and_takes_every_fixture() {
    let fixtures = files(Path::new("fixtures"), "json");
    let paths = fixtures.iter().map(|path| text(path));
    let refused = run("node", ["-e", STRICT, "schema/klantreis-1.schema.json"].into_iter().chain(paths));
    let refused: Vec<Value> = serde_json::from_str(&refused).unwrap();
    assert!(refused.len() > 5 && refused.iter().all(Value::is_null), "{refused:#?}");
    let wrong = run("node", ["-e", STRICT, "schema/klantreis-1.schema.json", "fixtures/invalid/unknown-field.json"]);
    assert!(wrong.contains("must NOT have additional properties"), "{wrong}");
}

/// Prints what an editor shows over each lane of a cell, whatever stands in it.
const HOVERED: &str = "
const fs = require('fs'), editor = require('vscode-json-languageservice');
const service = editor.getLanguageService({});
service.configure({ schemas: [{ uri: 'urn:x', fileMatch: ['*.json'], schema: JSON.parse(fs.readFileSync(process.argv[1])) }] });
const cells = { goal: 'a', action: ['a'], touchpoint: { text: 'a' }, emotion: -1, need: '' };
const text = JSON.stringify({ klantreis: 1, title: 'T', language: 'nl', authors: 'Bo', phases: [{ title: 'A', cells }] });
const document = editor.TextDocument.create('file:///a.json', 'json', 1, text);
const over = async (key) => {
  const at = document.positionAt(text.indexOf(JSON.stringify(key) + ':') + 1);
  const shown = await service.doHover(document, at, service.parseJSONDocument(document));
  return [key, shown.contents.join('').replaceAll('\\\\', '')];
};
Promise.all([...Object.keys(cells), 'authors'].map(over)).then((shown) => console.log(JSON.stringify(Object.fromEntries(shown))));
";

#[test]
fn an_editor_explains_the_lane_over_a_key_of_a_cell() {
    let shown: Value = serde_json::from_str(&run("node", ["-e", HOVERED, "schema/klantreis-1.schema.json"])).unwrap();
    for (key, about) in [
        ("goal", "What the customer wants to reach in this phase."),
        ("action", "What the customer does."),
        ("touchpoint", "Where customer and organisation meet."),
        ("emotion", "Scores on a scale, drawn as a curve."),
        ("need", "What the customer needs."),
        ("authors", "Who made the journey, in the order written."),
    ] {
        assert!(shown[key].as_str().is_some_and(|text| text.contains(about)), "{key}: {shown:#}");
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
