//! The pictures of a document, from its own folder and from nowhere else.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use icu_normalizer::ComposingNormalizerBorrowed;

use super::discover::{Origin, Source};
use super::open;
use super::run::{self, Loaded};
use crate::defect::caught;
use crate::nearest::nearest;
use crate::picture::source::Source as PictureSource;
use crate::picture::{self, Alike, Difference, Excess, Gallery, PictureError, limits};

/// Entries of a folder that are looked at for a name that was meant.
const LOOKED_AT: usize = 10_000;
/// Bytes of a path, beyond which no system takes one.
const LONGEST_PATH: usize = 4096;

/// Loads each of the sources once; `folder` is that of the document, `None` when it came from the standard input.
#[must_use]
pub fn load<'s>(folder: Option<&Path>, sources: impl IntoIterator<Item = &'s str>) -> Gallery {
    let Some(folder) = folder else { return Gallery::of_data(sources) };
    let mut root = None;
    Gallery::load(sources, &mut |parts| {
        let root: &PathBuf = match &mut root {
            Some(root) => root,
            none => none.insert(named(folder).canonicalize().map_err(|error| unreadable(&error))?),
        };
        read(root, parts)
    })
}

/// The folder of a document, by the path of the document.
#[must_use]
pub fn folder_of(document: &Path) -> PathBuf {
    named(document.parent().unwrap_or(Path::new(""))).to_owned()
}

/// Where the picture of a document lies in its folder; `None` of one that is no file, such as a data URI.
pub(super) fn file_of(folder: &Path, src: &str) -> Option<PathBuf> {
    match PictureSource::parse(src) {
        Ok(PictureSource::Path(parts)) => Some(folder.join(parts.iter().collect::<PathBuf>())),
        Ok(PictureSource::Data(_)) | Err(_) => None,
    }
}

/// The files that a document names as its pictures, those that are there, by their paths without links. Of one that is no valid
/// journey every file is one of them that any of its texts may name.
pub(super) fn mentioned(document: &Path) -> BTreeSet<PathBuf> {
    let folder = folder_of(document);
    let file = |text: &str| file_of(&folder, text).and_then(|path| path.canonicalize().ok());
    let source = Source { origin: Origin::File(document.to_owned()), folder: PathBuf::new() };
    let text = match caught(|| run::load(&source)) {
        Ok(Ok(Loaded { reading: Ok(reading), .. })) => {
            return reading.journey.pictures().filter_map(|(_, picture)| file(&picture.src)).collect();
        }
        Ok(Ok(Loaded { text, reading: Err(_), .. })) if !text.is_empty() => text,
        Ok(Ok(_) | Err(_)) | Err(_) => String::from_utf8_lossy(&source.read().unwrap_or_default()).into_owned(),
    };
    let texts: BTreeSet<String> = strings(&text).chain(cells(&text)).filter(|text| text.len() <= LONGEST_PATH).collect();
    texts.iter().filter_map(|text| file(text)).filter(|path| path.is_file()).collect()
}

/// Every text in quotation marks, as JSON has them.
fn strings(text: &str) -> impl Iterator<Item = String> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let start = rest.find('"')?;
        let mut escaped = false;
        let end = rest[start + 1..].find(|c| {
            let ends = c == '"' && !escaped;
            escaped = c == '\\' && !escaped;
            ends
        })?;
        let (string, behind) = rest[start..].split_at(end + 2);
        rest = behind;
        Some(serde_json::from_str(string).unwrap_or_else(|_| string.trim_matches('"').to_owned()))
    })
}

/// Every text between what may part the cells of a table or the values of other notations.
fn cells(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(['"', '\'', ',', ';', '\t', '|', '\n', '\r', ':', '{', '}', '[', ']']);
    parts.map(|part| part.trim().to_owned()).filter(|part| !part.is_empty())
}

/// Whether there is a picture of one of the kinds that are shown.
pub(super) fn is_picture(path: &Path) -> bool {
    let mut start = Vec::new();
    let read = open::open(path).and_then(|file| file.take(64 << 10).read_to_end(&mut start));
    read.is_ok() && picture::is_picture(&start)
}

/// The folder by a name that the system takes.
fn named(folder: &Path) -> &Path {
    if folder.as_os_str().is_empty() { Path::new(".") } else { folder }
}

fn unreadable(error: &std::io::Error) -> PictureError {
    PictureError::Unreadable(error.to_string())
}

/// The bytes of a regular file that lies in the folder `root`, whatever links lead there.
fn read(root: &Path, parts: &[&str]) -> Result<Vec<u8>, PictureError> {
    let path: PathBuf = std::iter::once(root).chain(parts.iter().map(Path::new)).collect();
    let path = match path.canonicalize() {
        Ok(path) => path,
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            return Err(PictureError::NotFound(alike(root, parts)));
        }
        Err(error) => return Err(unreadable(&error)),
    };
    if !path.starts_with(root) {
        return Err(PictureError::Outside);
    }
    // A pipe would keep the one waiting who opens it.
    let is_file = |file: &fs::Metadata| if file.is_file() { Ok(()) } else { Err(PictureError::NoFile) };
    fs::metadata(&path).map_err(|error| unreadable(&error)).and_then(|found| is_file(&found))?;
    let file = File::open(&path).map_err(|error| unreadable(&error))?;
    let opened = file.metadata().map_err(|error| unreadable(&error))?;
    is_file(&opened)?;
    let limit = limits::FILE_BYTES;
    let too_large = PictureError::TooLarge(Excess::Bytes { limit });
    if opened.len() > limit as u64 {
        return Err(too_large);
    }
    let mut bytes = Vec::new();
    file.take(limit as u64 + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&error))?;
    if bytes.len() > limit { Err(too_large) } else { Ok(bytes) }
}

/// The path that was probably meant: the first part that is not there, changed for one that is.
fn alike(root: &Path, parts: &[&str]) -> Option<Alike> {
    let mut folder = root.to_owned();
    for (index, part) in parts.iter().enumerate() {
        let next = folder.join(part);
        if fs::symlink_metadata(&next).is_ok() {
            folder = next;
            continue;
        }
        if !folder.canonicalize().is_ok_and(|real| real.starts_with(root)) {
            return None;
        }
        let entries = fs::read_dir(&folder).ok()?.take(LOOKED_AT).filter_map(Result::ok);
        let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort();
        let (name, by) = alike_name(part, &names)?;
        let path: Vec<&str> = parts[..index].iter().copied().chain([name]).chain(parts[index + 1..].iter().copied()).collect();
        return Some(Alike { path: path.join("/"), by });
    }
    None
}

fn alike_name<'n>(given: &str, names: &'n [String]) -> Option<(&'n str, Difference)> {
    let composed = |text: &str| ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned();
    let find = |same: &dyn Fn(&str) -> bool| names.iter().map(String::as_str).find(|name| same(name));
    let (form, case) = (composed(given), composed(given).to_lowercase());
    let by_form = find(&|name| composed(name) == form).map(|name| (name, Difference::Form));
    let by_case = || find(&|name| composed(name).to_lowercase() == case).map(|name| (name, Difference::Case));
    let by_spelling = || nearest(given, names.iter().map(String::as_str)).map(|name| (name, Difference::Spelling));
    by_form.or_else(by_case).or_else(by_spelling)
}
