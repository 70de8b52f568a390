//! Rows of pixels made into a smaller picture while they are decoded: each pixel of the smaller one is the mean of the area that it
//! stands for. In whole numbers, so that it is the same everywhere, and with no more in memory than two rows.

use crate::scene::Raster;

/// A picture that is being made smaller.
pub(super) struct Shrink {
    from: (usize, usize),
    to: (usize, usize),
    /// Where each column goes.
    columns: Vec<Span>,
    /// Sums over a row: red, green and blue by alpha, and alpha.
    row: Vec<u32>,
    /// Sums over the rows of the pixels at hand.
    sums: Vec<u64>,
    /// How many rows were taken.
    taken: usize,
    rgba: Vec<u8>,
}

/// What a row or column of the source adds to one or two neighbouring ones of the result.
#[derive(Clone, Copy)]
struct Span {
    to: usize,
    /// Its share in that one, and in the next.
    shares: [u32; 2],
}

impl Span {
    /// The place of a row or column among `from` that become `to`, of which there are no more. Shares count in parts of which one of
    /// the source has `to` and one of the result has `from`.
    fn of(index: usize, from: usize, to: usize) -> Self {
        let start = index * to;
        let first = start / from;
        let here = ((first + 1) * from - start).min(to);
        let share = |parts: usize| u32::try_from(parts).unwrap_or(u32::MAX);
        Self { to: first, shares: [share(here), share(to - here)] }
    }
}

impl Shrink {
    /// Between sizes in pixels; the second is at least 1 and at most the first, which is at most 16,384 a side.
    pub fn new(from: (u32, u32), to: (u32, u32)) -> Self {
        let whole = |(width, height): (u32, u32)| (width as usize, height as usize);
        let (from, to) = (whole(from), whole(to));
        let columns = (0..from.0).map(|column| Span::of(column, from.0, to.0)).collect();
        let (row, sums) = (vec![0; to.0 * 4], vec![0; to.0 * 4]);
        Self { from, to, columns, row, sums, taken: 0, rgba: Vec::with_capacity(to.0 * to.1 * 4) }
    }

    /// Takes the next row: samples of 1 (grey), 2 (grey and alpha), 3 (colours) or 4 (colours and alpha) channels.
    pub fn take(&mut self, channels: usize, samples: &[u8]) {
        if self.taken >= self.from.1 {
            return;
        }
        let pixels = samples.chunks_exact(channels.max(1)).map(rgba).take(self.from.0);
        if self.from == self.to {
            self.rgba.extend(pixels.flatten());
            self.taken += 1;
            return;
        }
        self.row.fill(0);
        for ([red, green, blue, alpha], span) in pixels.zip(&self.columns) {
            let [red, green, blue, alpha] = [red, green, blue, alpha].map(u32::from);
            let sums = [red * alpha, green * alpha, blue * alpha, alpha];
            for (step, share) in span.shares.into_iter().enumerate().filter(|(_, share)| *share > 0) {
                let at = (span.to + step) * 4;
                for (sum, more) in self.row[at..at + 4].iter_mut().zip(sums) {
                    *sum += share * more;
                }
            }
        }
        let span = Span::of(self.taken, self.from.1, self.to.1);
        self.taken += 1;
        self.add(span.shares[0]);
        let whole = self.taken * self.to.1 >= (span.to + 1) * self.from.1;
        if whole {
            self.finish_row();
        }
        if span.shares[1] > 0 {
            self.add(span.shares[1]);
        }
    }

    fn add(&mut self, share: u32) {
        for (sum, more) in self.sums.iter_mut().zip(&self.row) {
            *sum += u64::from(share) * u64::from(*more);
        }
    }

    fn finish_row(&mut self) {
        let area = (self.from.0 * self.from.1) as u64;
        let byte = |sum: u64, of: u64| u8::try_from((sum + of / 2) / of).unwrap_or(u8::MAX);
        for sums in self.sums.chunks_exact(4) {
            let colour = |sum: u64| if sums[3] == 0 { 0 } else { byte(sum, sums[3]) };
            self.rgba.extend([colour(sums[0]), colour(sums[1]), colour(sums[2]), byte(sums[3], area)]);
        }
        self.sums.fill(0);
    }

    /// The smaller picture; `None` when rows are missing.
    pub fn finish(self) -> Option<Raster> {
        let side = |length: usize| u32::try_from(length).ok();
        let whole = self.rgba.len() == self.to.0 * self.to.1 * 4;
        Some(Raster { width: side(self.to.0)?, height: side(self.to.1)?, rgba: self.rgba }).filter(|_| whole)
    }
}

fn rgba(samples: &[u8]) -> [u8; 4] {
    match *samples {
        [grey] => [grey, grey, grey, u8::MAX],
        [grey, alpha] => [grey, grey, grey, alpha],
        [red, green, blue] => [red, green, blue, u8::MAX],
        [red, green, blue, alpha, ..] => [red, green, blue, alpha],
        [] => [0; 4],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shrunk(from: (u32, u32), to: (u32, u32), channels: usize, samples: &[u8]) -> Vec<u8> {
        let mut shrink = Shrink::new(from, to);
        samples.chunks_exact(from.0 as usize * channels).for_each(|row| shrink.take(channels, row));
        let raster = shrink.finish().unwrap();
        assert_eq!((raster.width, raster.height), to);
        raster.rgba
    }

    #[test]
    fn a_pixel_is_the_mean_of_its_area() {
        let grey = |rgba: Vec<u8>| rgba.chunks_exact(4).map(|pixel| pixel[0]).collect::<Vec<_>>();
        assert_eq!(grey(shrunk((4, 2), (2, 1), 1, &[0, 100, 10, 10, 200, 100, 30, 30])), [100, 20]);
        // Three columns become two: the middle one is shared.
        assert_eq!(grey(shrunk((3, 1), (2, 1), 1, &[0, 90, 180])), [30, 150]);
        assert_eq!(grey(shrunk((1, 3), (1, 2), 1, &[0, 90, 180])), [30, 150]);
        assert_eq!(
            shrunk((2, 1), (1, 1), 4, &[200, 0, 0, 255, 0, 255, 0, 0]),
            [200, 0, 0, 128],
            "what is not seen has no colour"
        );
        assert_eq!(shrunk((2, 1), (2, 1), 4, &[1, 2, 3, 0, 4, 5, 6, 7]), [1, 2, 3, 0, 4, 5, 6, 7], "the same size is the same");
        assert_eq!(shrunk((2, 1), (1, 1), 2, &[9, 255, 9, 255]), [9, 9, 9, 255]);
    }

    #[test]
    fn one_colour_stays_one_colour_at_any_size() {
        for (from, to) in [((7, 5), (3, 2)), ((100, 1), (99, 1)), ((13, 17), (1, 1)), ((16_384, 1), (5, 1))] {
            let samples = [250, 3, 77].repeat(from.0 as usize * from.1 as usize);
            let expected = [250, 3, 77, 255].repeat(to.0 as usize * to.1 as usize);
            assert_eq!(shrunk(from, to, 3, &samples), expected, "{from:?} {to:?}");
        }
    }

    #[test]
    fn a_picture_without_its_last_row_is_none() {
        let mut shrink = Shrink::new((2, 3), (1, 2));
        shrink.take(1, &[1, 2]);
        shrink.take(1, &[1, 2]);
        assert!(shrink.finish().is_none());
    }
}
