//! The drawn matrix: phases across, lanes down, as a poster that fits its paper.
//!
//! The size of cell text is searched by measuring, between the least legible size of the paper and twice that. What does not fit
//! at the least size goes on on further pages, and a warning says what, and on which paper all would stand on one page.

mod cells;
mod content;
mod emotion;
mod fit;
mod head;
mod legend;
mod pages;
mod render;
mod report;
mod sizes;
mod table;

use self::content::Content;
use crate::journey::Journey;
use crate::layout::{Context, Laid, Layout, Make};
use crate::scene::Scene;

/// The registry entry.
pub static LAYOUT: Layout = Layout {
    name: "matrix",
    summary: "Phases across, lanes down: the grid that is handed in, as a poster",
    make: Make::Drawn(draw),
};

fn draw(journey: &Journey, context: &Context) -> Laid<Scene> {
    let content = Content::new(journey, context);
    let plan = fit::plan(&content, context.paper, context.orientation);
    let mut warnings = report::missing(&content);
    warnings.extend(report::overflow(&content, &plan, context.paper, context.orientation));
    Laid { made: Scene { meta: context.meta.clone(), pages: render::pages(&content, &plan) }, warnings }
}
