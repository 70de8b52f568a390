//! Scores as people write them, and the scale that holds them.

use super::items::is_nothing;
use crate::journey::aliases::has;
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

/// Words and faces for moods, on a scale from −2 to 2: words in Dutch, Danish, English, German, French, Spanish, Italian, Portuguese,
/// Swedish, Norwegian, Polish, Russian, Chinese and Japanese that judge, and arrows.
const MOODS: [(f64, &str, &str); 5] = [
    (
        -2.0,
        "very-negative zeer-negatief meget-negativ very-bad terrible awful zeer-slecht heel-slecht meget-dårlig meget-dårligt \
        sehr-negativ sehr-schlecht furchtbar très-négatif très-mauvais très-mal muy-negativo muy-malo muy-mala muy-mal pésimo pésima \
        molto-negativo molto-male pessimo pessima muito-negativo muito-mau muito-ruim péssimo péssima mycket-negativ mycket-dåligt \
        mycket-dålig veldig-negativ veldig-dårlig bardzo-negatywny bardzo-źle \
        mangelhaft ungenügend zeer-onvoldoende muy-deficiente очень-плохо ужасно 很差 非常差 とても悪い ↓ ⬇ ⬇\u{fe0f}",
        "😡 😠 😢 😭 😞 😩 😫 🤬 😱 😵 💔 :((",
    ),
    (
        -1.0,
        "negative negatief negativ negativt bad poor low slecht laag dårlig dårligt lav schlecht niedrig négatif négative mauvais \
        mauvaise mal faible bas malo mala negativo negativa bajo negativo male cattivo basso mau má ruim baixo dåligt dålig låg lågt lavt \
        negatywny negatywna negatywnie źle zły niski ausreichend onvoldoende zwak unsatisfactory insufficient mediocre utilstrækkelig utilstrækkeligt \
        utilfredsstillende insuffisant médiocre insuficiente deficiente insufficiente insatisfatório underkänd otillräcklig utilstrekkelig \
        niedostateczny niedostateczna плохо отрицательно негативно низкий 差 悪い 低 低い ↘ ↘\u{fe0f} ▼",
        "🔴 🙁 ☹ ☹\u{fe0f} 😕 😟 😒 😔 😤 😬 😰 😨 😧 😦 😥 😓 😖 😣 🙄 😴 🥱 👎 :( :-(",
    ),
    (
        0.0,
        "neutral neutraal neutralt neutre neutro neutra neutrale neutralny neutralna neutralnie нейтрально нейтральный ok okay oké okee \
        okej average medium mixed gemiddeld middel mellem middelmatig mittel mittelmäßig durchschnittlich moyen moyenne regular medio \
        befriedigend voldoende satisfactory sufficient adequate fair acceptable tilstrækkelig tilstrækkeligt acceptabel acceptabelt passable \
        suffisant suficiente aceptable sufficiente satisfatório godkänd godkänt tilstrekkelig dostateczny dostateczna \
        media medel middels średnio średni средне средний 中性 一般 普通 中 → ➡ ➡\u{fe0f}",
        "🟡 😐 😑 😶 🤔 😮 😯 :| :-|",
    ),
    (
        1.0,
        "positive positief positiv positivt good high goed hoog god godt høj gut hoch positif bon bonne bien élevé haut positivo \
        ruim-voldoende more-than-sufficient tilfredsstillende assez-bien notable väl-godkänd väl-godkänt \
        positiva bueno buena alto alta positivo bene buono buona bom boa bem bra högt hög høyt høy pozytywny pozytywna pozytywnie dobrze \
        dobry wysoki хорошо положительно позитивно высокий 好 良い 高 高い ↗ ↗\u{fe0f} ▲",
        "🟢 🙂 😊 ☺ ☺\u{fe0f} 😌 🤗 👍 :) :-)",
    ),
    (
        2.0,
        "very-positive zeer-positief meget-positiv very-good great excellent zeer-goed heel-goed uitstekend meget-god meget-godt outstanding \
        sobresaliente \
        fremragende sehr-positiv sehr-gut ausgezeichnet très-positif très-bien très-bon muy-positivo muy-bien muy-bueno muy-buena \
        excelente molto-positivo molto-bene molto-buono ottimo ottima eccellente muito-positivo muito-bom muito-boa muito-bem ótimo \
        ótima mycket-positiv mycket-bra utmärkt veldig-positiv veldig-bra svært-bra utmerket bardzo-pozytywny bardzo-dobrze bardzo-dobry \
        очень-хорошо отлично 很好 非常好 とても良い ↑ ⬆ ⬆\u{fe0f}",
        "😀 😃 😄 😁 😆 😍 🤩 🥰 🥳 😎 ❤ ❤\u{fe0f} :d :-d :))",
    ),
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
    if let Some(told) = sign_and_words(text).filter(|_| signed) {
        return Some(told);
    }
    let spelled = text.to_lowercase().split_whitespace().collect::<Vec<_>>().join("-");
    let is_mood = |known: &str| has(known, &spelled);
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

/// A sign with words behind it on one line: `- too dear`. It is a score where others in the lane say `+ quick`, else a bullet.
pub fn sign_and_words(text: &str) -> Option<Score> {
    let (sign, words) = text.trim().split_once(char::is_whitespace)?;
    let words = words.trim_start();
    let told = words.contains(char::is_alphabetic) && text.trim().lines().count() == 1;
    signs(sign).filter(|_| told).map(|value| Score { value, top: None, words: words.to_owned() })
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
    // “(4) ok”
    let bare = text
        .strip_prefix('(')
        .and_then(|rest| rest.split_once(')'))
        .filter(|(inner, _)| number(inner).is_some_and(|(_, rest)| rest.is_empty()));
    if let Some((inner, words)) = bare {
        return number(inner).map(|(value, _)| Score { value, top: None, words: words.trim().to_owned() });
    }
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
    (apart && !goes_on(rest)).then(|| Score { value, top, words: bare.unwrap_or(words).trim().to_owned() })
}

/// Whether another score stands behind the first: `7 → 4`, `8 - 9`, `+2 / -1`, `+1 (Ana), -2 (Rui)`. All of it is a text: one of them is not what the
/// cell says.
fn goes_on(rest: &str) -> bool {
    const CHANGES: [char; 5] = ['→', '⇒', '➔', '➜', '>'];
    let signs = rest.char_indices().filter(|(_, sign)| CHANGES.contains(sign) || matches!(sign, '/' | ',' | '-' | '–' | '—'));
    let mut seconds = signs.filter_map(|(at, sign)| {
        let (before, behind) = (rest.get(..at)?, rest.get(at + sign.len_utf8()..)?);
        let (_, after) = number(behind.trim_start())?;
        let apart = before.is_empty() || before.ends_with(char::is_whitespace);
        Some(match sign {
            '/' => apart,
            ',' => behind.trim_start().starts_with(['+', '-', '−']),
            '-' | '–' | '—' => apart && behind.starts_with(char::is_whitespace) && after.trim().is_empty(),
            _ => true,
        })
    });
    seconds.any(|is_second| is_second)
}

/// Whether a line begins with a score, so that its sign is no bullet.
pub fn begins(line: &str) -> bool {
    of_text(line).is_some()
}

/// The same in a lane whose scores are signs with words behind them.
pub fn begins_signed(line: &str) -> bool {
    begins(line) || sign_and_words(line).is_some()
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

/// What stands between the ends of a scale.
const TO: [&str; 19] =
    ["...", "..", "…", "-", "–", "—", "−", "to", "t/m", "tot", "til", "till", "bis", "à", "a", "até", "do", "до", "~"];
/// What stands before the end of a scale, besides what stands between a score and that.
const UP_TO: [&str; 9] = ["sur", "von", "sobre", "su", "de", "av", "na", "из", "af"];

/// The scale that the name of a lane tells, `(0-10)`, `(-3..3)`, `(0 bis 10)`, `/10`, `(out of 5)`, `(1 = bad, 5 = good)`, where it holds most
/// of the scores.
pub fn scale_of_label<'a>(label: &str, scores: &(impl Iterator<Item = &'a Score> + Clone)) -> Option<(f64, f64)> {
    let lowest = scores.clone().map(|score| score.value).fold(f64::INFINITY, f64::min);
    let scale = ends(label).or_else(|| {
        let max = end(label)?;
        Some((if lowest < 1.0 || max >= 10.0 { 0.0 } else { 1.0 }, max))
    })?;
    let held = scores.clone().filter(|score| (scale.0..=scale.1).contains(&score.value)).count();
    (scale.0 < scale.1 && scale.1 <= 100.0 && scale.0 >= -100.0 && held * 2 > scores.clone().count()).then_some(scale)
}

/// The places of a text at which a number may begin: where no letter, digit or decimal mark stands before it.
fn starts(text: &str) -> impl Iterator<Item = &str> {
    let free = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '+' | '-' | '−'));
    text.char_indices().filter(move |(at, _)| free(&text[..*at])).map(move |(at, _)| &text[at..])
}

/// Both ends of a scale: two numbers with a word or sign between, or each with what it means.
fn ends(label: &str) -> Option<(f64, f64)> {
    let label = label.to_lowercase();
    let between = |text: &str| {
        let (min, rest) = number(text)?;
        let rest = rest.trim_start_matches('%').trim_start();
        let (max, rest) = TO.iter().filter_map(|word| rest.strip_prefix(word)).find_map(|rest| number(rest.trim_start()))?;
        (min < max && !rest.starts_with(char::is_alphanumeric)).then_some((min, max))
    };
    let meant = |text: &str| {
        let (value, rest) = number(text)?;
        rest.trim_start().starts_with(['=', ':']).then_some(value)
    };
    let mut meanings = starts(&label).filter_map(meant);
    let told = || starts(&label).find_map(between);
    told().or_else(|| Some((meanings.next()?, meanings.last()?)).map(|(one, other)| (one.min(other), one.max(other))))
}

/// Both ends of the scale that a text tells: `1 to 7`, `1-5`.
pub fn range(text: &str) -> Option<(f64, f64)> {
    ends(text)
}

/// The upper end of a scale: `/10`, `out of 5`.
fn end(label: &str) -> Option<f64> {
    let label = label.to_lowercase();
    let of = |text: &str| {
        let word = OUT_OF.iter().chain(&UP_TO).find(|word| text.starts_with(**word))?;
        let rest = text.strip_prefix(word)?;
        let apart = *word == "/" || rest.starts_with(char::is_whitespace);
        let (max, rest) = number(rest.trim_start()).filter(|_| apart)?;
        let over = rest.trim_start().chars().next().is_none_or(|next| next.is_ascii_punctuation());
        (max > 1.0 && over).then_some(max)
    };
    starts(&label).find_map(of)
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
    // Three or four stars are a scale of their own.
    let own = top.filter(|top| *top < 5.0 && *top > 2.0).into_iter().flat_map(|top| [(1.0, top), (0.0, top)]);
    let best = own.chain(SCALES).filter(ends_right).filter(common).map(|scale| (held(scale), scale));
    best.reduce(|best, next| if next.0 > best.0 { next } else { best }).map_or(SCALES[0], |(_, scale)| scale)
}

/// Whether some scale holds all scores.
pub fn on_a_scale<'a>(scores: &(impl Iterator<Item = &'a Score> + Clone)) -> bool {
    let (min, max) = scale(scores);
    scores.clone().all(|score| (min..=max).contains(&score.value))
}

/// The number at the start of a text, with any sign and either decimal mark, and what stands behind it.
pub(super) fn number(text: &str) -> Option<(f64, &str)> {
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
    out_of_words(text, &OUT_OF)
}

/// The same by any word for it, of which some say other things where nothing tells that there is a score.
pub(super) fn out_of_any(text: &str) -> Option<(f64, &str)> {
    out_of(text).or_else(|| out_of_words(text, &UP_TO))
}

fn out_of_words<'t>(text: &'t str, words: &[&str]) -> Option<(f64, &'t str)> {
    let text = text.trim_start();
    let rest = words.iter().find_map(|word| text.strip_prefix(word))?;
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
    fn the_name_of_a_lane_tells_its_scale() {
        let score = |value| Score { value, top: None, words: String::new() };
        let (few, more, signed) = ([score(1.0), score(3.0)], [score(0.0), score(7.0)], [score(-1.0), score(2.0)]);
        for (label, scores, scale) in [
            ("Mood (0-10)", &few, Some((0.0, 10.0))),
            ("Humor (0 a 10)", &few, Some((0.0, 10.0))),
            ("Stimmung 0 bis 10", &few, Some((0.0, 10.0))),
            ("Humeur /10", &few, Some((0.0, 10.0))),
            ("Satisfaction (sur 5)", &few, Some((1.0, 5.0))),
            ("Mood (out of 7)", &more, Some((0.0, 7.0))),
            ("Mood (-3..3)", &signed, Some((-3.0, 3.0))),
            ("Emotie (van −5 tot +5)", &signed, Some((-5.0, 5.0))),
            ("Beleving (1 = slecht, 5 = goed)", &few, Some((1.0, 5.0))),
            ("Tevredenheid in % (0–100%)", &more, Some((0.0, 100.0))),
            ("Mood (1-2)", &more, None),
            ("Mood of 2 visitors2", &few, None),
            ("Emotie in week 3", &few, None),
            ("Emotie na 3 dagen", &few, None),
            ("Emotie", &few, None),
        ] {
            assert_eq!(scale_of_label(label, &scores.iter()), scale, "{label}");
        }
    }

    #[test]
    fn words_that_judge_are_moods_in_each_language() {
        for (text, sign) in [
            ("Sehr gut", 1.0),
            ("Mauvais", -1.0),
            ("Moyen", 0.0),
            ("positivo", 1.0),
            ("Negativa", -1.0),
            ("dåligt", -1.0),
            ("źle", -1.0),
            ("Muito bom", 1.0),
            ("普通", 0.0),
            ("🔴 duurt lang", -1.0),
            ("🟢", 1.0),
            ("↓", -1.0),
            ("→", 0.0),
            ("High", 1.0),
        ] {
            let sign_of = |value: f64| if value == 0.0 { 0.0 } else { value.signum() };
            assert_eq!(of_mood(text, false).map(|score| sign_of(score.value)), Some(sign), "{text}");
        }
        assert_eq!(of_mood("→ verder", false), None);
        assert_eq!(of_text("(4) ok").map(|score| (score.value, score.words)), Some((4.0, "ok".to_owned())));
    }

    #[test]
    fn shares_are_scores() {
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
