//! Ways through the journey that are not simply the next phase.

use crate::journey::check;
use crate::journey::json::Json;
use crate::journey::limits;
use crate::journey::record::{Around, choice, field_default, field_name, record, short_forms};
use crate::journey::values::{Extension, PlaceRef};

record! {
    /// A way from one phase or touchpoint to another. Journeys may go round in circles.
    pub struct Link as "a link", "links" up to (limits::LINKS), finish check::link, trim trim, rules check::link_rules {
        /// Where the way begins: a phase or an item.
        from: PlaceRef, eg r#""zwemmen""#;
        /// What kind of way it is.
        kind: LinkKind, or "`next`", eg r#""loop""#;
        /// Where it leads: a phase or an item. Only an `exit` leads nowhere.
        to: Option<PlaceRef>, or "only for an `exit`", eg r#""kaartje-kopen""#;
        /// What is said of it.
        label: Option<String>, or "–", eg r#""nog een keer""#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "share": 0.4 }"#;
    }
}

choice! {
    /// The kinds of way.
    pub enum LinkKind as "a kind of link" {
        Next = "next", "What follows.";
        Loop = "loop", "Back to something that came before.";
        Skip = "skip", "Past something that is left out.";
        Exit = "exit", "Out of the journey.";
    }
}

/// What the normal form leaves out: the kind that a link has anyway.
fn trim(link: &Link, _: &Around, fields: &mut Vec<(String, Json)>) {
    fields.retain(|(name, _)| name != "kind" || link.kind != LinkKind::default());
}
