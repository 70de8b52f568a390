//! The journey as a strip of pictures.

use super::Picture;
use crate::journey::limits;
use crate::journey::record::{field_default, field_name, record, short_forms};
use crate::journey::values::{Extension, PlaceRef};

record! {
    /// A panel of the storyboard: a picture and what it tells.
    pub struct Panel as "a panel", "panels" up to (limits::PANELS), short caption: String {
        /// What the panel tells.
        caption: String, eg r#""Het regent, en de kinderen vervelen zich""#;
        /// A heading above the panel.
        title: Option<String>, or "–", eg r#""Het probleem""#;
        /// What is seen.
        picture: Option<Picture>, or "–", eg r#""pictures/regen.png""#;
        /// The phase or touchpoint that the panel shows.
        at: Option<PlaceRef>, or "–", eg r#""kaartje-kopen""#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "scene": 3 }"#;
    }
}
