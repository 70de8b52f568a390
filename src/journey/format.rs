//! The parts of the format as data, for its documentation.

use super::raw::Type;
use super::record::{Choice, FieldInfo, Record, choice_name, prose, without_article};

/// A part of the format: the objects, and the texts of fixed lists.
#[derive(Debug, Clone)]
pub enum Part {
    /// An object.
    Record {
        /// The name of its type.
        name: &'static str,
        /// What it is, in a sentence.
        about: String,
        /// What else may stand for one, in words, and the field that it then is.
        short: Vec<(String, &'static str)>,
        /// Its fields in the order of the normal form.
        fields: Vec<Field>,
    },
    /// A text of a fixed list.
    Choice {
        /// The name of its type.
        name: &'static str,
        /// What it is, in a sentence.
        about: String,
        /// How the type column of a table calls it, where it does not list the values.
        called: String,
        /// Each value with its meaning.
        values: Vec<(&'static str, String)>,
    },
}

/// A field of an object.
#[derive(Debug, Clone)]
pub struct Field {
    /// Its name in a document.
    pub name: &'static str,
    /// The type of its value, in words.
    pub shape: String,
    /// What its absence means, `–` when that needs no words; `None` when it must be there.
    pub or: Option<&'static str>,
    /// What it means, in a sentence.
    pub about: String,
    /// An example of its value, as JSON.
    pub example: &'static str,
}

/// The parts of the format, each once. The whole journey is the last.
#[must_use]
pub fn parts() -> Vec<Part> {
    super::schema::parts()
}

impl Part {
    pub(super) fn record<R: Record>(fields: &[FieldInfo]) -> Self {
        let kinds = [Type::Text, Type::Number].into_iter();
        let short = kinds.filter_map(|kind| Some((kind.words().english().to_owned(), R::short(kind)?))).collect();
        Self::of_fields(R::NAME, R::ABOUT, short, fields)
    }

    pub(super) fn of_fields(
        name: &'static str,
        about: &[&str],
        short: Vec<(String, &'static str)>,
        fields: &[FieldInfo],
    ) -> Self {
        let field = |field: &FieldInfo| Field {
            name: field.name,
            shape: field.shape.clone(),
            or: field.or,
            about: prose(field.about),
            example: field.example,
        };
        Self::Record { name, about: prose(about), short, fields: fields.iter().map(field).collect() }
    }

    pub(super) fn choice<C: Choice>() -> Self {
        let names = choice_name::<C>();
        let called = if names.starts_with('`') { String::new() } else { without_article(C::WHAT).to_owned() };
        let values = C::TABLE.iter().map(|(_, name, about)| (*name, prose(about))).collect();
        Self::Choice { name: C::NAME, about: prose(C::ABOUT), called, values }
    }

    /// The name of its type.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Record { name, .. } | Self::Choice { name, .. } => name,
        }
    }
}
