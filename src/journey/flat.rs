//! Items field by field, for tables of plain cells.

use super::record::{Around, Column, Record, Value};
use super::{Item, Journey, Json};

impl Item {
    /// The fields of an item as columns, in the order of the normal form.
    pub(crate) fn as_columns() -> Vec<Column> {
        <Self as Record>::columns()
    }

    /// The item as it stands in the normal form of its journey: an object of the fields that say something.
    pub(crate) fn as_object(&self, journey: &Journey) -> Json {
        let around = Around { language: journey.language.terms, stages: &journey.stages, lanes: &journey.lanes };
        self.write(&around).unwrap_or(Json::Null)
    }
}
