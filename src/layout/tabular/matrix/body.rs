//! The table itself: bands, headers, and the rows of each lane.

use super::{Part, RowTag};
use crate::forms::line::{self, Extent};
use crate::forms::{hints, labels};
use crate::journey::choices::Excerpt;
use crate::journey::{Journey, Lane, LaneKind, Phase, Term};
use crate::layout::tabular::draft::{Draft, text_cell};
use crate::layout::tabular::look;
use crate::scene::Pt;
use crate::sheet::{Cell, CellRole, RowRole, Style, Value, VerticalAlign};

/// The bands, the phases, and what is said of the phases.
pub fn headers(journey: &Journey, part: &Excerpt) -> Vec<Draft<RowTag>> {
    let language = journey.language.terms;
    let bands = !journey.stages.is_empty();
    let row = |tag, role, label: &str, least, cells: Vec<Cell>| {
        let valign = if role == RowRole::Remark { VerticalAlign::Top } else { VerticalAlign::Middle };
        let corner = Cell::text(CellRole::Corner, label, Style { valign, ..look::corner() });
        Draft::new(tag, role, Pt(least), std::iter::once(corner).chain(cells).collect())
    };
    let mut rows = Vec::new();
    if bands {
        let cells = journey.phases.iter().map(|phase| {
            let name = phase.stage.map(|stage| labels::band(&journey.stages[stage])).unwrap_or_default();
            text_cell(CellRole::Stage, name, look::stage(part.stage(phase.stage)))
        });
        rows.push(row(RowTag::Stage, RowRole::Band, Term::Stage.text(language), 21.0, cells.collect()));
    }
    let cells =
        journey.phases.iter().map(|phase| text_cell(CellRole::Phase, &phase.title, look::phase(part.stage(phase.stage), bands)));
    rows.push(row(RowTag::Phase, RowRole::Header, Term::Phase.text(language), 24.0, cells.collect()));
    let mut remarks = |tag, label: &str, text: &dyn Fn(&Phase) -> String| {
        if journey.phases.iter().any(|phase| !text(phase).is_empty()) {
            let cells = journey
                .phases
                .iter()
                .map(|phase| text_cell(CellRole::Note, text(phase), look::description(part.stage(phase.stage))));
            rows.push(row(tag, RowRole::Remark, label, 0.0, cells.collect()));
        }
    };
    let description = |phase: &Phase| phase.description.clone().unwrap_or_default();
    remarks(RowTag::Description, hints::DESCRIPTION.text(language), &description);
    remarks(RowTag::Duration, Term::Duration.text(language), &|phase| phase.duration.clone().unwrap_or_default());
    remarks(RowTag::Risks, Term::Risks.text(language), &|phase| line::risks(&phase.risks, language));
    rows
}

/// The rows of a lane.
///
/// `write` is the height of cells to write in, on a sheet that is to be filled in; `extent`, how much cells say.
pub fn lane(journey: &Journey, index: usize, write: Option<Pt>, extent: Extent) -> Vec<Draft<RowTag>> {
    let (sheet, lane) = (Lanes { journey, write, extent }, &journey.lanes[index]);
    match lane.kind {
        LaneKind::Emotion => sheet.emotion(index, lane),
        _ => vec![sheet.items(index, lane, Part::Items, line::title(journey, lane))],
    }
}

struct Lanes<'a> {
    journey: &'a Journey,
    write: Option<Pt>,
    extent: Extent,
}

impl Lanes<'_> {
    /// A row for each score that a cell holds, and one for the words when there are any.
    fn emotion(&self, index: usize, lane: &Lane) -> Vec<Draft<RowTag>> {
        let language = self.journey.language.terms;
        let worded = self.journey.phases.iter().flat_map(|phase| &phase.cells[index]).any(line::says_more);
        let scores = match line::most_scores(self.journey, index) {
            0 if worded && self.write.is_none() => 0,
            most => most.max(1),
        };
        let mut rows: Vec<_> = (0..scores).map(|nth| self.scores(index, lane, nth)).collect();
        if worded || self.write.is_some() {
            let title = line::title(self.journey, lane);
            let title = if scores == 0 { title } else { labels::in_words(&title, language) };
            rows.push(self.items(index, lane, Part::Words, title));
        }
        rows
    }

    fn scores(&self, index: usize, lane: &Lane, nth: usize) -> Draft<RowTag> {
        let title = labels::scores(&line::title(self.journey, lane), nth);
        let style = look::score(self.write.is_some(), line::signed(lane));
        let cells = self.journey.phases.iter().map(|phase| {
            let score = line::scores(&phase.cells[index]).nth(nth);
            Cell::new(CellRole::Score, score.map_or(Value::Empty, Value::Number), style)
        });
        row((index, Part::Scores(nth)), Pt(24.0), lane, title, cells.collect())
    }

    fn items(&self, index: usize, lane: &Lane, part: Part, title: String) -> Draft<RowTag> {
        let style = look::item(self.write.is_some());
        let cells = self.journey.phases.iter().map(|phase| {
            let text = line::cell(self.journey, &phase.cells[index], lane, self.extent);
            text_cell(CellRole::Item, text, style)
        });
        let least = match part {
            Part::Words => self.write.unwrap_or_default().min(Pt(48.0)),
            Part::Items | Part::Scores(_) => self.write.unwrap_or_default(),
        };
        row((index, part), least, lane, title, cells.collect())
    }
}

fn row((index, part): (usize, Part), least: Pt, lane: &Lane, title: String, cells: Vec<Cell>) -> Draft<RowTag> {
    let valign = match part {
        Part::Scores(_) => VerticalAlign::Middle,
        Part::Items | Part::Words => VerticalAlign::Top,
    };
    let title = text_cell(CellRole::Lane, title, Style { valign, ..look::lane(lane.kind) });
    Draft::new(RowTag::Lane(index, part), RowRole::Body, least, std::iter::once(title).chain(cells).collect())
}
