//! The readers: each turns the bytes of a file into a checked journey or into every problem found in it.
//!
//! Adding a format is one new file and its entry in [`READERS`].

mod book;
mod csv;
mod import;
mod json;
mod limits;
mod reading;
mod syntax;
mod xlsx;

use std::io;

use crate::diagnostic::{Code, Diagnostic};
use crate::journey::limits::DOCUMENT_BYTES;
pub use import::{WAYS, Way};
pub use json::{json, json_bytes, locate};
pub use reading::{Reading, Step};

/// A format that journeys are read from.
pub struct Reader {
    /// The name on the command line.
    pub name: &'static str,
    /// The extensions of its files, in small letters, without a dot.
    pub extensions: &'static [&'static str],
    /// One line for help texts and lists.
    pub summary: &'static str,
    /// Whether the bytes are meant as a journey in this format, valid or not. Of other files in a folder it is false.
    pub claims: fn(&[u8]) -> bool,
    /// The function that reads.
    pub read: fn(&[u8], &Options) -> Result<Reading, Vec<Diagnostic>>,
}

/// What readers of tables are told besides the bytes. A document says it all itself.
#[derive(Debug, Clone, Copy, Default)]
pub struct Options<'a> {
    /// The name of the file without its extension: the title of a journey that has none. Default: none.
    pub stem: Option<&'a str>,
    /// How the tables are to be understood; `None` finds out. Default: `None`.
    pub way: Option<&'static Way>,
    /// The language of the texts, a BCP 47 tag; `None` finds out. Default: `None`.
    pub language: Option<&'a str>,
}

/// Every reader. The first is the default.
pub static READERS: &[&Reader] = &[&json::READER, &xlsx::READER, &csv::READER];

/// Takes in a stream up to the largest size that a file may have (64 MiB) and one byte more, so that the readers see, and say,
/// that it is too large. However long the stream, no more than that is read.
///
/// # Errors
/// Those of the stream.
pub fn take_in(stream: impl io::Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limits::FILE_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    io::Read::read_to_end(&mut io::Read::take(stream, most), &mut bytes)?;
    Ok(bytes)
}

/// Refuses a document above the limit of bytes, before anything is made of it.
fn within_size(bytes: usize) -> Result<(), Diagnostic> {
    if bytes <= DOCUMENT_BYTES {
        return Ok(());
    }
    let most = DOCUMENT_BYTES >> 20;
    let message = format!("the document is larger than {most} MiB");
    Err(Diagnostic::new(Code::TooLarge, message).help("is this the right file? A journey is seldom larger than a few hundred kB"))
}
