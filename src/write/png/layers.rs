//! What of a page is painted, in its order, each with the rows that it may reach.

use std::ops::Range;

use resvg::tiny_skia::{FillRule, LineCap, LineJoin, Pixmap, Stroke as Pen, StrokeDash};

use super::glyphs::Glyphs;
use super::outlines::{Band, Place, single};
use super::pictures::Pictures;
use crate::picture::drawn::paint;
use crate::scene::missing::{DIGITS, Digits, FRAME};
use crate::scene::walk::{Step, walk};
use crate::scene::{Color, FaceId, Glyph, Image, Missing, Mm, Page, Path, Point, Segment, Stroke, TextRun};

/// What is painted of a page.
pub(super) struct Layers<'p> {
    /// Pixels in a millimetre.
    scale: f64,
    /// Pixels on the sheet to the left of the page, and above it.
    beyond: f64,
    painted: Vec<Layer<'p>>,
    pictures: Pictures,
}

/// One thing that is painted.
struct Layer<'p> {
    /// The millimetres from the top of the page between which it lies, generously.
    reach: Range<f64>,
    what: What<'p>,
}

enum What<'p> {
    Text(&'p TextRun),
    Missing(&'p Missing),
    Path(&'p Path),
    Image(&'p Image),
}

impl<'p> Layers<'p> {
    /// The layers of a page that lies so many pixels from the corner of its sheet; its pictures are made into as many pixels as are seen.
    pub fn of(page: &'p Page, scale: f64, beyond: f64, glyphs: &mut Glyphs<'_>) -> Self {
        let mut layers = Vec::new();
        walk(&page.nodes, &mut |step| {
            let what = match step {
                Step::Open(_) | Step::Close(_) | Step::OpenLink(_) | Step::CloseLink(_) => return,
                Step::Text(run) => What::Text(run),
                Step::Missing(missing) => What::Missing(missing),
                Step::Path(path) => What::Path(path),
                Step::Image(image) => What::Image(image),
            };
            if let Some(reach) = reach(&what, glyphs) {
                layers.push(Layer { reach, what });
            }
        });
        for what in page.marks().map(What::Path) {
            if let Some(reach) = reach(&what, glyphs) {
                layers.push(Layer { reach, what });
            }
        }
        let images = layers.iter().filter_map(|layer| match layer.what {
            What::Image(image) => Some(image),
            What::Text(_) | What::Missing(_) | What::Path(_) => None,
        });
        let pictures = Pictures::of(images, scale);
        Self { scale, beyond, painted: layers, pictures }
    }

    /// Paints what reaches a band that begins at a column and a row.
    pub fn paint(&self, pixels: &mut Pixmap, (left, top): (u32, u32), glyphs: &mut Glyphs<'_>) {
        let row = |row: u32| (f64::from(row) - self.beyond) / self.scale;
        let (from, to) = (row(top), row(top + pixels.height()));
        let page = Place { across: self.scale, down: self.scale, x: self.beyond - f64::from(left), y: self.beyond };
        let band = &mut Band { pixels, top, mask: None };
        for layer in self.painted.iter().filter(|layer| layer.reach.start <= to && layer.reach.end >= from) {
            match &layer.what {
                What::Text(run) => text(run, page, glyphs, band),
                What::Missing(text) => missing(text, page, glyphs, band),
                What::Path(path) => outline(path, page, band),
                What::Image(image) => self.pictures.paint(image, page, band),
            }
        }
    }
}

/// What a layer may reach, with a millimetre to spare for edges that are smoothed; nothing when there is nothing to see.
fn reach(what: &What<'_>, glyphs: &mut Glyphs<'_>) -> Option<Range<f64>> {
    let (from, to) = match what {
        What::Text(run) => {
            let em = Mm::from(run.size).0 / glyphs.units_per_em(run.face);
            let mut ends: Option<(f64, f64)> = None;
            for glyph in run.glyphs.iter() {
                let Some(traced) = glyphs.traced(run.face, glyph.id) else { continue };
                let edge = |y: f64| run.origin.y.0 - (y + f64::from(glyph.dy)) * em;
                // In a font y goes upwards.
                let (high, low) = (edge(traced.reach.1), edge(traced.reach.0));
                ends = Some(ends.map_or((high, low), |(from, to)| (from.min(high), to.max(low))));
            }
            ends?
        }
        What::Missing(missing) => {
            let em = Mm::from(missing.size).0;
            (missing.origin.y.0 - em, missing.origin.y.0 + em)
        }
        What::Path(path) => {
            let ends = path.segments.iter().flat_map(points).map(|point| point.y.0);
            let (from, to) = ends.fold((f64::INFINITY, f64::NEG_INFINITY), |(from, to), y| (from.min(y), to.max(y)));
            let line = path.stroke.as_ref().map_or(0.0, |stroke| stroke.width.0);
            (from - line, to + line)
        }
        What::Image(image) => (image.frame.y.0, image.frame.bottom().0),
    };
    (from <= to).then_some(from - 1.0..to + 1.0)
}

fn points(segment: &Segment) -> Vec<Point> {
    match segment {
        Segment::Move(to) | Segment::Line(to) => vec![*to],
        Segment::Curve(a, b, to) => vec![*a, *b, *to],
        Segment::Close => Vec::new(),
    }
}

fn text(run: &TextRun, page: Place, glyphs: &mut Glyphs<'_>, band: &mut Band<'_>) {
    let factor = Mm::from(run.size).0 / glyphs.units_per_em(run.face);
    let space = page.within((run.origin.x.0, run.origin.y.0), (factor, -factor));
    row(&run.glyphs, run.face, space, run.color, glyphs, band);
}

/// Paints glyphs side by side, from the origin of a space of font units.
fn row(row: &[Glyph], face: FaceId, space: Place, color: Color, glyphs: &mut Glyphs<'_>, band: &mut Band<'_>) {
    let mut pen = 0.0;
    for glyph in row {
        if let Some(traced) = glyphs.traced(face, glyph.id) {
            let place = space.within((pen + f64::from(glyph.dx), f64::from(glyph.dy)), (1.0, 1.0));
            let [one, other] = [traced.across.0, traced.across.1].map(|x| place.x + x * place.across);
            // What lies beside a strip is not traced for it.
            if one.max(other) >= -1.0 && one.min(other) <= f64::from(band.pixels.width()) + 1.0 {
                band.fill(&traced.outline, place, &paint(color), FillRule::Winding);
            }
        }
        pen += f64::from(glyph.advance);
    }
}

/// Frames with digits, an em each.
fn missing(missing: &Missing, page: Place, glyphs: &mut Glyphs<'_>, band: &mut Band<'_>) {
    let em = Mm::from(missing.size).0;
    let origin = page.within((missing.origin.x.0, missing.origin.y.0), (em, -em));
    let edges: Vec<Segment> = FRAME.iter().flat_map(corners).collect();
    for (place, frame) in missing.frames.iter().enumerate() {
        let space = origin.within((place as f64, 0.0), (1.0, 1.0));
        band.fill(&edges, space, &paint(missing.color), FillRule::Winding);
        for digits in [&frame.upper, &frame.lower] {
            let Digits { face, left, rise, .. } = **digits;
            let factor = DIGITS / glyphs.units_per_em(face);
            row(&digits.glyphs, face, space.within((left, rise), (factor, factor)), missing.color, glyphs, band);
        }
    }
}

fn corners(corners: &[(f64, f64); 4]) -> Vec<Segment> {
    let point = |nth: usize| Point::new(corners[nth].0, corners[nth].1);
    vec![Segment::Move(point(0)), Segment::Line(point(1)), Segment::Line(point(2)), Segment::Line(point(3)), Segment::Close]
}

fn outline(shape: &Path, page: Place, band: &mut Band<'_>) {
    if let Some(color) = shape.fill {
        band.fill(&shape.segments, page, &paint(color), FillRule::Winding);
    }
    if let Some(Stroke { color, width, dashes }) = &shape.stroke
        && width.0 > 0.0
    {
        let dashes = dashes.iter().map(|dash| single(dash.0)).collect::<Vec<_>>();
        // An odd number of dashes is gone through twice.
        let dashes = if dashes.len() % 2 == 1 { dashes.repeat(2) } else { dashes };
        let pen = Pen {
            width: single(width.0),
            line_cap: LineCap::Round,
            line_join: LineJoin::Round,
            // Nothing comes of dashes that are none, and the line is solid.
            dash: StrokeDash::new(dashes, 0.0),
            ..Pen::default()
        };
        band.stroke(&shape.segments, page, &paint(*color), &pen);
    }
}
