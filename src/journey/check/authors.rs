//! Who made the journey: a name, an object, or a list of these.

use super::super::problems::Problems;
use super::super::raw::{Node, Type};
use super::super::{Author, limits};
use super::fields::{Fields, elements, not_a_text};
use super::text;

pub(super) fn authors<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Vec<Author> {
    match node.kind() {
        Type::Text => text::filled(node, problems).map(|name| Author { name, class: None }).into_iter().collect(),
        Type::List => {
            elements(node, "authors", limits::AUTHORS, problems).iter().filter_map(|node| author(node, problems)).collect()
        }
        Type::Object | Type::Null | Type::Bool | Type::Number => author(node, problems).into_iter().collect(),
    }
}

fn author<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Option<Author> {
    match node.kind() {
        Type::Text => Some(Author { name: text::title(node, "author's name", problems), class: None }),
        Type::Object => {
            let mut fields = Fields::of(node, "an author", &["name", "class"], problems)?;
            Some(Author { name: fields.title("name", problems), class: fields.optional_text("class", problems) })
        }
        Type::Null | Type::Bool | Type::Number | Type::List => {
            not_a_text(node, "an author's name, or an object with `name` and `class`", problems);
            None
        }
    }
}
