//! PNG files as pixels, whatever their colour type and depth.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Transformations};

use super::error::PictureError;
use super::kind::Kind;
use super::{jpeg, limits};
use crate::scene::Raster;

/// The pixels of the file (of an animated one: the still picture).
pub(super) fn decode(bytes: &[u8]) -> Result<Raster, PictureError> {
    let broken = |error: DecodingError| match error {
        DecodingError::LimitsExceeded => PictureError::Broken(Kind::Png, "its parts are larger than its size allows".into()),
        error => PictureError::Broken(Kind::Png, error.to_string().trim_end_matches('.').to_owned()),
    };
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: limits::FILE_BYTES });
    decoder.set_transformations(Transformations::normalize_to_color8() | Transformations::ALPHA);
    decoder.set_ignore_text_chunk(true);
    let header = decoder.read_header_info().map_err(broken)?;
    super::check_size(header.width.into(), header.height.into())?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let (width, height) = (reader.info().width, reader.info().height);
    let orientation = reader.info().exif_metadata.as_deref().and_then(jpeg::orientation).unwrap_or_default();
    let size = reader.output_buffer_size().filter(|size| *size as u64 <= limits::PIXELS * 4);
    let mut samples = vec![0; size.ok_or_else(|| broken(DecodingError::LimitsExceeded))?];
    let frame = reader.next_frame(&mut samples).map_err(broken)?;
    samples.truncate(frame.buffer_size());
    let rgba = match frame.color_type {
        ColorType::Rgba => samples,
        ColorType::GrayscaleAlpha => samples.chunks_exact(2).flat_map(|pixel| [pixel[0], pixel[0], pixel[0], pixel[1]]).collect(),
        // The transformations asked for leave none of these.
        ColorType::Grayscale | ColorType::Rgb | ColorType::Indexed => {
            return Err(PictureError::Unsupported(Kind::Png, "an unusual form of colour".into()));
        }
    };
    if (frame.width, frame.height) != (width, height) || rgba.len() as u64 != u64::from(width) * u64::from(height) * 4 {
        return Err(PictureError::Broken(Kind::Png, "its picture is not of the size that it says".into()));
    }
    Ok(Raster { width, height, rgba }.turned(orientation))
}
