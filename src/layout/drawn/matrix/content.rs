//! What the matrix says: every text of the journey, prepared once for all sizes and widths.

use std::collections::BTreeSet;

use crate::journey::{Item, Journey, LaneKind, Scale, Term, TermLanguage};
use crate::layout::drawn::block::Block;
use crate::text::{Cut, Hyphenation, Style, Typesetter};

/// The texts of a journey as blocks.
pub(super) struct Content<'a> {
    pub journey: &'a Journey,
    pub typesetter: &'a Typesetter,
    pub title: Block,
    /// The title with "continued".
    pub title_again: Block,
    pub scenario: Option<Block>,
    /// Organisation, authors and date: what stands at the right of the title. The first is set in bold.
    pub facts: Vec<Block>,
    /// One a stage: its title and its second name.
    pub stages: Vec<(Block, Option<Block>)>,
    pub phases: Vec<PhaseText>,
    pub lanes: Vec<LaneText>,
    /// Stages that no phase stands in.
    pub idle_stages: Vec<Block>,
    /// The name of the mark for moments of truth, when the journey has one.
    pub legend: Option<Block>,
}

/// A phase's texts.
pub(super) struct PhaseText {
    pub title: Block,
    pub description: Option<Block>,
}

/// A lane's texts.
pub(super) struct LaneText {
    pub kind: LaneKind,
    pub title: Block,
    /// The title with "continued".
    pub title_again: Block,
    /// The words of the scale, "+2 delighted", from high to low.
    pub scale: Vec<Block>,
    /// One cell a phase.
    pub cells: Vec<Vec<ItemText>>,
}

/// An item's texts.
pub(super) struct ItemText {
    pub text: Block,
    /// When, channel and device.
    pub remark: Option<Block>,
    pub moment_of_truth: bool,
    /// The score as it is printed, such as "+1".
    pub score: Option<Block>,
}

/// A score as it is printed: with a sign on a scale that goes below zero, with U+2212 for minus, with the language's decimal sign.
pub(super) fn score_text(score: f64, scale: &Scale, language: TermLanguage) -> String {
    let number = format!("{}", (score.abs() * 100.0).round() / 100.0).replace('.', language.decimal_sign());
    match score {
        score if score < 0.0 => format!("\u{2212}{number}"),
        score if score > 0.0 && scale.min < 0.0 => format!("+{number}"),
        _ => number,
    }
}

impl<'a> Content<'a> {
    /// Prepares all texts.
    pub fn new(journey: &'a Journey, typesetter: &'a Typesetter) -> Self {
        let set = Setter { typesetter, tag: &journey.language.tag, terms: journey.language.terms };
        let term = |term: Term| term.text(journey.language.terms);
        let used: BTreeSet<usize> = journey.phases.iter().filter_map(|phase| phase.stage).collect();
        let idle = journey.stages.iter().enumerate().filter(|(index, _)| !used.contains(index));
        let any_moment = journey.phases.iter().flat_map(|phase| phase.cells.iter().flatten()).any(|item| item.moment_of_truth);
        Self {
            title: set.heading(&journey.title),
            title_again: set.heading(&format!("{} ({})", journey.title, term(Term::Continued))),
            scenario: journey.scenario.as_ref().map(|text| Block::heading(typesetter, text, set.style(Cut::Regular))),
            facts: facts(journey).into_iter().map(|(cut, text)| set.text(&text, cut)).collect(),
            stages: journey
                .stages
                .iter()
                .map(|stage| {
                    (set.heading(&stage.title), stage.subtitle.as_ref().map(|subtitle| set.text(subtitle, Cut::Regular)))
                })
                .collect(),
            phases: journey
                .phases
                .iter()
                .map(|phase| PhaseText {
                    title: set.heading(&phase.title),
                    description: phase.description.as_ref().map(|text| set.text(text, Cut::Regular)),
                })
                .collect(),
            lanes: (0..journey.lanes.len()).map(|index| set.lane(journey, index)).collect(),
            idle_stages: idle
                .map(|(_, stage)| {
                    let subtitle = stage.subtitle.as_ref().map_or(String::new(), |subtitle| format!(" · {subtitle}"));
                    set.text(&format!("{}: {}{subtitle}", term(Term::Stage), stage.title), Cut::Regular)
                })
                .collect(),
            legend: any_moment.then(|| set.text(term(Term::MomentOfTruth), Cut::Regular)),
            journey,
            typesetter,
        }
    }
}

/// Authors up to this number have a line each.
const AUTHORS_ON_LINES: usize = 3;

/// What stands at the right of the title.
fn facts(journey: &Journey) -> Vec<(Cut, String)> {
    let mut facts: Vec<(Cut, String)> = journey.organisation.iter().map(|name| (Cut::Bold, name.clone())).collect();
    let authors = journey.authors.iter().map(|author| {
        let class = author.class.as_ref().map_or(String::new(), |class| format!(" · {class}"));
        format!("{}{class}", author.name)
    });
    if journey.authors.len() <= AUTHORS_ON_LINES {
        facts.extend(authors.map(|author| (Cut::Regular, author)));
    } else {
        facts.push((Cut::Regular, authors.collect::<Vec<_>>().join(", ")));
    }
    facts.extend(journey.date.iter().map(|date| (Cut::Regular, date.to_string())));
    facts
}

/// Makes blocks in the journey's language.
struct Setter<'a> {
    typesetter: &'a Typesetter,
    tag: &'a str,
    terms: TermLanguage,
}

impl Setter<'_> {
    fn style(&self, cut: Cut) -> Style {
        let rtl = ["ar", "he", "fa", "ur", "yi"].iter().any(|tag| self.tag.split('-').next() == Some(tag));
        Style { cut, hyphenation: Hyphenation::for_tag(self.tag), rtl }
    }

    fn text(&self, text: &str, cut: Cut) -> Block {
        Block::text(self.typesetter, text, self.style(cut))
    }

    /// A number reads from left to right in any language.
    fn number(&self, text: &str) -> Block {
        Block::text(self.typesetter, text, Style { cut: Cut::Bold, hyphenation: None, rtl: false })
    }

    fn heading(&self, text: &str) -> Block {
        Block::heading(self.typesetter, text, self.style(Cut::Bold))
    }

    fn lane(&self, journey: &Journey, index: usize) -> LaneText {
        let lane = &journey.lanes[index];
        let again = format!("{} ({})", lane.title, Term::Continued.text(journey.language.terms));
        let words = |scale: &Scale| {
            let word = |(score, word): &(f64, String)| {
                self.text(&format!("{} {word}", score_text(*score, scale, self.terms)), Cut::Regular)
            };
            scale.labels.iter().rev().map(word).collect()
        };
        LaneText {
            kind: lane.kind,
            title: self.heading(&lane.title),
            title_again: self.heading(&again),
            scale: lane.scale.as_ref().map_or_else(Vec::new, words),
            cells: journey
                .phases
                .iter()
                .map(|phase| phase.cells[index].iter().map(|item| self.item(item, lane.kind, lane.scale.as_ref())).collect())
                .collect(),
        }
    }

    fn item(&self, item: &Item, kind: LaneKind, scale: Option<&Scale>) -> ItemText {
        let spoken = matches!(kind, LaneKind::Quote | LaneKind::Emotion);
        let remark: Vec<&str> = [&item.when, &item.channel, &item.device].into_iter().flatten().map(String::as_str).collect();
        ItemText {
            text: self.text(item.text(), if spoken { Cut::Italic } else { Cut::Regular }),
            remark: (!remark.is_empty()).then(|| self.text(&remark.join("\u{a0}· "), Cut::Regular)),
            moment_of_truth: item.moment_of_truth,
            score: item.score.zip(scale).map(|(score, scale)| self.number(&score_text(score, scale, self.terms))),
        }
    }
}
