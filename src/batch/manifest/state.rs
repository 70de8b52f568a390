//! What decides what is made: sums over an input with its pictures, and over everything else.

use std::fmt::{self, Write};

use sha2::{Digest, Sha256};

use super::Sum;
use super::table::Key;
use crate::batch::discover::{Origin, Source};
use crate::batch::pattern::Pattern;
use crate::batch::pictures::{file_of, folder_of};
use crate::batch::run::Recipe;
use crate::batch::save::{Role, Saver, sum_of};
use crate::export;
use crate::journey::Journey;
use crate::layout::theme::{Logo, Theme};

/// The state of an input of which something is made.
pub struct State {
    pub(super) key: Key,
    pub(super) content: Sum,
    /// Where its pictures are said to be.
    pub(super) pictures: Vec<String>,
}

impl State {
    pub(super) fn of(key: Key, source: &Source, sum: Sum, journey: &Journey, draws: bool) -> Self {
        let mut pictures: Vec<_> = journey.pictures().filter(|_| draws).map(|(_, picture)| picture.src.clone()).collect();
        pictures.sort_unstable();
        pictures.dedup();
        // Data stand in the journey itself.
        pictures.retain(|src| file_of(&folder(source), src).is_some());
        Self { key, content: content(source, sum, &pictures), pictures }
    }
}

/// The sum over an input as it is now and over these of its pictures; `None` when it cannot be read.
pub(super) fn content_now(source: &Source, pictures: &[String]) -> Option<Sum> {
    let Origin::File(path) = &source.origin else { return None };
    sum_of(path).ok().map(|sum| content(source, sum, pictures))
}

fn content(source: &Source, sum: Sum, pictures: &[String]) -> Sum {
    let mut parts = Parts::default();
    let name = match &source.origin {
        Origin::Stdin => None,
        Origin::File(path) => path.file_name(),
    };
    // By its name it is read, and named what is made of it.
    parts.add(name.unwrap_or_default().as_encoded_bytes());
    parts.add(source.folder.as_os_str().as_encoded_bytes());
    parts.add(&sum);
    let folder = folder(source);
    for src in pictures {
        parts.add(src.as_bytes());
        let sum = file_of(&folder, src).and_then(|path| sum_of(&path).ok());
        parts.add(sum.as_ref().map_or(&[], |sum| sum.as_slice()));
    }
    parts.end()
}

fn folder(source: &Source) -> std::path::PathBuf {
    match &source.origin {
        Origin::Stdin => std::path::PathBuf::new(),
        Origin::File(path) => folder_of(path),
    }
}

/// The sum over all that decides what is made of an input but itself: the version of the program, formats and layouts, options, theme and
/// logo, fonts, settings, and how files are named. The saver knows the files that are read for it.
#[must_use]
pub fn recipe_sum(recipe: &Recipe, pattern: Option<&Pattern>, saver: &Saver) -> Sum {
    let mut parts = Parts::default();
    parts.add(env!("CARGO_PKG_VERSION").as_bytes());
    parts.say(&recipe.selection.names());
    // The bytes of a logo are those of its file; whether something is said of the fit changes no file.
    let logo = recipe.options.theme.logo.clone().map(|logo| Logo { artwork: None, ..logo });
    let theme = Theme { logo, ..recipe.options.theme.clone() };
    parts.say(&export::Options { theme, fit: false, ..recipe.options.clone() });
    parts.say(&pattern);
    parts.say(&recipe.manner.language);
    for face in recipe.typesetter.fonts().faces() {
        parts.add(face.name.as_bytes());
    }
    for sum in saver.sums_of(&[Role::Theme, Role::Logo, Role::Font]) {
        parts.add(&sum);
    }
    parts.end()
}

/// A sum over parts, each of which begins with its length, so that no two lists of parts are alike.
#[derive(Default)]
struct Parts(Sha256);

impl Parts {
    fn add(&mut self, part: &[u8]) {
        self.0.update((part.len() as u64).to_le_bytes());
        self.0.update(part);
    }

    /// Adds what is said of a value for programmers: all its fields, in an order that does not change within a version.
    fn say(&mut self, value: &impl fmt::Debug) {
        let mut inner = Text(Sha256::new());
        // A sum takes whatever it is given.
        let _ = write!(inner, "{value:?}");
        self.add(&inner.0.finalize());
    }

    fn end(self) -> Sum {
        self.0.finalize().into()
    }
}

/// Text that is summed up while it is written.
struct Text(Sha256);

impl Write for Text {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0.update(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::batch::run::Manner;
    use crate::export::{Options, Selection};
    use crate::registry::Registry;
    use crate::text::{Fonts, Typesetter};

    #[test]
    fn parts_do_not_run_into_each_other() {
        let sum = |parts: &[&str]| {
            let mut sum = Parts::default();
            for part in parts {
                sum.add(part.as_bytes());
            }
            sum.end()
        };
        assert_ne!(sum(&["ab", "c"]), sum(&["a", "bc"]));
        assert_ne!(sum(&["a", ""]), sum(&["a"]));
    }

    #[test]
    fn what_changes_what_is_made_changes_the_sum_and_what_does_not_does_not() {
        let typesetter = Typesetter::new(Fonts::bundled());
        let of = |formats: &[&str], options: &Options, pattern: Option<&str>, language| {
            let selection = Selection::new(Registry::built_in(), formats, &[] as &[&str]).unwrap();
            let manner = Manner { language, ..Manner::default() };
            let recipe = Recipe { selection: &selection, options, typesetter: &typesetter, manner };
            let pattern = pattern.map(|pattern| pattern.parse().unwrap());
            recipe_sum(&recipe, pattern.as_ref(), &Saver::default())
        };
        let plain = of(&["pdf"], &Options::default(), None, None);
        assert_eq!(of(&["pdf"], &Options { fit: true, ..Options::default() }, None, None), plain);
        let blank = Options { blank: true, ..Options::default() };
        let mut logo = Options::default();
        logo.theme.footer = Some("klas 2".to_owned());
        let others = [
            of(&["pdf", "svg"], &Options::default(), None, None),
            of(&["pdf"], &blank, None, None),
            of(&["pdf"], &logo, None, None),
            of(&["pdf"], &Options::default(), Some("{title}"), None),
            of(&["pdf"], &Options::default(), None, Some("nl")),
        ];
        assert!(!others.contains(&plain));
    }
}
