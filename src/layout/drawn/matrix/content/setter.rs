//! Makes blocks in the language of the journey or of an item.

use crate::journey::{Journey, TermLanguage};
use crate::layout::drawn::block::Block;
use crate::text::{Cut, Hyphenation, Style, Typesetter};

/// Makes blocks in one language.
#[derive(Clone, Copy)]
pub(super) struct Setter<'a> {
    pub journey: &'a Journey,
    pub typesetter: &'a Typesetter,
    /// The language of the text.
    tag: &'a str,
    /// The language of built-in labels: always the journey's.
    pub terms: TermLanguage,
}

impl<'a> Setter<'a> {
    /// For texts in the journey's language.
    pub fn new(journey: &'a Journey, typesetter: &'a Typesetter) -> Self {
        Self { journey, typesetter, tag: &journey.language.tag, terms: journey.language.terms }
    }

    /// The same for texts in another language.
    pub fn speaking(self, tag: &'a str) -> Self {
        Self { tag, ..self }
    }

    pub fn rtl(&self) -> bool {
        ["ar", "he", "fa", "ur", "yi"].iter().any(|tag| self.tag.split('-').next() == Some(tag))
    }

    pub fn style(&self, cut: Cut) -> Style {
        Style { cut, hyphenation: Hyphenation::for_tag(self.tag), rtl: self.rtl() }
    }

    pub fn text(&self, text: &str, cut: Cut) -> Block {
        Block::text(self.typesetter, text, self.style(cut))
    }

    /// A number or an address reads from left to right in any language, and is not hyphenated.
    pub fn literal(&self, text: &str, cut: Cut) -> Block {
        Block::text(self.typesetter, text, Style { cut, hyphenation: None, rtl: false })
    }

    pub fn heading(&self, text: &str) -> Block {
        Block::heading(self.typesetter, text, self.style(Cut::Bold))
    }
}
