//! Moods as a grid: a row a mood, with a mark in the column of each phase where people are in it. The rows are one lane of scores.
//!
//! ```text
//!            Searching  Buying  Using
//! 🙂                            x
//! 😐         x
//! 🙁                    x               0, −1, 1
//! ```

use std::collections::BTreeSet;

use super::lanes::{Filled, Lane};
use super::left::Work;
use super::moods;
use super::scores::{self, Score};
use crate::journey::aliases::near_lane;
use crate::journey::{LaneKind, TermLanguage};
use crate::read::book::{Page, Value};

/// What people put where it is so, besides a sign that is no letter and no digit.
const MARKS: [&str; 14] = ["x", "✓", "✔", "✔\u{fe0f}", "✅", "☑", "●", "•", "■", "⬤", "✗", "✘", "❌", "*"];
/// More moods are no scale.
const MOST: usize = 11;

/// Whether a cell holds a mark and nothing else.
fn is_mark(value: &Value) -> bool {
    match value {
        Value::Text(text) => MARKS.contains(&text.trim().to_lowercase().as_str()),
        Value::Bool(is) => *is,
        Value::Empty | Value::Number { .. } | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

/// What a row of the grid is called: what stands before the mood, `Emotion: happy`, and the mood.
fn parted(title: &str) -> (Option<&str>, &str) {
    let parts = title.split_once([':', '–', '—']);
    let lane = parts.filter(|(before, _)| matches!(near_lane(before), Some(LaneKind::Emotion | LaneKind::Feeling)));
    lane.map_or((None, title), |(before, mood)| (Some(before.trim()), mood.trim()))
}

/// What a name of a row is on the scale: its number, or that of its mood.
fn value_of(title: &str) -> Option<f64> {
    let (_, mood) = parted(title);
    let number = scores::alone(&Value::Text(mood.to_owned())).map(|score| score.value);
    number.or_else(|| moods::of_word(mood)).or_else(|| scores::of_text(mood).map(|score| score.value))
}

/// Makes one lane of scores of rows of moods that hold nothing but marks.
pub fn join<'b>(page: &'b Page, lanes: &mut Vec<Lane<'b>>, language: TermLanguage, work: &mut Work) {
    let mut start = 0;
    while start < lanes.len() {
        let rest = lanes.get(start..).unwrap_or_default();
        let marked = rest.iter().take_while(|lane| lane.cells.iter().all(|cell| is_mark(cell.value))).count();
        let Some((rows, values)) = (2..=marked.min(MOST)).rev().find_map(|rows| Some((rows, scale(rest.get(..rows)?)?))) else {
            start += 1;
            continue;
        };
        let mut moods: Vec<Lane> = lanes.drain(start..start + rows).collect();
        let titled = moods.first().and_then(|lane| parted(&lane.title).0).map(str::to_owned);
        // A row above that only says what they are is their name.
        let is_name = |lane: &Lane| lane.cells.is_empty() && matches!(lane.kind, Some(LaneKind::Emotion | LaneKind::Feeling));
        let named = start.checked_sub(1).filter(|above| lanes.get(*above).is_some_and(is_name));
        let named = named.map(|above| lanes.remove(above));
        start -= usize::from(named.is_some());
        let spot = named.as_ref().or(moods.first()).map(|lane| lane.spot);
        let title = named.map(|lane| lane.title).or(titled);
        let title = title.unwrap_or_else(|| LaneKind::Emotion.term().text(language).to_owned());
        let Some(spot) = spot else { return };
        let mut cells = Vec::new();
        let mut all = Vec::new();
        for (lane, value) in moods.iter_mut().zip(values) {
            let words = words(&lane.title);
            if lane.cells.is_empty() && !words.is_empty() {
                work.leave_text(lane.spot, lane.title.clone(), "left-beside");
            }
            all.append(&mut lane.rows);
            let score = Score { value, top: None, words };
            let label = page.get(lane.spot.at);
            cells.extend(lane.cells.drain(..).map(|cell| Filled { value: label, score: Some(score.clone()), ..cell }));
        }
        cells.sort_by_key(|cell| cell.phase);
        lanes.insert(start, Lane { title, kind: Some(LaneKind::Emotion), spot, rows: all, cells, reasons: Vec::new() });
        start += 1;
    }
}

/// What a row says besides its number: a word or a face.
fn words(title: &str) -> String {
    let (_, mood) = parted(title);
    let bare = scores::alone(&Value::Text(mood.to_owned())).is_some() || scores::signs(mood).is_some();
    if bare { String::new() } else { mood.to_owned() }
}

/// The scores of rows that are those of a grid of moods: each phase has one mark at most. Where not all names are known, they go from the best to
/// the worst or the other way, as those that are known do.
fn scale(rows: &[Lane]) -> Option<Vec<f64>> {
    let phases: Vec<usize> = rows.iter().flat_map(|row| &row.cells).map(|cell| cell.phase).collect();
    let marked: BTreeSet<usize> = phases.iter().copied().collect();
    let single = rows.iter().flat_map(|row| &row.cells).all(|cell| cell.until.is_none() && cell.more.is_empty());
    if !single || phases.len() < 2 || marked.len() < phases.len() {
        return None;
    }
    let known: Vec<Option<f64>> = rows.iter().map(|row| value_of(&row.title)).collect();
    if let Some(values) = known.iter().copied().collect::<Option<Vec<f64>>>() {
        let falls = values.windows(2).all(|pair| pair[0] > pair[1]);
        let rises = values.windows(2).all(|pair| pair[0] < pair[1]);
        if falls || rises {
            return Some(values);
        }
    }
    let told = || known.iter().filter(|value| value.is_some()).count();
    let strange = rows.iter().zip(&known).any(|(row, value)| value.is_none() && row.kind.is_some());
    let judged = known.iter().flatten().any(|value| *value != 0.0);
    if strange || !judged || told() * 3 < rows.len() || rows.len() < 3 {
        return None;
    }
    let middle = rows.len() as f64 / 2.0;
    let below = |at: usize| {
        let from_middle = (at as f64 + 0.5) - middle;
        // Of an even number of rows none is in the middle.
        if rows.len().is_multiple_of(2) { from_middle.abs().ceil() * from_middle.signum() } else { from_middle.round() }
    };
    let sign = |value: f64| if value == 0.0 { 0.0 } else { value.signum() };
    let agrees = |values: &Vec<f64>| {
        let mut both = values.iter().zip(&known).filter_map(|(value, known)| Some((value, (*known)?)));
        both.all(|(value, known)| sign(*value).total_cmp(&sign(known)).is_eq())
    };
    let ways = [-1.0, 1.0].map(|way| (0..rows.len()).map(|at| way * below(at) + 0.0).collect::<Vec<f64>>());
    ways.into_iter().find(agrees)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{journey, short};

    #[test]
    fn marks_in_rows_of_moods_are_scores() {
        for (moods, lane) in [
            ("Jippie|x|\nNeutraal||\nBoos||x", "Beleving=emotion: 1Jippie | -1Boos"),
            ("Boos|x|\nNeutraal||\nJippie||x", "Beleving=emotion: -1Boos | 1Jippie"),
            ("😃||✓\n😐|✓|\n😞||", "Beleving=emotion: 0😐 | 2😃"),
            ("Tevreden|•|\nOntevreden||•", "Beleving=emotion: 1Tevreden | -1Ontevreden"),
            ("++|X|\n+||X\n−||", "Beleving=emotion: 2 | 1"),
            ("1|x|\n2||\n3||x", "Beleving=emotion: 1 | 3"),
            ("Gevoel: boos|x|\nGevoel: blij||x", "Gevoel=emotion: -2boos | 1blij"),
            ("Stemming||\n🙂|x|\n🙁||x", "Stemming=emotion: 1🙂 | -1🙁"),
        ] {
            let read =
                journey(&format!("Fase|Zoeken|Betalen\nActies|Belt de balie|Pint aan de kassa\n{moods}\nKansen|Een lijst|Bon"));
            let lanes = short(&read);
            assert!(lanes.lines().any(|own| own == lane) && read.lanes.len() == 3, "{moods}\n{lanes}");
        }
    }

    #[test]
    fn marks_in_other_rows_stay() {
        for rows in ["Jippie|x|\nNeutraal||\nPfft||x", "Website|x|\nWinkel||x", "Blij|x|x\nBoos|x|", "Blij|met|\nBoos||x"] {
            let read = journey(&format!("Fase|Zoeken|Betalen\nActies|Belt de balie|Pint aan de kassa\n{rows}"));
            assert!(!short(&read).contains("=emotion"), "{rows}\n{}", short(&read));
        }
    }
}
