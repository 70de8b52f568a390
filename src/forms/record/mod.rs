//! The parts of a journey that stand in tables with a row (or a column) each: contact moments, personas, readings, opportunities,
//! panels. Each table is declared once, as a list of fields; layouts write by it, and readers read changed cells by the same list.

mod codec;
mod places;
pub mod tables;

use crate::journey::{Journey, Json, Term, normal_json};
use codec::Surroundings;
pub use codec::{Codec, Entry, Misfit};
pub use places::Places;

/// The records of one kind in a journey, and the fields that stand in their cells.
pub struct Table {
    /// The name of the layout; names of ranges begin with it.
    pub name: &'static str,
    /// The title of the sheet.
    pub title: Term,
    /// The fields, in the order of the columns.
    pub fields: Vec<Field>,
    /// The records, in the order of the journey. What a table calls record 1 is the first of them.
    pub rows: Vec<Row>,
    document: Json,
    around: Surroundings,
}

/// A field of a record.
#[derive(Debug, Clone)]
pub struct Field {
    /// Whose field it is.
    pub of: Of,
    /// Where it stands below that, as a JSON pointer without the first slash: `product/needs`.
    pub path: String,
    /// What it is called, in the language of the journey.
    pub label: String,
    /// How it stands in a cell.
    pub codec: Codec,
    /// Whether it has a column even when it is empty in all records.
    pub always: bool,
}

/// Whose field it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Of {
    /// The record's own.
    Record,
    /// Of what the record is a part of, as a reading is of a measurement; the rows of its other parts say the same.
    Around,
    /// It is only told, and follows from something else: a changed cell changes nothing.
    Told,
}

/// A record.
#[derive(Debug, Clone)]
pub struct Row {
    /// Where it stands in the normal form of the journey: `/opportunities/0`.
    pub pointer: String,
    /// Where that stands which it is a part of.
    pub around: Option<String>,
    /// The index of the stage that it belongs to, for its colour.
    pub stage: Option<usize>,
    /// What follows from something else, by the paths of fields. Goes before what the record itself has there.
    told: Vec<(String, Json)>,
}

impl Table {
    fn new(name: &'static str, title: Term, journey: &Journey, fields: Vec<Field>, rows: Vec<Row>) -> Self {
        let around = Surroundings { places: Places::of(journey), language: journey.language.terms };
        Self { name, title, fields, rows, document: normal_json(journey), around }
    }

    /// What stands in the cell of a record.
    #[must_use]
    pub fn entry(&self, row: &Row, field: &Field) -> Entry {
        let told = row.told.iter().find(|(path, _)| *path == field.path).map(|(_, value)| value);
        let value = told.or_else(|| at(&self.document, &self.pointer(row, field)?));
        value.map_or(Entry::Empty, |value| field.codec.write(value, &self.around))
    }

    /// What a cell says that was changed: the value for the field, `None` when it is to be left out.
    ///
    /// # Errors
    /// When the cell says nothing that the field can hold.
    pub fn read(&self, field: &Field, entry: &Entry) -> Result<Option<Json>, Misfit> {
        field.codec.read(entry, &self.around)
    }

    /// Where the value of a field stands in the normal form of the journey; nothing when it is only told.
    #[must_use]
    pub fn pointer(&self, row: &Row, field: &Field) -> Option<String> {
        let owner = match field.of {
            Of::Record => &row.pointer,
            Of::Around => row.around.as_ref()?,
            Of::Told => return None,
        };
        Some(format!("{owner}/{}", field.path))
    }

    /// The words that a cell may hold, in the language of the journey; nothing when it may hold more than a few.
    #[must_use]
    pub fn choices(&self, field: &Field) -> Option<Vec<String>> {
        field.codec.choices(&self.around)
    }

    /// The names of the phases, which a field that names a place may hold.
    #[must_use]
    pub fn phases(&self) -> &[String] {
        self.around.places.phases()
    }

    /// Whether a field has a column: it must, or it says something somewhere.
    #[must_use]
    pub fn shows(&self, field: &Field) -> bool {
        field.always || self.rows.iter().any(|row| self.entry(row, field) != Entry::Empty)
    }

    /// The name of the range that the cells of a field stand in: `klantreis_personas_product.needs`.
    #[must_use]
    pub fn range_name(&self, field: &Field) -> String {
        format!("klantreis_{}_{}", self.name, field.path.replace('/', "."))
    }

    /// The name of the range of the numbers of the records.
    #[must_use]
    pub fn numbers_name(&self) -> String {
        format!("klantreis_{}_number", self.name)
    }
}

impl Field {
    fn new(path: &str, label: &str, codec: Codec) -> Self {
        Self { of: Of::Record, path: path.to_owned(), label: label.to_owned(), codec, always: false }
    }

    fn of(self, of: Of) -> Self {
        Self { of, ..self }
    }

    fn always(self) -> Self {
        Self { always: true, ..self }
    }
}

impl Row {
    fn new(pointer: String) -> Self {
        Self { pointer, around: None, stage: None, told: Vec::new() }
    }
}

/// The value at a JSON pointer (RFC 6901).
fn at<'a>(document: &'a Json, pointer: &str) -> Option<&'a Json> {
    pointer.split('/').skip(1).try_fold(document, |value, name| match value {
        Json::List(values) => values.get(name.parse::<usize>().ok()?),
        Json::Object(_) => value.get(&name.replace("~1", "/").replace("~0", "~")),
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => None,
    })
}
