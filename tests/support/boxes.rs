//! Where the ink of a page is: the box of each text run, and the frame in which it should lie.

use klantreis::scene::walk::{Step, walk};
use klantreis::scene::{Mm, Node, Rect, TextRun};
use klantreis::text::Fonts;
use skrifa::instance::{LocationRef, Size};
use skrifa::{GlyphId, MetadataProvider};

/// A run with its ink, and the innermost frame around it.
pub struct Boxed<'a> {
    pub run: &'a TextRun,
    pub ink: Rect,
    pub frame: Option<Rect>,
}

/// The text runs that leave ink on a page.
pub fn boxes<'a>(nodes: &'a [Node], fonts: &Fonts) -> Vec<Boxed<'a>> {
    let mut frames: Vec<Option<Rect>> = vec![None];
    let mut boxes = Vec::new();
    walk(nodes, &mut |step| match step {
        Step::Open(group) => frames.push(group.frame.or(frames[frames.len() - 1])),
        Step::Close(_) => {
            frames.pop();
        }
        Step::Text(run) => {
            if let Some(ink) = ink(run, fonts) {
                boxes.push(Boxed { run, ink, frame: frames[frames.len() - 1] });
            }
        }
        Step::OpenLink(_) | Step::CloseLink(_) | Step::Missing(_) | Step::Path(_) | Step::Image(_) => {}
    });
    boxes
}

/// The box around the outlines of a run's glyphs.
fn ink(run: &TextRun, fonts: &Fonts) -> Option<Rect> {
    let face = fonts.face(run.face);
    let metrics = face.font().glyph_metrics(Size::unscaled(), LocationRef::default());
    let unit = Mm::from(run.size) / f64::from(face.units_per_em);
    let mut pen = 0_i32;
    let mut all: Option<Rect> = None;
    for glyph in run.glyphs.iter() {
        let (x, y) = (f64::from(pen + glyph.dx), f64::from(glyph.dy));
        if let Some(bounds) = metrics.bounds(GlyphId::from(glyph.id)).filter(|bounds| bounds.x_max > bounds.x_min) {
            let left = run.origin.x + unit * (x + f64::from(bounds.x_min));
            let top = run.origin.y - unit * (y + f64::from(bounds.y_max));
            let width = unit * f64::from(bounds.x_max - bounds.x_min);
            let height = unit * f64::from(bounds.y_max - bounds.y_min);
            let ink = Rect::new(left, top, width, height);
            all = Some(all.map_or(ink, |all| all.union(ink)));
        }
        pen += glyph.advance;
    }
    all
}
