//! Pictures on a page: each pixel of the page is the mean of what it shows of them.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::tiny_skia::{FillRule, Mask, Pixmap, PremultipliedColorU8, Transform};

use super::outlines::{Band, Place};
use crate::picture::{drawn, jpeg_pixels};
use crate::scene::{Drawing, Image, ImageData, Path, Raster, Rect, ShapePaint};

/// The pixels of the pictures of a page, by their addresses. Only looked up.
pub(super) struct Pictures(BTreeMap<usize, Arc<Raster>>);

impl Pictures {
    /// Decodes each picture once, as large as the largest of its frames shows it.
    pub fn of<'i>(images: impl Iterator<Item = &'i Image>, scale: f64) -> Self {
        let mut wanted: BTreeMap<usize, (&ImageData, (u32, u32))> = BTreeMap::new();
        for image in images {
            let size = (pixels(image.frame.width.0 * scale), pixels(image.frame.height.0 * scale));
            let (_, most) = wanted.entry(image.data.address()).or_insert((&image.data, size));
            *most = (most.0.max(size.0), most.1.max(size.1));
        }
        let decoded = wanted.into_iter().filter_map(|(address, (data, size))| match data {
            ImageData::Raster(raster) => Some((address, Arc::clone(raster))),
            ImageData::Jpeg(jpeg) => Some((address, Arc::new(jpeg_pixels(jpeg, size)))),
            ImageData::Drawing(_) => None,
        });
        Self(decoded.collect())
    }

    /// Paints what a band shows of a picture.
    pub fn paint(&self, image: &Image, page: Place, band: &mut Band<'_>) {
        let frame = image.frame;
        match &image.data {
            ImageData::Raster(_) | ImageData::Jpeg(_) => {
                let Some(raster) = self.0.get(&image.data.address()) else { return };
                let across = (page.x + frame.x.0 * page.across, page.x + frame.right().0 * page.across);
                let across = Shares::of(across, raster.width, 0, band.pixels.width());
                let down = (page.y + frame.y.0 * page.down, page.y + frame.bottom().0 * page.down);
                let down = Shares::of(down, raster.height, band.top, band.pixels.height());
                lay(raster, &across, &down, band.pixels);
            }
            ImageData::Drawing(drawing) => draw(drawing, frame, page, band),
        }
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a frame on a page that has at most 65,535 pixels a side"
)]
fn pixels(length: f64) -> u32 {
    length.ceil().clamp(1.0, 65_535.0) as u32
}

/// What pixels of a page, side by side, show of the pixels of a picture.
struct Shares {
    /// The first pixel of the page that shows something, counted from the start of the band.
    first: usize,
    pixels: Vec<Share>,
}

/// What a pixel of the page shows.
struct Share {
    /// How much of it lies in the picture, of 1.0.
    covered: f64,
    /// The first pixel of the picture that it shows.
    from: usize,
    /// How much it shows of that one and of those behind it, of 1.0 together.
    of: Vec<f64>,
}

impl Shares {
    /// Where a picture of so many pixels stands between two places of the page, as seen by `count` of its pixels from `start` on.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the pixels that there are")]
    fn of((from, to): (f64, f64), length: u32, start: u32, count: u32) -> Self {
        let end = f64::from(start + count);
        let (first, last) = (from.floor().clamp(f64::from(start), end), to.ceil().clamp(f64::from(start), end));
        let ratio = f64::from(length) / (to - from).max(f64::MIN_POSITIVE);
        let share = |pixel: u32| {
            let (low, high) = (f64::from(pixel).max(from), (f64::from(pixel) + 1.0).min(to));
            let (begin, end) = ((low - from) * ratio, (high - from) * ratio);
            let begin_at = begin.floor().clamp(0.0, f64::from(length - 1));
            let end_at = (end.ceil() - 1.0).clamp(begin_at, f64::from(length - 1));
            let of =
                (begin_at as u32..=end_at as u32).map(|at| (end.min(f64::from(at) + 1.0) - begin.max(f64::from(at))).max(0.0));
            let mut of: Vec<f64> = of.collect();
            let whole: f64 = of.iter().sum();
            for share in &mut of {
                *share = if whole > 0.0 { *share / whole } else { 0.0 };
            }
            Share { covered: (high - low).clamp(0.0, 1.0), from: begin_at as usize, of }
        };
        Self { first: (first - f64::from(start)) as usize, pixels: (first as u32..last as u32).map(share).collect() }
    }
}

/// Lays a picture over a band.
fn lay(raster: &Raster, across: &Shares, down: &Shares, band: &mut Pixmap) {
    let (wide, stored) = (band.width() as usize, raster.width as usize);
    let pixels = band.pixels_mut();
    for (y, row) in down.pixels.iter().enumerate() {
        let start = (down.first + y) * wide + across.first;
        for (pixel, column) in pixels[start..].iter_mut().zip(&across.pixels) {
            let mut sum = [0.0; 4];
            for (line, of_line) in row.of.iter().enumerate() {
                for (at, of_column) in column.of.iter().enumerate() {
                    let source = ((row.from + line) * stored + column.from + at) * 4;
                    let [red, green, blue, alpha] = [0, 1, 2, 3].map(|channel| f64::from(raster.rgba[source + channel]));
                    let share = of_line * of_column * alpha / 255.0;
                    for (sum, level) in sum.iter_mut().zip([red, green, blue, 255.0]) {
                        *sum += level * share;
                    }
                }
            }
            *pixel = over(sum.map(|level| level * row.covered * column.covered), *pixel);
        }
    }
}

/// A premultiplied colour over what is there.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the mean of bytes is a byte")]
fn over([red, green, blue, alpha]: [f64; 4], under: PremultipliedColorU8) -> PremultipliedColorU8 {
    let left = 1.0 - alpha / 255.0;
    let mix = |above: f64, below: u8| (above + f64::from(below) * left + 0.5).clamp(0.0, 255.0) as u8;
    let alpha = mix(alpha, under.alpha());
    // Rounding may not make a colour lighter than its own share of light.
    let mix = |above: f64, below: u8| mix(above, below).min(alpha);
    let mixed = (mix(red, under.red()), mix(green, under.green()), mix(blue, under.blue()));
    PremultipliedColorU8::from_rgba(mixed.0, mixed.1, mixed.2, alpha).unwrap_or(under)
}

/// Shapes, cut off at the sides of their frame.
fn draw(drawing: &Drawing, frame: Rect, page: Place, band: &mut Band<'_>) {
    let Some(mut mask) = Mask::new(band.pixels.width(), band.pixels.height()) else { return };
    let Some(edges) = page.polygon(&Path::rect(frame), band.top) else { return };
    mask.fill_path(&edges, FillRule::Winding, true, Transform::identity());
    let units = (frame.width.0 / drawing.width, frame.height.0 / drawing.height);
    let place = page.within((frame.x.0, frame.y.0), units);
    let mut masked = Band { pixels: &mut *band.pixels, top: band.top, mask: Some(&mask) };
    for shape in &drawing.shapes {
        match &shape.paint {
            ShapePaint::Fill(color, rule) => masked.fill(&shape.segments, place, &drawn::paint(*color), drawn::rule(*rule)),
            ShapePaint::Stroke(pen) => {
                masked.stroke(&shape.segments, place, &drawn::paint(pen.color), &drawn::stroke(pen));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(rgba: &[u8], width: u32, frame: (f64, f64)) -> Vec<[u8; 4]> {
        let height = u32::try_from(rgba.len()).unwrap() / 4 / width;
        let raster = Raster { width, height, rgba: rgba.to_vec() };
        let mut band = Pixmap::new(4, 1).unwrap();
        band.fill(resvg::tiny_skia::Color::WHITE);
        lay(&raster, &Shares::of(frame, width, 0, 4), &Shares::of((0.0, 1.0), height, 0, 1), &mut band);
        band.pixels().iter().map(|pixel| [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]).collect()
    }

    const WHITE: [u8; 4] = [255; 4];

    #[test]
    fn a_pixel_of_the_page_is_the_mean_of_what_it_shows() {
        let pair = [255, 0, 0, 255, 0, 0, 255, 255];
        assert_eq!(laid(&pair, 2, (0.0, 1.0)), [[128, 0, 128, 255], WHITE, WHITE, WHITE]);
        assert_eq!(laid(&pair, 2, (1.0, 3.0)), [WHITE, [255, 0, 0, 255], [0, 0, 255, 255], WHITE]);
        assert_eq!(laid(&pair, 2, (0.5, 1.0))[0], [191, 128, 191, 255], "half of the pixel lies in the picture");
        assert_eq!(laid(&[0, 0, 0, 51], 1, (0.0, 1.0))[0], [204, 204, 204, 255]);
    }

    #[test]
    fn a_picture_beyond_the_page_is_cut_off() {
        let pair = [255, 0, 0, 255, 0, 0, 255, 255];
        assert_eq!(laid(&pair, 2, (-1.0, 1.0)), [[0, 0, 255, 255], WHITE, WHITE, WHITE]);
        assert_eq!(laid(&pair, 2, (3.0, 5.0)), [WHITE, WHITE, WHITE, [255, 0, 0, 255]]);
        assert_eq!(laid(&pair, 2, (9.0, 11.0)), [WHITE; 4]);
        assert_eq!(laid(&pair, 2, (-5.0, -3.0)), [WHITE; 4]);
    }
}
