//! Scores as people write them, and the scale that holds them.

use super::items::is_nothing;
use crate::journey::limits;
use crate::read::book::Value;

/// A score, and the words behind it.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// The number.
    pub value: f64,
    /// Out of how many, where that is written: 10 in `7/10`.
    pub top: Option<f64>,
    /// What is said besides; may be empty.
    pub words: String,
}

/// The scales that people use, the likeliest first.
const SCALES: [(f64, f64); 9] =
    [(-2.0, 2.0), (1.0, 5.0), (0.0, 5.0), (1.0, 10.0), (0.0, 10.0), (-3.0, 3.0), (-5.0, 5.0), (-10.0, 10.0), (0.0, 100.0)];

/// Words and faces for moods, on a scale from −2 to 2.
const MOODS: [(f64, &str, &str); 5] = [
    (-2.0, "very-negative zeer-negatief meget-negativ", "😡 😠 😢 😭 😞 😩 😫 🤬 😱 😵 💔 :(("),
    (-1.0, "negative negatief negativ", "🙁 ☹ ☹\u{fe0f} 😕 😟 😒 😔 😤 😬 😰 😨 😧 😦 😥 😓 😖 😣 🙄 😴 🥱 👎 :( :-("),
    (0.0, "neutral neutraal neutral neutralt", "😐 😑 😶 🤔 😮 😯 :| :-|"),
    (1.0, "positive positief positiv", "🙂 😊 ☺ ☺\u{fe0f} 😌 🤗 👍 :) :-)"),
    (2.0, "very-positive zeer-positief meget-positiv", "😀 😃 😄 😁 😆 😍 🤩 🥰 🥳 😎 ❤ ❤\u{fe0f} :d :-d :))"),
];

/// What stands between a score and the highest one there is.
const OUT_OF: [&str; 6] = ["/", "van de", "van", "out of", "of", "ud af"];

/// The score of a cell that holds a number.
pub fn of_number(value: &Value) -> Option<Score> {
    match value {
        Value::Number { number, percent: false } if number.is_finite() => {
            Some(Score { value: *number + 0.0, top: None, words: String::new() })
        }
        Value::Number { .. }
        | Value::Empty
        | Value::Text(_)
        | Value::Bool(_)
        | Value::Day { .. }
        | Value::Time(_)
        | Value::Unknown(_) => None,
    }
}

/// The score of a text that is a mood and no number: a sign once or twice, a word such as `Neutraal`, or a face, which stays beside its
/// score. A hyphen alone is one only where others are `signed`, since it also says that there is nothing.
pub fn of_mood(text: &str, signed: bool) -> Option<Score> {
    let text = text.trim();
    let score = |value: f64, words: &str| Score { value, top: None, words: words.to_owned() };
    if let Some(value) = signs(text).filter(|_| signed || !is_nothing(text)) {
        return Some(score(value, ""));
    }
    let spelled = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let is_mood = |known: &str| known.split(' ').any(|mood| mood == spelled);
    let mood = MOODS.iter().find(|(_, words, faces)| is_mood(words) || is_mood(faces)).map(|(value, ..)| *value);
    mood.or_else(|| face(text)).map(|value| score(value, text))
}

/// What the one face says that stands before or behind a few words: `😟 Anxious`.
pub fn face(text: &str) -> Option<f64> {
    const MOST_WORDS: usize = 4;
    let is_face =
        |word: &str| MOODS.iter().find(|(.., faces)| faces.split(' ').any(|face| face == word)).map(|(value, ..)| *value);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut faces = words.iter().filter_map(|word| is_face(&word.to_lowercase()));
    let (face, more) = (faces.next()?, faces.next());
    let outside = |word: Option<&&str>| word.is_some_and(|word| is_face(&word.to_lowercase()).is_some());
    (more.is_none() && words.len() <= MOST_WORDS + 1 && (outside(words.first()) || outside(words.last()))).then_some(face)
}

/// What a row of stars says: `★★★☆☆` is three of five, `★★★` three.
pub fn stars(text: &str) -> Option<Score> {
    let text: Vec<char> = text.chars().filter(|c| !c.is_whitespace() && *c != '\u{fe0f}').collect();
    let full = text.iter().filter(|c| matches!(c, '★' | '⭐')).count();
    let stars = text.iter().all(|c| matches!(c, '★' | '⭐' | '☆')) && (2..=10).contains(&text.len());
    let top =
        (full < text.len()).then_some(text.len() as f64).filter(|top| SCALES.iter().any(|(_, max)| max.total_cmp(top).is_eq()));
    stars.then(|| Score { value: full as f64, top, words: String::new() })
}

/// The score of a share, `70%`, out of a hundred: of a cell that holds nothing else, in a lane that speaks of moods.
pub fn of_share(value: &Value) -> Option<Score> {
    let share = match value {
        // Seven tenths are seventy, without what binary fractions add.
        Value::Number { number, percent: true } => (number * 1e10).round() / 1e8,
        Value::Text(text) => number(text.trim()).filter(|(_, rest)| matches!(rest.trim(), "%" | "٪" | "％"))?.0,
        Value::Number { .. } | Value::Empty | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => {
            return None;
        }
    };
    (0.0..=100.0).contains(&share).then(|| Score { value: share + 0.0, top: Some(100.0), words: String::new() })
}

/// What signs alone say: one or two of the same, or both.
pub fn signs(text: &str) -> Option<f64> {
    match text.trim() {
        "++" => Some(2.0),
        "+" => Some(1.0),
        "+/-" | "+/−" | "+/–" | "+-" | "-/+" | "±" => Some(0.0),
        "-" | "−" | "–" => Some(-1.0),
        "--" | "−−" | "––" => Some(-2.0),
        _ => None,
    }
}

/// The score at the start of a text: `+1`, `−2`, `7/10`, `4 van 5`, `6,5`, each with words behind it or none; or one out of a number in
/// parentheses at its end: `Curious (3/5)`.
pub fn of_text(text: &str) -> Option<Score> {
    at_start(text).or_else(|| at_end(text))
}

fn at_end(text: &str) -> Option<Score> {
    let (words, score) = text.trim().strip_suffix(')')?.rsplit_once('(')?;
    let score = at_start(score).filter(|score| score.top.is_some() && score.words.is_empty())?;
    Some(Score { words: words.trim().to_owned(), ..score })
}

fn at_start(text: &str) -> Option<Score> {
    let text = text.trim();
    let (value, rest) = number(text)?;
    let (top, rest) = match out_of(rest) {
        Some((top, rest)) if value <= top => (Some(top), rest),
        Some(_) | None => (None, rest),
    };
    let mut after = rest.chars();
    let apart = match after.next() {
        None => true,
        Some(':' | '=' | '(' | ',') => after.next().is_none_or(|next| !next.is_ascii_digit()),
        Some('-' | '–' | '—') => after.next().is_none_or(char::is_whitespace),
        Some(next) => next.is_whitespace(),
    };
    let words = rest.trim_start_matches([' ', '\u{a0}', '\t', ':', '=', '-', '–', '—', ',']).trim();
    let bare = words.strip_prefix('(').and_then(|words| words.strip_suffix(')')).filter(|words| !words.contains(['(', ')']));
    apart.then(|| Score { value, top, words: bare.unwrap_or(words).trim().to_owned() })
}

/// Whether a line begins with a score, so that its sign is no bullet.
pub fn begins(line: &str) -> bool {
    of_text(line).is_some()
}

/// The score of a cell that holds nothing else.
pub fn alone(value: &Value) -> Option<Score> {
    match value {
        Value::Text(text) => of_text(text).filter(|score| score.words.is_empty()),
        Value::Number { .. } | Value::Empty | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => {
            of_number(value)
        }
    }
}

/// Whether a cell is empty in the eyes of its writer.
pub fn is_blank(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Text(text) => is_nothing(text),
        Value::Number { .. } | Value::Bool(_) | Value::Day { .. } | Value::Time(_) | Value::Unknown(_) => false,
    }
}

/// The first scale that holds all scores, or of none does, the one that holds the most. Scores out of a number lie on a scale up to it.
pub fn scale<'a>(scores: &(impl Iterator<Item = &'a Score> + Clone)) -> (f64, f64) {
    let top = scores.clone().find_map(|score| score.top);
    // What is out of ten is a mark, which may be nothing at all.
    let ends_right = |(min, max): &(f64, f64)| top.is_none_or(|top| top.total_cmp(max).is_eq() && (top < 10.0 || *min == 0.0));
    // One score that is far off makes no scale of hundreds.
    let (large, all) = (scores.clone().filter(|score| score.value.abs() > 10.0).count(), scores.clone().count());
    let common = |(_, max): &(f64, f64)| *max <= 10.0 || large * 2 >= all;
    let held = |(min, max): (f64, f64)| scores.clone().filter(|score| (min..=max).contains(&score.value)).count();
    let best = SCALES.into_iter().filter(ends_right).filter(common).map(|scale| (held(scale), scale));
    best.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(SCALES[0], |(_, scale)| scale)
}

/// Whether some scale holds all scores.
pub fn on_a_scale<'a>(scores: &(impl Iterator<Item = &'a Score> + Clone)) -> bool {
    let (min, max) = scale(scores);
    scores.clone().all(|score| (min..=max).contains(&score.value))
}

/// The number at the start of a text, with any sign and either decimal mark, and what stands behind it.
fn number(text: &str) -> Option<(f64, &str)> {
    let (negative, digits) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let whole = count(digits);
    let part = digits.get(whole..).and_then(|rest| rest.strip_prefix(['.', ','])).map_or(0, count);
    let length = if part > 0 { whole + 1 + part } else { whole };
    let (number, rest) = digits.split_at_checked(length).filter(|_| whole > 0)?;
    let value: f64 = number.replace(',', ".").parse().ok()?;
    (value <= limits::NUMBER).then_some((if negative { 0.0 - value } else { value }, rest))
}

/// Out of how many, and what stands behind it.
fn out_of(text: &str) -> Option<(f64, &str)> {
    let text = text.trim_start();
    let rest = OUT_OF.iter().find_map(|word| text.strip_prefix(word))?;
    let (top, rest) = number(rest.trim_start())?;
    let known = SCALES.iter().any(|(_, max)| max.total_cmp(&top).is_eq());
    known.then_some((top, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_are_read_as_people_write_them() {
        for (text, value, top, words) in [
            ("+1", 1.0, None, ""),
            ("−2", -2.0, None, ""),
            ("7/10", 7.0, Some(10.0), ""),
            ("4 van 5", 4.0, Some(5.0), ""),
            ("3 out of 5 (meh)", 3.0, Some(5.0), "meh"),
            ("6,5", 6.5, None, ""),
            ("+1 nieuwsgierig", 1.0, None, "nieuwsgierig"),
            ("7 – blij", 7.0, None, "blij"),
            ("-1: baalt", -1.0, None, "baalt"),
            ("-1 – twijfelt", -1.0, None, "twijfelt"),
            ("0", 0.0, None, ""),
            ("1, blij", 1.0, None, "blij"),
            ("Curious (3/5)", 3.0, Some(5.0), "Curious"),
            ("Interested (3.5/5)", 3.5, Some(5.0), "Interested"),
        ] {
            assert_eq!(of_text(text), Some(Score { value, top, words: words.into() }), "{text}");
        }
        for text in
            ["", "blij", "blij (thuis)", "blij (2 uur)", "50%", "1. blij", "1) blij", "7/11/2026", "1-2 dagen", "- 1", "3x", "5×"]
        {
            assert_eq!(of_text(text), None, "{text}");
        }
    }

    #[test]
    fn the_first_scale_that_holds_all_scores_is_theirs() {
        for (texts, expected) in [
            (&["-1", "2"][..], (-2.0, 2.0)),
            (&["3", "5", "1"], (1.0, 5.0)),
            (&["0", "5"], (0.0, 5.0)),
            (&["6,5", "4"], (1.0, 10.0)),
            (&["3/10", "9/10"], (0.0, 10.0)),
            (&["4 van 5"], (1.0, 5.0)),
            (&["-3", "1"], (-3.0, 3.0)),
            (&["-4", "5"], (-5.0, 5.0)),
            (&["70", "5"], (0.0, 100.0)),
            (&["250", "1", "2"], (-2.0, 2.0)),
            (&["4", "5", "12", "3"], (1.0, 5.0)),
        ] {
            let scores: Vec<_> = texts.iter().filter_map(|text| of_text(text)).collect();
            assert_eq!(scale(&scores.iter()), expected, "{texts:?}");
            assert_eq!(on_a_scale(&scores.iter()), !texts.iter().any(|text| ["250", "12"].contains(text)), "{texts:?}");
        }
    }

    #[test]
    fn moods_are_scores_and_what_is_written_stays() {
        for (text, value, words) in [
            ("+", 1.0, ""),
            ("--", -2.0, ""),
            ("+/-", 0.0, ""),
            ("😡", -2.0, "😡"),
            ("Neutraal", 0.0, "Neutraal"),
            ("Very positive", 2.0, "Very positive"),
            (":-)", 1.0, ":-)"),
            ("😟 Anxious", -1.0, "😟 Anxious"),
            ("Blij 😀", 2.0, "Blij 😀"),
        ] {
            assert_eq!(of_mood(text, false), Some(Score { value, top: None, words: words.into() }), "{text}");
        }
        assert_eq!((of_mood("-", false), of_mood("-", true).map(|score| score.value)), (None, Some(-1.0)));
        assert_eq!((of_mood("blij", true), of_mood("", true), of_mood("🙂 en 😡", true)), (None, None, None));
        for text in ["😀 dit is veel meer dan een gevoel", "Denkt 😀 dat het lukt"] {
            assert_eq!(of_mood(text, true), None, "{text}");
        }
    }

    #[test]
    fn stars_and_shares_are_scores() {
        for (text, value, top) in
            [("★★★☆☆", 3.0, Some(5.0)), ("⭐⭐", 2.0, None), ("☆☆☆☆☆", 0.0, Some(5.0)), ("★ ★ ☆", 2.0, Some(3.0))]
        {
            assert_eq!(stars(text), Some(Score { value, top, words: String::new() }), "{text}");
        }
        assert_eq!((stars("★"), stars("★ Reclame"), stars("")), (None, None, None));
        let share = |value: &Value| of_share(value).map(|score| (score.value, score.top));
        for value in [Value::Text("70%".into()), Value::Text("70 %".into()), Value::Number { number: 0.7, percent: true }] {
            assert_eq!(share(&value), Some((70.0, Some(100.0))), "{value:?}");
        }
        for value in [Value::Text("170%".into()), Value::Text("70% blij".into()), Value::Number { number: 70.0, percent: false }]
        {
            assert_eq!(share(&value), None, "{value:?}");
        }
    }
}
