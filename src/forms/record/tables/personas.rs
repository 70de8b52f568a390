//! Who travels: a persona a column.

use crate::forms::record::codec::{INTENSITY, LEVEL, PERSONA_KIND, PERSONA_STATUS};
use crate::forms::record::{Codec, Field, Row, Table};
use crate::journey::{Journey, Term};

/// The personas of a journey.
#[must_use]
pub fn personas(journey: &Journey) -> Table {
    let field = |path, label: Term, codec| Field::new(path, label.text(journey.language.terms), codec);
    let fields = vec![
        field("name", Term::Name, Codec::Text).always(),
        field("kind", Term::Kind, PERSONA_KIND),
        field("status", Term::Status, PERSONA_STATUS),
        field("target_group", Term::TargetGroup, Codec::Text),
        field("facts", Term::Facts, Codec::Facts),
        field("generation", Term::Generation, Codec::Text),
        field("lifestyle", Term::Lifestyle, Codec::Text),
        field("character", Term::Character, Codec::Text),
        field("activities", Term::Activities, Codec::Lines),
        field("interests", Term::Interests, Codec::Lines),
        field("opinions", Term::Opinions, Codec::Lines),
        field("product/needs", Term::Needs, Codec::Lines),
        field("product/desired_properties", Term::DesiredProperties, Codec::Lines),
        field("product/involvement", Term::Involvement, LEVEL),
        field("product/experience", Term::PastExperience, Codec::Text),
        field("product/use", Term::Intensity, INTENSITY),
        field("product/brand_awareness", Term::BrandAwareness, Codec::Text),
        field("product/preference", Term::Preference, Codec::Text),
        field("product/switching", Term::Switching, Codec::Text),
        field("media", Term::Media, Codec::Lines),
        field("quotes", Term::Quotes, Codec::Lines),
        field("evidence", Term::Evidence, Codec::Sources),
        field("portrait/alt", Term::Portrait, Codec::Text),
        field("portrait/src", Term::File, Codec::Picture),
        field("portrait/credit", Term::Credit, Codec::Text),
    ];
    let rows = (0..journey.personas.len()).map(|index| Row::new(format!("/personas/{index}")));
    Table::new("personas", Term::Personas, journey, fields, rows.collect())
}
