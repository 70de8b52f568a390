//! Why layouts and formats do not go together, and why nothing is made of a journey.

use std::fmt;

use crate::journey::choices::ChoiceError;
use crate::write::WriteError;

/// Why layouts and formats do not go together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SelectionError {
    /// No format was asked for.
    NoFormat,
    /// There is no format of that name.
    UnknownFormat {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<String>,
        /// The formats that there are.
        known: Vec<String>,
    },
    /// There is no layout of that name.
    UnknownLayout {
        /// As written.
        given: String,
        /// The name that was probably meant.
        nearest: Option<String>,
        /// The layouts that there are.
        known: Vec<String>,
    },
    /// A layout was asked for that none of the formats can hold.
    IdleLayout {
        /// The layout's name.
        layout: String,
        /// What it makes: `drawn` or `tabular`.
        kind: &'static str,
        /// The formats that could hold it.
        formats: Vec<String>,
    },
    /// A format was asked for that can hold no layout there is.
    NoLayout {
        /// The format's name.
        format: String,
        /// What it holds: `drawn` or `tabular` layouts.
        kind: &'static str,
        /// The layouts that there are, all of the other kind.
        known: Vec<String>,
    },
}

impl fmt::Display for SelectionError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let there = |names: &[String]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
        let unknown = |f: &mut fmt::Formatter<'_>, what, given: &str, nearest: &Option<String>, known: &[String]| match nearest {
            Some(name) => write!(f, "there is no {what} `{given}`, did you mean `{name}`?"),
            None => write!(f, "there is no {what} `{given}`; there is {}", there(known)),
        };
        match self {
            Self::NoFormat => f.write_str("no format was asked for"),
            Self::UnknownFormat { given, nearest, known } => unknown(f, "format", given, nearest, known),
            Self::UnknownLayout { given, nearest, known } => unknown(f, "layout", given, nearest, known),
            Self::IdleLayout { layout, kind, formats } => {
                let hint = if formats.is_empty() {
                    "there is none that can".to_owned()
                } else {
                    format!("add one of {}", formats.join(", "))
                };
                write!(f, "the layout `{layout}` is {kind}, and no format asked for can hold it; {hint}")
            }
            Self::NoLayout { format, kind, known } => {
                write!(
                    f,
                    "the format `{format}` holds {kind} layouts, and there is none; of other kinds there is {}",
                    there(known)
                )
            }
        }
    }
}

impl std::error::Error for SelectionError {}

/// Why nothing was made of a journey.
#[derive(Debug)]
#[non_exhaustive]
pub enum ExportError {
    /// Something is to be shown that the journey does not have.
    Choice(ChoiceError),
    /// A writer failed, which neither a journey nor its pictures can cause.
    Write(WriteError),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Choice(error) => error.fmt(f),
            Self::Write(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for ExportError {}

impl From<ChoiceError> for ExportError {
    fn from(error: ChoiceError) -> Self {
        Self::Choice(error)
    }
}

impl From<WriteError> for ExportError {
    fn from(error: WriteError) -> Self {
        Self::Write(error)
    }
}
