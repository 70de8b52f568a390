//! A drawing: pages in millimetres, made of a small closed set of nodes that every writer matches without a wildcard.
//!
//! Everything is resolved here: text is shaped into positioned glyphs, colours are sRGB, and the order of the nodes is both the
//! order of painting and the order of reading. A writer neither measures nor decides.

mod dump;
mod fingerprint;
mod geometry;
mod image;
mod inks;
mod mirror;
pub mod missing;
pub mod walk;

use std::ops::Range;
use std::sync::Arc;

use crate::meta::Meta;
pub use dump::dump;
pub(crate) use fingerprint::fingerprint;
pub use geometry::{Mm, Point, Pt, Rect, Size};
pub use image::{Cap, Drawing, FillRule, Image, ImageData, Join, Jpeg, Orientation, Pen, Raster, Shape, ShapePaint};
pub use inks::{Cmyk, Inks};
pub use missing::Missing;

/// A drawing of one or more pages.
#[derive(Debug, Clone, PartialEq)]
pub struct Scene {
    /// What the document says about itself.
    pub meta: Meta,
    /// The pages, in order; at least one.
    pub pages: Vec<Page>,
}

/// One page; its size is the size of the trimmed paper.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What it is called among the others, where it has a name: a sheet of a tiled poster has.
    pub name: Option<String>,
    /// The trimmed paper.
    pub size: Size,
    /// In the order of painting and of reading.
    pub nodes: Vec<Node>,
    /// What is printed around the trimmed paper, where it is cut out of a larger sheet. Places on it are counted from the corner of the
    /// trimmed paper as well, and are below zero above it and to its left.
    pub around: Option<Around>,
    /// What it shows of a poster, where it is one of several sheets of that.
    pub piece: Option<Piece>,
}

/// What a sheet shows of a poster that is printed on several: who hears the sheets hears the poster, and each part of it once.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    /// The nodes of the poster; all its sheets have them in common.
    pub whole: Arc<[Node]>,
    /// What the first nodes of the sheet are among those of the poster, in their order, each before what stands in it. The nodes behind
    /// them are of the sheet alone.
    pub parts: Vec<Part>,
}

/// A node of a poster on one of its sheets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// Its number among the nodes of the poster, each before what stands in it, from 0.
    pub number: usize,
    /// Whether it is heard on this sheet, where it is no group and no link.
    pub told: bool,
}

/// What is printed around a page that is cut out of a larger sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Around {
    /// So far from the trimmed paper the sheet reaches, on all four sides; not less than the bleed.
    pub width: Mm,
    /// So far what reaches the edge of the page goes on beyond it.
    pub bleed: Mm,
    /// What a print shop cuts and prints by; it says nothing to a reader.
    pub marks: Vec<Path>,
}

/// What a page is made of.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Nodes that belong together and have a role.
    Group(Group),
    /// A run of glyphs on one baseline.
    Text(TextRun),
    /// Characters that no face has.
    Missing(Missing),
    /// A filled or stroked outline.
    Path(Path),
    /// A picture.
    Image(Image),
    /// Nodes that lead somewhere when clicked.
    Link(Link),
}

/// Nodes that belong together.
#[derive(Debug, Clone, PartialEq)]
pub struct Group {
    /// What the group is to a reader.
    pub role: Role,
    /// What the group says, for those who cannot see it: the whole text of an item, the name of a curve.
    pub label: Option<String>,
    /// What a figure shows, told in words, where that is more than its name.
    pub description: Option<String>,
    /// The language of what it says as a BCP 47 tag, where that is not the language of what is around it.
    pub language: Option<String>,
    /// The box in which everything of the group lies, where the layout gave it one.
    pub frame: Option<Rect>,
    /// In the order of painting and of reading.
    pub nodes: Vec<Node>,
}

/// What a group is to a reader: the roles of tagged PDF and of WAI-ARIA that the layouts need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title of the document.
    Title,
    /// A paragraph of running text.
    Paragraph,
    /// A table; its children are rows.
    Table,
    /// A row of a table; its children are headers and cells, one for each column from the first on: the last goes over the columns that are
    /// left. What stands between its header and its cells, such as a curve, goes over all columns.
    Row,
    /// A header of one column, or of several neighbouring ones.
    ColumnHeader {
        /// How many columns it heads; at least 1.
        span: usize,
    },
    /// A header of a row.
    RowHeader,
    /// A cell of a table.
    Cell,
    /// A list; its children are items.
    List,
    /// An item of a list.
    Item,
    /// A drawing with a description in the group's label.
    Figure,
    /// A side remark, such as a legend, a page number or the time and channel of an item.
    Note,
    /// Ornament: nothing that a reader who cannot see it would miss.
    Artifact,
}

/// A run of glyphs of one face, size and colour, on one baseline.
#[derive(Debug, Clone, PartialEq)]
pub struct TextRun {
    /// The left end of the baseline.
    pub origin: Point,
    /// The type size.
    pub size: Pt,
    /// The face, an index into [`crate::text::Fonts`].
    pub face: FaceId,
    /// The colour of the glyphs.
    pub color: Color,
    /// The glyphs from left to right, whatever the direction of the text.
    pub glyphs: Arc<[Glyph]>,
    /// What the run says, in logical order: a slice of the source, with the space at which the line was broken and without soft hyphens
    /// at which it was not.
    pub text: Arc<str>,
    /// Whether the text is read from right to left.
    pub rtl: bool,
    /// How glyphs and text relate.
    pub kind: RunKind,
}

/// Names a face of the fonts that the scene was set with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct FaceId(pub(crate) u16);

impl FaceId {
    /// The index of the face in [`Fonts::faces`](crate::text::Fonts::faces).
    #[must_use]
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How the glyphs of a run relate to its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RunKind {
    /// The glyphs spell the text.
    Spelled,
    /// A hyphen that line breaking put in: no part of the source, `text` is empty.
    Hyphen,
    /// Drawn only, such as a bullet: `text` is empty.
    Ornament,
}

/// A glyph in its run. Lengths are in font units of the face: `size / units_per_em` each.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Glyph {
    /// Index in the face.
    pub id: u16,
    /// From this glyph's pen position to the next one's.
    pub advance: i32,
    /// The glyph moved to the right of the pen position.
    pub dx: i32,
    /// The glyph moved upwards from the baseline.
    pub dy: i32,
    /// The bytes of [`TextRun::text`] that this glyph and the others with the same cluster draw.
    pub cluster: Range<u32>,
}

/// A filled or stroked outline.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The outline.
    pub segments: Vec<Segment>,
    /// The colour inside (non-zero winding rule), if it is filled.
    pub fill: Option<Color>,
    /// The line along the outline, if it is stroked.
    pub stroke: Option<Stroke>,
}

/// A piece of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Segment {
    /// Starts a new outline.
    Move(Point),
    /// A straight line to a point.
    Line(Point),
    /// A cubic Bézier curve: two control points and the end.
    Curve(Point, Point, Point),
    /// Back to the start of the outline.
    Close,
}

/// A line along an outline, with round ends and joins.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// The colour of the line.
    pub color: Color,
    /// The width of the line.
    pub width: Mm,
    /// Lengths of dashes and gaps by turns; empty for a solid line.
    pub dashes: Vec<Mm>,
}

/// Nodes that lead somewhere when clicked.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Where it leads: an absolute URI.
    pub target: String,
    /// The box that answers to a click.
    pub frame: Rect,
    /// What is drawn.
    pub nodes: Vec<Node>,
}

/// A colour in sRGB: red, green, blue. Nothing is translucent: tints are mixed beforehand, so that every printer agrees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Black.
    pub const BLACK: Self = Self(0, 0, 0);
    /// White.
    pub const WHITE: Self = Self(255, 255, 255);

    /// This colour laid over `other` with an opacity of `share` (0.0 to 1.0).
    #[must_use]
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the mean of two bytes is a byte")]
    pub fn over(self, other: Self, share: f64) -> Self {
        let mix = |a: u8, b: u8| (f64::from(a) * share + f64::from(b) * (1.0 - share)).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// Contrast ratio by WCAG 2.2, 1.0 to 21.0.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Relative luminance by WCAG 2.2, 0.0 (black) to 1.0 (white).
    fn luminance(self) -> f64 {
        let linear = |byte: u8| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// As `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

impl TextRun {
    /// The advance width of the run: from its origin to the pen position after its last glyph.
    #[must_use]
    pub fn width(&self, units_per_em: u16) -> Mm {
        let units: i64 = self.glyphs.iter().map(|glyph| i64::from(glyph.advance)).sum();
        Mm::from(self.size) * (units as f64 / f64::from(units_per_em))
    }
}

impl Page {
    /// A page with nothing around it.
    #[must_use]
    pub fn new(size: Size, nodes: Vec<Node>) -> Self {
        Self { name: None, size, nodes, around: None, piece: None }
    }

    /// How far the sheet reaches beyond the trimmed paper, on all four sides.
    #[must_use]
    pub fn beyond(&self) -> Mm {
        self.around.as_ref().map_or(Mm::ZERO, |around| around.width)
    }

    /// The sheet that is printed: the trimmed paper with what is around it.
    #[must_use]
    pub fn sheet(&self) -> Size {
        let beyond = self.beyond() * 2.0;
        Size { width: self.size.width + beyond, height: self.size.height + beyond }
    }

    /// What stands around the trimmed paper to cut and to print by.
    pub fn marks(&self) -> impl Iterator<Item = &Path> {
        self.around.iter().flat_map(|around| &around.marks)
    }
}

impl Group {
    /// A group without a label.
    #[must_use]
    pub fn new(role: Role, mut nodes: Vec<Node>) -> Self {
        // Most groups hold one or two nodes, and a page holds thousands of groups: room for four in each would be half of all.
        nodes.shrink_to_fit();
        Self { role, label: None, description: None, language: None, frame: None, nodes }
    }

    /// The same with a label.
    #[must_use]
    pub fn labelled(mut self, label: impl Into<String>) -> Self {
        self.label = Some(label.into());
        self
    }

    /// The same with what it shows told in words.
    #[must_use]
    pub fn described(mut self, description: impl Into<String>) -> Self {
        self.description = Some(description.into());
        self
    }

    /// The same in another language than what is around it, where it is in one.
    #[must_use]
    pub fn speaking(mut self, language: Option<impl Into<String>>) -> Self {
        self.language = language.map(Into::into);
        self
    }

    /// The same with a frame.
    #[must_use]
    pub fn framed(mut self, frame: Rect) -> Self {
        self.frame = Some(frame);
        self
    }
}

impl Path {
    /// A filled outline without a line.
    #[must_use]
    pub fn filled(segments: Vec<Segment>, fill: Color) -> Self {
        Self { segments, fill: Some(fill), stroke: None }
    }

    /// A solid line without a filling.
    #[must_use]
    pub fn stroked(segments: Vec<Segment>, color: Color, width: Mm) -> Self {
        Self { segments, fill: None, stroke: Some(Stroke { color, width, dashes: Vec::new() }) }
    }

    /// The outline of a box.
    #[must_use]
    pub fn rect(rect: Rect) -> Vec<Segment> {
        let (left, top, right, bottom) = (rect.x, rect.y, rect.right(), rect.bottom());
        vec![
            Segment::Move(Point { x: left, y: top }),
            Segment::Line(Point { x: right, y: top }),
            Segment::Line(Point { x: right, y: bottom }),
            Segment::Line(Point { x: left, y: bottom }),
            Segment::Close,
        ]
    }
}
