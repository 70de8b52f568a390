//! The layouts: each turns a checked journey into a scene (drawn) or into a sheet (tabular).
//!
//! Adding a layout is one new file and its entry in [`LAYOUTS`]; help texts, lists and tests walk that slice.

pub mod curves;
pub mod drawn;
pub mod tabular;
pub mod theme;

use crate::diagnostic::Diagnostic;
use crate::journey::Journey;
use crate::meta::Meta;
use crate::paper::{Orientation, Paper};
use crate::picture::Gallery;
use crate::scene::Scene;
use crate::sheet::Sheet;
use crate::text::Typesetter;

/// A view of a journey.
pub struct Layout {
    /// The name on the command line. A drawn and a tabular layout may share one.
    pub name: &'static str,
    /// One line for help texts and lists.
    pub summary: &'static str,
    /// What kind of thing it makes, and how.
    pub make: Make,
}

/// What kind of thing a layout makes, and the function that makes it.
#[derive(Clone, Copy)]
pub enum Make {
    /// Pages, for SVG and PDF.
    Drawn(fn(&Journey, &Context) -> Laid<Scene>),
    /// A sheet, for XLSX and CSV.
    Tabular(Tabular),
}

/// A layout that fills a sheet.
#[derive(Clone, Copy)]
pub struct Tabular {
    /// The function that fills it.
    pub fill: fn(&Journey, &Context) -> Laid<Sheet>,
    /// Of which journeys a workbook shows it unasked; `None` when it is only made when it is asked for.
    pub in_book: Option<fn(&Journey) -> bool>,
}

/// What a layout is given besides the journey.
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
}

/// What a layout made, and what it has to say about it.
#[derive(Debug)]
pub struct Laid<T> {
    /// The scene or sheet.
    pub made: T,
    /// Warnings, such as cells that did not fit and characters that no face has.
    pub warnings: Vec<Diagnostic>,
}

/// Every layout. The first of each kind is that kind's default.
pub static LAYOUTS: &[&Layout] = &[
    &drawn::matrix::LAYOUT,
    &tabular::matrix::LAYOUT,
    &tabular::touchpoints::LAYOUT,
    &tabular::personas::LAYOUT,
    &tabular::empathy::LAYOUT,
    &tabular::measurements::LAYOUT,
    &tabular::opportunities::LAYOUT,
    &tabular::storyboard::LAYOUT,
    &tabular::tidy::LAYOUT,
];
