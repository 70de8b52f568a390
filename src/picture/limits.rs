//! The documented upper bounds of pictures. They keep memory and time small for any file.

/// Bytes of a PNG or JPEG file: 20 MiB.
pub const FILE_BYTES: usize = 20 << 20;
/// Bytes of an SVG file: 4 MiB.
pub const SVG_BYTES: usize = 4 << 20;
/// Pixels along one side of a PNG or JPEG picture.
pub const SIDE: u32 = 16_384;
/// Pixels of a PNG or JPEG picture: what the largest cameras of phones take.
pub const PIXELS: u64 = 50_000_000;
/// Bytes of the files of all pictures of a document, each counted once wherever it stands: 96 MiB.
pub const TOTAL_BYTES: u64 = 96 << 20;
/// Bytes that the decoding of one picture may take, reckoned from its header: 192 MiB.
pub const DECODING_BYTES: u64 = 192 << 20;
/// Pixels that are made of all pictures of a document for their frames: 48 MB. Where frames could show more, all get fewer.
pub const MADE_PIXELS: u64 = 12_000_000;
/// Pixels that are decoded of all pictures of a document, besides [`WORK_A_BYTE`]: scans of a JPEG count each.
pub const WORK: u64 = 100_000_000;
/// Pixels that are decoded more for each byte of a picture's file. A photograph has 5 a byte, a diagram 50, a bomb 1000.
pub const WORK_A_BYTE: u64 = 100;
/// Pixels that one part of an SVG counts as.
pub const WORK_A_PART: u64 = 200;
/// Scans of a progressive JPEG.
pub const JPEG_SCANS: usize = 100;
/// Pixels of a JPEG picture in all its scans.
pub const JPEG_WORK: u64 = 1_000_000_000;
/// Levels of nested elements of an SVG, with all that `use` elements stand for.
pub const SVG_DEPTH: usize = 100;
/// Elements of an SVG, with all that `use` elements, markers, masks, patterns and clip paths stand for.
pub const SVG_PARTS: u64 = 200_000;
/// Characters of text in an SVG.
pub const SVG_TEXT: usize = 20_000;
/// Times that a rule of a style sheet has to be compared with an element of an SVG.
pub const SVG_STYLES: u64 = 10_000_000;
/// Bytes that the entities of an SVG may expand to.
pub const SVG_ENTITY_BYTES: usize = 4 << 20;
/// Sides of the sheet that the deviation of a blur may be wide: wider, nothing of what is blurred can be seen.
pub const SVG_BLUR: f64 = 10.0;
/// Segments of a drawing; an SVG with more is drawn as pixels.
pub const SHAPE_SEGMENTS: usize = 50_000;
/// Dots per inch at which an SVG that is no plain drawing is made into pixels.
pub const RASTER_DPI: f64 = 300.0;
/// Pixels of an SVG made into pixels, at most; where layers, masks and filters make it slow there are fewer.
pub const RASTER_PIXELS: f64 = 8_000_000.0;
/// Pixels that are painted in all layers of an SVG made into pixels.
pub const RASTER_WORK: f64 = 40_000_000.0;
/// The same of all pictures of a document together: where there are many such, all are made smaller.
pub const ALL_RASTER_WORK: f64 = 400_000_000.0;
/// Pixels below which an SVG made into pixels would be a blur.
pub const RASTER_LEAST: f64 = 10_000.0;
