//! Makes blocks in the language of the journey or of an item.

use super::{Block, Missing, Place};
use crate::journey::{Language, TermLanguage};
use crate::text::{Cut, Hyphenation, Style, Typesetter};

/// Makes blocks in one language.
#[derive(Clone, Copy)]
pub struct Setter<'a> {
    /// Fonts and shaping.
    pub typesetter: &'a Typesetter,
    /// The language of built-in labels: always the journey's.
    pub terms: TermLanguage,
    /// The language of the text.
    language: &'a Language,
    missing: &'a Missing,
}

impl<'a> Setter<'a> {
    /// For texts in the journey's language. What no face has is noted in `missing`.
    #[must_use]
    pub fn new(language: &'a Language, typesetter: &'a Typesetter, missing: &'a Missing) -> Self {
        Self { typesetter, terms: language.terms, language, missing }
    }

    /// The same for texts in another language.
    #[must_use]
    pub fn speaking(self, language: &'a Language) -> Self {
        Self { language, ..self }
    }

    /// The language of the texts.
    #[must_use]
    pub fn language(&self) -> &'a Language {
        self.language
    }

    /// Whether the language is written from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.language.right_to_left()
    }

    /// The style of a text in the language.
    #[must_use]
    pub fn style(&self, cut: Cut) -> Style {
        Style { cut, hyphenation: Hyphenation::for_tag(&self.language.tag), rtl: self.rtl() }
    }

    /// Running text from a place in the journey.
    pub fn text(&self, text: &str, cut: Cut, place: &dyn Fn() -> Place) -> Block {
        self.noted(Block::text(self.typesetter, text, self.style(cut)), place)
    }

    /// A title from a place in the journey: its lines come out about equally long.
    pub fn heading(&self, text: &str, cut: Cut, place: &dyn Fn() -> Place) -> Block {
        self.noted(Block::heading(self.typesetter, text, self.style(cut)), place)
    }

    /// A number or an address reads from left to right in any language, and is not hyphenated.
    pub fn literal(&self, text: &str, cut: Cut, place: &dyn Fn() -> Place) -> Block {
        self.noted(Block::text(self.typesetter, text, Style { cut, hyphenation: None, rtl: false }), place)
    }

    /// A built-in label, or a text that is said once more: what no face has of it is noted elsewhere or not at all.
    #[must_use]
    pub fn label(&self, text: &str, cut: Cut) -> Block {
        Block::text(self.typesetter, text, self.style(cut))
    }

    /// A title that is said once more.
    #[must_use]
    pub fn again(&self, text: &str) -> Block {
        Block::heading(self.typesetter, text, self.style(Cut::Bold))
    }

    fn noted(&self, block: Block, place: &dyn Fn() -> Place) -> Block {
        self.missing.look(&block, place);
        block
    }
}
