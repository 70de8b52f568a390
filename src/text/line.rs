//! A line of text: shaped stretches in reading order, put into their visual order and turned into runs for a scene.

use std::sync::Arc;

use super::Typesetter;
use super::fonts::Cut;
use super::paragraph::width_of;
use super::shape::{Form, Shaped};
use crate::scene::{Color, FaceId, Glyph, Mm, Node, Path, Point, Pt, Rect, RunKind, Stroke, TextRun};

/// One line of a paragraph. Lengths are in em.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// In reading order, without the space at the end.
    pieces: Vec<Shaped>,
    /// The space at which the line was broken: it has no width.
    space: Vec<Shaped>,
    hyphen: Option<Shaped>,
    /// The embedding level of the paragraph.
    level: u8,
    /// From the left end to the right end, without the space at the end of the line.
    pub width: f64,
    /// How far glyphs reach above the baseline and below it (both positive).
    pub ink: (f64, f64),
}

/// The size and colour in which a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Paint {
    /// The type size.
    pub size: Pt,
    /// The colour.
    pub color: Color,
}

impl Line {
    pub(super) fn new(pieces: Vec<Shaped>, space: Vec<Shaped>, hyphen: Option<Shaped>, level: u8) -> Self {
        let width = width_of(&pieces) + hyphen.as_ref().map_or(0.0, |hyphen| hyphen.width);
        let ink = pieces.iter().fold((0.0, 0.0), |ink: (f64, f64), piece| (ink.0.max(piece.ink.0), ink.1.max(piece.ink.1)));
        Self { pieces, space, hyphen, level, width, ink }
    }

    /// A line that says nothing: an empty paragraph.
    #[must_use]
    pub fn empty() -> Self {
        Self::new(Vec::new(), Vec::new(), None, 0)
    }

    /// Whether the paragraph is read from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// What the line says: a slice of the source.
    #[must_use]
    pub fn text(&self) -> String {
        self.pieces.iter().chain(&self.space).map(|piece| &*piece.text).collect()
    }

    /// Draws the line with the left end of its baseline at `origin`.
    pub fn draw(&self, typesetter: &Typesetter, origin: Point, paint: Paint, out: &mut Vec<Node>) {
        let em = Mm::from(paint.size);
        let mut x = origin.x;
        if self.rtl()
            && let Some(hyphen) = &self.hyphen
        {
            out.push(Node::Text(run(hyphen, Point { x, y: origin.y }, paint, RunKind::Hyphen)));
            x += em * hyphen.width;
        }
        // Runs are placed in visual order and written in reading order, which is the order in which a reader meets them.
        let spans = self.spans();
        let mut places = vec![Mm::ZERO; spans.len()];
        for index in visual_order(&spans.iter().map(|span| span.level).collect::<Vec<_>>()) {
            places[index] = x;
            x += em * spans[index].width;
        }
        let trailing = if self.rtl() { origin.x } else { x };
        for (span, x) in spans.iter().zip(places) {
            match span.form {
                Form::Glyphs(..) => out.push(Node::Text(run(span, Point { x, y: origin.y }, paint, RunKind::Spelled))),
                Form::Missing => frame(typesetter, span, Point { x, y: origin.y }, paint, out),
            }
        }
        if !self.rtl()
            && let Some(hyphen) = &self.hyphen
        {
            out.push(Node::Text(run(hyphen, Point { x, y: origin.y }, paint, RunKind::Hyphen)));
        }
        self.draw_space(trailing, origin.y, paint, out);
    }

    /// The space at the end joins the last run where it can, so that a line is one run; else it is a run of its own.
    fn draw_space(&self, x: Mm, y: Mm, paint: Paint, out: &mut Vec<Node>) {
        for space in &self.space {
            let blank = run(space, Point { x, y }, paint, RunKind::Spelled);
            match out.last_mut() {
                Some(Node::Text(last))
                    if !last.rtl && !self.rtl() && last.face == blank.face && last.kind == RunKind::Spelled =>
                {
                    let offset = u32::try_from(last.text.len()).unwrap_or(u32::MAX);
                    last.glyphs =
                        last.glyphs.iter().cloned().chain(blank.glyphs.iter().map(|glyph| shifted(glyph, offset))).collect();
                    last.text = [&*last.text, &*blank.text].concat().into();
                }
                _ => out.push(Node::Text(blank)),
            }
        }
    }

    /// Neighbouring stretches of one face and level joined, in reading order.
    fn spans(&self) -> Vec<Shaped> {
        let mut spans: Vec<Shaped> = Vec::new();
        for piece in &self.pieces {
            if let Some(last) = spans.last_mut()
                && last.level == piece.level
                && let (Form::Glyphs(face, before), Form::Glyphs(same, after)) = (&last.form, &piece.form)
                && face == same
            {
                let offset = u32::try_from(last.text.len()).unwrap_or(u32::MAX);
                let after = after.iter().map(|glyph| shifted(glyph, offset));
                let glyphs: Arc<[Glyph]> = if last.rtl() {
                    after.chain(before.iter().cloned()).collect()
                } else {
                    before.iter().cloned().chain(after).collect()
                };
                last.form = Form::Glyphs(*face, glyphs);
                last.text = [&*last.text, &*piece.text].concat().into();
                last.width += piece.width;
                last.ink = (last.ink.0.max(piece.ink.0), last.ink.1.max(piece.ink.1));
            } else {
                spans.push(piece.clone());
            }
        }
        spans
    }
}

fn shifted(glyph: &Glyph, offset: u32) -> Glyph {
    Glyph { cluster: glyph.cluster.start + offset..glyph.cluster.end + offset, ..glyph.clone() }
}

/// Rule L2 of the Unicode bidirectional algorithm (UAX #9) on whole spans: the indices from left to right.
fn visual_order(levels: &[u8]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..levels.len()).collect();
    let highest = levels.iter().copied().max().unwrap_or(0);
    for level in (1..=highest).rev() {
        let mut start = 0;
        while start < order.len() {
            let length = order[start..].iter().take_while(|index| levels[**index] >= level).count();
            order[start..start + length].reverse();
            start += length.max(1);
        }
    }
    order
}

fn run(shaped: &Shaped, origin: Point, paint: Paint, kind: RunKind) -> TextRun {
    let (face, glyphs) = match &shaped.form {
        Form::Glyphs(face, glyphs) => (*face, Arc::clone(glyphs)),
        Form::Missing => (FaceId::default(), Arc::from([])),
    };
    let text = match kind {
        RunKind::Spelled | RunKind::Substitute => Arc::clone(&shaped.text),
        RunKind::Hyphen | RunKind::Ornament => Arc::from(""),
    };
    TextRun { origin, size: paint.size, face, color: paint.color, glyphs, text, rtl: shaped.rtl(), kind }
}

/// Draws the code points that no face has: hexadecimal digits in two rows, in a thin frame one em wide.
fn frame(typesetter: &Typesetter, missing: &Shaped, origin: Point, paint: Paint, out: &mut Vec<Node>) {
    let em = Mm::from(paint.size);
    let character = missing.text.chars().next().unwrap_or('\u{fffd}');
    let digits = format!("{:04X}", u32::from(character));
    let (upper, lower) = digits.split_at(digits.len().div_ceil(2));
    let small = Paint { size: paint.size * 0.42, color: paint.color };
    for (row, digits) in [upper, lower].into_iter().enumerate() {
        for (index, piece) in typesetter.shape(Cut::Regular, digits, &vec![0; digits.len()]).into_iter().enumerate() {
            let width = Mm::from(small.size) * piece.width;
            let place = Point { x: origin.x + (em - width) / 2.0, y: origin.y - em * if row == 0 { 0.40 } else { 0.03 } };
            let kind = if row == 0 && index == 0 { RunKind::Substitute } else { RunKind::Ornament };
            let piece = if kind == RunKind::Substitute { Shaped { text: Arc::clone(&missing.text), ..piece } } else { piece };
            out.push(Node::Text(TextRun { rtl: false, ..run(&piece, place, small, kind) }));
        }
    }
    let edge = Rect::new(origin.x + em * 0.04, origin.y - em * 0.80, em * 0.92, em * 0.90);
    out.push(Node::Path(Path {
        segments: Path::rect(edge),
        fill: None,
        stroke: Some(Stroke { color: paint.color, width: em * 0.04, dashes: Vec::new() }),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_reversed_from_the_highest_down() {
        assert_eq!(visual_order(&[0, 0, 0]), [0, 1, 2]);
        assert_eq!(visual_order(&[0, 1, 1, 0]), [0, 2, 1, 3]);
        // A number (level 2) in Arabic (level 1) keeps its own order.
        assert_eq!(visual_order(&[1, 2, 2, 1]), [3, 1, 2, 0]);
    }
}
