//! A document as it stands: numbers keep their spelling, fields their order.

use std::collections::BTreeMap;

use serde_json::value::RawValue;

/// JSON whose numbers are kept as they are written.
#[derive(Clone)]
pub(super) enum Tree {
    Plain(String),
    Number(String),
    Text(String),
    List(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn of(raw: &str) -> Self {
        match raw.as_bytes()[0] {
            b'"' => Self::Text(serde_json::from_str(raw).unwrap()),
            b'[' => {
                let values: Vec<&RawValue> = serde_json::from_str(raw).unwrap();
                Self::List(values.into_iter().map(|value| Self::of(value.get())).collect())
            }
            b'{' => {
                let fields: BTreeMap<String, &RawValue> = serde_json::from_str(raw).unwrap();
                Self::Object(fields.into_iter().map(|(name, value)| (name, Self::of(value.get()))).collect())
            }
            b't' | b'f' | b'n' => Self::Plain(raw.to_owned()),
            _ => Self::Number(raw.to_owned()),
        }
    }

    pub(super) fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    pub(super) fn fields(&self) -> &[(String, Tree)] {
        match self {
            Self::Object(fields) => fields,
            _ => &[],
        }
    }

    pub(super) fn elements(&self) -> &[Tree] {
        match self {
            Self::List(values) => values,
            _ => &[],
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Tree> {
        self.fields().iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    pub(super) fn as_text(&self) -> &str {
        match self {
            Self::Text(text) => text,
            _ => "",
        }
    }
}
