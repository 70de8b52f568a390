//! What several tests share. Each test file uses a part of it.
#![allow(dead_code, missing_docs, reason = "shared by several test programs, each of which needs a part")]

pub mod boxes;
pub mod journeys;
pub mod pdf_text;
pub mod raster;
pub mod scenes;

use klantreis::scene::Scene;
use klantreis::text::Fonts;
use klantreis::write::svg::TextMode;
use klantreis::write::{Format, Options, Write, WriteError, Written, pdf, svg};

/// Writes a scene.
pub fn write(format: &Format, scene: &Scene, fonts: &Fonts, svg_text: TextMode) -> Result<Written, WriteError> {
    match format.write {
        Write::Drawn(write) => write(scene, fonts, &Options { svg_text, ..Options::default() }),
        Write::Tabular(_) => panic!("{} is no drawn format", format.name),
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
