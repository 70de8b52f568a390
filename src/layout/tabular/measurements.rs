//! What was measured, one row a reading; a measurement with several days has its line beneath the table.

use super::records::{self, Extras, Line};
use crate::forms::{hints, record::tables};
use crate::journey::{Journey, Language, Measurement};
use crate::layout::{Context, Laid, Layout, Make, Part, Tabular};
use crate::sheet::Sheet;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "measurements",
    summary: "One row a reading: NPS, CSAT and other numbers, with their lines",
    shows: &|journey| !journey.measurements.is_empty(),
    parts: &[Part::Measurements],
    make: Make::Tabular(Tabular { fill: &fill, in_book: true }),
};

fn fill(journey: &Journey, context: &Context) -> Laid<Sheet> {
    let mut lines = Vec::new();
    let mut first = 0;
    for measurement in &journey.measurements {
        let count = measurement.series.len().max(1);
        lines.extend(line(measurement, (first, first + count - 1), &journey.language));
        first += count;
    }
    records::sheet(journey, context, &tables::measurements(journey), &Extras { scales: Vec::new(), lines })
}

/// The line of a measurement that has at least two readings, all with a day and a result.
fn line(measurement: &Measurement, records: (usize, usize), Language { tag, terms }: &Language) -> Option<Line> {
    let points = measurement.series.iter().map(|reading| Some((reading.date?, reading.result(measurement.kind)?)));
    let points: Vec<_> = points.collect::<Option<_>>()?;
    if points.len() < 2 {
        return None;
    }
    let told: Vec<_> =
        points.iter().map(|(date, result)| format!("{} {}", date.written(tag), (result * 10.0).round() / 10.0)).collect();
    let title = measurement.title.clone().unwrap_or_else(|| measurement.kind.term().text(*terms).to_owned());
    let values = points.iter().map(|(_, result)| *result).chain(measurement.target);
    Some(Line {
        records,
        paths: ["title", "date", "value"],
        axis: measurement.kind.range().unwrap_or_else(|| axis(values)),
        description: hints::SERIES.fill(*terms, &[&title, &told.join("; ")]),
    })
}

/// A round axis that holds all values, from zero on.
fn axis(values: impl Iterator<Item = f64>) -> (f64, f64) {
    let (low, high) = values.fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
    let length = (high - low).max(1e-6);
    let mut power = 1e-6;
    while power * 10.0 < length {
        power *= 10.0;
    }
    let step = [0.2, 0.5, 1.0, 2.0].into_iter().map(|part| part * power).find(|step| length / step <= 10.0).unwrap_or(power);
    ((low / step + 1e-9).floor() * step, (high.max(low + step) / step - 1e-9).ceil() * step)
}
