//! The head of the first page: title, scenario and facts; and the running head of the others.

use super::{Setting, Sizes, TITLE_RATIO};
use crate::journey::{Journey, Term};
use crate::layout::drawn::text::{ASCENT, Block, LEADING, Place, SetLine, Setter, draw, height};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Pt, Role};
use crate::text::Cut;

/// The title takes at most this share of the page's height; what is longer stands in the table.
const TITLE_SHARE: f64 = 0.2;
/// The scenario takes at most this share; what is longer stands in the table.
const SCENARIO_SHARE: f64 = 0.14;
/// The facts take at most this share; what is longer stands in the table.
const FACTS_SHARE: f64 = 0.24;

/// What the head says.
pub struct HeadText {
    title: Block,
    /// The title with "continued".
    title_again: Block,
    scenario: Option<Block>,
    /// Organisation, authors and date: what stands at the right of the title. The first is set in bold.
    facts: Vec<Block>,
}

/// Authors up to this number have a line each.
const AUTHORS_ON_LINES: usize = 3;

impl HeadText {
    /// Prepares the texts.
    #[must_use]
    pub fn new(journey: &Journey, set: Setter) -> Self {
        let again = format!("{} ({})", journey.title, Term::Continued.text(set.terms));
        let scenario = journey.scenario.as_ref();
        let beside = || Place::new("", "beside the title");
        Self {
            title: set.heading(&journey.title, Cut::Bold, &|| Place::new("/title", "in the title")),
            title_again: set.again(&again),
            scenario: scenario.map(|text| set.heading(text, Cut::Regular, &|| Place::new("/scenario", "in the scenario"))),
            facts: facts(journey).into_iter().map(|(cut, text)| set.text(&text, cut, &beside)).collect(),
        }
    }
}

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

/// The height of a running head.
#[must_use]
pub fn running_height(sizes: &Sizes) -> Mm {
    Mm::from(sizes.lead) * LEADING + sizes.em() * 0.5
}

/// Draws the first line of the title at the top of a page behind the first.
pub fn running_head(text: &HeadText, setting: &Setting, out: &mut Vec<Node>) {
    let Setting { frame, sizes, .. } = setting;
    let mut nodes = Vec::new();
    if let Some(first) = text.title_again.first_line(setting.typesetter(), frame.width(), sizes.lead) {
        let corner = Point { x: frame.margin, y: frame.margin };
        first.draw(setting.pen(), corner, frame.width(), theme::INK, &mut nodes);
    }
    out.push(Node::Group(Group::new(Role::Note, nodes)));
}

/// The lines of the head, and the texts that it has no room for.
pub struct Head<'a> {
    title: Vec<SetLine>,
    scenario: Vec<SetLine>,
    facts: Vec<Vec<SetLine>>,
    /// The width left of the facts.
    width: Mm,
    /// What stands in the table instead.
    pub overlong: Vec<&'a Block>,
    /// From the upper margin to the top of the table.
    pub height: Mm,
}

impl<'a> Head<'a> {
    /// Measures the head.
    #[must_use]
    pub fn new(text: &'a HeadText, setting: &Setting) -> Self {
        let (typesetter, frame, sizes) = (setting.typesetter(), &setting.frame, &setting.sizes);
        let mut overlong = Vec::new();
        let natural = |block: &Block, size: Pt| Mm::from(size) * block.natural_width() + Mm(0.01);
        let facts_width = text
            .facts
            .iter()
            .enumerate()
            .map(|(index, fact)| natural(fact, fact_size(sizes, index)))
            .fold(Mm::ZERO, Mm::max)
            .min(frame.width() * 0.3);
        let mut facts: Vec<Vec<SetLine>> = Vec::new();
        for (index, fact) in text.facts.iter().enumerate() {
            let used: Mm = facts.iter().map(|lines| height(lines)).sum();
            let room = frame.height() * FACTS_SHARE - used;
            match fact.set_within(typesetter, facts_width, fact_size(sizes, index), room) {
                Some(lines) => facts.push(lines),
                None => overlong.push(fact),
            }
        }
        let aside = if facts.is_empty() { Mm::ZERO } else { facts_width + frame.gutter * 4.0 };
        let width = frame.width() - aside;
        let title = title(text, setting, width).unwrap_or_else(|| {
            overlong.insert(0, &text.title);
            text.title.first_line(typesetter, width, sizes.lead).into_iter().collect()
        });
        let measure = width.min(Mm::from(sizes.lead) * 62.0);
        let scenario = text.scenario.as_ref().map_or_else(Vec::new, |scenario| {
            let most = frame.height() * SCENARIO_SHARE;
            let sizes = [sizes.lead, sizes.cell, sizes.note];
            sizes.into_iter().find_map(|size| scenario.set_within(typesetter, measure, size, most)).unwrap_or_default()
        });
        if scenario.is_empty() {
            overlong.extend(&text.scenario);
        }
        let left = height(&title) + if scenario.is_empty() { Mm::ZERO } else { height(&scenario) + sizes.em() * SCENARIO_GAP };
        let right = facts.iter().map(|lines| height(lines)).sum::<Mm>();
        Self { title, scenario, facts, width, overlong, height: left.max(right) + sizes.em() * 1.1 }
    }

    /// Draws the head at the upper margin.
    pub fn draw(&self, setting: &Setting, out: &mut Vec<Node>) {
        let (pen, frame, sizes) = (setting.pen(), &setting.frame, &setting.sizes);
        let corner = Point { x: frame.margin, y: frame.margin };
        let width = frame.width();
        let mut title = Vec::new();
        // Type stands a little inside its line: pulled up so that the capitals, not the line, hang on the margin.
        let lift = self.title.first().map_or(Mm::ZERO, |line| Mm::from(line.size) * (ASCENT - CAP_HEIGHT)) * 0.5;
        draw(pen, &self.title, Point { y: corner.y - lift, ..corner }, self.width, theme::INK, &mut title);
        out.push(Node::Group(Group::new(Role::Title, title)));
        if !self.scenario.is_empty() {
            let mut scenario = Vec::new();
            let y = corner.y - lift + height(&self.title) + sizes.em() * SCENARIO_GAP;
            draw(pen, &self.scenario, Point { x: corner.x, y }, self.width, theme::QUIET, &mut scenario);
            out.push(Node::Group(Group::new(Role::Paragraph, scenario)));
        }
        let mut y = corner.y;
        for (index, lines) in self.facts.iter().enumerate() {
            let mut fact = Vec::new();
            let color = if index == 0 { theme::INK } else { theme::QUIET };
            for line in lines {
                line.draw_at(pen, Point { x: frame.margin + width - line.width(), y }, color, &mut fact);
                y += line.height();
            }
            out.push(Node::Group(Group::new(Role::Note, fact)));
        }
    }
}

/// Between title and scenario, in em of cell text.
const SCENARIO_GAP: f64 = 0.3;

/// The cap height of the text face, in em.
const CAP_HEIGHT: f64 = 0.66;

fn fact_size(sizes: &Sizes, index: usize) -> Pt {
    if index == 0 { sizes.lead } else { sizes.note }
}

/// The title: as large as fits on one line, between the size for far readers and half as much again; on more lines at the size for
/// far readers; smaller only when even that takes too much of the page. Nothing when it does so at any size.
fn title(text: &HeadText, setting: &Setting, width: Mm) -> Option<Vec<SetLine>> {
    let (frame, sizes) = (&setting.frame, &setting.sizes);
    let least = frame.least.title_min.max(sizes.phase * TITLE_RATIO);
    let fitting = Pt::from(width / text.title.natural_width().max(1.0));
    // A whole number of points, so that a rounding difference never changes the size.
    let mut size = Pt(fitting.0.floor()).max(least).min(least * 1.5);
    loop {
        let lines = text.title.set_within(setting.typesetter(), width, size, frame.height() * TITLE_SHARE);
        if lines.is_some() || size <= sizes.lead {
            return lines;
        }
        size = (size - Pt(1.0)).max(sizes.lead);
    }
}
