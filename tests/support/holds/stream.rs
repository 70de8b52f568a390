//! Old workbooks, from bytes with their records, so that what changes in them keeps its place in the whole.
//!
//! Records are divided by [`BETWEEN`]. The first two bytes of each are its kind, and the rest is its data: how long it is, and where
//! sheets begin, is put in.

use std::io::{Cursor, Write};

/// What stands between two records.
pub const BETWEEN: &[u8] = b"\xfe\xfe";

/// The first bytes of a compound file, which is taken as it is.
const WHOLE: &[u8] = b"\xd0\xcf\x11\xe0";

/// The kinds of record that say where things begin: a sheet, and its entry in the list of sheets ([MS-XLS], 2.4.21 and 2.4.28).
const BEGINNING: u16 = 0x0809;
const ENTRY: u16 = 0x0085;

/// The file that the bytes stand for.
pub fn of(bytes: &[u8]) -> Vec<u8> {
    if bytes.starts_with(WHOLE) { bytes.to_vec() } else { compound(&laid(&records(bytes))) }
}

/// The records that the bytes stand for: kind and data.
fn records(bytes: &[u8]) -> Vec<(u16, Vec<u8>)> {
    let mut found = Vec::new();
    let mut rest = bytes;
    while !rest.is_empty() {
        let end = rest.windows(BETWEEN.len()).position(|window| window == BETWEEN);
        let (record, after) = rest.split_at(end.unwrap_or(rest.len()));
        rest = after.get(BETWEEN.len()..).unwrap_or_default();
        if let Some((kind, data)) = record.split_first_chunk() {
            found.push((u16::from_le_bytes(*kind), data[..data.len().min(usize::from(u16::MAX))].to_vec()));
        }
    }
    found
}

/// The stream of these records, each with its length; the entries of sheets point to the sheets, in order.
pub fn laid(records: &[(u16, Vec<u8>)]) -> Vec<u8> {
    let mut stream = Vec::new();
    let (mut begins, mut entries) = (Vec::new(), Vec::new());
    for (kind, data) in records {
        if *kind == BEGINNING {
            begins.push(stream.len());
        }
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap_or(u16::MAX).to_le_bytes());
        if *kind == ENTRY && data.len() >= 4 {
            entries.push(stream.len());
        }
        stream.extend(data);
    }
    for (entry, begin) in entries.into_iter().zip(begins.into_iter().skip(1)) {
        stream[entry..entry + 4].copy_from_slice(&u32::try_from(begin).unwrap_or(u32::MAX).to_le_bytes());
    }
    stream
}

/// A compound file with this stream.
pub fn compound(stream: &[u8]) -> Vec<u8> {
    let mut file = cfb::CompoundFile::create(Cursor::new(Vec::new())).expect("memory takes all bytes");
    file.create_stream("/Workbook").and_then(|mut workbook| workbook.write_all(stream)).expect("memory takes all bytes");
    file.into_inner().into_inner()
}
