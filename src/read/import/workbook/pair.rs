//! Pairs what was found with what was kept: the likeliest first, each at most once.

use std::cmp::Reverse;

/// The most pairs that are looked at.
const MOST: usize = 250_000;

/// Pairs of `found` and `kept`, by how alike they are; of equally alike ones those that stand nearest to their old place.
pub fn pair<L: Ord>(found: &[usize], kept: &[usize], alike: impl Fn(usize, usize) -> Option<L>) -> Vec<(usize, usize)> {
    if found.len().saturating_mul(kept.len()) > MOST {
        return Vec::new();
    }
    let all = found.iter().enumerate().flat_map(|(f, found)| kept.iter().enumerate().map(move |(k, kept)| (f, *found, k, *kept)));
    let mut likely: Vec<_> =
        all.filter_map(|(f, found, k, kept)| Some((Reverse(alike(found, kept)?), f.abs_diff(k), f, k, found, kept))).collect();
    likely.sort_unstable_by(|one, other| one.0.cmp(&other.0).then((one.1, one.2, one.3).cmp(&(other.1, other.2, other.3))));
    let (mut taken_found, mut taken_kept) = (vec![false; found.len()], vec![false; kept.len()]);
    let mut pairs = Vec::new();
    for (_, _, f, k, found, kept) in likely {
        if !taken_found[f] && !taken_kept[k] {
            (taken_found[f], taken_kept[k]) = (true, true);
            pairs.push((found, kept));
        }
    }
    pairs
}

/// Pairs by place: where between two pairs (or an end) as many were found as are kept, they are the same, in order.
pub fn between(found: &[usize], kept: &[usize], pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut anchors: Vec<_> = pairs.to_vec();
    anchors.sort_unstable();
    let mut made = Vec::new();
    let starts = std::iter::once(None).chain(anchors.iter().copied().map(Some));
    let ends = anchors.iter().copied().map(Some).chain(std::iter::once(None));
    for (start, end) in starts.zip(ends) {
        let within = |value: usize, start: Option<usize>, end: Option<usize>| {
            start.is_none_or(|start| value > start) && end.is_none_or(|end| value < end)
        };
        let here: Vec<_> =
            found.iter().copied().filter(|value| within(*value, start.map(|pair| pair.0), end.map(|pair| pair.0))).collect();
        let there: Vec<_> =
            kept.iter().copied().filter(|value| within(*value, start.map(|pair| pair.1), end.map(|pair| pair.1))).collect();
        if here.len() == there.len() {
            made.extend(here.into_iter().zip(there));
        }
    }
    made
}
