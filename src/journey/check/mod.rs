//! From the document as written to the checked [`Journey`]: here every guarantee of the model is made.
//!
//! A function that meets a problem reports it and goes on with a placeholder, so that one run finds everything; a journey
//! with a problem is thrown away as a whole.

mod authors;
mod fields;
mod ids;
mod items;
mod lanes;
mod language;
mod phases;
mod stages;
mod text;

use serde_json::value::RawValue;

use super::problems::Problems;
use super::raw::{Node, Type};
use super::{Journey, Language, TermLanguage, limits};
use crate::diagnostic::{Code, Diagnostic};
use crate::meta::Date;
use fields::{Fields, wrong_type};

/// The version of the format that this program reads.
const VERSION: u32 = 1;

const FIELDS: &[&str] = &[
    "$schema",
    "klantreis",
    "title",
    "scenario",
    "organisation",
    "authors",
    "language",
    "date",
    "stages",
    "lanes",
    "phases",
    "x",
];

/// Checks a document. `text` is the whole input, `document` the JSON value in it.
///
/// # Errors
/// Every problem of the document, in the order of the text.
pub(crate) fn check(text: &str, document: &RawValue) -> Result<Journey, Vec<Diagnostic>> {
    let mut problems = Problems::of(text);
    let journey = journey(&Node::root(document), &mut problems);
    match journey {
        Some(journey) if problems.count() == 0 => Ok(journey),
        _ => Err(problems.into_diagnostics()),
    }
}

/// `None` when there is no sense in looking further; then a problem is reported.
fn journey<'t>(document: &Node<'t>, problems: &mut Problems<'t>) -> Option<Journey> {
    if !version_is_known(document, problems) {
        return None;
    }
    let mut fields = Fields::of(document, "a journey", FIELDS, problems)?;
    fields.require("klantreis", "the version of the format: `\"klantreis\": 1`", problems);
    fields.optional_text("$schema", problems);
    fields.extension(problems);
    let title = fields.title("title", problems);
    let scenario = fields.optional_text("scenario", problems);
    let organisation = fields.optional_text("organisation", problems);
    let authors = fields.take("authors").map(|node| authors::authors(&node, problems)).unwrap_or_default();
    let language = language_of(&mut fields, problems);
    let date = date(&mut fields, problems);
    let stages = fields.take("stages").map(|node| stages::stages(&node, problems)).unwrap_or_default();
    let lanes = fields.take("lanes");
    let phases = fields.require("phases", "the columns of the journey: `\"phases\": [{ \"title\": \"…\" }]`", problems);
    let drafts = phases.map(|node| phases::drafts(&node, problems)).unwrap_or_default();
    let lanes = lanes::lanes(lanes.as_ref(), &drafts, language.terms, problems);
    let phases = phases::phases(drafts, &stages, &lanes, problems);
    let lanes = lanes.all.into_iter().map(|checked| checked.lane).collect();
    Some(Journey { title, scenario, organisation, authors, language, date, stages, lanes, phases })
}

/// Whether a document says of which version of the format it is.
pub(crate) fn has_version(document: &RawValue) -> bool {
    version(&Node::root(document)).is_some()
}

fn version<'t>(document: &Node<'t>) -> Option<Node<'t>> {
    let members = document.members(limits::FIELDS).kept;
    members.iter().find(|member| member.name.as_deref() == Some("klantreis")).map(|member| document.value(member))
}

/// Whether the rest of the document can be understood. A document without a version is read as one of this version.
fn version_is_known<'t>(document: &Node<'t>, problems: &mut Problems<'t>) -> bool {
    let Some(node) = version(document) else { return true };
    if node.kind() != Type::Number {
        wrong_type(&node, "the number 1", "write `\"klantreis\": 1`", problems);
        return true;
    }
    match node.raw.parse::<u32>() {
        Ok(VERSION) => return true,
        Ok(newer) if newer > VERSION => problems.at(&node, Code::UnknownVersion, || {
            (
                format!("this document is of version {newer} of the format, which is newer than this program: it reads version {VERSION}"),
                "install the newest klantreis, or ask for the document in an older version".into(),
            )
        }),
        Ok(_) | Err(_) => problems.at(&node, Code::UnknownVersion, || {
            let written = text::quote(node.raw);
            (format!("there is no version {written} of the format"), format!("write `\"klantreis\": {VERSION}`"))
        }),
    }
    false
}

fn language_of<'t>(fields: &mut Fields<'t>, problems: &mut Problems<'t>) -> Language {
    let tag = fields
        .require("language", "the language of the texts, such as `\"language\": \"nl\"`", problems)
        .and_then(|node| language::tag(&node, problems))
        .unwrap_or_default();
    let terms = TermLanguage::of_tag(&tag);
    Language { tag, terms }
}

fn date<'t>(fields: &mut Fields<'t>, problems: &mut Problems<'t>) -> Option<Date> {
    let node = fields.take("date")?;
    let written = text::filled(&node, problems)?;
    let date = Date::parse(&written);
    if date.is_none() {
        problems.at(&node, Code::BadDate, || {
            (
                format!("{} is not a day of the calendar", text::quote(&written)),
                "write year, month and day, as in `2026-11-07`; the year is 1970 or later".into(),
            )
        });
    }
    date
}
