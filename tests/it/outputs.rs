//! Every format says the whole journey: each item's text is read back from SVG, PDF, XLSX and CSV, in order and without a hyphen
//! that line breaking put in; and the same journey gives the same bytes.
//!
//! Workbooks and tables hold texts to the letter. On pages a line feed is a new line and no character, and white space at which a
//! line may be broken is one space, however much and whatever it was; spaces that do not break are told as they are, but for PDF,
//! where all spaces are the same. What XML cannot hold is U+FFFD in SVG, with a warning. Soft hyphens are not said by readers of PDF.

use std::sync::LazyLock;

use crate::matrix::drawn as drawn_layouts;
use crate::support::holds::said::shown;
use crate::support::read_back::{Page, SvgItem, in_order, records, rows};
use crate::support::{journeys, pdf_text, read_back, words};
use klantreis::diagnostic::Code;
use klantreis::export::{Exported, Options, Selection, export};
use klantreis::journey::{Item, Journey, Language};
use klantreis::layout::curves;
use klantreis::registry::Registry;
use klantreis::text::{Fonts, Typesetter};
use klantreis::write::csv::Dialect;
use klantreis::write::svg::TextMode;
use proptest::prelude::*;

/// So large that every journey of these tests fits on one page.
const WALL: &str = "6000x6000mm";

static SETTER: LazyLock<Typesetter> = LazyLock::new(|| Typesetter::new(Fonts::bundled()));

/// The files of a journey in every format.
fn exported(journey: &Journey, options: &Options, setter: &Typesetter) -> Exported<'static> {
    let selection = Selection::new(Registry::built_in(), &Registry::built_in().default_formats(), &[] as &[&str]).unwrap();
    export(journey, &selection, options, setter).unwrap_or_else(|error| panic!("{error}"))
}

fn formats(names: &[&str]) -> Selection<'static> {
    Selection::new(Registry::built_in(), names, &[] as &[&str]).unwrap()
}

fn files<'a>(exported: &'a Exported, format: &str) -> Vec<&'a [u8]> {
    let own = exported.outputs.iter().filter(|output| output.format.name == format);
    own.map(|output| output.bytes.as_slice()).collect()
}

/// The items with a text, lane by lane and phase by phase: as a matrix is read.
fn items(journey: &Journey) -> impl Iterator<Item = &Item> {
    let lanes = (0..journey.lanes.len()).flat_map(|lane| journey.phases.iter().flat_map(move |phase| &phase.cells[lane]));
    lanes.filter(|item| item.text.is_some())
}

/// What a page should say of a text.
fn drawn(text: &str) -> String {
    read_back::spaced(&read_back::xml(&text.replace('\n', " ")))
}

/// What SVG and PDF both say of a text: what XML forbids is a space here, since some of it is white space to PDF.
fn printable(text: &str) -> String {
    words(&read_back::xml(text).replace('\u{ad}', "").replace('\u{fffd}', " ")).join(" ")
}

/// SVG with live text, SVG with outlines and PDF say the same on each page; the pages with live text come back, with the text of the PDF.
fn same_pages(journey: &Journey, options: &Options, layout: &str) -> Result<(Vec<Page>, String), String> {
    let selection = |formats: &[&str]| Selection::new(Registry::built_in(), formats, &[layout]).unwrap();
    let both = export(journey, &selection(&["svg", "pdf"]), options, &SETTER).unwrap();
    let outlined = Options { svg_text: TextMode::Outlines, ..options.clone() };
    let outlined = export(journey, &selection(&["svg"]), &outlined, &SETTER).unwrap();
    let live: Vec<_> = files(&both, "svg").into_iter().map(|bytes| read_back::svg(bytes, TextMode::Live)).collect();
    let outlines: Vec<_> = files(&outlined, "svg").into_iter().map(|bytes| read_back::svg(bytes, TextMode::Outlines)).collect();
    let printed = pdf_text::pages(files(&both, "pdf")[0]);
    if live.len() != printed.len() || live.len() != outlines.len() {
        return Err(format!("{} pages of SVG, {} of outlines, {} of PDF", live.len(), outlines.len(), printed.len()));
    }
    for (number, ((live, outlines), printed)) in live.iter().zip(&outlines).zip(&printed).enumerate() {
        read_back::same(&format!("PDF, page {number}"), &printable(&live.text), &printable(printed))?;
        // A word on two lines has two labels, and a label does not tell spaces at its ends.
        let (said, read) = (read_back::letters(&live.text), read_back::letters(&outlines.text));
        read_back::same(&format!("outlines, page {number}"), &said, &read)?;
    }
    let warned = both.warnings.iter().any(|warning| warning.code == Code::ForbiddenCharacter);
    let forbidden = items(&shown(layout, journey)).any(|item| item.text() != read_back::xml(item.text()));
    if forbidden && !warned {
        return Err("a character that XML forbids is not reported".into());
    }
    Ok((live, printed.concat()))
}

/// The items in the order of reading: by lane. Lanes whose curves share an area are read as they were found there: first what stands beside
/// points, then what had no place.
fn in_order_of<'a>(journey: &'a Journey, found: &[String]) -> Vec<&'a Item> {
    let mut order = Vec::new();
    let mut read = 0;
    for group in curves::groups(journey) {
        let alone = group.len() == 1;
        let lanes = group.flat_map(|lane| journey.phases.iter().flat_map(move |phase| &phase.cells[lane]));
        let mut items: Vec<&Item> = lanes.filter(|item| item.text.is_some()).collect();
        let count = items.iter().filter(|item| !drawn(item.text()).is_empty()).count();
        let here = &found[read.min(found.len())..(read + count).min(found.len())];
        if !alone {
            items.sort_by_key(|item| here.iter().position(|found| *found == drawn(item.text())));
        }
        order.extend(items);
        read += count;
    }
    order
}

/// On one page of a matrix the items stand in the order of reading, and say their texts and nothing else.
fn check_one_page(journey: &Journey, paper: &str) -> Result<(), String> {
    let options = Options { paper: paper.parse().unwrap(), ..Options::default() };
    let (pages, printed) = same_pages(journey, &options, "matrix")?;
    let [page] = &pages[..] else { return Err(format!("{} pages", pages.len())) };
    let found: Vec<_> = page.items.iter().map(|item| read_back::spaced(&item.text)).filter(|text| !text.is_empty()).collect();
    let wanted: Vec<_> = in_order_of(journey, &found).into_iter().map(|item| drawn(item.text())).collect();
    let wanted: Vec<_> = wanted.into_iter().filter(|text| !text.is_empty()).collect();
    found.iter().zip(&wanted).try_for_each(|(found, wanted)| read_back::same("SVG", wanted, found))?;
    if found.len() != wanted.len() {
        return Err(format!("{} items of {}", found.len(), wanted.len()));
    }
    let said = read_back::letters(&page.text);
    let mut details = items(journey).flat_map(|item| journeys::details_of(item, &journey.language));
    if let Some(lost) = details.find(|detail| !said.contains(&read_back::letters(&read_back::xml(detail)))) {
        return Err(format!("{lost:?} is not in the SVG"));
    }
    let plain = |text: &str| words(&text.replace('\u{ad}', "")).join(" ");
    let texts = in_order_of(journey, &found);
    let texts: Vec<_> = texts.into_iter().map(|item| plain(&item.text().replace('\n', " "))).collect();
    in_order(&plain(&printed), texts.iter().map(String::as_str)).map_err(|error| format!("PDF: {error}"))
}

/// On several pages an item may go on, under the same label, in every drawn layout.
fn check_many_pages(journey: &Journey, paper: &str) -> Result<(), String> {
    drawn_layouts()
        .into_iter()
        .try_for_each(|layout| check_pages_of(journey, paper, layout).map_err(|error| format!("as {layout}: {error}")))
}

fn check_pages_of(journey: &Journey, paper: &str, layout: &str) -> Result<(), String> {
    let options = Options { paper: paper.parse().unwrap(), ..Options::default() };
    let (pages, _) = same_pages(journey, &options, layout)?;
    let journey = &shown(layout, journey);
    let pieces: Vec<&SvgItem> = pages.iter().flat_map(|page| &page.items).collect();
    for item in items(journey) {
        let label = read_back::letters(&read_back::xml(item.text()));
        let own = pieces.iter().filter(|piece| read_back::letters(&piece.label) == label);
        let own: Vec<_> = own.map(|piece| piece.text.as_str()).collect();
        let found = own.concat();
        let times = items(journey).filter(|other| read_back::letters(&read_back::xml(other.text())) == label).count();
        let wanted = drawn(item.text());
        let same = if times == 1 && own.len() == 1 {
            read_back::spaced(&found) == wanted
        } else if times == 1 {
            // Between two pages there is no space.
            read_back::letters(&found) == read_back::letters(&wanted)
        } else {
            // Pieces of twins on several pages stand between each other.
            read_back::letters(&found).chars().count() == read_back::letters(&wanted).chars().count() * times
        };
        if !same {
            return Err(format!("SVG says\n{found:?}, and the item is {times} times\n{wanted:?}"));
        }
    }
    Ok(())
}

/// Workbooks and tables hold each phase's column in order and to the letter. Beside a sheet of contact moments a matrix says less of them;
/// here it stands alone.
fn check_tables(journey: &Journey) -> Result<(), String> {
    let alone = Selection::new(Registry::built_in(), &["xlsx"], &["matrix"]).unwrap();
    let book = export(journey, &alone, &Options::default(), &SETTER).unwrap();
    let book = rows(files(&book, "xlsx")[0]);
    for (phase, column) in journey.phases.iter().zip(1..) {
        let scores = (0..journey.lanes.len()).flat_map(|lane| phase.cells[lane].iter().filter_map(|item| item.score));
        let numbers = book.iter().filter_map(|row| row.get(column)?.number());
        let (scores, numbers): (Vec<_>, Vec<_>) = (scores.collect(), numbers.collect());
        // The rows of a lane with several scores in a cell hold the first of each cell, then the second, and so on.
        if scores != numbers {
            return Err(format!("{}: the scores {scores:?} are {numbers:?} in XLSX", phase.title));
        }
    }
    check_columns(journey, &book.iter().map(|row| row.iter().map(|cell| cell.text(false)).collect()).collect::<Vec<_>>())?;
    for (dialect, name, _) in Dialect::ALL {
        let options = Options { csv_dialect: Some(dialect), ..Options::default() };
        let table = export(journey, &formats(&["csv"]), &options, &SETTER).unwrap();
        let table = records(files(&table, "csv")[0], dialect);
        check_columns(journey, &table).map_err(|error| format!("{name}: {error}"))?;
        let comma = matches!(dialect, Dialect::ExcelNl | Dialect::ExcelDa);
        let known: Vec<Vec<String>> = book.iter().map(|row| row.iter().map(|cell| cell.text(comma)).collect()).collect();
        if let Some(record) = table.iter().find(|record| !known.iter().any(|row| row.starts_with(record))) {
            return Err(format!("{name}: no row of the workbook is {record:?}"));
        }
    }
    Ok(())
}

fn check_columns(journey: &Journey, table: &[Vec<String>]) -> Result<(), String> {
    for (phase, column) in journey.phases.iter().zip(1..) {
        let said: String = table.iter().filter_map(|row| row.get(column)).map(String::as_str).collect();
        let texts = phase.cells.iter().flatten().map(klantreis::journey::Item::text);
        in_order(&said, std::iter::once(phase.title.as_str()).chain(texts))?;
        let phase_says = phase.duration.iter().chain(phase.risks.iter().map(|risk| &risk.text)).cloned();
        let items = || phase.cells.iter().flatten();
        // A table has dates as they are written in the document.
        let written = |item| journeys::details_of(item, &Language::default());
        let links = items().flat_map(|item| item.links.iter().map(ToString::to_string));
        let shown = items().filter_map(|item| item.picture.as_ref()?.alt.clone());
        let mut details = items().flat_map(written).chain(links).chain(shown).chain(phase_says);
        if let Some(lost) = details.find(|detail| !said.contains(detail)) {
            return Err(format!("{}: {lost:?} is lost", phase.title));
        }
    }
    Ok(())
}

/// The same bytes again, and from a typesetter that has set nothing before.
fn check_bytes(journey: &Journey, fresh: &Typesetter) -> Result<(), String> {
    let options = Options { paper: "A4".parse().unwrap(), ..Options::default() };
    let [first, again, apart] = [&*SETTER, &*SETTER, fresh].map(|setter| exported(journey, &options, setter));
    for other in [&again, &apart] {
        let same = first.outputs.len() == other.outputs.len() && first.warnings == other.warnings;
        let differing = first.outputs.iter().zip(&other.outputs).find(|(one, other)| one.bytes != other.bytes);
        if let Some((one, _)) = differing.filter(|_| same) {
            return Err(format!("{one:?} is not the same every time"));
        }
        if !same {
            return Err("other files or warnings the second time".into());
        }
    }
    Ok(())
}

#[test]
fn every_item_of_the_fixtures_is_read_back_from_every_format() {
    for (name, journey) in crate::support::fixtures() {
        let whole = check_one_page(&journey, WALL).and_then(|()| check_tables(&journey));
        whole.unwrap_or_else(|error| panic!("{name}: {error}"));
        for paper in ["A4", "A3", "A0"] {
            check_many_pages(&journey, paper).unwrap_or_else(|error| panic!("{name} on {paper}: {error}"));
        }
    }
}

#[test]
fn the_fixtures_give_the_same_bytes_every_time() {
    for (name, journey) in crate::support::fixtures() {
        check_bytes(&journey, &Typesetter::new(Fonts::bundled())).unwrap_or_else(|error| panic!("{name}: {error}"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_is_read_back_from_a_wall(journey in journeys::journey()) {
        prop_assert_eq!(check_one_page(&journey, WALL), Ok(()));
    }

    #[test]
    fn any_journey_is_read_back_from_tables(journey in journeys::journey()) {
        prop_assert_eq!(check_tables(&journey), Ok(()));
    }
}

proptest! {
    // A page is laid out, written and read three times for each journey.
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_journey_is_read_back_from_pages(
        journey in journeys::journey(),
        paper in prop::sample::select(vec!["A6", "A4", "A2", "120x120mm", "200x900mm"]),
    ) {
        prop_assert_eq!(check_many_pages(&journey, paper), Ok(()));
    }

    #[test]
    fn any_journey_gives_the_same_bytes_every_time(journey in journeys::journey()) {
        prop_assert_eq!(check_bytes(&journey, &Typesetter::new(Fonts::bundled())), Ok(()));
    }
}
