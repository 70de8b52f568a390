//! The bands above the phases.

use super::super::problems::Problems;
use super::super::raw::Node;
use super::super::{Stage, limits};
use super::fields::{Fields, elements};
use super::ids::Ids;

const FIELDS: &[&str] = &["id", "title", "subtitle", "x"];

pub(super) fn stages<'t>(node: &Node<'t>, problems: &mut Problems<'t>) -> Vec<Stage> {
    let mut ids = Ids::of("stage");
    let entries = elements(node, "stages", limits::STAGES, problems);
    entries.iter().filter_map(|node| stage(node, &mut ids, problems)).collect()
}

fn stage<'t>(node: &Node<'t>, ids: &mut Ids, problems: &mut Problems<'t>) -> Option<Stage> {
    let mut fields = Fields::of(node, "a stage", FIELDS, problems)?;
    fields.extension(problems);
    let written_id = fields.take("id");
    let title = fields.title("title", problems);
    let id = ids.next(written_id, &title, node, problems);
    Some(Stage { id, title, subtitle: fields.optional_text("subtitle", problems) })
}
