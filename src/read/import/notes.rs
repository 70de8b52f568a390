//! What is noted down while a table is read: where things came from, what was left over, and how it was understood.

use crate::diagnostic::{CellPlace, Code, Diagnostic};
use crate::journey::Json;
use crate::read::json;
use crate::read::reading::{Places, Reading, Step};

/// The notes of a reading.
#[derive(Default)]
pub(super) struct Notes {
    places: Places,
    left: Vec<(CellPlace, String)>,
    remarks: Vec<Diagnostic>,
    steps: Vec<Step>,
}

impl Notes {
    /// Says where the value with a JSON pointer in the document stands.
    pub fn from(&mut self, pointer: impl Into<String>, place: CellPlace) {
        self.places.0.insert(pointer.into(), place);
    }

    /// Says how a part of the table was understood.
    pub fn step(&mut self, part: impl Into<String>, meaning: impl Into<String>) {
        self.steps.push(Step { part: part.into(), meaning: meaning.into() });
    }

    /// Keeps a cell that has no place in the journey, and says so. `why` completes “this cell …”.
    pub fn leave(&mut self, place: CellPlace, text: impl Into<String>, why: &str) {
        let message = format!("this cell {why}");
        self.remarks
            .push(Diagnostic::new(Code::NotPlaced, message).help("its text is kept under `x.import`").cell(place.clone()));
        self.left.push((place, text.into()));
    }

    /// The journey of a document, an object in which what was left over is put under `x.import.left`.
    ///
    /// # Errors
    /// What the check finds, with the cells that it comes from.
    pub fn finish(self, mut document: Vec<(String, Json)>) -> Result<Reading, Vec<Diagnostic>> {
        if !self.left.is_empty() {
            let entry = |(place, text): &(CellPlace, String)| {
                Json::object([("cell", Json::text(place.to_string())), ("text", Json::text(text.as_str()))])
            };
            let left = Json::List(self.left.iter().map(entry).collect());
            keep(&mut document, Json::object([("left", left)]));
        }
        match json(&Json::Object(document).document()) {
            Ok(journey) => Ok(Reading::of_table(journey, self.remarks, self.steps, self.places)),
            Err(mut problems) => {
                self.places.locate(&mut problems);
                // The text that these places are in is nobody's.
                for problem in &mut problems {
                    problem.span = None;
                }
                Err(problems)
            }
        }
    }
}

/// Puts `import` among the data of the document's own.
fn keep(document: &mut Vec<(String, Json)>, import: Json) {
    let own = document.iter_mut().find_map(|(name, value)| match value {
        Json::Object(fields) if name == "x" => Some(fields),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) | Json::List(_) | Json::Object(_) => None,
    });
    match own {
        Some(fields) => {
            fields.retain(|(name, _)| name != "import");
            fields.push(("import".to_owned(), import));
        }
        None => document.push(("x".to_owned(), Json::object([("import", import)]))),
    }
}
