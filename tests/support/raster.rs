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
pub fn averaged(width: u32, rgba: &[u8], side: u32) -> Pixels {
    let (side, wide) = (side as usize, width as usize);
    let pixels = rgba.as_chunks::<4>().0;
    let (columns, rows) = (wide / side, pixels.len() / wide / side);
    // Two colours a sum, which then have sixteen bits each: the steps are few, since the tests are built with little optimisation.
    let mut sums = vec![[0_u32; 2]; columns * rows];
    for y in 0..rows * side {
        let row = &pixels[y * wide..(y + 1) * wide];
        let sums = &mut sums[y / side * columns..(y / side + 1) * columns];
        let (mut x, mut column) = (0, 0);
        while column < columns {
            let (mut even, mut odd) = (sums[column][0], sums[column][1]);
            let end = x + side;
            while x < end {
                let pixel = u32::from_le_bytes(row[x]);
                even += pixel & 0x00ff_00ff;
                odd += (pixel >> 8) & 0x00ff_00ff;
                x += 1;
            }
            sums[column] = [even, odd];
            column += 1;
        }
    }
    let count = u32::try_from(side * side).unwrap();
    assert!(count <= 256, "no sum is larger than 16 bits");
    #[allow(clippy::cast_possible_truncation, reason = "a mean of bytes")]
    let mean = |sum: u32, low: u32| ((((sum >> low) & 0xffff) + count / 2) / count) as u8;
    let rgba = sums.into_iter().flat_map(|[even, odd]| [mean(even, 0), mean(odd, 0), mean(even, 16), mean(odd, 16)]).collect();
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
    let row = |pixels: &Pixels, y: usize| {
        let start = y * pixels.width as usize;
        start * 4..(start + width) * 4
    };
    for y in 0..height {
        let (a, b) = (&a.rgba[row(a, y)], &b.rgba[row(b, y)]);
        // Most of most rows are alike.
        if a == b {
            continue;
        }
        let (a, b) = (a.as_chunks::<4>().0, b.as_chunks::<4>().0);
        let squares = &mut squares[y / SQUARE * columns..];
        let mut x = 0;
        while x < width {
            if a[x] != b[x] && a[x].iter().zip(&b[x]).any(|(a, b)| a.abs_diff(*b) > TOLERANCE) {
                squares[x / SQUARE] += 1;
            }
            x += 1;
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
