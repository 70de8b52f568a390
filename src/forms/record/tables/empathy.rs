//! What goes on in the personas: an empathy map a column.

use crate::forms::record::{Codec, Field, Of, Row, Table};
use crate::journey::{Journey, Json, Term};

/// The empathy maps of the personas that have one.
#[must_use]
pub fn empathy(journey: &Journey) -> Table {
    let field = |path, label: Term, codec| Field::new(path, label.text(journey.language.terms), codec);
    let fields = vec![
        field("persona", Term::Name, Codec::Text).of(Of::Told).always(),
        field("name", Term::Title, Codec::Text),
        field("question", Term::MainQuestion, Codec::Text),
        field("follow_ups", Term::FollowUps, Codec::FollowUps),
        field("thinks_and_feels", Term::ThinksAndFeels, Codec::Lines),
        field("sees", Term::Sees, Codec::Lines),
        field("hears", Term::Hears, Codec::Lines),
        field("says_and_does", Term::SaysAndDoes, Codec::Lines),
        field("pains", Term::Pains, Codec::Lines),
        field("gains", Term::Gains, Codec::Lines),
    ];
    let mapped = journey.personas.iter().enumerate().filter(|(_, persona)| persona.empathy.is_some());
    let rows = mapped.map(|(index, persona)| {
        let told = vec![("persona".to_owned(), Json::text(&persona.name))];
        Row { told, ..Row::new(format!("/personas/{index}/empathy")) }
    });
    Table::new("empathy", Term::EmpathyMap, journey, fields, rows.collect())
}
