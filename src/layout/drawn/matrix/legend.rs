//! The foot of every page: the words for the marks that the journey uses, and the number of the page.

use super::content::Content;
use super::sizes::{Frame, Sizes};
use crate::layout::drawn::block::{Block, LEADING, SetLine};
use crate::layout::drawn::signs::Sign;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Role};
use crate::text::{Cut, Style};

/// From the left end of an entry to its word, in em.
const WORD: f64 = 1.1;
/// Between two entries, in em.
const APART: f64 = 1.4;
/// Kept free for the page number, in em.
const NUMBER: f64 = 5.0;

/// The entries of the legend at a size.
pub(super) struct Legend {
    entries: Vec<Entry>,
    /// From the foot of the grid to the lower margin.
    pub height: Mm,
}

struct Entry {
    sign: Option<Sign>,
    word: SetLine,
    /// Left upper corner, from that of the legend.
    at: Point,
}

impl Legend {
    /// Sets the entries beside each other, on as many lines as they take.
    pub fn new(content: &Content, frame: &Frame, sizes: &Sizes) -> Self {
        let em = Mm::from(sizes.note);
        let right = frame.width() - em * NUMBER;
        let mut at = Point { x: Mm::ZERO, y: Mm::ZERO };
        let mut entries = Vec::new();
        for entry in &content.legend {
            // Words of the legend are short: on a page too narrow for one, its first line says enough.
            let words = entry.word.set(content.typesetter, frame.width() * 0.6, sizes.note);
            let Some(word) = words.into_iter().next() else { continue };
            let lead = if entry.sign.is_some() { em * WORD } else { Mm::ZERO };
            let width = lead + word.width();
            if at.x > Mm::ZERO && at.x + width > right {
                at = Point { x: Mm::ZERO, y: at.y + em * LEADING };
            }
            entries.push(Entry { sign: entry.sign, word, at });
            at.x += width + em * APART;
        }
        Self { entries, height: at.y + em * LEADING + sizes.em() * GAP }
    }

    /// Draws the legend at the left and, on more pages than one, the page number at the right of the foot.
    pub fn draw(&self, content: &Content, frame: &Frame, sizes: &Sizes, (number, count): (usize, usize), out: &mut Vec<Node>) {
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
            entry.word.draw_at(content.typesetter, Point { x, ..corner }, theme::QUIET, &mut nodes);
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
        if count > 1 {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let block = Block::text(content.typesetter, &format!("{number} / {count}"), style);
            let mut nodes = Vec::new();
            for line in block.set(content.typesetter, frame.width(), sizes.note) {
                let x = frame.page.width - frame.margin - line.width();
                line.draw_at(content.typesetter, Point { x, y }, theme::QUIET, &mut nodes);
            }
            out.push(Node::Group(Group::new(Role::Note, nodes)));
        }
    }
}

/// Above the legend, in em of cell text.
const GAP: f64 = 0.4;
