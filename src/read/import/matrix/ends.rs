//! Which end of a scale is the good one, and how far it goes: by what its numbers are said to mean in the name of a lane or in a legend, and by
//! the grades of schools.
//!
//! ```text
//! Satisfaction (1 = very good, 6 = terrible)     from 1 to 6, and turned: what is good is drawn above
//! Schulnote                                      the same
//! Mood        below the table: 1 = awful, 7 = great      from 1 to 7
//! ```

use super::left::{Spot, Work};
use super::scores::{self, Score};
use super::view::View;
use super::{moods, words};
use crate::journey::aliases::{has, spelled};
use crate::read::book::{Page, Value};

/// The ends of a scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ends {
    /// The lowest number.
    pub min: f64,
    /// The highest.
    pub max: f64,
    /// Whether the lowest is the best.
    pub turned: bool,
}

/// What numbers are said to mean in the cells that are none of the journey's, each with what is told.
#[derive(Debug, Default)]
pub struct Legends(Vec<Told>);

/// What a text tells of a scale.
#[derive(Debug, Clone, Copy)]
struct Told {
    min: f64,
    max: f64,
    /// Whether the lowest is the best, where that is told.
    turned: Option<bool>,
}

/// Words for the ends of scales, besides those for moods: good ones and bad ones.
const BEST: &str = "best beste bester best-possible bedst bedste bast basta optimal perfect perfekt perfecto perfeito perfetto parfait outstanding superb \
    brilliant hervorragend ausgezeichnet prima toppie uitmuntend geweldig fantastisch fantastisk fantastic wonderful super meilleur mejor melhor \
    migliore najlepszy najlepsza celujacy vyborny vyborne vyborna отлично лучший 最好 最高 satisfied love amazing";
const WORST: &str = "worst worst-possible slechtst slechtste vaerst vaerste samst samsta ungenugend mangelhaft unzureichend onvoldoende unsatisfactory \
    utilstraekkelig otillracklig insuffisant insuficiente insufficiente niedostateczny niedostateczna nedostatecny nedostatecne nedostatecna pire peor \
    pior peggiore najgorszy najgorsza horrible horribel vreselijk verschrikkelijk forfaerdelig forferdelig schrecklich miserabel nul худший ужасно 最差 \
    最悪 最低 hate fail";
/// What says that there is a scale.
const SCALES: &str = "scale schaal skala skalaen skalan skalen echelle escala scala skali emotieschaal scoreschaal шкала 量表 尺度 bewertungsskala notenskala";

impl Legends {
    /// Those in the cells of a sheet that have no place in the journey.
    pub fn of(page: &Page, sheet: usize, work: &Work) -> Self {
        let (mut told, mut single) = (Vec::new(), Vec::new());
        for line in View::of(page, true).lines {
            let free = line.cells.iter().filter(|(column, _)| {
                !work.is_taken(Spot { sheet, at: crate::read::book::At { row: line.row, column: *column } })
            });
            let texts: Vec<String> =
                free.filter(|(_, value)| !matches!(value, Value::Unknown(_))).map(|(_, value)| value.text()).collect();
            let text = texts.join("; ");
            let meanings = meanings(&text);
            match meanings.as_slice() {
                [] => told.extend(range(&text)),
                [one] => single.push(*one),
                _ => told.extend(told_by(&meanings)),
            }
        }
        // A legend may have a line for each of its numbers.
        told.extend(told_by(&single).filter(|_| single.len() > 1));
        Self(told)
    }

    /// The ends of the scale of a lane, where its name or a legend tells them and most of its scores lie there.
    pub fn ends<'a>(&self, label: &str, scores: &(impl Iterator<Item = &'a Score> + Clone)) -> Option<Ends> {
        let of_label = told_by(&meanings(label));
        let grade = words::best_is_lowest(label);
        let named = scores::scale_of_label(label, scores);
        let told = of_label.or_else(|| self.0.iter().copied().filter(|_| named.is_none()).find(|told| holds(told, scores)));
        let (min, max) = match (named, told, grade) {
            (Some(named), ..) => named,
            (None, Some(told), _) if told.min < told.max => (told.min, told.max),
            (None, _, Some(top)) => (1.0, top),
            (None, ..) => return None,
        };
        let turned = told.and_then(|told| told.turned).unwrap_or(grade.is_some());
        let found = Told { min, max, turned: None };
        (min < max && holds(&found, scores)).then_some(Ends { min, max, turned })
    }
}

fn holds<'a>(told: &Told, scores: &(impl Iterator<Item = &'a Score> + Clone)) -> bool {
    let held = scores.clone().filter(|score| (told.min..=told.max).contains(&score.value)).count();
    held * 2 > scores.clone().count()
}

/// What numbers that have a meaning tell together: how far they go, and where the good end is.
fn told_by(meanings: &[(f64, f64)]) -> Option<Told> {
    let lowest = meanings.iter().copied().reduce(|one, next| if next.0 < one.0 { next } else { one })?;
    let highest = meanings.iter().copied().reduce(|one, next| if next.0 > one.0 { next } else { one })?;
    // Of one alone it is known where the other end is when it stands at the lower one.
    let turned = if lowest.0 < highest.0 { lowest.1 > highest.1 } else { lowest.0 <= 1.0 && lowest.1 > 0.0 };
    Some(Told { min: lowest.0, max: highest.0, turned: Some(turned) })
}

/// A range in a text that says that it has a scale: `scale of 1 to 7`.
fn range(text: &str) -> Option<Told> {
    let says = text.split(|c: char| !c.is_alphanumeric()).any(|word| has(SCALES, &spelled(word)));
    let (min, max) = scores::range(text).filter(|_| says)?;
    Some(Told { min, max, turned: None })
}

/// The numbers of a text that are said to mean something good or bad, with what: `1 = very good`, `good: 1`, `1 (very good)`.
fn meanings(text: &str) -> Vec<(f64, f64)> {
    let mut plain = String::new();
    let lower = text.to_lowercase();
    for (at, c) in lower.char_indices() {
        // What stands in brackets behind a number is its meaning.
        let digit = plain.trim_end().ends_with(|c: char| c.is_ascii_digit());
        match c {
            '(' if digit => plain.push('='),
            '(' | ')' | ';' | '\n' | '|' | '–' | '—' | '…' | '→' | '·' | '/' | '（' | '）' | '，' | '、' | '；' => {
                plain.push(';');
            }
            // “1, 2”, and no decimal mark.
            ',' if !digit || !lower.get(at + 1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) => {
                plain.push(';');
            }
            '：' => plain.push(':'),
            '＝' => plain.push('='),
            _ => plain.push(c),
        }
    }
    let parts = plain.replace(" - ", ";").replace(" bis ", ";").replace(" to ", ";").replace(" tot ", ";").replace(" til ", ";");
    let parts = parts.replace(" t/m ", ";").replace(" à ", ";").replace("...", ";");
    parts.split(';').filter_map(meaning).collect()
}

/// The number and its meaning in a part of a text, with other words before the number or not.
fn meaning(part: &str) -> Option<(f64, f64)> {
    let (before, behind) = part.split_once(['=', ':'])?;
    // “Scale: 1 = …”
    let (before, behind) = behind.split_once('=').unwrap_or((before, behind));
    let number = |text: &str| text.split_whitespace().last().and_then(|word| word.replace(',', ".").parse::<f64>().ok());
    let only = |text: &str| text.trim().replace(',', ".").parse::<f64>().ok();
    // A colon stands behind much else: “Interview 1: happy”.
    let equals = part.contains('=') || only(before).is_some() || only(behind).is_some();
    if !equals {
        return None;
    }
    match (number(before), only(behind)) {
        (Some(number), None) => Some((number, judged(behind)?)),
        (None, Some(number)) => Some((number, judged(before)?)),
        _ => None,
    }
    .filter(|(number, _)| number.abs() <= 100.0)
}

/// How good a word for the end of a scale is.
fn judged(text: &str) -> Option<f64> {
    let text = text.trim().trim_end_matches(['.', '!']).trim_matches(['“', '”', '"']);
    let of_words = |text: &str| {
        let own = spelled(text);
        let end = |list: &str| has(list, &own) || own.split('-').any(|word| has(list, word));
        let ends = if end(BEST) { Some(2.0) } else { end(WORST).then_some(-2.0) };
        moods::of_word(text).or(ends)
    };
    // “Very good experience”, “the customer is angry”: the words that judge among few.
    of_words(text).or_else(|| {
        let words: Vec<&str> = text.split_whitespace().collect();
        let pairs = words.windows(2).map(|pair| pair.join(" "));
        let few = words.len() <= 4;
        pairs.chain(words.iter().map(|word| (*word).to_owned())).filter(|_| few).find_map(|word| moods::of_word(&word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_numbers_mean_tells_the_good_end() {
        for (text, expected) in [
            ("1 = sehr gut, 6 = ungenügend", Some((1.0, 6.0, true))),
            ("1 = great, 5 = awful", Some((1.0, 5.0, true))),
            ("Schaal: 1 = heel blij, 5 = boos", Some((1.0, 5.0, true))),
            ("1 (meget godt) – 5 (meget dårligt)", Some((1.0, 5.0, true))),
            ("1 : très bien – 6 : très mal", Some((1.0, 6.0, true))),
            ("sehr gut = 1, mangelhaft = 5", Some((1.0, 5.0, true))),
            ("1 = bardzo dobrze; 6 = bardzo źle", Some((1.0, 6.0, true))),
            ("1 = výborně, 5 = nedostatečně", Some((1.0, 5.0, true))),
            ("-2 = boos, 2 = blij", Some((-2.0, 2.0, false))),
            ("Mood (1 = bad, 5 = good)", Some((1.0, 5.0, false))),
            ("5 = excelente, 1 = pésimo", Some((1.0, 5.0, false))),
            ("Room 3: the shop", None),
            ("Interview 1: happy; interview 2: angry", None),
            ("n = 62", None),
            ("Happy: at 5", None),
        ] {
            let told = told_by(&meanings(text)).map(|told| (told.min, told.max, told.turned == Some(true)));
            assert_eq!(told, expected, "{text}");
        }
    }
}
