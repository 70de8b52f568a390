//! Compares two pictures of one page, drawn by programs that smooth edges in their own ways.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

/// The brightness of each pixel, row by row from the top: 0.0 is black, 1.0 is white.
pub struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<f32>,
}

impl Picture {
    /// Reads a PNG file.
    pub fn read(path: &Path) -> Self {
        let file = File::open(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let mut decoder = png::Decoder::new(BufReader::new(file));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let frame = reader.next_frame(&mut bytes).unwrap();
        let channels = frame.color_type.samples();
        let bright = |pixel: &[u8]| pixel[..channels.min(3)].iter().map(|byte| f32::from(*byte)).sum::<f32>();
        let full = 255.0 * channels.min(3) as f32;
        let pixels = bytes[..frame.buffer_size()].chunks_exact(channels).map(|pixel| bright(pixel) / full).collect();
        Self { width: frame.width as usize, height: frame.height as usize, pixels }
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (usize, usize) {
        (self.width, self.height)
    }

    /// The picture at half the size: each pixel is the mean of four.
    pub fn halved(&self) -> Self {
        let (width, height) = (self.width / 2, self.height / 2);
        let at = |x: usize, y: usize| self.pixels[y * self.width + x];
        let four = |x, y| (at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1)) / 4.0;
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| (2 * x, 2 * y))).map(|(x, y)| four(x, y)).collect();
        Self { width, height, pixels }
    }

    /// The greatest mean difference of brightness over any square of `side` pixels, and the left upper corner of that square.
    ///
    /// A mean over a square forgives how an edge is smoothed, and shows what stands elsewhere: both pictures are averaged over
    /// 3 × 3 pixels first, so that a shift by a fraction of a pixel counts little.
    pub fn worst_square(&self, other: &Self, side: usize) -> (f32, (usize, usize)) {
        let (width, height) = (self.width.min(other.width), self.height.min(other.height));
        let (a, b) = (self.blurred(), other.blurred());
        let mut worst = (0.0, (0, 0));
        for top in (0..height.saturating_sub(side)).step_by(side / 2) {
            for left in (0..width.saturating_sub(side)).step_by(side / 2) {
                let row = |y: usize| (left..left + side).map(move |x| (x, y));
                let places = (top..top + side).flat_map(row);
                let sum: f32 = places.map(|(x, y)| (a[y * self.width + x] - b[y * other.width + x]).abs()).sum();
                let mean = sum / (side * side) as f32;
                if mean > worst.0 {
                    worst = (mean, (left, top));
                }
            }
        }
        worst
    }

    fn blurred(&self) -> Vec<f32> {
        let at = |x: usize, y: usize| self.pixels[y * self.width + x];
        let near = |i: usize, end: usize| i.saturating_sub(1)..=(i + 1).min(end - 1);
        let mean = |x: usize, y: usize| {
            let (mut sum, mut count) = (0.0, 0.0);
            for v in near(y, self.height) {
                for u in near(x, self.width) {
                    sum += at(u, v);
                    count += 1.0;
                }
            }
            sum / count
        };
        (0..self.height).flat_map(|y| (0..self.width).map(move |x| (x, y))).map(|(x, y)| mean(x, y)).collect()
    }
}
