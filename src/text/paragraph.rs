//! A paragraph: words measured once, from which lines are made at any width.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use unicode_bidi::BidiClass::{AL, L, R};
use unicode_bidi::{BidiClass, BidiInfo, Level};

use super::Typesetter;
use super::hyphenation::{Hyphenation, Point, PointKind};
use super::lines::Settings;
use super::segments::{Bond, Segment, is_space, segments};
use super::shape::{Form, Shaped, graphemes};
use super::word::Word;

/// Text without line ends, split into words that are shaped.
#[derive(Debug)]
pub struct Paragraph {
    pub(super) tokens: Arc<[Token]>,
    /// The width of all tokens before each, and of all of them, in em.
    pub(super) sums: Vec<f64>,
    /// The width on one line, in em.
    natural: f64,
    /// The width of the widest word, or of words that stay together, in em.
    widest: f64,
    /// The width of all words without the spaces between them, in em.
    solid: f64,
    /// The width of the widest space, in em.
    widest_space: f64,
    /// Whether separators part it into several facts.
    pub(super) is_parted: bool,
    /// The embedding level of the paragraph: 0 or 1.
    pub(super) level: u8,
    pub(super) style: super::Style,
    pub(super) settings: Settings,
}

/// The share of their words that lines hold in any case.
const FILLED: f64 = 0.9;
/// The share of its width that a text keeps when it is cut into lines, which are not narrower than some letters.
const UNCUT: f64 = 0.98;
/// Lines that are narrower than this, in em, may hold little more than a letter, and then more than there is room for.
const NARROW: f64 = 6.0;

/// Of a word with more places to break it at, with its ends, no widths are remembered: it is none of a language.
const MOST_PLACES: usize = 16;

/// What stands between two places where a line may be broken: a word and the space behind it.
#[derive(Debug)]
pub(super) struct Token {
    pub word: Arc<Word>,
    pub space: Option<Arc<Shaped>>,
    /// Where the word may be broken with a hyphen, in ascending order.
    pub hyphens: Box<[Point]>,
    /// The widths of what lies between any two of these, its beginning and its end, as far as they were asked for.
    parts: OnceLock<Box<[OnceLock<f64>]>>,
    /// To the next token.
    pub bond: Bond,
}

impl Token {
    /// The width of the space, in em.
    pub(super) fn space_width(&self) -> f64 {
        self.space.as_ref().map_or(0.0, |space| space.width)
    }

    /// The least width at which a compound is on two lines, broken at a joint, in em; of any other word its own. More than one break takes
    /// a word to pieces.
    fn in_two(&self, typesetter: &Typesetter, hyphen: f64) -> f64 {
        let joints = self.hyphens.iter().filter(|point| point.kind == PointKind::Joint).map(|point| point.at);
        let halves = |at: usize| {
            let [left, right] = [0..at, at..self.word.text.len()].map(|range| self.part(typesetter, &range));
            (left + hyphen).max(right)
        };
        joints.map(halves).fold(self.word.width, f64::min)
    }

    /// The width of a fragment of the word, in em. Each width that lines are set to asks for the same ones between its hyphens again.
    pub(super) fn part(&self, typesetter: &Typesetter, range: &Range<usize>) -> f64 {
        let measured = || self.word.width_of(typesetter, range);
        let places = self.hyphens.len() + 2;
        let nth = |byte: usize| match byte {
            0 => Some(0),
            end if end == self.word.text.len() => Some(places - 1),
            inside => self.hyphens.binary_search_by_key(&inside, |point| point.at).ok().map(|nth| nth + 1),
        };
        match (nth(range.start), nth(range.end)) {
            (Some(from), Some(to)) if places <= MOST_PLACES => {
                let parts = self.parts.get_or_init(|| (0..places * places).map(|_| OnceLock::new()).collect());
                *parts[from * places + to].get_or_init(measured)
            }
            _ => measured(),
        }
    }
}

impl Paragraph {
    pub(super) fn new(typesetter: &Typesetter, text: &str, style: super::Style) -> Self {
        let base = if style.rtl { Level::rtl() } else { Level::ltr() };
        // In a language from right to left a text may begin with a name from elsewhere; in others what begins from the right is of another.
        let forced =
            if style.rtl { !has_strong(text, &[L]) || has_strong(text, &[R, AL]) } else { !has_strong(text, &[L, R, AL]) };
        let bidi = BidiInfo::new(text, forced.then_some(base));
        let level = bidi.paragraphs.first().map_or(base, |paragraph| paragraph.level).number();
        let levels: Vec<u8> = bidi.levels.iter().map(Level::number).collect();
        let hyphenation = Hyphenation::of(style.hyphenation);
        let tokens: Vec<Token> = segments(text)
            .into_iter()
            .map(|Segment { range, bond, unbroken }| {
                let visible = range.start + text[range.clone()].trim_end_matches(is_space).len();
                let source = &text[range.start..visible];
                let word = typesetter.word(style.cut, source, &levels[range.start..visible]);
                let hyphens = if unbroken { Vec::new() } else { hyphenation.breaks(source) };
                let space = levels.get(visible).and_then(|level| {
                    let face = word.shaped.last().and_then(Shaped::face);
                    typesetter.space(style.cut, &text[visible..range.end], *level, face)
                });
                Token { word, space, hyphens: hyphens.into(), parts: OnceLock::new(), bond }
            })
            .collect();
        let all: f64 = tokens.iter().map(|token| token.word.width + token.space_width()).sum();
        let mut sums = vec![0.0];
        for token in &tokens {
            sums.push(sums[sums.len() - 1] + token.word.width + token.space_width());
        }
        Self {
            natural: all - tokens.last().map_or(0.0, Token::space_width),
            solid: tokens.iter().filter(|token| token.bond != Bond::Separator).map(|token| token.word.width).sum(),
            widest_space: (1..=tokens.len()).map(|token| gone_before(&tokens, token)).fold(0.0, f64::max),
            widest: widest(&tokens, |token| token.word.width),
            is_parted: tokens.iter().any(|token| token.bond == Bond::Separator),
            tokens: tokens.into(),
            sums,
            level,
            style,
            settings: Settings::default(),
        }
    }

    /// The width of the paragraph on one line, in em.
    #[must_use]
    pub fn natural_width(&self) -> f64 {
        self.natural
    }

    /// The width of the widest word, or of words that stay together, in em: below it lines need hyphens.
    #[must_use]
    pub fn widest_word(&self) -> f64 {
        self.widest
    }

    /// The width at which no word is broken but those that are wider than `longest`, and these only once, at the joint of a compound, in em.
    #[must_use]
    pub fn widest_but(&self, typesetter: &Typesetter, longest: f64) -> f64 {
        if self.widest <= longest {
            return self.widest;
        }
        let hyphen = typesetter.hyphen(self.style.cut).width;
        widest(&self.tokens, |token| if token.word.width > longest { token.in_two(typesetter, hyphen) } else { token.word.width })
    }

    /// The least width at which it stands on two lines, no word broken, in em; of a single word its own.
    #[must_use]
    pub fn widest_on_two(&self) -> f64 {
        let parted = |at: &usize| !matches!(self.tokens[at - 1].bond, Bond::Led | Bond::Tied);
        let wider = |at: usize| (self.sums[at] - gone_before(&self.tokens, at)).max(self.natural - self.sums[at]);
        (1..self.tokens.len()).filter(parted).map(wider).fold(self.natural, f64::min)
    }

    /// No more than the number of its lines in a width, without setting any: all words have to stand on them, and all spaces but one
    /// at the end of each. A little is left for letters that are narrower where a word is cut.
    #[must_use]
    pub fn least_lines(&self, width: f64) -> f64 {
        let words = self.solid * FILLED / width;
        let spaces = if width < NARROW { 0.0 } else { (self.natural * UNCUT + self.widest_space) / (width + self.widest_space) };
        // A blank line is none.
        words.max(spaces).ceil().max(if self.tokens.is_empty() { 0.0 } else { 1.0 })
    }

    /// Whether the paragraph is read from right to left.
    #[must_use]
    pub fn rtl(&self) -> bool {
        self.level % 2 == 1
    }

    /// The grapheme clusters that no face has, in order.
    pub fn missing(&self) -> impl Iterator<Item = &str> {
        self.tokens
            .iter()
            .flat_map(|token| token.word.shaped.iter().chain(token.space.as_deref()))
            .filter(|shaped| shaped.form == Form::Missing)
            .flat_map(|shaped| graphemes(&shaped.text).map(|range| &shaped.text[range]))
    }
}

/// The width of what is not drawn at the end of a line that ends before a token, in em: a space, or a separator with it.
pub(super) fn gone_before(tokens: &[Token], token: usize) -> f64 {
    let last = &tokens[token - 1];
    let separator = token > 1 && token < tokens.len() && last.bond == Bond::Separator;
    last.space_width() + if separator { last.word.width + tokens[token - 2].space_width() } else { 0.0 }
}

/// The width of the widest word, or of words that are tied to each other, in em, where each takes so much.
fn widest(tokens: &[Token], width: impl Fn(&Token) -> f64) -> f64 {
    let (mut widest, mut together) = (0.0_f64, 0.0);
    for token in tokens {
        together += width(token);
        widest = widest.max(together);
        together = match token.bond {
            Bond::Led | Bond::Tied => together + token.space_width(),
            Bond::Free | Bond::Phrase | Bond::Separator | Bond::Leaning | Bond::Address | Bond::PartOfAddress => 0.0,
        };
    }
    widest
}

/// Whether a character has one of some directions of its own.
fn has_strong(text: &str, directions: &[BidiClass]) -> bool {
    text.chars().any(|character| directions.contains(&unicode_bidi::bidi_class(character)))
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Fonts, HyphenationLanguage, Last, Style};
    use super::*;

    #[test]
    fn a_text_of_a_language_from_right_to_left_may_begin_with_a_name_from_elsewhere() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let rtl =
            |text: &str, rtl: bool| Paragraph::new(&typesetter, text, Style { cut: Cut::Regular, hyphenation: None, rtl }).rtl();
        for (text, of_hebrew, of_dutch) in [
            ("WhatsApp עם שלושה קבלנים", true, false),
            ("שלושה קבלנים ב-WhatsApp", true, true),
            ("WhatsApp", false, false),
            ("12:30", true, false),
        ] {
            assert_eq!((rtl(text, true), rtl(text, false)), (of_hebrew, of_dutch), "{text}");
        }
    }

    #[test]
    fn lines_of_another_width_measure_nothing_again() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Some(HyphenationLanguage::Dutch), rtl: false };
        let text = "Klanttevredenheidsonderzoek overweegt verzekeringsmaatschappijen aansprakelijkheidsverzekering ".repeat(3);
        let paragraph = typesetter.paragraph(&text, style);
        let pairs = || {
            let parts = paragraph.tokens.iter().filter_map(|token| token.parts.get());
            parts.flat_map(|parts| parts.iter()).filter(|part| part.get().is_some()).count()
        };
        let widths = (60..140).map(|tenths| f64::from(tenths) / 10.0);
        let set = |width: f64| paragraph.lines(&typesetter, width, Last::Free).len();
        widths.clone().for_each(|width| assert!(set(width) > 1));
        let known = pairs();
        assert!(known > 0);
        widths.for_each(|width| assert!(set(width) > 1));
        assert_eq!(pairs(), known);
        // What is kept is what would be measured.
        for token in paragraph.tokens.iter() {
            let places: Vec<usize> = [0].into_iter().chain(token.hyphens.iter().map(|point| point.at)).collect();
            for from in &places {
                let range = *from..token.word.text.len();
                assert_eq!(token.part(&typesetter, &range).to_bits(), token.word.width_of(&typesetter, &range).to_bits());
            }
        }
    }

    #[test]
    fn a_text_has_no_fewer_lines_than_it_is_taken_to_have_at_least() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let words = "Zij overweegt de klanttevredenheid en wacht op antwoord van de opleiding ";
        let texts = [
            words.repeat(20),
            format!("a{}b", " ".repeat(300)),
            "ab\u{ad}cd\u{ad}ef ".repeat(60),
            "عندما تأتي الطلبات في المساء ".repeat(30),
            "ببببببب".repeat(40),
            "illi ".repeat(200),
            "op\u{a0}· ".repeat(60),
            "mmm WWW ".repeat(80),
            "漢字".repeat(120),
        ];
        for text in &texts {
            for hyphenation in [None, Some(HyphenationLanguage::Dutch)] {
                let style = Style { cut: Cut::Regular, hyphenation, rtl: false };
                let paragraph = typesetter.paragraph(text, style);
                for width in [0.1, 0.7, 2.0, 5.9, 6.0, 7.3, 11.0, 19.9, 40.0, 123.4, 5000.0] {
                    let lines = paragraph.lines(&typesetter, width, Last::Free).len();
                    let least = paragraph.least_lines(width);
                    assert!(least <= lines as f64 || width < 1.0, "{least} of {lines} lines in {width} em: {text}");
                }
            }
        }
    }
}
