//! What stands at the right of the title: whose journey it is, what is offered, whether it is the one of today, who made it and when.

use super::super::{Setting, Sizes};
use crate::journey::{Author, Journey, Market, Term};
use crate::layout::drawn::ink::{line, rounded};
use crate::layout::drawn::text::{Block, LEADING, Place, SetLine, Setter, height};
use crate::layout::theme;
use crate::scene::{Color, Group, Mm, Node, Path, Point, Pt, Rect, Role};
use crate::text::Cut;

/// The facts take at most this share of the page's height; what is longer stands in the table.
const MOST: f64 = 0.24;
/// Authors up to this number have a line each, or one for those of a class.
const AUTHORS_ON_LINES: usize = 3;
/// Names of no more characters stay on one line.
const LONGEST_WHOLE: usize = 24;

/// The facts of a journey.
pub(super) struct FactsText {
    /// "Now" or "later".
    badge: Option<Block>,
    /// The first stands out when it is the organisation.
    lines: Vec<Block>,
    organisation: bool,
    /// The names of what is to be written: name, class, date.
    fields: Vec<Block>,
}

impl FactsText {
    /// Prepares the texts.
    pub fn new(journey: &Journey, to_fill_in: bool, set: Setter) -> Self {
        let badge = journey.state.map(|state| state.term().text(set.terms).to_uppercase());
        let lines = facts(journey).into_iter().enumerate();
        let organisation = journey.organisation.is_some();
        let cut = |index: usize| if organisation && index == 0 { Cut::Bold } else { Cut::Regular };
        Self {
            badge: badge.map(|word| set.label(&word, Cut::Bold)),
            lines: lines.map(|(index, (pointer, text))| set.text(&text, cut(index), &place(pointer))).collect(),
            organisation,
            fields: fields(journey)
                .into_iter()
                .filter(|_| to_fill_in)
                .map(|term| set.label(term.text(set.terms), Cut::Regular))
                .collect(),
        }
    }

    /// A fact.
    pub fn block(&self, index: usize) -> &Block {
        &self.lines[index]
    }

    /// The organisation is as large as subtitles where it has room on one line.
    fn size(&self, index: usize, sizes: &Sizes, most: Mm) -> Pt {
        let first = self.lines.first().map_or(f64::INFINITY, Block::natural_width);
        let large = self.organisation && index == 0 && Mm::from(sizes.lead) * first < most;
        if large { sizes.lead } else { sizes.note }
    }

    /// The facts in a width, or in less when they need less.
    pub fn set(&self, setting: &Setting, most: Mm) -> Facts {
        let (typesetter, sizes) = (setting.typesetter(), &setting.sizes);
        let badge = self.badge.as_ref().and_then(|word| word.set(typesetter, most, sizes.note).into_iter().next());
        let badge_width = badge.as_ref().map_or(Mm::ZERO, |word| word.width() + Mm::from(sizes.note) * BADGE_PADDING * 2.0);
        let natural = |(index, fact): (usize, &Block)| Mm::from(self.size(index, sizes, most)) * fact.natural_width() + Mm(0.01);
        let width = self.lines.iter().enumerate().map(natural).fold(Mm::ZERO, Mm::max);
        // The badge stands before the first line, or above it where both have no room.
        let first = self.lines.first().map_or(Mm::ZERO, |fact| natural((0, fact)));
        let beside = badge_width + sizes.em() * BADGE_GAP + first <= most;
        let needed = if beside && badge.is_some() { badge_width + sizes.em() * BADGE_GAP + first } else { badge_width };
        let width = width.max(needed).min(most);
        let above = if badge.is_some() && !beside { badge_row(sizes) } else { Mm::ZERO };
        let width = if self.fields.is_empty() { width } else { width.max(FIELD_WIDTH.min(most)) };
        let mut facts = Facts {
            lines: Vec::new(),
            overlong: Vec::new(),
            badge,
            width,
            height: above,
            above,
            badge_width,
            fields: Vec::new(),
        };
        for (index, fact) in self.lines.iter().enumerate() {
            let room = setting.frame.height() * MOST - facts.height;
            match fact.set_within(typesetter, width, self.size(index, sizes, most), room) {
                Some(lines) => {
                    facts.height += height(&lines);
                    facts.lines.push((index, lines));
                }
                None => facts.overlong.push(index),
            }
        }
        facts.lift_badge(!self.fields.is_empty(), setting);
        for field in &self.fields {
            // A built-in label is short, and its first line says enough.
            let line = field.first_line(typesetter, width, sizes.note);
            let row = line.as_ref().map_or(Mm::ZERO, SetLine::height).max(writing(setting));
            if facts.height + row <= setting.frame.height() * MOST {
                facts.height += row;
                facts.fields.extend(line);
            }
        }
        facts
    }
}

/// The height of a badge above the first line.
fn badge_row(sizes: &Sizes) -> Mm {
    Mm::from(sizes.note) * (LEADING + 0.4)
}

/// The facts as they are set.
pub(super) struct Facts {
    lines: Vec<(usize, Vec<SetLine>)>,
    /// Those that have no room.
    pub overlong: Vec<usize>,
    badge: Option<SetLine>,
    badge_width: Mm,
    /// The names of what is to be written, each before a line.
    fields: Vec<SetLine>,
    /// Room for a badge above the first line.
    above: Mm,
    /// The width that they take.
    pub width: Mm,
    /// From the upper margin to their foot.
    pub height: Mm,
}

/// From one line that is written on to the next: room for handwriting, and on large paper for larger one.
pub(super) fn writing(setting: &Setting) -> Mm {
    WRITING.max(Mm::from(setting.sizes.note) * 1.8)
}

/// The least room for handwriting.
const WRITING: Mm = Mm(8.0);
/// The width of a label with its line.
const FIELD_WIDTH: Mm = Mm(80.0);
/// Between the word of a badge and its ends, in em of it.
const BADGE_PADDING: f64 = 0.7;
/// Between a badge and the first line, in em of cell text.
const BADGE_GAP: f64 = 0.6;

impl Facts {
    /// Whether there is nothing to draw.
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty() && self.badge.is_none() && self.fields.is_empty()
    }

    /// Whether any of them is to be written.
    pub fn is_written(&self) -> bool {
        !self.fields.is_empty()
    }

    /// Gives the badge a row of its own where another line than it was measured with comes first, and leaves it no room: a longer one, or one
    /// that is written on.
    fn lift_badge(&mut self, fields: bool, setting: &Setting) {
        let first = self.lines.first().and_then(|(_, lines)| lines.first()).map_or(Mm::ZERO, SetLine::width);
        let needed = self.badge_width + setting.em() * BADGE_GAP + first;
        let crowded = if first > Mm::ZERO { needed > self.width + Mm(0.01) } else { fields };
        if self.badge.is_some() && self.above == Mm::ZERO && crowded {
            self.above = badge_row(&setting.sizes);
            self.height += self.above;
        }
    }

    /// Draws the facts at the right margin; `corner` is the upper left corner of the page's content.
    pub fn draw(&self, text: &FactsText, setting: &Setting, corner: Point, out: &mut Vec<Node>) {
        let right = corner.x + setting.frame.width();
        self.draw_badge(setting, Point { x: right, ..corner }, out);
        let mut y = corner.y + self.above;
        for (index, lines) in &self.lines {
            let mut fact = Vec::new();
            let color = if text.organisation && *index == 0 { theme::INK } else { theme::QUIET };
            for line in lines {
                line.draw_at(setting.pen(), Point { x: right - line.width(), y }, color, &mut fact);
                y += line.height();
            }
            out.push(Node::Group(Group::new(Role::Note, fact)));
        }
        for label in &self.fields {
            let row = label.height().max(writing(setting));
            let left = right - self.width;
            let mut nodes = Vec::new();
            label.draw_at(setting.pen(), Point { x: left, y: y + row - label.height() }, theme::QUIET, &mut nodes);
            y += row;
            let from = left + label.width() + setting.em() * 0.4;
            nodes.push(write_on(Point { x: from.min(right), y: y - label.descent * 0.5 }, right, setting.em()));
            out.push(Node::Group(Group::new(Role::Note, nodes).speaking(setting.labels)));
        }
    }

    fn draw_badge(&self, setting: &Setting, corner: Point, out: &mut Vec<Node>) {
        let Some(word) = &self.badge else { return };
        let em = Mm::from(word.size);
        let first = self.lines.first().and_then(|(_, lines)| lines.first());
        let (right, baseline) = match first.filter(|_| self.above == Mm::ZERO) {
            Some(line) => (corner.x - line.width() - setting.em() * BADGE_GAP, corner.y + line.ascent),
            None => (corner.x, corner.y + word.ascent),
        };
        let pill = Rect::new(right - self.badge_width, baseline - em * 0.97, self.badge_width, em * 1.28);
        let mut nodes = vec![Node::Group(Group::new(
            Role::Artifact,
            vec![Node::Path(Path::filled(rounded(pill, pill.height / 2.0), theme::INK))],
        ))];
        let place = Point { x: pill.x + em * BADGE_PADDING, y: baseline - word.ascent };
        word.draw_at(setting.pen(), place, Color::WHITE, &mut nodes);
        out.push(Node::Group(Group::new(Role::Note, nodes).speaking(setting.labels)));
    }
}

/// A line to write on.
pub(super) fn write_on(from: Point, right: Mm, em: Mm) -> Node {
    let segments = line(from, Point { x: right, ..from });
    let rule = Path::stroked(segments, theme::OUTLINE, (em * 0.05).max(Mm(0.25)));
    Node::Group(Group::new(Role::Artifact, vec![Node::Path(rule)]))
}

/// What a journey does not say.
fn fields(journey: &Journey) -> Vec<Term> {
    let class = journey.authors.iter().any(|author| author.class.is_some());
    let missing = [(Term::Name, journey.authors.is_empty()), (Term::Group, !class), (Term::Date, journey.date.is_none())];
    missing.into_iter().filter(|(_, missing)| *missing).map(|(term, _)| term).collect()
}

/// The facts, each with its pointer; empty where it is put together from several fields.
fn facts(journey: &Journey) -> Vec<(&'static str, String)> {
    let mut facts: Vec<(&'static str, String)> = Vec::new();
    facts.extend(journey.organisation.iter().map(|name| ("/organisation", name.clone())));
    let market = journey.market.map(|market| match market {
        Market::B2c => "B2C".to_owned(),
        Market::B2b => "B2B".to_owned(),
    });
    let offering = journey.offering.as_ref().map(|offering| offering.name.clone());
    facts.extend(dotted(offering.into_iter().chain(market)).map(|text| ("", text)));
    facts.extend(authors(&journey.authors).into_iter().map(|text| ("/authors", text)));
    let date = journey.date.map(|date| date.written(&journey.language.tag));
    let revision = journey.revision.as_ref().map(|name| format!("{}\u{a0}{name}", Term::Revision.text(journey.language.terms)));
    facts.extend(dotted(journey.course.clone().into_iter().chain(date).chain(revision)).map(|text| ("", text)));
    facts
}

/// What belongs together on a line.
fn dotted(parts: impl Iterator<Item = String>) -> Option<String> {
    let parts: Vec<String> = parts.collect();
    (!parts.is_empty()).then(|| parts.join("\u{a0}· "))
}

/// A few authors on lines, those of a class together; many on one.
fn authors(authors: &[Author]) -> Vec<String> {
    let said = |group: &[Author]| {
        let names: Vec<String> = group.iter().map(|author| whole(&author.name)).collect();
        let class = group[0].class.as_ref().map_or(String::new(), |class| format!("\u{a0}· {class}"));
        format!("{}{class}", names.join(", "))
    };
    let alike = |one: &Author, other: &Author| one.class == other.class;
    let groups: Vec<String> = authors.chunk_by(alike).map(said).collect();
    match groups.len() {
        0..=AUTHORS_ON_LINES => groups,
        _ => vec![groups.join("; ")],
    }
}

/// A name that is not too long for it stays on one line.
fn whole(name: &str) -> String {
    if name.chars().count() <= LONGEST_WHOLE { name.replace(' ', "\u{a0}") } else { name.to_owned() }
}

fn place(pointer: &'static str) -> impl Fn() -> Place {
    move || Place::new(pointer, "beside the title")
}
