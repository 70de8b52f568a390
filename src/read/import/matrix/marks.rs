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
use super::left::{Spot, Work};
use super::moods;
use super::scores::{self, Score};
use crate::journey::aliases::near_lane;
use crate::journey::{LaneKind, TermLanguage};
use crate::read::book::{Page, Value};
use crate::tongue::say;

/// What people put where it is so, besides a sign that is no letter and no digit.
const MARKS: [&str; 14] = ["x", "✓", "✔", "✔\u{fe0f}", "✅", "☑", "●", "•", "■", "⬤", "✗", "✘", "❌", "*"];
/// More moods are no scale.
const MOST: usize = 11;

/// Whether a cell holds a mark and nothing else.
pub(super) fn is_mark(value: &Value) -> bool {
    match value {
        Value::Text(text) => MARKS.contains(&text.trim().to_lowercase().as_str()),
        Value::Bool(is) => *is,
        Value::Empty | Value::Number { .. } | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

/// The name of a row without the bullet that says that it stands below another: `- online`. It is no sign of how good that is.
fn bare(title: &str) -> &str {
    let title = title.trim();
    let rest = title.strip_prefix(['-', '–', '•', '*', '▪']).map(str::trim_start);
    rest.filter(|rest| rest.starts_with(char::is_alphabetic)).unwrap_or(title)
}

/// What a row of the grid is called: what stands before the mood, `Emotion: happy`, and the mood.
fn parted(title: &str) -> (Option<&str>, &str) {
    let title = bare(title);
    let parts = title.split_once([':', '–', '—']);
    let lane = parts.filter(|(before, _)| matches!(near_lane(before), Some(LaneKind::Emotion | LaneKind::Feeling)));
    lane.map_or((None, title), |(before, mood)| (Some(before.trim()), mood.trim()))
}

/// Whether a text is a mood or a number, as a row of the grid is called.
pub(super) fn is_level(text: &str) -> bool {
    value_of(text).is_some()
}

/// What a name of a row is on the scale: its number, or that of its mood.
fn value_of(title: &str) -> Option<f64> {
    let (_, mood) = parted(title);
    let number = scores::alone(&Value::Text(mood.to_owned())).map(|score| score.value);
    number.or_else(|| moods::of_word(mood)).or_else(|| scores::of_text(mood).map(|score| score.value))
}

/// Makes one lane of scores of rows of moods that hold nothing but marks.
pub fn join<'b>(page: &'b Page, lanes: &mut Vec<Lane<'b>>, language: TermLanguage) {
    let mut start = 0;
    while start < lanes.len() {
        // A row above that only says what they are is their name.
        let is_name = |lane: &Lane| lane.cells.is_empty() && matches!(lane.kind, Some(LaneKind::Emotion | LaneKind::Feeling));
        let rest = lanes.get(start..).unwrap_or_default();
        let is_marked = |lane: &&Lane| !is_name(lane) && lane.cells.iter().all(|cell| is_mark(cell.value));
        let marked = rest.iter().take_while(is_marked).count();
        let of_marks = (2..=marked.min(MOST)).rev().find_map(|rows| Some((rows, scale(rest.get(..rows)?)?)));
        let of_texts = || (3..=rest.len().min(MOST)).rev().find_map(|rows| Some((rows, levels(rest.get(..rows)?)?)));
        let Some((rows, values)) = of_marks.or_else(of_texts) else {
            start += 1;
            continue;
        };
        let mut moods: Vec<Lane> = lanes.drain(start..start + rows).collect();
        let titled = moods.first().and_then(|lane| parted(&lane.title).0).map(str::to_owned);
        let named = start.checked_sub(1).filter(|above| lanes.get(*above).is_some_and(is_name));
        let named = named.map(|above| lanes.remove(above));
        start -= usize::from(named.is_some());
        let spot = named.as_ref().or(moods.first()).map(|lane| lane.spot);
        let title = named.map(|lane| lane.title).or(titled);
        let title = title.unwrap_or_else(|| LaneKind::Emotion.term().text(language).to_owned());
        let Some(spot) = spot else { return };
        let lane = made(page, (title, spot), &mut moods, values);
        lanes.insert(start, lane);
        start += 1;
    }
}

/// The lane of scores that rows of moods are, with that name.
pub(super) fn made<'b>(page: &'b Page, (title, spot): (String, Spot), moods: &mut [Lane<'b>], values: Vec<f64>) -> Lane<'b> {
    let told = moods.iter().any(|lane| lane.cells.iter().any(|cell| !is_mark(cell.value)));
    let whose = moods.first().and_then(|lane| lane.whose.clone());
    let (mut all, mut cells, mut levels) = (Vec::new(), Vec::new(), Vec::new());
    for (lane, value) in moods.iter_mut().zip(values) {
        let words = words(&lane.title);
        // What no item says is said of the scale.
        if (told || lane.cells.is_empty()) && !words.is_empty() {
            levels.push((value, words.clone()));
        }
        all.append(&mut lane.rows);
        let label = page.get(lane.spot.at);
        cells.extend(lane.cells.drain(..).map(|cell| {
            let words = if is_mark(cell.value) { words.clone() } else { cell.value.text().trim().to_owned() };
            Filled { value: label, score: Some(Score { value, top: None, words }), ..cell }
        }));
    }
    cells.sort_by_key(|cell| cell.phase);
    let lane = Lane::new(title, Some(LaneKind::Emotion), spot);
    Lane { rows: all, cells, levels, whose, ..lane }
}

/// The scores of rows that are called by moods, and hold marks or texts.
pub(super) fn values(rows: &[Lane]) -> Option<Vec<f64>> {
    let marked = rows.iter().flat_map(|lane| &lane.cells).all(|cell| is_mark(cell.value));
    if marked { scale(rows) } else { levels(rows).filter(|_| rows.len() > 2) }
}

/// What a row says besides its number: a word or a face.
fn words(title: &str) -> String {
    let (_, mood) = parted(title);
    let bare = scores::alone(&Value::Text(mood.to_owned())).is_some() || scores::signs(mood).is_some();
    if bare { String::new() } else { mood.to_owned() }
}

/// The scores of rows that are called by moods, one after the other, and hold texts in place of marks: one a phase at most, of several of them.
fn levels(rows: &[Lane]) -> Option<Vec<f64>> {
    let known: Option<Vec<f64>> = rows.iter().map(|row| moods::of_word(parted(&row.title).1)).collect();
    let known = known?;
    let falls = known.windows(2).all(|pair| pair[0] > pair[1]);
    let rises = known.windows(2).all(|pair| pair[0] < pair[1]);
    let cells = || rows.iter().flat_map(|row| &row.cells);
    let phases: BTreeSet<usize> = cells().map(|cell| cell.phase).collect();
    let single = cells().all(|cell| cell.until.is_none() && cell.more.is_empty() && matches!(cell.value, Value::Text(_)));
    let judged = rows.iter().all(|row| scores::alone(&Value::Text(row.title.clone())).is_none());
    ((falls || rises) && single && judged && phases.len() > 1 && phases.len() == cells().count()).then_some(known)
}

/// Makes one lane of rows of channels that hold nothing but marks, `Channel: shop`, or whose names stand below one that says that they are channels:
/// each mark names its channel.
pub fn channels(lanes: &mut Vec<Lane<'_>>, work: &mut Work) {
    let is_of = |title: &str| matches!(near_lane(title), Some(LaneKind::Channel | LaneKind::Touchpoint));
    let marked = |lane: &Lane| !lane.cells.is_empty() && lane.cells.iter().all(|cell| is_mark(cell.value));
    let mut start = 0;
    while start < lanes.len() {
        let rest = lanes.get(start..).unwrap_or_default();
        let Some(first) = rest.first() else { return };
        let named = |lane: &Lane| behind(&lane.title).map(|(before, name)| (before.to_owned(), name.to_owned()));
        let (title, count) = match named(first).filter(|(before, _)| is_of(before) && marked(first)) {
            Some((before, _)) => {
                let same = |lane: &&Lane| marked(lane) && named(lane).is_some_and(|(own, _)| own == before);
                {
                    let count = rest.iter().take_while(same).count();
                    (before, count)
                }
            }
            None if first.cells.is_empty() && is_of(&first.title) => {
                let unknown = |lane: &&Lane| {
                    marked(lane) && lane.kind.is_none_or(|kind| matches!(kind, LaneKind::Channel | LaneKind::Device))
                };
                (first.title.clone(), 1 + rest.iter().skip(1).take_while(unknown).count())
            }
            None => (String::new(), 0),
        };
        if count < 2 {
            start += 1;
            continue;
        }
        let rows: Vec<Lane> = lanes.drain(start..start + count).collect();
        let Some(kind) = near_lane(&title) else { return };
        let Some(spot) = rows.first().map(|lane| lane.spot) else { return };
        let mut lane = Lane::new(title, Some(kind), spot);
        for row in rows {
            let name = named(&row).map_or_else(|| bare(&row.title).to_owned(), |(_, name)| name);
            lane.rows.extend(row.rows);
            lane.cells.extend(row.cells.into_iter().map(|cell| Filled { said: Some(name.clone()), ..cell }));
        }
        work.step(spot, say!("explain-ticks", name = &lane.title));
        lane.cells.sort_by_key(|cell| cell.phase);
        lanes.insert(start, lane);
        start += 1;
    }
}

/// What stands before a colon or dash in the name of a row, and behind it.
fn behind(title: &str) -> Option<(&str, &str)> {
    let parts = [": ", " – ", " — ", " - "].into_iter().find_map(|sign| title.split_once(sign));
    parts.map(|(before, name)| (before.trim(), name.trim())).filter(|(_, name)| !name.is_empty())
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
            ("Zufriedenheit||\n- hoch||x\n- mittel|x|\n- niedrig||", "Zufriedenheit=emotion: 0mittel | 1hoch"),
        ] {
            let read =
                journey(&format!("Fase|Zoeken|Betalen\nActies|Belt de balie|Pint aan de kassa\n{moods}\nKansen|Een lijst|Bon"));
            let lanes = short(&read);
            assert!(lanes.lines().any(|own| own == lane) && read.lanes.len() == 3, "{moods}\n{lanes}");
        }
    }

    #[test]
    fn a_bullet_before_the_name_of_a_row_is_no_sign() {
        let read = short(&journey(
            "Phase|Suchen|Kaufen|Nutzen\nHandlung|sieht ein Plakat|klickt|lädt auf\nKanal|||\n- online|x|x|\n- offline|||x\n\
             Zufriedenheit|||\n- hoch||x|\n- mittel|x||x\n- niedrig|||",
        ));
        assert!(read.contains("Kanal=channel: online | online | offline"), "{read}");
        assert!(read.ends_with("Zufriedenheit=emotion: 0mittel | 1hoch | 0mittel"), "{read}");
    }

    #[test]
    fn marks_in_other_rows_stay() {
        for rows in ["Jippie|x|\nNeutraal||\nPfft||x", "Website|x|\nWinkel||x", "Blij|x|x\nBoos|x|", "Blij|met|\nBoos||x"] {
            let read = journey(&format!("Fase|Zoeken|Betalen\nActies|Belt de balie|Pint aan de kassa\n{rows}"));
            assert!(!short(&read).contains("=emotion"), "{rows}\n{}", short(&read));
        }
    }
}
