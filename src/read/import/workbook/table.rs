//! From the rows and columns of the matrix to the journey.

use std::collections::BTreeSet;

use super::cells::Reading;
use super::columns::{self, Column};
use super::frame::Frame;
use super::kept::{Kept, Part};
use super::rows::{self, FoundLane, Meaning, Rows};
use super::stages::new_id;
use super::{head, mend, remarks, same, stages};
use crate::forms::reword::Around;
use crate::forms::words;
use crate::journey::{Id, Journey, Lane, LaneKind, Phase, Scale, aliases};
use crate::read::book::{At, Value};
use crate::read::import::matrix::{scores, stars};
use crate::read::import::notes::Notes;
use crate::tongue::say;

/// The journey that the matrix says. `used` gets the cells that were read.
pub fn read(frame: &Frame, kept: &Kept, notes: &mut Notes, used: &mut BTreeSet<At>) -> Journey {
    let certain = rows::certain(frame, kept);
    let columns = columns::columns(frame, kept, &certain);
    let rows = rows::rows(frame, kept, &columns, &certain);
    let ids = phase_ids(kept, &columns);
    let lanes = lanes(frame, kept, &columns, &rows, notes);
    let scales: Vec<_> = lanes.iter().map(|lane| lane.scale.clone()).collect();
    let mut journey = kept.now.clone();
    mark(frame, &columns, &rows, notes, used);
    let above: Vec<usize> = rows.strips.iter().map(|strip| strip.row).filter(|row| *row < frame.header).collect();
    head::head(&mut journey, frame, kept, &above, notes, used);
    let (stages, of_phases) = stages::stages(frame, kept, &columns, &rows, notes, used);
    let mut phases: Vec<Phase> = columns
        .iter()
        .zip(&ids)
        .zip(of_phases)
        .map(|((column, id), stage)| {
            let mut phase = phase(kept, column, id.clone());
            phase.stage = stage;
            remarks::remarks(&mut phase, frame, kept, column, &rows, notes, used);
            phase
        })
        .collect();
    let around = around(kept, &phases);
    let reading = Reading { frame, kept, columns: &columns, rows: &rows, scales: &scales, phases: &ids, around: &around };
    for (phase, cells) in phases.iter_mut().zip(reading.items(notes, used)) {
        phase.cells = cells;
    }
    if phases.is_empty() {
        // There is no journey without phases: the table was emptied.
        return journey;
    }
    (journey.stages, journey.lanes, journey.phases) = (stages, lanes, phases);
    places(frame, &columns, &rows, &journey, notes);
    mend::mend(&mut journey);
    journey
}

/// The ids of the phases: their own, those of presets for new ones with their names, else what follows from the title.
fn phase_ids(kept: &Kept, columns: &[Column]) -> Vec<Id> {
    let journey = &kept.journey;
    let items = journey
        .phases
        .iter()
        .flat_map(|phase| phase.cells.iter().flatten())
        .filter_map(|item| Some(item.id.as_ref()?.to_string()));
    let mut taken: BTreeSet<String> = journey.phases.iter().map(|phase| phase.id.to_string()).chain(items).collect();
    let id = |column: &Column| {
        if let Some(phase) = column.phase {
            return journey.phases[phase].id.clone();
        }
        let title = column.title.as_deref().unwrap_or_default();
        let preset = aliases::phase(title).filter(|id| taken.insert((*id).to_owned()));
        preset.map_or_else(|| Id::new(new_id(title, "phase", &mut taken)), Id::new)
    };
    columns.iter().map(id).collect()
}

fn phase(kept: &Kept, column: &Column, id: Id) -> Phase {
    let was = column.phase.map(|phase| kept.now.phases[phase].clone()).unwrap_or_default();
    let title = column.title.as_deref().map_or_else(|| was.title.clone(), |title| title.trim().to_owned());
    Phase { id, title, ..was }
}

/// The lanes that were found, as they are called now.
fn lanes(frame: &Frame, kept: &Kept, columns: &[Column], rows: &Rows, notes: &mut Notes) -> Vec<Lane> {
    let mut taken: BTreeSet<String> = kept.journey.lanes.iter().map(|lane| lane.id.to_string()).collect();
    let lane = |(index, found): (usize, &FoundLane)| {
        let title = found.title.as_deref().map(str::trim).unwrap_or_default();
        match found.lane {
            Some(lane) => renamed(kept, lane, found.title.as_deref()),
            None => Lane {
                id: Id::new(new_id(title, found.kind.name(), &mut taken)),
                kind: found.kind,
                title: title.to_owned(),
                scale: (found.kind == LaneKind::Emotion).then(|| scale(frame, columns, rows, index)),
                ..Lane::default()
            },
        }
    };
    let lanes = rows.lanes.iter().enumerate().map(lane).collect();
    for row in &rows.renamed {
        let at = At { row: *row, column: frame.labels };
        notes.leave(frame.page.place(at), frame.text(at.row, at.column), "left-further-row");
    }
    lanes
}

/// A lane with the title that stands at its row, without whose it is and what its curve stands for.
fn renamed(kept: &Kept, index: usize, seen: Option<&str>) -> Lane {
    let lane = &kept.journey.lanes[index];
    let Some(seen) = seen else { return lane.clone() };
    let aside = words::aside(&kept.journey, lane, kept.journey.language.terms);
    let mut title = seen.trim();
    for aside in aside.iter().rev() {
        let front = title.strip_suffix(aside).and_then(|front| front.trim_end().strip_suffix('·')).map(str::trim_end);
        title = front.filter(|front| !front.is_empty()).unwrap_or(title);
    }
    if same::key(title).is_empty() { lane.clone() } else { Lane { title: title.to_owned(), ..lane.clone() } }
}

/// The likeliest scale for the scores of a new lane.
fn scale(frame: &Frame, columns: &[Column], rows: &Rows, index: usize) -> Scale {
    let rows = rows
        .strips
        .iter()
        .filter(|strip| matches!(strip.meaning, Meaning::Lane(of, Part::Main | Part::Scores(_)) if of == index));
    let values =
        rows.flat_map(|strip| columns.iter().flat_map(|column| &column.at).map(|column| At { row: strip.row, column: *column }));
    let values: Vec<&Value> = values.map(|at| frame.page.get(at)).collect();
    let signed = super::scores::are_signed(values.iter().copied());
    let score = |value: &&Value| match value {
        Value::Text(text) => stars::stars(text).or_else(|| scores::of_text(text)).or_else(|| scores::of_mood(text, signed)),
        value => scores::of_number(value),
    };
    let scores: Vec<scores::Score> = values.iter().filter_map(score).collect();
    if scores.is_empty() {
        return Scale::default();
    }
    let (min, max) = scores::scale(&scores.iter());
    Scale { min, max, labels: Vec::new() }
}

/// The phases at which an item may end: by their titles now, and by those that they had.
fn around(kept: &Kept, phases: &[Phase]) -> Around {
    let now = phases.iter().map(|phase| (phase.title.trim().to_owned(), phase.id.clone()));
    let before = kept.journey.phases.iter().map(|phase| (phase.title.trim().to_owned(), phase.id.clone()));
    let there = before.filter(|(_, id)| phases.iter().any(|phase| phase.id == *id));
    Around { language: kept.journey.language.terms, ends: now.chain(there).collect() }
}

/// Takes down that headers and names of rows were read.
fn mark(frame: &Frame, columns: &[Column], rows: &Rows, notes: &mut Notes, used: &mut BTreeSet<At>) {
    used.insert(At { row: frame.header, column: frame.labels });
    for column in columns {
        used.insert(At { row: frame.header, column: column.at[0] });
        used.extend(column.title_rows.iter().map(|row| At { row: *row, column: column.at[0] }));
        let meaning = match (column.phase, &column.title) {
            (Some(_), None) => say!("explain-old-phase"),
            (Some(_), Some(title)) => say!("explain-renamed-phase", name = title.trim()),
            (None, title) => say!("explain-new-phase", name = title.as_deref().unwrap_or_default().trim()),
        };
        let at = At { row: frame.header, column: column.at[0] };
        notes.step(frame.page.place(at).to_string(), meaning);
    }
    for strip in &rows.strips {
        let at = At { row: strip.row, column: frame.labels };
        if !rows.renamed.contains(&strip.row) {
            used.insert(at);
        }
        let meaning = match strip.meaning {
            Meaning::Remark(remark) => say!("explain-of-phases", part = format!("{remark:?}").to_lowercase()),
            Meaning::Lane(index, part) => {
                let found = &rows.lanes[index];
                let what = match part {
                    Part::Main => "row",
                    Part::Scores(_) => "scores",
                    Part::Words => "words",
                };
                match (found.lane, &found.title) {
                    (Some(_), None) => say!("explain-old-lane", part = what, kind = found.kind.name()),
                    (Some(_), Some(title)) => {
                        say!("explain-renamed-lane", part = what, name = title.trim(), kind = found.kind.name())
                    }
                    (None, title) => {
                        let title = title.as_deref().unwrap_or_default().trim();
                        say!("explain-new-lane", part = what, name = title, kind = found.kind.name())
                    }
                }
            }
        };
        notes.step(frame.page.place(at).to_string(), meaning);
    }
}

/// Takes down where phases, lanes and cells stand.
fn places(frame: &Frame, columns: &[Column], rows: &Rows, journey: &Journey, notes: &mut Notes) {
    for (p, column) in columns.iter().enumerate() {
        let header = At { row: frame.header, column: column.at[0] };
        notes.from(format!("/phases/{p}"), frame.page.place(header));
        for l in 0..rows.lanes.len() {
            let mut own = rows.strips.iter().filter(|strip| matches!(strip.meaning, Meaning::Lane(of, _) if of == l));
            if let Some(strip) = own.next() {
                notes.from(journey.pointer_to_cell(p, l), frame.page.place(At { row: strip.row, column: column.at[0] }));
            }
        }
    }
    for (l, lane) in rows.lanes.iter().enumerate() {
        notes.from(format!("/lanes/{l}"), frame.page.place(At { row: lane.row, column: frame.labels }));
    }
}
