//! The sheet with a row for each hand-in and a column for each rule.

use super::look;
use super::table::{Frame, Table};
use crate::journey::TermLanguage;
use crate::report::{Column, Contents, HandIn, Report, bands, capital, clipped, quoted, title};
use crate::sheet::{Cell, CellRole, RowRole, Sheet, Style, Value};
use crate::text::office::{Measured, Pixels};
use crate::tongue::{Phrase, say};

/// The columns before the counts.
const HEADS: usize = 8;
/// The least width of a column of counts.
const NARROW: u32 = 32;
/// The most characters of a text in the table: a row must show it.
const MOST: usize = 300;

/// The sheet.
pub fn sheet(report: &Report) -> Sheet {
    let refused = report.rows.iter().any(|row| row.contents.is_none());
    let count = HEADS + report.columns.len() + usize::from(refused);
    let mut table = Table::new();
    let line = |text: String, style| Cell::text(CellRole::Title, text, style).spanning(u16::try_from(count).unwrap_or(1));
    table.push(RowRole::Head, vec![line(title(report), look::title())]);
    table.push(RowRole::Head, vec![line(summary(report), look::note())]);
    table.push(RowRole::Band, band_cells(report, refused));
    let header = table.next();
    table.push(RowRole::Header, headers(report, refused));
    for row in &report.rows {
        table.push(RowRole::Body, body(report, row, refused));
    }
    let frame = Frame { header, last: table.next() - 1 };
    table.push(RowRole::Body, totals(report, refused));
    table.push(RowRole::Foot, Vec::new());
    let language = report.language;
    table.push(RowRole::Foot, vec![line(say!("legend-of-sheets").text(language).into_owned(), look::note())]);
    for passed in &report.passed_over {
        let why = quoted(&clipped(&passed.why.text(language), MOST), language);
        let text = say!("passed-over", path = clipped(&passed.path, MOST), why = why);
        table.push(RowRole::Foot, vec![line(text.text(language).into_owned(), look::note())]);
    }
    let columns = widths(&table, report, refused);
    table.finish(&say!("section-overview").text(language), report, &columns, &frame)
}

/// How many hand-ins there are of each kind, and what they were compared with.
fn summary(report: &Report) -> String {
    let tally = report.tally();
    let (count, words) = (tally.all(), tally.words(report.language));
    let summary = match &report.model {
        None => say!("hand-ins-in-all", count = count, tally = words),
        Some(model) => say!("hand-ins-compared", count = count, tally = words, model = clipped(model, MOST)),
    };
    summary.text(report.language).into_owned()
}

/// The names of neighbouring columns of counts.
fn band_cells(report: &Report, refused: bool) -> Vec<Cell> {
    let blank = || Cell::new(CellRole::Corner, Value::Empty, look::plain());
    let mut cells: Vec<_> = (0..HEADS).map(|_| blank()).collect();
    for group in bands(report) {
        let band = Cell::text(CellRole::Stage, capital(&group.0), look::band(&report.theme));
        cells.push(band.spanning(u16::try_from(group.1).unwrap_or(1)));
    }
    cells.extend(refused.then(blank));
    cells
}

fn headers(report: &Report, refused: bool) -> Vec<Cell> {
    let language = report.language;
    let header = |name: Phrase| Cell::text(CellRole::Phase, name.text(language), look::header());
    // What holds numbers only is narrow.
    let turned = |name: Phrase| Cell::text(CellRole::Phase, name.text(language), look::turned());
    let heads: [Cell; HEADS] = [
        header(say!("head-hand-in")),
        header(say!("head-title")),
        header(say!("head-made-by")),
        header(say!("head-class")),
        turned(say!("head-cells-filled")),
        turned(say!("head-cells-in-all")),
        header(say!("head-status")),
        turned(say!("section-findings")),
    ];
    let rules = report.columns.iter().map(|column| Cell::text(CellRole::Phase, column.name_in(language), look::turned()));
    heads.into_iter().chain(rules).chain(refused.then(|| header(say!("head-why")))).collect()
}

fn body(report: &Report, row: &HandIn, refused: bool) -> Vec<Cell> {
    let contents = row.contents.as_ref();
    let text = |text: &str| Cell::text(CellRole::Item, clipped(text, MOST), look::text());
    let authors = lines(row.authors().iter().map(|author| author.name.as_str()), report.language);
    let status = row.status();
    let words = format!("{} {}", status.sign(), status.words().text(report.language));
    let mut cells = vec![
        Cell::text(CellRole::Lane, clipped(&row.path[report.folder().len()..], MOST), Style { bold: true, ..look::text() }),
        text(row.title().unwrap_or_default()),
        Cell::text(CellRole::Item, authors, look::text()),
        Cell::text(CellRole::Item, lines(row.classes().into_iter(), report.language), look::text()),
        number(contents.map(|Contents { filled, .. }| *filled), look::number()),
        number(contents.map(|Contents { cells, .. }| *cells), look::number()),
        Cell::text(CellRole::Item, words, look::status(status)),
        counted(contents.map(|_| row.lacking())),
    ];
    cells.extend(report.columns.iter().map(|column| match (column, row.count(*column)) {
        (Column::Import, Some(count)) => number(Some(count), look::remarks(count)),
        (Column::Rule(_) | Column::Other | Column::Import, count) => counted(count),
    }));
    cells.extend(refused.then(|| text(&quoted(&row.refusal_in(report.language).unwrap_or_default(), report.language))));
    cells
}

/// Names, one a line; of many only the first.
fn lines<'n>(names: impl ExactSizeIterator<Item = &'n str>, language: TermLanguage) -> String {
    const SHOWN: usize = 8;
    let rest = names.len().saturating_sub(SHOWN);
    let mut lines: Vec<_> = names.take(SHOWN).map(|name| clipped(name, 80)).collect();
    lines.extend((rest > 0).then(|| say!("and-more", count = rest).text(language).into_owned()));
    lines.join("\n")
}

fn number(number: Option<usize>, style: Style) -> Cell {
    match number {
        Some(number) => Cell::new(CellRole::Score, Value::Number(number as f64), style),
        None => Cell::text(CellRole::Score, "–", look::unknown()),
    }
}

fn counted(count: Option<usize>) -> Cell {
    number(count, look::count(count.unwrap_or_default()))
}

fn totals(report: &Report, refused: bool) -> Vec<Cell> {
    let sum = |count: usize| number(Some(count), look::total(look::number()));
    let contents = || report.rows.iter().filter_map(|row| row.contents.as_ref());
    let blank = || Cell::text(CellRole::Lane, "", look::total(look::text()));
    let mut cells = vec![
        Cell::text(CellRole::Lane, say!("total").text(report.language), look::total(look::text())),
        blank(),
        blank(),
        blank(),
    ];
    cells.push(sum(contents().map(|contents| contents.filled).sum()));
    cells.push(sum(contents().map(|contents| contents.cells).sum()));
    let tally = report.tally();
    let complete = say!("complete-of", complete = tally.complete, all = tally.all());
    cells.push(Cell::text(CellRole::Lane, complete.text(report.language), look::total(look::text())));
    cells.push(sum(report.rows.iter().map(HandIn::lacking).sum()));
    cells.extend(report.columns.iter().map(|column: &Column| sum(report.total(*column))));
    cells.extend(refused.then(blank));
    cells
}

fn widths(table: &Table, report: &Report, refused: bool) -> Vec<Pixels> {
    let mut widths = vec![
        table.width(0, 90, 230),
        table.width(1, 90, 230),
        table.width(2, 80, 160),
        table.width(3, 50, 90),
        Pixels(NARROW + 6),
        Pixels(NARROW + 6),
        table.width(6, 100, 140),
        Pixels(NARROW + 6),
    ];
    for (name, count) in bands(report) {
        let style = look::band(&report.theme);
        let band = Measured::new(&capital(&name), style.bold).width(style.size).0;
        let count = u32::try_from(count).unwrap_or(1);
        widths.extend((0..count).map(|_| Pixels(NARROW.max(band.div_ceil(count)))));
    }
    widths.extend(refused.then(|| table.width(HEADS + report.columns.len(), 120, 250)));
    widths
}
