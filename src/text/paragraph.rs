//! A paragraph: words measured once, from which lines are made at any width.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use unicode_bidi::{BidiInfo, Level};

use super::Typesetter;
use super::hyphenation::Hyphenation;
use super::shape::{Form, Shaped, graphemes};

/// Text without line ends, split into words that are shaped.
#[derive(Debug)]
pub struct Paragraph {
    pub(super) words: Vec<Word>,
    /// The embedding level of the paragraph: 0 or 1.
    pub(super) level: u8,
    pub(super) style: super::Style,
}

/// What stands between two places where a line may be broken: a visible part and the space behind it.
#[derive(Debug)]
pub(super) struct Word {
    pub text: Arc<str>,
    /// Embedding levels of the bytes of `text`.
    pub levels: Vec<u8>,
    pub shaped: Vec<Shaped>,
    pub space: Vec<Shaped>,
    /// Width of the visible part, in em.
    pub width: f64,
    /// Width of the space, in em.
    pub space_width: f64,
    /// Bytes of `text` before which a line may be broken with a hyphen, in ascending order.
    pub hyphens: Vec<usize>,
    /// Widths of the fragments from each hyphenation point (the first entry: from the start) to each one behind it, as asked for.
    widths: Vec<OnceLock<Vec<f64>>>,
}

impl Paragraph {
    pub(super) fn new(typesetter: &Typesetter, text: &str, style: super::Style) -> Self {
        let base = if style.rtl { Level::rtl() } else { Level::ltr() };
        let bidi = BidiInfo::new(text, (!has_strong(text)).then_some(base));
        let level = bidi.paragraphs.first().map_or(base, |paragraph| paragraph.level).number();
        let levels: Vec<u8> = bidi.levels.iter().map(Level::number).collect();
        let hyphenation = Hyphenation::of(style.hyphenation);
        let addresses = addresses(text);
        let words = segments(text)
            .map(|range| {
                // A hyphen in an address would be read as part of it.
                let address = addresses.iter().any(|address| address.contains(&range.start));
                let visible = range.start + text[range.clone()].trim_end_matches(is_space).len();
                let source = &text[range.start..visible];
                let levels_here = levels[range.start..visible].to_vec();
                let shaped = typesetter.shape(style.cut, source, &levels_here);
                let hyphens = if address { Vec::new() } else { hyphenation.points(source) };
                let space: Vec<Shaped> = match levels.get(visible) {
                    Some(level) => {
                        let face = shaped.last().and_then(Shaped::face);
                        typesetter.space(style.cut, &text[visible..range.end], *level, face).into_iter().collect()
                    }
                    None => Vec::new(),
                };
                Word {
                    width: width_of(&shaped),
                    space_width: width_of(&space),
                    text: Arc::from(source),
                    levels: levels_here,
                    shaped,
                    space,
                    widths: vec![OnceLock::new(); hyphens.len() + 1],
                    hyphens,
                }
            })
            .collect();
        Self { words, level, style }
    }

    /// The width of the paragraph on one line, in em.
    #[must_use]
    pub fn natural_width(&self) -> f64 {
        let all: f64 = self.words.iter().map(|word| word.width + word.space_width).sum();
        all - self.words.last().map_or(0.0, |word| word.space_width)
    }

    /// The width of the widest word, in em: below it lines need hyphens.
    #[must_use]
    pub fn widest_word(&self) -> f64 {
        self.words.iter().map(|word| word.width).fold(0.0, f64::max)
    }

    /// Whether the paragraph is read from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// The grapheme clusters that no face has, in order.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.words
            .iter()
            .flat_map(|word| word.shaped.iter().chain(&word.space))
            .filter(|shaped| shaped.form == Form::Missing)
            .map(|shaped| &*shaped.text)
    }
}

impl Word {
    /// The visible part or a fragment of it, shaped for itself.
    pub(super) fn fragment(&self, typesetter: &Typesetter, cut: super::Cut, range: Range<usize>) -> Vec<Shaped> {
        if range == (0..self.text.len()) {
            return self.shaped.clone();
        }
        typesetter.shape(cut, &self.text[range.clone()], &self.levels[range])
    }

    /// The width of a fragment between hyphenation points or edges of the word, in em. Measured once.
    pub(super) fn fragment_width(&self, typesetter: &Typesetter, cut: super::Cut, range: Range<usize>) -> f64 {
        let at = |byte: usize| {
            if byte == 0 {
                Some(0)
            } else if byte == self.text.len() {
                Some(self.hyphens.len() + 1)
            } else {
                self.hyphens.binary_search(&byte).ok().map(|index| index + 1)
            }
        };
        let measure = |range: Range<usize>| width_of(&self.fragment(typesetter, cut, range));
        let (Some(from), Some(to)) = (at(range.start), at(range.end)) else {
            return typesetter.measure(cut, &self.text[range.clone()], &self.levels[range]);
        };
        let edges = || [0].into_iter().chain(self.hyphens.iter().copied()).chain([self.text.len()]);
        let start = range.start;
        let row = || edges().map(|end| if end > start { measure(start..end) } else { 0.0 }).collect();
        self.widths.get(from).map_or(0.0, |widths| widths.get_or_init(row)[to])
    }

    /// The bytes before which the word may be cut when nothing better fits.
    pub(super) fn cuts(&self) -> Vec<usize> {
        graphemes(&self.text).map(|range| range.start).skip(1).collect()
    }
}

/// The width of stretches side by side, in em.
pub(super) fn width_of(shaped: &[Shaped]) -> f64 {
    shaped.iter().map(|stretch| stretch.width).sum()
}

/// White space at which a line may end and which then shows nothing. No-break spaces are not among it.
fn is_space(character: char) -> bool {
    character.is_whitespace() && !matches!(character, '\u{a0}' | '\u{202f}' | '\u{2007}')
}

/// The ranges of the stretches without white space that are web or mail addresses.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let address = |token: &&str| token.contains("://") || token.contains('@') || token.starts_with("www.");
    let start = |token: &str| token.as_ptr() as usize - text.as_ptr() as usize;
    text.split_whitespace().filter(address).map(|token| start(token)..start(token) + token.len()).collect()
}

/// Whether a character has a direction of its own.
fn has_strong(text: &str) -> bool {
    use unicode_bidi::BidiClass::{AL, L, R};
    text.chars().any(|character| matches!(unicode_bidi::bidi_class(character), L | R | AL))
}

/// The ranges between the places where Unicode (UAX #14) lets a line be broken.
fn segments(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut start = 0;
    segmenter
        .segment_str(text)
        .skip(1)
        .map(move |end| std::mem::replace(&mut start, end)..end)
        .filter(|range| !range.is_empty())
        .collect::<Vec<_>>()
        .into_iter()
}
