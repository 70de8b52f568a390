//! The layouts: each turns a checked journey into a scene (drawn) or into a sheet (tabular).
//!
//! Adding a layout is one new file and its entry in [`LAYOUTS`], or in another crate a [`Layout`] that is added to a
//! [`Registry`](crate::registry::Registry); help texts, lists and tests walk the registry.

pub mod curves;
pub mod drawn;
mod parts;
pub mod press;
mod protagonist;
pub mod spoken;
pub mod tabular;
pub mod theme;
pub mod tiles;

use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::journey::choices::Excerpt;
use crate::meta::Meta;
use crate::paper::{Orientation, Paper};
use crate::picture::Gallery;
use crate::scene::Scene;
use crate::sheet::Sheet;
use crate::text::Typesetter;

pub(crate) use parts::unhide;
pub use parts::{Part, not_shown, other_labels};

/// A view of a journey. Its functions may be closures over data of their own, which live as long as the layout.
#[derive(Clone, Copy)]
pub struct Layout<'a> {
    /// The name on the command line. A drawn and a tabular layout may share one.
    pub name: &'a str,
    /// One line for help texts and lists.
    pub summary: &'a str,
    /// Whether it has something to show of a journey. One that has nothing is made only when it is asked for by name.
    pub shows: Shows<'a>,
    /// The parts beside the grid that it shows, so that one can be told which layout has what another leaves out.
    pub parts: &'a [Part],
    /// What kind of thing it makes, and how.
    pub make: Make<'a>,
}

/// Looks whether there is something of a journey to show.
pub type Shows<'a> = &'a (dyn Fn(&Journey) -> bool + Sync);
/// Draws a journey.
pub type Draw<'a> = &'a (dyn Fn(&Journey, &Context) -> Laid<Scene> + Sync);
/// Fills a sheet with a journey.
pub type Fill<'a> = &'a (dyn Fn(&Journey, &Context) -> Laid<Sheet> + Sync);

/// What kind of thing a layout makes, and the function that makes it.
#[derive(Clone, Copy)]
pub enum Make<'a> {
    /// Pages, for SVG and PDF.
    Drawn(Draw<'a>),
    /// A sheet, for XLSX and CSV.
    Tabular(Tabular<'a>),
}

/// A layout that fills a sheet.
#[derive(Clone, Copy)]
pub struct Tabular<'a> {
    /// The function that fills it.
    pub fill: Fill<'a>,
    /// Whether a workbook has it unasked, where it has something to show; otherwise it is only made when it is asked for.
    pub in_book: bool,
}

impl Make<'_> {
    /// The word for what it makes: `drawn` or `tabular`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Drawn(_) => "drawn",
            Self::Tabular(_) => "tabular",
        }
    }
}

/// What a layout is given besides the journey.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What the document says about itself.
    pub meta: &'a Meta,
    /// Fonts, shaping and line breaking, shared by all layouts.
    pub text: &'a Typesetter,
    /// The pictures of the journey.
    pub pictures: &'a Gallery,
    /// The paper of a drawn layout.
    pub paper: &'a Paper,
    /// Which way the paper lies; `None` leaves the choice to the layout.
    pub orientation: Option<Orientation>,
    /// Whether cells are to be filled in: input cells in plain sight, messages and validation, a first cell to start in.
    pub blank: bool,
    /// The names of all layouts that go into the same workbook: what one of them shows, others need not say. None for a file of its own.
    pub beside: &'a [&'a str],
    /// What the journey is of a longer one.
    pub part: &'a Excerpt,
    /// Whether a poster says in what sizes it is set, and what it would take to do better (`fit`).
    pub fit: bool,
    /// No more pages of a poster than this are drawn: those behind them stay empty, since nobody looks at them.
    pub pages: usize,
}

/// What a layout made, and what it has to say about it.
#[derive(Debug)]
pub struct Laid<T> {
    /// The scene or sheet.
    pub made: T,
    /// Warnings, such as cells that did not fit and characters that no face has.
    pub warnings: Vec<Diagnostic>,
}

/// Every built-in layout. The first of each kind is that kind's default.
pub static LAYOUTS: &[&Layout] = &[
    &drawn::map::LAYOUT,
    &drawn::matrix::LAYOUT,
    &drawn::curve::LAYOUT,
    &drawn::timeline::LAYOUT,
    &tabular::matrix::LAYOUT,
    &tabular::touchpoints::LAYOUT,
    &tabular::personas::LAYOUT,
    &tabular::empathy::LAYOUT,
    &tabular::measurements::LAYOUT,
    &tabular::opportunities::LAYOUT,
    &tabular::storyboard::LAYOUT,
    &tabular::tidy::LAYOUT,
];
