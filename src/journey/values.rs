//! The small types of the format: texts, numbers, dates, lists, ids and references.

use std::fmt;
use std::ops::Deref;

use super::check::{self, Check, Reference};
use super::json::Json;
use super::limits;
use super::raw::{Node, Type};
use super::record::{Around, Form, Value};
use super::schema::Schemas;
use crate::diagnostic::Code;
use crate::meta::Date;
use crate::tongue::{Phrase, say};

/// A text that must say something.
impl Value for String {
    const SINGLE: bool = true;

    fn name() -> String {
        "text".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Text
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::title(node, check)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        Some(Json::text(self))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.text()
    }
}

/// What may be left out. A blank text counts as left out, and so does an object that says nothing.
impl<T: Value> Value for Option<T> {
    const MANY: (&'static str, usize) = T::MANY;
    const SINGLE: bool = T::SINGLE;

    fn name() -> String {
        T::name()
    }

    fn accepts(kind: Type) -> bool {
        T::accepts(kind)
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        let blank = T::accepts(Type::Text) && check::is_blank_text(node);
        (!blank).then(|| T::read(node, check)).filter(|value| !value.is_nothing())
    }

    fn write(&self, around: &Around) -> Option<Json> {
        self.as_ref().filter(|value| !value.is_nothing()).and_then(|value| value.write(around))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        T::schema(schemas)
    }

    fn form() -> Form {
        T::form()
    }
}

/// A list. What can be written as a text or number may stand without its brackets when it is the only one.
impl<T: Value> Value for Vec<T> {
    fn name() -> String {
        if T::SINGLE { format!("{}, or list of these", T::name()) } else { format!("list of {}", T::MANY.0) }
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::List || (T::SINGLE && T::accepts(kind))
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        if node.kind() != Type::List && T::SINGLE && T::accepts(node.kind()) {
            return if check::is_blank_text(node) { Self::new() } else { vec![T::read(node, check)] };
        }
        let (what, most) = T::MANY;
        check::elements(node, what, most, &mut check.problems).iter().map(|node| T::read(node, check)).collect()
    }

    fn write(&self, around: &Around) -> Option<Json> {
        let values: Vec<_> = self.iter().filter_map(|value| value.write(around)).collect();
        (!values.is_empty()).then_some(Json::List(values))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.list::<T>()
    }

    fn form() -> Form {
        match T::form() {
            Form::Text => Form::Lines,
            Form::Number | Form::Truth | Form::Lines | Form::Json | Form::Parts(_) => Form::Json,
        }
    }
}

/// Whether something is so; left out when it is not.
impl Value for bool {
    fn name() -> String {
        "`true` or `false`".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Bool
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        if !Self::accepts(node.kind()) {
            check::wrong_type(node, say!("type-truth"), say!("write-truth"), &mut check.problems);
        }
        node.raw == "true"
    }

    fn write(&self, _: &Around) -> Option<Json> {
        self.then_some(Json::Bool(true))
    }

    fn schema(_: &mut Schemas) -> Json {
        Json::object([("type", Json::text("boolean"))])
    }
}

/// Any number that a spreadsheet still holds exactly.
impl Value for f64 {
    const MANY: (&'static str, usize) = ("numbers", limits::TEXTS);
    const SINGLE: bool = true;

    fn name() -> String {
        "number".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Number
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::bounded_number(node, check).unwrap_or_default()
    }

    fn write(&self, _: &Around) -> Option<Json> {
        Some(Json::number(*self))
    }

    fn schema(_: &mut Schemas) -> Json {
        let most = Json::number(limits::NUMBER);
        let least = Json::number(-limits::NUMBER);
        Json::object([("type", Json::text("number")), ("minimum", least), ("maximum", most)])
    }
}

/// A day.
impl Value for Option<Date> {
    fn name() -> String {
        "text `YYYY-MM-DD`".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Text
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::date(node, check)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        self.map(|date| Json::Text(date.to_string()))
    }

    fn schema(_: &mut Schemas) -> Json {
        let day = "^(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
        Json::object([("type", Json::text("string")), ("format", Json::text("date")), ("pattern", Json::text(day))])
    }
}

/// A whole number within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Hash)]
pub struct Whole<const MIN: u32, const MAX: u32>(u32);

/// A judgement from 1 (low) to 5 (high).
pub type Rating = Whole<1, 5>;
/// An answer to a survey, from 0 to 10.
pub type Answer = Whole<0, 10>;
/// A count of people.
pub type Count = Whole<0, 1_000_000_000>;

impl<const MIN: u32, const MAX: u32> Whole<MIN, MAX> {
    /// The number, or `None` when it is out of bounds.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        (MIN..=MAX).contains(&number).then_some(Self(number))
    }

    /// The number.
    #[must_use]
    pub fn get(self) -> u32 {
        self.0
    }
}

impl<const MIN: u32, const MAX: u32> Whole<MIN, MAX> {
    /// What it is called, for a message.
    fn called() -> Phrase {
        say!("type-whole", min = MIN.to_string(), max = MAX.to_string())
    }
}

impl<const MIN: u32, const MAX: u32> Value for Whole<MIN, MAX> {
    const MANY: (&'static str, usize) = ("numbers", limits::ANSWERS);
    const SINGLE: bool = true;

    fn name() -> String {
        format!("whole number from {MIN} to {MAX}")
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Number
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        if node.kind() != Type::Number {
            let help = say!("write-a-whole", min = MIN.to_string(), max = MAX.to_string());
            check::wrong_type(node, Self::called(), help, &mut check.problems);
            return Self::default();
        }
        let Some(number) = check::number(node, check) else { return Self::default() };
        let fits = number.fract() == 0.0 && (f64::from(MIN)..=f64::from(MAX)).contains(&number);
        if !fits {
            check.problems.tell(node, Code::BadNumber, || {
                let message = say!("is-no-such", text = check::quote(node.raw), what = Self::called());
                (message, say!("write-such", what = Self::called()))
            });
            return Self::default();
        }
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a whole number within the bounds of u32")]
        Self(number as u32)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        Some(Json::Number(self.0.to_string()))
    }

    fn schema(_: &mut Schemas) -> Json {
        Json::object([
            ("type", Json::text("integer")),
            ("minimum", Json::Number(MIN.to_string())),
            ("maximum", Json::Number(MAX.to_string())),
        ])
    }
}

/// Declares a text with a meaning of its own: its type, how tables name it, its schema and its check.
macro_rules! token {
    ($(#[doc = $doc:literal])+ $name:ident, $what:literal, $schema:expr, $read:expr) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(String);

        impl $name {
            /// The text, which must be what the check lets pass.
            #[must_use]
            pub fn new(text: impl Into<String>) -> Self {
                Self(text.into())
            }

            /// The text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Deref for $name {
            type Target = str;

            fn deref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl PartialEq<str> for $name {
            fn eq(&self, other: &str) -> bool {
                self.0 == other
            }
        }

        impl Value for $name {
            const SINGLE: bool = true;

            fn name() -> String {
                $what.into()
            }

            fn accepts(kind: Type) -> bool {
                kind == Type::Text
            }

            fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
                let read: for<'n, 'c> fn(&'n Node<'t>, &'c mut Check<'t>) -> Option<String> = $read;
                Self(read(node, check).unwrap_or_default())
            }

            fn write(&self, _: &Around) -> Option<Json> {
                (!self.0.is_empty()).then(|| Json::text(&self.0))
            }

            fn schema(schemas: &mut Schemas) -> Json {
                let schema: fn(&mut Schemas) -> Json = $schema;
                schema(schemas)
            }
        }
    };
}

token! {
    /// The name by which other parts call a part: no white space, no control characters.
    Id, "id", Schemas::id, |node, check| check::id(node, check)
}
token! {
    /// The id of a persona that is there.
    PersonaRef, "id of a persona", Schemas::id, |node, check| check.reference(node, Reference::Persona)
}
token! {
    /// The id of the phase at which an item ends: its own or a later one.
    EndRef, "id of a phase", Schemas::id, |node, check| {
        let start = check.phase;
        check.reference(node, Reference::End { start })
    }
}
token! {
    /// The id of a phase or of an item that is there.
    PlaceRef, "id of a phase or item", Schemas::id, |node, check| check.reference(node, Reference::Place)
}
token! {
    /// Where a link leads: an absolute address of the web, of mail or of a telephone.
    Uri, "address", Schemas::uri,
    |node, check| check::uri(node, check)
}

/// The index of a stage, which a document names by its id.
impl Value for Option<usize> {
    fn name() -> String {
        "id of a stage".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Text
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::stage(node, check)
    }

    fn write(&self, around: &Around) -> Option<Json> {
        let stage = self.and_then(|index| around.stages.get(index))?;
        stage.id.write(around)
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.id()
    }
}

/// Data of a document's own, which the program keeps and does not read: the object under `x`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Extension(pub(crate) Vec<(String, Json)>);

impl Extension {
    /// The object; its fields stand in the order of their names.
    #[must_use]
    pub fn object(&self) -> Json {
        Json::Object(self.0.clone())
    }

    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Value for Extension {
    fn name() -> String {
        "object".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Object
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::extension(node, check)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        (!self.is_empty()).then(|| self.object())
    }

    fn schema(_: &mut Schemas) -> Json {
        Json::object([("type", Json::text("object"))])
    }
}
