//! PNG files as pixels, whatever their colour type and depth, at the size at which they are shown.

use std::io::Cursor;

use png::{ColorType, Decoder, DecodingError, Limits, Reader, Transformations};

use super::error::PictureError;
use super::kind::Kind;
use super::shrink::Shrink;
use super::{jpeg, limits};
use crate::scene::{Orientation, Raster};

/// What the header of a file says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Header {
    pub width: u32,
    pub height: u32,
    /// How the stored pixels are turned to be seen upright.
    pub orientation: Orientation,
}

/// Looks at the header.
///
/// # Errors
/// When it is damaged or speaks of more pixels than the limit.
pub(super) fn header(bytes: &[u8]) -> Result<Header, PictureError> {
    open(bytes).map(|(header, _)| header)
}

/// Decodes all of the file, to see that it can be; nothing is kept.
///
/// # Errors
/// When it is damaged.
pub(super) fn check(bytes: &[u8]) -> Result<(), PictureError> {
    rows(bytes, &mut |_, _| ())
}

/// The pixels of the file (of an animated one: the still picture), as stored, made smaller to a size that is no larger.
///
/// # Errors
/// When it is damaged.
pub(super) fn pixels(bytes: &[u8], size: (u32, u32)) -> Result<Raster, PictureError> {
    let header = header(bytes)?;
    let mut shrink = Shrink::new((header.width, header.height), size);
    rows(bytes, &mut |channels, samples| shrink.take(channels, samples))?;
    shrink.finish().ok_or_else(other_size)
}

type Open<'a> = Reader<Cursor<&'a [u8]>>;

fn open(bytes: &[u8]) -> Result<(Header, Open<'_>), PictureError> {
    let mut decoder = Decoder::new_with_limits(Cursor::new(bytes), Limits { bytes: limits::FILE_BYTES });
    decoder.set_transformations(Transformations::normalize_to_color8());
    decoder.set_ignore_text_chunk(true);
    let header = decoder.read_header_info().map_err(|error| broken(&error))?;
    super::check_size(header.width.into(), header.height.into())?;
    let reader = decoder.read_info().map_err(|error| broken(&error))?;
    let info = reader.info();
    let orientation = info.exif_metadata.as_deref().and_then(jpeg::orientation).unwrap_or_default();
    Ok((Header { width: info.width, height: info.height, orientation }, reader))
}

/// Brings every row from the top, each with its number of channels. Of an interlaced file, whose rows come in seven passes, all pixels
/// are in memory for as long as that takes: at most 200 MB.
fn rows(bytes: &[u8], take: &mut dyn FnMut(usize, &[u8])) -> Result<(), PictureError> {
    let (header, mut reader) = open(bytes)?;
    let channels = match reader.output_color_type().0 {
        ColorType::Grayscale => 1,
        ColorType::GrayscaleAlpha => 2,
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        // The transformations asked for leave none of these.
        ColorType::Indexed => return Err(PictureError::Unsupported(Kind::Png, "an unusual form of colour".into())),
    };
    let row = header.width as usize * channels;
    if reader.info().interlaced {
        let size = reader.output_buffer_size().filter(|size| *size == row * header.height as usize);
        let mut samples = vec![0; size.ok_or_else(other_size)?];
        reader.next_frame(&mut samples).map_err(|error| broken(&error))?;
        samples.chunks_exact(row).for_each(|samples| take(channels, samples));
        return Ok(());
    }
    for _ in 0..header.height {
        let samples = reader.next_row().map_err(|error| broken(&error))?.ok_or_else(other_size)?;
        let samples = samples.data().get(..row).ok_or_else(other_size)?;
        take(channels, samples);
    }
    // What follows the last row is checked when there is to be another.
    if reader.next_row().map_err(|error| broken(&error))?.is_some() { Err(other_size()) } else { Ok(()) }
}

fn broken(error: &DecodingError) -> PictureError {
    let reason = match error {
        DecodingError::LimitsExceeded => "its parts are larger than its size allows".to_owned(),
        error => error.to_string().trim_end_matches('.').to_owned(),
    };
    PictureError::Broken(Kind::Png, reason)
}

fn other_size() -> PictureError {
    PictureError::Broken(Kind::Png, "its picture is not of the size that it says".into())
}
