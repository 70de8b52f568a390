//! Pictures: named by where they are.

use crate::journey::check;
use crate::journey::limits;
use crate::journey::record::{field_default, field_name, record, short_forms};

record! {
    /// A picture: a PNG, JPEG or SVG file beside the document or below its folder, or a data URI. Nothing is fetched from a network.
    pub struct Picture as "a picture", "pictures" up to (limits::TEXTS), short src: String, finish check::picture {
        /// Where it is: a path from the document's folder with `/` between names, never out of that folder, or a data URI.
        src: String, eg r#""pictures/portret.png""#, schema check::picture_schema;
        /// What it shows, for those who cannot see it.
        alt: Option<String>, or "–", eg r#""Sanne op haar fiets""#;
        /// Who made it, where that has to be said.
        credit: Option<String>, or "–", eg r#""Foto: Bo Vermeer""#;
    }
}
