//! Text prepared once and set in columns of any width and size.

use super::Pen;
use crate::scene::{Color, Mm, Node, Point, Pt};
use crate::text::{Cut, Last, Line, Paint, Paragraph, Style, Typesetter};

/// Distance between baselines, in em.
pub const LEADING: f64 = 1.26;
/// The part of a line above the baseline, in em; the rest of the leading is below.
pub const ASCENT: f64 = 0.97;

/// Paragraphs of one style.
pub struct Block {
    paragraphs: Vec<Paragraph>,
    last: Last,
    /// Of a very long text its first characters: enough for where only its first lines are shown.
    beginning: Option<Box<Block>>,
}

/// A text of more bytes than this has a beginning of its own; that has as many.
const BEGINNING: usize = 2000;

/// A line of a block at its size. Lines stand on each other without gaps: a line's height is its share of the leading.
#[derive(Debug, Clone)]
pub struct SetLine {
    /// The glyphs of the line, in em.
    pub line: Line,
    /// The type size.
    pub size: Pt,
    /// From the top of the line to its baseline.
    pub ascent: Mm,
    /// From the baseline to the bottom of the line.
    pub descent: Mm,
    /// Whether a paragraph begins here.
    pub opens: bool,
}

impl Block {
    /// Running text.
    pub fn text(typesetter: &Typesetter, text: &str, style: Style) -> Self {
        Self::new(typesetter, text, style, Last::Free)
    }

    /// A title or header: its lines come out about equally long.
    pub fn heading(typesetter: &Typesetter, text: &str, style: Style) -> Self {
        Self::new(typesetter, text, style, Last::Even)
    }

    fn new(typesetter: &Typesetter, text: &str, style: Style, last: Last) -> Self {
        let paragraphs = |text: &str| text.split('\n').map(|paragraph| typesetter.paragraph(paragraph, style)).collect();
        let beginning = (text.len() > BEGINNING).then(|| {
            let end = text.floor_char_boundary(BEGINNING);
            Box::new(Self { paragraphs: paragraphs(&text[..end]), last, beginning: None })
        });
        Self { paragraphs: paragraphs(text), last, beginning }
    }

    /// What is not more than its height in a column, without setting a line: from it follows what a page has no room for.
    #[must_use]
    pub fn least_height(&self, width: Mm, size: Pt) -> Mm {
        let em = Mm::from(size);
        let measure = (width / em).max(0.1);
        em * (LEADING * self.paragraphs.iter().map(|paragraph| paragraph.least_lines(measure)).sum::<f64>())
    }

    /// The lines in a column, when they are no higher than a height together.
    pub fn set_within(&self, typesetter: &Typesetter, width: Mm, size: Pt, most: Mm) -> Option<Vec<SetLine>> {
        if self.least_height(width, size) > most {
            return None;
        }
        Some(self.set(typesetter, width, size)).filter(|lines| height(lines) <= most)
    }

    /// The first line in a column.
    pub fn first_line(&self, typesetter: &Typesetter, width: Mm, size: Pt) -> Option<SetLine> {
        let block = self.beginning.as_deref().filter(|block| block.least_height(width, size) > Mm::from(size) * LEADING * 2.0);
        block.unwrap_or(self).set(typesetter, width, size).into_iter().next()
    }

    /// The lines in a column that a height has room for, at least one, and whether there are more.
    pub fn set_some(&self, typesetter: &Typesetter, width: Mm, size: Pt, room: Mm) -> (Vec<SetLine>, bool) {
        let block = self.beginning.as_deref().filter(|block| block.least_height(width, size) > room + Mm::from(size) * LEADING);
        let mut lines = block.unwrap_or(self).set(typesetter, width, size);
        let mut used = Mm::ZERO;
        let fitting = lines.iter().take_while(|line| {
            used += line.height();
            used <= room
        });
        let fitting = fitting.count().max(1);
        let more = fitting < lines.len();
        lines.truncate(fitting);
        (lines, more)
    }

    /// The lines in a column at the largest of some sizes, given from the largest down, at which they have room; else as many as have room
    /// at the last, with an ellipsis on a line of its own, and whether that is so.
    #[must_use]
    pub fn fit(&self, typesetter: &Typesetter, width: Mm, sizes: &[Pt], room: Mm) -> (Vec<SetLine>, bool) {
        let whole = sizes.iter().find_map(|size| self.set_within(typesetter, width, *size, room));
        let last = sizes.last().copied().unwrap_or(Pt(1.0));
        if let Some(lines) = whole {
            return (lines, false);
        }
        let dots = Self::text(typesetter, "…", Style { cut: Cut::Bold, hyphenation: None, rtl: self.rtl() });
        let dots = dots.set(typesetter, width, last);
        let (mut lines, _) = self.set_some(typesetter, width, last, room - height(&dots));
        lines.extend(dots);
        (lines, true)
    }

    /// The width at which no line is broken, in em.
    pub fn natural_width(&self) -> f64 {
        self.paragraphs.iter().map(Paragraph::natural_width).fold(0.0, f64::max)
    }

    /// The width at which no word is broken, in em.
    pub fn widest_word(&self) -> f64 {
        self.paragraphs.iter().map(Paragraph::widest_word).fold(0.0, f64::max)
    }

    /// The width at which no word is broken but those that are wider than `longest`, and these only once, at the joint of a compound, in em.
    pub fn widest_but(&self, typesetter: &Typesetter, longest: f64) -> f64 {
        self.paragraphs.iter().map(|paragraph| paragraph.widest_but(typesetter, longest)).fold(0.0, f64::max)
    }

    /// The width at which it stands on two lines, no word broken, in em; of several paragraphs none.
    #[must_use]
    pub fn widest_on_two(&self) -> Option<f64> {
        match &self.paragraphs[..] {
            [paragraph] => Some(paragraph.widest_on_two()),
            _ => None,
        }
    }

    /// The width of all paragraphs one behind the other, in em: a measure of how much there is to set.
    #[must_use]
    pub fn amount(&self) -> f64 {
        self.paragraphs.iter().map(|paragraph| paragraph.natural_width().max(2.0)).sum()
    }

    /// Whether the text is read from right to left, by its first paragraph.
    pub fn rtl(&self) -> bool {
        self.paragraphs.first().is_some_and(Paragraph::rtl)
    }

    /// The grapheme clusters that no face has.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.paragraphs.iter().flat_map(Paragraph::missing)
    }

    /// The lines in a column.
    pub fn set(&self, typesetter: &Typesetter, width: Mm, size: Pt) -> Vec<SetLine> {
        let em = Mm::from(size);
        let measure = (width / em).max(0.1);
        let mut out = Vec::new();
        for paragraph in &self.paragraphs {
            let lines = paragraph.lines(typesetter, measure, self.last);
            // Those that begin around a blank line keep it open: it is no line itself, but where nothing stands before it.
            if lines.is_empty() {
                let blank = SetLine::new(Line::empty(), size, true);
                out.push(if out.is_empty() { blank } else { SetLine { ascent: Mm::ZERO, descent: Mm::ZERO, ..blank } });
            }
            out.extend(lines.into_iter().enumerate().map(|(index, line)| {
                // A character that is wider than the column is set in smaller type: it cannot be divided.
                let size = if line.width > measure * OVERHANGS { size * (measure / line.width) } else { size };
                SetLine::new(line, size, index == 0)
            }));
        }
        out
    }
}

/// What hangs over the edge of a column by less than this is a hyphen, or a bit that was rounded.
const OVERHANGS: f64 = 1.05;

impl SetLine {
    fn new(line: Line, size: Pt, opens: bool) -> Self {
        let em = Mm::from(size);
        // Stacked marks and tall scripts get the room they need; all other lines keep the leading.
        let ascent = em * ASCENT.max(line.ink.0 + 0.04);
        let descent = em * (LEADING - ASCENT).max(line.ink.1 + 0.04);
        Self { line, size, ascent, descent, opens }
    }

    /// Room as high as a picture, in which no text stands, and a little air below it.
    #[must_use]
    pub fn space(height: Mm, size: Pt) -> Self {
        Self { line: Line::empty(), size, ascent: height, descent: Mm::from(size) * 0.3, opens: false }
    }

    /// From the top of the line to its bottom.
    #[must_use]
    pub fn height(&self) -> Mm {
        self.ascent + self.descent
    }

    /// The width of the line.
    #[must_use]
    pub fn width(&self) -> Mm {
        Mm::from(self.size) * self.line.width
    }

    /// Draws the line in a column, at the side where it begins to be read.
    pub fn draw(&self, pen: Pen, corner: Point, width: Mm, color: Color, out: &mut Vec<Node>) {
        let x = if pen.against(&self.line) { corner.x + width - self.width() } else { corner.x };
        self.draw_at(pen, Point { x, y: corner.y }, color, out);
    }

    /// Draws the line with its upper corner at a place: the left one, or the right one on a page that is read from the right.
    pub fn draw_at(&self, pen: Pen, corner: Point, color: Color, out: &mut Vec<Node>) {
        let baseline = Point { x: pen.left(corner.x, self.width()), y: corner.y + self.ascent };
        if self.opens {
            pen.typesetter.part(out);
        }
        let begin = out.len();
        self.line.draw(pen.typesetter, baseline, Paint { size: self.size, color }, out);
        // What stands for a character that no face has is in its place already, as the text is.
        pen.mirror(&mut out[begin..]);
    }
}

/// The height of lines that stand on each other.
pub fn height(lines: &[SetLine]) -> Mm {
    lines.iter().map(SetLine::height).sum()
}

/// Draws lines that stand on each other from a corner down, each at the side where reading starts.
pub fn draw(pen: Pen, lines: &[SetLine], corner: Point, width: Mm, color: Color, out: &mut Vec<Node>) {
    let mut y = corner.y;
    for line in lines {
        line.draw(pen, Point { x: corner.x, y }, width, color, out);
        y += line.height();
    }
}

/// The same, each line in the middle of the column.
pub fn draw_centred(pen: Pen, lines: &[SetLine], corner: Point, width: Mm, color: Color, out: &mut Vec<Node>) {
    let mut y = corner.y;
    for line in lines {
        line.draw_at(pen, Point { x: corner.x + (width - line.width()) / 2.0, y }, color, out);
        y += line.height();
    }
}
