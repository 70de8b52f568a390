//! The width divided among the phases.

use std::ops::Range;

use super::Division;
use crate::layout::drawn::block::Block;
use crate::layout::drawn::matrix::content::{Content, LaneText};
use crate::layout::drawn::matrix::sizes::{Frame, Sizes};
use crate::scene::Mm;

/// A column gets at least this share of what it would get if all were alike.
const NARROWEST_SHARE: f64 = 0.75;
/// And at most this share.
const WIDEST_SHARE: f64 = 1.5;

/// Left edge and width of the column of each phase.
pub(super) fn columns(
    content: &Content,
    frame: &Frame,
    sizes: &Sizes,
    phases: &Range<usize>,
    left: Mm,
    division: Division,
) -> Vec<(Mm, Mm)> {
    let count = phases.len() as f64;
    let room = frame.margin + frame.width() - left - frame.gutter * (count - 1.0);
    let even = room / count;
    let shares: Vec<f64> = match division {
        Division::Even => vec![1.0; phases.len()],
        Division::ByNeed => phases.clone().map(|phase| need(content, phase)).collect(),
    };
    let mean = shares.iter().sum::<f64>() / count;
    // Half of the width is shared by need and half evenly, and an empty phase keeps room to write in: no column starves.
    let mut widths: Vec<Mm> =
        shares.iter().map(|share| even * (0.5 + 0.5 * share / mean.max(1e-9)).clamp(NARROWEST_SHARE, WIDEST_SHARE)).collect();
    if division == Division::ByNeed {
        let floor = |phase: usize| {
            let items = content.lanes.iter().flat_map(|lane| &lane.cells[phase]);
            let words = items.filter_map(|item| item.text.as_ref()).map(Block::widest_word);
            sizes.em() * words.fold(0.0, f64::max) + sizes.indent() + sizes.outdent()
        };
        let floors: Vec<Mm> = phases.clone().map(|phase| floor(phase).min(even * 1.25)).collect();
        for (width, floor) in widths.iter_mut().zip(&floors) {
            *width = width.max(*floor);
        }
        let total: Mm = widths.iter().copied().sum();
        for width in &mut widths {
            *width = *width * (room / total);
        }
    }
    let mut x = left;
    widths
        .into_iter()
        .map(|width| {
            let column = (x, width);
            x += width + frame.gutter;
            column
        })
        .collect()
}

/// How much a phase has to say, as a share of width: rows are as high as their fullest cell, so the root of the amount.
fn need(content: &Content, phase: usize) -> f64 {
    let amount = |lane: &LaneText| {
        let texts: f64 = lane.cells[phase]
            .iter()
            .filter(|item| item.bar.is_none())
            .filter_map(|item| item.text.as_ref())
            .map(Block::amount)
            .sum();
        texts.sqrt()
    };
    1.0 + content.lanes.iter().map(amount).sum::<f64>()
}
