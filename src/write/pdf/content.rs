//! The nodes of a page as operators of its content stream.

use std::collections::BTreeMap;

use printpdf::{
    Actions, BorderArray, Color as PdfColor, DictItem, HighlightingMode, LineCapStyle, LineDashPattern, LineJoinStyle,
    LinkAnnotation, Op, PdfPage, Pt, Rect as PdfRect, Rgb, XObject, XObjectId,
};

use super::fonts::FontSet;
use super::images::Pictures;
use super::text;
use crate::scene::walk::{Step, walk};
use crate::scene::{Color, Link, Mm, Node, Page, Path, Point, Role, RunKind, Segment, Size, Stroke};
use crate::write::drawn::link_target;

/// The largest side that viewers take without a larger unit, in points: 200 inches.
const LONGEST_SIDE: f64 = 14_400.0;

/// A number as PDF holds it: 32 bits, at most four decimals.
#[allow(clippy::cast_possible_truncation, reason = "the scene's numbers are below a million, where a float is exact enough")]
pub(super) fn real(value: f64) -> f32 {
    // Adding zero turns −0 into 0.
    ((value * 10_000.0).round() / 10_000.0 + 0.0) as f32
}

/// From millimetres, y downwards, to the page's units, y upwards.
pub(super) struct Space {
    height: Mm,
    /// Units of 1/72 inch in one unit of the page.
    unit: f64,
}

impl Space {
    pub(super) fn of(size: Size) -> Self {
        Self { height: size.height, unit: user_unit(size) }
    }

    pub(super) fn length(&self, length: Mm) -> f32 {
        real(crate::scene::Pt::from(length).0 / self.unit)
    }

    pub(super) fn point(&self, point: Point) -> (f32, f32) {
        (self.length(point.x), self.length(self.height - point.y))
    }
}

/// The size of a page's unit in points: 1, or more for pages with a side over 200 inches.
pub(super) fn user_unit(size: Size) -> f64 {
    let longest = crate::scene::Pt::from(size.width.max(size.height));
    (longest.0 / LONGEST_SIDE).ceil().max(1.0)
}

/// Sets the colour of fillings and text.
pub(super) fn fill(color: Color) -> Op {
    Op::SetFillColor { col: rgb(color) }
}

fn rgb(Color(red, green, blue): Color) -> PdfColor {
    let share = |byte: u8| real(f64::from(byte) / 255.0);
    PdfColor::Rgb(Rgb { r: share(red), g: share(green), b: share(blue), icc_profile: None })
}

/// Turns pages into operators; keeps the pictures that they show, and what their links say.
pub(super) struct Painter<'a> {
    fonts: &'a FontSet,
    pictures: Pictures,
    /// What the links of each page say, in their order on the page.
    pub(super) links: Vec<Vec<String>>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(fonts: &'a FontSet) -> Self {
        Self { fonts, pictures: Pictures::default(), links: Vec::new() }
    }

    pub(super) fn into_pictures(self) -> BTreeMap<XObjectId, XObject> {
        self.pictures.into_objects()
    }

    pub(super) fn page(&mut self, page: &Page) -> PdfPage {
        let space = Space::of(page.size);
        let mut ops = Vec::new();
        self.links.push(Vec::new());
        self.nodes(&page.nodes, &space, &mut ops);
        let paper = PdfRect::from_wh(Pt(space.length(page.size.width)), Pt(space.length(page.size.height)));
        PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops }
    }

    fn nodes(&mut self, nodes: &[Node], space: &Space, ops: &mut Vec<Op>) {
        for node in nodes {
            match node {
                Node::Group(group) => {
                    let artifact = group.role == Role::Artifact;
                    if artifact {
                        ops.push(Op::BeginMarkedContent { tag: "Artifact".into() });
                    }
                    self.nodes(&group.nodes, space, ops);
                    if artifact {
                        ops.push(Op::EndMarkedContent);
                    }
                }
                Node::Link(link) => {
                    self.nodes(&link.nodes, space, ops);
                    if let Some(annotation) = annotation(link, space) {
                        ops.push(annotation);
                        self.links.last_mut().into_iter().for_each(|links| links.push(said(link)));
                    }
                }
                Node::Text(run) => text::run(run, space, self.fonts, ops),
                Node::Path(path) => draw_path(path, space, ops),
                Node::Image(image) => self.pictures.show(image, space, ops),
            }
        }
    }
}

/// What a link says, for those who hear it: its text, else where it leads.
fn said(link: &Link) -> String {
    let mut text = String::new();
    walk(&link.nodes, &mut |step| {
        if let Step::Text(run) = step
            && matches!(run.kind, RunKind::Spelled | RunKind::Substitute)
        {
            text.push_str(&run.text);
        }
    });
    let words: Vec<_> = text.split_whitespace().collect();
    if words.is_empty() { link.target.clone() } else { words.join(" ") }
}

fn annotation(link: &Link, space: &Space) -> Option<Op> {
    let target = link_target(&link.target)?;
    let frame = link.frame;
    let (x, y) = space.point(Point { x: frame.x, y: frame.bottom() });
    let rect = PdfRect::from_xywh(Pt(x), Pt(y), Pt(space.length(frame.width)), Pt(space.length(frame.height)));
    let borderless = Some(BorderArray::Solid([0.0, 0.0, 0.0]));
    let link = LinkAnnotation::new(rect, Actions::Uri(target), borderless, None, Some(HighlightingMode::Invert));
    Some(Op::LinkAnnotation { link })
}

/// Draws an outline by bare operators: printpdf's own polygons are always closed, and a scene's outlines need not be.
fn draw_path(path: &Path, space: &Space, ops: &mut Vec<Op>) {
    let paint = match (path.fill, &path.stroke) {
        (None, None) => return,
        (Some(_), None) => "f",
        (None, Some(_)) => "S",
        (Some(_), Some(_)) => "B",
    };
    ops.extend(path.fill.map(fill));
    if let Some(stroke) = &path.stroke {
        set_stroke(stroke, space, ops);
    }
    let mut operator = |key: &str, points: &[Point]| {
        let numbers = points.iter().flat_map(|point| <[f32; 2]>::from(space.point(*point)));
        ops.push(Op::Unknown { key: key.into(), value: numbers.map(DictItem::Real).collect() });
    };
    for segment in &path.segments {
        match segment {
            Segment::Move(to) => operator("m", &[*to]),
            Segment::Line(to) => operator("l", &[*to]),
            Segment::Curve(a, b, to) => operator("c", &[*a, *b, *to]),
            Segment::Close => operator("h", &[]),
        }
    }
    operator(paint, &[]);
}

fn set_stroke(stroke: &Stroke, space: &Space, ops: &mut Vec<Op>) {
    ops.push(Op::SetOutlineColor { col: rgb(stroke.color) });
    ops.push(Op::SetOutlineThickness { pt: Pt(space.length(stroke.width)) });
    ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
    ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
    let dashes: Vec<f32> = stroke.dashes.iter().map(|dash| space.length(*dash)).collect();
    // A pattern of nothing but zeros is an error in PDF, and a solid line in SVG.
    let solid = dashes.iter().all(|dash| *dash == 0.0);
    let dash = if solid { LineDashPattern::solid() } else { LineDashPattern::new(0.0, &dashes) };
    ops.push(Op::SetLineDashPattern { dash });
}
