//! The JSON Schema of the format (2020-12), made from the declarations of the model, for editors and other programs.
//!
//! It accepts all that the check accepts, and refuses what a schema can see. What concerns several places, such as ids that must
//! be there, is left to the check. Its patterns keep to what every dialect of regular expressions has.

use std::collections::BTreeMap;

use super::format::{self, Part};
use super::json::Json;
use super::raw::{Node, Type};
use super::record::{Choice, FieldInfo, Record, Value, prose, without_article};
use super::{Journey, check};
use crate::uri::{SCHEMES, Scheme};

/// The dialect.
const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";
/// The characters that are white space, as a part of a class: those that `char::is_whitespace` knows. `\s` means others in
/// every dialect.
const WHITE: &str = "\\u0009-\\u000d\\u0020\\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";
/// The definition of a text that says nothing.
const BLANK: &str = "Blank";
/// The control characters.
pub(crate) const CONTROL: &str = "\\u0000-\\u001f\\u007f-\\u009f";

/// The definitions made so far, and the parts of the format that they describe.
#[derive(Default)]
pub(crate) struct Schemas {
    definitions: BTreeMap<String, Json>,
    pub parts: Vec<Part>,
}

/// The schema as a document. Its `$id` is `urn:klantreis:schema:` and the version of the format.
///
/// ```
/// let schema: serde_json::Value = serde_json::from_str(&klantreis::journey::schema()).unwrap();
/// assert_eq!(schema["required"][0], "klantreis");
/// ```
#[must_use]
pub fn schema() -> String {
    let mut schemas = Schemas::default();
    let journey = schemas.object::<Journey>();
    let version = check::VERSION;
    let head = [
        ("$schema", Json::text(DIALECT)),
        ("$id", Json::Text(format!("urn:klantreis:schema:{version}"))),
        ("title", Json::Text(format!("Customer journey (klantreis), version {version}"))),
    ];
    let definitions = Json::Object(schemas.definitions.into_iter().collect());
    with(with(Json::object(head), journey), Json::object([("$defs", definitions)])).document()
}

impl Schemas {
    /// A reference to a definition, which is made when it is asked for the first time.
    fn reference(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Json) -> Json {
        if !self.definitions.contains_key(name) {
            // Taken before it is made: a definition may refer to itself.
            self.definitions.insert(name.to_owned(), Json::Null);
            let made = make(self);
            self.definitions.insert(name.to_owned(), made);
        }
        Json::object([("$ref", Json::Text(format!("#/$defs/{name}")))])
    }

    /// A record: its object or what may be written for it.
    pub fn record<R: Record>(&mut self) -> Json {
        self.reference(R::NAME, |schemas| {
            let fields = R::fields(schemas);
            let short = |kind: Type| {
                let field = fields.iter().find(|field| Some(field.name) == R::short(kind))?;
                let about = format!("Short for an object with only `{}`. {}", field.name, prose(field.about));
                Some(with(Json::object([("description", Json::Text(about))]), field.schema.clone()))
            };
            let shorts: Vec<_> = [Type::Text, Type::Number].into_iter().filter_map(short).collect();
            let object = schemas.object::<R>();
            if shorts.is_empty() { object } else { any_of(shorts.into_iter().chain([object])) }
        })
    }

    /// The object of a record.
    fn object<R: Record>(&mut self) -> Json {
        let fields = R::fields(self);
        self.parts.push(Part::record::<R>(&fields));
        let object = self.fields(R::WHAT, R::ABOUT, fields);
        let rules = R::rules(self);
        with(object, Json::object(rules))
    }

    /// An object that is no record, with these fields.
    pub fn object_of(&mut self, name: &'static str, what: &str, about: &[&str], fields: fn(&mut Self) -> Vec<FieldInfo>) -> Json {
        self.reference(name, |schemas| {
            let fields = fields(schemas);
            schemas.parts.push(Part::of_fields(name, about, Vec::new(), &fields));
            schemas.fields(what, about, fields)
        })
    }

    /// An object with these fields and no others.
    fn fields(&mut self, what: &str, about: &[&str], fields: Vec<FieldInfo>) -> Json {
        let required: Vec<_> = fields.iter().filter(|field| field.or.is_none()).map(|field| Json::text(field.name)).collect();
        let properties = fields.into_iter().map(|field| (field.name.to_owned(), self.property(field))).collect();
        let title = ("title", Json::Text(title(without_article(what))));
        let required = (!required.is_empty()).then_some(("required", Json::List(required)));
        let object = [
            title,
            ("description", Json::Text(prose(about))),
            ("type", Json::text("object")),
            ("properties", Json::Object(properties)),
        ];
        Json::object(object.into_iter().chain(required).chain([("additionalProperties", Json::Bool(false))]))
    }

    /// A field: what it means, and what may stand in it.
    fn property(&mut self, field: FieldInfo) -> Json {
        let value = field.or.and_then(|or| or.strip_prefix('`')?.strip_suffix('`'));
        let about = match field.or {
            None | Some("–") => prose(field.about),
            Some(_) if value.is_some() => prose(field.about),
            Some(or) => format!("{} Left out: {or}.", prose(field.about)),
        };
        let default = value.map(|value| ("default", json(value).unwrap_or(Json::text(value))));
        let examples = json(field.example).map(|example| ("examples", Json::List(vec![example])));
        let value = if field.or.is_some() && field.text { self.or_blank(field.schema) } else { field.schema };
        self.explained((&title(field.name), &about), default.into_iter().chain(examples), value)
    }

    /// What may stand somewhere, with a title, what it means and more that is no rule.
    ///
    /// Editors show what they meet first: what a definition says of itself, and what its alternatives say, before what stands beside them.
    /// Where there is such a thing, what it means here is told once more in front of it.
    pub fn explained<'a>(&self, (title, about): (&str, &str), more: impl Iterator<Item = (&'a str, Json)>, value: Json) -> Json {
        let about = [("title", Json::text(title)), ("description", Json::text(about))];
        let first = Json::object(about.clone());
        let value = if self.explains_itself(&value) { Json::object([("allOf", Json::List(vec![first, value]))]) } else { value };
        with(Json::object(about.into_iter().chain(more)), value)
    }

    /// Whether a schema, or an alternative in it, says what it is.
    fn explains_itself(&self, schema: &Json) -> bool {
        let known = self.definition(schema).unwrap_or(schema);
        let nothing = self.definitions.get(BLANK).is_some_and(|blank| blank == known);
        let alternatives = match known.get("anyOf") {
            Some(Json::List(alternatives)) => alternatives.as_slice(),
            _ => &[],
        };
        !nothing && (known.get("description").is_some() || alternatives.iter().any(|one| self.explains_itself(one)))
    }

    /// A choice, each value with its meaning.
    pub fn choice<C: Choice>(&mut self) -> Json {
        self.reference(C::NAME, |schemas| {
            schemas.parts.push(Part::choice::<C>());
            let value = |(_, name, about): &(C, &'static str, &'static [&'static str])| {
                Json::object([("const", Json::text(*name)), ("description", Json::Text(prose(about)))])
            };
            Json::object([("oneOf", Json::List(C::TABLE.iter().map(value).collect()))])
        })
    }

    /// A text that says something.
    pub fn text(&mut self) -> Json {
        self.reference("Text", |_| Json::object([("type", Json::text("string")), ("pattern", filled())]))
    }

    /// An id. How long it may be is left to the check, which counts the characters of its normal form.
    pub fn id(&mut self) -> Json {
        let pattern = format!("^[^{CONTROL}{WHITE}]+$");
        self.reference("Id", |_| Json::object([("type", Json::text("string")), ("pattern", Json::Text(pattern))]))
    }

    /// An absolute address.
    pub fn uri(&mut self) -> Json {
        let any_case = |letter: char| format!("[{letter}{}]", letter.to_ascii_uppercase());
        let scheme = |scheme: &Scheme| scheme.name.chars().map(any_case).collect::<String>() + scheme.mark;
        let schemes: Vec<_> = SCHEMES.iter().map(scheme).collect();
        let pattern = format!("^({})[^{WHITE}]+$", schemes.join("|"));
        self.reference("Uri", |_| Json::object([("type", Json::text("string")), ("pattern", Json::Text(pattern))]))
    }

    /// A list of values, or where the format allows it a single one.
    pub fn list<T: Value>(&mut self) -> Json {
        let one = T::schema(self);
        let (_, most) = T::MANY;
        let list = |one: Json| {
            let most = Json::Number(most.to_string());
            Json::object([("type", Json::text("array")), ("items", one), ("maxItems", most)])
        };
        if !T::SINGLE {
            return list(one);
        }
        let either = |schemas: &mut Self, one: Json| {
            let single = if T::accepts(Type::Text) { schemas.or_blank(one.clone()) } else { one.clone() };
            any_of([single, list(one)])
        };
        match one.get("$ref") {
            Some(Json::Text(reference)) => {
                let name = plural(reference.rsplit('/').next().unwrap_or_default());
                self.reference(&name, |schemas| either(schemas, one))
            }
            _ => either(self, one),
        }
    }

    /// The same, or a text that says nothing: where a text may be left out, that is a way to leave it out.
    fn or_blank(&mut self, schema: Json) -> Json {
        if schema == self.text() {
            return Json::object([("type", Json::text("string"))]);
        }
        let blank = self.blank();
        let definition = self.definition(&schema).unwrap_or(&schema);
        match definition.get("anyOf") {
            Some(Json::List(ways)) if ways.contains(&blank) => schema,
            _ => any_of([schema, blank]),
        }
    }

    /// What a reference refers to.
    fn definition(&self, schema: &Json) -> Option<&Json> {
        let Some(Json::Text(reference)) = schema.get("$ref") else { return None };
        reference.rsplit('/').next().and_then(|name| self.definitions.get(name))
    }

    fn blank(&mut self) -> Json {
        let blank = [
            ("description", Json::text("Nothing yet.")),
            ("type", Json::text("string")),
            ("pattern", Json::Text(format!("^[{WHITE}]*$"))),
        ];
        self.reference(BLANK, |_| Json::object(blank))
    }

    /// A field that is left out or blank.
    pub fn unsaid(&mut self, field: &str) -> Json {
        let blank = self.blank();
        Json::object([("properties", Json::object([(field, blank)]))])
    }

    /// A field that is there and says something: a text that is not blank, a list that is not empty, anything else.
    pub fn said(&mut self, field: &str) -> Json {
        let empty = Json::object([("type", Json::text("array")), ("maxItems", Json::number(0.0))]);
        let nothing = any_of([self.blank(), empty]);
        let something = self.reference("Said", |_| Json::object([("not", nothing)]));
        Json::object([("required", Json::List(vec![Json::text(field)])), ("properties", Json::object([(field, something)]))])
    }
}

/// The parts of the format that a journey can hold.
pub(super) fn parts() -> Vec<format::Part> {
    let mut schemas = Schemas::default();
    schemas.object::<Journey>();
    schemas.parts
}

/// The pattern of a text that says something.
fn filled() -> Json {
    Json::Text(format!("[^{WHITE}]"))
}

/// A choice among values that goes with another part of the schema.
pub(crate) fn when(field: &str, value: &str, then: Json, otherwise: Option<Json>) -> Json {
    let condition = Json::object([
        ("required", Json::List(vec![Json::text(field)])),
        ("properties", Json::object([(field, Json::object([("const", Json::text(value))]))])),
    ]);
    Json::object([("if", condition), ("then", then)].into_iter().chain(otherwise.map(|otherwise| ("else", otherwise))))
}

/// All of several schemas.
pub(crate) fn all_of(schemas: impl IntoIterator<Item = Json>) -> Vec<(&'static str, Json)> {
    vec![("allOf", Json::List(schemas.into_iter().collect()))]
}

/// One of several schemas; those that are themselves one of several count as these.
pub(crate) fn any_of(schemas: impl IntoIterator<Item = Json>) -> Json {
    let flat = schemas.into_iter().flat_map(|schema| match schema {
        Json::Object(fields) if fields.len() == 1 && fields[0].0 == "anyOf" => match fields.into_iter().next() {
            Some((_, Json::List(schemas))) => schemas,
            _ => Vec::new(),
        },
        other => vec![other],
    });
    Json::object([("anyOf", Json::List(flat.collect()))])
}

/// The fields of both objects. What the first has already is not taken from the second.
pub(crate) fn with(first: Json, second: Json) -> Json {
    match (first, second) {
        (Json::Object(mut fields), Json::Object(more)) => {
            for (name, value) in more {
                if fields.iter().all(|(known, _)| *known != name) {
                    fields.push((name, value));
                }
            }
            Json::Object(fields)
        }
        (first, _) => first,
    }
}

/// The name of the definition of a list.
fn plural(name: &str) -> String {
    name.strip_suffix('y').map_or_else(|| format!("{name}s"), |start| format!("{start}ies"))
}

/// The value of a JSON text.
fn json(text: &str) -> Option<Json> {
    let raw = serde_json::from_str::<&serde_json::value::RawValue>(text).ok()?;
    Some(Json::as_written(&Node::root(raw)))
}

/// A name as people write it: `moment_of_truth` is `Moment of truth`.
fn title(name: &str) -> String {
    let words = name.trim_start_matches('$').replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
