//! The fields of an object: every one known, none twice, each of the type it takes.

use std::collections::{BTreeMap, BTreeSet};

use super::super::limits;
use super::super::problems::Problems;
use super::super::raw::{Entries, Member, Node, Type};
use super::super::record::Value;
use super::{Check, text};
use crate::diagnostic::Code;
use crate::nearest::nearest;
use crate::tongue::{Phrase, say};

/// The fields of an object of the format that are still to be looked at.
pub(crate) struct Fields<'t> {
    object: Node<'t>,
    what: &'static str,
    found: BTreeMap<String, Node<'t>>,
    /// The names that unknown fields seem to mean.
    misspelt: BTreeSet<&'static str>,
}

impl<'t> Fields<'t> {
    /// Opens an object of which the format knows these fields; `what` names it in messages, as in "a phase".
    /// `None` when it is no object.
    pub fn of(node: &Node<'t>, what: &'static str, known: &[&'static str], check: &mut Check<'t>) -> Option<Self> {
        let problems = &mut check.problems;
        let (mut found, mut misspelt) = (BTreeMap::new(), BTreeSet::new());
        for (name, member) in distinct_members(node, what, problems)? {
            if known.contains(&name.as_str()) {
                found.insert(name, node.value(&member));
            } else {
                problems.tell_of_name(node, &member, Code::UnknownField, || {
                    let meant = nearest(&name, known.iter().copied());
                    misspelt.extend(meant);
                    unknown_field(&name, what, known, meant)
                });
            }
        }
        Some(Self { object: node.clone(), what, found, misspelt })
    }

    /// The value of a field as written, if it is there.
    pub fn take(&mut self, name: &str) -> Option<Node<'t>> {
        self.found.remove(name)
    }

    /// The value of a field. One that must be there and is not is reported, with an example; a misspelt one has been reported
    /// as such. In a field that may be left out, a blank text is a way to leave it out.
    pub fn value<T: Value>(&mut self, name: &str, required: bool, example: &str, check: &mut Check<'t>) -> T {
        match self.found.remove(name) {
            Some(node) if !required && T::accepts(Type::Text) && text::is_blank_text(&node) => T::default(),
            Some(node) => T::read(&node, check),
            None if required && !self.misspelt.contains(name) => {
                check.problems.tell(&self.object, Code::MissingField, || {
                    let example = format!("\"{name}\": {example}");
                    (
                        say!("missing-field", part = noun(self.what), name = self.what, field = name),
                        say!("missing-field-help", example = example),
                    )
                });
                T::default()
            }
            None => T::default(),
        }
    }
}

/// The members of an object, each name once. `None` when it is no object.
pub(crate) fn distinct_members<'t>(
    node: &Node<'t>,
    what: &'static str,
    problems: &mut Problems<'t>,
) -> Option<Vec<(String, Member<'t>)>> {
    if node.kind() != Type::Object {
        wrong_type(node, say!("type-part", part = noun(what), name = what), say!("write-in-braces"), problems);
        return None;
    }
    let Entries { kept, total } = node.members(limits::FIELDS);
    too_many(node, "fields in one object", total, limits::FIELDS, problems);
    let mut seen = BTreeSet::new();
    let mut distinct = Vec::new();
    for member in kept {
        let Some(name) = member.name.as_deref().map(text::normal) else {
            problems.tell_of_name(node, &member, Code::Syntax, || (say!("half-character-in-name"), say!("half-character-help")));
            continue;
        };
        if seen.insert(name.clone()) {
            distinct.push((name, member));
            continue;
        }
        problems.tell_of_name(node, &member, Code::DuplicateKey, || {
            (say!("field-twice", field = text::quote(&name)), say!("field-twice-help"))
        });
    }
    Some(distinct)
}

/// The elements of a list within a limit; none of what is no list.
pub(crate) fn elements<'t>(node: &Node<'t>, what: &str, most: usize, problems: &mut Problems<'t>) -> Vec<Node<'t>> {
    if node.kind() != Type::List {
        let help = match node.kind() {
            // What can be written as a text or number stands without brackets too, so that here only an object is enough.
            Type::Text | Type::Number | Type::Bool if what != "texts" && what != "numbers" => {
                say!("write-as-objects")
            }
            Type::Text | Type::Number | Type::Bool | Type::Null | Type::List | Type::Object => {
                say!("write-in-brackets")
            }
        };
        wrong_type(node, say!("type-list-of", part = what, name = what), help, problems);
        return Vec::new();
    }
    let Entries { kept, total } = node.elements(most);
    too_many(node, what, total, most, problems);
    kept
}

/// Reports a count above its limit.
pub(super) fn too_many<'t>(node: &Node<'t>, what: &str, total: usize, most: usize, problems: &mut Problems<'t>) {
    if total > most {
        problems.tell(node, Code::TooMany, || {
            let message = say!("there-are", count = total, part = what, name = what, most = most);
            (message, say!("keep-at-most", most = most))
        });
    }
}

/// Reports a value of another type than its field takes; `help` says how to write it.
pub(crate) fn wrong_type<'t>(node: &Node<'t>, expected: Phrase, help: Phrase, problems: &mut Problems<'t>) {
    let found = node.kind();
    problems.tell(node, Code::WrongType, || {
        let help = if found == Type::Null { say!("wrong-type-null") } else { help };
        (say!("wrong-type", expected = expected, found = found.words()), help)
    });
}

/// Reports a value that should have been a text, which is mostly only a matter of quotes.
pub(crate) fn not_a_text<'t>(node: &Node<'t>, expected: Phrase, problems: &mut Problems<'t>) {
    let help = match node.kind() {
        Type::Number | Type::Bool if node.raw.len() < 40 => say!("put-in-quotes", text = node.raw),
        Type::Null | Type::Bool | Type::Number | Type::Text | Type::List | Type::Object => {
            say!("write-one-text")
        }
    };
    wrong_type(node, expected, help, problems);
}

fn unknown_field(name: &str, what: &str, known: &[&str], meant: Option<&str>) -> (Phrase, Phrase) {
    let message = say!("unknown-field", part = noun(what), name = what, field = text::quote(name));
    let help = if let Some(right) = meant {
        say!("did-you-mean", name = right)
    } else {
        let names = known.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        if known.contains(&"x") { say!("fields-and-own", names = names) } else { say!("fields", names = names) }
    };
    (message, help)
}

/// What is said of a part without its article, by which other languages choose their word for it.
fn noun(what: &str) -> &str {
    what.split_once(' ').map_or(what, |(_, noun)| noun)
}
