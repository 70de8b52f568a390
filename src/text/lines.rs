//! Line breaking: the set of breaks with the least total cost (Knuth and Plass, 1981, for ragged lines).
//!
//! Cost grows with the square of a line's slack, so lines come out even; a hyphen and a lonely last word cost extra, so that
//! they appear only where they save more than they spoil. A word is cut without a hyphen only when no part of it fits.

mod breaks;

use std::collections::VecDeque;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use super::costs;
use super::hyphenation::PointKind;
use super::line::{Line, Place};
use super::paragraph::{Paragraph, gone_before};
use super::segments::Bond;
use super::{SOFT_HYPHEN, Typesetter};

/// Each line costs this much, so that none is opened without need.
const LINE: f64 = 0.12;
/// A last line of one word shorter than a third of the width.
const WIDOW: f64 = 0.65;
/// Lines may be this much wider than asked for, in em: the last bit of a sum never costs a line.
const SLACK: f64 = 1e-6;

/// Of all lines that end at a break this many are weighed, the fullest ones: that is all of them unless a line holds more words than
/// anybody reads in one.
const MOST_WEIGHED: usize = 48;

/// How much the last line counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Last {
    /// It may be as short as it comes: running text.
    Free,
    /// It should be as long as the others: titles and headers.
    Even,
}

/// A place where a line may begin or end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Break {
    place: Place,
    kind: Kind,
}

/// A break with what it adds to the width of the words between it and another, in em: measured once, not for every pair.
#[derive(Debug, Clone, Copy)]
struct Measured {
    at: Break,
    /// To a line that begins here: the rest of a word instead of the whole word.
    head: f64,
    /// To a line that ends here: the beginning of a word, or less the space behind the last; and the hyphen.
    tail: f64,
}

impl Break {
    fn new(token: usize, at: usize, kind: Kind) -> Self {
        Self { place: Place { token, at }, kind }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Between words, which hold on to each other so firmly.
    Between(Bond),
    /// Within a word, with a hyphen.
    Hyphen(PointKind),
    /// Within a word, without one.
    Cut,
}

/// So many ways to break a paragraph into lines are remembered, the last ones: even columns and columns by need, and the two ways
/// of looking whether all fits, come to the same widths again; and titles are tried at size after size, each time the same ones.
const REMEMBERED: usize = 24;

/// Where lines begin and end, each with whether a hyphen is put in there.
type Ends = Arc<[(Place, bool)]>;

/// How a paragraph was last broken into lines, by the width (its bits) and the kind of its last line.
#[derive(Debug, Default)]
pub(super) struct Settings(Mutex<VecDeque<((u64, Last), Ends)>>);

impl Settings {
    /// What is remembered, or is made now.
    fn get(&self, key: (u64, Last), make: impl FnOnce() -> Ends) -> Ends {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, ends)) = lock().iter().find(|(known, _)| *known == key) {
            return Arc::clone(ends);
        }
        let ends = make();
        let mut known = lock();
        if known.len() >= REMEMBERED {
            known.pop_front();
        }
        known.push_back((key, Arc::clone(&ends)));
        ends
    }
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
        if self.tokens.is_empty() {
            return Vec::new();
        }
        if self.natural_width() <= width + SLACK {
            let (start, end) = (Place { token: 0, at: 0 }, Place { token: self.tokens.len(), at: 0 });
            typesetter.meter.set(1, 1);
            return vec![Line::new(typesetter, self, start, end, false)];
        }
        let ends = self.settings.get((width.to_bits(), last), || {
            let hyphen = typesetter.hyphen(self.style.cut).width;
            let mut breaker = Breaker { paragraph: self, typesetter, width, hyphen, weighed: 0 };
            let breaks = breaker.breaks(last);
            typesetter.meter.set(breaks.len() - 1, breaker.weighed);
            breaks.into_iter().map(|at| (at.place, breaker.hyphen_at(at) > 0.0)).collect()
        });
        ends.windows(2).map(|pair| Line::new(typesetter, self, pair[0].0, pair[1].0, pair[1].1)).collect()
    }
}

/// The search for the cheapest breaks at a width.
struct Breaker<'a> {
    paragraph: &'a Paragraph,
    typesetter: &'a Typesetter,
    width: f64,
    /// The width of a hyphen.
    hyphen: f64,
    /// How many pairs of breaks have been looked at as the ends of a line.
    weighed: usize,
}

impl Breaker<'_> {
    /// Where lines begin and end: the start of the paragraph, the breaks, and its end.
    fn breaks(&mut self, last: Last) -> Vec<Break> {
        let candidates: Vec<Measured> = self.candidates().into_iter().map(|at| self.measured(at)).collect();
        let ways = self.ways(&candidates, last);
        let mut chosen = vec![candidates.len() - 1];
        while let Some(&at) = chosen.last().filter(|at| **at > 0) {
            chosen.push(ways[at].from);
        }
        chosen.into_iter().rev().map(|index| candidates[index].at).collect()
    }

    fn fits(&self, width: f64) -> bool {
        width <= self.width + SLACK
    }

    /// The width of a fragment of a word.
    fn part(&self, token: usize, range: Range<usize>) -> f64 {
        self.paragraph.tokens[token].part(self.typesetter, &range)
    }

    /// The width of the hyphen at the end of a line that ends there: one that was put in, or that of a soft hyphen of the author.
    fn hyphen_at(&self, to: Break) -> f64 {
        let Place { token, at } = to.place;
        let tokens = &self.paragraph.tokens;
        let soft = at == 0 && (1..tokens.len()).contains(&token) && tokens[token - 1].word.text.ends_with(SOFT_HYPHEN);
        if soft || matches!(to.kind, Kind::Hyphen(_)) { self.hyphen } else { 0.0 }
    }

    /// The cheapest way to every break.
    fn ways(&mut self, breaks: &[Measured], last: Last) -> Vec<Way> {
        let mut ways = vec![Way { cost: 0.0, from: 0 }];
        // The first break from which a line to this one fits: it never lies before that of an earlier one.
        let mut first = 0;
        for end in 1..breaks.len() {
            while first + 1 < end && !self.fits(self.width_between(breaks[first], breaks[end])) {
                first += 1;
                self.weighed += 1;
            }
            let mut best = Way { cost: f64::INFINITY, from: end - 1 };
            let near = end.min(first + MOST_WEIGHED);
            for start in (first..near).rev() {
                let width = self.width_between(breaks[start], breaks[end]);
                let cost = ways[start].cost + self.cost(breaks[start].at, breaks[end].at, width, last);
                if cost < best.cost {
                    best = Way { cost, from: start };
                }
            }
            self.weighed += near - first;
            ways.push(best);
        }
        ways
    }

    /// What a line costs.
    fn cost(&self, from: Break, to: Break, width: f64, last: Last) -> f64 {
        // What cannot be divided further stands alone on its line, at a price that any other way undercuts.
        let overfull = if self.fits(width) { 0.0 } else { 1e6 };
        let slack = ((self.width - width) / self.width).max(0.0);
        let ends = to.place.token == self.paragraph.tokens.len();
        let begins = from.place == Place { token: 0, at: 0 };
        let lonely = last == Last::Free && ends && !begins && to.place.token - from.place.token <= 1 && width < self.width / 3.0;
        let end = match to.kind {
            Kind::Between(_) if ends => 0.0,
            Kind::Between(Bond::Free) if self.paragraph.is_parted => costs::between(Bond::Free, last) + costs::IN_PART,
            Kind::Between(bond) => costs::between(bond, last),
            Kind::Hyphen(kind) => costs::hyphen(kind, last, matches!(from.kind, Kind::Hyphen(_))),
            Kind::Cut => costs::cut(last),
        };
        let ragged = if ends && last == Last::Free { 0.0 } else { slack * slack };
        LINE + ragged + overfull + end + if lonely { WIDOW } else { 0.0 }
    }

    fn measured(&self, at: Break) -> Measured {
        let tokens = &self.paragraph.tokens;
        let Place { token, at: byte } = at.place;
        let (head, tail) = match (byte, token) {
            (0, 0) => (0.0, 0.0),
            (0, _) => (0.0, -gone_before(tokens, token)),
            _ => {
                let word = &tokens[token].word;
                (self.part(token, byte..word.text.len()) - word.width, self.part(token, 0..byte))
            }
        };
        Measured { at, head, tail: tail + self.hyphen_at(at) }
    }

    /// The width of the line between two breaks, in em: without the space at its end, with the hyphen.
    fn width_between(&self, from: Measured, to: Measured) -> f64 {
        let (start, end) = (from.at.place, to.at.place);
        if start.token == end.token {
            return self.part(start.token, start.at..end.at) + self.hyphen_at(to.at);
        }
        let sums = &self.paragraph.sums;
        sums[end.token] - sums[start.token] + from.head + to.tail
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
    fn a_word_that_a_line_can_hold_breaks_at_joints_or_not_at_all() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
        let breaks = |text: &str| {
            let paragraph = typesetter.paragraph(text, style);
            let widths = (0..80).map(|tenths| paragraph.widest_word() + 0.01 + f64::from(tenths) / 10.0);
            let broken = |width: f64| paragraph.lines(&typesetter, width, Last::Free).iter().any(Line::breaks_word);
            widths.filter(|width| broken(*width)).count()
        };
        assert_eq!(breaks("Bericht: een aansluiting is weer mogelijk, het formulier volgt vanzelf"), 0);
        assert!(breaks("Wie de woningcorporatie om een huurovereenkomst vraagt") > 0);
    }

    #[test]
    fn a_part_of_an_address_that_is_too_long_is_cut_at_a_joint_without_a_hyphen() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
        let paragraph = typesetter.paragraph("bezwaarschriftencommissie@westerkoggenland.nl", style);
        for width in [9.5, 10.0, 11.0] {
            let lines = paragraph.lines(&typesetter, width, Last::Free);
            let ends: Vec<String> = lines.iter().map(Line::text).collect();
            assert!(ends.len() > 2 && ends[0] == "bezwaarschriften", "{width}: {ends:?}");
        }
    }

    #[test]
    fn facts_that_separators_part_stand_on_lines_of_their_own_rather_than_in_pieces() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
        let second = typesetter.paragraph("Past op drie kleinkinderen", style).natural_width();
        for more in [0.1, 1.0, 2.5] {
            let lines = set("Woont in Deventer\u{a0}· Past op drie kleinkinderen", second + more);
            assert_eq!(lines, ["Woont in Deventer\u{a0}· ", "Past op drie kleinkinderen"], "{more}");
        }
    }

    #[test]
    fn a_cut_leaves_three_letters_on_both_sides_where_there_are_as_many() {
        let typesetter = Typesetter::new(Fonts::bundled());
        for (word, least) in [("water10", 3), ("B041xyz8", 3), ("54.1x2", 3), ("9876543210", 3)] {
            let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
            let paragraph = typesetter.paragraph(word, style);
            let width = paragraph.natural_width();
            for share in [0.65, 0.8, 0.9, 0.99] {
                let lines = paragraph.lines(&typesetter, width * share, Last::Free);
                assert!(lines.len() > 1 && lines[0].breaks_word() && !lines[lines.len() - 1].breaks_word(), "{word}");
                let counts: Vec<usize> = lines.iter().map(|line| line.text().chars().count()).collect();
                assert!(counts.iter().all(|count| *count >= least), "{word} at {share}: {counts:?}");
            }
        }
    }

    #[test]
    fn a_word_of_letters_is_never_cut_without_a_hyphen_that_has_room() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: None, rtl: false };
        for (text, shown) in
            [("Hjemvecafé", true), ("hjemvecafé", true), ("B041xyz8pq", false), ("bad.example/hjemvecafeen", false)]
        {
            let paragraph = typesetter.paragraph(text, style);
            for share in [0.65, 0.8] {
                let width = paragraph.widest_word() * share;
                let lines = paragraph.lines(&typesetter, width, Last::Free);
                let cut = lines.iter().find(|line| line.breaks_word()).unwrap();
                assert!(cut.width <= width, "{text} at {share}");
                let own: f64 = typesetter.paragraph(cut.text().as_str(), style).natural_width();
                assert_eq!(
                    cut.width > own + 0.1,
                    shown,
                    "{text} at {share}: {} is {} wide, its letters {own}",
                    cut.text(),
                    cut.width
                );
            }
        }
    }

    #[test]
    fn a_word_that_no_line_holds_is_rather_parted_before_two_letters_than_inside_a_syllable() {
        // “Ge-meen-te” has no place with three letters on both sides.
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Regular, hyphenation: Hyphenation::for_tag("nl"), rtl: false };
        let paragraph = typesetter.paragraph("Gemeente", style);
        let lines = paragraph.lines(&typesetter, paragraph.natural_width() * 0.97, Last::Free);
        let texts: Vec<String> = lines.iter().map(|line| line.text().as_str().to_owned()).collect();
        assert_eq!(texts, ["Gemeen", "te"]);
    }

    #[test]
    fn the_month_of_a_date_is_not_hyphenated() {
        assert_eq!(set("Sinds 31 december 2025", 6.0).join("|"), "Sinds |31 december |2025");
    }

    #[test]
    fn text_that_fits_stays_on_one_line() {
        assert_eq!(set("Een open dag", 100.0), ["Een open dag"]);
        assert!(set("", 10.0).is_empty());
    }

    #[test]
    fn a_hyphen_appears_only_where_a_word_would_not_fit() {
        assert_eq!(set("Open dag van de opleiding", 7.0), ["Open dag van de ", "opleiding"]);
        assert_eq!(set("Klanttevredenheidsonderzoek", 8.5), ["Klanttevredenheids", "onderzoek"]);
    }

    fn title(tag: &str, text: &str, width: f64) -> Vec<String> {
        let typesetter = Typesetter::new(Fonts::bundled());
        let style = Style { cut: Cut::Bold, hyphenation: Hyphenation::for_tag(tag), rtl: false };
        let lines = typesetter.paragraph(text, style).lines(&typesetter, width, Last::Even);
        lines.iter().map(Line::text).collect()
    }

    #[test]
    fn a_compound_is_broken_at_its_joints_whatever_the_width() {
        for width in 8..20 {
            let width = f64::from(width);
            let joined = title("nl", "Documentenuploadfunctionaliteit", width).join("-");
            assert!(
                [
                    "Documenten-upload-functionaliteit",
                    "Documentenupload-functionaliteit",
                    "Documenten-uploadfunctionaliteit",
                    "Documentenuploadfunctionaliteit"
                ]
                .contains(&&*joined),
                "{joined} at {width}"
            );
            let joined = title("da", "Sagsbehandling", width.min(7.0)).join("-");
            assert!(["Sagsbehandling", "Sags-behandling"].contains(&&*joined), "{joined}");
        }
        assert_eq!(set("Wij lezen het websiteformulier nu", 6.5).join("|"), "Wij lezen |het website|formulier nu");
    }

    #[test]
    fn a_part_is_broken_only_where_it_does_not_fit() {
        assert_eq!(title("nl", "Sollicitatieprocedure", 6.5), ["Sollicitatie", "procedure"]);
        assert!(title("nl", "Sollicitatieprocedure", 4.0).len() > 2);
    }

    #[test]
    fn a_short_word_is_broken_only_where_it_does_not_fit() {
        assert_eq!(set("Een volle winkel", 6.2), ["Een volle ", "winkel"]);
        assert_eq!(set("De winkel", 2.5).len(), 3);
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
