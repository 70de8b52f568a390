//! The bands above the phases.

use std::collections::{BTreeMap, BTreeSet};

use super::columns::Column;
use super::frame::Frame;
use super::kept::Kept;
use super::rows::{Meaning, Remark, Rows};
use super::same;
use crate::forms::labels::{self, BETWEEN_NAMES};
use crate::journey::{Id, Stage, free, limits, slug};
use crate::read::book::At;
use crate::read::import::notes::Notes;

/// The stages, and which phase stands under which.
pub fn stages(
    frame: &Frame,
    kept: &Kept,
    columns: &[Column],
    rows: &Rows,
    notes: &mut Notes,
    used: &mut BTreeSet<At>,
) -> (Vec<Stage>, Vec<Option<usize>>) {
    let journey = &kept.journey;
    let rows: Vec<usize> =
        rows.strips.iter().filter(|strip| strip.meaning == Meaning::Remark(Remark::Stage)).map(|strip| strip.row).collect();
    let seen: Vec<(String, At)> = columns.iter().map(|column| band(frame, kept, &rows, column, used)).collect();
    let was = were(kept, columns, &seen);
    let mut stages: Vec<(Option<usize>, Stage)> = Vec::new();
    for (index, stage) in journey.stages.iter().enumerate() {
        let shown = was.iter().position(|was| *was == Some(index)).map(|column| seen[column].0.as_str());
        if let Some(shown) = shown {
            stages.push((Some(index), renamed(stage, shown)));
        } else if hidden(kept, index) {
            stages.push((Some(index), stage.clone()));
        }
    }
    let mut taken: BTreeSet<String> = journey.stages.iter().map(|stage| stage.id.to_string()).collect();
    let mut new: BTreeMap<String, Id> = BTreeMap::new();
    let mut last: Option<Id> = None;
    for ((text, at), was) in seen.iter().zip(&was) {
        let key = mark(text);
        let known = was.map(|index| journey.stages[index].id.clone());
        if key.is_empty() || known.is_some() || new.contains_key(&key) {
            last = known.or_else(|| new.get(&key).cloned()).or(last);
            continue;
        }
        if stages.len() >= limits::STAGES {
            notes.leave(frame.page.place(*at), text.clone(), "left-too-many-stages");
            continue;
        }
        let title = text.trim().to_owned();
        let id = Id::new(new_id(&title, "stage", &mut taken));
        let behind = last.as_ref().and_then(|last| stages.iter().position(|(_, stage)| stage.id == *last)).map_or(0, |at| at + 1);
        stages.insert(behind, (None, Stage { id: id.clone(), title, ..Stage::default() }));
        new.insert(key, id.clone());
        last = Some(id);
    }
    let place = |((text, _), was): (&(String, At), &Option<usize>)| match was {
        Some(_) => stages.iter().position(|(of, _)| of == was),
        None => new.get(&mark(text)).and_then(|id| stages.iter().position(|(_, stage)| stage.id == *id)),
    };
    let of_phases = seen.iter().zip(&was).map(place).collect();
    (stages.into_iter().map(|(_, stage)| stage).collect(), of_phases)
}

/// Whether no phase had a stage, so that it was not to be seen.
fn hidden(kept: &Kept, index: usize) -> bool {
    kept.journey.phases.iter().all(|phase| phase.stage != Some(index))
}

/// Which stage of the journey as it was written the band of each column is. Of stages with the same names it is the one that the
/// phase had, else that of the column before, else the first that was to be seen. A text that no stage has is a stage renamed, when
/// no phase has that stage's own text any more.
fn were(kept: &Kept, columns: &[Column], seen: &[(String, At)]) -> Vec<Option<usize>> {
    let stages = &kept.journey.stages;
    let bands: Vec<String> = stages.iter().map(|stage| mark(&labels::band(stage))).collect();
    let mut by_band: BTreeMap<&str, usize> = BTreeMap::new();
    for shown in [false, true] {
        for index in (0..stages.len()).rev().filter(|index| hidden(kept, *index) != shown) {
            by_band.insert(&bands[index], index);
        }
    }
    by_band.remove("");
    let had = |column: &Column| column.phase.and_then(|phase| kept.journey.phases[phase].stage);
    let keys: Vec<String> = seen.iter().map(|(text, _)| mark(text)).collect();
    let mut were: Vec<Option<usize>> = Vec::new();
    for (column, key) in columns.iter().zip(&keys) {
        let before = were.last().copied().flatten();
        let like = had(column).into_iter().chain(before).find(|stage| bands[*stage] == *key && !key.is_empty());
        were.push(like.or_else(|| by_band.get(key.as_str()).copied()));
    }
    let mut used: BTreeSet<usize> = were.iter().copied().flatten().collect();
    let mut renamed: BTreeMap<&str, usize> = BTreeMap::new();
    for ((column, key), was) in columns.iter().zip(&keys).zip(&were) {
        let new = was.is_none() && !key.is_empty() && !renamed.contains_key(key.as_str());
        if let Some(stage) = had(column).filter(|stage| new && used.insert(*stage)) {
            renamed.insert(key, stage);
        }
    }
    let all = were.into_iter().zip(&keys).map(|(was, key)| was.or_else(|| renamed.get(key.as_str()).copied()));
    all.collect()
}

/// The band of a column: its text, or that of the cell it is merged with.
fn band(frame: &Frame, kept: &Kept, rows: &[usize], column: &Column, used: &mut BTreeSet<At>) -> (String, At) {
    let mut whole = String::new();
    let mut place = At { row: 0, column: column.at[0] };
    for row in rows {
        let mut at = At { row: *row, column: column.at[0] };
        if frame.page.get(at).is_empty() {
            let over = frame.merged.range(..=at).rev().take_while(|(first, _)| first.row == *row);
            at = over
                .map(|(first, range)| (*first, range.last))
                .find(|(_, last)| last.column >= at.column)
                .map_or(at, |(first, _)| first);
        }
        if frame.page.get(at).is_empty() {
            continue;
        }
        used.insert(at);
        if whole.is_empty() {
            place = at;
        }
        whole.push_str(&frame.page.get(at).text());
    }
    // A band that goes on below keeps its own name, also where white space was lost.
    let known = kept.journey.stages.iter().map(labels::band).find(|band| mark(band) == mark(&whole));
    (known.unwrap_or(whole), place)
}

/// A stage with the names that its band shows.
fn renamed(stage: &Stage, shown: &str) -> Stage {
    if mark(&labels::band(stage)) == mark(shown) {
        return stage.clone();
    }
    let shown = shown.trim();
    let names = stage.subtitle.as_ref().and_then(|_| shown.split_once(BETWEEN_NAMES));
    let (title, subtitle) = names.map_or((shown, None), |(title, subtitle)| (title, Some(subtitle.to_owned())));
    Stage { title: title.to_owned(), subtitle, ..stage.clone() }
}

/// An id that follows from a title and is not taken.
pub fn new_id(title: &str, what: &str, taken: &mut BTreeSet<String>) -> String {
    let slug = slug(title);
    let id = if slug.is_empty() { format!("{what}-{}", taken.len() + 1) } else { slug };
    let id = if taken.contains(&id) { free(&id, taken) } else { id };
    taken.insert(id.clone());
    id
}

/// The text as it is compared; one of nothing but control characters is itself.
fn mark(text: &str) -> String {
    let squeezed = same::squeezed(text);
    if squeezed.is_empty() { text.trim().to_owned() } else { squeezed }
}
