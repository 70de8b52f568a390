//! The model of one customer journey, and everything about its format.
//!
//! The parts are declared once, in the files of `model/`: a declaration makes the type, its check, its normal form, its JSON
//! Schema and its rows in the documentation. A [`Journey`] only comes out of the check ([`crate::read`] calls it): past it there
//! is nothing left to doubt. Guarantees that every layout may count on:
//!
//! - a text that is not optional holds at least one character that is not white space, and so does an optional one that is there;
//! - there is at least one phase; every phase has exactly one cell (a list of [`Item`]s, possibly empty) for each lane, in lane order;
//! - [`Phase::stage`] is an index into [`Journey::stages`]; ids are unique within stages, lanes, personas, and phases with items;
//! - what an id names is there ([`PersonaRef`], [`PlaceRef`], [`EndRef`]); an item that has an `until` ends in a later phase than its own;
//! - an item has a text, a score or a picture, and a language only where it is another than the journey's; a score stands in an emotion lane and lies on its scale;
//! - every lane of kind [`LaneKind::Emotion`] has a scale with `min < max`, and no other lane has one;
//! - a reading has a value, or answers or counts from which it follows (counts of nobody give none); links of all kinds but `exit` have an end;
//! - all text is in Unicode NFC, line ends are `\n`, and the counts are within [`limits`]. Paths of pictures are kept as written.

mod record;

pub mod aliases;
mod check;
pub mod choices;
pub mod diff;
mod flat;
#[doc(hidden)]
pub mod format;
mod identity;
mod json;
mod lane;
pub mod limits;
pub mod merge;
mod model;
mod normal;
mod pictures;
pub mod presets;
mod problems;
mod raw;
pub mod rules;
mod schema;
pub mod terms;
mod toml;
mod values;

pub(crate) use self::toml::{meant, not_text, not_toml, type_of};
use crate::meta::Date;
pub(crate) use check::{as_written, check, has_version, slug};
pub(crate) use identity::{fold, free};
pub use json::Json;
pub use lane::LaneKind;
pub use model::*;
pub(crate) use normal::entries;
pub use normal::{normal, normal_json};
pub(crate) use problems::{Cursor, locate, located};
pub(crate) use record::Form;
use record::{field_default, field_name, record, short_forms};
pub use schema::schema;
pub use terms::{Term, TermLanguage};
pub use values::{Answer, Count, EndRef, Extension, Id, PersonaRef, PlaceRef, Rating, Uri, Whole};

record! {
    /// One customer journey: who travels, through which phases, and what each lane says of each phase.
    pub struct Journey as "a journey", "journeys" up to 1, rules check::journey_rules {
        /// For editors: where the schema is. The program does not open it.
        schema as "$schema": Option<String>, or "–", eg r#""klantreis.schema.json""#;
        /// The version of the format. A newer one is refused.
        version as "klantreis": Version, eg "1";
        /// The name of the journey.
        title: String, eg r#""Een dagje zwembad""#;
        /// The situation that starts the journey.
        scenario: Option<String>, or "–", eg r#""Het regent en de kinderen vervelen zich""#;
        /// The organisation whose customer travels.
        organisation: Option<String>, or "–", eg r#""Sportbedrijf Waterrijk""#;
        /// What is offered on this journey.
        offering: Option<Offering>, or "–", eg r#"{ "name": "Dagkaart", "kind": "ticket" }"#;
        /// The question that the map must answer.
        question: Option<Question>, or "–", eg r#""Waarom kopen zo weinig gezinnen een jaarkaart?""#;
        /// Who made the journey, in the order written.
        authors: Vec<Author>, or "–", eg r#"["Sanne de Boer", { "name": "Bo Vermeer", "class": "MEP2" }]"#;
        /// The course or project that it was made for.
        course: Option<String>, or "–", eg r#""Marketing en communicatie, periode 1""#;
        /// The language of the texts as a BCP 47 tag; it also chooses the language of built-in labels: Dutch, Danish, or else English.
        language: Language, eg r#""nl""#;
        /// The day it was made or handed in; 1970 or later.
        date: Option<Date>, or "–", eg r#""2026-11-07""#;
        /// Which revision it is.
        revision: Option<String>, or "–", eg r#""2, na de workshop""#;
        /// Whom the organisation sells to.
        market: Option<Market>, or "–", eg r#""b2c""#;
        /// Whether it is the journey of today or the one that is aimed at.
        state: Option<State>, or "–", eg r#""as-is""#;
        /// Who travels.
        personas: Vec<Persona>, or "–", eg r#"[{ "name": "Sanne (34)", "kind": "buyer" }]"#;
        /// The bands above the phases, in order.
        stages: Vec<Stage>, or "–", eg r#"[{ "id": "before", "title": "Voor" }]"#;
        /// The rows, in order.
        lanes: Vec<Lane>, or "the kinds that the cells name, in order of first appearance", eg r#"[{ "kind": "goal" }]"#;
        /// The columns, in order; at least one.
        phases: Vec<Phase>, eg r#"[{ "title": "Kaartje kopen", "cells": { "goal": "Snel naar binnen" } }]"#, schema check::at_least_one_phase;
        /// Ways through the journey that are not simply the next phase.
        links: Vec<Link>, or "from each phase to the next", eg r#"[{ "from": "zwemmen", "to": "kaartje-kopen", "kind": "loop" }]"#;
        /// What was measured.
        measurements: Vec<Measurement>, or "–", eg r#"[{ "kind": "nps", "series": 31 }]"#;
        /// What the organisation could do better.
        opportunities: Vec<Opportunity>, or "–", eg r#"[{ "text": "Kaartjes online", "impact": 4, "effort": 2 }]"#;
        /// The journey as a strip of pictures.
        storyboard: Vec<Panel>, or "–", eg r#"["Het regent, en de kinderen vervelen zich"]"#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "lesson": 3 }"#;
    }
}

impl Journey {
    /// The index of the phase with that id.
    #[must_use]
    pub fn phase(&self, id: &str) -> Option<usize> {
        self.phases.iter().position(|phase| &*phase.id == id)
    }

    /// Whose journey it is: the persona whose curve there is, else whose lane; else the first user of whom more than a name is told, else the
    /// first of whom that is, else the first user, else the first.
    #[must_use]
    pub fn protagonist(&self) -> Option<usize> {
        let by = |curve: bool| {
            let lanes = self.lanes.iter().filter(|lane| !curve || lane.kind == LaneKind::Emotion);
            let mut named = lanes.filter_map(|lane| lane.persona.as_ref());
            named.find_map(|id| self.personas.iter().position(|persona| &*persona.id == id.as_str()))
        };
        let first = |is: &dyn Fn(&Persona) -> bool| self.personas.iter().position(is);
        let is_user = |persona: &Persona| persona.kind == Some(PersonaKind::User);
        let told_user = |persona: &Persona| is_user(persona) && persona.is_described();
        let told = || first(&told_user).or_else(|| first(&Persona::is_described));
        by(true).or_else(|| by(false)).or_else(told).or_else(|| first(&is_user)).or_else(|| first(&|_| true))
    }

    /// Whether it is still to be filled in: there are rows, and nothing stands in any of them.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        !self.lanes.is_empty() && self.phases.iter().all(|phase| phase.cells.iter().all(Vec::is_empty))
    }

    /// The persona with that id.
    #[must_use]
    pub fn persona(&self, id: &str) -> Option<&Persona> {
        self.personas.iter().find(|persona| &*persona.id == id)
    }

    /// Where an id of a phase or item leads: the index of the phase, and for an item its lane and its place in the cell.
    #[must_use]
    pub fn place(&self, id: &str) -> Option<Place> {
        if let Some(phase) = self.phase(id) {
            return Some(Place { phase, item: None });
        }
        self.phases.iter().enumerate().find_map(|(phase, columns)| {
            columns.cells.iter().enumerate().find_map(|(lane, items)| {
                let index = items.iter().position(|item| item.id.as_deref() == Some(id))?;
                Some(Place { phase, item: Some((lane, index)) })
            })
        })
    }

    /// The JSON pointer (RFC 6901) to the cell of a phase in a lane: `/phases/0/cells/goal`.
    ///
    /// # Panics
    /// When there is no such lane.
    #[must_use]
    pub fn pointer_to_cell(&self, phase: usize, lane: usize) -> String {
        format!("/phases/{phase}/cells/{}", raw::escape(&self.lanes[lane].id))
    }

    /// The JSON pointer to an item of a cell: `/phases/0/cells/goal/1`. An only item may stand in the document without its
    /// list; then the document has it at [`Self::pointer_to_cell`].
    ///
    /// # Panics
    /// When there is no such lane.
    #[must_use]
    pub fn pointer_to_item(&self, phase: usize, lane: usize, item: usize) -> String {
        format!("{}/{item}", self.pointer_to_cell(phase, lane))
    }
}

/// A phase, or an item in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place {
    /// The index of the phase.
    pub phase: usize,
    /// The index of the lane, and of the item in its cell.
    pub item: Option<(usize, usize)>,
}

/// The version of the format: the only one there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Version;

impl record::Value for Version {
    fn name() -> String {
        format!("the number {}", check::VERSION)
    }

    fn accepts(kind: raw::Type) -> bool {
        kind == raw::Type::Number
    }

    fn read<'t>(_: &raw::Node<'t>, _: &mut check::Check<'t>) -> Self {
        // The check has looked at it before anything else.
        Self
    }

    fn write(&self, _: &record::Around) -> Option<Json> {
        Some(Json::Number(check::VERSION.to_string()))
    }

    fn schema(_: &mut schema::Schemas) -> Json {
        Json::object([("const", Json::Number(check::VERSION.to_string()))])
    }
}
