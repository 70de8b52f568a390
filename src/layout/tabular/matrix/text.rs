//! What a cell says.

use crate::journey::{Item, Journey, Lane, TermLanguage};

/// The mark of a moment of truth.
pub const STAR: &str = "★ ";

/// The text of a cell: that of its one item, or a list with an item on each line. Items without text are left out.
pub fn cell(items: &[Item], lane: &Lane, language: TermLanguage) -> String {
    let list = items.len() > 1;
    let lines = items.iter().filter(|item| item.text.is_some()).map(|item| {
        // In a list the scores, which stand in rows of their own, are told again, so that each is seen with its words.
        let score = item.score.filter(|_| list).map(|score| self::score(score, lane, language));
        let bullet = if list { "• " } else { "" };
        format!("{bullet}{}", self::item(item, score))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn item(item: &Item, score: Option<String>) -> String {
    let star = if item.moment_of_truth { STAR } else { "" };
    let parts: Vec<String> =
        [item.when.clone(), item.channel.clone(), item.device.clone(), score].into_iter().flatten().collect();
    let behind = if parts.is_empty() { String::new() } else { format!(" ({})", parts.join(" · ")) };
    format!("{star}{}{behind}", item.text())
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
