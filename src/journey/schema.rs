//! The JSON Schema of the format (2020-12), made from the declarations of the model, for editors and other programs.
//!
//! It accepts what the check accepts, as far as a schema can see: what concerns several places, such as ids that must be there,
//! is left to the check.

use std::collections::BTreeMap;

use super::Journey;
use super::json::Json;
use super::raw::Type;
use super::record::{Choice, FieldInfo, Record, Value, prose};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// A blank text says nothing where something must be said. `\s` of ECMA 262 is the white space of Unicode.
pub(crate) const FILLED: &str = "\\S";

/// The definitions made so far.
#[derive(Default)]
pub(crate) struct Schemas {
    definitions: BTreeMap<String, Json>,
}

/// The schema as a document.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&klantreis::journey::schema()).unwrap();
/// assert_eq!(schema["required"][0], "klantreis");
/// ```
#[must_use]
pub fn schema() -> String {
    let mut schemas = Schemas::default();
    let Json::Object(journey) = schemas.object::<Journey>() else { return String::new() };
    let head = [("$schema", Json::text(DIALECT)), ("title", Json::text("Customer journey (klantreis), version 1"))];
    let head = head.map(|(name, value)| (name.to_owned(), value));
    let journey = journey.into_iter().filter(|(name, _)| name != "title");
    let definitions = ("$defs".to_owned(), Json::Object(schemas.definitions.into_iter().collect()));
    Json::Object(head.into_iter().chain(journey).chain([definitions]).collect()).document()
}

impl Schemas {
    /// A reference to the definition of a record, or to its short forms.
    pub fn record<R: Record>(&mut self) -> Json {
        let name = title(without_article(R::WHAT));
        let name = name.replace(' ', "");
        if !self.definitions.contains_key(&name) {
            // Taken before its fields are described: a record may hold itself.
            self.definitions.insert(name.clone(), Json::Null);
            let object = self.object::<R>();
            self.definitions.insert(name.clone(), object);
        }
        let object = Json::object([("$ref", Json::Text(format!("#/$defs/{name}")))]);
        let short = |(kind, text): (Type, &str)| {
            let about = format!("Short for an object with only `{}`.", R::short(kind)?);
            Some(Json::object([("type", Json::text(text)), ("description", Json::Text(about))]))
        };
        let shorts: Vec<_> = [(Type::Text, "string"), (Type::Number, "number")].into_iter().filter_map(short).collect();
        if shorts.is_empty() { object } else { any_of(shorts.into_iter().chain([object]).collect()) }
    }

    /// The schema of a record's object.
    fn object<R: Record>(&mut self) -> Json {
        let fields = R::fields(self);
        let required = fields.iter().filter(|field| field.or.is_none()).map(|field| Json::text(field.name)).collect();
        let properties = fields.into_iter().map(|field| (field.name.to_owned(), property(field))).collect();
        Json::object([
            ("title", Json::Text(title(without_article(R::WHAT)))),
            ("description", Json::Text(prose(R::ABOUT))),
            ("type", Json::text("object")),
            ("properties", Json::Object(properties)),
            ("required", Json::List(required)),
            ("additionalProperties", Json::Bool(false)),
        ])
    }
}

/// The schema of a field: what it is, and of what it is.
fn property(field: FieldInfo) -> Json {
    let about = match field.or {
        Some("–") | None => prose(field.about),
        Some(or) => format!("{} Left out: {or}.", prose(field.about)),
    };
    let example = serde_json::from_str::<&serde_json::value::RawValue>(field.example);
    let examples = example.map(|raw| Json::List(vec![Json::of(&super::raw::Node::root(raw))]));
    let about = [
        ("title".to_owned(), Json::Text(title(field.name))),
        ("description".to_owned(), Json::Text(about)),
        ("examples".to_owned(), examples.unwrap_or(Json::List(Vec::new()))),
    ];
    let Json::Object(own) = field.schema else { return field.schema };
    // What a property says of itself goes before what its type says of all its uses.
    let own = own.into_iter().filter(|(name, _)| name != "description" && name != "title");
    Json::Object(about.into_iter().chain(own).collect())
}

/// The schema of a choice, each value with its meaning.
pub(crate) fn choice<C: Choice>() -> Json {
    let value = |(_, name, about): &(C, &'static str, &'static [&'static str])| {
        Json::object([("const", Json::text(*name)), ("description", Json::Text(prose(about)))])
    };
    Json::object([("oneOf", Json::List(C::TABLE.iter().map(value).collect()))])
}

/// A text that says something.
pub(crate) fn filled() -> Json {
    Json::object([("type", Json::text("string")), ("pattern", Json::text(FILLED))])
}

/// A list of values, or where the format allows it a single one.
pub(crate) fn list<T: Value>(schemas: &mut Schemas) -> Json {
    let one = T::schema(schemas);
    let most = Json::Number(T::MANY.1.to_string());
    let list = Json::object([("type", Json::text("array")), ("items", one.clone()), ("maxItems", most)]);
    if T::SINGLE { any_of(vec![one, list]) } else { list }
}

/// The same, or a text that says nothing: where a text may be left out, that is a way to leave it out.
pub(crate) fn or_blank(schema: Json) -> Json {
    if schema == filled() {
        return Json::object([("type", Json::text("string"))]);
    }
    let blank = Json::object([("type", Json::text("string")), ("pattern", Json::text("^\\s*$"))]);
    match schema {
        Json::Object(fields) if fields.len() == 1 && fields[0].0 == "anyOf" => match fields.into_iter().next() {
            Some((_, Json::List(schemas))) => any_of(schemas.into_iter().chain([blank]).collect()),
            _ => blank,
        },
        schema => any_of(vec![schema, blank]),
    }
}

/// One of several schemas.
pub(crate) fn any_of(schemas: Vec<Json>) -> Json {
    Json::object([("anyOf", Json::List(schemas))])
}

fn without_article(what: &str) -> &str {
    what.trim_start_matches("an ").trim_start_matches("a ")
}

/// A name as people write it: `moment_of_truth` is `Moment of truth`.
fn title(name: &str) -> String {
    let words = name.trim_start_matches('$').replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
