//! What was measured: a row a reading, beside which its measurement is told again.

use crate::forms::record::codec::MEASUREMENT_KIND;
use crate::forms::record::{Codec, Field, Of, Row, Table};
use crate::journey::{Count, Counts, Journey, Json, Measurement, MeasurementKind, Reading, Term};

/// The readings of a journey; a measurement without any has a row as well.
#[must_use]
pub fn measurements(journey: &Journey) -> Table {
    let language = journey.language.terms;
    let field = |path, label: Term, codec| Field::new(path, label.text(language), codec);
    let fields = vec![
        field("title", Term::Measurement, Codec::Text).of(Of::Around).always(),
        field("kind", Term::Kind, MEASUREMENT_KIND).of(Of::Around),
        field("at", Term::Place, Codec::Place).of(Of::Around),
        field("question", Term::Question, Codec::Text).of(Of::Around),
        field("date", Term::Date, Codec::Date),
        field("value", Term::Outcome, Codec::Number).always(),
        field("unit", Term::Unit, Codec::Text).of(Of::Around),
        field("target", Term::Target, Codec::Number).of(Of::Around),
        field("responses", Term::Responses, Codec::Number).of(Of::Told),
        field("counts/promoters", Term::Promoters, Codec::Number),
        field("counts/passives", Term::Passives, Codec::Number),
        field("counts/detractors", Term::Detractors, Codec::Number),
        field("note", Term::Remark, Codec::Text),
        field("source", Term::Source, Codec::Text).of(Of::Around),
    ];
    let rows = journey.measurements.iter().enumerate().flat_map(|(index, measurement)| {
        let around = format!("/measurements/{index}");
        let named = measurement.title.is_none();
        let title = named.then(|| ("title".to_owned(), Json::text(measurement.kind.term().text(language))));
        // A row without a reading has a place where none is.
        let count = measurement.series.len().max(1);
        (0..count).map(move |reading| Row {
            around: Some(around.clone()),
            told: told(measurement, measurement.series.get(reading)).into_iter().chain(title.clone()).collect(),
            ..Row::new(format!("{around}/series/{reading}"))
        })
    });
    Table::new("measurements", Term::Measurements, journey, fields, rows.collect())
}

/// What follows from the answers of a reading.
fn told(measurement: &Measurement, reading: Option<&Reading>) -> Vec<(String, Json)> {
    let Some(reading) = reading else { return Vec::new() };
    let mut told = Vec::new();
    let mut tell = |path: &str, number: f64| told.push((path.to_owned(), Json::number(number)));
    let result = reading.result(measurement.kind).filter(|_| reading.value.is_none());
    if let Some(result) = result {
        // One decimal says as much as a survey can.
        tell("value", (result * 10.0).round() / 10.0);
    }
    let counts = match (measurement.kind, reading.answers.as_slice()) {
        (MeasurementKind::Nps, answers @ [_, ..]) if reading.counts.is_none() => Some(Counts::of(answers)),
        (MeasurementKind::Nps | MeasurementKind::Csat | MeasurementKind::Number, _) => None,
    };
    let groups =
        |counts: &Counts| [counts.promoters, counts.passives, counts.detractors].map(|count| f64::from(Count::get(count)));
    if let Some(counts) = &counts {
        for (path, count) in ["counts/promoters", "counts/passives", "counts/detractors"].into_iter().zip(groups(counts)) {
            tell(path, count);
        }
    }
    match &reading.counts {
        Some(counts) => tell("responses", groups(counts).iter().sum()),
        None if !reading.answers.is_empty() => tell("responses", reading.answers.len() as f64),
        None => {}
    }
    told
}
