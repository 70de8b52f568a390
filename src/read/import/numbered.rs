//! The order of rows that a column numbers.

use std::collections::{BTreeMap, BTreeSet};

/// The order of rows with the phase that each is of and its number, as indices: by the numbers, where no two are the same or those of a phase all
/// are; else these begin anew in each phase, and order what is in it.
pub fn order(rows: &[(String, usize)]) -> Vec<usize> {
    let (mut numbers, mut places) = (BTreeMap::<&str, BTreeSet<usize>>::new(), BTreeMap::<&str, usize>::new());
    for (phase, number) in rows {
        numbers.entry(phase).or_default().insert(*number);
        let next = places.len();
        places.entry(phase).or_insert(next);
    }
    let different = rows.iter().map(|(_, number)| number).collect::<BTreeSet<_>>().len() == rows.len();
    let anew = !different && numbers.values().any(|own| own.len() > 1);
    let mut order: Vec<usize> = (0..rows.len()).collect();
    order.sort_by_key(|index| {
        let (phase, number) = &rows[*index];
        (if anew { places.get(phase.as_str()).copied() } else { None }, *number)
    });
    order
}
