//! Ids that name something: when all of the document is read, each must be there.

use std::collections::BTreeSet;

use super::ids::listed;
use super::{Check, Node, text};
use crate::diagnostic::Code;
use crate::nearest::nearest;
use crate::tongue::{Phrase, say};

/// What an id names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    /// A persona.
    Persona,
    /// The phase at which an item ends that stands in the phase with this index.
    End { start: usize },
    /// A phase or an item.
    Place,
}

impl<'t> Check<'t> {
    /// Takes down what an id names, to look for it later. `None` after a problem.
    pub fn reference(&mut self, node: &Node<'t>, what: Reference) -> Option<String> {
        let id = Some(text::title(node, self)).filter(|id| !id.is_empty())?;
        self.references.push((node.clone(), what, id.clone()));
        Some(id)
    }

    /// Looks for everything that was named.
    pub(super) fn resolve(&mut self) {
        let items = self.distinct_items();
        for (node, what, id) in std::mem::take(&mut self.references) {
            match what {
                Reference::Persona => self.persona(&node, &id),
                Reference::End { start } => self.end(&node, &id, start),
                Reference::Place => self.place(&node, &id, &items),
            }
        }
    }

    /// The ids of the items; one that is taken is reported.
    fn distinct_items(&mut self) -> BTreeSet<String> {
        let mut seen = BTreeSet::new();
        for (id, node) in std::mem::take(&mut self.item_ids) {
            let phase = self.ids_of("phase").position(&id).is_some();
            if phase || !seen.insert(id.clone()) {
                let owner = if phase { "phase" } else { "item" };
                self.problems.tell(&node, Code::DuplicateId, || {
                    (say!("item-id-taken", id = id, owner = owner), say!("item-id-taken-help"))
                });
            }
        }
        seen
    }

    fn persona(&mut self, node: &Node<'t>, id: &str) {
        let personas = self.ids_of("persona");
        if personas.position(id).is_some() || personas.in_doubt() {
            return;
        }
        let help = if personas.entries.is_empty() { say!("no-personas-help") } else { personas.help(id) };
        self.unknown(node, "persona", id, help);
    }

    fn end(&mut self, node: &Node<'t>, id: &str, start: usize) {
        let phases = self.ids_of("phase");
        if phases.in_doubt() {
            return;
        }
        match phases.position(id) {
            None => {
                let help = phases.help(id);
                self.unknown(node, "phase", id, help);
            }
            Some(end) if end < start => {
                self.problems.tell(node, Code::BadSpan, || (say!("ends-before", id = id), say!("ends-before-help")));
            }
            Some(_) => {}
        }
    }

    fn place(&mut self, node: &Node<'t>, id: &str, items: &BTreeSet<String>) {
        let phases = self.ids_of("phase");
        if phases.position(id).is_some() || phases.in_doubt() || items.contains(id) {
            return;
        }
        let named = phases.entries.iter().find(|(_, name)| name == id).map(|(id, _)| id.clone());
        let ids = || phases.entries.iter().map(|(id, _)| id.as_str()).chain(items.iter().map(String::as_str));
        let help = match named.or_else(|| nearest(id, ids()).map(str::to_owned)) {
            Some(meant) => say!("did-you-mean", name = meant),
            None => say!("ids-of-places", ids = listed(ids())),
        };
        self.unknown(node, "place", id, help);
    }

    fn unknown(&mut self, node: &Node<'t>, what: &str, id: &str, help: Phrase) {
        self.problems.tell(node, Code::UnknownReference, || (say!("no-such-id", part = what, id = text::quote(id)), help));
    }
}
