//! What no face has, noted where text is set.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Block;
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::{Phrase, listed, say};

/// A message names this many characters at most.
const MOST_NAMED: usize = 8;

/// A message says this many characters of a title at most.
const LONGEST_NAME: usize = 60;

/// Where a text stands in the journey.
pub struct Place {
    /// The JSON pointer; empty for what is put together from several fields.
    pub pointer: String,
    /// In words: "in the title".
    pub said: String,
}

impl Place {
    /// A place by its pointer and in words.
    pub fn new(pointer: impl Into<String>, said: impl Into<String>) -> Self {
        Self { pointer: pointer.into(), said: said.into() }
    }

    /// A title as messages say it: in quotes, and no more of a long one than is needed to know it by.
    #[must_use]
    pub fn name(title: &str) -> String {
        format!("“{}”", short(title))
    }

    /// The same, with the quotation marks of the language.
    #[must_use]
    pub fn named(title: &str) -> Phrase {
        say!("quoted-name", name = short(title))
    }

    /// Several of these with commas between them.
    #[must_use]
    pub fn listed<'t>(titles: impl IntoIterator<Item = &'t str>) -> Phrase {
        listed(titles.into_iter().map(Self::named)).unwrap_or_else(|| Phrase::from(""))
    }
}

/// As much of a title as is needed to know it by.
fn short(title: &str) -> Cow<'_, str> {
    match title.char_indices().nth(LONGEST_NAME) {
        None => Cow::Borrowed(title),
        Some((end, _)) => Cow::Owned(format!("{}…", &title[..end])),
    }
}

/// The texts with characters that no face has, in the order in which they were set.
#[derive(Default)]
pub struct Missing(RefCell<Vec<Diagnostic>>);

impl Missing {
    /// Notes what no face has of a text.
    pub(super) fn look(&self, block: &Block, place: &dyn Fn() -> Place) {
        let characters: BTreeSet<&str> = block.missing().collect();
        if characters.is_empty() {
            return;
        }
        let Place { pointer, said } = place();
        let more = characters.len().saturating_sub(MOST_NAMED);
        let mut list: Vec<String> = characters.into_iter().take(MOST_NAMED).map(named).collect();
        if more > 0 {
            list.push(format!("and {more} more"));
        }
        self.0.borrow_mut().push(
            Diagnostic::new(Code::NoGlyph, format!("no font has {} ({said})", list.join(", ")))
                .at(pointer)
                .help("add a font that has it with --font-dir; until then its code point is drawn in a frame"),
        );
    }

    /// One warning for each text.
    pub fn into_warnings(self) -> Vec<Diagnostic> {
        self.0.into_inner()
    }
}

/// A character with its code point: “𓀀” (U+13000).
fn named(cluster: &str) -> String {
    let points: Vec<String> = cluster.chars().map(|character| format!("U+{:04X}", u32::from(character))).collect();
    let visible = !cluster.chars().any(char::is_control);
    if visible { format!("“{cluster}” ({})", points.join(" ")) } else { points.join(" ") }
}
