//! Chooses widths and paper for records.

use super::{NARROWEST, RowTag, WIDEST};
use crate::layout::tabular::draft::Draft;
use crate::layout::tabular::fit::{self, Fit};
use crate::layout::tabular::widths::{self, Bounds};
use crate::paper::{Orientation, Paper};
use crate::scene::Pt;
use crate::text::office::{BODY, Pixels};

/// Widths that are tried between that of full size and that of the least legible one.
const TRIES: u32 = 6;

/// What is to be brought on a page.
pub struct Page<'a> {
    /// All rows, the head too.
    pub drafts: &'a [Draft<RowTag>],
    /// How narrow and how wide each column may be.
    pub bounds: &'a [Bounds],
    /// Which columns may be wider than what they say.
    pub wide: &'a [bool],
    /// Which way the paper lies.
    pub orientation: Orientation,
}

impl Page<'_> {
    /// Chooses the widths and the paper: the first on which the whole stands on one page; else the first that is wide enough.
    pub fn choose(&self, papers: &[Paper]) -> Fit {
        let legible = |paper: &Paper| widths::page(fit::room(paper, self.orientation).0).1;
        let tries = papers.iter().filter(|paper| least(self.bounds) <= legible(paper));
        let tries: Vec<_> = tries.map(|paper| self.on_paper(paper)).collect();
        let whole = tries.iter().position(|fit| fit.pages_tall == Some(1)).unwrap_or(0);
        tries.into_iter().nth(whole).unwrap_or_else(|| {
            let paper = papers.last().cloned().unwrap_or_default();
            let bounds = broken(self.bounds, legible(&paper));
            Page { bounds: &bounds, ..*self }.on_paper(&paper)
        })
    }

    /// The widths on a paper: of those that print legibly the ones that take the fewest pages, and of these the largest print.
    fn on_paper(&self, paper: &Paper) -> Fit {
        let (wide, _) = fit::room(paper, self.orientation);
        let (full, legible) = widths::page(wide);
        let tries = (0..=TRIES).map(|share| Pixels(full.0 + (legible.0 - full.0) * share / TRIES));
        let mut best = self.at(paper, full);
        for whole in tries.skip(1) {
            if best.0 == 1 {
                break;
            }
            let other = self.at(paper, whole);
            if other.0 < best.0 {
                best = other;
            }
        }
        best.1
    }

    /// The widths that take no more than `whole`, and the number of pages that it takes.
    fn at(&self, paper: &Paper, whole: Pixels) -> (usize, Fit) {
        let (wide, tall) = fit::room(paper, self.orientation);
        let records: Vec<_> = self.drafts.iter().filter(|draft| draft.tag != RowTag::Head).collect();
        let mut columns = widths::share(&records, self.bounds, whole);
        widths::fill(&mut columns, self.wide, widths::page(wide).0, WIDEST);
        let width: Pt = columns.iter().map(|column| column.points()).sum();
        let height: Pt = self.drafts.iter().map(|draft| draft.height(&columns)).sum();
        let scale = (wide / width).min(1.0);
        let one = BODY * scale.min(tall / height) >= widths::LEGIBLE;
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of pages")]
        let pages = if one { 1 } else { (height * scale / tall).ceil().max(2.0) as usize };
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 999")]
        let pages_wide = ((width / wide) * (widths::LEGIBLE / BODY) - 1e-6).ceil().clamp(1.0, 999.0) as u16;
        (pages, Fit { columns, paper: paper.clone(), pages_wide, pages_tall: one.then_some(1) })
    }
}

fn least(bounds: &[Bounds]) -> Pixels {
    Pixels(bounds.iter().map(|bounds| bounds.least.0).sum())
}

/// The bounds with the widest columns made narrower, so that their words are broken, until all fit.
fn broken(bounds: &[Bounds], whole: Pixels) -> Vec<Bounds> {
    let mut bounds = bounds.to_vec();
    while least(&bounds) > whole {
        let widest = bounds.iter().map(|bounds| bounds.least).max().unwrap_or_default();
        if widest <= NARROWEST.1 {
            break;
        }
        for bounds in bounds.iter_mut().filter(|bounds| bounds.least == widest) {
            bounds.least = Pixels(widest.0 * 7 / 8).max(NARROWEST.1);
        }
    }
    bounds
}
