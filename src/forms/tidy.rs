//! The tidy table: one row an item, every field a column, for analysis over many journeys.
//!
//! What stands around an item (journey, stage, phase, lane, persona) is told again in each row. The columns of the item itself
//! follow from the declaration of [`Item`]: a field that it gets becomes a column by itself.

use std::sync::LazyLock;

use crate::journey::{Form, Item};

/// The name of the first column of a table over several journeys: the file that a row comes from.
pub const SOURCE: &str = "source";

/// A column of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What stands in the header: small letters, digits and underscores.
    pub name: String,
    /// What it tells of.
    pub tells: Tells,
    /// How its values are written.
    pub plain: Plain,
    /// What it means, in a sentence.
    pub about: String,
}

/// What a column tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tells {
    /// The title of the journey.
    Title,
    /// Its language.
    Language,
    /// The names of its authors.
    Authors,
    /// Their classes.
    Class,
    /// Its date.
    Date,
    /// What else it says of itself.
    Fact(Fact),
    /// The names of all who travel.
    Personas,
    /// The stage of the phase.
    Stage(Of),
    /// The phase.
    Phase(Of),
    /// What the phase is called in any journey.
    PhaseKind,
    /// The lane.
    Lane(Of),
    /// What the lane holds.
    Kind,
    /// What its curve stands for.
    Purpose,
    /// The lowest score on its scale.
    ScaleMin,
    /// The highest score on its scale.
    ScaleMax,
    /// The persona whose lane it is.
    Persona(Of),
    /// Which item of its cell it is.
    ItemOrder,
    /// A field of the item, by its path in a document: `["picture", "src"]`.
    Item(Vec<&'static str>),
}

/// What a journey says of itself in a text or a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fact {
    /// The organisation whose customer travels.
    Organisation,
    /// The course or project that it was made for.
    Course,
    /// The situation that starts it.
    Scenario,
    /// Whom the organisation sells to.
    Market,
    /// Whether it is the journey of today.
    State,
}

impl Fact {
    /// Each of them, in the order of the columns.
    pub const ALL: [Self; 5] = [Self::Organisation, Self::Course, Self::Scenario, Self::Market, Self::State];

    /// The name of its field in a document, and of its column.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Course => "course",
            Self::Scenario => "scenario",
            Self::Market => "market",
            Self::State => "state",
        }
    }

    fn about(self) -> &'static str {
        match self {
            Self::Organisation => "The organisation whose customer travels.",
            Self::Course => "The course or project that it was made for.",
            Self::Scenario => "The situation that starts the journey.",
            Self::Market => "Whom the organisation sells to: `b2c` or `b2b`.",
            Self::State => "Whether it is the journey of today or the one that is aimed at: `as-is` or `to-be`.",
        }
    }
}

/// What is told of a stage, phase, lane or persona.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// Its id.
    Id,
    /// Its title or name.
    Title,
    /// Its place among its like, from 1.
    Order,
}

/// How the values of a column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plain {
    /// As themselves.
    Text,
    /// As numbers.
    Number,
    /// As `TRUE` or `FALSE`.
    Truth,
    /// As texts with a line feed between two.
    Lines,
    /// As JSON on one line.
    Json,
    /// As days, `YYYY-MM-DD`.
    Day,
    /// As texts with `; ` between two: [`join`].
    List,
}

impl Plain {
    /// How a table calls it.
    #[must_use]
    pub fn called(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Truth => "`TRUE` or `FALSE`",
            Self::Lines => "texts, one a line",
            Self::Json => "JSON",
            Self::Day => "day, `YYYY-MM-DD`",
            Self::List => "texts with `; ` between",
        }
    }
}

/// The parts of a journey whose fields the table does not hold: what they are called, the path of the part, and the fields. Of all
/// other fields it brings back what they say. `tests/it/tidy.rs` holds this list to be complete, and to hold no field too many.
#[rustfmt::skip]
pub const LOST: [(&str, &str, &[&str]); 6] = [
    ("the journey", "", &["$schema", "offering", "question", "revision", "links", "measurements", "opportunities", "storyboard", "x"]),
    ("a persona", "personas", &["kind", "status", "target_group", "facts", "generation", "lifestyle", "character", "activities",
        "interests", "opinions", "product", "media", "portrait", "quotes", "evidence", "empathy", "x"]),
    ("a stage", "stages", &["subtitle", "x"]),
    ("a lane", "lanes", &["x"]),
    ("the scale of a lane", "lanes.scale", &["labels"]),
    ("a phase", "phases", &["description", "duration", "risks", "x"]),
];

/// Every column, in the order in which they are written, without [`SOURCE`].
#[must_use]
pub fn columns() -> &'static [Column] {
    static COLUMNS: LazyLock<Vec<Column>> = LazyLock::new(|| {
        let mut columns = around();
        for column in Item::as_columns() {
            add(&mut columns, &[], column.name, &column.about, column.form);
        }
        columns
    });
    &COLUMNS
}

#[rustfmt::skip]
fn around() -> Vec<Column> {
    use Of::{Id, Order, Title};
    let facts = Fact::ALL.map(|fact| (fact.name(), Tells::Fact(fact), Plain::Text, fact.about()));
    let journey = [
        ("journey", Tells::Title, Plain::Text, "The title of the journey."),
        ("language", Tells::Language, Plain::Text, "The language of its texts, a BCP 47 tag."),
        ("authors", Tells::Authors, Plain::List, "The names of its authors."),
        ("class", Tells::Class, Plain::List, "Their class or team: one text when it is the same for all, else one for each author in order, which may be empty."),
        ("date", Tells::Date, Plain::Day, "The day it was made or handed in."),
    ];
    let columns = [
        ("personas", Tells::Personas, Plain::List, "The names of all who travel, in order; `persona` is the one whose lane it is."),
        ("stage_id", Tells::Stage(Id), Plain::Text, "The id of the stage that the phase stands under."),
        ("stage", Tells::Stage(Title), Plain::Text, "Its title."),
        ("stage_order", Tells::Stage(Order), Plain::Number, "Its place among the stages, from 1."),
        ("phase_id", Tells::Phase(Id), Plain::Text, "The id of the phase that the item stands in."),
        ("phase", Tells::Phase(Title), Plain::Text, "Its title."),
        ("phase_order", Tells::Phase(Order), Plain::Number, "Its place among the phases, from 1."),
        ("phase_kind", Tells::PhaseKind, Plain::Text, "What the phase is in any journey, to group by: `awareness`, `orientation`, `consideration`, `purchase`, `delivery`, `use` or `loyalty` where its id or title stands for that in Dutch, Danish or English, else what follows from its title. It is passed over when the table is read."),
        ("lane_id", Tells::Lane(Id), Plain::Text, "The id of the lane that the item stands in."),
        ("lane_kind", Tells::Kind, Plain::Text, "What the lane holds, by its name in the format: `goal`, `touchpoint`, `emotion` …"),
        ("lane", Tells::Lane(Title), Plain::Text, "Its title."),
        ("lane_order", Tells::Lane(Order), Plain::Number, "Its place among the lanes, from 1."),
        ("purpose", Tells::Purpose, Plain::Text, "What its curve stands for: `experience`, `expectation`, `as-is` or `to-be`."),
        ("scale_min", Tells::ScaleMin, Plain::Number, "The lowest score on its scale."),
        ("scale_max", Tells::ScaleMax, Plain::Number, "The highest score on its scale."),
        ("persona_id", Tells::Persona(Id), Plain::Text, "The id of the persona whose lane it is."),
        ("persona", Tells::Persona(Title), Plain::Text, "The name of that persona."),
        ("persona_order", Tells::Persona(Order), Plain::Number, "Its place among the personas, from 1."),
        ("item_order", Tells::ItemOrder, Plain::Number, "The place of the item in its cell, from 1; empty in a row that tells of no item."),
    ];
    let columns = journey.into_iter().chain(facts).chain(columns);
    columns.map(|(name, tells, plain, about)| Column { name: name.into(), tells, plain, about: about.into() }).collect()
}

/// Adds a field of an item, or each of its parts.
fn add(columns: &mut Vec<Column>, around: &[&'static str], name: &'static str, about: &str, form: Form) {
    let path: Vec<_> = around.iter().copied().chain([name]).collect();
    let plain = match form {
        Form::Text => Plain::Text,
        Form::Number => Plain::Number,
        Form::Truth => Plain::Truth,
        Form::Lines => Plain::Lines,
        Form::Json => Plain::Json,
        Form::Parts(parts) => {
            for part in parts {
                let about = format!("`{}`: {}", path.join("."), part.about);
                add(columns, &path, part.name, &about, part.form);
            }
            return;
        }
    };
    let plainly = path.join("_");
    // What a column around the item is called already.
    let taken = plainly == SOURCE || columns.iter().any(|column| column.name == plainly);
    let name = if taken { format!("item_{plainly}") } else { plainly };
    columns.push(Column { name, tells: Tells::Item(path), plain, about: about.to_owned() });
}

/// Texts as one, with `; ` between two. In a text a backslash stands before each semicolon and each backslash.
#[must_use]
pub fn join<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let escaped = texts.into_iter().map(|text| text.replace('\\', "\\\\").replace(';', "\\;"));
    escaped.collect::<Vec<_>>().join("; ")
}

/// The texts that [`join`] has made one. The space behind a semicolon may be left out.
#[must_use]
pub fn split(joined: &str) -> Vec<String> {
    let (mut texts, mut text) = (Vec::new(), String::new());
    let mut characters = joined.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            ';' => {
                characters.next_if_eq(&' ');
                texts.push(std::mem::take(&mut text));
            }
            // A backslash before anything else is one.
            '\\' => text.push(characters.next_if(|next| matches!(next, ';' | '\\')).unwrap_or('\\')),
            other => text.push(other),
        }
    }
    texts.push(text);
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_has_a_name_of_its_own() {
        let mut names: Vec<_> = columns().iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names[..2], ["journey", "language"]);
        for name in ["id", "text", "score", "item_source", "item_language", "picture_src", "picture_alt", "picture_credit", "x"] {
            assert!(names.contains(&name), "{name}");
        }
        let snake = |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        assert!(names.iter().all(snake) && !names.contains(&SOURCE), "{names:?}");
        let count = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), count);
    }

    #[test]
    fn joined_texts_are_parted_again() {
        for texts in [
            vec!["Bo Vermeer", "Sanne de Boer"],
            vec!["a; b", "c\\"],
            vec!["", "x"],
            vec!["x", ""],
            vec!["\\;", " y "],
            vec![";"],
        ] {
            assert_eq!(split(&join(texts.iter().copied())), texts);
        }
        assert_eq!(split("Bo;Sanne"), ["Bo", "Sanne"]);
        assert_eq!(split("a\\b"), ["a\\b"]);
    }
}
