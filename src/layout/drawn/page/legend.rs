//! The foot of every page: the words for the marks that the journey uses, and the number of the page.

use super::Setting;
use crate::journey::{Evidence, Journey, Level, RiskKind, Term};
use crate::layout::drawn::ink::Sign;
use crate::layout::drawn::text::{Block, LEADING, SetLine, Setter};
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Role};
use crate::text::{Cut, Style};

/// From the left end of an entry to its word, in em.
const WORD: f64 = 1.1;
/// Between two entries, in em.
const APART: f64 = 1.4;
/// Kept free for the page number, in em.
const NUMBER: f64 = 5.0;

/// What the legend says of a mark.
pub struct Entry {
    /// The sign; none for what is set in bold, as the word for it then is.
    pub sign: Option<Sign>,
    /// The word for it.
    pub word: Block,
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
    let word = |term: Term, cut| set.label(term.text(set.terms), cut);
    let signs = signs.into_iter().map(|sign| Entry { sign: Some(sign), word: word(sign.term(), Cut::Regular) });
    let important = items().any(|item| item.importance == Some(Level::High));
    let important = important.then(|| Entry { sign: None, word: word(Term::Important, Cut::Bold) });
    signs.chain(important).collect()
}

/// The word for a sign.
#[must_use]
pub fn entry(sign: Sign, set: Setter) -> Entry {
    Entry { sign: Some(sign), word: set.label(sign.term().text(set.terms), Cut::Regular) }
}

/// The entries of the legend at a size.
pub struct Legend {
    entries: Vec<SetEntry>,
    /// From the foot of the grid to the lower margin.
    pub height: Mm,
}

struct SetEntry {
    sign: Option<Sign>,
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
            let lead = if entry.sign.is_some() { em * WORD } else { Mm::ZERO };
            let width = lead + word.width();
            if at.x > Mm::ZERO && at.x + width > right {
                at = Point { x: Mm::ZERO, y: at.y + em * LEADING };
            }
            entries.push(SetEntry { sign: entry.sign, word, at });
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
            let x = corner.x + if entry.sign.is_some() { em * WORD } else { Mm::ZERO };
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

/// Above the legend, in em of cell text.
const GAP: f64 = 0.4;
