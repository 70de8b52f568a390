//! What is decided of a poster before anything is drawn, and which of two such plans is better.

use super::pages::PageRows;
use super::table::Table;
use crate::layout::drawn::page::{Care, Head, Legend, Outcome, Setting};
use crate::scene::Mm;

/// So many more of a hundred lines end inside a word before that counts.
const FEW_BREAKS: f64 = 0.005;

/// Everything that is decided before anything is drawn.
pub(super) struct Plan<'a> {
    pub setting: Setting<'a>,
    pub head: Head<'a>,
    pub legend: Legend,
    pub panels: Vec<Panel>,
    /// What had to give way.
    pub care: Care,
    /// The share of lines that end inside a word.
    pub broken: f64,
}

/// Some neighbouring phases, on one or more pages.
pub(super) struct Panel {
    pub table: Table,
    pub pages: Vec<PageRows>,
}

impl Plan<'_> {
    /// How many pages it takes.
    pub fn page_count(&self) -> usize {
        self.panels.iter().map(|panel| panel.pages.len()).sum()
    }

    /// Whether it is better than one that lies the other way: about as good, fewer broken words count, and then that it lies across.
    pub fn worth_turning(&self, other: &Self, factor: f64) -> bool {
        if self.betters(other, factor) || other.betters(self, factor) {
            return self.betters(other, factor);
        }
        let more = self.broken - other.broken;
        if more.abs() > FEW_BREAKS { more < 0.0 } else { other.turned() }
    }

    /// Whether a text stands in a row of its own for want of room beside its point.
    pub fn loses_places(&self) -> bool {
        let rows = self.panels.iter().flat_map(|panel| &panel.table.rows);
        rows.filter_map(|row| row.beside.as_ref()).any(|beside| beside.lost)
    }

    /// Whether a curve has no name at its end.
    pub fn loses_names(&self) -> bool {
        self.panels.iter().any(|Panel { table, pages }| {
            let mut fragments = pages.iter().flat_map(|page| &page.fragments).filter(|fragment| fragment.curve > Mm::ZERO);
            fragments.any(|fragment| {
                let beside = table.rows[fragment.row].beside.as_ref().filter(|beside| beside.is_spine);
                beside.is_some_and(|beside| beside.loses_names(fragment.curve))
            })
        })
    }

    /// Whether it stands upright.
    pub fn turned(&self) -> bool {
        self.setting.frame.page.height > self.setting.frame.page.width
    }

    /// How many phase titles are in pieces, if only so that all can be read.
    pub fn titles_in_pieces(&self) -> usize {
        self.panels.iter().flat_map(|panel| &panel.table.arrows.parted).filter(|broken| **broken).count()
    }

    /// Whether a phase title takes more than two lines.
    pub fn has_towers(&self) -> bool {
        self.panels.iter().any(|panel| panel.table.arrows.tallest() > 2)
    }

    /// The height of all rows together.
    pub fn rows_height(&self) -> Mm {
        let pages = self.panels.iter().flat_map(|panel| &panel.pages);
        pages.map(|page| page.height(&self.setting.frame)).sum()
    }

    /// What it came to.
    pub fn outcome(&self) -> Outcome {
        Outcome { pages: self.page_count(), care: self.care, cell: self.setting.sizes.cell }
    }

    /// Whether the phases can be read from where they should be.
    pub fn reads(&self) -> bool {
        self.setting.sizes.phase >= self.setting.frame.least.phase_min
    }

    /// Whether it is better than another: fewer pages, then phases that can be read, then greater care, then more titles in whole words,
    /// then texts beside their points, then cell text that is larger by more than a factor.
    pub fn betters(&self, other: &Self, factor: f64) -> bool {
        let cell = |plan: &Self| plan.setting.sizes.cell.0;
        let rank = |plan: &Self| (plan.page_count(), !plan.reads(), plan.care, plan.titles_in_pieces(), plan.loses_places());
        let (ours, theirs) = (rank(self), rank(other));
        ours < theirs || (ours == theirs && cell(self) > cell(other) * factor)
    }
}
