//! Writes PNG: one file a page, in sRGB, for slides and for programs that take pictures only.
//!
//! A page is painted and compressed in bands of rows, so that memory does not grow with its height: what is held is a band, the
//! pictures of the page and the file itself. All that decides a pixel is reckoned in integers or in plain floats, without
//! instructions that only some machines have, so that the bytes are the same everywhere.

mod bands;
mod glyphs;
mod layers;
mod outlines;
mod pictures;
mod settings;

use self::bands::Sheet;
use super::{Format, Options, Part, Problem, Write, WriteError, Written, drawn, suffix};
use crate::scene::{Page, Scene};
use crate::text::Fonts;

pub use settings::{Dpi, DpiError, Ground, Settings};

/// The registry entry.
pub static FORMAT: Format = Format {
    name: "png",
    media_type: "image/png",
    summary: "Picture for slides, one file a page; made only when it is asked for",
    write: Write::Drawn(&write),
};

/// Pixels that a page may have: A0 at 600 dots an inch has 558 million.
const MOST_PIXELS: u64 = 600_000_000;
/// Pixels that all pages together may have: what takes so long to paint is painted for a wall, not for slides.
const MOST_OF_ALL: u64 = 1_000_000_000;
/// Pixels that a row may have: no program takes more.
const LONGEST_SIDE: u64 = 65_535;
/// Bytes that all pages together may take as files: 256 MiB.
const MOST_BYTES: usize = 256 << 20;

/// What every file of this program says of where it comes from, in a chunk of text behind its header.
const SOFTWARE: (&str, &str) = ("Software", "klantreis");

/// Whether a picture is a page that this program has painted.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let start = bytes.get(..256).unwrap_or(bytes);
    start.starts_with(b"\x89PNG\r\n\x1a\n") && super::say(start, &format!("tEXt{}\0{}", SOFTWARE.0, SOFTWARE.1))
}

/// Writes a file for each page.
///
/// # Errors
/// When the scene is not what a layout may make, a page has more pixels than a picture may or all have more than pictures may together, or
/// the files together are too large.
pub fn write(scene: &Scene, fonts: &Fonts, options: &Options) -> Result<Written, WriteError> {
    drawn::check(FORMAT.name, scene, fonts)?;
    let settings = options.png;
    // All pages are looked at before the first is painted.
    let sides = scene.pages.iter().enumerate().map(|(index, page)| sides(page, settings.dpi, index + 1));
    let sides = sides.collect::<Result<Vec<_>, _>>()?;
    let (pages, dpi) = (sides.len(), settings.dpi.get());
    let pixels = sides.iter().map(|(width, height)| u64::from(*width) * u64::from(*height)).sum();
    if pixels > MOST_OF_ALL {
        return Err(WriteError::new(FORMAT.name, Problem::AllPixels { pages, pixels, dpi, most: MOST_OF_ALL }));
    }
    let mut glyphs = glyphs::Glyphs::new(fonts);
    let (count, mut left) = (scene.pages.len(), MOST_BYTES);
    let mut parts = Vec::with_capacity(count);
    for (index, (page, sides)) in scene.pages.iter().zip(sides).enumerate() {
        let place = (count > 1).then_some((index + 1, count));
        let bytes = paint(scene, page, place, sides, settings, &mut glyphs, left)?;
        left -= bytes.len().min(left);
        parts.push(Part { suffix: suffix(page, index + 1, count), bytes });
    }
    Ok(Written { parts, warnings: Vec::new() })
}

/// Pixels around the trimmed paper on each side: whole ones, so that those of the poster are the same with and without them, and no more
/// than bleed covers.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "what is around a page is below a kilometre")]
fn beyond(page: &Page, dpi: Dpi) -> u64 {
    (page.beyond().0 * dpi.scale()).floor() as u64
}

/// Width and height of a page in pixels.
fn sides(page: &Page, dpi: Dpi, number: usize) -> Result<(u32, u32), WriteError> {
    let around = beyond(page, dpi) * 2;
    let [width, height] = [page.size.width, page.size.height].map(|side| dpi.pixels(side) + around);
    let fits = width.max(height) <= LONGEST_SIDE && width * height <= MOST_PIXELS;
    match (u32::try_from(width), u32::try_from(height)) {
        (Ok(width), Ok(height)) if fits => Ok((width, height)),
        _ => Err(WriteError::new(FORMAT.name, Problem::Pixels { number, width, height, dpi: dpi.get(), most: MOST_PIXELS })),
    }
}

/// One page as a file of no more than `most` bytes.
fn paint(
    scene: &Scene,
    page: &Page,
    place: Option<(usize, usize)>,
    (width, height): (u32, u32),
    settings: Settings,
    glyphs: &mut glyphs::Glyphs<'_>,
    most: usize,
) -> Result<Vec<u8>, WriteError> {
    let layers = layers::Layers::of(page, settings.dpi.scale(), beyond(page, settings.dpi) as f64, glyphs);
    let title =
        place.map_or_else(|| scene.meta.title.clone(), |(number, count)| format!("{} ({number}/{count})", scene.meta.title));
    let sheet = Sheet { width, height, settings, title };
    sheet
        .encode(most, |pixmap, first| layers.paint(pixmap, first, glyphs))
        .map_err(|problem| WriteError::new(FORMAT.name, problem))
}
