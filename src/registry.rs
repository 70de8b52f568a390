//! What there is to choose from: layouts, formats and readers, the built-in ones and those of other crates.
//!
//! [`Registry::default`] has what is built in. A program of another crate adds its own and hands the registry to
//! [`cli::run`](crate::cli::run), or to a [`Selection`](crate::export::Selection) for [`export`](crate::export::export): what was added is
//! listed, documented in `--help` and made like the rest.
//!
//! A registry borrows its entries. The built-in ones are statics; others live where they were made, with the data that their closures hold.

use std::fmt;
use std::sync::LazyLock;

use crate::layout::{LAYOUTS, Layout, Make};
use crate::read::{READERS, Reader, WAYS, Way};
use crate::write::{FORMATS, Format};

/// Layouts, formats and readers by their names, in the order in which they are listed.
#[derive(Clone)]
pub struct Registry<'a> {
    layouts: Vec<&'a Layout<'a>>,
    formats: Vec<&'a Format<'a>>,
    readers: Vec<&'a Reader>,
    ways: &'static [&'static Way],
}

/// Why an entry was not added: what it is called and in which list it was to stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistryError {
    /// The name is no name: letters from `a` to `z`, digits and hyphens, of which the first is none.
    Name {
        /// The list.
        list: List,
        /// The name, as it was given.
        name: String,
    },
    /// Another entry has the name. A drawn and a tabular layout may share one.
    NameTaken {
        /// The list.
        list: List,
        /// The name.
        name: String,
        /// The summary of the entry that has it.
        by: String,
    },
    /// Another reader reads files with that extension.
    ExtensionTaken {
        /// The name of the reader that was to be added.
        reader: String,
        /// The extension, without a dot.
        extension: String,
        /// The name of the reader that has it.
        by: String,
    },
}

/// A list of a registry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum List {
    /// Layouts that draw.
    DrawnLayouts,
    /// Layouts that fill sheets.
    TabularLayouts,
    /// Formats. The name of a format is the extension of its files.
    Formats,
    /// Readers.
    Readers,
}

impl fmt::Display for List {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DrawnLayouts => "drawn layout",
            Self::TabularLayouts => "tabular layout",
            Self::Formats => "format",
            Self::Readers => "reader",
        })
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Name { list, name } => write!(
                f,
                "{name:?} is no name for a {list}: letters from a to z, digits and hyphens make one, and a letter or a digit is first"
            ),
            Self::NameTaken { list, name, by } => {
                let extension = if *list == List::Formats { format!(", whose files end in .{name}") } else { String::new() };
                write!(f, "there is a {list} `{name}` already{extension} ({by}); choose another name")
            }
            Self::ExtensionTaken { reader, extension, by } => {
                write!(f, "the reader `{reader}` cannot have the extension .{extension}, which the reader `{by}` has already")
            }
        }
    }
}

impl std::error::Error for RegistryError {}

impl Default for Registry<'_> {
    /// What is built in.
    fn default() -> Self {
        Self { layouts: LAYOUTS.to_vec(), formats: FORMATS.to_vec(), readers: READERS.to_vec(), ways: WAYS }
    }
}

impl Registry<'static> {
    /// What is built in, made once.
    #[must_use]
    pub fn built_in() -> &'static Self {
        static BUILT_IN: LazyLock<Registry<'static>> = LazyLock::new(Registry::default);
        &BUILT_IN
    }
}

impl<'a> Registry<'a> {
    /// A registry with nothing in it but the built-in ways of understanding tables, for a program that offers only what it adds.
    #[must_use]
    pub fn empty() -> Self {
        Self { layouts: Vec::new(), formats: Vec::new(), readers: Vec::new(), ways: WAYS }
    }

    /// The layouts. The first of each kind is that kind's default.
    #[must_use]
    pub fn layouts(&self) -> &[&'a Layout<'a>] {
        &self.layouts
    }

    /// The names of the layouts, each once, though a drawn and a tabular layout share it.
    pub fn layout_names(&self) -> impl Iterator<Item = &'a str> {
        let is_first = |index: usize| !self.layouts[..index].iter().any(|earlier| earlier.name == self.layouts[index].name);
        (0..self.layouts.len()).filter(move |index| is_first(*index)).map(|index| self.layouts[index].name)
    }

    /// The formats.
    #[must_use]
    pub fn formats(&self) -> &[&'a Format<'a>] {
        &self.formats
    }

    /// The formats that are made when none is named: all but those that are made only then.
    #[must_use]
    pub fn default_formats(&self) -> Vec<&'a Format<'a>> {
        self.formats.iter().copied().filter(|format| !format.on_request()).collect()
    }

    /// The format of a name.
    #[must_use]
    pub fn format(&self, name: &str) -> Option<&'a Format<'a>> {
        self.formats.iter().copied().find(|format| format.name == name)
    }

    /// The readers.
    #[must_use]
    pub fn readers(&self) -> &[&'a Reader] {
        &self.readers
    }

    /// The ways of understanding tables.
    #[must_use]
    pub fn ways(&self) -> &'static [&'static Way] {
        self.ways
    }

    /// Adds a layout behind the others.
    ///
    /// # Errors
    /// When its name is no name, or a layout of its kind has it.
    pub fn add_layout(&mut self, layout: &'a Layout<'a>) -> Result<(), RegistryError> {
        let list = match layout.make {
            Make::Drawn(_) => List::DrawnLayouts,
            Make::Tabular(_) => List::TabularLayouts,
        };
        let same_kind = self.layouts.iter().filter(|other| other.make.kind() == layout.make.kind());
        free(list, layout.name, same_kind.map(|other| (other.name, other.summary)))?;
        self.layouts.push(layout);
        Ok(())
    }

    /// Adds a format behind the others.
    ///
    /// # Errors
    /// When its name, which is the extension of its files, is no name, or another format has it.
    pub fn add_format(&mut self, format: &'a Format<'a>) -> Result<(), RegistryError> {
        free(List::Formats, format.name, self.formats.iter().map(|other| (other.name, other.summary)))?;
        self.formats.push(format);
        Ok(())
    }

    /// Adds a reader behind the others. It is given the files with its extensions that it claims, and others that it claims and no
    /// built-in reader knows; it counts as a reader of tables.
    ///
    /// # Errors
    /// When its name or one of its extensions is no name, or another reader has it.
    pub fn add_reader(&mut self, reader: &'a Reader) -> Result<(), RegistryError> {
        free(List::Readers, reader.name, self.readers.iter().map(|other| (other.name, other.summary)))?;
        for extension in reader.extensions {
            if !is_name(extension) {
                return Err(RegistryError::Name { list: List::Readers, name: format!(".{extension}") });
            }
            if let Some(other) = self.readers.iter().find(|other| other.extensions.contains(extension)) {
                let (reader, extension, by) = (reader.name.to_owned(), (*extension).to_owned(), other.name.to_owned());
                return Err(RegistryError::ExtensionTaken { reader, extension, by });
            }
        }
        self.readers.push(reader);
        Ok(())
    }
}

/// Whether a name is one, and nobody's: `known` are the names and summaries in its list.
fn free<'n>(list: List, name: &str, known: impl IntoIterator<Item = (&'n str, &'n str)>) -> Result<(), RegistryError> {
    if !is_name(name) {
        return Err(RegistryError::Name { list, name: name.to_owned() });
    }
    match known.into_iter().find(|(other, _)| *other == name) {
        Some((_, by)) => Err(RegistryError::NameTaken { list, name: name.to_owned(), by: by.to_owned() }),
        None => Ok(()),
    }
}

/// Whether a text can stand on a command line, between commas, and in the names of files on any system.
fn is_name(text: &str) -> bool {
    let fine = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
    text.bytes().next().is_some_and(fine) && text.bytes().all(|byte| fine(byte) || byte == b'-') && text.len() <= 40
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journey::Journey;
    use crate::layout::{Context, Laid, Tabular, tabular};
    use crate::read::{Reading, json};
    use crate::write::{Write, csv};

    #[test]
    fn what_is_added_stands_behind_what_is_built_in() {
        let (mut registry, suffix) = (Registry::default(), String::from("lijst"));
        let pages = |_: &Journey, _: &Context| -> Laid<crate::scene::Scene> { unreachable!("{suffix} is not made here") };
        let layout = Layout { name: &suffix, summary: "A list", shows: &|_| true, parts: &[], make: Make::Drawn(&pages) };
        assert_eq!(registry.add_layout(&layout), Ok(()));
        assert_eq!(registry.layouts().len(), LAYOUTS.len() + 1);
        assert_eq!(registry.layout_names().last(), Some("lijst"));
        let names: std::collections::BTreeSet<_> = registry.layout_names().collect();
        assert_eq!(names.len(), registry.layout_names().count(), "each name once");
    }

    #[test]
    fn a_name_that_is_taken_is_refused_with_its_owner() {
        let mut registry = Registry::default();
        let taken = registry.add_layout(&tabular::touchpoints::LAYOUT).unwrap_err();
        assert_eq!(
            taken.to_string(),
            "there is a tabular layout `touchpoints` already (One row a contact moment, in the order of the journey); choose another name"
        );
        assert_eq!(registry.layouts().len(), LAYOUTS.len());
        let drawn =
            Layout { name: "touchpoints", make: crate::layout::drawn::matrix::LAYOUT.make, ..tabular::touchpoints::LAYOUT };
        assert_eq!(registry.add_layout(&drawn), Ok(()), "a drawn and a tabular layout may share a name");
        let format = Format { summary: "Mine", ..csv::FORMAT };
        let taken = registry.add_format(&format).unwrap_err();
        assert!(taken.to_string().starts_with("there is a format `csv` already, whose files end in .csv (A table"), "{taken}");
    }

    #[test]
    fn a_name_that_nobody_could_type_is_refused() {
        let mut registry = Registry::default();
        for name in ["", "PDF", "a,b", "a b", "../a", "-a", "é", &"a".repeat(41)] {
            let tabular = Tabular { fill: &|_, _| unreachable!("it is not made here"), in_book: false };
            let layout = Layout { name, summary: "", shows: &|_| true, parts: &[], make: Make::Tabular(tabular) };
            let error = Registry::default().add_layout(&layout).unwrap_err();
            assert_eq!(error, RegistryError::Name { list: List::TabularLayouts, name: name.to_owned() });
        }
        let format =
            Format { name: "tar.gz", media_type: "", summary: "", write: Write::Table(&|_, _| unreachable!("not written")) };
        assert!(registry.add_format(&format).unwrap_err().to_string().contains("\"tar.gz\" is no name for a format"));
    }

    /// A reader of journeys in JSON behind a first line.
    static LINED: Reader = Reader {
        name: "lined",
        extensions: &["lined"],
        summary: "JSON below a line",
        claims: |bytes| bytes.starts_with(b"#lined\n"),
        text: |_| String::new(),
        read: |bytes, _| json(&String::from_utf8_lossy(&bytes[7..])).map(Reading::of_document),
    };

    #[test]
    fn a_reader_that_is_added_reads_what_it_claims() {
        let mut registry = Registry::default();
        registry.add_reader(&LINED).unwrap();
        let journey = b"#lined\n{ \"klantreis\": 1, \"title\": \"A\", \"language\": \"en\", \"phases\": [{ \"title\": \"B\" }] }";
        let options = crate::read::Options { readers: registry.readers(), ..crate::read::Options::default() };
        let (_, reading) = crate::read::read(Some("lined"), journey, &options);
        assert_eq!(reading.unwrap().journey.title, "A");
        let (_, reading) = crate::read::read(Some("lined"), b"Fase;B\nDoel;C\n", &options);
        assert!(reading.unwrap_err()[0].message.contains("holds a table of text"), "what it does not claim is read by others");
        let taken = Reader { name: "other", extensions: &["xlsm"], ..LINED };
        let error = registry.add_reader(&taken).unwrap_err().to_string();
        assert_eq!(error, "the reader `other` cannot have the extension .xlsm, which the reader `xlsx` has already");
    }

    #[test]
    fn a_registry_without_a_reader_reads_nothing() {
        let registry = Registry::empty();
        let options = crate::read::Options { readers: registry.readers(), ..crate::read::Options::default() };
        let problems = crate::read::read(Some("json"), b"{}", &options).1.unwrap_err();
        assert_eq!(problems[0].message, "no journey is read from files of this kind");
    }
}
