//! The head of the first page: title, scenario and facts; and the running head of the others.

use super::content::Content;
use super::sizes::{Frame, Sizes};
use crate::layout::drawn::block::{ASCENT, Block, SetLine, draw, height};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Pt, Role};

/// The title takes at most this share of the page's height; what is longer stands in the table.
const TITLE_SHARE: f64 = 0.2;
/// The scenario takes at most this share; what is longer stands in the table.
const SCENARIO_SHARE: f64 = 0.14;
/// The facts take at most this share; what is longer stands in the table.
const FACTS_SHARE: f64 = 0.24;

/// The lines of the head, and the texts that it has no room for.
pub(super) struct Head<'a> {
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
    pub fn new(content: &'a Content, frame: &Frame, sizes: &Sizes) -> Self {
        let typesetter = content.typesetter;
        let mut overlong = Vec::new();
        let natural = |block: &Block, size: Pt| Mm::from(size) * block.natural_width() + Mm(0.01);
        let facts_width = content
            .facts
            .iter()
            .enumerate()
            .map(|(index, fact)| natural(fact, fact_size(sizes, index)))
            .fold(Mm::ZERO, Mm::max)
            .min(frame.width() * 0.3);
        let mut facts: Vec<Vec<SetLine>> = Vec::new();
        for (index, fact) in content.facts.iter().enumerate() {
            let used: Mm = facts.iter().map(|lines| height(lines)).sum();
            let room = frame.height() * FACTS_SHARE - used;
            match fact.set_within(typesetter, facts_width, fact_size(sizes, index), room) {
                Some(lines) => facts.push(lines),
                None => overlong.push(fact),
            }
        }
        let aside = if facts.is_empty() { Mm::ZERO } else { facts_width + frame.gutter * 4.0 };
        let width = frame.width() - aside;
        let title = title(content, frame, sizes, width).unwrap_or_else(|| {
            overlong.insert(0, &content.title);
            content.title.first_line(typesetter, width, sizes.lead).into_iter().collect()
        });
        let measure = width.min(Mm::from(sizes.lead) * 62.0);
        let scenario = content.scenario.as_ref().map_or_else(Vec::new, |scenario| {
            let most = frame.height() * SCENARIO_SHARE;
            let sizes = [sizes.lead, sizes.cell, sizes.note];
            sizes.into_iter().find_map(|size| scenario.set_within(typesetter, measure, size, most)).unwrap_or_default()
        });
        if scenario.is_empty() {
            overlong.extend(&content.scenario);
        }
        let left = height(&title) + if scenario.is_empty() { Mm::ZERO } else { height(&scenario) + sizes.em() * SCENARIO_GAP };
        let right = facts.iter().map(|lines| height(lines)).sum::<Mm>();
        Self { title, scenario, facts, width, overlong, height: left.max(right) + sizes.em() * 1.1 }
    }

    /// Draws the head at the upper margin.
    pub fn draw(&self, content: &Content, frame: &Frame, sizes: &Sizes, out: &mut Vec<Node>) {
        let typesetter = content.typesetter;
        let corner = Point { x: frame.margin, y: frame.margin };
        let width = frame.width();
        let mut title = Vec::new();
        // Type stands a little inside its line: pulled up so that the capitals, not the line, hang on the margin.
        let lift = self.title.first().map_or(Mm::ZERO, |line| Mm::from(line.size) * (ASCENT - CAP_HEIGHT)) * 0.5;
        draw(typesetter, &self.title, Point { y: corner.y - lift, ..corner }, self.width, theme::INK, &mut title);
        out.push(Node::Group(Group::new(Role::Title, title)));
        if !self.scenario.is_empty() {
            let mut scenario = Vec::new();
            let y = corner.y - lift + height(&self.title) + sizes.em() * SCENARIO_GAP;
            draw(typesetter, &self.scenario, Point { x: corner.x, y }, self.width, theme::QUIET, &mut scenario);
            out.push(Node::Group(Group::new(Role::Paragraph, scenario)));
        }
        let mut y = corner.y;
        for (index, lines) in self.facts.iter().enumerate() {
            let mut fact = Vec::new();
            let color = if index == 0 { theme::INK } else { theme::QUIET };
            for line in lines {
                line.draw_at(typesetter, Point { x: frame.margin + width - line.width(), y }, color, &mut fact);
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
fn title(content: &Content, frame: &Frame, sizes: &Sizes, width: Mm) -> Option<Vec<SetLine>> {
    let least = frame.title_min.max(sizes.lead);
    let fitting = Pt::from(width / content.title.natural_width().max(1.0));
    // A whole number of points, so that a rounding difference never changes the size.
    let mut size = Pt(fitting.0.floor()).max(least).min(least * 1.5);
    loop {
        let lines = content.title.set_within(content.typesetter, width, size, frame.height() * TITLE_SHARE);
        if lines.is_some() || size <= sizes.lead {
            return lines;
        }
        size = (size - Pt(1.0)).max(sizes.lead);
    }
}
