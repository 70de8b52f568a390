//! What the organisation could do better.

use super::{Level, Status};
use crate::journey::limits;
use crate::journey::record::{field_default, field_name, record, short_forms};
use crate::journey::values::{Extension, PlaceRef, Rating};

record! {
    /// Something that the organisation could do, with what is needed to choose: impact, effort and priority.
    pub struct Opportunity as "an opportunity", "opportunities" up to (limits::OPPORTUNITIES), short text: String {
        /// What could be done.
        text: String, eg r#""Kaartjes ook online verkopen""#;
        /// The phase or touchpoint at which it would be felt.
        at: Option<PlaceRef>, or "–", eg r#""kaartje-kopen""#;
        /// How much the customer would notice, from 1 (little) to 5 (much).
        impact: Option<Rating>, or "–", eg "4";
        /// How much work it is, from 1 (little) to 5 (much).
        effort: Option<Rating>, or "–", eg "2";
        /// How soon it must be done.
        priority: Option<Level>, or "–", eg r#""high""#;
        /// Who takes care of it.
        owner: Option<String>, or "–", eg r#""Team Online""#;
        /// How far it is.
        status: Option<Status>, or "–", eg r#""planned""#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "ticket": 118 }"#;
    }
}
