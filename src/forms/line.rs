//! An item as a line of text, and a cell as lines.

use crate::forms::words;
use crate::journey::{Item, Journey, Lane, Risk, RiskKind, Term, TermLanguage};

/// The mark of a moment of truth.
const STAR: &str = "★";
/// The mark of a drop-off.
const FLAG: &str = "⚑";

/// The title of a lane, with whose it is and what its curve stands for.
pub fn title(journey: &Journey, lane: &Lane) -> String {
    let aside = words::aside(journey, lane, journey.language.terms);
    std::iter::once(lane.title.as_str()).chain(aside).collect::<Vec<_>>().join(" · ")
}

/// The text of a cell: that of its one item, or a list with an item on each line. Items that only have a score are left out.
pub fn cell(journey: &Journey, items: &[Item], lane: &Lane) -> String {
    let language = journey.language.terms;
    let list = items.len() > 1;
    let lines = items.iter().filter(|item| says_more(item)).map(|item| {
        // In a list the scores, which stand in rows of their own, are told again, so that each is seen with its words.
        let score = item.score.filter(|_| list).map(|score| self::score(score, lane, language));
        let bullet = if list { "• " } else { "" };
        format!("{bullet}{}", self::item(journey, item, score))
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Whether an item says more than its score.
pub fn says_more(item: &Item) -> bool {
    let only_score =
        Item { score: item.score, id: item.id.clone(), language: item.language.clone(), x: item.x.clone(), ..Item::default() };
    *item != only_score
}

/// An item in a line: marks, text, where it ends, and in parentheses all that is known besides.
fn item(journey: &Journey, item: &Item, score: Option<String>) -> String {
    let marks = [item.moment_of_truth.then(|| STAR.to_owned()), item.drop_off.then(|| FLAG.to_owned())];
    let until = item.until.as_ref().and_then(|id| journey.phase(id)).map(|phase| format!("→ {}", journey.phases[phase].title));
    let parts: Vec<String> = facts(item, score, journey.language.terms).collect();
    let behind = (!parts.is_empty()).then(|| format!("({})", parts.join(" · ")));
    let pieces = marks.into_iter().flatten().chain(item.text.clone()).chain(until).chain(behind);
    pieces.collect::<Vec<_>>().join(" ")
}

/// What is known of an item besides its text, always in the same order.
fn facts(item: &Item, score: Option<String>, language: TermLanguage) -> impl Iterator<Item = String> {
    let word = |term: Term| term.text(language).to_lowercase();
    let between = match (&item.sender, &item.receiver) {
        (Some(sender), Some(receiver)) => Some(format!("{sender} → {receiver}")),
        (Some(sender), None) => Some(format!("{sender} →")),
        (None, Some(receiver)) => Some(format!("→ {receiver}")),
        (None, None) => None,
    };
    let settled = [
        item.when.clone(),
        item.channel.clone(),
        item.device.clone(),
        score,
        between,
        item.message.as_ref().map(|message| words::quoted(message)),
        item.call_to_action.as_ref().map(|call| format!("› {call}")),
        item.importance.map(|level| word(level.importance())),
        item.evidence.map(|evidence| word(evidence.term())),
        item.source.as_ref().map(|source| format!("{}: {source}", word(Term::Source))),
        item.status.map(|status| word(status.term())),
    ];
    let picture = item.picture.iter().flat_map(|picture| {
        // The bytes of a picture that stands in the document itself are no text.
        let path = if picture.src.trim_start().starts_with("data:") { word(Term::Image) } else { picture.src.clone() };
        [picture.alt.clone(), Some(path), picture.credit.clone()].into_iter().flatten()
    });
    let links = item.links.iter().map(ToString::to_string);
    settled.into_iter().flatten().chain(picture).chain(links).collect::<Vec<_>>().into_iter()
}

/// The risks of a phase, each on a line with its kind.
pub fn risks(risks: &[Risk], language: TermLanguage) -> String {
    let bullet = if risks.len() > 1 { "• " } else { "" };
    let risk = |risk: &Risk| match risk.kind {
        Some(RiskKind::DropOff) => format!("{bullet}{FLAG} {}", risk.text),
        Some(kind) => format!("{bullet}{} ({})", risk.text, kind.term().text(language).to_lowercase()),
        None => format!("{bullet}{}", risk.text),
    };
    risks.iter().map(risk).collect::<Vec<_>>().join("\n")
}

/// Whether a scale has numbers below zero, so that those above it are written with a plus.
pub fn signed(lane: &Lane) -> bool {
    lane.scale.as_ref().is_some_and(|scale| scale.min < 0.0)
}

/// A score in a sentence: with its sign and with the decimal mark of the language.
pub fn score(score: f64, lane: &Lane, language: TermLanguage) -> String {
    let digits = score.abs().to_string();
    let digits = match language {
        TermLanguage::Nl | TermLanguage::Da => digits.replace('.', ","),
        TermLanguage::En => digits,
    };
    let sign = match score {
        below if below < 0.0 => "−",
        above if above > 0.0 && signed(lane) => "+",
        _ => "",
    };
    format!("{sign}{digits}")
}

/// The most scores that any cell of a lane holds.
pub fn most_scores(journey: &Journey, lane: usize) -> usize {
    journey.phases.iter().map(|phase| scores(&phase.cells[lane]).count()).max().unwrap_or(0)
}

/// The scores of a cell, in order.
pub fn scores(items: &[Item]) -> impl Iterator<Item = f64> {
    items.iter().filter_map(|item| item.score)
}
