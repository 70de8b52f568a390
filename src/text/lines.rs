//! Line breaking: the set of breaks with the least total cost (Knuth and Plass, 1981, for ragged lines).
//!
//! Cost grows with the square of a line's slack, so lines come out even; a hyphen and a lonely last word cost extra, so that
//! they appear only where they save more than they spoil. A word is cut without a hyphen only when no part of it fits.

use std::ops::Range;

use super::line::Line;
use super::paragraph::{Paragraph, Word};
use super::{Cut, Typesetter};

/// Each line costs this much, so that none is opened without need.
const LINE: f64 = 0.12;
/// A hyphen at the end of a line.
const HYPHEN: f64 = 0.6;
/// A second hyphen in a row costs this much more.
const LADDER: f64 = 0.3;
/// In titles and headers hyphens cost so many times more.
const HEADING: f64 = 3.0;
/// A last line of one word shorter than a third of the width.
const WIDOW: f64 = 0.65;
/// A cut within a word, without a hyphen.
const CUT: f64 = 4.0;
/// Lines may be this much wider than asked for, in em: the last bit of a sum never costs a line.
const SLACK: f64 = 1e-6;

/// How much the last line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Last {
    /// It may be as short as it comes: running text.
    Free,
    /// It should be as long as the others: titles and headers.
    Even,
}

/// A place where a line may begin or end: before byte `at` of the word's visible part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Break {
    word: usize,
    at: usize,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Between words.
    Space,
    /// Within a word, with a hyphen.
    Hyphen,
    /// Within a word, without one.
    Cut,
}

/// The cheapest way to a break.
#[derive(Clone, Copy)]
struct Way {
    cost: f64,
    from: usize,
}

impl Paragraph {
    /// The lines of the paragraph in a column of `width` em. No line is wider than that, unless a single grapheme is.
    #[must_use]
    pub fn lines(&self, typesetter: &Typesetter, width: f64, last: Last) -> Vec<Line> {
        if self.words.is_empty() {
            return Vec::new();
        }
        let setting = Setting { words: &self.words, level: self.level, cut: self.style.cut, typesetter };
        if self.natural_width() <= width + SLACK {
            let end = Break { word: self.words.len(), at: 0, kind: Kind::Space };
            return vec![setting.line(Break { word: 0, at: 0, kind: Kind::Space }, end)];
        }
        let hyphen = typesetter.hyphen(self.style.cut).width;
        let breaks = Breaker { setting: &setting, width, hyphen, sums: setting.sums() }.breaks(last);
        breaks.windows(2).map(|pair| setting.line(pair[0], pair[1])).collect()
    }
}

/// The words of a paragraph and what sets them.
struct Setting<'a> {
    words: &'a [Word],
    level: u8,
    cut: Cut,
    typesetter: &'a Typesetter,
}

impl Setting<'_> {
    /// The width of a fragment of a word.
    fn part(&self, word: usize, range: Range<usize>) -> f64 {
        self.words[word].fragment_width(self.typesetter, self.cut, range)
    }

    /// The width of all words, with their spaces, before each.
    fn sums(&self) -> Vec<f64> {
        let mut sums = vec![0.0];
        for word in self.words {
            sums.push(sums[sums.len() - 1] + word.width + word.space_width);
        }
        sums
    }

    /// Whether a line that ends behind a word shows the soft hyphen of that word.
    fn shows_soft_hyphen(&self, to: Break) -> bool {
        to.at == 0 && to.word < self.words.len() && self.words[to.word - 1].text.ends_with('\u{ad}')
    }

    fn line(&self, from: Break, to: Break) -> Line {
        let mut pieces = Vec::new();
        let mut space = Vec::new();
        let end_word = if to.at == 0 { to.word } else { to.word + 1 };
        for index in from.word..end_word {
            let word = &self.words[index];
            let start = if index == from.word { from.at } else { 0 };
            let end = if index == to.word { to.at } else { word.text.len() };
            pieces.append(&mut space);
            pieces.extend(word.fragment(self.typesetter, self.cut, start..end));
            if index != to.word {
                space.extend(word.space.iter().cloned());
            }
        }
        let hyphen = to.kind == Kind::Hyphen || self.shows_soft_hyphen(to);
        Line::new(pieces, space, hyphen.then(|| self.typesetter.hyphen(self.cut)), self.level)
    }
}

/// The search for the cheapest breaks at a width.
struct Breaker<'a> {
    setting: &'a Setting<'a>,
    width: f64,
    /// The width of a hyphen.
    hyphen: f64,
    sums: Vec<f64>,
}

impl Breaker<'_> {
    /// Where lines begin and end: the start of the paragraph, the breaks, and its end.
    fn breaks(&self, last: Last) -> Vec<Break> {
        let candidates = self.candidates();
        let ways = self.ways(&candidates, last);
        let mut chosen = vec![candidates.len() - 1];
        while let Some(&at) = chosen.last().filter(|at| **at > 0) {
            chosen.push(ways[at].from);
        }
        chosen.into_iter().rev().map(|index| candidates[index]).collect()
    }

    fn fits(&self, width: f64) -> bool {
        width <= self.width + SLACK
    }

    /// Every place where a line may begin or end, in order, with the start and the end of the paragraph.
    fn candidates(&self) -> Vec<Break> {
        let mut breaks = vec![Break { word: 0, at: 0, kind: Kind::Space }];
        for (index, word) in self.setting.words.iter().enumerate() {
            if !self.fits(word.width) && !self.parts_fit(index) {
                breaks.extend(self.cuts(index));
            } else {
                breaks.extend(word.hyphens.iter().map(|at| Break { word: index, at: *at, kind: Kind::Hyphen }));
            }
            breaks.push(Break { word: index + 1, at: 0, kind: Kind::Space });
        }
        breaks
    }

    /// Whether every part of a word that hyphenation leaves whole fits into the width.
    fn parts_fit(&self, index: usize) -> bool {
        let word = &self.setting.words[index];
        let mut from = 0;
        word.hyphens.iter().copied().chain([word.text.len()]).all(|to| {
            let part = self.setting.part(index, from..to);
            from = to;
            self.fits(part + if to < word.text.len() { self.hyphen } else { 0.0 })
        })
    }

    /// Where a word is divided that no hyphenation makes fit: at the last hyphenation point of a full line, or else anywhere.
    fn cuts(&self, index: usize) -> Vec<Break> {
        let word = &self.setting.words[index];
        let edges: Vec<usize> = word.cuts().into_iter().chain([word.text.len()]).collect();
        let mut breaks = Vec::new();
        let (mut from, mut next) = (0, 0);
        loop {
            let fitting = self.fitting(index, from, &edges[next..]);
            if next + fitting == edges.len() {
                return breaks;
            }
            // Not even one grapheme: it stands alone.
            let at = edges[next + fitting.max(1) - 1];
            let hyphenated = word.hyphens.iter().rev().find(|point| {
                **point > from && **point <= at && self.fits(self.setting.part(index, from..**point) + self.hyphen)
            });
            let chosen = match hyphenated {
                Some(point) if (point - from) * 2 > at - from => Break { word: index, at: *point, kind: Kind::Hyphen },
                _ => Break { word: index, at, kind: Kind::Cut },
            };
            from = chosen.at;
            next = edges.partition_point(|edge| *edge <= from);
            if next == edges.len() {
                return breaks;
            }
            breaks.push(chosen);
        }
    }

    /// How many of the edges a line that begins at `from` reaches: in doubling steps first, so that only about as much is measured
    /// as a line holds.
    fn fitting(&self, index: usize, from: usize, edges: &[usize]) -> usize {
        let reaches = |edge: &usize| self.fits(self.setting.part(index, from..*edge));
        let mut bound = 1;
        while bound < edges.len() && reaches(&edges[bound - 1]) {
            bound *= 2;
        }
        edges[..bound.min(edges.len())].partition_point(reaches)
    }

    fn ways(&self, breaks: &[Break], last: Last) -> Vec<Way> {
        let mut ways = vec![Way { cost: 0.0, from: 0 }];
        for end in 1..breaks.len() {
            let mut best = Way { cost: f64::INFINITY, from: end - 1 };
            for start in (0..end).rev() {
                let width = self.width_between(breaks[start], breaks[end]);
                if !self.fits(width) && start < end - 1 {
                    break;
                }
                let cost = ways[start].cost + self.cost(breaks[start], breaks[end], width, last);
                if cost < best.cost {
                    best = Way { cost, from: start };
                }
            }
            ways.push(best);
        }
        ways
    }

    /// What a line costs.
    fn cost(&self, from: Break, to: Break, width: f64, last: Last) -> f64 {
        // What cannot be divided further stands alone on its line, at a price that any other way undercuts.
        let overfull = if self.fits(width) { 0.0 } else { 1e6 };
        let slack = ((self.width - width) / self.width).max(0.0);
        let ends = to.word == self.setting.words.len();
        let begins = from.word == 0 && from.at == 0;
        let lonely = last == Last::Free && ends && !begins && to.word - from.word <= 1 && width < self.width / 3.0;
        let hyphen = match to.kind {
            Kind::Space => 0.0,
            Kind::Hyphen if from.kind == Kind::Hyphen => HYPHEN + LADDER,
            Kind::Hyphen => HYPHEN,
            Kind::Cut => CUT,
        };
        let ragged = if ends && last == Last::Free { 0.0 } else { slack * slack };
        let dear = if last == Last::Even { HEADING } else { 1.0 };
        LINE + ragged + overfull + hyphen * dear + if lonely { WIDOW } else { 0.0 }
    }

    /// The width of the line between two breaks, in em: without the space at its end, with the hyphen.
    fn width_between(&self, from: Break, to: Break) -> f64 {
        let words = self.setting.words;
        let hyphen = if to.kind == Kind::Hyphen || self.setting.shows_soft_hyphen(to) { self.hyphen } else { 0.0 };
        if from.word == to.word {
            return self.setting.part(from.word, from.at..to.at) + hyphen;
        }
        // The rest of a word that was broken, instead of the whole word.
        let head = match from.at {
            0 => 0.0,
            at => self.setting.part(from.word, at..words[from.word].text.len()) - words[from.word].width,
        };
        let tail = match to.at {
            0 => -words[to.word - 1].space_width,
            at => self.setting.part(to.word, 0..at),
        };
        self.sums[to.word] - self.sums[from.word] + head + tail + hyphen
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Fonts, Hyphenation, Style};
    use super::*;

    fn set(text: &str, width: f64) -> Vec<String> {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
        let lines = typesetter.paragraph(text, style).lines(&typesetter, width, Last::Free);
        for line in &lines {
            assert!(line.width <= width + 1e-3 || line.text().chars().count() <= 2, "{} is {} wide", line.text(), line.width);
        }
        assert_eq!(lines.iter().map(Line::text).collect::<String>(), text);
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn text_that_fits_stays_on_one_line() {
        assert_eq!(set("Een open dag", 100.0), ["Een open dag"]);
        assert!(set("", 10.0).is_empty());
    }

    #[test]
    fn a_hyphen_appears_only_where_a_word_would_not_fit() {
        assert_eq!(set("Open dag van de opleiding", 7.0), ["Open dag van de ", "opleiding"]);
        assert_eq!(set("Klanttevredenheidsonderzoek", 7.0), ["Klanttevreden", "heidsonderzoek"]);
    }

    #[test]
    fn a_word_without_a_hyphenation_point_is_cut_rather_than_clipped() {
        assert_eq!(set("AAAAAAAAAAAA", 3.0).len(), 3);
        assert!(set("https://voorbeeld.example/aanmelden/opendag", 8.0).len() >= 3);
    }

    #[test]
    fn no_last_word_stands_alone_where_it_can_be_avoided() {
        let lines = set("Zij wil weten of het bij haar past nu", 9.5);
        assert!(lines.last().is_some_and(|line| line.contains(' ')), "{lines:?}");
    }

    #[test]
    fn a_soft_hyphen_of_the_author_is_kept_in_the_text() {
        assert_eq!(set("Overwegings\u{ad}fasen", 7.0), ["Overwegings\u{ad}", "fasen"]);
    }
}
