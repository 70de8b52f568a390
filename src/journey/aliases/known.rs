//! What names were found to mean: the same come again with each way in which a table is tried, with each sheet and each file of a class.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// The answers to a question about names, of which so many are remembered at once.
pub(super) struct Known<T>(RefCell<BTreeMap<String, T>>);

const REMEMBERED: usize = 4096;

/// Longer names are asked for anew, in bytes: they seldom come again.
const LONGEST: usize = 80;

impl<T: Copy> Known<T> {
    pub const fn new() -> Self {
        Self(RefCell::new(BTreeMap::new()))
    }

    /// What a name means, which `find` tells where it is not remembered.
    pub fn get(&self, name: &str, find: impl FnOnce(&str) -> T) -> T {
        if name.len() > LONGEST {
            return find(name);
        }
        if let Some(found) = self.0.borrow().get(name) {
            return *found;
        }
        let found = find(name);
        let mut known = self.0.borrow_mut();
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(name.to_owned(), found);
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_asked_for_once_and_few_are_kept() {
        let known = Known::new();
        assert_eq!(known.get("doel", str::len), 4);
        assert_eq!(known.get("doel", |_| unreachable!("it is remembered")), 4);
        let long = "x".repeat(LONGEST + 1);
        assert_eq!(known.get(&long, |_| 1), 1);
        assert_eq!(known.get(&long, |_| 2), 2, "long ones are asked for anew");
        for nth in 0..REMEMBERED * 2 {
            known.get(&nth.to_string(), |_| nth);
            assert!(known.0.borrow().len() <= REMEMBERED);
        }
    }
}
