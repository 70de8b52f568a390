//! The parts of a workbook that is a ZIP file (XLSX, ODS), within the limits.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::limits;
use super::xml::{Stop, Xml};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;

/// A package whose parts are read one by one.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts by their names in small letters, as Excel takes them.
    names: BTreeMap<String, usize>,
    /// The parts that were read. None is read twice, however many others refer to it.
    pub read: BTreeSet<usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

impl<'a> Package<'a> {
    /// Reads the list of parts.
    ///
    /// # Errors
    /// When it is damaged or too long.
    pub fn open(bytes: &'a [u8]) -> Result<Self, Diagnostic> {
        // Every part has an entry with this signature (APPNOTE.TXT, 4.3.12), so that a long list is refused before it is read.
        let entries = bytes.windows(4).filter(|window| window == b"PK\x01\x02").count();
        if entries > limits::PARTS {
            let message = format!("the file has more than {} parts", limits::PARTS);
            return Err(Diagnostic::new(Code::TooMany, message).help(say!("anew")));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| match error {
            // The list of parts stands at the end.
            zip::result::ZipError::InvalidArchive(_) => broken("its end is missing"),
            error => broken(&error.to_string()),
        })?;
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.entry(plain(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, names, read: BTreeSet::new(), left: limits::UNPACKED_BYTES })
    }

    /// The XML of a part, unpacked as it is read; `None` when there is none of that name. What its header says of its size is not
    /// believed.
    ///
    /// # Errors
    /// When it is damaged or protected, or was read before. Reading it on fails when more would be unpacked than the limit.
    pub fn xml(&mut self, name: &str) -> Result<Option<Xml<'_>>, Diagnostic> {
        self.part(name)?.map(|part| Xml::new(name, part)).transpose()
    }

    /// Whether there is such a part, and it was not read yet.
    pub fn is_fresh(&self, name: &str) -> bool {
        self.names.get(&plain(name)).is_some_and(|index| !self.read.contains(index))
    }

    /// The XML of a part that may be missing, or may have been read for another sheet.
    ///
    /// # Errors
    /// As [`Self::xml`].
    pub fn fresh(&mut self, name: &str) -> Result<Option<Xml<'_>>, Diagnostic> {
        if self.is_fresh(name) { self.xml(name) } else { Ok(None) }
    }

    /// The text of a small part as a whole; `None` when there is none of that name, or it is longer than a cell may be.
    ///
    /// # Errors
    /// When it is damaged or protected, or was read before.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Diagnostic> {
        let Some(part) = self.part(name)? else { return Ok(None) };
        let mut text = String::new();
        let read = part.take(limits::CELL_BYTES as u64 + 1).read_to_string(&mut text);
        read.map_err(|error| broken(&format!("{name}: {error}")))?;
        Ok(Some(text).filter(|text| text.len() <= limits::CELL_BYTES))
    }

    /// A part as it is unpacked.
    fn part<'s>(&'s mut self, name: &str) -> Result<Option<impl Read + use<'s, 'a>>, Diagnostic> {
        let Some(index) = self.names.get(&plain(name)) else { return Ok(None) };
        if !self.read.insert(*index) {
            return Err(broken(&format!("{name} would have to be read twice")));
        }
        let part = self.archive.by_index(*index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => encrypted(),
            error => broken(&format!("{name}: {error}")),
        })?;
        Ok(Some(Unpacked { part, left: &mut self.left }))
    }
}

/// A part as it is unpacked, counted.
struct Unpacked<'p, R> {
    part: R,
    left: &'p mut u64,
}

impl<R: Read> Read for Unpacked<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.part.read(buffer)?;
        *self.left = self.left.checked_sub(read as u64).ok_or_else(|| io::Error::other(Stop::Unpacked))?;
        Ok(read)
    }
}

/// A name as it is looked up: without a slash in front, in small letters.
pub(super) fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

/// That a workbook is damaged.
pub(super) fn broken(why: &str) -> Diagnostic {
    Diagnostic::new(Code::BrokenFile, say!("broken-workbook", why = why)).help(say!("anew"))
}

/// That a workbook is protected.
pub(super) fn encrypted() -> Diagnostic {
    Diagnostic::new(Code::Encrypted, say!("encrypted")).help(say!("encrypted-help"))
}

/// That more would be unpacked than the limit.
pub(super) fn too_large() -> Diagnostic {
    let message = say!("too-large-unpacked", mib = (limits::UNPACKED_BYTES >> 20).to_string());
    Diagnostic::new(Code::TooLarge, message).help(say!("only-the-table"))
}
