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

/// Draws an SVG on white at 72 dpi, each pixel the mean of `smooth` × `smooth`. Faces embedded in it are not known to the
/// renderer: it takes outlined text only.
pub fn svg_to_pixels(bytes: &[u8], smooth: u32) -> Pixels {
    let options = usvg::Options { dpi: 72.0 * smooth as f32, ..usvg::Options::default() };
    let tree = usvg::Tree::from_data(bytes, &options).expect("the SVG can be read");
    let size = tree.size().to_int_size();
    let mut pixmap = tiny_skia::Pixmap::new(size.width(), size.height()).expect("the page has an area");
    pixmap.fill(tiny_skia::Color::WHITE);
    resvg::render(&tree, tiny_skia::Transform::identity(), &mut pixmap.as_mut());
    averaged(size.width(), pixmap.data(), smooth)
}

/// Draws a page of a PDF on white at 72 dpi, each pixel the mean of `smooth` × `smooth`; `page` counts from 0.
pub fn pdf_to_pixels(bytes: &[u8], page: usize, smooth: u32) -> Pixels {
    let pdf = Pdf::new(bytes.to_vec()).expect("the PDF can be read");
    let settings = PixmapSettings { x_scale: smooth as f32, y_scale: smooth as f32, bg_color: WHITE };
    // Hinted glyphs stand elsewhere than the document says.
    let unhinted = RenderSettings { hinting: false, glyph_caching: false, ..RenderSettings::default() };
    let pixmap = render(&pdf.pages()[page], &RenderCache::new(), &InterpreterSettings::default(), &unhinted, &settings);
    averaged(u32::from(pixmap.width()), pixmap.data_as_u8_slice(), smooth)
}

/// The mean of each square of `side` pixels; what is left of a square at the right and at the bottom falls away.
///
/// Renderers smooth thin lines each in its own way. Between means of many pixels hardly any of that is left, so that a small
/// difference is one that the file makes.
fn averaged(width: u32, rgba: &[u8], side: u32) -> Pixels {
    let (side, wide) = (side as usize, width as usize);
    let (columns, rows) = (wide / side, rgba.len() / (wide * 4) / side);
    let mut sums = vec![0_u16; columns * rows * 4];
    for (y, row) in rgba.chunks_exact(wide * 4).take(rows * side).enumerate() {
        let sums = sums.chunks_exact_mut(4).skip(y / side * columns);
        for (sum, square) in sums.zip(row.chunks_exact(side * 4)) {
            for pixel in square.chunks_exact(4) {
                sum.iter_mut().zip(pixel).for_each(|(sum, level)| *sum += u16::from(*level));
            }
        }
    }
    let count = u16::try_from(side * side).expect("a small square");
    let rgba = sums.into_iter().map(|sum| u8::try_from((sum + count / 2) / count).expect("a mean of bytes")).collect();
    Pixels { width: u32::try_from(columns).unwrap(), height: u32::try_from(rows).unwrap(), rgba }
}

/// How much two pictures differ.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Difference {
    /// The share of the pixels, of 1.0, of which a colour differs by more than 32 levels.
    pub share: f64,
    /// The greatest such share in a square of 24 × 24 pixels: what a single word out of place makes of it.
    pub worst_square: f64,
    /// The left upper corner of that square, in pixels.
    pub at: (usize, usize),
}

impl Difference {
    /// Whether the pictures show the same. Measured with means of 3 × 3 pixels: renderers that smooth edges in their own ways differ
    /// by up to 0.005 in a square, a sign of the smallest type that is half a millimetre off by 0.04.
    pub fn is_small(self) -> bool {
        self.share <= 0.005 && self.worst_square <= 0.02
    }
}

const SQUARE: usize = 24;

/// Compares two pictures. A last row or column that only one of them has, by rounding, is left out.
pub fn difference(a: &Pixels, b: &Pixels) -> Difference {
    let near = a.width.abs_diff(b.width) <= 1 && a.height.abs_diff(b.height) <= 1;
    assert!(near, "{} × {} and {} × {} pixels", a.width, a.height, b.width, b.height);
    let (width, height) = (a.width.min(b.width) as usize, a.height.min(b.height) as usize);
    let columns = width.div_ceil(SQUARE);
    let mut squares = vec![0_usize; columns * height.div_ceil(SQUARE)];
    let pixel = |pixels: &Pixels, x: usize, y: usize| {
        let start = (y * pixels.width as usize + x) * 4;
        <[u8; 4]>::try_from(&pixels.rgba[start..start + 4]).expect("four bytes")
    };
    for y in 0..height {
        for x in 0..width {
            let pairs = pixel(a, x, y).into_iter().zip(pixel(b, x, y));
            if pairs.into_iter().any(|(a, b)| a.abs_diff(b) > TOLERANCE) {
                squares[y / SQUARE * columns + x / SQUARE] += 1;
            }
        }
    }
    let worst = squares.iter().copied().enumerate().max_by_key(|(_, differing)| *differing);
    let (worst_index, worst) = worst.unwrap_or((0, 0));
    Difference {
        share: squares.iter().sum::<usize>() as f64 / (width * height) as f64,
        worst_square: worst as f64 / (SQUARE * SQUARE) as f64,
        at: (worst_index % columns * SQUARE, worst_index / columns * SQUARE),
    }
}
