//! Opportunities and measurements as items of lanes: at the phase at which they are felt, or along the whole journey.

use std::collections::BTreeMap;

use crate::journey::{
    EndRef, Id, Item, Journey, Lane, LaneKind, Measurement, MeasurementKind, Opportunity, PlaceRef, Reading, Scale, Term,
    TermLanguage,
};
use crate::layout::drawn::grid::Figures;
use crate::layout::drawn::ink::Readings;
use crate::layout::drawn::items::score_text;

/// The ids of lanes for opportunities and measurements where a journey has none.
pub(super) const POSSIBLE: &str = "\u{b7}opportunities";
pub(super) const MEASURED: &str = "\u{b7}measurements";

/// Adds the opportunities of a journey to its lane of opportunities, or to one of their own; those that stand there already only bring
/// their priority.
pub(super) fn opportunities(journey: &mut Journey) {
    let records = std::mem::take(&mut journey.opportunities);
    let Some(lane) = (!records.is_empty()).then(|| lane_of(journey, LaneKind::Opportunity, POSSIBLE, Term::Opportunities)) else {
        return;
    };
    let told = told(journey, lane);
    for record in &records {
        if let Some((phase, nth)) = told.get(&record.text) {
            let item = &mut journey.phases[*phase].cells.0[lane][*nth];
            item.importance = item.importance.or(record.priority);
            continue;
        }
        let (phase, whole) = place(journey, record.at.as_ref());
        let item = possible(record, whole.then(|| end(journey)).flatten());
        journey.phases[phase].cells.0[lane].push(item);
    }
    journey.opportunities = records;
}

/// Where each text of a lane stands first.
fn told(journey: &Journey, lane: usize) -> BTreeMap<String, (usize, usize)> {
    let mut told = BTreeMap::new();
    for (phase, cells) in journey.phases.iter().enumerate() {
        for (nth, item) in cells.cells[lane].iter().enumerate() {
            told.entry(item.text().to_owned()).or_insert((phase, nth));
        }
    }
    told
}

fn possible(record: &Opportunity, until: Option<EndRef>) -> Item {
    Item { importance: record.priority, status: record.status, until, ..Item::of_text(record.text.clone()) }
}

/// Adds the measurements of a journey to its lane of measures, or to one of their own; and what there is to draw of each.
pub(super) fn measurements(journey: &mut Journey, figures: &mut Figures) {
    let records = std::mem::take(&mut journey.measurements);
    let Some(lane) = (!records.is_empty()).then(|| lane_of(journey, LaneKind::Measure, MEASURED, Term::Measurements)) else {
        return;
    };
    for record in &records {
        let (phase, whole) = place(journey, record.at.as_ref());
        let item = measured(record, journey, whole.then(|| end(journey)).flatten());
        let cell = &mut journey.phases[phase].cells.0[lane];
        cell.push(item);
        let at = (journey.lanes[lane].id.to_string(), phase, journey.phases[phase].cells.0[lane].len() - 1);
        let readings = readings(record, journey.language.terms);
        if readings.is_drawn() {
            figures.insert(at, readings);
        }
    }
    journey.measurements = records;
}

fn readings(record: &Measurement, terms: TermLanguage) -> Readings {
    let values: Vec<f64> = record.series.iter().filter_map(|reading| reading.result(record.kind)).collect();
    let told = values.iter().map(|value| amount(record, *value, terms)).collect::<Vec<_>>().join(", ");
    Readings { values, target: record.target, range: record.kind.range(), told }
}

/// A value of a measurement as it is printed, with its unit.
fn amount(record: &Measurement, value: f64, terms: TermLanguage) -> String {
    // Of a small share the whole number would say another one.
    let rounded = match record.kind {
        MeasurementKind::Number => value,
        _ if value.abs() < 10.0 => (value * 10.0).round() / 10.0,
        _ => value.round(),
    };
    let scale = Scale { min: if record.kind == MeasurementKind::Nps { -100.0 } else { 0.0 }, ..Scale::default() };
    let number = score_text(rounded, &scale, terms);
    let unit = match record.kind {
        MeasurementKind::Csat => Some("%"),
        MeasurementKind::Number => record.unit.as_deref(),
        MeasurementKind::Nps => None,
    };
    unit.map_or_else(|| number.clone(), |unit| format!("{number}\u{a0}{unit}"))
}

/// A measurement in words: what is measured, what came out last and when, what is aimed at.
fn measured(record: &Measurement, journey: &Journey, until: Option<EndRef>) -> Item {
    let terms = journey.language.terms;
    let name = record.title.clone().unwrap_or_else(|| {
        let term = match record.kind {
            MeasurementKind::Number => Term::Figure,
            MeasurementKind::Nps => Term::Nps,
            MeasurementKind::Csat => Term::Csat,
        };
        term.text(terms).to_owned()
    });
    let value = |value: f64| amount(record, value, terms);
    let last = record.series.iter().rev().find(|reading| reading.result(record.kind).is_some());
    let result = last.and_then(|reading| reading.result(record.kind)).map(value);
    let target = record.target.map(|target| format!("({} {})", Term::Target.text(terms).to_lowercase(), value(target)));
    // A title that ends in a number would go on in the result.
    let named = if result.is_some() && name.ends_with(char::is_numeric) { name + ":" } else { name };
    let text: Vec<String> = [Some(named), result, target].into_iter().flatten().collect();
    // Below a line of readings stands from when to when it runs: a single date would be taken for that of its beginning.
    let dates: Vec<String> = record.series.iter().filter_map(|reading| reading.date).map(|date| date.to_string()).collect();
    let when = match (&dates[..], last.and_then(|Reading { date, .. }| date.map(|date| date.to_string()))) {
        ([first, .., _], Some(last)) if readings(record, terms).is_drawn() && *first != last => Some(format!("{first} – {last}")),
        (_, last) => last,
    };
    Item { when, source: record.source.clone(), until, ..Item::of_text(text.join(" ")) }
}

/// The lane of a kind; a new one, the last, where there is none.
fn lane_of(journey: &mut Journey, kind: LaneKind, id: &str, term: Term) -> usize {
    if let Some(lane) = journey.lanes.iter().position(|lane| lane.kind == kind) {
        return lane;
    }
    let title = term.text(journey.language.terms).to_owned();
    journey.lanes.push(Lane { id: Id::new(id), kind, title, ..Lane::default() });
    for phase in &mut journey.phases {
        phase.cells.0.push(Vec::new());
    }
    journey.lanes.len() - 1
}

/// The phase of a place; of the whole journey the first, and that it is the whole.
fn place(journey: &Journey, at: Option<&PlaceRef>) -> (usize, bool) {
    match at.and_then(|at| journey.place(at)) {
        Some(place) => (place.phase, false),
        None => (0, true),
    }
}

/// The last phase, when there are several.
fn end(journey: &Journey) -> Option<EndRef> {
    journey.phases.last().filter(|_| journey.phases.len() > 1).map(|phase| EndRef::new(&*phase.id))
}
