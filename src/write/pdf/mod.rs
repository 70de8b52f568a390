//! Writes PDF 1.7: all pages in one file, subset fonts, and text that comes out as it went in, in every script.
//!
//! `printpdf` writes pages, fonts and pictures; what it does not know (language, page units, metadata, identity) is added to
//! the document before it is saved.

mod content;
mod document;
mod fonts;
mod images;
mod maps;
mod text;
mod trace;

use lopdf::{Document, Object, ObjectId, Stream};
use printpdf::{PdfDocument, PdfPage, PdfSaveOptions};

use self::content::Painter;
use self::fonts::FontSet;
use super::{Cause, Format, Options, Part, Write, WriteError, Written, drawn};
use crate::scene::Scene;
use crate::text::Fonts;

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "pdf",
    media_type: "application/pdf",
    summary: "Pages for print and for reading on screen, all in one file",
    write: Write::Drawn(write),
};

fn write(scene: &Scene, fonts: &Fonts, _options: &Options) -> Result<Written, WriteError> {
    drawn::check(FORMAT.name, scene, fonts)?;
    let fail = |message: String| WriteError { format: FORMAT.name, message, cause: Cause::Fault };
    let font_set = FontSet::of(scene, fonts).map_err(fail)?;
    let mut document = PdfDocument::new(&scene.meta.title);
    document.resources.fonts.map = font_set.resources();
    let mut painter = Painter::new(&font_set);
    let (mut contents, mut waiting) = (Vec::new(), 0);
    for page in &scene.pages {
        let page = painter.page(page);
        waiting += page.ops.len();
        document.pages.push(page);
        if waiting > AT_ONCE && !painter.has_pictures() {
            contents.extend(take_contents(&mut document, contents.len()).map_err(fail)?);
            waiting = 0;
        }
    }
    let links = std::mem::take(&mut painter.links);
    document.resources.xobjects.map = painter.into_pictures();
    let mut lower = lower(&document).map_err(fail)?;
    // It holds every picture once more.
    drop(document);
    put_contents(&mut lower, contents).map_err(fail)?;
    maps::complete(&mut lower, &font_set);
    let bytes = document::finish(lower, scene, &links).map_err(fail)?;
    Ok(Written { parts: vec![Part { suffix: None, bytes }], warnings: Vec::new() })
}

/// Operators take many times the room of the bytes that they become: about so many are held at once.
const AT_ONCE: usize = 100_000;

fn lower(document: &PdfDocument) -> Result<Document, String> {
    // `secure` would drop the path operators that are written as they stand; `subset_fonts` asks for a subsetter that is not
    // built in.
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings = Vec::new();
    let lower = printpdf::serialize::to_lopdf_doc(document, &options, &mut warnings);
    warnings.first().map_or(Ok(lower), |warning| Err(format!("printpdf: {}", warning.msg)))
}

/// The contents of the pages from `first` on as bytes; no operators of them are left in the document.
fn take_contents(document: &mut PdfDocument, first: usize) -> Result<Vec<Vec<u8>>, String> {
    let done: Vec<PdfPage> = document.pages.drain(..first).collect();
    let mut lower = lower(document)?;
    let streams = streams(&lower);
    for page in &mut document.pages {
        page.ops = Vec::new();
    }
    document.pages.splice(..0, done);
    streams.into_iter().map(|id| Ok(std::mem::take(&mut stream(&mut lower, id)?.content))).collect()
}

/// Gives the first pages the contents that were taken of them.
fn put_contents(lower: &mut Document, contents: Vec<Vec<u8>>) -> Result<(), String> {
    for (id, content) in streams(lower).into_iter().zip(contents) {
        stream(lower, id)?.set_content(content);
    }
    Ok(())
}

/// The content streams of the pages, one each.
fn streams(lower: &Document) -> Vec<ObjectId> {
    lower.page_iter().flat_map(|page| lower.get_page_contents(page)).collect()
}

fn stream(lower: &mut Document, id: ObjectId) -> Result<&mut Stream, String> {
    lower.get_object_mut(id).and_then(Object::as_stream_mut).map_err(|error| error.to_string())
}
