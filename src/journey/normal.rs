//! The normal form of a journey: the one document that says it.

use super::record::{Around, Record};
use super::{Journey, Json};

/// The journey as its one document: no shorthand, every id written, fields and lanes in order, what says nothing left out, texts in
/// NFC, numbers as short as they can be, a newline at the end. Reading it gives the same journey, and of two documents that say
/// the same, the normal forms are the same bytes. Paths of pictures and the texts under `x` are kept character by character.
///
/// ```
/// let short = r#"{ "klantreis": 1, "title": "Thee", "language": "nl", "phases": [{ "title": "Zetten", "cells": { "action": "Water koken" } }] }"#;
/// let journey = klantreis::read::json(short).unwrap();
/// let normal = klantreis::journey::normal(&journey);
/// assert_eq!(klantreis::read::json(&normal).unwrap(), journey);
/// ```
#[must_use]
pub fn normal(journey: &Journey) -> String {
    normal_json(journey).document()
}

/// The normal form as a value: its objects, lists and texts before they are written as one document.
#[must_use]
pub fn normal_json(journey: &Journey) -> Json {
    Json::Object(entries(journey))
}

/// The fields of the normal form.
pub(crate) fn entries(journey: &Journey) -> Vec<(String, Json)> {
    let around = Around { language: journey.language.terms, stages: &journey.stages, lanes: &journey.lanes };
    journey.entries(&around)
}
