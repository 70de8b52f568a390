//! What the targets share with the tests, built once for all of them: what must hold of any input.

#[path = "../../tests/support/holds/mod.rs"]
pub mod holds;
#[path = "../../tests/support/places.rs"]
pub mod places;
