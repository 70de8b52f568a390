//! A table of records: a row each, with columns as wide as what they say.
//!
//! From the top: the name of the table and the title of the journey, the headers, the records, and charts of what they hold. The first
//! column numbers the records in the order of the journey.

mod page;
mod placed;

use super::draft::{Draft, Finished, text_cell};
use super::widths::{self, Bounds};
use super::{fit, frame, look};
use crate::diagnostic::Diagnostic;
use crate::forms::record::{Codec, Entry, Field, Row as Record, Table};
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Term};
use crate::layout::{Context, Laid};
use crate::paper::Orientation;
use crate::scene::{Color, Pt};
use crate::sheet::{Align, Cell, CellRef, CellRole, Frozen, Row, RowRole, Sheet, SheetKind, Style, Value, sheet_name};
use crate::text::office::{BODY, Measured, Pixels};
use page::Page;
use placed::Placed;

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
    let maker = Maker { journey, part: context.part, table, fields, blank: context.blank };
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
        let Finished { rows: made, split } = draft.whole_words(&fit.columns).finish(&fit.columns, |number| format!("{number} …"));
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
        rtl: journey.language.right_to_left(),
        frozen: Frozen { rows: header + 1, columns: placed.frozen() },
        active: CellRef { row: header + 1, column: 1 },
        print: frame::print(journey, table, &fit, orientation, header),
        charts: placed.charts(extras),
        inputs: placed.inputs(),
        scales: placed.scales(extras),
        names: placed.names(),
        columns: fit.columns.iter().map(|column| column.characters()).collect(),
        rows,
        filter: None,
        pictures: Vec::new(),
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
    part: &'a Excerpt,
    table: &'a Table,
    /// Those that have a column; the first column is the number.
    fields: Vec<&'a Field>,
    blank: bool,
}

impl Maker<'_> {
    fn head(&self) -> [Draft<RowTag>; 3] {
        frame::head(self.journey, self.table, column_number(self.fields.len() + 1), RowTag::Head)
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
        let mut body = vec![Draft::new(RowTag::Header, RowRole::Header, Pt(24.0), header.collect())];
        for (index, record) in records.enumerate() {
            let number = Cell::new(CellRole::Lane, Value::Number((index + 1) as f64), look::number());
            let cells = std::iter::once(number).chain(self.fields.iter().map(|field| self.cell(field, record)));
            body.push(Draft::below(body.last(), RowTag::Record(index), RowRole::Body, Pt(21.0), cells.collect()));
        }
        body
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
        let stage = self.part.stage(record.and_then(|record| record.stage));
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
        let field = column.checked_sub(1).and_then(|index| self.fields.get(index)).copied();
        match tag {
            RowTag::Record(index) => frame::split(self.table, index, field),
            RowTag::Head | RowTag::Header | RowTag::Chart(_) => frame::split(self.table, 0, None),
        }
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
