//! A table of records: a row each, with columns as wide as what they say.
//!
//! From the top: the name of the table and the title of the journey, the headers, the records, and charts of what they hold. The first
//! column numbers the records in the order of the journey.

use super::draft::{Draft, Finished, text_cell};
use super::fit::{self, Fit};
use super::look;
use super::widths::{self, Bounds};
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::record::{Codec, Entry, Field, Row as Record, Table};
use crate::journey::{Journey, Term};
use crate::layout::{Context, Laid};
use crate::paper::{Orientation, Paper};
use crate::scene::{Color, Pt};
use crate::sheet::{
    Align, Cell, CellRef, CellRole, Chart, ColorScale, Frozen, Input, Print, Range, Row, RowRole, Sheet, SheetKind, Style, Value,
    limits, sheet_name,
};
use crate::text::office::{BODY, Measured, Pixels};

/// The widest column of a long text.
const WIDEST: Pixels = Pixels(420);
/// The widest column that a word asks for, and that a part of an address does.
const WORD: Pixels = Pixels(320);
const ADDRESS: Pixels = Pixels(240);
/// The narrowest column of text, and of numbers and marks.
const NARROWEST: (Pixels, Pixels) = (Pixels(75), Pixels(47));
/// Columns that stay in view may take this much of a screen.
const FROZEN: u32 = 420;
/// The height of a chart, and of the space above it.
const CHART: (Pt, Pt) = (Pt(160.0), Pt(12.0));
/// This many charts stand beside each other.
const BESIDE: usize = 2;
/// Widths that are tried between that of full size and that of the least legible one.
const TRIES: u32 = 6;
/// Rows to write in, on a blank sheet.
const BLANK: usize = 12;

/// An end of a scale, and its colour.
pub type End = (f64, Color);

/// What a table has besides its records.
#[derive(Default)]
pub struct Extras {
    /// The lowest and highest value of columns that are coloured, each with its colour, by the paths of fields.
    pub scales: Vec<(String, End, End)>,
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
    /// Kept free for the chart of the line with that index, and the one beside it.
    Chart(usize),
}

/// The sheet of a table.
pub fn sheet(journey: &Journey, context: &Context, table: &Table, extras: &Extras) -> Laid<Sheet> {
    let fields: Vec<&Field> = table.fields.iter().filter(|field| context.blank || table.shows(field)).collect();
    let maker = Maker { journey, table, fields, blank: context.blank };
    let body = maker.body();
    let bounds = maker.bounds(&body);
    let orientation = context.orientation.unwrap_or(Orientation::Landscape);
    let charts = || {
        let rows = (0..extras.lines.len()).step_by(BESIDE);
        let empty = |tag, height| Draft::new(tag, RowRole::Foot, height, Vec::new());
        rows.flat_map(move |index| [empty(RowTag::Head, CHART.1), empty(RowTag::Chart(index), CHART.0)])
    };
    let drafts: Vec<_> = maker.head().into_iter().chain(body).chain(charts()).collect();
    let page = Page { drafts: &drafts, bounds: &bounds, wide: &maker.wide(), orientation };
    let fit = page.choose(&fit::papers(context.paper));
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
        let plain = look::record(self.blank);
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
            let word = match field.codec {
                // Addresses and paths may be broken: they are not read word by word.
                Codec::Lines | Codec::Picture | Codec::Sources => ADDRESS,
                Codec::Text
                | Codec::Number
                | Codec::Rating
                | Codec::Mark(_)
                | Codec::Date
                | Codec::Choice(_)
                | Codec::Place
                | Codec::Facts
                | Codec::FollowUps => WORD,
            };
            widths::bounds(body, column, least, word, if narrow(field) { Pixels(110).max(least) } else { WIDEST })
        });
        std::iter::once(numbers).chain(fields).collect()
    }

    /// Which columns may be wider than what they say: those of text.
    fn wide(&self) -> Vec<bool> {
        std::iter::once(false).chain(self.fields.iter().map(|field| open(field))).collect()
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
            (RowTag::Record(_) | RowTag::Head | RowTag::Header | RowTag::Chart(_), _) => {
                ("a title".to_owned(), "/title".to_owned())
            }
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

/// Whether a column holds text of any length.
fn open(field: &Field) -> bool {
    match field.codec {
        Codec::Text => !matches!(field.path.as_str(), "stage" | "unit"),
        Codec::Lines | Codec::Place | Codec::Facts | Codec::Sources | Codec::FollowUps => true,
        Codec::Picture | Codec::Number | Codec::Rating | Codec::Mark(_) | Codec::Date | Codec::Choice(_) => false,
    }
}

/// What is to be brought on a page.
struct Page<'a> {
    drafts: &'a [Draft<RowTag>],
    bounds: &'a [Bounds],
    /// Which columns may be wider than what they say.
    wide: &'a [bool],
    orientation: Orientation,
}

impl Page<'_> {
    /// Chooses the widths and the paper: the first on which the whole stands on one page; else the first that is wide enough.
    fn choose(&self, papers: &[Paper]) -> Fit {
        let legible = |paper: &Paper| widths::page(fit::room(paper, self.orientation).0).1;
        let tries = papers.iter().filter(|paper| least(self.bounds) <= legible(paper));
        let tries: Vec<_> = tries.map(|paper| self.on_paper(paper)).collect();
        let whole = tries.iter().position(|fit| fit.pages_tall == Some(1)).unwrap_or(0);
        tries.into_iter().nth(whole).unwrap_or_else(|| {
            let paper = papers.last().cloned().unwrap_or_default();
            let bounds = broken(self.bounds, legible(&paper));
            Page { bounds: &bounds, ..*self }.on_paper(&paper)
        })
    }

    /// The widths on a paper: of those that print legibly the ones that take the fewest pages, and of these the largest print.
    fn on_paper(&self, paper: &Paper) -> Fit {
        let (wide, _) = fit::room(paper, self.orientation);
        let (full, legible) = widths::page(wide);
        let tries = (0..=TRIES).map(|share| Pixels(full.0 + (legible.0 - full.0) * share / TRIES));
        let mut best = self.at(paper, full);
        for whole in tries.skip(1) {
            if best.0 == 1 {
                break;
            }
            let other = self.at(paper, whole);
            if other.0 < best.0 {
                best = other;
            }
        }
        best.1
    }

    /// The widths that take no more than `whole`, and the number of pages that it takes.
    fn at(&self, paper: &Paper, whole: Pixels) -> (usize, Fit) {
        let (wide, tall) = fit::room(paper, self.orientation);
        let records: Vec<_> = self.drafts.iter().filter(|draft| draft.tag != RowTag::Head).collect();
        let mut columns = widths::share(&records, self.bounds, whole);
        widths::fill(&mut columns, self.wide, widths::page(wide).0, WIDEST);
        let width: Pt = columns.iter().map(|column| column.points()).sum();
        let height: Pt = self.drafts.iter().map(|draft| draft.height(&columns)).sum();
        let scale = (wide / width).min(1.0);
        let one = BODY * scale.min(tall / height) >= widths::LEGIBLE;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of pages")]
        let pages = if one { 1 } else { (height * scale / tall).ceil().max(2.0) as usize };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 999")]
        let pages_wide = ((width / wide) * (widths::LEGIBLE / BODY) - 1e-6).ceil().clamp(1.0, 999.0) as u16;
        (pages, Fit { columns, paper: paper.clone(), pages_wide, pages_tall: one.then_some(1) })
    }
}

fn least(bounds: &[Bounds]) -> Pixels {
    Pixels(bounds.iter().map(|bounds| bounds.least.0).sum())
}

/// The bounds with the widest columns made narrower, so that their words are broken, until all fit.
fn broken(bounds: &[Bounds], whole: Pixels) -> Vec<Bounds> {
    let mut bounds = bounds.to_vec();
    while least(&bounds) > whole {
        let widest = bounds.iter().map(|bounds| bounds.least).max().unwrap_or_default();
        if widest <= NARROWEST.1 {
            break;
        }
        for bounds in bounds.iter_mut().filter(|bounds| bounds.least == widest) {
            bounds.least = Pixels(widest.0 * 7 / 8).max(NARROWEST.1);
        }
    }
    bounds
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
        let fields =
            self.maker.fields.iter().zip(1..).map(|(field, column)| (table.range_name(field), Self::cells(column, rows)));
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

    /// The first and the last column of one of several equal parts of the table.
    fn part(&self, index: usize, parts: usize) -> (u16, u16) {
        let whole: u32 = self.columns.iter().map(|column| column.0).sum();
        // The number of columns whose width comes nearest to that of so many parts.
        let end = |part: usize| {
            let wanted = f64::from(whole) * part as f64 / parts as f64;
            let ends = self.columns.iter().scan(0, |sum, column| {
                *sum += column.0;
                Some(*sum)
            });
            let distances = std::iter::once(0).chain(ends).map(|end| (f64::from(end) - wanted).abs()).enumerate();
            distances.min_by(|(_, one), (_, other)| one.total_cmp(other)).map_or(0, |(count, _)| count)
        };
        (column_number(end(index)), column_number(end(index + 1).max(end(index) + 1) - 1))
    }

    fn charts(&self, extras: &Extras) -> Vec<Chart> {
        let charts = extras.lines.iter().enumerate().filter_map(|(index, line)| {
            let (beside, first) = (index % BESIDE, index - index % BESIDE);
            let (_, row, _) = self.places.iter().find(|(tag, ..)| *tag == RowTag::Chart(first))?;
            let rows = self.rows(line.records.0, line.records.1)?;
            let [name, points, numbers] = line.paths;
            let name = CellRef { row: rows.0, column: self.column(name)? };
            Some(Chart {
                title: Some(name),
                title_above: true,
                description: limits::clip(&line.description, limits::MESSAGE),
                categories: Self::cells(self.column(points)?, rows),
                values: vec![(Self::cells(self.column(numbers)?, rows), name)],
                axis: line.axis,
                frame: Range::of_row(*row, self.part(beside, extras.lines.len().min(BESIDE))),
                axis_columns: 1,
                colors: vec![crate::layout::theme::GOOD],
            })
        });
        charts.collect()
    }
}
