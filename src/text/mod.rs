//! Text: fonts, shaping, line breaking and hyphenation. Everything that has a width is measured here.
//!
//! A word is shaped once, whatever its size and wherever it stands: shaped stretches are kept in em and shared by all
//! paragraphs, layouts and writers.

mod costs;
mod fonts;
mod heads;
mod hyphenation;
mod joints;
mod kept;
mod line;
mod lines;
pub mod office;
mod paragraph;
mod ruler;
mod segments;
mod shape;
mod shaper;
mod units;
mod word;
mod work;

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use crate::scene::FaceId;
use crate::scene::missing::Digits;
use fonts::CUTS;
pub use fonts::{Added, Cut, Extra, Face, FaceMetrics, FontError, Fonts, Purpose, Step, bundled_files};
pub use hyphenation::{Hyphenation, HyphenationLanguage};
use kept::Kept;
pub use line::{Line, Paint};
pub use lines::Last;
pub use paragraph::Paragraph;
pub use shape::{Form, Shaped};
use word::Word;
use work::Meter;
pub use work::Work;

/// Fonts, shaped words and hyphenation, shared by all layouts.
///
/// Threads may share one, and each that sets much should have its own: [`Typesetter::worker`] makes another on the same fonts, which
/// waits for nobody. What comes of it is the same. The words that are kept for the next time are bounded ([`Typesetter::MOST_KEPT`]): however
/// many different ones come, those that were not asked for longest are forgotten, and shaped again should they come back.
pub struct Typesetter {
    fonts: Arc<Fonts>,
    words: Kept<WordKey, Arc<Word>>,
    spaces: Kept<SpaceKey, Option<Arc<Shaped>>>,
    /// The digits in the frames of characters that no face has, by what they are and whether they are the upper row.
    digits: Kept<(Box<str>, bool), Arc<Digits>>,
    /// The hyphen of each cut, which is asked for with every width that a paragraph is tried in.
    hyphens: [OnceLock<Shaped>; CUTS.len()],
    meter: Meter,
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

#[derive(PartialEq, Eq, Hash)]
struct SpaceKey {
    cut: Cut,
    face: Option<FaceId>,
    level: u8,
    text: Box<str>,
}

/// A soft hyphen: a place where its author lets a word be divided. It shows nothing where no line ends.
pub const SOFT_HYPHEN: char = '\u{ad}';

/// A text as it shows: without soft hyphens, which would hide its words from whoever looks for them.
#[must_use]
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.contains(SOFT_HYPHEN) { text.replace(SOFT_HYPHEN, "").into() } else { text.into() }
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
    /// What is kept for the next time weighs at most this: each text its bytes and 64 more. So it is 16,000 words of usual length at
    /// the most.
    pub const MOST_KEPT: usize = 1 << 20;

    /// A typesetter on these fonts, which others may have as well.
    #[must_use]
    pub fn new(fonts: impl Into<Arc<Fonts>>) -> Self {
        Self {
            fonts: fonts.into(),
            words: Kept::new(Self::MOST_KEPT / 4 * 3),
            spaces: Kept::new(Self::MOST_KEPT / 8),
            digits: Kept::new(Self::MOST_KEPT / 8),
            hyphens: CUTS.map(|_| OnceLock::new()),
            meter: Meter::default(),
        }
    }

    /// Another typesetter on the same fonts, for another thread: what it keeps and counts is its own.
    #[must_use]
    pub fn worker(&self) -> Self {
        Self::new(Arc::clone(&self.fonts))
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

    /// What all of it has cost so far.
    #[must_use]
    pub fn work(&self) -> Work {
        self.meter.read()
    }

    /// Text whose bytes have these embedding levels, shaped. What may be a word is kept for the next time.
    fn word(&self, cut: Cut, text: &str, levels: &[u8]) -> Arc<Word> {
        let make = || Arc::new(Word::new(self, text, shape::itemize(&self.fonts, cut, text, levels)));
        if text.len() > LONGEST_KEPT {
            return make();
        }
        let uniform = levels.iter().all(|level| Some(level) == levels.first());
        let levels = if uniform { levels.first().copied().into_iter().collect() } else { levels.to_vec() };
        self.words.get(WordKey { cut, levels, text: text.into() }, text.len(), &self.meter, make)
    }

    /// White space behind a word, in the face of the word where that has a space.
    fn space(&self, cut: Cut, text: &str, level: u8, face: Option<FaceId>) -> Option<Arc<Shaped>> {
        let make = || {
            let faces = face.into_iter().chain(self.fonts.candidates(cut));
            faces.into_iter().find_map(|face| shape::blank(&self.fonts, face, text, level)).map(Arc::new)
        };
        if text.len() > LONGEST_KEPT {
            return make();
        }
        self.spaces.get(SpaceKey { cut, face, level, text: text.into() }, text.len(), &self.meter, make)
    }

    /// The hyphen that line breaking puts in.
    fn hyphen(&self, cut: Cut) -> &Shaped {
        let shaped = || self.word(cut, "-", &[0]).shaped.first().cloned();
        let missing = || Shaped { text: Arc::from("-"), form: Form::Missing, level: 0, width: 0.0, ink: (0.0, 0.0) };
        self.hyphens[cut as usize].get_or_init(|| shaped().unwrap_or_else(missing))
    }
}
