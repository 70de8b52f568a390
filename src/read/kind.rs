//! What kind of file it is: by its bytes, and by its extension where those leave it open.

use super::{READERS, Reader, csv, json, markdown, mermaid, ods, ojf, text, xls, xlsx, yaml};
use crate::diagnostic::{Code, Diagnostic};
use crate::read::package;
use crate::tongue::{Phrase, of_id, say};

/// A kind of file, as far as its first bytes and its list of parts tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Empty,
    Text,
    Xlsx,
    Xls,
    Ods,
    /// A workbook of Office with a password.
    Encrypted,
    /// Something else: what it is, and how it becomes a workbook, by their texts.
    Other(&'static str, &'static str),
}

/// Bytes of the name of a part that tell what it is: more than any that is known has.
const TELLING: usize = 64;

/// Extensions of files that no journey is read from, which workbooks are given by mistake.
const FOREIGN: [&str; 10] = ["doc", "docx", "pdf", "ppt", "pptx", "zip", "jpg", "jpeg", "png", "numbers"];

/// A text of the table.
fn phrase(id: &str) -> Phrase {
    of_id(id).unwrap_or_else(|| id.into())
}

/// The reader for a file among some, by its bytes and its extension (without a dot, in any case; `None` for a stream), and a warning when
/// the two disagree. A reader that is not built in is given files with its extensions that it claims, and of other files those that it
/// claims and no built-in reader knows.
///
/// # Errors
/// When it is of a kind that journeys are not read from, or protected.
pub fn reader_for<'a>(
    readers: &[&'a Reader],
    extension: Option<&str>,
    bytes: &[u8],
) -> Result<(&'a Reader, Option<Diagnostic>), Diagnostic> {
    let extension = extension.map(str::to_lowercase);
    let is_named = |reader: &&Reader| extension.as_deref().is_some_and(|name| reader.extensions.contains(&name));
    let named = readers.iter().copied().find(is_named);
    if let Some(reader) = named.filter(|reader| !is_built_in(reader) && (reader.claims)(bytes)) {
        return Ok((reader, None));
    }
    let found = match built_in(named, extension.is_some(), bytes) {
        Ok(found) if readers.iter().any(|reader| reader.name == found.name) => found,
        other => {
            let claims = |reader: &&Reader| !is_built_in(reader) && (reader.claims)(bytes);
            let unread = || Diagnostic::new(Code::UnknownFormat, say!("unread-files"));
            readers.iter().copied().find(claims).ok_or_else(|| other.err().unwrap_or_else(unread))?
        }
    };
    let is_foreign = extension.as_deref().is_some_and(|name| FOREIGN.contains(&name));
    let is_json = |named: &Reader| named.name == json::READER.name && found.name == ojf::READER.name;
    let differs = named.map_or(is_foreign, |named| named.name != found.name && !is_json(named));
    let remark = differs.then(|| {
        let extension = extension.unwrap_or_default();
        let message = say!("wrong-extension", extension = extension, what = what(found));
        let help = say!("wrong-extension-help", extension = *found.extensions.first().unwrap_or(&""));
        Diagnostic::new(Code::WrongExtension, message).help(help)
    });
    Ok((found, remark))
}

/// Whether the bytes, whatever their file is called, are a workbook, or meant as a journey by one of the readers. Of a text that may be a
/// table only its name tells.
#[must_use]
pub fn holds_journey(readers: &[&Reader], bytes: &[u8]) -> bool {
    let is_table =
        |reader: &Reader| [&xlsx::READER, &xls::READER, &ods::READER, &csv::READER].iter().any(|table| table.name == reader.name);
    let claims = || readers.iter().any(|reader| !is_table(reader) && (reader.claims)(bytes));
    match Kind::of(bytes) {
        Kind::Xlsx | Kind::Xls | Kind::Ods | Kind::Encrypted => true,
        Kind::Empty | Kind::Text | Kind::Other(..) => claims(),
    }
}

fn is_built_in(reader: &Reader) -> bool {
    READERS.iter().any(|known| known.name == reader.name)
}

/// The built-in reader for a file, of which the extension, where it has one, may name a reader.
fn built_in(named: Option<&Reader>, has_name: bool, bytes: &[u8]) -> Result<&'static Reader, Diagnostic> {
    let of_document = named.is_none_or(|reader| reader.name == json::READER.name);
    Ok(match Kind::of(bytes) {
        Kind::Xlsx => &xlsx::READER,
        Kind::Ods => &ods::READER,
        Kind::Xls => &xls::READER,
        Kind::Encrypted => return Err(package::encrypted()),
        // The reader of documents says better what is wrong with one.
        Kind::Empty | Kind::Other(..) if of_document && named.is_some() => &json::READER,
        Kind::Empty if named.is_none() => &json::READER,
        Kind::Empty => {
            return Err(Diagnostic::new(Code::EmptyFile, say!("empty-file")).help(say!("empty-file-help")));
        }
        // What is called so was meant as a text with tables, though all of it is HTML.
        Kind::Other("kind-web-page", _) if named.is_some_and(|reader| reader.name == markdown::READER.name) => &markdown::READER,
        Kind::Other(what, help) => {
            let message = say!("unread-kind", what = phrase(what));
            return Err(Diagnostic::new(Code::UnknownFormat, message).help(phrase(help)));
        }
        // JSON is called so, whoever made the journey in it.
        Kind::Text if of_document && ojf::knows(bytes) => &ojf::READER,
        Kind::Text if is_document(bytes, named, has_name) => &json::READER,
        Kind::Text => match named.and_then(notation) {
            Some(reader) => reader,
            None if named.is_none() => match Notation::of(&text::shown(bytes)) {
                Notation::Read(reader) => reader,
                Notation::Prose if has_name => {
                    let message = say!("text-without-table");
                    return Err(Diagnostic::new(Code::UnknownFormat, message).help(phrase("advice-copy-table")));
                }
                Notation::Prose => &csv::READER,
            },
            None => &csv::READER,
        },
    })
}

/// Whether a text is meant as a document and not as a table. What has no name that tells is a table as a file of that name is one,
/// when it has cells and does not look like JSON.
fn is_document(bytes: &[u8], named: Option<&Reader>, has_name: bool) -> bool {
    let text = text::shown(bytes);
    let start = text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    match named {
        Some(reader) if reader.name == json::READER.name => true,
        Some(_) => start.starts_with('{') && json::claims(bytes),
        None if has_name => looks_like_json(start) || has_version(start),
        None => {
            looks_like_json(start)
                || match Notation::of(&text) {
                    Notation::Prose => true,
                    Notation::Read(reader) => reader.name == csv::READER.name && json::claims(bytes),
                }
        }
    }
}

/// Whether a text has the field by which journeys are known, and in quotation marks of whatever kind, so that it is JSON and not YAML.
fn has_version(text: &str) -> bool {
    let at = text.find("klantreis").filter(|at| *at > 0);
    at.and_then(|at| text[..at].chars().next_back()).is_some_and(|quote| "\"'“”„‘’".contains(quote))
}

/// The readers of texts in a notation, which a name alone may tell.
fn notation(named: &Reader) -> Option<&'static Reader> {
    [&markdown::READER, &mermaid::READER, &yaml::READER, &ojf::READER].into_iter().find(|reader| reader.name == named.name)
}

/// What a text is that is not JSON and has no name that tells.
enum Notation {
    /// One that a reader is there for.
    Read(&'static Reader),
    /// None, and no table either.
    Prose,
}

impl Notation {
    /// What a text is.
    fn of(text: &str) -> Self {
        let mut lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("%%"));
        let first = lines.clone().next().unwrap_or_default();
        let fenced = text.contains("```mermaid");
        let is_key =
            |line: &str| line.split_once(": ").map_or_else(|| line.ends_with(':'), |(key, _)| !key.contains([',', ';', '\t']));
        // Behind comments, which begin as headings do, a document says what it is.
        let is_ours = || lines.clone().find(|line| !line.starts_with('#')).is_some_and(|line| line.starts_with("klantreis:"));
        match () {
            () if markdown::has_table(text) => Self::Read(&markdown::READER),
            () if first == "journey" || fenced => Self::Read(&mermaid::READER),
            () if first == "---" && mermaid::is_journey(text) => Self::Read(&mermaid::READER),
            () if first == "---" || is_ours() || lines.by_ref().take(3).filter(|line| is_key(line)).count() == 3 => {
                Self::Read(&yaml::READER)
            }
            () if first.starts_with("# ") || !csv::has_cells(text) => Self::Prose,
            () => Self::Read(&csv::READER),
        }
    }
}

/// Whether a text begins as an object or a list of JSON does.
fn looks_like_json(text: &str) -> bool {
    match text.strip_prefix('[').map(str::trim_start) {
        Some(first) => first.starts_with(['{', '[', '"', ']']) || json::is_json(text),
        None => text.starts_with('{'),
    }
}

/// The name that advice has for what a reader reads; by itself it would be `otherwise`.
pub(super) fn advised(reader: &Reader, otherwise: &'static str) -> &'static str {
    let of_text = [markdown::READER.name, mermaid::READER.name, yaml::READER.name];
    of_text.into_iter().find(|name| *name == reader.name).unwrap_or(otherwise)
}

fn what(reader: &Reader) -> Phrase {
    match reader.name {
        "json" => say!("of-json"),
        "csv" => say!("of-csv"),
        "markdown" => say!("of-markdown"),
        "mermaid" => say!("of-mermaid"),
        "ojf" => say!("of-ojf"),
        "yaml" => say!("of-yaml"),
        "ods" => say!("of-ods"),
        "xls" => say!("of-xls"),
        "xlsx" => say!("of-xlsx"),
        _ => reader.summary.into(),
    }
}

impl Kind {
    fn of(bytes: &[u8]) -> Self {
        let starts = |mark: &[u8]| bytes.starts_with(mark);
        match () {
            () if bytes.iter().all(u8::is_ascii_whitespace) => Self::Empty,
            () if starts(b"PK\x03\x04") => Self::of_package(bytes),
            () if starts(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") => Self::of_compound(bytes),
            () if starts(b"PK") => Self::Other("kind-empty-zip", "advice-needs-table"),
            () if starts(b"%PDF") => Self::Other("kind-pdf", "advice-export-table"),
            () if starts(b"\x89PNG") || starts(b"\xff\xd8\xff") || starts(b"GIF8") => {
                Self::Other("kind-picture", "advice-picture")
            }
            () if starts(b"{\\rtf") => Self::Other("kind-rtf", "advice-copy-table"),
            () if starts(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") => Self::Other("kind-picture", "advice-picture"),
            () if bytes.get(4..8) == Some(b"ftyp") => Self::Other("kind-photo", "advice-picture"),
            () if starts(b"\x1f\x8b") || starts(b"7z\xbc\xaf") || starts(b"Rar!") => Self::Other("kind-archive", "advice-unpack"),
            () if !csv::is_text(bytes) => Self::Other("kind-no-text", "advice-needs-table"),
            () => Self::of_markup(bytes),
        }
    }

    /// By the names of the parts, which stand before each of them (APPNOTE.TXT, 4.3.7); a file that is cut off has those too. Of a
    /// name only as much is looked at as tells something: each may claim to be 64 KiB long, and be in the one before it.
    fn of_package(bytes: &[u8]) -> Self {
        let mut at = 0;
        while let Some(found) = bytes.get(at..).and_then(|rest| rest.windows(4).position(|window| window == b"PK\x03\x04")) {
            let header = bytes.get(at + found..).unwrap_or_default();
            let length =
                |offset: usize| header.get(offset..offset + 2).map_or(0, |pair| usize::from(pair[0]) | usize::from(pair[1]) << 8);
            let name = header.get(30..30 + length(26)).unwrap_or_default();
            let name = name.get(..TELLING).unwrap_or(name);
            let data = header.get(30 + length(26) + length(28)..).unwrap_or_default();
            let name = String::from_utf8_lossy(name).replace('\\', "/").to_lowercase();
            if let Some(kind) = Self::of_part(&name, data) {
                return kind;
            }
            // What is packed in a part is no part of this file, where its size is told.
            let size = header.get(18..22).map_or(0, |size| size.iter().rev().fold(0, |all, byte| all << 8 | usize::from(*byte)));
            let told = header.get(6).is_some_and(|flags| flags & 8 == 0) && size < bytes.len();
            at += found + 4 + if told { 26 + length(26) + length(28) + size } else { 0 };
        }
        Self::Other("kind-zip", "advice-unpack-zip")
    }

    /// What a part tells of the whole.
    fn of_part(name: &str, data: &[u8]) -> Option<Self> {
        let open_document = b"application/vnd.oasis.opendocument.";
        match name.trim_start_matches('/') {
            "mimetype" => data.strip_prefix(open_document).map(|kind| match () {
                () if kind.starts_with(b"spreadsheet") => Self::Ods,
                () if kind.starts_with(b"text") => Self::Other("kind-odt", "advice-copy-table"),
                () => Self::Other("kind-odf", "advice-copy-table"),
            }),
            "xl/workbook.bin" => Some(Self::Other("kind-xlsb", "advice-save-xlsx")),
            "content.xml" => Some(Self::Ods),
            name if name.starts_with("xl/") => Some(Self::Xlsx),
            name if name.starts_with("word/") => Some(Self::Other("kind-word", "advice-copy-table")),
            name if name.starts_with("ppt/") => Some(Self::Other("kind-powerpoint", "advice-copy-table")),
            name if name.starts_with("index/") => Some(Self::Other("kind-numbers", "advice-numbers")),
            _ => None,
        }
    }

    /// By the names of the streams in a compound file ([MS-CFB], 2.6.1): entries of 128 bytes with a name in UTF-16.
    fn of_compound(bytes: &[u8]) -> Self {
        let has = |wanted: &str| {
            let name: Vec<u8> = wanted.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
            bytes.chunks_exact(128).any(|entry| entry.starts_with(&name) && usize::from(entry[64]) == name.len())
        };
        match () {
            () if has("EncryptedPackage") => Self::Encrypted,
            () if has("Workbook") || has("Book") => Self::Xls,
            () if has("WordDocument") => Self::Other("kind-word", "advice-copy-table"),
            () if has("PowerPoint Document") => Self::Other("kind-powerpoint", "advice-copy-table"),
            () => Self::Other("kind-old-office", "advice-save-xlsx"),
        }
    }

    /// By the beginning of a text.
    fn of_markup(bytes: &[u8]) -> Self {
        let start = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).replace('\0', "").to_lowercase();
        let begin = start.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}' || c == '\u{fffd}');
        match () {
            () if begin.starts_with("<?xml") && start.contains("<office:document") => {
                Self::Other("kind-flat-office", "advice-save-ods")
            }
            () if begin.starts_with("<?xml") && start.contains("office:spreadsheet") => {
                Self::Other("kind-xml-excel", "advice-save-xlsx")
            }
            () if begin.starts_with("<!doctype") || begin.starts_with("<html") || begin.starts_with("<table") => {
                Self::Other("kind-web-page", "advice-save-xlsx")
            }
            () if begin.starts_with("<svg") || begin.starts_with("<?xml") && start.contains("<svg") => {
                Self::Other("kind-drawing", "advice-export-table")
            }
            () if start.contains("<plist") && start.contains("<key>url</key>") => Self::Other("kind-shortcut", "advice-download"),
            () if begin.starts_with("[internetshortcut]") => Self::Other("kind-shortcut", "advice-download"),
            () if begin.starts_with("[desktop entry]") && start.contains("type=link") => {
                Self::Other("kind-shortcut", "advice-download")
            }
            () if begin.starts_with('{') && start.contains("\"doc_id\"") && !start.contains("klantreis\":") => {
                Self::Other("kind-google", "advice-download")
            }
            () if begin.starts_with("<?xml") => Self::Other("kind-xml", "advice-needs-table"),
            () if is_mail(begin) => Self::Other("kind-mail", "advice-attached"),
            () if begin.starts_with("mime-version:") => Self::Other("kind-web-archive", "advice-save-xlsx"),
            () => Self::Text,
        }
    }
}

/// Whether a text in small letters begins as a mail does, with lines of its head, and is no page that a browser has saved so.
fn is_mail(text: &str) -> bool {
    const FIRST: [&str; 8] = ["from", "to", "date", "subject", "received", "return-path", "delivered-to", "mime-version"];
    let key = |line: &str| line.split_once(':').map(|(key, _)| key.to_owned());
    let head: Vec<String> = text.lines().take_while(|line| !line.trim().is_empty()).filter_map(key).collect();
    let has = |name: &str| head.iter().any(|key| key == name);
    let first = head.first().is_some_and(|key| FIRST.contains(&key.as_str()));
    let sent =
        ["message-id", "content-type", "mime-version", "received", "return-path", "delivered-to"].iter().any(|name| has(name));
    first && sent && has("from") && has("subject") && !text.contains("<saved by") && !text.contains("multipart/related")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::book::{At, Book, Range, Value};

    /// The same workbook as `LibreOffice` writes it in three formats.
    fn samples() -> [(&'static str, Book); 3] {
        [
            ("xlsx", xlsx::book(include_bytes!("../../tests/samples/typed.xlsx")).unwrap()),
            ("xls", xls::book(include_bytes!("../../tests/samples/typed.xls")).unwrap()),
            ("ods", ods::book(include_bytes!("../../tests/samples/typed.ods")).unwrap()),
        ]
    }

    #[test]
    fn what_is_no_journey_is_told_by_its_bytes() {
        let zip = {
            use std::io::Write as _;
            let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
            let stored = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
            writer.start_file("klantreis.xlsx", stored).unwrap();
            writer.write_all(include_bytes!("../../tests/samples/typed.xlsx")).unwrap();
            writer.finish().unwrap().into_inner()
        };
        let flat = b"<?xml version=\"1.0\"?>\n<office:document xmlns:office=\"urn\" office:version=\"1.3\">";
        for (name, bytes, what) in [
            ("gsheet", b"{\"doc_id\":\"1x\",\"email\":\"a@b.nl\"}".as_slice(), "shortcut to a document of Google"),
            ("gdoc", b"{\"url\":\"https://docs.google.com/x\",\"doc_id\":\"1x\"}", "shortcut to a document of Google"),
            ("url", b"[InternetShortcut]\r\nURL=https://docs.google.com/spreadsheets/d/1", "shortcut to a page"),
            (
                "webloc",
                b"<?xml version=\"1.0\"?><plist><dict><key>URL</key><string>https://x</string></dict></plist>",
                "shortcut to a page",
            ),
            ("eml", b"From: noor@school.nl\nSubject: klantreis\nContent-Type: text/plain\n\nHierbij", "a mail"),
            ("fods", flat, "a document of LibreOffice in one text"),
            ("zip", &zip, "a ZIP file"),
        ] {
            let problem = reader_for(READERS, Some(name), bytes).map(|(reader, _)| reader.name).unwrap_err();
            assert!(problem.message.contains(what) && problem.help.is_some(), "{name}: {problem:?}");
        }
        let book = include_bytes!("../../tests/samples/typed.xlsx");
        let (reader, remark) = reader_for(READERS, Some("docx"), book).unwrap();
        assert_eq!((reader.name, remark.map(|remark| remark.code)), ("xlsx", Some(Code::WrongExtension)));
        assert!(reader_for(READERS, Some("yaml"), b"subject: a\nfrom: b\nphases: []\n").is_ok());
        // Whatever it is called, and behind comments.
        let bare = b"# van maandag\nklantreis: 1\ntitle: A\nlanguage: nl\nphases:\n  - title: B\n";
        assert_eq!(reader_for(READERS, None, bare).unwrap().0.name, "yaml");
    }

    #[test]
    fn the_same_workbook_says_the_same_in_every_format() {
        for (format, book) in samples() {
            let rows: Vec<Vec<_>> =
                book.sheets[0].rows.iter().map(|row| row.iter().map(|cell| format!("{cell:?}")).collect()).collect();
            let day = "Day { day: Date { year: 2026, month: 11, day: 7 }";
            let expected = [
                "Text(\"Eén\\n✓ 😀\")",
                "Number { number: 0.125, percent: true }",
                &format!("{day}, seconds: None }}"),
                &format!("{day}, seconds: Some(37800) }}"),
                "Unknown(\"#DIV/0!\")",
                "Time(33300)",
                "Text(\"ab\")",
                "Number { number: -3.0, percent: false }",
                "Number { number: 1.5, percent: false }",
                "Text(\"007\")",
            ];
            assert_eq!(rows[0], expected, "{format}");
            assert_eq!(rows[1..], [vec!["Text(\"samen\")"]], "{format}");
        }
    }

    #[test]
    fn sheets_names_and_merged_cells_come_along() {
        let range = |first: &str, last: &str| Range { first: At::parse(first).unwrap(), last: At::parse(last).unwrap() };
        for (format, book) in samples() {
            let sheets: Vec<_> = book.sheets.iter().map(|page| (page.name.as_deref().unwrap(), page.visible)).collect();
            assert_eq!(sheets, [("Mijn blad", true), ("Verborgen", false)], "{format}");
            assert_eq!(book.sheets[0].merged, [range("A2", "C3")], "{format}");
            assert_eq!(book.sheets[1].get(At { row: 1, column: 1 }).text(), "geheim", "{format}");
            let names: Vec<_> = book.names.iter().map(|name| (name.name.as_str(), name.sheet, name.range)).collect();
            assert_eq!(names, [("fasen", 0, range("A1", "C1"))], "{format}");
        }
    }

    /// What another maker's reader finds in a cell: texts, numbers and truths; nothing of the kinds that it does not know.
    fn plain(cell: &calamine::Data) -> Option<String> {
        match cell {
            calamine::Data::Empty => Some(String::new()),
            calamine::Data::String(text) if text.trim().is_empty() => Some(String::new()),
            calamine::Data::String(text) => Some(text.replace("\r\n", "\n")),
            calamine::Data::Int(number) => Some(number.to_string()),
            calamine::Data::Float(number) => Some((number + 0.0).to_string()),
            calamine::Data::Bool(truth) => Some(if *truth { "TRUE" } else { "FALSE" }.into()),
            calamine::Data::DateTime(_)
            | calamine::Data::DateTimeIso(_)
            | calamine::Data::DurationIso(_)
            | calamine::Data::Error(_) => None,
        }
    }

    #[test]
    fn the_reader_of_another_maker_finds_the_same_cells() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/import");
        let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.sort();
        let mut compared = 0;
        for path in files {
            let bytes = std::fs::read(&path).unwrap();
            let book = match path.extension().and_then(|extension| extension.to_str()) {
                Some("xlsx") => xlsx::book(&bytes),
                Some("xls") => xls::book(&bytes),
                Some("ods") => ods::book(&bytes),
                _ => continue,
            };
            let book = book.unwrap_or_else(|problem| panic!("{}: {problem:?}", path.display()));
            let mut theirs = calamine::open_workbook_auto(&path).unwrap();
            for page in &book.sheets {
                let name = page.name.as_deref().unwrap();
                let range = calamine::Reader::worksheet_range(&mut theirs, name).unwrap();
                for (row, cells) in page.rows.iter().enumerate() {
                    for (column, ours) in cells.iter().enumerate() {
                        let at = (u32::try_from(row).unwrap(), u32::try_from(column).unwrap());
                        let known =
                            matches!(ours, Value::Empty | Value::Text(_) | Value::Bool(_) | Value::Number { percent: false, .. });
                        let Some(wanted) = range.get_value(at).map_or(Some(String::new()), plain).filter(|_| known) else {
                            continue;
                        };
                        assert_eq!(ours.text(), wanted, "{} {}", path.display(), page.place(At { row, column }));
                        compared += 1;
                    }
                }
            }
        }
        assert!(compared > 800, "{compared} cells");
    }

    #[test]
    fn a_stream_without_a_name_is_told_by_its_text() {
        for (text, reader) in [
            ("{ \"klantreis\": 1 }", "json"),
            ("\u{feff} {", "json"),
            ("", "json"),
            ("hello", "json"),
            ("Fase;A;B\nDoel;;\n", "csv"),
            ("sep=;\na;b", "csv"),
            ("Titel\n\n,A,B\nDoel,\"a, b\",c\n", "csv"),
            ("Naar zee; met Bo\n\n\n\nFase\tA\tB\n", "csv"),
            ("\"Fase\",\"A\"\n", "csv"),
            ("[Titel],A\nDoel,b\n", "csv"),
            ("[1, 2]", "json"),
            ("[\n{ \"title\": \"a\", ", "json"),
            ("\"klantreis\": 1, \"title\": \"a\", \"phases\": []", "json"),
        ] {
            assert_eq!(reader_for(READERS, None, text.as_bytes()).unwrap().0.name, reader, "{text:?}");
            let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(reader_for(READERS, None, &wide).unwrap().0.name, reader, "{text:?} in UTF-16");
        }
    }
}
