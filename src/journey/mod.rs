//! The model of one customer journey, and everything about its format.
//!
//! The parts are declared once, in the files of `model/`: a declaration makes the type, its check, its normal form, its JSON
//! Schema and its rows in the documentation. A [`Journey`] only comes out of the check ([`crate::read`] calls it): past it there
//! is nothing left to doubt. Guarantees that every layout may count on:
//!
//! - a text that is not optional holds at least one character that is not white space, and so does an optional one that is there;
//! - there is at least one phase; every phase has exactly one cell (a list of [`Item`]s, possibly empty) for each lane, in lane order;
//! - [`Phase::stage`] is an index into [`Journey::stages`]; ids are unique within stages, lanes, personas, and phases with items;
//! - what an id names is there ([`PersonaRef`], [`PlaceRef`], [`EndRef`]); an item ends in its own phase or a later one;
//! - an item has a text, a score or a picture; a score stands in an emotion lane and lies on its scale;
//! - every lane of kind [`LaneKind::Emotion`] has a scale with `min < max`, and no other lane has one;
//! - a reading has a value, or answers or counts from which it follows; links of all kinds but `exit` have an end;
//! - all text is in Unicode NFC, line ends are `\n`, and the counts are within [`limits`]. Paths of pictures are kept as written.

mod record;

pub mod aliases;
mod check;
pub mod diff;
mod identity;
