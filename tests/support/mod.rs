//! What several tests share. Each test file uses a part of it.
#![allow(dead_code, missing_docs, reason = "shared by several test programs, each of which needs a part")]

pub mod archive;
pub mod boxes;
pub mod damage;
pub mod damaged_files;
pub mod desk;
pub mod documents;
pub mod growth;
pub mod heard;
pub mod holds;
pub mod journeys;
pub mod loosen;
pub mod parts;
pub mod pdf_text;
pub mod places;
pub mod raster;
pub mod read_back;
pub mod scenes;
pub mod took;
pub mod whole;

use std::fs;
use std::path::Path;

use klantreis::journey::Journey;
use klantreis::scene::Scene;
use klantreis::text::Fonts;
use klantreis::write::svg::TextMode;
use klantreis::write::{Format, Options, Write, WriteError, Written, pdf, svg};

/// Writes a scene.
pub fn write(format: &Format, scene: &Scene, fonts: &Fonts, svg_text: TextMode) -> Result<Written, WriteError> {
    match format.write {
        Write::Drawn(write) => write(scene, fonts, &Options { svg_text, ..Options::default() }),
        Write::Book(_) | Write::Table(_) => panic!("{} is no drawn format", format.name),
    }
}

/// The bytes of the only or first SVG file.
pub fn svg(scene: &Scene, fonts: &Fonts, text: TextMode) -> Vec<u8> {
    write(&svg::FORMAT, scene, fonts, text).unwrap().parts.remove(0).bytes
}

/// The bytes of the PDF file.
pub fn pdf(scene: &Scene, fonts: &Fonts) -> Vec<u8> {
    write(&pdf::FORMAT, scene, fonts, TextMode::default()).unwrap().parts.remove(0).bytes
}

/// The words of a text: what is left of it when all white space counts the same.
pub fn words(text: &str) -> Vec<&str> {
    text.split_whitespace().collect()
}

/// Every journey under `fixtures/`, checked, with the name of its file without extension, in the order of the names.
pub fn fixtures() -> Vec<(String, Journey)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<_> = files.filter(|path| path.extension().is_some_and(|extension| extension == "json")).collect();
    files.sort();
    assert!(!files.is_empty(), "the fixtures are missing");
    let read = |path: &Path| {
        let journey = klantreis::read::json(&fs::read_to_string(path).unwrap());
        journey.unwrap_or_else(|problems| panic!("{}: {problems:?}", path.display()))
    };
    files.iter().map(|path| (path.file_stem().unwrap().to_str().unwrap().to_owned(), read(path))).collect()
}
