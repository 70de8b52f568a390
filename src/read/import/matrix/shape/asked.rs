//! What was asked of a name before. Each row that could have the phases is tried with each column that could have the lanes, and each time
//! the same is asked of the same names.

use std::cell::RefCell;

/// Questions about a name, each with its answer.
#[derive(Debug, Clone, Default)]
pub(super) struct Asked(RefCell<Vec<(usize, bool)>>);

impl Asked {
    /// What `test` says of the name, which is always the same one.
    pub fn get(&self, name: &str, test: fn(&str) -> bool) -> bool {
        let which = test as usize;
        if let Some((_, answer)) = self.0.borrow().iter().find(|(known, _)| *known == which) {
            return *answer;
        }
        let answer = test(name);
        self.0.borrow_mut().push((which, answer));
        answer
    }
}
