//! What stands in a cell.

use super::{Language, Picture};
use crate::journey::check;
use crate::journey::limits;
use crate::journey::record::{choice, field_default, field_name, record, short_forms};
use crate::journey::values::{EndRef, Extension, Id, Uri};

record! {
    /// What stands in a cell. It has a text, a score or a picture.
    pub struct Item as "an item", "items in one cell" up to (limits::ITEMS_IN_CELL),
        short text: String | score: f64, finish check::item, rules check::item_rules
    {
        /// What links, measurements and panels call it by. No item and no phase has the same.
        id: Option<Id>, or "–", eg r#""kassa""#;
        /// What it says; may hold several paragraphs.
        text: Option<String>, or "only with a score or picture", eg r#""Kassa""#;
        /// How the customer feels, on the lane's scale; only in a lane of kind `emotion`.
        score: Option<f64>, or "–", eg "-1";
        /// When it happens: a date, a time or an order, as you like to write it.
        when: Option<String>, or "–", eg r#""10:00""#;
        /// The phase at which it ends, when it goes on over several: then it is drawn as a bar.
        until: Option<EndRef>, or "its own phase", eg r#""zwemmen""#;
        /// The channel by which contact is made.
        channel: Option<String>, or "–", eg r#""balie""#;
        /// The device on which contact is made.
        device: Option<String>, or "–", eg r#""pinapparaat""#;
        /// Who speaks.
        sender: Option<String>, or "–", eg r#""caissière""#;
        /// Who is spoken to.
        receiver: Option<String>, or "–", eg r#""het gezin""#;
        /// What is said to the customer.
        message: Option<String>, or "–", eg r#""Vandaag halve prijs""#;
        /// What the customer is asked to do.
        call_to_action: Option<String>, or "–", eg r#""Koop nu je jaarkaart""#;
        /// Whether the customer's judgement turns on this contact.
        moment_of_truth: bool, or "`false`", eg "true";
        /// Whether customers leave the journey here.
        drop_off: bool, or "`false`", eg "true";
        /// How much it matters.
        importance: Option<Level>, or "–", eg r#""high""#;
        /// How it is known.
        evidence: Option<Evidence>, or "–", eg r#""observed""#;
        /// Where that can be looked up.
        source: Option<String>, or "–", eg r#""Interviews, oktober 2026""#;
        /// How far it is, where it is work to be done.
        status: Option<Status>, or "–", eg r#""planned""#;
        /// Where it leads on the web.
        links: Vec<Uri>, or "–", eg r#"["https://zwembad.example/tarieven"]"#;
        /// A picture of it.
        picture: Option<Picture>, or "–", eg r#""pictures/kassa.jpg""#;
        /// The language of its text, where that is not the journey's.
        language: Option<Language>, or "the journey's", eg r#""en""#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "ticket": 12 }"#;
    }
}

choice! {
    /// How something is known.
    pub enum Evidence as "a kind of evidence" {
        Said = "said", "A customer said so.";
        Observed = "observed", "Somebody saw it happen.";
        Researched = "researched", "Research or data show it.";
        Assumed = "assumed", "Nobody has checked it yet.";
    }
}

choice! {
    /// How much or how soon.
    pub enum Level as "a level" {
        Low = "low", "Little, or later.";
        Medium = "medium", "In between.";
        High = "high", "Much, or now.";
    }
}

choice! {
    /// How far work is.
    pub enum Status as "a status" {
        Idea = "idea", "Thought of.";
        Planned = "planned", "It will be done.";
        Doing = "doing", "Somebody is at it.";
        Done = "done", "It is there.";
        Dropped = "dropped", "It will not be done.";
    }
}

impl Item {
    /// An item with only a text.
    #[must_use]
    pub fn of_text(text: impl Into<String>) -> Self {
        Self { text: Some(text.into()), ..Self::default() }
    }

    /// The text; empty when there is none.
    #[must_use]
    pub fn text(&self) -> &str {
        self.text.as_deref().unwrap_or_default()
    }
}
