//! Documents: what the reader of JSON promises.

use klantreis::journey::{Journey, normal};
use klantreis::read::{READERS, json, json_bytes};

use super::super::places;

/// Reads bytes as a document.
pub fn document(bytes: &[u8]) {
    match json_bytes(bytes) {
        Ok(journey) => {
            assert!(READERS.iter().any(|reader| (reader.claims)(bytes)), "a run through a folder would skip it");
            comes_back(&journey);
        }
        Err(problems) => places::places_hold(bytes, &problems),
    }
}

/// Checks that a journey is one that a document can say: what is written of it is read as the same.
pub fn comes_back(journey: &Journey) {
    let text = normal(journey);
    let again = json(&text);
    assert_eq!(again.as_ref(), Ok(journey), "{text}");
    assert_eq!(again.map(|journey| normal(&journey)).as_ref(), Ok(&text));
}
