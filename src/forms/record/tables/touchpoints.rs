//! The contact moments: a row each, phase by phase.

use crate::forms::line;
use crate::forms::record::codec::{EVIDENCE, IMPORTANCE, STATUS};
use crate::forms::record::{Codec, Field, Of, Row, Table};
use crate::journey::{Journey, Json, LaneKind, Phase, Term};

/// The items of all lanes of kind `touchpoint`: by phase, in a phase by lane, in a lane as they stand in the cell.
#[must_use]
pub fn touchpoints(journey: &Journey) -> Table {
    let lanes: Vec<usize> = of_kind(journey, LaneKind::Touchpoint).collect();
    let rows = journey.phases.iter().enumerate().flat_map(|(index, phase)| {
        let told = told(journey, phase);
        lanes.iter().flat_map(move |&lane| {
            let mut told = told.clone();
            told.push(("lane".into(), Json::text(line::title(journey, &journey.lanes[lane]))));
            (0..phase.cells[lane].len()).map(move |item| Row {
                stage: phase.stage,
                told: told.clone(),
                ..Row::new(journey.pointer_to_item(index, lane, item))
            })
        })
    });
    Table::new("touchpoints", Term::Touchpoints, journey, fields(journey, lanes.len()), rows.collect())
}

fn of_kind(journey: &Journey, kind: LaneKind) -> impl Iterator<Item = usize> {
    journey.lanes.iter().enumerate().filter(move |(_, lane)| lane.kind == kind).map(|(index, _)| index)
}

fn fields(journey: &Journey, lanes: usize) -> Vec<Field> {
    let field = |path, label: Term, codec| Field::new(path, label.text(journey.language.terms), codec);
    let mut fields = vec![
        field("stage", Term::Stage, Codec::Text).of(Of::Told),
        field("phase", Term::Phase, Codec::Text).of(Of::Told).always(),
        field("when", Term::When, Codec::Text),
        field("text", Term::Touchpoint, Codec::Text).always(),
        field("until", Term::Until, Codec::Place),
        field("channel", Term::Channel, Codec::Text),
        field("device", Term::Device, Codec::Text),
        field("sender", Term::Sender, Codec::Text),
        field("receiver", Term::Receiver, Codec::Text),
        field("message", Term::Message, Codec::Text),
        field("call_to_action", Term::CallToAction, Codec::Text),
    ];
    if lanes > 1 {
        fields.insert(2, field("lane", Term::Lane, Codec::Text).of(Of::Told));
    }
    fields.extend(of_kind(journey, LaneKind::Emotion).map(|lane| {
        let own = &journey.lanes[lane];
        // Whose it is, only where the name does not tell lanes apart.
        let alone = journey.lanes.iter().filter(|other| other.title == own.title).count() == 1;
        let title = if alone { own.title.clone() } else { line::title(journey, own) };
        Field::new(&score(lane), &title, Codec::Number).of(Of::Told)
    }));
    fields.extend([
        field("moment_of_truth", Term::MomentOfTruth, Codec::Mark("★")),
        field("drop_off", Term::DropOff, Codec::Mark("⚑")),
        field("importance", Term::Importance, IMPORTANCE),
        field("evidence", Term::Evidence, EVIDENCE),
        field("source", Term::Source, Codec::Text),
        field("status", Term::Status, STATUS),
        field("links", Term::Links, Codec::Lines),
        field("picture/alt", Term::Image, Codec::Text),
        field("picture/src", Term::File, Codec::Picture),
        field("picture/credit", Term::Credit, Codec::Text),
    ]);
    fields
}

/// The path of the score of an emotion lane.
fn score(lane: usize) -> String {
    format!("score/{}", lane + 1)
}

/// What a phase says of each of its contact moments: its stage, its name, and its scores.
fn told(journey: &Journey, phase: &Phase) -> Vec<(String, Json)> {
    let language = journey.language.terms;
    let stage = phase.stage.map(|stage| ("stage".to_owned(), Json::text(&journey.stages[stage].title)));
    let scores = of_kind(journey, LaneKind::Emotion).filter_map(|lane| {
        let scores: Vec<_> = line::scores(&phase.cells[lane]).collect();
        let told = match scores.as_slice() {
            [] => return None,
            [only] => Json::number(*only),
            several => {
                let words = several.iter().map(|score| line::score(*score, &journey.lanes[lane], language));
                Json::text(words.collect::<Vec<_>>().join("  "))
            }
        };
        Some((score(lane), told))
    });
    stage.into_iter().chain([("phase".to_owned(), Json::text(&phase.title))]).chain(scores).collect()
}
