//! The document as written: JSON values that know their place, one level at a time.
//!
//! A [`Node`] is a slice of the text. Its members or elements are found when they are asked for, so nothing is built of
//! parts that nobody reads, and the memory in use is bounded by the limits of the format, not by the size of the input.

use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer as _, MapAccess, SeqAccess, Visitor};
use serde_json::value::RawValue;

use super::limits;
use crate::tongue::{Phrase, say};

/// A value in the text of a document that is known to be JSON.
#[derive(Debug, Clone)]
pub(crate) struct Node<'t> {
    /// The value as written, from its first character to its last.
    pub raw: &'t str,
    /// Its JSON pointer (RFC 6901).
    pub pointer: String,
}

/// A field of an object.
#[derive(Debug, Clone)]
pub(crate) struct Member<'t> {
    /// The name as written, with its quotation marks.
    pub raw_name: &'t str,
    /// The name, or `None` when its escapes make no text.
    pub name: Option<String>,
    /// The value as written.
    raw_value: &'t str,
}

/// The JSON types, as messages call them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Type {
    Null,
    Bool,
    Number,
    Text,
    List,
    Object,
}

/// The first of the entries of a list or object, and the count of all.
pub(crate) struct Entries<T> {
    pub kept: Vec<T>,
    pub total: usize,
}

impl<'t> Node<'t> {
    /// The whole document.
    pub fn root(value: &'t RawValue) -> Self {
        Self { raw: value.get(), pointer: String::new() }
    }

    pub fn kind(&self) -> Type {
        match self.raw.as_bytes().first() {
            Some(b'n') | None => Type::Null,
            Some(b't' | b'f') => Type::Bool,
            Some(b'"') => Type::Text,
            Some(b'[') => Type::List,
            Some(b'{') => Type::Object,
            Some(_) => Type::Number,
        }
    }

    /// The text of a string; `None` when it is no string or its escapes make no text.
    pub fn text(&self) -> Option<String> {
        serde_json::from_str(self.raw).ok()
    }

    /// The value of a number; `None` when it is no number or no finite one.
    pub fn number(&self) -> Option<f64> {
        // Adding zero turns −0 into 0.
        let value: f64 = self.raw.parse().ok()?;
        (self.kind() == Type::Number && value.is_finite()).then_some(value + 0.0)
    }

    /// The first `most` fields of an object; none of anything else.
    pub fn members(&self, most: usize) -> Entries<Member<'t>> {
        let visitor = Pairs { most, text: PhantomData };
        // The text has been through this parser as a whole, so there are no errors left to find in a part of it.
        serde_json::Deserializer::from_str(self.raw).deserialize_map(visitor).unwrap_or_default()
    }

    /// The first `most` elements of a list; none of anything else.
    pub fn elements(&self, most: usize) -> Entries<Node<'t>> {
        let Entries { kept, total } = self.values(most);
        let kept = kept.into_iter().enumerate();
        Entries { kept: kept.map(|(i, raw)| Node { raw, pointer: format!("{}/{i}", self.pointer) }).collect(), total }
    }

    /// The same as written.
    fn values(&self, most: usize) -> Entries<&'t str> {
        let visitor = Elements { most, text: PhantomData };
        serde_json::Deserializer::from_str(self.raw).deserialize_seq(visitor).unwrap_or_default()
    }

    /// The value of a member of this object.
    pub fn value(&self, member: &Member<'t>) -> Self {
        Self { raw: member.raw_value, pointer: self.pointer_to(member) }
    }

    /// The value at a pointer in this value, as [`Index::find`] does it.
    pub fn find(self, pointer: &str) -> Self {
        Index::default().find(self, pointer)
    }

    /// The pointer to a member of this object.
    pub fn pointer_to(&self, member: &Member<'t>) -> String {
        format!("{}/{}", self.pointer, escape(member.name.as_deref().unwrap_or_default()))
    }
}

/// The lists and objects of a document in which something was looked for, by their pointers: each is taken apart once.
#[derive(Default)]
pub(crate) struct Index<'t> {
    objects: BTreeMap<String, Vec<Member<'t>>>,
    lists: BTreeMap<String, Vec<&'t str>>,
}

impl<'t> Index<'t> {
    /// The value at a pointer in a value, or the nearest around it that is there. An only element may stand without its list, so that its
    /// index names the value itself.
    pub fn find(&mut self, within: Node<'t>, pointer: &str) -> Node<'t> {
        let mut node = within;
        for token in pointer.split('/').skip(1) {
            let next = match node.kind() {
                Type::Object => self.member(&node, token),
                Type::List => token.parse().ok().and_then(|nth| self.element(&node, nth)),
                Type::Null | Type::Bool | Type::Number | Type::Text => None,
            };
            match next {
                Some(next) => node = next,
                None if token == "0" && node.kind() != Type::List => {}
                None => break,
            }
        }
        node
    }

    fn member(&mut self, object: &Node<'t>, token: &str) -> Option<Node<'t>> {
        let members = self.objects.entry(object.pointer.clone()).or_insert_with(|| object.members(limits::FIELDS).kept);
        let named = |member: &&Member| member.name.as_deref().is_some_and(|name| escape(name) == token);
        members.iter().find(named).map(|member| object.value(member))
    }

    fn element(&mut self, list: &Node<'t>, nth: usize) -> Option<Node<'t>> {
        let elements = self.lists.entry(list.pointer.clone()).or_insert_with(|| list.values(usize::MAX).kept);
        elements.get(nth).map(|raw| Node { raw, pointer: format!("{}/{nth}", list.pointer) })
    }
}

/// A name as a token of a JSON pointer (RFC 6901, section 3).
pub(crate) fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}

impl Type {
    /// The type with its article, for a message.
    pub fn words(self) -> Phrase {
        match self {
            Self::Null => say!("type-null"),
            Self::Bool => say!("type-truth"),
            Self::Number => say!("type-number"),
            Self::Text => say!("type-text"),
            Self::List => say!("type-list"),
            Self::Object => say!("type-object"),
        }
    }
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { kept: Vec::new(), total: 0 }
    }
}

struct Pairs<'t> {
    most: usize,
    text: PhantomData<&'t str>,
}

impl<'t> Visitor<'t> for Pairs<'t> {
    type Value = Entries<Member<'t>>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'t>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut found = Entries::default();
        while let Some((name, value)) = map.next_entry::<&'t RawValue, &'t RawValue>()? {
            if found.total < self.most {
                let raw_name = name.get();
                let name = String::deserialize(&mut serde_json::Deserializer::from_str(raw_name)).ok();
                found.kept.push(Member { raw_name, name, raw_value: value.get() });
            }
            found.total += 1;
        }
        Ok(found)
    }
}

struct Elements<'t> {
    most: usize,
    text: PhantomData<&'t str>,
}

impl<'t> Visitor<'t> for Elements<'t> {
    type Value = Entries<&'t str>;

    fn expecting(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'t>>(self, mut list: A) -> Result<Self::Value, A::Error> {
        let mut found = Entries::default();
        while let Some(value) = list.next_element::<&'t RawValue>()? {
            if found.total < self.most {
                found.kept.push(value.get());
            }
            found.total += 1;
        }
        Ok(found)
    }
}
