//! Pictures of a journey: from the bytes of a file to what a scene can show, within documented limits.
//!
//! PNG, JPEG and SVG are told apart by their content. What comes out has been decoded once, so that nothing can go wrong later:
//! pixels that are there, a JPEG that can be read and is turned upright, a drawing of plain shapes. An SVG that is more than that
//! (gradients, masks, filters, translucency) is made into pixels at the size at which it is shown. Nothing in a picture is run,
//! and nothing that it refers to is fetched. No file is touched here: [`batch`](crate::batch) brings the bytes.

mod error;
mod gallery;
mod jpeg;
mod kind;
pub mod limits;
mod png;
pub mod source;
mod svg;

use crate::defect::caught;
use crate::scene::{ImageData, Size};
pub use error::{Alike, Difference, Excess, PictureError};
pub use gallery::{Fetch, Gallery};
pub use kind::Kind;

/// A picture that can be shown.
#[derive(Debug)]
pub struct Artwork(Content);

#[derive(Debug)]
enum Content {
    /// The same at any size.
    Ready(ImageData),
    /// An SVG that has to be made into pixels.
    Painting(Box<svg::Painting>),
}

/// Whether a file is a picture of one of the kinds that can be shown, by its first 64 KiB.
#[must_use]
pub fn is_picture(start: &[u8]) -> bool {
    kind::kind(start).is_ok()
}

/// Decodes a picture.
///
/// # Errors
/// When it is of no kind that can be shown, is damaged, or passes a limit.
pub fn decode(bytes: &[u8]) -> Result<Artwork, PictureError> {
    let kind = kind::kind(bytes).map_err(PictureError::OtherKind)?;
    let limit = if kind == Kind::Svg { limits::SVG_BYTES } else { limits::FILE_BYTES };
    if bytes.len() > limit {
        return Err(PictureError::TooLarge(Excess::Bytes { limit }));
    }
    let decoded = caught(|| match kind {
        Kind::Png => png::decode(bytes).map(|raster| Content::Ready(ImageData::Raster(raster.into()))),
        Kind::Jpeg => jpeg::decode(bytes).map(Content::Ready),
        Kind::Svg => svg::decode(bytes),
    });
    // A decoder that gives up on a file must not take the other files with it.
    decoded.unwrap_or_else(|_| Err(PictureError::Broken(kind, "it cannot be read".into()))).map(Artwork)
}

impl Artwork {
    /// Width and height as it is seen, in units of its own: what counts is how they relate.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        match &self.0 {
            Content::Ready(data) => data.size(),
            Content::Painting(painting) => painting.size(),
        }
    }

    /// What a scene shows in a frame of a size. Asked for twice, it is the same `Arc`, which writers write once.
    #[must_use]
    pub fn data(&self, frame: Size) -> ImageData {
        match &self.0 {
            Content::Ready(data) => data.clone(),
            Content::Painting(painting) => ImageData::Raster(painting.pixels(frame)),
        }
    }

    /// About how many bytes it takes in memory.
    fn weight(&self) -> u64 {
        match &self.0 {
            Content::Ready(ImageData::Raster(raster)) => raster.rgba.len() as u64,
            Content::Ready(ImageData::Jpeg(jpeg)) => jpeg.bytes.len() as u64,
            Content::Ready(ImageData::Drawing(drawing)) => {
                drawing.shapes.iter().map(|shape| 100 + size_of_val(shape.segments.as_slice()) as u64).sum()
            }
            Content::Painting(_) => limits::SVG_BYTES as u64,
        }
    }
}

/// Refuses a picture of pixels by its header, before there is a pixel.
fn check_size(width: u64, height: u64) -> Result<(), PictureError> {
    let side = u64::from(limits::SIDE);
    if width > side || height > side || width * height > limits::PIXELS {
        return Err(PictureError::TooLarge(Excess::Pixels { width, height }));
    }
    Ok(())
}
