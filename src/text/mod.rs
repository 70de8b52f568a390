//! Text: fonts, shaping, line breaking and hyphenation. Everything that has a width is measured here.
//!
//! A word is shaped once, whatever its size and wherever it stands: shaped stretches are kept in em and shared by all
//! paragraphs, layouts and writers.

mod fonts;
mod hyphenation;
mod line;
mod lines;
pub mod office;
mod paragraph;
mod shape;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::scene::FaceId;
pub use fonts::{Added, Cut, Face, FaceMetrics, FontError, Fonts, Purpose, Step, bundled_files};
pub use hyphenation::{Hyphenation, HyphenationLanguage};
pub use line::{Line, Paint};
pub use lines::Last;
pub use paragraph::Paragraph;
pub use shape::{Form, Shaped};

/// Fonts, shaped words and hyphenation, shared by all layouts.
pub struct Typesetter {
    fonts: Fonts,
    /// Only looked up, never walked through: its order reaches no output.
    words: Mutex<HashMap<WordKey, Vec<Shaped>>>,
}

/// Bytes of the longest text that is kept: what is longer is no word and seldom comes again.
const LONGEST_KEPT: usize = 160;

#[derive(PartialEq, Eq, Hash)]
struct WordKey {
    cut: Cut,
    /// The level, when all bytes have one; else the levels of all bytes.
    levels: Vec<u8>,
    text: Box<str>,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Style {
    /// The cut.
    pub cut: Cut,
    /// The language by whose rules words are hyphenated; `None` for not at all.
    pub hyphenation: Option<HyphenationLanguage>,
    /// The direction of a paragraph that has no letter of a direction of its own.
    pub rtl: bool,
}

impl Typesetter {
    /// A typesetter on these fonts.
    #[must_use]
    pub fn new(fonts: Fonts) -> Self {
        Self { fonts, words: Mutex::default() }
    }

    /// The fonts.
    #[must_use]
    pub fn fonts(&self) -> &Fonts {
        &self.fonts
    }

    /// Prepares a paragraph. `text` should hold no line ends: those that it holds count as spaces.
    #[must_use]
    pub fn paragraph(&self, text: &str, style: Style) -> Paragraph {
        Paragraph::new(self, text, style)
    }

    /// Shapes text whose bytes have these embedding levels. What may be a word is kept for the next time.
    fn shape(&self, cut: Cut, text: &str, levels: &[u8]) -> Vec<Shaped> {
        if text.len() > LONGEST_KEPT {
            return shape::shape(&self.fonts, cut, text, levels);
        }
        let uniform = levels.iter().all(|level| Some(level) == levels.first());
        let levels_key = if uniform { levels.first().copied().into_iter().collect() } else { levels.to_vec() };
        let key = WordKey { cut, levels: levels_key, text: text.into() };
        let lookup = |key: &WordKey| self.words.lock().unwrap_or_else(PoisonError::into_inner).get(key).cloned();
        lookup(&key).unwrap_or_else(|| {
            let shaped = shape::shape(&self.fonts, cut, text, levels);
            self.words.lock().unwrap_or_else(PoisonError::into_inner).insert(key, shaped.clone());
            shaped
        })
    }

    /// The width of text that is only tried, in em: it is not kept.
    fn measure(&self, cut: Cut, text: &str, levels: &[u8]) -> f64 {
        shape::shape(&self.fonts, cut, text, levels).iter().map(|stretch| stretch.width).sum()
    }

    /// White space behind a word, in the face of the word where that has a space.
    fn space(&self, cut: Cut, text: &str, level: u8, face: Option<FaceId>) -> Option<Shaped> {
        let faces = face.into_iter().chain(self.fonts.candidates(cut));
        faces.into_iter().find_map(|face| shape::blank(&self.fonts, face, text, level))
    }

    /// The hyphen that line breaking puts in.
    fn hyphen(&self, cut: Cut) -> Shaped {
        self.shape(cut, "-", &[0]).into_iter().next().unwrap_or_else(|| Shaped {
            text: Arc::from("-"),
            form: Form::Missing,
            level: 0,
            width: 0.0,
            ink: (0.0, 0.0),
        })
    }
}
