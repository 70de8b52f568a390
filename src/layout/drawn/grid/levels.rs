//! Curves that go on from one page to another: how high they rise on each.

use std::ops::Range;
use std::rc::Rc;

use super::beside::Beside;
use super::pages::Fragment;
use super::plan::{Panel, Plan};
use super::row::Row;
use crate::layout::drawn::page::Sizes;
use crate::scene::Mm;

/// Lets curves that go on from one page to another rise alike on each, so that the same score looks the same, and pages that hang side by
/// side give one line: as high as where there is the least room for it.
pub(super) fn alike(plan: &mut Plan) {
    let sizes = plan.setting.sizes;
    let Some((first, further)) = plan.panels.split_first() else { return };
    let curves = first.table.rows.iter().filter_map(|row| row.beside.as_ref());
    let shared: Vec<Range<usize>> = curves.map(|beside| beside.lanes.clone()).filter(|_| !further.is_empty()).collect();
    for lanes in shared {
        let heights = plan.panels.iter_mut().filter_map(|panel| {
            let (fragment, beside, _) = curve_of(panel, &lanes, &sizes)?;
            Some(beside.scale_height(fragment.curve))
        });
        let Some(least) = heights.reduce(Mm::min) else { continue };
        for (fragment, beside, titled) in plan.panels.iter_mut().filter_map(|panel| curve_of(panel, &lanes, &sizes)) {
            // A row is as high as its title at the least.
            let spare = (fragment.height - titled).max(Mm::ZERO);
            let (mut low, mut high) = (beside.least().max(fragment.curve - spare), fragment.curve);
            for _ in 0..LEVELLED {
                let middle = (low + high) / 2.0;
                let fits =
                    beside.scale_height(high) > least * 1.01 && beside.holds(middle) && beside.scale_height(middle) >= least;
                (low, high) = if fits { (low, middle) } else { (middle, high) };
            }
            (fragment.curve, fragment.height) = (high, fragment.height - (fragment.curve - high));
        }
    }
}

/// The curves of some lanes where they are drawn on the pages of a panel, and how high the title of their row is.
fn curve_of<'p>(panel: &'p mut Panel, lanes: &Range<usize>, sizes: &Sizes) -> Option<(&'p mut Fragment, Rc<Beside>, Mm)> {
    let own = |row: &Row| row.beside.as_ref().filter(|beside| beside.lanes == *lanes).map(Rc::clone);
    let (row, beside) = panel.table.rows.iter().enumerate().find_map(|(row, of)| Some((row, own(of)?)))?;
    let mut fragments = panel.pages.iter_mut().flat_map(|page| &mut page.fragments);
    let fragment = fragments.find(|fragment| fragment.row == row && fragment.curve > Mm::ZERO)?;
    let header = &panel.table.rows[row].header;
    Some((fragment, beside, header.height(0..header.lines.len()) + sizes.pad() * 2.0))
}

/// Halving the room this often comes close enough to a height of a curve.
const LEVELLED: usize = 5;
