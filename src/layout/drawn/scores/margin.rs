//! The names of curves in the margin at their ends, where all of them have room.

use super::laid::Laid;
use super::plot::Plot;
use super::traced;
use crate::layout::drawn::labels::Spot;
use crate::layout::drawn::text::SetLine;
use crate::scene::{Mm, Point, Rect};

/// From the end of a line to its name, in em.
pub(super) const AWAY: f64 = 1.3;
/// Between two names, in em.
const APART: f64 = 0.35;

/// Puts the names that are not placed yet at the heights of the ends of their curves, pushed apart as far as they must be, each with a line
/// to that end. None is put where not all of them have room above each other.
pub(super) fn name(laid: &mut Laid, plot: &Plot) {
    let ends = laid.curves.iter().map(|dots| traced(dots).last().copied().filter(|_| dots.len() > 1));
    let wanted = ends.zip(&plot.names).enumerate().filter(|(curve, _)| laid.names[*curve].is_none());
    let mut wanted: Vec<Wanted> = wanted
        .filter_map(|(curve, (end, shapes))| {
            let lines = shapes.first()?;
            Some(Wanted { curve, end: end?, lines, height: lines.iter().map(SetLine::height).sum(), top: Mm::ZERO })
        })
        .collect();
    wanted.sort_by(|one, other| one.end.y.0.total_cmp(&other.end.y.0).then(one.curve.cmp(&other.curve)));
    let apart = plot.em * APART;
    let needed = wanted.iter().map(|name| name.height).sum::<Mm>() + apart * (wanted.len().max(1) - 1) as f64;
    if needed > laid.frame.height {
        return;
    }
    let mut free = laid.frame.y;
    for name in &mut wanted {
        name.top = (name.end.y - name.height / 2.0).max(free);
        free = name.top + name.height + apart;
    }
    let mut foot = laid.frame.bottom();
    for name in wanted.iter_mut().rev() {
        name.top = name.top.min(foot - name.height);
        foot = name.top - apart;
    }
    for Wanted { curve, end, lines, height, top } in wanted {
        let x = laid.frame.right() + plot.em * AWAY;
        let width = lines.iter().map(SetLine::width).fold(Mm::ZERO, Mm::max) + Mm(0.01);
        let from = Point { x: end.x + plot.em * 0.15, y: end.y };
        let to = Point { x: x - plot.em * 0.25, y: top + height / 2.0 };
        let frame = Rect::new(x, top, width, height);
        laid.names[curve] = Some((lines.clone(), Spot { shape: 0, frame, leader: Some((from, to)), cost: 0.0 }));
    }
}

struct Wanted<'a> {
    curve: usize,
    end: Point,
    lines: &'a Vec<SetLine>,
    height: Mm,
    top: Mm,
}
