//! JPEG files, kept as they are but for the notes that cameras make: they are looked through, and decoded once to see that they can
//! be. Those for a printing press become pixels.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::error::{Excess, PictureError};
use super::kind::Kind;
use super::limits;
use super::shrink::Shrink;
use crate::scene::{Jpeg, Orientation, Raster};

/// What precedes a piece of a profile (ICC.1:2022, B.4), and an Exif note.
const ICC: &[u8] = b"ICC_PROFILE\0";
const EXIF: &[u8] = b"Exif\0\0";

/// A file that was looked through.
pub(super) struct Checked {
    /// Pixels in a row and rows, as stored.
    pub width: u32,
    pub height: u32,
    pub orientation: Orientation,
    /// Pixels in all scans.
    pub work: u64,
    channels: u8,
    found: Found,
}

/// Looks through the file.
///
/// # Errors
/// When it is of a kind that cannot be shown, is damaged, or would take more time or memory than the limits.
pub(super) fn look(bytes: &[u8]) -> Result<Checked, PictureError> {
    let found = look_through(bytes)?;
    let Frame { width, height, channels, .. } = found.frame;
    match channels {
        1 | 3 => {}
        4 if found.adobe => {}
        4 => return Err(unsupported("four channels whose colours it does not name")),
        _ => return Err(unsupported("an unusual number of channels")),
    }
    let work = found.scans * u64::from(width) * u64::from(height);
    let orientation = found.orientation;
    Ok(Checked { width: width.into(), height: height.into(), orientation, work, channels, found })
}

impl Checked {
    /// Whether it is in the colours of a printing press, which screens do not have.
    pub fn is_for_print(&self) -> bool {
        self.channels == 4
    }

    /// Decodes all of the file, to see that it can be, and keeps it as it is but for its notes.
    ///
    /// # Errors
    /// When it is damaged.
    pub fn file(self, bytes: &[u8]) -> Result<Jpeg, PictureError> {
        samples(bytes, self.found.frame, false)?;
        let Self { width, height, orientation, channels, found, .. } = self;
        let (grey, bytes, profile) = (channels == 1, found.file(bytes), found.profile);
        Ok(Jpeg { width, height, grey, orientation, profile, bytes })
    }
}

/// The pixels of a file in the colours of a screen, as stored, made smaller to a size that is no larger.
///
/// # Errors
/// When it is damaged.
pub(super) fn pixels(bytes: &[u8], size: (u32, u32)) -> Result<Raster, PictureError> {
    let frame = look_through(bytes)?.frame;
    let (decoded, channels) = samples(bytes, frame, true)?;
    let mut shrink = Shrink::new((frame.width.into(), frame.height.into()), size);
    decoded.chunks_exact(usize::from(frame.width) * channels).for_each(|row| shrink.take(channels, row));
    shrink.finish().ok_or_else(|| broken("its picture is not of the size that it says"))
}

/// What the decoder makes of a file, and how many samples a pixel has: one where it is grey, or in colours that nobody is to see.
fn samples(bytes: &[u8], frame: Frame, seen: bool) -> Result<(Vec<u8>, usize), PictureError> {
    let side = limits::SIDE as usize;
    // Without instructions that only some machines have: the same pixels everywhere.
    let options = DecoderOptions::default()
        .set_use_unsafe(false)
        .set_max_width(side)
        .set_max_height(side)
        .jpeg_set_max_scans(limits::JPEG_SCANS);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().map_err(|error| broken(&error.to_string()))?;
    let space = match decoder.input_colorspace() {
        Some(ColorSpace::Luma) => ColorSpace::Luma,
        Some(ColorSpace::YCbCr) if !seen => ColorSpace::Luma,
        _ => ColorSpace::RGB,
    };
    if frame.memory(space.num_components()) > limits::DECODING_BYTES {
        return Err(PictureError::TooLarge(Excess::Memory { bytes: frame.memory(space.num_components()) }));
    }
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options.jpeg_set_out_colorspace(space));
    let decoded = decoder.decode().map_err(|error| broken(&error.to_string()))?;
    Ok((decoded, space.num_components()))
}

fn broken(reason: &str) -> PictureError {
    PictureError::Broken(Kind::Jpeg, reason.to_owned())
}

fn unsupported(what: &str) -> PictureError {
    PictureError::Unsupported(Kind::Jpeg, what.to_owned())
}

/// What the header of the picture says.
#[derive(Clone, Copy)]
struct Frame {
    width: u16,
    height: u16,
    channels: u8,
    /// Coefficients that are in memory at once for a pixel, times 16: all of them where the picture comes in several scans.
    kept: u32,
}

impl Frame {
    /// Bytes that decoding takes with so many samples a pixel.
    fn memory(self, samples: usize) -> u64 {
        // A coefficient has two bytes.
        let pixels = u64::from(self.width) * u64::from(self.height);
        pixels * samples as u64 + pixels * u64::from(self.kept) * 2 / 16
    }
}

/// What a file is made of.
struct Found {
    frame: Frame,
    /// How often it goes over the picture.
    scans: u64,
    orientation: Orientation,
    adobe: bool,
    profile: Option<Vec<u8>>,
    /// The ranges of the file that make the picture, in order.
    pieces: Vec<Piece>,
}

struct Piece {
    range: std::ops::Range<usize>,
    profile: bool,
}

impl Found {
    /// The file without its notes, and without a profile that cannot be used.
    fn file(&self, bytes: &[u8]) -> Vec<u8> {
        let kept = self.pieces.iter().filter(|piece| !piece.profile || self.profile.is_some());
        kept.flat_map(|piece| &bytes[piece.range.clone()]).copied().collect()
    }
}

/// Looks through the segments of a file (ITU-T T.81, annex B) up to its end; what follows is left out.
fn look_through(bytes: &[u8]) -> Result<Found, PictureError> {
    let early = || broken("it ends too early");
    let mut frame = None;
    let (mut orientation, mut adobe, mut scans, mut progressive) = (None, false, 0_u64, false);
    let mut profile: Vec<(u8, u8, &[u8])> = Vec::new();
    let mut pieces = vec![Piece { range: 0..2, profile: false }];
    let mut at = 2;
    loop {
        let start = at;
        while *bytes.get(at).ok_or_else(early)? != 0xFF {
            at += 1;
        }
        while *bytes.get(at).ok_or_else(early)? == 0xFF {
            at += 1;
        }
        let (marker, marked) = (bytes[at], at - 1);
        at += 1;
        match marker {
            0xD9 => {
                pieces.push(Piece { range: marked..at, profile: false });
                break;
            }
            0x00 | 0x01 | 0xD0..=0xD8 => continue,
            _ if marked > start + 64 => return Err(broken("there is something else between its parts")),
            _ => {}
        }
        let length = bytes.get(at..at + 2).map(|length| usize::from(length[0]) << 8 | usize::from(length[1]));
        let body = length.and_then(|length| bytes.get(at + 2..(at + length).max(at + 2))).ok_or_else(early)?;
        at += 2 + body.len();
        let mut keep = |range, profile| pieces.push(Piece { range, profile });
        match marker {
            0xC0..=0xC2 => {
                if frame.is_some() {
                    return Err(broken("it holds two pictures in one"));
                }
                frame = Some(Frame { kept: kept(body), ..frame_of(body)? });
                progressive = marker == 0xC2;
                keep(marked..at, false);
            }
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => return Err(unsupported("lossless or arithmetic coding")),
            0xDA => {
                scans += 1;
                at += scan_length(&bytes[at..]);
                keep(marked..at, false);
            }
            0xE1 => orientation = orientation.or_else(|| body.strip_prefix(EXIF).and_then(self::orientation)),
            0xE2 => {
                if let Some([number, count, rest @ ..]) = body.strip_prefix(ICC) {
                    profile.push((*number, *count, rest));
                    keep(marked..at, true);
                }
            }
            0xEE => {
                adobe |= body.starts_with(b"Adobe");
                keep(marked..at, false);
            }
            // Notes of applications, and remarks.
            0xE3..=0xED | 0xEF | 0xFE => {}
            _ => keep(marked..at, false),
        }
    }
    let mut frame: Frame = frame.filter(|_| scans > 0).ok_or_else(|| broken("there is no picture in it"))?;
    let (width, height) = (u64::from(frame.width), u64::from(frame.height));
    if scans > limits::JPEG_SCANS as u64 || scans * width * height > limits::JPEG_WORK {
        return Err(PictureError::TooLarge(Excess::Scans { scans, width, height }));
    }
    if !progressive && scans == 1 {
        frame.kept = 0;
    }
    let profile = whole_profile(profile, frame.channels);
    Ok(Found { frame, scans, orientation: orientation.unwrap_or_default(), adobe, profile, pieces })
}

/// Coefficients for a pixel, times 16, by the sampling of the channels (ITU-T T.81, B.2.2).
fn kept(body: &[u8]) -> u32 {
    let factors = body.get(6..).unwrap_or_default().chunks_exact(3).map(|channel| (channel[1] >> 4, channel[1] & 0xF));
    let most = factors.clone().fold((1, 1), |most, factor| (most.0.max(factor.0), most.1.max(factor.1)));
    let area = |(across, down): (u8, u8)| u32::from(across) * u32::from(down);
    factors.map(|factor| (area(factor) * 16).div_ceil(area(most))).sum()
}

fn frame_of(body: &[u8]) -> Result<Frame, PictureError> {
    let [precision, h1, h0, w1, w0, channels, ..] = *body else { return Err(broken("its header is too short")) };
    let (width, height) = (u16::from_be_bytes([w1, w0]), u16::from_be_bytes([h1, h0]));
    if precision != 8 {
        return Err(unsupported("more than 8 bits a colour"));
    }
    super::check_size(width.into(), height.into())?;
    Ok(Frame { width, height, channels, kept: 0 })
}

/// The length of the coded data at the start of `bytes`: up to a marker that is neither a restart nor stuffing.
fn scan_length(bytes: &[u8]) -> usize {
    let marker = |pair: &[u8]| pair[0] == 0xFF && !matches!(pair[1], 0x00 | 0xD0..=0xD7);
    bytes.windows(2).position(marker).unwrap_or(bytes.len())
}

/// The pieces of a profile put together, when none is missing and it describes as many channels as the picture has.
fn whole_profile(mut pieces: Vec<(u8, u8, &[u8])>, channels: u8) -> Option<Vec<u8>> {
    pieces.sort_by_key(|(number, ..)| *number);
    let whole = pieces.iter().zip(1..).all(|((number, count, _), index)| *number == index && usize::from(*count) == pieces.len());
    let profile: Vec<u8> = pieces.iter().flat_map(|(.., rest)| *rest).copied().collect();
    let space: &[u8] = if channels == 1 { b"GRAY" } else { b"RGB " };
    let sound = profile.get(36..40) == Some(b"acsp") && profile.get(16..20) == Some(space);
    let length = profile.get(..4).map(|length| u32::from_be_bytes([length[0], length[1], length[2], length[3]]) as usize);
    (whole && sound && length == Some(profile.len()) && channels < 4).then_some(profile)
}

/// The orientation in an Exif note (Exif 2.32, 4.5 and 4.6.4), if it has a sound one.
pub(super) fn orientation(exif: &[u8]) -> Option<Orientation> {
    let big = match exif.get(..4)? {
        b"MM\0*" => true,
        b"II*\0" => false,
        _ => return None,
    };
    let short = |at: usize| {
        let bytes = <[u8; 2]>::try_from(exif.get(at..at.checked_add(2)?)?).ok()?;
        Some(if big { u16::from_be_bytes(bytes) } else { u16::from_le_bytes(bytes) })
    };
    let (high, low) = if big { (4, 6) } else { (6, 4) };
    let directory = usize::from(short(high)?) << 16 | usize::from(short(low)?);
    let entries = usize::from(short(directory)?);
    let mut entry = (0..entries).map(|index| directory + 2 + index * 12);
    let at = entry.find(|at| short(*at) == Some(0x0112))?;
    (short(at + 2)? == 3).then(|| short(at + 8)).flatten().map(Orientation::from_exif)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_orientation_is_read_in_both_byte_orders() {
        let little = b"II*\0\x08\0\0\0\x02\0\x0f\x01\x02\0\x04\0\0\0abc\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
        assert_eq!(orientation(little), Some(Orientation::QuarterTurn));
        let big = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x08\0\0\0\0\0\0";
        assert_eq!(orientation(big), Some(Orientation::ThreeQuarterTurn));
        for end in 0..big.len() - 8 {
            assert_eq!(orientation(&big[..end]), None, "cut off after {end}");
        }
        assert_eq!(orientation(b"MM\0*\xff\xff\xff\xff"), None);
    }

    #[test]
    fn a_profile_is_whole_or_nothing() {
        let mut profile = vec![0; 200];
        profile[3] = 200;
        profile[16..20].copy_from_slice(b"RGB ");
        profile[36..40].copy_from_slice(b"acsp");
        let (first, second) = profile.split_at(90);
        assert_eq!(whole_profile(vec![(2, 2, second), (1, 2, first)], 3).as_deref(), Some(&profile[..]));
        assert_eq!(whole_profile(vec![(1, 2, first)], 3), None);
        assert_eq!(whole_profile(vec![(1, 1, &profile)], 1), None);
        assert_eq!(whole_profile(vec![], 3), None);
    }
}
