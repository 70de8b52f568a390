//! The title of the journey.

use super::super::{Setting, TITLE_RATIO};
use crate::layout::drawn::text::{Block, SetLine};
use crate::scene::{Mm, Pt};

/// The title takes at most this share of the page's height; what is longer stands in the table.
const MOST: f64 = 0.2;
/// A title of several lines grows above its least size only within this share.
const GROWTH: f64 = 0.1;
/// Lines of a title before it shrinks.
const LINES: usize = 3;
/// How much larger than its least size a title is when there is room.
const GENEROUS: f64 = 1.45;

/// The least size of a title that is not too long for it.
fn least_size(setting: &Setting) -> Pt {
    setting.frame.least.title_min.max(setting.sizes.phase * TITLE_RATIO)
}

/// The lines of a title: on one line as large as fits, up to that much larger than its least size; on up to three lines, as large as
/// that; smaller only when it takes more. Nothing when it takes too much of the page even at the size of subtitles.
pub(super) fn set(title: &Block, setting: &Setting, width: Mm) -> Option<Vec<SetLine>> {
    let (page, lead) = (setting.frame.height(), setting.sizes.lead);
    let least = least_size(setting);
    let generous = if setting.frame.spares_ink { 1.0 } else { GENEROUS };
    let fitting = Pt(Pt::from(width / title.natural_width().max(1.0)).0.floor());
    let within = |size: Pt, most: Mm| title.set_within(setting.typesetter(), width, size, most);
    let in_lines = |size: Pt, most: Mm| within(size, most).filter(|lines| lines.len() <= LINES);
    if fitting >= least {
        return in_lines(fitting.min(Pt((least.0 * generous).floor())), page * MOST).or_else(|| within(lead, page * MOST));
    }
    let smallest = in_lines(least, page * MOST);
    if let Some(lines) = smallest {
        let larger = (1..=5_u32).rev().map(|step| Pt((least.0 * (1.0 + f64::from(step) * (generous - 1.0) / 5.0)).round()));
        let larger = larger.filter_map(|size| in_lines(size, page * GROWTH)).find(|larger| larger.len() <= lines.len().max(2));
        return Some(larger.unwrap_or(lines));
    }
    let mut size = least - Pt(1.0);
    while size > lead {
        if let Some(lines) = in_lines(size, page * MOST) {
            return Some(lines);
        }
        size -= Pt(1.0);
    }
    within(lead, page * MOST)
}
