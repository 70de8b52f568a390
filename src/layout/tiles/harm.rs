//! What seams go through: the boxes of glyphs, and those of faces, stars and other small signs.

use skrifa::outline::OutlinePen;
use std::collections::BTreeMap;

use super::grid::{Axis, Grid};
use super::piece::around;
use crate::paper::tiling::{SEAM, um};
use crate::scene::walk::{Step, walk};
use crate::scene::{FaceId, Mm, Node, Rect};
use crate::text::Fonts;

/// What a seam may go through on a page.
pub struct Harm {
    /// Boxes of glyphs.
    pub glyphs: Vec<Rect>,
    /// Boxes of faces, stars, signs and pictures.
    pub signs: Vec<Rect>,
}

/// A sign that is larger than this is a surface, and may be cut.
const SIGN: Mm = Mm(40.0);
/// A sign that is cut counts as so many glyphs.
const SIGN_COST: f64 = 10.0;
/// So far from a glyph or a sign a seam is better than nearer to it, by a small part of what a cut costs.
const CLEAR: Mm = Mm(2.0);
const NEAR: f64 = 0.01;

impl Harm {
    /// What there is on a page.
    #[must_use]
    pub fn of(nodes: &[Node], fonts: &Fonts) -> Self {
        let (mut harm, mut known) = (Self { glyphs: Vec::new(), signs: Vec::new() }, BTreeMap::new());
        walk(nodes, &mut |step| match step {
            Step::Text(run) => {
                let em = Mm::from(run.size) / f64::from(fonts.face(run.face).units_per_em);
                let mut pen = 0.0;
                for glyph in run.glyphs.iter() {
                    if let Some([left, low, right, high]) = ink(run.face, glyph.id, fonts, &mut known) {
                        let (x, y) = (pen + f64::from(glyph.dx), f64::from(glyph.dy));
                        let corner = (run.origin.x + em * (x + left), run.origin.y - em * (y + high));
                        harm.glyphs.push(Rect::new(corner.0, corner.1, em * (right - left), em * (high - low)));
                    }
                    pen += f64::from(glyph.advance);
                }
            }
            Step::Missing(missing) => {
                let em = Mm::from(missing.size);
                for place in 0..missing.frames.len() {
                    harm.glyphs.push(Rect::new(
                        missing.origin.x + em * place as f64,
                        missing.origin.y - em * 0.82,
                        em,
                        em * 0.94,
                    ));
                }
            }
            Step::Path(path) => {
                let small = around(&path.segments).filter(|bounds| bounds.width.max(bounds.height) <= SIGN);
                // A line is cut without harm; of anything else its outline belongs to it.
                let small = small.filter(|bounds| bounds.width.min(bounds.height) > Mm(1.0));
                let half = path.stroke.as_ref().map_or(Mm::ZERO, |stroke| stroke.width / 2.0);
                harm.signs
                    .extend(small.map(|it| Rect::new(it.x - half, it.y - half, it.width + half * 2.0, it.height + half * 2.0)));
            }
            Step::Image(image) => harm.signs.push(image.frame),
            Step::Open(_) | Step::Close(_) | Step::OpenLink(_) | Step::CloseLink(_) => {}
        });
        harm
    }

    /// How many glyphs no sheet has whole.
    #[must_use]
    pub fn cut(&self, grid: &Grid) -> usize {
        cut(&self.glyphs, grid)
    }

    /// What the seams of a grid cost.
    pub(super) fn through(&self, grid: &Grid) -> f64 {
        cut(&self.glyphs, grid) as f64 + cut(&self.signs, grid) as f64 * SIGN_COST
    }

    /// What a seam across a way costs at each place of a side, of what lies between two places of the other.
    pub(super) fn costs(&self, axis: Axis, side: Mm, within: (i64, i64)) -> Vec<f64> {
        let length = usize::try_from(um(side) / SEAM + 1).unwrap_or(0);
        // What changes from place to place, summed up at the end; in whole numbers, so that what comes and goes leaves nothing.
        let mut changes = vec![0_i64; length + 1];
        let place = |um: i64| usize::try_from(um.max(0)).unwrap_or(0).min(length);
        let mut add = |(from, to): (i64, i64), cost: f64| {
            let (first, last) = (place(from.div_euclid(SEAM) + 1), place((to - 1).div_euclid(SEAM) + 1));
            if first < last {
                #[allow(clippy::cast_possible_truncation, reason = "a small number")]
                let cost = (cost / NEAR).round() as i64;
                changes[first] += cost;
                changes[last] -= cost;
            }
        };
        let reached = |rect: &&Rect| {
            let (from, to) = axis.other().ends(rect);
            from < within.1 && within.0 < to
        };
        let clear = um(CLEAR);
        for (from, to) in self.glyphs.iter().filter(reached).map(|glyph| axis.ends(glyph)) {
            add((from, to), 1.0);
            add((from - clear, to + clear), NEAR);
        }
        for ends in self.signs.iter().filter(reached).map(|sign| axis.ends(sign)) {
            add(ends, SIGN_COST);
            add((ends.0 - clear, ends.1 + clear), SIGN_COST * NEAR);
        }
        let mut cost = 0;
        let sum = |change: &i64| {
            cost += change;
            cost as f64 * NEAR
        };
        changes[..length].iter().map(sum).collect()
    }
}

/// How many boxes no sheet has whole.
fn cut(boxes: &[Rect], grid: &Grid) -> usize {
    let within = |ends: (i64, i64), seen: (i64, i64)| seen.0 <= ends.0 && ends.1 <= seen.1;
    let whole = |rect: &Rect| {
        let (across, down) = (Axis::Across.ends(rect), Axis::Down.ends(rect));
        grid.all().any(|tile| within(across, tile.across.seen) && within(down, tile.down.seen))
    };
    boxes.iter().filter(|rect| !whole(rect)).count()
}

/// The box of a glyph's ink in font units: left, lower, right and upper edge.
fn ink(face: FaceId, glyph: u16, fonts: &Fonts, known: &mut BTreeMap<(FaceId, u16), Option<[f64; 4]>>) -> Option<[f64; 4]> {
    *known.entry((face, glyph)).or_insert_with(|| {
        let mut bounds = Bounds(None);
        fonts.face(face).outline(glyph, &mut bounds);
        bounds.0
    })
}

/// The box around all points of an outline.
struct Bounds(Option<[f64; 4]>);

impl Bounds {
    fn add(&mut self, x: f32, y: f32) {
        let (x, y) = (f64::from(x), f64::from(y));
        let [left, low, right, high] = self.0.unwrap_or([x, y, x, y]);
        self.0 = Some([left.min(x), low.min(y), right.max(x), high.max(y)]);
    }
}

impl OutlinePen for Bounds {
    fn move_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.add(x, y);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.add(cx, cy);
        self.add(x, y);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        self.add(ax, ay);
        self.add(bx, by);
        self.add(x, y);
    }

    fn close(&mut self) {}
}
