//! A net under libraries: one that panics over damaged data must not take the program with it, nor speak on the terminal.

use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Once;

thread_local! {
    /// How many guards this thread is under.
    static GUARDS: Cell<usize> = const { Cell::new(0) };
}

static HOOK: Once = Once::new();

/// A library panicked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Panicked;

/// Does some work, of which nothing is used when it panics. What a panic says is dropped; those of other threads say what they do
/// otherwise.
pub(crate) fn guarded<T>(work: impl FnOnce() -> T) -> Result<T, Panicked> {
    HOOK.call_once(|| {
        let speak = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            if GUARDS.get() == 0 {
                speak(panic);
            }
        }));
    });
    GUARDS.set(GUARDS.get() + 1);
    let done = panic::catch_unwind(AssertUnwindSafe(work));
    GUARDS.set(GUARDS.get() - 1);
    done.map_err(|_| Panicked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_an_error_and_the_next_one_is_heard_again() {
        assert_eq!(guarded(|| 7), Ok(7));
        assert_eq!(guarded(|| guarded(|| panic!("within")).is_err()), Ok(true));
        assert_eq!(guarded(|| Vec::<u8>::new()[0]), Err(Panicked));
        assert_eq!(GUARDS.get(), 0);
    }
}
