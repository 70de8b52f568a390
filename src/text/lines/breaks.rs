//! Where lines may begin and end: between words, at the hyphens of a word, and where a word is cut that no line holds.

use std::cell::LazyCell;

use super::super::SOFT_HYPHEN;
use super::super::hyphenation::{Hyphenation, Point, PointKind};
use super::super::paragraph::Token;
use super::super::segments::Bond;
use super::{Break, Breaker, Kind};

/// A word is cut with at least so many letters on both sides, where it has as many.
const LEAST_CUT: usize = 3;
/// A word of more bytes than this is none of a language, and is divided line by line: weighing all of its hyphenation points
/// against each other would be worth little and cost much.
const LONGEST_WEIGHED: usize = 1024;

impl Breaker<'_> {
    /// Every place where a line may begin or end, in order, with the start and the end of the paragraph.
    pub(super) fn candidates(&self) -> Vec<Break> {
        let mut breaks = vec![Break::new(0, 0, Kind::Between(Bond::Free))];
        for (index, Token { word, hyphens, bond, .. }) in self.paragraph.tokens.iter().enumerate() {
            if !self.fits(word.width) && (word.text.len() > LONGEST_WEIGHED || !self.parts_fit(index)) {
                breaks.extend(self.cuts(index));
            } else {
                let whole = self.fits(word.width);
                let joint = |kind| matches!(kind, PointKind::Joint | PointKind::Particle);
                // A word that a line can hold is parted at the joints of a compound or not at all.
                let useful = hyphens.iter().filter(|point| !whole || joint(point.kind));
                breaks.extend(useful.map(|point| Break::new(index, point.at, Kind::Hyphen(point.kind))));
            }
            // A separator goes with the line that it ends.
            if self.paragraph.tokens.get(index + 1).is_none_or(|next| next.bond != Bond::Separator) {
                breaks.push(Break::new(index + 1, 0, Kind::Between(*bond)));
            }
        }
        breaks
    }

    /// Whether every part of a word that hyphenation leaves whole fits into the width.
    fn parts_fit(&self, index: usize) -> bool {
        let Token { word, hyphens, .. } = &self.paragraph.tokens[index];
        let mut from = 0;
        hyphens.iter().map(|point| point.at).chain([word.text.len()]).all(|to| {
            let part = self.part(index, from..to);
            from = to;
            self.fits(part + if to < word.text.len() { self.hyphen } else { 0.0 })
        })
    }

    /// Where a word is divided that no hyphenation makes fit: at the last hyphenation point of a full line, or else anywhere.
    fn cuts(&self, index: usize) -> Vec<Break> {
        let Token { word, hyphens, .. } = &self.paragraph.tokens[index];
        let ruler = word.ruler(self.typesetter);
        let edges = ruler.edges();
        let spelled = self.is_spelled(index);
        let syllables = LazyCell::new(|| Hyphenation::of(self.paragraph.style.hyphenation).points(&word.text));
        // A part of an address has no hyphens, but is cut where a word would have one, at a joint if there is one.
        let address = self.is_in_address(index);
        let points = if address { Hyphenation::of(self.paragraph.style.hyphenation).breaks(&word.text) } else { Vec::new() };
        let joint = |point: &Point| matches!(point.kind, PointKind::Joint | PointKind::Particle);
        let joints: Vec<Point> = points.iter().copied().filter(joint).collect();
        let hyphens: &[Point] = match (address, joints.is_empty()) {
            (false, _) => hyphens,
            (true, false) => &joints,
            (true, true) => &points,
        };
        let mut breaks = Vec::new();
        let (mut from, mut next) = (0, 0);
        loop {
            let fitting = self.fitting(index, from, next);
            // Where not even one grapheme fits it stands alone.
            let Some(&at) = edges.get(fitting.max(next + 1) - 1).filter(|_| fitting <= edges.len()) else { return breaks };
            let behind = hyphens.partition_point(|point| point.at <= at);
            let hyphenated = hyphens[..behind].iter().rev().take_while(|point| point.at > from);
            let hyphenated = hyphenated.copied().find(|point| self.fits(self.part(index, from..point.at) + self.hyphen));
            let chosen = match hyphenated {
                Some(Point { at: point, kind }) if (point - from) * 2 > at - from => {
                    Break::new(index, point, if address { Kind::Cut } else { Kind::Hyphen(kind) })
                }
                _ => {
                    // Rather two letters of a syllable stand alone than a cut goes through it.
                    let syllable = |point: &&Point| (from + 1..=at).contains(&point.at) && (point.at - from) * 2 > at - from;
                    let syllables = if spelled { &syllables[..] } else { &[] };
                    let room = |point: &&Point| self.fits(self.part(index, from..point.at) + self.hyphen);
                    let syllable = syllables.iter().rev().filter(syllable).find(room).map(|point| point.at);
                    let at = Self::even(edges, (next, at));
                    let shown = || spelled.then(|| self.shown(index, edges, (from, next), at)).flatten();
                    let shown = syllable.or_else(shown);
                    let cut = || Break::new(index, at, Kind::Cut);
                    shown.map_or_else(cut, |at| Break::new(index, at, Kind::Hyphen(PointKind::InPart)))
                }
            };
            from = chosen.place.at;
            next = edges.partition_point(|edge| *edge <= from);
            breaks.push(chosen);
        }
    }

    /// Whether a word is one of letters, which a hyphen may part: no address, no number, none of a script without hyphens.
    fn is_spelled(&self, index: usize) -> bool {
        let tokens = &self.paragraph.tokens;
        let letter = |letter: char| letter.is_lowercase() || letter.is_uppercase() || letter == SOFT_HYPHEN;
        let word = tokens[index].word.text.trim_matches(|sign: char| !sign.is_alphanumeric());
        !self.is_in_address(index) && word.len() <= LONGEST_WEIGHED && word.chars().all(letter)
    }

    /// Whether a word is a part of an address.
    fn is_in_address(&self, index: usize) -> bool {
        let tokens = &self.paragraph.tokens;
        let address = |bond: Bond| matches!(bond, Bond::Address | Bond::PartOfAddress);
        address(tokens[index].bond) || index > 0 && address(tokens[index - 1].bond)
    }

    /// Where a word is cut so that a hyphen has room behind it, with a few letters on each side: no later than at a place.
    fn shown(&self, index: usize, edges: &[usize], (from, next): (usize, usize), at: usize) -> Option<usize> {
        let (word, own) = (&self.paragraph.tokens[index].word.text, edges.partition_point(|edge| *edge <= at));
        let few = next + LEAST_CUT..=own.min((edges.len() + 1).saturating_sub(LEAST_CUT));
        let places = few.rev().filter_map(|nth| edges.get(nth.checked_sub(1)?).copied());
        let mut places =
            places.filter(|at| word[..*at].ends_with(char::is_alphabetic) && word[*at..].starts_with(char::is_alphabetic));
        places.find(|at| self.fits(self.part(index, from..*at) + self.hyphen))
    }

    /// Where a word is cut of which a line holds all up to `at`: there, or earlier where fewer letters than [`LEAST_CUT`] would be left for
    /// the next line and this one has some to spare. `next` edges lie before the line.
    fn even(edges: &[usize], (next, at): (usize, usize)) -> usize {
        let own = edges.partition_point(|edge| *edge <= at);
        let (taken, left) = (own - next, edges.len() + 1 - own);
        let fewer = LEAST_CUT.saturating_sub(left).min(taken.saturating_sub(LEAST_CUT));
        edges.get(own - 1 - fewer).copied().unwrap_or(at)
    }

    /// How many edges of a word, the last being its end, are reached by a line that begins at byte `from`; `next` of them lie before it. The advances
    /// tell about how many, and those around are measured.
    fn fitting(&self, index: usize, from: usize, next: usize) -> usize {
        let word = &self.paragraph.tokens[index].word;
        let ruler = word.ruler(self.typesetter);
        let edges = ruler.edges();
        let edge = |nth: usize| edges.get(nth).copied().unwrap_or(word.text.len());
        let reaches = |nth: usize| self.fits(self.part(index, from..edge(nth)));
        let room = ruler.upto(from) + self.width;
        let mut count = next + edges[next..].partition_point(|edge| ruler.upto(*edge) <= room);
        while count > next && !reaches(count - 1) {
            count -= 1;
        }
        while count <= edges.len() && reaches(count) {
            count += 1;
        }
        count
    }
}
