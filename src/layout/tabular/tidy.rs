//! The tidy table: one row an item, every field a column ([`crate::forms::tidy`]), for analysis over many journeys.
//!
//! Rows stand by phase, then by lane, then in the order of the cell. A phase without items has one row in its place that tells of no
//! item; lanes, stages and personas that no other row tells of have one each at the end. So nothing goes missing that has a name,
//! and what has no `item_order` is no item.

use super::draft::{Draft, data_cell};
use super::{fit, look};
use crate::forms::tidy::{Column, Fact, Of, Plain, Tells, columns, join};
use crate::journey::{Journey, Json, Lane, Market, State, Term, aliases};
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::paper::{Orientation, Paper};
use crate::scene::Pt;
use crate::sheet::{Align, Cell, CellRef, CellRole, Frozen, Print, RowRole, Sheet, SheetKind, Style, Value, limits, sheet_name};
use crate::text::office::{BODY, INDENT, Measured, Pixels};

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "tidy",
    summary: "One row an item, every field a column, for analysis over many journeys",
    shows: &|_| true,
    parts: &[Part::Lanes],
    make: Make::Tabular(Tabular { fill: &fill, in_book: false }),
};

/// The widest column, unless a row would be too high.
const WIDE: Pixels = Pixels(320);
/// The widest column there is.
const WIDEST: Pixels = Pixels(1790);
/// The least size of text as printed, as a share of that on the screen.
const LEAST: f64 = 8.0 / 11.0;

/// What a row tells of.
#[derive(Debug, Clone, Copy, Default)]
struct Told {
    stage: Option<usize>,
    phase: Option<usize>,
    lane: Option<usize>,
    persona: Option<usize>,
    /// The place of the item in its cell.
    item: Option<usize>,
}

/// The names of the columns.
pub fn header() -> impl Iterator<Item = Value> {
    columns().iter().map(|column| Value::Text(column.name.clone()))
}

/// The rows of a journey: a value for each column. A text is never empty.
pub fn rows(journey: &Journey) -> impl Iterator<Item = Vec<Value>> {
    told(journey).map(|told| {
        let item = told.cell().and_then(|(phase, lane, index)| journey.phases[phase].cells[lane].get(index));
        let fields = item.map(|item| item.as_object(journey));
        columns().iter().map(|column| value(column, told, journey, fields.as_ref())).collect()
    })
}

/// What the rows tell of, in their order.
fn told(journey: &Journey) -> impl Iterator<Item = Told> {
    let phases = (0..journey.phases.len()).flat_map(move |phase| {
        let empty = journey.phases[phase].cells.iter().all(Vec::is_empty);
        let stage = journey.phases[phase].stage;
        let around = Told { phase: Some(phase), stage, ..Told::default() };
        let items = (0..journey.lanes.len()).flat_map(move |lane| {
            let count = journey.phases[phase].cells[lane].len();
            (0..count).map(move |item| Told { item: Some(item), ..around.of_lane(journey, lane) })
        });
        items.chain(empty.then_some(around))
    });
    let idle = move |lane: &usize| journey.phases.iter().all(|phase| phase.cells[*lane].is_empty());
    let lanes = (0..journey.lanes.len()).filter(idle).map(move |lane| Told::default().of_lane(journey, lane));
    let bare = move |stage: &usize| journey.phases.iter().all(|phase| phase.stage != Some(*stage));
    let stages = (0..journey.stages.len()).filter(bare).map(|stage| Told { stage: Some(stage), ..Told::default() });
    let alone = move |persona: &usize| journey.lanes.iter().all(|lane| owner(journey, lane) != Some(*persona));
    let personas = (0..journey.personas.len()).filter(alone).map(|persona| Told { persona: Some(persona), ..Told::default() });
    phases.chain(lanes).chain(stages).chain(personas)
}

impl Told {
    fn of_lane(self, journey: &Journey, lane: usize) -> Self {
        Self { lane: Some(lane), persona: owner(journey, &journey.lanes[lane]), ..self }
    }

    fn cell(self) -> Option<(usize, usize, usize)> {
        Some((self.phase?, self.lane?, self.item?))
    }
}

/// The persona whose lane it is.
fn owner(journey: &Journey, lane: &Lane) -> Option<usize> {
    let id = lane.persona.as_ref()?;
    journey.personas.iter().position(|persona| *persona.id == **id)
}

fn value(column: &Column, told: Told, journey: &Journey, item: Option<&Json>) -> Value {
    let lane = told.lane.map(|lane| &journey.lanes[lane]);
    let stage = told.stage.map(|index| (index, &journey.stages[index]));
    let phase = told.phase.map(|index| (index, &journey.phases[index]));
    let persona = told.persona.map(|index| (index, &journey.personas[index]));
    match &column.tells {
        Tells::Title => text(&journey.title),
        Tells::Language => text(&journey.language.tag),
        Tells::Authors => text(join(journey.authors.iter().map(|author| author.name.as_str()))),
        Tells::Class => text(classes(journey)),
        Tells::Date => journey.date.map_or(Value::Empty, Value::Date),
        Tells::Fact(fact) => said(*fact, journey),
        Tells::Personas => text(join(journey.personas.iter().map(|persona| persona.name.as_str()))),
        Tells::Stage(of) => stage.map_or(Value::Empty, |(index, stage)| named(*of, &stage.id, &stage.title, index)),
        Tells::Phase(of) => phase.map_or(Value::Empty, |(index, phase)| named(*of, &phase.id, &phase.title, index)),
        Tells::PhaseKind => phase.map_or(Value::Empty, |(_, phase)| text(aliases::phase_kind(&phase.id, &phase.title))),
        Tells::Lane(of) => lane.zip(told.lane).map_or(Value::Empty, |(lane, index)| named(*of, &lane.id, &lane.title, index)),
        Tells::Kind => lane.map_or(Value::Empty, |lane| text(lane.kind.name())),
        Tells::Purpose => lane.and_then(|lane| lane.purpose).map_or(Value::Empty, |purpose| text(purpose.name())),
        Tells::ScaleMin => lane.and_then(|lane| lane.scale.as_ref()).map_or(Value::Empty, |scale| Value::Number(scale.min)),
        Tells::ScaleMax => lane.and_then(|lane| lane.scale.as_ref()).map_or(Value::Empty, |scale| Value::Number(scale.max)),
        Tells::Persona(of) => persona.map_or(Value::Empty, |(index, persona)| named(*of, &persona.id, &persona.name, index)),
        Tells::ItemOrder => told.item.map_or(Value::Empty, order),
        Tells::Item(path) => item.map_or(Value::Empty, |item| field(item, path, column.plain)),
    }
}

/// What the journey says of itself.
fn said(fact: Fact, journey: &Journey) -> Value {
    let said = match fact {
        Fact::Organisation => journey.organisation.as_deref(),
        Fact::Course => journey.course.as_deref(),
        Fact::Scenario => journey.scenario.as_deref(),
        Fact::Market => journey.market.map(Market::name),
        Fact::State => journey.state.map(State::name),
    };
    text(said.unwrap_or_default())
}

fn text(text: impl Into<String>) -> Value {
    let text = text.into();
    if text.is_empty() { Value::Empty } else { Value::Text(text) }
}

fn named(of: Of, id: &str, title: &str, index: usize) -> Value {
    match of {
        Of::Id => text(id),
        Of::Title => text(title),
        Of::Order => order(index),
    }
}

/// A place from 1.
fn order(index: usize) -> Value {
    u32::try_from(index + 1).map_or(Value::Empty, |place| Value::Number(f64::from(place)))
}

/// The classes of the authors: one when all have the same, else one for each.
fn classes(journey: &Journey) -> String {
    let classes: Vec<_> = journey.authors.iter().map(|author| author.class.as_deref().unwrap_or_default()).collect();
    match classes.as_slice() {
        [first, rest @ ..] if rest.iter().all(|class| class == first) => join([*first]),
        classes => join(classes.iter().copied()),
    }
}

/// A field of an item. What is so or not is told of every item, so that a column has no gaps but in rows without one.
fn field(item: &Json, path: &[&str], plain: Plain) -> Value {
    let found = path.iter().try_fold(item, |value, name| value.get(name));
    match (plain, found) {
        (Plain::Truth, found) => text(if found == Some(&Json::Bool(true)) { "TRUE" } else { "FALSE" }),
        (_, None) => Value::Empty,
        (Plain::Number, Some(Json::Number(number))) => number.parse().map_or(Value::Empty, Value::Number),
        (Plain::Lines, Some(Json::List(texts))) => text(texts.iter().map(plainly).collect::<Vec<_>>().join("\n")),
        (Plain::Text, Some(value)) => text(plainly(value)),
        (Plain::Number | Plain::Lines | Plain::Json | Plain::Day | Plain::List, Some(value)) => text(value.line()),
    }
}

fn plainly(value: &Json) -> String {
    match value {
        Json::Text(text) => text.clone(),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::List(_) | Json::Object(_) => value.line(),
    }
}

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    let heads = header().map(|value| Cell::new(CellRole::Phase, value, Style { indent: true, ..look::phase(None, false) }));
    let mut drafts = vec![Draft::new((), RowRole::Header, Pt::ZERO, heads.collect())];
    let mut least = vec![Pixels(0); columns().len()];
    for row in rows(journey) {
        for (width, value) in least.iter_mut().zip(&row) {
            *width = shown(value).max(*width);
        }
        drafts.push(Draft::new((), RowRole::Body, Pt::ZERO, row.into_iter().map(cell).collect()));
    }
    let widths = widths(&drafts, &least);
    let rows = drafts.into_iter().map(|draft| draft.whole(&widths)).collect();
    let orientation = context.orientation.unwrap_or(Orientation::Landscape);
    let sheet = Sheet {
        kind: SheetKind::Data,
        name: sheet_name("tidy", "tidy", &[]),
        rtl: journey.language.right_to_left(),
        frozen: Frozen { rows: 1, columns: 0 },
        active: CellRef { row: 1, column: 0 },
        print: print(journey, &widths, orientation),
        columns: widths.iter().map(|width| width.characters()).collect(),
        rows,
        charts: Vec::new(),
        inputs: Vec::new(),
        scales: Vec::new(),
        names: Vec::new(),
        filter: None,
        pictures: Vec::new(),
    };
    Laid { made: sheet, warnings: Vec::new() }
}

fn cell(value: Value) -> Cell {
    match value {
        Value::Text(text) => data_cell(CellRole::Item, text, look::item(false)),
        Value::Empty => Cell::new(CellRole::Item, value, look::item(false)),
        Value::Number(_) | Value::Date(_) => Cell::new(CellRole::Item, value, Style { align: Align::End, ..look::item(false) }),
    }
}

/// The width that a number or a day needs, which no spreadsheet breaks into lines.
fn shown(value: &Value) -> Pixels {
    let text = match value {
        Value::Empty | Value::Text(_) => return Pixels(0),
        Value::Number(number) => number.to_string(),
        // Spreadsheets show the day in their own way, none of which is much wider.
        Value::Date(_) => "00-00-00000".to_owned(),
    };
    Pixels(Measured::new(&text, false).width(BODY).0 + INDENT.0)
}

/// Columns as wide as their texts, within bounds; wider where a row would be higher than rows can be.
fn widths(drafts: &[Draft<()>], least: &[Pixels]) -> Vec<Pixels> {
    let within = |widest: Pixels| {
        let width = |(column, least): (usize, &Pixels)| {
            let text = drafts.iter().map(|draft| draft.widest_line(column)).max().unwrap_or_default();
            text.min(widest).max(*least)
        };
        least.iter().enumerate().map(width).collect::<Vec<_>>()
    };
    let usual = within(WIDE);
    if drafts.iter().all(|draft| draft.height(&usual) <= limits::ROW_HEIGHT) { usual } else { within(WIDEST) }
}

/// As many pages side by side as it takes to be legible.
fn print(journey: &Journey, widths: &[Pixels], orientation: Orientation) -> Print {
    let paper = Paper::ascending().next().unwrap_or_default();
    let wide: Pt = widths.iter().map(|width| width.points()).sum();
    let (room, _) = fit::room(&paper, orientation);
    let pages = (1..u16::MAX).find(|pages| room * f64::from(*pages) >= wide * LEAST).unwrap_or(u16::MAX);
    Print {
        paper,
        orientation,
        pages_wide: pages,
        pages_tall: None,
        repeat_rows: Some((0, 0)),
        repeat_columns: 0,
        header: journey.title.clone(),
        footer: journey.authors.iter().map(|author| author.name.as_str()).collect::<Vec<_>>().join(", "),
        page_label: Term::Page.text(journey.language.terms).into(),
    }
}
