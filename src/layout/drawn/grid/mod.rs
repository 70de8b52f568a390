//! A poster of phases across and lanes down that fits its paper: what it says, how its width is divided, its rows on as many pages as
//! they take, and the drawing of both.
//!
//! The size of cell text is searched by measuring, between the least legible size of the paper and twice that, or three times where hardly
//! anything is said. What does not fit at the least size goes on on further pages, and a warning says what, and on which paper all would
//! stand on one page.

mod bars;
mod beside;
mod blank;
mod content;
mod fit;
mod lanes;
mod levels;
mod lists;
mod notes;
mod order;
mod pages;
mod plan;
mod render;
mod report;
mod row;
mod rows;
mod signs;
mod sizes;
mod table;
mod template;
mod titles;
mod years;

pub use order::Order;
pub use template::template;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use self::content::Content;
use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::layout::drawn::ink::Readings;
use crate::layout::drawn::page::hard_to_read;
use crate::layout::drawn::text::Missing;
use crate::layout::{Context, Laid};
use crate::scene::Scene;

/// What was measured, by the item that tells it: the id of its lane, its phase and its place in the cell.
pub type Figures = BTreeMap<(String, usize, usize), Readings>;

/// What a layout asks of its grid.
#[derive(Debug, Clone, Default)]
pub struct Design {
    /// The lanes whose curve stands directly under the arrows, on white and with a large part of the page; none where curves stand among
    /// the other rows.
    pub spine: Option<Range<usize>>,
    /// How much of the page the spine has.
    pub share: Share,
    /// Items stand in the manner of their lane on the tint of their column, and what the customer does not see below a line; otherwise
    /// each cell is a white card.
    pub manners: bool,
    /// How long a phase takes stands in its arrow, not below it.
    pub timed: bool,
    /// Loops, skips and exits are arcs over the arrows.
    pub linked: bool,
    /// Items that stand beside their points or nowhere, by lane, phase and place in the cell: what they say is said elsewhere.
    pub passing: BTreeSet<(usize, usize, usize)>,
    /// Items of curves that are what a contact is called, by lane, phase and place in the cell: they are set upright.
    pub called: BTreeSet<(usize, usize, usize)>,
    /// The contacts at which the journey turns and at which customers leave, by the points of curves that are marked for them.
    pub turning: BTreeMap<(usize, usize, usize), [Option<String>; 2]>,
    /// Items with a drawing of what was measured.
    pub figures: Figures,
}

/// How much of the page the spine has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Share {
    /// As much as leaves room for all that stands below it.
    #[default]
    Part,
    /// Most of it: the poster is about the spine. Several curves of it are named in a margin at its right, and the gap between what was
    /// expected and what came is shown.
    Most,
}

impl Design {
    /// Whether the poster is about the spine.
    fn alone(&self) -> bool {
        self.share == Share::Most
    }
}

/// Lays a journey out as a grid and draws its pages.
#[must_use]
pub fn draw(journey: &Journey, context: &Context, design: &Design) -> Laid<Scene> {
    let missing = Missing::default();
    let content = Content::new(journey, context, design, &missing);
    let plan = fit::plan(&content, context.paper, context.orientation);
    let overflow = report::overflow(&content, &plan, context.paper, context.orientation);
    let titles = journey.phases.iter().zip(&content.phases);
    let titles: Vec<_> = titles.map(|(phase, text)| (phase.title.as_str(), &text.title)).collect();
    let of = (context.paper, context.orientation);
    let hard = hard_to_read(&titles, plan.care, &plan.setting, || report::readable(&content, &plan, of));
    let notes = blank::held_notes(&content, &plan, context.paper, context.orientation);
    let fitted = context.fit.then(|| sizes::fitted(&content, &plan, of));
    let setting = plan.setting;
    let pages = render::pages(&content, plan);
    let fit = fitted.map(|(fitted, tightest)| {
        let said = fitted.said(&setting, pages.first());
        tightest.into_iter().fold(said, Diagnostic::at)
    });
    let mut warnings = missing.into_warnings();
    warnings.extend(overflow.into_iter().chain(hard).chain(notes).chain(fit));
    Laid { made: Scene { meta: context.meta.clone(), pages }, warnings }
}
