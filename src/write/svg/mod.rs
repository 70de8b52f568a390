//! Writes SVG: one file a page, in millimetres, well-formed for any text, without scripts or references to other files.
//!
//! Live text is set in subsets of the faces, embedded in the file, and looks the same in every browser. Programs that ignore
//! embedded faces (Inkscape, Illustrator) need outlines; there each run is one path that says its text to assistive software, or has it beside it
//! as text that is not painted.

mod element;
mod faces;
mod images;
mod missing;
mod nodes;
mod number;
mod outlines;

use std::collections::BTreeMap;

use svg::Document;
use svg::node::element::{Description, Title};
use svg::node::{Blob, Node as _, Text};

use self::element::Element;
use self::images::Pictures;
use self::nodes::Drawer;
use self::number::number;
use self::outlines::Outlines;
use super::xml::Forbidden;
use super::{Format, Options, Part, Write, WriteError, Written, drawn, suffix};
use crate::meta::Meta;
use crate::scene::{Page, Scene};
use crate::text::Fonts;

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "svg",
    media_type: "image/svg+xml",
    summary: "Drawing for the web and for drawing programs, one file a page",
    write: Write::Drawn(&write),
};

/// The pages after the first say this many characters of the title and of the subject.
const AGAIN: usize = 1000;

/// How SVG holds text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TextMode {
    /// Selectable text in embedded fonts, for browsers.
    #[default]
    Live,
    /// Outlines, for drawing programs and cutters.
    Outlines,
    /// Outlines that are seen, and text beside them that can be selected and is not seen: for programs that show text, and leave out embedded fonts.
    Both,
}

/// Writes a file for each page.
///
/// # Errors
/// When the scene is not what a layout may make, or its pictures are too large together.
pub fn write(scene: &Scene, fonts: &Fonts, options: &Options) -> Result<Written, WriteError> {
    drawn::check(FORMAT.name, scene, fonts)?;
    let mut drawer = Drawer {
        fonts,
        mode: options.svg_text,
        live: BTreeMap::new(),
        outlines: Outlines::new(fonts),
        forbidden: Forbidden::default(),
        pictures: Pictures::default(),
    };
    let count = scene.pages.len();
    let mut parts = Vec::with_capacity(count);
    for (index, page) in scene.pages.iter().enumerate() {
        let place = (count > 1).then(|| (index + 1, count));
        let text = document(&scene.meta, page, place, &mut drawer).to_string();
        let bytes = drawer.pictures.fill(&text, page)?;
        parts.push(Part { suffix: suffix(page, index + 1, count), bytes });
    }
    Ok(Written { parts, warnings: drawer.forbidden.warnings(FORMAT.name) })
}

/// The style of the root.
const GROUND: &str = "background:#fff";

/// Whether a page has the root that this program writes.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let start = bytes.get(..512).unwrap_or(bytes);
    start.starts_with(b"<svg height=\"") && [GROUND, "xml:lang=\"", "xmlns:xlink"].iter().all(|mark| super::say(start, mark))
}

/// The sheet that a browser prints on, in a style that holds for a document of its own alone: in a web page a name with a prefix is
/// nothing that is known there, so that the page stays as it is.
fn paper(width: &str, height: &str) -> Element {
    let mut style = nodes::element("paper:style", [("xmlns:paper", "http://www.w3.org/2000/svg")]);
    style.say(format!("@page{{size:{width}mm {height}mm;margin:0}}"));
    style
}

/// One page; `place` is its number and the number of pages where there are several. What it is made of by the thousand is put into it as text.
fn document(meta: &Meta, page: &Page, place: Option<(usize, usize)>, drawer: &mut Drawer<'_>) -> Document {
    let (sheet, corner) = (page.sheet(), number(-page.beyond().0));
    let (width, height) = (number(sheet.width.0), number(sheet.height.0));
    let language = drawer.forbidden.unseen(&meta.language).into_owned();
    let mut root = Document::new()
        .set("xmlns:xlink", "http://www.w3.org/1999/xlink")
        .set("lang", language.as_str())
        .set("xml:lang", language)
        .set("width", format!("{width}mm"))
        .set("height", format!("{height}mm"))
        .set("viewBox", format!("{corner} {corner} {width} {height}"))
        // Some readers draw a line around letters otherwise.
        .set("stroke", "none")
        .set("style", GROUND);
    // What is long is said in full on the first page only: a file of a thousand pages need not say it a thousand times.
    let again = place.is_some_and(|(number, _)| number > 1);
    let said = |text: &str| match text.char_indices().nth(AGAIN) {
        Some((end, _)) if again => format!("{}…", &text[..end]),
        Some(_) | None => text.to_owned(),
    };
    let title = said(&drawer.forbidden.unseen(&meta.title));
    let title = place.map_or(title.clone(), |(number, count)| format!("{title} ({number}/{count})"));
    root.append(Title::new(title));
    if !meta.subject.is_empty() {
        root.append(Description::new().add(Text::new(said(&drawer.forbidden.unseen(&meta.subject)))));
    }
    let mut body = Element::new("g");
    let live = match drawer.mode {
        TextMode::Live => Some(faces::live(page, drawer.fonts)),
        TextMode::Both => Some(faces::named(page, drawer.fonts)),
        TextMode::Outlines => None,
    };
    if let Some(live) = live {
        drawer.live = live.classes;
        let mut style = Element::new("style");
        style.say(live.css);
        body.append(style);
    }
    body.append(paper(&width, &height));
    let pictures = drawer.pictures.definitions(page);
    let missing = missing::definitions(page, &mut drawer.outlines);
    for definitions in pictures.into_iter().chain(missing) {
        body.append(definitions);
    }
    drawer.nodes(&page.nodes, &mut body);
    if let Some(marks) = nodes::marks(page) {
        body.append(marks);
    }
    root.append(Blob::new(body.children_written()));
    root
}
