//! The texts of lanes.

use std::ops::Range;

use super::item::ItemText;
use super::setter::Setter;
use crate::forms::words;
use crate::journey::{Lane, LaneKind, Scale, Term, TermLanguage};
use crate::layout::drawn::block::Block;
use crate::layout::drawn::signs::Stroked;
use crate::text::Cut;

/// A lane's texts.
pub(in super::super) struct LaneText {
    pub kind: LaneKind,
    pub title: Block,
    /// The title with "continued".
    pub title_again: Block,
    /// Whose row it is, and what its curve stands for.
    pub aside: Option<Block>,
    /// How its curve is drawn, when it shares an area with others.
    pub stroked: Option<Stroked>,
    /// The words of the scale, "+2 delighted", from high to low.
    pub scale: Vec<Block>,
    /// One cell a phase.
    pub cells: Vec<Vec<ItemText>>,
    /// The items that go on over several phases: the phase and the place in its cell, and the phase at which it ends. By phase.
    pub bars: Vec<((usize, usize), usize)>,
    /// The width of the widest score, in em; zero when there is none.
    pub widest_score: f64,
}

/// A score as it is printed: with a sign on a scale that goes below zero, with U+2212 for minus, with the language's decimal sign.
pub(in super::super) fn score_text(score: f64, scale: &Scale, language: TermLanguage) -> String {
    let number = format!("{}", (score.abs() * 100.0).round() / 100.0).replace('.', language.decimal_sign());
    match score {
        score if score < 0.0 => format!("\u{2212}{number}"),
        score if score > 0.0 && scale.min < 0.0 => format!("+{number}"),
        _ => number,
    }
}

impl Setter<'_> {
    /// The texts of a lane of a group.
    pub(super) fn lane(&self, index: usize, group: &Range<usize>) -> LaneText {
        let lane = &self.journey.lanes[index];
        let again = format!("{} ({})", lane.title, Term::Continued.text(self.terms));
        let words = |scale: &Scale| {
            let word = |(score, word): &(f64, String)| {
                self.text(&format!("{} {word}", score_text(*score, scale, self.terms)), Cut::Regular)
            };
            scale.labels.iter().rev().map(word).collect()
        };
        let phases = self.journey.phases.iter().enumerate();
        let cells = phases.map(|(nth, phase)| phase.cells[index].iter().map(|item| self.item(item, lane, nth)).collect());
        let cells: Vec<Vec<ItemText>> = cells.collect();
        let items =
            || cells.iter().enumerate().flat_map(|(nth, items)| (0..).zip(items).map(move |(index, item)| ((nth, index), item)));
        LaneText {
            bars: items().filter_map(|(place, item)| Some((place, item.bar.as_ref()?.until))).collect(),
            widest_score: items().filter_map(|(_, item)| item.score.as_ref()).map(Block::natural_width).fold(0.0, f64::max),
            kind: lane.kind,
            title: self.heading(&lane.title),
            title_again: self.heading(&again),
            aside: self.aside(lane),
            stroked: Some(Stroked::ALL[index - group.start]).filter(|_| group.len() > 1),
            scale: lane.scale.as_ref().map_or_else(Vec::new, words),
            cells,
        }
    }

    fn aside(&self, lane: &Lane) -> Option<Block> {
        let parts = words::aside(self.journey, lane, self.terms);
        (!parts.is_empty()).then(|| self.text(&parts.join("\u{a0}· "), Cut::Regular))
    }
}
