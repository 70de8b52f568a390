//! What was made before, within a bound.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Mutex, PoisonError};

use super::work::Meter;

/// What was made before, by its key. There are two halves: what is asked for again moves to the younger one; when that is full it becomes
/// the older one, and what was still in the older one is forgotten. Only looked up, never walked through: its order reaches no output.
pub(super) struct Kept<K, V> {
    halves: Mutex<[Half<K, V>; 2]>,
    /// What each half may weigh.
    most: usize,
}

struct Half<K, V> {
    entries: HashMap<K, (V, usize)>,
    weight: usize,
}

/// What an entry weighs besides the bytes of its text.
const ENTRY: usize = 64;

impl<K, V> Default for Half<K, V> {
    fn default() -> Self {
        Self { entries: HashMap::new(), weight: 0 }
    }
}

impl<K: Eq + Hash, V: Clone> Kept<K, V> {
    /// Nothing yet; never more than `most` by weight.
    pub(super) fn new(most: usize) -> Self {
        Self { halves: Mutex::new([Half::default(), Half::default()]), most: most / 2 }
    }

    /// What is known by a key with a text of some bytes, or is made now. Two threads may make the same at the same time: both make it
    /// alike.
    pub(super) fn get(&self, key: K, bytes: usize, meter: &Meter, make: impl FnOnce() -> V) -> V {
        if let Some(known) = self.locked(meter, |halves| known(halves, &key, self.most)) {
            return known;
        }
        let made = make();
        self.locked(meter, |halves| put(halves, key, (made.clone(), bytes + ENTRY), self.most));
        made
    }

    fn locked<T>(&self, meter: &Meter, act: impl FnOnce(&mut [Half<K, V>; 2]) -> T) -> T {
        let mut halves = self.halves.lock().unwrap_or_else(PoisonError::into_inner);
        let weight = |halves: &[Half<K, V>; 2]| halves[0].weight + halves[1].weight;
        let before = weight(&halves);
        let done = act(&mut halves);
        meter.kept(before, weight(&halves));
        done
    }
}

/// What the halves know by a key.
fn known<K: Eq + Hash, V: Clone>(halves: &mut [Half<K, V>; 2], key: &K, most: usize) -> Option<V> {
    let [young, old] = halves;
    if let Some((value, _)) = young.entries.get(key) {
        return Some(value.clone());
    }
    let (key, entry) = old.entries.remove_entry(key)?;
    old.weight -= entry.1;
    let value = entry.0.clone();
    put(halves, key, entry, most);
    Some(value)
}

fn put<K: Eq + Hash, V>(halves: &mut [Half<K, V>; 2], key: K, entry: (V, usize), most: usize) {
    if halves[0].weight + entry.1 > most {
        halves[1] = std::mem::take(&mut halves[0]);
    }
    let [young, _] = halves;
    young.weight += entry.1;
    if let Some((_, replaced)) = young.entries.insert(key, entry) {
        young.weight -= replaced;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_for_stays_and_what_is_not_goes() {
        let (kept, meter) = (Kept::new(20 * (ENTRY + 1)), Meter::default());
        let made = std::cell::Cell::new(0);
        let get = |key: u32| {
            kept.get(key, 1, &meter, || {
                made.set(made.get() + 1);
                key * 2
            })
        };
        for key in 0..100 {
            assert_eq!((get(key), get(1000)), (key * 2, 2000));
        }
        assert_eq!(made.get(), 101, "what comes again and again is made once");
        get(99);
        assert_eq!(made.get(), 101, "what was there a moment ago as well");
        get(0);
        assert_eq!(made.get(), 102, "what nobody asked for is forgotten");
        assert!(meter.read().kept <= 20 * (ENTRY as u64 + 1), "{:?}", meter.read());
    }
}
