//! Built-in words on a poster whose language has none of its own: whoever hears them is told that they are in another.

use std::collections::BTreeSet;

use crate::journey::{Language, Term};
use crate::scene::{Group, Node, Role, RunKind, Scene};

/// Notes the language of built-in words, where that is not the language of the journey: of groups that say nothing else, and of what is told of a
/// figure beside its name.
pub fn speak(scene: &mut Scene, language: &Language) {
    let Some(labels) = language.other_labels() else { return };
    let words = Term::ALL.iter().map(|term| folded(term.text(language.terms))).collect();
    let speaker = Speaker { words, labels, own: &language.tag };
    for page in &mut scene.pages {
        speaker.nodes(&mut page.nodes);
    }
}

struct Speaker<'l> {
    /// The built-in words.
    words: BTreeSet<String>,
    labels: &'static str,
    own: &'l str,
}

impl Speaker<'_> {
    fn nodes(&self, nodes: &mut [Node]) {
        for node in nodes {
            match node {
                Node::Group(group) => self.group(group),
                Node::Link(link) => self.nodes(&mut link.nodes),
                Node::Text(_) | Node::Missing(_) | Node::Path(_) | Node::Image(_) => {}
            }
        }
    }

    fn group(&self, group: &mut Group) {
        if group.language.is_some() || group.role == Role::Artifact {
            return;
        }
        let told = group.role == Role::Figure && group.description.is_some();
        if told || self.words.contains(&folded(&said(&group.nodes))) {
            group.language = Some(self.labels.to_owned());
            // What is remarked beside it is in the language of the journey.
            if !told {
                group.nodes.iter_mut().for_each(|node| self.remark(node));
            }
        } else {
            self.nodes(&mut group.nodes);
        }
    }

    fn remark(&self, node: &mut Node) {
        if let Node::Group(group) = node
            && group.language.is_none()
        {
            if group.role == Role::Note && !self.words.contains(&folded(&said(&group.nodes))) {
                group.language = Some(self.own.to_owned());
            } else {
                group.nodes.iter_mut().for_each(|node| self.remark(node));
            }
        }
    }
}

/// What nodes say, without remarks.
fn said(nodes: &[Node]) -> String {
    let mut text = String::new();
    for node in nodes {
        match node {
            Node::Group(group) if matches!(group.role, Role::Note | Role::Artifact) => {}
            Node::Group(group) => text.push_str(&said(&group.nodes)),
            Node::Link(link) => text.push_str(&said(&link.nodes)),
            Node::Text(run) if run.kind == RunKind::Spelled => text.push_str(&run.text),
            Node::Missing(missing) => text.push_str(&missing.text),
            Node::Text(_) | Node::Path(_) | Node::Image(_) => {}
        }
    }
    text
}

/// A text without regard to case and white space.
fn folded(text: &str) -> String {
    text.replace('\u{ad}', "").to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
