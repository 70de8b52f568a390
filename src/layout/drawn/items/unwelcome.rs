//! What is unwelcome about a text in one of several widths, where it stands by itself: best it is about three times as wide as high, and
//! its words stand on a line or two.

use super::{CellLine, CellLines, Part};
use crate::scene::Mm;

/// What a line costs beyond so many: beside a point a tower of words is harder to read than it is to find room for two lines.
const TOWER: (usize, f64) = (2, 3.0);
/// A text up to this width, in em, is parted at this cost each time.
const AT_A_GLANCE: f64 = 9.0;
const PARTED: f64 = 5.0;
/// A line of several that holds a single word costs so much.
const LONELY: f64 = 2.0;
/// A last line that has less than this share of the width costs so much.
const WIDOW: (f64, f64) = (0.4, 3.0);
/// The best width, in heights, and what it costs to have e times as much of one of them.
const BEST_RATIO: f64 = 3.0;
const OUT_OF_RATIO: f64 = 5.0;

/// Whether its lines stand on each other a word a line: that is no text any more.
#[must_use]
pub fn is_tower(lines: &CellLines) -> bool {
    ratio(lines) < 1.0 && lines.lines.len() > TOWER.0 + 1
}

/// What is unwelcome about the lines of a text that is so many em wide on one line.
#[must_use]
pub fn unwelcome(lines: &CellLines, natural: f64) -> f64 {
    let count = lines.lines.len();
    let tower = count.saturating_sub(TOWER.0) as f64 * TOWER.1;
    // A few words are read at a glance on one line, and others two at a time; and no line is left with one of them.
    let said: Vec<&CellLine> = lines.lines.iter().filter(|line| line.part == Part::Text).collect();
    let parts = said.len().saturating_sub(1) as f64;
    let parted = if natural < AT_A_GLANCE { PARTED * parts } else { 0.0 };
    let lonely = said.iter().filter(|line| parts > 0.0 && !line.set.line.text().trim().contains(' ')).count() as f64 * LONELY;
    let left = lines.lines.last().map_or(Mm::ZERO, |line| line.set.width());
    let widow = if count > 1 && left < lines.width() * WIDOW.0 { WIDOW.1 } else { 0.0 };
    (ratio(lines) / BEST_RATIO).ln().abs() * OUT_OF_RATIO + tower + parted + lonely + widow
}

fn ratio(lines: &CellLines) -> f64 {
    lines.width() / lines.height(0..lines.lines.len())
}
