//! The foot of every page: the words for the marks that the journey uses, and the number of the page.

use super::Setting;
use crate::journey::{Evidence, Journey, Level, RiskKind, Term};
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::text::{Block, LEADING, SetLine, Setter};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Role, RunKind};
use crate::text::{Cut, Style};

/// From the left end of an entry to its word, in em.
const WORD: f64 = 1.1;
/// Between two entries, in em.
const APART: f64 = 1.4;
/// Kept free for the page number, in em.
const NUMBER: f64 = 5.0;

/// What the legend says of a mark.
pub struct Entry {
    /// The sign.
    pub sign: Option<Sign>,
    /// A piece of text in the way that the word is for.
    pub sample: Option<Block>,
    /// The word for it.
    pub word: Block,
}

impl Entry {
    /// What is said of a page without a mark.
    #[must_use]
    pub fn unsigned(word: Block) -> Self {
        Self { sign: None, sample: None, word }
    }
}

/// The words for the marks that a journey uses.
#[must_use]
pub fn entries(journey: &Journey, set: Setter) -> Vec<Entry> {
    let phases = &journey.phases;
    let items = || phases.iter().flat_map(|phase| phase.cells.iter().flatten());
    let risk = |kind: Option<RiskKind>| phases.iter().flat_map(|phase| &phase.risks).any(|risk| risk.kind == kind);
    let mut signs = Vec::new();
    signs.extend(items().any(|item| item.moment_of_truth).then_some(Sign::MomentOfTruth));
    if items().any(|item| item.drop_off) {
        signs.push(Sign::DROP_OFF);
    }
    for kind in RiskKind::ALL.iter().copied().map(Some).chain([None]).filter(|kind| risk(*kind)) {
        signs.extend((!signs.contains(&Sign::Risk(kind))).then_some(Sign::Risk(kind)));
    }
    let known = |evidence: &Evidence| items().any(|item| item.evidence == Some(*evidence));
    signs.extend(Evidence::ALL.iter().copied().filter(known).map(Sign::Evidence));
    let important = items().any(|item| item.importance == Some(Level::High));
    let important = important.then(|| Entry {
        sample: Some(set.label(SAMPLE, Cut::Bold)),
        ..Entry::unsigned(set.label(Term::Important.text(set.terms), Cut::Regular))
    });
    signs.into_iter().map(|sign| entry(sign, set)).chain(important).collect()
}

/// The word for a sign.
#[must_use]
pub fn entry(sign: Sign, set: Setter) -> Entry {
    Entry { sign: Some(sign), sample: None, word: set.label(sign.term().text(set.terms), Cut::Regular) }
}

/// The entries of the legend at a size.
pub struct Legend {
    entries: Vec<SetEntry>,
    /// From the foot of the grid to the lower margin.
    pub height: Mm,
}

struct SetEntry {
    sign: Option<Sign>,
    sample: Option<SetLine>,
    word: SetLine,
    /// Left upper corner, from that of the legend.
    at: Point,
}

impl Legend {
    /// Sets the entries beside each other, on as many lines as they take.
    #[must_use]
    pub fn new<'a>(of: impl IntoIterator<Item = &'a Entry>, setting: &Setting) -> Self {
        let (frame, sizes) = (&setting.frame, &setting.sizes);
        let em = Mm::from(sizes.note);
        let right = frame.width() - em * NUMBER;
        let mut at = Point { x: Mm::ZERO, y: Mm::ZERO };
        let mut entries = Vec::new();
        for entry in of {
            // Words of the legend are short: on a page too narrow for one, its first line says enough.
            let words = entry.word.set(setting.typesetter(), frame.width() * 0.6, sizes.note);
            let Some(word) = words.into_iter().next() else { continue };
            let sample = entry.sample.as_ref();
            let sample = sample.and_then(|sample| sample.first_line(setting.typesetter(), frame.width(), sizes.note));
            let set = SetEntry { sign: entry.sign, sample, word, at };
            let width = set.lead(em) + set.word.width();
            if at.x > Mm::ZERO && at.x + width > right {
                at = Point { x: Mm::ZERO, y: at.y + em * LEADING };
            }
            entries.push(SetEntry { at, ..set });
            at.x += width + em * APART;
        }
        Self { entries, height: at.y + em * LEADING + sizes.em() * GAP }
    }

    /// Draws the legend at the left and, on more pages than one, the page number at the right of the foot.
    pub fn draw(&self, setting: &Setting, (number, count): (usize, usize), out: &mut Vec<Node>) {
        let (pen, frame, sizes) = (setting.pen(), &setting.frame, &setting.sizes);
        let y = frame.page.height - frame.margin - self.height + sizes.em() * GAP;
        let em = Mm::from(sizes.note);
        for entry in &self.entries {
            let corner = Point { x: frame.margin + entry.at.x, y: y + entry.at.y };
            let mut nodes = Vec::new();
            if let Some(sign) = entry.sign {
                let centre = Point { x: corner.x + em * 0.4, y: corner.y + entry.word.ascent - em * 0.32 };
                nodes.push(Node::Group(Group::new(Role::Artifact, sign.draw(centre, em * 0.36))));
            }
            if let Some(sample) = &entry.sample {
                let mut shown = Vec::new();
                sample.draw_at(pen, corner, theme::QUIET, &mut shown);
                // It is seen, and no part of the text.
                for node in &mut shown {
                    if let Node::Text(run) = node {
                        (run.kind, run.text) = (RunKind::Ornament, "".into());
                    }
                }
                nodes.push(Node::Group(Group::new(Role::Artifact, shown)));
            }
            let x = corner.x + entry.lead(em);
            entry.word.draw_at(pen, Point { x, ..corner }, theme::QUIET, &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes).speaking(setting.labels)));
        }
        if count > 1 {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let block = Block::text(setting.typesetter(), &format!("{number} / {count}"), style);
            let mut nodes = Vec::new();
            for line in block.set(setting.typesetter(), frame.width(), sizes.note) {
                let x = frame.page.width - frame.margin - line.width();
                line.draw_at(pen, Point { x, y }, theme::QUIET, &mut nodes);
            }
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

impl SetEntry {
    /// From its left end to its word, with an em of the legend.
    fn lead(&self, em: Mm) -> Mm {
        let sign = if self.sign.is_some() { em * WORD } else { Mm::ZERO };
        self.sample.as_ref().map_or(sign, |sample| sample.width() + em * 0.4)
    }
}

/// A piece of text that shows how some is set.
const SAMPLE: &str = "Aa";

/// Above the legend, in em of cell text.
const GAP: f64 = 0.4;
/// So much more where the page has room for it.
pub const AIR: f64 = 0.8;
