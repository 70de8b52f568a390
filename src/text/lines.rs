//! Line breaking: the set of breaks with the least total cost (Knuth and Plass, 1981, for ragged lines).
//!
//! Cost grows with the square of a line's slack, so lines come out even; a hyphen and a lonely last word cost extra, so that
//! they appear only where they save more than they spoil. A word is cut without a hyphen only when no part of it fits.

use super::Typesetter;
use super::line::Line;
use super::paragraph::{Paragraph, Word};

/// Each line costs this much, so that none is opened without need.
const LINE: f64 = 0.12;
/// A hyphen at the end of a line.
const HYPHEN: f64 = 0.55;
/// A second hyphen in a row costs this much more.
const LADDER: f64 = 0.3;
/// A last line of one word shorter than a third of the width.
const WIDOW: f64 = 0.5;
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
        if self.natural_width() <= width + SLACK {
            let end = Break { word: self.words.len(), at: 0, kind: Kind::Space };
            return vec![self.line(typesetter, Break { word: 0, at: 0, kind: Kind::Space }, end)];
        }
        let breaks = self.breaks(typesetter, width);
        let ways = self.ways(typesetter, width, last, &breaks);
        let mut chosen = vec![breaks.len() - 1];
        while let Some(&at) = chosen.last().filter(|at| **at > 0) {
            chosen.push(ways[at].from);
        }
        chosen.reverse();
        chosen.windows(2).map(|pair| self.line(typesetter, breaks[pair[0]], breaks[pair[1]])).collect()
    }

    /// Every place where a line may begin or end, in order, with the start and the end of the paragraph.
    fn breaks(&self, typesetter: &Typesetter, width: f64) -> Vec<Break> {
        let mut breaks = vec![Break { word: 0, at: 0, kind: Kind::Space }];
        for (index, word) in self.words.iter().enumerate() {
            let hyphens = || word.hyphens.iter().map(|at| Break { word: index, at: *at, kind: Kind::Hyphen });
            if word.width > width + SLACK && !self.parts_fit(typesetter, word, width) {
                breaks.extend(self.cuts(typesetter, index, width));
            } else {
                breaks.extend(hyphens());
            }
            breaks.push(Break { word: index + 1, at: 0, kind: Kind::Space });
        }
        breaks
    }

    /// Whether every part that hyphenation leaves whole fits into the width.
    fn parts_fit(&self, typesetter: &Typesetter, word: &Word, width: f64) -> bool {
        let hyphen = typesetter.hyphen(self.style.cut).width;
        let mut from = 0;
        word.hyphens.iter().copied().chain([word.text.len()]).all(|to| {
            let part = word.fragment_width(typesetter, self.style.cut, from..to);
            from = to;
            part + if to < word.text.len() { hyphen } else { 0.0 } <= width + SLACK
        })
    }

    /// Where a word is divided that no hyphenation makes fit: at the last hyphenation point of a full line, or else anywhere.
    fn cuts(&self, typesetter: &Typesetter, index: usize, width: f64) -> Vec<Break> {
        let (word, cut) = (&self.words[index], self.style.cut);
        let measure = |from: usize, to: usize| word.fragment_width(typesetter, cut, from..to);
        let hyphen = typesetter.hyphen(cut).width;
        let graphemes = word.cuts();
        let mut breaks = Vec::new();
        let mut from = 0;
        while measure(from, word.text.len()) > width + SLACK {
            let rest = &graphemes[graphemes.partition_point(|at| *at <= from)..];
            let Some(least) = rest.first() else { break };
            let fitting = rest.partition_point(|at| measure(from, *at) <= width + SLACK);
            let at = fitting.checked_sub(1).map_or(*least, |last| rest[last]);
            let hyphenated = word
                .hyphens
                .iter()
                .rev()
                .find(|point| **point > from && **point <= at && measure(from, **point) + hyphen <= width + SLACK);
            let next = match hyphenated {
                Some(point) if (point - from) * 2 > at - from => Break { word: index, at: *point, kind: Kind::Hyphen },
                _ => Break { word: index, at, kind: Kind::Cut },
            };
            from = next.at;
            breaks.push(next);
        }
        breaks
    }

    fn ways(&self, typesetter: &Typesetter, width: f64, last: Last, breaks: &[Break]) -> Vec<Way> {
        let mut sums = vec![0.0];
        for word in &self.words {
            sums.push(sums[sums.len() - 1] + word.width + word.space_width);
        }
        let mut ways = vec![Way { cost: 0.0, from: 0 }];
        for end in 1..breaks.len() {
            let mut best = Way { cost: f64::INFINITY, from: end - 1 };
            for start in (0..end).rev() {
                let line = self.width_between(typesetter, &sums, breaks[start], breaks[end]);
                let fits = line <= width + SLACK;
                if !fits && start < end - 1 {
                    break;
                }
                let (from, to) = (breaks[start], breaks[end]);
                let whole = to.word == self.words.len();
                // What cannot be divided further stands alone on its line, at a price that any other way undercuts.
                let slack = if fits { (width - line) / width } else { 1e3 };
                let short = whole && to.word - from.word <= 1 && line < width / 3.0 && start > 0;
                let cost = ways[start].cost
                    + LINE
                    + if whole && last == Last::Free { 0.0 } else { slack * slack }
                    + if whole && !fits { 1e6 } else { 0.0 }
                    + if short { WIDOW } else { 0.0 }
                    + match to.kind {
                        Kind::Space => 0.0,
                        Kind::Hyphen if from.kind == Kind::Hyphen => HYPHEN + LADDER,
                        Kind::Hyphen => HYPHEN,
                        Kind::Cut => CUT,
                    };
                if cost < best.cost {
                    best = Way { cost, from: start };
                }
            }
            ways.push(best);
        }
        ways
    }

    /// The width of the line between two breaks, in em: without the space at its end, with the hyphen.
    fn width_between(&self, typesetter: &Typesetter, sums: &[f64], from: Break, to: Break) -> f64 {
        let cut = self.style.cut;
        if to.at == 0 {
            let tail = &self.words[to.word - 1];
            let head = match from.at {
                0 => 0.0,
                // The rest of a word that was broken, instead of the whole word.
                at => self.words[from.word].rest_width(typesetter, cut, at) - self.words[from.word].width,
            };
            let soft = if tail.soft() && to.word < self.words.len() { typesetter.hyphen(cut).width } else { 0.0 };
            return sums[to.word] - sums[from.word] + head - tail.space_width + soft;
        }
        let hyphen = if to.kind == Kind::Hyphen { typesetter.hyphen(cut).width } else { 0.0 };
        let word = &self.words[to.word];
        if from.word == to.word {
            return word.fragment_width(typesetter, cut, from.at..to.at) + hyphen;
        }
        let head = match from.at {
            0 => 0.0,
            at => self.words[from.word].rest_width(typesetter, cut, at) - self.words[from.word].width,
        };
        sums[to.word] - sums[from.word] + head + word.fragment_width(typesetter, cut, 0..to.at) + hyphen
    }

    fn line(&self, typesetter: &Typesetter, from: Break, to: Break) -> Line {
        let cut = self.style.cut;
        let mut pieces = Vec::new();
        let mut space = Vec::new();
        let end_word = if to.at == 0 { to.word } else { to.word + 1 };
        for index in from.word..end_word {
            let word = &self.words[index];
            let start = if index == from.word { from.at } else { 0 };
            let end = if index == to.word { to.at } else { word.text.len() };
            pieces.append(&mut space);
            pieces.extend(word.fragment(typesetter, cut, start..end));
            if index != to.word {
                space.extend(word.space.iter().cloned());
            }
        }
        let soft = to.at == 0 && to.word < self.words.len() && self.words[to.word - 1].soft();
        let hyphen = (to.kind == Kind::Hyphen || soft).then(|| typesetter.hyphen(cut));
        Line::new(pieces, space, hyphen, self.level)
    }
}

impl Word {
    fn rest_width(&self, typesetter: &Typesetter, cut: super::Cut, at: usize) -> f64 {
        self.fragment_width(typesetter, cut, at..self.text.len())
    }

    /// Whether the word ends in a soft hyphen, which shows only at the end of a line.
    fn soft(&self) -> bool {
        self.text.ends_with('\u{ad}')
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Cut, Fonts, Hyphenation, Style};
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
