//! At how many pixels a picture is made: as many as its frame can show, as seldom as will do.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use super::limits;
use crate::scene::{Mm, Raster, Size};

/// The pixels that were made of one picture.
#[derive(Debug)]
pub(super) struct Sizes {
    /// Pixels in all that may be made of it.
    share: AtomicU64,
    made: Mutex<Vec<Arc<Raster>>>,
}

/// What is known of a picture before it is made.
#[derive(Debug, Clone, Copy)]
pub(super) struct Measure {
    /// Width and height as it is seen, in units of its own.
    pub size: (f64, f64),
    /// Whether these are pixels, of which no more can be made.
    pub of_pixels: bool,
    /// Pixels at most, whatever the frame.
    pub most: f64,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { share: AtomicU64::new(limits::MADE_PIXELS), made: Mutex::default() }
    }
}

impl Sizes {
    /// Says how many pixels in all may be made of it.
    pub fn set_share(&self, pixels: u64) {
        self.share.store(pixels, Ordering::Relaxed);
    }

    /// How many times pixels were made.
    pub fn made(&self) -> usize {
        self.made.lock().unwrap_or_else(PoisonError::into_inner).len()
    }

    /// The pixels for a frame: those made before when they are enough, else as `make` brings them.
    pub fn shown(&self, frame: Size, measure: Measure, make: impl FnOnce((u32, u32)) -> Raster) -> Arc<Raster> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        let (width, height) = wanted(frame, measure);
        if let Some(enough) = made.iter().find(|raster| raster.width >= width && raster.height >= height) {
            return Arc::clone(enough);
        }
        let spent: u64 = made.iter().map(|raster| pixels((raster.width, raster.height))).sum();
        let left = self.share.load(Ordering::Relaxed).saturating_sub(spent);
        let size = within((width, height), left);
        if let Some(largest) = made.iter().max_by_key(|raster| pixels((raster.width, raster.height)))
            && pixels(size) <= pixels((largest.width, largest.height))
        {
            return Arc::clone(largest);
        }
        let raster = Arc::new(make(size));
        made.push(Arc::clone(&raster));
        raster
    }
}

fn pixels((width, height): (u32, u32)) -> u64 {
    u64::from(width) * u64::from(height)
}

/// The size that a frame can show. A picture of pixels is shown as it is, or made smaller in steps of 1 : √2, so that frames of about
/// the same size share one.
fn wanted(frame: Size, measure: Measure) -> (u32, u32) {
    const STEP: f64 = std::f64::consts::FRAC_1_SQRT_2;
    let (width, height) = measure.size;
    let inches = |length: Mm| (length.0 / 25.4).clamp(0.0, 1000.0);
    let shown = (inches(frame.width) / width).max(inches(frame.height) / height) * limits::RASTER_DPI;
    let mut scale = shown;
    if measure.of_pixels {
        scale = 1.0;
        while scale * STEP >= shown && scale > 1e-5 {
            scale *= STEP;
        }
    }
    let scale = scale.min((measure.most / (width * height)).sqrt());
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most the number of pixels of a picture")]
    let side = |side: f64| (side * scale).round().max(1.0) as u32;
    (side(width), side(height))
}

/// The size made so much smaller that it has no more pixels than there are left.
fn within((width, height): (u32, u32), left: u64) -> (u32, u32) {
    let all = pixels((width, height));
    if all <= left {
        return (width, height);
    }
    let scale = (left as f64 / all as f64).sqrt();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "smaller than it was")]
    let side = |side: u32| (f64::from(side) * scale).floor().max(1.0) as u32;
    (side(width), side(height))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PHOTO: Measure = Measure { size: (4000.0, 3000.0), of_pixels: true, most: 8e6 };

    fn frame(millimetres: f64) -> Size {
        Size { width: Mm(millimetres), height: Mm(millimetres * 0.75) }
    }

    #[test]
    fn a_frame_gets_the_pixels_that_it_can_show() {
        for (millimetres, expected) in [(84.6, (1000, 750)), (25.4, (354, 265)), (0.0, (1, 1)), (1e4, (3266, 2449))] {
            let (width, height) = wanted(frame(millimetres), PHOTO);
            assert_eq!((width, height), expected, "{millimetres}");
        }
        let small = Measure { size: (100.0, 75.0), ..PHOTO };
        assert_eq!(wanted(frame(200.0), small), (100, 75), "no more than there are");
        let vector = Measure { size: (4.0, 3.0), of_pixels: false, most: 8e6 };
        assert_eq!(wanted(frame(25.4), vector), (300, 225));
    }

    #[test]
    fn a_picture_is_made_once_for_all_frames_that_it_is_enough_for() {
        let (sizes, mut times) = (Sizes::default(), 0);
        let mut show = |millimetres: f64| {
            sizes.shown(frame(millimetres), PHOTO, |(width, height)| {
                times += 1;
                Raster { width, height, rgba: Vec::new() }
            })
        };
        let first = show(80.0);
        for millimetres in [80.0, 84.0, 70.0, 20.0, 0.0] {
            assert!(Arc::ptr_eq(&first, &show(millimetres)), "{millimetres}");
        }
        assert!(show(160.0).width > first.width);
        assert_eq!(times, 2);
    }

    #[test]
    fn all_that_is_made_of_a_picture_keeps_to_its_share() {
        let sizes = Sizes::default();
        sizes.set_share(1_000_000);
        let made = (1..200).map(|step| {
            let make = |(width, height)| Raster { width, height, rgba: Vec::new() };
            sizes.shown(frame(f64::from(step) * 2.0), PHOTO, make)
        });
        let mut all: Vec<_> = made.collect();
        all.dedup_by(|one, other| Arc::ptr_eq(one, other));
        let spent: u64 = all.iter().map(|raster| pixels((raster.width, raster.height))).sum();
        assert!(spent <= 1_000_000 && all.len() > 1, "{spent} in {}", all.len());
    }
}
