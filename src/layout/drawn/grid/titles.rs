//! The titles of phases over their columns.

use std::ops::Range;

use super::content::Content;
use super::table::columns;
use crate::layout::drawn::page::{Care, Frame, OVERLONG, Setting, Sizes, TOO_LONG};
use crate::layout::drawn::phases::{Column, Division, headline, mean};
use crate::layout::drawn::text::Block;
use crate::scene::{Mm, Pt};

/// The titles of all phases, each with the width of its column.
pub(super) fn titles<'a>(content: &'a Content, panels: &[Range<usize>], columns: &[Vec<Column>]) -> Vec<(&'a Block, Mm)> {
    let titles = panels.iter().zip(columns).flat_map(|(phases, columns)| {
        content.phases[phases.clone()].iter().zip(columns).map(|(phase, (_, width))| (&phase.title, *width))
    });
    titles.collect()
}

/// Titles break for that in type up to so many times the least: what they gain beyond is not worth it.
const BROKEN_FOR_READING: f64 = 1.15;

/// Columns, and the size of the titles over them. Where these cannot be read from where they should be as long as their words stand whole, not
/// even in the least type, words break at their joints before titles get smaller than that.
pub(super) fn headed<'a>(
    content: &'a Content,
    (frame, cell, care): (Frame, Pt, Care),
    panels: &[Range<usize>],
    division: Division,
) -> Option<(Setting<'a>, Vec<Vec<Column>>)> {
    let (least, asked) = (frame.least.cell_min, frame.least.phase_min);
    let of = |cell: Pt, overlong: f64, care: Care| {
        let mut setting = Setting::new(content.journey, content.context, frame, Sizes::new(&frame, cell));
        setting.sizes.overlong = overlong;
        let columns: Vec<Vec<Column>> = panels.iter().map(|phases| columns(content, &setting, phases, division)).collect();
        let titles = titles(content, panels, &columns);
        setting.sizes.phase = headline(&titles, mean(titles.iter().map(|(_, width)| *width)), &setting, care)?;
        Some((setting, columns))
    };
    let size = |found: &Option<(Setting, Vec<Vec<Column>>)>| found.as_ref().map_or(Pt(0.0), |(setting, _)| setting.sizes.phase);
    let whole = of(cell, OVERLONG, care);
    let small = cell.0 <= least.0 * BROKEN_FOR_READING;
    if !small || size(&whole) >= asked || size(&of(least, OVERLONG, Care::Small)) >= asked {
        return whole;
    }
    let broken = of(cell, TOO_LONG, care);
    if size(&broken) > size(&whole) { broken } else { whole }
}
