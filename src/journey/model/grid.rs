//! The grid: stages above phases, lanes beside them, cells between.

use super::Item;
use crate::journey::LaneKind;
use crate::journey::check::{self, Check};
use crate::journey::json::Json;
use crate::journey::limits;
use crate::journey::raw::{Node, Type};
use crate::journey::record::{Around, FieldInfo, Value, choice, field_default, field_name, record, short_forms};
use crate::journey::schema::Schemas;
use crate::journey::values::{Extension, Id, PersonaRef};

record! {
    /// A band above the phases, such as before, during and after.
    pub struct Stage as "a stage", "stages" up to (limits::STAGES), id "stage" from title {
        /// What phases call it by.
        id: Id, or "from the title", eg r#""before""#;
        /// The name on the band.
        title: String, eg r#""Voor""#;
        /// A second name beside the first.
        subtitle: Option<String>, or "–", eg r#""Plannen""#;
        /// Data of your own.
        x: Extension, or "–", eg r##"{ "colour": "#0b6e69" }"##;
    }
}

record! {
    /// A row of the journey.
    pub struct Lane as "a lane", "lanes" up to (limits::LANES), finish check::lane, trim check::trim_lane, rules check::lane_rules {
        /// What cells call it by.
        id: Id, or "from the title as written, else the kind", eg r#""mood""#;
        /// What the row holds.
        kind: LaneKind, eg r#""emotion""#;
        /// The name at the left.
        title: String, or "the kind's name in the journey's language", eg r#""Stemming""#;
        /// The persona whose row it is.
        persona: Option<PersonaRef>, or "everybody's", eg r#""sanne""#;
        /// What the curve stands for; only in a lane of kind `emotion`.
        purpose: Option<Purpose>, or "–", eg r#""expectation""#;
        /// The scale of the scores; only in a lane of kind `emotion`.
        scale: Option<Scale>, or r#"`{ "min": -2, "max": 2 }`"#, eg r#"{ "min": 0, "max": 10, "labels": { "10": "heerlijk" } }"#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "order": 2 }"#;
    }
}

choice! {
    /// What a curve of scores stands for.
    pub enum Purpose as "a purpose of a curve" {
        Experience = "experience", "What the customer goes through.";
        Expectation = "expectation", "What the customer expects.";
        AsIs = "as-is", "The journey as it is today.";
        ToBe = "to-be", "The journey as it shall be.";
    }
}

/// The scale on which the scores of an emotion lane lie.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The lowest score.
    pub min: f64,
    /// The highest score; greater than `min`.
    pub max: f64,
    /// Words for single scores, in ascending order of score.
    pub labels: Vec<(f64, String)>,
}

impl Default for Scale {
    /// The scale of a lane that declares none: −2 to +2, without words.
    fn default() -> Self {
        Self { min: -2.0, max: 2.0, labels: Vec::new() }
    }
}

impl Scale {
    /// The names of the fields of a scale in a document.
    pub(crate) const FIELDS: &'static [&'static str] = &["min", "max", "labels"];
    const ABOUT: &'static [&'static str] = &["The scale on which the scores of an emotion lane lie."];

    /// Where a score lies between `min` (0.0) and `max` (1.0).
    #[must_use]
    pub fn normalise(&self, score: f64) -> f64 {
        (score - self.min) / (self.max - self.min)
    }

    /// The score between good and bad: zero where it lies between the ends, else the middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        if self.min < 0.0 && self.max > 0.0 { 0.0 } else { f64::midpoint(self.min, self.max) }
    }

    /// The fields of a scale, for the schema and the documentation.
    fn fields(schemas: &mut Schemas) -> Vec<FieldInfo> {
        let end = |name, about, example, schemas: &mut Schemas| FieldInfo {
            name,
            shape: f64::name(),
            or: None,
            about,
            example,
            text: false,
            schema: f64::schema(schemas),
        };
        vec![
            end("min", &["The lowest score."], "-2", schemas),
            end("max", &["The highest score; greater than `min`."], "2", schemas),
            FieldInfo {
                name: "labels",
                shape: "object from scores to texts".into(),
                or: Some("–"),
                about: &["Words for single scores."],
                example: r#"{ "-2": "vreselijk", "2": "heerlijk" }"#,
                text: false,
                schema: check::scale_labels_schema(schemas),
            },
        ]
    }
}

impl Value for Scale {
    fn name() -> String {
        "scale".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Object
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        check::scale(node, check)
    }

    fn write(&self, _: &Around) -> Option<Json> {
        let labels = self.labels.iter().map(|(score, word)| (Json::number(*score).line(), Json::text(word))).collect::<Vec<_>>();
        let labels = (!labels.is_empty()).then_some(("labels", Json::Object(labels)));
        Some(Json::object([("min", Json::number(self.min)), ("max", Json::number(self.max))].into_iter().chain(labels)))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        schemas.object_of("Scale", "a scale", Self::ABOUT, Self::fields)
    }
}

record! {
    /// A column of the journey.
    pub struct Phase as "a phase", "phases" up to (limits::PHASES), id "phase" from title {
        /// What links, measurements and panels call it by.
        id: Id, or "from the title", eg r#""kaartje-kopen""#;
        /// The name in the header.
        title: String, eg r#""Kaartje kopen""#;
        /// A sentence or two on what happens in this phase.
        description: Option<String>, or "–", eg r#""Thuis, op de telefoon""#;
        /// The band it stands under.
        stage: Option<usize>, or "in no stage", eg r#""before""#;
        /// How long it takes, as you like to write it.
        duration: Option<String>, or "–", eg r#""een kwartier""#;
        /// What can go wrong: customers who leave, returns, dull moments.
        risks: Vec<Risk>, or "–", eg r#"["De rij is te lang", { "text": "Het is saai in de rij", "kind": "dull" }]"#;
        /// What each lane says of this phase.
        cells: Cells, or "all empty", eg r#"{ "goal": "Snel naar binnen", "emotion": -1 }"#;
        /// Data of your own.
        x: Extension, or "–", eg r#"{ "group": 4 }"#;
    }
}

record! {
    /// What can go wrong in a phase.
    pub struct Risk as "a risk", "risks" up to (limits::TEXTS), short text: String {
        /// What can go wrong.
        text: String, eg r#""De rij is te lang""#;
        /// What kind of risk it is.
        kind: Option<RiskKind>, or "–", eg r#""drop-off""#;
    }
}

choice! {
    /// The kinds of risk.
    pub enum RiskKind as "a kind of risk" {
        DropOff = "drop-off", "Customers leave the journey.";
        Return = "return", "What was bought comes back.";
        Cancellation = "cancellation", "An order or subscription is ended.";
        Dull = "dull", "Nothing happens that binds the customer.";
    }
}

/// The cells of a phase: one a lane, in lane order, each the items that stand in it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Cells(pub Vec<Vec<Item>>);

impl std::ops::Deref for Cells {
    type Target = [Vec<Item>];

    fn deref(&self) -> &[Vec<Item>] {
        &self.0
    }
}

impl Value for Cells {
    fn name() -> String {
        "object from lane to item, or list of items".into()
    }

    fn accepts(kind: Type) -> bool {
        kind == Type::Object
    }

    fn read<'t>(node: &Node<'t>, check: &mut Check<'t>) -> Self {
        Self(check::cells(node, check))
    }

    fn write(&self, around: &Around) -> Option<Json> {
        let cell = |(cell, lane): (&Vec<Item>, &Lane)| Some((lane.id.to_string(), cell.write(around)?));
        let cells: Vec<_> = self.0.iter().zip(around.lanes).filter_map(cell).collect();
        (!cells.is_empty()).then_some(Json::Object(cells))
    }

    fn schema(schemas: &mut Schemas) -> Json {
        check::cells_schema(schemas)
    }
}
