//! A word: shaped once, whatever its size and wherever it stands, and cut where a line needs it.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use super::Typesetter;
use super::ruler::Ruler;
use super::shape::{Shaped, Stretch, shape};

/// Text between two places where a line may be broken, without the space behind it. Shared by all paragraphs that have it.
#[derive(Debug)]
pub(super) struct Word {
    pub text: Arc<str>,
    /// By face, direction and script, in logical order.
    stretches: Vec<Stretch>,
    pub shaped: Vec<Shaped>,
    /// In em.
    pub width: f64,
    /// How far glyphs reach above the baseline and below it, in em.
    pub ink: (f64, f64),
    /// Made when the word is to be cut, which few are.
    ruler: OnceLock<Ruler>,
}

impl Word {
    pub(super) fn new(typesetter: &Typesetter, text: &str, stretches: Vec<Stretch>) -> Self {
        let shaped = shape(&typesetter.fonts, text, &stretches, &typesetter.meter);
        Self { text: text.into(), stretches, width: width_of(&shaped), ink: ink_of(&shaped), shaped, ruler: OnceLock::new() }
    }

    /// What measures its fragments.
    pub(super) fn ruler(&self, typesetter: &Typesetter) -> &Ruler {
        self.ruler.get_or_init(|| Ruler::new(&typesetter.fonts, &self.text, &self.stretches, &typesetter.meter))
    }

    /// The width of a fragment, in em.
    pub(super) fn width_of(&self, typesetter: &Typesetter, range: &Range<usize>) -> f64 {
        if self.is_whole(range) {
            return self.width;
        }
        self.ruler(typesetter).width(&typesetter.fonts, &self.text, range, &typesetter.meter)
    }

    /// How far glyphs of a fragment reach above the baseline and below it, in em.
    pub(super) fn ink_of(&self, typesetter: &Typesetter, range: &Range<usize>) -> (f64, f64) {
        if self.is_whole(range) { self.ink } else { self.ruler(typesetter).ink(range) }
    }

    /// A fragment, shaped for itself.
    pub(super) fn fragment(&self, typesetter: &Typesetter, range: &Range<usize>) -> Vec<Shaped> {
        if self.is_whole(range) {
            return self.shaped.clone();
        }
        let first = self.stretches.partition_point(|stretch| stretch.range.end <= range.start);
        let behind = self.stretches.partition_point(|stretch| stretch.range.start < range.end).max(first);
        let cut = |stretch: &Stretch| {
            let inside = stretch.range.start.max(range.start)..stretch.range.end.min(range.end);
            Stretch { range: inside, ..stretch.clone() }
        };
        let stretches: Vec<Stretch> = self.stretches[first..behind].iter().map(cut).collect();
        shape(&typesetter.fonts, &self.text, &stretches, &typesetter.meter)
    }

    fn is_whole(&self, range: &Range<usize>) -> bool {
        *range == (0..self.text.len())
    }
}

/// The width of stretches side by side, in em.
pub(super) fn width_of(shaped: &[Shaped]) -> f64 {
    shaped.iter().map(|stretch| stretch.width).sum()
}

fn ink_of(shaped: &[Shaped]) -> (f64, f64) {
    shaped.iter().fold((0.0, 0.0), |ink: (f64, f64), stretch| (ink.0.max(stretch.ink.0), ink.1.max(stretch.ink.1)))
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Fonts, Style};
    use super::*;

    /// The only word of a text.
    fn word(typesetter: &Typesetter, text: &str, cut: Cut) -> Arc<Word> {
        let paragraph = typesetter.paragraph(text, Style { cut, hyphenation: None, rtl: false });
        assert_eq!(paragraph.tokens.len(), 1, "{text}");
        Arc::clone(&paragraph.tokens[0].word)
    }

    const WORDS: [&str; 9] = [
        "Tevredenheidsonderzoek",
        "AVAToWaffiliëfjord’ffi",
        "e\u{301}t\u{323}e\u{308}l\u{f3}fji\u{302}\u{323}",
        "عندماتأتيالطلباتفيالمساء",
        "بببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببببب",
        "لاإلهلاالسلام١٢٣",
        "שלוםabcעברית12",
        "👩‍👩‍👧‍👦👩🏽‍🚀1️⃣a",
        "漢ภาษา字",
    ];

    /// Cuts at every two grapheme edges, and what they measure against what is drawn there.
    #[test]
    fn a_fragment_measures_what_it_is_drawn_with() {
        let typesetter = Typesetter::new(Fonts::bundled());
        for text in WORDS {
            for cut in [Cut::Regular, Cut::Bold, Cut::Italic] {
                let paragraph = typesetter.paragraph(text, Style { cut, hyphenation: None, rtl: false });
                for word in paragraph.tokens.iter().map(|token| &token.word) {
                    let edges: Vec<usize> = [0].into_iter().chain(word.ruler(&typesetter).edges().iter().copied()).collect();
                    for (nth, from) in edges.iter().enumerate() {
                        for to in edges[nth + 1..].iter().copied().chain([word.text.len()]) {
                            let (measured, drawn) =
                                (word.width_of(&typesetter, &(*from..to)), word.fragment(&typesetter, &(*from..to)));
                            let drawn = width_of(&drawn);
                            assert!((measured - drawn).abs() < 1e-9, "{text} {from}..{to}: {measured} is drawn {drawn} wide");
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn a_long_word_is_shaped_about_once_however_often_it_is_cut() {
        let typesetter = Typesetter::new(Fonts::bundled());
        for text in ["abcdefghijklmnopqrstuvwxyz", "AVAToWa", "ببب"] {
            let text = text.repeat(60_000 / text.len());
            let word = word(&typesetter, &text, Cut::Regular);
            let before = typesetter.work();
            for from in (0..text.len() - 400).step_by(100) {
                word.width_of(&typesetter, &(from..from + 400));
            }
            let shaped = typesetter.work().shaped_bytes - before.shaped_bytes;
            let most = text.len() as u64 * 3;
            assert!(shaped <= most, "{shaped} bytes were shaped for a word of {} bytes", text.len());
        }
    }
}
