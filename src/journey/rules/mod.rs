//! The rules of completeness: what a valid journey may still lack before it can be handed in.
//!
//! Adding a rule is one new file with a `pub static RULE: Rule`, and its entry in [`RULES`]: lists, the file of settings, the table
//! of `klantreis check`, the page `docs/check-rules.md` and the tests walk that slice. A rule never cries wolf: what it cannot judge
//! it leaves alone. And it says a thing once: one finding for a lane or for the phases, however many cells are concerned.

mod chronology;
mod empty_cell;
mod extra_phase;
mod file;
mod findings;
mod line_of_time;
mod missing;
mod model;
mod no_author;
mod no_emotion;
mod no_persona;
mod out_of_order;
mod phase_without_touchpoint;
mod placeholder;
mod settings;
mod texts;
mod too_short;

use super::Journey;
use crate::diagnostic::Diagnostic;
pub use file::example;
pub use findings::{Findings, Subject, filled};
pub(crate) use line_of_time::{Timed, line_of_time};
pub use model::Model;
pub use settings::{AnySetting, Setting, Settings};

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The stable id, such as `empty-cell`: the code of its findings and its name in a file of rules.
    pub id: &'static str,
    /// The column of the table in which its findings are counted.
    pub group: Group,
    /// One sentence on what it finds.
    pub summary: &'static str,
    /// Whether it is on when nothing is said. Those of [`Group::Model`] only ever look when there is a model.
    pub on: bool,
    /// What can be set besides.
    pub settings: &'static [AnySetting],
    /// The function that looks.
    pub(crate) find: fn(&Subject, &mut Findings),
}

/// What rules are about: the columns of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Who made it and who travels.
    Who,
    /// Whether there is something in the cells.
    Cells,
    /// Whether the texts say something.
    Texts,
    /// Whether things come in their order.
    Order,
    /// Whether it has what the model has.
    Model,
}

impl Group {
    /// Every group, in the order of the columns.
    pub const ALL: [Self; 5] = [Self::Who, Self::Cells, Self::Texts, Self::Order, Self::Model];

    /// The head of the column.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Who => "who",
            Self::Cells => "cells",
            Self::Texts => "texts",
            Self::Order => "order",
            Self::Model => "model",
        }
    }
}

/// Every rule, in the order in which lists show them.
pub static RULES: &[&Rule] = &[
    &no_author::RULE,
    &no_persona::RULE,
    &empty_cell::RULE,
    &phase_without_touchpoint::RULE,
    &no_emotion::RULE,
    &placeholder::RULE,
    &too_short::RULE,
    &out_of_order::RULE,
    &missing::STAGE,
    &missing::PHASE,
    &missing::LANE,
    &extra_phase::RULE,
];

impl Rule {
    /// The rule of that id.
    #[must_use]
    pub fn named(id: &str) -> Option<&'static Self> {
        RULES.iter().copied().find(|rule| rule.id == id)
    }
}

/// What a journey lacks by the rules that are on, in their order; each a warning with the id of its rule as code and the JSON
/// pointer of a value that is in the normal form of the journey. `model` is the journey that it is compared with.
///
/// ```
/// use klantreis::journey::rules::{Settings, check};
///
/// let journey = klantreis::read::json(r#"{
///     "klantreis": 1, "title": "Reis", "language": "nl", "authors": "Bo", "scenario": "Bo wil weg",
///     "phases": [{ "title": "Zoeken", "cells": { "touchpoint": "Website" } }, { "title": "Kopen" }]
/// }"#).unwrap();
/// let findings = check(&journey, None, &Settings::default());
/// assert_eq!(findings[0].code.name(), "empty-cell");
/// assert_eq!(findings[0].message, "1 of 2 phases is empty: `Kopen`");
/// ```
#[must_use]
pub fn check(journey: &Journey, model: Option<&Model>, settings: &Settings) -> Vec<Diagnostic> {
    let rules = RULES.iter().copied().filter(|rule| settings.is_on(rule));
    rules.flat_map(|rule| Findings::of(rule, &Subject { journey, model, settings, rule })).collect()
}
