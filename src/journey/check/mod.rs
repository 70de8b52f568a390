//! From the document as written to the checked [`Journey`]: here every guarantee of the model is made.
//!
//! A function that meets a problem reports it and goes on with a placeholder, so that one run finds everything; a journey
//! with a problem is thrown away as a whole.

mod fields;
mod grid;
mod ids;
mod language;
mod parts;
mod references;
mod rules;
mod text;
mod values;

use std::collections::BTreeMap;

use serde_json::value::RawValue;

use super::problems::Problems;
use super::raw::{Node, Type};
use super::record::Record;
use super::{Id, Journey, LaneKind, Scale, TermLanguage, limits};
use crate::diagnostic::{Code, Diagnostic};
use crate::tongue::say;
use ids::Ids;

pub(crate) use fields::{Fields, elements, not_a_text, wrong_type};
pub(crate) use grid::{cells, lane, scale, trim_lane};
pub(crate) use ids::{id, slug};
pub(crate) use language::tag as language;
pub(crate) use parts::{extension, item, link, measurement, picture, uri};
pub(crate) use references::Reference;
pub(crate) use rules::{
    at_least_one_phase, cells_schema, item_rules, journey_rules, lane_rules, link_rules, measurement_rules, picture_schema,
    reading_rules, scale_labels_schema,
};
pub(crate) use text::{is_blank_text, quote, title};
use values::choice_advice;
pub(crate) use values::{bounded_number, choice, date, number, stage};

/// The version of the format that this program reads and writes.
pub(crate) const VERSION: u32 = 1;

/// A check on its way through a document: the problems so far, and what earlier parts mean for later ones.
pub(crate) struct Check<'t> {
    pub problems: Problems<'t>,
    /// The language of built-in titles.
    pub language: TermLanguage,
    /// Whether the object that was read last is without problems.
    pub clean: bool,
    /// The phase that is being read.
    pub phase: usize,
    /// The rows, once they are known.
    rows: Vec<Row>,
    /// Whether they follow from the cells because the document lists none.
    rows_are_implied: bool,
    /// The row whose cell is being read.
    row: usize,
    /// The items so far.
    items: usize,
    /// The ids of the items, and where they stand.
    item_ids: Vec<(String, Node<'t>)>,
    /// The ids of stages, lanes, phases and personas, by these words.
    ids: BTreeMap<&'static str, Ids>,
    /// What names something that may come later.
    references: Vec<(Node<'t>, Reference, String)>,
}

/// What cells must know of their lane.
struct Row {
    id: String,
    title: String,
    /// `None` when it is in doubt; then nothing can be said of its scores.
    kind: Option<LaneKind>,
    scale: Option<Scale>,
}

impl<'t> Check<'t> {
    fn of(text: &'t str) -> Self {
        Self {
            problems: Problems::of(text),
            language: TermLanguage::En,
            clean: true,
            phase: 0,
            rows: Vec::new(),
            rows_are_implied: false,
            row: 0,
            items: 0,
            item_ids: Vec::new(),
            ids: BTreeMap::new(),
            references: Vec::new(),
        }
    }

    /// The id of an entry: the one written, else one made from its name.
    pub fn id(&mut self, what: &'static str, written: &Id, name: &str, entry: &Node<'t>) -> Id {
        if what == "phase" {
            self.phase += 1;
        }
        let ids = self.ids.entry(what).or_insert_with(|| Ids::of(what));
        Id::new(ids.next(written, name, entry, &mut self.problems))
    }

    fn ids_of(&mut self, what: &'static str) -> &mut Ids {
        self.ids.entry(what).or_insert_with(|| Ids::of(what))
    }
}

/// Checks a document. `text` is the whole input, `document` the JSON value in it.
///
/// # Errors
/// Every problem of the document, in the order of the text.
pub(crate) fn check(text: &str, document: &RawValue) -> Result<Journey, Vec<Diagnostic>> {
    let mut check = Check::of(text);
    let journey = journey(&Node::root(document), &mut check);
    match journey {
        Some(journey) if check.problems.count() == 0 => Ok(journey),
        _ => Err(check.problems.into_diagnostics()),
    }
}

/// `None` when there is no sense in looking further; then a problem is reported.
fn journey<'t>(document: &Node<'t>, check: &mut Check<'t>) -> Option<Journey> {
    if !version_is_known(document, check) {
        return None;
    }
    let mut fields = Fields::of(document, Journey::WHAT, Journey::NAMES, check)?;
    let tag = document.clone().find("/language").text().unwrap_or_default();
    check.language = TermLanguage::of_tag(&tag);
    let implied = (document.clone().find("/lanes").kind() != Type::List).then(|| grid::implied(document, check));
    if let Some(lanes) = &implied {
        check.rows_are_implied = true;
        check.rows.extend(lanes.iter().map(|lane| Row {
            id: lane.id.to_string(),
            title: lane.title.clone(),
            kind: Some(lane.kind),
            scale: lane.scale.clone(),
        }));
    }
    let mut journey = Journey::take(&mut fields, check);
    if let Some(lanes) = implied {
        journey.lanes = lanes;
    }
    for phase in &mut journey.phases {
        phase.cells.0.resize_with(journey.lanes.len(), Vec::new);
        for item in phase.cells.0.iter_mut().flatten() {
            // What is so in any case says nothing.
            item.until.take_if(|end| **end == *phase.id);
            item.language.take_if(|own| own.tag == journey.language.tag);
        }
    }
    let phases = document.clone().find("/phases");
    if phases.kind() == Type::List && phases.elements(0).total == 0 {
        check.problems.tell(&phases, Code::NoPhases, || (say!("journey-without-phases"), say!("journey-without-phases-help")));
    }
    check.resolve();
    Some(journey)
}

/// Whether a document says of which version of the format it is.
pub(crate) fn has_version(document: &RawValue) -> bool {
    version(&Node::root(document)).is_some()
}

/// The value of a document of any kind, with its fields in their order.
pub(crate) fn as_written(document: &RawValue) -> crate::journey::Json {
    crate::journey::Json::as_written(&Node::root(document))
}

fn version<'t>(document: &Node<'t>) -> Option<Node<'t>> {
    let members = document.members(limits::FIELDS).kept;
    members.iter().find(|member| member.name.as_deref() == Some("klantreis")).map(|member| document.value(member))
}

/// Whether the rest of the document can be understood. A document without a version is read as one of this version.
fn version_is_known<'t>(document: &Node<'t>, check: &mut Check<'t>) -> bool {
    let problems = &mut check.problems;
    let Some(node) = version(document) else { return true };
    if node.kind() != Type::Number {
        wrong_type(&node, say!("type-one"), say!("write-version", version = "1"), problems);
        return true;
    }
    match node.raw.parse::<u32>() {
        Ok(VERSION) => return true,
        Ok(newer) if newer > VERSION => problems.tell(&node, Code::UnknownVersion, || {
            let message = say!("newer-version", newer = newer.to_string(), version = VERSION.to_string());
            (message, say!("newer-version-help"))
        }),
        Ok(_) | Err(_) => problems.tell(&node, Code::UnknownVersion, || {
            let message = say!("no-such-version", version = text::quote(node.raw));
            (message, say!("write-version", version = VERSION.to_string()))
        }),
    }
    false
}
