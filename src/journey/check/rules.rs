//! What a schema can see of the rules in this folder. None may refuse what the check accepts.

use super::super::json::Json;
use super::super::limits;
use super::super::record::{Choice, Value};
use super::super::schema::{self, CONTROL, Schemas, all_of, when};
use super::super::{CSAT_ANSWERS, Item, LaneKind, LinkKind, MeasurementKind, Phase, TermLanguage};

type Rules = Vec<(&'static str, Json)>;

/// At least one phase.
pub(crate) fn at_least_one_phase(schemas: &mut Schemas) -> Json {
    schema::with(Vec::<Phase>::schema(schemas), Json::object([("minItems", Json::number(1.0))]))
}

/// Without lanes, the keys of cells are kinds.
pub(crate) fn journey_rules(schemas: &mut Schemas) -> Rules {
    let kinds = Json::object([("type", Json::text("object")), ("propertyNames", LaneKind::schema(schemas))]);
    let phases = list_of(schema::with(typed("object"), properties([("cells", kinds)])));
    let lanes = Json::object([("required", Json::List(vec![Json::text("lanes")]))]);
    let lanes = schema::with(lanes, properties([("lanes", Json::Bool(true))]));
    let lanes = Json::object([("if", lanes), ("then", Json::Bool(true)), ("else", properties([("phases", phases)]))]);
    all_of([lanes])
}

/// Any lane, those that are called as a kind with its meaning.
pub(crate) fn cells_schema(schemas: &mut Schemas) -> Json {
    let items = Vec::<Item>::schema(schemas);
    let kind = |(kind, name, about): &(LaneKind, &'static str, &'static [&'static str])| {
        let about = super::super::record::prose(about);
        let title = kind.term().text(TermLanguage::En);
        ((*name).to_owned(), schemas.explained((title, &about), std::iter::empty(), items.clone()))
    };
    let kinds = LaneKind::TABLE.iter().map(kind).collect();
    Json::object([("type", Json::text("object")), ("properties", Json::Object(kinds)), ("additionalProperties", items)])
}

/// Only a curve has a scale and a purpose.
pub(crate) fn lane_rules(schemas: &mut Schemas) -> Rules {
    let scale = properties([("scale", Json::Bool(false))]);
    let neither = Json::object(all_of([scale, schemas.unsaid("purpose")]));
    all_of([when("kind", LaneKind::Emotion.name(), Json::Bool(true), Some(neither))])
}

/// Words for scores, which are numbers as JSON writes them.
pub(crate) fn scale_labels_schema(schemas: &mut Schemas) -> Json {
    let number = Json::object([("pattern", Json::text("^-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?$"))]);
    Json::object([
        ("type", Json::text("object")),
        ("propertyNames", number),
        ("additionalProperties", String::schema(schemas)),
        ("maxProperties", Json::Number(limits::SCALE_LABELS.to_string())),
    ])
}

/// An item says something.
pub(crate) fn item_rules(schemas: &mut Schemas) -> Rules {
    vec![("anyOf", Json::List(["text", "score", "picture"].map(|field| schemas.said(field)).into()))]
}

/// Only a way out has no end.
pub(crate) fn link_rules(schemas: &mut Schemas) -> Rules {
    let (no_end, end) = (schemas.unsaid("to"), schemas.said("to"));
    all_of([when("kind", LinkKind::Exit.name(), no_end, Some(end))])
}

/// What a measurement of each kind has, and between which ends its values lie.
pub(crate) fn measurement_rules(schemas: &mut Schemas) -> Rules {
    let (no_unit, titled) = (schemas.unsaid("unit"), schemas.said("title"));
    let kind = |kind: &MeasurementKind| {
        let rules = match kind {
            MeasurementKind::Number => {
                let no_answers = schema::with(typed("array"), Json::object([("maxItems", Json::number(0.0))]));
                let readings = readings(None, no_answers, false);
                all_of([titled.clone(), readings])
            }
            MeasurementKind::Nps => all_of([no_unit.clone(), readings(kind.range(), Json::Bool(true), true)]),
            MeasurementKind::Csat => {
                let answers = within(f64::from(*CSAT_ANSWERS.start()), f64::from(*CSAT_ANSWERS.end()));
                let answers = schema::any_of([answers.clone(), list_of(answers)]);
                all_of([no_unit.clone(), readings(kind.range(), answers, false)])
            }
        };
        when("kind", kind.name(), Json::object(rules), None)
    };
    all_of(MeasurementKind::ALL.iter().map(kind))
}

/// The readings of a measurement, one or several, and its target.
fn readings(range: Option<(f64, f64)>, answers: Json, counts: bool) -> Json {
    let value = range.map(|(min, max)| within(min, max));
    let fields = value.clone().map(|value| ("value", value)).into_iter();
    let fields = properties(fields.chain([("answers", answers)]).chain((!counts).then_some(("counts", Json::Bool(false)))));
    // A single reading may be a number.
    let number = value.clone().unwrap_or_else(|| typed("number"));
    let reading = [number, schema::with(typed("object"), fields)];
    let series = schema::any_of(reading.clone().into_iter().chain([list_of(schema::any_of(reading))]));
    properties(value.map(|value| ("target", value)).into_iter().chain([("series", series)]))
}

/// A reading says one thing.
pub(crate) fn reading_rules(schemas: &mut Schemas) -> Rules {
    vec![("oneOf", Json::List(["value", "answers", "counts"].map(|field| schemas.said(field)).into()))]
}

/// The place of a picture: a data URI, or a path without a scheme that stays in its folder.
pub(crate) fn picture_schema(schemas: &mut Schemas) -> Json {
    let text = String::schema(schemas);
    let outside = format!("^/|^[^/.:]*:|\\\\|(^|/)\\.\\.(/|$)|[{CONTROL}]");
    let path = Json::object([("not", schema::with(typed("string"), Json::object([("pattern", Json::Text(outside))])))]);
    let data = schema::with(typed("string"), Json::object([("pattern", Json::text("^[dD][aA][tT][aA]:"))]));
    Json::object([("allOf", Json::List(vec![text])), ("anyOf", Json::List(vec![data, path]))])
}

fn properties<'a>(fields: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    Json::object([("properties", Json::object(fields))])
}

fn typed(name: &str) -> Json {
    Json::object([("type", Json::text(name))])
}

fn list_of(items: Json) -> Json {
    schema::with(typed("array"), Json::object([("items", items)]))
}

fn within(min: f64, max: f64) -> Json {
    schema::with(typed("number"), Json::object([("minimum", Json::number(min)), ("maximum", Json::number(max))]))
}
