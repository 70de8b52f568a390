//! The tabular matrix: phases across, lanes down, as it is handed in.
//!
//! From the top: the title and the facts; the bands of the stages, repeated over each phase; the phases and what is said of them; the
//! lanes, one row each, an emotion lane as a row of scores and one of words, and beneath it its curve, that of neighbours on one scale
//! together, whose points stand in their columns; and notes. Only the title block and the notes have cells that cover several columns.

mod body;
mod extras;
mod head;

use super::draft::{Draft, Finished};
use super::fit::{self, Fit};
use crate::diagnostic::{Code, Diagnostic};
use crate::forms::authors;
use crate::forms::line::{self, Extent};
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Term};
use crate::layout::{self, Context, Laid, Layout, Make, Tabular, curves};
use crate::paper::{Orientation, Paper};
use crate::scene::Pt;
use crate::sheet::{CellRef, Frozen, Print, Row, RowRole, Sheet, SheetKind, limits};
use crate::text::shown;
use extras::Extras;
use head::Fact;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a sheet",
    shows: &|_| true,
    parts: &[layout::Part::Lanes, layout::Part::Descriptions],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

/// The name of the sheet, the same in all languages: a title of the journey would nearly always be cut.
const NAME: &str = "Matrix";
/// The heights of cells to write in by hand, the first that fits being taken.
const WRITE: [Pt; 4] = [Pt(90.0), Pt(75.0), Pt(60.0), Pt(48.0)];
/// The height of a curve.
const CHART: Pt = Pt(140.0);
/// The height of several curves.
const CHARTS: Pt = Pt(190.0);
/// Rows that stay in view may take this much of a screen.
const FROZEN: Pt = Pt(230.0);

/// What a row is to the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum RowTag {
    Title,
    Fact(Fact),
    Space,
    Stage,
    Phase,
    Description,
    Duration,
    Risks,
    /// A row of the lane with that index.
    Lane(usize, Part),
    Note,
    /// Kept free for the curves of the group of lanes that begins with that index.
    Chart(usize),
}

/// What a row of a lane holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Items.
    Items,
    /// The scores of an emotion lane: the first of each cell, the second …, counted from 0.
    Scores(usize),
    /// The words of an emotion lane.
    Words,
}

/// Where the rows of a draft stand in the sheet, both ends included.
struct Placed {
    tag: RowTag,
    first: u32,
    last: u32,
}

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    let orientation = context.orientation.unwrap_or(Orientation::Landscape);
    let (drafts, fit) = fitted(journey, context, orientation);
    let (rows, placed, warnings) = place(journey, drafts, &fit);
    let extras = Extras { journey, placed: &placed };
    let first = placed.iter().find(|placed| matches!(placed.tag, RowTag::Fact(_) | RowTag::Lane(..)));
    let active = first.filter(|_| context.blank).map_or(CellRef::default(), |placed| CellRef { row: placed.first, column: 1 });
    let sheet = Sheet {
        kind: SheetKind::Data,
        rtl: journey.language.right_to_left(),
        frozen: Frozen { rows: frozen(&rows), columns: 1 },
        active,
        print: print(journey, &rows, fit.clone(), orientation),
        charts: extras.charts(),
        inputs: extras.inputs(context.blank),
        scales: extras.scales(),
        filter: None,
        pictures: Vec::new(),
        names: extras.names(),
        columns: fit.columns.iter().map(|column| column.characters()).collect(),
        rows,
        name: NAME.to_owned(),
    };
    Laid { made: sheet, warnings }
}

/// The rows of the sheet, and the widths and the paper for them. Cells to write in are as high as one page of the smallest paper
/// allows.
fn fitted(journey: &Journey, context: &Context, orientation: Orientation) -> (Vec<Draft<RowTag>>, Fit) {
    let papers = fit::papers(context.paper);
    let attempt = |write: Option<Pt>| {
        let drafts = drafts(journey, context.part, write, extent(context));
        let fit = fit::fit(&drafts, journey.phases.len(), &papers, orientation);
        (drafts, fit)
    };
    if !context.blank {
        return attempt(None);
    }
    let mut attempts: Vec<_> = WRITE.into_iter().map(|height| attempt(Some(height))).collect();
    let one_page = |paper: &Paper| attempts.iter().position(|(_, fit)| fit.pages_tall == Some(1) && fit.paper == *paper);
    let chosen = papers.iter().find_map(one_page).unwrap_or(1);
    attempts.swap_remove(chosen)
}

/// How much its cells say: less of the contact moments where these have a sheet of their own beside.
#[must_use]
pub fn extent(context: &Context) -> Extent {
    if context.beside.contains(&super::touchpoints::LAYOUT.name) { Extent::Short } else { Extent::Whole }
}

/// The number of phases. The check allows far fewer than a sheet has columns.
fn phase_count(journey: &Journey) -> u16 {
    u16::try_from(journey.phases.len()).unwrap_or(u16::MAX - 1)
}

fn drafts(journey: &Journey, part: &Excerpt, write: Option<Pt>, extent: Extent) -> Vec<Draft<RowTag>> {
    let blank = write.is_some();
    let mut drafts = head::head(journey, blank);
    drafts.extend(body::headers(journey, part));
    for group in curves::groups(journey) {
        drafts.extend(group.clone().flat_map(|lane| body::lane(journey, lane, write, extent)));
        let scored =
            |lane: usize| journey.phases.iter().filter(|phase| line::scores(&phase.cells[lane]).next().is_some()).count();
        let height = if group.len() > 1 { CHARTS } else { CHART };
        if journey.lanes[group.start].scale.is_some() && (blank || group.clone().any(|lane| scored(lane) > 1)) {
            drafts.push(Draft::new(RowTag::Chart(group.start), RowRole::Foot, height, Vec::new()));
        }
    }
    drafts.extend(head::notes(journey, blank));
    drafts
}

/// Gives every row its height, parts those that are too high, and says so.
fn place(journey: &Journey, drafts: Vec<Draft<RowTag>>, fit: &Fit) -> (Vec<Row>, Vec<Placed>, Vec<Diagnostic>) {
    let continued = Term::Continued.text(journey.language.terms);
    let again = |title: &str| {
        // A title that is a text of its own is not said again.
        if limits::units(title) > 80 { format!("({continued})") } else { format!("{title} ({continued})") }
    };
    let (mut rows, mut placed, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
    let row = |rows: &Vec<Row>| u32::try_from(rows.len()).unwrap_or(u32::MAX);
    for draft in drafts {
        let (tag, first) = (draft.tag, row(&rows));
        let Finished { rows: made, split } = draft.whole_words(&fit.columns).finish(&fit.columns, again);
        warnings.extend(split.into_iter().map(|column| split_cell(journey, tag, column)));
        rows.extend(made);
        placed.push(Placed { tag, first, last: row(&rows) - 1 });
    }
    (rows, placed, warnings)
}

/// The warning that a cell goes on in the next row.
fn split_cell(journey: &Journey, tag: RowTag, column: usize) -> Diagnostic {
    let phase = column.checked_sub(1).and_then(|index| Some((index, journey.phases.get(index)?)));
    let (what, pointer) = match (tag, phase) {
        (RowTag::Lane(lane, _), Some((index, phase))) => {
            let lane = &journey.lanes[lane];
            let key = lane.id.replace('~', "~0").replace('/', "~1");
            (format!("“{}” of “{}”", short(&lane.title), short(&phase.title)), format!("/phases/{index}/cells/{key}"))
        }
        (RowTag::Lane(lane, _), None) => ("a lane's title".into(), format!("/lanes/{lane}/title")),
        (RowTag::Phase, Some((index, _))) => ("a phase's title".into(), format!("/phases/{index}/title")),
        (RowTag::Description, Some((index, _))) => ("a phase's description".into(), format!("/phases/{index}/description")),
        (RowTag::Duration, Some((index, _))) => ("a phase's duration".into(), format!("/phases/{index}/duration")),
        (RowTag::Risks, Some((index, _))) => ("a phase's risks".into(), format!("/phases/{index}/risks")),
        (RowTag::Stage, Some((_, phase))) => {
            ("a stage's title".into(), phase.stage.map_or(String::new(), |stage| format!("/stages/{stage}")))
        }
        (RowTag::Fact(fact), _) => (format!("the {}", fact.name()), format!("/{}", fact.name())),
        (RowTag::Title, _) => ("the title".into(), "/title".into()),
        (
            RowTag::Stage
            | RowTag::Phase
            | RowTag::Description
            | RowTag::Duration
            | RowTag::Risks
            | RowTag::Space
            | RowTag::Note
            | RowTag::Chart(_),
            _,
        ) => ("a note".into(), String::new()),
    };
    Diagnostic::new(Code::SplitCell, format!("{what} is longer than a row can show and goes on in the next row"))
        .help("shorten the text, or spread it over more phases or lanes")
        .at(pointer)
}

fn short(text: &str) -> String {
    limits::clip(text, 60)
}

/// The rows down to the headers, when they leave most of a screen to the rest.
fn frozen(rows: &[Row]) -> u32 {
    let end = rows.iter().rposition(|row| row.role == RowRole::Header).map_or(0, |last| last + 1);
    let height: Pt = rows[..end].iter().map(|row| row.height).sum();
    if height <= FROZEN { u32::try_from(end).unwrap_or(0) } else { 0 }
}

fn print(journey: &Journey, rows: &[Row], fit: Fit, orientation: Orientation) -> Print {
    let headers = |row: &Row| matches!(row.role, RowRole::Band | RowRole::Header);
    let height: Pt = rows.iter().filter(|row| headers(row)).map(|row| row.height).sum();
    let index = |found: Option<usize>| found.and_then(|index| u32::try_from(index).ok());
    let ends = index(rows.iter().position(headers)).zip(index(rows.iter().rposition(headers)));
    // Headers that take half of each page are better not repeated.
    let repeat_rows = ends.filter(|_| height * 2.0 <= fit::room(&fit.paper, orientation).1);
    Print {
        paper: fit.paper,
        orientation,
        pages_wide: fit.pages_wide,
        pages_tall: fit.pages_tall,
        repeat_rows,
        repeat_columns: 1,
        header: shown(&journey.title).into_owned(),
        footer: authors::write(&journey.authors),
        page_label: Term::Page.text(journey.language.terms).into(),
    }
}
