//! Workbooks that are ZIP files, from a text with their parts, so that what changes in it gets past the container.
//!
//! A line `@name` begins a part that is stored, `@@name` one that is deflated; the lines up to the next such line are its text.
//! Parts of the frame that are not given come along as they are.

use std::io::{Cursor, Write};

use zip::CompressionMethod::{Deflated, Stored};
use zip::write::{SimpleFileOptions, ZipWriter};

/// Parts with their names.
pub type Frame = &'static [(&'static str, &'static str)];

/// What a workbook of Excel needs besides its cells.
pub const XLSX: Frame = &[
    (
        "_rels/.rels",
        r#"<Relationships><Relationship Id="a" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#,
    ),
    ("xl/workbook.xml", r#"<workbook xmlns:r="r"><sheets><sheet name="Blad1" sheetId="1" r:id="a"/></sheets></workbook>"#),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="a" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="http://x/relationships/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="t" Type="http://x/relationships/styles" Target="styles.xml"/></Relationships>"#,
    ),
];

/// What a workbook of `LibreOffice` needs besides its content.
pub const ODS: Frame = &[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("META-INF/manifest.xml", "<m/>")];

/// The first bytes of a ZIP file, which is taken as it is.
const WHOLE: &[u8] = b"PK";

/// The file that the bytes stand for.
pub fn of(bytes: &[u8], frame: Frame) -> Vec<u8> {
    if bytes.starts_with(WHOLE) {
        return bytes.to_vec();
    }
    let mut parts = Vec::<(String, bool, Vec<u8>)>::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if let Some(name) = line.strip_prefix(b"@") {
            let (packed, name) = name.strip_prefix(b"@").map_or((false, name), |name| (true, name));
            parts.push((String::from_utf8_lossy(name.trim_ascii()).into_owned(), packed, Vec::new()));
        } else if let Some((_, _, text)) = parts.last_mut() {
            text.extend_from_slice(line);
        }
    }
    let given: Vec<_> = parts.iter().map(|(name, _, _)| name.clone()).collect();
    let missing = frame.iter().filter(|(name, _)| given.iter().all(|other| other != name));
    let mut all: Vec<_> = missing.map(|(name, text)| ((*name).to_owned(), false, text.as_bytes().to_vec())).collect();
    all.append(&mut parts);
    zip(&all)
}

/// A ZIP file with these parts: name, whether it is deflated, and bytes. A part that has no place in one (a name twice) is left out.
pub fn zip(parts: &[(String, bool, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, packed, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(if *packed { Deflated } else { Stored });
        if writer.start_file(name.as_str(), options).is_ok() {
            writer.write_all(bytes).expect("memory takes all bytes");
        }
    }
    writer.finish().expect("memory takes all bytes").into_inner()
}
