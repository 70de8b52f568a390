//! The parts of a workbook that is a ZIP file (XLSX, ODS), within the limits.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use encoding_rs::Encoding;
use zip::ZipArchive;

use super::limits;
use crate::diagnostic::{Code, Diagnostic};

/// A package whose parts are read one by one.
pub(super) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// The parts by their names in small letters, as Excel takes them.
    names: BTreeMap<String, usize>,
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
            return Err(Diagnostic::new(Code::TooMany, message).help(ANEW));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| broken(&error.to_string()))?;
        let mut names = BTreeMap::new();
        for index in 0..archive.len() {
            if let Some(Ok(name)) = archive.name_for_index(index) {
                names.entry(plain(&name)).or_insert(index);
            }
        }
        Ok(Self { archive, names, left: limits::UNPACKED_BYTES })
    }

    /// The text of a part; `None` when there is none of that name. What its header says of its size is not believed.
    ///
    /// # Errors
    /// When it is damaged, protected, or more would be unpacked than the limit.
    pub fn text(&mut self, name: &str) -> Result<Option<String>, Diagnostic> {
        let Some(index) = self.names.get(&plain(name)) else { return Ok(None) };
        let part = self.archive.by_index(*index).map_err(|error| match error {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => encrypted(),
            error => broken(&format!("{name}: {error}")),
        })?;
        let mut bytes = Vec::new();
        let read = part.take(self.left + 1).read_to_end(&mut bytes);
        self.left = self.left.checked_sub(bytes.len() as u64).ok_or_else(too_large)?;
        read.map_err(|error| broken(&format!("{name}: {error}")))?;
        Ok(Some(match Encoding::for_bom(&bytes) {
            Some((encoding, _)) => encoding.decode(&bytes).0.into_owned(),
            None => String::from_utf8(bytes).map_err(|_| broken(&format!("{name} is not UTF-8")))?,
        }))
    }
}

/// A name as it is looked up: without a slash in front, in small letters.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_lowercase()
}

const ANEW: &str = "open it in Excel or LibreOffice, save it under a new name and try again";

/// That a workbook is damaged.
pub(super) fn broken(why: &str) -> Diagnostic {
    Diagnostic::new(Code::BrokenFile, format!("the workbook is damaged or cut off: {why}")).help(ANEW)
}

/// That a workbook is protected.
pub(super) fn encrypted() -> Diagnostic {
    Diagnostic::new(Code::Encrypted, "the workbook is protected with a password")
        .help("open it, take the password away (Excel: File, Info, Protect Workbook, Encrypt with Password) and save it")
}

fn too_large() -> Diagnostic {
    let message = format!("the workbook is larger than {} MiB when it is unpacked", limits::UNPACKED_BYTES >> 20);
    Diagnostic::new(Code::TooLarge, message)
        .help("is this the right file? Delete the sheets and rows that are no part of the journey")
}
