//! A table of records: a row each, with columns as wide as what they say.
//!
//! From the top: the name of the table and the title of the journey, the headers, the records, and charts of what they hold. The first
//! column numbers the records in the order of the journey.

use super::draft::{Draft, Finished, text_cell};
use super::widths::{self, Bounds};
use super::{fit, look};
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::record::{Codec, Entry, Field, Row as Record, Table};
use crate::journey::{Journey, Term};
use crate::layout::{Context, Laid};
use crate::paper::{Orientation, Paper};
use crate::scene::Pt;
use crate::sheet::{
    Align, Cell, CellRef, CellRole, Chart, ColorScale, Frozen, Input, Print, Range, Row, RowRole, Sheet, SheetKind,
    Style, Value, limits, sheet_name,
};
use crate::text::office::{BODY, Measured, Pixels};

/// The widest column of a long text.
const WIDEST: Pixels = Pixels(420);
/// The narrowest column of text, and of numbers and marks.
const NARROWEST: (Pixels, Pixels) = (Pixels(75), Pixels(47));
/// Columns that stay in view may take this much of a screen.
const FROZEN: u32 = 420;
/// The height of a chart.
const CHART: Pt = Pt(150.0);
/// Rows to write in, on a blank sheet.
const BLANK: usize = 12;

/// What a table has besides its records.
#[derive(Default)]
pub struct Extras {
    /// The lowest and highest value of columns that are coloured, each with its colour, by the paths of fields.
    pub scales: Vec<(String, (f64, crate::scene::Color), (f64, crate::scene::Color))>,
    /// Lines of numbers, each in a chart of its own.
    pub lines: Vec<Line>,
}

/// A line of numbers from neighbouring records.
pub struct Line {
    /// The indices of the first and the last record.
    pub records: (usize, usize),
    /// The paths of the fields that name the line, the points, and hold the numbers.
    pub paths: [&'static str; 3],
    /// The lowest and the highest value of the axis.
    pub axis: (f64, f64),
    /// What the chart shows, for those who cannot see it.
    pub description: String,
}

/// What a row is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowTag {
    Head,
    Header,
    /// The record with that index; on a blank sheet there are more rows than records.
    Record(usize),
    /// Kept free for the chart of the line with that index.
    Chart(usize),
}

/// The sheet of a table.
pub fn sheet(journey: &Journey, context: &Context, table: &Table, extras: &Extras) -> Laid<Sheet> {
    let fields: Vec<&Field> = table.fields.iter().filter(|field| context.blank || table.shows(field)).collect();
    let maker = Maker { journey, table, fields, blank: context.blank };
    let body = maker.body();
    let bounds = maker.bounds(&body);
    let orientation = context.orientation.unwrap_or(Orientation::Landscape);
    let fit = choose(&body, &bounds, &fit::papers(context.paper), orientation);
    let drafts = maker.head().into_iter().chain(body).chain(extras.lines.iter().enumerate().flat_map(|(index, _)| {
        [Draft::new(RowTag::Head, RowRole::Foot, Pt(10.0), Vec::new()), Draft::new(RowTag::Chart(index), RowRole::Foot, CHART, Vec::new())]
    }));
    let (mut rows, mut places, mut warnings) = (Vec::<Row>::new(), Vec::new(), Vec::new());
    for draft in drafts {
        let tag = draft.tag;
        let Finished { rows: made, split } = draft.finish(&fit.columns, |number| format!("{number} …"));
        warnings.extend(split.into_iter().map(|column| maker.split(tag, column)));
        places.push((tag, row_number(&rows), row_number(&rows) + row_number(&made) - 1));
        rows.extend(made);
    }
    let placed = Placed { maker: &maker, places: &places, columns: &fit.columns };
    let header = placed.header();
    let title = table.title.text(journey.language.terms);
    let made = Sheet {
        kind: SheetKind::Data,
        name: sheet_name(title, title, &[]),
        rtl: look::right_to_left(&journey.language.tag),
        frozen: Frozen { rows: header + 1, columns: placed.frozen() },
        active: CellRef { row: header + 1, column: 1 },
        print: Print {
            paper: fit.paper.clone(),
            orientation,
            pages_wide: fit.pages_wide,
            pages_tall: fit.pages_tall,
            repeat_rows: Some((header, header)),
            repeat_columns: 1,
            header: format!("{} · {title}", journey.title),
            footer: super::matrix::authors(&journey.authors),
            page_label: Term::Page.text(journey.language.terms).into(),
        },
        charts: placed.charts(extras),
        inputs: placed.inputs(),
        scales: placed.scales(extras),
        names: placed.names(),
        columns: fit.columns.iter().map(|column| column.characters()).collect(),
        rows,
    };
    Laid { made, warnings }
}

fn row_number(rows: &[Row]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

/// The index of a column. A table has far fewer than a sheet can hold.
fn column_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

/// Makes the rows.
struct Maker<'a> {
    journey: &'a Journey,
    table: &'a Table,
    /// Those that have a column; the first column is the number.
    fields: Vec<&'a Field>,
    blank: bool,
}

impl Maker<'_> {
    /// The name of the table, the journey, and space.
    fn head(&self) -> Vec<Draft<RowTag>> {
        let span = column_number(self.fields.len() + 1);
        let row = |least, cells| Draft::new(RowTag::Head, RowRole::Head, Pt(least), cells);
        let title = text_cell(CellRole::Title, self.table.title.text(self.journey.language.terms), look::title());
        let whose = std::iter::once(self.journey.title.as_str()).chain(self.journey.organisation.as_deref());
        let whose = text_cell(CellRole::Fact, whose.collect::<Vec<_>>().join(" · "), look::note());
        vec![row(33.0, vec![title.spanning(span)]), row(18.0, vec![whose.spanning(span)]), row(8.0, Vec::new())]
    }

    /// The headers and the records.
    fn body(&self) -> Vec<Draft<RowTag>> {
        let number = Term::Number.text(self.journey.language.terms);
        let header = std::iter::once(text_cell(CellRole::Phase, number, look::column(Align::Center)));
        let header = header.chain(self.fields.iter().map(|field| {
            let style = look::column(if narrow(field) { Align::Center } else { Align::Start });
            text_cell(CellRole::Phase, &field.label, style)
        }));
        let records = self.table.rows.iter().map(Some).chain((self.table.rows.len()..BLANK).filter(|_| self.blank).map(|_| None));
        let records = records.enumerate().map(|(index, record)| {
            let number = Cell::new(CellRole::Lane, Value::Number((index + 1) as f64), look::number());
            let cells = std::iter::once(number).chain(self.fields.iter().map(|field| self.cell(field, record)));
            Draft::new(RowTag::Record(index), RowRole::Body, Pt(21.0), cells.collect())
        });
        std::iter::once(Draft::new(RowTag::Header, RowRole::Header, Pt(24.0), header.collect())).chain(records).collect()
    }

    fn cell(&self, field: &Field, record: Option<&Record>) -> Cell {
        let style = self.style(field, record);
        match record.map_or(Entry::Empty, |record| self.table.entry(record, field)) {
            Entry::Empty => Cell::new(CellRole::Item, Value::Empty, style),
            Entry::Text(text) => text_cell(CellRole::Item, text, style),
            Entry::Number(number) => Cell::new(CellRole::Score, Value::Number(number), style),
            Entry::Date(date) => Cell::new(CellRole::Item, Value::Date(date), style),
        }
    }

    fn style(&self, field: &Field, record: Option<&Record>) -> Style {
        let plain = look::item(self.blank);
        let stage = record.and_then(|record| record.stage);
        match field.path.as_str() {
            "stage" => look::stage_beside(stage),
            "phase" => look::phase_beside(stage),
            "text" | "title" => Style { bold: true, ..plain },
            path if path.starts_with("score/") => look::score(self.blank, self.signed(path)),
            "moment_of_truth" | "drop_off" => Style { ink: crate::layout::theme::ALERT, bold: true, ..look::middle(plain) },
            _ if narrow(field) => look::middle(plain),
            _ => plain,
        }
    }

    /// Whether the scores of a lane are written with their sign.
    fn signed(&self, path: &str) -> bool {
        let lane = path.strip_prefix("score/").and_then(|number| number.parse::<usize>().ok());
        let lane = lane.and_then(|number| self.journey.lanes.get(number.checked_sub(1)?));
        lane.is_some_and(crate::forms::line::signed)
    }

    /// How narrow and how wide each column may be.
    fn bounds(&self, body: &[Draft<RowTag>]) -> Vec<Bounds> {
        let number = |text: &str| Measured::new(text, true).width(BODY);
        let numbers = Bounds { least: number("0000"), most: number("0000") };
        let fields = self.fields.iter().zip(1..).map(|(field, column)| {
            let least = match field.codec {
                // As it is written out: the longest month, and a number with all its digits.
                Codec::Date => number("30 september 2026").max(NARROWEST.1),
                Codec::Number | Codec::Rating | Codec::Mark(_) => self.digits(field).max(NARROWEST.1),
                Codec::Text
                | Codec::Lines
                | Codec::Choice(_)
                | Codec::Place
                | Codec::Picture
                | Codec::Facts
                | Codec::Sources
                | Codec::FollowUps => NARROWEST.0,
            };
            widths::bounds(body, column, least, if narrow(field) { Pixels(110).max(least) } else { WIDEST })
        });
        std::iter::once(numbers).chain(fields).collect()
    }

    /// The width of the longest number of a column.
    fn digits(&self, field: &Field) -> Pixels {
        let widths = self.table.rows.iter().map(|record| match self.table.entry(record, field) {
            Entry::Number(number) => Measured::new(&format!("+{number}"), true).width(BODY),
            Entry::Empty | Entry::Text(_) | Entry::Date(_) => Pixels::default(),
        });
        widths.max().unwrap_or_default()
    }

    /// The warning that a cell goes on in the next row.
    fn split(&self, tag: RowTag, column: usize) -> Diagnostic {
        let field = column.checked_sub(1).and_then(|index| self.fields.get(index));
        let (what, pointer) = match (tag, field) {
            (RowTag::Record(index), Some(field)) => {
                let pointer = self.table.rows.get(index).and_then(|record| self.table.pointer(record, field));
                (format!("“{}” of number {}", limits::clip(&field.label, 60), index + 1), pointer.unwrap_or_default())
            }
            (RowTag::Record(_) | RowTag::Head | RowTag::Header | RowTag::Chart(_), _) => ("a title".to_owned(), "/title".to_owned()),
        };
        let title = self.table.title.text(crate::journey::TermLanguage::En);
        Diagnostic::new(Code::SplitCell, format!("{title}: {what} is longer than a row can show and goes on in the next row"))
            .help("shorten the text")
            .at(pointer)
    }
}

/// Whether a column holds numbers, marks and the like, which stand in its middle.
fn narrow(field: &Field) -> bool {
    match field.codec {
        Codec::Number | Codec::Rating | Codec::Mark(_) => true,
        Codec::Text
        | Codec::Lines
        | Codec::Date
        | Codec::Choice(_)
        | Codec::Place
        | Codec::Picture
        | Codec::Facts
        | Codec::Sources
        | Codec::FollowUps => false,
    }
}

/// Chooses the widths and the paper: the first on which the whole stands on one page; else the first that is wide enough, with as few
/// pages as can be.
fn choose(body: &[Draft<RowTag>], bounds: &[Bounds], papers: &[Paper], orientation: Orientation) -> fit::Fit {
    let least = |bounds: &[Bounds]| bounds.iter().map(|bounds| bounds.least.0).sum::<u32>();
    let wide_enough = |paper: &&Paper| least(bounds) <= widths::page(fit::room(paper, orientation).0).1.0;
    let tries: Vec<_> = papers.iter().filter(wide_enough).map(|paper| on_paper(body, bounds, paper, orientation)).collect();
    let whole = tries.iter().position(|fit| fit.pages_tall == Some(1)).unwrap_or(0);
    if let Some(fit) = tries.into_iter().nth(whole) {
        return fit;
    }
    // Words have to be broken.
    let paper = papers.last().cloned().unwrap_or_default();
    let (_, legible) = widths::page(fit::room(&paper, orientation).0);
    let mut bounds = bounds.to_vec();
    while least(&bounds) > legible.0 {
        let widest = bounds.iter().map(|bounds| bounds.least).max().unwrap_or_default();
        if widest <= NARROWEST.1 {
            break;
        }
        for bounds in bounds.iter_mut().filter(|bounds| bounds.least == widest) {
            bounds.least = Pixels(widest.0 * 7 / 8).max(NARROWEST.1);
        }
    }
    on_paper(body, &bounds, &paper, orientation)
}

/// The widths on a paper: of those that print legibly the ones that take the fewest pages, and of these the largest print.
fn on_paper(body: &[Draft<RowTag>], bounds: &[Bounds], paper: &Paper, orientation: Orientation) -> fit::Fit {
    let (wide, tall) = fit::room(paper, orientation);
    let (full, legible) = widths::page(wide);
    let mut best: Option<(usize, fit::Fit)> = None;
    for share in 0..=6 {
        let whole = Pixels(full.0 + (legible.0 - full.0) * share / 6);
        let columns = widths::share(body, bounds, whole);
        let width: Pt = columns.iter().map(|column| column.points()).sum();
        let scale = (wide / width).min(1.0);
        // The head takes about 60 pt.
        let height: Pt = body.iter().map(|draft| draft.height(&columns).max(Pt(21.0))).sum::<Pt>() + Pt(60.0);
        let one = scale.min(tall / height);
        let fits = BODY * one >= widths::LEGIBLE - Pt(1e-9);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of pages")]
        let pages = if fits { 1 } else { (height * scale / tall).ceil().max(2.0) as usize };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 999")]
        let pages_wide = ((width / wide) * (widths::LEGIBLE / BODY) - 1e-6).ceil().clamp(1.0, 999.0) as u16;
        let fit = fit::Fit { columns, paper: paper.clone(), pages_wide, pages_tall: fits.then_some(1).filter(|_| pages_wide == 1) };
        if best.as_ref().is_none_or(|(fewest, _)| pages < *fewest) {
            best = Some((pages, fit));
        }
        if pages == 1 {
            break;
        }
    }
    best.map_or_else(|| fit::Fit { columns: Vec::new(), paper: paper.clone(), pages_wide: 1, pages_tall: None }, |(_, fit)| fit)
}

/// What belongs to cells without standing in them.
struct Placed<'a> {
    maker: &'a Maker<'a>,
    /// The first and the last row of each draft.
    places: &'a [(RowTag, u32, u32)],
    columns: &'a [Pixels],
}

impl Placed<'_> {
    fn header(&self) -> u32 {
        self.places.iter().find(|(tag, ..)| *tag == RowTag::Header).map_or(0, |(_, first, _)| *first)
    }

    /// The first and the last row of the records between two indices, both included.
    fn rows(&self, from: usize, to: usize) -> Option<(u32, u32)> {
        let of = |index| self.places.iter().find(|(tag, ..)| *tag == RowTag::Record(index));
        Some((of(from)?.1, of(to)?.2))
    }

    /// The first and the last row of all records.
    fn all(&self) -> Option<(u32, u32)> {
        let mut records = self.places.iter().filter(|(tag, ..)| matches!(tag, RowTag::Record(_)));
        let (_, first, last) = records.next()?;
        Some((*first, records.next_back().map_or(*last, |(.., last)| *last)))
    }

    fn column(&self, path: &str) -> Option<u16> {
        self.maker.fields.iter().position(|field| field.path == path).map(|index| column_number(index + 1))
    }

    fn cells(column: u16, (first, last): (u32, u32)) -> Range {
        Range { first: CellRef { row: first, column }, last: CellRef { row: last, column } }
    }

    /// The columns that stay in view: those up to the one that names the record, when they are not too wide, else the number.
    fn frozen(&self) -> u16 {
        let named = ["text", "title", "phase"].iter().filter_map(|path| self.column(path));
        let width = |last: u16| self.columns.iter().take(usize::from(last) + 1).map(|column| column.0).sum::<u32>();
        named.filter(|last| width(*last) <= FROZEN).max().map_or(1, |last| last + 1)
    }

    fn names(&self) -> Vec<(String, Range)> {
        let Some(rows) = self.all() else { return Vec::new() };
        let table = self.maker.table;
        let fields = self.maker.fields.iter().zip(1..).map(|(field, column)| (table.range_name(field), Self::cells(column, rows)));
        std::iter::once((table.numbers_name(), Self::cells(0, rows))).chain(fields).collect()
    }

    fn scales(&self, extras: &Extras) -> Vec<ColorScale> {
        let Some(rows) = self.all() else { return Vec::new() };
        let scales = extras.scales.iter().filter_map(|(path, low, high)| {
            Some(ColorScale { range: Self::cells(self.column(path)?, rows), low: *low, high: *high })
        });
        scales.collect()
    }

    /// What may be chosen or typed.
    fn inputs(&self) -> Vec<Input> {
        let Some(rows) = self.all() else { return Vec::new() };
        let language = self.maker.journey.language.terms;
        let inputs = self.maker.fields.iter().zip(1..).filter_map(|(field, column)| {
            let allowed = look::allowed(self.maker.table, field, language)?;
            let title = limits::clip(&field.label, limits::MESSAGE_TITLE);
            Some(Input { range: Self::cells(column, rows), title, message: String::new(), allowed: Some(allowed) })
        });
        inputs.collect()
    }

    fn charts(&self, extras: &Extras) -> Vec<Chart> {
        let charts = extras.lines.iter().enumerate().filter_map(|(index, line)| {
            let (_, row, _) = self.places.iter().find(|(tag, ..)| *tag == RowTag::Chart(index))?;
            let rows = self.rows(line.records.0, line.records.1)?;
            let [name, points, numbers] = line.paths;
            let name = CellRef { row: rows.0, column: self.column(name)? };
            Some(Chart {
                title: Some(name),
                description: limits::clip(&line.description, limits::MESSAGE),
                categories: Self::cells(self.column(points)?, rows),
                values: vec![(Self::cells(self.column(numbers)?, rows), name)],
                axis: line.axis,
                frame: Range::of_row(*row, (0, column_number(self.columns.len().saturating_sub(1)))),
                axis_columns: 2,
                colors: vec![crate::layout::theme::GOOD],
            })
        });
        charts.collect()
    }
}
