//! What a journey says of itself: who made it, what is offered, what it must answer.

use crate::journey::check::{self, Check};
use crate::journey::json::Json;
use crate::journey::raw::{Node, Type};
use crate::journey::record::{Around, Value, choice, field_default, field_name, record, short_forms};
use crate::journey::schema::Schemas;
use crate::journey::{TermLanguage, limits};

record! {
    /// A person or team that made the journey.
    pub struct Author as "an author", "authors" up to (limits::AUTHORS), short name: String {
        /// Name, as the author writes it.
        name: String, eg r#""Sanne de Boer""#;
        /// Class or team.
        class: Option<String>, or "–", eg r#""MEP2""#;
    }
}

record! {
    /// What the organisation offers on this journey.
    pub struct Offering as "an offering", "offerings" up to 1, short name: String {
        /// What it is called.
        name: String, eg r#""Jaarkaart zwembad""#;
        /// What kind of offering it is.
        kind: Option<OfferingKind>, or "–", eg r#""subscription""#;
        /// A sentence on what the customer gets.
        description: Option<String>, or "–", eg r#""Een jaar lang zwemmen, op alle dagen""#;
    }
}

choice! {
    /// The kinds of offering.
    pub enum OfferingKind as "a kind of offering" {
        Goods = "goods", "Things that are made first and then owned.";
        Service = "service", "Work that is done for the customer.";
        Subscription = "subscription", "Goods or a service that go on until somebody ends them.";
        Ticket = "ticket", "The right to be somewhere once.";
    }
}

record! {
    /// The question that the map must answer.
    pub struct Question as "a question", "questions" up to 1, short text: String {
        /// The question.
        text: String, eg r#""Waarom kopen zo weinig gezinnen een jaarkaart?""#;
        /// Why the answer matters.
        why: Option<String>, or "–", eg r#""Losse kaartjes brengen de helft op""#;
    }
}

choice! {
    /// Whom the organisation sells to.
    pub enum Market as "a market" {
        B2c = "b2c", "To consumers.";
        B2b = "b2b", "To other organisations.";
    }
}

choice! {
    /// Whether the journey is the one of today or the one that is aimed at.
    pub enum State as "a state" {
        AsIs = "as-is", "As it is today.";
        ToBe = "to-be", "As it shall be.";
    }
}

/// A language, of a journey or of one item in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// The BCP 47 tag, such as `nl`, `da` or `en-GB`, in the usual case of its letters (RFC 5646, section 2.1.1).
    pub tag: String,
    /// The language of built-in labels: the tag's own where the table of terms has it, English otherwise.
    pub terms: TermLanguage,
}

impl Language {
    /// The language of a tag.
    #[must_use]
    pub fn of_tag(tag: impl Into<String>) -> Self {
        let tag = tag.into();
        let terms = TermLanguage::of_tag(&tag);
        Self { tag, terms }
    }

    /// The tag of built-in labels, where they are in another language.
    #[must_use]
    pub fn other_labels(&self) -> Option<&'static str> {
        let primary = self.tag.split(['-', '_']).next().unwrap_or_default();
        let labels = self.terms.tag();
        (!primary.eq_ignore_ascii_case(labels)).then_some(labels)
    }

    /// Whether it is written from right to left: by the script of its tag where that names one, else by the language.
    #[must_use]
    pub fn right_to_left(&self) -> bool {
        let mut subtags = self.tag.split(['-', '_']);
        let primary = subtags.next().unwrap_or_default().to_lowercase();
        match subtags.find(|subtag| subtag.len() == 4 && subtag.chars().all(char::is_alphabetic)) {
            Some(script) => RIGHT_TO_LEFT_SCRIPTS.contains(&script.to_lowercase().as_str()),
            None => RIGHT_TO_LEFT_LANGUAGES.contains(&primary.as_str()),
        }
    }
}

/// The scripts that are written from right to left and still in use (ISO 15924).
const RIGHT_TO_LEFT_SCRIPTS: [&str; 11] =
    ["adlm", "arab", "aran", "hebr", "mand", "mend", "nkoo", "rohg", "samr", "syrc", "thaa"];

/// The languages whose usual script is one of those (likely subtags of CLDR).
const RIGHT_TO_LEFT_LANGUAGES: [&str; 22] = [
    "ar", "arc", "ary", "arz", "azb", "bal", "bgn", "ckb", "dv", "fa", "glk", "he", "lrc", "mzn", "nqo", "ps", "sd", "syr", "ug",
    "ur", "yi", "skr",
];

impl Default for Language {
    /// The undetermined language (`und`).
    fn default() -> Self {
        Self::of_tag("und")
    }
}

impl Value for Language {
    fn name() -> String {
        "language tag".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Text
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::language(node, check).map_or_else(Self::default, Self::of_tag)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        Some(Json::text(&self.tag))
    }

    fn schema(_: &mut Schemas) -> Json {
        // The shape as far as a pattern goes that a person can read; the rest is left to the check.
        let tag = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";
        Json::object([("type", Json::text("string")), ("pattern", Json::text(tag))])
    }
}
