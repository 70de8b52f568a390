//! The reader on any bytes: no input makes it panic, and whatever it says of one holds.

#![no_main]

#[path = "../../tests/support/places.rs"]
mod places;

use klantreis::journey::{Journey, normal};
use klantreis::read::{READERS, json, json_bytes};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| match json_bytes(bytes) {
    Ok(journey) => journey_holds(bytes, &journey),
    Err(problems) => places::places_hold(bytes, &problems),
});

/// Checks what is promised of every journey that was read.
fn journey_holds(bytes: &[u8], journey: &Journey) {
    assert!(READERS.iter().any(|reader| (reader.claims)(bytes)), "a run through a folder would skip it");
    let text = normal(journey);
    let again = json(&text);
    assert_eq!(again.as_ref(), Ok(journey), "{text}");
    assert_eq!(again.map(|journey| normal(&journey)).as_ref(), Ok(&text));
}
