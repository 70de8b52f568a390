//! Where Dutch and Danish compounds have their joints: `documenten-upload-functionaliteit`.
//!
//! The parts of compounds stand in lists (`words/`, which tells how they are made and how sure they are), compiled in and read where they
//! lie. A part has two classes, which say how sure a sign of a joint it is on its left and on its right; linking letters belong to the
//! part before them (`bestaans`), inflected parts are listed for themselves. Of all ways to divide a word into parts the one is taken
//! for which most speaks, and none if that is too little, so that words that no list knows stay as they are.

use std::cmp::Ordering;

use super::HyphenationLanguage;

/// What the class of a part (1 to 7) speaks for a joint: the logarithm of the odds, in twentieths. Class 0 is never.
const WEIGHTS: [i32; 8] = [i32::MIN, -60, -32, -14, 0, 18, 40, 64];
/// What the length of a part in letters speaks for it: short parts are found everywhere by chance.
const LENGTHS: [i32; 8] = [-60, -60, -60, -12, -4, 2, 8, 14];
/// What speaks for a joint where the patterns allow a hyphen.
const AT_POINT: i32 = 18;
/// The same where they do not.
const OFF_POINT: i32 = -20;
/// A word for which no more than this speaks is left whole.
const LEAST: i32 = -34;
/// The fewest letters of a part.
const SHORTEST_PART: usize = 2;

/// The parts of the compounds of a language: an automaton that `words/automaton.py` describes and writes.
#[derive(Clone, Copy)]
pub(super) struct Parts {
    bytes: &'static [u8],
    /// Whether any last part may have an s more.
    genitive: bool,
}

static DUTCH: Parts = Parts { bytes: include_bytes!("../../words/nl/parts.bin"), genitive: false };
static DANISH: Parts = Parts { bytes: include_bytes!("../../words/da/parts.bin"), genitive: true };

/// The best way to divide a word up to a letter: what speaks for it, and where its last part begins.
#[derive(Clone, Copy)]
struct Way {
    weight: i32,
    from: usize,
}

/// A letter of the automaton, with what is known of the part that ends in it.
#[derive(Clone, Copy)]
struct Edge(u32);

impl Edge {
    fn letter(self) -> u32 {
        self.0 & 0x3f
    }

    /// Whether no other letter may stand in its place.
    fn last(self) -> bool {
        self.0 >> 6 & 1 == 1
    }

    /// The class of the part before a joint.
    fn left(self) -> usize {
        (self.0 >> 7 & 7) as usize
    }

    /// The class of the part at the end of a word.
    fn right(self) -> usize {
        (self.0 >> 10 & 7) as usize
    }

    /// Whether the word is none to divide, whatever it looks like.
    fn whole(self) -> bool {
        self.0 >> 13 & 1 == 1
    }

    /// The first of the letters that may follow.
    fn next(self) -> Option<usize> {
        Some((self.0 >> 14) as usize).filter(|next| *next > 0)
    }
}

impl Parts {
    pub(super) fn of(language: HyphenationLanguage) -> Option<Self> {
        match language {
            HyphenationLanguage::Dutch => Some(DUTCH),
            HyphenationLanguage::Danish => Some(DANISH),
            // What is known of German stands in `heads.rs`; English writes its compounds apart.
            HyphenationLanguage::German | HyphenationLanguage::English => None,
        }
    }

    /// The letters of a word before which a part begins, in ascending order; `points` are those where hyphenation allows a hyphen. None if the
    /// word is no compound, or nobody knows. The time is in proportion to the number of letters: no part has more than a few dozen.
    pub(super) fn joints(self, word: &[char], points: &[usize]) -> Vec<usize> {
        let numbers: Vec<_> = word.iter().map(|letter| self.number(*letter)).collect();
        if self.parts_from(&numbers, 0).any(|(to, edge)| to == word.len() && edge.whole()) {
            return Vec::new();
        }
        let start = Way { weight: 0, from: 0 };
        let ways = (0..word.len()).map(|at| (at == 0).then_some(start)).collect();
        let mut search = Search { parts: self, word, numbers, points, ways, last: Way { weight: LEAST, from: 0 } };
        (0..word.len()).for_each(|from| search.advance(from));
        search.joints()
    }

    /// The stretches of a word that the automaton knows as the beginning of a part, from a letter on: the letter behind each, and its end.
    fn parts_from(self, numbers: &[Option<u32>], from: usize) -> impl Iterator<Item = (usize, Edge)> {
        let mut node = Some(0);
        numbers[from..].iter().enumerate().map_while(move |(at, number)| {
            let edge = self.edge_of(node?, (*number)?)?;
            node = edge.next();
            Some((from + at + 1, edge))
        })
    }

    fn edge_of(self, node: usize, letter: u32) -> Option<Edge> {
        let edges = (node..).map_while(|at| self.word_at(1 + 4 * self.letters() + 4 * at).map(Edge));
        let mut done = false;
        edges.take_while(|edge| !std::mem::replace(&mut done, edge.last())).find(|edge| edge.letter() == letter)
    }

    /// The number of a letter in the automaton, where letters stand in order.
    fn number(self, letter: char) -> Option<u32> {
        let (mut from, mut to) = (0, self.letters());
        while from < to {
            let middle = usize::midpoint(from, to);
            match self.word_at(1 + 4 * middle)?.cmp(&u32::from(letter)) {
                Ordering::Less => from = middle + 1,
                Ordering::Equal => return u32::try_from(middle).ok(),
                Ordering::Greater => to = middle,
            }
        }
        None
    }

    /// How many letters the automaton knows.
    fn letters(self) -> usize {
        self.bytes.first().copied().map_or(0, usize::from)
    }

    fn word_at(self, byte: usize) -> Option<u32> {
        self.bytes.get(byte..byte + 4)?.try_into().ok().map(u32::from_le_bytes)
    }
}

/// The search for the best way to divide a word.
struct Search<'a> {
    parts: Parts,
    word: &'a [char],
    /// The numbers of its letters in the automaton.
    numbers: Vec<Option<u32>>,
    points: &'a [usize],
    /// The best way to each letter as the first of a part.
    ways: Vec<Option<Way>>,
    /// The best way to the end.
    last: Way,
}

impl Search<'_> {
    /// Tries all parts that begin with a letter.
    fn advance(&mut self, from: usize) {
        let Some(way) = self.ways[from] else { return };
        let end = self.word.len();
        let mut right = 0;
        let (parts, numbers) = (self.parts, std::mem::take(&mut self.numbers));
        for (to, edge) in parts.parts_from(&numbers, from) {
            if to == end {
                right = if edge.right() > 0 { edge.right() } else { right };
                break;
            }
            self.join(way, from, to, edge);
            if parts.genitive && to + 1 == end && self.word[to] == 's' {
                right = edge.right();
            }
        }
        self.numbers = numbers;
        let weight = way.weight.saturating_add(WEIGHTS[right]).saturating_add(length(end - from));
        if from > 0 && weight > self.last.weight {
            self.last = Way { weight, from };
        }
    }

    /// Tries a joint behind a part.
    fn join(&mut self, way: Way, from: usize, to: usize, edge: Edge) {
        if edge.left() == 0 || to - from < SHORTEST_PART {
            return;
        }
        let mut own = WEIGHTS[edge.left()];
        // One in the middle may be the end of a compound that is the left part as a whole.
        if from > 0 && edge.right() > 0 {
            own = own.max((own + WEIGHTS[edge.right()]).div_euclid(2));
        }
        let point = if self.points.binary_search(&to).is_ok() { AT_POINT } else { OFF_POINT };
        let weight = way.weight + own + length(to - from) + point;
        if self.ways[to].is_none_or(|best| weight > best.weight) {
            self.ways[to] = Some(Way { weight, from });
        }
    }

    /// The joints on the best way, in ascending order.
    fn joints(&self) -> Vec<usize> {
        let before = |at: &usize| self.ways[*at].map(|way| way.from).filter(|from| *from > 0);
        let mut joints: Vec<_> = std::iter::successors(Some(self.last.from).filter(|from| *from > 0), before).collect();
        joints.reverse();
        joints
    }
}

/// What a part of so many letters speaks for a joint.
fn length(letters: usize) -> i32 {
    LENGTHS[letters.min(LENGTHS.len() - 1)]
}

#[cfg(test)]
mod tests {
    use super::super::hyphenation::{Hyphenation, PointKind};
    use super::*;

    const DUTCH_KEPT: &str = include_str!("../../tests/joints/nl.kept.txt");
    const DANISH_KEPT: &str = include_str!("../../tests/joints/da.kept.txt");
    const GERMAN_KEPT: &str = include_str!("../../tests/joints/de.kept.txt");

    /// The bytes before which the word has a joint.
    fn found(tag: &str, word: &str) -> Vec<usize> {
        let points = Hyphenation::of(Hyphenation::for_tag(tag)).points(word);
        points.into_iter().filter(|point| point.kind == PointKind::Joint).map(|point| point.at).collect()
    }

    fn divided(tag: &str, word: &str) -> String {
        let mut out = word.to_owned();
        for at in found(tag, word).into_iter().rev() {
            out.insert(at, '-');
        }
        out
    }

    /// How many joints were asked for, found of those, and found where a stem goes on.
    #[derive(Debug, Default, PartialEq)]
    struct Tally {
        asked: usize,
        right: usize,
        inside: usize,
        simple_words: usize,
    }

    /// Tries the words of a list: `|` stands at a joint, `+` where a break would be no fault.
    fn tally(tag: &str, list: &str) -> Tally {
        let mut tally = Tally::default();
        for line in list.lines().filter(|line| !line.is_empty()) {
            let (mut word, mut joints, mut allowed) = (String::new(), Vec::new(), Vec::new());
            for sign in line.chars() {
                match sign {
                    '|' => joints.push(word.len()),
                    '+' => allowed.push(word.len()),
                    letter => word.push(letter),
                }
            }
            let found = found(tag, &word);
            let right = joints.iter().filter(|at| found.contains(at)).count();
            let inside = found.iter().filter(|at| !joints.contains(at) && !allowed.contains(at)).count();
            if right < joints.len() || inside > 0 {
                println!("{line}: {}", divided(tag, &word));
            }
            tally.asked += joints.len();
            tally.right += right;
            tally.inside += inside;
            tally.simple_words += usize::from(joints.is_empty());
        }
        tally
    }

    #[test]
    fn joints_are_found_in_words_that_the_lists_were_not_made_from() {
        for (tag, list, measured) in [
            ("nl", DUTCH_KEPT, Tally { asked: 206, right: 198, inside: 0, simple_words: 78 }),
            ("da", DANISH_KEPT, Tally { asked: 146, right: 134, inside: 0, simple_words: 66 }),
            ("de", GERMAN_KEPT, Tally { asked: 263, right: 247, inside: 0, simple_words: 80 }),
        ] {
            assert_eq!(tally(tag, list), measured, "{tag}");
        }
    }

    #[test]
    fn compounds_are_divided_at_their_joints() {
        for (tag, compound) in [
            ("nl", "documenten-upload-functionaliteit"),
            ("nl", "Web-site-formulier"),
            ("nl", "bestaans-zekerheids-bewustwording"),
            ("nl", "deel-auto-abonnement"),
            ("nl", "Aansprakelijkheids-verzekerings-achtige"),
            ("da", "bebyggelses-procent"),
            ("da", "Sags-behandling"),
            ("da", "sags-behandlingens"),
            ("de", "Markt-stamm-daten-register-eintrag"),
            ("de", "Vermieter-zustimmung"),
            ("de", "Schweige-pflicht-entbindungs-erklärung"),
            ("de", "Eigentümer-versammlung"),
        ] {
            assert_eq!(divided(tag, &compound.replace('-', "")), compound);
        }
    }

    #[test]
    fn simple_words_stay_whole_though_they_look_like_compounds() {
        for word in ["minister", "kwartieren", "bestellingen", "controleren", "octrooieerbaar", "Vlissingen"] {
            assert_eq!(divided("nl", word), word);
        }
        for word in ["ministeren", "kvarteret", "bestillingerne", "halvsnalredes", "anvendelighed"] {
            assert_eq!(divided("da", word), word);
        }
        for word in ["Verantwortung", "Erstattung", "Bestellungen", "Restaurant", "Handlungen", "Vorstellung", "Einrichtungen"] {
            assert_eq!(divided("de", word), word);
        }
    }

    #[test]
    fn languages_without_a_list_have_no_joints() {
        assert_eq!(divided("en", "customerjourney"), "customerjourney");
        assert_eq!(divided("pl", "rozważanie"), "rozważanie");
    }

    #[test]
    fn parts_lead_on_to_letters_further_on_and_so_end() {
        for parts in [DUTCH, DANISH] {
            let first = 1 + 4 * parts.letters();
            let edges = (parts.bytes.len() - first) / 4;
            assert!((parts.bytes.len() - first).is_multiple_of(4) && edges > 100_000);
            for at in 0..edges {
                let edge = parts.word_at(first + 4 * at).map(Edge).unwrap();
                assert!(edge.next().is_none_or(|next| at < next && next < edges), "edge {at} leads back or out");
                assert!((edge.letter() as usize) < parts.letters(), "edge {at} has no letter");
            }
        }
    }

    #[test]
    fn strange_words_are_no_trouble() {
        for word in ["", "s", "ss", "İİİİİİİİİİ", "ﬀﬀﬀﬀﬀﬀﬀﬀ", "ßßßßßßßßß", "\u{1f600}abcdefgh", &"s".repeat(80), &"en".repeat(40)]
        {
            for tag in ["nl", "da"] {
                assert!(found(tag, word).iter().all(|at| word.is_char_boundary(*at)), "{word}");
            }
        }
    }
}
