//! Pictures: pixels, JPEG files as they came, and drawings of plain shapes.

use std::sync::Arc;

use super::{Color, Mm, Rect, Segment};

/// A picture in a box, stretched to fill it and cut off at its sides.
#[derive(Debug, Clone, PartialEq)]
pub struct Image {
    /// Where the picture stands.
    pub frame: Rect,
    /// What is shown. The same `Arc` on several places is written once where the format can.
    pub data: ImageData,
    /// What the picture shows, for those who cannot see it.
    pub description: String,
}

/// What a picture is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum ImageData {
    /// Pixels, written without loss.
    Raster(Arc<Raster>),
    /// A JPEG file, written as it is.
    Jpeg(Arc<Jpeg>),
    /// Plain shapes, sharp at any size.
    Drawing(Arc<Drawing>),
}

/// Pixels, row by row from the top, four bytes each: red, green, blue, alpha (not premultiplied), sRGB.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raster {
    /// Pixels in a row; at least 1.
    pub width: u32,
    /// Rows; at least 1.
    pub height: u32,
    /// `width × height × 4` bytes.
    pub rgba: Vec<u8>,
}

/// A JPEG file of one (grey) or three (colour) channels of 8 bits, without notes such as place, camera or thumbnail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Jpeg {
    /// Pixels in a row as stored; at least 1.
    pub width: u32,
    /// Rows as stored; at least 1.
    pub height: u32,
    /// Whether it has one channel.
    pub grey: bool,
    /// How the stored pixels are turned to be seen upright.
    pub orientation: Orientation,
    /// The ICC profile of its colours, which is in the file as well; `None` stands for sRGB.
    pub profile: Option<Vec<u8>>,
    /// The whole file.
    pub bytes: Vec<u8>,
}

/// How stored pixels are turned to be seen upright (Exif 2.32, 4.6.4, tag 0x0112).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Orientation {
    /// As stored.
    #[default]
    Upright,
    /// Left and right changed over.
    Mirrored,
    /// Turned by half.
    HalfTurn,
    /// Top and bottom changed over.
    Flipped,
    /// Rows and columns changed over.
    Transposed,
    /// Turned by a quarter to the right.
    QuarterTurn,
    /// Rows and columns changed over, then turned by half.
    Transversed,
    /// Turned by a quarter to the left.
    ThreeQuarterTurn,
}

/// Plain shapes on a sheet, whose longer side measures 1000 of its own units; y grows downwards. What lies beyond the sheet is
/// not seen.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// The width of the sheet, in its units; more than 0.
    pub width: f64,
    /// The height of the sheet, in its units; more than 0.
    pub height: f64,
    /// In the order of painting. A length in a shape counts units of the sheet, not millimetres of the page.
    pub shapes: Vec<Shape>,
}

/// A filled or stroked outline of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// The outline.
    pub segments: Vec<Segment>,
    /// How it is painted.
    pub paint: ShapePaint,
}

/// How a shape is painted.
#[derive(Debug, Clone, PartialEq)]
pub enum ShapePaint {
    /// The inside, by a winding rule.
    Fill(Color, FillRule),
    /// A line along the outline.
    Stroke(Pen),
}

/// What counts as inside of an outline that crosses itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FillRule {
    /// What the outline goes round in one direction more often than in the other.
    NonZero,
    /// What the outline goes round an odd number of times.
    EvenOdd,
}

/// A line along an outline of a drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Pen {
    /// The colour of the line.
    pub color: Color,
    /// The width of the line.
    pub width: Mm,
    /// Its ends.
    pub cap: Cap,
    /// Its corners.
    pub join: Join,
    /// Lengths of dashes and gaps by turns; empty for a solid line.
    pub dashes: Vec<Mm>,
    /// How much of the dashes is left out at the start.
    pub dash_offset: Mm,
}

/// The ends of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cap {
    /// Cut off at the end.
    Butt,
    /// A half circle.
    Round,
    /// Half a square.
    Square,
}

/// The corners of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Join {
    /// Pointed, unless the point would be more than this many line widths long; at least 1.0.
    Miter(f64),
    /// Round.
    Round,
    /// Cut off.
    Bevel,
}

impl ImageData {
    /// What tells it from other pictures as long as it lives, so that writers can write it once. Never to be written.
    pub(crate) fn address(&self) -> usize {
        match self {
            Self::Raster(raster) => Arc::as_ptr(raster).addr(),
            Self::Jpeg(jpeg) => Arc::as_ptr(jpeg).addr(),
            Self::Drawing(drawing) => Arc::as_ptr(drawing).addr(),
        }
    }

    /// Width and height as it is seen, in units of its own.
    #[must_use]
    pub fn size(&self) -> (f64, f64) {
        match self {
            Self::Raster(raster) => (f64::from(raster.width), f64::from(raster.height)),
            Self::Jpeg(jpeg) if jpeg.orientation.swaps_sides() => (f64::from(jpeg.height), f64::from(jpeg.width)),
            Self::Jpeg(jpeg) => (f64::from(jpeg.width), f64::from(jpeg.height)),
            Self::Drawing(drawing) => (drawing.width, drawing.height),
        }
    }
}

impl Orientation {
    /// The orientation that the number in a file stands for; numbers without a meaning stand for upright.
    #[must_use]
    pub fn from_exif(number: u16) -> Self {
        match number {
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterTurn,
            7 => Self::Transversed,
            8 => Self::ThreeQuarterTurn,
            _ => Self::Upright,
        }
    }

    /// Whether width and height change places.
    #[must_use]
    pub fn swaps_sides(self) -> bool {
        match self {
            Self::Upright | Self::Mirrored | Self::HalfTurn | Self::Flipped => false,
            Self::Transposed | Self::QuarterTurn | Self::Transversed | Self::ThreeQuarterTurn => true,
        }
    }

    /// Where the stored picture's unit square goes: `[a, b, c, d, e, f]` takes (x, y) to (ax + cy + e, bx + dy + f), with y
    /// downwards.
    #[must_use]
    pub fn matrix(self) -> [f64; 6] {
        match self {
            Self::Upright => [1.0, 0.0, 0.0, 1.0, 0.0, 0.0],
            Self::Mirrored => [-1.0, 0.0, 0.0, 1.0, 1.0, 0.0],
            Self::HalfTurn => [-1.0, 0.0, 0.0, -1.0, 1.0, 1.0],
            Self::Flipped => [1.0, 0.0, 0.0, -1.0, 0.0, 1.0],
            Self::Transposed => [0.0, 1.0, 1.0, 0.0, 0.0, 0.0],
            Self::QuarterTurn => [0.0, 1.0, -1.0, 0.0, 1.0, 0.0],
            Self::Transversed => [0.0, -1.0, -1.0, 0.0, 1.0, 1.0],
            Self::ThreeQuarterTurn => [0.0, -1.0, 1.0, 0.0, 0.0, 1.0],
        }
    }
}

impl Raster {
    /// The pixels turned to be seen upright.
    #[must_use]
    pub fn turned(self, orientation: Orientation) -> Self {
        let (width, height) = (self.width as usize, self.height as usize);
        let (across, down) = if orientation.swaps_sides() { (height, width) } else { (width, height) };
        // The stored place of a pixel that is seen at (x, y).
        let stored = |x: usize, y: usize| match orientation {
            Orientation::Upright => (x, y),
            Orientation::Mirrored => (width - 1 - x, y),
            Orientation::HalfTurn => (width - 1 - x, height - 1 - y),
            Orientation::Flipped => (x, height - 1 - y),
            Orientation::Transposed => (y, x),
            Orientation::QuarterTurn => (y, height - 1 - x),
            Orientation::Transversed => (width - 1 - y, height - 1 - x),
            Orientation::ThreeQuarterTurn => (width - 1 - y, x),
        };
        if orientation == Orientation::Upright {
            return self;
        }
        let mut rgba = Vec::with_capacity(self.rgba.len());
        for y in 0..down {
            for x in 0..across {
                let (column, row) = stored(x, y);
                let start = (row * width + column) * 4;
                rgba.extend_from_slice(&self.rgba[start..start + 4]);
            }
        }
        let (width, height) = if orientation.swaps_sides() { (self.height, self.width) } else { (self.width, self.height) };
        Self { width, height, rgba }
    }
}

impl Rect {
    /// The largest box of an aspect ratio that lies in this one, in its middle: a picture is seen whole and undistorted.
    #[must_use]
    pub fn contain(self, (width, height): (f64, f64)) -> Self {
        let scale = (self.width / width).min(self.height / height).max(Mm::ZERO);
        let (width, height) = (scale * width, scale * height);
        Self::new(self.x + (self.width - width) / 2.0, self.y + (self.height - height) / 2.0, width, height)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [u16; 8] = [1, 2, 3, 4, 5, 6, 7, 8];

    #[test]
    fn pixels_and_matrices_turn_alike() {
        // Six pixels, each of its own red.
        let raster = Raster { width: 3, height: 2, rgba: (0..6).flat_map(|red| [red, 0, 0, 255]).collect() };
        for number in ALL {
            let orientation = Orientation::from_exif(number);
            let turned = raster.clone().turned(orientation);
            let [a, b, c, d, e, f] = orientation.matrix();
            for index in 0..6_u8 {
                let (x, y) = (f64::from(index % 3) + 0.5, f64::from(index / 3) + 0.5);
                let (x, y) = (x / 3.0, y / 2.0);
                let (x, y) = (a * x + c * y + e, b * x + d * y + f);
                let (column, row) = (x * f64::from(turned.width), y * f64::from(turned.height));
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and positive")]
                let start = (row as usize * turned.width as usize + column as usize) * 4;
                assert_eq!(turned.rgba[start], index, "{orientation:?}");
            }
        }
    }

    #[test]
    fn a_quarter_turn_brings_the_left_side_to_the_top() {
        let raster = Raster { width: 2, height: 1, rgba: vec![1, 0, 0, 255, 2, 0, 0, 255] };
        let turned = raster.turned(Orientation::from_exif(6));
        assert_eq!((turned.width, turned.height, turned.rgba[0]), (1, 2, 1));
    }

    #[test]
    fn a_picture_is_contained_in_its_box() {
        let frame = Rect::new(Mm(10.0), Mm(20.0), Mm(40.0), Mm(20.0));
        assert_eq!(frame.contain((100.0, 100.0)), Rect::new(Mm(20.0), Mm(20.0), Mm(20.0), Mm(20.0)));
        assert_eq!(frame.contain((4.0, 1.0)), Rect::new(Mm(10.0), Mm(25.0), Mm(40.0), Mm(10.0)));
        let none = Rect::new(Mm(1.0), Mm(1.0), Mm(-1.0), Mm(5.0)).contain((1.0, 1.0));
        assert_eq!((none.width, none.height), (Mm::ZERO, Mm::ZERO));
    }
}
