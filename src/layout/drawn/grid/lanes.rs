//! The texts of lanes.

use std::ops::Range;

use super::years;
use crate::forms::words;
use crate::journey::{Item, Journey, Lane, LaneKind, Purpose, Scale, Term, TermLanguage};
use crate::layout::curves;
use crate::layout::drawn::items::{At, Dress, ItemText, Manner, score_text};
use crate::layout::drawn::scores::Stroked;
use crate::layout::drawn::text::{Block, Place, Setter};
use crate::text::{Cut, Style};

/// A lane's texts.
pub(super) struct LaneText {
    pub kind: LaneKind,
    pub title: Block,
    /// The title with "continued".
    pub title_again: Block,
    /// Whose row it is, and what its curve stands for.
    pub aside: Option<Block>,
    /// How its curve is drawn, when it shares an area with others.
    pub stroked: Option<Stroked>,
    /// What stands at the end of its curve, when that shares an area with others.
    pub name: Option<Block>,
    /// The last score of its curve, which stands below its name in a margin.
    pub last: Option<Block>,
    /// Its lowest score, if that is below the middle of the scale.
    pub lowest: Option<f64>,
    /// The words of the scale, "+2 delighted", from high to low.
    pub scale: Vec<Block>,
    /// The same words without their numbers, each with its score, from high to low.
    pub words: Vec<(f64, Block)>,
    /// Whether there is room for bullets before its items.
    pub listed: bool,
    /// One cell a phase.
    pub cells: Vec<Vec<ItemText>>,
    /// The items that go on over several phases: the phase and the place in its cell, and the phase at which it ends. By phase.
    pub bars: Vec<((usize, usize), usize)>,
    /// The width of the widest score, in em; zero when there is none.
    pub widest_score: f64,
}

impl LaneText {
    /// The texts of a lane of a group; the year that all dates share is said beside its title.
    pub fn new(journey: &Journey, index: usize, group: &Range<usize>, year: Option<u16>, set: Setter) -> Self {
        let lane = &journey.lanes[index];
        let name = || Place::name(&lane.title);
        let whose = told_apart(journey, index, group);
        let called = whose.map_or_else(|| called(lane, set.terms), |(_, name)| name);
        let again = format!("{called} ({})", Term::Continued.text(set.terms));
        let title = set.heading(called, Cut::Bold, &|| match whose {
            Some((persona, _)) => Place::new(format!("/personas/{persona}/name"), format!("beside the curve of lane {}", name())),
            None => Place::new(format!("/lanes/{index}/title"), format!("in the title of lane {}", name())),
        });
        let mut items = journey.phases.iter().flat_map(|phase| &phase.cells[index]);
        let year = year.filter(|year| items.any(|item| years::without(item, *year, &set.language().tag).is_some()));
        let written = year.map(|year| year.to_string());
        let mut aside = words::aside(journey, lane, set.terms);
        if whose.is_some() {
            aside.insert(0, &lane.title);
        }
        aside.retain(|word| *word != called && !names_alone(word, called));
        aside.extend(written.as_deref());
        let beside = || Place::new(format!("/lanes/{index}"), format!("beside the title of lane {}", name()));
        let aside = (!aside.is_empty()).then(|| set.text(&aside.join("\u{a0}· "), Cut::Regular, &beside));
        let words = |scale: &Scale| {
            let word = |(score, word): &(f64, String)| {
                let said = format!("{} {word}", score_text(*score, scale, set.terms));
                let place = || Place::new(format!("/lanes/{index}/scale/labels"), format!("in the scale of lane {}", name()));
                set.text(&said, Cut::Regular, &place)
            };
            scale.labels.iter().rev().map(word).collect()
        };
        let bare = |(score, word): &(f64, String)| (*score, set.label(word, Cut::Regular));
        let bare = lane.scale.as_ref().map_or_else(Vec::new, |scale| scale.labels.iter().rev().map(bare).collect());
        let scale = lane.scale.as_ref().map_or_else(Vec::new, words);
        let phases = journey.phases.iter().enumerate();
        let cells = phases.map(|(phase, cells)| {
            let at = At { journey, lane: index, phase };
            let told = |item: &Item| {
                let dated = year.and_then(|year| years::without(item, year, &set.language().tag));
                ItemText::new(dated.as_ref().unwrap_or(item), at, set)
            };
            cells.cells[index].iter().map(told).collect()
        });
        let cells: Vec<Vec<ItemText>> = cells.collect();
        let items =
            || cells.iter().enumerate().flat_map(|(nth, items)| (0..).zip(items).map(move |(index, item)| ((nth, index), item)));
        Self {
            bars: items().filter_map(|(place, item)| Some((place, item.bar.as_ref()?.until))).collect(),
            widest_score: items().filter_map(|(_, item)| item.score.as_ref()).map(Block::natural_width).fold(0.0, f64::max),
            kind: lane.kind,
            title,
            title_again: set.again(&again),
            aside,
            stroked: (group.len() > 1).then(|| Stroked::nth(index - group.start)),
            name: (group.len() > 1).then(|| set.label(&name_at_end(journey, index, group, set.terms), Cut::Bold)),
            last: last(journey, index, set),
            lowest: lowest(journey, index),
            scale,
            words: bare,
            listed: false,
            cells,
        }
    }

    /// How its items are set.
    pub fn manner(&self, dressed: bool) -> Manner {
        let dress = if dressed { Dress::of(self.kind) } else { Dress::Plain };
        Manner { kind: self.kind, widest_score: self.widest_score, listed: self.listed, pictures: None, dress }
    }

    /// Whether bullets, signs or scores hang before its items.
    pub fn is_list(&self) -> bool {
        self.cells.iter().any(|cell| cell.len() > 1 || cell.iter().any(|item| item.sign.is_some() || item.score.is_some()))
    }
}

/// The persona by whom a curve is told apart from others of the same title, with the name.
fn told_apart<'a>(journey: &'a Journey, index: usize, group: &Range<usize>) -> Option<(usize, &'a str)> {
    let lane = &journey.lanes[index];
    let mut same = group.clone().filter(|other| *other != index && journey.lanes[*other].title == lane.title).peekable();
    same.peek()?;
    let own = same.all(|other| journey.lanes[other].persona != lane.persona);
    let id = lane.persona.as_ref().filter(|_| own)?;
    let persona = journey.personas.iter().position(|persona| *persona.id == **id)?;
    Some((persona, &journey.personas[persona].name))
}

/// Whether a lane is called as a persona is, without what else stands in the name: “Poul” and “Poul, 86”.
fn names_alone(persona: &str, called: &str) -> bool {
    persona.split([',', '(']).next().is_some_and(|name| name.trim() == called)
}

/// What a lane is called: a curve of what is expected or shall be, which has no name but that of its kind, by what it stands for.
fn called(lane: &Lane, terms: TermLanguage) -> &str {
    let aimed = lane.purpose.filter(|purpose| matches!(purpose, Purpose::Expectation | Purpose::ToBe));
    match aimed {
        Some(purpose) if TermLanguage::ALL.iter().any(|language| lane.kind.term().text(*language) == lane.title) => {
            purpose.term().text(terms)
        }
        Some(_) | None => &lane.title,
    }
}

/// The last score of a lane.
fn last(journey: &Journey, index: usize, set: Setter) -> Option<Block> {
    let mut scores = journey.phases.iter().flat_map(|phase| &phase.cells[index]).filter_map(|item| item.score);
    let text = score_text(scores.next_back()?, journey.lanes[index].scale.as_ref()?, set.terms);
    Some(Block::text(set.typesetter, &text, Style { cut: Cut::Bold, hyphenation: None, rtl: false }))
}

/// The lowest score of a lane, of the whole journey, if it is below the middle of the scale. What customers expect or shall go through has
/// none beside what they do go through.
pub(super) fn lowest(journey: &Journey, index: usize) -> Option<f64> {
    let lived = matches!(journey.lanes[index].purpose, None | Some(Purpose::Experience | Purpose::AsIs));
    if !lived && curves::first(&journey.lanes) != Some(index) {
        return None;
    }
    let middle = journey.lanes[index].scale.as_ref()?.middle();
    let scores = journey.phases.iter().flat_map(|phase| &phase.cells[index]).filter_map(|item| item.score);
    scores.filter(|score| *score < middle).min_by(f64::total_cmp)
}

/// What a curve among others is called at its end: its title, or where others of them have the same title whose it is, or what it stands
/// for.
fn name_at_end(journey: &Journey, index: usize, group: &Range<usize>, terms: TermLanguage) -> String {
    let lane = &journey.lanes[index];
    let same = || group.clone().filter(|other| *other != index && journey.lanes[*other].title == lane.title);
    if same().next().is_none() {
        return called(lane, terms).to_owned();
    }
    let persona = lane.persona.as_ref().and_then(|id| journey.persona(id)).map(|persona| persona.name.clone());
    let purpose = lane.purpose.map(|purpose| purpose.term().text(terms).to_owned());
    let own = same().all(|other| journey.lanes[other].persona != lane.persona);
    let name = if own { persona.or(purpose) } else { purpose.or(persona) };
    name.unwrap_or_else(|| lane.title.clone())
}
