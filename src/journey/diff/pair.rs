//! Which entries of two lists are the same one, before and after. Every rule looks the same from both sides, so that the way
//! back is the way there turned round.

use std::collections::{BTreeMap, BTreeSet};

use super::super::identity::fold;

/// The most pairs of entries whose texts are compared in two lists. Beyond that nothing is taken for reworded.
const PAIRS: usize = 10_000;
/// The characters of a text that are compared.
const COMPARED: usize = 300;
/// How alike two texts must be, as the share of letter pairs that they have in common, for one to be the other reworded.
const LIKE_ENOUGH: f64 = 0.5;

/// Pairs of entries of two lists, found step by step.
pub(super) struct Pairs {
    /// For each entry of the first list, the one of the second.
    there: Vec<Option<usize>>,
    /// And back.
    back: Vec<Option<usize>>,
}

impl Pairs {
    /// None yet, of lists with so many entries.
    pub fn of(before: usize, after: usize) -> Self {
        Self { there: vec![None; before], back: vec![None; after] }
    }

    pub fn after(&self, before: usize) -> Option<usize> {
        self.there[before]
    }

    pub fn before(&self, after: usize) -> Option<usize> {
        self.back[after]
    }

    /// All of them, in the order of the first list.
    pub fn all(&self) -> Vec<(usize, usize)> {
        self.there.iter().enumerate().filter_map(|(before, after)| Some((before, (*after)?))).collect()
    }

    fn join(&mut self, before: usize, after: usize) {
        self.there[before] = Some(after);
        self.back[after] = Some(before);
    }

    /// Pairs those of these entries that have the same key: the first with the first, the second with the second. Entries
    /// without a key stay alone.
    pub fn by_key<K: Ord>(
        &mut self,
        (before, after): (&[usize], &[usize]),
        key_before: impl Fn(usize) -> Option<K>,
        key_after: impl Fn(usize) -> Option<K>,
    ) {
        let mut waiting: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for entry in before.iter().rev().copied().filter(|entry| self.there[*entry].is_none()) {
            if let Some(key) = key_before(entry) {
                waiting.entry(key).or_default().push(entry);
            }
        }
        for entry in after.iter().copied() {
            if self.back[entry].is_some() {
                continue;
            }
            if let Some(partner) = key_after(entry).and_then(|key| waiting.get_mut(&key)?.pop()) {
                self.join(partner, entry);
            }
        }
    }

    /// Pairs those of these entries whose texts are alike, the most alike first.
    pub fn by_likeness<'t>(
        &mut self,
        (before, after): (&[usize], &[usize]),
        text_before: impl Fn(usize) -> &'t str,
        text_after: impl Fn(usize) -> &'t str,
    ) {
        let before: Vec<_> = before.iter().copied().filter(|entry| self.there[*entry].is_none()).collect();
        let after: Vec<_> = after.iter().copied().filter(|entry| self.back[*entry].is_none()).collect();
        if before.len() * after.len() > PAIRS {
            return;
        }
        let letters_after: Vec<_> = after.iter().map(|entry| letter_pairs(text_after(*entry))).collect();
        let mut found = Vec::new();
        for (place_before, entry) in before.iter().enumerate() {
            let letters = letter_pairs(text_before(*entry));
            for (place_after, other) in letters_after.iter().enumerate() {
                let likeness = likeness(&letters, other);
                if likeness >= LIKE_ENOUGH {
                    found.push((likeness, place_before, place_after));
                }
            }
        }
        // The order of equals does not depend on which list comes first: two of them that tie do not exclude each other.
        found.sort_by(|(one, a, b), (other, c, d)| {
            other.total_cmp(one).then(a.abs_diff(*b).cmp(&c.abs_diff(*d))).then(a.min(b).cmp(c.min(d)))
        });
        for (_, one, other) in found {
            let (one, other) = (before[one], after[other]);
            if self.there[one].is_none() && self.back[other].is_none() {
                self.join(one, other);
            }
        }
    }
}

/// The pairs of neighbouring letters of a text, sorted.
fn letter_pairs(text: &str) -> Vec<(char, char)> {
    let text: Vec<char> = fold(&text.chars().take(COMPARED).collect::<String>()).chars().collect();
    let mut pairs: Vec<_> = text.windows(2).map(|pair| (pair[0], pair[1])).collect();
    pairs.sort_unstable();
    pairs
}

/// The share of letter pairs that two texts have in common (Sørensen–Dice), from 0 to 1.
fn likeness(one: &[(char, char)], other: &[(char, char)]) -> f64 {
    let (mut a, mut b, mut common) = (0, 0, 0_usize);
    while let (Some(x), Some(y)) = (one.get(a), other.get(b)) {
        common += usize::from(x == y);
        a += usize::from(x <= y);
        b += usize::from(y <= x);
    }
    let all = one.len() + other.len();
    if all == 0 { 0.0 } else { 2.0 * common as f64 / all as f64 }
}

/// The pairs that must have moved for the order to be another one: those that are not in a longest chain of pairs which keep
/// their order. `turned` says from which side the chain is looked for; both sides must mean the same one.
pub(super) fn moved(pairs: &[(usize, usize)], turned: bool) -> BTreeSet<(usize, usize)> {
    let mut steps: Vec<_> = pairs.iter().map(|(a, b)| if turned { (*b, *a) } else { (*a, *b) }).collect();
    steps.sort_unstable();
    // For each length of a chain, the step with the least end; and for each step, the one before it.
    let mut ends: Vec<usize> = Vec::new();
    let mut before = vec![None; steps.len()];
    for (index, (_, place)) in steps.iter().enumerate() {
        let length = ends.partition_point(|end| steps[*end].1 < *place);
        before[index] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length == ends.len() {
            ends.push(index);
        } else {
            ends[length] = index;
        }
    }
    let mut kept = BTreeSet::new();
    let mut step = ends.last().copied();
    while let Some(index) = step {
        kept.insert(index);
        step = before[index];
    }
    let moved = steps.iter().enumerate().filter(|(index, _)| !kept.contains(index)).map(|(_, step)| *step);
    moved.map(|(a, b)| if turned { (b, a) } else { (a, b) }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn likeness_of(one: &str, other: &str) -> f64 {
        likeness(&letter_pairs(one), &letter_pairs(other))
    }

    #[test]
    fn a_reworded_text_is_alike_and_another_one_is_not() {
        assert!(likeness_of("Weten wat een fiets kost", "Weten wat een goede fiets kost") > 0.8);
        assert!(likeness_of("Website", "website") > 0.99);
        assert!(likeness_of("Balie", "Open dag") < LIKE_ENOUGH);
        assert!(likeness_of("", "").abs() < f64::EPSILON);
    }

    #[test]
    fn as_few_as_can_be_have_moved() {
        assert!(moved(&[(0, 0), (1, 1), (2, 5)], false).is_empty());
        assert_eq!(moved(&[(0, 3), (1, 0), (2, 1), (3, 2)], false), BTreeSet::from([(0, 3)]));
        assert_eq!(moved(&[(0, 3), (1, 0), (2, 1), (3, 2)], true), BTreeSet::from([(0, 3)]));
    }

    #[test]
    fn the_most_alike_are_paired_first_and_too_many_not_at_all() {
        let (before, after) = (["open dag op school", "open avond"], ["open avond op school", "open dag"]);
        let mut pairs = Pairs::of(2, 2);
        pairs.by_likeness((&[0, 1], &[0, 1]), |a| before[a], |b| after[b]);
        assert_eq!(pairs.all(), [(0, 0), (1, 1)]);
        let many: Vec<_> = (0..101).collect();
        let mut pairs = Pairs::of(101, 101);
        pairs.by_likeness((&many, &many), |_| "alike", |_| "alike");
        assert!(pairs.all().is_empty());
    }
}
