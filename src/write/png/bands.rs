//! A page as a file, band by band.

use std::io::{self, Write};
use std::ops::Range;

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter, PixelDimensions, SrgbRenderingIntent, Unit};
use resvg::tiny_skia::{Color, Pixmap};

use super::settings::{Ground, Settings};
use super::{MOST_BYTES, SOFTWARE};
use crate::write::Problem;

/// Rows of a band.
const ROWS: u32 = 256;
/// The painter paints no more columns at once: of wider things it divides what lies across them otherwise than where it lies elsewhere.
const WIDEST: u32 = 8000;
/// Wider bands are painted in strips of so many columns, each with some more on both sides that are not shown.
const STRIP: u32 = 4096;
const ASIDE: u32 = 8;
/// Characters of a title that a file says.
const TITLE: usize = 1000;

/// A page to be painted.
pub(super) struct Sheet {
    /// Pixels in a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    pub settings: Settings,
    /// What the page is called.
    pub title: String,
}

impl Sheet {
    /// The file. `paint` is given each band, or strip of one, with the numbers of its first column and its first row.
    ///
    /// # Errors
    /// When the file would have more than `most` bytes.
    pub fn encode(&self, most: usize, paint: impl FnMut(&mut Pixmap, (u32, u32))) -> Result<Vec<u8>, Problem> {
        let mut file = Bounded { bytes: Vec::new(), most, full: false };
        match self.stream(&mut file, paint) {
            Ok(()) => Ok(file.bytes),
            Err(_) if file.full => Err(Problem::Bytes { most: MOST_BYTES }),
            Err(error) => Err(Problem::library("png", "the picture", error)),
        }
    }

    fn stream(&self, file: &mut Bounded, mut paint: impl FnMut(&mut Pixmap, (u32, u32))) -> Result<(), EncodingError> {
        let mut encoded = self.encoder(file)?.write_header()?;
        let mut writer = encoded.stream_writer()?;
        let mut row = Vec::new();
        for top in (0..self.height).step_by(ROWS as usize) {
            let rows = ROWS.min(self.height - top);
            let mut strips = Vec::new();
            for (seen, painted) in self.strips() {
                let mut strip = Pixmap::new(painted.end - painted.start, rows).ok_or(EncodingError::LimitsExceeded)?;
                if self.settings.ground == Ground::White {
                    strip.fill(Color::WHITE);
                }
                paint(&mut strip, (painted.start, top));
                strips.push(((seen.start - painted.start) as usize, seen.len(), strip));
            }
            for line in 0..rows as usize {
                row.clear();
                for (first, count, strip) in &strips {
                    let pixels = strip.pixels().iter().skip(line * strip.width() as usize + first).take(*count);
                    match self.settings.ground {
                        Ground::White => row.extend(pixels.flat_map(|pixel| [pixel.red(), pixel.green(), pixel.blue()])),
                        Ground::Transparent => row.extend(pixels.flat_map(|pixel| {
                            let pixel = pixel.demultiply();
                            [pixel.red(), pixel.green(), pixel.blue(), pixel.alpha()]
                        })),
                    }
                }
                writer.write_all(&row)?;
            }
        }
        writer.finish()?;
        encoded.finish()
    }

    /// The columns of each strip: those that are shown, and those that are painted.
    fn strips(&self) -> Vec<(Range<u32>, Range<u32>)> {
        if self.width <= WIDEST {
            return vec![(0..self.width, 0..self.width)];
        }
        let strip = |start: u32| {
            let end = (start + STRIP).min(self.width);
            (start..end, start.saturating_sub(ASIDE)..(end + ASIDE).min(self.width))
        };
        (0..self.width).step_by(STRIP as usize).map(strip).collect()
    }

    fn encoder<'f>(&self, file: &'f mut Bounded) -> Result<Encoder<'static, &'f mut Bounded>, EncodingError> {
        let mut encoder = Encoder::new(file, self.width, self.height);
        encoder.set_color(match self.settings.ground {
            Ground::White => ColorType::Rgb,
            Ground::Transparent => ColorType::Rgba,
        });
        encoder.set_depth(BitDepth::Eight);
        encoder.set_source_srgb(SrgbRenderingIntent::Perceptual);
        encoder.set_compression(Compression::Balanced);
        // On plain surfaces and letters a row is best told by the one above it.
        encoder.set_filter(Filter::Up);
        let dots = self.settings.dpi.per_metre();
        encoder.set_pixel_dims(Some(PixelDimensions { xppu: dots, yppu: dots, unit: Unit::Meter }));
        encoder.add_text_chunk(SOFTWARE.0.to_owned(), SOFTWARE.1.to_owned())?;
        let title: String = self.title.chars().filter(|character| !character.is_control()).take(TITLE).collect();
        encoder.add_itxt_chunk("Title".to_owned(), title)?;
        Ok(encoder)
    }
}

/// Bytes of a file that may not become too large.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
    full: bool,
}

impl Write for Bounded {
    fn write(&mut self, more: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + more.len() > self.most {
            self.full = true;
            return Err(io::Error::other("the picture is too large"));
        }
        self.bytes.extend_from_slice(more);
        Ok(more.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_would_be_too_large_is_refused() {
        let sheet = Sheet { width: 300, height: 700, settings: Settings::default(), title: "A".into() };
        // No two pixels alike, so that nothing can be compressed.
        let mut state = 1_u32;
        let mut noise = |pixmap: &mut Pixmap, _: (u32, u32)| {
            for pixel in pixmap.data_mut().chunks_exact_mut(4) {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                pixel[..3].copy_from_slice(&state.to_be_bytes()[..3]);
            }
        };
        let whole = sheet.encode(MOST_BYTES, &mut noise).unwrap();
        assert!(whole.len() > 600_000, "{}", whole.len());
        assert!(matches!(sheet.encode(600_000, noise), Err(Problem::Bytes { most: MOST_BYTES })));
    }
}
