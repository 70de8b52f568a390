//! What the organisation could do better: a row each.

use crate::forms::record::codec::{LEVEL, STATUS};
use crate::forms::record::{Codec, Field, Row, Table};
use crate::journey::{Journey, Term};

/// The opportunities of a journey.
#[must_use]
pub fn opportunities(journey: &Journey) -> Table {
    let field = |path, label: Term, codec| Field::new(path, label.text(journey.language.terms), codec);
    let fields = vec![
        field("text", Term::Opportunity, Codec::Text).always(),
        field("at", Term::Place, Codec::Place),
        field("impact", Term::Impact, Codec::Rating).always(),
        field("effort", Term::Effort, Codec::Rating).always(),
        field("priority", Term::Priority, LEVEL),
        field("owner", Term::Owner, Codec::Text),
        field("status", Term::Status, STATUS),
    ];
    let rows = (0..journey.opportunities.len()).map(|index| Row::new(format!("/opportunities/{index}")));
    Table::new("opportunities", Term::Opportunities, journey, fields, rows.collect())
}
