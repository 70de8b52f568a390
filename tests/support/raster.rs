//! SVG and PDF as pixels, by renderers that are not ours.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};
use resvg::{tiny_skia, usvg};

/// An opaque picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    pub width: u32,
    pub height: u32,
    /// Four bytes a pixel, row by row.
    pub rgba: Vec<u8>,
}

/// How far two levels of a colour may be apart before a pixel counts as different.
const TOLERANCE: u8 = 32;

/// Draws an SVG on white. Faces embedded in it are not known to the renderer: it takes outlined text only.
pub fn svg_to_pixels(bytes: &[u8], dpi: f32) -> Pixels {
    let options = usvg::Options { dpi, ..usvg::Options::default() };
    let tree = usvg::Tree::from_data(bytes, &options).expect("the SVG can be read");
    let size = tree.size().to_int_size();
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).expect("the page has an area");
    pixmap.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    Pixels { width: size.width(), height: size.height(), rgba: pixmap.data().to_vec() }
}

/// Draws a page of a PDF on white; `page` counts from 0.
pub fn pdf_to_pixels(bytes: &[u8], page: usize, dpi: f32) -> Pixels {
    let pdf = Pdf::new(bytes.to_vec()).expect("the PDF can be read");
    let scale = dpi / 72.0;
    let settings = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    // Hinted glyphs stand elsewhere than the document says.
    let unhinted = RenderSettings { hinting: false, glyph_caching: false, ..RenderSettings::default() };
    let pixmap = render(&pdf.pages()[page], &RenderCache::new(), &InterpreterSettings::default(), &unhinted, &settings);
    let rgba = pixmap.data_as_u8_slice().to_vec();
    Pixels { width: u32::from(pixmap.width()), height: u32::from(pixmap.height()), rgba }
}

/// The share of pixels, of 1.0, of which a colour differs by more than 32 levels. A last row or column that only one of the
/// pictures has, by rounding, is left out.
pub fn share_of_differing_pixels(a: &Pixels, b: &Pixels) -> f64 {
    assert!(
        a.width.abs_diff(b.width) <= 1 && a.height.abs_diff(b.height) <= 1,
        "{}×{} {}×{}",
        a.width,
        a.height,
        b.width,
        b.height
    );
    let (width, height) = (a.width.min(b.width) as usize, a.height.min(b.height) as usize);
    let row = |pixels: &Pixels, y: usize| {
        let start = y * pixels.width as usize * 4;
        pixels.rgba[start..start + width * 4].to_vec()
    };
    let differs = |(a, b): (&[u8], &[u8])| a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > TOLERANCE);
    let in_row = |y: usize| row(a, y).chunks(4).zip(row(b, y).chunks(4)).filter(|pair| differs(*pair)).count();
    (0..height).map(in_row).sum::<usize>() as f64 / (width * height) as f64
}
