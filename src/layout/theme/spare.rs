//! A theme that saves ink: no surface is filled, and what colours tell is told by patterns, lines and marks.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::dress::{BAR, Wardrobe, tints};
use super::{HUES, NO_STAGE, Palette};
use crate::picture::{jpeg_pixels, limits};
use crate::scene::walk::{Step, walk};
use crate::scene::{
    Color, Drawing, Group, ImageData, Mm, Node, Page, Path, Point, Raster, Rect, Role, Segment, Shape, ShapePaint, Stroke,
};
use crate::sheet::Style;

/// The line around a card, and the least around an arrow.
const THIN: Mm = Mm(0.19);
/// Lines that are wider than this, such as curves, are drawn somewhat slimmer, by a share of their width.
const BROAD: Mm = Mm(0.6);
const SLIMMER: f64 = 0.72;
/// Frames in the colour of a stage that are larger than this, such as those of notes, are thin and grey: what is smaller is a sign.
const FRAME: Mm = Mm(10.0);
/// The outline of an arrow or a frame: a grey that can still be told from white (4.5 : 1).
const ARROW: Color = Color(0x76, 0x76, 0x76);
/// Lengths of dashes and gaps by turns, in widths of the line: a pattern for each stage, of which the first is solid.
const PATTERNS: [&[f64]; 6] =
    [&[], &[6.0, 3.0], &[1.0, 1.5], &[8.0, 2.0, 1.5, 2.0], &[3.0, 1.5], &[8.0, 2.0, 1.5, 2.0, 1.5, 2.0]];

/// A page on which ink is saved.
pub(super) struct Sparing<'w> {
    wardrobe: &'w Wardrobe<'w>,
    /// Where text begins that stands in white on a dark surface.
    white: Vec<Point>,
    /// Pictures in grey, each with the one that it was, by the address of that and the pixels that its frame shows. Only looked up.
    grey: BTreeMap<(usize, (u32, u32)), (ImageData, ImageData)>,
}

impl<'w> Sparing<'w> {
    /// Looks where text stands in white on a page in the colours of the house.
    pub fn on(wardrobe: &'w Wardrobe<'w>, page: &Page) -> Self {
        let mut white = Vec::new();
        walk(&page.nodes, &mut |step| match step {
            Step::Text(run) if run.color == Color::WHITE => white.push(run.origin),
            Step::Missing(missing) if missing.color == Color::WHITE => white.push(missing.origin),
            Step::Open(_)
            | Step::Close(_)
            | Step::OpenLink(_)
            | Step::CloseLink(_)
            | Step::Text(_)
            | Step::Missing(_)
            | Step::Path(_)
            | Step::Image(_) => {}
        });
        Self { wardrobe, white, grey: BTreeMap::new() }
    }

    /// Puts the theme on nodes, which stand in the header of a column or elsewhere.
    pub fn nodes(&mut self, nodes: &mut [Node], header: bool) {
        for node in nodes {
            match node {
                Node::Group(Group { role, nodes, .. }) => self.nodes(nodes, header || matches!(role, Role::ColumnHeader { .. })),
                Node::Link(link) => self.nodes(&mut link.nodes, header),
                Node::Text(run) => run.color = self.said(run.color),
                Node::Missing(missing) => missing.color = self.said(missing.color),
                Node::Path(path) => self.path(path, header),
                Node::Image(image) => image.data = self.picture(&image.data, image.frame),
            }
        }
    }

    /// The colour of text: nothing dark is left for white to stand on.
    fn said(&self, color: Color) -> Color {
        if color == Color::WHITE { self.palette().ink } else { self.wardrobe.text(color) }
    }

    fn palette(&self) -> &'w Palette {
        &self.wardrobe.theme.palette
    }

    /// A path without a filled surface: stages by their patterns, cards and what white text stood on by a line around them.
    fn path(&self, path: &mut Path, header: bool) {
        let palette = self.palette();
        let house = path.fill;
        let stage = house.and_then(|fill| HUES.iter().position(|hue| hue.deep == fill).or((fill == NO_STAGE).then_some(0)));
        let bounds = bounds(&path.segments);
        if let (Some(stage), true) = (stage, header) {
            *path = patterned(path, stage, bounds, palette.ink);
            return;
        }
        let dark = house.is_some_and(|fill| fill.contrast(Color::WHITE) >= 3.0);
        let holds =
            |point: &Point| (bounds.x..=bounds.right()).contains(&point.x) && (bounds.y..=bounds.bottom()).contains(&point.y);
        if dark && self.white.iter().any(holds) {
            let width = (bounds.height * 0.04).max(THIN);
            *path = Path::stroked(std::mem::take(&mut path.segments), palette.ink, width);
            return;
        }
        // An accent at the edge of a card is a thin line.
        if dark && bounds.height > bounds.width * 5.0 {
            let x = bounds.x + THIN / 2.0;
            let line = [Segment::Move(Point { x, y: bounds.y }), Segment::Line(Point { x, y: bounds.bottom() })];
            *path = Path::stroked(line.to_vec(), palette.ink, THIN);
            return;
        }
        let bar = house.is_some_and(|fill| {
            tints(palette).iter().any(|((color, _), share)| *share <= BAR && color.over(Color::WHITE, BAR) == fill)
        });
        let card = house == Some(Color::WHITE);
        let of_stage = |color: Color| color == NO_STAGE || HUES.iter().any(|hue| hue.deep == color);
        let large = bounds.width > FRAME && bounds.height > FRAME;
        // A curve may have the colour of a stage, and is open.
        let closed = path.segments.contains(&Segment::Close);
        let frame =
            !header && closed && house.is_none() && large && path.stroke.as_ref().is_some_and(|stroke| of_stage(stroke.color));
        self.wardrobe.path(path);
        if let Some(stroke) = path.stroke.as_mut().filter(|_| frame) {
            (stroke.color, stroke.width) = (ARROW, stroke.width.min(THIN));
        }
        if let Some(stroke) = path.stroke.as_mut().filter(|stroke| stroke.width > BROAD) {
            stroke.width = stroke.width * SLIMMER;
        }
        if path.stroke.is_none() && (card || bar) {
            let color = if bar { palette.ink } else { palette.hairline };
            path.stroke = Some(Stroke { color, width: THIN, dashes: Vec::new() });
        }
    }

    /// A picture in grey; a JPEG file in colours becomes as many pixels as its frame can show.
    fn picture(&mut self, data: &ImageData, frame: Rect) -> ImageData {
        let size = match data {
            ImageData::Jpeg(_) => (pixels(frame.width), pixels(frame.height)),
            ImageData::Raster(_) | ImageData::Drawing(_) => (0, 0),
        };
        let known = self.grey.entry((data.address(), size)).or_insert_with(|| (data.clone(), grey(data, size)));
        known.1.clone()
    }
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a frame on a page")]
fn pixels(length: Mm) -> u32 {
    (length.0 / 25.4 * limits::RASTER_DPI).ceil().clamp(1.0, 65_535.0) as u32
}

fn grey(data: &ImageData, size: (u32, u32)) -> ImageData {
    let in_grey = |mut raster: Raster| {
        for pixel in raster.rgba.chunks_exact_mut(4) {
            let Color(red, green, blue) = of_grey(Color(pixel[0], pixel[1], pixel[2]));
            pixel[..3].copy_from_slice(&[red, green, blue]);
        }
        ImageData::Raster(Arc::new(raster))
    };
    match data {
        ImageData::Jpeg(jpeg) if jpeg.grey => ImageData::Jpeg(Arc::clone(jpeg)),
        ImageData::Jpeg(jpeg) => in_grey(jpeg_pixels(jpeg, size)),
        ImageData::Raster(raster) => in_grey(Raster::clone(raster)),
        ImageData::Drawing(drawing) => {
            let shape = |shape: &Shape| {
                let mut shape = shape.clone();
                match &mut shape.paint {
                    ShapePaint::Fill(color, _) => *color = of_grey(*color),
                    ShapePaint::Stroke(pen) => pen.color = of_grey(pen.color),
                }
                shape
            };
            let shapes = drawing.shapes.iter().map(shape).collect();
            ImageData::Drawing(Arc::new(Drawing { shapes, ..**drawing }))
        }
    }
}

/// The grey that is as light as a colour (ITU-R BT.601).
fn of_grey(Color(red, green, blue): Color) -> Color {
    let grey = (u32::from(red) * 299 + u32::from(green) * 587 + u32::from(blue) * 114 + 500) / 1000;
    let grey = u8::try_from(grey).unwrap_or(u8::MAX);
    Color(grey, grey, grey)
}

/// The arrow of a phase as an outline, the rule of a stage as a line, both dashed as the stage's pattern says.
fn patterned(path: &Path, stage: usize, bounds: Rect, ink: Color) -> Path {
    let dashes = |width: Mm| PATTERNS[stage % PATTERNS.len()].iter().map(|dash| width * *dash).collect();
    if bounds.height < bounds.width * 0.1 && path.segments.len() <= 5 {
        let y = bounds.y + bounds.height / 2.0;
        let line = vec![Segment::Move(Point { x: bounds.x, y }), Segment::Line(Point { x: bounds.right(), y })];
        let stroke = Stroke { color: ink, width: bounds.height * 0.6, dashes: dashes(bounds.height * 0.6) };
        return Path { segments: line, fill: None, stroke: Some(stroke) };
    }
    let width = (bounds.height * 0.012).max(THIN * 1.5);
    Path { segments: path.segments.clone(), fill: None, stroke: Some(Stroke { color: ARROW, width, dashes: dashes(width) }) }
}

fn bounds(segments: &[Segment]) -> Rect {
    let mut points = segments.iter().flat_map(|segment| match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(one, two, to) => vec![*one, *two, *to],
        Segment::Close => Vec::new(),
    });
    let first = points.next().unwrap_or(Point { x: Mm::ZERO, y: Mm::ZERO });
    let (least, most) = points.fold((first, first), |(least, most), point| {
        let least = Point { x: least.x.min(point.x), y: least.y.min(point.y) };
        (least, Point { x: most.x.max(point.x), y: most.y.max(point.y) })
    });
    Rect::new(least.x, least.y, most.x - least.x, most.y - least.y)
}

/// A cell of a workbook without a filled surface: what stood on one is bold, and has a line around it.
pub(super) fn plain(style: &mut Style, wardrobe: &Wardrobe) {
    let palette = &wardrobe.theme.palette;
    let filled = style.fill.is_some_and(|fill| fill.contrast(Color::WHITE) >= 3.0);
    style.bold |= filled;
    style.ink = if filled { palette.ink } else { wardrobe.text(style.ink) };
    style.border = style.border.map(|border| if filled { palette.outline } else { wardrobe.surface(border) });
    style.fill = style.fill.map(|_| palette.ground);
}
