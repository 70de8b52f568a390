//! Pictures of a journey: from the bytes of a file to what a scene can show, within documented limits.
//!
//! PNG, JPEG and SVG are told apart by their content. What comes out has been decoded once, so that nothing can go wrong later: a
//! file of pixels that are there, a JPEG that can be read and is turned upright, a drawing of plain shapes. Pixels are made when a
//! frame asks for them, no more than it can show; so is an SVG that is more than plain shapes (gradients, masks, filters,
//! translucency). Nothing in a picture is run, and nothing that it refers to is fetched. No file is touched here: [`batch`](crate::batch) brings the bytes.

pub(crate) mod drawn;
mod error;
mod gallery;
mod jpeg;
mod kind;
pub mod limits;
mod png;
mod shrink;
mod sizes;
pub mod source;
mod svg;

use std::sync::Arc;

use crate::defect::caught;
use crate::scene::{ImageData, Jpeg, Orientation, Raster, Size};
use sizes::{Measure, Sizes};

pub use error::{Alike, Difference, Excess, PictureError};
pub use gallery::{Fetch, Gallery};
pub use kind::Kind;

/// A picture that can be shown.
#[derive(Debug)]
pub struct Artwork {
    content: Content,
    /// The pixels that were made of it.
    sizes: Sizes,
}

#[derive(Debug)]
enum Content {
    /// The same at any size.
    Ready(ImageData),
    /// A file that is decoded at the size at which it is shown.
    Pixels(Stored),
    /// An SVG that has to be made into pixels.
    Painting(Box<svg::Painting>),
}

/// Whether a file is a picture of one of the kinds that can be shown, by its first 64 KiB.
#[must_use]
pub fn is_picture(start: &[u8]) -> bool {
    kind::kind(start).is_ok()
}

/// A file that was found to be sound.
#[derive(Debug)]
struct Stored {
    kind: Kind,
    width: u32,
    height: u32,
    orientation: Orientation,
    bytes: Vec<u8>,
}

/// Decodes a picture.
///
/// # Errors
/// When it is of no kind that can be shown, is damaged, or passes a limit.
pub fn decode(bytes: &[u8]) -> Result<Artwork, PictureError> {
    decode_within(bytes, &mut { u64::MAX })
}

/// Decodes a picture and takes the pixels that this costs from those that are left.
fn decode_within(bytes: &[u8], left: &mut u64) -> Result<Artwork, PictureError> {
    let kind = kind::kind(bytes).map_err(PictureError::OtherKind)?;
    let limit = if kind == Kind::Svg { limits::SVG_BYTES } else { limits::FILE_BYTES };
    if bytes.len() > limit {
        return Err(PictureError::TooLarge(Excess::Bytes { limit }));
    }
    let mut spend = |work: u64| {
        *left = left.checked_sub(work).ok_or(PictureError::TooLarge(Excess::Work))?;
        Ok(())
    };
    let decoded = caught(|| match kind {
        Kind::Png => {
            let png::Header { width, height, orientation } = png::header(bytes)?;
            spend(u64::from(width) * u64::from(height))?;
            png::check(bytes)?;
            Ok(Content::Pixels(Stored { kind, width, height, orientation, bytes: bytes.to_vec() }))
        }
        Kind::Jpeg => {
            let jpeg = jpeg::look(bytes)?;
            spend(jpeg.work)?;
            if jpeg.is_for_print() {
                let (width, height, orientation) = (jpeg.width, jpeg.height, jpeg.orientation);
                jpeg::pixels(bytes, (1, 1))?;
                return Ok(Content::Pixels(Stored { kind, width, height, orientation, bytes: bytes.to_vec() }));
            }
            jpeg.file(bytes).map(|jpeg| Content::Ready(ImageData::Jpeg(jpeg.into())))
        }
        Kind::Svg => svg::decode(bytes, &mut spend),
    });
    // A decoder that gives up on a file must not take the other files with it.
    let content = decoded.unwrap_or_else(|_| Err(PictureError::Broken(kind, "it cannot be read".into())))?;
    Ok(Artwork { content, sizes: Sizes::default() })
}

impl Artwork {
    /// Width and height as it is seen, in units of its own: what counts is how they relate.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        match &self.content {
            Content::Ready(data) => data.size(),
            Content::Pixels(stored) => stored.size(),
            Content::Painting(painting) => painting.size(),
        }
    }

    /// What a scene shows in a frame of a size: of a picture that is made into pixels as many as the frame can show at 300 dots an
    /// inch. What was made for one frame is shown in every other that it is enough for, as the same `Arc`, which writers write once.
    #[must_use]
    pub fn data(&self, frame: Size) -> ImageData {
        let measure = |of_pixels, most| Measure { size: self.size(), of_pixels, most };
        match &self.content {
            Content::Ready(data) => data.clone(),
            Content::Pixels(stored) => {
                let make = |size| stored.pixels(size);
                ImageData::Raster(self.sizes.shown(frame, measure(true, limits::RASTER_PIXELS), make))
            }
            Content::Painting(painting) => {
                let make = |size| painting.paint(size);
                ImageData::Raster(self.sizes.shown(frame, measure(false, painting.most()), make))
            }
        }
    }

    /// The same in pixels, whatever it is, for formats that know nothing else.
    #[must_use]
    pub fn pixels(&self, frame: Size) -> Arc<Raster> {
        let measure = |of_pixels| Measure { size: self.size(), of_pixels, most: limits::RASTER_PIXELS };
        match self.data(frame) {
            ImageData::Raster(raster) => raster,
            ImageData::Drawing(drawing) => self.sizes.shown(frame, measure(false), |size| drawn::pixels(&drawing, size)),
            ImageData::Jpeg(jpeg) => self.sizes.shown(frame, measure(true), |size| Stored::of(&jpeg).pixels(size)),
        }
    }

    /// How many times pixels were made of it.
    #[must_use]
    pub fn made(&self) -> usize {
        self.sizes.made()
    }

    /// About how many bytes it takes in memory, but for the pixels that are made of it.
    fn weight(&self) -> u64 {
        match &self.content {
            Content::Ready(ImageData::Raster(raster)) => raster.rgba.len() as u64,
            Content::Ready(ImageData::Jpeg(jpeg)) => jpeg.bytes.len() as u64,
            Content::Ready(ImageData::Drawing(drawing)) => {
                drawing.shapes.iter().map(|shape| 100 + size_of_val(shape.segments.as_slice()) as u64).sum()
            }
            Content::Pixels(stored) => stored.bytes.len() as u64,
            Content::Painting(painting) => painting.weight(),
        }
    }

    /// Says among how many pictures what may be made is shared.
    fn share(&self, among: usize) {
        let pixels = limits::MADE_PIXELS / among as u64;
        self.sizes.set_share(match &self.content {
            Content::Painting(painting) => pixels.min(painting.most_among(among)),
            Content::Ready(_) | Content::Pixels(_) => pixels,
        });
    }

    /// Whether pixels are made of it.
    fn is_made(&self) -> bool {
        match &self.content {
            Content::Ready(_) => false,
            Content::Pixels(_) | Content::Painting(_) => true,
        }
    }
}

impl Stored {
    /// A JPEG file that was found to be sound.
    fn of(jpeg: &Jpeg) -> Self {
        let Jpeg { width, height, orientation, bytes, .. } = jpeg;
        Self { kind: Kind::Jpeg, width: *width, height: *height, orientation: *orientation, bytes: bytes.clone() }
    }

    /// Width and height as it is seen.
    fn size(&self) -> (f64, f64) {
        let (width, height) = (f64::from(self.width), f64::from(self.height));
        if self.orientation.swaps_sides() { (height, width) } else { (width, height) }
    }

    /// The pixels at a size as it is seen. A file that was decoded once is decoded again; should it not be, nothing is seen of it.
    fn pixels(&self, (width, height): (u32, u32)) -> Raster {
        let size = if self.orientation.swaps_sides() { (height, width) } else { (width, height) };
        let decoded = caught(|| match self.kind {
            Kind::Jpeg => jpeg::pixels(&self.bytes, size),
            Kind::Png | Kind::Svg => png::pixels(&self.bytes, size),
        });
        let empty = || Raster { width: size.0, height: size.1, rgba: vec![0; size.0 as usize * size.1 as usize * 4] };
        decoded.ok().and_then(Result::ok).unwrap_or_else(empty).turned(self.orientation)
    }
}

/// The pixels of a JPEG file that a scene shows, turned to be seen upright: as many as are asked for, and no more than it has.
pub(crate) fn jpeg_pixels(jpeg: &Jpeg, (width, height): (u32, u32)) -> Raster {
    let (across, down) = if jpeg.orientation.swaps_sides() { (jpeg.height, jpeg.width) } else { (jpeg.width, jpeg.height) };
    Stored::of(jpeg).pixels((width.clamp(1, across), height.clamp(1, down)))
}

/// Refuses a picture of pixels by its header, before there is a pixel.
fn check_size(width: u64, height: u64) -> Result<(), PictureError> {
    let side = u64::from(limits::SIDE);
    if width > side || height > side || width * height > limits::PIXELS {
        return Err(PictureError::TooLarge(Excess::Pixels { width, height }));
    }
    Ok(())
}
