//! The title block above the table, and the notes beneath it.

use super::RowTag;
use crate::forms::{authors, hints, labels};
use crate::journey::{Journey, Phase, RiskKind, Term};
use crate::layout::tabular::draft::{Draft, text_cell};
use crate::layout::tabular::look;
use crate::scene::Pt;
use crate::sheet::{Align, Cell, CellRole, RowRole, Style, Value};

/// A line of the title block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The situation that starts the journey.
    Scenario,
    /// The organisation.
    Organisation,
    /// The authors.
    Authors,
    /// The date.
    Date,
}

impl Fact {
    /// All, in the order in which they stand.
    pub const ALL: [Self; 4] = [Self::Scenario, Self::Organisation, Self::Authors, Self::Date];

    /// The name of the field in a document.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Organisation => "organisation",
            Self::Authors => "authors",
            Self::Date => "date",
        }
    }

    fn label(self, journey: &Journey) -> &'static str {
        let language = journey.language.terms;
        match self {
            Self::Scenario => hints::SCENARIO.text(language),
            Self::Organisation => hints::ORGANISATION.text(language),
            Self::Authors if journey.authors.len() > 1 => hints::AUTHORS.text(language),
            Self::Authors => Term::Author.text(language),
            Self::Date => hints::DATE.text(language),
        }
    }

    fn value(self, journey: &Journey) -> Value {
        let text = match self {
            Self::Scenario => journey.scenario.clone(),
            Self::Organisation => journey.organisation.clone(),
            Self::Authors => Some(authors::write(&journey.authors)),
            Self::Date => return journey.date.map_or(Value::Empty, Value::Date),
        };
        text.filter(|text| !text.is_empty()).map_or(Value::Empty, Value::Text)
    }
}

/// How many columns of phases the texts above and below the table cover: all, or of very many those that stand together on a screen.
fn span(journey: &Journey) -> u16 {
    match super::phase_count(journey) {
        count @ 0..=8 => count,
        _ => 6,
    }
}

/// The title and the facts that are known; on a blank sheet all of them.
pub fn head(journey: &Journey, blank: bool) -> Vec<Draft<RowTag>> {
    let phases = span(journey);
    let title = text_cell(CellRole::Title, &journey.title, look::title()).spanning(phases + 1);
    let mut rows = vec![Draft::new(RowTag::Title, RowRole::Head, Pt(33.0), vec![title])];
    for fact in Fact::ALL {
        let value = fact.value(journey);
        if value == Value::Empty && !blank {
            continue;
        }
        let style = if blank { look::item(true) } else { look::plain() };
        let value = match value {
            Value::Text(text) => text_cell(CellRole::Fact, text, style),
            Value::Date(_) | Value::Number(_) | Value::Empty => {
                Cell::new(CellRole::Fact, value, Style { align: Align::Start, ..style })
            }
        };
        let least = match fact {
            Fact::Scenario if blank => Pt(33.0),
            Fact::Scenario | Fact::Organisation | Fact::Authors | Fact::Date => Pt(18.0),
        };
        let label = Cell::text(CellRole::Fact, fact.label(journey), look::fact_label());
        rows.push(Draft::new(RowTag::Fact(fact), RowRole::Head, least, vec![label, value.spanning(phases)]));
    }
    rows.push(Draft::new(RowTag::Space, RowRole::Head, Pt(8.0), Vec::new()));
    rows
}

/// Whether any item or risk has the mark of a drop-off.
fn has_flags(journey: &Journey) -> bool {
    let leaves = |phase: &Phase| {
        phase.cells.iter().flatten().any(|item| item.drop_off)
            || phase.risks.iter().any(|risk| risk.kind == Some(RiskKind::DropOff))
    };
    journey.phases.iter().any(leaves)
}

/// What explains the marks and the scales of the table.
pub fn notes(journey: &Journey, blank: bool) -> Vec<Draft<RowTag>> {
    let language = journey.language.terms;
    let mut notes = Vec::new();
    let mut items = journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten());
    if blank || items.any(|item| item.moment_of_truth) {
        notes.push(hints::STAR.text(language).to_owned());
    }
    if has_flags(journey) {
        notes.push(hints::FLAG.text(language).to_owned());
    }
    notes.extend(journey.lanes.iter().filter_map(|lane| labels::scale(journey, lane)));
    // On a blank sheet somebody may go on writing right below the table.
    let least = if blank { Pt(15.0) } else { Pt(8.0) };
    let space = (!notes.is_empty()).then(|| Draft::new(RowTag::Space, RowRole::Foot, least, Vec::new()));
    let note = |note: String| {
        let cell = text_cell(CellRole::Note, note, look::note()).spanning(span(journey) + 1);
        Draft::new(RowTag::Note, RowRole::Foot, Pt::ZERO, vec![cell])
    };
    space.into_iter().chain(notes.into_iter().map(note)).collect()
}
