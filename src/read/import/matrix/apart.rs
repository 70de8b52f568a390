//! Scores of several persons in one cell: each has a curve of their own.
//!
//! ```text
//! Feelings   Ana: -1    Ana: 2         Feelings – Ana    -1    2
//!            Rui: 0     Rui: 1         Feelings – Rui     0    1
//! ```

use std::collections::BTreeSet;

use super::lanes::{Filled, Lane};
use super::personas::is_person;
use super::scores::{self, Score};
use super::{moods, words};
use crate::journey::{LaneKind, limits};

/// Makes a curve for each person of the lanes about feelings in which there is nothing but names with their scores.
pub fn part(lanes: &mut Vec<Lane>) {
    let mut index = 0;
    while let Some(lane) = lanes.get(index) {
        let curves = curves(lane).filter(|curves| lanes.len() + curves.len() <= limits::LANES + 1);
        let count = curves.as_ref().map_or(1, Vec::len);
        if let Some(curves) = curves {
            lanes.splice(index..=index, curves);
        }
        index += count;
    }
}

/// The curves in a lane, on the scale that holds all of them.
fn curves<'b>(lane: &Lane<'b>) -> Option<Vec<Lane<'b>>> {
    let felt = matches!(lane.kind, Some(LaneKind::Emotion | LaneKind::Feeling))
        || words::of_moods(&lane.title)
        || words::of_ratings(&lane.title);
    let filled = lane.cells.iter().filter(|cell| felt && !scores::is_blank(cell.value));
    let cells: Vec<(&Filled, Vec<(String, Score)>)> =
        filled.map(|cell| Some((cell, persons(&cell.value.text())?))).collect::<Option<_>>()?;
    let mut names: Vec<&String> = Vec::new();
    for (name, _) in cells.iter().flat_map(|(_, said)| said) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let of = |name: &String| cells.iter().filter(|(_, said)| said.iter().any(|(own, _)| own == name)).count();
    let different = |said: &[(String, Score)]| said.iter().map(|(name, _)| name).collect::<BTreeSet<_>>().len() == said.len();
    let shared = cells.iter().filter(|(_, said)| said.len() > 1).count();
    let are_persons = (2..=limits::PERSONAS).contains(&names.len())
        && names.iter().all(|name| of(name) > 1)
        && cells.iter().all(|(_, said)| different(said))
        && shared * 2 > cells.len();
    if !are_persons {
        return None;
    }
    let all = cells.iter().flat_map(|(_, said)| said).map(|(_, score)| score);
    let scale = scores::scale_of_label(&lane.title, &all).unwrap_or_else(|| scores::scale(&all));
    let (what, scaled) = lane.title.split_once('(').unwrap_or((&lane.title, ""));
    let curve = |name: &&String| {
        let title = format!("{} – {name}", what.trim());
        let title = if scaled.is_empty() { title } else { format!("{title} ({scaled}") };
        let own = |(cell, said): &(&Filled<'b>, Vec<(String, Score)>)| {
            let (_, score) = said.iter().find(|(own, _)| own == *name)?;
            Some(Filled { score: Some(score.clone()), until: cell.until, ..Filled::new(cell.spot, cell.value, cell.phase) })
        };
        let cells = cells.iter().filter_map(own).collect();
        let curve = Lane::new(title, Some(LaneKind::Emotion), lane.spot);
        Lane { cells, rows: lane.rows.clone(), levels: lane.levels.clone(), scale: Some(scale), ..curve }
    };
    Some(names.iter().map(curve).collect())
}

/// The persons of a cell with their scores, if it holds nothing else.
fn persons(text: &str) -> Option<Vec<(String, Score)>> {
    let parts = text.split(['\n', ';', '|']).flat_map(|part| part.split(", ")).flat_map(|part| part.split(" / "));
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts.map(person).collect()
}

/// A name with a score behind or before it: `Ana: -1`, `+2 (Rui)`.
fn person(text: &str) -> Option<(String, Score)> {
    let bare = text.replace([':', '=', '(', ')'], " ");
    let words: Vec<&str> = bare.split_whitespace().collect();
    let score = |word: &str| {
        let sign = || scores::of_mood(word, true).filter(|_| !word.chars().any(char::is_alphabetic));
        scores::of_text(word).filter(|score| score.words.is_empty()).or_else(sign)
    };
    let read = |(word, rest): (&&str, &[&str])| {
        let name = rest.join(" ");
        let named = is_person(&name) && moods::of_word(&name.to_lowercase()).is_none();
        score(word).filter(|_| named).map(|score| (name, score))
    };
    words.split_last().and_then(read).or_else(|| words.split_first().and_then(read))
}
