//! The columns and their cells.

use std::collections::BTreeSet;

use super::super::problems::Problems;
use super::super::raw::{Member, Node, Type};
use super::super::{Phase, Stage, limits};
use super::fields::{Fields, distinct_members, elements};
use super::ids::Ids;
use super::items::{Items, Scores};
use super::lanes::{Checked, Lanes, kind_help};
use super::text;
use crate::diagnostic::Code;
use crate::nearest::nearest;

const FIELDS: &[&str] = &["id", "title", "description", "stage", "cells", "x"];

/// A phase whose cells wait for the lanes, which may follow from them.
pub(super) struct Draft<'t> {
    phase: Phase,
    stage: Option<Node<'t>>,
    cells_node: Option<Node<'t>>,
    /// The names of the lanes that have a cell, and the cells.
    pub cells: Vec<(String, Member<'t>)>,
}

pub(super) fn drafts<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Vec<Draft<'t>> {
    let mut ids = Ids::of("phase");
    let entries = elements(node, "phases", limits::PHASES, problems);
    if entries.is_empty() && node.kind() == Type::List {
        problems.at(node, Code::NoPhases, || {
            ("the journey has no phases".into(), "add at least one: `\"phases\": [{ \"title\": \"…\" }]`".into())
        });
    }
    entries.iter().filter_map(|node| draft(node, &mut ids, problems)).collect()
}

fn draft<'t>(node: &Node<'t>, ids: &mut Ids, problems: &mut Problems<'t>) -> Option<Draft<'t>> {
    let mut fields = Fields::of(node, "a phase", FIELDS, problems)?;
    fields.extension(problems);
    let written_id = fields.take("id");
    let title = fields.title("title", problems);
    let id = ids.next(written_id, &title, node, problems);
    let description = fields.optional_text("description", problems);
    let cells_node = fields.take("cells");
    let cells = cells_node.as_ref().and_then(|node| distinct_members(node, "the cells", problems)).unwrap_or_default();
    let phase = Phase { id, title, description, stage: None, cells: Vec::new() };
    Some(Draft { phase, stage: fields.take("stage"), cells_node, cells })
}

/// Fills in what needs stages and lanes.
pub(super) fn phases<'t>(drafts: Vec<Draft<'t>>, stages: &[Stage], lanes: &Lanes, problems: &mut Problems<'t>) -> Vec<Phase> {
    let mut items = Items::default();
    let mut finish = |draft: Draft<'t>| {
        let stage = draft.stage.and_then(|node| stage(&node, stages, problems));
        let mut cells = vec![Vec::new(); lanes.all.len()];
        if let Some(node) = draft.cells_node {
            for (name, member) in draft.cells {
                match lanes.all.iter().position(|checked| checked.lane.id == name) {
                    Some(lane) => cells[lane] = items.cell(&node.value(&member), Scores::of(&lanes.all[lane]), problems),
                    None => unknown_lane(&node, &member, &name, lanes, problems),
                }
            }
        }
        Phase { stage, cells, ..draft.phase }
    };
    drafts.into_iter().map(&mut finish).collect()
}

/// The index of the stage named, or `None` when none is or after a problem.
fn stage<'t>(node: &Node<'t>, stages: &[Stage], problems: &mut Problems<'t>) -> Option<usize> {
    let id = text::filled(node, problems)?;
    let index = stages.iter().position(|stage| stage.id == id);
    // A stage whose own id is in doubt could be the one that is meant.
    if index.is_none() && stages.iter().all(|stage| !stage.id.is_empty()) {
        problems.at(node, Code::UnknownStage, || {
            let meant = stages
                .iter()
                .find(|stage| stage.title == id)
                .map(|stage| stage.id.as_str())
                .or_else(|| nearest(&id, stages.iter().map(|stage| stage.id.as_str())));
            let help = match meant {
                Some(meant) => format!("did you mean `{meant}`?"),
                None if stages.is_empty() => {
                    "list the stages first: `\"stages\": [{ \"title\": \"…\" }]`, or leave `stage` out".into()
                }
                None => format!("the stages are {}", listed(stages.iter().map(|stage| stage.id.as_str()))),
            };
            (format!("there is no stage with the id {}", text::quote(&id)), help)
        });
    }
    index
}

fn unknown_lane<'t>(cells: &Node<'t>, member: &Member<'t>, name: &str, lanes: &Lanes, problems: &mut Problems<'t>) {
    let Lanes { all, implied } = lanes;
    // A lane whose own id is in doubt could be the one that is meant.
    if all.iter().any(|checked| checked.lane.id.is_empty()) {
        return;
    }
    problems.at_name(cells, member, Code::UnknownLane, || {
        let message = format!("there is no lane with the id {}", text::quote(name));
        if *implied {
            return (message, kind_help(name));
        }
        let ids = || all.iter().map(|checked| checked.lane.id.as_str());
        let called = |Checked { lane, .. }: &&Checked| lane.title == name || lane.kind.name() == name;
        let meant = all.iter().find(called).map(|checked| checked.lane.id.as_str());
        let help = match meant.or_else(|| nearest(name, ids())) {
            Some(meant) => format!("did you mean `{meant}`?"),
            None => format!("the lanes are {}; another one goes under `lanes` first", listed(ids())),
        };
        (message, help)
    });
}

/// The ids, each once, in their order.
fn listed<'n>(ids: impl Iterator<Item = &'n str>) -> String {
    let mut seen = BTreeSet::new();
    ids.filter(|id| seen.insert(*id)).map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_listed_once_each_in_their_order() {
        assert_eq!(listed(["voor", "na", "voor"].into_iter()), "`voor`, `na`");
    }
}
