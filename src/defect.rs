//! A panic, of ours or of a library, is caught where one thing is worked on, so that it never stops the others: a document, a font
//! that has to prove itself, a picture. What is caught says nothing on the terminal by itself.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::fmt;
use std::panic::{AssertUnwindSafe, Location, PanicHookInfo, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// A panic that was caught.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Defect {
    /// What the code said that gave up.
    message: String,
    /// Where it stands, as `src/text/shape.rs:12`; `None` when nobody has told.
    place: Option<String>,
}

impl fmt::Display for Defect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "this is a defect of the program, please report it together with this input: {}", self.message)?;
        self.place.as_ref().map_or(Ok(()), |place| write!(f, " ({place})"))
    }
}

impl std::error::Error for Defect {}

thread_local! {
    /// How many steps are under way on this thread, one within the other.
    static DEPTH: Cell<usize> = const { Cell::new(0) };
    /// Where the last panic on this thread was.
    static PLACE: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Whether panics that are caught print what Rust says of them.
static ALOUD: AtomicBool = AtomicBool::new(false);

/// Lets panics that are caught print what Rust says of them, for whoever looks for their cause.
pub fn aloud() {
    ALOUD.store(true, Ordering::Relaxed);
}

/// Does a step. What it changes besides its answer must bear to be left half done.
///
/// # Errors
/// When it panics. The message that Rust prints of a panic is left out, unless [`aloud`] has asked for it.
pub fn caught<T>(step: impl FnOnce() -> T) -> Result<T, Defect> {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let usual = take_hook();
        set_hook(Box::new(move |info: &PanicHookInfo| {
            PLACE.with_borrow_mut(|place| *place = info.location().map(shown));
            if DEPTH.get() == 0 || ALOUD.load(Ordering::Relaxed) {
                usual(info);
            }
        }));
    });
    DEPTH.set(DEPTH.get() + 1);
    let result = catch_unwind(AssertUnwindSafe(step));
    DEPTH.set(DEPTH.get() - 1);
    result.map_err(|payload| Defect { message: message(payload.as_ref()), place: PLACE.take() })
}

fn message(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("it does not say what").to_owned()
}

/// A place in our code, or in that of a library without the folders of whoever has built the program.
fn shown(place: &Location) -> String {
    let file = place.file().replace('\\', "/");
    let within = file.split_once("/registry/src/").and_then(|(_, library)| library.split_once('/'));
    format!("{}:{}", within.map_or(file.as_str(), |(_, file)| file), place.line())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_comes_back_with_its_message_and_its_place() {
        assert_eq!(caught(|| 1), Ok(1));
        let defect = caught(|| -> u8 { panic!("the {}th letter", 7) }).unwrap_err();
        assert_eq!(defect.message, "the 7th letter");
        assert!(defect.place.as_ref().unwrap().starts_with("src/defect.rs:"), "{defect:?}");
        assert!(defect.to_string().contains("a defect of the program"));
        let within = caught(|| caught(|| [1][std::hint::black_box(1)]).unwrap_err()).unwrap();
        assert!(within.message.contains("index out of bounds"), "{within}");
        assert_eq!(caught(|| std::panic::panic_any(1_u8)).unwrap_err().message, "it does not say what");
    }
}
