//! A line of text: shaped stretches in reading order, put into their visual order and turned into runs for a scene.

use std::ops::Range;
use std::sync::Arc;

use super::Typesetter;
use super::fonts::Cut;
use super::paragraph::{Paragraph, Token};
use super::segments::Bond;
use super::shape::{FRAME_WIDTH, Form, Shaped, graphemes};
use crate::scene::missing::{DIGITS, Digits, Frame, Missing};
use crate::scene::{Color, FaceId, Glyph, Mm, Node, Point, Pt, Role, RunKind, TextRun};

/// One line of a paragraph: where it begins and ends, and how much room it takes. What is drawn of it is shaped when it is drawn, so
/// that a line costs little while widths and sizes are tried. Lengths are in em.
#[derive(Debug, Clone)]
pub struct Line {
    /// The tokens of the paragraph.
    tokens: Arc<[Token]>,
    /// Where it begins and where it ends.
    from: Place,
    to: Place,
    /// Whether a hyphen that the text does not have stands at its end.
    hyphen: bool,
    cut: Cut,
    /// The embedding level of the paragraph.
    level: u8,
    /// From the left end to the right end, without the space at the end of the line.
    pub width: f64,
    /// How far glyphs reach above the baseline and below it (both positive).
    pub ink: (f64, f64),
}

/// A place in a paragraph: before byte `at` of the word of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub token: usize,
    pub at: usize,
}

/// What a line is drawn with.
struct Pieces {
    /// In reading order, without the space at the end.
    shaped: Vec<Shaped>,
    /// The space at which the line was broken: it has no width.
    space: Option<Arc<Shaped>>,
    hyphen: Option<Shaped>,
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
    pub(super) fn new(typesetter: &Typesetter, paragraph: &Paragraph, from: Place, to: Place, hyphen: bool) -> Self {
        let (tokens, cut, level) = (Arc::clone(&paragraph.tokens), paragraph.style.cut, paragraph.level);
        let mut line = Self { tokens, from, to, hyphen, cut, level, width: 0.0, ink: (0.0, 0.0) };
        let (mut width, mut ink, mut space) = (0.0, (0.0_f64, 0.0_f64), 0.0);
        for (token, range) in line.shown() {
            width += space + token.word.width_of(typesetter, &range);
            space = token.space_width();
            let reach = token.word.ink_of(typesetter, &range);
            ink = (ink.0.max(reach.0), ink.1.max(reach.1));
        }
        line.width = width + if hyphen { typesetter.hyphen(cut).width } else { 0.0 };
        line.ink = ink;
        line
    }

    /// A line that says nothing: an empty paragraph.
    #[must_use]
    pub fn empty() -> Self {
        let place = Place { token: 0, at: 0 };
        let nothing = Arc::from(Vec::new());
        Self { tokens: nothing, from: place, to: place, hyphen: false, cut: Cut::Regular, level: 0, width: 0.0, ink: (0.0, 0.0) }
    }

    /// The tokens of which something stands on the line, each with the bytes of its word that do.
    fn parts(&self) -> impl Iterator<Item = (&Token, Range<usize>)> {
        let last = if self.to.at == 0 { self.to.token } else { self.to.token + 1 };
        (self.from.token..last).map(|index| {
            let token = &self.tokens[index];
            let start = if index == self.from.token { self.from.at } else { 0 };
            let end = if index == self.to.token { self.to.at } else { token.word.text.len() };
            (token, start..end)
        })
    }

    /// The same without the separator in whose stead the line ends.
    fn shown(&self) -> impl Iterator<Item = (&Token, Range<usize>)> {
        let last = self.to.token - usize::from(self.ends_in_separator());
        self.parts().take(if self.to.at == 0 { last - self.from.token } else { usize::MAX })
    }

    /// Whether the end of the line stands for a separator, which is not drawn.
    fn ends_in_separator(&self) -> bool {
        let inside = self.to.at == 0 && self.to.token < self.tokens.len() && self.from.token + 1 < self.to.token;
        inside && self.tokens[self.to.token - 1].bond == Bond::Separator
    }

    /// The space at the end: that of the last token, when all of it stands here.
    fn end_space(&self) -> Option<&Arc<Shaped>> {
        if self.to.at > 0 { None } else { self.tokens[..self.to.token].last()?.space.as_ref() }
    }

    fn pieces(&self, typesetter: &Typesetter) -> Pieces {
        let mut shaped = Vec::new();
        let mut space: Option<&Arc<Shaped>> = None;
        for (token, range) in self.shown() {
            shaped.extend(space.map(|space| (**space).clone()));
            shaped.extend(token.word.fragment(typesetter, &range));
            space = token.space.as_ref();
        }
        let hyphen = self.hyphen.then(|| typesetter.hyphen(self.cut).clone());
        // Soft hyphens show nothing, but for the one at which the line ends: that tells readers that the word goes on.
        let last = shaped.pop().map(|last| if self.hyphen { last } else { last.without_soft_hyphens() });
        let shaped = shaped.into_iter().map(Shaped::without_soft_hyphens).chain(last).filter(|piece| !piece.text.is_empty());
        Pieces { shaped: shaped.collect(), space: self.end_space().cloned(), hyphen }
    }

    /// Whether it ends inside a word: with a hyphen that the text does not have, or cut without one.
    #[must_use]
    pub fn breaks_word(&self) -> bool {
        self.hyphen || self.to.at > 0
    }

    /// Whether the paragraph is read from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// What the line says: a slice of the source, with a separator in whose stead it ends.
    #[must_use]
    pub fn text(&self) -> String {
        let mut text = String::new();
        let mut space = "";
        for (token, range) in self.parts() {
            text += space;
            text += &token.word.text[range];
            space = token.space.as_ref().map_or("", |space| &space.text);
        }
        text + self.end_space().map_or("", |space| &space.text)
    }

    /// Draws the line with the left end of its baseline at `origin`.
    pub fn draw(&self, typesetter: &Typesetter, origin: Point, paint: Paint, out: &mut Vec<Node>) {
        let em = Mm::from(paint.size);
        let pieces = self.pieces(typesetter);
        let mut x = origin.x;
        if self.rtl()
            && let Some(hyphen) = &pieces.hyphen
        {
            out.push(Node::Text(run(hyphen, Point { x, y: origin.y }, paint, RunKind::Hyphen)));
            x += em * hyphen.width;
        }
        // Runs are placed in visual order and written in reading order, which is the order in which a reader meets them.
        let spans = spans(&pieces.shaped);
        let mut places = vec![Mm::ZERO; spans.len()];
        for index in visual_order(&spans.iter().map(|span| span.level).collect::<Vec<_>>()) {
            places[index] = x;
            x += em * spans[index].width;
        }
        let trailing = if self.rtl() { origin.x } else { x };
        for (span, x) in spans.iter().zip(places) {
            match span.form {
                Form::Glyphs(..) => out.push(Node::Text(run(span, Point { x, y: origin.y }, paint, RunKind::Spelled))),
                Form::Missing => out.push(Node::Missing(missing(typesetter, span, Point { x, y: origin.y }, paint))),
            }
        }
        if !self.rtl()
            && let Some(hyphen) = &pieces.hyphen
        {
            out.push(Node::Text(run(hyphen, Point { x, y: origin.y }, paint, RunKind::Hyphen)));
        }
        if let Some(space) = &pieces.space {
            self.draw_space(space, Point { x: trailing, y: origin.y }, paint, out);
        }
    }

    /// The space at the end joins the last run where it can, so that a line is one run; else it is a run of its own.
    fn draw_space(&self, space: &Shaped, place: Point, paint: Paint, out: &mut Vec<Node>) {
        let blank = run(space, place, paint, RunKind::Spelled);
        match out.last_mut() {
            Some(Node::Text(last)) if !last.rtl && !self.rtl() && last.face == blank.face && last.kind == RunKind::Spelled => {
                let offset = u32::try_from(last.text.len()).unwrap_or(u32::MAX);
                last.glyphs =
                    last.glyphs.iter().cloned().chain(blank.glyphs.iter().map(|glyph| shifted(glyph, offset))).collect();
                last.text = [&*last.text, &*blank.text].concat().into();
            }
            _ => out.push(Node::Text(blank)),
        }
    }
}

impl Typesetter {
    /// Parts what was drawn from what is drawn next by a space that takes no room, as at the end of a line: two paragraphs would be read
    /// as one word otherwise. Nothing where there is no text, or it ends in white space.
    pub fn part(&self, out: &mut Vec<Node>) {
        let text = |node: &Node| match node {
            Node::Path(_) | Node::Image(_) => None,
            Node::Group(group) if group.role == Role::Artifact => None,
            Node::Text(run) => Some(run.kind == RunKind::Spelled && !run.text.ends_with(char::is_whitespace)),
            Node::Missing(missing) => Some(!missing.text.ends_with(char::is_whitespace)),
            Node::Group(_) | Node::Link(_) => Some(false),
        };
        let last = out.iter().enumerate().rev().find_map(|(index, node)| Some((index, text(node)?)));
        let Some((index, true)) = last else { return };
        let space = |(id, advance): (u16, i32), from: usize| {
            let from = u32::try_from(from).unwrap_or(u32::MAX);
            Glyph { id, advance, dx: 0, dy: 0, cluster: from..from.saturating_add(1) }
        };
        let in_face = |face: FaceId| Some((face, self.fonts().face(face).space()?));
        let run = match &mut out[index] {
            Node::Text(last) => {
                let Some((face, glyph)) = in_face(last.face) else { return };
                if !last.rtl {
                    last.glyphs = last.glyphs.iter().cloned().chain([space(glyph, last.text.len())]).collect();
                    last.text = [&*last.text, " "].concat().into();
                    return;
                }
                // What is read last stands at the left.
                TextRun { face, glyphs: Arc::new([space(glyph, 0)]), text: Arc::from(" "), ..last.clone() }
            }
            Node::Missing(last) => {
                let Some((face, glyph)) = self.fonts().candidates(Cut::Regular).find_map(in_face) else { return };
                let (glyphs, text, kind) = (Arc::new([space(glyph, 0)]), Arc::from(" "), RunKind::Spelled);
                TextRun { origin: last.origin, size: last.size, face, color: last.color, glyphs, text, rtl: false, kind }
            }
            Node::Group(_) | Node::Link(_) | Node::Path(_) | Node::Image(_) => return,
        };
        out.insert(index + 1, Node::Text(run));
    }
}

/// Neighbouring stretches of one face (or of none) and level joined, in reading order.
fn spans(pieces: &[Shaped]) -> Vec<Shaped> {
    let alike = |one: &Shaped, other: &Shaped| (one.face(), one.level) == (other.face(), other.level);
    pieces.chunk_by(alike).map(joined).collect()
}

/// Stretches of one face and level as one; at least one.
fn joined(pieces: &[Shaped]) -> Shaped {
    if let [only] = pieces {
        return only.clone();
    }
    let mut offset = 0;
    let mut parts: Vec<Vec<Glyph>> = Vec::new();
    for piece in pieces {
        if let Form::Glyphs(_, glyphs) = &piece.form {
            parts.push(glyphs.iter().map(|glyph| shifted(glyph, offset)).collect());
        }
        offset += u32::try_from(piece.text.len()).unwrap_or(u32::MAX);
    }
    if pieces[0].rtl() {
        parts.reverse();
    }
    let most = |of: fn(&Shaped) -> f64| pieces.iter().map(of).fold(0.0, f64::max);
    Shaped {
        text: pieces.iter().map(|piece| &*piece.text).collect::<String>().into(),
        form: pieces[0].face().map_or(Form::Missing, |face| Form::Glyphs(face, parts.concat().into())),
        level: pieces[0].level,
        width: pieces.iter().map(|piece| piece.width).sum(),
        ink: (most(|piece| piece.ink.0), most(|piece| piece.ink.1)),
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
        RunKind::Spelled => Arc::clone(&shaped.text),
        RunKind::Hyphen | RunKind::Ornament => Arc::from(""),
    };
    TextRun { origin, size: paint.size, face, color: paint.color, glyphs, text, rtl: shaped.rtl(), kind }
}

/// The code points that no face has, each in a frame one em wide.
fn missing(typesetter: &Typesetter, shaped: &Shaped, origin: Point, paint: Paint) -> Missing {
    let position = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
    let frame = |range: Range<usize>| {
        let character = shaped.text[range.clone()].chars().next().unwrap_or('\u{fffd}');
        let code = format!("{:04X}", u32::from(character));
        let (upper, lower) = code.split_at(code.len() - 2);
        let cluster = position(range.start)..position(range.end);
        Frame { cluster, upper: typesetter.digits(upper, UPPER), lower: typesetter.digits(lower, LOWER) }
    };
    let mut frames: Vec<Frame> = graphemes(&shaped.text).map(frame).collect();
    if shaped.rtl() {
        frames.reverse();
    }
    let Paint { size, color } = paint;
    Missing { origin, size, color, text: Arc::clone(&shaped.text), rtl: shaped.rtl(), frames: frames.into() }
}

/// How far above the baseline the two rows of digits in a frame stand, in em.
const UPPER: f64 = 0.40;
const LOWER: f64 = 0.03;

impl Typesetter {
    /// A row of digits in the middle of a frame.
    fn digits(&self, text: &str, rise: f64) -> Arc<Digits> {
        let make = || {
            let word = self.word(Cut::Regular, text, &vec![0; text.len()]);
            let (face, glyphs) = match word.shaped.first().map(|piece| &piece.form) {
                Some(Form::Glyphs(face, glyphs)) => (*face, Arc::clone(glyphs)),
                Some(Form::Missing) | None => (FaceId::default(), Arc::from([])),
            };
            let left = (FRAME_WIDTH - word.width * DIGITS) / 2.0;
            Arc::new(Digits { text: text.into(), face, glyphs, left, rise })
        };
        self.digits.get((text.into(), rise > LOWER), text.len(), &self.meter, make)
    }
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
