//! The writers: each turns a scene or a workbook into the bytes of one file format.
//!
//! Adding a format is one new file and its entry in [`FORMATS`], or in another crate a [`Format`] that is added to a
//! [`Registry`](crate::registry::Registry); help texts, lists and tests walk the registry.

pub mod csv;
mod decimals;
mod drawn;
mod error;
pub mod pdf;
pub(crate) mod pixels;
pub mod png;
pub mod svg;
pub mod xlsx;
pub(crate) mod xml;

use crate::diagnostic::Diagnostic;
use crate::scene::{Page, Scene};
use crate::sheet::{Sheet, Workbook};
use crate::text::Fonts;
pub use error::{Cause, FaceProblem, Flaw, Problem, WriteError};

/// A file format. Its function may be a closure over data of its own, which live as long as the format.
#[derive(Clone, Copy)]
pub struct Format<'a> {
    /// The name on the command line, which is also the extension of its files.
    pub name: &'a str,
    /// The media type.
    pub media_type: &'a str,
    /// One line for help texts and lists.
    pub summary: &'a str,
    /// What kind of thing it writes, and how.
    pub write: Write<'a>,
}

/// Writes pages.
pub type WritePages<'a> = &'a (dyn Fn(&Scene, &Fonts, &Options) -> Result<Written, WriteError> + Sync);
/// Writes sheets, all in one file.
pub type WriteBook<'a> = &'a (dyn Fn(&Workbook, &Options) -> Result<Written, WriteError> + Sync);
/// Writes the table of one sheet.
pub type WriteTable<'a> = &'a (dyn Fn(&Sheet, &Options) -> Result<Written, WriteError> + Sync);

/// What kind of thing a format writes, and the function that writes it. The last two are the tabular formats.
#[derive(Clone, Copy)]
pub enum Write<'a> {
    /// Pages.
    Drawn(WritePages<'a>),
    /// Sheets, all in one file.
    Book(WriteBook<'a>),
    /// The table of one sheet.
    Table(WriteTable<'a>),
}

impl Write<'_> {
    /// The word for what it writes: `drawn` or `tabular`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Drawn(_) => "drawn",
            Self::Book(_) | Self::Table(_) => "tabular",
        }
    }
}

impl Format<'_> {
    /// Whether it is made only when it is named, and not among all formats: its files are large, or take long.
    #[must_use]
    pub fn on_request(&self) -> bool {
        ON_REQUEST.contains(&self.name)
    }
}

/// A format where its name is asked for.
impl AsRef<str> for Format<'_> {
    fn as_ref(&self) -> &str {
        self.name
    }
}

/// Choices that only writers know; each format reads its own.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// How SVG holds text.
    pub svg_text: svg::TextMode,
    /// How fine PNG is, and on what ground.
    pub png: png::Settings,
    /// The standard of PDF, and what it is printed with.
    pub pdf: pdf::Settings,
    /// Whether PDF asks to be printed at its own size, and not as large as the paper.
    pub actual_size: bool,
    /// The dialect of CSV.
    pub csv_dialect: csv::Dialect,
}

/// The files that came out, and what the writer has to say about them.
#[derive(Debug)]
pub struct Written {
    /// At least one.
    pub parts: Vec<Part>,
    /// Warnings, such as characters that the format cannot hold.
    pub warnings: Vec<Diagnostic>,
}

/// The bytes of one file.
#[derive(Debug, PartialEq, Eq)]
pub struct Part {
    /// What tells this file from the others of the same output, such as the page number; `None` when it is the only one.
    pub suffix: Option<String>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// What tells a page from the others of its output: its number, with as many digits as the last one has, so that a list of files by name is
/// one by number.
#[must_use]
pub fn page_suffix(number: usize, count: usize) -> String {
    let digits = count.max(1).ilog10() as usize + 1;
    format!("{number:0digits$}")
}

/// What tells a page of so many from the others of its output: its name where it has one, such as that of a sheet, else its number; nothing
/// where it is the only one.
#[must_use]
pub fn suffix(page: &Page, number: usize, count: usize) -> Option<String> {
    // A name may have the number of a poster before it.
    let named = |name: &String| name.replace('.', "-");
    (count > 1).then(|| page.name.as_ref().map_or_else(|| page_suffix(number, count), named))
}

/// Whether the bytes are a poster that this program has drawn.
#[must_use]
pub fn is_drawn_here(bytes: &[u8]) -> bool {
    pdf::is_ours(bytes) || svg::is_ours(bytes) || png::is_ours(bytes)
}

/// Whether bytes hold a text.
fn say(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

/// Every built-in format, in the order in which they are listed.
pub static FORMATS: &[&Format] = &[&svg::FORMAT, &pdf::FORMAT, &png::FORMAT, &xlsx::FORMAT, &csv::FORMAT];

/// Those of them that are made only when they are named.
static ON_REQUEST: &[&str] = &[png::FORMAT.name];
