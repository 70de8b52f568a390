//! The table as a file in the output folder: a line for each entry, in the order of their keys, so that it can be compared.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::table::{self, Entry, Key, Stale, Table};
use crate::batch::open;

/// The name of the file.
pub const FILE: &str = ".klantreis-manifest.json";
/// The version of its shape.
const VERSION: u32 = 1;

/// The whole file as it is read.
#[derive(Deserialize)]
struct Whole {
    klantreis_manifest: u32,
    #[serde(default)]
    inputs: Vec<Line>,
}

/// An entry with its key.
#[derive(Serialize, Deserialize)]
struct Line {
    input: String,
    #[serde(with = "hex")]
    recipe: super::Sum,
    content: Option<String>,
    pictures: Vec<String>,
    title: String,
    warnings: usize,
    number: usize,
    first: Vec<String>,
    outputs: Vec<table::File>,
    stale: Vec<Stale>,
}

/// The table of a folder; an empty one where there is none.
///
/// # Errors
/// Why it is of no use.
pub(super) fn read(folder: &Path) -> Result<Table, String> {
    let mut bytes = Vec::new();
    match open::open(&folder.join(FILE)).and_then(|mut file| file.read_to_end(&mut bytes)) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Table::default()),
        Err(error) => return Err(format!("it cannot be read: {error}")),
        Ok(_) => {}
    }
    let whole: Whole = serde_json::from_slice(&bytes).map_err(|error| format!("it is damaged: {error}"))?;
    if whole.klantreis_manifest != VERSION {
        return Err(format!("it has version {}, and this program knows version {VERSION}", whole.klantreis_manifest));
    }
    Ok(Table(whole.inputs.into_iter().map(entry).collect()))
}

/// The table as the bytes of its file.
pub(super) fn bytes(table: &Table) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = format!("{{\n  \"klantreis_manifest\": {VERSION},\n  \"inputs\": [").into_bytes();
    for (number, (key, entry)) in table.0.iter().enumerate() {
        bytes.extend_from_slice(if number == 0 { b"\n    " } else { b",\n    " });
        serde_json::to_writer(&mut bytes, &line(key, entry))?;
    }
    bytes.extend_from_slice(if table.0.is_empty() { b"]\n}\n" } else { b"\n  ]\n}\n" });
    Ok(bytes)
}

fn entry(line: Line) -> (Key, Entry) {
    let Line { input, recipe, content, pictures, title, warnings, number, first, outputs: files, stale } = line;
    // One that is no sum is as good as none.
    let content = content.and_then(|text| hex::sum(&text));
    (Key { input, recipe }, Entry { content, pictures, title, warnings, number, first, files, stale })
}

fn line(key: &Key, entry: &Entry) -> Line {
    let Key { input, recipe } = key.clone();
    let Entry { content, pictures, title, warnings, number, first, files: outputs, stale } = entry.clone();
    let content = content.as_ref().map(hex::text);
    Line { input, recipe, content, pictures, title, warnings, number, first, outputs, stale }
}

/// Keeps other runs from writing the file until it is dropped. Where the system or the disk knows no locks, the last one to write is right.
#[derive(Debug)]
pub(super) struct Lock {
    /// Unlocked when it is closed.
    _file: Option<File>,
}

impl Lock {
    /// Waits for its turn.
    pub fn of(folder: &Path) -> Self {
        let locked = opened(folder).and_then(|file| file.lock().map(|()| file));
        Self { _file: locked.ok() }
    }
}

/// What is locked: the folder itself, so that nothing is left behind.
#[cfg(unix)]
fn opened(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// What is locked: a file of its own, since Windows locks no folders.
#[cfg(not(unix))]
fn opened(folder: &Path) -> io::Result<File> {
    File::options().create(true).truncate(false).write(true).open(folder.join(".klantreis-manifest.lock"))
}

/// Sums as hexadecimal digits.
pub(super) mod hex {
    use super::super::Sum;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    const DIGITS: &[u8; 16] = b"0123456789abcdef";

    pub fn text(sum: &Sum) -> String {
        sum.iter().flat_map(|byte| [byte >> 4, byte & 15]).map(|digit| char::from(DIGITS[usize::from(digit)])).collect()
    }

    pub fn sum(text: &str) -> Option<Sum> {
        let digit = |byte: u8| DIGITS.iter().position(|known| *known == byte).and_then(|digit| u8::try_from(digit).ok());
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let bytes = pairs.iter().map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?)).collect::<Option<Vec<_>>>()?;
        Sum::try_from(bytes).ok().filter(|_| rest.is_empty())
    }

    pub fn serialize<S: Serializer>(sum: &Sum, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&text(sum))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Sum, D::Error> {
        let text = String::deserialize(from)?;
        sum(&text).ok_or_else(|| D::Error::custom("a sum has 64 hexadecimal digits"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_comes_back_as_it_was_written() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(read(root.path()), Ok(Table::default()));
        let file = |path: &str| table::File {
            path: path.to_owned(),
            format: "pdf".to_owned(),
            layout: Some("map".to_owned()),
            part: Some("1".to_owned()),
            pages: Some(2),
            bytes: 3,
            sum: [0xab; 32],
        };
        let entry = |content| Entry {
            content,
            pictures: vec!["foto.png".to_owned()],
            title: "Reis “x”\n".to_owned(),
            warnings: 1,
            number: 2,
            first: vec!["a.pdf".to_owned()],
            files: vec![file("a-2.pdf")],
            stale: vec![Stale { path: "a-3.pdf".to_owned(), sum: [9; 32] }],
        };
        let key = |input: &str| Key { input: input.to_owned(), recipe: [7; 32] };
        let table = Table([(key("../a.json"), entry(None)), (key("../b.json"), entry(Some([1; 32])))].into());
        for table in [Table::default(), table] {
            let written = bytes(&table).unwrap();
            std::fs::write(root.path().join(FILE), &written).unwrap();
            assert_eq!(read(root.path()), Ok(table));
        }
    }

    #[test]
    fn what_is_of_no_use_says_why() {
        let root = tempfile::tempdir().unwrap();
        let short = r#"{"klantreis_manifest":1,"inputs":[{"input":"a","recipe":"ab"}]}"#;
        for (text, why) in [("{", "damaged"), (r#"{"klantreis_manifest":2}"#, "version 2"), (short, "64 hexadecimal digits")] {
            std::fs::write(root.path().join(FILE), text).unwrap();
            let said = read(root.path()).unwrap_err();
            assert!(said.contains(why), "{said}");
        }
    }
}
