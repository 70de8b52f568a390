//! Writes PDF 1.7: all pages in one file, subset fonts, text that comes out as it went in, in every script, and what a reader who cannot
//! see it hears (PDF/UA-1).
//!
//! `printpdf` writes pages, fonts and pictures; what it does not know (language, page units, metadata, identity, tags, bookmarks) is added to
//! the document before it is saved.

mod boxes;
mod content;
mod deflate;
mod document;
mod fonts;
mod forms;
mod images;
mod maps;
mod missing;
mod operators;
mod profile;
mod save;
mod settings;
mod standard;
mod tags;
mod text;
mod trace;

use lopdf::Document;
use printpdf::{PdfDocument, PdfSaveOptions};

use self::content::Painter;
pub(super) use self::document::is_ours;
use self::fonts::FontSet;
pub use self::settings::{Ink, Settings, Standard};
use super::{Format, Options, Part, Problem, Write, WriteError, Written, drawn};
use crate::scene::Scene;
use crate::text::Fonts;

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "pdf",
    media_type: "application/pdf",
    summary: "Pages for print and for reading on screen, all in one file",
    write: Write::Drawn(&write),
};

fn write(scene: &Scene, fonts: &Fonts, options: &Options) -> Result<Written, WriteError> {
    drawn::check(FORMAT.name, scene, fonts)?;
    let fail = |problem| WriteError::new(FORMAT.name, problem);
    let failed = |part| move |error: lopdf::Error| WriteError::new(FORMAT.name, Problem::library("lopdf", part, error));
    let font_set = FontSet::of(scene, fonts).map_err(fail)?;
    if let Some(standard) = options.pdf.standard {
        standard::allows(standard, scene, &font_set).map_err(fail)?;
    }
    let mut document = PdfDocument::new(&scene.meta.title);
    document.resources.fonts.map = font_set.resources();
    let mut painter = Painter::new(&font_set, fonts, options.pdf.inks.clone());
    let (mut contents, mut links) = (Vec::new(), Vec::new());
    for page in &scene.pages {
        let painted = painter.page(page);
        document.pages.push(painted.page);
        contents.push(painted.content);
        links.push(painted.links);
    }
    document.pages[0].ops.extend(font_set.specimens());
    let (objects, tags) = painter.finish();
    document.resources.xobjects.map = objects;
    let mut lower = lower(&document).map_err(fail)?;
    // It holds every picture once more.
    drop(document);
    maps::complete(&mut lower, &font_set);
    document::show(&mut lower, contents).map_err(failed("the content of a page"))?;
    let (bytes, longest) = document::finish(lower, scene, (&links, &tags), options)
        .map_err(failed("the properties, the links or the whole document"))?;
    options.pdf.standard.map_or(Ok(()), |standard| longest.allowed(standard)).map_err(fail)?;
    Ok(Written { parts: vec![Part { suffix: None, bytes }], warnings: Vec::new() })
}

fn lower(document: &PdfDocument) -> Result<Document, Problem> {
    // `secure` would drop the path operators that are written as they stand; `subset_fonts` asks for a subsetter that is not
    // built in.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let lower = printpdf::serialize::to_lopdf_doc(document, &options, &mut warnings);
    warnings.first().map_or(Ok(lower), |warning| Err(Problem::library("printpdf", "the pages", warning.msg.clone())))
}
