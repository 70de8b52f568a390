//! A table of few records with much to say: the fields down, a record a column.

use super::draft::{Draft, Finished, text_cell};
use super::{fit, frame, look};
use crate::forms::record::{Entry, Field, Row as Record, Table};
use crate::journey::{Journey, LaneKind, Term};
use crate::layout::{Context, Laid};
use crate::paper::Orientation;
use crate::scene::Pt;
use crate::sheet::{
    CellRef, CellRole, Frozen, Input, Range, Row, RowRole, Sheet, SheetKind, Style, VerticalAlign, limits, sheet_name,
};

/// Rows that stay in view may take this much of a screen.
const FROZEN: Pt = Pt(230.0);
/// This many records stand on an upright page.
const UPRIGHT: usize = 2;

/// What a row is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowTag {
    Head,
    /// The field with that index.
    Field(usize),
}

/// The sheet of a table whose first field names the records. `kind` says which lane a field is like, for its colour.
pub fn sheet(journey: &Journey, context: &Context, table: &Table, kind: fn(&Field) -> LaneKind) -> Laid<Sheet> {
    let language = journey.language.terms;
    let fields: Vec<&Field> = table.fields.iter().filter(|field| context.blank || table.shows(field)).collect();
    let count = table.rows.len().max(usize::from(context.blank));
    let drafts = drafts(journey, context, table, &fields, kind);
    let upright = if count <= UPRIGHT { Orientation::Portrait } else { Orientation::Landscape };
    let orientation = context.orientation.unwrap_or(upright);
    let fit = fit::fit(&drafts, count, &fit::papers(context.paper), orientation);
    let continued = Term::Continued.text(language);
    let (mut rows, mut places, mut warnings) = (Vec::<Row>::new(), Vec::new(), Vec::new());
    for draft in drafts {
        let tag = draft.tag;
        let Finished { rows: made, split } =
            draft.whole_words(&fit.columns).finish(&fit.columns, |label| format!("{label} ({continued})"));
        warnings.extend(split.into_iter().map(|column| match (tag, column.checked_sub(1)) {
            (RowTag::Field(number), Some(record)) => frame::split(table, record, Some(fields[number])),
            (RowTag::Field(_) | RowTag::Head, _) => frame::split(table, 0, None),
        }));
        places.push((tag, index(rows.len()), index(rows.len() + made.len() - 1)));
        rows.extend(made);
    }
    let header = places.iter().find(|(tag, ..)| *tag == RowTag::Field(0)).map_or(0, |(_, _, last)| *last);
    let height: Pt = rows.iter().take(header as usize + 1).map(|row| row.height).sum();
    let columns = column(count);
    let of_field = |number: usize| places.iter().find(|(tag, ..)| *tag == RowTag::Field(number));
    let cells = |number: usize| {
        let (_, first, last) = of_field(number).filter(|_| columns > 0)?;
        Some(Range { first: CellRef { row: *first, column: 1 }, last: CellRef { row: *last, column: columns } })
    };
    let inputs = fields.iter().enumerate().filter_map(|(number, field)| {
        let allowed = look::allowed(table, field, language)?;
        let title = limits::clip(&field.label, limits::MESSAGE_TITLE);
        Some(Input { range: cells(number)?, title, message: String::new(), allowed: Some(allowed) })
    });
    let names = fields.iter().enumerate().filter_map(|(number, field)| Some((table.range_name(field), cells(number)?)));
    let title = table.title.text(language);
    let made = Sheet {
        kind: SheetKind::Data,
        name: sheet_name(title, title, &[]),
        rtl: journey.language.right_to_left(),
        frozen: Frozen { rows: if height <= FROZEN { header + 1 } else { 0 }, columns: 1 },
        active: CellRef { row: header + u32::from(!context.blank), column: u16::from(columns > 0) },
        print: frame::print(journey, table, &fit, orientation, header),
        charts: Vec::new(),
        inputs: inputs.collect(),
        scales: Vec::new(),
        names: names.collect(),
        columns: fit.columns.iter().map(|column| column.characters()).collect(),
        rows,
        filter: None,
        pictures: Vec::new(),
    };
    Laid { made, warnings }
}

fn index(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A number of columns. There are far fewer records than a sheet has columns.
fn column(number: usize) -> u16 {
    u16::try_from(number).unwrap_or(u16::MAX)
}

fn drafts(
    journey: &Journey,
    context: &Context,
    table: &Table,
    fields: &[&Field],
    kind: fn(&Field) -> LaneKind,
) -> Vec<Draft<RowTag>> {
    let records: Vec<Option<&Record>> = match table.rows.as_slice() {
        [] if context.blank => vec![None],
        rows => rows.iter().map(Some).collect(),
    };
    let span = column(records.len() + 1);
    let head = frame::head(journey, table, span, RowTag::Head);
    let said = |field: &Field, record: Option<&Record>| match record.map_or(Entry::Empty, |record| table.entry(record, field)) {
        Entry::Empty => String::new(),
        Entry::Text(text) => text,
        Entry::Number(number) => number.to_string(),
        Entry::Date(date) => date.to_string(),
    };
    let fields = fields.iter().enumerate().map(|(number, field)| {
        let header = number == 0;
        let lane = Style { valign: VerticalAlign::Middle, ..look::lane(kind(field)) };
        let label = if header { look::corner() } else { lane };
        let label = text_cell(if header { CellRole::Corner } else { CellRole::Lane }, &field.label, label);
        let cells = records.iter().map(|record| match (header, context.blank) {
            (true, false) => text_cell(CellRole::Phase, said(field, *record), look::phase(None, false)),
            (_, blank) => text_cell(CellRole::Item, said(field, *record), look::record(blank)),
        });
        let (role, least) = if header { (RowRole::Header, 24.0) } else { (RowRole::Body, 21.0) };
        Draft::new(RowTag::Field(number), role, Pt(least), std::iter::once(label).chain(cells).collect())
    });
    head.into_iter().chain(fields).collect()
}
