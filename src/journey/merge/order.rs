//! One order from the orders of several documents.

use std::collections::BTreeSet;

use super::join::Slot;

/// The order of the parts, and what contradicts it.
pub(super) struct Order {
    /// The places of the parts in the list that was given, first to last.
    pub places: Vec<usize>,
    /// The first pair of neighbours in a document that stand the other way round: the document, and the place of the first of
    /// the two in it. At most one a document.
    pub against: Vec<(usize, usize)>,
}

/// Puts parts in an order in which none stands before one that some document has before it. Where that leaves a choice, the one
/// that an earlier document has goes first. Where documents contradict each other, the earlier one is followed.
pub(super) fn order(slots: &[Slot], documents: usize) -> Order {
    let mut followers = vec![BTreeSet::new(); slots.len()];
    let mut against = Vec::new();
    for document in 0..documents {
        let mut own: Vec<(usize, usize)> = Vec::new();
        for (slot, part) in slots.iter().enumerate() {
            own.extend(part.members.iter().find(|(of, _)| *of == document).map(|(_, index)| (*index, slot)));
        }
        own.sort_unstable();
        let mut contradicts = None;
        for ((index, one), (_, next)) in own.iter().copied().zip(own.iter().copied().skip(1)) {
            if followers[one].contains(&next) {
                continue;
            }
            if leads(&followers, next, one) {
                contradicts.get_or_insert((document, index));
            } else {
                followers[one].insert(next);
            }
        }
        against.extend(contradicts);
    }
    Order { places: sorted(&followers), against }
}

/// Whether there is a way from one part to another.
fn leads(followers: &[BTreeSet<usize>], from: usize, to: usize) -> bool {
    let mut seen = vec![false; followers.len()];
    let mut open = vec![from];
    while let Some(part) = open.pop() {
        if part == to {
            return true;
        }
        if !std::mem::replace(&mut seen[part], true) {
            open.extend(followers[part].iter().copied());
        }
    }
    false
}

/// Kahn's algorithm; of several parts that may come next, the first.
fn sorted(followers: &[BTreeSet<usize>]) -> Vec<usize> {
    let mut before = vec![0_usize; followers.len()];
    followers.iter().flatten().for_each(|part| before[*part] += 1);
    let mut open: BTreeSet<usize> = (0..followers.len()).filter(|part| before[*part] == 0).collect();
    let mut places = Vec::with_capacity(followers.len());
    while let Some(part) = open.pop_first() {
        places.push(part);
        for next in &followers[part] {
            before[*next] -= 1;
            if before[*next] == 0 {
                open.insert(*next);
            }
        }
    }
    places
}
