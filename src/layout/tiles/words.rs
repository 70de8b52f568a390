//! What is written on sheets, in the language of the document.

use crate::journey::{Term, TermLanguage};
use crate::layout::drawn::text::{Block, Pen, SetLine, draw, height};
use crate::meta::Meta;
use crate::scene::{Color, Mm, Node, Point, Pt};
use crate::text::{Cut, Fonts, Style, Typesetter};

/// Sets the texts of sheets.
pub(super) struct Words<'w> {
    meta: &'w Meta,
    typesetter: &'w Typesetter,
    language: TermLanguage,
}

impl<'w> Words<'w> {
    pub fn new(meta: &'w Meta, typesetter: &'w Typesetter) -> Self {
        Self { meta, typesetter, language: TermLanguage::of_tag(&meta.language) }
    }

    /// The title of the document.
    pub fn title(&self) -> &str {
        &self.meta.title
    }

    pub fn fonts(&self) -> &Fonts {
        self.typesetter.fonts()
    }

    /// A built-in text.
    pub fn term(&self, term: Term) -> &'static str {
        term.text(self.language)
    }

    fn block(&self, text: &str, cut: Cut) -> Block {
        Block::text(self.typesetter, text, Style { cut, hyphenation: None, rtl: false })
    }

    /// The first line of a text in a width.
    pub fn line(&self, text: &str, cut: Cut, width: Mm, size: Pt) -> Option<SetLine> {
        self.block(text, cut).first_line(self.typesetter, width, size)
    }

    /// Draws a line with its left upper corner at a place.
    pub fn put(&self, line: &SetLine, corner: Point, color: Color, out: &mut Vec<Node>) {
        line.draw_at(Pen::new(self.typesetter), corner, color, out);
    }

    /// Draws a text in a column. Gives its height.
    pub fn write(&self, text: &str, cut: Cut, (corner, width): (Point, Mm), size: Pt, out: &mut Vec<Node>) -> Mm {
        let lines = self.block(text, cut).set(self.typesetter, width, size);
        draw(Pen::new(self.typesetter), &lines, corner, width, Color::BLACK, out);
        height(&lines)
    }
}
