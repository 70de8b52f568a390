//! The readers: each turns the bytes of a file into a checked journey or into every problem found in it.
//!
//! Adding a format is one new file and its entry in [`READERS`], or in another crate a [`Reader`] that is added to a
//! [`Registry`](crate::registry::Registry).

mod book;
mod csv;
mod holding;
mod import;
mod json;
mod kind;
mod limits;
mod markdown;
mod mermaid;
mod ods;
mod ojf;
mod package;
mod reading;
mod syntax;
mod text;
mod tree;
mod xls;
mod xlsx;
mod xml;
mod yaml;

use std::io;

use crate::diagnostic::{Code, Diagnostic};
use crate::forms::{REPORT_FIELD, REPORT_MARK, REPORT_PAGE};
use crate::journey::limits::DOCUMENT_BYTES;
use crate::tongue::say;
pub use holding::{Holding, holding};
pub use import::{WAYS, Way};
pub(crate) use json::utf8;
pub use json::{json, json_bytes, locate};
pub use kind::{holds_journey, reader_for};
pub use limits::FILE_BYTES;
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
    /// The text of a file, for excerpts; of a workbook it is empty.
    pub text: fn(&[u8]) -> String,
    /// The function that reads.
    pub read: fn(&[u8], &Options) -> Result<Reading, Vec<Diagnostic>>,
}

/// What readers of tables are told besides the bytes. A document says it all itself.
#[derive(Clone, Copy)]
pub struct Options<'a> {
    /// The readers to choose from. Default: the built-in ones.
    pub readers: &'a [&'a Reader],
    /// The name of the file without its extension: the title of a journey that has none. Default: none.
    pub stem: Option<&'a str>,
    /// How the tables are to be understood; `None` finds out. Default: `None`.
    pub way: Option<&'static Way>,
    /// The language of the texts, a BCP 47 tag; `None` finds out. Default: `None`.
    pub language: Option<&'a str>,
}

impl Default for Options<'_> {
    fn default() -> Self {
        Self { readers: READERS, stem: None, way: None, language: None }
    }
}

/// Every built-in reader. The first reads documents, all others what becomes one.
pub static READERS: &[&Reader] = &[
    &json::READER,
    &xlsx::READER,
    &xls::READER,
    &ods::READER,
    &csv::READER,
    &markdown::READER,
    &mermaid::READER,
    &yaml::READER,
    &ojf::READER,
];

/// Reads a file by the reader that fits its bytes and its extension ([`reader_for`]): its text for excerpts, empty where there is
/// none, and the journey in it or everything that is wrong.
pub fn read(extension: Option<&str>, bytes: &[u8], options: &Options) -> (String, Result<Reading, Vec<Diagnostic>>) {
    let sized = within_file_size(bytes.len());
    match sized.and_then(|()| reader_for(options.readers, extension, bytes)) {
        Err(problem) => (String::new(), Err(vec![problem])),
        Ok((reader, remark)) => {
            let mut reading = (reader.read)(bytes, options);
            match &mut reading {
                Ok(reading) => {
                    reading.input = kind::advised(reader, reading.input);
                    reading.remarks.splice(0..0, remark).for_each(drop);
                }
                Err(problems) => problems.splice(0..0, remark).for_each(drop),
            }
            ((reader.text)(bytes), reading)
        }
    }
}

/// Whether a file is the report of a check, as a workbook, a page or JSON, which no journey can be read from.
#[must_use]
pub fn is_report(bytes: &[u8]) -> bool {
    let start = bytes.get(..512).unwrap_or(bytes);
    let says = |mark: &str| start.windows(mark.len()).any(|window| window == mark.as_bytes());
    says(REPORT_PAGE) || says(REPORT_FIELD) || within_file_size(bytes.len()).is_ok() && xlsx::has_name(bytes, REPORT_MARK)
}

/// Takes in a stream up to the largest size that a file may have ([`FILE_BYTES`]) and one byte more, so that the readers see, and say,
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

/// Refuses a file above the limit for any kind.
fn within_file_size(bytes: usize) -> Result<(), Diagnostic> {
    if bytes <= limits::FILE_BYTES {
        return Ok(());
    }
    let message = say!("file-too-large", mib = limits::FILE_BYTES >> 20);
    Err(Diagnostic::new(Code::TooLarge, message).help(say!("file-too-large-help")))
}

/// Refuses a document above the limit of bytes, before anything is made of it.
fn within_size(bytes: usize) -> Result<(), Diagnostic> {
    if bytes <= DOCUMENT_BYTES {
        return Ok(());
    }
    let most = DOCUMENT_BYTES >> 20;
    let message = say!("document-too-large", mib = most);
    Err(Diagnostic::new(Code::TooLarge, message).help(say!("document-too-large-help")))
}
