//! Rows over pages: as many as fit below each other; one that is higher than a page goes on on the next.

use std::ops::Range;

use super::content::Content;
use super::system::System;
use crate::layout::drawn::items::{CellLine, CellLines};
use crate::layout::drawn::page::Setting;
use crate::layout::theme;
use crate::scene::{Group, Mm, Node, Point, Rect, Role};

/// What stands on a page.
pub(super) enum Piece {
    /// Lines of what the head and the headers have no room for.
    Text(Range<usize>),
    /// Lines of what is said of how phases felt.
    Said(Range<usize>),
    /// A row, or what of its notes has no room on the pages before.
    Row {
        system: usize,
        /// The lines of each note.
        notes: Vec<Range<usize>>,
        /// Whether it begins here.
        opens: bool,
    },
}

/// A piece with its least height.
pub(super) type Placed = (Piece, Mm);

/// Between two pieces, in em.
pub(super) const APART: f64 = 1.3;
/// Little room at the foot of a page, as a share of it, is not used for the beginning of a row.
const LITTLE: f64 = 0.4;

/// Puts all on pages; `rooms` are the heights of the first and of any other.
pub(super) fn pages(
    content: &Content,
    setting: &Setting,
    (systems, text, said): (&[System], &CellLines, &CellLines),
    (first, further): (Mm, Mm),
) -> Vec<Vec<Placed>> {
    let apart = setting.em() * APART;
    let mut pages: Vec<Vec<Placed>> = vec![Vec::new()];
    let mut left = first;
    let heads: fn(Range<usize>) -> Piece = Piece::Text;
    for (text, piece) in [(text, heads), (said, Piece::Said)] {
        let mut from = 0;
        while from < text.lines.len() {
            let fresh = pages.len() > 1 && pages.last().is_some_and(Vec::is_empty);
            let count = text.fitting(from, left).max(usize::from(fresh));
            if count > 0 {
                let range = from..from + count;
                let height = text.height(range.clone());
                push(&mut pages, (piece(range), height));
                left -= height + apart;
                from += count;
            }
            if from < text.lines.len() {
                pages.push(Vec::new());
                left = further;
            }
        }
    }
    for (index, system) in systems.iter().enumerate() {
        let whole: Vec<Range<usize>> = system.notes.iter().map(|note| 0..note.lines.lines.len()).collect();
        let height = system.height(content, setting);
        if height > left && (height <= further || left < further * LITTLE) {
            pages.push(Vec::new());
            left = further;
        }
        if height <= left + Mm(1e-6) {
            push(&mut pages, (Piece::Row { system: index, notes: whole, opens: true }, height));
            left -= height + apart;
            continue;
        }
        let mut rest = whole;
        let mut opens = true;
        loop {
            let above = system.header(opens) + if opens { system.ruler + system.line(content, setting) } else { Mm::ZERO };
            let taken: Vec<Range<usize>> = system
                .notes
                .iter()
                .zip(&rest)
                .map(|(note, rest)| {
                    let head = if opens { note.top } else { Mm::ZERO };
                    let fitting = note.lines.fitting(rest.start, left - above - head - setting.sizes.pad() * 2.0);
                    let least = usize::from(!opens && !rest.is_empty());
                    rest.start..rest.start + fitting.max(least).min(rest.len())
                })
                .collect();
            rest.iter_mut().zip(&taken).for_each(|(rest, taken)| rest.start = taken.end);
            let heights = system.notes.iter().zip(&taken);
            let notes =
                heights.map(|(note, range)| System::note_height(note, range.clone(), opens, setting)).fold(Mm::ZERO, Mm::max);
            push(&mut pages, (Piece::Row { system: index, notes: taken, opens }, above + notes));
            left -= above + notes + apart;
            opens = false;
            if rest.iter().all(Range::is_empty) {
                break;
            }
            pages.push(Vec::new());
            left = further;
        }
    }
    pages
}

fn push(pages: &mut [Vec<Placed>], piece: Placed) {
    if let Some(page) = pages.last_mut() {
        page.push(piece);
    }
}

/// Lines of what has no room in the head and in headers.
pub(super) fn paragraphs(lines: &[CellLine], frame: Rect, setting: &Setting) -> Vec<Node> {
    let mut y = frame.y;
    let paragraphs = lines.iter().map(|line| {
        let mut nodes = Vec::new();
        line.set.draw(setting.pen(), Point { x: frame.x, y }, frame.width, theme::INK, &mut nodes);
        y += line.set.height();
        Node::Group(Group::new(Role::Paragraph, nodes))
    });
    paragraphs.collect()
}
