//! Scores in cells, and the items of an emotion lane from their words and their scores.

use super::lines::Home;
use super::same;
use crate::forms::line;
use crate::journey::{Item, Scale};
use crate::read::book::Value;
use crate::read::import::matrix::{items, scores, stars};

/// What a cell in a row of scores says.
#[derive(Debug, Clone, PartialEq)]
pub enum Scored {
    Nothing,
    Score(f64),
    /// A score and words for it.
    Both(f64, String),
    Words(String),
    /// What is no score, or none on the scale.
    Off,
}

/// Whether the signs in a row of scores are scores, among which a hyphen alone is one: where others are `+` or `--`, or where there is nothing
/// but hyphens.
pub fn are_signed<'v>(values: impl Iterator<Item = &'v Value>) -> bool {
    let filled: Vec<&Value> = values.filter(|value| !value.is_empty()).collect();
    let texts = || filled.iter().filter_map(|value| if let Value::Text(text) = value { Some(text.as_str()) } else { None });
    let clear = texts().any(|text| !items::is_nothing(text) && scores::signs(text).is_some());
    clear || filled.len() > 1 && texts().filter(|text| scores::signs(text).is_some()).count() == filled.len()
}

/// What a text without a number says, as in the tables of others: signs, faces, stars, words for moods, `Curious (3/5)`. Moods have five steps,
/// and so must the scale.
fn mood(text: &str, scale: &Scale, signed: bool) -> Option<Scored> {
    const STEPS: f64 = 4.0;
    let told = |score: f64, words: String| if words.is_empty() { Scored::Score(score) } else { Scored::Both(score, words) };
    if let Some(score) = stars::stars(text).or_else(|| scores::of_text(text).filter(|score| score.top.is_some())) {
        let top = score.top?;
        let own = same::score(top, scale.max) && scale.min >= 0.0;
        let five = same::score(scale.max - scale.min, STEPS) && same::score(top, STEPS + 1.0) && score.value >= 1.0;
        let value = if own { score.value } else { scale.min + score.value - 1.0 };
        return (own || five).then(|| told(value, score.words));
    }
    let mood = scores::of_mood(text, signed).filter(|_| same::score(scale.max - scale.min, STEPS))?;
    Some(told(scale.min + 2.0 + mood.value, mood.words))
}

/// What a value in a row of scores says. `signed` tells whether a hyphen alone is a score.
pub fn scored(value: &Value, scale: &Scale, signed: bool) -> Scored {
    let on = |score: f64| (scale.min..=scale.max).contains(&score);
    let score = |score: f64| if on(score) { Scored::Score(score + 0.0) } else { Scored::Off };
    match value {
        Value::Empty => Scored::Nothing,
        Value::Number { number, percent: false } => score(*number),
        Value::Number { percent: true, .. } => value.text().strip_suffix('%').and_then(line::unscored).map_or(Scored::Off, score),
        Value::Text(text) => match fraction(text, scale).map(|score| (score, "")).or_else(|| line::scored_words(text)) {
            Some((number, "")) => score(number),
            Some((number, words)) if on(number) => Scored::Both(number + 0.0, words.to_owned()),
            // “24 uur wachten” is not a score.
            Some(_) | None => mood(text, scale, signed).unwrap_or_else(|| Scored::Words(text.clone())),
        },
        Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => Scored::Off,
    }
}

/// “7/10” on a scale up to 10.
fn fraction(text: &str, scale: &Scale) -> Option<f64> {
    let (score, of) = text.split_once('/')?;
    line::unscored(of).filter(|of| same::score(*of, scale.max)).and_then(|_| line::unscored(score))
}

/// The items of a cell: those that the words are, with the scores. `kept` is what stood in the cell before; `moved` tells whether an
/// item of it stands elsewhere now.
pub fn join(
    pieces: Vec<(Item, Option<(Home, usize)>)>,
    scores: &[Option<f64>],
    kept: Option<(Home, &[Item])>,
    moved: impl Fn(Home, usize) -> bool,
) -> Vec<Item> {
    let (home, before) = kept.map_or((None, &[][..]), |(home, items)| (Some(home), items));
    let old = |at: &Option<(Home, usize)>| at.filter(|(of, _)| Some(*of) == home).map(|(_, index)| index);
    let here = |(item, at): (Item, Option<(Home, usize)>)| match (at, old(&at)) {
        // What came from another cell gets the score that stands here.
        (Some(_), None) => (None, Item { score: None, ..item }),
        (_, of) => (of, item),
    };
    let mut items: Vec<(Option<usize>, Item)> = pieces.into_iter().map(here).collect();
    let mut free = Vec::new();
    let mut scored = before.iter().enumerate().filter(|(_, item)| item.score.is_some());
    for score in scores {
        let was = scored.next();
        match (was, score) {
            (None, Some(score)) => free.push(*score),
            (None, None) => {}
            (Some((index, was)), now) => {
                let place = items.iter().position(|(of, _)| *of == Some(index));
                let same = now.zip(was.score).is_some_and(|(now, was)| same::score(now, was));
                match (place, now) {
                    // A list tells the scores again: one that was changed there counts, unless the other was changed too.
                    (Some(place), _) if same && items[place].1.score.is_some() && items[place].1.score != was.score => {}
                    (Some(place), _) => items[place].1.score = if same { was.score } else { *now },
                    (None, Some(now)) if home.is_some_and(|home| moved(home, index)) => free.push(*now),
                    (None, Some(now)) => {
                        let bare = Item {
                            id: was.id.clone(),
                            x: was.x.clone(),
                            language: was.language.clone(),
                            score: Some(if same { was.score.unwrap_or(*now) } else { *now }),
                            ..Item::default()
                        };
                        let behind = items.iter().rposition(|(of, _)| of.is_some_and(|of| of < index)).map_or(0, |at| at + 1);
                        items.insert(behind, (Some(index), bare));
                    }
                    (None, None) => {}
                }
            }
        }
    }
    // A score whose row is gone.
    for (index, _) in scored {
        items.iter_mut().filter(|(of, _)| *of == Some(index)).for_each(|(_, item)| item.score = None);
    }
    let mut free = free.into_iter();
    for (_, item) in items.iter_mut().filter(|(of, item)| item.score.is_none() && of.is_none_or(|of| before[of].score.is_none()))
    {
        match free.next() {
            Some(score) => item.score = Some(score),
            None => break,
        }
    }
    let rest = free.map(|score| (None, Item { score: Some(score), ..Item::default() }));
    let items = items.into_iter().chain(rest).map(|(_, item)| item);
    items.filter(|item| item.text.is_some() || item.score.is_some() || item.picture.is_some()).collect()
}
