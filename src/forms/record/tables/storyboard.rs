//! The journey as a strip of pictures: a row a panel.

use crate::forms::record::{Codec, Field, Row, Table};
use crate::journey::{Journey, Term};

/// The panels of a journey.
#[must_use]
pub fn storyboard(journey: &Journey) -> Table {
    let field = |path, label: Term, codec| Field::new(path, label.text(journey.language.terms), codec);
    let fields = vec![
        field("title", Term::Title, Codec::Text),
        field("caption", Term::Caption, Codec::Text).always(),
        field("picture/alt", Term::Image, Codec::Text),
        field("picture/src", Term::File, Codec::Picture),
        field("picture/credit", Term::Credit, Codec::Text),
        field("at", Term::Place, Codec::Place),
    ];
    let rows = (0..journey.storyboard.len()).map(|index| Row::new(format!("/storyboard/{index}")));
    Table::new("storyboard", Term::Storyboard, journey, fields, rows.collect())
}
