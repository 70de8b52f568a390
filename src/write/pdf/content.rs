//! The nodes of a page as its content stream, and its links.

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Dictionary, Stream};
use printpdf::{Actions, BorderArray, HighlightingMode, LinkAnnotation, Op, PdfPage, Pt, Rect as PdfRect, XObject, XObjectId};

use super::boxes::Boxes;
use super::deflate;
use super::fonts::FontSet;
use super::forms::Forms;
use super::images::Pictures;
use super::operators::Operators;
use super::tags::{Tags, bounds, said};
use super::{missing, text};
use crate::scene::{Inks, Link, Mm, Node, Page, Path, Point, Rect, RunKind, Segment, Size, Stroke};
use crate::text::Fonts;
use crate::write::drawn::link_target;

/// The largest side that viewers take without a larger unit, in points: 200 inches.
const LONGEST_SIDE: f64 = 14_400.0;

/// A number as PDF holds it: 32 bits, at most four decimals.
#[allow(clippy::cast_possible_truncation, reason = "the scene's numbers are below a million, where a float is exact enough")]
pub(super) fn real(value: f64) -> f32 {
    // Adding zero turns −0 into 0.
    ((value * 10_000.0).round() / 10_000.0 + 0.0) as f32
}

/// From millimetres, y downwards, to units, y upwards from the lower left corner of the trimmed paper.
pub(super) struct Space {
    height: Mm,
    /// Units of 1/72 inch in one unit of the page.
    unit: f64,
    /// From the corner of the sheet to that of the trimmed paper, on both sides.
    corner: f32,
}

impl Space {
    pub(super) fn of(page: &Page) -> Self {
        Self { height: page.size.height, unit: user_unit(page.sheet()), corner: Boxes::of(page).trim[0] }
    }

    pub(super) fn length(&self, length: Mm) -> f32 {
        real(crate::scene::Pt::from(length).0 / self.unit)
    }

    pub(super) fn point(&self, point: Point) -> (f32, f32) {
        (self.length(point.x), self.length(self.height - point.y))
    }

    /// Left, bottom, right and top of a box, from the corner of the sheet, as all boxes are given that stand outside of the content.
    pub(super) fn edges(&self, rect: Rect) -> [f32; 4] {
        let (left, bottom) = self.point(Point { x: rect.x, y: rect.bottom() });
        let (right, top) = self.point(Point { x: rect.right(), y: rect.y });
        [left, bottom, right, top].map(|side| if self.corner > 0.0 { real(f64::from(side + self.corner)) } else { side })
    }
}

/// The size of a page's unit in points: 1, or more for pages with a side over 200 inches.
pub(super) fn user_unit(size: Size) -> f64 {
    let longest = crate::scene::Pt::from(size.width.max(size.height));
    (longest.0 / LONGEST_SIDE).ceil().max(1.0)
}

/// Turns pages into content streams; keeps the pictures that they show, and what their links say.
pub(super) struct Painter<'a> {
    fonts: &'a FontSet,
    faces: &'a Fonts,
    pictures: Pictures,
    forms: Forms,
    tags: Tags,
    /// What colours are printed in; `None` for sRGB.
    inks: Option<Arc<Inks>>,
}

/// A page as it is put into the document.
pub(super) struct Painted {
    /// Its boxes and its links. What it shows stands in `content`: printpdf would hold each operator of all pages at once.
    pub(super) page: PdfPage,
    pub(super) content: Stream,
    /// What its links say, in their order on the page.
    pub(super) links: Vec<String>,
}

impl<'a> Painter<'a> {
    pub(super) fn new(fonts: &'a FontSet, faces: &'a Fonts, inks: Option<Arc<Inks>>) -> Self {
        let pictures = Pictures::printed_in(inks.clone());
        Self { fonts, faces, pictures, forms: Forms::default(), tags: Tags::new(), inks }
    }

    /// The pictures and forms that were shown, and what is heard of all pages.
    pub(super) fn finish(self) -> (BTreeMap<XObjectId, XObject>, Tags) {
        let mut objects = self.pictures.into_objects();
        objects.extend(self.forms.into_objects());
        (objects, self.tags)
    }

    pub(super) fn page(&mut self, page: &Page) -> Painted {
        let space = Space::of(page);
        let (mut content, mut links) = (Operators::printed_in(self.inks.clone()), Vec::new());
        if space.corner > 0.0 {
            content.operator(&[1.0, 0.0, 0.0, 1.0, space.corner, space.corner], "cm");
        }
        self.tags.begin_page();
        if let Some(piece) = &page.piece {
            self.tags.begin_piece(piece, self.inks.is_none());
        }
        self.nodes(&page.nodes, &space, &mut content, &mut links);
        for mark in page.marks() {
            self.tags.show(&mut content);
            draw_mark(mark, &space, &mut content);
        }
        self.tags.end_page(&mut content);
        let sheet = page.sheet();
        let paper = PdfRect::from_wh(Pt(space.length(sheet.width)), Pt(space.length(sheet.height)));
        let (ops, links) = links.into_iter().unzip();
        let mut content = Stream::new(Dictionary::new(), content.into_bytes());
        deflate::compress(&mut content);
        Painted { page: PdfPage { media_box: paper.clone(), trim_box: paper.clone(), crop_box: paper, ops }, content, links }
    }

    fn nodes(&mut self, nodes: &[Node], space: &Space, ops: &mut Operators, links: &mut Vec<(Op, String)>) {
        for node in nodes {
            self.tags.step();
            match node {
                Node::Group(group) => {
                    self.tags.open(group, || bounds(group).map(|bounds| space.edges(bounds)));
                    self.nodes(&group.nodes, space, ops, links);
                    self.tags.close();
                }
                Node::Link(link) => {
                    // Nothing on a page for a press may be clicked (ISO 15930-7): print shops refuse such files.
                    let annotation = if self.inks.is_some() { None } else { annotation(link, space) };
                    let Some(annotation) = annotation else {
                        self.nodes(&link.nodes, space, ops, links);
                        continue;
                    };
                    links.push((annotation, said(link)));
                    self.tags.open_link();
                    self.nodes(&link.nodes, space, ops, links);
                    self.tags.close();
                }
                Node::Text(run) => {
                    match run.kind {
                        RunKind::Spelled => self.tags.say(ops),
                        RunKind::Hyphen => self.tags.hyphen(ops),
                        RunKind::Ornament => self.tags.show(ops),
                    }
                    text::run(run, space, self.fonts, &mut self.forms, ops);
                }
                Node::Missing(missing) => {
                    self.tags.show(ops);
                    missing::show(missing, space, self.faces, &mut self.forms, ops);
                    self.tags.say(ops);
                    missing::say(missing, space, self.fonts, ops);
                }
                Node::Path(path) => {
                    self.tags.show(ops);
                    draw_path(path, space, ops);
                }
                Node::Image(image) => {
                    let alone = self.tags.open_picture(&image.description, || Some(space.edges(image.frame)));
                    self.tags.show(ops);
                    self.pictures.show(image, space, ops);
                    if alone {
                        self.tags.close();
                    }
                }
            }
        }
    }
}

fn annotation(link: &Link, space: &Space) -> Option<Op> {
    let target = link_target(&link.target)?;
    let frame = link.frame;
    let [x, y, ..] = space.edges(frame);
    let rect = PdfRect::from_xywh(Pt(x), Pt(y), Pt(space.length(frame.width)), Pt(space.length(frame.height)));
    let borderless = Some(BorderArray::Solid([0.0, 0.0, 0.0]));
    let link = LinkAnnotation::new(rect, Actions::Uri(target), borderless, None, Some(HighlightingMode::Invert));
    Some(Op::LinkAnnotation { link })
}

/// Draws a mark around the poster: its lines in all inks.
fn draw_mark(mark: &Path, space: &Space, ops: &mut Operators) {
    let Some(stroke) = mark.stroke.as_ref().filter(|_| mark.fill.is_none()) else { return draw_path(mark, space, ops) };
    ops.registration();
    ops.operator(&[space.length(stroke.width)], "w");
    outline(mark, space, ops);
    ops.operator(&[], "S");
}

/// Draws an outline, closed or not.
fn draw_path(path: &Path, space: &Space, ops: &mut Operators) {
    let paint = match (path.fill, &path.stroke) {
        (None, None) => return,
        (Some(_), None) => "f",
        (None, Some(_)) => "S",
        (Some(_), Some(_)) => "B",
    };
    if let Some(color) = path.fill {
        ops.surface(color);
    }
    if let Some(stroke) = &path.stroke {
        set_stroke(stroke, space, ops);
    }
    outline(path, space, ops);
    ops.operator(&[], paint);
}

fn outline(path: &Path, space: &Space, ops: &mut Operators) {
    for segment in &path.segments {
        match segment {
            Segment::Move(to) => ops.operator(&<[f32; 2]>::from(space.point(*to)), "m"),
            Segment::Line(to) => ops.operator(&<[f32; 2]>::from(space.point(*to)), "l"),
            Segment::Curve(a, b, to) => {
                let ((ax, ay), (bx, by), (x, y)) = (space.point(*a), space.point(*b), space.point(*to));
                ops.operator(&[ax, ay, bx, by, x, y], "c");
            }
            Segment::Close => ops.operator(&[], "h"),
        }
    }
}

/// A line with round ends and joins.
fn set_stroke(stroke: &Stroke, space: &Space, ops: &mut Operators) {
    let width = ops.line(stroke.color, stroke.width);
    ops.operator(&[space.length(width)], "w");
    ops.operator(&[1.0], "J");
    ops.operator(&[1.0], "j");
    let dashes: Vec<f32> = stroke.dashes.iter().map(|dash| space.length(*dash)).collect();
    // A pattern of nothing but zeros is an error in PDF, and a solid line in SVG.
    let solid = dashes.iter().all(|dash| *dash == 0.0);
    ops.dashes(if solid { &[] } else { &dashes }, 0.0);
}
